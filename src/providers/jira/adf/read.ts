import { codeSpan, inlineMarkdown, linkTo, longestRun, mediaName } from "./inline.ts";
import { type AdfNode, attr, nodeOf, plainText } from "./node.ts";

/** Deeper than any editor lets people nest; below it only the text is kept. */
const DEEPEST = 40;

/**
 * The Markdown of an Atlassian document (ADF, version 1). Never throws: what is no node is nothing, an unknown node is its
 * text and its children.
 */
export function readAdf(document: unknown): string {
  return blocks(nodeOf(document).content, 0).join("\n\n").trim();
}

/** Block nodes as blocks of Markdown; inline nodes that stand between them become paragraphs. */
function blocks(content: readonly unknown[], depth: number): readonly string[] {
  if (depth > DEEPEST) return [content.map(plainText).join(" ")].filter(Boolean);
  const found: string[] = [];
  let loose: unknown[] = [];
  const flush = () => {
    if (loose.length > 0) found.push(inlineMarkdown(loose));
    loose = [];
  };
  for (const value of content) {
    const node = nodeOf(value);
    if (INLINE.has(node.type)) {
      loose.push(value);
      continue;
    }
    flush();
    found.push(block(node, depth + 1));
  }
  flush();
  return found.filter((text) => text.trim() !== "");
}

const INLINE: ReadonlySet<string> = new Set([
  "text",
  "hardBreak",
  "mention",
  "emoji",
  "date",
  "status",
  "inlineCard",
  "mediaInline",
  "placeholder",
]);

function block(node: AdfNode, depth: number): string {
  const inside = () => blocks(node.content, depth).join("\n\n");
  switch (node.type) {
    case "paragraph":
      return inlineMarkdown(node.content);
    case "heading":
      return `${"#".repeat(levelOf(node))} ${inlineMarkdown(node.content).replace(/\n/g, " ")}`;
    case "bulletList":
      return list(node, () => "- ", depth);
    case "orderedList":
      return list(node, (at) => `${at + firstNumber(node)}. `, depth);
    case "taskList":
      return list(node, (_, item) => (attr(item, "state") === "DONE" ? "- [x] " : "- [ ] "), depth);
    case "decisionList":
      return list(node, () => "- ", depth);
    case "codeBlock":
      return fenced(node);
    case "blockquote":
      return prefixed(inside(), "> ");
    case "panel":
      return prefixed(`**${attr(node, "panelType") || "note"}**\n\n${inside()}`, "> ");
    case "expand":
    case "nestedExpand":
      return [attr(node, "title") && `**${attr(node, "title")}**`, inside()].filter(Boolean).join("\n\n");
    case "rule":
      return "---";
    case "table":
      return table(node);
    case "media":
      return mediaName(node);
    case "blockCard":
    case "embedCard":
      return linkTo(attr(node, "url"), attr(node, "url"));
    case "extension":
    case "bodiedExtension":
    case "inlineExtension":
      return inside() || attr(node, "text");
    default:
      // mediaSingle, mediaGroup, caption, layoutSection, layoutColumn and what Atlassian adds next.
      return [node.text, inside()].filter(Boolean).join("\n\n");
  }
}

function levelOf(node: AdfNode): number {
  return Math.min(6, Math.max(1, Math.trunc(Number(attr(node, "level"))) || 1));
}

function firstNumber(node: AdfNode): number {
  const order = Math.trunc(Number(attr(node, "order")));
  return Number.isFinite(order) && order > 0 ? order : 1;
}

/** A list that stands directly in a list belongs to the item before it. */
function list(node: AdfNode, sign: (at: number, item: AdfNode) => string, depth: number): string {
  if (depth > DEEPEST) return plainText({ content: node.content });
  let at = 0;
  const items = node.content.map((value) => {
    const item = nodeOf(value);
    if (LISTS.has(item.type)) return prefixed(block(item, depth + 1), "  ");
    const mark = sign(at++, item);
    const text = blocks(item.content, depth).join("\n");
    return mark + prefixed(text, " ".repeat(mark.startsWith("- [") ? 2 : mark.length)).trimStart();
  });
  return items.join("\n");
}

const LISTS: ReadonlySet<string> = new Set(["bulletList", "orderedList", "taskList", "decisionList"]);

function prefixed(text: string, prefix: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? prefix.trimEnd() : prefix + line))
    .join("\n");
}

function fenced(node: AdfNode): string {
  const text = node.content.map((value) => nodeOf(value).text).join("");
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${attr(node, "language").replace(/[^\w+#.-]/g, "")}\n${text}\n${fence}`;
}

/** Cells of a table up to which its rows are filled up. */
const MOST_CELLS = 20_000;

/** Markdown has no table without a head: the first row is it. */
function table(node: AdfNode): string {
  const rows = node.content.map((row) => nodeOf(row).content.map((cell) => cellText(nodeOf(cell))));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width === 0) return "";
  // Rows of unlike length are filled up to the longest, which no person's table makes much of.
  const padding = width * rows.length > MOST_CELLS ? 0 : width;
  const lines = rows.map(
    (row) =>
      `| ${Array.from({ length: Math.max(padding, row.length) }, (_, at) => row[at] ?? "").join(" | ")} |`,
  );
  const [head = "", ...body] = lines;
  return [head, `|${" --- |".repeat(width)}`, ...body].join("\n");
}

/** A cell is one line; blocks in it are set apart by blanks. */
function cellText(cell: AdfNode): string {
  const parts = cell.content.map((value) => {
    const node = nodeOf(value);
    return node.type === "codeBlock"
      ? codeSpan(plainText(node))
      : CELL_INLINE.has(node.type)
        ? inlineMarkdown(node.content)
        : plainText(node);
  });
  return parts
    .filter(Boolean)
    .join(" ")
    .split("\n")
    .map((line, at) => (at === 0 ? line.trimEnd() : line.trim()))
    .filter((line, at) => at === 0 || line !== "")
    .join(" ")
    .replace(/\|/g, "\\|");
}

const CELL_INLINE: ReadonlySet<string> = new Set(["paragraph", "heading", "caption"]);
