import { describe, expect, test } from "vitest";
import { BACKLOG_MD, codesOf, fixture, parseAs, parseFixture, TOOLKIT } from "./samples.ts";

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
    expect(codesOf(task)).toEqual(["markers-unbalanced:25"]);
    expect(task.ticket).toMatchObject({ id: "BACK-222.1", parent: "BACK-222", criteria: [] });
    expect(task.ticket?.title).toMatch(/^Show the parents .* without opening each$/);
    expect(task.ticket?.state).toEqual({ name: "Review", category: "in_progress" });
    expect(task.ticket?.risk).toBe("high");
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
    expect(codesOf(task)).toEqual(["link-invalid:5"]);
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
    expect(codesOf(task)).toEqual(["path-invalid:49"]);
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
    expect(codesOf(task)).toEqual(["date-order:8"]);
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
    expect(codesOf(task)).toEqual(["id-invalid:2", "date-invalid:5"]);
  });
});
