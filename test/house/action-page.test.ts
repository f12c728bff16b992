import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { EVENTS } from "../../src/action/event.ts";
import { root } from "./sources.ts";

const file = join(root, "docs", "action.md");
const page = readFileSync(file, "utf8");

test("the page tells other inputs or outputs than action.yml: run `node scripts/action-page.mjs`", () => {
  const check = () =>
    execFileSync(process.execPath, [join(root, "scripts/action-page.mjs"), "--check"], { stdio: "pipe" });
  expect(check).not.toThrow();
});

test("an event is judged that the page does not tell", () => {
  for (const event of EVENTS) expect(page).toMatch(new RegExp(`^\\| .*\`${event}\``, "m"));
});

test("a page is linked that there is not", () => {
  const links = [...page.matchAll(/\]\(([^)#]+)/g)].map(([, link = ""]) => link);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !existsSync(resolve(dirname(file), link)))).toEqual([]);
});
