import type { CommitRange } from "./range.js";
import type { Repository } from "./repository.js";
/** What a person is shown of a commit. */
export interface CommitLabel {
    /** git's first paragraph, folded. */
    readonly subject: string;
}
/**
 * Labels of commits, by full id, with one child. Meant for what a person is shown: thousands at most. A commit that git can't read has no entry.
 */
export declare function readLabels(repo: Repository, ids: readonly string[]): Promise<ReadonlyMap<string, CommitLabel>>;
/** Subjects of those commits with one parent, by full id, whose committer has this address. */
export declare function subjectsCommittedBy(repo: Repository, ids: readonly string[], address: string): Promise<ReadonlyMap<string, string>>;
/** Subjects of all commits of a range, newest first. */
export declare function subjectsIn(repo: Repository, { include, exclude }: CommitRange): Promise<readonly string[]>;
