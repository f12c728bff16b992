import type { Audit } from "../core/audit.ts";
import { historyOf } from "./columns.ts";
import { interim } from "./interim.ts";
import { joinPartials } from "./join.ts";
import type { AuditPartial } from "./partial.ts";
import { reportOf } from "./report.ts";

/** The audit that partials make together; every total is made here, whether one run looked or many. */
export function foldAudit(partials: readonly AuditPartial[]): Audit {
  const { head, rows, tickets } = joinPartials(partials);
  const report = reportOf(head, rows, tickets);
  const history = historyOf(rows, report.keys, tickets);
  const { asOf, scope, ledger, parts } = head;
  const known = { schemaVersion: 1, kind: "audit", report, asOf, scope, ledger, parts, history } as const;
  return { ...known, ...interim(known, tickets) };
}
