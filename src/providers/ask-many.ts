import pLimit from "p-limit";
import { type Lookup, SILENT } from "../core/ticket.ts";
import { asLookup } from "./trouble.ts";

/** How many requests to one tracker may be under way at once; GitHub asks for no more than a few, ClickUp counts each. */
const WIDTH = 5;

/**
 * Asks for distinct ids in the fewest batches of `size`, a few at a time. What a batch throws is the answer for each of
 * its ids; what it leaves out is `unavailable`. One answer for every id, in the order of the ids.
 */
export async function askMany(
  ids: readonly string[],
  size: number,
  ask: (batch: readonly string[]) => Promise<ReadonlyMap<string, Lookup>>,
): Promise<ReadonlyMap<string, Lookup>> {
  const distinct = [...new Set(ids)];
  const limit = pLimit(WIDTH);
  const answers = await Promise.all(
    batchesOf(distinct, size).map((batch) => limit(() => settled(batch, ask))),
  );
  const found = new Map(answers.flatMap((answer) => [...answer]));
  return new Map(distinct.map((id) => [id, found.get(id) ?? SILENT]));
}

async function settled(
  batch: readonly string[],
  ask: (batch: readonly string[]) => Promise<ReadonlyMap<string, Lookup>>,
): Promise<ReadonlyMap<string, Lookup>> {
  try {
    return await ask(batch);
  } catch (thrown) {
    const lookup = asLookup(thrown);
    return new Map(batch.map((id) => [id, lookup]));
  }
}

function batchesOf(ids: readonly string[], size: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, at) =>
    ids.slice(at * size, (at + 1) * size),
  );
}
