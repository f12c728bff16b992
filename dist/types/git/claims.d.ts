/** What a message says of another commit; only git can tell whether it is so. */
export interface Claims {
    /** Ids, full or abbreviated, that it says to revert. `mainline`: the parent that a reverted merge goes back to. */
    readonly reverts: readonly {
        readonly id: string;
        readonly mainline: string | null;
    }[];
    /** Ids that it says to be picked from, the last first: earlier ones were there when it was picked. */
    readonly picks: readonly string[];
    /** Subject or id that a `fixup!`, `squash!` or `amend!` names, all such marks taken off. */
    readonly amends: string | null;
}
/** Claims in a stored message, in the words that git itself writes (git-revert, git-cherry-pick `-x`, git-rebase `--autosquash`). */
export declare function claimsIn(message: string): Claims;
