import type { Law } from "../core/law.ts";
import { type Lookup, lookupKey } from "../core/ticket.ts";
import type { Tasks } from "../tasks/store.ts";

/** The trees of a range: local tasks count as its base has them, and what only its tip has is a claim. */
export interface RangeEnds {
  readonly base: () => Promise<Tasks>;
  readonly tip: () => Promise<Tasks>;
}

/** The law's remote for local tasks; null: it has none. */
export function localRemote(law: Law): string | null {
  return law.remotes.find(({ kind }) => kind === "markdown")?.name ?? null;
}

/**
 * Answers for local tasks by look-up key: found in the base, else claimed if the tip has them (`authorise.new_tasks` decides),
 * else absent. No change of the range can authorise itself.
 */
export async function localLookups(
  remote: string,
  ids: readonly string[],
  ends: RangeEnds,
): Promise<Readonly<Record<string, Lookup>>> {
  if (ids.length === 0) return {};
  const known = await (await ends.base()).byId(ids);
  const missing = ids.filter((id) => known.get(id)?.status === "absent");
  const brought = missing.length === 0 ? new Map<string, Lookup>() : await (await ends.tip()).byId(missing);
  return Object.fromEntries(
    ids.map((id) => [
      lookupKey(remote, id),
      claimed(brought.get(id)) ?? known.get(id) ?? { status: "absent" },
    ]),
  );
}

function claimed(lookup: Lookup | undefined): Lookup | null {
  if (lookup === undefined || lookup.status === "absent") return null;
  return lookup.status === "found" ? { status: "claimed", ticket: lookup.ticket } : lookup;
}
