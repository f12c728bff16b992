import { isAsciiWord } from "./boundary.ts";

/** Longest scheme or host name that is looked back over; a host name has at most 253 characters. */
const LONGEST_HOST = 255;

/**
 * What ends an address in running text (blanks, angle brackets, quotes, bars, masked text, CJK and typographic
 * punctuation, another address behind a comma), and the brackets, which may.
 */
const STOP = /[\s<>"`|\\^{}\u0000\u2018-\u201f\u2026\u3000-\u303f\uff00-\uffef]|[,;]https?:|[()[\]]/g;

/** Punctuation that belongs to the sentence, not to the address. */
const TRAILING = new Set([..."'.,:;!?*_~"].map((mark) => mark.charCodeAt(0)));

/** What a scheme may go on with, but not begin. */
const MARK = /[-+._]/;

/** Extent of an address in running text; end exclusive. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the address ends that has its path from `from` on: at a blank or delimiter, at a closing
 * bracket that opened before it, and without the sentence's own punctuation.
 */
function endOfUrl(text: string, from: number): number {
  STOP.lastIndex = from;
  let round = 0;
  let square = 0;
  let end = text.length;
  for (let stop = STOP.exec(text); stop !== null; stop = STOP.exec(text)) {
    const mark = stop[0];
    if (mark === "(") round += 1;
    else if (mark === "[") square += 1;
    else if (mark === ")" && round > 0) round -= 1;
    else if (mark === "]" && square > 0) square -= 1;
    else {
      end = stop.index;
      break;
    }
  }
  while (end > from && TRAILING.has(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

/** The address around a `://` at `colon`. A scheme begins with a letter (RFC 3986, 3.1): a dash or an underscore before it is the sentence's. */
export function schemedUrl(text: string, colon: number): Extent {
  let start = colon;
  const limit = Math.max(0, colon - LONGEST_HOST);
  while (start > limit && isSchemePart(text.charCodeAt(start - 1))) start -= 1;
  while (start < colon && MARK.test(text.charAt(start))) start += 1;
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
