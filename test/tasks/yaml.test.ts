import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readYaml } from "../../src/tasks/yaml-engine.ts";
import { readPlainYaml } from "../../src/tasks/yaml-plain.ts";
import { listAt, mapAt, normalYaml, textAt, type YamlResult } from "../../src/tasks/yaml-value.ts";

/** Pieces that YAML gives a meaning to, and some that only look so. */
const PIECE = fc.constantFrom(
  ..."a b 1 ' '' \" \\ # : - , [ ] { } & * ! | > % @ ` ~ ? . = é 漢 😀 \u00a0 \u2028 \ufeff \t \r".split(" "),
  " ",
  ": ",
  " #",
  "- ",
  "''",
  "null",
  "---",
  "...",
);
const WORD = fc.array(PIECE, { maxLength: 6 }).map((pieces) => pieces.join(""));
const KEY = fc.constantFrom("id", "title", "labels", "a", "b", "upstream", "x-y", "_z");
const VALUE = fc.oneof(
  WORD,
  fc.constantFrom(
    "",
    "''",
    "[]",
    "[a]",
    "[a, 'b', \"c\"]",
    "'it''s'",
    '"x" # y',
    "v # c",
    ">-",
    "|",
    "{}",
    "@sam",
  ),
  fc.array(WORD, { maxLength: 3 }).map((words) => `[${words.join(", ")}]`),
);
const INDENT = fc.constantFrom("", "", "  ", "  ", "    ", " ");
const LINE = fc.oneof(
  fc.tuple(INDENT, KEY, VALUE).map(([indent, key, value]) => `${indent}${key}: ${value}`),
  fc.tuple(INDENT, KEY).map(([indent, key]) => `${indent}${key}:`),
  fc.tuple(INDENT, VALUE).map(([indent, value]) => `${indent}- ${value}`),
  fc.tuple(INDENT, WORD).map(([indent, word]) => `${indent}${word}`),
  fc.constantFrom("", "# note", "  # note", "   "),
  fc
    .tuple(INDENT, KEY, fc.array(WORD, { minLength: 1, maxLength: 3 }))
    .map(([indent, key, words]) => `${indent}${key}: >-\n  ${indent}${words.join(`\n  ${indent}`)}`),
);
const DOCUMENT = fc.array(LINE, { maxLength: 9 }).map((lines) => lines.join("\n"));

function said(result: YamlResult): string {
  return result.ok ? normalYaml(result.document.values) : `line ${result.problem.line}`;
}

describe("the fast reader must never see another document than the strict one", () => {
  test("whatever it reads, the strict reader reads the same, on the same lines", () => {
    let read = 0;
    fc.assert(
      fc.property(DOCUMENT, (text) => {
        const plain = readPlainYaml(text);
        if (plain === null) return;
        read++;
        const strict = readYaml(text);
        expect(strict.ok ? strict.document : strict.problem).toEqual(plain);
      }),
      { numRuns: 4000 },
    );
    expect(read).toBeGreaterThan(300);
  });

  test.each([
    "id: TASK-1\ntitle: A title\nlabels: []\nassignee:\n  - 'x'\nupstream:\n  id: P-1\n  fields:\n    a: 1\n",
    "a: 'it''s'\nb: \"q\"\nc:\nd: x # note\ne: [a, 'b', \"c d\"]\nf:\n- 1\n- 2\n# end",
    'scope: "src/"   # folder\n\n\nlist:\n    - a: 1',
  ])("what task files are made of: %j", (text) => {
    const strict = readYaml(text);
    const plain = readPlainYaml(text);
    if (plain !== null) expect(strict).toEqual({ ok: true, document: plain });
    expect(strict.ok).toBe(true);
  });
});

