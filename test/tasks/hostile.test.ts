import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openTasks } from "../../src/tasks/store.ts";
import { MAX_TASK_FILE } from "../../src/tasks/task-file.ts";
import { lookUp, taskText, treeOf } from "./samples.ts";

const TASKS = "backlog/tasks";

describe("a hostile file is a finding: nothing is run, followed or waited for", () => {
  const path = `${TASKS}/task-1 - x.md`;
  test.each([
    ["a script", "---js\nglobalThis.ran = true\n---\n", "fence-invalid"],
    ["JSON", "---json\n{}\n---\n", "fence-invalid"],
    ["a YAML bomb", "---\na: &a [x, x]\nb: &b [*a, *a]\nid: TASK-1\n---\n", "yaml-error"],
    ["a tag", "---\nid: !!js/function 'function () {}'\n---\n", "yaml-error"],
    ["deep brackets", `---\na: ${"[".repeat(60_000)}\n---\n`, "yaml-error"],
    ["endless frontmatter", `---\n${"a\n".repeat(200_000)}`, "fence-invalid"],
    ["50 MB", `---\nid: TASK-1\n---\n${"x".repeat(50 * 1024 * 1024)}`, "file-too-large"],
    ["NUL bytes", `---\nid: TASK-1\n---\n${"\0".repeat(1000)}`, "control-character"],
    ["no text at all", Uint8Array.from({ length: 5000 }, (_, i) => (i * 7) % 256), "control-character"],
    ["UTF-16", Buffer.from(taskText("TASK-1"), "utf16le"), "control-character"],
  ])("%s", async (_, content, code) => {
    const answer = await lookUp(treeOf({ [path]: content }).tree, "TASK-1");
    expect(answer).toMatch(new RegExp(`^unavailable .*:\\d+ ${code}`));
    expect(globalThis).not.toHaveProperty("ran");
    expect(answer.length).toBeLessThan(400);
  });

  const large = MAX_TASK_FILE - 2000;
  test.each([
    ["a line of headings", "## ".repeat(large / 3)],
    ["headings", "## a\n".repeat(large / 5)],
    ["closing hashes", `## a${" #".repeat(large / 2)}x`],
    ["spaces behind a heading", `## a${" ".repeat(large)}x`],
    ["markers", "<!-- SECTION:DESCRIPTION:BEGIN -->\n<!-- SECTION:DESCRIPTION:END -->\n".repeat(large / 70)],
    [
      "list markers under one heading",
      `## Acceptance Criteria\n${"<!-- AC:BEGIN -->\n<!-- AC:END -->\n".repeat(large / 34)}`,
    ],
    ["boxes", `## Acceptance Criteria\n${"- [ ] a\n".repeat(large / 8)}`],
    ["spaces in a box", `## Acceptance Criteria\n- [ ]${" ".repeat(large)}`],
    ["fences", "```\n".repeat(large / 4)],
    ["backticks", "`".repeat(large)],
    ["opened comments", "<!--".repeat(large / 4)],
    ["table bars", `## Affected Files\n|a|\n|-|\n${"|".repeat(large)}`],
    ["table rules", `## Affected Files\n|${"-|".repeat(large / 2)}x`],
    ["a path of spaces", `## Affected Files\n|a|\n|-|\n| a${" ".repeat(large)}b |`],
    ["a path of colons", `## Affected Files\n|a|\n|-|\n| a${":1".repeat(large / 2)}b |`],
    ["arrows", `## Test Strategy\n- test: ${"->".repeat(large / 2)}`],
    ["spaces before an arrow", `## Test Strategy\n- test: a${" ".repeat(large)}b`],
    [
      "comment rules",
      `## Comments\n<!-- COMMENTS:BEGIN -->\n${"---\n".repeat(large / 4)}<!-- COMMENTS:END -->`,
    ],
  ])("a megabyte of %s is read in linear time", async (_, body) => {
    const text = `---\nid: TASK-1\ntitle: a\nstatus: pending\n---\n${body}`;
    const { tree } = treeOf({
      [path]: text,
      "backlog/data/pending/BUG-1.md": text.replace("TASK-1", "BUG-1"),
    });
    expect(await lookUp(tree, "TASK-1")).toBe(`found ${path}`);
    expect(await lookUp(tree, "BUG-1")).toBe("found backlog/data/pending/BUG-1.md");
  });

  test("a symbolic link is refused, wherever it leads", async () => {
    const outside = treeOf({ "task.md": taskText("TASK-1") });
    const inside = treeOf({ [`${TASKS}/task-2 - y.md`]: taskText("TASK-2") });
    symlinkSync(join(outside.root, "task.md"), join(inside.root, path));
    symlinkSync("task-2 - y.md", join(inside.root, TASKS, "task-3 - z.md"));
    symlinkSync(outside.root, join(inside.root, "backlog/drafts"));
    expect(await lookUp(inside.tree, "TASK-1")).toBe(`unavailable ${path}:1 file-refused a symbolic link`);
    expect(await lookUp(inside.tree, "TASK-3")).toMatch(/^unavailable .*file-refused/);
    expect(await lookUp(inside.tree, "TASK-2")).toMatch(/^found/);
  });

  test("a folder of a task's name, and a name with a line break", async () => {
    const odd = `${TASKS}/task-4 - a\nb.md`;
    const { tree } = treeOf({
      [`${TASKS}/task-1 - x.md/inner.md`]: taskText("TASK-1"),
      [odd]: taskText("TASK-4"),
    });
    expect(await lookUp(tree, "TASK-1")).toBe("absent");
    expect(await lookUp(tree, "TASK-4")).toBe(`found ${odd}`);
  });

  test("bytes of another encoding are reported, and the ticket is read", async () => {
    const { tree } = treeOf({
      [path]: Buffer.from(taskText("TASK-1").replace("Text", "caf\u00e9"), "latin1"),
    });
    const tasks = await openTasks(tree);
    expect((await tasks.all())[0]?.description).toBe("caf\ufffd.");
    expect((await tasks.problems()).map(({ code }) => code)).toEqual(["not-utf8"]);
  });

  test.skipIf(process.getuid?.() === 0)(
    "a file that may not be read is no reason to pass or to crash",
    async () => {
      const { root, tree } = treeOf({ [path]: taskText("TASK-1") });
      chmodSync(join(root, path), 0);
      expect(await lookUp(tree, "TASK-1")).toMatch(/^unavailable /);
    },
  );
});
