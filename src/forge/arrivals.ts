import { Fault } from "../core/fault.ts";
import type { Arrival } from "../core/forge.ts";
import { isObjectId } from "../core/object-id.ts";
import { utc } from "../providers/text.ts";

/** Requests that may be under way at once; GitHub asks for no more than a few. */
const WIDTH = 5;

/** A pull request that was merged, with the time as the forge writes it. */
export interface Merge {
  readonly number: number;
  readonly at: string | null | undefined;
}

/** Commits with the pull requests that brought them in; a commit may come several times. */
export type Merges = readonly (readonly [commit: string, merges: readonly Merge[]])[];

/** Asks for distinct commits in batches of `size`, a few at a time, and keeps the earliest merge of each. */
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
    for (const [commit, merges] of (await Promise.all(some.map(ask))).flat()) {
      const known = [told.get(commit) ?? [], merges.flatMap((merge) => arrivalIn(merge) ?? [])].flat();
      const [first] = known.sort((one, other) => (one.at < other.at ? -1 : 1));
      if (first !== undefined) told.set(commit, first);
    }
  return told;
}

function arrivalIn({ number, at }: Merge): Arrival | null {
  const time = utc(at);
  return time === null ? null : { at: time, number };
}

function inParts<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
