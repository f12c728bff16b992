import { Fault } from "../core/fault.ts";
import type { Law } from "../core/law.ts";
import type { Source } from "../core/ports.ts";
import { type Lookup, lookupKey, type Past, type Ticket } from "../core/ticket.ts";
import type { Sources } from "./lookups.ts";

type Lookups = Readonly<Record<string, Lookup>>;

/** The same look-ups, with the past of every ticket that its tracker told just now: one question a remote. */
export async function withPasts(
  law: Law,
  sources: Sources,
  lookups: Lookups,
  isWanted: (ticket: Ticket) => boolean = () => true,
): Promise<Lookups> {
  const told: Record<string, Lookup> = { ...lookups };
  const asked = law.remotes.map(async ({ name }) => {
    const ids = openIds(lookups, name, isWanted);
    return { name, ids, pasts: ids.length === 0 ? null : await pastsOf(sources.get(name) ?? null, ids) };
  });
  for (const { name, ids, pasts } of await Promise.all(asked)) {
    for (const id of ids) {
      const key = lookupKey(name, id);
      const lookup = lookups[key];
      if (lookup?.status !== "found") continue;
      told[key] = { ...lookup, ticket: { ...lookup.ticket, past: pasts?.get(id) ?? SILENT } };
    }
  }
  return told;
}

const SILENT: Past = { status: "untold", detail: "The tracker's answer left this ticket out." };
const NOBODY: Past = { status: "untold", detail: "Nothing here asks this tracker for the past of a ticket." };

/** Ids, as they were asked for, of a remote's tickets that nobody knows the past of. */
function openIds(lookups: Lookups, remote: string, isWanted: (ticket: Ticket) => boolean): readonly string[] {
  const prefix = lookupKey(remote, "");
  return Object.entries(lookups).flatMap(([key, lookup]) => {
    const isOpen =
      lookup.status === "found" &&
      lookup.source === "api" &&
      lookup.ticket.past === undefined &&
      isWanted(lookup.ticket);
    return isOpen && lookup.ticket.remote === remote && key.startsWith(prefix)
      ? [key.slice(prefix.length)]
      : [];
  });
}

async function pastsOf(source: Source | null, ids: readonly string[]): Promise<ReadonlyMap<string, Past>> {
  if (source?.pasts === undefined) return new Map(ids.map((id) => [id, NOBODY]));
  try {
    return await source.pasts(ids);
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    return new Map(ids.map((id) => [id, { status: "untold", detail: thrown.message }]));
  }
}
