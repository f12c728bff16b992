import type { Git } from "./run.js";
/** The parents of one merge, by id. */
export type Parents = readonly string[];
/**
 * What git itself makes of a merge: the tree, `conflict` where a person has to decide, `unknown` where this git can't
 * tell (before 2.39, or objects are missing).
 */
export type OwnMerge = {
    readonly tree: string;
} | "conflict" | "unknown";
/** Says how far it is. */
type Progress = (done: number, what?: string) => void;
/**
 * git's own merges of many sets of parents, in order, with few children for all merges of two (git-merge-tree, `--stdin`).
 * More than two are merged one after the other, as `git merge` does. Makes objects: run it in a quarantine.
 */
export declare function ownMerges(git: Git, merges: readonly Parents[], progress?: Progress): Promise<readonly OwnMerge[]>;
export {};
