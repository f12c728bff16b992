import type { DecisionSource } from "../core/ticket.ts";
import { type HistoryTable, idAt } from "./table.ts";

/** When each commit of a history was decided, and what tells that. */
export interface Decisions {
  /** Seconds since 1970. */
  at(index: number): number;
  source(index: number): DecisionSource;
  /** Whether anybody but the commits themselves tells it of any of them. */
  isTold(): boolean;
  /** Takes in when a forge merged a commit, in seconds since 1970; what was written down here goes before. */
  learn(index: number, merged: number): void;
}

/** `recorded`: seconds since 1970 at which commits came in, by id, as far as that was written down; the others have only their dates. */
export function decisionsOf(table: HistoryTable, recorded: ReadonlyMap<string, number>): Decisions {
  let known = new Float64Array(0);
  // 1: a forge told it.
  let merged = new Uint8Array(0);
  const isKnown = (index: number): boolean => !Number.isNaN(known[index] ?? Number.NaN);
  const note = (index: number, seconds: number, isForge: boolean): void => {
    if (known.length === 0) known = new Float64Array(table.count).fill(Number.NaN);
    if (merged.length === 0) merged = new Uint8Array(table.count);
    known[index] = seconds;
    merged[index] = isForge ? 1 : 0;
  };
  for (let index = 0; index < (recorded.size === 0 ? 0 : table.count); index++) {
    const seconds = recorded.get(idAt(table, index));
    if (seconds !== undefined) note(index, seconds, false);
  }
  return {
    at: (index) => (isKnown(index) ? (known[index] ?? 0) : (table.committed[index] ?? 0)),
    source: (index) => {
      if (!isKnown(index)) return "committer-date";
      return merged[index] === 1 ? "forge" : "record";
    },
    isTold: () => known.some((seconds) => !Number.isNaN(seconds)),
    learn(index, seconds) {
      if (!isKnown(index)) note(index, seconds, true);
    },
  };
}
