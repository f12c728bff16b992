import { describe, expect, test } from "vitest";
import { BACKLOG_MD, codesOf, parseAs } from "./samples.ts";

describe("what is missing or wrong is said with its line", () => {
  const all = { kind: "active", backlog: BACKLOG_MD };
  test.each([
    [
      "an empty file of keys",
      "---\n---\n",
      "task-1 - a.md",
      "TASK-1",
      ["id-missing:1", "status-missing:1", "title-missing:1"],
    ],
    ["no id, and none in the name", "---\ntitle: a\nstatus: Done\n---\n", "notes.md", null, ["id-missing:1"]],
    [
      "an id that is none",
      "---\nid: x y\ntitle: a\nstatus: Done\n---\n",
      "task-1 - a.md",
      null,
      ["id-invalid:2"],
    ],
    [
      "an id that YAML takes for a comment",
      "---\nid: #42\ntitle: a\nstatus: Done\n---\n",
      "x.md",
      null,
      ["id-missing:2"],
    ],
    [
      "another id than the name's",
      "---\nid: TASK-2\ntitle: a\nstatus: Done\n---\n",
      "task-1 - a.md",
      "TASK-2",
      ["id-mismatch:2"],
    ],
    [
      "a number that is not the name's",
      "---\nid: 2\ntitle: a\nstatus: Done\n---\n",
      "task-1 - a.md",
      "TASK-2",
      ["id-mismatch:2"],
    ],
    ["a number alone", "---\nid: 0042\ntitle: a\nstatus: Done\n---\n", "notes.md", "TASK-42", []],
    [
      "a date that is none",
      "---\nid: TASK-1\ntitle: a\nstatus: Done\ncreated_date: soon\n---\n",
      "task-1 - a.md",
      "TASK-1",
      ["date-invalid:5"],
    ],
    [
      "updated before created",
      "---\nid: TASK-1\ntitle: a\nstatus: Done\ncreated_date: 2026-01-02 10:00\nupdated_date: 2026-01-01\n---\n",
      "task-1 - a.md",
      "TASK-1",
      ["date-order:6"],
    ],
    [
      "an upstream's address that is a Markdown link",
      "---\nid: TASK-1\ntitle: a\nstatus: Done\nupstream:\n  provider: jira\n  id: PROJ-1042\n  url: [https://x.test/browse/PROJ-1042](https://x.test/browse/PROJ-1042)\n---\n",
      "task-1 - a.md",
      "TASK-1",
      ["link-invalid:5"],
    ],
    [
      "updated on the day of creation",
      "---\nid: TASK-1\ntitle: a\nstatus: Done\ncreated_date: 2026-01-02 10:00\nupdated_date: 2026-01-02\n---\n",
      "task-1 - a.md",
      "TASK-1",
      [],
    ],
    [
      "a path that leaves the tree",
      "---\nid: TASK-1\ntitle: a\nstatus: Done\nmodified_files: [/etc/passwd, ../x, 'C:\\x', src/a.ts]\n---\n",
      "task-1 - a.md",
      "TASK-1",
      ["path-invalid:5", "path-invalid:5", "path-invalid:5"],
    ],
    [
      "a NUL in the body",
      "---\nid: TASK-1\ntitle: a\nstatus: Done\n---\n\nx\0y\n",
      "task-1 - a.md",
      null,
      ["control-character:7"],
    ],
  ])("%s", async (_, text, name, id, problems) => {
    const task = await parseAs(text, name, all.backlog, all.kind);
    expect(task.ticket?.id ?? null).toBe(id);
    expect(codesOf(task)).toEqual(problems);
  });
});

