import { describe, test } from "vitest";
import type { Evidence } from "../../src/core/evidence.ts";
import type { Lookup } from "../../src/core/ticket.ts";
import { ticketExists } from "../../src/rules/ticket-exists.ts";
import { evidence, facts, found, lookup, message, reference, ticket } from "./evidence.ts";
import { expectEveryCode, expectLine, type Line } from "./table.ts";

function naming(ids: readonly string[], lookups: Evidence["lookups"]) {
  const references = ids.map((id) => reference(id));
  return evidence({ change: message("Do it"), facts: [facts()], tasks: [], references, lookups });
}

function seven(answer: Lookup) {
  return naming(["TASK-7"], lookup("TASK-7", answer));
}

const absent: Lookup = { status: "absent" };
const down: Lookup = { status: "unavailable", detail: "timeout" };
const change: Lookup = { status: "absent", detail: "it is a pull request", isChange: true };
const squashed = { ...found(ticket("TASK-1")), ...lookup("TASK-7", change) };
const mixed = { ...found(ticket("TASK-1")), ...lookup("TASK-7", absent) };
const unsure = { ...lookup("TASK-1", down), ...lookup("TASK-7", absent) };

const table: readonly Line[] = [
  { fear: "an invented ticket exists", evidence: seven(absent), codes: ["absent"] },
  {
    fear: "a hidden ticket exists",
    evidence: seven({ status: "forbidden", detail: "403" }),
    codes: ["forbidden"],
  },
  {
    fear: "a pull request's number is a ticket",
    evidence: seven(change),
    codes: ["no-ticket"],
  },
  {
    fear: "nobody hears that a ticket was moved",
    evidence: seven({
      status: "found",
      source: "api",
      ticket: { ...ticket("TASK-7"), id: "OPS-1", movedFrom: "TASK-7" },
    }),
    codes: ["moved"],
  },
  { fear: "an outage is an absence", evidence: seven(down), codes: ["unavailable"] },
  {
    fear: "a dead token is an absence",
    evidence: seven({ status: "credentials", detail: "401" }),
    codes: ["credentials"],
  },
  { fear: "what nobody looked up exists", evidence: naming(["TASK-7"], {}), codes: ["unavailable"] },
  {
    fear: "a real ticket is refused",
    evidence: naming(["TASK-7"], found(ticket("TASK-7"))),
    codes: ["found"],
  },
  {
    fear: "a task that the change brings does not exist",
    evidence: seven({ status: "claimed", ticket: ticket("TASK-7") }),
    codes: ["claimed"],
  },
  { fear: "no reference is an absent ticket", evidence: naming([], {}), codes: ["no-reference"] },
  {
    fear: "any: a slip beside a real ticket blocks",
    evidence: naming(["TASK-1", "TASK-7"], mixed),
    codes: ["found", "not-decisive"],
  },
  {
    fear: "all: a slip beside a real ticket passes",
    evidence: naming(["TASK-1", "TASK-7"], mixed),
    options: { need: "all" },
    codes: ["found", "absent"],
  },
  {
    fear: "all: the pull request's own number in a squashed commit is a slip",
    evidence: naming(["TASK-1", "TASK-7"], squashed),
    options: { need: "all" },
    codes: ["found", "not-decisive"],
  },
  {
    fear: "any: an outage beside a slip is a fact",
    evidence: naming(["TASK-1", "TASK-7"], unsure),
    codes: ["unavailable", "not-decisive"],
  },
];

describe("ticket-exists", () => {
  test.each(table)("$fear", (line) => expectLine(ticketExists, line));
  test("the table meets every code", () => expectEveryCode(ticketExists, table));
});
