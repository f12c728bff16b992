/** How far a line is looked at on either side; it keeps the whole scan linear. */
const REACH = 120;

const FRAME = /^[\s>*|]*$/;
const FRAME_REST = /^\s+(?:0x[0-9a-f]{4,}|\S[^\n]* (?:at|from|in) \S+[:(]|\{main\}|\/\S+\(\d+\):)/i;
const COLOUR_BEFORE =
  /(?:colou?rs?|background|bg|fill|stroke|border|shade|hex|rgb)\W{0,3}(?:\w+\W{1,3}){0,3}$/i;

/** Is `#n` from `at` to `end` a stack frame or a colour rather than a number of an issue? */
export function isNoise(text: string, at: number, end: number): boolean {
  const before = lineBefore(text, at);
  const digits = end - at - 1;
  if ((digits === 3 || digits === 6 || digits === 8) && COLOUR_BEFORE.test(before)) return true;
  return FRAME.test(before) && FRAME_REST.test(text.slice(end, end + REACH));
}

function lineBefore(text: string, at: number): string {
  const piece = text.slice(Math.max(0, at - REACH), at);
  return piece.slice(piece.lastIndexOf("\n") + 1);
}
