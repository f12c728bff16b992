import { expect, test } from "vitest";
import { matrixText } from "../../scripts/contract-matrix.mjs";

const cell = (tracker: string, name: string, sign: string) => ({ tracker, case: name, sign });

test("a case that failed, or that a vendor has nothing of, looks as if it held", () => {
  const cells = [
    cell("Jira", "moved", "✓"),
    cell("Jira", "absent", "✓"),
    cell("Notion", "absent", "✗"),
    cell("Notion", "moved", "–"),
    cell("Linear", "absent", "✓"),
    cell("Linear", "moved", ""),
  ];
  expect(matrixText(cells).split("\n")).toEqual([
    "The contract of trackers: A Jira · B Notion · C Linear",
    "     A B C",
    "  1  ✓ –    moved",
    "  2  ✓ ✗ ✓  absent",
  ]);
});

test("a run without contracts prints an empty matrix", () => {
  expect(matrixText([])).toBe("");
  expect(matrixText([cell("Jira", "moved", "")])).toBe("");
});
