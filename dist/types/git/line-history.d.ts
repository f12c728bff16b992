import { type CommitLine } from "./commit-line.js";
import type { Repository } from "./repository.js";
/** A history that git has begun to tell. */
export interface LineWalk {
    /** As `rev-list` takes them. */
    readonly revisions: readonly string[];
    /**
     * Visits what a history looks at in every commit that `git rev-list` finds for the revisions, newest first. This process
     * only takes commits apart, and keeps none. To be called once. Throws Fault("repository") for an unknown revision and for
     * a commit that the repository lacks.
     */
    visit(line: (line: CommitLine) => void): Promise<void>;
    /** Ends it without a visit. */
    drop(): void;
}
/** Lets git begin. Who neither visits nor drops the walk is not kept waiting for it. */
export declare function startLines(repo: Repository, revisions: readonly string[]): LineWalk;
