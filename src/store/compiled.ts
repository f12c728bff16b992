import type { ScanConfig } from "../core/reference.ts";
import type { Fingerprint } from "./fingerprint.ts";

/**
 * The compiled index: all that the hook's fast path knows. One file, `<git dir>/golden-thread/commit-msg.index`:
 *
 *     header    one line of JSON (`IndexHeader`)
 *     rows      KEY TAB MARK TAB PRINT TAB VALID-UNTIL TAB PATH, sorted by the bytes of their keys
 *
 * A row is found by halving the file, so nothing grows with the number of tickets.
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
  readonly rows: { readonly count: number; readonly bytes: number };
}

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
export type Spot = (typeof SPOTS)[number];

/** Raised whenever the meaning of a header or row changes. */
export const INDEX_FORMAT = 1;

/** Below the work tree's git folder (`git rev-parse --git-path golden-thread`). */
export const STORE_FOLDER = "golden-thread";

/** Path of the index of a work tree's git folder. */
export function indexFile(gitDir: string): string {
  return `${gitDir}/${STORE_FOLDER}/commit-msg.index`;
}

/** Git finds the user's configuration by these; everything named GIT_CONFIG_* goes to the engine. */
export const CONFIG_VARIABLES = ["HOME", "XDG_CONFIG_HOME"] as const;

/** Longest line of a row in bytes; a ticket whose row would be longer is left to the engine. */
export const LONGEST_ROW = 4096;

/** Two grammars may use the same id. */
export function rowKey(provider: string, id: string): string {
  return `${provider}:${id}`;
}

/** The index as bytes. Rows that the format can't hold are left out: no row means "ask the engine". */
export function encodeIndex(header: Omit<IndexHeader, "rows">, rows: Iterable<IndexRow>): Buffer {
  const lines = [...rows].map((row) => Buffer.from(rowLine(row), "utf8")).filter(fits);
  // The halving compares bytes; UTF-16 order differs from that above U+FFFF.
  lines.sort(Buffer.compare);
  const body = Buffer.concat(lines);
  const full: IndexHeader = { ...header, rows: { count: lines.length, bytes: body.byteLength } };
  return Buffer.concat([Buffer.from(`${JSON.stringify(full)}\n`, "utf8"), body]);
}

function rowLine({ key, authorised, print, validUntil, path }: IndexRow): string {
  const fields = [key, authorised ? "+" : "-", print, validUntil ?? "-", path ?? ""];
  const line = fields.join("\t");
  return line.split("\t").length === fields.length && !line.includes("\n") ? `${line}\n` : "";
}

function fits(line: Buffer): boolean {
  return line.byteLength > 0 && line.byteLength <= LONGEST_ROW;
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
