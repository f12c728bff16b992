import type { Mask } from "./mask.ts";

/** Elements whose content is code or no text at all. */
const CODE_ELEMENTS = new Set(["code", "pre", "kbd", "samp", "tt", "script", "style"]);

const HREF = /\bhref\s*=/i;

/** Is the element (name in lower case) one whose content is no running text? */
export function isCodeElement(name: string): boolean {
  return CODE_ELEMENTS.has(name);
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
