import { byText } from "../core/by-text.ts";
import type { JudgedFinding } from "../core/finding.ts";
import { dayOf, monthOf } from "../core/month.ts";
import type { FactsKey, Report } from "../core/report.ts";
import type { Fates, GroupRow, RuleRow, Simulation } from "../core/simulation.ts";
import { decide } from "../core/verdict.ts";

/** What a history's commits come to. */
export interface Folded {
  readonly commits: number;
  readonly fates: Fates;
  readonly rules: readonly RuleRow[];
  readonly authors: readonly GroupRow[];
  readonly months: readonly GroupRow[];
}

/** What becomes of a commit. */
type Fate = keyof Fates;

/** The fate of every commit that has a facts key: the report's own verdict, and whether it came with a warning. */
function fateOf({ verdict, findings }: Pick<FactsKey, "verdict" | "findings">): Fate {
  switch (verdict) {
    case "fail":
      return "blocked";
    case "undecided":
      return "undecided";
    case "pass":
      return findings.some(({ outcome }) => outcome === "fail") ? "warned" : "passed";
  }
}

/** Counts the commits of a judged history from `since` (seconds since 1970) on, by fate, rule, author and month. */
export function fold({ commits, keys }: Pick<Report, "commits" | "keys">, since: number): Folded {
  const fates = keys.map(fateOf);
  const ofKey = keys.map(() => 0);
  const authors = openGroups<string>();
  const months = openGroups<number>();
  let seen = 0;
  for (let index = 0; index < (commits?.count ?? 0); index++) {
    if (commits === null || commits.time(index) < since) continue;
    const key = commits.key(index);
    const fate = fates[key] ?? "passed";
    ofKey[key] = (ofKey[key] ?? 0) + 1;
    authors.add(commits.author(index), fate);
    months.add(dayOf(commits.time(index)), fate);
    seen++;
  }
  return {
    commits: seen,
    fates: total(fates, ofKey),
    rules: ruleRows(keys, ofKey),
    authors: authors.rows().sort((a, b) => b.blocked - a.blocked || byName(a, b)),
    months: monthly(months.rows()),
  };
}

/** What `check range` says of the same commits; while `pending`, the law's date still lies ahead and nothing blocks. */
export function verdictsOf(
  { commits, keys }: Pick<Report, "commits" | "keys">,
  since: number,
  pending: boolean,
): Simulation["today"] {
  const verdicts = keys.map(({ verdict, findings }) =>
    pending ? decide(findings.map(({ outcome }) => ({ outcome, blocking: false }))) : verdict,
  );
  const counts = { pass: 0, fail: 0, undecided: 0 };
  for (let index = 0; index < (commits?.count ?? 0); index++) {
    if (commits === null || commits.time(index) < since) continue;
    counts[verdicts[commits.key(index)] ?? "undecided"]++;
  }
  return { passed: counts.pass, failed: counts.fail, undecided: counts.undecided };
}

function total(fates: readonly Fate[], ofKey: readonly number[]): Fates {
  const counts = { blocked: 0, undecided: 0, warned: 0, passed: 0 };
  fates.forEach((fate, key) => {
    counts[fate] += ofKey[key] ?? 0;
  });
  return counts;
}

/** Rules that object to a commit at least once, what stops most first. */
function ruleRows(keys: readonly FactsKey[], ofKey: readonly number[]): readonly RuleRow[] {
  const rows = new Map<string, { -readonly [Name in keyof RuleRow]: RuleRow[Name] }>();
  keys.forEach(({ findings }, key) => {
    const commits = ofKey[key] ?? 0;
    if (commits === 0) return;
    // A rule may say the same of several tickets of one commit.
    for (const said of new Set(findings.flatMap(objection))) {
      const [rule = "", what] = said.split("\n");
      const row = rows.get(rule) ?? { rule, blocked: 0, undecided: 0, warned: 0, unknown: 0 };
      rows.set(rule, row);
      if (what === "blocked" || what === "undecided" || what === "warned" || what === "unknown")
        row[what] += commits;
    }
  });
  return [...rows.values()].sort(
    (a, b) =>
      b.blocked - a.blocked || b.undecided - a.undecided || b.warned - a.warned || byText(a.rule, b.rule),
  );
}

function objection({ rule, outcome, blocking }: JudgedFinding): readonly string[] {
  if (outcome === "fail") return [`${rule}\n${blocking ? "blocked" : "warned"}`];
  return outcome === "unknown" ? [`${rule}\n${blocking ? "undecided" : "unknown"}`] : [];
}

interface Group<Name> {
  readonly name: Name;
  commits: number;
  blocked: number;
  undecided: number;
}

function openGroups<Name>(): { add(name: Name, fate: Fate): void; rows(): Group<Name>[] } {
  const groups = new Map<Name, Group<Name>>();
  return {
    add(name, fate) {
      let group = groups.get(name);
      if (group === undefined) {
        group = { name, commits: 0, blocked: 0, undecided: 0 };
        groups.set(name, group);
      }
      group.commits++;
      if (fate === "blocked") group.blocked++;
      if (fate === "undecided") group.undecided++;
    },
    rows: () => [...groups.values()],
  };
}

function monthly(days: readonly Group<number>[]): readonly GroupRow[] {
  const months = new Map<string, Group<string>>();
  for (const day of [...days].sort((a, b) => a.name - b.name)) {
    const name = monthOf(day.name);
    const month = months.get(name) ?? { name, commits: 0, blocked: 0, undecided: 0 };
    months.set(name, month);
    month.commits += day.commits;
    month.blocked += day.blocked;
    month.undecided += day.undecided;
  }
  return [...months.values()];
}

function byName(a: GroupRow, b: GroupRow): number {
  return b.undecided - a.undecided || b.commits - a.commits || byText(a.name, b.name);
}
