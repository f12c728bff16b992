import {
  appendFileSync,
  chmodSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { compiled, GOOD, type Guarded, guardedRepository, POLICY, settle, task } from "./guarded.ts";

const FIRST = "backlog/tasks/task-1 - First.md";

describe("with an untouched repository", () => {
  let repository: Guarded;
  beforeEach(async () => {
    repository ??= await compiled();
  });

  test.each([
    ["subject", "Do it (TASK-1)\n"],
    ["no line break at the end", "TASK-1"],
    ["body", "Do it\n\nThis is TASK-2.\n"],
    ["trailer", "Do it\n\nRefs: TASK-2\n"],
    ["several", "TASK-1: do it\n\nAlso TASK-2\n"],
    ["beyond ASCII", "Tue es für TASK-1 – 完成\n"],
    ["comments below", "Do it (TASK-1)\n\n# Please enter the commit message\n# On branch main\n"],
    [
      "scissors below",
      "Do it (TASK-1)\n# ------------------------ >8 ------------------------\n# x\ndiff --git a b\n",
    ],
    ["blank lines and blanks at line ends", "\n\nTASK-1: do it  \n\n\n\nmore\t\n\n"],
  ])("yes: %s", async (_, message) => {
    expect(repository.isFast(message)).toBe(true);
    expect(repository.isFastShipped(message)).toBe(true);
    expect(await repository.hooked(message, { GOLDEN_THREAD_NO_FAST: "1" })).toMatchObject({ code: 0 });
  });

  test.each([
    ["no ticket", "Do it\n"],
    ["unknown ticket", "Do it (TASK-99)\n"],
    ["a good one beside an unknown one", "Do it (TASK-1, TASK-99)\n"],
    ["a done one", "Do it (TASK-3)\n"],
    ["a done one in the body", "TASK-1: do it\n\nlike TASK-3\n"],
    ["an archived one", "Do it (TASK-4)\n"],
    ["only in a comment", "Do it\n# TASK-1\n"],
    ["only on a line that some setting may take for a comment", "Do it\n\n- TASK-1\n"],
    ["only below the scissors", "Do it\n# ------------------------ >8 ------------------------\nTASK-1\n"],
    [
      "only below what may be scissors",
      "Do it\n; ------------------------ >8 ------------------------\nTASK-1\n",
    ],
    ["an unknown one in a comment", "Do it (TASK-1)\n# TASK-99\n"],
    [
      "an unknown one in the diff",
      "Do it (TASK-1)\n# ------------------------ >8 ------------------------\n+TASK-99\n",
    ],
    ["hidden by a code span that begins in a comment", "TASK-1 here\n#`\nTASK-99 `\n"],
    ["in code", "Do it `TASK-1`\n"],
    ["fixup", "fixup! Do it (TASK-1)\n"],
    ["amend", "amend! Do it (TASK-1)\n\nDo it (TASK-1)\n"],
    ["revert", 'Revert "Do it (TASK-1)"\n\nThis reverts commit 0123456789012345678901234567890123456789.\n'],
    [
      "cherry-pick",
      "Do it (TASK-1)\n\n(cherry picked from commit 0123456789012345678901234567890123456789)\n",
    ],
    ["CRLF", "Do it (TASK-1)\r\n"],
    ["NUL", "Do it (TASK-1)\0\n"],
    ["empty", ""],
    ["glued to a letter of another script", "Do it éTASK-1\n"],
  ])("no: %s", (_, message) => {
    expect(repository.isFast(message)).toBe(false);
  });

  test("no: bytes that are no UTF-8", () => {
    expect(repository.isFast(Buffer.from("Gr\xfc\xdfe (TASK-1)\n", "latin1"))).toBe(false);
  });

  test.each([
    ["GIT_CONFIG_COUNT", "0"],
    ["GIT_CONFIG_PARAMETERS", "'core.commentchar=T'"],
    ["GIT_CONFIG_GLOBAL", "/nowhere"],
    ["GIT_CONFIG_NOSYSTEM", "1"],
    ["GIT_COMMON_DIR", ".git"],
    ["HOME", "/nowhere"],
    ["XDG_CONFIG_HOME", "/nowhere"],
    ["GOLDEN_THREAD_NO_FAST", "1"],
    ["GOLDEN_THREAD_FORMAT", "json"],
  ])("no: with %s=%s", (name, value) => {
    expect(repository.isFast(GOOD, { env: { [name]: value } })).toBe(false);
    expect(repository.isFast(GOOD)).toBe(true);
  });

  test("from a sub-folder, and with GIT_DIR as git sets it", () => {
    expect(repository.isFast(GOOD, { cwd: repository.path("backlog") })).toBe(true);
    expect(repository.isFast(GOOD, { env: { GIT_DIR: ".git", GIT_WORK_TREE: "." } })).toBe(true);
    expect(repository.isFast(GOOD, { env: { GIT_DIR: repository.path(".git") } })).toBe(true);
  });

  test.each([
    "MERGE_HEAD",
    "CHERRY_PICK_HEAD",
    "REVERT_HEAD",
    "SQUASH_MSG",
    "rebase-merge",
    "rebase-apply",
    "sequencer",
  ])("no: while there is a %s", (name) => {
    const path = repository.path(".git", name);
    writeFileSync(path, "");
    expect(repository.isFast(GOOD)).toBe(false);
    renameSync(path, repository.path(".git", "moved-away"));
    expect(repository.isFast(GOOD)).toBe(true);
  });
});

describe("an index that is out of date lets nothing through", () => {
  type Change = (repository: Guarded) => void;
  /** Whatever an editor does to a file's bytes, with its size and times put back. */
  const inPlace = (path: string, from: string, to: string): Change => {
    return (repository) => {
      const file = repository.path(path);
      const { atime, mtime } = statSync(file);
      const text = readFileSync(file, "utf8").replace(from, to);
      expect(text.length).toBe(statSync(file).size);
      writeFileSync(file, text);
      utimesSync(file, atime, mtime);
    };
  };
  const changes: readonly (readonly [string, Change])[] = [
    ["the task is closed", (one) => one.write(FIRST, task("TASK-1", { status: "Done" }))],
    ["the task is edited in place, size and time put back", inPlace(FIRST, "To Do", "Donee")],
    [
      "the task is archived",
      (one) => renameSync(one.path(FIRST), one.path("backlog/archive/tasks/task-1 - First.md")),
    ],
    ["the task is removed", (one) => renameSync(one.path(FIRST), one.path("elsewhere.md"))],
    ["a second file claims the id", (one) => one.write("backlog/tasks/task-1 - Rival.md", task("TASK-1"))],
    [
      "a file without an id in its name claims it",
      (one) => one.write("backlog/tasks/rival.md", task("TASK-1")),
    ],
    ["the task folder is renamed", (one) => renameSync(one.path("backlog/tasks"), one.path("backlog/old"))],
    ["the backlog is renamed", (one) => renameSync(one.path("backlog"), one.path("old"))],
    [
      "the backlog's configuration changes",
      (one) => appendFileSync(one.path("backlog/config.yml"), "x: 1\n"),
    ],
    ["another backlog appears", (one) => one.write("backlog.config.json", "{}")],
    ["the policy changes", (one) => one.write("golden-thread.yml", POLICY.replace("standard", "strict"))],
    [
      "the policy is edited in place, size and time put back",
      inPlace("golden-thread.yml", "standard", "observe "),
    ],
    ["the policy is removed", (one) => renameSync(one.path("golden-thread.yml"), one.path("x.yml"))],
    ["a second policy appears", (one) => one.write(".golden-thread.yml", POLICY)],
    ["a file of waivers appears", (one) => one.write("golden-thread.waivers.yml", "[]")],
    ["git's configuration changes", (one) => void one.git("config", "core.commentChar", "T")],
    [
      "the user's configuration changes",
      (one) => appendFileSync(join(one.root, "../.gitconfig"), "[core]\ncommentChar=T\n"),
    ],
    [
      "the user gets another configuration",
      (one) => one.write("../.config/git/config", "[core]\ncommentChar=T\n"),
    ],
    [
      "the work tree gets a configuration",
      (one) => one.write(".git/config.worktree", "[core]\ncommentChar=T\n"),
    ],
    ["the index is torn", (one) => truncateSync(one.path(".git/golden-thread/commit-msg.index"), 1500)],
    ["the index is empty", (one) => writeFileSync(one.path(".git/golden-thread/commit-msg.index"), "")],
    ["the task's mode changes", (one) => chmodSync(one.path(FIRST), 0o600)],
  ];
  test.each(changes)("%s", async (_, change) => {
    const repository = await compiled();
    change(repository);
    expect(repository.isFast(GOOD)).toBe(false);
  });

  test("the tree is copied", async () => {
    const repository = await compiled();
    const { code } = repository.run(["-c", "alias.copy=!cp -a . ../copy", "copy"]);
    expect(code).toBe(0);
    expect(repository.isFast(GOOD, { cwd: join(repository.root, "../copy") })).toBe(false);
  });
});

describe("what the index can't foresee is asked of the engine every time", () => {
  test.each([
    ["a letter begins comments", "core.commentChar", "T"],
    ["git chooses what begins comments", "core.commentChar", "auto"],
    ["nothing is tidied", "commit.cleanup", "verbatim"],
    ["another encoding", "i18n.commitEncoding", "ISO-8859-1"],
    ["configuration by branch", "includeIf.onbranch:main.path", "x"],
  ])("%s", async (_, key, value) => {
    const repository = await compiled();
    repository.git("config", key, value);
    await settle();
    expect(await repository.hooked(GOOD)).toMatchObject({ code: 0 });
    expect(repository.isFast(GOOD)).toBe(false);
  });

  test("an id that two files claim", async () => {
    const repository = guardedRepository();
    repository.write("backlog/completed/task-1 - Rival.md", task("TASK-1", { title: "Other" }));
    repository.write("backlog/tasks/task-2 - Rival.md", task("TASK-2", { status: "Done" }));
    await settle();
    for (const message of [GOOD, "Do TASK-2\n"]) {
      await repository.hooked(message);
      expect(repository.isFast(message)).toBe(false);
    }
  });

  test("a ticket that is of no account where it stands once, and unknown where it stands again", async () => {
    const repository = await compiled();
    repository.write(
      "golden-thread.yml",
      `${POLICY}authority: linked
references: { in: [subject] }
rules: { reference-required: off, ticket-authorised: warn }
`,
    );
    await settle();
    const message = "Do TASK-1\n\nIt is TASK-1 indeed.\n";
    for (const text of ["Do the thing\n\nIt is TASK-1 indeed.\n", message]) await repository.hooked(text);
    await settle();
    expect((await repository.hooked(message)).stderr).toContain("authority is linked");
    expect(repository.isFast(message)).toBe(false);
  });

  test("a branch that names another ticket, or none where one is wanted", async () => {
    const repository = await compiled();
    for (const branch of ["feature/TASK-2-x", "feature/plain"]) {
      repository.git("checkout", "-q", "-b", branch);
      expect(repository.isFast(GOOD)).toBe(true);
    }
    repository.git("checkout", "-q", "-b", "feature/TASK-99-x");
    expect(repository.isFast(GOOD)).toBe(false);
    repository.git("checkout", "-q", "main");
    repository.write("golden-thread.yml", `${POLICY}rules: { branch-names-ticket: enforce }\n`);
    await settle();
    expect(await repository.hooked(GOOD)).toMatchObject({ code: 0 });
    expect(repository.isFast(GOOD)).toBe(true);
    repository.git("checkout", "-q", "feature/plain");
    expect(repository.isFast(GOOD)).toBe(false);
    expect(await repository.hooked(GOOD)).toMatchObject({ code: 1 });
    expect(repository.isFast(GOOD)).toBe(false);
    repository.git("checkout", "-q", "feature/TASK-2-x");
    expect(repository.isFast(GOOD)).toBe(true);
    repository.git("checkout", "-q", "--detach");
    expect(repository.isFast(GOOD)).toBe(true);
  });

  test.each([
    ["subject-start", "TASK-1: do it\n", "Do it (TASK-1)\n"],
    ["subject-end", "Do it (TASK-1)\n", "TASK-1: do it\n"],
    ["subject", "Do TASK-1 now\n", "Do it\n\nTASK-1\n"],
    ["body", "Do it\n\nIt is TASK-1.\n", "Do TASK-1 now\n"],
    ["trailer", "Do it\n\nRefs: TASK-1\n", "Do it\n\nX-Other: TASK-1\n"],
  ])("a place that the policy wants: %s", async (place, good, bad) => {
    const repository = guardedRepository();
    repository.write(
      "golden-thread.yml",
      `${POLICY}rules: { reference-place: { level: enforce, place: ${place} } }\n`,
    );
    await settle();
    expect(await repository.hooked(good)).toMatchObject({ code: 0 });
    expect([repository.isFast(good), repository.isFast(bad)]).toEqual([true, false]);
    expect(await repository.hooked(bad)).toMatchObject({ code: 1 });
  });
});
