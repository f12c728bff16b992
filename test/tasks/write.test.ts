import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dialect } from "../../src/tasks/backlog.ts";
import type { FileEdit } from "../../src/tasks/edit.ts";
import { findFences } from "../../src/tasks/fences.ts";
import { readFrontmatter } from "../../src/tasks/frontmatter.ts";
import { editTask } from "../../src/tasks/write.ts";
import { readYaml } from "../../src/tasks/yaml-engine.ts";
import { normalYaml, textAt, type YamlMapping } from "../../src/tasks/yaml-value.ts";
import { BACKLOG_MD, fixture, parseAs } from "./samples.ts";

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

/** The edited text, or the code of the refusal in angle brackets. */
async function edited(
  text: string,
  edits: readonly FileEdit[],
  dialect: Dialect = "backlog.md",
): Promise<string> {
  const result = await editTask(text, dialect, edits);
  return result.ok ? result.text : `<${result.code}>`;
}

async function valuesOf(text: string): Promise<YamlMapping> {
  const result = await readFrontmatter(text);
  return result.ok ? result.frontmatter.values : new Map();
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

describe("values are written so that other tools read the same text", () => {
  const set = (value: string) => edited("---\nid: TASK-1\n---\n", [{ kind: "set", key: "x", value }]);
  test.each([
    ["plain words", "x: plain words"],
    ["@sam", "x: '@sam'"],
    ["0042", "x: '0042'"],
    ["1e3", "x: '1e3'"],
    ["2026-01-05 09:30", "x: '2026-01-05 09:30'"],
    ["yes", "x: 'yes'"],
    ["null", "x: 'null'"],
    ["", "x: ''"],
    ["it's: so", "x: 'it''s: so'"],
    ["a # b", "x: 'a # b'"],
    ["https://x.test/1", "x: https://x.test/1"],
    ["two\nlines", 'x: "two\\nlines"'],
    ["bell\u0007", 'x: "bell\\u0007"'],
    ["line\u2028break", 'x: "line\\u2028break"'],
    ["---", "x: '---'"],
  ])("%j", async (value, line) => {
    expect(await set(value)).toBe(`---\nid: TASK-1\n${line}\n---\n`);
  });

  test("a date stays as bare as it stood", async () => {
    const text = "---\nid: FEAT-001\nupdated: 2026-01-05 # by hand\ncommit: abc\n---\n";
    const edits: FileEdit[] = [
      { kind: "set", key: "updated", value: "2026-02-06" },
      { kind: "set", key: "commit", value: "1e10" },
    ];
    expect(await edited(text, edits, "toolkit")).toBe(
      "---\nid: FEAT-001\nupdated: 2026-02-06 # by hand\ncommit: '1e10'\n---\n",
    );
  });
});

describe("sections and criteria", () => {
  const path = "backlog-md/task-7 - Throttle-login-attempts.md";

  test.each(["\n", "\r\n"])("a marked text is replaced between its markers, and back (%j)", async (eol) => {
    const text = fixture(path).replaceAll("\n", eol);
    const old = (await parseAs(text, "task-7 - x.md", BACKLOG_MD)).ticket?.description ?? "";
    const changed = await edited(text, [{ kind: "section", name: "description", text: "New.\n\nTwo." }]);
    expect(changed).toContain(`BEGIN -->${eol}New.${eol}${eol}Two.${eol}<!-- SECTION:DESCRIPTION:END`);
    expect(changed.length - text.length).toBe(
      `New.${eol}${eol}Two.`.length - old.replaceAll("\n", eol).length,
    );
    expect(await edited(changed, [{ kind: "section", name: "description", text: old }])).toBe(text);
  });

  test("an unmarked text is replaced under its heading, and back", async () => {
    const text = fixture("backlog-md/task-12 - Old-forms.md");
    const changed = await edited(text, [{ kind: "section", name: "notes", text: "Found it." }]);
    expect(changed).toContain("## Notes\n\nFound it.\n");
    const back = await edited(changed, [
      { kind: "section", name: "notes", text: "Nobody has the format's description any more." },
    ]);
    expect(back).toBe(text);
  });

  test("an empty section takes a text and gives it back", async () => {
    const text =
      "---\nid: TASK-1\n---\n\n## Description\n\n<!-- SECTION:DESCRIPTION:BEGIN -->\n<!-- SECTION:DESCRIPTION:END -->\n";
    const changed = await edited(text, [{ kind: "section", name: "description", text: "x" }]);
    expect(changed).toContain("BEGIN -->\nx\n<!--");
    expect(await edited(changed, [{ kind: "section", name: "description", text: "" }])).toBe(text);
  });

  test.each(["\n", "\r\n"])("a tick is one character (%j)", async (eol) => {
    const text = fixture(path).replaceAll("\n", eol);
    const ticked = await edited(text, [{ kind: "tick", index: 2, done: true }]);
    expect(ticked).toBe(text.replace("- [ ] #2", "- [x] #2"));
    expect(await edited(ticked, [{ kind: "tick", index: 2, done: false }])).toBe(text);
    expect(await edited(text, [{ kind: "tick", index: 1, done: true }])).toBe(text);
  });

  test("a text of any kind is written as it is, or not at all", async () => {
    const piece = fc.constantFrom(
      "a",
      "\n",
      "## Notes",
      "## Acceptance Criteria",
      "```",
      "<!-- AC:BEGIN -->",
      "<!-- SECTION:DESCRIPTION:END -->",
      "- [ ] x",
      "<!--",
      "---",
    );
    const start = fixture(path);
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
        const wanted = pieces.join("\n").trim();
        const result = await editTask(start, "backlog.md", [
          { kind: "section", name: "description", text: wanted },
        ]);
        const task = await parseAs(result.ok ? result.text : start, "task-7 - x.md", BACKLOG_MD);
        expect(result.ok ? task.ticket?.description : "refused").toBe(result.ok ? wanted : "refused");
        expect(task.body?.criteria.length).toBe(2);
        expect(task.body?.notes).toBe("The window slides.");
      }),
      { numRuns: 300 },
    );
  });
});

