import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claimsIn } from "../../src/git/claims.ts";
import { factsOf } from "../../src/git/facts.ts";
import { openRepository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { repositoryAt, type TemporaryRepository, temporaryRepository } from "./repo.ts";

const lines = (change: Readonly<Record<number, string>> = {}): string =>
  Array.from({ length: 30 }, (_, index) => `${change[index] ?? `line ${index}`}\n`).join("");

const open = (made: TemporaryRepository) => openRepository(openGit({ cwd: made.root, env: made.env }));

async function fact(made: TemporaryRepository, rev = "HEAD") {
  const id = made.git("rev-parse", rev);
  const facts = (await factsOf(await open(made), [id])).get(id);
  return {
    merge: facts?.merge,
    kind: facts?.inherits?.kind ?? null,
    target: facts?.inherits?.target.id ?? null,
  };
}

const NOTHING = { merge: null, kind: null, target: null };

/** Every object file, to see that none is added. */
const objectFiles = (made: TemporaryRepository): readonly string[] =>
  readdirSync(made.path(".git/objects"), { recursive: true }).map(String).sort();

/** `main` with one change and `side` with another to the same file, far apart or at the same place. */
function forked(options: {
  readonly conflict: boolean;
  readonly objectFormat?: "sha256";
}): TemporaryRepository {
  const made = temporaryRepository(options.objectFormat ? { objectFormat: options.objectFormat } : {});
  made.commit("base", { file: lines() });
  made.git("checkout", "--quiet", "-b", "side");
  made.commit("side", { file: lines({ 25: "side" }), added: "x" });
  made.git("checkout", "--quiet", "main");
  made.commit("main", { file: lines({ [options.conflict ? 25 : 2]: "main" }) });
  return made;
}

describe("a merge", () => {
  it("is clean if its tree is git's own, and looking leaves nothing behind", async () => {
    for (const made of [forked({ conflict: false }), forked({ conflict: false, objectFormat: "sha256" })]) {
      made.git("merge", "--quiet", "--no-ff", "-m", "merge", "side");
      const before = objectFiles(made);
      expect(await fact(made)).toEqual({ ...NOTHING, merge: "clean" });
      expect(objectFiles(made)).toEqual(before);
    }
  });

  it("with a change smuggled in is not", async () => {
    const made = forked({ conflict: false });
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", "side");
    made.write("evil", "x");
    made.git("add", "--all");
    made.git("commit", "--quiet", "--amend", "--no-edit");
    expect(await fact(made)).toEqual({ ...NOTHING, merge: "changed" });
  });

  it("with a conflict settled by hand is not, even if one side was taken whole or the markers were left", async () => {
    for (const settle of [["checkout", "--ours", "file"], ["checkout", "--theirs", "file"], ["status"]]) {
      const made = forked({ conflict: true });
      expect(made.run(["merge", "side"]).code).toBe(1);
      made.git(...settle);
      made.commit("merge");
      expect(made.git("rev-list", "--parents", "--max-count=1", "HEAD").split(" ")).toHaveLength(3);
      expect(await fact(made)).toEqual({ ...NOTHING, merge: "changed" });
    }
  });

  it("that throws one side away is not", async () => {
    const made = forked({ conflict: false });
    made.git("merge", "--quiet", "--strategy=ours", "-m", "merge", "side");
    expect(await fact(made)).toEqual({ ...NOTHING, merge: "changed" });
  });

  it("of three branches, of strangers, and of two that say the same is judged by what git makes of it", async () => {
    const made = forked({ conflict: false });
    made.git("checkout", "--quiet", "-b", "third", "main~1");
    made.commit("third", { third: "x" });
    made.git("checkout", "--quiet", "main");
    made.git("merge", "--quiet", "-m", "octopus", "side", "third");
    expect(made.git("rev-list", "--parents", "--max-count=1", "HEAD").split(" ")).toHaveLength(4);
    expect((await fact(made)).merge).toBe("clean");
    made.write("evil", "x");
    made.git("add", "--all");
    made.git("commit", "--quiet", "--amend", "--no-edit");
    expect((await fact(made)).merge).toBe("changed");

    made.git("checkout", "--quiet", "--orphan", "stranger");
    made.git("rm", "--quiet", "-r", "--force", ".");
    made.commit("stranger", { other: "x" });
    made.git("checkout", "--quiet", "main");
    made.git("merge", "--quiet", "--allow-unrelated-histories", "-m", "strangers", "stranger");
    expect((await fact(made)).merge).toBe("clean");
  });

  it("with criss-cross bases is clean, and many are answered in order", async () => {
    const made = forked({ conflict: false });
    made.git("branch", "before");
    made.git("merge", "--quiet", "--no-ff", "-m", "one", "side");
    made.git("checkout", "--quiet", "side");
    made.git("merge", "--quiet", "--no-ff", "-m", "two", "before");
    made.commit("more", { more: "x" });
    made.git("merge", "--quiet", "--no-ff", "-m", "three", "main");
    made.commit("plain", { plain: "x" });
    const ids = made.git("rev-list", "HEAD").split("\n");
    const facts = await factsOf(await open(made), ids);
    const merges = ids.map((id) => facts.get(id)?.merge);
    expect(merges.filter((merge) => merge === "clean")).toHaveLength(3);
    expect(merges.filter((merge) => merge === null)).toHaveLength(ids.length - 3);
  });

  it("is unknown where a shallow clone hides its base, and others are still told", async () => {
    const made = forked({ conflict: false });
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", "side");
    made.git("checkout", "--quiet", "-b", "again");
    made.commit("again", { again: "x" });
    made.git("checkout", "--quiet", "main");
    made.commit("main", { here: "x" });
    made.git("merge", "--quiet", "--no-ff", "-m", "second", "again");
    made.git("clone", "--quiet", "--depth=3", `file://${made.root}`, "../clone");
    const clone = repositoryAt(join(made.root, "../clone"), made.env);
    const ids = made.git("rev-list", "--merges", "HEAD").split("\n");
    const facts = await factsOf(await open(clone), ids);
    expect(ids.map((id) => facts.get(id)?.merge)).toEqual(["clean", "unknown"]);
  });

  it("whose objects are gone is unknown, and those after it are told", async () => {
    const made = forked({ conflict: false });
    made.git("merge", "--quiet", "--no-ff", "-m", "one", "side");
    made.git("checkout", "--quiet", "-b", "other", "main~1");
    made.commit("other", { other: "x" });
    made.git("merge", "--quiet", "--no-ff", "-m", "two", "side");
    const ids = ["main", "other"].map((name) => made.git("rev-parse", name));
    const lost = made.git("rev-parse", "main~1:file");
    rmSync(made.path(".git/objects", lost.slice(0, 2), lost.slice(2)));
    made.run(["update-ref", "HEAD", "HEAD"]);
    const facts = await factsOf(await open(made), ids);
    expect(ids.map((id) => facts.get(id)?.merge)).toContain("unknown");
  });
});

describe("a revert", () => {
  const reverted = (surroundings: boolean): { made: TemporaryRepository; target: string } => {
    const made = temporaryRepository();
    made.commit("base", { file: lines(), binary: Buffer.from([0, 1, 2]) });
    const target = made.commit("TASK-1 change", {
      file: lines({ 5: "five" }),
      binary: Buffer.from([0, 9]),
      added: "x",
    });
    if (surroundings) made.commit("near", { file: lines({ 5: "five", 7: "seven" }) });
    made.git("revert", "--no-edit", target);
    return { made, target };
  };

  it("is proven by the inverse change, surroundings aside", async () => {
    for (const surroundings of [false, true]) {
      const { made, target } = reverted(surroundings);
      expect(await fact(made)).toEqual({ merge: null, kind: "revert", target });
    }
  });

  it("with an extra change, in text or in a binary file, is not", async () => {
    for (const extra of [{ evil: "x" }, { binary: Buffer.from([0, 7]) }, { file: lines({ 9: "evil" }) }]) {
      const { made } = reverted(false);
      for (const [path, content] of Object.entries(extra)) made.write(path, content);
      made.git("add", "--all");
      made.git("commit", "--quiet", "--amend", "--no-edit");
      expect(await fact(made)).toEqual(NOTHING);
    }
  });

  it("of something that is no ancestor, unknown, abbreviated to a ref's name, or no commit is not", async () => {
    const { made, target } = reverted(false);
    const message = (id: string): string => `Revert "x"\n\nThis reverts commit ${id}.\n`;
    made.git("branch", "deadbee", target);
    made.git("checkout", "--quiet", "-b", "elsewhere", `${target}~1`);
    made.commit("elsewhere", { file: lines({ 5: "five" }) });
    const stranger = made.commit("stranger", { file: lines({ 5: "six" }) });
    made.git("checkout", "--quiet", "-b", "back", "HEAD~1");
    const tree = made.git("rev-parse", "HEAD^{tree}");
    for (const id of [stranger, "0".repeat(40), "deadbee", tree, target.slice(0, 6)]) {
      made.git("checkout", "--quiet", "--detach", stranger);
      made.git("checkout", "--quiet", "-B", "back", "HEAD");
      made.git("reset", "--quiet", "--hard", `${stranger}~1`);
      made.commit(message(id), { file: lines({ 5: "five" }), other: "x" });
      expect(await fact(made)).toEqual(NOTHING);
    }
  });

  it("may name its target by a part of the id, and may itself be reverted", async () => {
    const { made, target } = reverted(false);
    const first = made.git("rev-parse", "HEAD");
    made.git(
      "commit",
      "--quiet",
      "--amend",
      "-m",
      `Undo\n\nThis reverts commit ${target.slice(0, 12)} (TASK-1 change, 2023-11-14).`,
    );
    expect(await fact(made)).toEqual({ merge: null, kind: "revert", target });
    made.git("reset", "--quiet", "--hard", first);
    made.git("revert", "--no-edit", "HEAD");
    expect(await fact(made)).toEqual({ merge: null, kind: "revert", target: first });
  });

  it("of a merge is proven against the parent that it goes back to", async () => {
    const made = forked({ conflict: false });
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", "side");
    const target = made.git("rev-parse", "HEAD");
    made.git("revert", "--no-edit", "-m", "1", target);
    expect(await fact(made)).toEqual({ merge: null, kind: "revert", target });
    made.git("reset", "--quiet", "--hard", target);
    made.git("revert", "--no-edit", "-m", "2", target);
    expect(await fact(made)).toEqual({ merge: null, kind: "revert", target });
  });

  it("of a root commit is proven too", async () => {
    const made = temporaryRepository();
    const target = made.commit("root", { file: "x" });
    made.commit("more", { other: "x" });
    made.git("revert", "--no-edit", target);
    expect(await fact(made)).toEqual({ merge: null, kind: "revert", target });
  });
});

describe("a cherry-pick", () => {
  const picked = (): { made: TemporaryRepository; target: string } => {
    const made = temporaryRepository();
    made.commit("base", { file: lines() });
    made.git("checkout", "--quiet", "-b", "side");
    const target = made.commit("TASK-1 change\n\nSigned-off-by: A <a@b>", { file: lines({ 5: "five" }) });
    made.git("checkout", "--quiet", "main");
    made.commit("near", { file: lines({ 8: "eight" }) });
    made.git("cherry-pick", "-x", target);
    return { made, target };
  };

  it("is proven by the same change, the last named first", async () => {
    const { made, target } = picked();
    expect(await fact(made)).toEqual({ merge: null, kind: "cherry-pick", target });
    const first = made.git("rev-parse", "HEAD");
    made.git("checkout", "--quiet", "-b", "again", "HEAD~1");
    made.git("cherry-pick", "-x", first);
    expect(await fact(made)).toEqual({ merge: null, kind: "cherry-pick", target: first });
  });

  it("with an extra change is not", async () => {
    const { made } = picked();
    made.write("evil", "x");
    made.git("add", "--all");
    made.git("commit", "--quiet", "--amend", "--no-edit");
    expect(await fact(made)).toEqual(NOTHING);
  });

  it("of an empty commit proves nothing", async () => {
    const made = temporaryRepository();
    made.commit("base", { file: "x" });
    const empty = made.commit("TASK-1 empty");
    made.commit(`copy\n\n(cherry picked from commit ${empty})`);
    expect(await fact(made)).toEqual(NOTHING);
  });
});

describe("an autosquash commit", () => {
  it("finds its target among its ancestors by subject, by id and by a subject's beginning", async () => {
    const made = temporaryRepository();
    const first = made.commit("TASK-1 the first change", { a: "1" });
    const second = made.commit("TASK-2 another\nwrapped subject\n\nbody", { b: "1" });
    made.git("branch", "stash");
    made.commit("beside", { c: "1" });
    for (const [subject, target] of [
      ["fixup! TASK-1 the first change", first],
      ["squash! TASK-2 another wrapped subject", second],
      ["amend! fixup! TASK-1 the first change", first],
      [`fixup! ${first.slice(0, 10)}`, first],
      ["fixup! TASK-1 the", first],
    ] as const) {
      made.commit(subject, { d: subject });
      expect(await fact(made)).toEqual({ merge: null, kind: "autosquash", target });
    }
  });

  it("finds none that is not behind it, and takes no subject for an option", async () => {
    const made = temporaryRepository();
    made.commit("base", { a: "1" });
    made.git("checkout", "--quiet", "-b", "side");
    made.commit("TASK-1 elsewhere", { b: "1" });
    made.git("checkout", "--quiet", "main");
    for (const subject of [
      "fixup! TASK-1 elsewhere",
      "fixup! --all",
      "fixup! ",
      "fixup! stash",
      "fixup!base",
    ]) {
      made.commit(subject, { c: subject });
      expect(await fact(made)).toEqual(NOTHING);
    }
    const root = temporaryRepository();
    root.commit("fixup! base");
    expect(await fact(root)).toEqual(NOTHING);
  });
});

describe("claims", () => {
  it.each([
    ["plain", { reverts: [], picks: [], amends: null }],
    [
      "x\n\nThis reverts commit abcdef1.",
      { reverts: [{ id: "abcdef1", mainline: null }], picks: [], amends: null },
    ],
    ["x\n\nThis reverts commit ABCDEF1.", { reverts: [], picks: [], amends: null }],
    ["x\n\n> This reverts commit abcdef1.", { reverts: [], picks: [], amends: null }],
    [
      "x\n\nThis reverts commit abcdef1, reversing\nchanges made to 1234567.",
      { reverts: [{ id: "abcdef1", mainline: "1234567" }], picks: [], amends: null },
    ],
    [
      "x\n\n(cherry picked from commit aaaaaaa)\n(cherry picked from commit bbbbbbb)",
      { reverts: [], picks: ["bbbbbbb", "aaaaaaa"], amends: null },
    ],
    ["fixup! squash! a\nb\n\nc", { reverts: [], picks: [], amends: "a b" }],
    ["fixup! ", { reverts: [], picks: [], amends: null }],
  ])("of %j", (message, claims) => {
    expect(claimsIn(message)).toEqual(claims);
  });
});
