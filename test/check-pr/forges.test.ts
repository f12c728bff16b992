import { afterEach, expect, test } from "vitest";
import { checkPullRequest } from "../../src/check-pr.ts";
import { openGate } from "../../src/gate.ts";
import { connectForge } from "../forge/connect.ts";
import { startAzureDevopsServer } from "../servers/azure-devops/index.ts";
import { startGitlabServer } from "../servers/gitlab/start.ts";
import { NUMBER, type PullScene, pullScene } from "./scene.ts";

let pull: PullScene | null = null;
afterEach(async () => {
  await pull?.close();
  expect(pull?.server.problems).toEqual([]);
});

test("a merge request of GitLab is judged by what it said when it was opened", async () => {
  pull = await pullScene(startGitlabServer, {});
  const { id } = pull.server.seed.open;
  await pull.commit("Change a file");
  await pull.push({ title: `Change things (${id})` });
  expect((await pull.check("--number", String(NUMBER))).code).toBe(0);
  await pull.push({ title: "Change things" });
  expect((await pull.check("--number", String(NUMBER))).code).toBe(1);
});

test("a pull request of Azure Repos is judged by what it said when it was opened", async () => {
  pull = await pullScene(startAzureDevopsServer, {});
  const { scene, forge: place } = pull;
  const head = await pull.commit("Change a file");
  const base = place.tips.get("main") ?? "";
  const world = { cwd: scene.root, env: scene.env, now: () => new Date("2026-11-22T12:00:00Z") };
  const gate = await openGate(world, { place: "ci", policyRef: base });
  const forge = await connectForge(place);
  const verdict = async (title: string): Promise<string> => {
    await pull?.push({ title });
    const live = await forge.change(NUMBER);
    const range = { range: "it", commits: { include: [head], exclude: [base] } };
    const own = { policyFiles: {}, isBuiltIn: false, now: world.now(), notices: [] };
    const report = await checkPullRequest({ gate, forge, live, base, head, range, ...own });
    const { findings } = report.keys[0] ?? { findings: [] };
    return findings.find(({ rule }) => rule === "reference-required")?.code ?? "";
  };
  expect(await verdict(`Change things (AB#${pull.server.seed.open.id})`)).toBe("referenced");
  expect(await verdict("Change things")).toBe("missing");
});
