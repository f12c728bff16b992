/** A column of numbers that grows by doubling, so that a million rows cost no array of objects. */
export interface Column {
  push(value: number): void;
  readonly length: number;
  /** The rows so far, without copying; not to be kept across a later push. */
  view(): Float64Array;
}

/** Rows before the first growth; small ranges then never copy. */
const FIRST_ROWS = 1024;

/** Opens an empty column. Doubles hold every time, number and index exactly; one kind keeps the file format plain. */
export function openColumn(): Column {
  let rows = new Float64Array(FIRST_ROWS);
  let length = 0;
  return {
    push(value) {
      if (length === rows.length) {
        const larger = new Float64Array(rows.length * 2);
        larger.set(rows);
        rows = larger;
      }
      rows[length++] = value;
    },
    get length() {
      return length;
    },
    view: () => rows.subarray(0, length),
  };
}
