import { lookupKey, type Ticket, type ToldPast } from "../core/ticket.ts";
import { secondsOf } from "../core/time.ts";
import { wholeRow } from "../ledger/members.ts";
import type { Ledger } from "../ledger/read.ts";

/** The ledger before the one that is built. */
export interface Former extends Pick<Ledger, "header" | "lookup" | "row"> {
  /** Made under the same policy, with the same members: its rows can be taken over. */
  readonly isAlike: boolean;
}

/** Trackers that round their times must not hide a change behind one of the same moment. */
const SETTLED_SECONDS = 60;

/** The ticket is as it was when the ledger before was made, by its tracker's own word, and all that it did was on record then. */
export function isUnchanged(ticket: Ticket, former: Former | null): boolean {
  if (former === null || !former.isAlike || ticket.updatedAt === null) return false;
  const found = former.row(lookupKey(ticket.remote, ticket.id));
  const row = found === null ? null : wholeRow(found);
  if (row === null || row.at === null || row.since !== undefined) return false;
  const state = former.header.states[row.state];
  const issued = secondsOf(former.header.issuedAt) ?? 0;
  return (
    row.at === secondsOf(ticket.updatedAt) &&
    row.at + SETTLED_SECONDS < issued &&
    state?.name === ticket.state.name &&
    state.category === ticket.state.category
  );
}

/** What the ledger before said of a ticket's past; null: it did not hold it. */
export function formerPast(ticket: Ticket, former: Former | null): ToldPast | null {
  const found = former?.lookup(lookupKey(ticket.remote, ticket.id));
  if (found?.status !== "found") return null;
  return found.ticket.past?.status === "told" ? found.ticket.past : null;
}
