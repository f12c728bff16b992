import type { TaskProblem } from "../core/evidence.ts";
import type { Dialect } from "./backlog.ts";
import { type CheckItem, type Range, readChecklist } from "./checklist.ts";
import { type Comment, readComments } from "./comments.ts";
import { type Block, type Outline, outline, type Section } from "./outline.ts";
import { problem } from "./problem.ts";
import { readToolkitSections, type ToolkitSections } from "./toolkit-sections.ts";

/** The prose that Backlog.md keeps between markers, with the titles that its versions have used. */
export const PROSE = {
  description: { marker: "SECTION:DESCRIPTION", titles: ["description"] },
  plan: { marker: "SECTION:PLAN", titles: ["implementation plan"] },
  notes: {
    marker: "SECTION:NOTES",
    titles: ["implementation notes", "notes", "notes & comments", "implementation notes & comments"],
  },
  finalSummary: { marker: "SECTION:FINAL_SUMMARY", titles: ["final summary"] },
} as const;

/** A prose section by the name that the rest of the code gives it. */
export type ProseName = keyof typeof PROSE;

/** Without markers a Backlog.md section runs to the next of these, whatever headings its text holds. */
const KNOWN_TITLES: ReadonlySet<string> = new Set([
  ...Object.values(PROSE).flatMap(({ titles }) => [...titles]),
  "acceptance criteria",
  "definition of done",
  "comments",
]);

/** The body of a task file. Texts are trimmed and keep their Markdown; null: no such section. */
export interface TaskBody {
  readonly outline: Outline;
  readonly description: string | null;
  readonly plan: string | null;
  readonly notes: string | null;
  readonly finalSummary: string | null;
  readonly criteria: readonly CheckItem[];
  readonly definitionOfDone: readonly CheckItem[];
  readonly comments: readonly Comment[];
  /** The toolkit's tables and lists; null in the other dialect. */
  readonly toolkit: ToolkitSections | null;
  readonly problems: readonly TaskProblem[];
}

/** Reads what stands below the frontmatter. Lists between unbalanced markers are empty, as Backlog.md reads them. */
export function readBody(text: string, start: number, line: number, dialect: Dialect): TaskBody {
  const parts = outline(text, start, line);
  const prose = (name: ProseName) => textOf(text, proseRange(parts, dialect, name));
  const capitals = dialect === "toolkit";
  return {
    outline: parts,
    description: prose("description"),
    plan: prose("plan"),
    notes: prose("notes"),
    finalSummary: prose("finalSummary"),
    criteria: readChecklist(text, listRanges(parts, "AC", "acceptance criteria"), capitals),
    definitionOfDone: readChecklist(text, listRanges(parts, "DOD", "definition of done"), capitals),
    comments: readComments(text, parts.blocks),
    toolkit: dialect === "toolkit" ? readToolkitSections(text, parts.sections) : null,
    problems: parts.unbalanced.map(({ name, line: at }) => problem("markers-unbalanced", at, name)),
  };
}

/** Where a prose section's text stands: between its markers, or below its heading. Null: missing or unbalanced. */
export function proseRange(parts: Outline, dialect: Dialect, name: ProseName): Range | null {
  const { marker, titles } = PROSE[name];
  const block = parts.blocks.find((candidate) => candidate.name === marker);
  if (block !== undefined) return below(block);
  if (parts.unbalanced.some((mark) => mark.name === marker)) return null;
  const index = parts.sections.findIndex((section) => titles.some((title) => title === section.title));
  const section = parts.sections[index];
  if (section === undefined) return null;
  const last = dialect === "toolkit" ? section : lastOf(parts.sections, index);
  return { start: section.bodyStart, end: last.end, line: section.line + 1 };
}

/** The last section that still belongs to the one at `index`: those after it with unknown titles are its text. */
function lastOf(sections: readonly Section[], index: number): Pick<Section, "end"> {
  let last: Pick<Section, "end"> = sections[index] ?? { end: 0 };
  for (const section of sections.slice(index + 1)) {
    if (KNOWN_TITLES.has(section.title)) break;
    last = section;
  }
  return last;
}

/** Marked blocks under their heading, or the whole section where it has none. A pair without its heading is ignored. */
function listRanges(parts: Outline, marker: string, title: string): readonly Range[] {
  if (parts.unbalanced.some(({ name }) => name === marker)) return [];
  return parts.sections
    .filter((section) => section.title === title)
    .flatMap((section) => {
      const own = parts.blocks.filter(({ name, start }) => name === marker && inside(section, start));
      return own.length > 0
        ? own.map(below)
        : [{ start: section.bodyStart, end: section.end, line: section.line + 1 }];
    });
}

function inside(section: Section, offset: number): boolean {
  return section.bodyStart <= offset && offset <= section.end;
}

function below(block: Block): Range {
  return { start: block.start, end: block.end, line: block.line + 1 };
}

function textOf(text: string, range: Range | null): string | null {
  return range === null ? null : text.slice(range.start, range.end).replaceAll("\r\n", "\n").trim();
}
