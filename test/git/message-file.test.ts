import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type StoredMessage, storedMessage } from "../../src/git/message-file.ts";
import { openRepository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { type Ran, repositoryAt, type TemporaryRepository, temporaryRepository } from "./repo.ts";

/** Lines that some mode or comment character treats in its own way, and some that none does. */
const TYPED =
  "#42 typed subject\n\n; a semicolon\nTASK-1 is here  \t\n\n\n\n# TASK-2 as a comment\n%x\n\nRefs: TASK-3\n";

interface Recorded {
  readonly ran: Ran;
  /** What our room says of the file that the hook was given. */
  readonly told: StoredMessage | null;
  /** What git then stored. */
  readonly stored: string;
}

/** Runs git with a commit-msg hook that keeps its file, environment and folder, then asks our room about them. */
async function record(
  made: TemporaryRepository,
  args: readonly string[],
  typed: string | null,
  editor: "prepend" | "replace" | ":" = "prepend",
): Promise<Recorded> {
  const kept = join(made.env.HOME ?? "", "kept");
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept);
  made.hook("commit-msg", `#!/bin/sh\ncp "$1" '${kept}/file'\nenv -0 >'${kept}/env'\npwd >'${kept}/cwd'\n`);
  writeFileSync(join(kept, "typed"), typed ?? "");
  const script = join(kept, "editor");
  const keep = editor === "prepend" ? '"$1"' : "";
  writeFileSync(script, `#!/bin/sh\ncat '${kept}/typed' ${keep} >'${kept}/new'\ncat '${kept}/new' >"$1"\n`);
  chmodSync(script, 0o755);
  const ran = made.run(args, { env: { GIT_EDITOR: editor === ":" ? ":" : script } });
  const stored = made.run(["cat-file", "commit", "HEAD"]).stdout.replace(/^[\s\S]*?\n(?:\n|$)/, "");
  return { ran, stored, told: await ask(kept) };
}

async function ask(kept: string): Promise<StoredMessage | null> {
  const text = (name: string): string => readFileSync(join(kept, name), "utf8");
  let entries: readonly string[];
  try {
    entries = text("env").split("\0");
  } catch {
    return null;
  }
  const env = Object.fromEntries(
    entries
      .filter((entry) => entry !== "")
      .map((entry) => [entry.slice(0, entry.indexOf("=")), entry.slice(entry.indexOf("=") + 1)]),
  );
  const repo = await openRepository(openGit({ cwd: text("cwd").trimEnd(), env }));
  return storedMessage(repo, join(kept, "file"));
}

/** The builder cuts the last line break off what a command prints. */
const same = (told: string | undefined, stored: string): boolean => told?.replace(/\n$/, "") === stored;

const CLEANUPS = [null, "strip", "whitespace", "verbatim", "scissors"] as const;
const VERBOSE = ["no", "flag", "config"] as const;

function configured(
  made: TemporaryRepository,
  cleanup: string | null,
  comment: string,
  verbose: string,
): readonly string[] {
  const options = ["-c", `core.commentChar=${comment}`];
  if (cleanup !== null) options.push("-c", `commit.cleanup=${cleanup}`);
  if (verbose === "config") options.push("-c", "commit.verbose=true");
  made.write("file", `${Math.random()}TASK-99 stands in the diff`);
  made.git("add", "--all");
  return [...options, "commit", "--allow-empty", ...(verbose === "flag" ? ["-v"] : [])];
}

