import { describe, test } from "vitest";
import type { Evidence } from "../../src/core/evidence.ts";
import { completedTaskHasCommit } from "../../src/rules/completed-task-has-commit.ts";
import {
  commit,
  commits,
  edit,
  evidence,
  facts,
  paths,
  pullRequest,
  reference,
  snapshot,
  ticket,
} from "./evidence.ts";
import { expectEveryCode, expectLine, type Line } from "./table.ts";

const active = snapshot(ticket("TASK-7", "in_progress"));
const done = snapshot(ticket("TASK-7", "done"));
const finished = [edit(active, done)];
const change = commits(commit({ paths: paths("x") }));

function finishing(given: Partial<Evidence>) {
  return evidence({ change, facts: [facts()], tasks: finished, references: [], ...given });
}

const table: readonly Line[] = [
  {
    fear: "the commit that finishes a task is refused",
    evidence: finishing({ references: [reference("TASK-7")] }),
    codes: ["has-commit"],
  },
  {
    fear: "a task is closed without work",
    evidence: finishing({ references: [reference("TASK-1")] }),
    codes: ["no-commit"],
  },
  {
    fear: "work in the commit before does not count",
    evidence: finishing({
      change: commits(commit({ paths: paths("x") }), commit({ paths: [] })),
      references: [reference("TASK-7", { commit: 1 })],
    }),
    codes: ["has-commit", "nothing-completed"],
  },
  {
    fear: "work of last week does not count",
    evidence: finishing({ referencedBefore: ["tasks:TASK-7"] }),
    codes: ["had-commit"],
  },
  {
    fear: "another tracker's ticket of the same name counts",
    evidence: finishing({ referencedBefore: ["jira:TASK-7"] }),
    codes: ["no-commit"],
  },
  {
    fear: "a task in progress needs a commit",
    evidence: finishing({ tasks: [edit(null, active)] }),
    codes: ["nothing-completed"],
  },
  {
    fear: "a finished task that moves is finished again",
    evidence: finishing({ tasks: [edit(done, null), edit(null, done)] }),
    codes: ["nothing-completed"],
  },
  {
    fear: "an imported backlog needs a commit for each old task",
    evidence: finishing({ tasks: [edit(null, done)] }),
    codes: ["created-done"],
  },
  {
    fear: "a task that moves to the finished ones is not seen to finish",
    evidence: finishing({ tasks: [edit(active, null, { path: "a.md" }), edit(null, done)] }),
    codes: ["no-commit"],
  },
  {
    fear: "a shallow clone makes a task look workless",
    evidence: finishing({
      change: { ...change, kind: "commits", ref: null, complete: false, commits: [commit({ paths: [] })] },
    }),
    codes: ["commits-unseen", "incomplete"],
  },
  {
    fear: "a pull request's title does not count",
    evidence: finishing({
      change: pullRequest(commit({ paths: [] })),
      tasks: [edit(active, done, { commit: null })],
      references: [reference("TASK-7", { place: "title" })],
    }),
    codes: ["has-commit", "nothing-completed"],
  },
];

describe("completed-task-has-commit", () => {
  test.each(table)("$fear", (line) => expectLine(completedTaskHasCommit, line));
  test("the table meets every code", () => expectEveryCode(completedTaskHasCommit, table));
});
