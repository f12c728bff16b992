import { describe, expect, test } from "vitest";
import type { Evidence } from "../../src/core/evidence.ts";
import type { Ticket } from "../../src/core/ticket.ts";
import { ticketAuthorised } from "../../src/rules/ticket-authorised.ts";
import { approvalLines } from "./approval-lines.ts";
import { pastApprovalLines } from "./approval-past-lines.ts";
import { decidedLines } from "./decided-lines.ts";
import { edit, evidence, facts, found, lookup, message, reference, snapshot, ticket } from "./evidence.ts";
import { originLines } from "./origin-lines.ts";
import { answers, expectEveryCode, expectLine, type Line } from "./table.ts";

function naming(ids: readonly string[], lookups: Evidence["lookups"], tasks: Evidence["tasks"] = []) {
  const references = ids.map((id) => reference(id));
  return evidence({ change: message("Do it"), facts: [facts()], tasks, references, lookups });
}

function seven(given: Ticket, tasks: Evidence["tasks"] = []) {
  return naming(["TASK-7"], found(given), tasks);
}

const open = ticket("TASK-7");
const active = ticket("TASK-7", "in_progress");
const done = ticket("TASK-7", "done");
const claimed = lookup("TASK-7", { status: "claimed", ticket: open });
const linked = edit(null, snapshot(open, { upstream: "jira PROJ-7" }));
const inJira = { remote: "jira", id: "PROJ-7", key: "PROJ-7", path: null } as const;
const jira = ticket("PROJ-7", "open", inJira);
const byJira = {
  ...claimed,
  "jira:PROJ-7": { status: "found", ticket: jira, source: "api" },
} as const;
const both = [reference("TASK-7"), reference("PROJ-7", { remote: "jira", place: "file" })];

const states: readonly Line[] = [
  { fear: "an open ticket is refused", evidence: seven(open), codes: ["authorised"] },
  { fear: "a ticket in progress is refused", evidence: seven(active), codes: ["authorised"] },
  { fear: "a finished ticket goes on authorising", evidence: seven(done), codes: ["wrong-state"] },
  {
    fear: "a canceled ticket authorises",
    evidence: seven(ticket("TASK-7", "canceled")),
    codes: ["wrong-state"],
  },
  {
    fear: "a state that nobody mapped authorises",
    evidence: seven(ticket("TASK-7", "unknown")),
    codes: ["unmapped-state"],
  },
  {
    fear: "a state that the policy names is refused",
    evidence: seven(ticket("TASK-7", "unknown")),
    options: { authorise: { states: { tasks: ["simmering"] } } },
    codes: ["authorised"],
  },
  {
    fear: "the word unknown opens the gate to every unmapped state",
    evidence: seven(ticket("TASK-7", "unknown")),
    options: { authorise: { states: ["unknown"] } },
    codes: ["unmapped-state"],
  },
  {
    fear: "a state called open gains by the name of a category",
    evidence: seven(ticket("TASK-7", "done", { state: { name: "Open", category: "done" } })),
    codes: ["wrong-state"],
  },
  {
    fear: "a remote that the list forgets allows everything",
    evidence: seven(done),
    options: { authorise: { states: { jira: ["Done"] } } },
    codes: ["wrong-state"],
  },
  {
    fear: "an archived ticket authorises by its state",
    evidence: seven({ ...open, archived: true }),
    codes: ["archived"],
  },
  {
    fear: "a policy that names drafts makes them authorise",
    evidence: seven({ ...open, state: { name: "Draft", category: "unknown" } }),
    options: { authorise: { states: { tasks: ["Draft"] } } },
    codes: ["draft"],
  },
];

const kinds: readonly Line[] = [
  {
    fear: "an epic authorises work",
    evidence: seven({ ...open, type: { name: "Epic", category: "epic" } }),
    codes: ["wrong-type"],
  },
  {
    fear: "a bug authorises nothing",
    evidence: seven({ ...open, type: { name: "Bug", category: "bug" } }),
    codes: ["authorised"],
  },
  {
    fear: "a type beside the list authorises",
    evidence: seven({ ...open, type: { name: "Bug", category: "bug" } }),
    options: { authorise: { types: ["story"] } },
    codes: ["wrong-type"],
  },
  {
    fear: "a ticket without type is refused",
    evidence: seven(open),
    options: { authorise: { types: ["story"] } },
    codes: ["authorised"],
  },
  {
    fear: "another project's ticket authorises",
    evidence: seven(open),
    options: { projects: { tasks: ["BACK"] } },
    codes: ["wrong-project"],
  },
  {
    fear: "our project's ticket is refused",
    evidence: seven(open),
    options: { projects: { tasks: ["task"] } },
    codes: ["authorised"],
  },
  {
    fear: "a ticket of no known project is in every project",
    evidence: seven({ ...open, project: null }),
    options: { projects: { tasks: ["BACK"] } },
    codes: ["wrong-project"],
  },
  {
    fear: "one of two labels will do",
    evidence: seven({ ...open, labels: ["Ready"] }),
    options: { authorise: { labels: ["ready", "approved"] } },
    codes: ["missing-label"],
  },
];

