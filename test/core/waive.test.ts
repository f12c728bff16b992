import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/core/evaluate.ts";
import type { Evidence, Waiver } from "../../src/core/evidence.ts";
import type { JudgedFinding } from "../../src/core/finding.ts";
import { decide } from "../../src/core/verdict.ts";
import { waive } from "../../src/core/waive.ts";
import { referenceRequired } from "../../src/rules/reference-required.ts";
import {
  AT,
  commit,
  commits,
  evidence,
  facts,
  found,
  message,
  paths,
  pullRequest,
  reference,
  ticket,
} from "../rules/evidence.ts";
import { law, ruleSet } from "./law.ts";

const ID = "a".repeat(40);

function waiver(given: Partial<Waiver> = {}): Waiver {
  return {
    id: "W-1",
    rules: ["paths-in-scope"],
    for: { commits: [ID] },
    reason: "outage",
    approver: "alice",
    created: "2026-03-01",
    expires: "2026-03-02",
    proof: "declared",
    ...given,
  };
}

const finding: JudgedFinding = {
  rule: "paths-in-scope",
  outcome: "fail",
  code: "outside",
  about: { kind: "path", commit: 0, path: "src/a.ts" },
  args: {},
  level: "enforce",
  blocking: true,
  fix: { argv: null, note: "" },
};

const cited = { references: [reference("TASK-7")], lookups: found(ticket("TASK-7")) };

function lifted(
  given: Waiver,
  about: Partial<JudgedFinding> = {},
  more: Partial<Evidence> = {},
  provedOnly = false,
): boolean {
  const change = commits(commit({ id: ID, paths: paths("src/a.ts", "src/b.ts") }));
  const all = evidence({ change, at: AT, globs: {}, references: [], lookups: {}, waivers: [given], ...more });
  return waive([{ ...finding, ...about }], all, { provedOnly })[0]?.waiver === given.id;
}

const wholeCommit = { about: { kind: "commit", commit: 0 } } as const;
const wholeChange = { about: { kind: "change" } } as const;
const two = { change: commits(commit({ id: ID, paths: [] }), commit({ id: "b".repeat(40), paths: null })) };

describe("a waiver lifts what its approver saw, and nothing else", () => {
  test.each([
    ["its commit", true, () => lifted(waiver())],
    ["its commit by a short id", true, () => lifted(waiver({ for: { commits: ["aaaaaaa"] } }))],
    ["any commit by one letter", false, () => lifted(waiver({ for: { commits: ["a"] } }))],
    ["another commit", false, () => lifted(waiver({ for: { commits: ["b".repeat(40)] } }))],
    ["another rule", false, () => lifted(waiver({ rules: ["change-size"] }))],
    ["a commit that is not made yet", false, () => lifted(waiver(), {}, { change: message("x") })],
    ["a whole change by one of its commits", false, () => lifted(waiver(), wholeChange, two)],
    ["nothing that it names", false, () => lifted(waiver({ for: {} }))],
    [
      "its pull request",
      true,
      () => lifted(waiver({ for: { pr: [12] } }), {}, { change: pullRequest(commit()) }),
    ],
    [
      "another pull request",
      false,
      () => lifted(waiver({ for: { pr: [13] } }), {}, { change: pullRequest(commit()) }),
    ],
    ["a push by a pull request's number", false, () => lifted(waiver({ for: { pr: [12] } }))],
    ["its path", true, () => lifted(waiver({ for: { paths: ["src/a.ts"] } }))],
    ["another path", false, () => lifted(waiver({ for: { paths: ["src/b.ts"] } }))],
    [
      "a commit by one of its paths",
      false,
      () => lifted(waiver({ for: { paths: ["src/a.ts"] } }), wholeCommit),
    ],
    ["a commit by all of its paths", true, () => lifted(waiver({ for: { paths: ["src"] } }), wholeCommit)],
    [
      "a commit whose paths nobody knows",
      false,
      () => lifted(waiver({ for: { paths: ["src"] } }), wholeChange, two),
    ],
    [
      "its ticket",
      true,
      () => lifted(waiver({ for: { ticket: ["task-7"] } }), { about: { kind: "ticket", ticket: "TASK-7" } }),
    ],
    [
      "another ticket",
      false,
      () =>
        lifted(
          waiver({ for: { ticket: ["TASK-8"] } }),
          { about: { kind: "ticket", ticket: "TASK-7" } },
          cited,
        ),
    ],
    ["a commit of its ticket", true, () => lifted(waiver({ for: { ticket: ["TASK-7"] } }), {}, cited)],
    [
      "a commit that cites its ticket, which is not there",
      false,
      () => lifted(waiver({ for: { ticket: ["TASK-7"] } }), {}, { ...cited, lookups: {} }),
    ],
    [
      "its commit, but another ticket",
      false,
      () => lifted(waiver({ for: { commits: [ID], ticket: ["TASK-8"] } }), {}, cited),
    ],
    ["its last day", true, () => lifted(waiver({ expires: "2026-03-02" }))],
    ["the day after", false, () => lifted(waiver({ expires: "2026-03-01" }))],
    ["an hour after its last", false, () => lifted(waiver({ expires: "2026-03-02T11:30:00Z" }))],
    [
      "a time before it was made",
      false,
      () => lifted(waiver({ created: "2026-03-05", expires: "2026-03-09" })),
    ],
    ["a day that nobody can read", false, () => lifted(waiver({ expires: "soon" }))],
    ["anything by word alone where proof is asked", false, () => lifted(waiver(), {}, {}, true)],
    ["its commit by proof", true, () => lifted(waiver({ proof: "proved" }), {}, {}, true)],
    ["an unknown of its commit", true, () => lifted(waiver(), { outcome: "unknown" })],
    ["a pass", false, () => lifted(waiver(), { outcome: "pass" })],
  ])("%s: %j", (_what, expected, run) => expect(run()).toBe(expected));

  test("what was waived is not to be seen any more", () => {
    const change = commits(commit({ id: ID }));
    const rules = ruleSet([referenceRequired]);
    const given = evidence({
      change,
      at: AT,
      facts: [facts()],
      globs: {},
      references: [],
      lookups: {},
      waivers: [waiver({ rules: ["reference-required"] })],
    });
    const findings = evaluate(given, law({ rules }), [referenceRequired]);
    expect(findings).toMatchObject([{ outcome: "skip", code: "missing", blocking: false, waiver: "W-1" }]);
    expect(decide(findings)).toBe("pass");
  });
});
