import type { TaskEdit, TaskSnapshot } from "./evidence.ts";

/** One task before and after some edits, wherever its file was moved. */
export interface TaskPair {
  readonly id: string;
  /** Where its file is now, or was. */
  readonly path: string;
  readonly before: TaskSnapshot | null;
  readonly after: TaskSnapshot | null;
}

/**
 * Joins edits by task: a file that is deleted here and added there is one task that moved. A file that is edited in
 * place stands for itself, so that a second file of the same id can hide nothing that happens to the first.
 */
export function taskPairs(edits: readonly TaskEdit[]): readonly TaskPair[] {
  const inPlace = edits.flatMap(({ path, before, after }) =>
    before !== null && isSame(before, after) ? [{ id: before.id, path, before, after }] : [],
  );
  const others = edits.filter(({ before, after }) => !isSame(before, after));
  const came = others.flatMap(({ path, after }) => (after === null ? [] : [{ path, after }]));
  const moved = others.flatMap(({ path, before }): readonly TaskPair[] => {
    if (before === null) return [];
    const index = came.findIndex(({ after }) => isSame(before, after));
    const [arrival] = index === -1 ? [] : came.splice(index, 1);
    return [{ id: before.id, path: arrival?.path ?? path, before, after: arrival?.after ?? null }];
  });
  return [
    ...inPlace,
    ...moved,
    ...came.map(({ path, after }) => ({ id: after.id, path, before: null, after })),
  ];
}

function isSame(a: TaskSnapshot | null, b: TaskSnapshot | null): boolean {
  return a !== null && b !== null && a.id === b.id && a.ticket.remote === b.ticket.remote;
}
