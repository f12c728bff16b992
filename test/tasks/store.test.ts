import { describe, expect, test } from "vitest";
import type { Tree } from "../../src/core/ports.ts";
import { openRepository } from "../../src/git/repository.ts";
import { openGit } from "../../src/git/run.ts";
import { commitTree } from "../../src/git/tree.ts";
import { openTasks } from "../../src/tasks/store.ts";
import { MAX_TASK_FILE } from "../../src/tasks/task-file.ts";
import { temporaryRepository } from "../git/repo.ts";
import { fixture, lookUp, taskText, treeOf } from "./samples.ts";

const TASKS = "backlog/tasks";

/** The answers of a store that reads only what names point to, and of one that has read everything. */
async function bothWays(tree: Tree, id: string): Promise<readonly [string, string]> {
  const near = await lookUp(tree, id);
  const tasks = await openTasks(tree);
  const ticket = (await tasks.all()).find((candidate) => candidate.id === id);
  return [near, ticket === undefined ? "none" : `found ${ticket.path}`];
}

describe("an id leads to its file in both dialects of one repository", () => {
  const files = {
    "backlog/config.yml": "project_name: demo\ntask_prefix: back\n",
    [`${TASKS}/back-222.1 - x.md`]: taskText("BACK-222.1"),
    [`${TASKS}/back-3 - done.md`]: taskText("BACK-3", "status: Done"),
    [`${TASKS}/readme.md`]: "# How we work\n",
    [`${TASKS}/notes.txt`]: taskText("BACK-77"),
    [`${TASKS}/deeper/back-88 - x.md`]: taskText("BACK-88"),
    "backlog/drafts/draft-1 - maybe.md": taskText("DRAFT-1"),
    "backlog/completed/back-4 - old.md": taskText("BACK-4", "status: Done"),
    "backlog/archive/tasks/back-5 - gone.md": taskText("BACK-5"),
    "backlog/data/pending/BUG-004-session-survives-logout.md": fixture(
      "toolkit/BUG-004-session-survives-logout.md",
    ),
    "backlog/data/pending/BUG-20260220-003.md": fixture("toolkit/BUG-20260220-003.md"),
    "backlog/data/completed/FEAT-007a-export-as-csv.md": fixture("toolkit/FEAT-007a-export-as-csv.md"),
  };
  const { tree } = treeOf(files);

  test.each([
    ["BACK-222.1", `found ${TASKS}/back-222.1 - x.md`],
    ["BACK-3", `found ${TASKS}/back-3 - done.md`],
    ["BACK-4", "found backlog/completed/back-4 - old.md"],
    ["BACK-5", "found backlog/archive/tasks/back-5 - gone.md"],
    ["DRAFT-1", "found backlog/drafts/draft-1 - maybe.md"],
    ["BUG-4", "found backlog/data/pending/BUG-004-session-survives-logout.md"],
    ["BUG-20260220-3", "found backlog/data/pending/BUG-20260220-003.md"],
    ["BUG-20260220", "absent"],
    ["FEAT-7a", "found backlog/data/completed/FEAT-007a-export-as-csv.md"],
    ["FEAT-7", "absent"],
    ["BACK-77", "absent"],
    ["BACK-88", "absent"],
    ["BACK-222", "absent"],
    ["__proto__", "absent"],
  ])("%s: %s", async (id, answer) => {
    expect(await lookUp(tree, id)).toBe(answer);
  });

  test("every ticket once, with the prefixes that are in use", async () => {
    const tasks = await openTasks(tree);
    expect((await tasks.all()).map(({ id }) => id).sort()).toEqual(
      ["BACK-222.1", "BACK-3", "BACK-4", "BACK-5", "BUG-20260220-3", "BUG-4", "DRAFT-1", "FEAT-7a"].sort(),
    );
    expect(tasks.prefixes).toEqual(["BACK", "BUG", "FEAT", "IDEA", "TASK"]);
    expect(await tasks.fileOf("BACK-4")).toBe("backlog/completed/back-4 - old.md");
    expect(await tasks.fileOf("BACK-99")).toBeNull();
  });

  test("one answer for each id that is asked for, however often", async () => {
    const tasks = await openTasks(tree);
    const answers = await tasks.byId(["BACK-3", "BACK-3", "BACK-99", "BUG-4"]);
    expect([...answers.keys()]).toEqual(["BACK-3", "BACK-99", "BUG-4"]);
    expect((await tasks.byId([])).size).toBe(0);
  });

  test("a commit's tree gives the same answers as the working tree", async () => {
    const repo = temporaryRepository();
    repo.commit("Add tasks", files);
    const repository = await openRepository(openGit({ cwd: repo.root, env: repo.env }));
    const trusted = await commitTree(repository, "HEAD");
    try {
      const [here, there] = [await openTasks(tree), await openTasks(trusted)];
      expect(there.backlogs).toEqual(here.backlogs);
      expect(await there.all()).toEqual(await here.all());
      expect(await there.byId(["BACK-222.1", "BUG-4", "BACK-1"])).toEqual(
        await here.byId(["BACK-222.1", "BUG-4", "BACK-1"]),
      );
    } finally {
      await trusted.close();
    }
  });
});

