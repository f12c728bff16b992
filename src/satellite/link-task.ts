import { Fault } from "../core/fault.ts";
import type { Ticket } from "../core/ticket.ts";
import type { GateWorld } from "../gate.ts";
import { foundTicket } from "../gather/found-ticket.ts";
import { type FileRefusal, namedTicket } from "../gather/named-ticket.ts";
import { namedAddresses } from "../gather/upstream.ts";
import type { FileEdit } from "../tasks/edit.ts";
import { type Desk, type DeskTask, namedTask, openDesk } from "./desk.ts";
import { editFile } from "./edit-file.ts";
import type { TaskLink } from "./link.ts";
import { linkEdits } from "./mend-link.ts";
import { upstreamValue } from "./upstream-value.ts";

/** What linking a task came to. */
export interface Linked {
  readonly task: string;
  readonly path: string;
  readonly remote: string;
  readonly id: string;
  readonly url: string | null;
  /** `already`: it followed this very ticket. */
  readonly outcome: "linked" | "already";
  /** Why the tracker was not asked whether there is such a ticket; null: it was, and there is. */
  readonly unasked: string | null;
}

const REFUSAL: FileRefusal = {
  message: "A task follows a tracker's ticket, never another task.",
  fix: () => "golden-thread remote link --help",
};

/**
 * Lets a task follow a ticket: in its `upstream`, by an address under `references`, and kept beside the repository. Without `force` no other
 * link is replaced, and no second task is linked to the same ticket. Throws Fault("usage" | "absent" | "forbidden" | "storage").
 */
export async function linkTask(
  world: GateWorld,
  { task, ref, force }: { readonly task: string; readonly ref: string; readonly force: boolean },
): Promise<Linked> {
  const desk = await openDesk(world);
  const one = namedTask(desk, task);
  const { remote, id } = await namedTicket(desk.gate, ref, REFUSAL);
  if (!force) refuseOther(desk, one, { remote: remote.name, id });
  const { ticket, unasked } = await asked(desk, { remote, id });
  const url = ticket?.url ?? desk.ground.links.get(one.id)?.url ?? null;
  const isSame = one.link?.remote.name === remote.name && one.link.id === id;
  const said = { task: one.id, path: one.path, remote: remote.name, id, url, unasked };
  if (isSame && one.link?.from === "upstream" && desk.ground.links.get(one.id)?.id === id)
    return { ...said, outcome: "already" };
  const origin = { provider: remote.kind, now: world.now() };
  const value = ticket === null ? { provider: remote.kind, id } : upstreamValue(ticket, origin);
  await editFile(desk, one, [...(isSame ? [] : withoutLink(desk, one)), ...linkEdits({ url }, value)]);
  const base = isSame ? (desk.ground.links.get(one.id)?.base ?? null) : null;
  desk.ground.links.put({ task: one.id, remote: remote.name, id, url, base });
  return { ...said, outcome: "linked" };
}

function refuseOther(
  { all }: Desk,
  one: DeskTask,
  wanted: { readonly remote: string; readonly id: string },
): void {
  const isWanted = (link: TaskLink | null) => link?.remote.name === wanted.remote && link.id === wanted.id;
  if (one.link !== null && !isWanted(one.link))
    throw new Fault("usage", `${one.id} follows another ticket.`, {
      found: `${one.link.id} in ${one.path}`,
      wanted: `a task that follows no ticket, or ${wanted.id} already`,
      fix: `golden-thread remote unlink ${one.id}, or --force to replace the link`,
    });
  const other = all.find(({ link, id, task }) => id !== one.id && task.kind !== "archived" && isWanted(link));
  if (other === undefined) return;
  throw new Fault("usage", "Another task follows this ticket.", {
    found: `${other.id} in ${other.path}`,
    wanted: "one task for each ticket",
    fix: `golden-thread remote unlink ${other.id}, or --force to have both`,
  });
}

/** A link is local: where the tracker can't be asked, it is written all the same, and said so. */
async function asked(
  desk: Desk,
  { remote, id }: Pick<TaskLink, "remote" | "id">,
): Promise<{ readonly ticket: Ticket | null; readonly unasked: string | null }> {
  try {
    const tracker = await desk.tracker(remote);
    return { ticket: foundTicket(remote.name, id, await tracker.one(id)), unasked: null };
  } catch (thrown) {
    const isSilent = thrown instanceof Fault && ["credentials", "unavailable"].includes(thrown.code);
    if (!isSilent) throw thrown;
    return { ticket: null, unasked: thrown.message };
  }
}

/** What unlinking a task came to. */
export interface Unlinked {
  readonly task: string;
  readonly path: string;
  /** The ticket that it followed; null: it followed none. */
  readonly id: string | null;
}

/** Ends a task's link everywhere it stands. The ticket is not touched. */
export async function unlinkTask(world: GateWorld, written: string): Promise<Unlinked> {
  const desk = await openDesk(world);
  const one = namedTask(desk, written);
  await editFile(desk, one, withoutLink(desk, one));
  desk.ground.links.remove(one.id);
  return { task: one.id, path: one.path, id: one.link?.id ?? one.task.upstream?.id ?? null };
}

/** Every key that can hold a link, in all dialects. */
const KEYS = ["upstream", "jira_key", "jira_url", "jira_last_sync"];

function withoutLink({ ground }: Desk, { link, task }: DeskTask): readonly FileEdit[] {
  const references = task.details?.references ?? [];
  const own = namedAddresses(references, ground).filter(
    (one) => one.remote.name === link?.remote.name && one.id === link.id,
  );
  const gone = new Set<string | null>([...own.map(({ url }) => url), link?.url ?? null]);
  const kept = references.filter((text) => !gone.has(text));
  const removals = KEYS.map((key): FileEdit => ({ kind: "remove", key }));
  if (kept.length === references.length) return removals;
  if (kept.length === 0) return [...removals, { kind: "remove", key: "references" }];
  return [...removals, { kind: "set", key: "references", value: kept }];
}
