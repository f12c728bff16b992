import { describe, expect, test } from "vitest";
import type { Evidence, ToldMerge } from "../../src/core/evidence.ts";
import type { Reference } from "../../src/core/reference.ts";
import { referenceRequired } from "../../src/rules/reference-required.ts";
import { commit, commits, evidence, facts, message, pullRequest, reference } from "./evidence.ts";
import { answers, expectEveryCode, expectLine, type Line } from "./table.ts";

const plain = { facts: [facts()], change: message("Do it") };
const taskSeven = reference("TASK-7");
const reverted = facts({ inherits: { kind: "revert", target: "d".repeat(40), references: [taskSeven] } });

const table: readonly Line[] = [
  {
    fear: "a message without a ticket slips in",
    evidence: evidence({ ...plain, references: [] }),
    codes: ["missing"],
  },
  {
    fear: "a good message is refused",
    evidence: evidence({ ...plain, references: [taskSeven] }),
    codes: ["referenced"],
  },
  {
    fear: "another repository's issue counts as ours",
    evidence: evidence({
      ...plain,
      references: [reference("other/repo#7", { remote: null, provider: "github" })],
    }),
    codes: ["foreign"],
  },
  {
    fear: "a foreign issue beside ours offends",
    evidence: evidence({ ...plain, references: [reference("o/r#7", { remote: null }), taskSeven] }),
    codes: ["referenced"],
  },
  {
    fear: "a place that the policy does not count is counted",
    evidence: evidence({ ...plain, references: [reference("TASK-7", { place: "body" })] }),
    options: { in: ["subject", "trailer"] },
    codes: ["wrong-place"],
  },
  {
    fear: "the branch does not speak for the message",
    evidence: evidence({ ...plain, references: [reference("TASK-7", { place: "branch" })] }),
    codes: ["referenced"],
  },
  {
    fear: "a pull request's description is no body",
    evidence: evidence({
      facts: [facts()],
      change: pullRequest(commit()),
      references: [reference("TASK-7", { place: "pr-body" })],
    }),
    options: { in: ["body"] },
    codes: ["referenced"],
  },
  {
    fear: "one commit's ticket covers its neighbour",
    evidence: evidence({
      facts: [facts(), facts()],
      change: commits(commit(), commit()),
      references: [reference("TASK-7", { commit: 1 })],
    }),
    codes: ["missing", "referenced"],
  },
  {
    fear: "a revert that names nothing itself is refused",
    evidence: evidence({ change: commits(commit()), facts: [reverted], references: [] }),
    codes: ["inherited"],
  },
  {
    fear: "a revert's own ticket is lost behind its target's",
    evidence: evidence({ change: commits(commit()), facts: [reverted], references: [reference("TASK-1")] }),
    codes: ["referenced"],
  },
  {
    fear: "a bot's name opens the gate",
    evidence: evidence({
      change: commits(commit()),
      facts: [facts({ unproved: "dependabot[bot]" })],
      references: [],
    }),
    codes: ["unproved"],
  },
  {
    fear: "an evil merge passes as a merge",
    evidence: evidence({ change: commits(commit()), facts: [facts({ evilMerge: true })], references: [] }),
    codes: ["missing"],
  },
  {
    fear: "a squash that keeps the ticket is refused",
    evidence: merging({ references: [taskSeven] }),
    codes: ["kept"],
  },
  {
    fear: "a squash drops the ticket that every commit names",
    evidence: merging({}, [taskSeven]),
    codes: ["lost"],
  },
  {
    fear: "the place that the policy counts is another in the squashed commit",
    evidence: merging({ references: [reference("TASK-7", { place: "body" })] }),
    options: { in: ["subject"] },
    codes: ["lost"],
  },
  {
    fear: "a merge that would keep all commits is forbidden for the sake of another",
    evidence: merging({ isOnly: false }),
    codes: ["lost-by-choice"],
  },
  {
    fear: "a forge that does not answer makes a squash that would lose its ticket pass",
    evidence: evidence({
      facts: [facts()],
      change: pullRequest(commit()),
      merges: [{ status: "unknown", detail: "GitHub answers 500." }],
    }),
    codes: ["merge-unknown"],
  },
];

function merging(more: Partial<ToldMerge>, references: readonly Reference[] = []): Evidence {
  const setting = "squash_merge_commit_title is PR_TITLE";
  const squash: ToldMerge = {
    ...{ status: "told", method: "squash", setting, isOnly: true, references: [] },
    ...more,
  };
  return evidence({ facts: [facts()], change: pullRequest(commit()), references, merges: [squash] });
}

describe("reference-required", () => {
  test.each(table)("$fear", (line) => expectLine(referenceRequired, line));
  test("the table meets every code", () => expectEveryCode(referenceRequired, table));

  test("an auditor can't tell which tickets a pass rests on", () => {
    const both = evidence({
      ...plain,
      references: [reference("TASK-8", { start: 20 }), taskSeven, taskSeven],
    });
    expect(answers(referenceRequired, both)[0]?.args).toEqual({ tickets: "TASK-7, TASK-8" });
  });
});
