import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FileEdit } from "../../src/tasks/edit.ts";
import { editTask } from "../../src/tasks/write.ts";
import { normalYaml } from "../../src/tasks/yaml-value.ts";
import { BACKLOG_MD, edited, fixture, parseAs, valuesOf } from "./samples.ts";

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
      fixture("backlog-md/task-12 - Old-forms.md"),
      { kind: "tick", index: 9, done: true },
      "<criterion-missing>",
    ],
    [
      "no such section",
      fixture("backlog-md/draft-3 - Perhaps-later.md"),
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
