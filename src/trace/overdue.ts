import { coverageOf } from "../core/affected.ts";
import type { Audit, AuditTicket } from "../core/audit.ts";
import type { Waiver } from "../core/evidence.ts";
import { isOverdue, startsId } from "../core/waive.ts";

type Input = Pick<Audit, "asOf" | "report" | "history" | "tickets" | "files">;

/**
 * Places in `report.waivers` of those that are past their day while what they lifted is still there: a commit that their rules object
 * to and that all their targets meet. Of paths the tree alone tells, of a pattern nobody here does: both then count as met.
 */
export function overdueWaivers(input: Input): readonly number[] {
  const { asOf, report } = input;
  return report.waivers.flatMap((waiver, index) =>
    isOverdue(waiver, asOf) === true && hasPaths(waiver, input) && hasCommit(waiver, input) ? [index] : [],
  );
}

const PATTERN = /[*?[\]{}]/;

/** Whether the tree still has a path that it named; nobody looked, or only a pattern would tell: it may. */
function hasPaths({ for: { paths } }: Waiver, { files }: Input): boolean {
  if (paths === undefined || files === null || paths.some((path) => PATTERN.test(path))) return true;
  const covers = coverageOf(paths, {});
  for (let index = 0; index < files.count; index++) if (covers(files.path(index))) return true;
  return false;
}

function hasCommit(waiver: Waiver, { report, history, tickets }: Input): boolean {
  const { commits, keys } = report;
  const failing = keys.map(({ findings }) =>
    findings.some(
      ({ rule, outcome }) => (outcome === "fail" || outcome === "unknown") && waiver.rules.includes(rule),
    ),
  );
  if (commits === null || !failing.includes(true)) return false;
  const { pr, commits: ids, ticket } = waiver.for;
  const starts = ids?.map((id) => id.toLowerCase());
  const wanted = ticket === undefined ? null : named(ticket, tickets);
  for (let index = 0; index < commits.count; index++) {
    if (failing[commits.key(index)] !== true) continue;
    const change = history.change(index);
    const id = starts === undefined ? "" : commits.id(index);
    const meets =
      (pr === undefined || (change !== null && pr.includes(change))) &&
      (starts === undefined || starts.some((start) => startsId(start, id))) &&
      (wanted === null || history.tickets(index).some((number) => wanted.has(number)));
    if (meets) return true;
  }
  return false;
}

function named(ids: readonly string[], tickets: readonly AuditTicket[]): ReadonlySet<number> {
  const wanted = new Set(ids.map((id) => id.toLowerCase()));
  return new Set(tickets.flatMap(({ id }, index) => (wanted.has(id.toLowerCase()) ? [index] : [])));
}
