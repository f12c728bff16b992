import type { Audit, Coverage, Gap, GapCode, PartState, Ratio } from "../core/audit.ts";
import type { PageLinks } from "../core/audit-page.ts";
import type { Waiver } from "../core/evidence.ts";
import { SHORT_ID } from "../core/object-id.ts";
import type { Report } from "../core/report.ts";
import { inForce } from "../core/waive.ts";
import { GAP_WORDS, PART_WORDS, ratiosOf } from "./audit-words.ts";
import { pageOf } from "./escape.ts";
import { headlineOf } from "./headline.ts";
import { count, plural } from "./layout.ts";
import { linkTo, pageLinks } from "./page-links.ts";

/** Examples of a gap: enough to see what it is about. */
const EXAMPLES = 3;

/** One thing that a gap hits. The text is not escaped; `page` can be linked to as it is, and is null where nobody tells one. */
export interface GapExample {
  readonly text: string;
  readonly page: string | null;
}

/** A gap with what it hits. Not escaped. */
export interface GapRow {
  readonly code: GapCode;
  readonly title: string;
  readonly number: number;
  readonly examples: readonly GapExample[];
  /** Shows the first of them; null: no command does. */
  readonly command: readonly string[] | null;
}

/** Every gap of an audit, worst first. */
export function gapRows(audit: Audit): readonly GapRow[] {
  const links = pageLinks(audit.scope);
  return audit.gaps.map((gap) => {
    const [first] = gap.indexes;
    return {
      code: gap.code,
      title: GAP_WORDS[gap.code].title,
      number: gap.indexes.length,
      examples: Array.from(gap.indexes.subarray(0, EXAMPLES), (at) => ({
        text: exampleOf(audit, gap, at),
        page: pageIn(links, audit, gap, at),
      })),
      command: first === undefined ? null : commandOf(audit, gap, first),
    };
  });
}

function pageIn(
  links: PageLinks | null,
  { report, tickets, files }: Audit,
  { of }: Gap,
  at: number,
): string | null {
  switch (of) {
    case "ticket":
      return pageOf(tickets[at]?.url ?? null);
    case "commit":
      return linkTo(links?.commit, report.commits?.id(at));
    case "file":
      return linkTo(links?.file, files?.path(at));
    case "waiver":
      return null;
  }
}

function exampleOf({ report, history, tickets, files }: Audit, { of }: Gap, at: number): string {
  switch (of) {
    case "ticket":
      return tickets[at]?.key ?? "";
    case "commit":
      return `${(report.commits?.id(at) ?? "").slice(0, SHORT_ID)} ${history.subject(at)}`;
    case "file":
      return files?.path(at) ?? "";
    case "waiver":
      return report.waivers[at]?.id ?? "";
  }
}

function commandOf({ report, tickets, files }: Audit, { of }: Gap, at: number): readonly string[] | null {
  const trace = (what: string | undefined): readonly string[] | null =>
    what === undefined ? null : ["golden-thread", "trace", ...(what.startsWith("-") ? ["--"] : []), what];
  switch (of) {
    case "ticket":
      return trace(tickets[at]?.key);
    case "commit":
      return trace(report.commits?.id(at).slice(0, SHORT_ID));
    case "file":
      return trace(files?.path(at));
    case "waiver":
      return null;
  }
}

/** One measure of coverage. */
export interface CoverageRow {
  readonly name: string;
  /** `12 of 40`. */
  readonly part: string;
  /** `30.0 %`; empty: there are none. */
  readonly percent: string;
}

/** Every measure that was taken; what was not is told by the parts. */
export function coverageRows(coverage: Coverage): readonly CoverageRow[] {
  return ratiosOf(coverage).flatMap(({ title, says, ratio }) =>
    ratio === null
      ? []
      : [{ name: `${title}: ${says.charAt(0).toLowerCase()}${says.slice(1)}`, ...partOf(ratio) }],
  );
}

function partOf({ covered, total, percent }: Ratio): Omit<CoverageRow, "name"> {
  return {
    part: `${count(covered)} of ${count(total)}`,
    percent: percent === null ? "" : `${percent.toFixed(1)} %`,
  };
}

