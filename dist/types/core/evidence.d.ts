import type { Change, PathChange } from "./change.js";
import type { Problem } from "./fault.js";
import type { Reference } from "./reference.js";
import type { ApprovedSpec, SpecAnswer, SpecBlock } from "./spec.js";
import type { DecisionSource, Lookup, Person, Ticket } from "./ticket.js";
/** Why a commit is not judged like any other. Each is a fact of git (or the forge), never of the text alone. */
export type Exemption = 
/** Git's own merge of the parents gives the same tree. */
{
    readonly kind: "clean-merge";
}
/** A bot, proved by account id or verified signature. */
 | {
    readonly kind: "bot";
    readonly account: string;
}
/** All of its paths are in scopes that the policy exempts. */
 | {
    readonly kind: "scope";
}
/** Reachable from the policy's baseline. */
 | {
    readonly kind: "before-baseline";
};
/** What git tells of one commit, beside its text. Same order as the change's commits. */
export interface CommitFacts {
    readonly exempt: Exemption | null;
    /** A bot's name without proof: exempts nothing, is counted. */
    readonly unproved: string | null;
    /** The message claims to revert, cherry-pick or amend another commit, and git confirms that commit and its relation. */
    readonly inherits: {
        readonly kind: "revert" | "cherry-pick" | "autosquash";
        readonly target: string;
        /** References of the target's message (place as there); they count as this commit's. */
        readonly references: readonly Reference[];
    } | null;
    /** A merge whose tree is not git's own merge ("evil"): judged as a change. */
    readonly evilMerge: boolean;
    /** No parents. */
    readonly root: boolean;
}
/** A task file that the change touches, before (trusted tree) and after. */
export interface TaskEdit {
    readonly path: string;
    readonly commit: number | null;
    readonly status: PathChange["status"];
    readonly before: TaskSnapshot | null;
    readonly after: TaskSnapshot | null;
    readonly problems: readonly TaskProblem[];
}
/** A task file on one side of an edit. */
export interface TaskSnapshot {
    readonly id: string;
    readonly ticket: Ticket;
    /** Normalised text of the guarded keys, for comparison. */
    readonly guarded: Readonly<Record<"status" | "upstream" | "compliance" | "spec", string>>;
}
/** What is wrong with a task file; prose stands in the rule's meta. Line counts from 1. */
export interface TaskProblem {
    readonly code: string;
    readonly line: number;
    readonly detail: string;
}
/** An approved exception. `proof`: `proved` by an account that approved or merged the bringing pull request, else `declared`. */
export interface Waiver {
    readonly id: string;
    readonly rules: readonly string[];
    readonly for: {
        readonly pr?: readonly number[];
        readonly commits?: readonly string[];
        readonly paths?: readonly string[];
        readonly ticket?: readonly string[];
    };
    readonly reason: string;
    readonly incident?: string;
    readonly approver: string;
    readonly created: string;
    readonly expires: string;
    readonly follow_up?: string;
    readonly proof: "proved" | "declared";
}
/** The commit that merging a pull request would make of it; a detail instead: why nobody could say. */
export type MergeResult = ToldMerge | {
    readonly status: "unknown";
    readonly detail: string;
};
/** Such a commit where the forge tells what it would be. */
export interface ToldMerge {
    readonly status: "told";
    readonly method: "squash" | "merge";
    /** What decides its message, in the forge's own words. */
    readonly setting: string;
    /** The repository allows no other method. */
    readonly isOnly: boolean;
    /** What its message refers to. */
    readonly references: readonly Reference[];
}
/** Policy and waivers as the head of a pull request has them; `isRemoved`: the base has a policy file, and the head none. */
export type HeadPolicy = {
    readonly status: "read";
    readonly problems: readonly Problem[];
    readonly isRemoved: boolean;
}
/** Nobody here tells the head's files. */
 | {
    readonly status: "unknown";
};
/** Every fact that a verdict rests on: plain JSON, so that it can be stored, hashed and replayed. */
export interface Evidence {
    readonly change: Change;
    /** When this verdict was asked for, RFC 3339 in UTC; also the decision time, unless `decided` names another. */
    readonly at: string;
    /** When a commit of a past history was decided, RFC 3339 in UTC, and what tells that. */
    readonly decided?: {
        readonly at: string;
        readonly atSource: DecisionSource;
    };
    readonly references: readonly Reference[];
    /** By `lookupKey(remote, id)`. */
    readonly lookups: Readonly<Record<string, Lookup>>;
    /** The look-ups tell local tasks as they stood before the change; its own edits then add nothing. */
    readonly prior?: boolean;
    readonly facts: readonly CommitFacts[];
    readonly tasks: readonly TaskEdit[];
    readonly waivers: readonly Waiver[];
    /** Glob as a ticket or waiver writes it -> RegExp source; only those that hold glob characters. */
    readonly globs: Readonly<Record<string, string>>;
    /** Changed paths that are the gate's own law (policy, waivers, ledger, .mailmap, CODEOWNERS, hooks, gate workflows), per commit index. */
    readonly lawPaths: readonly {
        readonly path: string;
        readonly commit: number | null;
    }[];
    /** Branch names on which no ticket is expected in the name, as the repository has them (default branch, HEAD of remote). */
    readonly defaultBranches: readonly string[];
    /** `lookupKey`s that commits before this change already refer to, as far as anybody looked. */
    readonly referencedBefore?: readonly string[];
    /** By `lookupKey`: the specs of tickets, as the change's head has them. Left out: no rule asks for any. */
    readonly specs?: Readonly<Record<string, SpecAnswer>>;
    /** Our block in the pull request's body. Left out: the policy wants none. */
    readonly specBlock?: SpecBlock;
    /** By `lookupKey`: for what specs tickets were approved, each time. Those that nobody approved are left out. */
    readonly approvedSpecs?: Readonly<Record<string, readonly ApprovedSpec[]>>;
    /** What merging would make; the question is then of this alone. Left out: it is of the change. */
    readonly merges?: readonly MergeResult[];
    /** The law that merging would make. Left out: policy and waivers stay as they are, or nobody asked. */
    readonly headPolicy?: HeadPolicy;
    /** By `authorKey`: whom the trusted tree's .mailmap takes an author for. Left out: nobody asked, or it has no other word. */
    readonly authors?: Readonly<Record<string, Person>>;
}
