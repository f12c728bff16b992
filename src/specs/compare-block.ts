import type { Law } from "../core/law.ts";
import type { Spec, SpecAnswer, SpecBlock, SpecSection } from "../core/spec.ts";
import { type BlockEntry, entryMark, readBlock } from "./block.ts";
import { inertMarkdown } from "./neutral.ts";

/** What a description has room for, and what may stand in it. */
export interface BlockRoom {
  /** Most UTF-16 units of a description. */
  readonly limit: number;
  readonly disclose: Law["disclose"];
}

/** How deep the headings of a spec stand in the block. */
export const SPEC_DEPTH = 4;
/** Longest part of a line that a report shows: enough to see which one it is. */
const LONGEST = 120;

/** A section as it stands in the block: its mark, and everything from there to the next section's first line or the block's end. */
interface Section {
  readonly entry: BlockEntry;
  readonly behind: string;
  readonly isLast: boolean;
}

/**
 * Our block in a body, compared with specs (by look-up key) as they are now. Its outer digest proves nothing, since anybody can make a new
 * one: every line has to be one that `remote pr` would write, and only what a footer's cells say is taken as it is.
 */
export function blockOf(
  body: string,
  specs: Readonly<Record<string, SpecAnswer>>,
  room: BlockRoom,
): SpecBlock {
  const reading = readBlock(body);
  if (reading.status === "none") return { status: "none" };
  if (reading.status === "problem") {
    const { code: problem, line } = reading.problem;
    return { status: "problem", problem, line };
  }
  const { inner, entries } = reading;
  const parts = sectionsOf(inner, entries);
  const found = Object.entries(specs).flatMap(([at, answer]) =>
    answer.status === "found" ? [{ at, spec: answer.spec }] : [],
  );
  const seen = new Map(parts.map((part) => [part, found.filter(({ spec }) => isOf(part.entry, spec))]));
  const free = room.limit - body.length;
  const told = parts.map((part) => {
    const spec = seen.get(part)?.[0]?.spec;
    return spec === undefined ? null : weigh(part, spec, { ...room, free, count: parts.length });
  });
  const sections = parts.flatMap((part, index) =>
    (seen.get(part) ?? []).map(({ at }) => [at, told[index]?.section] as const),
  );
  const isIntact =
    reading.isIntact &&
    parts.length === entries.length &&
    BEGINNING.test(inner) &&
    told.every((one) => one?.isAlone === true);
  return {
    status: "found",
    isIntact,
    sections: Object.fromEntries(sections.flatMap(([at, one]) => (one === undefined ? [] : [[at, one]]))),
  };
}

/** A linked task and its ticket share a spec, and the section bears the name of one of them. */
function isOf({ key, path }: BlockEntry, spec: Spec): boolean {
  return key === spec.key || (path !== null && path === spec.path);
}

const BEGINNING = /^\n## Implementation Spec\n\n### [^\n]*\n\nSpec: [^\n]*\n/;
/** What stands between a section's last line and the mark of the next one. */
const NEXT = /\n\n### [^\n]*\n\nSpec: [^\n]*$/;

/** Fewer than entries: two are alike, or one stands where none may. */
function sectionsOf(inner: string, entries: readonly BlockEntry[]): readonly Section[] {
  const starts = entries.map((entry) => {
    const mark = entryMark(entry);
    return { entry, at: inner.indexOf(mark), end: inner.indexOf(mark) + mark.length };
  });
  if (new Set(starts.map(({ at }) => at)).size !== starts.length) return [];
  return starts.flatMap(({ entry, end }, index): readonly Section[] => {
    const next = starts[index + 1];
    if (next === undefined) return [{ entry, behind: inner.slice(end), isLast: true }];
    const between = inner.slice(end, next.at);
    return NEXT.test(between) ? [{ entry, behind: between.replace(NEXT, ""), isLast: false }] : [];
  });
}

interface Weighed {
  readonly section: SpecSection;
  /** Nothing stands in it but what is written for this spec. */
  readonly isAlone: boolean;
}

interface Terms extends BlockRoom {
  /** Units that the description has left. */
  readonly free: number;
  /** Sections of the block. */
  readonly count: number;
}

const REST = /^\n\n\*The spec (?:goes on|is not shown here): [^\n]*, with the digest above\.\*(?=\n)/;
const TICKET = /^\n\n(?:Ticket: |Closes |Fixes )[^\n]{1,2000}(?=\n|$)/;
const FOOTER =
  /^\n\n---\n\n\| Authorisation \| Risk \| Approval \| Chain \|\n\| --- \| --- \| --- \| --- \|\n((?:\| [^\n]{1,2000} \|\n)+)$/;

function weigh({ entry, behind, isLast }: Section, spec: Spec, terms: Terms): Weighed {
  const { digest, isExcerpt } = entry;
  const whole = inertMarkdown(spec.text, SPEC_DEPTH);
  const text = isExcerpt ? shownPart(behind, spec) : whole;
  const shown = behind.replace(/^\n\n/, "");
  const differs = text === null ? firstDifference(whole, shown) : firstDifference(text, shown);
  const needless =
    isExcerpt && differs === null && !mayBeShortened(spec, terms, whole.length - (text ?? "").length);
  const section: SpecSection = {
    digest,
    isWhole: !isExcerpt,
    differs: needless ? { wanted: "all of the spec, which has room here", found: "a part of it" } : differs,
  };
  return {
    section,
    isAlone: isRest(
      behind.slice(text === null || text === "" ? 0 : text.length + 2),
      isExcerpt,
      isLast,
      terms.count,
    ),
  };
}

/** Only what is withheld, or too long, may be named by its digest. */
function mayBeShortened({ path }: Spec, { disclose, free }: Terms, missing: number): boolean {
  return missing > free || (path === null && disclose !== "full");
}

/** The text of a spec's first lines that stands in a section; null: none of them do. */
function shownPart(behind: string, { text }: Spec): string | null {
  if (REST.test(behind)) return "";
  const end = behind.lastIndexOf("\n\n*The spec goes on: ");
  if (end < 0) return null;
  const shown = behind.slice(2, end);
  const lines = text.split("\n");
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const part = inertMarkdown(lines.slice(0, middle).join("\n").trimEnd(), SPEC_DEPTH);
    if (part === shown) return part;
    if (part.length > shown.length) high = middle - 1;
    else low = middle;
  }
  return null;
}

/** What follows a spec: where it goes on, the line for its ticket, and behind the last one the footer with a row for each. */
function isRest(rest: string, isExcerpt: boolean, isLast: boolean, count: number): boolean {
  const behindText = isExcerpt ? rest.replace(REST, "") : rest;
  if (isExcerpt && behindText === rest) return false;
  const end = behindText.replace(TICKET, "");
  if (!isLast) return end === "";
  const rows = FOOTER.exec(end)?.[1]?.split("\n") ?? [];
  return rows.length === count + 1;
}

/** The first line of a text that what is shown lacks; what follows the text is no part of it. */
function firstDifference(text: string, shown: string): SpecSection["differs"] {
  const own = shown.split("\n");
  const lines = text === "" ? [] : text.split("\n");
  const at = lines.findIndex((line, index) => line !== own[index]);
  if (at === -1) return null;
  const cut = (line: string | undefined): string => (line ?? "").trim().slice(0, LONGEST);
  return { wanted: cut(lines[at]), found: cut(own[at]) };
}
