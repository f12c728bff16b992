import { afterEach, describe, expect, test } from "vitest";
import { testClock } from "../servers/connect.ts";
import type { ForgeServer, WithForge } from "../servers/forge-server.ts";
import { headOf, PULLS, sha } from "../servers/pull-model.ts";
import { HOSTILE } from "../servers/tracker-server.ts";
import { connectForge } from "./connect.ts";
import { tellsArrivals } from "./contract-arrivals.ts";
import { tellsOpenWork, writesRemarks } from "./contract-work.ts";
import { comments, opens, writesBodies } from "./contract-writes.ts";
import { faultOf, isWrite, type SetUp, thrownBy } from "./scene.ts";

/** What every forge owes the gate, run against the vendor's protocol over real HTTP. */
export function contract(start: () => Promise<WithForge>, name: string): void {
  describe(`contract of a forge: ${name}`, () => {
    const open: ForgeServer[] = [];
    const setUp: SetUp = async (asking = {}) => {
      const scene = (await start()).forge();
      open.push(scene);
      const writes = () => scene.server.loopback.calls.filter(isWrite);
      return { scene, forge: await connectForge(scene, asking), writes };
    };
    afterEach(async () => {
      const scenes = open.splice(0);
      await Promise.all(scenes.map(({ server }) => server.loopback.close()));
      for (const { server } of scenes) expect(server.problems).toEqual([]);
    });
    reads(setUp);
    tellsArrivals(setUp);
    opens(setUp);
    writesBodies(setUp);
    comments(setUp);
    tellsOpenWork(setUp);
    writesRemarks(setUp);
    judges(setUp);
    refuses(setUp);
  });
}

function reads(setUp: SetUp): void {
  test("found: with the base branch as it is now, not as it was", async () => {
    const { scene, forge } = await setUp();
    const pull = scene.pulls.get(PULLS.open);
    expect(await forge.change(PULLS.open)).toMatchObject({
      number: PULLS.open,
      state: "open",
      draft: false,
      title: "Fix login loop",
      body: pull?.body,
      author: { isBot: false },
      base: { branch: "main", commit: PULLS.tip },
      head: { branch: "42-login", commit: pull && headOf(pull), repository: scene.repository, isFork: false },
      labels: ["auth"],
      url: expect.stringMatching(/^http/),
      mergeCommit: null,
    });
  });

  test("merged, closed, draft and from a fork are told apart", async () => {
    const { scene, forge } = await setUp();
    expect(await forge.change(PULLS.merged)).toMatchObject({
      state: "merged",
      mergeCommit: PULLS.mergeCommit,
    });
    expect(await forge.change(PULLS.closed)).toMatchObject({ state: "closed", mergeCommit: null });
    expect(await forge.change(PULLS.draft)).toMatchObject({
      state: "open",
      draft: true,
      title: `Change ${PULLS.draft}`,
    });
    expect((await forge.change(PULLS.fork)).head).toMatchObject({
      branch: "patch-1",
      isFork: true,
      repository: scene.fork,
    });
  });

  test("hostile texts come as they are: they are data, and may be written back", async () => {
    const { forge } = await setUp();
    expect(await forge.change(PULLS.hostile)).toMatchObject({ title: HOSTILE.title, body: HOSTILE.text });
  });

  test("commits: oldest first, with whole messages and parents", async () => {
    const { scene, forge } = await setUp();
    const { commits, complete } = await forge.commits(PULLS.open);
    const stored = scene.pulls.get(PULLS.open)?.commits ?? [];
    expect(complete).toBe(true);
    expect(commits.map(({ id, parents, message }) => ({ id, parents, message }))).toEqual(
      stored.map(({ id, parents, message }) => ({ id, parents, message })),
    );
    expect(commits[0]).toMatchObject({
      author: { name: "Ada Dev", email: "ada@acme.example" },
      committedAt: Date.UTC(2026, 10, 1, 10) / 1000,
    });
  });

  test("commits: none of 300 is lost, and that is known", async () => {
    const { forge } = await setUp();
    const { commits, complete } = await forge.commits(PULLS.crowded);
    const ids = Array.from({ length: PULLS.crowd }, (_, at) => sha(PULLS.crowded * 1000 + at));
    expect(commits.map(({ id }) => id)).toEqual(ids);
    expect(complete).toBe(true);
  });

  test("absent: a number and a branch that are not there", async () => {
    const { forge } = await setUp();
    expect(await faultOf(forge.change(PULLS.absent))).toBe("absent");
    expect(await faultOf(forge.commits(PULLS.absent))).toBe("absent");
    expect(await faultOf(forge.protection("no-such-branch"))).toBe("absent");
  });

  test("whose token it is", async () => {
    const { forge } = await setUp();
    expect(await forge.actor()).toMatchObject({ account: expect.stringMatching(/./), isBot: false });
  });

  test("how the repository merges", async () => {
    const { forge } = await setUp();
    expect((await forge.merging()).methods).toEqual(["squash"]);
  });
}

