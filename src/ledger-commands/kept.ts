import type { Past, Ticket } from "../core/ticket.ts";

/** A past as it was told when the ticket was last changed `at`. */
export interface KeptPast {
  readonly id: string;
  readonly at: string | null;
  readonly past: Past;
}

/** What an interrupted build noted. */
export interface Kept {
  readonly tickets: ReadonlyMap<string, Ticket>;
  readonly pasts: ReadonlyMap<string, KeptPast>;
  /** The tracker listed the oldest change first: whatever is not here was changed after the last that is. */
  readonly inOrder: boolean;
}

/** Reads the lines of a journal; what is none of ours is passed over. */
export function keptIn(lines: readonly unknown[]): Kept {
  const tickets = new Map<string, Ticket>();
  const pasts = new Map<string, KeptPast>();
  let inOrder = true;
  let last = "";
  for (const line of lines) {
    if (isPastLine(line)) pasts.set(line.past.id, line.past);
    if (!isTicketLine(line)) continue;
    const { id, updatedAt } = line.ticket;
    inOrder &&= updatedAt !== null && updatedAt >= last;
    last = updatedAt ?? last;
    tickets.set(id, line.ticket);
  }
  return { tickets, pasts, inOrder };
}

/** A ticket without the texts that no ledger holds, as it is noted. */
export function withoutText(ticket: Ticket): Ticket {
  return { ...ticket, title: "", description: "", url: null, criteria: [], affected: [] };
}

function isTicketLine(line: unknown): line is { readonly ticket: Ticket } {
  if (typeof line !== "object" || line === null || !("ticket" in line)) return false;
  const { ticket } = line;
  return typeof ticket === "object" && ticket !== null && "id" in ticket && typeof ticket.id === "string";
}

function isPastLine(line: unknown): line is { readonly past: KeptPast } {
  if (typeof line !== "object" || line === null || !("past" in line)) return false;
  const { past } = line;
  return typeof past === "object" && past !== null && "id" in past && typeof past.id === "string";
}
