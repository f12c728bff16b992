import type { Commit, PathChange } from "../core/change.ts";
import { personIn } from "../core/people.ts";
import type { GrammarId, Place, Role } from "../core/reference.ts";
import type { ToldColumns } from "./told.ts";

/** A reference as a history keeps it: whose, which, where, how; without offsets, so that commits share it. */
export interface Cited {
  readonly provider: GrammarId;
  readonly id: string;
  readonly remote: string | null;
  readonly place: Place;
  readonly role: Role;
  /** See `spotOf` in core; noted only where a rule asks for it. */
  readonly spot?: string;
}

/** What git said of a commit, in bits of `HistoryTable.flags`. */
export const FLAG = {
  merge: 1,
  root: 2,
  /** The message claims to revert, cherry-pick or amend another commit. */
  claim: 4,
} as const;

/**
 * A walked history as columns: entry i of each is commit i, newest first. Texts are numbers into tables.
 * It holds what a commit says of itself, never a judgement, so it stays true for as long as the commit exists.
 */
export interface HistoryTable {
  readonly count: number;
  /** Bytes of an object id: 20 or 32. */
  readonly idBytes: number;
  /** Raw object ids, one after the other. */
  readonly ids: Uint8Array;
  /** Seconds since 1970. */
  readonly authored: Float64Array;
  readonly committed: Float64Array;
  /** Index into `citedSets`. 0 is the empty set. */
  readonly cited: Float64Array;
  /** Index into `authors`. */
  readonly author: Float64Array;
  readonly flags: Float64Array;
  /** Null: changed paths were not asked for. Else commit i has entries `start[i]` up to `start[i + 1]`. */
  readonly paths: { readonly start: Float64Array; readonly entries: Float64Array } | null;
  /** Null: not asked for. */
  readonly told: ToldColumns | null;
  readonly citedSets: readonly (readonly Cited[])[];
  /** `Name <mail>` as the commit header has it; where it was asked for, the committer and co-authors below, each in a line. See `makersIn`. */
  readonly authors: readonly string[];
  /** Changed paths; an entry of `paths.entries` is `number * 4 + status`, status an index into `STATUSES`. */
  readonly pathNames: readonly string[];
}

/** How a path changed, by its number in `HistoryTable.paths.entries`. */
export const STATUSES: readonly PathChange["status"][] = ["added", "modified", "deleted"];

/** Two bits of an entry hold the status. */
export const STATUS_SPAN = 4;

/** The object id of commit `index`, in lower-case hex. */
export function idAt(table: HistoryTable, index: number): string {
  const start = index * table.idBytes;
  return Buffer.from(table.ids.buffer, table.ids.byteOffset + start, table.idBytes).toString("hex");
}

/** The author of commit `index`, as its header has it. */
export function authorAt(table: HistoryTable, index: number): string {
  return authorOf(table.authors[table.author[index] ?? 0] ?? "");
}

/** The author's line of an entry of `authors`. */
export function authorOf(makers: string): string {
  const end = makers.indexOf("\n");
  return end < 0 ? makers : makers.slice(0, end);
}

/** Who made the commits of an entry of `authors`. */
export function makersIn(
  makers: string,
): Pick<Commit, "author" | "committer"> & Required<Pick<Commit, "coAuthors">> {
  const [author = personIn(""), committer = author, ...coAuthors] = makers.split("\n").map(personIn);
  return { author, committer, coAuthors };
}

/** The references of commit `index`. */
export function citedAt(table: HistoryTable, index: number): readonly Cited[] {
  return table.citedSets[table.cited[index] ?? 0] ?? [];
}

/** The changed paths of commit `index`; modes and object ids are not kept. Null: not asked for. */
export function pathsAt(table: HistoryTable, index: number): readonly PathChange[] | null {
  if (table.paths === null) return null;
  const { start, entries } = table.paths;
  const own = entries.subarray(start[index] ?? 0, start[index + 1] ?? 0);
  return Array.from(own, (entry) => ({
    path: table.pathNames[Math.floor(entry / STATUS_SPAN)] ?? "",
    status: STATUSES[entry % STATUS_SPAN] ?? "modified",
    mode: "",
    oid: "",
  }));
}
