import { fenceScanner } from "./code-fence.ts";

/** A second-level heading with what stands under it. Offsets are UTF-16 units into the whole file. */
export interface Section {
  /** In lower case, without a trailing `(optional)`. */
  readonly title: string;
  readonly line: number;
  readonly start: number;
  /** First character after the heading's line. */
  readonly bodyStart: number;
  readonly end: number;
}

/** What stands between the lines of a pair of markers such as `<!-- AC:BEGIN -->`. */
export interface Block {
  readonly name: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The parts of a body, in the order of the file. */
export interface Outline {
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  /** Marker names that do not pair up, with the line of the first that is out of turn. */
  readonly unbalanced: readonly { readonly name: string; readonly line: number }[];
}

interface Mark {
  readonly name: string;
  readonly edge: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** More headings and markers than any task has; what follows them is text of the last. It keeps hostile files cheap. */
const MAX_PARTS = 1_000;
const MARKER = /^<!-- *(SECTION:[A-Z_]+|AC|DOD|COMMENTS):(BEGIN|END) *-->[ \r]*$/;

/**
 * The parts of a task file's body: second-level headings outside code and outside `SECTION` blocks, and the blocks
 * between markers. One pass over the lines.
 */
export function outline(text: string, bodyStart: number, bodyLine: number): Outline {
  const marks: Mark[] = [];
  const headings: Mark[] = [];
  const fenced = fenceScanner();
  let line = bodyLine;
  for (let start = bodyStart; start < text.length && marks.length + headings.length < MAX_PARTS; line++) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found + 1;
    const content = text.slice(start, found === -1 ? end : found);
    if (!fenced(content)) {
      const [, name, edge] = content.startsWith("<!--") ? (MARKER.exec(content) ?? []) : [];
      if (name !== undefined && edge !== undefined) marks.push({ name, edge, line, start, end });
      const title = content.startsWith("## ") ? plainTitle(content.slice(3)) : null;
      if (title !== null) headings.push({ name: title, edge: "", line, start, end });
    }
    start = end;
  }
  const { blocks, unbalanced } = pairUp(marks);
  return { sections: sectionsOf(headings, blocks, text.length), blocks, unbalanced };
}

function pairUp(marks: readonly Mark[]): Pick<Outline, "blocks" | "unbalanced"> {
  const blocks: Block[] = [];
  const unbalanced: { name: string; line: number }[] = [];
  for (const name of new Set(marks.map((mark) => mark.name))) {
    const own = marks.filter((mark) => mark.name === name);
    const wrong = firstWrong(own);
    if (wrong === undefined) blocks.push(...blocksOf(own));
    else unbalanced.push({ name, line: wrong.line });
  }
  return { blocks, unbalanced };
}

/** The mark that is not the one whose turn it is: first BEGIN, then END, and so on to an END. */
function firstWrong(own: readonly Mark[]): Mark | undefined {
  const wrong = own.find(({ edge }, index) => edge !== (index % 2 === 0 ? "BEGIN" : "END"));
  return wrong ?? (own.length % 2 === 1 ? own.at(-1) : undefined);
}

function blocksOf(own: readonly Mark[]): readonly Block[] {
  return own.flatMap(({ name, edge, line, end }, index) => {
    const close = own[index + 1];
    return edge === "BEGIN" && close !== undefined ? [{ name, line, start: end, end: close.start }] : [];
  });
}

function sectionsOf(headings: readonly Mark[], blocks: readonly Block[], length: number): readonly Section[] {
  const prose = blocks.filter((block) => block.name.startsWith("SECTION:"));
  const real = headings.filter(
    ({ start }) => !prose.some((block) => block.start <= start && start < block.end),
  );
  return real.map(({ name, line, start, end }, index) => {
    return { title: name, line, start, bodyStart: end, end: real[index + 1]?.start ?? length };
  });
}

/** A heading's title for comparison. Closing hashes are no part of it. */
function plainTitle(text: string): string {
  let end = text.length;
  while (end > 0 && "# \t\r".includes(text[end - 1] ?? "")) end--;
  const title = text.slice(0, end).trim().toLowerCase();
  return title.endsWith("(optional)") ? title.slice(0, -"(optional)".length).trimEnd() : title;
}
