import { hideTags } from "./html.ts";
import { isYaml, languageOf, type Syntax } from "./languages.ts";
import { lex, type Region } from "./lex.ts";
import { hideMarkup, MARKUP } from "./markdown.ts";
import { createMask, type Mask } from "./mask.ts";
import { isAnnounced, isForetold } from "./noise.ts";
import type { CodeRules } from "./text-scan.ts";
import { withBlockScalars } from "./yaml.ts";

/**
 * A source text in which all that is syntax and not a reference is hidden: comment markers, colours, selectors,
 * immediates, preprocessor lines, attributes, code in docs. The path's name tells the language; unknown ones are
 * read as Markdown. Every character keeps its offset.
 */
export function maskSource(text: string, path: string, rules: CodeRules): string {
  const mask = createMask(text);
  const language = languageOf(path, text);
  if (language === "prose") hideProse(text, mask);
  else if (rules.marks === null && !rules.generic) return text;
  else if (language === "markup")
    hideTags(text, mask, (from, to, syntax) => hideSyntax({ text, from, to, syntax, mask, rules }));
  else hideSyntax({ text, from: 0, to: text.length, syntax: language, mask, rules, yaml: isYaml(path) });
  return mask.apply();
}

function hideProse(text: string, mask: Mask): void {
  hideCriteria(text, mask);
  if (MARKUP.test(text)) hideMarkup(text, mask, { comments: false, fragments: true });
}

const CRITERION = /^[ \t]*[-*+] \[[ xX]\] #\d+(?= )/gm;
const TASK_FILE = /<!-- (?:AC|DOD):BEGIN -->|^#+ (?:Acceptance Criteria|Definition of Done)\s*$/im;

/** Backlog.md numbers the criteria of a task: `- [ ] #1 It works`. */
function hideCriteria(text: string, mask: Mask): void {
  if (!TASK_FILE.test(text)) return;
  for (const { 0: whole, index } of text.matchAll(CRITERION)) mask.unmark(index, index + whole.length);
}

/** A stretch of a text in one language. */
interface Stretch {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly syntax: Syntax;
  readonly mask: Mask;
  readonly rules: CodeRules;
  readonly yaml?: boolean;
}

/** Looks at every mark and key once; the text is taken apart only if there is one. */
function hideSyntax(stretch: Stretch): void {
  const { text, from, to, syntax, rules } = stretch;
  const marks = rules.marks === null ? [] : placesOf(text, from, to, rules.marks);
  const keys = rules.generic ? placesOf(text, from, to, KEY) : [];
  if (marks.length + keys.length === 0) return;
  const lexed = lex(text, from, to, syntax);
  const regions = stretch.yaml ? withBlockScalars(text, lexed) : lexed;
  const at = regionFinder(regions);
  const commented = marks.filter((place) => !hideMark(stretch, place, at(place)));
  const keyAt = regionFinder(regions);
  for (const place of keys) if (keyAt(place) === null) hideDifference(stretch, place);
  hideDocs(stretch, regions, commented);
}

const KEY = /(?<![A-Za-z0-9_])[A-Z][A-Z0-9]+-\d/g;

function placesOf(text: string, from: number, to: number, what: RegExp): readonly number[] {
  const places: number[] = [];
  const search = new RegExp(what.source, "g");
  search.lastIndex = from;
  for (let match = search.exec(text); match !== null && match.index < to; match = search.exec(text)) {
    places.push(match.index);
  }
  return places;
}

/** The region around an offset, or null for code; asked in rising order. */
export function regionFinder(regions: readonly Region[]): (at: number) => Region | null {
  let next = 0;
  return (at) => {
    while ((regions[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    const region = regions[next];
    return region !== undefined && region.start <= at ? region : null;
  };
}

const NUMBER = /[#!]\d*(\w?)/y;
const LINE_START = /(?:^|\n)[ \t]*$/;

/** How far the begin of a line is looked for. */
const INDENT = 80;

/** Hides a mark that is syntax or data; false: it stands in a comment and may be a reference. */
function hideMark({ text, syntax, mask }: Stretch, at: number, region: Region | null): boolean {
  NUMBER.lastIndex = at;
  const [whole = "", letter = ""] = NUMBER.exec(text) ?? [];
  const end = at + whole.length;
  if (region !== null && region.kind !== "string") {
    if (at >= region.start + region.opener || isAnnouncedOpener(text, at, end, region)) return false;
  } else if (text.slice(Math.max(0, at - 2), at) === "AB") return true;
  else if (region !== null || syntax.hash === "free") {
    const preprocessor = region === null && LINE_START.test(text.slice(Math.max(0, at - INDENT), at));
    // `!1` is a negation and `#a1b2c3` a private field or a colour wherever they stand in code and data.
    const counts = text[at] === "#" && letter === "" && !preprocessor && isAnnounced(text, at, end);
    if (counts) return true;
  }
  mask.unmark(at, end + 1);
  return true;
}

/** In `- name: regression of #123` the mark opens a comment for the computer and names an issue for people. */
function isAnnouncedOpener(text: string, at: number, end: number, { start, opener }: Region): boolean {
  return at === start && opener === 1 && end - at > 2 && isForetold(text, at, end);
}

/** How far code is looked at on either side of what might be a difference. */
const NEAR = 16;

const DIFFERENCE = /[A-Z][A-Z0-9]+-\d+/y;

function hideDifference({ text, mask }: Stretch, at: number): void {
  DIFFERENCE.lastIndex = at;
  const end = at + (DIFFERENCE.exec(text)?.[0].length ?? 0);
  const before = text.slice(Math.max(0, at - NEAR), at);
  const after = text.slice(end, end + NEAR);
  const arithmetic =
    /(?:[[(=+\-*/<>&|?:,]|\breturn)\s*$/.test(before) || /^\s*[)\];,+\-*/<>=&|?:]/.test(after);
  if (arithmetic) mask.hide(at, end);
}

/** What stands at the begin of a comment line beside its text. */
const DECORATION = /^[ \t]*(?:\/\*+!?|\/\/+!?|\*+(?!\*)|#+|;+|--+|%+|"""|''')(?=[ \t]|$)/gm;

/** Code spans and links in comments and docs that hold marks, one group of neighbouring comments at a time. */
function hideDocs({ text, mask }: Stretch, regions: readonly Region[], marks: readonly number[]): void {
  let next = 0;
  for (let index = 0; index < regions.length; ) {
    const first = regions[index];
    let last = first;
    index += 1;
    if (first === undefined || last === undefined || first.kind === "string") continue;
    for (let more = regions[index]; more && more.kind !== "string"; more = regions[index]) {
      if (text.slice(last.end, more.start).trim() !== "") break;
      last = more;
      index += 1;
    }
    while ((marks[next] ?? Number.POSITIVE_INFINITY) < first.start) next += 1;
    if ((marks[next] ?? Number.POSITIVE_INFINITY) < last.end) hideGroup(text, first.start, last.end, mask);
  }
}

function hideGroup(text: string, start: number, end: number, mask: Mask): void {
  const raw = text.slice(start, end);
  if (!MARKUP.test(raw)) return;
  const docs = raw.replace(DECORATION, (mark) => " ".repeat(mark.length));
  const unmark = (from: number, to: number): void => mask.unmark(start + from, start + to);
  hideMarkup(docs, { hide: unmark, unmark, apply: mask.apply }, { comments: false, fragments: true });
}
