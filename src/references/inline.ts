import type { Mask } from "./mask.ts";
import { codeElement, createFinder, hideAnchor } from "./tags.ts";

/** What a text's markup hides. */
export interface MarkupRules {
  /** HTML comments are invisible, as in a pull request; in a commit message they are text. */
  readonly comments: boolean;
  /** Is `[x](#12)` a link to a place in the page? In a commit message it is a way to write a number. */
  readonly fragments: boolean;
}

const TOKEN = /`+|<!--|<\/?[a-zA-Z]|[[\]]/g;
const TAG = /<(\/?)([a-zA-Z][\w-]*)[^<>]*>/y;
const TARGET = /\(\s*(<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)/y;
const LABEL = /\[([^[\]\n]{0,200})\]/y;
const BACKTICKS = /`+/g;

/** reStructuredText: what stands in backticks is a link where they end in `>` and an underscore follows. */
const LINKED = /^>`_/;

/** GNU quoting, `like this': its backtick opens no code span. */
const GNU_QUOTE = /`[^`'\n]{1,60}'(?!\w)/y;

/** How far the begin of a line is looked for. */
const NEAR = 40;

/** Longest label that is compared with the link definitions. */
const LONGEST_LABEL = 200;

/** A text with what its markup says. */
interface Page {
  readonly text: string;
  readonly mask: Mask;
  readonly rules: MarkupRules;
  /** Link definitions, by label in lower case. */
  readonly defined: ReadonlyMap<string, string>;
  readonly find: ReturnType<typeof createFinder>;
}

/** Where the code span ends that begins at an offset; null: none does. */
type Partner = (here: number) => number | null;

/**
 * Hides code spans, tags, comments and labels in one paragraph at a time. The answer to (start, end) is where
 * the text goes on: behind the paragraph, or behind a comment or element that reaches over its end.
 */
export function createInline(
  text: string,
  mask: Mask,
  rules: MarkupRules,
  defined: ReadonlyMap<string, string>,
): (start: number, end: number) => number {
  const page: Page = { text, mask, rules, defined, find: createFinder(text) };
  return (start, end) => hideParagraph(page, start, end);
}

function hideParagraph(page: Page, start: number, end: number): number {
  const block = page.text.slice(start, end);
  const partner = pairBackticks(block, start);
  const open: number[] = [];
  let at = start;
  while (at < end) {
    TOKEN.lastIndex = at - start;
    const token = TOKEN.exec(block);
    if (token === null) break;
    const here = token.index + start;
    const sign = token[0];
    at = here + sign.length;
    if (sign === "[") open.push(here);
    else if (sign === "]") {
      const from = open.pop();
      if (from !== undefined) at = link(page, from, here);
    } else if (sign === "<!--") at = comment(page, here);
    else if (sign.startsWith("<")) at = tag(page, here, end);
    else at = codeSpan(page, here, at, partner);
  }
  return Math.max(at, end + 1);
}

function link(page: Page, open: number, close: number): number {
  const { text, mask, rules, defined } = page;
  const after = text.charAt(close + 1);
  let target = defined.size === 0 ? undefined : defined.get(labelOf(text, open, close));
  let end = close + 1;
  if (after === "(") {
    TARGET.lastIndex = close + 1;
    const [whole = "", address = ""] = TARGET.exec(text) ?? [];
    if (/^<[^>]*$/.test(address) || /^[^\s()]/.test(text.charAt(close + 1 + whole.length))) return end;
    target = address.replace(/^<|>$/g, "");
    if (!rules.fragments && /^#\d+$/.test(target)) return end;
    if (!isAddress(target)) {
      end += whole.length;
      mask.hide(close + 1, end);
    }
  } else if (after === "[") {
    LABEL.lastIndex = close + 1;
    const label = LABEL.exec(text)?.[1];
    if (label) {
      target = defined.get(label.trim().toLowerCase());
      if (target !== undefined) mask.unmark(close + 1, close + 1 + label.length + 2);
    }
  }
  if (target === undefined) return end;
  mask.unmark(open, close + 1);
  return end;
}

function tag(page: Page, at: number, blockEnd: number): number {
  const { text, mask, find } = page;
  TAG.lastIndex = at;
  const [whole, slash, name = ""] = TAG.exec(text) ?? [];
  if (whole === undefined) return at + 1;
  const end = at + whole.length;
  mask.unmark(at, end);
  if (slash === "/") return end;
  const code = codeElement(name.toLowerCase());
  // What spans paragraphs begins a line; elsewhere the tag is spoken of.
  if (code === "block" && !/(?:^|\n)[ \t>]*$/.test(text.slice(Math.max(0, at - NEAR), at))) return end;
  const close = code !== null || name.toLowerCase() === "a" ? find(`</${name}`, end) : -1;
  if (close < 0 || (code === "inline" && close > blockEnd)) return end;
  if (code === null) hideAnchor(whole, end, close, mask);
  else mask.hide(end, close);
  return code === null ? end : close;
}

function comment(page: Page, at: number): number {
  const { text, mask, rules, find } = page;
  if (!rules.comments) return at + 4;
  const close = find("-->", at + 4);
  const end = close < 0 ? text.length : close + 3;
  if (close < 0 && /\S/.test(text.slice(Math.max(0, at - 4), at).replace(/^.*\n/s, ""))) return at + 4;
  mask.hide(at, end);
  return end;
}

function codeSpan(page: Page, here: number, after: number, partner: Partner): number {
  const { text, mask } = page;
  const close = partner(here);
  if (close === null) return after;
  GNU_QUOTE.lastIndex = here;
  if (after - here === 1 && (text[here - 1] === "\\" || GNU_QUOTE.test(text))) return after;
  if (LINKED.test(text.slice(close - after + here - 1, close + 1))) {
    mask.unmark(here, close);
    return close;
  }
  mask.hide(here, close);
  return close;
}

/**
 * Tells where the code span ends whose backticks begin at an offset: behind the next run of the same length in the
 * paragraph. Asked in rising order; null: they open nothing.
 */
function pairBackticks(block: string, start: number): Partner {
  const runs: number[] = [];
  const closes: (number | null)[] = [];
  const lastOf = new Map<number, number>();
  for (const { 0: run, index } of block.matchAll(BACKTICKS)) {
    const last = lastOf.get(run.length);
    if (last !== undefined) closes[last] = start + index + run.length;
    lastOf.set(run.length, runs.length);
    runs.push(start + index);
    closes.push(null);
  }
  let next = 0;
  return (here) => {
    while ((runs[next] ?? here) < here) next += 1;
    return closes[next] ?? null;
  };
}

function labelOf(text: string, open: number, close: number): string {
  return close - open > LONGEST_LABEL
    ? ""
    : text
        .slice(open + 1, close)
        .trim()
        .toLowerCase();
}

/** An absolute address; all else leads to a place in the same page or repository. */
function isAddress(target: string): boolean {
  return /^(?:[a-z][a-z+.-]*:)?\/\/|^(?:www\.)?[\w-]+(?:\.[\w-]+)+\/|^[a-z]+:/i.test(target);
}
