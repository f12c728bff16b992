import type { Law } from "../core/law.ts";
import type { Source } from "../core/ports.ts";
import { type Lookup, lookupKey } from "../core/ticket.ts";

/** Remote name -> where its tickets are looked up; null: nothing here can ask that tracker. */
export type Sources = ReadonlyMap<string, Source | null>;

/** An id that somebody named; null: no remote owns it. */
export interface Wanted {
  readonly remote: string | null;
  readonly id: string;
}

/** Asks every remote once for all of its ids, all of them at the same time. Answers for each (remote, id), keyed by `lookupKey`. */
export async function lookUp(
  law: Law,
  sources: Sources,
  wanted: Iterable<Wanted>,
): Promise<Readonly<Record<string, Lookup>>> {
  const grouped = group(wanted);
  const answers: Record<string, Lookup> = {};
  const asked = [...grouped].map(async ([remote, ids]) => {
    const source = sources.get(remote) ?? null;
    return { remote, ids, source, found: source === null ? null : await source.many([...ids]) };
  });
  for (const { remote, ids, source, found } of await Promise.all(asked)) {
    const none = noAnswer(law, remote, source);
    for (const id of ids) answers[lookupKey(remote, id)] = found?.get(id) ?? none;
  }
  return answers;
}

/** By name, the answer for every id of the remotes that nothing here can ask: a history cites thousands of those. */
export async function unaskable(
  law: Law,
  sources: Sources,
  wanted: Iterable<Wanted>,
): Promise<ReadonlyMap<string, Lookup>> {
  const grouped = group(wanted);
  const answers = law.remotes.map(async ({ name }): Promise<readonly [string, Lookup | null]> => {
    const source = sources.get(name) ?? null;
    if (source === null) return [name, noAnswer(law, name, null)];
    const count = grouped.get(name)?.size ?? 0;
    return [name, count === 0 ? null : ((await source.deaf?.(count)) ?? null)];
  });
  const known = new Map<string, Lookup>();
  for (const [name, answer] of await Promise.all(answers)) if (answer !== null) known.set(name, answer);
  return known;
}

/** Distinct ids by remote, in a stable order; references that no remote owns are nobody's to ask. */
function group(wanted: Iterable<Wanted>): Map<string, Set<string>> {
  const grouped = new Map<string, Set<string>>();
  for (const { remote, id } of wanted) {
    if (remote === null) continue;
    const ids = grouped.get(remote) ?? new Set<string>();
    grouped.set(remote, ids.add(id));
  }
  return grouped;
}

function noAnswer(law: Law, remote: string, source: Source | null): Lookup {
  const kind = law.remotes.find((one) => one.name === remote)?.kind ?? "unknown";
  if (source === null) return { status: "unavailable", detail: `no adapter here asks a ${kind} tracker` };
  return { status: "unavailable", detail: `the ${kind} tracker gave no answer for this id` };
}
