import type { Audit, AuditTicket, Gap } from "../core/audit.ts";
import { type DisclosureTerms, disclosed, disclosedTicket, isOpenTicket } from "./disclosed.ts";

/**
 * An audit as it may be shown: its report by the same terms, and of tickets that are not open no date and no criteria either. That a
 * ticket is not there and that it is not shown are one gap, so that neither tells of the other.
 */
export function disclosedAudit(audit: Audit, terms: DisclosureTerms): Audit {
  if (terms.disclosure === "full") return audit;
  const tickets = audit.tickets.map((ticket) => ticketOf(ticket, terms));
  return {
    ...audit,
    report: disclosed(audit.report, terms),
    tickets,
    gaps: gapsOf(audit, tickets),
  };
}

function ticketOf(ticket: AuditTicket, terms: DisclosureTerms): AuditTicket {
  if (isOpenTicket(ticket, terms)) return ticket;
  return { ...ticket, ...disclosedTicket(ticket, terms), createdAt: null, criteria: null, risk: null };
}

function gapsOf({ gaps }: Audit, tickets: readonly AuditTicket[]): readonly Gap[] {
  const gone = tickets.flatMap(({ status, commits }, index) =>
    status === "absent" && commits > 0 ? [index] : [],
  );
  if (gone.length === 0) return gaps;
  const merged: Gap = { code: "ticket-not-found", of: "ticket", indexes: Uint32Array.from(gone) };
  const has = gaps.some(({ code }) => code === merged.code);
  return has ? gaps.map((gap) => (gap.code === merged.code ? merged : gap)) : [...gaps, merged];
}
