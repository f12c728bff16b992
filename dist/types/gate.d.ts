import type { Waiver } from "./core/evidence.js";
import type { Forge } from "./core/forge.js";
import type { Law } from "./core/law.js";
import type { Tree } from "./core/ports.js";
import type { Person } from "./core/ticket.js";
import type { GateOptions, GateWorld } from "./gate/options.js";
import type { Sources } from "./gather/lookups.js";
import type { Reader } from "./gather/references.js";
import { type CommitRange, type RangeName } from "./git/range.js";
import type { Repository } from "./git/repository.js";
import { type CommitLabel } from "./git/subjects.js";
import type { Tasks } from "./tasks/store.js";
export type { GateOptions, GateWorld } from "./gate/options.js";
/** Everything that a verdict needs, opened once: the repository, the tree that is trusted, the law, and whom to ask. */
export interface Gate {
    readonly repo: Repository;
    readonly tree: Tree;
    /** Full id of the commit whose tree alone made the law; null: no commit's did. */
    readonly lawAt: string | null;
    readonly law: Law;
    readonly reader: Reader;
    readonly sources: Sources;
    /** The same remotes, every ticket asked for anew. */
    readonly anew: Sources;
    readonly waivers: readonly Waiver[];
    /** The commits that a range means, by id. */
    commits(range: RangeName): Promise<CommitRange>;
    /** Opened when first asked for: many histories need no task file. */
    tasks(): Promise<Tasks>;
    /** The tree of a commit by its full id, wherever it is told. Throws Fault("repository") where nobody tells it. */
    treeAt(commit: string): Promise<Tree>;
    /** The local tasks of a commit's tree. */
    tasksAt(commit: string): Promise<Tasks>;
    defaultBranches(): Promise<readonly string[]>;
    /** By `authorKey`, the authors whom the trusted tree's .mailmap takes for somebody else. */
    mailmap(authors: readonly Person[]): Promise<Readonly<Record<string, Person>>>;
    /** Where this repository's pull requests live, loaded when it is first asked for; null: nobody here can ask such a place. */
    forge(): Promise<Forge | null>;
    /** Name of the remote whose tickets are this repository's own issues, as `origin` or the run of CI tells; null: the law has none such. */
    own(): Promise<string | null>;
    /** What people are shown of a few commits, by full id. */
    labels(ids: readonly string[]): Promise<ReadonlyMap<string, CommitLabel>>;
    /** The command that opens the messages of some commits of a range; null where none does so without harm. */
    reword(ids: readonly string[], range: RangeName): Promise<readonly string[] | null>;
    /** Decision time, RFC 3339 in UTC. */
    readonly at: string;
    readonly notices: readonly string[];
}
/**
 * Opens the gate for the repository around `world.cwd`. The trusted tree is the working tree, in a bare repository
 * the tree of HEAD. Throws `Fault("repository")` outside a repository and `Fault("policy")` for a law that can't be used.
 */
export declare function openGate(world: GateWorld, options: GateOptions): Promise<Gate>;
