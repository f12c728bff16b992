import type { Evidence } from "../core/evidence.ts";
import { type NamedTicket, ticketsOf } from "../core/report-tickets.ts";
import { riskOf } from "../core/risk.ts";
import { type Lookup, lookupKey, type Ticket } from "../core/ticket.ts";
import { secondsOf, timeOf } from "../core/time.ts";
import { ticketDigest } from "../gather/ticket-digest.ts";
import type { LookupOf } from "../history/moments.ts";
import type { TicketFacts } from "../trace/tickets.ts";

/** What is known of every ticket that anything names, sorted by look-up key. */
export function ticketFacts(
  names: Iterable<NamedTicket>,
  lookup: LookupOf,
  specs?: Evidence["specs"],
): readonly TicketFacts[] {
  const told = ticketsOf({ names, lookup, specs, digest: ticketDigest });
  return told.map((one) => ({ ...one, ...moreOf(lookup(one.remote, one.id)) }));
}

/** Listed tickets that are held whole at one time: all of a large tracker take several times what is told of them. */
const AT_ONCE = 1000;

/** Who lists tickets: whether something names one must make no difference to what is told of it. */
type Lister = Pick<Extract<Lookup, { readonly status: "found" }>, "source" | "asOf">;

/** The same of tickets that are listed and that nothing may name, sorted by look-up key a thousand at a time. */
export function* listedFacts(tickets: Iterable<Ticket>, by: Lister): Iterable<TicketFacts> {
  let some: Ticket[] = [];
  for (const ticket of tickets) {
    if (some.push(ticket) < AT_ONCE) continue;
    yield* factsOf(some, by);
    some = [];
  }
  yield* factsOf(some, by);
}

function factsOf(tickets: readonly Ticket[], by: Lister): readonly TicketFacts[] {
  const found = new Map<string, Lookup>(
    tickets.map((ticket) => [lookupKey(ticket.remote, ticket.id), { ...by, status: "found", ticket }]),
  );
  // A ticket that is found is called as it calls itself.
  const names = tickets.map(({ remote, id }) => ({ provider: "tasks", remote, id }) as const);
  return ticketFacts(names, (remote, id) => found.get(lookupKey(remote, id)));
}

function moreOf(lookup: Lookup | undefined): Pick<TicketFacts, "createdAt" | "criteria" | "risk"> {
  if (lookup?.status !== "found") return { createdAt: null, criteria: null, risk: null };
  const { createdAt, criteria } = lookup.ticket;
  const seconds = createdAt === null ? null : secondsOf(createdAt);
  const done = criteria.filter((one) => one.done).length;
  return {
    createdAt: seconds === null ? null : timeOf(seconds),
    risk: riskOf(lookup.ticket),
    criteria: criteria.length === 0 ? null : { done, total: criteria.length },
  };
}
