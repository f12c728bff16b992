import { BUILD } from "../core/build.ts";
import type { Law } from "../core/law.ts";
import type { Reader } from "../gather/references.ts";
import { newAndGone } from "../git/history.ts";
import type { Repository } from "../git/repository.ts";
import { readResults, resultsFile, writeResults } from "../store/results.ts";
import { decodeHistory, encodeHistory } from "./codec.ts";
import { joinHistories } from "./join.ts";
import { inOrder, selectRows } from "./order.ts";
import { type ReadOptions, readHistory } from "./read.ts";
import { type HistoryTable, idAt } from "./table.ts";

/** Shorter histories are read faster than a stored one is worth. */
const WORTH_KEEPING = 2000;

/**
 * Everything reachable from `tip`, in order. A commit never changes, so what was read once is kept and only commits
 * that came since are read; commits that went (a force push) are dropped.
 */
export async function wholeHistory(
  repo: Repository,
  reader: Reader,
  law: Law,
  { tip, behind }: Extent,
  options: ReadOptions,
): Promise<HistoryTable> {
  const revisions = [tip, ...(behind === null ? [] : [`^${behind}`])];
  // A shallow clone's history grows at its far end with every fetch.
  if (repo.shallow) return inOrder(await readHistory(repo, reader, revisions, options));
  const kept = options.paths ? "paths" : "messages";
  const file = resultsFile(repo.commonDir, options.told ? `told-${kept}` : kept);
  const reading = JSON.stringify([law.scan, law.remotes, options.spots, options.makers, behind]);
  const before = readStored(file, reading);
  if (before?.tip === tip) return before.table;
  const table = inOrder(
    before === null
      ? await readHistory(repo, reader, revisions, options)
      : await brought(repo, reader, before, revisions, options),
  );
  if (table.count >= WORTH_KEEPING)
    writeResults(file, encodeHistory(table, { version: BUILD, reading, tip }));
  return table;
}

/** Everything that is reachable from `tip`, less what is reachable from `behind`. */
export interface Extent {
  readonly tip: string;
  readonly behind: string | null;
}

interface Stored {
  readonly tip: string;
  readonly table: HistoryTable;
}

function readStored(file: string, reading: string): Stored | null {
  const bytes = readResults(file);
  const stored = bytes === null ? null : decodeHistory(bytes);
  return stored !== null && stored.version === BUILD && stored.reading === reading ? stored : null;
}

/** Moves a stored history to another tip. */
async function brought(
  repo: Repository,
  reader: Reader,
  stored: Stored,
  revisions: readonly string[],
  options: ReadOptions,
): Promise<HistoryTable> {
  const moved = await newAndGone(repo, stored.tip, revisions[0] ?? "");
  if (moved === null) return readHistory(repo, reader, revisions, options);
  const fresh = await readHistory(repo, reader, [...revisions, `^${stored.tip}`], options);
  const gone = new Set(moved.gone);
  return joinHistories(fresh, gone.size === 0 ? stored.table : without(stored.table, gone));
}

function without(table: HistoryTable, gone: ReadonlySet<string>): HistoryTable {
  const rows = Uint32Array.from({ length: table.count }, (_, index) => index);
  return selectRows(
    table,
    rows.filter((index) => !gone.has(idAt(table, index))),
  );
}
