import type { HistoryTable } from "./table.ts";

/** What a stored history is good for; it is used only where all of it is the same again. */
export interface StoredFor {
  /** Version of golden-thread, whose scanner read it. */
  readonly version: string;
  /** The scan configuration and remotes that it was read with, as JSON. */
  readonly reading: string;
  /** The commit from which everything reachable was walked. */
  readonly tip: string;
}

interface Header extends StoredFor {
  readonly count: number;
  readonly idBytes: number;
  readonly paths: number | null;
  /** Bytes of subjects and kin; null: neither was asked for. */
  readonly told: readonly [number, number] | null;
  readonly citedSets: HistoryTable["citedSets"];
  readonly authors: readonly string[];
  readonly pathNames: readonly string[];
}

/** First bytes of the file; the number goes up with every change of the layout. */
const MAGIC = "golden-thread history 2\n";

/** Doubles are read in place, so every column starts at a multiple of their size. */
const ALIGN = 8;

/** A history as bytes: magic, length and text of a JSON header, then the columns as little-endian doubles. */
export function encodeHistory(table: HistoryTable, stored: StoredFor): readonly Uint8Array[] {
  const { count, idBytes, citedSets, authors, pathNames, paths, told } = table;
  const header: Header = {
    ...stored,
    count,
    idBytes,
    paths: paths === null ? null : paths.entries.length,
    told: told && [told.subjects.bytes.length, told.kin.bytes.length],
    citedSets,
    authors,
    pathNames,
  };
  const text = Buffer.from(JSON.stringify(header));
  const lead = Buffer.from(`${MAGIC}${String(text.length).padStart(12, "0")}\n`);
  const columns = [table.authored, table.committed, table.cited, table.author, table.flags];
  if (paths !== null) columns.push(paths.start, paths.entries);
  if (told !== null) columns.push(told.subjects.ends, told.kin.ends);
  const parts = [lead, text, padding(lead.length + text.length), ...columns.map(bytesOf)];
  return [...parts, table.ids, ...(told === null ? [] : [told.subjects.bytes, told.kin.bytes])];
}

function padding(length: number): Uint8Array {
  return new Uint8Array((ALIGN - (length % ALIGN)) % ALIGN);
}

function bytesOf(column: Float64Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

/** Reads what `encodeHistory` wrote; null: not such bytes, cut short, or of another layout. Copies nothing. */
export function decodeHistory(bytes: Uint8Array): (StoredFor & { readonly table: HistoryTable }) | null {
  const aligned = bytes.byteOffset % ALIGN === 0 ? bytes : new Uint8Array(bytes);
  const start = MAGIC.length + 13;
  const lead = Buffer.from(aligned.buffer, aligned.byteOffset, Math.min(start, aligned.length)).toString(
    "latin1",
  );
  if (!lead.startsWith(MAGIC)) return null;
  const length = Number(lead.slice(MAGIC.length));
  const header = parseHeader(aligned.subarray(start, start + length));
  if (header === null) return null;
  return readColumns(aligned, start + length, header);
}

function parseHeader(bytes: Uint8Array): Header | null {
  try {
    const header: Header = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return Number.isInteger(header.count) && Array.isArray(header.citedSets) ? header : null;
  } catch {
    return null;
  }
}

function readColumns(
  bytes: Uint8Array,
  end: number,
  header: Header,
): (StoredFor & { readonly table: HistoryTable }) | null {
  const { count, idBytes, paths, citedSets, authors, pathNames, version, reading, tip } = header;
  const [subjects, kin] = header.told ?? [0, 0];
  const rows = 5 * count + (paths === null ? 0 : count + 1 + paths) + (header.told === null ? 0 : 2 * count);
  let at = end + padding(end).length;
  if (bytes.length !== at + rows * ALIGN + count * idBytes + subjects + kin) return null;
  const column = (length: number) => {
    const view = new Float64Array(bytes.buffer, bytes.byteOffset + at, length);
    at += length * ALIGN;
    return view;
  };
  const [authored, committed, cited, author, flags] = [count, count, count, count, count].map(column);
  if (!authored || !committed || !cited || !author || !flags) return null;
  const own = paths === null ? null : { start: column(count + 1), entries: column(paths) };
  const ends = header.told === null ? null : ([column(count), column(count)] as const);
  const cut = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const ids = cut(count * idBytes);
  const told = ends && {
    subjects: { ends: ends[0], bytes: cut(subjects) },
    kin: { ends: ends[1], bytes: cut(kin) },
  };
  const columns = { authored, committed, cited, author, flags, paths: own, ids, told };
  return { version, reading, tip, table: { ...columns, count, idBytes, citedSets, authors, pathNames } };
}
