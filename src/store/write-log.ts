import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { appendLines, storageFault } from "./atomic.ts";
import { STORE_FOLDER } from "./compiled.ts";
import { withLock } from "./lock.ts";

/** One write to a tracker or forge. It holds no text of a ticket and no token. */
export interface WriteEntry {
  /** RFC 3339 in UTC. */
  readonly at: string;
  /** Whom git names here. */
  readonly actor: { readonly name: string; readonly email: string };
  /** Name of the policy's remote. */
  readonly remote: string;
  readonly operation: string;
  /** The ticket's key, or the branch of a pull request. */
  readonly target: string;
  readonly summary: string;
  readonly outcome: "done" | "failed";
  readonly url: string | null;
  readonly metadata: {
    readonly task: string | null;
    readonly spec: string | null;
    readonly commit: string | null;
    readonly branch: string | null;
  };
}

/** A line of the log. `prev`: hex SHA-256 of the bytes of the line before, without its line break; empty in the first line. */
export interface WriteRecord extends WriteEntry {
  readonly schemaVersion: 1;
  readonly kind: "remote-write";
  readonly prev: string;
}

/** What is wrong with the chain. `line` counts from 1. */
export interface WriteLogProblem {
  readonly line: number;
  /** `beginning`: the first line names one before it. `link`: what stands before is not what it followed. `shape`: it is no record. */
  readonly what: "beginning" | "link" | "shape";
}

/** The log as it stands. */
export interface WriteLog {
  /** The file, absolute. */
  readonly path: string;
  /** Oldest first; lines that are none are left out. */
  readonly records: readonly WriteRecord[];
  readonly lines: number;
  /** Lines that a killed process left unfinished, told by what follows them; they count from 1. */
  readonly torn: readonly number[];
  /** The first line that does not follow; null: every line does. What was cut off at the end no chain can tell. */
  readonly problem: WriteLogProblem | null;
  /** Hex SHA-256 of the last line: kept elsewhere, it tells whether the end is still there. Null: there is no line. */
  readonly head: string | null;
}

const LOG = "writes.jsonl";

/** Adds a line that follows the last one; two processes at once never follow the same. Throws Fault("storage"). */
export function recordWrite(commonDir: string, entry: WriteEntry): void {
  const path = logFile(commonDir);
  withLock(`${path}.lock`, () => {
    const text = readLog(path);
    const lines = linesOf(text);
    const last = lines.at(-1);
    const record: WriteRecord = {
      schemaVersion: 1,
      kind: "remote-write",
      ...entry,
      prev: last === undefined ? "" : digestOf(last),
    };
    // A line that a killed process left unfinished is closed, and stays what it is.
    const gap = text === "" || text.endsWith("\n") ? "" : "\n";
    appendLines(path, `${gap}${JSON.stringify(record)}\n`, "A write could not be put on record.");
  });
}

/** Reads the log and follows its chain. Throws Fault("storage") where it is there and can't be read. */
export function writeLog(commonDir: string): WriteLog {
  const path = logFile(commonDir);
  const text = readLog(path);
  const lines = linesOf(text);
  const read = lines.map((line) => recordIn(line));
  const isOpen = text !== "" && !text.endsWith("\n");
  const torn = read.flatMap((record, at) =>
    record === null && (read[at + 1] != null || (isOpen && at === lines.length - 1)) ? [at + 1] : [],
  );
  const last = lines.at(-1);
  return {
    path,
    records: read.flatMap((record) => record ?? []),
    lines: lines.length,
    torn,
    problem: problemOf(lines, read, torn),
    head: last === undefined ? null : digestOf(last),
  };
}

function problemOf(
  lines: readonly string[],
  read: readonly (WriteRecord | null)[],
  torn: readonly number[],
): WriteLogProblem | null {
  for (const [at, record] of read.entries()) {
    const line = at + 1;
    if (record === null) {
      if (torn.includes(line)) continue;
      return { line, what: "shape" };
    }
    const before = at === 0 ? undefined : lines[at - 1];
    if (record.prev !== (before === undefined ? "" : digestOf(before)))
      return { line, what: at === 0 ? "beginning" : "link" };
  }
  return null;
}

function logFile(commonDir: string): string {
  return join(commonDir, STORE_FOLDER, LOG);
}

function readLog(path: string): string {
  try {
    // One character a byte: what a damaged file holds is hashed as it is.
    return readFileSync(path, "latin1");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return "";
    throw storageFault("The log of writes can't be read.", path, cause);
  }
}

function linesOf(text: string): readonly string[] {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function digestOf(line: string): string {
  return createHash("sha256").update(line, "latin1").digest("hex");
}

function recordIn(line: string): WriteRecord | null {
  try {
    const record: WriteRecord = JSON.parse(Buffer.from(line, "latin1").toString("utf8"));
    return record.kind === "remote-write" && typeof record.prev === "string" ? record : null;
  } catch {
    return null;
  }
}
