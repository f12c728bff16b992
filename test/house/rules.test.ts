import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { rules } from "../../src/rules/index.ts";
import { SECTIONS } from "../core/law.ts";
import { nodesOf, root, sourcesBelow } from "./sources.ts";

const ids = rules.map(({ meta }) => meta.id);
const byId = rules.map((rule) => [rule.meta.id, rule] as const);
const files = sourcesBelow("src/rules").filter(({ path }) => basename(path) !== "index.ts");
/** The codes that an outcome can have without anybody having to mend something. */
const QUIET = ["pass", "skip"];

describe("a rule can't be lost between folder and registry", () => {
  test("a file is not in the registry, or a rule has no file", () => {
    expect(files.map(({ path }) => basename(path, ".ts"))).toEqual([...ids].sort());
  });

  test("a rule has no table", () => {
    const tables = readdirSync(join(root, "test/rules")).map((name) => name.replace(/\.test\.ts$/, ""));
    expect(ids.filter((id) => !tables.includes(id))).toEqual([]);
  });

  test("two rules have one id, or an id is no file name", () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)+$/.test(id))).toEqual([]);
  });
});

describe("judging loads nothing but the vocabulary", () => {
  test.each(files.map((file) => [file.path, file] as const))("%s imports more", (_path, file) => {
    const imported = [...nodesOf(file.tree)]
      .filter(ts.isImportDeclaration)
      .map(({ moduleSpecifier }) => moduleSpecifier.getText());
    expect(imported.length).toBeGreaterThan(0);
    expect(imported.filter((name) => !/^"\.\.\/core\/[a-z-]+\.ts"$/.test(name))).toEqual([]);
    const lazy = [...nodesOf(file.tree)].filter(
      (node) => node.kind === ts.SyntaxKind.ImportKeyword && ts.isCallExpression(node.parent),
    );
    expect(lazy).toEqual([]);
  });
});

describe.each(byId)("%s", (_id, { meta, options, from }) => {
  test("a text is missing, or goes on for a page", () => {
    for (const text of [meta.title, meta.why, meta.fix]) {
      expect(text.length).toBeGreaterThan(10);
      expect(text.length).toBeLessThan(260);
      expect(text).not.toMatch(/\n| {2}|^\s|\s$/);
    }
    expect(meta.title).not.toMatch(/\.$/);
    for (const text of [meta.why, meta.fix]) expect(text).toMatch(/[.:]$|[A-Za-z-]$/);
  });

  test("an answer has no sentence, or a warning comes from what is no fail", () => {
    for (const { outcome, message, advisory } of Object.values(meta.codes)) {
      expect(message.length).toBeGreaterThan(10);
      expect(["fail", undefined]).toContain(advisory ? outcome : undefined);
    }
  });

  test("an unknown does not say what would make it known", () => {
    const own = Object.entries(meta.codes).filter(([, { outcome }]) => outcome === "unknown");
    expect(own.filter(([, { fix }]) => fix === undefined).map(([code]) => code)).toEqual([]);
  });

  test("a rule can only say yes, or only no", () => {
    const outcomes = new Set(Object.values(meta.codes).map(({ outcome }) => outcome));
    expect([...outcomes]).toEqual(expect.arrayContaining(["pass", "fail"]));
  });

  test("an example shows an answer that there is not, or no repair is shown", () => {
    expect(meta.examples.filter(({ code }) => !Object.hasOwn(meta.codes, code))).toEqual([]);
    expect(meta.examples.some(({ code }) => QUIET.includes(meta.codes[code]?.outcome ?? ""))).toBe(true);
  });

  test("the fast path says yes for what it can't see", () => {
    if (meta.fast) expect(meta.on).toContain("commit-message");
    if (meta.fast) expect(meta.needs).not.toContain("paths");
    expect(meta.needs.includes("paths") && meta.on.includes("commit-message")).toBe(false);
    expect(meta.on.length).toBeGreaterThan(0);
  });

  test("an option has no default, or a default that the policy can't hold", () => {
    const schema = options(z);
    const defaults = schema.parse({});
    expect(schema.parse(JSON.parse(JSON.stringify(defaults)))).toEqual(defaults);
    expect(schema.safeParse({ no_such_option: 1 }).success).toBe(false);
  });

  test("the policy's sections are no options of the rule", () => {
    const schema = options(z);
    const given = from?.(SECTIONS) ?? {};
    expect(schema.parse(given)).toMatchObject(given);
  });
});
