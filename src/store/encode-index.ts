import { type IndexHeader, type IndexRow, LONGEST_ROW, ONE_READ, type RowTable } from "./compiled.ts";

/** A block ends with the row that reaches this length. */
const BLOCK = ONE_READ - 2 * LONGEST_ROW;

/** Keys are compared as strings and as bytes; only for these are both the same. */
const KEY = /^[!-~]+$/;

/** The index as bytes. Rows that the format can't hold are left out: no row means "ask the engine". */
export function encodeIndex(header: Omit<IndexHeader, "rows">, rows: Iterable<IndexRow>): Buffer {
  const sorted = [...rows].filter(({ key }) => KEY.test(key)).sort((a, b) => (a.key < b.key ? -1 : 1));
  const lines: Buffer[] = [];
  const blocks: [string, number][] = [];
  let bytes = 0;
  for (const row of sorted) {
    const line = lineOf(row);
    if (line === null) continue;
    const [, start] = blocks.at(-1) ?? ["", Number.NEGATIVE_INFINITY];
    if (bytes - start >= BLOCK) blocks.push([row.key, bytes]);
    lines.push(line);
    bytes += line.byteLength;
  }
  const table: RowTable = { count: lines.length, bytes, blocks };
  return Buffer.concat([Buffer.from(`${JSON.stringify({ ...header, rows: table })}\n`, "utf8"), ...lines]);
}

function lineOf({ key, authorised, print, validUntil, path }: IndexRow): Buffer | null {
  const fields = [key, authorised ? "+" : "-", print, validUntil ?? "-", path ?? ""];
  const text = fields.join("\t");
  if (text.split("\t").length !== fields.length || text.includes("\n")) return null;
  const line = Buffer.from(`${text}\n`, "utf8");
  return line.byteLength <= LONGEST_ROW ? line : null;
}
