/** Many short texts in one buffer, so that a million cost no objects. */
export interface Texts {
  /** UTF-8, one after the other. */
  readonly bytes: Uint8Array;
  /** Text i stands before `ends[i]`, behind the end of the one before. */
  readonly ends: Float64Array;
}

/** Collects texts. */
export interface TextsBuilder {
  /** Takes the bytes of a text in UTF-8, one character a byte. */
  add(latin1: string): void;
  view(): Texts;
}

/** Bytes before the first growth; short ranges then never copy. */
const FIRST_BYTES = 65_536;
const FIRST_ROWS = 1024;

/** Opens an empty collection. */
export function openTexts(): TextsBuilder {
  let bytes = Buffer.alloc(FIRST_BYTES);
  let ends = new Float64Array(FIRST_ROWS);
  let [length, count] = [0, 0];
  return {
    add(latin1) {
      if (length + latin1.length > bytes.length) {
        const larger = Buffer.alloc(bytes.length + Math.max(bytes.length, latin1.length));
        larger.set(bytes);
        bytes = larger;
      }
      if (count === ends.length) {
        const larger = new Float64Array(ends.length * 2);
        larger.set(ends);
        ends = larger;
      }
      length += bytes.write(latin1, length, "latin1");
      ends[count++] = length;
    },
    view: () => ({ bytes: bytes.subarray(0, length), ends: ends.subarray(0, count) }),
  };
}

/** Reads texts by their index; bytes that are no UTF-8 become U+FFFD. Open it once where many are read. */
export function readTexts({ bytes, ends }: Texts): (index: number) => string {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return (index) => {
    const start = index === 0 ? 0 : (ends[index - 1] ?? 0);
    const end = ends[index] ?? 0;
    return start === end ? "" : all.toString("utf8", start, end);
  };
}

/** The named texts, in the given order. */
export function selectTexts({ bytes, ends }: Texts, rows: Uint32Array): Texts {
  const own = new Float64Array(rows.length);
  let total = 0;
  rows.forEach((row, index) => {
    total += (ends[row] ?? 0) - (row === 0 ? 0 : (ends[row - 1] ?? 0));
    own[index] = total;
  });
  const picked = new Uint8Array(total);
  rows.forEach((row, index) => {
    const start = row === 0 ? 0 : (ends[row - 1] ?? 0);
    picked.set(bytes.subarray(start, ends[row] ?? 0), index === 0 ? 0 : (own[index - 1] ?? 0));
  });
  return { bytes: picked, ends: own };
}

/** Two collections as one; the second's texts come last. */
export function joinTexts(first: Texts, second: Texts): Texts {
  const moved = second.ends.map((end) => end + first.bytes.length);
  const ends = new Float64Array(first.ends.length + moved.length);
  ends.set(first.ends);
  ends.set(moved, first.ends.length);
  return { bytes: Buffer.concat([first.bytes, second.bytes]), ends };
}
