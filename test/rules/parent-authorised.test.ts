import { describe, expect, test } from "vitest";
import type { Evidence } from "../../src/core/evidence.ts";
import type { Lookup, StateCategory, Ticket } from "../../src/core/ticket.ts";
import { parentAuthorised } from "../../src/rules/parent-authorised.ts";
import {
  AT,
  commit,
  commits,
  edit,
  evidence,
  facts,
  found,
  lookup,
  reference,
  snapshot,
  ticket,
} from "./evidence.ts";
import { answers, expectEveryCode, expectLine, type Line } from "./table.ts";

const EPIC = { type: { name: "Epic", category: "epic" } } as const;
const child = ticket("TASK-7", "open", { parent: "TASK-1" });

function epic(category: StateCategory = "open", given: Partial<Ticket> = {}): Ticket {
  return ticket("TASK-1", category, { ...EPIC, project: "ELSE", labels: [], ...given });
}

function under(lookups: Evidence["lookups"], given: Partial<Evidence> = {}): Evidence {
  return evidence({
    change: commits(commit()),
    at: AT,
    facts: [facts()],
    tasks: [],
    references: [reference("TASK-7")],
    lookups,
    ...given,
  });
}

/** The child's look-up, and one answer about its parent. */
function parentIs(answer: Lookup): Evidence {
  return under({ ...found(child), ...lookup("TASK-1", answer) });
}

const claimed = { status: "claimed", ticket: epic() } as const;

const table: readonly Line[] = [
  {
    fear: "an epic, which authorises nothing itself, makes its tasks useless",
    evidence: under(found(child, epic())),
    codes: ["parents-open"],
  },
  {
    fear: "labels and projects that a task must have are asked of its epic",
    evidence: under(found(ticket("TASK-7", "open", { parent: "TASK-1", labels: ["ready"] }), epic())),
    options: { terms: { authorise: { labels: ["ready"] }, projects: { tasks: ["TASK"] } } },
    codes: ["parents-open"],
  },
  {
    fear: "work goes on under an epic that is done",
    evidence: under(found(child, epic("done"))),
    codes: ["parent-closed"],
  },
  {
    fear: "work goes on under an epic that was put away",
    evidence: under(found(child, epic("open", { archived: true }))),
    codes: ["parent-closed"],
  },
  {
    fear: "a state that nobody knows is an open one",
    evidence: under(found(child, epic("unknown"))),
    codes: ["parent-closed"],
  },
  {
    fear: "the policy's own states are forgotten above a ticket",
    evidence: under(found(child, epic("open", { state: { name: "Funnel", category: "open" } }))),
    options: { terms: { authorise: { states: { tasks: ["To Do"] } } } },
    codes: ["parent-closed"],
  },
  {
    fear: "a parent that is gone is open",
    evidence: parentIs({ status: "absent" }),
    codes: ["parent-not-found"],
  },
  {
    fear: "a parent that nobody may see is open",
    evidence: parentIs({ status: "forbidden", detail: "403" }),
    codes: ["parent-refused"],
  },
  {
    fear: "an outage closes epics",
    evidence: parentIs({ status: "unavailable", detail: "timeout" }),
    codes: ["parent-unknown"],
  },
  {
    fear: "a parent that nobody asked for is open",
    evidence: under(found(child)),
    codes: ["parent-unknown"],
  },
  {
    fear: "a change brings its own epic where the policy forbids new tasks",
    evidence: parentIs(claimed),
    options: { terms: { authorise: { new_tasks: "deny" } } },
    codes: ["parent-new"],
  },
  {
    fear: "a new epic is refused where new tasks are allowed",
    evidence: parentIs(claimed),
    options: { terms: { authorise: { new_tasks: "allow" } } },
    codes: ["parents-open"],
  },
  {
    fear: "a change reopens the epic that it works under",
    evidence: under(found(child, epic()), {
      tasks: [edit(snapshot(epic("done")), snapshot(epic()))],
    }),
    codes: ["parent-closed"],
  },
  {
    fear: "a ticket without a parent is refused by default",
    evidence: under(found(ticket("TASK-7"))),
    codes: ["top-level"],
  },
  {
    fear: "a parent that is demanded may be left out",
    evidence: under(found(ticket("TASK-7"))),
    options: { required: true },
    codes: ["no-parent"],
  },
  {
    fear: "a tracker that tells no parents has none",
    evidence: under(found(ticket("TASK-7", "open", { untold: ["parent"] }))),
    codes: ["parent-untold"],
  },
  {
    fear: "one level: the grandparent decides",
    evidence: under(found(child, epic("open", { parent: "TASK-2" }), ticket("TASK-2", "done"))),
    codes: ["parents-open"],
  },
  {
    fear: "two levels: the grandparent does not decide",
    evidence: under(found(child, epic("open", { parent: "TASK-2" }), ticket("TASK-2", "done"))),
    options: { levels: 2 },
    codes: ["parent-closed"],
  },
  {
    fear: "more levels than there are parents: the top has to have one",
    evidence: under(found(child, epic())),
    options: { levels: 5, required: true },
    codes: ["parents-open"],
  },
  {
    fear: "tickets that are part of each other are climbed for ever",
    evidence: under(found(child, epic("open", { parent: "TASK-7" }))),
    options: { levels: 5 },
    codes: ["parents-open"],
  },
  {
    fear: "a ticket of no account is complained of again",
    evidence: under(lookup("TASK-7", { status: "absent" })),
    codes: ["nothing-authorises"],
  },
  {
    fear: "an outage is a pass",
    evidence: under(lookup("TASK-7", { status: "unavailable", detail: "timeout" })),
    codes: ["not-known"],
  },
  {
    fear: "any: a ticket of a closed epic beside one of an open one blocks",
    evidence: under(found(child, epic("done"), ticket("TASK-8")), {
      references: [reference("TASK-7"), reference("TASK-8")],
    }),
    codes: ["not-decisive", "top-level"],
  },
];

describe("parent-authorised", () => {
  test.each(table)("$fear", (line) => expectLine(parentAuthorised, line));
  test("the table meets every code", () => expectEveryCode(parentAuthorised, table));

  test("nobody is told which parent is closed, or in which state", () => {
    const [finding] = answers(parentAuthorised, under(found(child, epic("done"))));
    expect(finding?.args).toMatchObject({
      ticket: "TASK-7",
      parent: "TASK-1",
      state: "Done",
      wanted: "open, in_progress",
    });
  });
});
