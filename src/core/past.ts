import type { Person, Ticket } from "./ticket.ts";

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
export type Past =
  | {
      readonly status: "told";
      readonly spans: readonly StateSpan[];
      /** Of what was before this nothing is on record; left out: the record begins with the ticket. RFC 3339 in UTC. */
      readonly since?: string;
    }
  /** `detail`: why nobody can tell, as a sentence. */
  | { readonly status: "untold"; readonly detail: string };
