import type { ForgeKind } from "../core/forge.ts";
import type { RemoteKind } from "../core/law.ts";
import type { Spec } from "../core/spec.ts";
import type { Risk } from "../core/ticket.ts";
import { inertLine, markdown, markdownCode } from "../reports/escape.ts";
import { type BlockPut, entryMark, putBlock, readBlock, wrapBlock } from "./block.ts";
import { type ClosingPlace, ticketLine } from "./closing.ts";
import { actsAnywhere } from "./code.ts";
import { inertMarkdown } from "./neutral.ts";

/** What the footer says of a ticket. Texts are untrusted. */
export interface ThreadFacts {
  /** `authorised`, `not authorised`, or why nobody knows; one or a few words. */
  readonly authorisation: string;
  /** The ticket's state, in its tracker's words. */
  readonly state: string;
  readonly risk: Risk | null;
  /** `not needed`, `missing`, or by whom and when. */
  readonly approval: string;
}

/** A ticket with its spec, as a section of the block. */
export interface BlockPart {
  readonly spec: Spec;
  /** Kind of the remote that has the ticket. */
  readonly kind: RemoteKind;
  /** The merge closes it. */
  readonly closes: boolean;
  readonly facts: ThreadFacts;
}

/** Where the block is to stand, and what may be told there. */
export interface BlockTerms extends ClosingPlace {
  readonly forge: ForgeKind;
  /** Most UTF-16 units of the block, markers included. */
  readonly limit: number;
  /** How much of a tracker's ticket may be shown. A spec that is a file of the repository is shown in any case. */
  readonly disclose: "id" | "title" | "full";
}

/** A block, or how long the shortest one would be. */
export type RenderedBlock =
  | { readonly ok: true; readonly text: string; readonly isShortened: boolean }
  | { readonly ok: false; readonly needed: number };

/** Excerpts of fewer units say nothing. */
const SHORTEST = 80;
/** Steps to the longest excerpts that fit: each halves what is open, and the last are lines. */
const STEPS = 12;

/** The block for these tickets. Where the whole is over the limit each spec gives way to as many of its lines as fit, digest and place. */
export function renderBlock(parts: readonly BlockPart[], terms: BlockTerms): RenderedBlock {
  const longest = Math.max(0, ...parts.map(({ spec }) => spec.text.length));
  const whole = longest > terms.limit ? null : blockOf(parts, terms, Number.POSITIVE_INFINITY);
  if (whole !== null && whole.length <= terms.limit) return { ok: true, text: whole, isShortened: false };
  let best = blockOf(parts, terms, 0);
  if (best.length > terms.limit) return { ok: false, needed: best.length };
  let low = 0;
  let high = Math.min(longest, terms.limit);
  for (let step = 0; step < STEPS && high - low >= SHORTEST; step++) {
    const middle = Math.floor((low + high) / 2);
    const text = blockOf(parts, terms, middle);
    if (text.length > terms.limit) high = middle;
    else [low, best] = [middle, text];
  }
  return { ok: true, text: best, isShortened: true };
}

/** A body with the block for these tickets in it. `limit`: of the whole body. Null in `put`: not even the shortest block fits. */
export function bodyWithBlock(
  body: string,
  parts: readonly BlockPart[],
  terms: BlockTerms,
): { readonly put: BlockPut | null; readonly isShortened: boolean } {
  const reading = readBlock(body);
  if (reading.status === "problem")
    return { put: { ok: false, problem: reading.problem }, isShortened: false };
  const empty = putBlock(body, "");
  let room = terms.limit - (empty.ok ? empty.body.length : body.length);
  for (;;) {
    const block = renderBlock(parts, { ...terms, limit: room });
    if (!block.ok) return { put: null, isShortened: true };
    const put = putBlock(body, block.text);
    const over = put.ok ? put.body.length - terms.limit : 0;
    if (over <= 0) return { put, isShortened: block.isShortened };
    room = Math.min(room, block.text.length) - over;
  }
}

function blockOf(parts: readonly BlockPart[], terms: BlockTerms, room: number): string {
  const sections = parts.map((part) => sectionOf(part, terms, room));
  return wrapBlock(["## Implementation Spec", ...sections, footer(parts, terms)].join("\n\n"));
}

function sectionOf({ spec, kind, closes }: BlockPart, terms: BlockTerms, room: number): string {
  const { key, title, path, text, digest, url } = spec;
  const isShown = path !== null || terms.disclose === "full";
  const some = isShown ? excerpt(text, room) : "";
  const isExcerpt = some !== text;
  const place = path !== null ? pathOf(path) : url === null ? "in its tracker" : link("in its tracker", url);
  const head = `Spec: ${place}, SHA-256 \`${digest}\` ${entryMark({ key, path, digest, isExcerpt })}`;
  const name = terms.disclose === "id" || title === "" ? "" : `: ${inertLine(title)}`;
  const rest = `*${some === "" ? "The spec is not shown here" : "The spec goes on"}: ${text.split("\n").length} lines, ${place}, with the digest above.*`;
  return [
    `### ${markdown(key)}${name}`,
    head,
    inertMarkdown(some, 4),
    isExcerpt ? rest : "",
    ticketLine({ kind, id: spec.id, key, url }, closes, terms),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** Whole lines of a text that are no longer than `room` together. */
function excerpt(text: string, room: number): string {
  if (text.length <= room) return text;
  const end = text.lastIndexOf("\n", room);
  return end < SHORTEST ? "" : text.slice(0, end).trimEnd();
}

function footer(parts: readonly BlockPart[], { disclose }: BlockTerms): string {
  const rows = parts.map(({ spec, facts: { authorisation, state, risk, approval } }) => {
    const standing = disclose === "id" ? authorisation : `${authorisation} (${state})`;
    const chain = `${markdown(spec.key)} → spec \`${spec.digest.slice(0, 12)}\` → this pull request → its commits`;
    return `| ${[inertLine(standing), risk ?? "not told", inertLine(approval), chain].join(" | ")} |`;
  });
  return [
    "---",
    "",
    "| Authorisation | Risk | Approval | Chain |",
    "| --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

/** Forges look for closing words in code too, and so do we for our markers. */
function pathOf(path: string): string {
  return actsAnywhere(path) ? inertLine(path) : markdownCode(path);
}

function link(text: string, url: string): string {
  return /^https?:\/\/[^\s<>()\\"'`]+$/.test(url) ? `[${text}](${url})` : text;
}