describe("lists between markers", () => {
  const body = (text: string) =>
    parseAs(`---\nid: TASK-1\ntitle: a\nstatus: Done\n---\n${text}`, "task-1 - a.md", BACKLOG_MD);
  test.each([
    [
      "two blocks are one list",
      "## Acceptance Criteria\n<!-- AC:BEGIN -->\n- [ ] #1 a\n<!-- AC:END -->\n<!-- AC:BEGIN -->\n- [x] #1 b\n<!-- AC:END -->\n",
      ["1 a", "2 b"],
      [],
    ],
    ["a pair without its heading is ignored", "<!-- AC:BEGIN -->\n- [ ] #1 a\n<!-- AC:END -->\n", [], []],
    ["a heading in capitals", "## ACCEPTANCE CRITERIA ##\n- [ ] a\n- [x]b\n-[x] c\n", ["1 a", "2 c"], []],
    [
      "an end first",
      "## Acceptance Criteria\n<!-- AC:END -->\n- [ ] a\n<!-- AC:BEGIN -->\n",
      [],
      ["markers-unbalanced:7"],
    ],
    [
      "two beginnings",
      "## Acceptance Criteria\n<!-- AC:BEGIN -->\n<!-- AC:BEGIN -->\n- [ ] a\n<!-- AC:END -->\n",
      [],
      ["markers-unbalanced:8"],
    ],
    [
      "markers in code",
      "## Acceptance Criteria\n- [ ] a\n```\n<!-- AC:BEGIN -->\n- [ ] b\n```\n- [ ] c\n",
      ["1 a", "2 c"],
      [],
    ],
    ["a longer fence", "## Acceptance Criteria\n````\n```\n- [ ] b\n````\n- [ ] c\n", ["1 c"], []],
    [
      "text around the list",
      "## Acceptance Criteria\n\nAll of:\n\n* [ ] star\n- [ ] a\n  - [x] nested\n",
      ["1 a", "2 nested"],
      [],
    ],
    ["the next section ends it", "## Acceptance Criteria\n- [ ] a\n## Other\n- [ ] b\n", ["1 a"], []],
  ])("%s", async (_, text, items, problems) => {
    const task = await body(text);
    expect(task.body?.criteria.map((item) => `${item.index} ${item.text}`)).toEqual(items);
    expect(codesOf(task)).toEqual(problems);
  });
});

describe("what needs authority to change is compared by meaning", () => {
  const guarded = async (more: string, kind = "active") =>
    (await parseAs(`---\nid: TASK-1\ntitle: a\n${more}\n---\n`, "task-1 - a.md", BACKLOG_MD, kind)).guarded;

  test.each([
    ["quotes and spaces", "status: Done", "status:   'Done' # x"],
    [
      "the order of keys in a link",
      "upstream: {id: P-1, provider: jira}",
      "upstream:\n  provider: jira\n  id: P-1",
    ],
    [
      "when it was synchronised",
      "upstream: {id: P-1, last_sync: 2026-01-01}",
      "upstream: {id: P-1, etag: x, synced_at: 2027}",
    ],
    ["a title", "title2: a", "title2: b"],
  ])("%s is no change", async (_, before, after) => {
    expect(await guarded(before)).toEqual(await guarded(after));
  });

  test.each([
    ["a status", "status: To Do", "status: Done", "status"],
    ["a link", "upstream: {id: P-1}", "upstream: {id: P-2}", "upstream"],
    ["a new link", "labels: []", "upstream: {id: P-2}", "upstream"],
    ["a flat link", "jira_key: P-1", "jira_key: P-2", "upstream"],
    ["an approval", "compliance: {approved_by: []}", "compliance: {approved_by: [kim]}", "compliance"],
    ["a risk", "compliance: {risk_level: high}", "labels: []", "compliance"],
  ])("%s is one", async (_, before, after, key) => {
    const [old, now] = [await guarded(before), await guarded(after)];
    const changed = Object.entries(now ?? {}).filter(([name, text]) =>
      Object.entries(old ?? {}).some(([other, was]) => other === name && was !== text),
    );
    expect(changed.map(([name]) => name)).toEqual([key]);
  });

  test("moving a file out of the archive is a change of status", async () => {
    expect(await guarded("status: To Do", "archived")).not.toEqual(await guarded("status: To Do"));
  });
});
