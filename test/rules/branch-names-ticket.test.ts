import { describe, test } from "vitest";
import type { Change } from "../../src/core/change.ts";
import type { Reference } from "../../src/core/reference.ts";
import { branchNamesTicket } from "../../src/rules/branch-names-ticket.ts";
import { commit, evidence, message, pullRequest, reference } from "./evidence.ts";
import { expectEveryCode, expectLine, type Line } from "./table.ts";

function on(change: Change, ...references: readonly Reference[]) {
  return evidence({ change, references, defaultBranches: ["prod"] });
}

function pushed(ref: string | null): Change {
  return { kind: "commits", commits: [commit()], ref, complete: true };
}

const seven = reference("TASK-7", { place: "branch" });

const table: readonly Line[] = [
  { fear: "a named branch is refused", evidence: on(message("x", "task-7-login"), seven), codes: ["named"] },
  {
    fear: "an unnamed branch passes",
    evidence: on(message("x", "login"), reference("TASK-7")),
    codes: ["unnamed"],
  },
  {
    fear: "the default branch has to name a ticket",
    evidence: on(message("x", "prod")),
    codes: ["shared-branch"],
  },
  {
    fear: "a release branch has to name a ticket",
    evidence: on(message("x", "release/1.2")),
    codes: ["shared-branch"],
  },
  {
    fear: "a branch that begins like a shared one is shared",
    evidence: on(message("x", "mainly")),
    codes: ["unnamed"],
  },
  { fear: "a detached HEAD is judged by its name", evidence: on(message("x")), codes: ["no-branch"] },
  { fear: "a pushed tag is judged as a branch", evidence: on(pushed("refs/tags/v1")), codes: ["no-branch"] },
  { fear: "a pushed branch is not judged", evidence: on(pushed("refs/heads/login")), codes: ["unnamed"] },
  { fear: "a range without a ref is judged by its name", evidence: on(pushed(null)), codes: ["no-branch"] },
  { fear: "a pull request's branch is not judged", evidence: on(pullRequest(commit())), codes: ["unnamed"] },
  {
    fear: "another tracker's id names our ticket",
    evidence: on(message("x", "PROJ-1-x"), reference("PROJ-1", { place: "branch", remote: null })),
    codes: ["foreign"],
  },
];

describe("branch-names-ticket", () => {
  test.each(table)("$fear", (line) => expectLine(branchNamesTicket, line));
  test("the table meets every code", () => expectEveryCode(branchNamesTicket, table));
});
