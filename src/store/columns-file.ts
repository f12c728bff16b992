import { createHash } from "node:crypto";

/** Columns as a file holds them: plain JSON beside named columns of doubles and of bytes. */
export interface ColumnsFile {
  readonly header: unknown;
  readonly doubles: Readonly<Record<string, Float64Array>>;
  readonly bytes: Readonly<Record<string, Uint8Array>>;
}

/** Doubles are read in place, so they start at a multiple of their size. */
const ALIGN = 8;
const DIGEST_BYTES = 32;
const LENGTH_DIGITS = 12;

interface Lead {
  readonly header: unknown;
  readonly doubles: readonly (readonly [string, number])[];
  readonly bytes: readonly (readonly [string, number])[];
}

/** The file's parts, in order: `magic` (one line), length and text of a JSON header, the columns, and a SHA-256 of all that. */
export function encodeColumns(magic: string, file: ColumnsFile): readonly Uint8Array[] {
  const doubles = Object.entries(file.doubles);
  const bytes = Object.entries(file.bytes);
  const lead: Lead = {
    header: file.header,
    doubles: doubles.map(([name, column]) => [name, column.length]),
    bytes: bytes.map(([name, column]) => [name, column.length]),
  };
  const text = Buffer.from(JSON.stringify(lead));
  const start = Buffer.from(`${magic}\n${String(text.length).padStart(LENGTH_DIGITS, "0")}\n`);
  const parts: Uint8Array[] = [
    start,
    text,
    new Uint8Array(gap(start.length + text.length)),
    ...doubles.map(
      ([, { buffer, byteOffset, byteLength }]) => new Uint8Array(buffer, byteOffset, byteLength),
    ),
    ...bytes.map(([, column]) => column),
  ];
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return [...parts, hash.digest()];
}

function gap(length: number): number {
  return (ALIGN - (length % ALIGN)) % ALIGN;
}

/** Reads what `encodeColumns` wrote; null: not such a file, cut short, or changed since. Copies nothing. */
export function decodeColumns(magic: string, data: Uint8Array): ColumnsFile | null {
  const file = data.byteOffset % ALIGN === 0 ? data : new Uint8Array(data);
  const end = file.length - DIGEST_BYTES;
  const start = magic.length + 1 + LENGTH_DIGITS + 1;
  const buffer = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (end < start || buffer.toString("latin1", 0, magic.length + 1) !== `${magic}\n`) return null;
  const digest = createHash("sha256").update(file.subarray(0, end)).digest();
  if (!digest.equals(file.subarray(end))) return null;
  const length = Number(buffer.toString("latin1", magic.length + 1, start - 1));
  const lead = leadIn(buffer.toString("utf8", start, Math.min(start + length, end)));
  if (lead === null) return null;
  let at = start + length + gap(start + length);
  const size = lead.doubles.reduce((sum, [, count]) => sum + count * ALIGN, at);
  if (lead.bytes.reduce((sum, [, count]) => sum + count, size) !== end) return null;
  const doubles = lead.doubles.map(([name, count]) => {
    const column = new Float64Array(file.buffer, file.byteOffset + at, count);
    at += count * ALIGN;
    return [name, column] as const;
  });
  const bytes = lead.bytes.map(([name, count]) => {
    const column = file.subarray(at, at + count);
    at += count;
    return [name, column] as const;
  });
  return { header: lead.header, doubles: Object.fromEntries(doubles), bytes: Object.fromEntries(bytes) };
}

/** Null: it is none. A digest is no signature, so whoever writes a file writes a fitting one. */
function leadIn(text: string): Lead | null {
  try {
    const { header, doubles, bytes }: Partial<Lead> = Object(JSON.parse(text));
    return areColumns(doubles) && areColumns(bytes) ? { header, doubles, bytes } : null;
  } catch {
    return null;
  }
}

function areColumns(value: unknown): value is Lead["doubles"] {
  if (!Array.isArray(value)) return false;
  return value.every(
    (one: unknown) =>
      Array.isArray(one) &&
      one.length === 2 &&
      typeof one[0] === "string" &&
      Number.isSafeInteger(one[1]) &&
      one[1] >= 0,
  );
}
