import fc from "fast-check";
import { MAGIC } from "../../src/audit/file.ts";
import { type ColumnsFile, decodeColumns, encodeColumns } from "../../src/store/columns-file.ts";

/** What somebody may put in a place of a header. */
const VALUES: readonly unknown[] = [null, true, -1, 0, 1.5, 1e9, "", "x", "2024-01-01", [], {}, [[]]];
const NUMBERS = [Number.NaN, -1, 0, 0.5, 1, 7, 2 ** 40, 1e300, Number.POSITIVE_INFINITY];

/** A file of columns in which somebody changed some things and then made the digest fit; numbers choose what. */
export function mutated(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const step = fc.record({ kind: fc.nat(7), where: fc.nat(), what: fc.nat() });
  return fc.array(step, { minLength: 1, maxLength: 2 }).map((steps) => {
    const known = decodeColumns(MAGIC, bytes);
    if (known === null) throw new Error("not a file of columns");
    return Buffer.concat(encodeColumns(MAGIC, steps.reduce(changed, known)));
  });
}

interface Step {
  readonly kind: number;
  readonly where: number;
  readonly what: number;
}

/** Most of what can go wrong stands in the header. */
function changed(file: ColumnsFile, { kind, where, what }: Step): ColumnsFile {
  if (kind === 0) return { ...file, doubles: cut(file.doubles, where, what) };
  if (kind === 1) return { ...file, bytes: cut(file.bytes, where, what) };
  if (kind === 2) return { ...file, doubles: set(file.doubles, where, what) };
  const header: unknown = JSON.parse(JSON.stringify(file.header));
  const places = placesIn(header);
  const place = places[where % places.length];
  if (place === undefined) return file;
  if (kind === 3) Reflect.deleteProperty(place.of, place.key);
  else if (kind === 4) Reflect.set(place.of, "more", VALUES[what % VALUES.length]);
  else Reflect.set(place.of, place.key, VALUES[what % VALUES.length]);
  return { ...file, header };
}

/** A column that is shorter, or gone. */
function cut<Column extends Float64Array | Uint8Array>(
  columns: Readonly<Record<string, Column>>,
  where: number,
  what: number,
): Readonly<Record<string, Column>> {
  const names = Object.keys(columns);
  const name = names[where % names.length] ?? "";
  return Object.fromEntries(
    Object.entries(columns).flatMap(([own, column]) => {
      if (own !== name) return [[own, column]];
      return what % 2 === 0 ? [] : [[own, shortened(column)]];
    }),
  );
}

function shortened<Column extends Float64Array | Uint8Array>(column: Column): Column;
function shortened(column: Float64Array | Uint8Array): Float64Array | Uint8Array {
  return column.slice(0, column.length >> 1);
}

function set(columns: ColumnsFile["doubles"], where: number, what: number): ColumnsFile["doubles"] {
  const names = Object.keys(columns);
  const name = names[where % names.length] ?? "";
  const column = Float64Array.from(columns[name] ?? []);
  column[what % Math.max(column.length, 1)] = NUMBERS[(where + what) % NUMBERS.length] ?? 0;
  return { ...columns, [name]: column };
}

interface Place {
  readonly of: object;
  readonly key: string;
}

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ of: value, key }, ...placesIn(inner)]);
}
