import type { Claim } from "./claims.ts";
import type { Evidence } from "./evidence.ts";
import type { Lookup, Ticket } from "./ticket.ts";

/** What the evidence tells of a claim's ticket. */
export interface KnownTicket {
  readonly status: Lookup["status"];
  readonly source: "api" | "ledger" | "file" | null;
  /** Every version of the ticket that must hold: one, or what the change's own edits found before them. */
  readonly tickets: readonly Ticket[];
  /** Its task file names an upstream. Only known of tasks that the change touches. */
  readonly linked: boolean;
  readonly detail: string;
}

/**
 * The ticket of a claim. Where the change edits the file of a task that is found, the task counts as it stood before
 * each edit: closing a task does not unmake the authority under which it was worked on, and reopening one gives none.
 * A task that only the change has stays a claim, whatever later commits of the change make of it.
 */
export function knownTickets({ key, remote, id }: Claim, evidence: Evidence): KnownTicket {
  const lookup = evidence.lookups[key] ?? NOT_ASKED;
  const edits = evidence.tasks.filter(
    ({ before, after }) => isOf(before?.ticket, remote, id) || isOf(after?.ticket, remote, id),
  );
  const before = edits.flatMap((edit) => edit.before ?? []);
  const shown = before.length > 0 ? before : edits.flatMap((edit) => edit.after ?? []);
  const linked = shown.some(({ guarded }) => guarded.upstream !== "");
  switch (lookup.status) {
    case "found": {
      const edited = lookup.source === "file" && before.length > 0 && evidence.prior !== true;
      const tickets = edited ? before.map(({ ticket }) => ticket) : [lookup.ticket];
      return { status: "found", source: lookup.source, tickets, linked, detail: "" };
    }
    case "claimed":
      return { status: "claimed", source: null, tickets: [lookup.ticket], linked, detail: "" };
    case "absent":
      return { status: "absent", source: null, tickets: [], linked, detail: "" };
    case "forbidden":
    case "credentials":
    case "unavailable":
      return { status: lookup.status, source: null, tickets: [], linked, detail: lookup.detail };
  }
}

const NOT_ASKED: Lookup = { status: "unavailable", detail: "It was not looked up." };

function isOf(ticket: Ticket | undefined, remote: string, id: string): boolean {
  return ticket !== undefined && ticket.remote === remote && ticket.id === id;
}
