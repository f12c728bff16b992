import type { Audit } from "../core/audit.ts";
import { coverageOf } from "../trace/coverage.ts";
import { gapsOf } from "../trace/gaps.ts";
import { authorsOf, foldersOf, monthsOf } from "../trace/groups.ts";
import { auditTickets } from "../trace/tickets.ts";
import { historyOf } from "./columns.ts";
import { joinPartials } from "./join.ts";
import type { AuditPartial, AuditRows } from "./partial.ts";
import { reportOf } from "./report.ts";

/** The audit that partials make together; every total is made here, whether one run looked or many. */
export function foldAudit(partials: readonly AuditPartial[]): Audit {
  const { head, rows, tickets: facts } = joinPartials(partials);
  const { asOf, scope, ledger, parts } = head;
  const report = reportOf(head, rows, facts);
  const history = historyOf(rows, report.keys, facts);
  const files = null;
  const tickets = auditTickets({ report, history, files, tickets: facts, live: null });
  const known = { report, asOf, scope, parts, history, tickets, files };
  return {
    schemaVersion: 1,
    kind: "audit",
    ...known,
    ledger,
    coverage: coverageOf(known),
    gaps: gapsOf(known),
    months: monthsOf(known),
    authors: authorsOf(known),
    folders: files === null ? [] : foldersOf({ history, tickets, files, touched: touchedBy(rows) }),
  };
}

function touchedBy({ paths }: AuditRows): Parameters<typeof foldersOf>[0]["touched"] {
  if (paths === null) return null;
  const { start, entries, names } = paths;
  return { names, of: (index) => entries.subarray(start[index] ?? 0, start[index + 1] ?? 0) };
}
