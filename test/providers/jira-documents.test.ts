import { expect, test } from "vitest";
import { readAdf } from "../../src/providers/jira/adf/read.ts";
import { writeAdf } from "../../src/providers/jira/adf/write.ts";
import { readWiki } from "../../src/providers/jira/wiki/read.ts";
import { writeWiki } from "../../src/providers/jira/wiki/write.ts";
import { cleanMarkdown } from "../../src/providers/text.ts";
import { adfProblem } from "../servers/jira/adf.ts";

const doc = (...content: readonly unknown[]) => ({ type: "doc", version: 1, content });
const text = (words: string, ...marks: readonly string[]) => ({
  type: "text",
  text: words,
  marks: marks.map((type) => ({ type })),
});
const p = (...content: readonly unknown[]) => ({ type: "paragraph", content });
const item = (...content: readonly unknown[]) => ({ type: "listItem", content });

test.each([
  [
    "marks",
    doc(p(text("a "), text("b ", "strong"), text("c", "em", "strike"), text("d`e", "code"))),
    "a **b** ~~*c*~~``d`e``",
  ],
  [
    "a mention, a status, a date, an emoji",
    doc(
      p(
        { type: "mention", attrs: { id: "1", text: "@Mia" } },
        { type: "status", attrs: { text: "DONE", color: "green" } },
        { type: "date", attrs: { timestamp: "1795219200000" } },
        { type: "emoji", attrs: { shortName: ":smile:" } },
      ),
    ),
    "@Mia[DONE]2026-11-21:smile:",
  ],
  [
    "lists in lists",
    doc({
      type: "orderedList",
      attrs: { order: 3 },
      content: [
        item(p(text("one")), { type: "bulletList", content: [item(p(text("deep")))] }),
        item(p(text("two"))),
      ],
    }),
    "3. one\n   - deep\n4. two",
  ],
  [
    "tasks",
    doc({
      type: "taskList",
      content: [
        { type: "taskItem", attrs: { state: "DONE" }, content: [text("a")] },
        { type: "taskList", content: [{ type: "taskItem", attrs: { state: "TODO" }, content: [text("b")] }] },
      ],
    }),
    "- [x] a\n  - [ ] b",
  ],
  [
    "a panel",
    doc({ type: "panel", attrs: { panelType: "warning" }, content: [p(text("hot"))] }),
    "> **warning**\n>\n> hot",
  ],
  ["an expand", doc({ type: "expand", attrs: { title: "More" }, content: [p(text("x"))] }), "**More**\n\nx"],
  [
    "code that holds a fence",
    doc({ type: "codeBlock", attrs: { language: "md" }, content: [text("```")] }),
    "````md\n```\n````",
  ],
  [
    "a file",
    doc({ type: "mediaSingle", content: [{ type: "media", attrs: { id: "1", alt: "shot.png" } }] }),
    "[attachment: shot.png]",
  ],
  [
    "a bar in a cell",
    doc({
      type: "table",
      content: [
        { type: "tableRow", content: [{ type: "tableHeader", content: [p(text("a|b"))] }] },
        {
          type: "tableRow",
          content: [
            { type: "tableCell", content: [p(text("1"))] },
            { type: "tableCell", content: [] },
          ],
        },
      ],
    }),
    "| a\\|b |  |\n| --- | --- |\n| 1 |  |",
  ],
  ["a node that Atlassian adds next", doc({ type: "hologram", content: [p(text("seen"))] }), "seen"],
  ["no document", null, ""],
  [
    "rubbish",
    { type: 1, content: [null, 3, "x", { content: { a: 1 } }, { type: "paragraph", content: "no" }] },
    "",
  ],
])("an Atlassian document: %s", (_, document, markdown) => {
  expect(readAdf(document)).toBe(markdown);
});

test("nesting without end neither throws nor takes long", () => {
  let nested: unknown = p(text("core"));
  for (let at = 0; at < 20_000; at++) nested = { type: "bulletList", content: [item(nested)] };
  const began = performance.now();
  expect(readAdf(doc(nested))).toContain("core");
  expect(performance.now() - began).toBeLessThan(2000);
});