const sources: readonly Line[] = [
  {
    fear: "an absent ticket authorises",
    evidence: naming(["TASK-7"], lookup("TASK-7", { status: "absent" })),
    codes: ["not-found"],
  },
  {
    fear: "a pull request's number authorises",
    evidence: naming(["TASK-7"], lookup("TASK-7", { status: "absent", detail: "it is a pull request" })),
    codes: ["no-ticket"],
  },
  {
    fear: "an old answer is taken for a new one",
    evidence: naming(
      ["TASK-7"],
      lookup("TASK-7", {
        status: "found",
        source: "api",
        ticket: open,
        asOf: "2026-03-02T10:00:00.000Z",
        stale: true,
      }),
    ),
    codes: ["authorised-then"],
  },
  {
    fear: "a ticket that the remote's filter does not find authorises",
    evidence: seven({ ...open, excludedBy: "sprint in openSprints()" }),
    codes: ["excluded"],
  },
  {
    fear: "a hidden ticket authorises",
    evidence: naming(["TASK-7"], lookup("TASK-7", { status: "forbidden", detail: "403" })),
    codes: ["no-access"],
  },
  {
    fear: "an outage authorises",
    evidence: naming(["TASK-7"], lookup("TASK-7", { status: "unavailable", detail: "timeout" })),
    codes: ["unavailable"],
  },
  {
    fear: "a dead token is a refusal",
    evidence: naming(["TASK-7"], lookup("TASK-7", { status: "credentials", detail: "401" })),
    codes: ["credentials"],
  },
  {
    fear: "authority upstream: a task file is enough",
    evidence: seven(open),
    options: { authority: "upstream" },
    codes: ["upstream-unknown"],
  },
  {
    fear: "authority linked: a task without upstream is enough",
    evidence: seven(open),
    options: { authority: "linked" },
    codes: ["upstream-unknown"],
  },
  {
    fear: "authority linked: a task with an upstream is not enough",
    evidence: seven(open, [edit(snapshot(open, { upstream: "jira PROJ-7" }), snapshot(open))]),
    options: { authority: "linked" },
    codes: ["authorised"],
  },
  {
    fear: "authority upstream: the tracker's own answer is not enough",
    evidence: evidence({
      change: message("x"),
      facts: [facts()],
      tasks: [],
      references: [reference("PROJ-7", { remote: "jira" })],
      lookups: { "jira:PROJ-7": { status: "found", ticket: jira, source: "ledger" } },
    }),
    options: { authority: "upstream" },
    codes: ["authorised"],
  },
];

const ownTasks: readonly Line[] = [
  { fear: "a change authorises itself unseen", evidence: naming(["TASK-7"], claimed), codes: ["new-task"] },
  {
    fear: "deny: a change authorises itself",
    evidence: naming(["TASK-7"], claimed),
    options: { authorise: { new_tasks: "deny" } },
    codes: ["new-task-denied"],
  },
  {
    fear: "allow: a new task is refused",
    evidence: naming(["TASK-7"], claimed),
    options: { authorise: { new_tasks: "allow" } },
    codes: ["new-task-allowed"],
  },
  {
    fear: "a later commit of the same change makes its new task real",
    evidence: naming(["TASK-7"], claimed, [edit(snapshot(open), snapshot(active))]),
    options: { authorise: { new_tasks: "deny" } },
    codes: ["new-task-denied"],
  },
  {
    fear: "a new task that only names an upstream authorises",
    evidence: naming(["TASK-7"], claimed, [linked]),
    options: { authorise: { new_tasks: "allow" } },
    codes: ["new-task-linked"],
  },
  {
    fear: "all: a new task offends although its upstream authorises",
    evidence: evidence({
      change: message("x"),
      facts: [facts()],
      tasks: [linked],
      references: both,
      lookups: byJira,
    }),
    options: { references: { need: "all" } },
    codes: ["not-decisive", "authorised"],
  },
  {
    fear: "the commit that finishes a task is refused for finishing it",
    evidence: seven(done, [edit(snapshot(active), snapshot(done))]),
    codes: ["authorised"],
  },
  {
    fear: "reopening a task is its own authority",
    evidence: seven(open, [edit(snapshot(done), snapshot(open))]),
    codes: ["wrong-state"],
  },
  {
    fear: "reopening it, then going on, is its own authority",
    evidence: seven(active, [edit(snapshot(done), snapshot(open)), edit(snapshot(open), snapshot(active))]),
    codes: ["wrong-state"],
  },
];

const several: readonly Line[] = [
  { fear: "no reference is refused twice", evidence: naming([], {}), codes: ["no-reference"] },
  {
    fear: "any: a finished ticket beside an open one blocks",
    evidence: naming(["TASK-1", "TASK-7"], found(ticket("TASK-1"), done)),
    codes: ["authorised", "not-decisive"],
  },
];

const table = [
  ...states,
  ...kinds,
  ...sources,
  ...ownTasks,
  ...several,
  ...approvalLines,
  ...pastApprovalLines,
  ...originLines,
  ...decidedLines,
];

describe("ticket-authorised", () => {
  test.each(table)("$fear", (line) => expectLine(ticketAuthorised, line));
  test("the table meets every code", () => expectEveryCode(ticketAuthorised, table));

  test("a refusal does not say what was found and what was wanted", () => {
    const told = { ticket: "TASK-7", state: "Done", wanted: "open, in_progress" };
    expect(answers(ticketAuthorised, seven(done))[0]?.args).toMatchObject(told);
  });
});
