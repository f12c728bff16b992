import { approvedFor } from "./approved.ts";
import { isTimeUnproved } from "./decided.ts";
import type { Evidence } from "./evidence.ts";
import { isWantedState, wantedStates } from "./states.ts";
import type { Terms } from "./terms.ts";
import type { Person, StateSpan, Ticket } from "./ticket.ts";
import { unixSeconds } from "./time.ts";

/** Who authorised work under a ticket. `untold`: why there may be others of whom nobody tells; null: there are none. */
export interface Authorisers {
  readonly people: readonly Person[];
  readonly untold: string | null;
  /** Another time would have given another answer. */
  readonly dated: boolean;
}

/**
 * Whoever approved it, where that was needed; else whoever brought it into the states that allow work, at its creation its creator. Of a
 * stranger's ticket neither, but whoever took it up. Programs authorise nothing: somebody set them going, and nobody tells who.
 */
export function authorisersOf(ticket: Ticket, evidence: Evidence, terms: Terms): Authorisers {
  const approved = approvedFor(ticket, evidence, terms);
  const vouchers = (ticket.origin?.vouchers ?? []).filter((one) => !one.isBot);
  if (approved.status === "approved")
    return {
      people: [approved.approval.by, ...vouchers],
      untold: null,
      dated: evidence.decided !== undefined,
    };
  if (ticket.origin?.outsider)
    return { people: vouchers, untold: vouchers.length === 0 ? STRANGER : null, dated: false };
  const { mover, dated } = moverOf(ticket, evidence, terms);
  if (typeof mover === "string") return { people: vouchers, untold: mover, dated };
  if (mover.isBot) return { people: vouchers, untold: PROGRAM, dated };
  return { people: [mover, ...vouchers], untold: null, dated };
}

const STRANGER = "a stranger opened it, and nobody with rights took it up.";
const PROGRAM = "a program opened it for work, and nobody tells who set that going.";
const UNPROVED = "only the committer's date tells when this was decided, and anybody can set it.";

/** A sentence where nobody can be named. */
function moverOf(
  { past, createdAt, createdBy, remote }: Ticket,
  evidence: Evidence,
  terms: Terms,
): { readonly mover: Person | string; readonly dated: boolean } {
  if (past === undefined) return { mover: "nobody asked for its past.", dated: false };
  if (past.status === "untold") return { mover: past.detail, dated: false };
  const { spans } = past;
  const wanted = wantedStates(remote, terms.authorise);
  const begins = spans.flatMap((span, at) =>
    isWantedState(span.state, wanted) && !goesOn(span, spans[at - 1], wanted) ? [at] : [],
  );
  const dated = evidence.decided !== undefined && begins.length > 1;
  if (dated && isTimeUnproved(evidence, terms)) return { mover: UNPROVED, dated };
  const until = evidence.decided?.at ?? null;
  const begin = begins.findLast((at) => until === null || second(spans[at]?.from ?? "") <= second(until));
  if (begin === undefined) return { mover: "its past has no state that allows work.", dated };
  const creator = begin === 0 && beginsWithIt({ past, createdAt }) ? createdBy : null;
  return { mover: spans[begin]?.by ?? creator ?? "its past does not tell who opened it.", dated };
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
  return Math.floor(unixSeconds(at));
}
