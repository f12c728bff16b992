import { readdirSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { CLIENT_HOOKS, HOOK_NAMES, SERVER_HOOKS } from "../../src/core/hook-names.ts";

const FOLDER = resolve(import.meta.dirname, "../../hooks");

test("there is one script for each hook, and all are the same but for its name", () => {
  expect(readdirSync(FOLDER).sort()).toEqual([...HOOK_NAMES].sort());
  const scripts = HOOK_NAMES.map((name) => {
    const path = resolve(FOLDER, name);
    expect(statSync(path).mode & 0o111).toBe(0o111);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(`hook=${name};`);
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(25);
    return text.replace(`hook=${name};`, "hook=;");
  });
  expect(new Set(scripts).size).toBe(1);
  expect(HOOK_NAMES).toEqual([...CLIENT_HOOKS, ...SERVER_HOOKS]);
});
