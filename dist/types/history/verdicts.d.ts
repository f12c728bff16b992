import type { CommitFacts } from "../core/evidence.js";
import type { JudgedFinding } from "../core/finding.js";
import type { CommitColumns, Counts, FactsKey } from "../core/report.js";
import type { NamedTicket } from "../core/report-tickets.js";
import type { Confirmed } from "../gather/commit-facts.js";
import type { Decisions } from "./decisions.js";
import { type Judge } from "./judge.js";
import type { LookupOf } from "./moments.js";
import { type HistoryTable } from "./table.js";
/** A judged history, as reports take it. */
export interface Judged {
    readonly commits: CommitColumns;
    readonly keys: readonly FactsKey[];
    readonly counts: Omit<Counts, "beforeBaseline">;
}
/** A judged history, and what it asked trackers. */
export interface JudgedHistory extends Judged {
    /** All that its commits and their branch name, and what git confirmed that they take over from others. */
    named(): readonly NamedTicket[];
    readonly lookup: LookupOf;
    /** By index, what git confirmed of commits that do not pass without. */
    readonly confirmed: ReadonlyMap<number, Confirmed>;
    /** What the rules say of one commit by itself. */
    findingsOf(index: number): readonly JudgedFinding[];
}
/** What of each commit a fold asks. */
export interface FoldInput {
    readonly factsOf: (index: number) => CommitFacts;
    readonly decisions: Decisions | null;
}
/** Folds the keys of all commits: `numbers[i]` is the key of commit i, `factsOf(i)` what git confirmed of it. */
export declare function fold(table: HistoryTable, judge: Judge, numbers: Uint32Array, { factsOf, decisions }: FoldInput): Judged;
