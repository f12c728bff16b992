import type { DecisionSource } from "../core/ticket.js";
import { type HistoryTable } from "./table.js";
/** When each commit of a history was decided, and what tells that. */
export interface Decisions {
    /** Seconds since 1970. */
    at(index: number): number;
    source(index: number): DecisionSource;
    /** Whether anything was written down of any of them. */
    readonly recorded: boolean;
}
/** `recorded`: seconds since 1970 at which commits came in, by id, as far as that was written down; the others have only their dates. */
export declare function decisionsOf(table: HistoryTable, recorded: ReadonlyMap<string, number>): Decisions;
