import { endOfDigits, endsNumber, isWord } from "./boundary.ts";
import { anyCase, type Manner, quoted, type Reading } from "./grammar.ts";

const DASH = 45;
const UNDERSCORE = 95;
const ZERO = 48;

/** Source of an expression for `KEY-` before a digit, longest keys first so that none hides another. */
export function keySign(keys: readonly string[], cased: boolean): string {
  const sources = [...keys]
    .sort((a, b) => b.length - a.length)
    .map((key) => (cased ? quoted(key) : anyCase(key)));
  return `(?:${sources.join("|")})-(?=\\d)`;
}

/** May a key begin at `at`? No word may stand before it; a dash may. */
export function startsKey(text: string, at: number): boolean {
  return at === 0 || !isWord(text, at - 1);
}

/**
 * Reads the number of `KEY-n` whose `sign` (`KEY-`) stands at `at`. The id is `KEY-n` in upper case.
 * Null for a leading zero, a word on either side, a version (`KEY-1.2`). In branch names `_` may follow.
 */
export function readKey(text: string, at: number, sign: string, manner: Manner): Reading | null {
  if (!startsKey(text, at)) return null;
  const first = at + sign.length;
  if (text.charCodeAt(first) === ZERO) return null;
  const end = endOfDigits(text, first);
  const glued = manner === "branch" && text.charCodeAt(end) === UNDERSCORE;
  if (end === first || !(glued || endsNumber(text, end))) return null;
  return { id: text.slice(at, end).toUpperCase(), start: at, end };
}

/** Is the key at `at` the rest of a longer dashed name (`X-FOO-1`)? */
export function afterDashedWord(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) === DASH && isWord(text, at - 2);
}
