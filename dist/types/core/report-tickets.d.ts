import { type Reference } from "./reference.js";
import type { ReportTicket } from "./report.js";
import type { SpecAnswer } from "./spec.js";
import { type Lookup, type Ticket } from "./ticket.js";
/** What of a reference its ticket is found by. */
export type NamedTicket = Pick<Reference, "provider" | "remote" | "id">;
/** What the tickets of a report are made of. */
export interface TicketsInput {
    /** All that the change names, as often as it likes; what no remote owns is nobody's ticket. */
    readonly names: Iterable<NamedTicket>;
    readonly lookup: (remote: string, id: string) => Lookup | undefined;
    /** By look-up key; left out: nobody asked for specs. */
    readonly specs?: Readonly<Record<string, SpecAnswer>> | undefined;
    /** Hex sha256 over `snapshotFields`; it is handed in, since nothing here may load what makes one. */
    readonly digest: (ticket: Ticket) => string;
}
/** Every ticket that a change names, as it counted for the verdict, sorted by its look-up key. A pull request is none. */
export declare function ticketsOf({ names, lookup, specs, digest }: TicketsInput): readonly ReportTicket[];
/** What of a ticket its digest is made of. Labels are sorted: no tracker promises an order. */
export declare function snapshotFields(ticket: Ticket): Pick<Ticket, "title" | "type" | "state" | "project" | "labels" | "criteria" | "description">;
