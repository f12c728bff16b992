import type { Lookup, Person, Ticket } from "./ticket.ts";

/** A time in which a ticket had one state. RFC 3339 in UTC. */
export interface StateSpan {
  readonly from: string;
  /** Null: to this day. */
  readonly until: string | null;
  readonly state: Ticket["state"];
  /** Who gave it this state; null: not told, or the ticket began with it. */
  readonly by: Person | null;
}

/** What is on record of a ticket's states, oldest first. In the gaps between spans it was not open for work. */
export type Past =
  | {
      readonly status: "told";
      readonly spans: readonly StateSpan[];
      /** Of what was before this nothing is on record; left out: the record begins with the ticket. RFC 3339 in UTC. */
      readonly since?: string;
    }
  /** `detail`: why nobody can tell, as a sentence. */
  | { readonly status: "untold"; readonly detail: string };

/** A past of which there is a record. */
export type ToldPast = Extract<Past, { readonly status: "told" }>;

/** What tells when a commit was decided, best first; anybody can set a committer's date. */
export type DecisionSource = "record" | "forge" | "committer-date";

/** A past moment as which a ticket's state counts. */
export interface Moment {
  /** What told the moment. */
  readonly source: DecisionSource;
  /** Since when the ticket had that state, RFC 3339 in UTC; null: it was not open for work then. */
  readonly since: string | null;
  /** Why nobody can tell what state it had; left out: it is known. */
  readonly untold?: string;
}

/**
 * The number of the span that holds a moment (seconds since 1970); half past one: the gap behind it; before all: the first; -1: nothing is
 * on record of that time.
 */
export function spanNumberAt({ spans, since }: ToldPast, seconds: number): number {
  if (since !== undefined && seconds < secondsOf(since)) return -1;
  let number = 0;
  for (let index = 0; index < spans.length; index++) {
    const span = spans[index];
    if (span === undefined || secondsOf(span.from) > seconds) break;
    number = span.until === null || seconds < secondsOf(span.until) ? index : index + 0.5;
  }
  return number;
}

/** The ticket of a look-up as it stood then. What is no tracker's word stays as it is: files have a history of their own. */
export function lookupThen(lookup: Lookup, seconds: number, source: DecisionSource): Lookup {
  if (lookup.status !== "found" || lookup.source === "file") return lookup;
  const { past } = lookup.ticket;
  if (past === undefined || past.status === "untold" || past.spans.length === 0) {
    const untold = past?.status === "untold" ? past.detail : "Nobody asked for its past.";
    return { ...lookup, moment: { source, since: null, untold } };
  }
  const number = spanNumberAt(past, seconds);
  if (number < 0)
    return {
      ...lookup,
      moment: { source, since: null, untold: `nothing is on record from before ${past.since}.` },
    };
  const span = past.spans[number];
  if (span === undefined) return { ...lookup, moment: { source, since: null } };
  return { ...lookup, ticket: { ...lookup.ticket, state: span.state }, moment: { source, since: span.from } };
}

/** Whether every moment of a past gives the same answer, so that nobody need know which one counts. */
export function isSettled(past: Past | undefined, isAllowed: (state: Ticket["state"]) => boolean): boolean {
  if (past?.status !== "told") return false;
  const { spans, since } = past;
  const allowed = spans.filter(({ state }) => isAllowed(state)).length;
  const hasGap = spans.some(({ until }, index) => until !== (spans[index + 1]?.from ?? null));
  return since === undefined && (allowed === 0 || (allowed === spans.length && !hasGap));
}

function secondsOf(at: string): number {
  return Date.parse(at) / 1000;
}
