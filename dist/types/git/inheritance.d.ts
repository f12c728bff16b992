import type { Claims } from "./claims.js";
import type { Objects } from "./objects.js";
import { type Change } from "./patch-ids.js";
import { type RawCommit } from "./raw-commit.js";
import type { Repository } from "./repository.js";
/** The commit that a message names and git confirms. */
export interface Inherited {
    readonly kind: "revert" | "cherry-pick" | "autosquash";
    readonly target: RawCommit;
}
/** A commit, made or still being written, whose message names others. */
export interface Claimant {
    readonly key: string;
    readonly claims: Claims;
    /** What it changes: a commit, or patch ids of what is staged. */
    readonly change: Change | readonly string[];
    /** The commit it stands on; null: none. */
    readonly from: string | null;
}
/** What claims are held against. */
export interface Ground {
    readonly repo: Repository;
    readonly objects: Objects;
}
/** What git makes of claims. */
export interface Inheritances {
    /** By the claimants' keys; a claim that git does not confirm has no entry. */
    readonly confirmed: ReadonlyMap<string, Inherited>;
    /** Keys of those that were held against something which is not here, a commit or contents: another fetch may bring it. */
    readonly open: ReadonlySet<string>;
}
/**
 * By the claimants' keys: a revert whose target is an ancestor with the inverse change, a cherry-pick whose source has the
 * same change, an autosquash commit whose target is an ancestor.
 */
export declare function inheritances(ground: Ground, claimants: readonly Claimant[]): Promise<Inheritances>;
