import { Fault } from "../core/fault.ts";
import type { RemoteLaw } from "../core/law.ts";
import type { Lookup } from "../core/ticket.ts";
import type { GateWorld } from "../gate.ts";
import { categoriesIn } from "../tasks/status.ts";
import { cleanTicket, line } from "./clean-ticket.ts";
import { type Desk, type DeskTask, namedTask, openDesk } from "./desk.ts";
import { type MendedLink, mendLinks } from "./mend-link.ts";
import { localSide } from "./sides.ts";
import { type FieldChange, isSame, SYNC_FIELDS, type SyncField } from "./three-way.ts";
import { changesOf, type Ground } from "./ticket-changes.ts";

/**
 * How a task and its ticket stand: they say the same, the task says more, the ticket does, both changed one field, the ticket is gone, the
 * task follows none, or nobody could tell.
 */
export type TaskState = "synced" | "ahead" | "behind" | "conflict" | "orphan" | "unlinked" | "unknown";

/** One task's row. */
export interface TaskStatus {
  readonly task: string;
  readonly path: string;
  readonly title: string;
  readonly remote: string | null;
  readonly id: string | null;
  readonly url: string | null;
  readonly state: TaskState;
  /** Fields that were changed, by whose change it is. */
  readonly changed: Readonly<Record<"local" | "remote" | "conflict", readonly SyncField[]>>;
  /** What the tracker says instead of the ticket. */
  readonly detail: string | null;
}

/** The rows, and why some trackers told nothing. */
export interface StatusAnswer {
  readonly tasks: readonly TaskStatus[];
  readonly mended: readonly MendedLink[];
  readonly silent: readonly {
    readonly remote: string;
    readonly detail: string;
    readonly fix: string | null;
  }[];
}

/** Compares tasks with their tickets; each tracker is asked for all of its tickets at once. `names`: these tasks alone. `local`: asks nobody. */
export async function taskStatuses(
  world: GateWorld,
  { names, local }: { readonly names: readonly string[]; readonly local: boolean },
): Promise<StatusAnswer> {
  const desk = await openDesk(world);
  const live = desk.all.filter(({ task }) => task.kind !== "archived");
  const wanted = names.length === 0 ? live : names.map((name) => namedTask(desk, name));
  const mended = await mendLinks(desk, wanted, { named: names.length > 0 });
  const markdown = desk.gate.law.remotes.find(({ kind }) => kind === "markdown");
  const ground: Ground = { desk, categories: categoriesIn(markdown?.settings) };
  const { answers, silent } = local ? { answers: new Map(), silent: [] } : await askAll(desk, wanted);
  const tasks = wanted.map((one) => rowOf(one, ground, answers));
  return { tasks: await Promise.all(tasks), mended, silent };
}

type Answers = ReadonlyMap<string, Lookup>;

async function askAll(
  desk: Desk,
  tasks: readonly DeskTask[],
): Promise<{ readonly answers: Answers; readonly silent: StatusAnswer["silent"] }> {
  const groups = new Map<RemoteLaw, string[]>();
  for (const { link } of tasks) {
    if (link !== null) groups.set(link.remote, [...(groups.get(link.remote) ?? []), link.id]);
  }
  const answers = new Map<string, Lookup>();
  const silent: StatusAnswer["silent"][number][] = [];
  for (const [remote, ids] of groups) {
    try {
      const found = await (await desk.tracker(remote)).many([...new Set(ids)]);
      for (const [id, lookup] of found) answers.set(`${remote.name} ${id}`, lookup);
    } catch (thrown) {
      if (!(thrown instanceof Fault)) throw thrown;
      silent.push({ remote: remote.name, detail: thrown.message, fix: thrown.fix ?? null });
    }
  }
  return { answers, silent };
}

const NOTHING = { local: [], remote: [], conflict: [] };

async function rowOf(one: DeskTask, ground: Ground, answers: Answers): Promise<TaskStatus> {
  const { link } = one;
  const title = one.task.ticket?.title ?? "";
  const said = { task: one.id, path: one.path, title };
  if (link === null) {
    const blank = { remote: null, id: null, url: null, changed: NOTHING, detail: null };
    return { ...said, ...blank, state: "unlinked" };
  }
  const row = { ...said, remote: link.remote.name, id: link.id, url: link.url };
  const lookup = answers.get(`${link.remote.name} ${link.id}`);
  switch (lookup?.status) {
    case "found":
    case "claimed": {
      const changes = changesOf(one, lookup.ticket, await cleanTicket(lookup.ticket), ground);
      const fields = (change: FieldChange) => SYNC_FIELDS.filter((field) => changes[field] === change);
      const changed = { local: fields("local"), remote: fields("remote"), conflict: fields("conflict") };
      return { ...row, state: stateOf(changed), changed, detail: null };
    }
    case "absent":
      return { ...row, state: "orphan", changed: NOTHING, detail: line(lookup.detail ?? "") || null };
    case undefined:
      return { ...row, ...offline(one, ground.desk), detail: null };
    case "forbidden":
    case "credentials":
    case "unavailable":
      return { ...row, ...offline(one, ground.desk), detail: line(lookup.detail) };
  }
}

/** What one field both changed stops everything; what came from the ticket is taken before anything is sent. */
function stateOf({ local, remote, conflict }: TaskStatus["changed"]): TaskState {
  if (conflict.length > 0) return "conflict";
  if (remote.length > 0) return "behind";
  return local.length > 0 ? "ahead" : "synced";
}

/** Without an answer one can still tell what was changed here. */
function offline({ id, task, link }: DeskTask, { ground }: Desk): Pick<TaskStatus, "state" | "changed"> {
  const kept = ground.links.get(id);
  const now = localSide(task);
  if (kept === null || kept.base === null || kept.id !== link?.id || now === null)
    return { state: "unknown", changed: NOTHING };
  const { local: before } = kept.base;
  const local = SYNC_FIELDS.filter((field) => !isSame(before[field], now[field]));
  return { state: local.length > 0 ? "ahead" : "unknown", changed: { ...NOTHING, local } };
}
