import { Fault } from "../core/fault.ts";
import type { RemoteLaw } from "../core/law.ts";
import type { Lookup } from "../core/ticket.ts";
import type { GateWorld } from "../gate.ts";
import { cleanTicket, line } from "./clean-ticket.ts";
import { type Desk, type DeskTask, filesOf, type LinkedTask, namedTask, openDesk } from "./desk.ts";
import { type MendedLink, mendLinks } from "./mend-link.ts";
import { isOlder } from "./older-values.ts";
import { localSide } from "./sides.ts";
import { type FieldChange, isSame, SYNC_FIELDS, type SyncField } from "./three-way.ts";
import { type Comparing, compareTask, comparingAt, keptFor } from "./ticket-changes.ts";

/**
 * How a task and its ticket stand: they say the same, the task says more, the ticket does, both changed one field or the file is that of
 * another branch, the ticket is gone, the task follows none, or nobody could tell.
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
  /** Fields that were changed, by whose change it is; `older`: the task says what it said before, on another branch. */
  readonly changed: Readonly<Record<"local" | "remote" | "conflict" | "older", readonly SyncField[]>>;
  /** What the tracker says instead of the ticket, or why nobody can tell. */
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
  const ground: Ground = { desk, ...(await comparingAt(desk)) };
  const { answers, silent } = local ? { answers: new Map(), silent: [] } : await askAll(desk, wanted);
  const tasks = wanted.map((one) => rowOf(one, ground, answers));
  return { tasks: await Promise.all(tasks), mended, silent };
}

interface Ground extends Comparing {
  readonly desk: Desk;
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

const NOTHING = { local: [], remote: [], conflict: [], older: [] };

async function rowOf(one: DeskTask, ground: Ground, answers: Answers): Promise<TaskStatus> {
  const { link } = one;
  const title = one.task.ticket?.title ?? "";
  const said = { task: one.id, path: one.path, title };
  if (link === null) {
    const blank = { remote: null, id: null, url: null, changed: NOTHING, detail: null };
    return { ...said, ...blank, state: "unlinked" };
  }
  const row = { ...said, remote: link.remote.name, id: link.id, url: link.url };
  const files = filesOf(ground.desk, one.id);
  if (files.length > 1) {
    const detail = `Several files are this task: ${files.join(", ")}`;
    return { ...row, state: "unknown", changed: NOTHING, detail };
  }
  const linked = { ...one, link };
  const lookup = answers.get(`${link.remote.name} ${link.id}`);
  switch (lookup?.status) {
    case "found":
    case "claimed": {
      const { ticket } = lookup;
      const kept = keptFor(ground.desk.ground.links, linked, ticket);
      const { changes } = compareTask({ ...linked, kept }, ticket, await cleanTicket(ticket), ground);
      const fields = (change: FieldChange) => SYNC_FIELDS.filter((field) => changes[field] === change);
      const [local, remote] = [fields("local"), fields("remote")];
      const changed = { local, remote, conflict: fields("conflict"), older: fields("older") };
      return { ...row, state: stateOf(changed), changed, detail: null };
    }
    case "absent":
      return { ...row, state: "orphan", changed: NOTHING, detail: line(lookup.detail ?? "") || null };
    case undefined:
      return { ...row, ...offline(linked, ground), detail: null };
    case "forbidden":
    case "credentials":
    case "unavailable":
      return { ...row, ...offline(linked, ground), detail: line(lookup.detail) };
  }
}

/** What both changed, or another branch, stops everything; what came from the ticket is taken before anything is sent. */
function stateOf({ local, remote, conflict, older }: TaskStatus["changed"]): TaskState {
  if (conflict.length > 0 || older.length > 0) return "conflict";
  if (remote.length > 0) return "behind";
  return local.length > 0 ? "ahead" : "synced";
}

/** Without an answer one can still tell what was changed here. */
function offline(one: LinkedTask, { desk, branch }: Ground): Pick<TaskStatus, "state" | "changed"> {
  const base = keptFor(desk.ground.links, one, one.link)?.base ?? null;
  const now = localSide(one.task);
  if (base === null || now === null) return { state: "unknown", changed: NOTHING };
  const changed = SYNC_FIELDS.filter((field) => !isSame(base.local[field], now[field]));
  const isOld = (field: SyncField) => isOlder(base, branch, field, now[field]);
  const local = changed.filter((field) => !isOld(field));
  const state = local.length > 0 ? "ahead" : "unknown";
  return { state, changed: { ...NOTHING, local, older: changed.filter(isOld) } };
}
