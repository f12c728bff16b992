/** The rows of a ledger as they lie in its bytes; none is parsed before it is asked for. */
export interface RowLines {
  readonly count: number;
  /** Text of a row. */
  at(index: number): string;
  /** Text of the row whose id this is; null: there is none. */
  find(id: string): string | null;
}

/** Every row begins so; its id ends at the next quote that no backslash hides. */
const HEAD = Buffer.from('{"id":"', "utf8");
const NEWLINE = 10;
const QUOTE = 34;
const BACKSLASH = 92;

/** Rows that were found to be in order, or the first line that is not: `no-row`, or `order` (also one that is there twice). */
export type Indexed =
  | { readonly ok: true; readonly lines: RowLines }
  | { readonly ok: false; readonly why: "no-row" | "order"; readonly line: number };

/** Finds the rows in bytes from `start` on. `count`: how many there must be. */
export function indexRows(bytes: Buffer, start: number, count: number): Indexed {
  // A row has at least its head, its end and a line break.
  if (count * (HEAD.length + 2) > bytes.length - start) return { ok: false, why: "no-row", line: 0 };
  const starts = new Uint32Array(count + 1);
  let at = start;
  let before = -1;
  for (let line = 0; line < count; line++) {
    if (!beginsRow(bytes, at)) return { ok: false, why: "no-row", line };
    if (before >= 0 && !precedes(bytes, before + HEAD.length, at + HEAD.length))
      return { ok: false, why: "order", line };
    starts[line] = at;
    before = at;
    const end = bytes.indexOf(NEWLINE, at);
    if (end < 0) return { ok: false, why: "no-row", line };
    at = end + 1;
  }
  starts[count] = at;
  if (at !== bytes.length) return { ok: false, why: "no-row", line: count };
  return { ok: true, lines: linesOf(bytes, starts, count) };
}

function linesOf(bytes: Buffer, starts: Uint32Array, count: number): RowLines {
  const at = (index: number): string =>
    bytes.toString("utf8", starts[index] ?? 0, (starts[index + 1] ?? 1) - 1);
  return {
    count,
    at,
    find(id) {
      const wanted = rowKey(id);
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = (low + high) >>> 1;
        const order = compareIds(bytes, (starts[middle] ?? 0) + HEAD.length, wanted, 0);
        if (order === 0) return at(middle);
        if (order < 0) low = middle + 1;
        else high = middle;
      }
      return null;
    },
  };
}

function beginsRow(bytes: Buffer, at: number): boolean {
  for (let step = 0; step < HEAD.length; step++) if (bytes[at + step] !== HEAD[step]) return false;
  return true;
}

function precedes(bytes: Buffer, one: number, other: number): boolean {
  return compareIds(bytes, one, bytes, other) < 0;
}

/** Compares two ids, each up to its closing quote, byte by byte; a shorter one comes before what it begins. */
function compareIds(bytes: Buffer, one: number, others: Buffer, other: number): number {
  for (let step = 0; ; step++) {
    const a = bytes[one + step] ?? NEWLINE;
    const b = others[other + step] ?? NEWLINE;
    if (a !== b) return rank(a) - rank(b);
    if (rank(a) === 0) return 0;
    if (a === BACKSLASH) {
      // What stands behind it is part of the id, even a quote.
      step++;
      const hidden = (bytes[one + step] ?? 0) - (others[other + step] ?? 0);
      if (hidden !== 0) return hidden;
    }
  }
}

/** An id ends at a quote; a line that ends before it ends its id too. */
function rank(byte: number): number {
  return byte === QUOTE || byte === NEWLINE ? 0 : byte;
}

/** An id as rows are sorted by it. */
export function rowKey(id: string): Buffer {
  return Buffer.from(`${JSON.stringify(id).slice(1, -1)}"`, "utf8");
}

/** The order of rows. */
export function byRowKey(one: Buffer, other: Buffer): number {
  return compareIds(one, 0, other, 0);
}
