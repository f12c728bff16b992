import { afterEach, describe, expect, test } from "vitest";
import { Fault, type FaultCode } from "../../src/core/fault.ts";
import type { Forge } from "../../src/core/forge.ts";
import { testClock } from "../servers/connect.ts";
import type { ForgeServer, WithForge } from "../servers/forge-server.ts";
import type { Call } from "../servers/kit.ts";
import { headOf, newPull, PULLS, sha } from "../servers/pull-model.ts";
import { HOSTILE } from "../servers/tracker-server.ts";
import { connectForge } from "./connect.ts";

type SetUp = (
  asking?: Parameters<typeof connectForge>[1],
) => Promise<{ scene: ForgeServer; forge: Forge; writes: () => readonly Call[] }>;

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
    opens(setUp);
    writesBodies(setUp);
    comments(setUp);
    judges(setUp);
    refuses(setUp);
  });
}

function isWrite({ method, path }: Call): boolean {
  return method !== "GET" && !path.endsWith("/graphql");
}

async function faultOf(asking: Promise<unknown>): Promise<FaultCode | "none"> {
  return (await thrownBy(asking))?.code ?? "none";
}

async function thrownBy(asking: Promise<unknown>): Promise<Fault | null> {
  try {
    await asking;
    return null;
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown;
    throw thrown;
  }
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

function opens(setUp: SetUp): void {
  const wanted = {
    head: { branch: PULLS.freeBranch, repository: null },
    base: PULLS.protectedBranch,
    title: "Open it",
    body: "Closes #50\n",
    draft: false,
  };

  test("forBranch: the open one, in the right repository, or none", async () => {
    const { scene, forge } = await setUp();
    const of = (branch: string, repository: string | null = null, base?: string) =>
      forge.forBranch({ branch, repository }, base);
    expect(await of("42-login")).toBe(PULLS.open);
    expect(await of("42-login", null, "main")).toBe(PULLS.open);
    expect(await of("42-login", null, PULLS.openBranch)).toBeNull();
    expect(await of(`${PULLS.closed}-work`)).toBeNull();
    expect(await of("patch-1")).toBeNull();
    expect(await of("patch-1", scene.fork)).toBe(PULLS.fork);
    expect(await of("no-such-branch")).toBeNull();
  });

  test("upsert: twice makes one, and the second writes nothing", async () => {
    const { scene, forge, writes } = await setUp();
    const before = scene.pulls.size;
    const first = await forge.upsert(wanted);
    expect(first).toMatchObject({ created: true, url: expect.stringContaining(String(first.number)) });
    expect(await forge.change(first.number)).toMatchObject({
      title: wanted.title,
      body: wanted.body,
      draft: false,
    });
    const made = writes().length;
    expect(await forge.upsert(wanted)).toEqual({ ...first, created: false });
    expect(writes()).toHaveLength(made);
    expect(scene.pulls.size).toBe(before + 1);
  });

  test("upsert: a draft stays one when its texts are brought up to date", async () => {
    const { forge } = await setUp();
    const { number } = await forge.upsert({ ...wanted, draft: true });
    await forge.upsert({ ...wanted, draft: true, title: "Better", body: "Other" });
    expect(await forge.change(number)).toMatchObject({ draft: true, title: "Better", body: "Other" });
  });

  test("upsert: one that somebody opened in between is found, not doubled", async () => {
    const { scene, forge } = await setUp();
    const before = scene.pulls.size;
    const number = 400;
    scene.server.loopback.onCall = ({ method }) => {
      if (method === "POST" && !scene.pulls.has(number))
        scene.pulls.set(
          number,
          newPull(number, scene.pulls.get(PULLS.open)?.author, { branch: PULLS.freeBranch }),
        );
      return null;
    };
    expect(await forge.upsert(wanted)).toMatchObject({ number, created: false });
    expect(scene.pulls.size).toBe(before + 1);
  });

  test("upsert: an answer that is lost is no second pull request", async () => {
    const { scene, forge } = await setUp();
    const before = scene.pulls.size;
    scene.server.loopback.onCall = ({ method }) => (method === "POST" ? "lost-answer" : null);
    expect(await faultOf(forge.upsert(wanted))).toBe("unavailable");
    scene.server.loopback.onCall = null;
    expect(await forge.upsert(wanted)).toMatchObject({ created: false });
    expect(scene.pulls.size).toBe(before + 1);
  });

  test("upsert: a branch that is not there is refused in the forge's words", async () => {
    const { forge } = await setUp();
    const head = { branch: "no-such-branch", repository: null };
    expect(await faultOf(forge.upsert({ ...wanted, head }))).toMatch(/usage|absent/);
  });
}

function writesBodies(setUp: SetUp): void {
  test("setBody: replaces what was read", async () => {
    const { scene, forge } = await setUp();
    const { body } = await forge.change(PULLS.open);
    const next = `${body}\n\n<!-- golden-thread:begin -->\nspec\n<!-- golden-thread:end -->`;
    expect(await forge.setBody(PULLS.open, next, { expected: body })).toEqual({ changed: true });
    expect(scene.pulls.get(PULLS.open)?.body).toBe(next);
    expect((await forge.change(PULLS.open)).title).toBe("Fix login loop");
  });

  test("setBody: what somebody wrote meanwhile is not overwritten", async () => {
    const { scene, forge, writes } = await setUp();
    const pull = scene.pulls.get(PULLS.open);
    const { body } = await forge.change(PULLS.open);
    if (pull !== undefined) pull.body = "Somebody's own words";
    expect(await faultOf(forge.setBody(PULLS.open, "Ours", { expected: body }))).toBe("usage");
    expect(writes()).toEqual([]);
    expect(pull?.body).toBe("Somebody's own words");
  });

  test("setBody: an equal body writes nothing", async () => {
    const { forge, writes } = await setUp();
    const { body } = await forge.change(PULLS.open);
    expect(await forge.setBody(PULLS.open, body, { expected: "whatever" })).toEqual({ changed: false });
    expect(writes()).toEqual([]);
  });

  test("a text over the limit is refused before anything is sent", async () => {
    const { scene, forge } = await setUp();
    const body = "x".repeat(forge.limits.body + 1);
    const head = { branch: PULLS.freeBranch, repository: null };
    const long = { head, base: "main", title: "Long", body, draft: false };
    expect(await faultOf(forge.setBody(PULLS.open, body, { expected: "" }))).toBe("usage");
    expect(await faultOf(forge.upsert(long))).toBe("usage");
    expect(scene.server.loopback.calls).toEqual([]);
    const comment = "x".repeat(forge.limits.comment + 1);
    expect(await faultOf(forge.comment(PULLS.open, comment, "long"))).toBe("usage");
  });

  test("a text of just the limit is taken", async () => {
    const { scene, forge } = await setUp();
    const body = "é".repeat(forge.limits.body);
    await forge.setBody(PULLS.draft, body, { expected: "" });
    expect(scene.pulls.get(PULLS.draft)?.body).toBe(body);
  });
}

function comments(setUp: SetUp): void {
  test("comment: once, and brought up to date in place", async () => {
    const { scene, forge } = await setUp();
    const first = await forge.comment(PULLS.open, "All is well.", "verdict");
    const again = await forge.comment(PULLS.open, "All is well.", "verdict");
    const other = await forge.comment(PULLS.open, "Not so well.", "verdict");
    expect(first).toMatchObject({ changed: true, url: expect.stringMatching(/^http/) });
    expect(again).toEqual({ ...first, changed: false });
    expect(other).toEqual(first);
    const marked = scene.comments(PULLS.open).filter((text) => text.includes("golden-thread:verdict"));
    expect(marked).toEqual([expect.stringContaining("Not so well.")]);
  });

  test("comment: somebody else's with a copied mark is left alone", async () => {
    const { scene, forge } = await setUp();
    const before = scene.comments(PULLS.open);
    await forge.comment(PULLS.open, "Ours", PULLS.copied);
    expect(scene.comments(PULLS.open)).toEqual([...before, expect.stringContaining("Ours")]);
  });

  test("comment: lost on the way back, it is not posted again", async () => {
    const { scene, forge } = await setUp();
    scene.server.loopback.onCall = (call) => (isWrite(call) ? "lost-answer" : null);
    expect(await faultOf(forge.comment(PULLS.open, "Lost?", "lost"))).toBe("unavailable");
    scene.server.loopback.onCall = null;
    await forge.comment(PULLS.open, "Lost?", "lost");
    expect(scene.comments(PULLS.open).filter((text) => text.includes("golden-thread:lost"))).toHaveLength(1);
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
