/** A ticket as its tracker (or its Markdown file) tells it: a fact, in one vocabulary for every provider. */
/** What kind of work a ticket is, whatever its tracker calls it. `other`: the tracker has a type that maps to none. */
export type TypeCategory = "epic" | "story" | "task" | "bug" | "feature" | "idea" | "chore" | "docs" | "spike" | "other";
/** Where a ticket stands. `unknown`: the state's name is in no map; it is never taken for an allowed one. */
export type StateCategory = "open" | "in_progress" | "done" | "canceled" | "unknown";
/** How much harm the work may do, as the ticket says. */
export type Risk = "low" | "medium" | "high" | "critical";
/** A person as git or a tracker names them. `account` is the tracker's or forge's stable id, where there is one. */
export interface Person {
    readonly name: string;
    readonly email: string;
    readonly account?: string;
    /** A handle that no two accounts of the tracker bear, where `name` is not one. */
    readonly login?: string;
    /** A program, as its tracker says; left out: a person, or nobody tells. */
    readonly isBot?: true;
}
/** Parts of a ticket that an approval is bound to. State and assignees are none: work changes them. */
export declare const SNAPSHOT_FIELDS: readonly ["title", "description", "criteria"];
/** One of those parts. */
export type SnapshotField = (typeof SNAPSHOT_FIELDS)[number];
/** What stands in each part: hex sha256 of its normalised Markdown. */
export type Snapshot = Readonly<Record<SnapshotField, string>>;
/** Somebody's word on the ticket itself that it may be worked on. Whether they may give it is the policy's to say. */
export interface Approval {
    readonly by: Person;
    /** RFC 3339 in UTC. */
    readonly at: string;
    /** A comment holds what was approved; of a label the tracker's history tells which parts were changed since it was set. */
    readonly of: {
        readonly kind: "comment";
        readonly snapshot: Snapshot;
    } | {
        readonly kind: "label";
        readonly label: string;
        readonly changed: readonly SnapshotField[];
    };
}
/** A time in which a ticket had one state. RFC 3339 in UTC. */
export interface StateSpan {
    readonly from: string;
    /** Null: to this day. */
    readonly until: string | null;
    readonly state: Ticket["state"];
    /** Who gave it this state; null: not told, or the ticket began with it. */
    readonly by: Person | null;
}
/** What is on record of a ticket's states, oldest first. In the gaps between spans it was not open for work. */
export type Past = {
    readonly status: "told";
    readonly spans: readonly StateSpan[];
    /** Of what was before this nothing is on record; left out: the record begins with the ticket. RFC 3339 in UTC. */
    readonly since?: string;
    /** When the ticket was made, where its first span is a later one: till then it was not open for work. RFC 3339 in UTC. */
    readonly begins?: string;
}
/** `detail`: why nobody can tell, as a sentence. */
 | {
    readonly status: "untold";
    readonly detail: string;
};
/** A past of which there is a record. */
export type ToldPast = Extract<Past, {
    readonly status: "told";
}>;
/** What tells when a commit was decided, best first; anybody can set a committer's date. */
export type DecisionSource = "record" | "forge" | "committer-date";
/** A past moment as which a ticket's state counts. */
export interface Moment {
    /** What told the moment. */
    readonly source: DecisionSource;
    /** Since when the ticket had that state, RFC 3339 in UTC; null: it was not open for work then. */
    readonly since: string | null;
    /** Why nobody can tell what state it had; left out: it is known. */
    readonly untold?: string;
    /** The ticket was not made yet; left out: it was, or nobody can tell. */
    readonly unmade?: true;
}
/** The ticket of a tracker that a local task follows, as its file says. */
export interface Followed {
    /** Name of the policy's remote that has it; null: none of them does. */
    readonly remote: string | null;
    /** Canonical there, else as written. */
    readonly id: string;
    /** As written; null: they were never synchronised. */
    readonly lastSync: string | null;
}
/** A work item in the one vocabulary for all trackers; only fields that a rule or report reads. */
export interface Ticket {
    /** Name of the remote in the policy that told it. */
    readonly remote: string;
    /** Canonical id in its grammar: `PROJ-1`, `owner/repo#12`, `TASK-7`. */
    readonly id: string;
    /** The id as people write it. */
    readonly key: string;
    readonly url: string | null;
    readonly title: string;
    /** Null: the ticket says no type. */
    readonly type: {
        readonly name: string;
        readonly category: TypeCategory;
    } | null;
    readonly state: {
        readonly name: string;
        readonly category: StateCategory;
    };
    readonly project: string | null;
    readonly assignees: readonly Person[];
    readonly createdBy: Person | null;
    readonly labels: readonly string[];
    readonly parent: string | null;
    /** RFC 3339 in UTC, or a date alone where the source gives no time; null where it gives none. */
    readonly createdAt: string | null;
    readonly updatedAt: string | null;
    readonly archived: boolean;
    /** The id that it was asked for by, where the tracker now has it under another. */
    readonly movedFrom: string | null;
    /** Markdown, sanitised. Empty in compiled indexes, which keep only what rules read. */
    readonly description: string;
    /** Digest of the text as it is stored, where `description` is not all of it, letter by letter; left out: it is. */
    readonly unshown?: string;
    readonly criteria: readonly {
        readonly text: string;
        readonly done: boolean;
    }[];
    /** Paths, folders or globs that the ticket says it touches, root-relative with `/`; empty: it says nothing. */
    readonly affected: readonly string[];
    /** Where a local task's file stands, root-relative; null for a tracker's ticket. */
    readonly path: string | null;
    /** Releases that it is planned for (Jira's fixVersions, a milestone); left out: the tracker tells of none. */
    readonly versions?: readonly string[];
    /** Iteration, sprint or cycle that it is planned in; null: none; left out: the tracker tells of none. */
    readonly iteration?: string | null;
    /** Fields whose emptiness says nothing, since the tracker does not tell them. */
    readonly untold?: readonly ("assignees" | "parent" | "approvals" | "snapshot")[];
    /** Why approvals or snapshot are untold, as a sentence. */
    readonly untoldWhy?: string;
    /** The remote's own `filter`, where the ticket is not in it. */
    readonly excludedBy?: string;
    /** From a field of its own; labels such as `risk:high` are read beside it. */
    readonly risk?: Risk;
    /** Digests of what an approval is bound to; left out: nobody asked for them. */
    readonly snapshot?: Snapshot;
    /** Approvals by whomever, oldest first; left out: nobody asked for them. */
    readonly approvals?: readonly Approval[];
    /** What a local task follows; null: nothing; left out: nobody asked. */
    readonly follows?: Followed | null;
    /** Its states up to now; left out: nobody asked for them. */
    readonly past?: Past;
    /** How it came in, where anybody at all may open one; left out: its author has rights there, or only such people can. */
    readonly origin?: Origin;
}
/** Who stands behind a ticket of a tracker that is open to the public. */
export interface Origin {
    /** Its author has no rights of their own there. */
    readonly outsider: boolean;
    /** Accounts with rights, not its author, that assigned, labelled or planned it. */
    readonly vouchers: readonly Person[];
}
/** Absence, refusal and failure are different things; only the first three tell something about the ticket. */
export type Lookup = {
    readonly status: "found";
    readonly ticket: Ticket;
    readonly source: "api" | "ledger" | "file";
    /** When the tracker told it, RFC 3339 in UTC; left out: for this very verdict. */
    readonly asOf?: string;
    /** When that ceases to count, RFC 3339 in UTC; only a ledger has such an end. */
    readonly until?: string;
    /** Older than the policy calls fresh, and the tracker could not be asked again. */
    readonly stale?: true;
    /** The ticket's state is that of a past moment, at which the change was decided; left out: it is that of now. */
    readonly moment?: Moment;
}
/** A task file that only the change itself brings (see `authorise.new_tasks`): a claim, not yet a fact. */
 | {
    readonly status: "claimed";
    readonly ticket: Ticket;
}
/** `detail`: what is there instead, or what became of it. `isChange`: a pull request, which forges name in the messages that they write. */
 | {
    readonly status: "absent";
    readonly detail?: string;
    readonly isChange?: true;
} | {
    readonly status: "forbidden";
    readonly detail: string;
}
/** `fix`: the command that mends it. */
 | {
    readonly status: "credentials";
    readonly detail: string;
    readonly fix?: string;
} | {
    readonly status: "unavailable";
    readonly detail: string;
};
/** The answer for an id that an answer left out. */
export declare const SILENT: Lookup;
/** The key of a look-up: two remotes may both have `PROJ-1`. */
export declare function lookupKey(remote: string, id: string): string;
