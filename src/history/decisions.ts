import type { DecisionSource } from "../core/ticket.ts";
import { type HistoryTable, idAt } from "./table.ts";

/** When each commit of a history was decided, and what tells that. */
export interface Decisions {
  /** Seconds since 1970. */
  at(index: number): number;
  source(index: number): DecisionSource;
  /** Whether anything was written down of any of them. */
  readonly recorded: boolean;
}

/** `recorded`: seconds since 1970 at which commits came in, by id, as far as that was written down; the others have only their dates. */
export function decisionsOf(table: HistoryTable, recorded: ReadonlyMap<string, number>): Decisions {
  const known = new Float64Array(recorded.size === 0 ? 0 : table.count).fill(Number.NaN);
  for (let index = 0; index < known.length; index++)
    known[index] = recorded.get(idAt(table, index)) ?? Number.NaN;
  const isRecorded = (index: number): boolean => !Number.isNaN(known[index] ?? Number.NaN);
  return {
    at: (index) => (isRecorded(index) ? (known[index] ?? 0) : (table.committed[index] ?? 0)),
    recorded: known.some((seconds) => !Number.isNaN(seconds)),
    source: (index) => (isRecorded(index) ? "record" : "committer-date"),
  };
}
