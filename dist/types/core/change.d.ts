import type { Person } from "./ticket.js";
/** What is judged. A push gives one change a ref; a range one change for all of its commits. */
export type Change = MessageChange | CommitsChange | PullRequestChange;
/** A commit message before its commit is made. */
export interface MessageChange {
    readonly kind: "commit-message";
    readonly commit: Commit;
    readonly branch: string | null;
}
/** Commits of a range or of one pushed ref, in the order that git lists them. */
export interface CommitsChange {
    readonly kind: "commits";
    readonly commits: readonly Commit[];
    readonly ref: string | null;
    /** False: a shallow clone or a page limit hid commits; range rules then answer `unknown`. */
    readonly complete: boolean;
}
/** A pull request as its forge has it now, with its commits. */
export interface PullRequestChange {
    readonly kind: "pull-request";
    readonly number: number;
    readonly author: Person;
    readonly base: string;
    readonly head: string;
    readonly commits: readonly Commit[];
    readonly branch: string;
    readonly title: string;
    readonly body: string;
    readonly complete: boolean;
}
/** A commit as git stores it (git-cat-file, "commit"), or as it will be stored. */
export interface Commit {
    /** Full object id in lower-case hex, 40 or 64 digits; null for a commit that is still being written. */
    readonly id: string | null;
    readonly parents: readonly string[];
    readonly author: Person;
    readonly committer: Person;
    /** Whom the message names as co-authors, where nobody keeps the message; left out: the message tells. */
    readonly coAuthors?: readonly Person[];
    /** Seconds since 1970 as the commit says; null while it is still being written. */
    readonly authoredAt: number | null;
    readonly committedAt: number | null;
    /** Decoded to text by the commit's own `encoding` header, bytes that do not decode become U+FFFD. */
    readonly message: string;
    /** Root-relative changed paths against the first parent, no rename detection; null: not asked for. */
    readonly paths: readonly PathChange[] | null;
}
/** One changed path. `mode` is the new mode in octal as git writes it, `000000` when deleted; empty (as `oid`) in a history. */
export interface PathChange {
    readonly path: string;
    readonly status: "added" | "modified" | "deleted";
    readonly mode: string;
    readonly oid: string;
}
/** Every commit of a change, in order. */
export declare function commitsOf(change: Change): readonly Commit[];
/** The change's branch. A ref outside `refs/heads/` is no branch; a name without `refs/` is one as people write it. */
export declare function branchOf(change: Change): string | null;
