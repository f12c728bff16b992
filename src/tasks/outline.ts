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

export interface Outline {
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  /** Marker names that do not pair up, with the line of the first that is out of turn. */
  readonly unbalanced: readonly { readonly name: string; readonly line: number }[];
}

interface Mark {
  readonly name: string;
  readonly opens: boolean;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

const MARKER = /^<!-- *(SECTION:[A-Z_]+|AC|DOD|COMMENTS):(BEGIN|END) *-->[ \r]*$/;
const HEADING = /^(#{1,2})[ \t]+(.*?)[ \t#\r]*$/;

/**
 * The parts of a task file's body: second-level headings outside code and outside `SECTION` blocks, and the blocks
 * between markers. One pass over the lines.
 */
export function outline(text: string, bodyStart: number, bodyLine: number): Outline {
  const marks: Mark[] = [];
  const headings: Mark[] = [];
  const fenced = fenceScanner();
  let line = bodyLine;
  for (let start = bodyStart; start < text.length; line++) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found + 1;
    const content = text.slice(start, found === -1 ? end : found);
    if (!fenced(content)) {
      const marker = content.startsWith("<!--") ? MARKER.exec(content) : null;
      const [, name, edge] = marker ?? [];
      if (name !== undefined) marks.push({ name, opens: edge === "BEGIN", line, start, end });
      const [, hashes, title] = content.startsWith("#") ? (HEADING.exec(content) ?? []) : [];
      if (title !== undefined) headings.push({ name: title, opens: hashes === "##", line, start, end });
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
    const wrong =
      own.find((mark, index) => mark.opens !== (index % 2 === 0)) ??
      (own.length % 2 === 1 ? own.at(-1) : undefined);
    if (wrong !== undefined) {
      unbalanced.push({ name, line: wrong.line });
      continue;
    }
    own.forEach((mark, index) => {
      const close = own[index + 1];
      if (mark.opens && close !== undefined)
        blocks.push({ name, line: mark.line, start: mark.end, end: close.start });
    });
  }
  return { blocks, unbalanced };
}

function sectionsOf(headings: readonly Mark[], blocks: readonly Block[], length: number): readonly Section[] {
  const prose = blocks.filter((block) => block.name.startsWith("SECTION:"));
  const real = headings.filter(
    ({ start }) => !prose.some((block) => block.start <= start && start < block.end),
  );
  return real.flatMap((heading, index) => {
    if (!heading.opens) return [];
    const title = plainTitle(heading.name);
    const { line, start, end: bodyStart } = heading;
    return { title, line, start, bodyStart, end: real[index + 1]?.start ?? length };
  });
}

/** A heading's title for comparison. */
export function plainTitle(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/ *\(optional\)$/, "");
}
