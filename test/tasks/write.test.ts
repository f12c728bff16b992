import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dialect } from "../../src/tasks/backlog.ts";
import type { FileEdit } from "../../src/tasks/edit.ts";
import { findFences } from "../../src/tasks/fences.ts";
import { editTask } from "../../src/tasks/write.ts";
import { readYaml } from "../../src/tasks/yaml-engine.ts";
import { textAt } from "../../src/tasks/yaml-value.ts";
import { edited, fixture, valuesOf } from "./samples.ts";

const FIXTURES = [
  "backlog-md/task-7 - Throttle-login-attempts.md",
  "backlog-md/task-12 - Old-forms.md",
  "backlog-md/back-222.1 - Show-parents.md",
  "backlog-md/TASK-001.md",
  "backlog-md/draft-3 - Perhaps-later.md",
  "toolkit/BUG-004-session-survives-logout.md",
  "toolkit/FEAT-007a-export-as-csv.md",
];

function dialectOf(path: string): Dialect {
  return path.startsWith("toolkit") ? "toolkit" : "backlog.md";
}

/** Line numbers, from 1, at which two texts differ, when lines were only replaced. */
function changedLines(before: string, after: string): readonly number[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  return old.flatMap((line, index) => (line === now[index] ? [] : [index + 1]));
}

const EOL = fc.constantFrom("\n", "\r\n");
const BOM = fc.constantFrom("", "\ufeff");
const TEXT = fc.string({ unit: "binary", maxLength: 12 }).map((text) => text.trim());
const WORDS = fc.oneof(
  TEXT,
  fc.constantFrom(
    "To Do",
    "@sam",
    "a: b",
    "x #y",
    "0042",
    "no",
    "it's",
    'say "hi"',
    "[a]",
    "a, b",
    "é漢😀",
    "2026-01-05",
    "-",
    "~",
  ),
);
const LABEL = fc.constantFrom("auth", "two words", "x-y", "c++", "a/b");
/** One key with its lines, in every form that writers use. */
const ENTRY = fc.constantFrom(
  ["status: To Do"],
  ["status: 'To Do'   # where it stands"],
  ['status: "To Do"'],
  ["status: >-", "  To", "  Do"],
  ["status: |", "  To Do", ""],
  ["status:"],
  ["status: To", "  Do"],
);
const LIST = fc.oneof(
  fc.array(LABEL, { maxLength: 3 }).map((labels) => [`labels: [${labels.join(", ")}]  # kept`]),
  fc
    .array(LABEL, { minLength: 1, maxLength: 3 })
    .map((labels) => ["labels:", ...labels.map((label) => `  - ${label}`)]),
  fc
    .array(LABEL, { minLength: 1, maxLength: 3 })
    .map((labels) => ["labels:", ...labels.map((label) => `- '${label}' # x`)]),
  fc.constant(["labels: auth"]),
);
const AROUND = fc.constantFrom(
  [],
  ["# a note"],
  ["", "# a note", ""],
  ["other: 1"],
  ["upstream:", "  id: P-1"],
);
const FILE = fc
  .tuple(BOM, EOL, AROUND, ENTRY, AROUND, LIST, fc.constantFrom("", "\n## Notes\n\nx\n"))
  .filter(
    ([, , first, , second]) => first.join() !== second.join() || first.every((line) => !/^\w/.test(line)),
  )
  .map(([bom, eol, first, entry, second, list, body]) => {
    const lines = ["---", "id: TASK-1", "title: 'A: b'", ...first, ...entry, ...second, ...list, "---", body];
    return bom + lines.join("\n").replaceAll("\n", eol);
  });

