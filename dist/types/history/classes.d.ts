import type { Lookup } from "../core/ticket.js";
import type { HistoryTable } from "./table.js";
/**
 * Reduces sets of references to what rules can tell apart. Two commits whose tickets differ only in name, title, text
 * and address get the same answers, so they share one class and are judged once.
 */
export interface CitedClasses {
    /** The number of a set's class. */
    ofSet(set: number): number;
    /** The commit's time makes a difference for this set. */
    isTimed(set: number): boolean;
    /** How the set's tickets stand to a commit's time; empty where none has a creation date. */
    timeOf(set: number, authoredAt: number): string;
    /** Which of their states the set's tickets had at a moment (seconds since 1970); and how many of their approvals had been given. */
    momentOf(set: number, seconds: number): string;
    /** A ticket of the set says which paths it touches. */
    limitsPaths(set: number): boolean;
}
/** What is known of a remote's ticket. */
export type LookupOf = (remote: string, id: string) => Lookup | undefined;
/** Compares every set of references once. `withParents`: what a ticket is part of counts too. */
export declare function citedClasses(table: Pick<HistoryTable, "citedSets">, lookup: LookupOf, withParents: boolean): CitedClasses;
