import type { DecisionSource, Lookup, Past, Ticket, ToldPast } from "./ticket.ts";

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
