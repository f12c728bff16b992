/** Numbers as the page's columns have them: to base 36, a comma behind each but the last. */

const BASE = 36;

/** Rows that are handed on at once: a string of a million rows would be the memory that columns save. */
const CHUNK = 4096;

/** One number; nothing for null. */
export function digits(value: number | null): string {
  return value === null ? "" : value.toString(BASE);
}

/** Numbers of one row with dots between them. */
export function several(values: readonly number[]): string {
  if (values.length === 1) return digits(values[0] ?? null);
  return values.map((value) => value.toString(BASE)).join(".");
}

/** Ascending numbers as what each is more than the one before. */
export function ascending(values: ArrayLike<number>): string {
  let before = 0;
  return Array.from(values, (value) => {
    const more = value - before;
    before = value;
    return more.toString(BASE);
  }).join(",");
}

/** The rows of a column in pieces of a few thousand, with `between` between any two of them. */
export function* inPieces(count: number, between: string, row: (index: number) => string): Iterable<string> {
  for (let from = 0; from < count; from += CHUNK) {
    const end = Math.min(from + CHUNK, count);
    let piece = "";
    for (let index = from; index < end; index++) piece += index === 0 ? row(0) : between + row(index);
    yield piece;
  }
}
