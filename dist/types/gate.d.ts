import type { Haste } from "./connect/patience.js";
import type { Waiver } from "./core/evidence.js";
import type { Forge } from "./core/forge.js";
import type { DoorPlace, Law } from "./core/law.js";
import type { Tree, World } from "./core/ports.js";
import type { Person } from "./core/ticket.js";
import type { Sources } from "./gather/lookups.js";
import type { Reader } from "./gather/references.js";
import { type CommitRange, type RangeName } from "./git/range.js";
import { type Repository } from "./git/repository.js";
import { type CommitLabel } from "./git/subjects.js";
import { type Opening } from "./opening.js";
import type { PolicyInput } from "./policy/load.js";
import type { Overrides } from "./policy/overrides.js";
import type { PresetName } from "./policy/schema.js";
import type { Tasks } from "./tasks/store.js";
/** What of the world a gate needs; `World` has it all. */
export type GateWorld = Pick<World, "cwd" | "env" | "now">;
/** How a door wants its gate. */
export interface GateOptions {
    readonly place: DoorPlace;
    /** From a command line or an Action's inputs; it can raise the policy, never lower it. */
    readonly overrides?: Overrides;
    /** What is to be judged. In CI and on a server the range's base is trusted, not its tip. */
    readonly range?: RangeName;
    /** What was asked of git beforehand, about the same world and range. */
    readonly opening?: Opening;
    /** A revision whose tree is trusted, instead of the one that would be. */
    readonly policyRef?: string;
    /** That revision is itself what is judged: it lays the first law, and no token goes where only it says. */
    readonly ownLaw?: boolean;
    /** The law as it would be if the policy named this preset. */
    readonly assume?: PresetName;
    /** How long trackers may take; by default as a hook, or a server's, has to answer. */
    readonly haste?: Haste;
    /** A law that was compiled before and still holds; spares reading the policy. */
    readonly law?: Law;
}
/** Everything that a verdict needs, opened once: the repository, the tree that is trusted, the law, and whom to ask. */
export interface Gate {
    readonly repo: Repository;
    readonly tree: Tree;
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
    /** The local tasks of a commit's tree. */
    tasksAt(commit: string): Promise<Tasks>;
    defaultBranches(): Promise<readonly string[]>;
    /** By `authorKey`, the authors whom the trusted tree's .mailmap takes for somebody else. */
    mailmap(authors: readonly Person[]): Promise<Readonly<Record<string, Person>>>;
    /** Where this repository's pull requests live, loaded when it is first asked for; null: nobody here can ask such a place. */
    forge(): Promise<Forge | null>;
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
/** Every file that the law and the task folders are found by, and the folders whose names count; root-relative. */
export declare function watchedPaths(tree: Tree, law: Law): Promise<readonly string[]>;
/** All that the policy of a trusted tree is made from, for doors that explain it rather than judge by it. */
export declare function openPolicy(world: GateWorld, options: GateOptions): Promise<{
    readonly input: PolicyInput;
    readonly root: string | null;
}>;
