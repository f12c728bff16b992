import type { CommitLine } from "../git/commit-line.js";
import { type Texts } from "./texts.js";
/** What an audit tells of commits and no rule asks; entry i of each is commit i. */
export interface ToldColumns {
    /** First lines of the messages. */
    readonly subjects: Texts;
    /** See `kinText`. */
    readonly kin: Texts;
}
/** The same of one commit: UTF-8, one character a byte. */
export interface ToldRow {
    readonly subject: string;
    readonly kin: string;
}
/** Reads it of a commit's line. `isClaim`: its message claims to revert, pick or amend. */
export declare function toldOf(line: CommitLine, isClaim: boolean): ToldRow;
/** Collects rows. */
export declare function openTold(): {
    add(row: ToldRow): void;
    view(): ToldColumns;
};
/** The named rows, in the given order. */
export declare function selectTold(told: ToldColumns | null, rows: Uint32Array): ToldColumns | null;
/** Two histories' columns as one's; null where one of them has none. */
export declare function joinTold(first: ToldColumns | null, second: ToldColumns | null): ToldColumns | null;
