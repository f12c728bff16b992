import type { JudgedFinding } from "../../src/core/finding.ts";
import type { CommitColumns, FactsKey, Report } from "../../src/core/report.ts";
import type { RuleMeta } from "../../src/core/rule.ts";
import type { RenderOptions } from "../../src/reports/options.ts";

function meta(id: string, title: string, codes: RuleMeta<string>["codes"]): RuleMeta<string> {
  return {
    id,
    title,
    who: "the commit's author",
    why: "An auditor asks who authorised a change.",
    fix: "Name an authorised ticket in the message.",
    codes,
    ...(id === "change-size" ? {} : { mends: "message" as const }),
    on: ["commit-message", "commits"],
    default: true,
    needs: [],
    fast: true,
    examples: [],
    controls: [],
  };
}

export const metas: ReadonlyMap<string, RuleMeta<string>> = new Map(
  [
    meta("reference-required", "Every change names a ticket", {
      missing: { outcome: "fail", message: "No ticket is named in the {places}." },
      present: { outcome: "pass", message: "{tickets} is named." },
    }),
    meta("ticket-authorised", "The ticket is authorised", {
      state: { outcome: "fail", message: "{ticket} is {state}, which authorises nothing." },
      unavailable: { outcome: "unknown", message: "{ticket} could not be looked up: {detail}." },
      authorised: { outcome: "pass", message: "{ticket} is authorised." },
    }),
    meta("change-size", "A change is small", {
      large: { outcome: "fail", message: "{files} files change, at most {limit} are wanted." },
    }),
  ].map((one) => [one.id, one]),
);

export const options: RenderOptions = { metas, color: false, columns: 80, subject: () => null, repair: null };

export function finding(
  parts: Partial<JudgedFinding> & Pick<JudgedFinding, "rule" | "code" | "outcome">,
): JudgedFinding {
  return {
    level: "enforce",
    blocking: parts.outcome === "fail" || parts.outcome === "unknown",
    about: { kind: "change" },
    args: {},
    fix: { argv: null, note: "" },
    ...parts,
  };
}

export const missing = finding({
  rule: "reference-required",
  code: "missing",
  outcome: "fail",
  args: {
    places: "subject, body, trailer or branch",
    found: "no ticket id",
    wanted: "an id such as TASK-1",
  },
  fix: {
    argv: ["git", "commit", "-e", "-F", ".git/COMMIT_EDITMSG"],
    note: "Add the id of an open ticket: (TASK-1).",
  },
});

export const done = finding({
  rule: "ticket-authorised",
  code: "state",
  outcome: "fail",
  about: { kind: "ticket", ticket: "TASK-3" },
  args: { ticket: "TASK-3", state: "Done", found: "Done", wanted: "open, in_progress" },
});

export const down = finding({
  rule: "ticket-authorised",
  code: "unavailable",
  outcome: "unknown",
  args: { ticket: "PROJ-9", detail: "no answer in 5 s" },
});

export const named = finding({
  rule: "reference-required",
  code: "present",
  outcome: "pass",
  args: { tickets: "TASK-1" },
});

const counts = {
  commits: 1,
  referenced: 0,
  passed: 0,
  failed: 0,
  undecided: 0,
  exempt: {},
  beforeBaseline: 0,
  unproved: 0,
  dated: 0,
};

/** A judged commit message; `parts` say what differs from a rejected one. */
export function messageReport(parts: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    kind: "check",
    tool: { name: "golden-thread", version: "0.1.0" },
    policyDigest: "5f1d0c2ab4e6973821d0f4ab5f1d0c2ab4e6973821d0f4ab5f1d0c2ab4e69738",
    policySources: ["golden-thread.yml"],
    preset: "standard",
    place: "hook",
    decidedAt: "2026-03-04T05:06:07.000Z",
    subject: {
      kind: "commit-message",
      label: ".git/COMMIT_EDITMSG",
      branch: "main",
      complete: true,
      subject: "Fix the login time-out",
    },
    verdict: "fail",
    enforceFrom: null,
    findings: [missing],
    commits: null,
    keys: [],
    counts: { ...counts, failed: 1 },
    proposal: null,
    tickets: () => [],
    waivers: [],
    notices: [],
    ...parts,
  };
}

/** Commit ids that are easy to tell apart: `0000…0007` for 7. */
export function idOf(index: number): string {
  return index.toString(16).padStart(4, "0").repeat(10);
}

/** Columns of commits whose facts keys are given, newest first. */
export function columns(keys: readonly number[]): CommitColumns {
  return {
    count: keys.length,
    id: idOf,
    key: (index) => keys[index] ?? 0,
    time: (index) => 1_700_000_000 - index,
    author: (index) => `Author ${index % 2} <a${index % 2}@example.com>`,
    recordedAt: null,
  };
}

/** A judged history of seven commits over four facts keys. */
export function historyReport(parts: Partial<Report> = {}): Report {
  const key = (findings: readonly JudgedFinding[], verdict: FactsKey["verdict"], count: number): FactsKey => {
    return { count, example: 0, verdict, findings, tickets: [] };
  };
  const other = { ...done, args: { ...done.args, ticket: "TASK-4" } };
  return messageReport({
    subject: { kind: "commits", label: "v1..main", branch: null, complete: true, subject: null },
    findings: [],
    commits: columns([0, 1, 1, 2, 1, 1, 3]),
    keys: [
      key([named], "pass", 1),
      key([missing], "fail", 4),
      key([done], "fail", 1),
      key([other, down], "fail", 1),
    ],
    counts: {
      ...counts,
      commits: 7,
      referenced: 3,
      passed: 1,
      failed: 6,
      exempt: { "clean-merge": 2, scope: 0 },
      unproved: 1,
    },
    ...parts,
  });
}
