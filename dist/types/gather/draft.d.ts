import type { Commit } from "../core/change.js";
import type { CommitFacts, Evidence, Waiver } from "../core/evidence.js";
import type { Law } from "../core/law.js";
import type { Person } from "../core/ticket.js";
import type { Repository } from "../git/repository.js";
import type { Tasks } from "../tasks/store.js";
import { type Sources } from "./lookups.js";
import { type Reader } from "./references.js";
/** A commit that is being written, as a hook knows it. */
export interface Draft {
    /** The message as git will store it. */
    readonly message: string;
    readonly branch: string | null;
    readonly author: Commit["author"];
    readonly parents: readonly string[];
    /** Staged paths; null: not known here. */
    readonly paths: Commit["paths"];
    /** What git confirms of a merge, revert, cherry-pick or autosquash that is under way. */
    readonly facts: CommitFacts;
}
/** What of the gate a draft needs. */
export interface Surroundings {
    readonly repo: Repository;
    tasks(): Promise<Tasks>;
    readonly law: Law;
    readonly reader: Reader;
    readonly sources: Sources;
    readonly waivers: readonly Waiver[];
    readonly defaultBranches: readonly string[];
    /** By `authorKey`, the authors whom the trusted tree's .mailmap takes for somebody else. */
    mailmap(authors: readonly Person[]): Promise<NonNullable<Evidence["authors"]>>;
    /** Decision time, RFC 3339 in UTC. */
    readonly at: string;
}
/** Evidence about a commit message: what it refers to and what the trackers say of that. */
export declare function draftEvidence(draft: Draft, around: Surroundings): Promise<Evidence>;