test("lists that stand in lists without an item between throw, or take long", () => {
  let nested: unknown = item(p(text("core")));
  for (let at = 0; at < 20_000; at++) nested = { type: "bulletList", content: [nested] };
  const began = performance.now();
  expect(readAdf(doc(nested))).toContain("core");
  expect(performance.now() - began).toBeLessThan(2000);
});

test("a table of blanks, or one of few long rows and many short ones, takes long or fills the memory", () => {
  const row = (...cells: readonly string[]) => ({
    type: "tableRow",
    content: cells.map((words) => ({ type: "tableCell", content: [p(text(words))] })),
  });
  const began = performance.now();
  expect(readAdf(doc({ type: "table", content: [row(`a${" ".repeat(200_000)}b`)] }))).toContain("| a");
  const long = row(...Array.from({ length: 5000 }, () => "x"));
  const short = Array.from({ length: 50_000 }, () => ({ type: "tableRow" }));
  expect(readAdf(doc({ type: "table", content: [long, ...short] })).length).toBeLessThan(1_000_000);
  expect(performance.now() - began).toBeLessThan(2000);
});

test("an active link in a document leads nowhere", () => {
  const link = {
    type: "text",
    text: "press",
    marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }],
  };
  expect(cleanMarkdown(readAdf(doc(p(link))))).not.toContain("javascript:");
});

const MARKDOWN = [
  "## Why",
  "It *is* **bold**, `code` and [a link](https://a.example/x).",
  "- one\n  - deeper\n- two",
  "1. first\n2. second",
  "- [x] done\n- [ ] open",
  "```ts\nconst a = 1;\n\n# no heading\n```",
  "> quoted",
  "---",
  "golden-thread:mark",
].join("\n\n");

test("Markdown survives Cloud's document, which is one that Jira takes", () => {
  const document = writeAdf(MARKDOWN);
  expect(adfProblem(document)).toBeNull();
  expect(readAdf(document)).toBe(MARKDOWN);
  expect(adfProblem(writeAdf(""))).toBeNull();
});

test("Markdown survives Data Center's markup", () => {
  const back = readWiki(writeWiki(MARKDOWN));
  for (const part of [
    "## Why",
    "*is*",
    "**bold**",
    "`code`",
    "[a link](https://a.example/x)",
    "  - deeper",
    "- [x] done",
    "```ts\nconst a = 1;",
    "> quoted",
    "---",
  ])
    expect(back).toContain(part);
});

test.each([
  ["h1. Title", "# Title"],
  ["*bold* and _it_ and {{mono}} and -gone-", "**bold** and *it* and `mono` and ~~gone~~"],
  ["2*3*4 snake_case_name a-b-c", "2*3*4 snake_case_name a-b-c"],
  [
    "[text|https://a.example] [https://b.example] [~mia] !shot.png|thumbnail!",
    "[text](https://a.example) https://b.example @mia [attachment: shot.png]",
  ],
  ["* a\n** b\n# c", "- a\n  - b\n1. c"],
  ["||A||B||\n|1|2|", "| A | B |\n| --- | --- |\n| 1 | 2 |"],
  ["{code:title=x|java}\n*a*\n{code}", "```java\n*a*\n```"],
  ["{noformat}never closed", "```\nnever closed\n```"],
  ["{quote}\nq\n{quote}\nbq. r", "> q\n> r"],
  ["{color:red}red{color}", "red"],
])("wiki markup: %s", (wiki, markdown) => {
  expect(readWiki(wiki)).toBe(markdown);
});

test.each(["*", "_", "[", "{{", "!", "-", "[a|", "{code}", "|", "h1. "])(
  "wiki markup without end: %s",
  (sign) => {
    const began = performance.now();
    expect(readWiki(sign.repeat(200_000)).length).toBeGreaterThan(0);
    expect(readWiki(`${sign}a `.repeat(100_000)).length).toBeGreaterThan(0);
    expect(readWiki(`|x${sign.repeat(150_000)}x|`).length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(3000);
  },
);
