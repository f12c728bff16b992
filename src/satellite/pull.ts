import type { Fault } from "../core/fault.ts";
import type { Gate, GateWorld } from "../gate.ts";
import { makeFile } from "../store/work-file.ts";
import type { Dialect } from "../tasks/backlog.ts";
import { idsOfFileName } from "../tasks/id.ts";
import { parseTask } from "../tasks/parse.ts";
import { type CleanTicket, cleanTicket, line } from "./clean-ticket.ts";
import { type Desk, type LinkedTask, openDesk } from "./desk.ts";
import { type MendedLink, mendLinks } from "./mend-link.ts";
import { newTask, prefixFor, statusFor } from "./new-task.ts";
import { nextId } from "./next-id.ts";
import { type PickedBacklog, pickBacklog } from "./pick-backlog.ts";
import { pullTargets, type Target, type Wanted } from "./pull-targets.ts";
import { localSide, remoteSide } from "./sides.ts";
import { SYNC_FIELDS, type SyncField } from "./three-way.ts";
import { type Comparing, compareTask, comparingAt, keptFor } from "./ticket-changes.ts";
import type { Writes } from "./writes.ts";

/** How tickets are pulled. */
export interface PullOptions extends Wanted {
  /** Null: that of the backlog which is there. */
  readonly dialect: Dialect | null;
  /** Move the tickets to what is in progress, upstream. */
  readonly start: boolean;
  /** Write nothing, here and there. */
  readonly dryRun: boolean;
}

/** What became of one ticket. */
export interface Pulled {
  /** `already`: a task follows it. `shown`: nothing was written, as was asked. */
  readonly outcome: "created" | "already" | "shown";
  readonly task: string;
  readonly path: string;
  readonly remote: string;
  readonly key: string;
  readonly title: string;
  readonly url: string | null;
  /** The file's text, where it is a new one. */
  readonly text: string | null;
  /** What was too long for a task file. */
  readonly cut: CleanTicket["cut"];
  /** The tracker's name of the state, where no status of the backlog stands for it. */
  readonly unmappedState: string | null;
  /** Fields in which a task that was there already and its ticket are apart. */
  readonly apart: readonly SyncField[];
}

/** What became of all. */
export interface PullAnswer {
  readonly pulled: readonly Pulled[];
  readonly missed: readonly { readonly ref: string; readonly fault: Fault }[];
  readonly mended: readonly MendedLink[];
  /** The configuration of a backlog that was not there before. */
  readonly config: string | null;
}

/**
 * Makes a task file of each ticket that no task follows yet. A task that is there is never written over. `progress`: called with the number
 * of tickets that are done. Throws what the tracker's answers give, and Fault("storage").
 */
export async function pull(
  world: GateWorld,
  options: PullOptions,
  writesFor: (gate: Gate) => Promise<Writes>,
  progress: (done: number) => void,
): Promise<PullAnswer> {
  const desk = await openDesk(world);
  const mended = options.dryRun ? [] : await mendLinks(desk, desk.all, { named: false });
  const { found, missed } = await pullTargets(desk, options);
  const shelf: Shelf = {
    desk,
    picked: await pickBacklog(desk, options.dialect),
    ...(await comparingAt(desk)),
    taken: takenIds(desk),
    now: world.now(),
  };
  const writes = options.start ? await writesFor(desk.gate) : null;
  const pulled: Pulled[] = [];
  for (const target of found) {
    const started = writes === null ? target : await begin(desk, target, writes);
    pulled.push(await pullOne(shelf, started, options));
    progress(pulled.length);
  }
  const isNew = pulled.some(({ outcome }) => outcome !== "already");
  return { pulled, missed, mended, config: isNew ? (shelf.picked.config?.path ?? null) : null };
}

interface Shelf extends Comparing {
  readonly desk: Desk;
  readonly picked: PickedBacklog;
  /** Grows with each task. */
  readonly taken: Set<string>;
  readonly now: Date;
}

