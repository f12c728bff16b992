import { approvedFor } from "./approved.ts";
import type { Evidence } from "./evidence.ts";
import { isWantedState, wantedStates } from "./states.ts";
import type { Terms } from "./terms.ts";
import type { Person, StateSpan, Ticket } from "./ticket.ts";

/** Who authorised work under a ticket. `untold`: why there may be others of whom nobody tells; null: there are none. */
export interface Authorisers {
  readonly people: readonly Person[];
  readonly untold: string | null;
}

/**
 * Whoever approved it, where that was needed; else whoever brought it into the states that allow work, at its creation its creator; and
 * whoever took a stranger's ticket up.
 */
export function authorisersOf(ticket: Ticket, evidence: Evidence, terms: Terms): Authorisers {
  const approved = approvedFor(ticket, evidence, terms);
  const vouchers = ticket.origin?.vouchers ?? [];
  if (approved.status === "approved") return { people: [approved.approval.by, ...vouchers], untold: null };
  const mover = moverOf(ticket, terms, evidence.decided?.at ?? null);
  return typeof mover === "string"
    ? { people: vouchers, untold: mover }
    : { people: [mover, ...vouchers], untold: null };
}

/** A sentence where nobody can be named. */
function moverOf(ticket: Ticket, terms: Terms, at: string | null): Person | string {
  const { past, createdBy, remote } = ticket;
  if (past === undefined) return "nobody asked for its past.";
  if (past.status === "untold") return past.detail;
  const spans = past.spans.filter(({ from }) => at === null || second(from) <= second(at));
  const wanted = wantedStates(remote, terms.authorise);
  const begins = spans.findLastIndex(
    (span, at) => isWantedState(span.state, wanted) && !goesOn(span, spans[at - 1], wanted),
  );
  const by = spans[begins]?.by ?? (begins === 0 && beginsWithIt(ticket) ? createdBy : null);
  return (
    by ?? (begins < 0 ? "its past has no state that allows work." : "its past does not tell who opened it.")
  );
}

/** Its record begins when it was made, so that its first state is its creator's choice. */
export function beginsWithIt({ past, createdAt }: Pick<Ticket, "past" | "createdAt">): boolean {
  if (past?.status !== "told" || createdAt === null) return false;
  return second(past.spans[0]?.from ?? "") === second(createdAt);
}

/** The time before was one that allowed work too, up to this very moment. */
function goesOn({ from }: StateSpan, before: StateSpan | undefined, wanted: readonly string[]): boolean {
  return before !== undefined && isWantedState(before.state, wanted) && before.until === from;
}

/** Some records keep whole seconds alone. */
function second(at: string): number {
  return Math.floor(Date.parse(at) / 1000);
}
