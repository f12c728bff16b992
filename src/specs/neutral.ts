import { visible } from "../reports/escape.ts";
import { actsAnywhere, inertBlock, isDull } from "./code.ts";
import { inertInline } from "./inline.ts";

/** An emoji that is joined of several; the joiner alone would be hidden text. */
const JOINED =
  /(\p{Extended_Pictographic}(?:\p{EMod}|\uFE0F)?(?:\u200D\p{Extended_Pictographic}(?:\p{EMod}|\uFE0F)?){1,6})/u;
/** A fence with the containers that it stands in. */
const FENCE = /^([ \t>]{0,40}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,20}){0,5}[ \t>]{0,20})(`{3,}|~{3,})([^\n]*)$/;
const HEADING = /^ {0,3}(#{1,6})(?=[ \t]|$)/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const DEEPEST = 6;

/** A part of a text that is written on its own. */
type Part =
  | { readonly kind: "lines"; readonly lines: readonly string[] }
  | {
      readonly kind: "code";
      readonly prefix: string;
      readonly info: string;
      /** With their fences, as they stand. */
      readonly lines: readonly string[];
      readonly closed: boolean;
    };

/**
 * A Markdown document as a part of another text: it reads as before, and nothing in it acts there. Closing words, mentions, references,
 * commands of a forge, markers, HTML and what cannot be seen are made plain; its highest headings get `depth`; a front matter and comments
 * are left out; a fence that is open is closed. Linear in its length.
 */
export function inertMarkdown(text: string, depth: number): string {
  const source = shown(text.replace(/\r\n?/g, "\n").replace(/^---\n(?:[^\n]*\n){0,300}?---(?:\n|$)/, ""));
  const parts = partsOf(withoutBlockComments(source.split("\n")));
  const by = depth - topmost(parts);
  return parts
    .map((part) => (part.kind === "code" ? codeOf(part) : linesOf(part.lines, by)))
    .join("\n")
    .replace(/<!--(?=\s*golden-thread:)/gi, "&lt;!--")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function shown(text: string): string {
  return text
    .split(JOINED)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/[^\n\t]+/g, visible)))
    .join("");
}

/** Without comments that begin a line and end on another: those may run over empty lines. */
function withoutBlockComments(lines: readonly string[]): readonly string[] {
  const out: string[] = [];
  const last = lines.findLastIndex((line) => line.includes("-->"));
  let fence: string | null = null;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    fence = fenceAfter(line, fence);
    if (fence !== null || !/^ {0,3}<!--/.test(line) || line.includes("-->") || at >= last) {
      out.push(line);
      continue;
    }
    while (!(lines[at] ?? "").includes("-->")) at++;
    const end = lines[at] ?? "";
    out.push(end.slice(end.indexOf("-->") + 3));
  }
  return out;
}

/** The fence that is open behind a line. */
function fenceAfter(line: string, open: string | null): string | null {
  const [, prefix = "", fence, info = ""] = FENCE.exec(line) ?? [];
  if (open === null)
    return fence === undefined || (fence.startsWith("`") && info.includes("`")) ? null : fence;
  const closes = fence?.startsWith(open) && info.trim() === "" && /^[ \t>]*$/.test(prefix);
  return closes ? null : open;
}

function partsOf(lines: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  let run: string[] = [];
  let fence: string | null = null;
  const end = (closed: boolean): void => {
    if (run.length === 0) return;
    const [, prefix = "", , info = ""] = FENCE.exec(run[0] ?? "") ?? [];
    parts.push(
      fence === null ? { kind: "lines", lines: run } : { kind: "code", prefix, info, lines: run, closed },
    );
    run = [];
  };
  for (const line of lines) {
    const after = fenceAfter(line, fence);
    if (fence === null && after !== null) end(true);
    if (fence === null) fence = after;
    run.push(line);
    if (fence !== null && after === null) {
      end(true);
      fence = null;
    }
  }
  end(false);
  return parts;
}

/** A fence at the margin is code to every parser; what stands in a list or quotation may end where we do not see it. */
function codeOf({ prefix, info, lines, closed }: Extract<Part, { kind: "code" }>): string {
  const [first = ""] = lines;
  const inner = lines.slice(1, closed ? -1 : undefined);
  const text = lines.join("\n");
  if (prefix === "" && !actsAnywhere(text))
    return closed ? text : `${text}\n${/^(?:`+|~+)/.exec(first)?.[0] ?? ""}`;
  if (prefix !== "" && closed && isDull(text)) return text;
  const margin = new RegExp(`^[ \\t>]{0,${prefix.length}}`);
  const block = inertBlock(inner.map((line) => line.replace(margin, "")).join("\n"), info);
  return prefix === "" ? `${block}\n` : `${prefix}${block}`;
}

/** The depth of the highest heading that stands at the margin. */
function topmost(parts: readonly Part[]): number {
  let top = DEEPEST;
  for (const part of parts) {
    if (part.kind === "code") continue;
    part.lines.forEach((line, at) => {
      const depth = HEADING.exec(line)?.[1]?.length ?? underlined(part.lines, at);
      if (depth !== null) top = Math.min(top, depth);
    });
  }
  return top;
}

/** The depth of the heading that a line is because the next one underlines it; null: it is none, or one of several lines. */
function underlined(lines: readonly string[], at: number): 1 | 2 | null {
  const line = lines[at] ?? "";
  const mark = UNDERLINE.exec(lines[at + 1] ?? "")?.[1];
  const isText = /^ {0,3}[^\s>#|<=-]/.test(line) && (lines[at - 1] ?? "").trim() === "";
  if (mark === undefined || !isText || /^ {0,3}(?:[*+]|\d{1,9}[.)])[ \t]/.test(line)) return null;
  return mark.startsWith("=") ? 1 : 2;
}

function linesOf(lines: readonly string[], by: number): string {
  const demoted = lines.flatMap((line, at) => {
    const under = underlined(lines, at);
    if (under !== null) return [`${hashes(under + by)} ${line.trim()}`];
    if (at > 0 && underlined(lines, at - 1) !== null) return [];
    return [line.replace(HEADING, (_, marks: string) => hashes(marks.length + by))];
  });
  return demoted
    .join("\n")
    .split(/(\n[ \t]*\n)/)
    .map((part, at) => (at % 2 === 1 ? part : inertInline(part)))
    .join("")
    .replace(/^([ \t>]*)\/(?=[a-z])/gim, "$1\\/");
}

function hashes(depth: number): string {
  return "#".repeat(Math.min(DEEPEST, Math.max(1, depth)));
}
