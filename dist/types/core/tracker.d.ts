import type { Source } from "./ports.js";
import type { Lookup, Past, Person, StateCategory, Ticket } from "./ticket.js";
/** Whose credential it is, and what the vendor says that it may do. */
export interface Identity {
    /** The tracker's stable id of the account. */
    readonly account: string;
    /** As people know the account: a login or display name. */
    readonly name: string;
    /** A handle that no two accounts bear, as in `Person`; left out: the vendor tells none. */
    readonly login?: string;
    readonly email: string | null;
    /** Scopes or permissions in the vendor's own words; null: the vendor does not tell. */
    readonly rights: readonly string[] | null;
}
/** Which tickets are wanted; all parts must hold. What is left out, and an empty list, is not asked. */
export interface TicketQuery {
    /** Type names or categories. */
    readonly types?: readonly string[];
    /** State names or categories. */
    readonly states?: readonly string[];
    /** A login, e-mail address or account id; `@me`: whoever the credential belongs to. */
    readonly assignee?: string;
    /** All of them. */
    readonly labels?: readonly string[];
    /** RFC 3339: changed at or after. */
    readonly updatedSince?: string;
    /** Oldest change first, so that a listing can be taken up again by `updatedSince`. Left out: newest first. */
    readonly order?: "oldest-first";
}
/** Something of a forge that a ticket is linked to, or the other way round. */
export interface CodeLink {
    readonly kind: "commit" | "pull-request" | "branch" | "build" | "path" | "other";
    /** Commit id, number of the pull request, name of the branch or build, path of the file, or the address. */
    readonly ref: string;
    /** `owner/repo` or what the tracker calls it; null: not told. */
    readonly repository: string | null;
    readonly url: string | null;
    readonly title: string | null;
    /** `closes`: merging it closes the ticket. */
    readonly relation: "closes" | "mentions";
}
/** One change of a ticket: who set what, when. */
export interface TicketEvent {
    /** RFC 3339 in UTC. */
    readonly at: string;
    readonly by: Person | null;
    /** What was changed: `state`, `assignees`, `labels`, `title`, `description`, `criteria`, `type`, `project`, `parent`, or the vendor's name. A label that was set, or taken away, is an event of its own. */
    readonly field: string;
    /** Null: there was or is none, or the vendor does not tell. */
    readonly from: string | null;
    readonly to: string | null;
}
/** What somebody wrote below a ticket. */
export interface TicketComment {
    readonly id: string;
    readonly url: string | null;
    /** Null: the tracker does not tell, or the account is gone. */
    readonly by: Person | null;
    /** When it was posted, RFC 3339 in UTC. */
    readonly at: string;
    /** It was changed after it was posted, by whomever; null: the tracker does not tell. */
    readonly edited: boolean | null;
    /** Markdown. */
    readonly text: string;
}
/** New values; what is left out stays. Lists replace. */
export interface TicketEdit {
    readonly title?: string;
    /** Markdown. */
    readonly description?: string;
    /** Logins, e-mail addresses or account ids, as the tracker wants them. */
    readonly assignees?: readonly string[];
    readonly labels?: readonly string[];
}
/** A comment that is there now. */
export interface PostedComment {
    readonly id: string;
    readonly url: string | null;
    /** False: the same comment stood there already. */
    readonly changed: boolean;
}
/**
 * A tracker over the network. Reads of many ids answer with look-ups; everything else throws Fault("absent" | "forbidden" |
 * "credentials" | "unavailable"), and Fault("usage") for what the tracker does not allow, naming what it does.
 */
export interface Tracker extends Source {
    /** Whose credential it is. Throws Fault("credentials") where the tracker does not accept it. */
    identity(): Promise<Identity>;
    one(id: string): Promise<Lookup>;
    /** Newest change first where the tracker can sort so. */
    list(query: TicketQuery): AsyncIterable<Ticket>;
    /** Tickets whose title or description holds the text, as far as the tracker can search. */
    search(text: string, query?: TicketQuery): AsyncIterable<Ticket>;
    links(id: string): Promise<readonly CodeLink[]>;
    /** Oldest first. */
    history(id: string): Promise<readonly TicketEvent[]>;
    /** Its history tells of every change of title, description and criteria, and of labels by whom. */
    readonly recordsText: boolean;
    /** The states of tickets since they were made, in the fewest requests; an answer for every id. */
    pasts(ids: readonly string[]): Promise<ReadonlyMap<string, Past>>;
    /** Everything that was written below it, oldest first. */
    comments(id: string): Promise<readonly TicketComment[]>;
    /** `target`: one of the tracker's own state names, or a category. */
    setState(id: string, target: StateCategory | (string & {})): Promise<Ticket["state"]>;
    edit(id: string, fields: TicketEdit): Promise<void>;
    /**
     * Posts a comment, or brings the one with the same `mark` up to date; posting it twice leaves one. `text`: Markdown.
     * `mark`: lower-case letters, digits and dashes.
     */
    comment(id: string, text: string, mark: string): Promise<PostedComment>;
}