function judges(setUp: SetUp): void {
  test("check: only a pass lets it through", async () => {
    const { scene, forge } = await setUp();
    const pull = scene.pulls.get(PULLS.open);
    const commit = pull === undefined ? "" : headOf(pull);
    const told = { commit, number: PULLS.open, name: PULLS.check, summary: "…", url: "https://ci.example/1" };
    for (const verdict of ["pending", "undecided", "fail", "pass"] as const)
      await forge.check({ ...told, verdict, title: `It is ${"so ".repeat(200)}` });
    expect(scene.checks.map(({ name }) => name)).toEqual(Array(4).fill(PULLS.check));
    expect(scene.checks.map(({ state }) => /^succe/.test(state))).toEqual([false, false, false, true]);
    expect(scene.checks.every((one) => one.commit === commit)).toBe(true);
  });

  test("approvals: valid at the head, stale before it, dismissed when taken back", async () => {
    const { scene, forge } = await setUp();
    const approvals = await forge.approvals(PULLS.reviewed);
    const commits = scene.pulls.get(PULLS.reviewed)?.commits ?? [];
    const told = Object.fromEntries(approvals.map((one) => [one.standing, one]));
    expect(approvals.map(({ standing }) => standing).sort()).toEqual(
      scene.remembersDismissed ? ["dismissed", "stale", "valid"] : ["stale", "valid"],
    );
    expect(told.valid).toMatchObject({ commit: commits[1]?.id, at: "2026-11-02T11:00:00.000Z" });
    expect(told.stale).toMatchObject({ commit: commits[0]?.id, at: "2026-11-01T11:00:00.000Z" });
    expect(new Set(approvals.map(({ by }) => by.account)).size).toBe(approvals.length);
    expect(await forge.approvals(PULLS.open)).toEqual([]);
  });

  test("protection: what a branch demands, and that another demands nothing", async () => {
    const { forge } = await setUp();
    expect(await forge.protection(PULLS.protectedBranch)).toMatchObject({
      requiredApprovals: PULLS.approvals,
      forcePushes: false,
      requiredChecks: [expect.stringMatching(/golden-thread|pipeline/)],
      pinnedChecks: [expect.stringMatching(/golden-thread|pipeline/)],
      deletions: false,
    });
    expect((await forge.protection(PULLS.openBranch))?.forcePushes).not.toBe(false);
  });
}

function refuses(setUp: SetUp): void {
  test("a token that may only read is told so", async () => {
    const { scene } = await setUp();
    const forge = await connectForge(scene, { credential: scene.server.credentials.reader });
    const { body } = await forge.change(PULLS.open);
    const head = { branch: PULLS.freeBranch, repository: null };
    const refusals = [
      () => forge.setBody(PULLS.open, "x", { expected: body }),
      () => forge.comment(PULLS.open, "x", "mark"),
      () => forge.upsert({ head, base: "main", title: "x", body: "x", draft: false }),
      () =>
        forge.check({
          ...{ commit: sha(PULLS.open * 1000 + 1), number: PULLS.open, name: "x", verdict: "pass" },
          ...{ title: "x", summary: "x", url: null },
        }),
    ];
    for (const refusal of refusals) expect(await faultOf(refusal())).toBe("forbidden");
  });

  test("a dead token is called dead, and is in no message", async () => {
    const { scene } = await setUp();
    const credential = scene.server.credentials.dead;
    const forge = await connectForge(scene, { credential });
    const asked = [() => forge.change(PULLS.open), () => forge.actor(), () => forge.commits(PULLS.absent)];
    for (const asking of asked) {
      const fault = await thrownBy(asking());
      expect(fault?.code).toBe("credentials");
      expect(JSON.stringify([fault?.message, fault?.found, fault?.fix, String(fault?.stack)])).not.toContain(
        credential.token,
      );
    }
  });

  test("too often, then answered", async () => {
    const { scene } = await setUp();
    for (const answer of Object.values(scene.server.limits(Date.now()))) {
      const clock = testClock();
      const forge = await connectForge(scene, { clock, waitMs: Number.POSITIVE_INFINITY });
      scene.server.loopback.mishaps.push(answer);
      expect((await forge.change(PULLS.open)).number).toBe(PULLS.open);
      expect(clock.slept.length).toBeGreaterThan(0);
    }
  });

  test.each(["truncate", "reset", { status: 200, text: "<!doctype html><title>Sign in</title>" }] as const)(
    "no answer that can be read: %j",
    async (mishap) => {
      const { scene, forge } = await setUp();
      scene.server.loopback.always = mishap;
      expect(await faultOf(forge.change(PULLS.open))).toBe("unavailable");
    },
  );

  test("no token: never a write", async () => {
    const { scene } = await setUp();
    const forge = await connectForge(scene, { credential: null });
    expect(await faultOf(forge.comment(PULLS.open, "x", "mark"))).toBe("credentials");
    expect(scene.server.loopback.calls.filter(isWrite)).toEqual([]);
  });
}
