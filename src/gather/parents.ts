import type { Law } from "../core/law.ts";
import { parentLevels } from "../core/parents.ts";
import { UPSTREAM_RULES } from "../core/rule-ids.ts";
import { isAnywhereOn } from "../core/scope.ts";
import { type Lookup, lookupKey, type Ticket } from "../core/ticket.ts";
import type { Wanted } from "./lookups.ts";

type Lookups = Readonly<Record<string, Lookup>>;

/** Answers for some ids, keyed by `lookupKey`. */
export type Ask = (wanted: readonly Wanted[]) => Promise<Lookups>;

/**
 * The same look-ups and those of their tickets' parents, as far up as the law's rules ask: one question a level, and never one for
 * what these or `known` tell already. `known` is not part of the answer.
 */
export async function withParents(
  law: Law,
  lookups: Lookups,
  ask: Ask,
  known: Lookups = {},
): Promise<Lookups> {
  const levels = parentLevels(law);
  let answers = lookups;
  let tickets = Object.values(lookups).flatMap(ticketsOf);
  for (let level = 0; level < levels && tickets.length > 0; level++) {
    const parents = parentsAbove(tickets);
    const told = (key: string): Lookup | undefined => answers[key] ?? known[key];
    const open = [...parents].filter(([key]) => told(key) === undefined).map(([, parent]) => parent);
    if (open.length > 0) answers = { ...answers, ...(await ask(open)) };
    tickets = [...parents.keys()].flatMap((key) => ticketsOf(told(key)));
  }
  return answers;
}

/** The same look-ups and those of the tickets that local tasks follow, where a rule compares the two. */
export async function withUpstreams(law: Law, lookups: Lookups, ask: Ask): Promise<Lookups> {
  if (!isAnywhereOn(law, UPSTREAM_RULES.consistent)) return lookups;
  const followed = Object.values(lookups)
    .flatMap(ticketsOf)
    .flatMap(({ follows }) => (follows?.remote == null ? [] : [{ remote: follows.remote, id: follows.id }]));
  const open = followed.filter(({ remote, id }) => lookups[lookupKey(remote, id)] === undefined);
  return open.length === 0 ? lookups : { ...lookups, ...(await ask(open)) };
}

/** Distinct parents by look-up key. */
function parentsAbove(tickets: readonly Ticket[]): ReadonlyMap<string, Wanted> {
  return new Map(
    tickets.flatMap(({ remote, parent }) =>
      parent === null ? [] : [[lookupKey(remote, parent), { remote, id: parent }] as const],
    ),
  );
}

function ticketsOf(lookup: Lookup | undefined): readonly Ticket[] {
  return lookup?.status === "found" || lookup?.status === "claimed" ? [lookup.ticket] : [];
}
