import { describe, expect, test } from "vitest";
import type { ScopeLaw } from "../../src/core/law.ts";
import { scopesOf } from "../../src/core/scope.ts";
import { referenceRequired } from "../../src/rules/reference-required.ts";
import { law, ruleSet } from "./law.ts";

function scope(glob: string, given: Partial<ScopeLaw> = {}): ScopeLaw {
  const rules = ruleSet([referenceRequired]);
  return { paths: [glob], globs: [glob], exempt: false, rules, ...given };
}

const docs = scope("^docs/");
const guide = scope("^docs/guide/");
const tasks = scope("^backlog/", { exempt: true });
const everything = scope("", { exempt: true });
const given = law({ scopes: [docs, guide, tasks] });
const resolve = scopesOf(given);

describe("a path is under the law that was meant for it", () => {
  test("the last scope that matches wins, not the first", () => {
    expect(resolve(["docs/guide/a.md"]).layers).toEqual([guide.rules]);
  });

  test("a path in no scope escapes the law's own rules", () => {
    expect(resolve(["src/a.ts"]).layers).toEqual([given.rules]);
  });

  test("a change over two scopes picks the milder", () => {
    const { layers } = resolve(["docs/a.md", "src/a.ts", "docs/b.md"]);
    expect(layers).toEqual([docs.rules, given.rules]);
  });

  test("one exempt path exempts its neighbours", () => {
    expect(resolve(["backlog/a.md", "src/a.ts"])).toEqual({ exempt: false, layers: [given.rules] });
    expect(resolve(["backlog/a.md", "backlog/b.md"]).exempt).toBe(true);
  });

  test("an exempt scope over everything exempts the law", () => {
    const open = law({ scopes: [everything] });
    expect(scopesOf(open)(["golden-thread.yml"])).toEqual({ exempt: false, layers: [open.rules] });
    expect(scopesOf(open)(["golden-thread.yml.bak"]).exempt).toBe(true);
  });

  test("no paths, or unknown paths, are exempt", () => {
    const open = scopesOf(law({ scopes: [everything] }));
    expect(open([]).exempt).toBe(false);
    expect(open(null).exempt).toBe(false);
  });
});