describe("scalars stay the text that stands there", () => {
  test.each([
    ["id: 0042", "0042"],
    ["id: 1e3", "1e3"],
    ["id: 2026-01-05", "2026-01-05"],
    ["id: yes", "yes"],
    ["id: 0x1F", "0x1F"],
    ["id: .inf", ".inf"],
    ["id: >-\n  a\n  b", "a b"],
    ["id: |\n  a\n  b", "a\nb"],
    ['id: "a\\tb"', "a\tb"],
    ["id: #42", null],
    ["id: null", null],
    ["id: ~", null],
    ["id:", null],
    ["id: [a]", null],
  ])("%j: %j", (text, value) => {
    const result = readYaml(text);
    expect(result.ok && textAt(result.document.values, "id")).toBe(value);
  });

  test("a lone scalar is a list of one, and a map is neither", () => {
    const result = readYaml("a: x\nb:\n  c: d\ne: [f, [g], '']");
    const values = result.ok ? result.document.values : new Map();
    expect(listAt(values, "a")).toEqual(["x"]);
    expect(listAt(values, "b")).toEqual([]);
    expect(listAt(values, "e")).toEqual(["f"]);
    expect(mapAt(values, "b")?.get("c")).toBe("d");
    expect(mapAt(values, "a")).toBeNull();
  });

  test("a key that objects have by themselves is a key like any other", () => {
    const result = readYaml("__proto__: a\nconstructor: b\nvalueOf: c");
    expect(result.ok && [...result.document.values.keys()]).toEqual(["__proto__", "constructor", "valueOf"]);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect({}).not.toHaveProperty("a");
  });
});

describe("what a task file never needs is refused, with its line", () => {
  test.each([
    ["a duplicate key", "a: 1\nb: 2\na: 3", 3],
    ["a duplicate key deeper down", "u:\n  a: 1\n  a: 2", 3],
    ["an anchor", "a: 1\nb: &x 2", 2],
    ["an alias", "a: 1\nb: *x", 2],
    ["an anchor on a map", "a: &x\n  b: 1", 2],
    ["an alias as key", "a: &x 1\n*x : 2", 2],
    ["a tag", "a: 1\nb: !!js/function x", 2],
    ["the tag of text", "a: !!str x", 1],
    ["a tag of a list", "a: 1\nb: !!seq [x]", 2],
    ["an unknown tag", "a: !thing x", 1],
    ["a tab for indentation", "a:\n\tb: 1", 2],
    ["an unquoted handle", "a: 1\ntitle: @me", 2],
    ["a colon in a plain title", "title: Fix: x", 1],
    ["an unclosed quote", 'a: "x', 1],
    ["an unclosed list", "a: [x", 1],
    ["two documents", "a: 1\n---\nb: 2", 2],
    ["a directive", "%YAML 1.1\n---\na: 1", 1],
    ["a list at the top", "- a\n- b", 1],
    ["a scalar at the top", "just words", 1],
    ["a map as key", "? {a: 1}\n: b", 1],
    ["a bad escape", 'a: "\\q"', 1],
  ])("%s", (_, text, line) => {
    expect(said(readYaml(text))).toBe(`line ${line}`);
    expect(readPlainYaml(text)).toBeNull();
  });
});

describe("no text may exhaust the reader", () => {
  const N = 65_000;
  const nested = (line: (depth: number) => string) => {
    let text = "";
    for (let depth = 0; text.length < N; depth++) text += line(depth);
    return text;
  };
  test.each([
    ["brackets", `a: ${"[".repeat(N)}`],
    ["braces", `a: ${"{".repeat(N)}`],
    ["maps in braces", `a: ${"{a: ".repeat(N / 4)}`],
    ["closed brackets", `a: ${"[".repeat(N / 2)}${"]".repeat(N / 2)}`],
    ["dashes", `a:\n  ${"- ".repeat(N / 2)}`],
    ["question marks", "? ".repeat(N / 2)],
    ["maps in maps", nested((depth) => `${" ".repeat(depth)}a:\n`)],
    ["lists in maps", nested((depth) => `${"  ".repeat(depth)}a:\n${"  ".repeat(depth)}-\n`)],
    ["anchors", "&a ".repeat(N / 3)],
    ["bangs", "!".repeat(N)],
    ["a billion laughs", `a: &a [x,x,x]\n${nested((i) => (i > 9 ? "#\n" : `b${i}: &b${i} [*a,*a,*a]\n`))}`],
    ["backslashes", `a: "${"\\".repeat(N)}`],
    ["commas", `a: [${",".repeat(N)}]`],
    ["percents", "%".repeat(N)],
  ])("%s", (_, text) => {
    expect(readYaml(text).ok).toBe(false);
    expect(readPlainYaml(text)).toBeNull();
  });

  test.each([
    ["spaces", `a: x${" ".repeat(N)}y`],
    ["quotes", `a: ${"'".repeat(N + 1)}`],
    ["a long word", `a: ${"x".repeat(N)}`],
    ["flow items", `a: [${"x, ".repeat(N / 3)}y]`],
    ["comments", "# c\n".repeat(N / 4)],
  ])("%s are read, if they can be", (_, text) => {
    const plain = readPlainYaml(text);
    const strict = readYaml(text);
    expect(plain === null || strict.ok).toBe(true);
  });
});
