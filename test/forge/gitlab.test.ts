import { expect, test } from "vitest";
import { startGitlabServer } from "../servers/gitlab/start.ts";
import { headOf, PULLS } from "../servers/pull-model.ts";
import { connectForge } from "./connect.ts";
import { contract } from "./contract.ts";

contract(startGitlabServer, "gitlab");

async function setUp() {
  const server = await startGitlabServer();
  const scene = server.forge();
  return { server, scene, forge: await connectForge(scene) };
}

test("commands in a body or a comment are written down, not carried out", async () => {
  const { server, scene, forge } = await setUp();
  const { body } = await forge.change(PULLS.open);
  await forge.setBody(PULLS.open, "Spec\n\n/merge\n", { expected: body });
  expect(scene.pulls.get(PULLS.open)?.body).toBe("Spec\n\n\\/merge\n");
  expect(await forge.setBody(PULLS.open, "Spec\n\n/merge\n", { expected: "" })).toEqual({ changed: false });
  await forge.comment(PULLS.open, "/close", "command");
  expect(server.problems).toEqual([]);
  await server.loopback.close();
});

test("a status that stands already is no failure", async () => {
  const { server, scene, forge } = await setUp();
  const pull = scene.pulls.get(PULLS.open);
  const commit = pull === undefined ? "" : headOf(pull);
  const pending = {
    commit,
    number: null,
    name: "gate",
    verdict: "pending",
    title: "t",
    summary: "",
    url: null,
  } as const;
  await forge.check(pending);
  await forge.check(pending);
  expect(scene.checks.map(({ state }) => state)).toEqual(["pending"]);
  await server.loopback.close();
});

test("a merge request of a fork is opened there, and into the right project", async () => {
  const { server, scene, forge } = await setUp();
  const head = { branch: PULLS.freeBranch, repository: scene.fork };
  const { number } = await forge.upsert({ head, base: "main", title: "t", body: "b", draft: true });
  expect(await forge.change(number)).toMatchObject({
    draft: true,
    head: { isFork: true, repository: scene.fork },
  });
  expect(await forge.upsert({ head, base: "main", title: "t", body: "b", draft: true })).toMatchObject({
    number,
  });
  expect(server.problems).toEqual([]);
  await server.loopback.close();
});
