import { expect, test } from "vitest";
import type { WithForge } from "../servers/forge-server.ts";
import { startGithubServer, TOKENS } from "../servers/github/start.ts";
import { headOf, PULLS } from "../servers/pull-model.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { connectForge } from "./connect.ts";
import { contract } from "./contract.ts";

contract(() => startGithubServer(), "github");

async function withServer(run: (server: TrackerServer & WithForge) => Promise<void>): Promise<void> {
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
    expect(await forge.protection(PULLS.protectedBranch)).toEqual({
      requiredChecks: [PULLS.check],
      requiredApprovals: PULLS.approvals,
      forcePushes: null,
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
