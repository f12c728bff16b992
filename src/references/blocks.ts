import { createMask } from "./mask.ts";
import { scissorsAt } from "./message.ts";

const BEGIN = "<!-- golden-thread:spec:begin";
const END = "<!-- golden-thread:spec:end -->";
const REPORT = "<!-- golden-thread:report -->";

/**
 * Hides what golden-thread itself wrote into a text, so that the specs it shows are never taken for claims.
 * A block without its end, and a report, run to the text's end.
 */
export function hideOwnBlocks(text: string): string {
  if (!text.includes("<!-- golden-thread:")) return text;
  const mask = createMask(text);
  const report = text.indexOf(REPORT);
  let at = text.indexOf(BEGIN);
  while (at >= 0) {
    const close = text.indexOf(END, at);
    const end = close < 0 ? text.length : close + END.length;
    mask.hide(at, end);
    at = text.indexOf(BEGIN, end);
  }
  if (report >= 0) mask.hide(report, text.length);
  return mask.apply();
}

/** Hides the lines that git removes from a commit-msg file: comments, and all from the scissors line down. */
export function hideComments(text: string, commentString: string): string {
  const mask = createMask(text);
  const cut = scissorsAt(text, commentString);
  let at = 0;
  while (at < cut) {
    const stop = text.indexOf("\n", at);
    const end = stop < 0 ? cut : stop;
    if (commentString !== "" && text.startsWith(commentString, at)) mask.hide(at, end);
    at = end + 1;
  }
  mask.hide(cut, text.length);
  return mask.apply();
}
