import { createHash } from "node:crypto";
import { normalised } from "../core/approval.ts";
import { redact } from "../core/secrets.ts";
import type { Ticket } from "../core/ticket.ts";

/** Longest description in UTF-16 units that is kept: several times what any vendor's editor is used for. */
const LONGEST = 200_000;

/** Bidirectional overrides and isolates, zero-width characters, and controls but tab and line break. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** Where Markdown says that a link leads, escaped or not: in parentheses, in a definition, between angle brackets. */
const DESTINATIONS = [
  /(\]\\?\(\s*<?)([^)\]\n]{0,2000})/g,
  /^( {0,3}\[[^\]\n]{1,999}\]:\s*<?)(\S{0,2000})/gm,
  /(<)((?:javascript|vbscript|data|file):[^\s<>]{0,2000})/gi,
] as const;

/** The worst of them anywhere else, such as in attributes. Prose has a blank after its colon. */
const SCRIPT_ADDRESS = /\b(javascript|vbscript)\s*:(?=\S)/gi;

/** Schemes of addresses that do something else than lead somewhere. */
const ACTIVE = /^(?:javascript|vbscript|data|file):/i;

/**
 * A ticket's Markdown, made fit to be shown to people and programs: LF line ends, no HTML comments, no scripts, no active
 * links, no invisible characters, no tokens. Its words stay as they are.
 */
export function cleanMarkdown(text: string): string {
  const kept = text.length > LONGEST ? `${text.slice(0, LONGEST)}\n\n… (shortened)` : text;
  const passive = withoutBlocks(kept.replace(/\r\n?/g, "\n").replace(INVISIBLE, ""));
  return redact(withoutActiveLinks(passive).replace(SCRIPT_ADDRESS, "$1 :").trim());
}

function withoutActiveLinks(text: string): string {
  let rest = text;
  for (const destination of DESTINATIONS)
    rest = rest.replace(destination, (whole, open: string, to: string) =>
      isActive(to) ? `${open}#` : whole,
    );
  return rest;
}

/** Whether following an address does something else than lead somewhere. Markdown reads entities in it, and browsers pass over blanks in its scheme. */
export function isActive(address: string): boolean {
  const plain = address
    .replace(/&(?:colon|tab|newline);/gi, (entity) => (/colon/i.test(entity) ? ":" : ""))
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (_, hex: string, digits: string) => {
      const point = Number.parseInt(digits, hex === "" ? 10 : 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : "";
    });
  return ACTIVE.test(plain.replace(/[\s\\\p{Cc}]+/gu, ""));
}

/**
 * A ticket's description; and where that is not all of it, letter by letter, the digest of the whole: an approval is bound to that too, since
 * people read the text in the tracker, not what was made of it here.
 */
export function described(text: string): Pick<Ticket, "description" | "unshown"> {
  const description = cleanMarkdown(text);
  return { description, ...(normalised(description) === normalised(text) ? {} : boundTo([text])) };
}

/** The digest of texts as they are stored, of which nobody can tell whether people are shown all of them. */
export function boundTo(texts: readonly string[]): Pick<Ticket, "unshown"> {
  const parts = texts.map(normalised);
  if (parts.every((part) => part === "")) return {};
  return { unshown: createHash("sha256").update(JSON.stringify(parts)).digest("hex") };
}

/** One line of plain text: a title, a name, a label. */
export function cleanLine(text: string): string {
  return redact(text.replace(INVISIBLE, "").replace(/\s+/g, " ").trim().slice(0, LONGEST));
}

/** Comments and elements whose content is no text, in one pass: a nested opening can't bring one back. */
function withoutBlocks(text: string): string {
  let rest = text;
  for (const [open, close] of BLOCKS) rest = cut(rest, open, close);
  return rest;
}

const BLOCKS = [
  [/<!--/g, /-->/g],
  [
    /<(?:script|style|iframe|object|embed|template)\b/gi,
    /<\/(?:script|style|iframe|object|embed|template)\s*>/gi,
  ],
] as const;

/** What is opened and never closed reaches to the end. */
function cut(text: string, open: RegExp, close: RegExp): string {
  let kept = "";
  let from = 0;
  for (;;) {
    open.lastIndex = from;
    const start = open.exec(text);
    if (start === null) return kept + text.slice(from);
    kept += text.slice(from, start.index);
    close.lastIndex = start.index;
    const end = close.exec(text);
    from = end === null ? text.length : end.index + end[0].length;
  }
}

/** One line of a description that has to do with criteria: a heading that speaks of them, or one of them. */
export interface CriterionLine {
  /** Index of the line. */
  readonly line: number;
  /** Null: it is the heading. */
  readonly item: { readonly text: string; readonly done: boolean } | null;
}

/** Boxes under a heading that speaks of acceptance criteria; where there is no such heading, none. */
export function criteriaIn(markdown: string): readonly { readonly text: string; readonly done: boolean }[] {
  return criterionLines(markdown).flatMap(({ item }) => item ?? []);
}

/** The same, with where they stand. */
export function criterionLines(markdown: string): readonly CriterionLine[] {
  const found: CriterionLine[] = [];
  let inside = false;
  for (const [line, text] of markdown.split("\n").entries()) {
    const heading = /^\s{0,3}(?:#{1,6}\s+(.*)|\*\*(.+?)\*\*:?\s*)$/.exec(text);
    if (heading !== null) {
      inside = /acceptance|criteria|definition of done/i.test(heading[1] ?? heading[2] ?? "");
      if (inside) found.push({ line, item: null });
      continue;
    }
    const box = inside ? /^\s*[-*+]\s+(?:\[([ xX])\]\s+)?(\S.*)$/.exec(text) : null;
    if (box !== null)
      found.push({ line, item: { text: (box[2] ?? "").trimEnd(), done: (box[1] ?? " ") !== " " } });
  }
  return found;
}

/** RFC 3339 in UTC of any date that a vendor writes; null: none, or not readable. */
export function utc(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined || value === "") return null;
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  const date = new Date(number);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