/** A waiver, and what came of it. */
export interface WaiverRow {
  readonly waiver: Waiver;
  readonly state: "overdue" | "in force" | "over";
  /** Commits that it lifts something of. */
  readonly lifted: number;
}

/** Every waiver: overdue ones first, then by the day on which they end. */
export function waiverRows({ report, gaps, asOf }: Audit): readonly WaiverRow[] {
  const overdue = new Set(gaps.find(({ code }) => code === "waiver-overdue")?.indexes);
  const rows = report.waivers.map((waiver, index) => ({
    waiver,
    state: overdue.has(index)
      ? ("overdue" as const)
      : inForce(waiver, asOf)
        ? ("in force" as const)
        : ("over" as const),
    lifted: liftedBy(waiver, report),
  }));
  const order = ["overdue", "in force", "over"];
  return rows.sort(
    (one, other) =>
      order.indexOf(one.state) - order.indexOf(other.state) ||
      compare(one.waiver.expires, other.waiver.expires) ||
      compare(one.waiver.id, other.waiver.id),
  );
}

function liftedBy({ id }: Waiver, { keys }: Audit["report"]): number {
  return keys
    .filter(({ findings }) => findings.some(({ waiver }) => waiver === id))
    .reduce((sum, key) => sum + key.count, 0);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A part that was not, or not wholly, looked at. */
export interface UnseenRow extends Pick<PartState, "state" | "why" | "fix"> {
  readonly name: string;
}

/** What was not evaluated, and why. */
export function unseenRows({
  parts,
  ...more
}: Pick<Audit, "parts"> & Partial<Pick<Audit, "report" | "coverage">>): readonly UnseenRow[] {
  const rows = parts
    .filter(({ state }) => state !== "done")
    .map(({ part, state, why, fix }) => ({ name: PART_WORDS[part], state, why, fix }));
  return [...(more.report && more.coverage ? unweighed(more.report, more.coverage) : []), ...rows];
}

/** Commits that name a ticket of which nobody could say whether it authorises them. */
function unweighed(report: Report, { commits: { unknown } }: Coverage): readonly UnseenRow[] {
  if (unknown === 0) return [];
  const name = "Whether tickets authorise the commits that name them";
  if (!isAuthorisationAsked(report))
    return [{ name, state: "not-asked", why: "The policy turns ticket-authorised off.", fix: null }];
  const why = `Of ${plural(unknown, "commit")} nobody could say: see the findings.`;
  return [{ name, state: "partial", why, fix: ["golden-thread", "remote", "check"] }];
}

/** Whether the policy asks any rule whether tickets authorise. */
function isAuthorisationAsked({ keys }: Report): boolean {
  return keys.some(({ findings }) => findings.some(({ rule }) => rule === "ticket-authorised"));
}

/** The verdict of an audit as the first thing that is read. */
export function auditHeadline({ report, coverage }: Pick<Audit, "report" | "coverage">): {
  readonly sign: string;
  readonly word: string;
  readonly sentence: string;
} {
  const { sign, word } = headlineOf(report);
  const { total } = coverage.commits;
  if (total === 0) return { sign, word, sentence: "There was no commit to look at." };
  return { sign, word, sentence: sentenceOf(report, coverage) };
}

function sentenceOf(report: Report, { commits }: Coverage): string {
  const { ratio, total, exempt, unreferenced, unknown } = commits;
  const need = `${plural(ratio.total, "commit")} ${ratio.total === 1 ? "needs" : "need"} a ticket`;
  const rest = `${count(exempt)} of ${plural(total, "commit")} ${exempt === 1 || total === 1 ? "is" : "are"} exempt.`;
  if (unknown > 0 && !isAuthorisationAsked(report)) {
    const named = ratio.total - unreferenced;
    return `${need}; ${count(named)} ${named === 1 ? "names" : "name"} one. The policy does not ask whether tickets authorise the work. ${rest}`;
  }
  const share = ratio.percent === null ? "" : ` (${ratio.percent.toFixed(1)} %)`;
  const isOne = ratio.covered === 1 || ratio.total === 1;
  const [has, it] = isOne ? ["has", "it"] : ["have", "them"];
  const open = unknown === 0 ? "" : ` Of ${count(unknown)} nobody could say.`;
  return `${need}; ${count(ratio.covered)} ${has} one that authorises ${it}${share}.${open} ${rest}`;
}
