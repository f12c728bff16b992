import { embedded, type Syntax } from "./languages.ts";
import type { Mask } from "./mask.ts";
import { codeElement, createFinder, hideAnchor } from "./tags.ts";

const TOKEN = /<!--|<\/?([a-zA-Z][\w:-]*)/g;

/**
 * Hides what markup holds beside its text: attributes, code elements, labels of links; scripts and styles are
 * handed to `code`. Comments count. Linear.
 */
export function hideTags(
  text: string,
  mask: Mask,
  code: (start: number, end: number, syntax: Syntax) => void,
): void {
  const find = createFinder(text);
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (token === null) return;
    const name = token[1]?.toLowerCase();
    at = token.index + token[0].length;
    if (name === undefined) {
      const close = find("-->", at);
      at = close < 0 ? text.length : close + 3;
      continue;
    }
    const end = endOfTag(text, at, find);
    if (end < 0) continue;
    mask.unmark(token.index, end);
    at = end;
    if (token[0].startsWith("</")) continue;
    const close = codeElement(name) !== null || name === "a" ? find(`</${token[1]}`, end) : -1;
    if (name === "script" || name === "style") {
      at = close < 0 ? text.length : close;
      code(end, at, embedded[name]);
    } else if (close >= 0 && name === "a") hideAnchor(text.slice(token.index, end), end, close, mask);
    else if (close >= 0) {
      mask.hide(end, close);
      at = close;
    }
  }
}

/** Index behind the tag's `>`, which does not stand in a quoted value; -1: no tag. */
function endOfTag(text: string, at: number, find: (what: string, from: number) => number): number {
  for (let index = at; index < text.length; index += 1) {
    const mark = text.charAt(index);
    if (mark === ">") return index + 1;
    if (mark === "<") return -1;
    if ((mark === '"' || mark === "'") && text.charAt(index - 1) === "=") {
      const close = find(mark, index + 1);
      if (close < 0) return -1;
      index = close;
    }
  }
  return -1;
}
