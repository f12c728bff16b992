import { selectRows } from "./order.ts";
import { type HistoryTable, idAt } from "./table.ts";

/** Whether a commit is judged, by its full id. */
export type KeepRow = (id: string) => boolean;

/** The rows that are kept, with the sets of references that they have and no others, so that nobody is asked about the rest. */
export function keepRows(table: HistoryTable, keep: KeepRow | undefined): HistoryTable {
  if (keep === undefined) return table;
  const all = Uint32Array.from({ length: table.count }, (_, index) => index);
  const rows = all.filter((index) => keep(idAt(table, index)));
  return rows.length === table.count ? table : withOwnSets(selectRows(table, rows));
}

/** The empty set stays the first. */
function withOwnSets(table: HistoryTable): HistoryTable {
  const numbers = new Map([[0, 0]]);
  const citedSets = [table.citedSets[0] ?? []];
  const cited = table.cited.map((set) => {
    const known = numbers.get(set);
    if (known !== undefined) return known;
    numbers.set(set, citedSets.length);
    return citedSets.push(table.citedSets[set] ?? []) - 1;
  });
  return { ...table, cited, citedSets };
}
