import { HOSTILE, type Seed, UNICODE_TITLE } from "../tracker-server.ts";
import { emptyJira, type Issue, type Jira, jiraTime, MIA, ROB } from "./state.ts";

/** A document of paragraphs, or the same as wiki markup. */
function body({ flavour }: Jira, ...paragraphs: readonly string[]): unknown {
  if (flavour === "data-center") return paragraphs.join("\n\n");
  return { type: "doc", version: 1, content: paragraphs.map((text) => paragraph({ type: "text", text })) };
}

const paragraph = (...content: readonly unknown[]) => ({ type: "paragraph", content });

/** A description with headings, marks, criteria, code and a table, as each product stores it. */
function rich({ flavour }: Jira): unknown {
  if (flavour === "data-center")
    return [
      "h2. Why",
      "Login fails after *token refresh*, see [the log|https://log.example/1].",
      "{code:java}",
      "int a; // *not bold*",
      "{code}",
      "||Case||Result||",
      "|old token|fails|",
      "h2. Acceptance criteria",
      "* [x] the token is renewed",
      "* nobody is logged out",
    ].join("\n");
  const text = (words: string, ...marks: readonly unknown[]) =>
    marks.length === 0 ? { type: "text", text: words } : { type: "text", text: words, marks };
  const heading = (words: string) => ({ type: "heading", attrs: { level: 2 }, content: [text(words)] });
  const row = (type: string, ...cells: readonly string[]) => ({
    type: "tableRow",
    content: cells.map((cell) => ({ type, attrs: {}, content: [paragraph(text(cell))] })),
  });
  const task = (state: string, words: string) => ({
    type: "taskItem",
    attrs: { localId: words, state },
    content: [text(words)],
  });
  return {
    type: "doc",
    version: 1,
    content: [
      heading("Why"),
      paragraph(
        text("Login fails after "),
        text("token refresh", { type: "strong" }),
        text(", see "),
        text("the log", { type: "link", attrs: { href: "https://log.example/1" } }),
        text("."),
      ),
      { type: "codeBlock", attrs: { language: "java" }, content: [text("int a; // *not bold*")] },
      {
        type: "table",
        content: [row("tableHeader", "Case", "Result"), row("tableCell", "old token", "fails")],
      },
      heading("Acceptance criteria"),
      {
        type: "taskList",
        attrs: { localId: "l" },
        content: [task("DONE", "the token is renewed"), task("TODO", "nobody is logged out")],
      },
    ],
  };
}

/** Adds an issue; what is not given is that of an open task. */
export function addIssue(jira: Jira, key: string, given: Partial<Issue> = {}): Issue {
  const status = given.status ?? "To Do";
  const known = jira.statuses.find(({ name }) => name === status);
  if (known === undefined) throw new Error(`no status ${status}`);
  const issue: Issue = {
    id: jira.nextId(),
    key,
    oldKeys: [],
    summary: `Ticket ${key}`,
    description: null,
    text: "",
    type: "Task",
    status,
    category: known.category,
    resolution: known.category.key === "done" ? "Done" : null,
    assignee: null,
    creator: MIA.accountId,
    labels: [],
    project: key.slice(0, key.lastIndexOf("-")),
    parent: null,
    versions: [],
    created: jiraTime(Date.parse("2026-10-20T08:00:00Z")),
    updated: jiraTime(Date.parse("2026-11-01T09:30:00Z")),
    archived: null,
    deleted: false,
    changes: [],
    comments: [],
    links: [],
    pulls: [],
    ...given,
  };
  jira.issues.push(issue);
  return issue;
}

