import { expect, test } from "vitest";
import { htmlToMarkdown } from "../../src/providers/html.ts";
import { cleanMarkdown } from "../../src/providers/text.ts";

test.each([
  "[x](javascript:alert(1))",
  "[x]( <javascript:alert(1)>)",
  "[x](JavaScript&colon;alert(1))",
  "[x](java&#x0A;script:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[a](x [b](javascript:alert(1))",
  "![x](data:text/html;base64,AAAA)",
  "[x]: javascript:alert(1)",
  "[x]:\n  <vbscript:alert(1)>",
  "<javascript:alert(1)>",
  "\\[x]\\(javascript:alert(1))",
])("a link that acts instead of leading somewhere: %s", (markdown) => {
  expect(cleanMarkdown(markdown)).not.toMatch(/script(?:&colon;)?:|data:/i);
});

test("links that lead somewhere, and words that look like some, stay", () => {
  const text =
    '[x](https://a.example/b?c=d:e "t") [y](../z.md) <https://a.example> data: 3, file: a\n[1]: https://b.example';
  expect(cleanMarkdown(text)).toBe(text);
});

test("a scheme that is hidden in HTML does not come to act in Markdown", async () => {
  const markdown = await htmlToMarkdown(
    '<a href=" java&#10;script:alert(1)">y</a> see https://github.com/a/b/pull/1',
  );
  expect(cleanMarkdown(markdown)).toBe("[y](<#)>) see https://github.com/a/b/pull/1");
});

test("many openings are read in time", () => {
  for (const one of ["](", "[a]: ", "<data:", "[", "](&#", "]: \n"]) {
    const began = performance.now();
    cleanMarkdown(one.repeat(200_000 / one.length));
    expect(performance.now() - began).toBeLessThan(3000);
  }
});
