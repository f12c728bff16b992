import type { ScanConfig } from "../core/reference.ts";
import type { Fingerprint } from "./fingerprint.ts";

/**
 * The compiled index: all that the hook's fast path knows. One file, `<git dir>/golden-thread/commit-msg.index`:
 *
 *     header    one line of JSON (`IndexHeader`)
 *     rows      KEY TAB MARK TAB PRINT TAB VALID-UNTIL TAB PATH, sorted by their keys
 *
 * The header tells in which block of rows a key stands, so two short reads are enough for any number of tickets.
 */
export interface IndexHeader {
  readonly format: typeof INDEX_FORMAT;
  /** The golden-thread that compiled it; another version's rules may answer otherwise. */
  readonly version: string;
  /** Top of the work tree and its git folder, absolute. */
  readonly root: string;
  readonly gitDir: string;
  /** Variables that decide which configuration files git reads, as they were; null: not set. */
  readonly env: Readonly<Record<(typeof CONFIG_VARIABLES)[number], string | null>>;
  /** Null: messages may be judged by this index. Else why, under this law, the engine is asked every time. */
  readonly slow: string | null;
  /** False: what the law was read from was changed so recently that its prints prove nothing yet. */
  readonly settled: boolean;
  /** Digest of the law that decided the rows. */
  readonly law: string;
  readonly scan: ScanConfig;
  /** Where in a message naming an authorised ticket is accepted. */
  readonly spots: readonly Spot[];
  /** Key of the trailer that the policy wants references in. */
  readonly trailer: string;
  /** Branches that need no ticket in their name, as far as they were asked about; null: none does. */
  readonly freeBranches: readonly string[] | null;
  /** What git takes for a comment at the start of a line, where it strips comments. */
  readonly comment: string;
  /** Git's configuration files, absolute, also absent ones that git would read. */
  readonly configs: Prints;
  /** Files and folders that the law and the list of tickets were read from, root-relative, also absent ones. */
  readonly sources: Prints;
  /** Folders on the way to a source or a ticket, root-relative; only that they are the same ones. */
  readonly ways: Prints;
  /** Milliseconds for which an answer of a tracker counts: a row that holds for longer is one of before the clock was set back. */
  readonly freshMs: number;
  readonly rows: RowTable;
}

/** Where rows stand: behind the header's line break, in blocks that one read can hold. */
export interface RowTable {
  readonly count: number;
  readonly bytes: number;
  /** First key of each block, and the block's offset from the first row. */
  readonly blocks: readonly (readonly [key: string, offset: number])[];
}

/** What each of some paths looked like. */
export type Prints = readonly (readonly [path: string, print: Fingerprint])[];

/** One ticket, or one file that holds none (its key is then `!` and the path). */
export interface IndexRow {
  /** Grammar and canonical id, as `rowKey` puts them. */
  readonly key: string;
  /** False: known, and left to the engine. */
  readonly authorised: boolean;
  /** Of the ticket's file. */
  readonly print: Fingerprint;
  /** Milliseconds since 1970; null: as long as the file stands. */
  readonly validUntil: number | null;
  /** Root-relative; null: the ticket is no file. */
  readonly path: string | null;
}

/**
 * Where a reference stands in a message. `subject-start`, `subject-end`: the very first or last thing of the first line,
 * at the end brackets may enclose it; `named-trailer`: in a trailer of the policy's own key. Such a one is also a
 * `subject` or `trailer`.
 */
export const SPOTS = ["subject-start", "subject-end", "subject", "body", "named-trailer", "trailer"] as const;
/** One of them. */
export type Spot = (typeof SPOTS)[number];

/** Raised whenever the meaning of a header or row changes. */
export const INDEX_FORMAT = 3;

/** Below the work tree's git folder (`git rev-parse --git-path golden-thread`). */
export const STORE_FOLDER = "golden-thread";

/** Path of the index of a work tree's git folder. */
export function indexFile(gitDir: string): string {
  return `${gitDir}/${STORE_FOLDER}/commit-msg.index`;
}

/** Git finds the user's configuration by these; everything named GIT_CONFIG_* goes to the engine. */
export const CONFIG_VARIABLES = ["HOME", "XDG_CONFIG_HOME"] as const;

/** What one read of the index takes in bytes: a header of the usual length, or a block of rows. */
export const ONE_READ = 64 * 1024;

/** Longest line of a row in bytes; a ticket whose row would be longer is left to the engine. */
export const LONGEST_ROW = 4096;

/** Two grammars may use the same id. */
export function rowKey(provider: string, id: string): string {
  return `${provider}:${id}`;
}

/** One line back to a row; null where it is none. */
export function parseRow(line: string): IndexRow | null {
  const [key, mark, print, until, path] = line.split("\t");
  if (key === undefined || print === undefined || path === undefined) return null;
  const validUntil = until === "-" ? null : Number(until);
  if (validUntil !== null && !Number.isFinite(validUntil)) return null;
  return { key, authorised: mark === "+", print, validUntil, path: path === "" ? null : path };
}

/** Whether a parsed first line is a header that this version wrote. */
export function isHeader(value: unknown, version: string): value is IndexHeader {
  if (typeof value !== "object" || value === null) return false;
  if (!("format" in value) || value.format !== INDEX_FORMAT) return false;
  return "version" in value && value.version === version && "rows" in value;
}
