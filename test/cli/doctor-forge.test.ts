import { afterEach, expect, test } from "vitest";
import type { Check } from "../../src/setup/checks.ts";
import { pullScene } from "../check-pr/scene.ts";
import { startGithubServer } from "../servers/github/start.ts";
import { startGitlabServer } from "../servers/gitlab/start.ts";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function scene(start: Parameters<typeof pullScene>[0]) {
  const pull = await pullScene(start, {});
  open.push(() => pull.close());
  const doctor = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await pull.scene.golden("doctor", "--forge", ...args);
    expect(stderr).toBe("");
    return { code, stdout };
  };
  return {
    doctor,
    async checks(...args: readonly string[]) {
      const { code, stdout } = await doctor("--json", ...args);
      const told: { readonly healthy: boolean; readonly checks: readonly Check[] } = JSON.parse(stdout);
      const forge = told.checks.filter((check) => check.code.startsWith("forge"));
      return { code, healthy: told.healthy, states: new Map(forge.map((one) => [one.code, one])) };
    },
  };
}

test("a branch that looks guarded lets administrators and a role past, and that is said", async () => {
  const { doctor, checks } = await scene(startGithubServer);
  const { code, healthy, states } = await checks();
  expect({ code, healthy }).toEqual({ code: 1, healthy: false });
  expect(states.get("forge-check")).toMatchObject({ state: "ok", found: "golden-thread" });
  expect(states.get("forge-pinned")?.state).toBe("ok");
  expect(states.get("forge-bypass")).toMatchObject({
    state: "fail",
    found: expect.stringContaining("administrators"),
    around: expect.stringContaining("without any check"),
    fix: expect.stringMatching(/\/settings\/rules$/),
  });
  const { stdout } = await doctor();
  expect(stdout).toMatch(/✗ who is let past the rules: RepositoryRole 5/);
});

test("a branch with no rules at all is open in every way", async () => {
  const { checks } = await scene(startGithubServer);
  const { code, states } = await checks("--branch", "sandbox");
  expect(code).toBe(1);
  const failed = [...states.values()].filter(({ state }) => state === "fail").map((one) => one.code);
  expect(failed).toEqual(["forge-check", "forge-pinned", "forge-direct", "forge-force", "forge-deletion"]);
});

test("a branch that there is not, and a forge that is not asked, are unknown and not well", async () => {
  const { checks } = await scene(startGithubServer);
  const { states } = await checks("--branch", "no-such-branch");
  expect([...states.values()]).toMatchObject([{ code: "forge", state: "unknown" }]);
});

test("GitLab's deploy keys push past merge requests", async () => {
  const { checks } = await scene(startGitlabServer);
  const { code, states } = await checks();
  expect(code).toBe(1);
  expect(states.get("forge-bypass")).toMatchObject({ state: "fail", found: "Deploy key may push" });
  expect(states.get("forge-direct")?.state).toBe("fail");
  expect(states.get("forge-tags")?.state).toBe("ok");
});
