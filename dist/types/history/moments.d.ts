import type { DecisionSource, Lookup, ToldPast } from "../core/ticket.js";
/** What of one ticket, and of those that it is part of, depends on when a commit was made or decided. */
export interface TimedTicket {
    /** Seconds since 1970; NaN: nobody knows. */
    readonly created: number;
    /** Its own and its parents', nearest first. */
    readonly pasts: readonly ToldPast[];
    /** When approvals of it were given, seconds since 1970. */
    readonly approvals: readonly number[];
}
/** When a commit was decided, seconds since 1970, and what tells that. */
export interface Decided {
    readonly at: number;
    readonly source: DecisionSource;
}
/** What is known of a remote's ticket. */
export type LookupOf = (remote: string, id: string) => Lookup | undefined;
/** Reads it of a look-up. `levels`: how many parents count beside the ticket. */
export declare function timedTicket(found: Lookup | null, lookup: LookupOf, levels: number): TimedTicket;
/** Whether any time makes a difference to it. */
export declare function isTimed({ created, pasts, approvals }: TimedTicket): boolean;
/** How it stands to a commit: as text, equal for commits that no rule can tell apart by it. `decided`: null: it is decided now. */
export declare function standingText(ticket: TimedTicket, authored: number, decided: Decided | null): string;
