import type { fromMarkdown } from "mdast-util-from-markdown";
import { isActive } from "../providers/text.ts";
import { fenceScanner } from "../tasks/code-fence.ts";

type Root = ReturnType<typeof fromMarkdown>;
type Nodes = Root | Root["children"][number];

/** Tags that only set text, when they stand there without any attribute. */
const HARMLESS = /^<(?:br ?\/?|\/?(?:b|code|del|details|em|i|ins|kbd|p|strong|sub|summary|sup|u))>/i;

/** Escaping one thing can bring another to light, such as code that was none; more layers are nobody's text. */
const MOST_ROUNDS = 8;

/**
 * Markdown in which nothing acts: no comment that could pass for one of our marks or of Backlog.md's, no HTML but a few plain tags, no link
 * that does something else than lead somewhere, no fence that is left open. What is written as code stays readable as it was.
 */
export async function inert(markdown: string): Promise<string> {
  const plain = markdown.replaceAll("<!--", "&lt;!--");
  return closed(/<|\]\s*[(:]/.test(plain) ? await disarmed(plain) : plain);
}

async function disarmed(markdown: string): Promise<string> {
  const { fromMarkdown } = await import("mdast-util-from-markdown");
  let text = markdown;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const spots = activeSpots(fromMarkdown(text), text);
    if (spots.length === 0) return text;
    text = spots
      .toSorted((a, b) => b.start - a.start)
      .reduce((rest, { start, end, by }) => rest.slice(0, start) + by + rest.slice(end), text);
  }
  return text.replaceAll("<", "&lt;").replaceAll("](", "]\\(").replaceAll("]:", "]\\:");
}

/** A stretch of a text, and what takes its place. */
interface Spot {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

function activeSpots(node: Nodes, text: string): readonly Spot[] {
  const own = spotOf(node, text);
  if (own !== null) return own;
  return "children" in node ? node.children.flatMap((child) => activeSpots(child, text)) : [];
}

/** Null: the node itself does nothing. */
function spotOf(node: Nodes, text: string): readonly Spot[] | null {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  switch (node.type) {
    case "html":
      return tagsIn(text.slice(start, end)).map((at) => ({
        start: start + at,
        end: start + at + 1,
        by: "&lt;",
      }));
    case "link":
    case "image":
    case "definition":
      if (!isActive(node.url)) return null;
      return text[start] === "<"
        ? [{ start, end: start + 1, by: "&lt;" }]
        : [{ start, end: start, by: "\\" }];
    default:
      return null;
  }
}

function tagsIn(html: string): readonly number[] {
  return [...html.matchAll(/</g)]
    .map(({ index }) => index)
    .filter((at) => !HARMLESS.test(html.slice(at, at + 12)));
}

/** A fence that is left open would swallow whatever a file says behind it. */
function closed(markdown: string): string {
  const isCode = fenceScanner();
  let fence = "";
  for (const text of markdown.split("\n")) {
    const run = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1] ?? "";
    if (isCode(text) && fence === "") fence = run;
    // A line that holds nothing is code inside of a fence alone, and leaves it open.
    if (!isCode("")) fence = "";
  }
  return fence === "" ? markdown : `${markdown}\n${fence}`;
}
