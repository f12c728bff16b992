import type { Reader } from "../gather/references.js";
import { type LineWalk } from "../git/line-history.js";
import type { Repository } from "../git/repository.js";
import { type Placed } from "./builder.js";
import { type HistoryTable } from "./table.js";
/** Says how far a long walk is; called at most once for every `PROGRESS_STEP` commits. */
export type Progress = (done: number, what?: string) => void;
/** How much of a history to read. Paths cost git several times what messages do. */
export interface ReadOptions {
    readonly paths: boolean;
    /** Note where in its part of a message each reference stands. */
    readonly spots: boolean;
    /** Note who made each commit beside its author. */
    readonly makers: boolean;
    /** Note subjects, and what each says of other commits. */
    readonly told: boolean;
    /** References that count for one commit alone, beside those of its message; by full id. */
    readonly beside?: ReadonlyMap<string, readonly Placed[]>;
    /** The same commits, if git was asked for them before. */
    readonly ahead?: LineWalk | null;
    readonly progress?: Progress;
}
/** Walks the revisions (as `rev-list` takes them) newest first into columns. */
export declare function readHistory(repo: Repository, reader: Reader, revisions: readonly string[], options: ReadOptions): Promise<HistoryTable>;
