/** Longest HTML that is converted: a converter builds a tree of it, and what lies behind would be cut off anyway. */
const LONGEST = 400_000;

/** Deepest nesting that is handed to the converter, which calls itself for every level. */
const DEEPEST = 200;

/** Most tags that are converted: the converter's time grows with their square, to a third of a second at this many. */
const MOST_TAGS = 10_000;

const TAGS =
  "a|b|blockquote|body|br|code|div|em|font|h[1-6]|hr|html|i|img|li|ol|p|pre|s|script|span|strong|style|table|tbody|td|th|tr|u|ul";
const STARTS = new RegExp(`^\\s*(?:<!--|</?(?:${TAGS})\\b[^<>]*>)`, "i");
const CLOSES = new RegExp(`</(?:${TAGS})\\s*>|<br\\s*/?>`, "i");
const MARKDOWN = /^(?:#{1,6} |[-*+] |\d+\. |> |```|~~~|\|)/m;

/** Whether a text that may be HTML or Markdown is HTML: it starts with a tag, or has tags and none of Markdown's signs. */
export function isHtml(text: string): boolean {
  return STARTS.test(text) || (CLOSES.test(text) && !MARKDOWN.test(text));
}

/** HTML as Markdown. Nothing in it is trusted: what can't be converted comes back as its bare text. */
export async function htmlToMarkdown(html: string): Promise<string> {
  const kept = withoutCode(html.slice(0, LONGEST));
  if (isTooMuch(kept)) return bareText(kept);
  const [{ fromHtml }, { toMdast }, { toMarkdown }, { gfmToMarkdown }] = await Promise.all([
    import("hast-util-from-html"),
    import("hast-util-to-mdast"),
    import("mdast-util-to-markdown"),
    import("mdast-util-gfm"),
  ]);
  const tree = toMdast(fromHtml(kept, { fragment: true }));
  const text = toMarkdown(tree, { bullet: "-", emphasis: "*", rule: "-", extensions: [gfmToMarkdown()] });
  // A bare address is escaped lest it becomes a link: it may, and it has to be found again as it was.
  return text.replace(/\b(https?)\\:\/\//g, "$1://");
}

/** Comments, scripts and styles: none of them is text. What is opened and never closed reaches to the end. */
function withoutCode(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
    .replace(/<(script|style|template)\b[^<>]*>[\s\S]*?(?:<\/\1[^<>]*>|$)/gi, "");
}

/** Elements that have no end. */
const VOID = /^<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** Too many tags, or too many elements that are open at once; those that are never closed count too. */
function isTooMuch(html: string): boolean {
  let depth = 0;
  let tags = 0;
  for (const [tag] of html.matchAll(/<\/?[a-z][a-z0-9]*/gi)) {
    if (++tags > MOST_TAGS) return true;
    if (VOID.test(tag)) continue;
    depth = tag.startsWith("</") ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function bareText(html: string): string {
  return unescaped(html.replace(/<(?:br|\/p|\/div|\/li|\/tr)\b[^<>]*>/gi, "\n").replace(/<[^<>]*>/g, ""));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
  "&amp;": "&",
};

/** The few characters that editors escape in text which is no HTML otherwise. */
export function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
