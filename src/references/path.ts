import { isAsciiWord } from "./boundary.ts";

/** Longest `group/project` that is read; it keeps the look back bounded, so a text of `#1` takes linear time. */
const LONGEST_PATH = 255;
const DASH = 45;
const DOT = 46;
const SLASH = 47;

/** Ends of names that are files, not projects: `guide.html#12` is a place in a page. */
const FILE = /\.(?:html?|rst|txt|xml|php|c|h|cc|cpp|hpp|py|rb|java|go|rs|ts|tsx|yml|yaml|json)$/i;

/**
 * `owner/repo` that ends just before `end`, at most `most` parts; null if no such path stands there.
 * A path that goes on to the left (`/a/b`, `x.com/a/b`, `@a/b`) is none.
 */
export function readPath(text: string, end: number, most: number): string | null {
  const limit = Math.max(0, end - LONGEST_PATH);
  let slashes = 0;
  let at = end;
  while (at > limit) {
    const unit = text.charCodeAt(at - 1);
    if (unit === SLASH) slashes += 1;
    else if (!(isAsciiWord(unit) || unit === DASH || unit === DOT)) break;
    at -= 1;
  }
  const path = text.slice(at, end);
  if (slashes < 1 || slashes >= most || (at === limit && at > 0)) return null;
  if (/[@~\\:\u0080-\uffff]/.test(text.charAt(at - 1)) || FILE.test(path)) return null;
  return /^[A-Za-z0-9_][\w.-]*(?:\/[\w.][\w.-]*)+$/.test(path) ? path : null;
}
