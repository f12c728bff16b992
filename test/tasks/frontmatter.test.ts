import matter from "gray-matter";
import { describe, expect, test } from "vitest";
import { MAX_FRONTMATTER } from "../../src/tasks/fences.ts";
import { readFrontmatter } from "../../src/tasks/frontmatter.ts";
import { listAt, mapAt, textAt } from "../../src/tasks/yaml-value.ts";

async function codeOf(text: string): Promise<string> {
  const result = await readFrontmatter(text);
  return result.ok ? "read" : `${result.problem.code}:${result.problem.line}`;
}

describe("only a line of exactly three dashes may open a task file", () => {
  test.each([
    ["---js\nglobalThis.ran = 1\n---\n", "fence-invalid:1"],
    ["--- js\nglobalThis.ran = 1\n---\n", "fence-invalid:1"],
    ["---javascript\nglobalThis.ran = 1\n---\n", "fence-invalid:1"],
    ["---constructor\nid: 1\n---\n", "fence-invalid:1"],
    ["---__proto__\nid: 1\n---\n", "fence-invalid:1"],
    ["---toString\nid: 1\n---\n", "fence-invalid:1"],
    ["---json\n{}\n---\n", "fence-invalid:1"],
    ["---yaml\nid: 1\n---\n", "fence-invalid:1"],
    ["--- \nid: 1\n---\n", "fence-invalid:1"],
    ["----\nid: 1\n---\n", "fence-invalid:1"],
    ["---\rid: 1\r---\r", "fence-invalid:1"],
    ["\n---\nid: 1\n---\n", "fence-missing:1"],
    [" ---\nid: 1\n---\n", "fence-missing:1"],
    ["# Title\n", "fence-missing:1"],
    ["", "fence-missing:1"],
    ["---", "fence-invalid:1"],
    ["---\nid: 1\n", "fence-invalid:1"],
    ["---\nid: 1\n---x\n---\n", "fence-invalid:3"],
    ["---\nid: 1\n----\n", "fence-invalid:3"],
    ["---\nid: 1\n---", "read"],
    ["---\nid: 1\n--- \nbody", "read"],
    ["---\n---\n", "read"],
    ["---\n\n# only a comment\n---\n", "read"],
    ["\ufeff---\nid: 1\n---\n", "read"],
    ["---\r\nid: 1\r\n---\r\nbody", "read"],
  ])("%j: %s", async (text, code) => {
    expect(await codeOf(text)).toBe(code);
    expect(globalThis).not.toHaveProperty("ran");
  });

  test.each([
    ["a NUL", "---\nid: 1\ntitle: a\0b\n---\n", "control-character:3"],
    ["a lone CR", "---\nid: 1\rtitle: x\n---\n", "control-character:2"],
    ["an escape sequence", "---\ntitle: \u001b[2J\n---\n", "control-character:2"],
    ["more than is read", `---\ntitle: ${"x".repeat(MAX_FRONTMATTER)}\n---\n`, "frontmatter-too-long:1"],
    ["blank lines without end", `---\n${"\n".repeat(30_000)}\n---\n`, "frontmatter-too-long:1"],
    ["a second key", "---\nid: 1\nid: 2\n---\n", "yaml-error:3"],
    ["an alias", "---\nid: &a 1\ntitle: *a\n---\n", "yaml-error:2"],
    ["a tab", "---\nupstream:\n\tid: 1\n---\n", "yaml-error:3"],
  ])("%s is a problem with its line", async (_, text, code) => {
    expect(await codeOf(text)).toBe(code);
  });

  test("a broken file is broken at every reading, not only at the first", async () => {
    const text = "---\nid: [\n---\n";
    expect([await codeOf(text), await codeOf(text), await codeOf(text)]).toEqual(
      Array(3).fill("yaml-error:2"),
    );
  });

  test("two readings of one text share nothing", async () => {
    const text = "---\ntitle: >-\n  a\n---\n";
    const [first, second] = await Promise.all([readFrontmatter(text), readFrontmatter(text)]);
    expect(first).toEqual(second);
    expect(first.ok && second.ok && first.frontmatter.values === second.frontmatter.values).toBe(false);
  });
});

describe("what people leave unquoted is read all the same", () => {
  const yaml = [
    "assignee: @sam # lead",
    "reporter:   @it's",
    "title: a @b [c](d)",
    "upstream:",
    "  url: [https://x.test/1](https://x.test/1)",
    "text: |",
    "  - @kept",
  ].join("\n");

  test("handles and Markdown links", async () => {
    const result = await readFrontmatter(`---\n${yaml}\n---\n`);
    const values = result.ok ? result.frontmatter.values : new Map();
    expect(textAt(values, "assignee")).toBe("@sam");
    expect(textAt(values, "reporter")).toBe("@it's");
    expect(textAt(values, "title")).toBe("a @b [c](d)");
    expect(textAt(values, "text")).toBe("- @kept");
    expect(mapAt(values, "upstream")?.get("url")).toBe("[https://x.test/1](https://x.test/1)");
  });

  test.each([
    ["assignee:\n  - @sam\n  - kim\n  - '@lee'", ["@sam", "kim", "@lee"]],
    ["assignee: [@sam, kim, '@lee']", ["@sam", "kim", "@lee"]],
    ["assignee: [ @sam ]  # x", ["@sam"]],
    ["assignee:\n- @sam", ["@sam"]],
    ['assignee: "@sam"', ["@sam"]],
  ])("%j", async (text, people) => {
    const result = await readFrontmatter(`---\n${text}\n---\n`);
    expect(result.ok && listAt(result.frontmatter.values, "assignee")).toEqual(people);
  });

  test("a line of handles and spaces does not take quadratic time", async () => {
    const spaces = " ".repeat(60_000);
    expect(await codeOf(`---\nassignee: @${spaces}x\n---\n`)).toBe("read");
    expect(await codeOf(`---\nassignee: [@${spaces}, ${spaces}x\n---\n`)).toBe("frontmatter-too-long:1");
  });
});

describe("the engine that gray-matter brings along must never be the one that reads", () => {
  // A block scalar sends the text past the fast reader.
  const read = (yaml: string) => readFrontmatter(`---\nnote: |\n  x\n${yaml}\n---\n`);

  test.each([
    ["id: 0042", "id", "0042"],
    ["created: 2026-01-05", "created", "2026-01-05"],
    ["id: 1e3", "id", "1e3"],
    ["done: yes", "done", "yes"],
    ["size: 0b11", "size", "0b11"],
    ["big: 1_000", "big", "1_000"],
    ["time: 12:30", "time", "12:30"],
  ])("%s stays text", async (yaml, key, value) => {
    const result = await read(yaml);
    expect(result.ok && result.frontmatter.values.get(key)).toBe(value);
    expect(result.ok && result.frontmatter.lines.get(key)).toBe(4);
  });

  test.each([
    ["a merge key", "base: &b {a: 1}\nid:\n  <<: *b"],
    ["a regular expression", "id: !!js/regexp /a/"],
    ["binary", "id: !!binary aGk="],
    ["a set", "id: !!set {a, b}"],
  ])("%s is refused", async (_, yaml) => {
    const result = await read(yaml);
    expect(result.ok ? "read" : result.problem.code).toBe("yaml-error");
  });

  const cached = () => Object.keys(Object(Reflect.get(matter, "cache"))).length;

  test("no reading is remembered from one file to the next", async () => {
    const before = cached();
    await read("id: a-first");
    await read("id: [");
    expect(cached()).toBe(before);
  });
});
