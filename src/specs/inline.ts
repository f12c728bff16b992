import { visible } from "../reports/escape.ts";
import { CLOSING_WORDS, inertCode, isDull } from "./code.ts";

/** What shows as nothing, and parts what would act together: forges leave it out after they looked for references. */
const BREAK = "<!-- -->";

/** Punctuation of one meaning with what is written for it. */
interface Token {
  readonly raw: string;
  readonly char: string;
}

/**
 * The inline Markdown of a few lines: it reads as before, and nothing in it closes, mentions, links to a script, is HTML or a command.
 * Comments are left out. Code that could be more than that becomes HTML. Linear in its length.
 */
export function inertInline(text: string): string {
  const out: string[] = [];
  let from = 0;
  for (const { start, end, length } of codeSpans(text)) {
    const code = text.slice(start, end);
    out.push(inertText(text.slice(from, start)));
    const inner = code.slice(length, -length).replace(/\n[ \t>]*/g, " ");
    out.push(isDull(code) ? code : `<code>${inertCode(inner.replace(/^ (.*[^ ].*) $/, "$1"))}</code>`);
    from = end;
  }
  out.push(inertText(text.slice(from)));
  return out.join("");
}

interface Span {
  readonly start: number;
  readonly end: number;
  /** Of the run of backticks at either end. */
  readonly length: number;
}

