import type { Git } from "./run.js";
/** Which commits are meant, by id. */
export interface CommitRange {
    readonly include: readonly string[];
    /** What is reachable from these is left out; the first is the range's base. */
    readonly exclude: readonly string[];
}
/** `A..B`, `A...B` or a revision, as a person writes it; `single`: the one commit alone. */
export interface RangeName {
    readonly range: string;
    readonly single?: boolean;
}
/**
 * The range's commits by id, asked with one child; tags are peeled. Throws Fault("repository") for what git does not know,
 * for what is no commit, and for a range that names none: an empty answer must not pass for a judged one.
 */
export declare function commitRange(git: Git, { range, single }: RangeName): Promise<CommitRange>;
