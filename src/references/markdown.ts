import { createInline, type MarkupRules } from "./inline.ts";
import type { Mask } from "./mask.ts";

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?=[^`]*$)|~{3,})/;
const CLOSING = /^[ \t>]*(`{3,}|~{3,})[ \t\r]*$/;

/** Begins a block of its own, so that a code span can't reach over it. */
const BLOCK = /^[ \t]*(?:\r?$|#{1,6} |[-*+] |\d{1,9}[.)] |>|`{3,}[^`]*$|~{3,})/;

/** How far a blank line above a fence is looked for. */
const INDENT = 40;

/** A title ends with its line. */
const HEADING = /^ {0,3}#{1,6} /;

const DEFINITION = /^[ \t>]*\[([^\]\n]{1,200})\]:[ \t]*(\S+)[ \t\r]*(?:["'(].*)?$/gm;

/** Could the text hold markup that hides something? */
export const MARKUP = /[`<]|~~~|\][([:]/;

/**
 * Hides what Markdown shows as code, HTML tags and comments, and the labels of links: a link's target decides.
 * Fences and spans follow CommonMark; a fence of backticks that is not closed runs to the end, and one of
 * tildes is then a line drawn under a title. Linear in the text's length.
 */
export function hideMarkup(text: string, mask: Mask, rules: MarkupRules): void {
  const inline = createInline(text, mask, rules, definitions(text));
  const fences = createFences(text);
  let at = 0;
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    if (lineEnd === at) {
      at += 1;
      continue;
    }
    const fence = FENCE.exec(text.slice(at, lineEnd))?.[1];
    const close = fence === undefined ? -1 : fences(at, lineEnd + 1, fence);
    if (close >= 0) {
      mask.hide(at, close);
      at = close + 1;
    } else at = inline(at, endOfBlock(text, at, lineEnd));
  }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

function endOfBlock(text: string, start: number, lineEnd: number): number {
  let end = lineEnd;
  if (HEADING.test(text.slice(start, end))) return end;
  while (end < text.length) {
    const next = endOfLine(text, end + 1);
    if (BLOCK.test(text.slice(end + 1, next))) break;
    end = next;
  }
  return end;
}

/**
 * Finds the end of the closing line of a fence that opens at `open`; the search begins at `at`. A quotation's end
 * closes it, too. -1: a row of tildes that is no fence.
 */
function createFences(text: string): (open: number, at: number, fence: string) => number {
  let shortestOpenTildes = Number.POSITIVE_INFINITY;
  return (open, at, fence) => {
    const tildes = fence.startsWith("~");
    const title = tildes && !/(?:^|\n)[ \t]*\n$/.test(`\n${text.slice(Math.max(0, open - INDENT), open)}`);
    if (title && fence.length >= shortestOpenTildes) return -1;
    const quoted = text[open] === ">";
    while (at < text.length) {
      const end = endOfLine(text, at);
      if (quoted && text[at] !== ">") return at - 1;
      const closing = CLOSING.exec(text.slice(at, end))?.[1];
      if (closing?.charAt(0) === fence.charAt(0) && closing.length >= fence.length) return end;
      at = end + 1;
    }
    if (!title) return text.length;
    shortestOpenTildes = Math.min(fence.length, shortestOpenTildes);
    return -1;
  };
}

/** Link reference definitions: label in lower case -> target. The first one of a label counts. */
function definitions(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!text.includes("]:")) return found;
  for (const [, label = "", target = ""] of text.matchAll(DEFINITION)) {
    const key = label.trim().toLowerCase();
    if (!found.has(key)) found.set(key, target);
  }
  return found;
}
