import type { Mask } from "./mask.ts";

/** Elements whose content is code, within a paragraph. */
const CODE_ELEMENTS = new Set(["code", "kbd", "samp", "tt"]);

/** Elements whose content is no running text, over any number of paragraphs. */
const BLOCK_ELEMENTS = new Set(["pre", "script", "style"]);

const HREF = /\bhref\s*=/i;

/** Is the content of an element (name in lower case) code or no text at all? Where may it end? */
export function codeElement(name: string): "inline" | "block" | null {
  if (CODE_ELEMENTS.has(name)) return "inline";
  return BLOCK_ELEMENTS.has(name) ? "block" : null;
}

/** Hides the label of `<a href="…">label</a>`, which stands from `start` to `end`: the target decides. */
export function hideAnchor(tag: string, start: number, end: number, mask: Mask): void {
  if (HREF.test(tag)) mask.unmark(start, end);
}

/** `indexOf` that never searches the same stretch twice for the same text, as long as it is asked in rising order. */
export function createFinder(text: string): (what: string, from: number) => number {
  const known = new Map<string, number>();
  return (what, from) => {
    const last = known.get(what);
    if (last !== undefined && (last < 0 || last >= from)) return last;
    const found = text.indexOf(what, from);
    known.set(what, found);
    return found;
  };
}
