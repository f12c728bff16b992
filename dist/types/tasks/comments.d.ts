import type { Block } from "./outline.js";
/** A comment of a Backlog.md task; `created` as it is written. */
export interface Comment {
    readonly author: string | null;
    readonly created: string | null;
    readonly text: string;
}
/** Comments stand between `COMMENTS` markers: fields, a line of dashes, the text, a line of dashes, and so on. */
export declare function readComments(text: string, blocks: readonly Block[]): readonly Comment[];
