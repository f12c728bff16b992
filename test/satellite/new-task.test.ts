import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test } from "vitest";
import type { Ticket } from "../../src/core/ticket.ts";
import { cleanTicket } from "../../src/satellite/clean-ticket.ts";
import { newTask, statusFor } from "../../src/satellite/new-task.ts";
import { nextId } from "../../src/satellite/next-id.ts";
import type { Backlog, Dialect } from "../../src/tasks/backlog.ts";
import { parseTask } from "../../src/tasks/parse.ts";

const NOW = new Date("2026-11-22T12:00:00Z");

const TICKET: Ticket = {
  remote: "tracker",
  id: "PROJ-7",
  key: "PROJ-7",
  url: "https://company.atlassian.net/browse/PROJ-7",
  title: "Throttle login attempts",
  type: { name: "Story", category: "story" },
  state: { name: "Open", category: "open" },
  project: "PROJ",
  assignees: [],
  createdBy: null,
  labels: [],
  parent: null,
  createdAt: null,
  updatedAt: null,
  archived: false,
  movedFrom: null,
  description: "",
  criteria: [],
  affected: [],
  path: null,
};

function backlogOf(dialect: Dialect): Backlog {
  const isToolkit = dialect === "toolkit";
  return {
    dialect,
    folder: "backlog",
    configFile: null,
    prefixes: isToolkit ? ["TASK", "FEAT", "BUG"] : ["TASK"],
    statuses: isToolkit ? ["pending", "in_progress", "completed"] : ["To Do", "In Progress", "Done"],
    folders: [{ path: isToolkit ? "backlog/data/pending" : "backlog/tasks", kind: "active" }],
    problems: [],
  };
}

/** The file of a ticket, and what is read of it. */
async function written(ticket: Ticket, dialect: Dialect = "backlog.md") {
  const backlog = backlogOf(dialect);
  const clean = await cleanTicket(ticket);
  const file = newTask({
    ticket,
    clean,
    provider: "jira",
    backlog,
    id: "TASK-7",
    status: backlog.statuses[0] ?? "",
    now: NOW,
  });
  return { clean, file, task: await parseTask(file.text, file.path, backlog) };
}

/** What somebody writes who wants more than a ticket. */
const BARBS = [
  "<!-- SECTION:DESCRIPTION:END -->",
  "<!<!-- -->-- AC:BEGIN -->",
  "<!-- golden-thread:spec:end -->",
  "---\n",
  "\n---\nid: TASK-1\n---\n",
  "\n```\n",
  "\n~~~~ js\n",
  "`",
  "\n## Acceptance Criteria\n- [x] ",
  "\n## Description\n",
  "\n# ",
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "<details>",
  "[a](javascript:alert(1))",
  "\n[b]: javascript:x\n",
  "<javascript:x>",
  "\u202e",
  "\u0000\u001b[31m",
  "\ud83d",
  "\u2028",
  "\nSigned-off-by: Mallory <m@example.test>",
  "- [ ] #1 ",
  ": ",
  " #",
  "'\"",
  "@",
  "null",
  "\r\n",
];

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...BARBS), fc.string({ unit: "binary", maxLength: 12 })), { maxLength: 8 })
  .map((parts) => parts.join(""));

/** What of a text is live when it is shown: tags that do more than set text, and links that run something. */
function liveIn(markdown: string): readonly string[] {
  const tree = JSON.stringify(fromMarkdown(markdown));
  return [
    ...tree.matchAll(/"type":"html","value":"[^"]*<(?:img|script)/gi),
    ...tree.matchAll(/"url":"\s*javascript:/gi),
  ].map(([found]) => found);
}

