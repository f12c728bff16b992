import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { draftFacts } from "../../src/git/draft-facts.ts";
import { draftState } from "../../src/git/draft-state.ts";
import { openRepository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { stagedPaths } from "../../src/git/staged.ts";
import { repositoryAt, type TemporaryRepository, temporaryRepository } from "./repo.ts";

const open = (made: TemporaryRepository, env: Readonly<Record<string, string>> = {}) =>
  openRepository(openGit({ cwd: made.root, env: { ...made.env, ...env } }));

const IDLE = { mergeHeads: [], revertHead: null, cherryPickHead: null, rebase: null, squash: false };

function forked(): TemporaryRepository {
  const made = temporaryRepository();
  made.commit("base", { file: "base\n" });
  made.git("checkout", "--quiet", "-b", "side");
  made.commit("TASK-1 side", { file: "side\n", side: "x" });
  made.git("checkout", "--quiet", "main");
  made.commit("main", { main: "x" });
  return made;
}

describe("draftState", () => {
  it("tells what is under way, in a linked work tree too", async () => {
    const made = forked();
    made.git("worktree", "add", "--quiet", "-b", "linked", "../linked");
    for (const place of [made, repositoryAt(join(made.root, "../linked"), made.env)]) {
      const state = async () => draftState(await open(place));
      const side = place.git("rev-parse", "side");
      expect(await state()).toEqual(IDLE);
      place.commit("conflict", { file: "other\n" });
      place.run(["merge", "side"]);
      expect(await state()).toEqual({ ...IDLE, mergeHeads: [side] });
      place.git("merge", "--abort");
      place.run(["cherry-pick", "side"]);
      expect(await state()).toEqual({ ...IDLE, cherryPickHead: side });
      place.git("cherry-pick", "--abort");
      place.run(["revert", "side"]);
      expect(await state()).toEqual({ ...IDLE, revertHead: side });
      place.git("revert", "--abort");
      const branch = place.git("symbolic-ref", "--short", "HEAD");
      place.run(["rebase", "side"]);
      expect((await state()).rebase).toEqual({ branch });
      place.git("rebase", "--abort");
      place.run(["rebase", "--apply", "side"]);
      expect((await state()).rebase).toEqual({ branch });
      place.git("rebase", "--abort");
      place.run(["merge", "--squash", "side"]);
      expect((await state()).squash).toBe(true);
    }
  });

  it("is not taken in by branches of such names", async () => {
    const made = forked();
    for (const name of ["MERGE_HEAD", "REVERT_HEAD", "CHERRY_PICK_HEAD"]) {
      made.git("update-ref", `refs/heads/${name}`, "HEAD");
    }
    expect(draftState(await open(made))).toEqual(IDLE);
  });
});

describe("draftFacts", () => {
  it("knows a merge that is committed as git made it, and one that was changed", async () => {
    const made = forked();
    made.git("merge", "--no-commit", "--no-ff", "side");
    const index = readFileSync(made.path(".git/index"));
    expect((await draftFacts(await open(made), "merge")).merge).toBe("clean");
    made.write("evil", "x");
    expect((await draftFacts(await open(made), "merge")).merge).toBe("clean");
    expect(readFileSync(made.path(".git/index"))).toEqual(index);
    made.git("add", "evil");
    expect((await draftFacts(await open(made), "merge")).merge).toBe("changed");
  });

  it("knows a merge whose conflict a person settled", async () => {
    const made = forked();
    made.commit("conflict", { file: "other\n" });
    made.run(["merge", "side"]);
    made.git("checkout", "--quiet", "--theirs", "file");
    made.git("add", "--all");
    expect((await draftFacts(await open(made), "merge")).merge).toBe("changed");
  });

  it("confirms a revert and a cherry-pick from what is staged, amended ones too", async () => {
    const made = forked();
    const target = made.git("rev-parse", "side");
    const undo = `Revert\n\nThis reverts commit ${target}.`;
    const pick = `side\n\n(cherry picked from commit ${target})`;
    const told = async (message: string) => {
      const { inherits } = await draftFacts(await open(made), message);
      return inherits === null ? null : [inherits.kind, inherits.target.id];
    };
    made.git("cherry-pick", "--no-commit", "side");
    expect(await told(pick)).toEqual(["cherry-pick", target]);
    expect(await told(undo)).toBeNull();
    made.write("evil", "x");
    made.git("add", "evil");
    expect(await told(pick)).toBeNull();
    made.git("reset", "--quiet", "--hard");
    made.git("merge", "--quiet", "--no-edit", "side");
    made.git("revert", "--no-commit", target);
    expect(await told(undo)).toEqual(["revert", target]);
    made.git("commit", "--quiet", "-m", undo);
    expect(await told(undo)).toEqual(["revert", target]);
    expect(await told("fixup! TASK-1 side")).toEqual(["autosquash", target]);
    expect(await told("plain")).toBeNull();
  });

  it("claims nothing on an unborn branch", async () => {
    const made = temporaryRepository();
    made.write("file", "x");
    made.git("add", "--all");
    expect(await draftFacts(await open(made), "fixup! x")).toEqual({ merge: null, inherits: null });
  });
});

describe("stagedPaths", () => {
  it.each(["sha1", "sha256"] as const)("of a first commit in %s are all", async (objectFormat) => {
    const made = temporaryRepository({ objectFormat });
    made.write("-dash\nbreak", "x");
    made.write("deep/file", "x");
    made.git("add", "--all");
    const paths = await stagedPaths(await open(made));
    expect(paths.map(({ path, status, mode }) => [path, status, mode])).toEqual([
      ["-dash\nbreak", "added", "100644"],
      ["deep/file", "added", "100644"],
    ]);
  });

  it("are those of the index that a hook inherits, from any folder", async () => {
    const made = temporaryRepository();
    made.commit("base", { a: "1", b: "1", "deep/c": "1" });
    made.hook("commit-msg", `#!/bin/sh\ncp "$GIT_INDEX_FILE" '${made.path(".git/kept")}'\nexit 1\n`);
    made.write("a", "2");
    made.write("b", "2");
    made.git("add", "b");
    const at = async (args: readonly string[]) => {
      expect(made.run(args).code).toBe(1);
      const paths = await stagedPaths(await open(made, { GIT_INDEX_FILE: made.path(".git/kept") }));
      return paths.map(({ path }) => path);
    };
    expect(await at(["commit", "-m", "x", "--", "a"])).toEqual(["a"]);
    expect(await at(["commit", "-m", "x", "-a"])).toEqual(["a", "b"]);
    expect(await at(["commit", "-m", "x"])).toEqual(["b"]);
    const repo = await openRepository(openGit({ cwd: made.path("deep"), env: made.env }));
    expect((await stagedPaths(repo)).map(({ path }) => path)).toEqual(["b"]);
  });
});
