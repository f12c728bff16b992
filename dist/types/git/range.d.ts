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
    /** The commits, where the caller knows them already; `range` is then only what they are called. */
    readonly commits?: CommitRange;
}
/**
 * The range's commits by id; tags are peeled. Throws Fault("repository") for what git does not know, for what is no commit,
 * for an end that is left out (a variable that was not set), and for a range that names none: an empty answer must not
 * pass for a judged one.
 */
export declare function commitRange(git: Git, name: RangeName): Promise<CommitRange>;
/** As git tells commits of a range: those that are left out have a `^` before them. */
export declare function rangeOf(ids: readonly string[]): CommitRange;
/**
 * Most ranges are two names: peeled at once, one child answers. Git's other ways to write commits take one more each. Throws
 * Fault("repository") for an end that is left out, and for a range where one commit is wanted.
 */
export declare function peeledRange({ range, single }: RangeName): string;