describe.each(CLEANUPS)("configured cleanup %s", (cleanup) => {
  const comments = cleanup === null ? ["#", ";", "auto"] : ["#", "auto"];
  it.each(comments)("with comment character %s is what git makes of it, by every way in", async (comment) => {
    const made = temporaryRepository();
    made.commit("first", { file: "first" });
    for (const verbose of VERBOSE) {
      const commit = configured(made, cleanup, comment, verbose);
      const ways = [
        { args: [...commit, "--amend"], typed: TYPED },
        { args: [...commit, "--amend", "-m", TYPED], typed: null },
        { args: [...commit], typed: TYPED },
        { args: [...commit, "--amend", "--no-edit"], typed: null },
        { args: [...commit, "--amend", "-e", "-m", "#7 given"], typed: TYPED },
      ];
      for (const { args, typed } of verbose === "no" ? ways : ways.slice(0, 2)) {
        const { ran, told, stored } = await record(made, args, typed);
        const label = `${args.join(" ")}: ${ran.stderr}${told?.text}`;
        expect(ran.code, label).toBe(0);
        expect(same(told?.text, stored), `${label}\n---\n${stored}`).toBe(true);
        expect(told?.text).not.toContain("TASK-99");
      }
    }
  });
});

describe("a cleanup that only the command line names", () => {
  it.each(CLEANUPS.slice(1))("%s is among the readings, with an editor the first", async (cleanup) => {
    const made = temporaryRepository();
    made.commit("first", { file: "first" });
    for (const verbose of ["no", "flag"]) {
      const commit = [...configured(made, null, "#", verbose), "--amend", `--cleanup=${cleanup}`];
      const edited = await record(made, commit, TYPED);
      expect(edited.ran.code).toBe(0);
      const readings = edited.told?.readings.map((text) => text.replace(/\s+/g, " ").trim());
      expect(readings, edited.told?.mode).toContain(edited.stored.replace(/\s+/g, " ").trim());
      expect(edited.told?.certain).toBe(true);
    }
  });
});

describe("uncertainty", () => {
  it("is told where GIT_EDITOR=: is the user's own, and git's block may go or stay", async () => {
    const made = temporaryRepository();
    made.commit("#42 first\n\nbody", { file: "first" });
    made.git("config", "core.commentChar", "#");
    const { told, stored } = await record(made, ["commit", "--amend"], null, ":");
    expect(told?.certain).toBe(false);
    expect(told?.readings.some((text) => same(text, stored))).toBe(true);
  });

  it("is none for a message given on the command line, nor for one typed under git's instructions", async () => {
    const made = temporaryRepository();
    const given = await record(made, ["commit", "--allow-empty", "-m", "#42 x"], null);
    expect(given.told).toMatchObject({ text: "#42 x\n", certain: true, editor: false, mode: "whitespace" });
    const typed = await record(made, ["commit", "--allow-empty"], "#42 x\nreal\n");
    expect(typed.told).toMatchObject({ text: "real\n", certain: true, editor: true, mode: "strip" });
    expect(typed.stored).toBe("real");
  });

  it("is told where scissors stand that git did not write", async () => {
    const made = temporaryRepository();
    const pasted = "subject\n\n# ------------------------ >8 ------------------------\nTASK-1\n";
    const { told, stored } = await record(made, ["commit", "--allow-empty"], pasted);
    expect(told?.certain).toBe(false);
    expect(same(told?.text, stored)).toBe(true);
  });

  it("is told where auto's character was deleted with its block", async () => {
    const made = temporaryRepository();
    made.git("config", "core.commentChar", "auto");
    for (const before of ["plain", "#1 before"]) {
      made.git("commit", "--quiet", "--allow-empty", "--cleanup=verbatim", "-m", before);
      const { told, stored } = await record(
        made,
        ["commit", "--allow-empty", "--amend"],
        "#42 x\n\nreal\n",
        "replace",
      );
      expect(told?.certain).toBe(false);
      expect(told?.readings.some((text) => same(text, stored))).toBe(true);
    }
  });
});

