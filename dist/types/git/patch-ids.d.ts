import type { Repository } from "./repository.js";
/** One commit's change against one parent (null: against nothing, or its own only parent), forwards or undone. */
export interface Change {
    readonly commit: string;
    readonly parent: string | null;
}
/**
 * Patch ids (git-patch-id, `--verbatim`: another indentation is another change) by commit id, with two children for any number of changes. A commit without a
 * change has none, nor has one of which this clone lacks objects: git proves nothing of it. `undone`: of the inverse change.
 */
export declare function patchIds(repo: Repository, changes: readonly Change[], options: {
    readonly undone: boolean;
}): Promise<ReadonlyMap<string, string>>;
/** Patch id of what is staged against a tree or commit; null where nothing is. */
export declare function stagedPatchId(repo: Repository, against: string): Promise<string | null>;
