import { fenceScanner } from "../tasks/code-fence.ts";
import { sha256 } from "./digest.ts";

/** What is wrong with the markers in a body. Lines count from 1; nothing is written where there is any. */
export interface BlockProblem {
  /** `torn`: a marker without its other, or one that is no whole marker. */
  readonly code: "torn" | "nested" | "duplicate";
  readonly line: number;
}

/** A ticket's section as its first line tells it. A claim, like any text of a body. */
export interface BlockEntry {
  readonly key: string;
  /** Root-relative; null: its tracker holds the spec. */
  readonly path: string | null;
  /** The spec's digest. */
  readonly digest: string;
  /** Part of the spec alone is shown. */
  readonly isExcerpt: boolean;
}

/** What a body holds between our markers. */
export type BlockReading =
  | { readonly status: "none" }
  | {
      readonly status: "found";
      /** Offsets into the body, markers included. */
      readonly start: number;
      readonly end: number;
      /** Between the markers, with LF line ends. */
      readonly inner: string;
      /** What the first marker says. */
      readonly sha256: string;
      /** Nobody changed it since it was written. */
      readonly isIntact: boolean;
      readonly entries: readonly BlockEntry[];
    }
  | { readonly status: "problem"; readonly problem: BlockProblem };

const ANY_MARKER = /<!--\s{0,20}golden-thread:spec:(?:begin|end)\b/gi;
const BEGIN = /<!-- golden-thread:spec:begin v=1 sha256=([0-9a-f]{64}) -->/y;
const END = /<!-- golden-thread:spec:end -->/y;
const ENTRY =
  /<!-- golden-thread:spec:entry key=([\w.!~*'()%-]+) (?:path=([\w.!~*'()%-]+) )?sha256=([0-9a-f]{64})( excerpt)? -->$/gm;

/**
 * Finds our block. Markers count wherever they stand, in examples and code too: what is not certain to be the one block is a problem,
 * never skipped.
 */
export function readBlock(body: string): BlockReading {
  const marks = Array.from(body.matchAll(ANY_MARKER), ({ index }) => markAt(body, index));
  const wrong = problemOf(marks);
  if (wrong !== null)
    return { status: "problem", problem: { code: wrong.code, line: lineOf(body, wrong.at) } };
  const [first, last] = marks;
  if (first?.edge !== "begin" || last === undefined) return { status: "none" };
  const inner = withLf(body.slice(first.end, last.at));
  const { at: start, sha256: said } = first;
  const isIntact = sha256(inner) === said;
  return { status: "found", start, end: last.end, inner, sha256: said, isIntact, entries: entriesOf(inner) };
}

type Mark =
  | { readonly edge: "begin"; readonly at: number; readonly end: number; readonly sha256: string }
  | { readonly edge: "end" | "torn"; readonly at: number; readonly end: number };

function markAt(body: string, at: number): Mark {
  const begin = stickyAt(BEGIN, body, at);
  if (begin !== null) return { edge: "begin", at, end: at + begin[0].length, sha256: begin[1] ?? "" };
  const end = stickyAt(END, body, at);
  return end === null ? { edge: "torn", at, end: at } : { edge: "end", at, end: at + end[0].length };
}

function stickyAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  const own = new RegExp(pattern);
  own.lastIndex = at;
  return own.exec(text);
}

function problemOf(
  marks: readonly Mark[],
): { readonly code: BlockProblem["code"]; readonly at: number } | null {
  for (const [index, { edge, at }] of marks.entries()) {
    const opens = index % 2 === 0;
    if (edge === "torn" || (opens && edge === "end")) return { code: "torn", at };
    if (!opens && edge === "begin") return { code: "nested", at };
    if (opens && index > 0) return { code: "duplicate", at };
  }
  const last = marks.at(-1);
  return last !== undefined && marks.length % 2 === 1 ? { code: "torn", at: last.at } : null;
}

function lineOf(body: string, at: number): number {
  return withLf(body.slice(0, at)).split("\n").length;
}

function entriesOf(inner: string): readonly BlockEntry[] {
  return Array.from(inner.matchAll(ENTRY), ([, key = "", path, digest = "", excerpt]) => ({
    key: decoded(key),
    path: path === undefined ? null : decoded(path),
    digest,
    isExcerpt: excerpt !== undefined,
  }));
}

/** The mark at the end of a section's first line, by which `readBlock` knows it. No neutral text holds one. */
export function entryMark({ key, path, digest, isExcerpt }: BlockEntry): string {
  const place = path === null ? "" : ` path=${encoded(path)}`;
  return `<!-- golden-thread:spec:entry key=${encoded(key)}${place} sha256=${digest}${isExcerpt ? " excerpt" : ""} -->`;
}

/** Two dashes may end a comment. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "\u{fffd}")).replaceAll("-", "%2D");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Text between markers that vouch for it. `inner`: with LF line ends. */
export function wrapBlock(inner: string): string {
  const text = `\n${inner}\n`;
  return `<!-- golden-thread:spec:begin v=1 sha256=${sha256(text)} -->${text}<!-- golden-thread:spec:end -->`;
}

/** A body with the block in it, or why it was left alone. */
export type BlockPut =
  | { readonly ok: true; readonly body: string }
  | { readonly ok: false; readonly problem: BlockProblem };

/**
 * Puts a block in the place of the one that is there, or at the body's end; where an open fence or comment would swallow it there, at its
 * beginning. Everything else stays byte for byte; the block takes on the body's line ends. Twice is once.
 */
export function putBlock(body: string, block: string): BlockPut {
  const reading = readBlock(body);
  if (reading.status === "problem") return { ok: false, problem: reading.problem };
  const eol = endOf(body, reading);
  const text = withLf(block).replaceAll("\n", eol);
  if (reading.status === "found")
    return { ok: true, body: `${body.slice(0, reading.start)}${text}${body.slice(reading.end)}` };
  if (body.trim() === "") return { ok: true, body: `${body}${text}` };
  if (swallows(body)) return { ok: true, body: `${text}${eol}${eol}${body}` };
  const gap = /\n[ \t]*\r?\n$/.test(body) ? "" : body.endsWith("\n") ? eol : `${eol}${eol}`;
  return { ok: true, body: `${body}${gap}${text}` };
}

/** The line end of what stands around the block, or of the block where nothing does. */
function endOf(body: string, reading: BlockReading): "\n" | "\r\n" {
  if (reading.status !== "found") return body.includes("\r\n") ? "\r\n" : "\n";
  const outside = body.slice(0, reading.start) + body.slice(reading.end);
  return (outside.includes("\n") ? outside : body).includes("\r\n") ? "\r\n" : "\n";
}

function swallows(body: string): boolean {
  const fenced = fenceScanner();
  const lines = withLf(body).split("\n");
  const isCode = lines.map(fenced).at(-1) === true && fenced("");
  return isCode || body.lastIndexOf("<!--") > body.lastIndexOf("-->");
}

function withLf(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
