import { Fault } from "../core/fault.ts";
import type { Arrival } from "../core/forge.ts";
import { isObjectId } from "../core/object-id.ts";
import { utc } from "../providers/text.ts";

/** Requests that may be under way at once; GitHub asks for no more than a few. */
const WIDTH = 5;

/** Commits with the times at which they were merged, as the forge writes them; a commit may come several times. */
export type Merges = readonly (readonly [commit: string, times: readonly (string | null | undefined)[]])[];

/** Asks for distinct commits in batches of `size`, a few at a time, and keeps the earliest time of each. */
export async function arrivalsOf(
  commits: readonly string[],
  size: number,
  ask: (batch: readonly string[]) => Promise<Merges>,
): Promise<ReadonlyMap<string, Arrival>> {
  const stranger = commits.find((id) => !isObjectId(id));
  if (stranger !== undefined)
    throw new Fault("internal", "A forge was to be asked for a commit that has no full id.", {
      found: stranger,
    });
  const batches = inParts([...new Set(commits)], size);
  const told = new Map<string, Arrival>();
  for (const some of inParts(batches, WIDTH))
    for (const [commit, times] of (await Promise.all(some.map(ask))).flat()) {
      const [at] = [told.get(commit)?.at ?? [], times.flatMap((time) => utc(time) ?? [])].flat().sort();
      if (at !== undefined) told.set(commit, { at });
    }
  return told;
}

function inParts<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
