/** What a history looks at in a commit. Texts are latin1, cuts of a large string: who keeps one copies it first. */
export interface CommitLine {
    readonly id: string;
    /** `Name <mail>` of the author's header. */
    readonly author: string;
    /** The same of the committer's. */
    readonly committer: string;
    /** Seconds since 1970; 0 where the header holds no usable time. */
    readonly authoredAt: number;
    readonly committedAt: number;
    readonly parents: number;
    /** Ids of the parents behind the first. */
    readonly joins: readonly string[];
    /** Label of the `encoding` header; null: UTF-8. */
    readonly encoding: string | null;
    /**
     * Up to its first NUL, without blank lines above and without blanks at its lines' ends, as git shows it. Its lines but the
     * first may be indented: see `plainMessage`.
     */
    readonly message: string;
    readonly indented: boolean;
}
/** Where in a large text a commit object stands, its id known. */
export interface CommitSpan {
    readonly id: string;
    readonly start: number;
    readonly end: number;
    /** As `git log --format=raw` shows it, not as it lies in the store. */
    readonly indented: boolean;
}
/**
 * Reads a commit object (git-hash-object, "commit") where it stands. The headers come in git's fixed order; what follows the
 * committer (encoding, signatures, merged tags) is looked at only where there is any.
 */
export declare function readCommitLine(text: string, { id, start, end, indented }: CommitSpan): CommitLine;
/** A message as git shows it: no blank lines above, no blanks at ends of lines (git-stripspace has the same idea of a blank). */
export declare function tidied(message: string): string;
/** A message, or its beginning, as it lies in the store but for blanks at ends of lines. */
export declare function plainMessage({ indented }: CommitLine, part: string): string;
