import { parentsOf } from "../core/parents.ts";
import { placeInPast } from "../core/past.ts";
import type { DecisionSource, Lookup, Ticket, ToldPast } from "../core/ticket.ts";
import { unixSeconds } from "../core/time.ts";

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

/** Hours beyond which the distance between ticket and commit makes no difference to any rule. */
const FAR_HOURS = 72;
const HOUR = 3600;

/** Reads it of a look-up. `levels`: how many parents count beside the ticket. */
export function timedTicket(found: Lookup | null, lookup: LookupOf, levels: number): TimedTicket {
  const ticket = ticketOf(found ?? undefined);
  if (ticket === null) return UNTIMED;
  const at = (id: string): Ticket | null => ticketOf(lookup(ticket.remote, id));
  const above = parentsOf(ticket, levels, at).flatMap((id) => at(id) ?? []);
  const all = [ticket, ...above];
  return {
    created: ticket.createdAt === null ? Number.NaN : unixSeconds(ticket.createdAt),
    pasts: all.flatMap(pastOf),
    approvals: all.flatMap(({ approvals = [] }) => approvals.map((one) => unixSeconds(one.at))),
  };
}

/** Whether any time makes a difference to it. */
export function isTimed({ created, pasts, approvals }: TimedTicket): boolean {
  return !Number.isNaN(created) || pasts.length > 0 || approvals.length > 0;
}

/** How it stands to a commit: as text, equal for commits that no rule can tell apart by it. `decided`: null: it is decided now. */
export function standingText(ticket: TimedTicket, authored: number, decided: Decided | null): string {
  const distance = Number.isNaN(ticket.created) ? "" : String(distanceOf(ticket.created, authored));
  if (decided === null) return distance;
  const given = ticket.approvals.filter((time) => time <= decided.at).length;
  const states = ticket.pasts.map((past) => placeInPast(past, decided.at, decided.source));
  return `${distance} ${states.join(",")} ${given}`;
}

const UNTIMED: TimedTicket = { created: Number.NaN, pasts: [], approvals: [] };
const UNTOLD: ToldPast = { status: "told", spans: [] };

function ticketOf(lookup: Lookup | undefined): Ticket | null {
  return lookup?.status === "found" ? lookup.ticket : null;
}

/** One without spans stands for a past that nobody can tell. */
function pastOf({ past }: Ticket): readonly ToldPast[] {
  if (past === undefined) return [];
  return [past.status === "told" ? past : UNTOLD];
}

/** Whole hours from the ticket's creation to the commit, cut at `FAR_HOURS`; fine enough for any rule's grace. */
function distanceOf(created: number, authored: number): number {
  const hours = Math.floor((authored - created) / HOUR);
  return Math.max(-FAR_HOURS, Math.min(FAR_HOURS, hours));
}
