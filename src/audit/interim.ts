import type { Audit, AuditTicket, Standing } from "../core/audit.ts";
import type { KnownTicket } from "./partial.ts";

/** What of an audit is made of its history and tickets. */
export function interim(
  { report, history }: Pick<Audit, "report" | "history">,
  known: readonly KnownTicket[],
): Pick<Audit, "tickets" | "files" | "coverage" | "gaps" | "months" | "authors" | "folders"> {
  const commits: Record<Standing, number> = {
    authorised: 0,
    exempt: 0,
    unauthorised: 0,
    unreferenced: 0,
    unknown: 0,
  };
  for (let index = 0; index < history.count; index++) commits[history.standing(index)]++;
  const { referenced, beforeBaseline } = report.counts;
  const total = history.count;
  const linked = known.map(({ key }) => key).sort();
  return {
    tickets: known.map(plain),
    files: null,
    coverage: {
      linkedItems: linked,
      unlinkedItems: [],
      totalItems: linked.length,
      linkedCount: linked.length,
      unlinkedCount: 0,
      coveragePercent: linked.length === 0 ? 0 : 100,
      commits: {
        ...commits,
        total,
        referenced,
        beforeBaseline,
        ratio: {
          covered: commits.authorised,
          total: total - commits.exempt,
          percent:
            total === commits.exempt
              ? null
              : Math.floor((commits.authorised * 1000) / (total - commits.exempt)) / 10,
        },
      },
      proposals: null,
      files: null,
      liveLines: null,
      changedLines: null,
      specs: null,
      criteria: null,
    },
    gaps: [],
    months: [],
    authors: [],
    folders: [],
  };
}

function plain(ticket: KnownTicket): AuditTicket {
  const counts = { commits: 0, standing: 0, firstAt: null, lastAt: null, changes: [], files: 0 };
  return { ...ticket, ...counts, lines: null, live: null };
}
