import type { TaskEdit } from "../core/evidence.js";
import { type Lookup } from "../core/ticket.js";
import { type HistoryTable } from "./table.js";
/** Local tasks as they stood before each commit, told by the edits of the same history. */
export interface Timeline {
    /** No commit of this history edits a task. */
    readonly empty: boolean;
    /** The task at commit `index`, before that commit's own edit; null: no commit since has edited it, so it is as now. */
    at(key: string, index: number): Lookup | null;
    /** Which of the task's versions that is: the same number, the same version. -1: as now. */
    version(key: string, index: number): number;
}
/**
 * A task that is done today was open while it was worked on. The order is the table's, newest first by committer time; who
 * backdates a commit is told by rules that compare it with the ticket, not here.
 */
export declare function timelineOf(table: HistoryTable, edits: ReadonlyMap<string, readonly TaskEdit[]>): Timeline;
