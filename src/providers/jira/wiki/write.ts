import { type Block, blocksOf, type Run, runsOf } from "../markdown.ts";

/** Jira's wiki markup of plain Markdown. */
export function writeWiki(markdown: string): string {
  return blocksOf(markdown).map(block).join("\n\n");
}

function block(one: Block): string {
  switch (one.kind) {
    case "heading":
      return `h${one.level}. ${inline(one.text)}`;
    case "paragraph":
      return inline(one.text);
    case "quote":
      return `{quote}\n${inline(one.text)}\n{quote}`;
    case "rule":
      return "----";
    case "code": {
      const body = one.text.replaceAll("{code}", "{ code}");
      return `{code${one.language === "" ? "" : `:${one.language}`}}\n${body}\n{code}`;
    }
    case "list":
      return one.items
        .map(({ depth, ordered, done, text }) => {
          const box = done === null ? "" : done ? "[x] " : "[ ] ";
          return `${(ordered ? "#" : "*").repeat(depth + 1)} ${box}${inline(text)}`;
        })
        .join("\n");
  }
}

function inline(text: string): string {
  return runsOf(text).map(run).join("");
}

function run({ text, mark, href }: Run): string {
  switch (mark) {
    case "plain":
      return text;
    case "strong":
      return `*${text}*`;
    case "em":
      return `_${text}_`;
    case "strike":
      return `-${text}-`;
    case "code":
      return `{{${text}}}`;
    case "link":
      return `[${text.replaceAll("|", "/")}|${href}]`;
  }
}
