import type { Ratio } from "../core/audit.ts";
import type { Statement } from "../core/finding.ts";
import type { AuditedRow, MemberRow, Organisation, Sums } from "../core/organisation.ts";
import { ratioOf } from "../core/ratio.ts";
import { isWeighed } from "../core/weighed.ts";
import { GAP_WORDS, type Worded } from "./audit-words.ts";
import { type Headline, STATEMENT_SIGNS } from "./headline.ts";
import { count } from "./layout.ts";
import { minimumTexts } from "./minimum-text.ts";

/** A repository of an organisation, in words. Not escaped. */
export interface RepositoryRow extends Pick<Headline, "statement" | "sign" | "word"> {
  readonly name: string;
  /** Null: it could not be audited. */
  readonly numbers: RepositoryNumbers | null;
  /** Why it could not be audited, or what minimum it does not meet; empty: neither. */
  readonly why: string;
}

/** The numbers of an audited repository. */
export interface RepositoryNumbers {
  readonly repository: string | null;
  readonly ref: string | null;
  readonly tip: string | null;
  readonly policyDigest: string;
  readonly commits: Sums["commits"];
  readonly coverage: Ratio;
  readonly tickets: Ratio;
  readonly gaps: number;
}

/** Every repository, worst first: by verdict, one that could not be audited behind those that fail, then by the smaller share. */
export function repositoryRows({ rows }: Pick<Organisation, "rows">): readonly RepositoryRow[] {
  return rows.map(rowOf).sort(
    (one, other) =>
      Number(other.statement === "FAILED") - Number(one.statement === "FAILED") ||
      Number(one.numbers !== null) - Number(other.numbers !== null) ||
      ORDER.indexOf(one.statement) - ORDER.indexOf(other.statement) ||
      shareOf(one) - shareOf(other) ||
      // Names are one of a kind.
      (one.name < other.name ? -1 : 1),
  );
}

/** Worst first. */
const ORDER: readonly Statement[] = ["FAILED", "UNKNOWN", "WARNED", "PASSED"];

/** Where there is nothing to cover, nothing is amiss. */
function shareOf({ numbers }: RepositoryRow): number {
  if (numbers === null) return 0;
  const { percent, total } = numbers.coverage;
  return percent ?? (total === 0 ? 100 : 0);
}

function rowOf(row: MemberRow): RepositoryRow {
  const { name } = row;
  if (row.state === "unavailable")
    return { name, numbers: null, why: row.why, ...wordsFor("UNKNOWN"), word: "Not audited" };
  return {
    name,
    numbers: numbersOf(row),
    why: minimumTexts(row.minimums).join(" "),
    ...wordsFor(row.statement),
  };
}

function wordsFor(statement: Statement): Pick<RepositoryRow, "statement" | "sign" | "word"> {
  return { statement, ...STATEMENT_SIGNS[statement] };
}

function numbersOf({ repository, ref, tip, policyDigest, ...sums }: AuditedRow): RepositoryNumbers {
  const gaps = sums.gaps.reduce((sum, one) => sum + one.count, 0);
  return { repository, ref, tip, policyDigest, commits: sums.commits, ...coveredOf(sums), gaps };
}

/** What leads to tickets: commits that one authorises, of all that are not exempt, and tickets that something leads to. */
export function coveredOf({ commits, tickets }: Sums): Readonly<Record<"coverage" | "tickets", Ratio>> {
  const coverage = ratioOf(commits.authorised, commits.total - commits.exempt);
  return {
    coverage: isWeighed(commits) ? coverage : { ...coverage, percent: null },
    tickets: ratioOf(tickets.linked, tickets.total),
  };
}

/** `63.2 %`; `none`: there is nothing to cover; `not known`: nobody could say. */
export function percentText({ percent, total }: Ratio): string {
  if (percent === null) return total === 0 ? "none" : "not known";
  return `${percent.toFixed(1)} %`;
}

/** `12 of 40`. */
export function partText({ covered, total }: Ratio): string {
  return `${count(covered)} of ${count(total)}`;
}

/** ` in 2 of 3 repositories`, where not all of them could be audited: a number says nothing of the others. */
export function extentText({ repositories: { audited, total } }: Organisation): string {
  return audited === total ? "" : ` in ${count(audited)} of ${repositories(total)}`;
}

/** What the numbers of all say, in words. A ticket that two repositories work on is one in each. */
export function sumRows(organisation: Organisation): readonly (readonly [string, string, string])[] {
  const { coverage, tickets } = coveredOf(organisation.totals);
  const extent = extentText(organisation);
  return [
    [`Commits: authorised, of all that are not exempt${extent}`, partText(coverage), percentText(coverage)],
    [
      `Tickets: reached by a commit, a file or a line${extent}, ${EACH}`,
      partText(tickets),
      percentText(tickets),
    ],
  ];
}

/** How tickets are added up: a repository hands over numbers, so nobody can tell which of them are the same. */
export const EACH = "counted in each repository";

/** What an organisation's report says first. */
export interface OrganisationHeadline extends Pick<Headline, "statement" | "sign" | "word"> {
  readonly sentence: string;
}

/** The verdict of all in words. */
export function organisationHeadline({ statement, rows, minimums }: Organisation): OrganisationHeadline {
  const states = rows.map((row) => (row.state === "audited" ? row.statement : row.state));
  const parts = (
    [
      ["FAILED", "failed"],
      ["UNKNOWN", "undecided"],
      ["unavailable", "not audited"],
      ["WARNED", "passed with warnings"],
      ["PASSED", "passed"],
    ] as const
  ).flatMap(([state, word]) => {
    const number = states.filter((one) => one === state).length;
    return number === 0 ? [] : [`${count(number)} ${word}`];
  });
  const missed = minimumTexts(minimums).map((text) => `All together: ${text}`);
  return {
    ...wordsFor(statement),
    sentence: [`${repositories(rows.length)}: ${parts.join(", ")}.`, ...missed].join(" "),
  };
}

/** A way in which the thread breaks, over all repositories. */
export interface OrganisationGap extends Worded {
  readonly number: number;
  /** In so many of them. */
  readonly places: string;
}

/** Every way in which the thread breaks somewhere, the most frequent first. */
export function organisationGaps({ totals, rows }: Organisation): readonly OrganisationGap[] {
  return totals.gaps.map(({ code, count: number }) => {
    const places = rows.filter((row) => row.state === "audited" && row.gaps.some((gap) => gap.code === code));
    return { ...GAP_WORDS[code], number, places: `in ${repositories(places.length)}` };
  });
}

function repositories(number: number): string {
  return number === 1 ? "1 repository" : `${count(number)} repositories`;
}
