import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ScanConfig, TextKind } from "../../src/core/reference.ts";
import { compileScanner } from "../../src/references/scan.ts";

const EVERYTHING: ScanConfig = {
  github: "acme/shop",
  gitlab: "group/project",
  jira: true,
  linear: ["ENG"],
  azure: true,
  clickup: true,
  notion: true,
  tasks: ["TASK", "BACK"],
};

/** Pieces that begin, end, hide or resemble references. */
const PIECES = [
  ..."#!-_/.,:;()[]{}<>\"'`*~|&\\\n\r\t @=".split(""),
  ...[
    "#1",
    "#12 ",
    "!3",
    "AB#4",
    "GH-5",
    "o/r#6",
    "g/s/p!7",
    "ABC-8",
    "eng-9",
    "TASK-010",
    "BACK-2.1",
    "CU-1a2b3c",
  ],
  ...[
    "#1a2b3c",
    "https://",
    "github.com/o/r/issues/1",
    "https://x.y/browse/AB-1",
    "](",
    "<!--",
    "-->",
    "```",
    "`",
  ],
  ...[
    "<a href=",
    "</a>",
    "<code>",
    "</code>",
    "<script>",
    "\n\n",
    "\n# ",
    "// ",
    "/*",
    "*/",
    '"""',
    "é",
    "日",
    "😀",
  ],
  ...[
    "Closes ",
    "Merge branch '",
    "color: ",
    "<<EOF\n",
    "EOF\n",
    "key: |\n  ",
    "[#9]: https://github.com/o/r/pull/9\n",
  ],
  "<!-- golden-thread:spec:begin -->",
  "<!-- golden-thread:spec:end -->",
] as const;

const KINDS: readonly (readonly [TextKind, string])[] = [
  ["commit", ""],
  ["commit-msg", ""],
  ["branch", ""],
  ["pr-title", ""],
  ["pr-body", ""],
  ...[
    "a.md",
    "a.c",
    "a.py",
    "a.rb",
    "a.ts",
    "a.css",
    "a.html",
    "a.yml",
    "a.s",
    "a.php",
    "a.el",
    "a.hs",
    "a.unknown",
  ].map((path) => ["source", path] as const),
];

const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(""));
const kinds = fc.constantFrom(...KINDS);
const scan = compileScanner(EVERYTHING);

describe("whatever the text", () => {
  test("spans lie in it, in order, apart, and hold what they name", () => {
    fc.assert(
      fc.property(texts, kinds, (text, [kind, path]) => {
        let last = 0;
        for (const { provider, id, start, end } of scan(text, kind, { path })) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          const alone = scan(text.slice(start, end), kind === "branch" ? "branch" : "pr-title");
          // Lower-case ids count where a branch is quoted; outside of the quotation they are words.
          const again = alone.length > 0 ? alone : scan(text.slice(start, end), "branch");
          expect(again.map((one) => [one.provider, one.id])).toContainEqual([provider, id]);
          last = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("the hint fails only where nothing is found", () => {
    fc.assert(
      fc.property(texts, kinds, (text, [kind, path]) => {
        for (const config of [
          EVERYTHING,
          { gitlab: "g/p" },
          { jira: ["ABC"] },
          { azure: true },
          { notion: true },
        ] as const) {
          const scanner = compileScanner(config);
          const bytes = Buffer.from(text, "utf8").toString("latin1");
          if (scanner(text, kind, { path }).length > 0) expect(scanner.hint.test(bytes)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("arbitrary text is survived, and scanned the same twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), kinds, (text, [kind, path]) => {
        expect(scan(text, kind, { path })).toEqual(scan(text, kind, { path }));
      }),
      { numRuns: 1000 },
    );
  });

  test("one provider finds what all of them find of it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const ofAll = scan(text, "commit").filter(({ provider }) => provider === "azure");
        expect(compileScanner({ azure: true })(text, "commit").map(({ id }) => id)).toEqual(
          expect.arrayContaining(ofAll.map(({ id }) => id)),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe("a megabyte of hostile text ends", () => {
  const units = [
    "AB#",
    "A-",
    "#",
    "1",
    "`",
    "[",
    "](",
    "<",
    "<!--",
    "CU-",
    "https://",
    "\n#",
    "\n",
    "~~~a\n",
    '"\\"',
    "A1",
    "o/r#",
  ];
  test.each(units)("%j", (unit) => {
    const text = `#1 ${unit.repeat(Math.ceil(2 ** 20 / unit.length))} ABC-1`;
    for (const [kind, path] of KINDS.slice(0, 7)) scan(text, kind, { path });
    expect(scan(text, "source", { path: "a.py" }).every(({ end }) => end <= text.length)).toBe(true);
  });
});

describe("roles", () => {
  test.each([
    ["Closes #1", "closes"],
    ["fixed: #1", "closes"],
    ["Resolves\n#1", "closes"],
    ["FIXES #1", "closes"],
    ["fix https://github.com/acme/shop/issues/1", "closes"],
    ["Fixes [#1](https://github.com/acme/shop/issues/1)", "closes"],
    ["Fixes <https://github.com/acme/shop/issues/1>", "closes"],
    ["[Fixes](https://github.com/acme/shop/issues/1)", "mentions"],
    ["prefixes #1", "mentions"],
    ["Fixes the list #1", "mentions"],
    ["Part of #1", "mentions"],
    ["#1", "mentions"],
  ])("%j", (text, role) => {
    expect(scan(text, "commit").map((one) => one.role)).toEqual([role]);
  });

  test.each([
    [{ github: "a/b" }, "Closes #1, #2 and #3", ["closes", "mentions", "mentions"]],
    [{ gitlab: "a/b" }, "Closes #1, #2, and #3; see #4", ["closes", "closes", "closes", "mentions"]],
    [{ gitlab: "a/b" }, "Implements !1 & !2", ["closes", "closes"]],
    [{ azure: true }, "Fixes AB#1, AB#2", ["closes", "mentions"]],
    [{ jira: ["PROJ"] }, "Fixes PROJ-1 PROJ-2", ["closes", "mentions"]],
  ] as const)("of a list: %j", (config, text, roles) => {
    expect(compileScanner(config)(text, "commit").map((one) => one.role)).toEqual(roles);
  });
});

test("offsets count UTF-16 units of the text as it was given", () => {
  const text = "😀 Close TASK-007, see #12";
  expect(scan(text, "commit")).toEqual([
    { provider: "tasks", id: "TASK-7", start: 9, end: 17, role: "closes" },
    { provider: "github", id: "acme/shop#12", start: 23, end: 26, role: "mentions" },
  ]);
});
