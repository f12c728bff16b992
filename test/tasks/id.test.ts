import { describe, expect, test } from "vitest";
import { compileScanner } from "../../src/references/scan.ts";
import { canonicalTaskId, idsOfFileName } from "../../src/tasks/id.ts";

describe("one ticket must have one id, however it is written", () => {
  test.each([
    ["TASK-7", "TASK-7"],
    ["task-007", "TASK-7"],
    ["back-0222.01", "BACK-222.1"],
    ["FEAT-007a", "FEAT-7a"],
    ["feat-007A", "FEAT-7a"],
    ["BUG-20260220-003", "BUG-20260220-3"],
    [" TASK-1 ", "TASK-1"],
    ["TASK-000", "TASK-0"],
    ["7", null],
    ["TASK-", null],
    ["TASK-1.", null],
    ["TASK-1 x", null],
    ["-1", null],
    ["../TASK-1", null],
    ["TASK-1ab", null],
  ])("%s is %s", (text, id) => {
    expect(canonicalTaskId(text)).toBe(id);
  });

  test.each(["TASK-7", "TASK-007", "BACK-0222.01", "FEAT-007a", "FEAT-007A"])(
    "the scanner gives %s the same id",
    (text) => {
      const found = compileScanner({ tasks: ["TASK", "BACK", "FEAT"] })(text, "commit");
      expect(found.map(({ id }) => id)).toEqual([canonicalTaskId(text)]);
    },
  );
});

describe("a file's name tells the id of each writer's habit", () => {
  test.each([
    ["backlog/tasks/task-7 - Throttle-login.md", ["TASK-7"]],
    ["backlog/tasks/back-222.1 - x.md", ["BACK-222.1"]],
    ["TASK-001.md", ["TASK-1"]],
    ["FEAT-001-csv-export.md", ["FEAT-1"]],
    ["FEAT-007a-csv.md", ["FEAT-7a"]],
    ["FEAT-001-2fa-login.md", ["FEAT-1"]],
    ["BUG-20260220-003.md", ["BUG-20260220-3", "BUG-20260220"]],
    ["BUG-20260220-003-handle.md", ["BUG-20260220-3", "BUG-20260220"]],
    ["TASK-1.MD", ["TASK-1"]],
    ["readme.md", []],
    ["task.md", []],
    ["1 - x.md", []],
    ["task-1x2.md", []],
  ])("%s: %j", (path, ids) => {
    expect(idsOfFileName(path)).toEqual(ids);
  });
});
