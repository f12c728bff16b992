import type { Ticket } from "../core/ticket.ts";
import type { SyncBase } from "../store/task-links.ts";
import type { Categories } from "../tasks/status.ts";
import type { CleanTicket } from "./clean-ticket.ts";
import type { Desk, DeskTask } from "./desk.ts";
import { localSide, remoteSide } from "./sides.ts";
import { statusWords } from "./status-words.ts";
import { compareFields, type FieldChange, type SyncField } from "./three-way.ts";

/** What is needed to compare. */
export interface Ground {
  readonly desk: Desk;
  readonly categories: Categories | undefined;
}

/** How each field of a task and its ticket stands since they last agreed. */
export function changesOf(
  { task, id, backlog, link }: DeskTask,
  ticket: Ticket,
  clean: CleanTicket,
  { desk, categories }: Ground,
): Readonly<Record<SyncField, FieldChange>> {
  const remote = remoteSide(ticket, clean);
  const kept = desk.ground.links.get(id);
  const base: SyncBase | null = kept?.id === ticket.id ? kept.base : null;
  // What can be read as a task has both; one that can't has no link, and nobody compares it.
  const local = localSide(task) ?? remote;
  const words = statusWords(task.ticket?.state ?? ticket.state, ticket.state, {
    backlog,
    categories,
    remote: link?.remote ?? null,
  });
  return compareFields(base, local, remote, words.isSame);
}