describe("what can't be edited surely is left alone", () => {
  const broken = fixture("backlog-md/back-222.1 - Show-parents.md");
  test.each<[string, string, FileEdit, string]>([
    ["unbalanced markers, a tick", broken, { kind: "tick", index: 1, done: true }, "<markers-unbalanced>"],
    [
      "unbalanced markers, a text",
      broken,
      { kind: "section", name: "notes", text: "x" },
      "<markers-unbalanced>",
    ],
    [
      "no such criterion",
      fixture(FIXTURES[1] ?? ""),
      { kind: "tick", index: 9, done: true },
      "<criterion-missing>",
    ],
    [
      "no such section",
      fixture(FIXTURES[4] ?? ""),
      { kind: "section", name: "plan", text: "x" },
      "<section-missing>",
    ],
    [
      "frontmatter that is none",
      "---js\nx\n---\n",
      { kind: "set", key: "a", value: "b" },
      "<frontmatter-unreadable>",
    ],
    [
      "a map in braces at the top",
      "---\n{id: TASK-1}\n---\n",
      { kind: "set", key: "id", value: "b" },
      "<key-not-editable>",
    ],
    ["a quoted key", "---\n'id': TASK-1\n---\n", { kind: "remove", key: "id" }, "<key-not-editable>"],
    [
      "a key with a line break",
      "---\nid: TASK-1\n---\n",
      { kind: "set", key: "a\nb", value: "c" },
      "<key-invalid>",
    ],
    [
      "a new key behind a map in braces",
      "---\n{id: TASK-1}\n---\n",
      { kind: "set", key: "a", value: "b" },
      "<edit-unsafe>",
    ],
    [
      "items for a map",
      "---\na:\n  b: c\n---\n",
      { kind: "append", key: "a", items: ["x"] },
      "<key-not-editable>",
    ],
  ])("%s", async (_, text, edit, refusal) => {
    expect(await edited(text, [edit])).toBe(refusal);
  });

  test("one refused edit refuses them all", async () => {
    const edits: FileEdit[] = [
      { kind: "set", key: "status", value: "Done" },
      { kind: "tick", index: 1, done: true },
    ];
    expect(await edited(broken, edits)).toBe("<markers-unbalanced>");
    expect(normalYaml(await valuesOf(await edited(broken, edits.slice(0, 1))))).toContain('"status":"Done"');
  });
});
