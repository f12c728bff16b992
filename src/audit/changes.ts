import { BUILD } from "../core/build.ts";
import type { CountedPath } from "../git/change-log.ts";
import { readChangesHere } from "../git/changes-here.ts";
import { mergeLines } from "../git/merge-lines.ts";
import { shallowEdge } from "../git/names.ts";
import type { Repository } from "../git/repository.ts";

import { openColumn } from "../history/column.ts";
import { openInterner } from "../history/interner.ts";
import type { Progress } from "../history/read.ts";
import { decodeColumns, encodeColumns } from "../store/columns-file.ts";
import { readResults, resultsFile, writeResults } from "../store/results.ts";
import { type AuditRows, UNTOLD } from "./partial.ts";

/** What commits changed, as columns. */
type Changes = Required<Pick<AuditRows, "paths" | "lines">>;

const MAGIC = "golden-thread changes 1";

/** Commits between two writings of what is known: an interrupted run loses no more than that, some seconds. */
const KEEP_EVERY = 5000;

/** Paths between two writings, whosever they are: a few commits may change as much as thousands do. */
const KEEP_PATHS = 20_000;

/** So many lines take git about as long as one path more. */
const LINES_LIKE_A_PATH = 100;

/**
 * The paths and lines that commits changed, by their ids in order. It is the longest step of an audit and never changes, so it is kept
 * as it comes, and a run that was interrupted goes on where it stopped.
 */
export async function changesOf(
  repo: Repository,
  ids: readonly string[],
  {
    isMerge,
    progress,
  }: { readonly isMerge: (id: string) => boolean; readonly progress?: Progress | undefined },
): Promise<Changes> {
  const file = resultsFile(repo.commonDir, "changes");
  const known = openKnown(readResults(file));
  const edge = new Set(await shallowEdge(repo));
  const open = ids.filter((id) => !known.has(id) && !edge.has(id));
  const keep = (): void => void writeResults(file, known.encoded());
  const untold: (readonly [string, readonly CountedPath[] | null])[] = [];
  for (let from = 0; from < open.length; from += KEEP_EVERY) {
    const some = open.slice(from, from + KEEP_EVERY);
    const told = new Set<string>();
    let unkept = 0;
    const lacking = await readChangesHere(repo, some, (id, paths) => {
      told.add(id);
      known.add(id, paths);
      unkept += workOf(paths);
      if (unkept < KEEP_PATHS) return;
      keep();
      unkept = 0;
    });
    for (const id of lacking.paths) untold.push([id, null]);
    for (const [id, paths] of lacking.lines) untold.push([id, paths.map(uncounted)]);
    const lacks = new Set([...lacking.paths, ...lacking.lines.keys()]);
    const merged = await mergeLines(repo, some.filter(isMerge));
    for (const id of some) {
      if (told.has(id) || lacks.has(id)) continue;
      const own = merged.get(id);
      // Whose lines can't be told has no paths either: git tells both at once.
      if (own === null) untold.push([id, null]);
      else known.add(id, own ?? []);
    }
    keep();
    progress?.(from + some.length, "commits looked into");
  }
  // Not kept: the next fetch may bring them.
  for (const [id, paths] of untold) known.add(id, paths);
  for (const id of ids) if (edge.has(id) && !known.has(id)) known.add(id, null);
  return known.of(ids);
}

/** What it cost to look at some paths, in paths. */
function workOf(paths: readonly CountedPath[]): number {
  const lines = paths.reduce((sum, { added, deleted }) => sum + added + deleted, 0);
  return paths.length + lines / LINES_LIKE_A_PATH;
}

function uncounted(path: string): CountedPath {
  return { path, added: Number.NaN, deleted: Number.NaN };
}

interface Known {
  has(id: string): boolean;
  /** `paths`: null where nobody can tell them. */
  add(id: string, paths: readonly CountedPath[] | null): void;
  of(ids: readonly string[]): Changes;
  encoded(): readonly Uint8Array[];
}

function openKnown(data: Uint8Array | null): Known {
  const kept = data === null ? null : readKept(data);
  const rows = new Map<string, number>((kept?.ids ?? []).map((id, row) => [id, row]));
  const names = openInterner(kept?.names);
  const columns = { ends: openColumn(), entries: openColumn(), added: openColumn(), deleted: openColumn() };
  for (const name of ["ends", "entries", "added", "deleted"] as const)
    for (const value of kept?.[name] ?? []) columns[name].push(value);
  return {
    has: (id) => rows.has(id),
    add(id, paths) {
      rows.set(id, rows.size);
      if (paths === null) columns.entries.push(UNTOLD);
      for (const { path } of paths ?? []) columns.entries.push(names.number(path));
      columns.ends.push(columns.entries.length);
      const sum = (of: (one: CountedPath) => number) =>
        paths === null ? Number.NaN : paths.reduce((total, one) => total + of(one), 0);
      columns.added.push(sum(({ added }) => added));
      columns.deleted.push(sum(({ deleted }) => deleted));
    },
    of: (ids) =>
      selected(
        ids.map((id) => rows.get(id) ?? 0),
        columns,
        names.texts,
      ),
    encoded: () =>
      encodeColumns(MAGIC, {
        header: { build: BUILD, ids: [...rows.keys()], names: names.texts },
        doubles: {
          ends: columns.ends.view(),
          entries: columns.entries.view(),
          added: columns.added.view(),
          deleted: columns.deleted.view(),
        },
        bytes: {},
      }),
  };
}

function selected(
  rows: readonly number[],
  columns: Readonly<Record<"ends" | "entries" | "added" | "deleted", ReturnType<typeof openColumn>>>,
  names: readonly string[],
): Changes {
  const [ends, entries] = [columns.ends.view(), columns.entries.view()];
  const [added, deleted] = [columns.added.view(), columns.deleted.view()];
  const own = openColumn();
  const start = new Float64Array(rows.length + 1);
  rows.forEach((row, index) => {
    for (let at = row === 0 ? 0 : (ends[row - 1] ?? 0); at < (ends[row] ?? 0); at++)
      own.push(entries[at] ?? 0);
    start[index + 1] = own.length;
  });
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row] ?? 0);
  return {
    paths: { start, entries: own.view(), names },
    lines: { added: pick(added), deleted: pick(deleted) },
  };
}

interface Kept extends Readonly<Record<"ends" | "entries" | "added" | "deleted", Float64Array>> {
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

function readKept(data: Uint8Array): Kept | null {
  const file = decodeColumns(MAGIC, data);
  if (file === null) return null;
  const header: { readonly build?: string; readonly ids?: string[]; readonly names?: string[] } = Object(
    file.header,
  );
  const { ends, entries, added, deleted } = file.doubles;
  const { build, ids, names } = header;
  if (build !== BUILD || !ids || !names || !ends || !entries || !added || !deleted) return null;
  return { ids, names, ends, entries, added, deleted };
}
