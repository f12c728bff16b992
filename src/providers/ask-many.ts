import pLimit from "p-limit";
import { type Lookup, type Past, SILENT } from "../core/ticket.ts";
import { asLookup } from "./trouble.ts";

/** How many requests to one tracker may be under way at once; GitHub asks for no more than a few, ClickUp counts each. */
const WIDTH = 5;

/** Asks one batch; what it leaves out nobody can tell. */
type Ask<T> = (batch: readonly string[]) => Promise<ReadonlyMap<string, T>>;

/**
 * Asks for distinct ids in the fewest batches of `size`, a few at a time. What a batch throws is the answer for each of
 * its ids; what it leaves out is `unavailable`. One answer for every id, in the order of the ids.
 */
export function askMany(
  ids: readonly string[],
  size: number,
  ask: Ask<Lookup>,
): Promise<ReadonlyMap<string, Lookup>> {
  return askAll(ids, size, { ask, failed: asLookup, silent: SILENT });
}

/** The same for pasts: what nobody can answer is untold. */
export function askPasts(
  ids: readonly string[],
  size: number,
  ask: Ask<Past>,
): Promise<ReadonlyMap<string, Past>> {
  const failed = (thrown: unknown): Past => {
    const lookup = asLookup(thrown);
    return "detail" in lookup && lookup.detail !== undefined
      ? { status: "untold", detail: lookup.detail }
      : NO_RECORD;
  };
  return askAll(ids, size, { ask, failed, silent: NO_RECORD });
}

const NO_RECORD: Past = { status: "untold", detail: "The tracker has no record of it." };

async function askAll<T>(
  ids: readonly string[],
  size: number,
  { ask, failed, silent }: { ask: Ask<T>; failed: (thrown: unknown) => T; silent: T },
): Promise<ReadonlyMap<string, T>> {
  const distinct = [...new Set(ids)];
  const limit = pLimit(WIDTH);
  const settled = async (batch: readonly string[]): Promise<ReadonlyMap<string, T>> => {
    try {
      return await ask(batch);
    } catch (thrown) {
      const answer = failed(thrown);
      return new Map(batch.map((id) => [id, answer]));
    }
  };
  const answers = await Promise.all(batchesOf(distinct, size).map((batch) => limit(() => settled(batch))));
  const found = new Map(answers.flatMap((answer) => [...answer]));
  return new Map(distinct.map((id) => [id, found.get(id) ?? silent]));
}

function batchesOf(ids: readonly string[], size: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, at) =>
    ids.slice(at * size, (at + 1) * size),
  );
}
