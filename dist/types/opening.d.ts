import { type CommitRange, type RangeName } from "./git/range.js";
import { type Repository } from "./git/repository.js";
import { type Git, type GitOptions } from "./git/run.js";
/** The first questions to git, under way. */
export interface Opening {
    readonly git: Git;
    readonly repo: Promise<Repository>;
    readonly range: Promise<CommitRange> | null;
}
/**
 * Asks git where the repository lies and what the range means, with one child: git works on it while the door loads what it
 * needs for the answers. Who awaits an answer gets its fault.
 */
export declare function startOpening({ cwd, env }: Pick<GitOptions, "cwd" | "env">, range: RangeName | null): Opening;