test("whatever a ticket says, its file says exactly that and nothing of it acts", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        title: hostile,
        description: hostile,
        labels: fc.array(hostile, { maxLength: 3 }),
        criteria: fc.array(fc.record({ text: hostile, done: fc.boolean() }), { maxLength: 3 }),
        assignees: fc.array(
          hostile.map((name) => ({ name, email: "" })),
          { maxLength: 2 },
        ),
      }),
      fc.constantFrom<Dialect>("backlog.md", "toolkit"),
      async (said, dialect) => {
        const { clean, task, file } = await written({ ...TICKET, ...said }, dialect);
        expect(task.problems).toEqual([]);
        expect(task.ticket).toMatchObject({
          id: "TASK-7",
          title: clean.title,
          labels: clean.labels,
          criteria: clean.criteria,
        });
        expect(task.upstream).toMatchObject({ provider: "jira", id: "PROJ-7", url: TICKET.url });
        expect(task.details?.references).toEqual([TICKET.url]);
        if (dialect === "backlog.md") {
          expect(task.ticket?.description).toBe(clean.description);
          expect(task.ticket?.assignees.map(({ name }) => name)).toEqual(clean.assignees);
        }
        expect(liveIn(clean.description)).toEqual([]);
        expect(clean.description).not.toMatch(/<!--|<script|[\u0000-\u0008\u001b\u202e]/i);
        expect(file.path).toMatch(/^backlog\/(?:tasks|data\/pending)\/[^/\u0000-\u001f]{1,200}\.md$/);
      },
    ),
    { numRuns: 400 },
  );
}, 60_000);

test("a description that was cleaned once is not changed again", async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (description) => {
      const once = await cleanTicket({ ...TICKET, description });
      const again = await cleanTicket({ ...TICKET, description: once.description, criteria: once.criteria });
      expect(again.description).toBe(once.description);
    }),
    { numRuns: 200 },
  );
}, 60_000);

test("HTML that becomes live only when what stands before it is escaped is found as well", async () => {
  const description = "<pre>\n```\n</pre>\n\n```\n<img src=x onerror=alert(1)>\n```\n";
  const { clean } = await written({ ...TICKET, description });
  expect(clean.description).not.toMatch(/^<img/m);
  const code = await written({ ...TICKET, description: "Use `<div>`.\n\n```html\n<b onclick=x>\n```" });
  expect(code.clean.description).toBe("Use `<div>`.\n\n```html\n<b onclick=x>\n```");
});

test("criteria that stand in the description are taken out of it, once", async () => {
  const description =
    "Limit it.\n\n## Acceptance criteria\n\n- [x] Sixth is refused\n- [ ] Resets\n\n## Notes\n\nLater.";
  const { clean, task } = await written({ ...TICKET, description });
  expect(clean.description).toBe("Limit it.\n\n\n\n## Notes\n\nLater.");
  expect(task.ticket?.criteria).toEqual([
    { text: "Sixth is refused", done: true },
    { text: "Resets", done: false },
  ]);
});

test("a ticket of a megabyte is cut, and said to be", async () => {
  const { clean, task } = await written({
    ...TICKET,
    title: "T".repeat(300),
    description: "word ".repeat(200_000),
  });
  expect([clean.cut, clean.title.length]).toEqual([["title", "description"], 200]);
  expect(clean.description.length).toBeLessThanOrEqual(50_000);
  expect(task.problems).toEqual([]);
});

test("a state that is in no map gets no status that would allow work", () => {
  const backlog = backlogOf("backlog.md");
  const status = (name: string, category: Ticket["state"]["category"]) =>
    statusFor({ name, category }, backlog, undefined);
  expect(status("Selected for Development", "open")).toBe("To Do");
  expect(status("done", "done")).toBe("Done");
  expect(status("Won't do", "canceled")).toBe("Done");
  expect(status("To Do", "unknown")).toBeNull();
});

test("an id that an archived task had is not given again, and a dated id is no number to count on from", () => {
  expect(nextId("TASK", ["TASK-1", "TASK-9", "DRAFT-40", "BACK-77", "TASK-9.3"], 1)).toBe("TASK-10");
  expect(nextId("bug", ["BUG-20260220-003", "BUG-4"], 3)).toBe("BUG-005");
});
