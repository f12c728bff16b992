import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { type IndexHeader, type IndexRow, isHeader, LONGEST_ROW, parseRow } from "./compiled.ts";

/** An open index. `find` reads a few kilobytes, whatever the index's size. */
export interface IndexReader {
  readonly header: IndexHeader;
  find(key: string): IndexRow | null;
  close(): void;
}

/** Holds a header with some dozens of sources; a longer one is read in further steps. */
const FIRST_READ = 16 * 1024;

/** What one read takes while rows are searched: a longer one costs less than three more halvings. */
const WINDOW = 32 * 1024;

/** No header is that long: the file is not ours. */
const LONGEST_HEADER = 4 * 1024 * 1024;

const NEWLINE = 0x0a;
const TAB = 0x09;

/** Opens an index that `version` compiled; null where it is another's, or torn. Throws where there is none. */
export function openIndex(path: string, version: string): IndexReader | null {
  const descriptor = openSync(path, "r");
  const opened = readIndex(descriptor, version);
  if (opened === null) closeSync(descriptor);
  return opened;
}

function readIndex(descriptor: number, version: string): IndexReader | null {
  const line = firstLine(descriptor);
  if (line === null) return null;
  const header: unknown = JSON.parse(line.toString("utf8"));
  if (!isHeader(header, version)) return null;
  const start = line.byteLength + 1;
  const end = start + header.rows.bytes;
  if (fstatSync(descriptor).size !== end) return null;
  return {
    header,
    find: (key) => findRow(descriptor, start, end, key),
    close: () => closeSync(descriptor),
  };
}

function firstLine(descriptor: number): Buffer | null {
  for (let size = FIRST_READ; size <= LONGEST_HEADER; size *= 4) {
    const bytes = readAt(descriptor, 0, size);
    const end = bytes.indexOf(NEWLINE);
    if (end >= 0) return bytes.subarray(0, end);
    if (bytes.byteLength < size) return null;
  }
  return null;
}

/** Halves [low, high) by the first row that begins after the middle, until one read holds what is left. */
function findRow(descriptor: number, start: number, end: number, key: string): IndexRow | null {
  const wanted = Buffer.from(key, "utf8");
  let low = start;
  let high = end;
  while (high - low > WINDOW) {
    const middle = low + Math.floor((high - low) / 2);
    const bytes = readAt(descriptor, middle, 2 * LONGEST_ROW);
    const row = bytes.indexOf(NEWLINE) + 1;
    if (row === 0) return null;
    if (middle + row >= high) {
      high = middle + 1;
      continue;
    }
    const order = Buffer.compare(bytes.subarray(row, bytes.indexOf(TAB, row)), wanted);
    if (order <= 0) low = middle + row;
    else high = middle + row;
  }
  return rowIn(readAt(descriptor, low - 1, high - low + 1 + LONGEST_ROW), key);
}

/** The line before a row ends with a line break: the header's, if no other. */
function rowIn(bytes: Buffer, key: string): IndexRow | null {
  const at = bytes.indexOf(`\n${key}\t`);
  const end = at < 0 ? -1 : bytes.indexOf(NEWLINE, at + 1);
  return end < 0 ? null : parseRow(bytes.toString("utf8", at + 1, end));
}

function readAt(descriptor: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, position));
}
