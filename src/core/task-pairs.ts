import type { TaskEdit, TaskSnapshot } from "./evidence.ts";

/** One task before and after some edits, wherever its file was moved. */
export interface TaskPair {
  readonly id: string;
  /** Where its file is now, or was. */
  readonly path: string;
  readonly before: TaskSnapshot | null;
  readonly after: TaskSnapshot | null;
}

/** Joins edits by task: a file that is deleted here and added there is one task that moved. In the edits' order. */
export function taskPairs(edits: readonly TaskEdit[]): readonly TaskPair[] {
  const pairs = new Map<string, TaskPair>();
  for (const { path, before, after } of edits) {
    for (const snapshot of [before, after]) {
      if (snapshot === null) continue;
      const key = `${snapshot.ticket.remote}:${snapshot.id}`;
      const known = pairs.get(key) ?? { id: snapshot.id, path, before: null, after: null };
      pairs.set(key, {
        id: snapshot.id,
        path: snapshot === after ? path : known.path,
        before: snapshot === before ? (known.before ?? before) : known.before,
        after: snapshot === after ? after : known.after,
      });
    }
  }
  return [...pairs.values()];
}
