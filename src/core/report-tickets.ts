import { type Reference, writtenId } from "./reference.ts";
import type { ReportTicket } from "./report.ts";
import type { SpecAnswer } from "./spec.ts";
import { type Lookup, lookupKey, type Ticket } from "./ticket.ts";

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
export function ticketsOf({ names, lookup, specs, digest }: TicketsInput): readonly ReportTicket[] {
  const tickets = new Map<string, ReportTicket>();
  for (const { provider, remote, id } of names) {
    const at = remote === null ? "" : lookupKey(remote, id);
    if (remote === null || tickets.has(at)) continue;
    const answer = lookup(remote, id);
    if (answer?.status === "absent" && answer.isChange === true) continue;
    const name = { ...NOTHING, at, remote, id, key: writtenId(provider, id), spec: specOf(specs?.[at]) };
    tickets.set(at, told(name, answer, digest));
  }
  return [...tickets.keys()].sort().flatMap((at) => tickets.get(at) ?? []);
}

const NOTHING = {
  source: null,
  title: null,
  url: null,
  type: null,
  state: null,
  path: null,
  digest: null,
  asOf: null,
} as const;

function told(
  name: Omit<ReportTicket, "status">,
  answer: Lookup | undefined,
  digest: TicketsInput["digest"],
): ReportTicket {
  switch (answer?.status) {
    case "found": {
      const { status, source, asOf = null, ticket } = answer;
      return { ...name, ...shown(ticket), status, source, asOf, digest: digest(ticket) };
    }
    case "claimed":
      return { ...name, ...shown(answer.ticket), status: answer.status };
    default:
      return { ...name, status: answer?.status ?? "unavailable" };
  }
}

function shown({ key, title, url, type, state, path }: Ticket) {
  return { key, title, url, type: type?.name ?? null, state, path };
}

function specOf(answer: SpecAnswer | undefined): ReportTicket["spec"] {
  if (answer?.status !== "found") return null;
  const { source, path, digest } = answer.spec;
  return { source, path, digest };
}

/** What of a ticket its digest is made of. Labels are sorted: no tracker promises an order. */
export function snapshotFields(
  ticket: Ticket,
): Pick<Ticket, "title" | "type" | "state" | "project" | "labels" | "criteria" | "description"> {
  const { title, type, state, project, labels, criteria, description } = ticket;
  return { title, type, state, project, labels: [...labels].sort(), criteria, description };
}
