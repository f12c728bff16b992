import type { RemoteLaw } from "../core/law.ts";
import { once } from "../core/once.ts";
import { writtenId } from "../core/reference.ts";
import type { Ticket } from "../core/ticket.ts";
import { foundTicket } from "../gather/found-ticket.ts";
import { namedTicket } from "../gather/named-ticket.ts";
import type { SpecSubject } from "../specs/resolve.ts";
import { canonicalTaskId } from "../tasks/id.ts";
import { type Desk, type DeskTask, namedTask } from "./desk.ts";

/** A task, or a tracker's ticket, whose spec is wanted. */
export interface SpecOwner {
  readonly ticket: SpecSubject["ticket"];
  /** The task itself, or those that follow the ticket. */
  readonly tasks: readonly DeskTask[];
  /** The tracker's ticket that it is, or follows; null: none. */
  readonly upstream: { readonly remote: RemoteLaw; readonly id: string } | null;
  /** That ticket as its tracker has it now; asked once. Throws what stands against knowing it. */
  told(): Promise<Ticket | null>;
  /** The kind of work, by which the law wants headings. Throws the same. */
  kind(): Promise<string | null>;
}

/** What somebody names in a command: a task of the repository, or a ticket. Throws Fault("usage") where it is neither. */
export async function namedOwner(desk: Desk, written: string): Promise<SpecOwner> {
  const id = canonicalTaskId(written);
  if (desk.all.some((one) => one.id === id)) return taskOwner(desk, namedTask(desk, written));
  const { remote, id: ticket } = await namedTicket(desk.gate, written, NO_TASK);
  const tasks = desk.all.filter(({ link }) => link?.remote.name === remote.name && link.id === ticket);
  const told = once(async () =>
    foundTicket(remote.name, ticket, await (await desk.tracker(remote)).one(ticket)),
  );
  const key = writtenId(remote.grammar, ticket);
  const [first] = tasks;
  return {
    ticket: {
      ...{ remote: remote.name, id: ticket, key, url: first?.link?.url ?? null },
      title: first?.task.ticket?.title ?? "",
    },
    tasks,
    upstream: { remote, id: ticket },
    told,
    kind: async () => (await told()).type?.category ?? null,
  };
}

const NO_TASK = { message: "There is no such task here.", fix: () => "golden-thread spec check" };

/** A task with what it follows. */
export function taskOwner(desk: Pick<Desk, "tracker" | "gate">, work: DeskTask): SpecOwner {
  const { task, link, id } = work;
  const told = once(async () =>
    link === null
      ? null
      : foundTicket(link.remote.name, link.id, await (await desk.tracker(link.remote)).one(link.id)),
  );
  return {
    ticket: task.ticket ?? { remote: "", id, key: id, title: "", url: null },
    tasks: [work],
    upstream: link,
    told,
    kind: async () => task.ticket?.type?.category ?? null,
  };
}

/** The same owner with its task files as another tree has them. */
export function ownerIn(owner: SpecOwner, { all }: Pick<Desk, "all">): SpecOwner {
  const { ticket, upstream, tasks } = owner;
  const isTask = tasks.some(({ id }) => id === ticket.id);
  const own = all.filter(({ id, link }) =>
    isTask ? id === ticket.id : link?.remote.name === upstream?.remote.name && link?.id === upstream?.id,
  );
  return { ...owner, tasks: own };
}
