import type { TaskEdit } from "../core/evidence.ts";
import { taskPairs } from "../core/task-pairs.ts";
import { type Lookup, lookupKey } from "../core/ticket.ts";
import { type HistoryTable, idAt } from "./table.ts";

/** Local tasks as they stood before each commit, told by the edits of the same history. */
export interface Timeline {
  /** No commit of this history edits a task. */
  readonly empty: boolean;
  /** The task at commit `index`, before that commit's own edit; null: no commit since has edited it, so it is as now. */
  at(key: string, index: number): Lookup | null;
  /** Which of the task's versions that is: the same number, the same version. -1: as now. */
  version(key: string, index: number): number;
}

/** One edit of a task: the index of its commit, newest first, and what the task was before it. */
interface Moment {
  readonly index: number;
  readonly before: Lookup;
}

/**
 * A task that is done today was open while it was worked on. The order is the table's, newest first by committer time; who
 * backdates a commit is told by rules that compare it with the ticket, not here.
 */
export function timelineOf(table: HistoryTable, edits: ReadonlyMap<string, readonly TaskEdit[]>): Timeline {
  const moments = momentsOf(table, edits);
  const find = (key: string, index: number) => moments.get(key)?.findLast((moment) => moment.index <= index);
  return {
    empty: moments.size === 0,
    at: (key, index) => find(key, index)?.before ?? null,
    version: (key, index) => find(key, index)?.index ?? -1,
  };
}

function momentsOf(
  table: HistoryTable,
  edits: ReadonlyMap<string, readonly TaskEdit[]>,
): ReadonlyMap<string, readonly Moment[]> {
  const moments = new Map<string, Moment[]>();
  if (edits.size === 0) return moments;
  for (let index = 0; index < table.count; index++) {
    for (const { before, after } of taskPairs(edits.get(idAt(table, index)) ?? [])) {
      const task = before ?? after;
      if (task === null) continue;
      const key = lookupKey(task.ticket.remote, task.id);
      const own = moments.get(key) ?? [];
      own.push({ index, before: { status: "found", ticket: task.ticket, source: "file" } });
      moments.set(key, own);
    }
  }
  return moments;
}
