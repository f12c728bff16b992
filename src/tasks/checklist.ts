import { fenceScanner } from "./code-fence.ts";

/** One box of a checklist. `start` is the offset of the character between the brackets. */
export interface CheckItem {
  /** Number as shown to people, from 1 over all blocks. */
  readonly index: number;
  readonly text: string;
  readonly done: boolean;
  readonly line: number;
  readonly start: number;
}

/** Only a lower-case `x` ticks a Backlog.md box; the number and the toolkit's `AC-1:` are not part of the text. */
const ITEM = /^[ \t]*-[ \t]*\[([ xX])\][ \t]+(?:#\d+[ \t]+|AC-\d+:?[ \t]*)?(\S.*)$/;

/** Ranges of a text, in UTF-16 units, with the line that each begins on. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** The boxes in some ranges of a file, outside fenced code, numbered through. */
export function readChecklist(
  text: string,
  ranges: readonly Range[],
  capitals: boolean,
): readonly CheckItem[] {
  const items: CheckItem[] = [];
  for (const range of ranges) {
    const fenced = fenceScanner();
    forEachLine(text, range, (content, start, line) => {
      if (fenced(content)) return;
      const [, box, words] = content.includes("[") ? (ITEM.exec(content) ?? []) : [];
      if (box === undefined || words === undefined || (box === "X" && !capitals)) return;
      const at = start + content.indexOf("[") + 1;
      items.push({ index: items.length + 1, text: words.trimEnd(), done: box !== " ", line, start: at });
    });
  }
  return items;
}

/** Visits the lines of a range, without their line breaks. */
export function forEachLine(
  text: string,
  { start, end, line }: Range,
  visit: (content: string, start: number, line: number) => void,
): void {
  for (let at = start, number = line; at < end; number++) {
    const found = text.indexOf("\n", at);
    const stop = found === -1 || found >= end ? end : found;
    visit(text.slice(at, text[stop - 1] === "\r" ? stop - 1 : stop), at, number);
    at = stop + 1;
  }
}
