import { describe, test } from "vitest";
import type { Change } from "../../src/core/change.ts";
import type { Evidence } from "../../src/core/evidence.ts";
import type { Ticket } from "../../src/core/ticket.ts";
import { releaseMatchesBranch } from "../../src/rules/release-matches-branch.ts";
import { AT, commit, evidence, facts, found, lookup, message, reference, ticket } from "./evidence.ts";
import { expectEveryCode, expectLine, type Line } from "./table.ts";

function on(branch: string | null, planned: Partial<Ticket>, given: Partial<Evidence> = {}): Evidence {
  return evidence({
    change: message("x", branch),
    at: AT,
    facts: [facts()],
    tasks: [],
    references: [reference("TASK-7")],
    lookups: found(ticket("TASK-7", "open", planned)),
    ...given,
  });
}

function pushed(ref: string): Change {
  return { kind: "commits", commits: [commit()], ref, complete: true };
}

const four = { versions: ["1.4"] };
const two = { references: [reference("TASK-7"), reference("TASK-8")] };
const beside = {
  ...two,
  lookups: found(ticket("TASK-7", "open", four), ticket("TASK-8", "open", { versions: ["1.5"] })),
};

const table: readonly Line[] = [
  { fear: "the right release is refused", evidence: on("release/1.4", four), codes: ["planned"] },
  {
    fear: "one of two releases does not count",
    evidence: on("release/1.4", { versions: ["1.5", "1.4"] }),
    codes: ["planned"],
  },
  {
    fear: "a leading v makes another release",
    evidence: on("hotfix/1.4.1", { versions: ["V1.4.1"] }),
    codes: ["planned"],
  },
  {
    fear: "a v of the branch makes another release",
    evidence: on("release/v1.4", four),
    codes: ["planned"],
  },
  {
    fear: "work of the next release slips in",
    evidence: on("release/1.4", { versions: ["1.5"] }),
    codes: ["other-release"],
  },
  {
    fear: "1.4 is taken for 1.4.0 or 1.40",
    evidence: on("release/1.4", { versions: ["1.4.0", "1.40"] }),
    codes: ["other-release"],
  },
  { fear: "unplanned work slips in", evidence: on("release/1.4", { versions: [] }), codes: ["unplanned"] },
  {
    fear: "a tracker without versions plans nothing",
    evidence: on("release/1.4", {}),
    codes: ["releases-untold"],
  },
  { fear: "main has to be a release", evidence: on("main", four), codes: ["no-release"] },
  {
    fear: "a branch below a release's is the release",
    evidence: on("release/1.4/fix", four),
    codes: ["no-release"],
  },
  { fear: "a release without a name is one", evidence: on("release/", four), codes: ["no-release"] },
  { fear: "a detached HEAD has to be a release", evidence: on(null, four), codes: ["no-branch"] },
  {
    fear: "a pushed release branch is not judged",
    evidence: on(null, { versions: ["1.5"] }, { change: pushed("refs/heads/release/1.4") }),
    codes: ["other-release"],
  },
  {
    fear: "a pushed tag is a branch",
    evidence: on(null, four, { change: pushed("refs/tags/release/1.4") }),
    codes: ["no-branch"],
  },
  {
    fear: "the policy's own names of branches are passed by",
    evidence: on("r-1.5-stable", four),
    options: { branches: ["r-{version}-stable"] },
    codes: ["other-release"],
  },
  {
    fear: "what stands before and after the release may overlap",
    evidence: on("r-r", four),
    options: { branches: ["r-{version}-r"] },
    codes: ["no-release"],
  },
  {
    fear: "a version counts where the iteration is asked for",
    evidence: on("release/1.4", { ...four, iteration: "1.5" }),
    options: { by: "iteration" },
    codes: ["other-release"],
  },
  {
    fear: "no iteration is one that is not told",
    evidence: on("release/1.4", { iteration: null }),
    options: { by: "iteration" },
    codes: ["unplanned"],
  },
  {
    fear: "an iteration's path hides its name",
    evidence: on("release/1.4", { iteration: "Shop\\1.4\\Sprint 3" }),
    options: { by: "iteration" },
    codes: ["planned"],
  },
  {
    fear: "either: the other one counts for nothing",
    evidence: on("release/1.4", { versions: [], iteration: "1.4" }),
    options: { by: "either" },
    codes: ["planned"],
  },
  {
    fear: "either: what is told counts for nothing beside what is not",
    evidence: on("release/1.4", { versions: [] }),
    options: { by: "either" },
    codes: ["unplanned"],
  },
  {
    fear: "either: nothing told is nothing planned",
    evidence: on("release/1.4", {}),
    options: { by: "either" },
    codes: ["releases-untold"],
  },
  {
    fear: "a finished ticket is complained of again",
    evidence: on("release/1.4", {}, { lookups: found(ticket("TASK-7", "done")) }),
    codes: ["nothing-authorises"],
  },
  {
    fear: "an outage is a pass",
    evidence: on(
      "release/1.4",
      {},
      { lookups: lookup("TASK-7", { status: "unavailable", detail: "timeout" }) },
    ),
    codes: ["not-known"],
  },
  {
    fear: "any: another release's ticket beside the right one blocks",
    evidence: on("release/1.4", {}, beside),
    codes: ["planned", "not-decisive"],
  },
];

describe("release-matches-branch", () => {
  test.each(table)("$fear", (line) => expectLine(releaseMatchesBranch, line));
  test("the table meets every code", () => expectEveryCode(releaseMatchesBranch, table));
});
