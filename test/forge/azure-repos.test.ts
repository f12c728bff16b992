import { expect, test } from "vitest";
import { Fault } from "../../src/core/fault.ts";
import { startAzureDevopsServer } from "../servers/azure-devops/index.ts";
import { headOf, PULLS, sha } from "../servers/pull-model.ts";
import { connectForge } from "./connect.ts";
import { contract } from "./contract.ts";

contract(startAzureDevopsServer, "azure-repos");

async function setUp() {
  const server = await startAzureDevopsServer();
  const scene = server.forge();
  return { server, scene, forge: await connectForge(scene) };
}

const told = {
  number: PULLS.open,
  name: "gate",
  verdict: "pass",
  title: "t",
  summary: "",
  url: null,
} as const;

test("a check of a commit that was never the head is refused, not put on another push", async () => {
  const { server, scene, forge } = await setUp();
  await expect(forge.check({ ...told, commit: sha(1) })).rejects.toMatchObject({ code: "usage" });
  expect(scene.checks).toEqual([]);
  await server.loopback.close();
});

test("who has to approve the policy is not told, or where people see what no policy says", async () => {
  const { server, forge } = await setUp();
  expect(await forge.protection(PULLS.protectedBranch)).toMatchObject({
    ownersReview: true,
    bypass: null,
    page: expect.stringContaining("Bypass policies when pushing"),
  });
  expect((await forge.protection(PULLS.openBranch))?.ownersReview).toBe(false);
  await server.loopback.close();
});

test("a check without a pull request goes to the commit", async () => {
  const { server, scene, forge } = await setUp();
  const pull = scene.pulls.get(PULLS.open);
  const commit = pull === undefined ? "" : headOf(pull);
  await forge.check({ ...told, number: null, commit });
  expect(scene.checks).toEqual([{ commit, name: "gate", state: "succeeded" }]);
  await server.loopback.close();
});

test("a description is read where it is whole: lists cut it", async () => {
  const { server, scene, forge } = await setUp();
  const pull = scene.pulls.get(PULLS.draft);
  if (pull !== undefined) pull.body = "x".repeat(3000);
  expect((await forge.change(PULLS.draft)).body).toHaveLength(3000);
  await server.loopback.close();
});

test("a repository without its project is refused before anything is asked", async () => {
  const { server, scene } = await setUp();
  await expect(connectForge(scene, { repository: "shop-web" })).rejects.toBeInstanceOf(Fault);
  expect(server.loopback.calls).toEqual([]);
  await server.loopback.close();
});

test("a sign-in page is never an absent pull request", async () => {
  const { server, scene, forge } = await setUp();
  server.loopback.always = { status: 302, headers: { location: "https://login.example/" }, text: "" };
  await expect(forge.change(PULLS.absent)).rejects.toMatchObject({ code: "credentials" });
  expect(scene.pulls.has(PULLS.absent)).toBe(false);
  await server.loopback.close();
});
