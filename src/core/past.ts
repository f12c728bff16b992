import type { DecisionSource, Lookup, Moment, Past, Ticket, ToldPast } from "./ticket.ts";
import { unixSeconds } from "./time.ts";

/**
 * Where in a past a moment lies: the number of the span that holds it; half past one: the gap behind it; `before`: the ticket was there, in
 * no state that is on record; `unmade`: it was not there yet; `untold`: nothing is on record of that time.
 */
type PlaceInPast = number | "before" | "unmade" | "untold";

/** Many commit first and write the ticket then; by how much, in seconds, ticket-predates-change judges. Of a committer's date alone. */
const LATE_SECONDS = 72 * 3600;

/** The place of a moment (seconds since 1970) in a past. */
export function placeInPast(past: ToldPast, seconds: number, source: DecisionSource): PlaceInPast {
  const { spans, since } = past;
  if (since !== undefined && seconds < unixSeconds(since)) return "untold";
  const first = spans[0];
  if (first === undefined || seconds < Math.floor(unixSeconds(first.from)))
    return placeBefore(past, seconds, source);
  let number = 0;
  for (const [index, span] of spans.entries()) {
    if (index > 0 && unixSeconds(span.from) > seconds) break;
    number = span.until === null || seconds < unixSeconds(span.until) ? index : index + 0.5;
  }
  return number;
}

/** Before its first span a ticket was in another state, or was none yet. */
function placeBefore(
  { spans, since, begins }: ToldPast,
  seconds: number,
  source: DecisionSource,
): PlaceInPast {
  const beginning = begins ?? spans[0]?.from;
  if (since !== undefined || beginning === undefined) return "before";
  const early = Math.floor(unixSeconds(beginning)) - seconds;
  const isMade = early <= 0 || (source === "committer-date" && early < LATE_SECONDS);
  if (!isMade) return "unmade";
  return begins === undefined ? 0 : "before";
}

/** The ticket of a look-up as it stood then. What is no tracker's word stays as it is: files have a history of their own. */
export function lookupThen(lookup: Lookup, seconds: number, source: DecisionSource): Lookup {
  if (lookup.status !== "found" || lookup.source === "file") return lookup;
  const { past } = lookup.ticket;
  if (past?.status !== "told")
    return {
      ...lookup,
      moment: { source, since: null, untold: past?.detail ?? "Nobody asked for its past." },
    };
  const place = placeInPast(past, seconds, source);
  const span = typeof place === "number" ? past.spans[place] : undefined;
  if (span === undefined) return { ...lookup, moment: { source, since: null, ...reasonOf(place, past) } };
  return { ...lookup, ticket: { ...lookup.ticket, state: span.state }, moment: { source, since: span.from } };
}

function reasonOf(place: PlaceInPast, { since }: ToldPast): Pick<Moment, "untold" | "unmade"> {
  if (place === "untold") return { untold: `nothing is on record from before ${since}.` };
  return place === "unmade" ? { unmade: true } : {};
}

/** Whether every moment of a past gives the same answer, so that nobody need know which one counts. */
export function isSettled(past: Past | undefined, isAllowed: (state: Ticket["state"]) => boolean): boolean {
  if (past?.status !== "told") return false;
  const { spans, since, begins } = past;
  const allowed = spans.filter(({ state }) => isAllowed(state)).length;
  const hasGap =
    begins !== undefined || spans.some(({ until }, index) => until !== (spans[index + 1]?.from ?? null));
  return since === undefined && (allowed === 0 || (allowed === spans.length && !hasGap));
}
