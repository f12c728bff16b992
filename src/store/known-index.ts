import { readFileSync } from "node:fs";
import { BUILD } from "../core/build.ts";
import { type IndexHeader, type IndexRow, isHeader, type Prints, parseRow } from "./compiled.ts";
import type { Origins } from "./current.ts";
import { isFolder } from "./fingerprint.ts";

/** An index as it was found. */
export interface KnownIndex {
  readonly header: IndexHeader;
  readonly bytes: Buffer;
  /** By key. */
  rows(): ReadonlyMap<string, IndexRow>;
}

/** Reads all of an index; null: there is none that this version wrote. */
export function knownIndex(file: string): KnownIndex | null {
  try {
    const bytes = readFileSync(file);
    const start = bytes.indexOf("\n") + 1;
    const header: unknown = JSON.parse(bytes.toString("utf8", 0, start));
    if (!isHeader(header, BUILD) || bytes.byteLength !== start + header.rows.bytes) return null;
    return { header, bytes, rows: () => rowsIn(bytes.toString("utf8", start)) };
  } catch {
    // Absent, torn or not ours: it is made anew.
    return null;
  }
}

/**
 * Whether its rows were decided under the same law, from the same files. Lists of names may differ, since each row tells
 * its own file's print, and so may `nameless` files, since they are asked again every time.
 */
export function isReusable(
  { header }: KnownIndex,
  law: string,
  origins: Origins,
  nameless: readonly string[],
): boolean {
  if (header.law !== law || header.root !== origins.root || !header.settled) return false;
  const before = filesOf(header.sources, nameless);
  const now = filesOf(origins.sources, nameless);
  return before.size === now.size && [...now].every(([path, print]) => before.get(path) === print);
}

function filesOf(sources: Prints, nameless: readonly string[]): ReadonlyMap<string, string> {
  return new Map(sources.filter(([path, print]) => !isFolder(print) && !nameless.includes(path)));
}

function rowsIn(text: string): ReadonlyMap<string, IndexRow> {
  const rows = new Map<string, IndexRow>();
  for (const line of text.split("\n")) {
    const row = parseRow(line);
    if (row !== null) rows.set(row.key, row);
  }
  return rows;
}
