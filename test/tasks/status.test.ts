import { describe, expect, test } from "vitest";
import { parseTask } from "../../src/tasks/parse.ts";
import { readCategories } from "../../src/tasks/status.ts";
import { BACKLOG_MD, codesOf, parseAs, TOOLKIT } from "./samples.ts";

describe("the folder has a say: a task file can't authorise from where it must not", () => {
  test.each([
    ["active", "To Do", "To Do", "open", false, []],
    ["active", "Done", "Done", "done", false, []],
    ["draft", "To Do", "Draft", "unknown", false, []],
    ["draft", "In Progress", "Draft", "unknown", false, []],
    ["completed", "Done", "Done", "done", false, []],
    ["completed", "In Progress", "In Progress", "done", false, ["folder-status-mismatch:4"]],
    ["archived", "To Do", "To Do", "open", true, []],
  ])("Backlog.md: %s, %s", async (kind, status, name, category, archived, problems) => {
    const task = await parseAs(
      `---\nid: TASK-1\ntitle: a\nstatus: ${status}\n---\n`,
      "task-1 - a.md",
      BACKLOG_MD,
      kind,
    );
    expect(task.ticket).toMatchObject({ state: { name, category }, archived });
    expect(codesOf(task)).toEqual(problems);
  });

  test.each([
    ["active", "pending", "open", []],
    ["active", "in_progress", "in_progress", []],
    ["active", "completed", "done", ["folder-status-mismatch:4"]],
    ["active", "split", "canceled", []],
    ["active", "needs-investigation", "open", []],
    ["active", "lint-blocked", "in_progress", []],
    ["completed", "completed", "done", []],
    ["completed", "pending", "done", ["folder-status-mismatch:4"]],
  ])("toolkit: %s, %s", async (kind, status, category, problems) => {
    const task = await parseAs(
      `---\nid: FEAT-1\ntitle: a\nstatus: ${status}\n---\n`,
      "FEAT-001.md",
      TOOLKIT,
      kind,
    );
    expect(task.ticket?.state).toEqual({ name: status, category });
    expect(codesOf(task)).toEqual(problems);
  });
});

describe("a status means what the configuration, common usage or the policy says, in this order of doubt", () => {
  test.each([
    [["To Do", "Doing", "Done"], "to  do", "open"],
    [["To Do", "Doing", "Done"], "DOING", "in_progress"],
    [["To Do", "Doing", "Done"], "◒ Doing", "in_progress"],
    [["Idea", "Build", "Live"], "Idea", "open"],
    [["Idea", "Build", "Live"], "Build", "in_progress"],
    [["Idea", "Build", "Live"], "Live", "done"],
    [["To Do", "Review"], "Review", "done"],
    [["To Do", "Done", "Cancelled"], "Cancelled", "canceled"],
    [["To Do", "Done", "Cancelled"], "Done", "done"],
    [["To Do", "Blocked", "Done"], "Blocked", "in_progress"],
    [["待办", "进行中", "完成"], "进行中", "in_progress"],
    [["待办", "进行中", "完成"], "完成", "done"],
    [["Only"], "Only", "open"],
    [["To Do", "Done"], "Wibble", "unknown"],
    [["To Do", "Done"], "Won't do", "canceled"],
  ])("%j: %s is %s", async (statuses, status, category) => {
    const backlog = { ...BACKLOG_MD, statuses };
    const task = await parseAs(
      `---\nid: TASK-1\ntitle: a\nstatus: "${status}"\n---\n`,
      "task-1 - a.md",
      backlog,
    );
    expect(task.ticket?.state).toEqual({ name: status, category });
  });

  test("a status that the configuration does not list is reported, even where its meaning is common", async () => {
    const task = await parseAs(
      "---\nid: TASK-1\ntitle: a\nstatus: Closed\n---\n",
      "task-1 - a.md",
      BACKLOG_MD,
    );
    expect(codesOf(task)).toEqual(["status-unknown:4"]);
  });

  test("the policy's map has the last word", async () => {
    const categories = readCategories({ open: ["Wibble"], done: ["In Progress"] });
    const read = (status: string) =>
      parseTask(
        `---\nid: TASK-1\ntitle: a\nstatus: ${status}\n---\n`,
        "backlog/tasks/task-1 - a.md",
        BACKLOG_MD,
        {
          remote: "local",
          categories,
        },
      );
    expect((await read("wibble")).ticket).toMatchObject({ remote: "local", state: { category: "open" } });
    expect((await read("wibble")).problems).toEqual([]);
    expect((await read("In Progress")).ticket?.state.category).toBe("done");
  });
});
