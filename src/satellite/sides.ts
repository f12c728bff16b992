import type { Ticket } from "../core/ticket.ts";
import type { SyncFields } from "../store/task-links.ts";
import type { ParsedTask } from "../tasks/parse.ts";
import type { CleanTicket } from "./clean-ticket.ts";

/** What a task says of the fields that it shares with its ticket. */
export function localSide({ ticket }: ParsedTask): SyncFields | null {
  if (ticket === null) return null;
  return {
    title: ticket.title,
    description: ticket.description,
    status: ticket.state.name,
    assignees: ticket.assignees.map(({ name, email }) => (name === "" ? email : name)),
    labels: ticket.labels,
  };
}

/** What the ticket says of them, as a task file can hold it. */
export function remoteSide(ticket: Ticket, clean: CleanTicket): SyncFields {
  return {
    title: clean.title,
    description: clean.description,
    status: ticket.state.name,
    assignees: clean.assignees,
    labels: clean.labels,
  };
}
