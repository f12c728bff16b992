/** Stands for masked text: no word, no blank, no part of an address. */
const MASKED = "\u0000";

/** Gathers ranges of a text that hold no references. */
export interface Mask {
  /** Hides all of `start` to `end`. */
  hide(start: number, end: number): void;
  /** Hides only the marks that make a number a reference (`#`, `!`, but not `AB#`): keys stay. */
  unmark(start: number, end: number): void;
  /** The text with hidden ranges overwritten; every character keeps its offset, line breaks stay. */
  apply(): string;
}

type Range = readonly [start: number, end: number];

const MARK = /(?<!AB)[#!](?=\w)/g;
const HASH = 35;
const BANG = 33;
const VISIBLE = /[^\n]/g;

/** An empty mask over `text`. Ranges may come in any order and overlap. */
export function createMask(text: string): Mask {
  const hidden: Range[] = [];
  const unmarked: Range[] = [];
  return {
    hide: (start, end) => {
      if (end > start) hidden.push([start, end]);
    },
    unmark: (start, end) => {
      if (hasMark(text, start, end)) unmarked.push([start, end]);
    },
    apply: () => cover(cover(text, unmarked, MARK), hidden, VISIBLE),
  };
}

/** Most stretches of markup hold none; what is not gathered costs no memory. */
function hasMark(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === HASH || unit === BANG) return true;
  }
  return false;
}

function cover(text: string, ranges: Range[], what: RegExp): string {
  if (ranges.length === 0) return text;
  ranges.sort((a, b) => a[0] - b[0]);
  let covered = "";
  let done = 0;
  for (const [start, end] of ranges) {
    const from = Math.max(start, done);
    if (end <= from) continue;
    covered += text.slice(done, from) + text.slice(from, end).replace(what, MASKED);
    done = end;
  }
  return covered + text.slice(done);
}
