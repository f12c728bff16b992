import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, test } from "vitest";
import { inertMarkdown } from "../../src/specs/neutral.ts";

const inert = (text: string): string => inertMarkdown(text, 4);

/** What readers see of a text and of code, by CommonMark's own parser. */
function seen(markdown: string): string {
  const walk = (
    node: ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>["children"][number],
  ): string =>
    "children" in node
      ? node.children.map((child) => walk(child)).join(node.type === "root" ? "\n" : "")
      : "value" in node && node.type !== "html"
        ? node.value
        : "";
  return walk(fromMarkdown(markdown));
}

describe("a spec in a pull request's body", () => {
  test.each([
    ["Closes #42 and fixes: acme/shop#7.", "#42"],
    ["Clos<!-- x -->es &#35;42", "Closes"],
    ["**Resolves** GH-12, AB#9", "GH-12"],
    ["Ask @ada, @acme/team or &commat;bob", "@ada"],
    ["See !12 and &7, not a@b.example", "!12"],
    ["Fixes PROJ-7", "PROJ-7"],
    ["Fixes https://github.com/acme/shop/issues/7", "https://github.com/acme"],
    ["[a] and [issue:12]", "[issue:12]"],
  ])("%s acts, or reads otherwise", (text, part) => {
    const out = inert(text);
    expect(seen(out)).toContain(part);
    expect(seen(out)).toBe(seen(text).replace("Clos\nes", "Closes"));
    expect(out.replace(/&#\d+;/g, "")).not.toMatch(/#\d|(?<!\w)@\w|!\d|GH-\d|PROJ-7|https:/);
  });

  test.each([
    ["`Closes #42`", "<code>Closes&#"],
    [
      "- x\n  ```js\n  // @ada Closes #42\n  ```",
      '<pre lang="js"><code>&#47;&#47; &#64;ada Closes &#35;42</code></pre>',
    ],
    ["```\nCloses #42\n```", "<pre><code>Closes &#35;42</code></pre>"],
    ["```\n<!-- golden-thread:spec:end -->\n```", "<pre><code>&#60;&#33;"],
  ])("%s acts although it is code", (text, part) => {
    expect(
      inert(text).replace("Closes &#35;", part.startsWith("<code>") ? "Closes&#" : "Closes &#35;"),
    ).toContain(part);
    expect(inert(text)).not.toMatch(/Closes #|<!--\s*golden-thread|@ada/);
  });

  test("scripts, HTML, comments and what is hidden get through", () => {
    const out = inert(
      "<script>alert(1)</script>\n\n<!-- a\n\nb -->\n\n[x](javascript:alert(1)) ![y](data:text/html,z)\n\n[z]: JaVaScript:alert(2)\n\na\u202Eb\u0007 <!-- golden-thread:spec:end",
    );
    expect(out).not.toMatch(
      /<script|\]\(javascript|\]\(data|\]: javascript|\u202E|\u0007|<!-- golden|<!-- a/i,
    );
    const kinds = JSON.stringify(fromMarkdown(out)).match(/"type":"(?:link|image|definition)"/g);
    expect(kinds).toBeNull();
    expect(seen(out)).toContain("alert(1)");
  });

  test("a line of a spec is a command to GitLab", () => {
    expect(inert("/merge\n  /close\n> /approve\ntext")).toBe("\\/merge\n  \\/close\n> \\/approve\ntext");
  });

  test("plain Markdown is written anew", () => {
    const text =
      "#### A\n\n| a | b |\n| - | - |\n| `x` | 1 < 2 |\n\n- [ ] #one\n- [x] two\n\n```ts\n@Injectable()\nclass A<B> {}\n```\n\n[page](https://x.example/#1) and [below](docs/a.md) <https://y.example/a> &nbsp;&copy; 👩‍💻";
    expect(inert(text)).toBe(text);
  });

  test("headings stand above the block's own", () => {
    expect(inert("# A\n\n## B\n\nC\n---\n\n```\n# no\n```")).toBe(
      "#### A\n\n##### B\n\n##### C\n\n```\n# no\n```",
    );
    expect(inert("---\nid: 1\n---\n\n##### A\n###### B")).toBe("#### A\n##### B");
  });

  test("an open fence swallows what follows the spec", () => {
    expect(inert("```\ncode").endsWith("\n```")).toBe(true);
    expect(fromMarkdown(`${inert("- a\n  ~~~\n  x")}\n\nafter`).children.at(-1)).toMatchObject({
      type: "paragraph",
    });
  });

  test("a hostile text takes long", () => {
    const hostile = [
      "[",
      "> ",
      "*a_ ",
      "`",
      "![](",
      "- ",
      "<",
      "&",
      "[a](",
      "<!--",
      "Closes ",
      "  ",
      "```\n",
      "](",
    ];
    for (const part of hostile) {
      const text = part.repeat(Math.ceil(65_536 / part.length));
      expect(inert(text).length, part).toBeGreaterThanOrEqual(0);
    }
  }, 5_000);

  test("some mixture of all this closes, mentions or marks", () => {
    const pieces = fc.constantFrom(
      ..."`,``,```,~~~,\n,\n\n,> ,- ,    ,@ada,#42,Closes ,closes: ,<!--,-->,<,>,golden-thread:spec:end,[x](,],),|,\\,&#35;42,&#64;,\t,/close,a,*,[^1]: ".split(
        ",",
      ),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const out = inert(parts.join(""));
        expect(out).not.toMatch(/\bclos(?:es|e):?\s+#\d/i);
        expect(out).not.toMatch(/<!--\s*golden-thread/);
        const nodes = JSON.stringify(
          fromMarkdown(out.replace(/<code>[\w\s&#;]*<\/code>/g, "é")),
          (name, value) => (name === "position" ? undefined : value),
        );
        const found = [
          ...nodes.matchAll(
            /\{"type":"(html|text|link|image|definition)"(?:[^{}]*"value":"((?:[^"\\]|\\.)*)")?/g,
          ),
        ];
        for (const [, type, value = ""] of found) {
          if (type === "html")
            expect(value).toMatch(/^(?:<!-- -->|<\/?pre(?: lang=\\"[\w+-]+\\")?>|é|\s|\\[tn])+$/);
          if (type === "text") expect(value).not.toMatch(/(?<![A-Za-z0-9])@ada|#42/);
        }
      }),
      {
        examples: [[["[x](", "#42", "\\", ")"]], [["[x](", "#42", ")"]], [["[x](", "#42", "&#35;42", ")"]]],
        numRuns: 2_000,
      },
    );
  });
});
