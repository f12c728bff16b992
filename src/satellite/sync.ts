import { Fault } from "../core/fault.ts";
import type { RemoteLaw } from "../core/law.ts";
import type { Lookup, Ticket } from "../core/ticket.ts";
import { SILENT } from "../core/ticket.ts";
import type { Tracker } from "../core/tracker.ts";
import type { GateWorld } from "../gate.ts";
import { diffTexts, mergeTexts } from "../git/compare-texts.ts";
import { replaceFile } from "../store/work-file.ts";
import { type Desk, filesOf, type LinkedTask, namedTask, openDesk, textOf } from "./desk.ts";
import type { TaskLink } from "./link.ts";
import { type MendedLink, mendLinks } from "./mend-link.ts";
import { type SafeTerms, safeWrites } from "./safe-mode.ts";
import type { SyncItem } from "./sync-file.ts";
import { type SyncedField, type SyncSteps, syncTask } from "./sync-task.ts";
import { type Comparing, comparingAt, keptFor } from "./ticket-changes.ts";

/** What is synchronised, and how. */
export interface SyncOptions extends Pick<SyncSteps, "ask" | "strategyOf"> {
  /** As people name them; none: every task that follows a ticket. */
  readonly tasks: readonly string[];
  /** Completed and archived tasks too. */
  readonly all: boolean;
  /** What lets writes to the tickets through; null: they are only read. */
  readonly write: SafeTerms | null;
  readonly dryRun: boolean;
  progress(done: number, all: number): void;
}

/** One task after its synchronisation. */
export interface SyncedTask {
  readonly task: string;
  readonly path: string;
  readonly remote: string;
  readonly ticket: string;
  readonly url: string | null;
  /** `orphan`: the ticket is gone; `unknown`: nobody could be asked. */
  readonly outcome: "synced" | "changed" | "ahead" | "conflict" | "orphan" | "unknown";
  readonly fields: readonly SyncedField[];
  /** Conflicts of texts as unified diffs, from the ticket's to the task's. */
  readonly diff: string | null;
  readonly notes: readonly string[];
}

/** What a synchronisation came to. */
export interface SyncReport {
  readonly tasks: readonly SyncedTask[];
  /** Links whose task is not in this work tree. */
  readonly missing: readonly { readonly task: string; readonly ticket: string }[];
  readonly mended: readonly MendedLink[];
  /** Remotes that could not be asked at all. */
  readonly refusals: readonly {
    readonly remote: string;
    readonly detail: string;
    readonly fix: string | null;
  }[];
}

/** As many as the trackers that take most answer at once; small enough that little is done twice after a cut. */
const BATCH = 100;

/** Synchronises tasks with their tickets, those first that wait longest. Throws Fault("usage") for names that are none, and what files give. */
export async function syncTasks(world: GateWorld, options: SyncOptions): Promise<SyncReport> {
  const desk = await openDesk(world, "listing");
  const chosen = chosenTasks(desk, options);
  const named = options.tasks.length > 0;
  const mended = options.dryRun ? [] : await mendLinks(desk, chosen, { named });
  const { links } = desk.ground;
  const since = ({ id }: LinkedTask): string => links.get(id)?.base?.at ?? "";
  const waiting = chosen.toSorted((a, b) => (since(a) < since(b) ? -1 : Number(since(a) > since(b))));
  const comparing = await comparingAt(desk);
  const report = { tasks: new Map<string, SyncedTask>(), refusals: new Map<string, Fault>() };
  let done = 0;
  for (let at = 0; at < waiting.length; at += BATCH) {
    const batch = waiting.slice(at, at + BATCH);
    for (const remote of new Set(batch.map(({ link }) => link.remote))) {
      const own = batch.filter(({ link, id }) => link.remote === remote && filesOf(desk, id).length === 1);
      const open = await opened(desk, remote, report.refusals);
      const looks =
        open === null
          ? new Map<string, Lookup>()
          : await open.many([...new Set(own.map(({ link }) => link.id))]);
      for (const one of own) {
        const synced =
          open === null
            ? unasked(one)
            : await syncOne(one, looks, { desk, world, options, comparing, tracker: open });
        report.tasks.set(one.path, synced);
        options.progress(++done, waiting.length);
      }
    }
  }
  return {
    tasks: chosen.map((one) => report.tasks.get(one.path) ?? twofold(one, filesOf(desk, one.id))),
    missing: named ? [] : missingTasks(desk),
    mended,
    refusals: [...report.refusals].map(([remote, { message, fix }]) => ({
      remote,
      detail: message,
      fix: fix ?? null,
    })),
  };
}

function chosenTasks(desk: Desk, { tasks, all }: SyncOptions): readonly LinkedTask[] {
  if (tasks.length === 0)
    return desk.all.flatMap((one) =>
      one.link !== null && (all || one.task.kind === "active" || one.task.kind === "draft")
        ? [{ ...one, link: one.link }]
        : [],
    );
  return [...new Set(tasks.map((name) => namedTask(desk, name)))].map((one) => {
    if (one.link !== null) return { ...one, link: one.link };
    throw new Fault("usage", "This task follows no ticket.", {
      found: `${one.id} in ${one.path}`,
      wanted: "a task with an upstream",
      fix: `golden-thread remote link ${one.id} TICKET`,
    });
  });
}

