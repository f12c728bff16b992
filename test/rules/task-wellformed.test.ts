import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { TaskEdit } from "../../src/core/evidence.ts";
import { taskWellformed } from "../../src/rules/task-wellformed.ts";
import { commit, commits, edit, evidence, facts, paths, pullRequest, snapshot, ticket } from "./evidence.ts";
import { answers, expectLine, type Line } from "./table.ts";

function touching(...tasks: readonly TaskEdit[]) {
  return evidence({
    change: commits(commit({ paths: paths("x") })),
    facts: [facts()],
    references: [],
    tasks,
  });
}

const seven = snapshot(ticket("TASK-7"));
const broken = { problems: [{ code: "fence-invalid", line: 1, detail: "---js" }] };

const table: readonly Line[] = [
  { fear: "a good task is refused", evidence: touching(edit(null, seven)), codes: ["wellformed"] },
  {
    fear: "an engine's name passes as dashes",
    evidence: touching(edit(null, null, broken)),
    codes: ["fence-invalid"],
  },
  {
    fear: "a problem that this version has no words for is dropped",
    evidence: touching(edit(null, seven, { problems: [{ code: "moon-phase", line: 3, detail: "waning" }] })),
    codes: ["malformed"],
  },
  {
    fear: "a problem called like an answer passes",
    evidence: touching(edit(null, seven, { problems: [{ code: "wellformed", line: 3, detail: "" }] })),
    codes: ["malformed"],
  },
  {
    fear: "two files share one id",
    evidence: touching(
      edit(null, seven, { path: "backlog/tasks/a.md" }),
      edit(null, seven, { path: "backlog/tasks/b.md" }),
    ),
    codes: ["id-duplicate", "id-duplicate"],
  },
  {
    fear: "a file that moved is its own double",
    evidence: touching(edit(seven, null, { path: "backlog/drafts/a.md" }), edit(null, seven)),
    codes: ["wellformed"],
  },
  { fear: "a deleted file is read", evidence: touching(edit(seven, null)), codes: ["no-task-edits"] },
  { fear: "a change without tasks is silent", evidence: touching(), codes: ["no-task-edits"] },
  {
    fear: "a pull request's tasks are not read",
    evidence: evidence({
      change: pullRequest(commit({ paths: [] })),
      facts: [facts()],
      references: [],
      tasks: [edit(null, seven, { ...broken, commit: null })],
    }),
    codes: ["fence-invalid", "no-task-edits"],
  },
];

describe("task-wellformed", () => {
  test.each(table)("$fear", (line) => expectLine(taskWellformed, line));

  test("a problem of the task reader has no words here", () => {
    const source = readFileSync(new URL("../../src/tasks/problem.ts", import.meta.url), "utf8");
    const codes = [...source.matchAll(/^ {2}\| "([a-z0-9-]+)"/gm)].map(([, code = ""]) => code);
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !Object.hasOwn(taskWellformed.meta.codes, code))).toEqual([]);
  });

  test("the line that has to be mended is not named", () => {
    expect(answers(taskWellformed, touching(edit(null, null, broken)))[0]?.about).toMatchObject({
      kind: "path",
      line: 1,
    });
  });
});
