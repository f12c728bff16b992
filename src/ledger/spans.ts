import type { StateSpan, Ticket, ToldPast } from "../core/ticket.ts";
import { secondsOf } from "../core/time.ts";

/** Whether a state of the ticket's remote allows work anywhere. */
type IsAllowed = (state: Ticket["state"]) => boolean;

/** The times of a past in which the ticket's state allowed work; who began one is told of the first of each run alone. */
export function allowedPast(past: ToldPast, isAllowed: IsAllowed): ToldPast {
  const spans: StateSpan[] = [];
  for (const span of past.spans) {
    if (!isAllowed(span.state)) continue;
    const goesOn = spans.at(-1)?.until === span.from;
    spans.push(goesOn ? { ...span, by: null } : span);
  }
  const first = past.spans[0];
  const begins =
    past.begins ?? (first === undefined || spans[0]?.from === first.from ? undefined : first.from);
  return { ...past, spans, ...(begins === undefined ? {} : { begins }) };
}

/** What the ledger before said of a ticket, and when. */
export interface SeenBefore {
  readonly past: ToldPast;
  readonly issuedAt: string;
}

/**
 * The past of a ticket whose tracker keeps none, from what was seen of it: open now and in the ledger before counts as open
 * between the two; nothing is ever said of the time before it was first seen. `now`: RFC 3339 in UTC.
 */
export function seenPast(
  ticket: Pick<Ticket, "state">,
  before: SeenBefore | null,
  isAllowed: IsAllowed,
  now: string,
): ToldPast {
  const known = before === null ? [] : allowedPast(before.past, isAllowed).spans;
  const since = before === null ? now : (before.past.since ?? known[0]?.from ?? before.issuedAt);
  const last = known.at(-1);
  const isOpen = isAllowed(ticket.state);
  if (last === undefined || before === null || last.until !== null)
    return { status: "told", since, spans: isOpen ? [...known, openSince(now, ticket)] : known };
  if (isOpen && last.state.name === ticket.state.name) return { status: "told", since, spans: known };
  // It was last seen so when the ledger before was made; when it moved on, nobody knows.
  const ended = { ...last, until: isOpen ? now : later(before.issuedAt, last.from) };
  const spans = [...known.slice(0, -1), ended, ...(isOpen ? [openSince(now, ticket)] : [])];
  return { status: "told", since, spans };
}

function later(one: string, other: string): string {
  return (secondsOf(one) ?? 0) >= (secondsOf(other) ?? 0) ? one : other;
}

function openSince(from: string, { state }: Pick<Ticket, "state">): StateSpan {
  return { from, until: null, state, by: null };
}
