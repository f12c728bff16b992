import { describe, test } from "vitest";
import type { Evidence } from "../../src/core/evidence.ts";
import { ticketAuthorised } from "../../src/rules/ticket-authorised.ts";
import { edit, evidence, facts, found, lookup, message, reference, snapshot, ticket } from "./evidence.ts";
import { expectLine, type Line } from "./table.ts";

function naming(ids: readonly string[], lookups: Evidence["lookups"], tasks: Evidence["tasks"] = []) {
  const references = ids.map((id) => reference(id));
  return evidence({ change: message("Do it"), facts: [facts()], tasks, references, lookups });
}

const open = ticket("TASK-7");
const done = ticket("TASK-7", "done");
const claimed = lookup("TASK-7", { status: "claimed", ticket: open });
const mixed = { ...found(ticket("TASK-1"), done) };
const inherited = facts({
  inherits: { kind: "revert", target: "d".repeat(40), references: [reference("TASK-7")] },
});
const fixup = facts({
  inherits: { kind: "autosquash", target: "d".repeat(40), references: [reference("TASK-7")] },
});
const revert = { change: message("x"), facts: [inherited], tasks: [], lookups: mixed };

const needs: readonly Line[] = [
  {
    fear: "all: a finished ticket beside an open one passes",
    evidence: naming(["TASK-1", "TASK-7"], mixed),
    options: { references: { need: "all" } },
    codes: ["authorised", "wrong-state"],
  },
  {
    fear: "all: undoing finished work under a new ticket is refused for the finished one",
    evidence: evidence({ ...revert, references: [reference("TASK-1"), reference("TASK-7", { start: 9 })] }),
    options: { references: { need: "all" } },
    codes: ["authorised", "not-decisive"],
  },
  {
    fear: "all: a fixup goes on with finished work whose id its subject repeats",
    evidence: evidence({
      ...revert,
      facts: [fixup],
      references: [reference("TASK-7"), reference("TASK-1", { start: 9 })],
    }),
    options: { references: { need: "all" } },
    codes: ["wrong-state", "authorised"],
  },
  {
    fear: "all: what a fixup does not name itself is held against it",
    evidence: evidence({ ...revert, facts: [fixup], references: [reference("TASK-1")] }),
    options: { references: { need: "all" } },
    codes: ["authorised", "not-decisive"],
  },
  {
    fear: "any: a fixup under an open ticket is refused for the finished one",
    evidence: evidence({ ...revert, facts: [fixup], references: [reference("TASK-1")] }),
    codes: ["authorised", "not-decisive"],
  },
  {
    fear: "a revert is authorised by finished work",
    evidence: evidence({ ...revert, references: [] }),
    codes: ["wrong-state"],
  },
];

const withNew = { ...found(ticket("TASK-1")), ...claimed };
const byLedger = lookup("TASK-7", { status: "found", ticket: open, source: "ledger" });

const mixtures: readonly Line[] = [
  {
    fear: "any: a new task beside an open one still warns",
    evidence: naming(["TASK-1", "TASK-7"], withNew),
    codes: ["authorised", "not-decisive"],
  },
  {
    fear: "all: a new task beside an open one is not told of",
    evidence: naming(["TASK-1", "TASK-7"], withNew),
    options: { references: { need: "all" } },
    codes: ["authorised", "new-task"],
  },
  {
    fear: "a file overrules the ledger",
    evidence: naming(["TASK-7"], byLedger, [edit(snapshot(done), snapshot(open))]),
    codes: ["authorised"],
  },
];

describe("ticket-authorised, over several references", () => {
  test.each([...needs, ...mixtures])("$fear", (line) => expectLine(ticketAuthorised, line));
});
