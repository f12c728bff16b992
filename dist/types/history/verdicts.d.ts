import type { CommitFacts } from "../core/evidence.js";
import type { CommitColumns, Counts, FactsKey } from "../core/report.js";
import { type Judge } from "./judge.js";
import { type HistoryTable } from "./table.js";
/** A judged history, as reports take it. */
export interface Judged {
    readonly commits: CommitColumns;
    readonly keys: readonly FactsKey[];
    readonly counts: Omit<Counts, "beforeBaseline">;
}
/** Folds the keys of all commits: `numbers[i]` is the key of commit i, `factsOf(i)` what git confirmed of it. */
export declare function fold(table: HistoryTable, judge: Judge, numbers: Uint32Array, factsOf: (index: number) => CommitFacts): Judged;
