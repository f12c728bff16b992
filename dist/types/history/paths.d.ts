import type { Law } from "../core/law.js";
import { type HistoryTable } from "./table.js";
/** What the law has to say about one path, found once however many commits change it. */
export interface PathKind {
    /** Index of the last scope that holds it, -1: none. */
    readonly scope: number;
    /** It is the gate's own law. */
    readonly law: boolean;
}
/** The kinds of all paths of a history, by their number in `pathNames`. */
export declare function pathKinds(law: Law, names: readonly string[]): readonly PathKind[];
/** Numbers into `pathNames` of the paths that commit `index` changed. */
export declare function pathNumbers(table: HistoryTable, index: number): Float64Array;
