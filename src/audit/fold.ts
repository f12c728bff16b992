import type { Audit, AuditFolder, AuditHistory } from "../core/audit.ts";
import { coverageOf } from "../trace/coverage.ts";
import { gapsOf } from "../trace/gaps.ts";
import { authorsOf, foldersOf, monthsOf, type TouchedPaths } from "../trace/groups.ts";
import { revertsOf } from "../trace/reverts.ts";
import { auditTickets } from "../trace/tickets.ts";
import { historyOf } from "./columns.ts";
import { disclosedPartial } from "./disclose.ts";
import { joinPartials } from "./join.ts";
import { withMissing } from "./missing.ts";
import type { AuditPartial, AuditRows } from "./partial.ts";
import { reportOf } from "./report.ts";
import { joinTree } from "./tree.ts";
import { hasOverdue } from "./verdict.ts";

/** The audit that partials make together, as it may be shown; every total is made here, whether one run looked or many. */
export function foldAudit(partials: readonly AuditPartial[]): Audit {
  const { head, rows, tree, blamed, tickets: facts } = disclosedPartial(joinPartials(partials));
  const { asOf, scope, ledger } = head;
  const parts = withMissing({ head, rows, tree, blamed, tickets: facts });
  const report = reportOf(head, rows, facts);
  const history = historyOf(rows, report.keys, facts);
  const joined =
    tree === null ? null : joinTree({ scanned: tree, blamed, rows, report, history, tickets: facts });
  const files = joined?.files ?? null;
  const reverts = revertsOf({ report, history });
  const tickets = auditTickets({
    ...{ report, history, files, reverts },
    tickets: facts,
    live: joined?.live ?? null,
  });
  const known = { report, asOf, scope, parts, history, tickets, files };
  const touched = touchedBy(rows);
  const gaps = gapsOf({ ...known, reverts });
  const folders = files === null ? [] : foldersOf({ history, tickets, files, touched });
  return {
    schemaVersion: 1,
    kind: "audit",
    ...known,
    // One verdict for every door: no renderer and no command adds to it.
    report: hasOverdue(gaps) ? { ...report, verdict: "fail" } : report,
    history: touched === null ? history : { ...history, folders: heldBy(touched, folders) },
    ledger,
    coverage: coverageOf(known),
    gaps,
    months: monthsOf(known),
    authors: authorsOf(known),
    folders,
  };
}

/** By commit, the folders that directly hold what it changed, as far as they are still there. */
function heldBy(
  { names, of }: TouchedPaths,
  folders: readonly AuditFolder[],
): NonNullable<AuditHistory["folders"]> {
  const numbers = new Map(folders.map(({ name }, index) => [name, index]));
  const owners = names.map(
    (path) => numbers.get(path.slice(0, Math.max(path.lastIndexOf("/"), 0)) || ".") ?? -1,
  );
  return (index) => {
    const held = new Set(Array.from(of(index), (name) => owners[name] ?? -1));
    held.delete(-1);
    return [...held].sort((a, b) => a - b);
  };
}

function touchedBy({ paths }: AuditRows): TouchedPaths | null {
  if (paths === null) return null;
  const { start, entries, names } = paths;
  return { names, of: (index) => entries.subarray(start[index] ?? 0, start[index + 1] ?? 0) };
}
