import type { Audit, AuditPart, Coverage, Ratio } from "../core/audit.ts";
import type { CoverageAnswer, GroupKind, MeasureName, Minimum } from "../core/covered.ts";
import type { Verdict } from "../core/finding.ts";
import { ratioOf } from "../core/ratio.ts";
import { isCoverKnown, isWeighed } from "../core/weighed.ts";

interface Measure {
  readonly of: (coverage: Coverage) => Ratio | null;
  /** What has to be looked at for it. */
  readonly parts: readonly AuditPart[];
  /** It counts tickets, so all that anything names have to be known. */
  readonly isOfTickets?: boolean;
  /** Whether anybody could say of what it counts; left out: always. */
  readonly isSaid?: (coverage: Coverage) => boolean;
}

/** Every measure, by the name that people write. */
const MEASURES: Readonly<Record<MeasureName, Measure>> = {
  tickets: {
    of: ({ linkedCount, totalItems }) => ratioOf(linkedCount, totalItems),
    parts: ["messages", "tree", "tickets"],
    isOfTickets: true,
  },
  commits: { of: ({ commits }) => commits.ratio, parts: ["messages"], isSaid: ofCommits },
  "pull-requests": { of: ({ proposals }) => proposals, parts: ["messages", "proposals"], isSaid: ofCommits },
  files: { of: ({ files }) => files, parts: ["messages", "tree", "paths"], isSaid: isCoverKnown },
  "live-lines": { of: ({ liveLines }) => liveLines, parts: ["messages", "tree", "blame"], isSaid: ofCommits },
  "changed-lines": {
    of: ({ changedLines }) => changedLines,
    parts: ["messages", "lines"],
    isSaid: ofCommits,
  },
  specs: { of: ({ specs }) => specs, parts: ["messages"], isOfTickets: true },
  criteria: { of: ({ criteria }) => criteria, parts: ["messages"], isOfTickets: true },
};

function ofCommits({ commits }: Coverage): boolean {
  return isWeighed(commits);
}

/** Their names, in the order of the help. */
export const MEASURE_NAMES: readonly MeasureName[] = Object.keys(MEASURES).filter(isMeasure);

/** Whether there is such a measure. */
export function isMeasure(name: string): name is MeasureName {
  return Object.hasOwn(MEASURES, name);
}

/** What a measure came to; null: nobody looked at all of it, so no number would be true. */
export function measured(name: MeasureName, audit: Looked): Ratio | null {
  return isOpen(name, audit) ? null : MEASURES[name].of(audit.coverage);
}

type Looked = Pick<Audit, "coverage" | "parts" | "tickets">;

/** A tracker that did not answer leaves tickets out of every count of them. */
function isOpen(name: MeasureName, { coverage, parts, tickets }: Looked): boolean {
  const { parts: wanted, isOfTickets = false, isSaid } = MEASURES[name];
  if (isSaid?.(coverage) === false) return true;
  if (parts.some(({ part, state }) => state !== "done" && wanted.includes(part))) return true;
  return isOfTickets && tickets.some(({ status }) => status !== "found" && status !== "absent");
}

/** `--min` has three decimals at most, and thousandths are compared as whole numbers: 95.1 is no number of a computer's. */
const THOUSANDTHS = 1000;

/** What an audit has to look at for some measures. */
export function partsFor(names: readonly MeasureName[]): ReadonlySet<AuditPart> {
  return new Set(names.flatMap((name) => MEASURES[name].parts));
}

/**
 * Holds an audit against a minimum by the exact numbers, not by the rounded percentage. Of what was looked at only in part nobody can say;
 * nothing to cover is covered.
 */
export function minimumOf(name: MeasureName, wanted: number, audit: Looked): Minimum {
  const found = MEASURES[name].of(audit.coverage);
  return { name, wanted, found, met: found === null || isOpen(name, audit) ? null : isMet(found, wanted) };
}

function isMet({ covered, total }: Ratio, wanted: number): boolean {
  return covered * 100 * THOUSANDTHS >= Math.round(wanted * THOUSANDTHS) * total;
}

/**
 * One minimum held against the sum of many audits. `each`: what it came to in every one of them; `isWhole`: false: there are more, of
 * which nobody could say, and so nobody can of all.
 */
export function minimumOfAll({ name, wanted }: Minimum, each: readonly Minimum[], isWhole: boolean): Minimum {
  const seen = each.flatMap(({ found }) => (found === null ? [] : [found]));
  if (seen.length === 0) return { name, wanted, found: null, met: null };
  const covered = seen.reduce((sum, one) => sum + one.covered, 0);
  const total = seen.reduce((sum, one) => sum + one.total, 0);
  const found = ratioOf(covered, total);
  const isKnown = isWhole && each.every(({ met }) => met !== null);
  return { name, wanted, found, met: isKnown ? isMet(found, wanted) : null };
}

/** A minimum that is missed fails, one that nobody looked at is undecided. */
export function verdictOf(minimums: readonly Minimum[]): Verdict {
  if (minimums.some(({ met }) => met === false)) return "fail";
  return minimums.some(({ met }) => met === null) ? "undecided" : "pass";
}

/** What the command answers of an audit. */
export function coverageAnswer(
  audit: Audit,
  minimums: readonly Minimum[],
  by: GroupKind | null,
): CoverageAnswer {
  const { report, asOf, scope, coverage, gaps, parts } = audit;
  return {
    schemaVersion: 1,
    kind: "coverage",
    tool: report.tool,
    policyDigest: report.policyDigest,
    asOf,
    scope,
    coverage,
    gaps: gaps.map(({ code, of, indexes }) => ({ code, of, count: indexes.length })),
    minimums,
    by: by === null ? null : { kind: by, groups: groupsOf(audit, by) },
    unseen: parts.filter(({ state }) => state !== "done"),
  };
}

function groupsOf({ folders, authors, months }: Audit, by: GroupKind) {
  switch (by) {
    case "folder":
      return folders;
    case "author":
      return authors;
    case "month":
      return months;
  }
}
