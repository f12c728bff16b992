import type { CommitFacts } from "../core/evidence.js";
import type { CommitColumns, Counts, FactsKey } from "../core/report.js";
import type { Decisions } from "./decisions.js";
import { type Judge } from "./judge.js";
import { type HistoryTable } from "./table.js";
/** A judged history, as reports take it. */
export interface Judged {
    readonly commits: CommitColumns;
    readonly keys: readonly FactsKey[];
    readonly counts: Omit<Counts, "beforeBaseline">;
}
/** What of each commit a fold asks. */
export interface FoldInput {
    readonly factsOf: (index: number) => CommitFacts;
    readonly decisions: Decisions | null;
}
/** Folds the keys of all commits: `numbers[i]` is the key of commit i, `factsOf(i)` what git confirmed of it. */
export declare function fold(table: HistoryTable, judge: Judge, numbers: Uint32Array, { factsOf, decisions }: FoldInput): Judged;
