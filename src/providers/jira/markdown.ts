/** A block of the plain Markdown that people and programs write into tickets. */
export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "code"; readonly language: string; readonly text: string }
  | { readonly kind: "quote"; readonly text: string }
  | { readonly kind: "rule" }
  | { readonly kind: "list"; readonly items: readonly Item[] };

/** An item of a list. `depth` counts from 0; `done` null: no box. */
export interface Item {
  readonly depth: number;
  readonly ordered: boolean;
  readonly done: boolean | null;
  readonly text: string;
}

/** A run of text under the same marks. */
export interface Run {
  readonly text: string;
  readonly mark: "plain" | "strong" | "em" | "strike" | "code" | "link";
  readonly href: string;
}

/** Deepest nesting of a list that is kept. */
const DEEPEST = 8;

/** Reads headings, paragraphs, lists, boxes, fenced code, quotes and rules; anything else is a paragraph's text. */
export function blocksOf(markdown: string): readonly Block[] {
  const lines = markdown.replace(/\r\n?/g, "\n").split("\n");
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const { block, next } = blockAt(lines, at);
    if (block !== null) blocks.push(block);
    at = next;
  }
  return blocks;
}

function blockAt(
  lines: readonly string[],
  at: number,
): { readonly block: Block | null; readonly next: number } {
  const line = lines[at] ?? "";
  if (line.trim() === "") return { block: null, next: at + 1 };
  const fence = /^ {0,3}(`{3,}|~{3,})\s*([\w+#.-]*)/.exec(line);
  if (fence !== null) return codeAt(lines, at, fence[1] ?? "", fence[2] ?? "");
  const heading = /^ {0,3}(#{1,6})\s+(.*)$/.exec(line);
  if (heading !== null)
    return {
      block: { kind: "heading", level: heading[1]?.length ?? 1, text: heading[2] ?? "" },
      next: at + 1,
    };
  if (/^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line)) return { block: { kind: "rule" }, next: at + 1 };
  if (ITEM.test(line)) {
    const taken = takeWhile(lines, at, (one) => ITEM.test(one));
    return { block: { kind: "list", items: taken.map(itemOf) }, next: at + taken.length };
  }
  if (/^ {0,3}>/.test(line)) {
    const taken = takeWhile(lines, at, (one) => /^ {0,3}>/.test(one));
    const text = taken.map((one) => one.replace(/^ {0,3}> ?/, "")).join("\n");
    return { block: { kind: "quote", text }, next: at + taken.length };
  }
  const taken = takeWhile(lines, at, (one, first) => first || !(one.trim() === "" || STARTS.test(one)));
  return { block: { kind: "paragraph", text: taken.join("\n") }, next: at + taken.length };
}

const ITEM = /^(\s*)([-*+]|\d{1,9}[.)])\s+(?:\[([ xX])\]\s+)?(.*)$/;
/** What ends a paragraph without an empty line. */
const STARTS = /^ {0,3}(?:`{3,}|~{3,}|#{1,6}\s|>|[-*+]\s|\d{1,9}[.)]\s)/;

function codeAt(lines: readonly string[], at: number, fence: string, language: string) {
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => line.trimStart().startsWith(fence) && /^[`~\s]+$/.test(line));
  const body = end === -1 ? rest : rest.slice(0, end);
  const block: Block = { kind: "code", language, text: body.join("\n") };
  return { block, next: at + 1 + body.length + (end === -1 ? 0 : 1) };
}

function takeWhile(lines: readonly string[], at: number, holds: (line: string, first: boolean) => boolean) {
  let end = at;
  while (end < lines.length && holds(lines[end] ?? "", end === at)) end++;
  return lines.slice(at, end);
}

function itemOf(line: string): Item {
  const [, indent = "", sign = "", box, text = ""] = ITEM.exec(line) ?? [];
  return {
    depth: Math.min(DEEPEST, Math.floor(indent.replace(/\t/g, "  ").length / 2)),
    ordered: /\d/.test(sign),
    done: box === undefined ? null : box !== " ",
    text,
  };
}

/** Code, links, bold, italic and struck text; what is not closed on its line stays as it is written. */
const RUN =
  /(`+)([^`\n]{1,2000})\1|\[([^\][\n]{1,500})\]\(<?(https?:\/\/[^\s()<>]{1,2000})>?\)|\*\*([^*\n]{1,2000})\*\*|~~([^~\n]{1,2000})~~|(?<![\w*])\*([^*\s][^*\n]{0,2000})\*(?![\w*])|(?<!\w)_([^_\s][^_\n]{0,2000})_(?!\w)/g;

/** A paragraph's text as runs. */
export function runsOf(text: string): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(RUN)) {
    if (match.index > from) runs.push(plain(text.slice(from, match.index)));
    runs.push(runOf(match));
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push(plain(text.slice(from)));
  return runs;
}

function plain(text: string): Run {
  return { text, mark: "plain", href: "" };
}

function runOf([, , code, label, href, strong, strike, star, line]: RegExpExecArray): Run {
  if (code !== undefined) return { text: code, mark: "code", href: "" };
  if (label !== undefined) return { text: label, mark: "link", href: href ?? "" };
  if (strong !== undefined) return { text: strong, mark: "strong", href: "" };
  if (strike !== undefined) return { text: strike, mark: "strike", href: "" };
  return { text: star ?? line ?? "", mark: "em", href: "" };
}