function missingTasks({ all, ground: { links } }: Desk): SyncReport["missing"] {
  const here = new Set(all.map(({ id }) => id));
  return links
    .all()
    .filter(({ task }) => !here.has(task))
    .map(({ task, id }) => ({ task, ticket: id }));
}

/** Null: it can't be asked; why is taken down once. */
async function opened(desk: Desk, remote: RemoteLaw, refusals: Map<string, Fault>): Promise<Tracker | null> {
  try {
    return await desk.tracker(remote);
  } catch (thrown) {
    if (!(thrown instanceof Fault) || !isDeaf(thrown)) throw thrown;
    refusals.set(remote.name, thrown);
    return null;
  }
}

/** The tracker's refusal or silence, not a failure of ours. */
function isDeaf({ code }: Fault): boolean {
  return code === "absent" || code === "forbidden" || code === "credentials" || code === "unavailable";
}

/** They share what is kept of the last synchronisation, so that nobody knows which of them was changed. */
function twofold(one: LinkedTask, paths: readonly string[]): SyncedTask {
  const notes = [`Several files are this task, so it was left as it is: ${paths.join(", ")}`];
  return { ...unasked(one), notes };
}

interface Running {
  readonly desk: Desk;
  readonly world: GateWorld;
  readonly options: SyncOptions;
  readonly comparing: Comparing;
  readonly tracker: Tracker;
}

function unasked({ id, path, link }: LinkedTask): SyncedTask {
  const { remote, id: ticket, url } = link;
  return {
    task: id,
    path,
    remote: remote.name,
    ticket,
    url,
    outcome: "unknown",
    fields: [],
    diff: null,
    notes: [],
  };
}

async function syncOne(
  one: LinkedTask,
  looks: ReadonlyMap<string, Lookup>,
  running: Running,
): Promise<SyncedTask> {
  const { link, id } = one;
  const look = looks.get(link.id) ?? SILENT;
  const blank = unasked(one);
  if (look.status === "absent")
    return {
      ...blank,
      outcome: "orphan",
      notes: [
        `Its ticket is gone. The task stays as it is; golden-thread remote unlink ${id} lets go of it.`,
      ],
    };
  if (look.status !== "found")
    return { ...blank, notes: "detail" in look && look.detail !== undefined ? [look.detail] : [] };
  const { ticket } = look;
  try {
    const item = {
      ...(await itemOf(one, running)),
      kept: keptFor(running.desk.ground.links, one, ticket),
    };
    const fields = await syncTask(item, ticket, await stepsOf(running));
    return {
      ...blank,
      ...described(ticket, link),
      fields,
      outcome: outcomeOf(fields),
      diff: await diffOf(fields, running),
    };
  } catch (thrown) {
    if (!(thrown instanceof Fault) || !isDeaf(thrown)) throw thrown;
    return { ...blank, notes: [thrown.message] };
  }
}

function described(ticket: Ticket, { id }: TaskLink): Pick<SyncedTask, "ticket" | "url" | "notes"> {
  const { key, url } = ticket;
  const moved = ticket.id !== id;
  return { ticket: key, url, notes: moved ? [`The ticket was moved: ${id} is ${key} now.`] : [] };
}

function outcomeOf(fields: readonly SyncedField[]): SyncedTask["outcome"] {
  const outcomes = new Set(fields.map(({ outcome }) => outcome));
  if (outcomes.has("conflict") || outcomes.has("refused")) return "conflict";
  if (outcomes.has("ahead")) return "ahead";
  return fields.every(({ outcome }) => outcome === "same") ? "synced" : "changed";
}

async function diffOf(fields: readonly SyncedField[], { world }: Running): Promise<string | null> {
  const sides = fields.find(({ field, outcome }) => field === "description" && outcome === "conflict")?.sides;
  return sides == null ? null : diffTexts(world.env, String(sides.remote), String(sides.local));
}

/** The file as it stands now: it may have changed since the first look. */
async function itemOf(one: LinkedTask, { desk }: Pick<Running, "desk">): Promise<Omit<SyncItem, "kept">> {
  const text = await textOf(desk.gate.tree, one.path);
  const task = await desk.tasks.parse(one.path, new TextEncoder().encode(text));
  if (task?.ticket?.id === one.id) return { ...one, task, text };
  throw new Fault("storage", `${one.path} was changed meanwhile, so it was left as it is.`, {
    found: one.path,
    fix: "run the command again",
  });
}

async function stepsOf({ desk, world, options, comparing, tracker }: Running): Promise<SyncSteps> {
  const { write, dryRun, strategyOf, ask } = options;
  const writes = write === null ? null : await safeWrites(desk.gate, world, write);
  return {
    strategyOf,
    ask,
    dryRun,
    ...comparing,
    now: world.now,
    mergeText: (base, ours, theirs) => mergeTexts(world.env, base, ours, theirs),
    keep: (link) => desk.ground.links.put(link),
    async replace(item, text) {
      replaceFile({ root: desk.root, path: item.path, text }, item.text);
      return { ...(await itemOf(item, { desk })), kept: item.kept };
    },
    upstream: writes === null ? null : { tracker, writes, read: (id) => ticketOf(tracker, id) },
  };
}

async function ticketOf(tracker: Tracker, id: string): Promise<Ticket> {
  const look = await tracker.one(id);
  if (look.status === "found") return look.ticket;
  throw new Fault("unavailable", `The ticket could not be read again: ${look.status}.`, { found: id });
}
