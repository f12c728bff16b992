import { type Inherited } from "./inheritance.js";
import { ownMerges } from "./own-merge.js";
import type { Repository } from "./repository.js";
/**
 * How a merge came to its tree. `clean`: it is git's own merge of the parents; `changed`: it is not, or somebody settled a
 * conflict; `unknown`: this git (before 2.39) or this shallow clone can't tell.
 */
export type MergeKind = "clean" | "changed" | "unknown";
/** What git confirms of one commit. */
export interface GitFacts {
    /** Null: no merge. */
    readonly merge: MergeKind | null;
    /** Null: its message names no other commit, or git confirms none. */
    readonly inherits: Inherited | null;
    /** Nothing that may still be fetched changes this. */
    readonly lasting: boolean;
}
/**
 * Facts of commits by id, with few children for many commits; nothing is written to the repository. Throws
 * Fault("repository") for an id that is no commit here.
 */
export declare function factsOf(repo: Repository, ids: readonly string[], progress?: Parameters<typeof ownMerges>[2]): Promise<ReadonlyMap<string, GitFacts>>;
