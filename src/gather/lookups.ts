import type { Law } from "../core/law.ts";
import type { Source } from "../core/ports.ts";
import { type Lookup, lookupKey } from "../core/ticket.ts";

/** Remote name -> where its tickets are looked up; null: nothing here can ask that tracker. */
export type Sources = ReadonlyMap<string, Source | null>;

/** Asks every remote once for all of its ids. Answers for each (remote, id), keyed by `lookupKey`. */
export async function lookUp(
  law: Law,
  sources: Sources,
  wanted: Iterable<{ readonly remote: string | null; readonly id: string }>,
): Promise<Readonly<Record<string, Lookup>>> {
  const grouped = group(wanted);
  const answers: Record<string, Lookup> = {};
  for (const [remote, ids] of grouped) {
    const source = sources.get(remote) ?? null;
    const found = source === null ? null : await source.many([...ids]);
    const none = noAnswer(law, remote, source);
    for (const id of ids) answers[lookupKey(remote, id)] = found?.get(id) ?? none;
  }
  return answers;
}

/** By name, the answer for every id of the remotes that nothing here can ask: a history cites thousands of those. */
export function unaskable(law: Law, sources: Sources): ReadonlyMap<string, Lookup> {
  const deaf = law.remotes.filter(({ name }) => (sources.get(name) ?? null) === null);
  return new Map(deaf.map(({ name }) => [name, noAnswer(law, name, null)]));
}

/** Distinct ids by remote, in a stable order; references that no remote owns are nobody's to ask. */
function group(
  wanted: Iterable<{ readonly remote: string | null; readonly id: string }>,
): Map<string, Set<string>> {
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
