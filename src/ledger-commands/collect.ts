import type { RemoteLaw } from "../core/law.ts";
import type { Past, Ticket } from "../core/ticket.ts";
import type { TicketQuery, Tracker } from "../core/tracker.ts";
import type { LedgerRemote } from "../ledger/format.ts";
import type { LedgerTicket } from "../ledger/row.ts";
import { allowedPast, seenPast } from "../ledger/spans.ts";
import type { LedgerJournal } from "../store/ledger-journal.ts";
import { type Former, formerPast, isUnchanged } from "./former.ts";
import { fillGaps, NO_GAPS } from "./gaps.ts";
import { type KeptPast, keptIn, withoutText } from "./kept.ts";

/** What one remote's tickets are collected with. */
export interface Collecting {
  readonly remote: RemoteLaw;
  readonly tracker: Pick<Tracker, "list" | "pasts" | "many">;
  /** Null: every ticket. */
  readonly query: TicketQuery | null;
  readonly journal: LedgerJournal;
  /** Whether a state allows work, in whatever scope. */
  isAllowed(state: Ticket["state"]): boolean;
  /** The ledger before; null: there is none that is to be believed. */
  readonly former: Former | null;
  /** Adds to tickets what a listing does not tell: who approved them. */
  enrich(tickets: readonly Ticket[]): Promise<readonly Ticket[]>;
  /** Tickets that were listed so far. */
  progress(count: number): void;
  now(): Date;
}

/** Tickets that are enriched and noted at a time. */
const PAGE = 100;
/** Tickets whose pasts are asked for at a time: the most that any tracker takes. */
const PASTS = 1000;

/** What was collected of a remote. */
export interface CollectedRemote {
  readonly remote: LedgerRemote;
  readonly tickets: readonly LedgerTicket[];
}

/**
 * Every ticket that a remote lists, or tells of when asked, with the times in which its state allowed work. What was noted before is not
 * asked again.
 */
export async function collect(collecting: Collecting): Promise<CollectedRemote> {
  const { journal, query, remote, now } = collecting;
  const { name, kind } = remote;
  const kept = keptIn(journal.read());
  if (!kept.inOrder) journal.drop();
  const listed = await list(collecting, kept.inOrder ? kept.tickets : new Map());
  const filled = query === null ? await fillGaps(collecting, listed.keys()) : NO_GAPS;
  const all = new Map([...listed, ...filled.found.map(({ ticket }) => [ticket.id, ticket] as const)]);
  const pasts = await pastsOf(collecting, all, kept.inOrder ? kept.pasts : new Map());
  // Not before everything is listed: what is seen open counts from then on, never from earlier.
  const seenAt = now().toISOString();
  const rowFor = (ticket: Ticket) => ({
    ticket,
    past: pastFor(ticket, pasts.get(ticket.id) ?? UNTOLD, collecting, seenAt),
  });
  const tickets = [...listed.values()].map(rowFor);
  for (const { asked, ticket } of filled.found)
    tickets.push({ ...rowFor(ticket), ...(asked === ticket.id ? {} : { asked }) });
  const { through, untold } = filled;
  const more = untold.length === 0 ? {} : { untold };
  return { remote: { name, kind, complete: query === null, through, ...more }, tickets };
}

async function list(
  { tracker, query, journal, enrich, progress }: Collecting,
  known: ReadonlyMap<string, Ticket>,
): Promise<ReadonlyMap<string, Ticket>> {
  const tickets = new Map(known);
  const last = [...known.values()].reduce<string | null>((at, { updatedAt }) => latest(at, updatedAt), null);
  const flush = async (page: readonly Ticket[]): Promise<void> => {
    const whole = (await enrich(page)).map(withoutText);
    journal.add(whole.map((ticket) => ({ ticket })));
    for (const ticket of whole) tickets.set(ticket.id, ticket);
    progress(tickets.size);
  };
  const since = last === null ? {} : { updatedSince: last };
  let page: Ticket[] = [];
  for await (const ticket of tracker.list({ ...(query ?? {}), ...since, order: "oldest-first" })) {
    page.push(ticket);
    if (page.length < PAGE) continue;
    await flush(page);
    page = [];
  }
  await flush(page);
  return tickets;
}

function latest(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other > one) ? other : one;
}

async function pastsOf(
  { tracker, journal, former, isAllowed }: Collecting,
  tickets: ReadonlyMap<string, Ticket>,
  known: ReadonlyMap<string, KeptPast>,
): Promise<ReadonlyMap<string, Past>> {
  const pasts = new Map<string, Past>();
  const asked: Ticket[] = [];
  for (const ticket of tickets.values()) {
    const noted = known.get(ticket.id);
    const same = noted !== undefined && noted.at === ticket.updatedAt ? noted.past : null;
    const past = same ?? (isUnchanged(ticket, former) ? formerPast(ticket, former) : null);
    if (past === null) asked.push(ticket);
    else pasts.set(ticket.id, past);
  }
  for (let at = 0; at < asked.length; at += PASTS) {
    const chunk = asked.slice(at, at + PASTS);
    const told = await tracker.pasts(chunk.map(({ id }) => id));
    const noted = chunk.map(({ id, updatedAt }): KeptPast => {
      const past = told.get(id) ?? UNTOLD;
      return {
        id,
        at: updatedAt,
        past: past.status === "told" ? allowedPast(past, isAllowed) : past,
      };
    });
    journal.add(noted.map((past) => ({ past })));
    for (const { id, past } of noted) pasts.set(id, past);
  }
  return pasts;
}

const UNTOLD: Past = { status: "untold", detail: "The tracker's answer left this ticket out." };

function pastFor(
  ticket: Ticket,
  past: Past,
  { former, isAllowed }: Collecting,
  seenAt: string,
): LedgerTicket["past"] {
  if (past.status === "told") return past;
  const before = formerPast(ticket, former);
  const seen = before === null || former === null ? null : { past: before, issuedAt: former.header.issuedAt };
  return seenPast(ticket, seen, isAllowed, seenAt);
}
