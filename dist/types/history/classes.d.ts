import { type Decided, type LookupOf } from "./moments.js";
import type { Cited, HistoryTable } from "./table.js";
/**
 * Reduces sets of references to what rules can tell apart. Two commits whose tickets differ only in name, title, text
 * and address get the same answers, so they share one class and are judged once.
 */
export interface CitedClasses {
    /** The number of a set's class. */
    ofSet(set: number): number;
    /** The commit's time makes a difference for this set. */
    isTimed(set: number): boolean;
    /**
     * How the set's tickets stand to when a commit was made and decided; empty where no time makes a difference. `decided`: null: now.
     */
    timeOf(set: number, authoredAt: number, decided: Decided | null): string;
    /** A ticket of the set says which paths it touches. */
    limitsPaths(set: number): boolean;
}
/** What sets of references are compared with. */
export interface ClassesInput {
    readonly lookup: LookupOf;
    /** How many parents of a ticket count beside it. */
    readonly levels: number;
    /** References that count for every commit. */
    readonly around: readonly Pick<Cited, "remote" | "id">[];
}
/** Compares every set of references once. */
export declare function citedClasses(table: Pick<HistoryTable, "citedSets">, { lookup, levels, around }: ClassesInput): CitedClasses;
