import type { Audit, GapCode } from "../core/audit.ts";
import type { Minimum } from "../core/covered.ts";
import { Fault } from "../core/fault.ts";
import type { Statement, Verdict } from "../core/finding.ts";
import type { AuditedRow, MemberRow, Organisation } from "../core/organisation.ts";
import { worst } from "../core/verdict.ts";
import { statementFor } from "../reports/statement.ts";
import { minimumOfAll, verdictOf } from "../trace/measures.ts";
import { noStandings } from "../trace/standings.ts";

/** A repository of an organisation. */
export interface Member {
  /** Name of its folder in the report. */
  readonly name: string;
  /** Folder of the repository, relative to the manifest. */
  readonly path: string;
  /** Null: its HEAD. */
  readonly ref: string | null;
}

/** Folders and files are called by it, so it leads nowhere else. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** The report's own files lie beside the folders, and some file systems know no case. */
const OWN = /^organisation\./i;

/** Reads a manifest, parsed YAML. Throws Fault("usage") for one that can't be used. */
export function membersIn(manifest: unknown, file: string): readonly Member[] {
  const { repositories }: { readonly repositories?: unknown } = Object(manifest);
  if (!Array.isArray(repositories) || repositories.length === 0)
    throw unusable(file, "no list of repositories");
  const members = repositories.map((one: unknown) => memberIn(one, file));
  const names = members.map(({ name }) => name.toLowerCase());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw unusable(file, `two repositories called ${twice}`);
  return members;
}

/**
 * Refuses a manifest that lists one folder twice, since its work would be counted twice. `real`: the folder of a member, links followed.
 * Throws Fault("usage").
 */
export function checkFolders(
  members: readonly Member[],
  file: string,
  real: (member: Member) => string,
): void {
  const seen = new Map<string, string>();
  for (const member of members) {
    const folder = real(member);
    const other = seen.get(folder);
    if (other !== undefined) throw unusable(file, `${other} and ${member.name} in one folder`);
    seen.set(folder, member.name);
  }
}

function memberIn(one: unknown, file: string): Member {
  const { name, path, ref = null }: Readonly<Record<string, unknown>> = Object(one);
  if (typeof name !== "string" || !NAME.test(name)) throw unusable(file, `the name ${JSON.stringify(name)}`);
  if (OWN.test(name)) throw unusable(file, `the name ${name}, which is that of a file of the report`);
  if (typeof path !== "string" || path === "") throw unusable(file, `no path for ${name}`);
  if (ref !== null && typeof ref !== "string") throw unusable(file, `no name as the ref of ${name}`);
  return { name, path, ref };
}

function unusable(file: string, found: string): Fault {
  return new Fault("usage", "This manifest can't be used.", {
    found: `${file}: ${found}`,
    wanted: "repositories: [{ name, path, ref? }], each with a name of its own (letters, digits, . _ -)",
    fix: "golden-thread audit --manifest FILE --out DIR, once the file is mended",
  });
}

/** The row of an audited repository. `minimums`: what it was held against; one that is missed fails it. */
export function memberRow(name: string, audit: Audit, minimums: readonly Minimum[] = []): MemberRow {
  const { scope, report, coverage } = audit;
  const { repository, ref, tip } = scope;
  const { ratio: _, ...commits } = coverage.commits;
  const tickets = { total: coverage.totalItems, linked: coverage.linkedCount };
  const verdict = worst([report.verdict, verdictOf(minimums)]);
  const statement = statementFor(verdict, [report, ...report.keys]);
  const told = { verdict, statement, policyDigest: report.policyDigest, minimums };
  const gaps = audit.gaps.map(({ code, indexes }) => ({ code, count: indexes.length }));
  return { name, state: "audited", repository, ref, tip, ...told, commits, tickets, gaps };
}

/** Adds rows up. One that could not be audited leaves the whole undecided, unless another fails. */
export function organisationOf(asOf: string, rows: readonly MemberRow[]): Organisation {
  const audited = rows.flatMap((row) => (row.state === "audited" ? [row] : []));
  const commits = { ...noStandings(), total: 0, referenced: 0, beforeBaseline: 0 };
  const tickets = { total: 0, linked: 0 };
  const breaks = new Map<GapCode, number>();
  for (const row of audited) {
    for (const [name, count] of Object.entries(row.commits))
      if (isCount(commits, name)) commits[name] += count;
    tickets.total += row.tickets.total;
    tickets.linked += row.tickets.linked;
    for (const { code, count } of row.gaps) breaks.set(code, (breaks.get(code) ?? 0) + count);
  }
  const gaps = [...breaks]
    .map(([code, count]) => ({ code, count }))
    .sort((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1));
  const minimums = minimumsOfAll(audited, audited.length === rows.length);
  const verdicts = rows.map((row): Verdict => (row.state === "audited" ? row.verdict : "undecided"));
  const verdict = worst([...verdicts, verdictOf(minimums)]);
  return {
    schemaVersion: 1,
    kind: "organisation",
    asOf,
    verdict,
    statement: statementOfAll(verdict, audited),
    repositories: { total: rows.length, audited: audited.length },
    totals: { commits, tickets, gaps },
    minimums,
    rows,
  };
}

/** Every repository was asked for the same ones, in the same order. */
function minimumsOfAll(audited: readonly AuditedRow[], isWhole: boolean): readonly Minimum[] {
  const [first] = audited;
  if (first === undefined) return [];
  return first.minimums.map((minimum, index) => {
    const each = audited.flatMap(({ minimums }) => minimums.slice(index, index + 1));
    return minimumOfAll(minimum, each, isWhole);
  });
}

function statementOfAll(verdict: Verdict, audited: readonly AuditedRow[]): Statement {
  const isWarned = verdict === "pass" && audited.some(({ statement }) => statement === "WARNED");
  return isWarned ? "WARNED" : statementFor(verdict, []);
}

function isCount<Counts extends object>(counts: Counts, name: string): name is string & keyof Counts {
  return Object.hasOwn(counts, name);
}
