import { type AdfNode, attr, nodeOf, plainText } from "./node.ts";

/** Inline nodes of an Atlassian document as Markdown in one paragraph. */
export function inlineMarkdown(content: readonly unknown[]): string {
  return content.map((value) => oneInline(nodeOf(value))).join("");
}

function oneInline(node: AdfNode): string {
  switch (node.type) {
    case "text":
      return marked(node);
    case "hardBreak":
      return "\n";
    case "mention":
      return `@${(attr(node, "text") || attr(node, "id")).replace(/^@/, "")}`;
    case "emoji":
      return attr(node, "text") || attr(node, "shortName");
    case "date":
      return dateOf(attr(node, "timestamp"));
    case "status":
      return `[${attr(node, "text")}]`;
    case "inlineCard":
    case "blockCard":
    case "embedCard":
      return attr(node, "url");
    case "mediaInline":
    case "media":
      return mediaName(node);
    case "placeholder":
      return attr(node, "text");
    default:
      return node.text + node.content.map(plainText).join(" ");
  }
}

/** A file by its name: its address is only good for who is signed in. */
export function mediaName(node: AdfNode): string {
  return `[attachment: ${attr(node, "alt") || attr(node, "url") || attr(node, "id") || "file"}]`;
}

/** Milliseconds since 1970 as a date. */
function dateOf(timestamp: string): string {
  const date = new Date(Number(timestamp));
  return timestamp === "" || Number.isNaN(date.getTime()) ? timestamp : date.toISOString().slice(0, 10);
}

/** Marks stand next to the letters: Markdown takes no blank after an opening one. */
function marked({ text, marks }: AdfNode): string {
  const core = text.trim();
  if (core === "") return text;
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = text.slice(text.trimEnd().length);
  const isCode = marks.some(({ type }) => type === "code");
  const inner = marks.reduce((inside, mark) => wrap(inside, mark, isCode), isCode ? codeSpan(core) : core);
  return before + inner + after;
}

function wrap(inside: string, mark: AdfNode, isCode: boolean): string {
  switch (mark.type) {
    case "strong":
      return isCode ? inside : `**${inside}**`;
    case "em":
      return isCode ? inside : `*${inside}*`;
    case "strike":
      return `~~${inside}~~`;
    case "link":
      return linkTo(inside, attr(mark, "href"));
    default:
      return inside;
  }
}

/** A link; an address that is shown as itself needs no second one. */
export function linkTo(text: string, href: string): string {
  if (href === "" || href === text) return text;
  return `[${text}](${href.replace(/[\s()<>]/g, (sign) => encodeURIComponent(sign).replace("(", "%28").replace(")", "%29"))})`;
}

/** A code span whose fence is longer than any run of backticks inside. */
export function codeSpan(text: string): string {
  const fence = "`".repeat(longestRun(text) + 1);
  const pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Length of the longest run of backticks. */
export function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
}
