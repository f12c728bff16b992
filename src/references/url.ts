import { isAsciiWord } from "./boundary.ts";

/** Longest scheme or host name that is looked back over; a host name has at most 253 characters. */
const LONGEST_HOST = 255;

/** What ends an address in running text: blanks, angle brackets, quotes, bars, masked text, CJK and typographic punctuation. */
const STOP = /[\s<>"`|\\^{}\u0000\u2018-\u201f\u2026\u3000-\u303f\uff00-\uffef]|[,;]https?:/g;

/** Punctuation that belongs to the sentence, not to the address. */
const TRAILING = new Set([..."'.,:;!?*_~"].map((mark) => mark.charCodeAt(0)));

const OPENERS: Readonly<Record<string, string>> = { ")": "(", "]": "[" };

/** Extent of an address in running text; end exclusive. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the address ends that has its path from `from` on: at a blank or delimiter, at a closing
 * bracket that opened before it, and without the sentence's own punctuation.
 */
export function endOfUrl(text: string, from: number): number {
  STOP.lastIndex = from;
  const stop = STOP.exec(text)?.index ?? text.length;
  const depth: Record<string, number> = { "(": 0, "[": 0 };
  let end = from;
  for (; end < stop; end += 1) {
    const mark = text.charAt(end);
    if (mark === "(" || mark === "[") depth[mark] = (depth[mark] ?? 0) + 1;
    const opener = OPENERS[mark];
    if (opener === undefined) continue;
    const open = depth[opener] ?? 0;
    if (open === 0) break;
    depth[opener] = open - 1;
  }
  while (end > from && TRAILING.has(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

/** The address around a `://` at `colon`. */
export function schemedUrl(text: string, colon: number): Extent {
  let start = colon;
  const limit = Math.max(0, colon - LONGEST_HOST);
  while (start > limit && isSchemePart(text.charCodeAt(start - 1))) start -= 1;
  return { start, end: endOfUrl(text, colon + 3) };
}

/** The address whose known host ends in the sign found at `at`; null where the host is part of something longer. */
export function bareUrl(text: string, at: number, sign: string): Extent | null {
  let start = at;
  const limit = Math.max(0, at - LONGEST_HOST);
  while (start > limit && isHostPart(text.charCodeAt(start - 1))) start -= 1;
  const before = text.charAt(start - 1);
  if (before === "/" || before === "@" || before === "%") return null;
  return { start, end: endOfUrl(text, at + sign.length) };
}

function isSchemePart(unit: number): boolean {
  return isAsciiWord(unit) || unit === 43 || unit === 45 || unit === 46;
}

function isHostPart(unit: number): boolean {
  return isAsciiWord(unit) || unit === 45 || unit === 46;
}
