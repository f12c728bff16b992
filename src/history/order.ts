import type { HistoryTable } from "./table.ts";
import { selectTold } from "./told.ts";

/**
 * The same commits, newest first by committer time, then by id: an order that does not depend on how a history was
 * walked or from which parts it was put together.
 */
export function inOrder(table: HistoryTable): HistoryTable {
  if (isInOrder(table)) return table;
  const rows = Uint32Array.from({ length: table.count }, (_, index) => index);
  return selectRows(
    table,
    rows.sort((a, b) => compare(table, a, b)),
  );
}

/** git's own order is this one, but for commits of one second and clocks that went wrong. */
function isInOrder(table: HistoryTable): boolean {
  for (let index = 1; index < table.count; index++) {
    if (compare(table, index - 1, index) > 0) return false;
  }
  return true;
}

function compare(table: HistoryTable, a: number, b: number): number {
  const later = (table.committed[b] ?? 0) - (table.committed[a] ?? 0);
  return later !== 0 ? later : compareIds(table, a, b);
}

function compareIds(table: HistoryTable, a: number, b: number): number {
  const { ids, idBytes } = table;
  for (let byte = 0; byte < idBytes; byte++) {
    const difference = (ids[a * idBytes + byte] ?? 0) - (ids[b * idBytes + byte] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The named rows, in the given order. */
export function selectRows(table: HistoryTable, rows: Uint32Array): HistoryTable {
  const ids = new Uint8Array(rows.length * table.idBytes);
  rows.forEach((row, index) => {
    ids.set(table.ids.subarray(row * table.idBytes, (row + 1) * table.idBytes), index * table.idBytes);
  });
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row] ?? 0);
  return {
    ...table,
    count: rows.length,
    ids,
    authored: pick(table.authored),
    committed: pick(table.committed),
    cited: pick(table.cited),
    author: pick(table.author),
    flags: pick(table.flags),
    told: selectTold(table.told, rows),
    paths: table.paths === null ? null : selectPaths(table.paths, rows),
  };
}

function selectPaths(
  paths: NonNullable<HistoryTable["paths"]>,
  rows: Uint32Array,
): NonNullable<HistoryTable["paths"]> {
  const start = new Float64Array(rows.length + 1);
  rows.forEach((row, index) => {
    start[index + 1] = (start[index] ?? 0) + (paths.start[row + 1] ?? 0) - (paths.start[row] ?? 0);
  });
  const entries = new Float64Array(start[rows.length] ?? 0);
  rows.forEach((row, index) => {
    entries.set(paths.entries.subarray(paths.start[row] ?? 0, paths.start[row + 1] ?? 0), start[index] ?? 0);
  });
  return { start, entries };
}
