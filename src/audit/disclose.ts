import { disclosedFindings, disclosedTicket, isOpenTicket } from "../reports/disclosed.ts";
import type { TicketFacts } from "../trace/tickets.ts";
import { identityOf, numberKeys } from "./keys.ts";
import type { AuditPartial, PartialHead } from "./partial.ts";

/**
 * What was found out as it may be shown. Nothing is written down or counted before, so no number, no gap and no file of a shard tells
 * what a report may not: of tickets that are not open no date and no criteria either, and of one that is not there and one that is not
 * shown the same. Shards that are put together go through it once more: a name may be two tickets' only then.
 */
export function disclosedPartial<Found extends Pick<AuditPartial, "head" | "rows" | "tickets">>(
  found: Found,
): Found {
  const { head, rows, tickets } = found;
  const { terms, frame } = head;
  if (terms.disclosure === "full") return found;
  const shown = disclosedFindings(tickets, terms);
  const told = rows.keys.map(({ findings }) => findings.map(shown));
  const keys = numberKeys(rows.key, told.map(identityOf), (row) => told[rows.key[row] ?? 0] ?? []);
  return {
    ...found,
    head: { ...head, frame: { ...frame, findings: frame.findings.map(shown) } },
    rows: { ...rows, ...keys },
    tickets: tickets.map((ticket) => factsOf(ticket, terms)),
  };
}

function factsOf(ticket: TicketFacts, terms: PartialHead["terms"]): TicketFacts {
  if (isOpenTicket(ticket, terms)) return ticket;
  return { ...ticket, ...disclosedTicket(ticket, terms), createdAt: null, criteria: null, risk: null };
}
