import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../../src/rules/index.ts";
import { root } from "./sources.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");
const book = readme.split("<!-- rules:begin -->")[1]?.split("<!-- rules:end -->")[0] ?? "";

describe("the rule book tells the rules that there are", () => {
  test("the README says something else than the rules: run `node scripts/rulebook.mjs`", () => {
    const check = () =>
      execFileSync(process.execPath, [join(root, "scripts/rulebook.mjs"), "--check"], { stdio: "pipe" });
    expect(check).not.toThrow();
  });

  test("a rule has no chapter, or a chapter no rule", () => {
    const chapters = [...book.matchAll(/^### (.+)$/gm)].map(([, id]) => id);
    expect(chapters).toEqual(rules.map(({ meta }) => meta.id));
  });

  test("the book promises that a control is satisfied", () => {
    expect(book).not.toMatch(/satisf|complian|certif/i);
    expect(book).toContain("**Supports:**");
  });
});
