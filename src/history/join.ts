import { buildHistory } from "./builder.ts";
import { citedAt, type HistoryTable, idAt, pathsAt } from "./table.ts";
import { joinTold } from "./told.ts";

/** Two histories of one repository as one; the second's rows come last. Both have paths, or neither. */
export function joinHistories(first: HistoryTable, second: HistoryTable): HistoryTable {
  const how = { paths: first.paths !== null, told: false };
  const builder = buildHistory(first.idBytes, how, () => null);
  for (const table of [first, second]) {
    for (let index = 0; index < table.count; index++) {
      builder.add({
        id: idAt(table, index),
        authoredAt: table.authored[index] ?? 0,
        committedAt: table.committed[index] ?? 0,
        author: table.authors[table.author[index] ?? 0] ?? "",
        flags: table.flags[index] ?? 0,
        cited: citedAt(table, index),
        paths: pathsAt(table, index),
        told: null,
      });
    }
  }
  return { ...builder.table(), told: joinTold(first.told, second.told) };
}
