import type { Lookup, Ticket } from "../core/ticket.ts";
import { trouble } from "./trouble.ts";

/** The ticket that was found; any other answer is thrown as the Fault that it is. */
export function ticketIn(remote: string, id: string, lookup: Lookup | undefined): Ticket {
  switch (lookup?.status) {
    case "found":
    case "claimed":
      return lookup.ticket;
    case "absent":
      throw trouble("absent", `${remote} has no ${id}.`, lookup.detail ? { found: lookup.detail } : {});
    case "forbidden":
      throw trouble("forbidden", `${remote} refuses ${id}.`, { found: lookup.detail });
    case "credentials":
    case "unavailable":
      throw trouble(lookup.status, lookup.detail);
    case undefined:
      throw trouble("unavailable", `${remote} did not answer for ${id}.`);
  }
}