/** A Jira with one issue of every sort that the contract asks for. */
export function seededJira(flavour: Jira["flavour"]): Jira {
  const jira = emptyJira(flavour);
  const hostile =
    flavour === "data-center"
      ? [HOSTILE.text, "[press|javascript:alert(2)]"]
      : HOSTILE.text.split("\n\n").concat("press");
  addIssue(jira, "PROJ-1", { type: "Epic", summary: "Sessions" });
  addIssue(jira, "PROJ-7", {
    summary: "Login fails after token refresh",
    description: rich(jira),
    text: "Login fails after token refresh",
    type: "Bug",
    assignee: MIA.accountId,
    labels: ["auth", "regression"],
    parent: "PROJ-1",
    versions: ["2.4.0"],
  });
  addIssue(jira, "PROJ-8", { status: "In Progress", type: "Story" });
  addIssue(jira, "PROJ-9", { status: "Done", type: "Story" });
  addIssue(jira, "PROJ-10", { status: "Done", resolution: "Won't Do" });
  addIssue(jira, "PROJ-11", { archived: jiraTime(Date.parse("2026-11-02T00:00:00Z")) });
  addIssue(jira, "PROJ-12", { deleted: true });
  addIssue(jira, "SECRET-1");
  addIssue(jira, "CORE-7", { oldKeys: ["PROJ-13"], summary: "Moved one" });
  addIssue(jira, "PROJ-14", { summary: UNICODE_TITLE });
  addIssue(jira, "PROJ-15", {
    summary: HOSTILE.title,
    description: body(jira, ...hostile),
    labels: ["<script>alert(1)</script>", "safe\u202E\u001b[31m"],
  });
  addIssue(jira, "PROJ-16", {
    summary: "A long one",
    description: body(
      jira,
      ...Array.from({ length: 20_000 }, (_, at) => `${at} ${"all work and no play ".repeat(5)}`),
    ),
  });
  addIssue(jira, "PROJ-17", {
    summary: "Linked to code",
    links: [
      {
        id: 10000,
        globalId: "github:acme/shop/pull/45",
        relationship: "implemented by",
        object: { url: "https://github.com/acme/shop/pull/45", title: "acme/shop#45 Fix login loop" },
      },
      {
        id: 10001,
        globalId: "wiki:1",
        relationship: "mentioned in",
        object: { url: "https://wiki.example/page/1", title: "A page" },
      },
    ],
    pulls: [
      {
        id: "#46",
        name: "PROJ-17 Fix it again",
        url: "https://github.com/acme/shop/pull/46",
        branch: "fix/PROJ-17-again",
        repository: "acme/shop",
      },
    ],
  });
  addIssue(jira, "PROJ-18", { summary: "Find the quokka here" });
  addIssue(jira, "PROJ-19", { summary: "Another Quokka", status: "In Progress" });
  return jira;
}

/** What the seeded Jira holds, as the contract names it. */
export const seed: Seed = {
  open: {
    id: "PROJ-7",
    ticket: {
      key: "PROJ-7",
      title: "Login fails after token refresh",
      type: { name: "Bug", category: "bug" },
      state: { name: "To Do", category: "open" },
      project: "PROJ",
      labels: ["auth", "regression"],
      parent: "PROJ-1",
      createdAt: "2026-10-20T08:00:00.000Z",
      updatedAt: "2026-11-01T09:30:00.000Z",
      versions: ["2.4.0"],
      criteria: [
        { text: "the token is renewed", done: true },
        { text: "nobody is logged out", done: false },
      ],
    },
  },
  inProgress: "PROJ-8",
  done: "PROJ-9",
  canceled: "PROJ-10",
  archived: "PROJ-11",
  absent: "PROJ-4040",
  forbidden: { id: "SECRET-1", as: "absent" },
  deleted: "PROJ-12",
  moved: { from: "PROJ-13", to: "CORE-7" },
  notATicket: null,
  unicode: "PROJ-14",
  hostile: "PROJ-15",
  huge: "PROJ-16",
  other: { name: ROB.displayName, email: "", account: ROB.accountId },
  linked: "PROJ-17",
  targets: { open: "To Do", in_progress: "In Progress", done: "Done", canceled: "Won't Do" },
  search: { word: "quokka", ids: ["PROJ-18", "PROJ-19"] },
};
