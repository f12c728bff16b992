/** Letters, digits, marks and the underscore of any script; asked only for characters outside ASCII. */
const WORD = /[\p{L}\p{N}\p{M}]/u;

/**
 * Is the UTF-16 unit at `index` part of a word (letter, digit or underscore of any script)?
 * False outside of the text. Exact on decoded text. In bytes that were read as latin1 any
 * unit from 0x80 may look like a letter, so an answer for such bytes is only a first guess:
 * decode the message once `hint` has matched.
 */
export function isWord(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 0x80) return isAsciiWord(unit);
  if (Number.isNaN(unit)) return false;
  if (unit >= 0xdc00 && unit <= 0xdfff) return WORD.test(text.slice(index - 1, index + 1));
  return WORD.test(String.fromCodePoint(text.codePointAt(index) ?? 0));
}

/** `0`-`9`, `A`-`Z`, `a`-`z` and `_`. */
export function isAsciiWord(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95
  );
}

/** `0`-`9`; false for NaN, which is what lies outside of a text. */
function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Index behind the run of digits that begins at `index`. */
export function endOfDigits(text: string, index: number): number {
  while (isDigit(text.charCodeAt(index))) index += 1;
  return index;
}

/** Nothing at `index` makes the number before it part of something longer: no word, no `.digit` (a version, a decimal). */
export function endsNumber(text: string, index: number): boolean {
  if (isWord(text, index)) return false;
  return text.charCodeAt(index) !== 46 || !isDigit(text.charCodeAt(index + 1));
}
