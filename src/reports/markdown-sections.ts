import { count } from "./layout.ts";

/** Rows of one table; nobody scrolls through more. */
const MOST_ROWS = 1000;
/** Bytes for a section's heading, the head of its table and the line that counts what is left out. */
const AROUND = 400;

/** A part of a page whose rows may be cut, from the last one. */
export interface Section {
  readonly title: string;
  /** Lines before the rows. */
  readonly head: readonly string[];
  readonly rows: Iterable<string>;
  /** A paragraph behind the rows. */
  readonly tail: string;
}

/**
 * A page of at most `limit` bytes of UTF-8 (from 8,192 on): rows are cut from the least important, and it says how many. A section
 * without rows is left out. `whole`: the file that has all rows.
 */
export function fittedPage(
  head: string,
  sections: readonly Section[],
  foot: string,
  limit: number,
  whole = "report.json",
): string {
  let room = limit - bytes(head) - bytes(foot);
  const parts = sections.map((section, index) => {
    const text = fitted(section, room - AROUND * (sections.length - index), whole);
    room -= bytes(text);
    return text;
  });
  return [head, ...parts, foot].join("");
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** As many rows as have room; nothing where there are none at all. */
function fitted({ title, head, rows, tail }: Section, room: number, whole: string): string {
  const shown: string[] = [];
  let left = room - bytes(tail);
  let more = 0;
  for (const line of rows) {
    const size = bytes(line) + 1;
    if (more > 0 || shown.length >= MOST_ROWS || size > left) more++;
    else {
      shown.push(line);
      left -= size;
    }
  }
  if (shown.length + more === 0) return "";
  const rest = more === 0 ? [] : ["", `${count(more)} more in ${whole}.`];
  const table = shown.length === 0 ? [] : [...head, ...shown];
  return `### ${title}\n\n${[...table, ...rest, ...(tail === "" ? [] : ["", tail])].join("\n")}\n\n`;
}
