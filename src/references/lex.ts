import { quoted } from "./grammar.ts";
import type { Syntax } from "./languages.ts";

/** A stretch of source text that is no code. `opener`: length of the mark that begins it. */
export interface Region {
  readonly kind: "comment" | "doc" | "string";
  readonly start: number;
  readonly end: number;
  readonly opener: number;
}

const BACKSLASH = 92;
const NEWLINE = 10;

/** A character in quotes, which might itself be a quote: never the begin of a string. */
const CHARACTER = "'(?:\\\\[^\\n]|[^\\\\'\\n])'";
const HEREDOC = "<<[-~]?[ \\t]*[\"'\\\\]?(?<word>[A-Za-z_]\\w*)";

/** So many `<<WORD` without an end are no heredocs but shifts; each costs a search through the rest. */
const MOST_LOST = 16;

/**
 * Comments, docs and strings of a source text in order; all else is code. It is made for excerpts: a string that
 * is not closed on its line is code, and a comment whose begin was cut off counts from the text's start. Linear.
 */
export function lex(text: string, from: number, to: number, syntax: Syntax): readonly Region[] {
  const opens = openers(syntax);
  const regions: Region[] = [];
  const unclosed = new Map<string, number>();
  let lost = 0;
  let at = from === 0 ? cutOff(text, syntax, regions) : from;

  function add(kind: Region["kind"], start: number, stop: number, opener: number): number {
    const end = Math.min(stop, to);
    regions.push({ kind, start, end, opener });
    return Math.max(end, start + opener);
  }

  function open(match: RegExpExecArray): number {
    const [token] = match;
    const start = match.index;
    const after = start + token.length;
    const { line, block, long, quote, word } = match.groups ?? {};
    if (line !== undefined) return add("comment", start, endOfLine(text, start + token.length), token.length);
    if (block !== undefined) {
      const close = syntax.blocks.find(([begin]) => begin === block)?.[1] ?? "";
      return add("comment", start, endAfter(text, close, after), token.length);
    }
    if (long !== undefined) {
      return add(long.length > 1 ? "doc" : "string", start, endAfter(text, long, after), token.length);
    }
    if (word !== undefined) return heredoc(after, word);
    if (quote === undefined || (unclosed.get(quote) ?? -1) >= start) return after;
    const end = endOfString(text, after, quote.charCodeAt(0));
    if (end > 0) return add("string", start, end, 1);
    unclosed.set(quote, -end);
    return after;
  }

  function heredoc(after: number, word: string): number {
    if (lost >= MOST_LOST) return after;
    const begin = endOfLine(text, after);
    const closing = new RegExp(`^[ \\t]*${word}\\b`, "gm");
    closing.lastIndex = begin + 1;
    const close = closing.exec(text);
    if (close === null) lost += 1;
    return close === null ? after : add("doc", begin, close.index, 0);
  }

  while (at < to) {
    opens.lastIndex = at;
    const match = opens.exec(text);
    if (match === null || match.index >= to) break;
    at = open(match);
  }
  return regions;
}

function openers(syntax: Syntax): RegExp {
  const choice = (name: string, sources: readonly string[]) =>
    sources.length === 0 || sources[0] === "" ? [] : [`(?<${name}>${sources.join("|")})`];
  const parts = [
    ...choice(
      "block",
      syntax.blocks.map(([begin]) => quoted(begin)),
    ),
    ...choice("line", [syntax.line]),
    ...choice("long", syntax.long.map(quoted)),
    ...(syntax.heredoc ? [HEREDOC] : []),
    ...(syntax.quotes.includes("'") ? [] : [CHARACTER]),
    ...choice("quote", [...syntax.quotes].map(quoted)),
  ];
  return new RegExp(parts.join("|") || "(?!)", "g");
}

/** An excerpt may begin inside a block comment or docs: then the first closing mark stands before any opening one. */
function cutOff(text: string, syntax: Syntax, regions: Region[]): number {
  for (const [begin, close] of syntax.blocks) {
    const end = close === "*/" ? text.search(/\*\/[ \t]*$/m) : -1;
    const first = text.indexOf(begin);
    if (end < 0 || (first >= 0 && first < end)) continue;
    regions.push({ kind: "comment", start: 0, end: end + close.length, opener: 0 });
    return end + close.length;
  }
  for (const mark of syntax.long) {
    if (mark.length < 3) continue;
    const alone = new RegExp(`^[ \\t]*${mark}[ \\t]*$`, "m").exec(text);
    if (alone === null || text.indexOf(mark) < alone.index || (text.split(mark).length - 1) % 2 === 0)
      continue;
    const end = alone.index + alone[0].length;
    regions.push({ kind: "doc", start: 0, end, opener: 0 });
    return end;
  }
  return 0;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

function endAfter(text: string, close: string, from: number): number {
  const end = text.indexOf(close, from);
  return end < 0 ? text.length : end + close.length;
}

/** Index behind the closing quote; if the line has none, minus the index of the line's end. */
function endOfString(text: string, from: number, quote: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return at + 1;
    if (unit === NEWLINE) break;
    if (unit === BACKSLASH) at += 1;
  }
  return -at;
}
