import type { JudgedFinding } from "../core/finding.ts";
import type { Report } from "../core/report.ts";
import { type GroupExample, groupFindings } from "./groups.ts";
import { isResting } from "./resting.ts";
import { severityOf, type Told, toldFindings } from "./told.ts";

/** Fails and unknowns with reasons of their own, the most important first. Those that only rest on another unknown are left out. */
export function* problemsOf(report: Report): Iterable<Told> {
  const hides = restingRules(report).length > 0;
  for (const told of toldFindings(report))
    if (isProblem(told.finding) && !(hides && isResting(told.finding))) yield told;
}

/** Rules that could not tell because another one couldn't; none where no other says why. */
export function restingRules(report: Report): readonly string[] {
  const all = [...report.findings, ...report.keys.flatMap((key) => key.findings)].filter(isProblem);
  const isTold = all.some((finding) => finding.outcome === "unknown" && !isResting(finding));
  return isTold ? [...new Set(all.filter(isResting).map(({ rule }) => rule))] : [];
}

/** One thing that is wrong, with a few of the commits that it is wrong with. */
export interface Problem {
  readonly finding: JudgedFinding;
  /** 0: it is about the whole change. */
  readonly commits: number;
  readonly examples: readonly GroupExample[];
}

/** The same, each kind of answer once; what blocks first. `most`: examples of one. */
export function groupedProblems(report: Report, most: number): readonly Problem[] {
  const hides = restingRules(report).length > 0;
  const ofWhole = report.findings.map((finding) => ({ finding, commits: 0, examples: [] }));
  const ofCommits = groupFindings(report, most).flatMap(({ commits, examples }) => {
    const [first] = examples;
    return first === undefined ? [] : [{ finding: first.finding, commits, examples }];
  });
  return [...ofWhole, ...ofCommits]
    .filter(({ finding }) => isProblem(finding) && !(hides && isResting(finding)))
    .sort((a, b) => weight(b.finding) - weight(a.finding));
}

function isProblem(finding: JudgedFinding): boolean {
  const severity = severityOf(finding);
  return severity === "error" || severity === "warning";
}

function weight({ outcome, blocking }: JudgedFinding): number {
  return (blocking ? 2 : 0) + (outcome === "fail" ? 1 : 0);
}
