import { closeSync, openSync, readSync } from "node:fs";
import { type IndexHeader, type IndexRow, isHeader, ONE_READ, parseRow } from "./compiled.ts";

/** An open index. `find` costs one short read, whatever the index's size. */
export interface IndexReader {
  readonly header: IndexHeader;
  find(key: string): IndexRow | null;
  close(): void;
}

/** Of a character in UTF-8, by UTF-16 unit. */
const MOST_BYTES = 3;

/** No header is that long: the file is not ours. */
const LONGEST_HEADER = 16 * 1024 * 1024;

/** Opens an index that `version` compiled; null where it is another's. Throws where there is none. */
export function openIndex(path: string, version: string): IndexReader | null {
  const descriptor = openSync(path, "r");
  const line = firstLine(descriptor);
  const header: unknown = line === null ? null : JSON.parse(line);
  if (line === null || !isHeader(header, version)) {
    closeSync(descriptor);
    return null;
  }
  const start = Buffer.byteLength(line) + 1;
  return {
    header,
    find: (key) => findRow(descriptor, start, header, key),
    close: () => closeSync(descriptor),
  };
}

function firstLine(descriptor: number): string | null {
  for (let size = ONE_READ; size <= LONGEST_HEADER; size *= 16) {
    const text = readAt(descriptor, 0, size);
    const end = text.indexOf("\n");
    if (end >= 0) return text.slice(0, end);
    // Characters, not bytes: a header that is not whole after this read has another one to come.
    if (text.length < size / MOST_BYTES) return null;
  }
  return null;
}

function findRow(descriptor: number, start: number, { rows }: IndexHeader, key: string): IndexRow | null {
  const block = lastNotAbove(rows.blocks, key);
  const [, from] = rows.blocks[block] ?? [];
  if (from === undefined) return null;
  const [, to] = rows.blocks[block + 1] ?? ["", rows.bytes];
  // With the line break above: the header's, if no other.
  const text = readAt(descriptor, start + from - 1, to - from + 1);
  const at = text.indexOf(`\n${key}\t`);
  const end = at < 0 ? -1 : text.indexOf("\n", at + 1);
  return end < 0 ? null : parseRow(text.slice(at + 1, end));
}

/** Index of the last block whose first key is not above `key`; -1: there is none. */
function lastNotAbove(blocks: IndexHeader["rows"]["blocks"], key: string): number {
  let low = -1;
  let high = blocks.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const [first = ""] = blocks[middle] ?? [];
    if (first <= key) low = middle;
    else high = middle;
  }
  return low;
}

function readAt(descriptor: number, position: number, length: number): string {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.toString("utf8", 0, readSync(descriptor, bytes, 0, length, position));
}
