import type { AuditPageHead } from "../core/audit-page.ts";
import { hitBy } from "./files.ts";
import type { Route } from "./route.ts";
import { wordsOf } from "./select.ts";
import type { Tickets } from "./tickets.ts";

/** Tickets that all terms hold for, in the order that is asked for. */
export function selectTickets(tickets: Tickets, head: AuditPageHead, terms: Route["terms"]): Uint32Array {
  const { state, gap, q = "", sort = "" } = terms;
  const words = wordsOf(q).map((word) => tickets.naming(word));
  const hit = gap === undefined ? null : new Set(hitBy(head.gaps, "ticket", gap));
  const rows = Array.from({ length: tickets.count }, (_, row) => row).filter((row) => {
    if (hit !== null && !hit.has(row)) return false;
    if (words.some((marks) => marks?.[row] !== 1)) return false;
    const ticket = tickets.at(row);
    return state === undefined || (ticket?.state?.[1] ?? ticket?.status) === state;
  });
  const weigh = weightOf(tickets, sort.replace(/^-/, ""));
  if (weigh === null) return Uint32Array.from(rows);
  const sign = sort.startsWith("-") ? -1 : 1;
  return Uint32Array.from(rows.sort((a, b) => sign * (weigh(a) - weigh(b)) || a - b));
}

function weightOf(tickets: Tickets, by: string): ((row: number) => number) | null {
  switch (by) {
    case "commits":
      return (row) => tickets.at(row)?.commits ?? 0;
    case "files":
      return (row) => tickets.at(row)?.files ?? 0;
    case "last":
      return (row) => tickets.at(row)?.lastAt ?? 0;
    default:
      return null;
  }
}
