import { describe, expect, test } from "vitest";
import { parseTask } from "../../src/tasks/parse.ts";
import { readCategories } from "../../src/tasks/status.ts";
import { BACKLOG_MD, fixture, parseAs, parseFixture, TOOLKIT } from "./samples.ts";

function codes(task: { readonly problems: readonly { readonly code: string; readonly line: number }[] }) {
  return task.problems.map(({ code, line }) => `${code}:${line}`);
}

describe("a Backlog.md task is read as Backlog.md reads it", () => {
  test("every field of a ticket", async () => {
    const { ticket, problems } = await parseFixture("backlog-md/task-7 - Throttle-login-attempts.md");
    expect(problems).toEqual([]);
    expect(ticket).toEqual({
      remote: "tasks",
      id: "TASK-7",
      key: "TASK-7",
      url: null,
      title: "Throttle login attempts",
      type: { name: "feature", category: "feature" },
      state: { name: "In Progress", category: "in_progress" },
      project: "TASK",
      assignees: [
        { name: "sam", email: "" },
        { name: "Ada Lane", email: "ada@example.test" },
      ],
      createdBy: { name: "kim", email: "" },
      labels: ["auth", "security"],
      parent: null,
      createdAt: "2026-01-05T09:30:00Z",
      updatedAt: "2026-01-08T16:05:00Z",
      archived: false,
      movedFrom: null,
      description: [
        "Limit failed logins per account, not per address: offices share one.",
        "",
        "## What counts",
        "",
        "A wrong password counts; an unknown account does not.",
      ].join("\n"),
      criteria: [
        { text: "The sixth failure within a minute is refused", done: true },
        { text: "The counter starts anew after a success", done: false },
      ],
      affected: ["src/auth/throttle.ts", "test/auth/throttle.test.ts"],
      path: "backlog/tasks/task-7 - Throttle-login-attempts.md",
    });
  });

  test("the rest of the file", async () => {
    const { details, body } = await parseFixture("backlog-md/task-7 - Throttle-login-attempts.md");
    expect(details).toMatchObject({
      priority: "high",
      milestone: "m-2",
      ordinal: 2000,
      dependencies: ["TASK-3"],
      documentation: ["specs/TASK-7/spec.md"],
    });
    expect(body?.notes).toBe("The window slides.");
    expect(body?.plan).toMatch(/^1\. Count(.|\n)*```$/);
    expect(body?.definitionOfDone).toMatchObject([{ text: "Tests pass", done: true }]);
    expect(body?.comments).toEqual([
      { author: "@kim", created: "2026-01-06 10:00", text: "Should the limit be per tenant?" },
      { author: "sam", created: "2026-01-06 11:30", text: "Not now. See TASK-9." },
    ]);
    expect(body?.toolkit).toBeNull();
  });

  test("line endings and a byte-order mark change nothing of it", async () => {
    const name = "task-7 - Throttle-login-attempts.md";
    const text = fixture(`backlog-md/${name}`);
    const plain = await parseAs(text, name, BACKLOG_MD);
    const other = await parseAs(`\ufeff${text.replaceAll("\n", "\r\n")}`, name, BACKLOG_MD);
    expect(other.ticket).toEqual(plain.ticket);
    expect(other.details).toEqual(plain.details);
    expect(other.body?.comments).toEqual(plain.body?.comments);
    expect(other.problems).toEqual([]);
  });

  test("forms of older versions", async () => {
    const { ticket, body, problems } = await parseFixture("backlog-md/task-12 - Old-forms.md");
    expect(problems).toEqual([]);
    expect(ticket).toMatchObject({
      id: "TASK-12",
      key: "task-012",
      title: "Import: read the old address book",
      type: null,
      state: { name: "To do", category: "open" },
      assignees: [{ name: "lee" }],
      labels: ["import", "address book"],
      parent: "TASK-3",
      createdAt: "2026-01-05",
      updatedAt: "2026-02-03T18:20:00Z",
      criteria: [
        { text: "Reads names", done: false },
        { text: "Reads addresses", done: true },
      ],
    });
    expect(ticket?.description).toMatch(
      /^Reads the old format\.(.|\n)*It still belongs to the description\.$/,
    );
    expect(body?.notes).toMatch(/^Nobody/);
  });

  test("a folded title, a sub-id, and a list whose end is missing", async () => {
    const task = await parseFixture("backlog-md/back-222.1 - Show-parents.md");
    expect(codes(task)).toEqual(["markers-unbalanced:25"]);
    expect(task.ticket).toMatchObject({ id: "BACK-222.1", parent: "BACK-222", criteria: [] });
    expect(task.ticket?.title).toMatch(/^Show the parents .* without opening each$/);
    expect(task.ticket?.state).toEqual({ name: "Review", category: "in_progress" });
    expect(task.compliance).toEqual({
      riskLevel: "high",
      requiresApproval: true,
      approvedBy: ["kim"],
      approvalDate: null,
      slsaLevel: null,
    });
    expect(task.spec).toMatchObject({ path: "specs/BACK-222.1/spec.md", checksum: "sha256:0000" });
  });

  test("the form of satellite mode: a bare number as id, a Markdown link as address", async () => {
    const task = await parseFixture("backlog-md/TASK-001.md");
    expect(task.problems).toEqual([]);
    expect(task.ticket).toMatchObject({ id: "TASK-1", key: "TASK-1", title: "Fix login latency" });
    expect(task.upstream).toEqual({
      provider: "jira",
      id: "PROJ-1042",
      url: "https://company.atlassian.net/browse/PROJ-1042",
      lastSync: "2023-10-27T10:00:00Z",
      etag: null,
      direction: null,
      fields: { story_points: "5", priority: "High" },
    });
    expect(task.compliance).toMatchObject({ riskLevel: "low", requiresApproval: false });
  });

  test("the flat keys of the Jira plugin", async () => {
    const text =
      "---\nid: TASK-1\ntitle: a\nstatus: Done\njira_key: PROJ-9\njira_url: https://x.test/browse/PROJ-9\n---\n";
    const task = await parseAs(text, "task-1 - a.md", BACKLOG_MD);
    expect(task.upstream).toMatchObject({
      provider: "jira",
      id: "PROJ-9",
      url: "https://x.test/browse/PROJ-9",
    });
  });
});

describe("a toolkit ticket is read from its tables and lists", () => {
  test("a bug with every section", async () => {
    const task = await parseFixture("toolkit/BUG-004-session-survives-logout.md");
    expect(codes(task)).toEqual(["path-invalid:49"]);
    expect(task.ticket).toMatchObject({
      id: "BUG-4",
      key: "BUG-004",
      type: { name: "bug", category: "bug" },
      state: { name: "pending", category: "open" },
      project: "BUG",
      assignees: [],
      labels: ["SECURITY"],
      createdAt: "2026-01-05",
      affected: ["src/auth/session.ts", "src/auth/logout.ts", "test/auth/logout.test.ts"],
      criteria: [
        { text: "Not reproducible with the steps above", done: true },
        { text: "A regression test exists", done: true },
        { text: "Old tokens are refused", done: false },
      ],
      description: "The token stays valid after logout.",
    });
    expect(task.details).toMatchObject({
      severity: "high",
      environment: "prod",
      dependencies: ["TASK-2"],
      estimatedTokens: 14200,
    });
    expect(task.body?.toolkit).toEqual({
      affectedFiles: [
        { path: "src/auth/session.ts", action: "modify", description: "drop the token", line: 46 },
        {
          path: "src/auth/logout.ts:12-40",
          action: "modify",
          description: "call it | wait for it",
          line: 47,
        },
        { path: "test/auth/logout.test.ts (new)", action: "create", description: "the proof", line: 48 },
        { path: "../other/repo.ts", action: "modify", description: "not ours", line: 49 },
      ],
      tests: [
        { group: "regression tests", name: "should refuse a token after logout", verifies: "the fix" },
        { group: "unit tests", name: "should clear the store", verifies: "the store is empty" },
        { group: "integration tests", name: "logout, then 401", verifies: "" },
      ],
      verificationCommands: ["npx vitest run test/auth", "npm run lint"],
      dependencies: [{ ticket: "TASK-002", needs: "the token store", status: "completed" }],
    });
  });

  test("a part of a split ticket; only a boundary says what it touches", async () => {
    const { ticket, problems } = await parseFixture("toolkit/FEAT-007a-export-as-csv.md");
    expect(problems).toEqual([]);
    expect(ticket).toMatchObject({ id: "FEAT-7a", key: "FEAT-007a", affected: ["src/export"] });
    expect(ticket).toMatchObject({ state: { category: "open" }, type: { category: "feature" } });
  });

  test("an idea stays an idea, whatever kind it calls itself", async () => {
    const task = await parseFixture("toolkit/IDEA-002.md");
    expect(codes(task)).toEqual(["date-order:8"]);
    expect(task.ticket?.type).toEqual({ name: "idea", category: "idea" });
    expect(task.details?.iceScore).toBe(6.5);
  });

  test("a dated id", async () => {
    const { ticket, problems } = await parseFixture("toolkit/BUG-20260220-003.md");
    expect(problems).toEqual([]);
    expect(ticket).toMatchObject({ id: "BUG-20260220-3", affected: ["src/reader.ts"] });
  });

  test("a template is a ticket of no id", async () => {
    const text =
      "---\nid: FEAT-NNN\ntitle: Actionable description\nstatus: pending\ncreated: YYYY-MM-DD\n---\n";
    const task = await parseAs(text, "feature-template.md", TOOLKIT);
    expect(task.ticket).toBeNull();
    expect(codes(task)).toEqual(["id-invalid:2", "date-invalid:5"]);
  });
});

describe("the folder has a say: a task file can't authorise from where it must not", () => {
  test.each([
    ["active", "To Do", "To Do", "open", false, []],
    ["active", "Done", "Done", "done", false, []],
    ["draft", "To Do", "Draft", "unknown", false, []],
    ["draft", "In Progress", "Draft", "unknown", false, []],
    ["completed", "Done", "Done", "done", false, []],
    ["completed", "In Progress", "In Progress", "done", false, ["folder-status-mismatch:4"]],
    ["archived", "To Do", "To Do", "open", true, []],
  ])("Backlog.md: %s, %s", async (kind, status, name, category, archived, problems) => {
    const task = await parseAs(
      `---\nid: TASK-1\ntitle: a\nstatus: ${status}\n---\n`,
      "task-1 - a.md",
      BACKLOG_MD,
      kind,
    );
    expect(task.ticket).toMatchObject({ state: { name, category }, archived });
    expect(codes(task)).toEqual(problems);
  });

  test.each([
    ["active", "pending", "open", []],
    ["active", "in_progress", "in_progress", []],
    ["active", "completed", "done", ["folder-status-mismatch:4"]],
    ["active", "split", "canceled", []],
    ["active", "needs-investigation", "open", []],
    ["active", "lint-blocked", "in_progress", []],
    ["completed", "completed", "done", []],
    ["completed", "pending", "done", ["folder-status-mismatch:4"]],
  ])("toolkit: %s, %s", async (kind, status, category, problems) => {
    const task = await parseAs(
      `---\nid: FEAT-1\ntitle: a\nstatus: ${status}\n---\n`,
      "FEAT-001.md",
      TOOLKIT,
      kind,
    );
    expect(task.ticket?.state).toEqual({ name: status, category });
    expect(codes(task)).toEqual(problems);
  });
});

describe("a status means what the configuration, common usage or the policy says, in this order of doubt", () => {
  test.each([
    [["To Do", "Doing", "Done"], "to  do", "open"],
    [["To Do", "Doing", "Done"], "DOING", "in_progress"],
    [["To Do", "Doing", "Done"], "◒ Doing", "in_progress"],
    [["Idea", "Build", "Live"], "Idea", "open"],
    [["Idea", "Build", "Live"], "Build", "in_progress"],
    [["Idea", "Build", "Live"], "Live", "done"],
    [["To Do", "Review"], "Review", "done"],
    [["To Do", "Done", "Cancelled"], "Cancelled", "canceled"],
    [["To Do", "Done", "Cancelled"], "Done", "done"],
    [["To Do", "Blocked", "Done"], "Blocked", "in_progress"],
    [["待办", "进行中", "完成"], "进行中", "in_progress"],
    [["待办", "进行中", "完成"], "完成", "done"],
    [["Only"], "Only", "open"],
    [["To Do", "Done"], "Wibble", "unknown"],
    [["To Do", "Done"], "Won't do", "canceled"],
  ])("%j: %s is %s", async (statuses, status, category) => {
    const backlog = { ...BACKLOG_MD, statuses };
    const task = await parseAs(
      `---\nid: TASK-1\ntitle: a\nstatus: "${status}"\n---\n`,
      "task-1 - a.md",
      backlog,
    );
    expect(task.ticket?.state).toEqual({ name: status, category });
  });

  test("a status that the configuration does not list is reported, even where its meaning is common", async () => {
    const task = await parseAs(
      "---\nid: TASK-1\ntitle: a\nstatus: Closed\n---\n",
      "task-1 - a.md",
      BACKLOG_MD,
    );
    expect(codes(task)).toEqual(["status-unknown:4"]);
  });

  test("the policy's map has the last word", async () => {
    const categories = readCategories({ open: ["Wibble"], done: ["In Progress"] });
    const read = (status: string) =>
      parseTask(
        `---\nid: TASK-1\ntitle: a\nstatus: ${status}\n---\n`,
        "backlog/tasks/task-1 - a.md",
        BACKLOG_MD,
        {
          remote: "local",
          categories,
        },
      );
    expect((await read("wibble")).ticket).toMatchObject({ remote: "local", state: { category: "open" } });
    expect((await read("wibble")).problems).toEqual([]);
    expect((await read("In Progress")).ticket?.state.category).toBe("done");
  });
});

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
    expect(codes(task)).toEqual(problems);
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
    expect(codes(task)).toEqual(problems);
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
