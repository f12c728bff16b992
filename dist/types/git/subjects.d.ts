import type { Repository } from "./repository.js";
/** What a person is shown of a commit. */
export interface CommitLabel {
    /** git's first paragraph, folded. */
    readonly subject: string;
}
/**
 * Labels of a few commits, by full id, with one child. Meant for what a person is shown: hundreds at most, since the ids are
 * arguments. A commit that git can't read has no entry.
 */
export declare function readLabels(repo: Repository, ids: readonly string[]): Promise<ReadonlyMap<string, CommitLabel>>;
