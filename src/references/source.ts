import { hideTags } from "./html.ts";
import { isYaml, languageOf, type Syntax } from "./languages.ts";
import { lex, type Region } from "./lex.ts";
import { hideMarkup, MARKUP } from "./markdown.ts";
import { createMask, type Mask } from "./mask.ts";
import { isAnnounced, isForetold } from "./noise.ts";
import { withBlockScalars } from "./yaml.ts";

/** What the scanner tells about its configuration. */
export interface SourceRules {
  /** Any upper-case word with a number counts, so arithmetic (`MAX-1`) has to be told apart. */
  readonly generic: boolean;
}

/**
 * A source text in which all that is syntax and not a reference is hidden: comment markers, colours, selectors,
 * immediates, preprocessor lines, attributes, code in docs. The path's name tells the language; unknown ones are
 * read as Markdown. Every character keeps its offset.
 */
export function maskSource(text: string, path: string, rules: SourceRules): string {
  const mask = createMask(text);
  const language = languageOf(path, text);
  if (language === "prose") hideProse(text, mask);
  else if (language === "markup")
    hideTags(text, mask, (start, end, syntax) => hideSyntax(text, start, end, syntax, mask, rules));
  else hideSyntax(text, 0, text.length, language, mask, rules, isYaml(path));
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

const PREPROCESSOR = /^[ \t]*#/gm;

function hideSyntax(
  text: string,
  from: number,
  to: number,
  syntax: Syntax,
  mask: Mask,
  rules: SourceRules,
  yaml = false,
): void {
  const lexed = lex(text, from, to, syntax);
  const regions = yaml ? withBlockScalars(text, lexed) : lexed;
  let at = from;
  for (const region of regions) {
    hideCode(text, at, region.start, syntax, mask, rules);
    if (region.kind === "string") hideData(text, region.start, Math.min(region.end, to), mask);
    else if (!isAnnouncedOpener(text, region)) mask.unmark(region.start, region.start + region.opener + 1);
    at = Math.max(at, region.end);
  }
  hideCode(text, at, to, syntax, mask, rules);
  hideDocs(text, regions, mask);
}

const ISSUE = /#\d{2,10}(?!\w)/y;

/** In `- name: regression of #123` the mark opens a comment for the computer and names an issue for people. */
function isAnnouncedOpener(text: string, { start, opener }: Region): boolean {
  ISSUE.lastIndex = start;
  const [number] = opener === 1 ? (ISSUE.exec(text) ?? []) : [];
  return number !== undefined && isForetold(text, start, start + number.length);
}

/** `!1` is a negation and `#a1b2c3` a private field wherever they stand in code; `#12` only in some languages. */
function hideCode(
  text: string,
  start: number,
  end: number,
  syntax: Syntax,
  mask: Mask,
  rules: SourceRules,
): void {
  if (end <= start) return;
  const code = text.slice(start, end);
  if (syntax.hash === "never") mask.unmark(start, end);
  else
    for (const { index } of code.matchAll(/!\d|#(?=[a-z0-9]*[a-z])/g))
      mask.unmark(start + index, start + index + 2);
  for (const { 0: whole, index } of code.matchAll(PREPROCESSOR)) {
    if (index > 0 || start === 0) mask.unmark(start + index, start + index + whole.length + 1);
  }
  if (rules.generic) {
    for (const { 0: whole, index } of code.matchAll(/(?<![A-Za-z0-9_])[A-Z][A-Z0-9]+-\d+/g)) {
      if (isArithmetic(code, index, index + whole.length))
        mask.hide(start + index, start + index + whole.length);
    }
  }
}

const NUMBER = /(?<!AB)[#!](?=\w)\d*(\w?)/g;

/** In strings and code only numbers that are announced count; `!1` and `#a1b2c3` never do. */
function hideData(text: string, start: number, end: number, mask: Mask): void {
  for (const { 0: whole, 1: letter, index } of text.slice(start, end).matchAll(NUMBER)) {
    const at = start + index;
    const counts = whole.startsWith("#") && letter === "" && isAnnounced(text, at, at + whole.length);
    if (!counts) mask.unmark(at, at + whole.length + 1);
  }
}

/** How far code is looked at on either side of what might be a difference. */
const NEAR = 16;

function isArithmetic(code: string, start: number, end: number): boolean {
  const before = code.slice(Math.max(0, start - NEAR), start);
  const after = code.slice(end, end + NEAR);
  return /(?:[[(=+\-*/<>&|?:,]|\breturn)\s*$/.test(before) || /^\s*[)\];,+\-*/<>=&|?:]/.test(after);
}

/** What stands at the begin of a comment line beside its text. */
const DECORATION = /^[ \t]*(?:\/\*+!?|\/\/+!?|\*+(?!\*)|#+|;+|--+|%+|"""|''')(?=[ \t]|$)/gm;

/** Code spans and links in comments and docs, one group of neighbouring comments at a time. */
function hideDocs(text: string, regions: readonly Region[], mask: Mask): void {
  let group: { start: number; end: number } | null = null;
  for (const { kind, start, end } of regions) {
    if (kind === "string") continue;
    if (group !== null && text.slice(group.end, start).trim() === "") {
      group = { start: group.start, end };
      continue;
    }
    if (group !== null) hideGroup(text, group.start, group.end, mask);
    group = { start, end };
  }
  if (group !== null) hideGroup(text, group.start, group.end, mask);
}

function hideGroup(text: string, start: number, end: number, mask: Mask): void {
  const raw = text.slice(start, end);
  if (!MARKUP.test(raw)) return;
  const docs = raw.replace(DECORATION, (mark) => " ".repeat(mark.length));
  const shifted: Mask = {
    hide: (from, to) => mask.hide(start + from, start + to),
    unmark: (from, to) => mask.unmark(start + from, start + to),
    apply: mask.apply,
  };
  hideMarkup(docs, shifted, { comments: false, fragments: true });
}