/** Code spans (CommonMark 0.31, section 6.1), in one pass: a run is closed by the next of its length. */
function codeSpans(text: string): readonly Span[] {
  const runs = [...text.matchAll(/`+/g)].map(({ index, 0: run }) => ({ index, length: run.length }));
  const next = new Map<number, number>();
  const closer = runs.map(() => -1);
  for (let at = runs.length - 1; at >= 0; at--) {
    const { length } = runs[at] ?? { length: 0 };
    closer[at] = next.get(length) ?? -1;
    next.set(length, at);
  }
  const spans: Span[] = [];
  for (let at = 0; at < runs.length; at++) {
    const open = runs[at];
    const close = runs[closer[at] ?? -1];
    if (open === undefined || close === undefined || isEscaped(text, open.index)) continue;
    spans.push({ start: open.index, end: close.index + close.length, length: open.length });
    at = closer[at] ?? at;
  }
  return spans;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}

const TOKEN =
  /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|commat|num|excl|amp|AMP|sol|colon|lt|LT|lsqb|lbrack|lpar);|[\s\S]/gu;
const NAMED: Readonly<Record<string, string>> = {
  commat: "@",
  num: "#",
  excl: "!",
  amp: "&",
  AMP: "&",
  sol: "/",
  colon: ":",
  lt: "<",
  LT: "<",
  lsqb: "[",
  lbrack: "[",
  lpar: "(",
};

function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(TOKEN), ([raw]) => {
    if (raw.length > 1 && raw.startsWith("\\")) return { raw, char: raw.slice(1) };
    if (!raw.startsWith("&") || raw.length === 1) return { raw, char: raw };
    const name = raw.slice(1, -1);
    const char = name.startsWith("#") ? charOf(name.slice(1)) : (NAMED[name] ?? raw);
    return visible(char) === char || char === "\n" ? { raw, char } : { raw: visible(char), char: " " };
  });
}

function charOf(number: string): string {
  const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number);
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? "\u{fffd}" : String.fromCodePoint(code);
}

/** Addresses that every forge makes a link of, so that nothing in them is looked at. */
const ADDRESS =
  /https?:\/\/(?:[a-z0-9-]{1,63}\.){1,10}[a-z]{2,63}(?::\d{1,5})?(?:[/?#][\w\-./%?=&+:#,;]*)?/gi;
/** A link into the same page, where a number may follow; nothing else in it is parted, which would end the link. */
const ANCHOR = /(?<!\\)\[[^[\]\n]{0,300}\]\((#)(?=\d(?:(?!G[HL]-)[\w.%-]){0,300}\))/gi;
const CLOSING = new RegExp(
  `\\b${CLOSING_WORDS}\\b[:*_~]{0,5}\\s{1,20}(?:issues?\\s{1,20})?[<(*_~[]{0,5}(?:(https?)(?=:)|([A-Z]\\w{0,50})(?=-\\d))`,
  "gi",
);
/** Each ends with the character behind which it is parted. */
const ACTING: readonly RegExp[] = [
  /[#!&](?=\d)/g,
  /(?<![A-Za-z0-9])@(?=\w)/g,
  /(?<!\w)G[HL]-(?=\d)/gi,
  /\[[a-z_]{2,20}:(?=[\w/"#-])/gi,
];
const SCHEME = /\](?:\(\s{0,20}|:\s{0,20})<?\s{0,20}(?!(?:https?|mailto):)(?=[a-z][a-z0-9+.-]{0,30}:)/gi;

function inertText(source: string): string {
  const tokens = tokensOf(withoutComments(source));
  const plain = tokens.map(({ char }) => char).join("");
  const at = offsets(tokens);
  const parted = new Set<number>();
  const addresses = matches(plain, ADDRESS, ({ index, 0: all }) => [index, index + all.length]);
  const closing = matches(plain, CLOSING, ({ index, 0: all }) => [
    index + all.length,
    index + all.length + 1,
  ]);
  const opened = new Set(closing.map(([end]) => end));
  const safe = addresses.filter(([start, end]) => ![...between(opened, start, end)].length);
  for (const pattern of ACTING)
    for (const [, end] of matches(plain, pattern, ({ index, 0: all }) => [index, index + all.length]))
      if (!isInside(safe, end - 1)) parted.add(end - 1);
  for (const [end] of closing) parted.add(end);
  const links = new Set<number>();
  for (const [start, end] of matches(plain, SCHEME, ({ index, 0: all }) => [index, index + all.length])) {
    links.add(start).add(start + 1);
    const colon = plain.indexOf(":", end);
    if (colon >= 0) parted.add(colon);
  }
  // An escaped sign begins or ends no link.
  const written = tokens.map(({ raw, char }) => (raw === char ? char : "\0".repeat(char.length))).join("");
  const anchors = new Set(
    matches(written, ANCHOR, ({ index, 0: all }) => [index + all.length - 1, 0]).map(([one]) => one),
  );
  return tokens
    .map(({ raw, char }, index) => {
      const position = at[index] ?? 0;
      if (anchors.has(position) && raw === "#") return "&#35;";
      if (raw === "<") return isAutolink(plain, position, opened) ? raw : angle(plain, position);
      const shown = raw === char && (parted.has(position) || links.has(position)) ? `\\${raw}` : raw;
      return parted.has(position) ? `${shown}${BREAK}` : shown;
    })
    .join("");
}

/** Where each token's character stands in the text that readers see. */
function offsets(tokens: readonly Token[]): readonly number[] {
  let sum = 0;
  return tokens.map(({ char }) => {
    const start = sum;
    sum += char.length;
    return start;
  });
}

function matches(
  text: string,
  pattern: RegExp,
  span: (match: RegExpExecArray) => readonly [number, number],
): readonly (readonly [number, number])[] {
  return Array.from(text.matchAll(pattern), span);
}

function between(points: ReadonlySet<number>, start: number, end: number): readonly number[] {
  return points.size === 0 ? [] : [...points].filter((point) => point >= start && point <= end);
}

/** `spans` in order. */
function isInside(spans: readonly (readonly [number, number])[], point: number): boolean {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [start, end] = spans[middle] ?? [0, 0];
    if (point < start) high = middle - 1;
    else if (point >= end) low = middle + 1;
    else return true;
  }
  return false;
}

function isAutolink(plain: string, at: number, opened: ReadonlySet<number>): boolean {
  const link = /^<(https?):\/\/[^\s<>"'`\\]{1,2000}>/i.exec(plain.slice(at, at + 2020));
  return link !== null && !opened.has(at + 1 + (link[1]?.length ?? 0));
}

function angle(plain: string, at: number): string {
  return /[a-z/!?]/i.test(plain[at + 1] ?? "") ? "&lt;" : "<";
}

/** Comments that end; the sign of one that does not is a sign like any other. */
function withoutComments(text: string): string {
  const last = text.lastIndexOf("-->");
  let out = "";
  let from = 0;
  for (let open = text.indexOf("<!--"); open >= 0 && open < last; open = text.indexOf("<!--", from)) {
    out += text.slice(from, open);
    from = text.indexOf("-->", open) + 3;
  }
  return out + text.slice(from);
}
