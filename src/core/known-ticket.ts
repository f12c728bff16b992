import type { Claim } from "./claims.ts";
import type { Evidence } from "./evidence.ts";
import type { Lookup, Moment, Ticket } from "./ticket.ts";

/** What the evidence tells of a claim's ticket. */
export interface KnownTicket {
  readonly status: Lookup["status"];
  readonly source: "api" | "ledger" | "file" | null;
  /** Every version of the ticket that must hold: one, or what the change's own edits found before them. */
  readonly tickets: readonly Ticket[];
  /** Its task file names an upstream. Only known of tasks that the change touches. */
  readonly linked: boolean;
  readonly detail: string;
  /** It is a pull request: no ticket, and nobody's claim that it were one. */
  readonly isChange: boolean;
  /** The command that would let it be known; null: there is none. */
  readonly fix: readonly string[] | null;
  /** When the tracker told it, where it could not be asked again; RFC 3339 in UTC. */
  readonly staleSince: string | null;
  /** The tickets' states are those of a past moment; null: those of now. */
  readonly moment: Moment | null;
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
  const none = {
    source: null,
    tickets: [],
    linked,
    detail: "",
    isChange: false,
    fix: null,
    staleSince: null,
    moment: null,
  } as const;
  switch (lookup.status) {
    case "found": {
      const edited = lookup.source === "file" && before.length > 0 && evidence.prior !== true;
      const tickets = edited ? before.map(({ ticket }) => ticket) : [lookup.ticket];
      const staleSince = lookup.stale === true ? (lookup.asOf ?? null) : null;
      return {
        ...none,
        status: "found",
        source: lookup.source,
        tickets,
        staleSince,
        moment: lookup.moment ?? null,
      };
    }
    case "claimed":
      return { ...none, status: "claimed", tickets: [lookup.ticket] };
    case "absent":
      return {
        ...none,
        status: "absent",
        detail: lookup.detail ?? "",
        isChange: lookup.isChange === true,
      };
    case "credentials":
      return { ...none, status: lookup.status, detail: lookup.detail, fix: lookup.fix?.split(" ") ?? null };
    case "forbidden":
    case "unavailable":
      return { ...none, status: lookup.status, detail: lookup.detail };
  }
}

const NOT_ASKED: Lookup = { status: "unavailable", detail: "It was not looked up." };

function isOf(ticket: Ticket | undefined, remote: string, id: string): boolean {
  return ticket !== undefined && ticket.remote === remote && ticket.id === id;
}
