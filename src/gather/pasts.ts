import type { Past } from "../core/past.ts";
import { type Lookup, lookupKey } from "../core/ticket.ts";
import type { Sources } from "./lookups.ts";

type Lookups = Readonly<Record<string, Lookup>>;

/**
 * The same look-ups, those of trackers with what is on record of their tickets' states: one question a remote. Task files are left
 * as they are: git tells their past.
 */
export async function withPasts(sources: Sources, lookups: Lookups): Promise<Lookups> {
  const told = new Map<string, Past>();
  const asked = [...wanted(lookups)].map(async ([remote, ids]) => {
    const pasts = await sources.get(remote)?.pasts?.([...ids]);
    for (const id of ids) told.set(lookupKey(remote, id), pasts?.get(id) ?? UNTOLD);
  });
  await Promise.all(asked);
  if (told.size === 0) return lookups;
  return Object.fromEntries(
    Object.entries(lookups).map(([key, lookup]) => {
      const past = told.get(key);
      return past === undefined || lookup.status !== "found"
        ? [key, lookup]
        : [key, { ...lookup, ticket: { ...lookup.ticket, past } }];
    }),
  );
}

const UNTOLD: Past = { status: "untold", detail: "Nothing here can ask the tracker for a ticket's past." };

/** Ids by remote, of the tickets whose past is not told yet. */
function wanted(lookups: Lookups): ReadonlyMap<string, Set<string>> {
  const grouped = new Map<string, Set<string>>();
  for (const [key, lookup] of Object.entries(lookups)) {
    if (lookup.status !== "found" || lookup.source === "file" || lookup.ticket.past !== undefined) continue;
    const { remote } = lookup.ticket;
    const ids = grouped.get(remote) ?? new Set<string>();
    // The id that was asked for: a moved ticket has another by now.
    grouped.set(remote, ids.add(key.slice(remote.length + 1)));
  }
  return grouped;
}
