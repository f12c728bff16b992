import { expect, test } from "vitest";
import { startGithubServer, TOKENS } from "../servers/github/start.ts";
import { headOf, PULLS } from "../servers/pull-model.ts";
import { connectForge } from "./connect.ts";
import { contract } from "./contract.ts";

contract(() => startGithubServer(), "github");

async function withServer(
  run: (server: Awaited<ReturnType<typeof startGithubServer>>) => Promise<void>,
): Promise<void> {
  const server = await startGithubServer();
  try {
    await run(server);
    expect(server.problems).toEqual([]);
  } finally {
    await server.loopback.close();
  }
}

const app = { user: null, token: TOKENS.app };

test("an app's token makes check runs, which no other may, and never a neutral one", () =>
  withServer(async (server) => {
    const scene = server.forge();
    const pull = scene.pulls.get(PULLS.open);
    const commit = pull === undefined ? "" : headOf(pull);
    const forge = await connectForge(scene, { credential: app });
    const told = { commit, number: null, name: "gate", title: "t", summary: "s", url: null };
    for (const verdict of ["undecided", "pass", "pending"] as const) await forge.check({ ...told, verdict });
    expect(scene.checks.map(({ state }) => state)).toEqual(["failure", "success", "in_progress"]);
    expect(server.loopback.calls.filter(({ path }) => path.endsWith("/check-runs"))).toHaveLength(3);
  }));

test("of many remarks none is lost or told twice, and none is longer than GitHub takes", () =>
  withServer(async (server) => {
    const scene = server.forge();
    const forge = await connectForge(scene, { credential: app });
    const annotations = Array.from({ length: 120 }, (_, at) => ({
      ...({ level: "warning", title: "t".repeat(at === 0 ? 300 : 3), message: `Remark ${at}` } as const),
      ...(at === 7 ? { path: null, line: null } : { path: "a.md", line: at === 8 ? null : at + 1 }),
    }));
    const long = "é".repeat(70_000);
    const told = { commit: PULLS.tip, number: null, name: "gate", verdict: "fail", title: "t" } as const;
    const [first, ...others] = annotations;
    const all = first === undefined ? [] : [{ ...first, message: long }, ...others];
    await forge.check({ ...told, summary: long, text: long, url: null, annotations: all });
    const [run] = server.store.checkRuns;
    expect(server.store.checkRuns).toHaveLength(1);
    expect(run?.annotations.map(({ message }) => String(message).slice(0, 10))).toEqual([
      "é".repeat(10),
      ...others.filter(({ path }) => path !== null).map(({ message }) => message.slice(0, 10)),
    ]);
    expect(Buffer.byteLength(String(run?.annotations[0]?.message))).toBeLessThanOrEqual(64 * 1024);
    expect([run?.summary?.length, run?.text?.length]).toEqual([65_535, 65_535]);
    const requests = server.loopback.calls.filter(({ path }) => path.includes("/check-runs"));
    expect(requests.map(({ method }) => method)).toEqual(["POST", "PATCH", "PATCH"]);
  }));

test("an Actions run knows its own comment, though REST does not tell it who it is", () =>
  withServer(async (server) => {
    const scene = server.forge();
    const forge = await connectForge(scene, { credential: app });
    expect(await forge.actor()).toMatchObject({ isBot: true });
    await forge.comment(PULLS.open, "One", "bot");
    await forge.comment(PULLS.open, "Two", "bot");
    expect(scene.comments(PULLS.open).filter((text) => text.includes("golden-thread:bot"))).toHaveLength(1);
  }));

test("who may not see a branch's protection is told of rulesets alone, not that there is none", () =>
  withServer(async (server) => {
    const scene = server.forge();
    const forge = await connectForge(scene, { credential: server.credentials.reader });
    expect(await forge.protection(PULLS.protectedBranch)).toMatchObject({
      ...{ requiredChecks: [PULLS.check], requiredApprovals: PULLS.approvals, forcePushes: null },
      ...{ pinnedChecks: [PULLS.check], upToDate: true, deletions: false, directPushes: false },
      ...{ bypass: null, ownersReview: true, fixedTags: true },
    });
  }));

test("an administrator is told everybody who is let past", () =>
  withServer(async (server) => {
    const forge = await connectForge(server.forge());
    expect(await forge.protection(PULLS.protectedBranch)).toMatchObject({
      bypass: ["RepositoryRole 5 (pull_request, ruleset main)", "administrators"],
      page: expect.stringMatching(/\/settings\/rules$/),
    });
    expect(await forge.protection(PULLS.openBranch)).toMatchObject({
      ...{ requiredChecks: [], pinnedChecks: [], bypass: [] },
      ...{ forcePushes: true, deletions: true, directPushes: true, ownersReview: false },
    });
  }));

test("a head that moves while it is read makes the list incomplete", () =>
  withServer(async (server) => {
    const scene = server.forge();
    const forge = await connectForge(scene);
    const pull = scene.pulls.get(PULLS.open);
    server.loopback.onCall = ({ path }) => {
      if (pull !== undefined && path.endsWith("/commits"))
        scene.pulls.set(PULLS.open, { ...pull, commits: pull.commits.slice(0, 1) });
      return null;
    };
    expect((await forge.commits(PULLS.open)).complete).toBe(false);
  }));

test("a pull request of a fork is asked for under the fork's owner", () =>
  withServer(async (server) => {
    const scene = server.forge();
    const forge = await connectForge(scene);
    const head = { branch: PULLS.freeBranch, repository: scene.fork };
    const { number } = await forge.upsert({ head, base: "main", title: "t", body: "b", draft: true });
    expect((await forge.change(number)).head).toMatchObject({ isFork: true, repository: scene.fork });
  }));
