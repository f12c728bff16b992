import { expect, test } from "vitest";
import { newPull, PULLS } from "../servers/pull-model.ts";
import { faultOf, isWrite, type SetUp } from "./scene.ts";

/** Pull requests are opened once. */
export function opens(setUp: SetUp): void {
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

/** Nobody's words are lost. */
export function writesBodies(setUp: SetUp): void {
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

/** A comment is one comment. */
export function comments(setUp: SetUp): void {
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
