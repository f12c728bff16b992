/** Where a column of numbers has none. */
export const NONE = -1;

const COMMA = 44;
const DOT = 46;
const NINE = 57;
const BASE = 36;
/** `a` stands for ten. */
const LETTERS = 87;
const ZERO = 48;

/** Numbers of rows that may have several: those of row i lie from `starts[i]` up to `starts[i + 1]`. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

/** The numbers of a column, one a row; `NONE` where it has none. */
export function numbersOf(text: string, count: number): Int32Array {
  const numbers = new Int32Array(count).fill(NONE);
  let [row, value, isThere] = [0, 0, false];
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? COMMA : text.charCodeAt(at);
    if (code === COMMA) {
      if (isThere && row < count) numbers[row] = value;
      [row, value, isThere] = [row + 1, 0, false];
    } else {
      value = value * BASE + (code <= NINE ? code - ZERO : code - LETTERS);
      isThere = true;
    }
  }
  return numbers;
}

/** Each number of a column that tells how much less it is than the last one that there was. */
export function runningDown(text: string, count: number): Float64Array {
  const numbers = new Float64Array(count).fill(NONE);
  let before = 0;
  for (const [row, part] of text.split(",").entries()) {
    if (part === "" || row >= count) continue;
    const value = Number.parseInt(part, BASE);
    before = before === 0 ? value : before - value;
    numbers[row] = before;
  }
  return numbers;
}

/** The numbers of a column that may have several in a row. */
export function listsOf(text: string, count: number): Lists {
  const starts = new Uint32Array(count + 1);
  const values: number[] = [];
  let [row, value, isThere] = [0, 0, false];
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? COMMA : text.charCodeAt(at);
    if (code === COMMA || code === DOT) {
      if (isThere) values.push(value);
      [value, isThere] = [0, false];
      if (code === COMMA && row < count) starts[++row] = values.length;
    } else {
      value = value * BASE + (code <= NINE ? code - ZERO : code - LETTERS);
      isThere = true;
    }
  }
  return { starts, values: Uint32Array.from(values) };
}

/** Those of one row. */
export function listAt({ starts, values }: Lists, row: number): Uint32Array {
  return values.subarray(starts[row] ?? 0, starts[row + 1] ?? 0);
}

/** Whether one row has this number. */
export function hasNumber({ starts, values }: Lists, row: number, number: number): boolean {
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at++) if (values[at] === number) return true;
  return false;
}

/** Ascending indexes, each told as what it is more than the one before. */
export function ascendingOf(text: string, count: number): Uint32Array {
  let sum = 0;
  return Uint32Array.from(numbersOf(text, count), (more) => {
    sum += more;
    return sum;
  });
}

/** Paths, each told as what it shares with the one before and the rest. */
export function pathsOf(text: string): readonly string[] {
  if (text === "") return [];
  let before = "";
  return text.split("\n").map((line) => {
    const colon = line.indexOf(":");
    before = before.slice(0, Number.parseInt(line.slice(0, colon), BASE)) + line.slice(colon + 1);
    return before;
  });
}
