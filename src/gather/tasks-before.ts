import type { Lookup } from "../core/ticket.ts";
import { readBlobs } from "../git/blobs.ts";
import { pathOids } from "../git/path-oids.ts";
import type { Repository } from "../git/repository.ts";
import type { Tasks } from "../tasks/store.ts";
import { TASK_LIMIT } from "./task-edits.ts";

/** One commit and the local tasks that it cites; each task with the paths at which its file may have stood. */
export interface TaskQuestion {
  readonly commit: string;
  readonly id: string;
  readonly paths: readonly string[];
}

/**
 * Local tasks as they stood in the tree that a commit was made on: its first parent's. Answers only where exactly one file
 * there is the task; where there is none or more, whatever is known otherwise stands. Keyed by commit, then by id.
 */
export async function tasksBefore(
  repo: Repository,
  tasks: Tasks,
  questions: readonly TaskQuestion[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Lookup>>> {
  const places = questions.flatMap(({ commit, id, paths }) => paths.map((path) => ({ commit, id, path })));
  const oids = await pathOids(
    repo,
    places.map(({ commit, path }) => `${commit}^1:${path}`),
  );
  const blobs = await readBlobs(repo, new Set(oids.filter((oid) => oid !== null)), TASK_LIMIT);
  const found = new Map<string, Map<string, Lookup[]>>();
  for (const [index, { commit, id, path }] of places.entries()) {
    const bytes = blobs.get(oids[index] ?? "");
    if (bytes === undefined || typeof bytes === "string") continue;
    const ticket = (await tasks.parse(path, bytes))?.ticket;
    if (ticket?.id !== id) continue;
    const own = found.get(commit) ?? new Map<string, Lookup[]>();
    found.set(commit, own.set(id, [...(own.get(id) ?? []), { status: "found", ticket, source: "file" }]));
  }
  return new Map([...found].map(([commit, own]) => [commit, withoutDoubt(own)] as const));
}

function withoutDoubt(own: ReadonlyMap<string, readonly Lookup[]>): ReadonlyMap<string, Lookup> {
  return new Map(
    [...own].flatMap(([id, [first, ...more]]) => (first && more.length === 0 ? [[id, first] as const] : [])),
  );
}
