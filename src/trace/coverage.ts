import {
  type Audit,
  type AuditTicket,
  type Coverage,
  type Lineage,
  type Ratio,
  STANDINGS,
} from "../core/audit.ts";
import { byText } from "../core/by-text.ts";
import { percentOf, ratioOf } from "../core/ratio.ts";
import { isCovered, isLinked, isThere, isWholeHistory } from "./covered.ts";
import { isExcused, noStandings } from "./standings.ts";

/** What coverage is counted from. */
export type CoverageInput = Pick<Audit, "report" | "scope" | "history" | "tickets" | "files" | "parts">;

/** Coverage both ways, of what was looked at: what was not is null. One pass over the commits, one over the files. */
export function coverageOf(input: CoverageInput): Coverage {
  return { ...itemsOf(input.tickets), ...commitsOf(input), ...filesOf(input), ...ticketsOf(input) };
}

type Items = Pick<
  Coverage,
  "linkedItems" | "unlinkedItems" | "totalItems" | "linkedCount" | "unlinkedCount" | "coveragePercent"
>;

/** Tickets that exist; what nobody could find is no item. */
function itemsOf(tickets: readonly AuditTicket[]): Items {
  const items = tickets.filter(isThere);
  const keys = (wanted: boolean) =>
    items.flatMap((item) => (isLinked(item) === wanted ? [item.key] : [])).sort(byText);
  const [linkedItems, unlinkedItems] = [keys(true), keys(false)];
  return {
    linkedItems,
    unlinkedItems,
    totalItems: items.length,
    linkedCount: linkedItems.length,
    unlinkedCount: unlinkedItems.length,
    coveragePercent: items.length === 0 ? 0 : percentOf(linkedItems.length, items.length),
  };
}

function commitsOf({
  report,
  history,
  parts,
}: CoverageInput): Pick<Coverage, "commits" | "proposals" | "changedLines"> {
  const standings = noStandings();
  const changed = { authorised: 0, judged: 0 };
  const wasAsked = parts.some(({ part, state }) => part === "proposals" && /^(?:done|partial)$/.test(state));
  let counted = false;
  /** By number: whether all of its commits are covered. */
  const changes = new Map<number, boolean>();
  for (let index = 0; index < history.count; index++) {
    const standing = history.standing(index);
    standings[standing]++;
    const change = history.change(index);
    // What a merge brought, only the forge tells: its own standing says nothing of it.
    if (change !== null && (wasAsked || !isMerge(history.lineage(index))))
      changes.set(change, (changes.get(change) ?? true) && isExcused(standing));
    const lines = history.lines(index);
    counted ||= lines !== null;
    if (lines === null || standing === "exempt") continue;
    changed.judged += lines.added + lines.deleted;
    if (standing === "authorised") changed.authorised += lines.added + lines.deleted;
  }
  const whole = [...changes.values()].filter(Boolean).length;
  const { referenced, beforeBaseline } = report.counts;
  return {
    commits: {
      ...standings,
      total: history.count,
      referenced,
      beforeBaseline,
      ratio: ratioOf(standings.authorised, history.count - standings.exempt),
    },
    proposals: changes.size > 0 || wasAsked ? ratioOf(whole, changes.size) : null,
    changedLines: counted ? ratioOf(changed.authorised, changed.judged) : null,
  };
}

function isMerge(lineage: Lineage | null): boolean {
  return lineage?.kind === "merge" || lineage?.kind === "evil-merge";
}

function filesOf({ scope, files, tickets }: CoverageInput): Pick<Coverage, "files" | "liveLines"> {
  if (files === null) return { files: null, liveLines: null };
  let [covered, total] = [0, 0];
  const lines = noStandings();
  let blamed = false;
  for (let index = 0; index < files.count; index++) {
    const live = files.live(index);
    blamed ||= live !== null;
    for (const standing of STANDINGS) lines[standing] += live?.[standing] ?? 0;
    if (files.exempt(index)) continue;
    total++;
    if (isCovered(files, tickets, index)) covered++;
  }
  const all = STANDINGS.reduce((sum, standing) => sum + lines[standing], 0);
  return {
    // What a part of a history did not touch may have its ticket in the rest.
    files: isWholeHistory(scope) ? ratioOf(covered, total) : null,
    liveLines: blamed ? ratioOf(lines.authorised + lines.exempt, all) : null,
  };
}

const SPEC_RULE = /^spec-/;

function ticketsOf({ tickets, report }: CoverageInput): Pick<Coverage, "specs" | "criteria"> {
  const worked = tickets.filter((ticket) => isThere(ticket) && ticket.commits > 0);
  const withSpec = worked.filter(({ spec }) => spec !== null).length;
  // Nobody looks for specs that no rule asks for.
  const wasAsked = report.keys.some(({ findings }) => findings.some(({ rule }) => SPEC_RULE.test(rule)));
  return {
    specs: wasAsked || withSpec > 0 ? ratioOf(withSpec, worked.length) : null,
    criteria: criteriaOf(worked),
  };
}

function criteriaOf(worked: readonly AuditTicket[]): Ratio | null {
  const known = worked.flatMap(({ criteria }) => criteria ?? []);
  if (known.length === 0) return null;
  const sum = (of: (one: { readonly done: number; readonly total: number }) => number) =>
    known.reduce((total, one) => total + of(one), 0);
  return ratioOf(
    sum(({ done }) => done),
    sum(({ total }) => total),
  );
}
