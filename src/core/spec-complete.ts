/** What a finished spec must have. */
export interface SpecTerms {
  /** Headings by a ticket's type, in any case; `default` for types that have none of their own. */
  readonly headings: Readonly<Record<string, readonly string[]>>;
  readonly min_criteria: number;
  /** Characters. */
  readonly min_size: number;
  readonly max_size: number;
}

/** Why a spec is not finished. Lines count from 1. */
export type SpecGap =
  | { readonly code: "heading-missing"; readonly detail: string }
  | { readonly code: "placeholder" | "section-empty"; readonly detail: string; readonly line: number }
  | {
      readonly code: "criteria-few" | "too-short" | "too-long";
      readonly count: number;
      readonly wanted: number;
    };

/** What is known of a spec's completeness: all its gaps, and how many criteria it has. */
export interface SpecState {
  readonly gaps: readonly SpecGap[];
  readonly criteria: { readonly count: number; readonly done: number };
}

interface Line {
  readonly text: string;
  readonly line: number;
  readonly heading: { readonly depth: number; readonly title: string } | null;
  readonly isCode: boolean;
}

/** Words that stand for text which nobody wrote yet: alone in capitals, or in angle brackets as templates have them. */
const PLACEHOLDER =
  /\b(?:TODO|TBD|FIXME|TBC|XXX)\b|\[(?:TODO|TBD|[Ii]nsert[^\]]{0,60}|[Yy]our [^\]]{0,60})\](?!\()|<(?!https?:|mailto:)[a-z][\w'’,-]{0,40}(?: [\w'’,-]{1,40}){1,12}>|\{\{[^{}]{1,80}\}\}|\blorem ipsum\b/u;
const COMMENT_PLACEHOLDER = /<!--\s*(?:todo|tbd|describe|add |list |insert|what |why |how |fill )/iu;
/** What a comment, and a marker of a section, holds is no text. */
const COMMENT = /<!--.*?-->/gu;
const CRITERIA = /^(?:acceptance )?criteria$|^acceptance criteria\b/iu;
const ITEM = /^\s{0,12}(?:[-*+]|\d{1,9}[.)])\s+(?:\[([ xX])\]\s+)?\S/u;
/** Characters of a placeholder that are shown. */
const SHOWN = 60;

/** Everything that a spec's text lacks. `type`: the ticket's; null: it says none. */
export function specState(text: string, type: string | null, terms: SpecTerms): SpecState {
  const lines = linesOf(text);
  const criteria = criteriaOf(lines);
  const size = text.length;
  const count = (
    code: "criteria-few" | "too-short" | "too-long",
    found: number,
    wanted: number,
  ): SpecGap => ({
    code,
    count: found,
    wanted,
  });
  return {
    criteria,
    gaps: [
      ...headingGaps(lines, wantedHeadings(type, terms)),
      ...placeholderGaps(lines),
      ...emptySections(lines),
      ...(criteria.count < terms.min_criteria
        ? [count("criteria-few", criteria.count, terms.min_criteria)]
        : []),
      ...(size < terms.min_size ? [count("too-short", size, terms.min_size)] : []),
      ...(size > terms.max_size ? [count("too-long", size, terms.max_size)] : []),
    ],
  };
}

function wantedHeadings(type: string | null, { headings }: SpecTerms): readonly string[] {
  const own = type !== null && Object.hasOwn(headings, type) ? headings[type] : undefined;
  return own ?? (Object.hasOwn(headings, "default") ? (headings.default ?? []) : []);
}

function linesOf(text: string): readonly Line[] {
  let fence: string | null = null;
  return text.split("\n").map((content, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(content)?.[1];
    const isCode = fence !== null || mark !== undefined;
    if (fence === null) fence = mark ?? null;
    else if (mark?.startsWith(fence) && content.trim() === mark) fence = null;
    const [, marks, title] = isCode ? [] : (/^ {0,3}(#{1,6})[ \t]+(\S.*)$/.exec(content) ?? []);
    const heading =
      marks === undefined || title === undefined ? null : { depth: marks.length, title: plain(title) };
    return { text: content, line: index + 1, heading, isCode };
  });
}

/** A heading for comparison: without numbers before it, closing marks, emphasis and case. */
function plain(title: string): string {
  return title
    .replace(/^[\d.]{1,12}\s+/, "")
    .replace(/[*_`#:]/g, "")
    .trim()
    .toLowerCase();
}

function headingGaps(lines: readonly Line[], wanted: readonly string[]): readonly SpecGap[] {
  const have = new Set(lines.flatMap(({ heading }) => heading?.title ?? []));
  return wanted
    .filter((title) => !title.split("|").some((one) => have.has(plain(one))))
    .map((detail) => ({ code: "heading-missing", detail }));
}

function placeholderGaps(lines: readonly Line[]): readonly SpecGap[] {
  return lines.flatMap(({ text, line, isCode }) => {
    if (isCode) return [];
    const shown = text.replace(/`[^`]*`/g, "").replace(COMMENT, "");
    const found = PLACEHOLDER.exec(shown)?.[0] ?? (COMMENT_PLACEHOLDER.test(text) ? text.trim() : undefined);
    return found === undefined ? [] : [{ code: "placeholder", detail: found.slice(0, SHOWN), line } as const];
  });
}

/** Headings under which nothing stands, not even a deeper heading. */
function emptySections(lines: readonly Line[]): readonly SpecGap[] {
  return lines.flatMap(({ heading, line }) => {
    if (heading === null) return [];
    const next = lines.slice(line).find((one) => one.text.replace(COMMENT, "").trim() !== "");
    const isEmpty = next === undefined || (next.heading !== null && next.heading.depth <= heading.depth);
    return isEmpty ? [{ code: "section-empty", detail: heading.title.slice(0, SHOWN), line } as const] : [];
  });
}

/** Items under a heading of acceptance criteria; where there is no such heading, every box of the text. */
function criteriaOf(lines: readonly Line[]): SpecState["criteria"] {
  const at = lines.findIndex(({ heading }) => heading !== null && CRITERIA.test(heading.title));
  const depth = lines[at]?.heading?.depth ?? 0;
  const after = at < 0 ? lines : lines.slice(at + 1);
  const stop = at < 0 ? -1 : after.findIndex(({ heading }) => heading !== null && heading.depth <= depth);
  const items = (stop < 0 ? after : after.slice(0, stop)).flatMap(({ text, isCode }) => {
    const item = isCode ? null : ITEM.exec(text);
    return item === null || (at < 0 && item[1] === undefined) ? [] : [item[1] ?? ""];
  });
  return { count: items.length, done: items.filter((box) => /x/i.test(box)).length };
}