describe.each(["main", "linked work tree", "submodule", "sha256"])("in a %s", (place) => {
  const at = (): TemporaryRepository => {
    const made = temporaryRepository({ objectFormat: place === "sha256" ? "sha256" : "sha1" });
    made.commit("base", { conflict: "base\n" });
    if (place === "linked work tree") {
      made.git("worktree", "add", "--quiet", "-b", "linked", "../linked");
      return repositoryAt(join(made.root, "../linked"), made.env);
    }
    if (place === "submodule") {
      const outer = temporaryRepository({ folder: "outer" });
      outer.git("submodule", "add", "--quiet", made.root, "sub");
      return repositoryAt(outer.path("sub"), outer.env);
    }
    return made;
  };
  const sides = (made: TemporaryRepository): void => {
    made.git("checkout", "--quiet", "-b", "side");
    made.commit("#1 side\n\nTASK-8 on the side", { side: "1", conflict: "side\n" });
    made.git("checkout", "--quiet", "-b", "here", "HEAD~1");
    made.commit("#2 here", { here: "1" });
  };

  it("a merge, edited or not, is told as it is stored", async () => {
    for (const args of [["--no-edit"], ["--edit"], ["--edit", "--cleanup=scissors"], ["-m", "#9 merge"]]) {
      const made = at();
      sides(made);
      const { ran, told, stored } = await record(made, ["merge", "--no-ff", ...args, "side"], TYPED);
      expect(ran.code, ran.stderr).toBe(0);
      expect(
        told?.readings.some((text) => same(text, stored)),
        `${args}: ${told?.text}\n---\n${stored}`,
      ).toBe(true);
      if (!args.includes("--cleanup=scissors")) expect(same(told?.text, stored)).toBe(true);
    }
  });

  it("a reworded and a picked commit are told as they are stored", async () => {
    const made = at();
    sides(made);
    const reword = ["-c", "sequence.editor=sed -i s/^pick/reword/", "rebase", "-i", "HEAD~1"];
    const reworded = await record(made, reword, "reworded\n#7 x\n");
    expect(reworded.ran.code, reworded.ran.stderr).toBe(0);
    expect(same(reworded.told?.text, reworded.stored)).toBe(true);
    made.commit("conflicting", { conflict: "here\n" });
    for (const editor of ["prepend", ":"] as const) {
      expect(made.run(["cherry-pick", "side"]).code).toBe(1);
      made.write("conflict", `both ${editor}\n`);
      made.git("add", "--all");
      const picked = await record(made, ["cherry-pick", "--continue"], "picked TASK-5\n", editor);
      expect(picked.ran.code, picked.ran.stderr).toBe(0);
      const right = picked.told?.readings.filter((text) => same(text, picked.stored));
      expect(right, `${picked.told?.text}\n---\n${picked.stored}`).toHaveLength(1);
    }
  });

  it("a merge after a conflict, a squash, a fixup and an amend are told as they are stored", async () => {
    const made = at();
    sides(made);
    made.commit("conflicting", { conflict: "here\n" });
    expect(made.run(["merge", "side"]).code).toBe(1);
    made.write("conflict", "both\n");
    made.git("add", "--all");
    const commits: readonly (readonly [readonly string[], string | null])[] = [
      [["commit"], TYPED],
      [["commit", "--allow-empty", "--fixup=HEAD"], null],
      [["commit", "--allow-empty", "--fixup=amend:HEAD"], "#3 reworded\n"],
      [["commit", "--allow-empty", "--squash=HEAD", "-m", "#4 more"], null],
      [["commit", "--amend", "--allow-empty", "-v"], "typed above\n"],
      [["commit", "--allow-empty", "-C", "HEAD"], null],
      [["commit", "--allow-empty", "--signoff", "-m", "#5 signed"], null],
      [["commit", "--allow-empty", "--trailer", "Refs: TASK-1", "-m", "#6 trailer"], null],
      [["commit", "--allow-empty", "--allow-empty-message", "-m", ""], null],
    ];
    for (const [args, typed] of commits) {
      const { ran, told, stored } = await record(made, args, typed);
      expect(ran.code, ran.stderr).toBe(0);
      expect(same(told?.text, stored), `${args}: ${told?.text}\n---\n${stored}`).toBe(true);
    }
    made.git("checkout", "--quiet", "-b", "third", "HEAD~1");
    made.git("reset", "--quiet", "--hard", "side~1");
    made.git("merge", "--quiet", "--squash", "side");
    const squash = await record(made, ["commit"], "squashed TASK-4\n");
    expect(same(squash.told?.text, squash.stored)).toBe(true);
    expect(squash.told?.text).toContain("TASK-8 on the side");
  });
});
