import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryRepository } from "../git/repo.ts";
import { home, shell } from "./built.ts";

const repo = temporaryRepository();

/** Runs git with the tester's environment; an editor is a line of shell that is given the file. */
function git(words: string, editor?: string) {
  const env = { ...repo.env, ...(editor === undefined ? {} : { GIT_EDITOR: editor }) };
  return shell(`git ${words}`, { cwd: repo.root, env });
}

beforeAll(() => {
  cpSync(join(home, "examples", "markdown-tasks"), repo.root, { recursive: true });
  rmSync(repo.path("golden-thread.yml"));
  const { code, stdout } = shell("golden-thread init --yes", { cwd: repo.root, env: repo.env });
  expect(stdout).toContain("git commit --allow-empty");
  expect(code).toBe(0);
  git("add --all");
});

describe("the day after init", () => {
  test("a commit without a ticket is rejected, with the reason, the fix and the command to go on", () => {
    const { code, stderr } = git('commit -m "no ticket"');
    expect(code).toBe(1);
    expect(stderr).toMatch(/reference-required[\s\S]* fix [\s\S]*git commit -e -F /u);
    expect(git("rev-parse --verify HEAD").code).not.toBe(0);
  });
  test("a commit with an authorised one passes", () => {
    expect(git('commit -m "Begin (TASK-1)"')).toMatchObject({ code: 0, stderr: "" });
  });
  test("a task that is done is rejected, naming its state and the wanted ones", () => {
    const { code, stderr } = git('commit --allow-empty -m "Mail (TASK-2)"');
    expect(code).toBe(1);
    expect(stderr).toMatch(/TASK-2 .*Done.*open, in_progress/u);
  });
  test("a task that is archived, or that nobody wrote, is rejected", () => {
    expect(git('commit --allow-empty -m "Old (TASK-3)"').stderr).toContain("archived");
    expect(git('commit --allow-empty -m "New (TASK-99)"').stderr).toContain("ticket-exists");
  });
  test("an id in the diff below the scissors of commit -v does not count", () => {
    repo.write("notes.txt", "TASK-1\n");
    git("add notes.txt");
    const editor = 'printf "Write notes\\n" | cat - "$1" > "$1.new" && mv "$1.new" "$1" #';
    expect(git("commit -v", editor).stderr).toContain("Commit rejected: Write notes");
  });
  test("a line that begins with # in the editor is a comment, as for git", () => {
    expect(git("commit --allow-empty", "printf '#1 TASK-1\\nNothing\\n' > ").code).toBe(1);
    expect(git("commit --allow-empty", "printf '#42 x\\nDo it (TASK-1)\\n' > ").code).toBe(0);
    expect(git("log -1 --format=%s").stdout).toBe("Do it (TASK-1)\n");
  });
});
