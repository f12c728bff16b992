import { Fault } from "../core/fault.ts";
import type { Ticket } from "../core/ticket.ts";
import { head } from "../git/repository.ts";
import type { KeptLink, SyncBase, SyncFields, TaskLinks } from "../store/task-links.ts";
import { type Categories, categoriesIn } from "../tasks/status.ts";
import type { CleanTicket } from "./clean-ticket.ts";
import type { Desk, LinkedTask } from "./desk.ts";
import { isOlder } from "./older-values.ts";
import { localSide, remoteSide } from "./sides.ts";
import { statusWords } from "./status-words.ts";
import { compareFields, type FieldChanges } from "./three-way.ts";

/** What tasks and tickets are compared by. */
export interface Comparing {
  readonly categories: Categories | undefined;
  /** The branch that is checked out; null: none is. */
  readonly branch: string | null;
}

/** That of a desk. */
export async function comparingAt({ gate }: Pick<Desk, "gate">): Promise<Comparing> {
  const { branch } = await head(gate.repo);
  const markdown = gate.law.remotes.find(({ kind }) => kind === "markdown");
  return { branch, categories: categoriesIn(markdown?.settings) };
}

/** How each field of a task and its ticket stands since they last agreed, and what both say. */
export interface Compared {
  readonly changes: FieldChanges;
  readonly base: SyncBase | null;
  readonly local: SyncFields;
  readonly remote: SyncFields;
  /** The backlog's own name for the state that the ticket has now; null: it has none. */
  readonly localStatus: string | null;
}

/** Compares them; `kept`: what is kept of their link. Throws Fault("usage") for a file that is no task. */
export function compareTask(
  { task, path, backlog, link, kept }: LinkedTask & { readonly kept: KeptLink | null },
  ticket: Ticket,
  clean: CleanTicket,
  { categories, branch }: Comparing,
): Compared {
  const local = localSide(task);
  const own = task.ticket;
  if (local === null || own === null)
    throw new Fault("usage", `${path} can't be read as a task.`, {
      found: path,
      fix: "golden-thread doctor",
    });
  const remote = remoteSide(ticket, clean);
  const words = statusWords(own.state, ticket.state, { backlog, categories, remote: link.remote });
  const base = kept?.base ?? null;
  const changes = compareFields(base, local, remote, words.isSame, (field) =>
    isOlder(base, branch, field, local[field]),
  );
  return { changes, base, local, remote, localStatus: words.localStatus };
}

/** What is kept of a task's link to this ticket: of another ticket it says nothing about this one. Null: nothing. */
export function keptFor(
  links: TaskLinks,
  { id, link }: LinkedTask,
  ticket: Pick<Ticket, "id">,
): KeptLink | null {
  const kept = links.get(id);
  const isOwn = kept?.remote === link.remote.name && (kept.id === link.id || kept.id === ticket.id);
  return isOwn ? kept : null;
}
