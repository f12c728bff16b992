import type { DecisionSource } from "../core/ticket.js";
import { type HistoryTable } from "./table.js";
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
export declare function decisionsOf(table: HistoryTable, recorded: ReadonlyMap<string, number>): Decisions;
