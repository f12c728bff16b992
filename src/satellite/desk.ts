import { askableTracker } from "../connect/askable.ts";
import type { Haste } from "../connect/patience.ts";
import { Fault } from "../core/fault.ts";
import type { RemoteLaw } from "../core/law.ts";
import type { Tree } from "../core/ports.ts";
import type { Tracker } from "../core/tracker.ts";
import { type Gate, type GateWorld, openGate } from "../gate.ts";
import { taskLinks } from "../store/task-links.ts";
import type { Backlog } from "../tasks/backlog.ts";
import { folderOf } from "../tasks/backlog.ts";
import { canonicalTaskId } from "../tasks/id.ts";
import type { ParsedTask } from "../tasks/parse.ts";
import type { Tasks } from "../tasks/store.ts";
import { type LinkGround, linkOf, type TaskLink } from "./link.ts";

/** One task of the repository with the ticket that it follows. */
export interface DeskTask {
  /** Canonical id. */
  readonly id: string;
  readonly path: string;
  readonly task: ParsedTask;
  readonly backlog: Backlog;
  /** Null: it follows none. */
  readonly link: TaskLink | null;
}

/** One that follows a ticket. */
export type LinkedTask = DeskTask & { readonly link: TaskLink };

/** Everything that commands about tasks and their tickets work with, opened once. */
export interface Desk {
  readonly gate: Gate;
  /** The work tree's root. */
  readonly root: string;
  readonly tasks: Tasks;
  readonly ground: LinkGround;
  /** Every task that can be read, archived ones too, by path. */
  readonly all: readonly DeskTask[];
  /** A remote's tracker; asked for once. Throws what stands against asking it. */
  tracker(remote: RemoteLaw): Promise<Tracker>;
}

/** Opens it. `haste`: how long its trackers may take. Throws Fault("repository") where there is no work tree. */
export async function openDesk(world: GateWorld, haste: Haste = "command"): Promise<Desk> {
  const gate = await openGate(world, { place: "hook", haste });
  const { root, commonDir } = gate.repo;
  if (root === null)
    throw new Fault("repository", "A bare repository has no task files to work on.", {
      wanted: "a work tree",
      fix: "git clone it, and run the command there",
    });
  const tasks = await gate.tasks();
  const ground = { remotes: gate.law.remotes, reader: gate.reader, links: taskLinks(commonDir) };
  const trackers = new Map<string, Promise<Tracker>>();
  return {
    gate,
    root,
    tasks,
    ground,
    all: await deskTasks(tasks, ground),
    tracker(remote) {
      const { env, now } = world;
      const options = { commonDir: null, env, lawIsTrusted: false, haste, now } as const;
      const opened = trackers.get(remote.name) ?? askableTracker(remote, options);
      trackers.set(remote.name, opened);
      return opened;
    },
  };
}

/** The tasks of an opened store with their links. */
export async function deskTasks(tasks: Tasks, ground: LinkGround): Promise<readonly DeskTask[]> {
  const found: DeskTask[] = [];
  for await (const task of tasks.each()) {
    const backlog = tasks.backlogs.find((one) => folderOf(one, task.path) !== null);
    const id = task.ticket?.id;
    if (id === undefined || backlog === undefined) continue;
    found.push({ id, path: task.path, task, backlog, link: linkOf(task, ground) });
  }
  return found;
}

/** The task that somebody names in a command. Throws Fault("usage") where there is none, or several files claim it. */
export function namedTask({ all }: Pick<Desk, "all">, written: string): DeskTask {
  const id = canonicalTaskId(written);
  const named = all.filter((one) => one.id === id && one.task.kind !== "archived");
  const [first, ...others] = named.length > 0 ? named : all.filter((one) => one.id === id);
  if (first !== undefined && others.length === 0) return first;
  const paths = [first, ...others].flatMap((one) => one?.path ?? []);
  throw new Fault("usage", first === undefined ? "There is no such task." : "Several files are this task.", {
    found: first === undefined ? written : paths.join(", "),
    wanted: first === undefined ? "a task of this repository, such as TASK-7" : "one file for each id",
    fix: "golden-thread remote status",
  });
}

/** The files that are one task; what was completed or archived beside a later copy is none of them. */
export function filesOf({ all }: Pick<Desk, "all">, id: string): readonly string[] {
  const files = all.filter((one) => one.id === id);
  const open = files.filter(({ task }) => task.kind === "active" || task.kind === "draft");
  return (open.length > 0 ? open : files).map(({ path }) => path);
}

/** A file's text as it is to be edited: every byte of it stays. */
export async function textOf(tree: Tree, path: string): Promise<string> {
  const bytes = await tree.read(path);
  if (bytes === null) throw new Fault("storage", `${path} is gone.`, { fix: "run the command again" });
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
