import { Fault } from "../core/fault.ts";
import { type Lookup, SILENT, type Ticket } from "../core/ticket.ts";

/** The ticket of an answer, for a command that can do nothing without it. Throws Fault("absent" | "forbidden" | "credentials" | "unavailable"). */
export function foundTicket(remote: string, id: string, lookup: Lookup = SILENT): Ticket {
  const fix = `golden-thread remote check ${remote}`;
  switch (lookup.status) {
    case "found":
    case "claimed":
      return lookup.ticket;
    case "absent":
      throw new Fault("absent", `${remote} has no such ticket.`, {
        found: lookup.detail === undefined ? id : `${id}: ${lookup.detail}`,
        wanted: "a ticket that is there, and that this account may see",
        fix,
      });
    case "forbidden":
    case "credentials":
    case "unavailable":
      throw new Fault(lookup.status, `${remote} does not show the ticket.`, {
        found: `${id}: ${lookup.detail}`,
        fix,
      });
  }
}
