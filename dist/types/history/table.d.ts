import type { Commit, PathChange } from "../core/change.js";
import type { GrammarId, Place, Role } from "../core/reference.js";
import type { ToldColumns } from "./told.js";
/** A reference as a history keeps it: whose, which, where, how; without offsets, so that commits share it. */
export interface Cited {
    readonly provider: GrammarId;
    readonly id: string;
    readonly remote: string | null;
    readonly place: Place;
    readonly role: Role;
    /** See `spotOf` in core; noted only where a rule asks for it. */
    readonly spot?: string;
}
/** What git said of a commit, in bits of `HistoryTable.flags`. */
export declare const FLAG: {
    readonly merge: 1;
    readonly root: 2;
    /** The message claims to revert, cherry-pick or amend another commit. */
    readonly claim: 4;
};
/**
 * A walked history as columns: entry i of each is commit i, newest first. Texts are numbers into tables.
 * It holds what a commit says of itself, never a judgement, so it stays true for as long as the commit exists.
 */
export interface HistoryTable {
    readonly count: number;
    /** Bytes of an object id: 20 or 32. */
    readonly idBytes: number;
    /** Raw object ids, one after the other. */
    readonly ids: Uint8Array;
    /** Seconds since 1970. */
    readonly authored: Float64Array;
    readonly committed: Float64Array;
    /** Index into `citedSets`. 0 is the empty set. */
    readonly cited: Float64Array;
    /** Index into `authors`. */
    readonly author: Float64Array;
    readonly flags: Float64Array;
    /** Null: changed paths were not asked for. Else commit i has entries `start[i]` up to `start[i + 1]`. */
    readonly paths: {
        readonly start: Float64Array;
        readonly entries: Float64Array;
    } | null;
    /** Null: not asked for. */
    readonly told: ToldColumns | null;
    readonly citedSets: readonly (readonly Cited[])[];
    /** `Name <mail>` as the commit header has it; where it was asked for, the committer and co-authors below, each in a line. See `makersIn`. */
    readonly authors: readonly string[];
    /** Changed paths; an entry of `paths.entries` is `number * 4 + status`, status an index into `STATUSES`. */
    readonly pathNames: readonly string[];
}
/** How a path changed, by its number in `HistoryTable.paths.entries`. */
export declare const STATUSES: readonly PathChange["status"][];
/** Two bits of an entry hold the status. */
export declare const STATUS_SPAN = 4;
/** The object id of commit `index`, in lower-case hex. */
export declare function idAt(table: HistoryTable, index: number): string;
/** The author of commit `index`, as its header has it. */
export declare function authorAt(table: HistoryTable, index: number): string;
/** The author's line of an entry of `authors`. */
export declare function authorOf(makers: string): string;
/** Who made the commits of an entry of `authors`. */
export declare function makersIn(makers: string): Pick<Commit, "author" | "committer"> & Required<Pick<Commit, "coAuthors">>;
/** The references of commit `index`. */
export declare function citedAt(table: HistoryTable, index: number): readonly Cited[];
/** The changed paths of commit `index`; modes and object ids are not kept. Null: not asked for. */
export declare function pathsAt(table: HistoryTable, index: number): readonly PathChange[] | null;
