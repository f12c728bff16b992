import type { Blocks } from "./blocks.ts";
import { ascendingOf, type Lists, listsOf, numbersOf, pathsOf } from "./columns.ts";
import type { Route } from "./route.ts";
import { wordsOf } from "./select.ts";

/** The files of the tree, by path. */
export interface Files {
  readonly count: number;
  readonly paths: readonly string[];
  /** -1: not known. */
  readonly lines: Int32Array;
  /** 0 no ticket leads to it, 1 one does, 2 the policy exempts it. */
  readonly covers: Uint8Array;
  readonly tickets: Lists;
}

/** What a file's cover means, by its number. */
export const COVERS = ["No ticket", "Has a ticket", "Exempt", "Unknown ticket"] as const;

/** Reads the files; null: the tree was not looked at. */
export function filesOf(blocks: Blocks): Files | null {
  const files = blocks.files();
  if (files === null) return null;
  const { count } = files;
  return {
    count,
    paths: pathsOf(files.paths),
    lines: numbersOf(files.lines, count),
    covers: Uint8Array.from(files.covers, Number),
    tickets: listsOf(files.tickets, count),
  };
}

/** Files that all terms hold for. */
export function selectFiles(files: Files, terms: Route["terms"]): Uint32Array {
  const { folder, state, gap, q = "", sort = "" } = terms;
  const words = wordsOf(q);
  const below = folder === undefined || folder === "." ? "" : `${folder}/`;
  const covers = coversOf(state, gap);
  const rows = files.paths.flatMap((path, row) => {
    if (!path.startsWith(below) || covers?.has(files.covers[row] ?? 0) === false) return [];
    const name = path.toLowerCase();
    return words.every((word) => name.includes(word)) ? [row] : [];
  });
  const sign = sort.startsWith("-") ? -1 : 1;
  if (sort.endsWith("lines"))
    rows.sort((a, b) => sign * ((files.lines[a] ?? 0) - (files.lines[b] ?? 0)) || a - b);
  return Uint32Array.from(rows);
}

/** Places in `COVERS`; null: any. A ticket that nobody knows leads nowhere. */
function coversOf(state: string | undefined, gap: string | undefined): ReadonlySet<number> | null {
  if (gap !== undefined) return new Set([0, 3]);
  return state === undefined ? null : new Set([Number(state)]);
}

/** Indexes that a gap hits; none where there is no such gap of this kind. */
export function hitBy(
  gaps: readonly {
    readonly code: string;
    readonly of: string;
    readonly count: number;
    readonly indexes: string;
  }[],
  of: "ticket" | "file",
  code: string,
): Uint32Array {
  const gap = gaps.find((one) => one.of === of && one.code === code);
  return gap === undefined ? new Uint32Array() : ascendingOf(gap.indexes, gap.count);
}