describe("the frontmatter has the last word on the id, and a doubtful id authorises nothing", () => {
  const one = `${TASKS}/task-1 - a.md`;
  const two = `${TASKS}/task-2 - b.md`;
  const gone = "backlog/archive/tasks/task-1 - old.md";
  test.each([
    ["a lying name", { [two]: taskText("TASK-1") }, "TASK-1", `found ${two}`],
    ["the id that only a name gives", { [two]: taskText("TASK-1") }, "TASK-2", "absent"],
    [
      "a name without an id",
      { [`${TASKS}/idea.md`]: taskText("TASK-1") },
      "TASK-1",
      `found ${TASKS}/idea.md`,
    ],
    [
      "an honest name before a lying one",
      { [one]: taskText("TASK-1"), [two]: taskText("TASK-1") },
      "TASK-1",
      `found ${one}`,
    ],
    [
      "a live file before an archived one",
      { [one]: taskText("TASK-1"), [gone]: taskText("TASK-1") },
      "TASK-1",
      `found ${one}`,
    ],
    [
      "an honest archived one before a live lie",
      { [two]: taskText("TASK-1"), [gone]: taskText("TASK-1") },
      "TASK-1",
      `found ${gone}`,
    ],
    [
      "two files of one id",
      { [one]: taskText("TASK-1"), [`${TASKS}/task-01 - b.md`]: taskText("TASK-1", "status: Done") },
      "TASK-1",
      `unavailable id-duplicate ${TASKS}/task-01 - b.md, ${one}`,
    ],
    [
      "a copy without a name",
      { [one]: taskText("TASK-1"), [`${TASKS}/b.md`]: taskText("TASK-1", "status: Done") },
      "TASK-1",
      `unavailable id-duplicate ${TASKS}/b.md, ${one}`,
    ],
    [
      "two files that say the same",
      { [one]: taskText("TASK-1"), [`${TASKS}/task-1 - b.md`]: taskText("TASK-1") },
      "TASK-1",
      `found ${one}`,
    ],
    [
      "one of each dialect",
      { [one]: taskText("TASK-1"), "backlog/data/pending/TASK-001.md": taskText("TASK-001") },
      "TASK-1",
      `unavailable id-duplicate backlog/data/pending/TASK-001.md, ${one}`,
    ],
    [
      "active and completed",
      { [one]: taskText("TASK-1"), "backlog/completed/task-1 - a.md": taskText("TASK-1") },
      "TASK-1",
      `unavailable id-duplicate backlog/completed/task-1 - a.md, ${one}`,
    ],
    [
      "a broken file",
      { [one]: "---\nid: [\n---\n" },
      "TASK-1",
      `unavailable ${one}:2 yaml-error Flow sequence`,
    ],
    [
      "a broken copy",
      { [one]: taskText("TASK-1"), [`${TASKS}/task-1 - b.md`]: "---js\n---\n" },
      "TASK-1",
      `unavailable ${TASKS}/task-1 - b.md:1 fence-invalid ---js`,
    ],
    [
      "a named file without frontmatter",
      { [one]: "# Notes\n" },
      "TASK-1",
      `unavailable ${one}:1 fence-missing # Notes`,
    ],
    ["an empty file", { [one]: "" }, "TASK-1", `unavailable ${one}:1 fence-missing`],
  ])("%s", async (_, files, id, answer) => {
    const [near, all] = await bothWays(treeOf(files).tree, id);
    expect(near.slice(0, answer.length)).toBe(answer);
    expect(all).toBe(answer.startsWith("found") ? answer : "none");
  });
});

