import type { TaskEdit, TaskProblem, TaskSnapshot } from "../core/evidence.ts";
import { readBlobs } from "../git/blobs.ts";
import { type ChangedBlob, changedBlobs, stagedBlobs } from "../git/changed-blobs.ts";
import { head, type Repository } from "../git/repository.ts";
import type { Tasks } from "../tasks/store.ts";

/** A task file above this is no task; the same limit as for the trusted tree's. */
export const TASK_LIMIT = 1024 * 1024;

/**
 * What commits do to task files: for each commit id (against its first parent) the edits of files in task folders.
 * Three children of git whatever the number of commits. Commits without such edits have no entry.
 */
export async function taskEdits(
  repo: Repository,
  tasks: Tasks,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly TaskEdit[]>> {
  const folders = foldersOf(tasks);
  if (folders.length === 0 || ids.length === 0) return new Map();
  return editsOf(repo, tasks, await changedBlobs(repo, ids, folders));
}

/**
 * What the commit being written does to tasks that are no longer open in the working tree: closing one is part of the work
 * that it authorises, so these count as they stood in HEAD. `ids`: canonical ids of tasks that are cited and closed.
 */
export async function stagedClosings(
  repo: Repository,
  tasks: Tasks,
  ids: ReadonlySet<string>,
): Promise<readonly TaskEdit[]> {
  const folders = foldersOf(tasks);
  const { oid } = await head(repo);
  if (folders.length === 0 || ids.size === 0 || oid === null) return [];
  const edits = await editsOf(repo, tasks, new Map([[oid, await stagedBlobs(repo, oid, folders)]]));
  return (edits.get(oid) ?? []).filter(({ before }) => before !== null && ids.has(before.id));
}

/** What the commit being written does to task files, against `base` (an id of a commit or of the empty tree). */
export async function stagedEdits(
  repo: Repository,
  tasks: Tasks,
  base: string,
): Promise<readonly TaskEdit[]> {
  const folders = foldersOf(tasks);
  if (folders.length === 0) return [];
  const edits = await editsOf(repo, tasks, new Map([[base, await stagedBlobs(repo, base, folders)]]));
  return edits.get(base) ?? [];
}

function foldersOf(tasks: Tasks): readonly string[] {
  return tasks.backlogs.flatMap((backlog) => backlog.folders.map((folder) => folder.path));
}

async function editsOf(
  repo: Repository,
  tasks: Tasks,
  changed: ReadonlyMap<string, readonly ChangedBlob[]>,
): Promise<ReadonlyMap<string, readonly TaskEdit[]>> {
  const blobs = await readBlobs(repo, oidsOf(changed.values()), TASK_LIMIT);
  const edits = new Map<string, readonly TaskEdit[]>();
  for (const [id, files] of changed) {
    const own = await Promise.all(
      files.filter(({ path }) => tasks.isTaskPath(path)).map((file) => editOf(tasks, file, blobs)),
    );
    if (own.length > 0) edits.set(id, own);
  }
  return edits;
}

function oidsOf(files: Iterable<readonly ChangedBlob[]>): Set<string> {
  const oids = new Set<string>();
  for (const { before, after } of [...files].flat()) {
    if (before !== null) oids.add(before);
    if (after !== null) oids.add(after);
  }
  return oids;
}

type Blobs = ReadonlyMap<string, Uint8Array | "missing" | "too large">;

async function editOf(tasks: Tasks, file: ChangedBlob, blobs: Blobs): Promise<TaskEdit> {
  const before = await snapshot(tasks, file.path, file.before, blobs);
  const after = await snapshot(tasks, file.path, file.after, blobs);
  const { path, status } = file;
  return { path, commit: 0, status, before: before.task, after: after.task, problems: after.problems };
}

async function snapshot(
  tasks: Tasks,
  path: string,
  oid: string | null,
  blobs: Blobs,
): Promise<{ readonly task: TaskSnapshot | null; readonly problems: readonly TaskProblem[] }> {
  if (oid === null) return { task: null, problems: [] };
  const bytes = blobs.get(oid) ?? "missing";
  if (typeof bytes === "string") return { task: null, problems: [unreadable(bytes)] };
  const parsed = await tasks.parse(path, bytes);
  if (parsed === null) return { task: null, problems: [] };
  const { ticket, guarded, problems } = parsed;
  const task = ticket === null || guarded === null ? null : { id: ticket.id, ticket, guarded };
  return { task, problems };
}

function unreadable(why: "missing" | "too large"): TaskProblem {
  return why === "missing"
    ? { code: "file-unreadable", line: 1, detail: "git has no such object here" }
    : { code: "file-too-large", line: 1, detail: `more than ${TASK_LIMIT} bytes` };
}