/** Ids that no new task may get: of files, of their names where they can't be read, of links whose file is on another branch. */
function takenIds({ all, tasks, ground }: Desk): Set<string> {
  const named = tasks.paths.flatMap((path) => idsOfFileName(path));
  return new Set([...all.map(({ id }) => id), ...named, ...ground.links.all().map(({ task }) => task)]);
}

async function begin(desk: Desk, target: Target, writes: Writes): Promise<Target> {
  const { remote, ticket } = target;
  if (ticket.state.category === "in_progress") return target;
  const change = `${line(ticket.state.name)} → in progress`;
  const write = {
    remote: remote.name,
    operation: "state",
    target: line(ticket.key),
    summary: `Move ${line(ticket.key)}: ${change}`,
    detail: [change],
    metadata: { task: followerOf(desk, target)?.id ?? null, spec: null, commit: null, branch: null },
  } as const;
  const moved = await writes.perform(write, async () => {
    const state = await (await desk.tracker(remote)).setState(ticket.id, "in_progress");
    return { url: ticket.url, state };
  });
  return moved === null ? target : { remote, ticket: { ...ticket, state: moved.state } };
}

function followerOf({ all }: Desk, { remote, ticket }: Target): LinkedTask | null {
  const ids = [ticket.id, ticket.movedFrom];
  const linked = all.flatMap((one) => (one.link === null ? [] : [{ ...one, link: one.link }]));
  return linked.find(({ link }) => link.remote.name === remote.name && ids.includes(link.id)) ?? null;
}

async function pullOne(shelf: Shelf, target: Target, { dryRun }: PullOptions): Promise<Pulled> {
  const { remote, ticket } = target;
  const clean = await cleanTicket(ticket);
  const told = { remote: remote.name, key: ticket.key, title: clean.title, url: ticket.url };
  const follower = followerOf(shelf.desk, target);
  if (follower !== null) {
    const kept = keptFor(shelf.desk.ground.links, follower, ticket);
    const { changes } = compareTask({ ...follower, kept }, ticket, clean, shelf);
    const apart = SYNC_FIELDS.filter((field) => changes[field] !== "same" && changes[field] !== "both");
    const { id: task, path } = follower;
    return { outcome: "already", task, path, ...told, text: null, cut: [], unmappedState: null, apart };
  }
  const { backlog, digits } = shelf.picked;
  const status = statusFor(ticket.state, backlog, shelf.categories);
  const id = nextId(prefixFor(ticket, backlog), shelf.taken, digits);
  shelf.taken.add(id);
  const unmapped = line(ticket.state.name) || "unknown";
  const origin = { ticket, clean, provider: remote.kind, backlog, now: shelf.now };
  const { path, text } = newTask({ ...origin, id, status: status ?? unmapped });
  if (!dryRun) await keep(shelf, target, clean, { path, text });
  const unmappedState = status === null ? unmapped : null;
  return {
    outcome: dryRun ? "shown" : "created",
    task: id,
    path,
    ...told,
    text,
    cut: clean.cut,
    unmappedState,
    apart: [],
  };
}

/** The file first: a link without its task would lead nowhere, a task without the kept link still names its ticket. */
async function keep(
  { desk, picked, categories, now }: Shelf,
  { remote, ticket }: Target,
  clean: CleanTicket,
  file: { readonly path: string; readonly text: string },
): Promise<void> {
  const { root, ground, gate } = desk;
  const { config, backlog } = picked;
  if (config !== null && (await gate.tree.read(config.path)) === null) makeFile({ root, ...config });
  makeFile({ root, ...file });
  const task = await parseTask(file.text, file.path, backlog, { categories });
  const local = localSide(task);
  if (task.ticket === null || local === null) return;
  const base = { at: `${now.toISOString().slice(0, 19)}Z`, updatedAt: ticket.updatedAt, local };
  ground.links.put({
    task: task.ticket.id,
    remote: remote.name,
    id: ticket.id,
    url: ticket.url,
    base: { ...base, remote: remoteSide(ticket, clean) },
  });
}
