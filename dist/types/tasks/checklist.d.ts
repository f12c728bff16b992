/** One box of a checklist. `start` is the offset of the character between the brackets. */
export interface CheckItem {
    /** Number as shown to people, from 1 over all blocks. */
    readonly index: number;
    readonly text: string;
    readonly done: boolean;
    readonly line: number;
    readonly start: number;
}
/** Ranges of a text, in UTF-16 units, with the line that each begins on. */
export interface Range {
    readonly start: number;
    readonly end: number;
    readonly line: number;
}
/** The boxes in some ranges of a file, outside fenced code, numbered through. */
export declare function readChecklist(text: string, ranges: readonly Range[], capitals: boolean): readonly CheckItem[];
/** Visits the lines of a range, without their line breaks. */
export declare function forEachLine(text: string, { start, end, line }: Range, visit: (content: string, start: number, line: number) => void): void;
