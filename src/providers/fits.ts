import type { Ticket } from "../core/ticket.ts";
import type { TicketQuery } from "../core/tracker.ts";
import { isSame, isState } from "./states.ts";
import { isType } from "./types.ts";

/**
 * Whether a ticket is of a query's types and states and has all of its labels, whatever of that its tracker could narrow
 * itself. An empty list asks for nothing. Whose it is and when it changed is each tracker's to tell.
 */
export function fits(
  { type, state, labels: own }: Ticket,
  { types = [], states = [], labels = [] }: TicketQuery,
): boolean {
  return (
    (types.length === 0 || types.some((one) => isType(one, type))) &&
    (states.length === 0 || states.some((one) => isState(one, state))) &&
    labels.every((label) => own.some((one) => isSame(one, label)))
  );
}