describe("an edit must not touch what it does not speak of", () => {
  test.each(FIXTURES)("no edit, and edits to what is there already, leave %s as it is", async (path) => {
    const text = fixture(path).replaceAll("\n", "\r\n");
    const values = await valuesOf(text);
    const edits: FileEdit[] = [...values.keys()].flatMap((key): FileEdit[] => {
      const scalar = textAt(values, key);
      return scalar === null ? [] : [{ kind: "set", key, value: scalar }];
    });
    expect(await edited(text, [], dialectOf(path))).toBe(text);
    expect(await edited(text, edits, dialectOf(path))).toBe(text);
    expect(edits.length).toBeGreaterThan(2);
  });

  test.each(FIXTURES)("a status changes on its own line of %s", async (path) => {
    const text = fixture(path);
    const result = await edited(text, [{ kind: "set", key: "status", value: "Done" }], dialectOf(path));
    expect(changedLines(text, result)).toEqual([
      text.split("\n").findIndex((line) => line.startsWith("status:")) + 1,
    ]);
    expect(textAt(await valuesOf(result), "status")).toBe("Done");
  });

  test("any value of any key: only that key's lines change, and it says what was meant to any YAML reader", async () => {
    await fc.assert(
      fc.asyncProperty(
        FILE,
        WORDS,
        fc.constantFrom("status", "labels", "title", "new_key"),
        async (text, value, key) => {
          const result = await editTask(text, "backlog.md", [{ kind: "set", key, value }]);
          if (!result.ok) expect.fail(`${result.code} ${result.detail}`);
          const fences = findFences(result.text);
          const yaml = fences.ok ? result.text.slice(fences.fences.yamlStart, fences.fences.yamlEnd) : "";
          const strict = readYaml(yaml.replaceAll("\r\n", "\n"));
          expect(strict.ok && String(strict.document.values.get(key)).trim()).toBe(value);
          const others = (all: string) => withoutKey(all, key);
          expect(others(result.text)).toBe(others(text));
        },
      ),
      { numRuns: 600 },
    );
  });

  test("a scalar that is set and set back leaves every byte as it was", async () => {
    await fc.assert(
      fc.asyncProperty(FILE, WORDS, async (text, value) => {
        const old = textAt(await valuesOf(text), "status");
        const isOneLine = /^status: \S[^>|\r\n]*\r?\n(?! )/m.test(text);
        if (old === null || !isOneLine) return;
        const changed = await edited(text, [{ kind: "set", key: "status", value }]);
        const quotesStay = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff]|[\ud800-\udfff]/.test(value) === false;
        const back = await edited(changed, [{ kind: "set", key: "status", value: old }]);
        if (quotesStay && styleOf(changed) === styleOf(text)) expect(back).toBe(text);
        expect(textAt(await valuesOf(back), "status")).toBe(old);
      }),
      { numRuns: 300 },
    );
  });

  test("what is appended and taken back leaves every byte as it was", async () => {
    await fc.assert(
      fc.asyncProperty(
        FILE,
        fc.uniqueArray(
          WORDS.filter((text) => text !== ""),
          { minLength: 1, maxLength: 3 },
        ),
        async (text, items) => {
          const labels = (await valuesOf(text)).get("labels");
          const old = Array.isArray(labels) ? labels : [labels];
          const changed = await edited(text, [{ kind: "append", key: "labels", items }]);
          const values = await valuesOf(changed);
          expect(values.get("labels")).toEqual([...old, ...items]);
          expect(await edited(changed, [{ kind: "append", key: "labels", items }])).toBe(changed);
          if (/^labels:\r?$/m.test(text)) {
            expect(await edited(changed, [{ kind: "set", key: "labels", value: old }])).toBe(text);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("a key that is added and removed leaves every byte as it was", async () => {
    const value = {
      provider: "jira",
      id: "P-1",
      fields: { story_points: "5", labels: ["a", "b: c"] },
      empty: {},
    };
    await fc.assert(
      fc.asyncProperty(FILE, async (text) => {
        const before = [
          { kind: "remove" as const, key: "upstream" },
          { kind: "remove" as const, key: "link" },
        ];
        const start = await edited(text, before);
        const changed = await edited(start, [{ kind: "set", key: "link", value }]);
        const { provider, id, fields } = value;
        const meant = new Map<string, string | Map<string, unknown>>([
          ["provider", provider],
          ["id", id],
        ]);
        meant.set("fields", new Map<string, unknown>(Object.entries(fields)));
        meant.set("empty", new Map());
        expect((await valuesOf(changed)).get("link")).toEqual(meant);
        expect(await edited(changed, [{ kind: "remove", key: "link" }])).toBe(start);
      }),
      { numRuns: 100 },
    );
  });
});

/** A file without the lines of one key: from the key to the next line at the margin that is no list item of it. */
function withoutKey(text: string, key: string): string {
  const kept: string[] = [];
  let inside = false;
  for (const line of text.split("\n")) {
    if (line.startsWith(`${key}:`)) inside = true;
    else if (!/^(?:[ -](?!--)|\r?$)/.test(line)) inside = false;
    if (!inside || /^\r?$/.test(line)) kept.push(line);
  }
  return kept.join("\n").replaceAll(/\n(?:\r?\n)+/g, "\n");
}

function styleOf(text: string): string {
  return /^status: *(['"]?)/m.exec(text)?.[1] ?? "";
}
