/** A second-level heading with what stands under it. Offsets are UTF-16 units into the whole file. */
export interface Section {
    /** In lower case, without a trailing `(optional)`. */
    readonly title: string;
    readonly line: number;
    readonly start: number;
    /** First character after the heading's line. */
    readonly bodyStart: number;
    readonly end: number;
}
/** What stands between the lines of a pair of markers such as `<!-- AC:BEGIN -->`. */
export interface Block {
    readonly name: string;
    readonly line: number;
    readonly start: number;
    readonly end: number;
}
/** The parts of a body, in the order of the file. */
export interface Outline {
    readonly sections: readonly Section[];
    readonly blocks: readonly Block[];
    /** Marker names that do not pair up, with the line of the first that is out of turn. */
    readonly unbalanced: readonly {
        readonly name: string;
        readonly line: number;
    }[];
}
/**
 * The parts of a task file's body: second-level headings outside code and outside `SECTION` blocks, and the blocks
 * between markers. One pass over the lines.
 */
export declare function outline(text: string, bodyStart: number, bodyLine: number): Outline;