describe("bytes that stand in no tree are read as if they did", () => {
  test("what the head of a change brings", async () => {
    const { tree } = treeOf({ [`${TASKS}/task-1 - a.md`]: taskText("TASK-1") });
    const tasks = await openTasks(tree);
    const parse = (path: string, text: string) => tasks.parse(path, new TextEncoder().encode(text));
    expect((await parse(`${TASKS}/task-9 - new.md`, taskText("TASK-9")))?.ticket?.id).toBe("TASK-9");
    expect((await parse("backlog/archive/tasks/task-9 - new.md", taskText("TASK-9")))?.ticket?.archived).toBe(
      true,
    );
    expect(await parse("docs/task-9 - new.md", taskText("TASK-9"))).toBeNull();
    expect(await parse(`${TASKS}/readme.md`, "# Notes\n")).toBeNull();
    expect((await parse(`${TASKS}/task-9 - x.md`, "x".repeat(MAX_TASK_FILE + 1)))?.problems[0]?.code).toBe(
      "file-too-large",
    );
    expect(tasks.isTaskPath(`${TASKS}/anything.md`)).toBe(true);
    expect(tasks.isTaskPath(`${TASKS}/sub/anything.md`)).toBe(false);
    expect(tasks.isTaskPath("backlog/config.yml")).toBe(false);
  });
});

describe("tasks are wrong in each other's company too", () => {
  test("duplicates, missing dependencies and circles, each at its line", async () => {
    const { tree } = treeOf({
      "backlog/config.yml": "statuses: [\n",
      [`${TASKS}/task-1 - a.md`]: taskText("TASK-1", "status: Done\ndependencies: [TASK-2]"),
      [`${TASKS}/task-2 - b.md`]: taskText("TASK-2", "status: Done\ndependencies: [task-003]"),
      [`${TASKS}/task-3 - c.md`]: taskText("TASK-3", "status: Done\ndependencies: [TASK-1]"),
      [`${TASKS}/task-4 - behind the circle.md`]: taskText(
        "TASK-4",
        "status: Done\ndependencies: [TASK-1, TASK-9]",
      ),
      [`${TASKS}/task-5 - child.md`]: taskText("TASK-5", "status: Done\nparent_task_id: TASK-8"),
      [`${TASKS}/task-6 - self.md`]: taskText("TASK-6", "status: Done\ndependencies: [TASK-6, TASK-7]"),
      [`${TASKS}/task-5 - again.md`]: taskText("TASK-5", "status: To Do"),
      "backlog/archive/tasks/task-7 - old.md": taskText("TASK-7", "status: Done\ndependencies: [TASK-99]"),
    });
    const problems = await (await openTasks(tree)).problems();
    expect(
      problems.map(
        ({ path, line, code, detail }) => `${path.split("/").at(-1)?.slice(0, 6)}:${line} ${code} ${detail}`,
      ),
    ).toEqual([
      expect.stringMatching(/^config:2 config-invalid backlog\/config.yml: /),
      "task-5:2 id-duplicate TASK-5, backlog/tasks/task-5 - again.md",
      "task-4:5 dependency-missing TASK-9",
      "task-5:5 dependency-missing TASK-8",
      "task-1:5 dependency-cycle TASK-1",
      "task-2:5 dependency-cycle TASK-2",
      "task-3:5 dependency-cycle TASK-3",
      "task-6:5 dependency-cycle TASK-6",
    ]);
  });
});
