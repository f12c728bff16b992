import { describe, test } from "vitest";
import type { Evidence } from "../../src/core/evidence.ts";
import { ticketPredatesChange } from "../../src/rules/ticket-predates-change.ts";
import {
  AT,
  commit,
  commits,
  evidence,
  facts,
  found,
  lookup,
  message,
  NOON,
  reference,
  ticket,
} from "./evidence.ts";
import { expectEveryCode, expectLine, type Line } from "./table.ts";

const HOUR = 3600;

/** A commit under a ticket of a date. */
function under(createdAt: string | null, authoredAt: number = NOON) {
  return naming(["TASK-7"], found(ticket("TASK-7", "open", { createdAt })), authoredAt);
}

function naming(ids: readonly string[], lookups: Evidence["lookups"], authoredAt = NOON) {
  const references = ids.map((id) => reference(id));
  return evidence({
    change: commits(commit({ authoredAt })),
    at: AT,
    facts: [facts()],
    tasks: [],
    references,
    lookups,
  });
}

const draft = {
  change: message("x"),
  at: AT,
  facts: [facts()],
  tasks: [],
  references: [reference("TASK-7")],
};
const late = ticket("TASK-7", "open", { createdAt: "2026-03-09T00:00:00Z" });
const early = ticket("TASK-1");
const oldButDone = ticket("TASK-2", "done");

const table: readonly Line[] = [
  { fear: "an old ticket is refused", evidence: under("2026-03-02T11:59:59Z"), codes: ["predates"] },
  {
    fear: "a ticket is written after the fact",
    evidence: under("2026-03-02T14:00:00Z"),
    codes: ["created-after"],
  },
  {
    fear: "clocks that differ by minutes refuse a commit",
    evidence: under("2026-03-02T12:10:00Z"),
    codes: ["predates"],
  },
  {
    fear: "another zone's date is in the future",
    evidence: under("2026-03-02", NOON - 12 * HOUR),
    codes: ["predates"],
  },
  {
    fear: "a date alone of the same day is too late",
    evidence: under("2026-03-02", NOON),
    codes: ["predates"],
  },
  {
    fear: "a date alone of the next day is taken for this one",
    evidence: under("2026-03-04"),
    codes: ["created-after"],
  },
  { fear: "an offset is read as UTC", evidence: under("2026-03-02T16:00:00+05:30"), codes: ["predates"] },
  { fear: "no date is an old date", evidence: under(null), codes: ["no-date"] },
  { fear: "a date that can't be read is an old date", evidence: under("yesterday"), codes: ["no-date"] },
  {
    fear: "a message that is being written has no time",
    evidence: evidence({
      ...draft,
      lookups: found(ticket("TASK-7", "open", { createdAt: "2026-03-02T12:29:00Z" })),
    }),
    codes: ["predates"],
  },
  {
    fear: "a message is older than next week's ticket",
    evidence: evidence({ ...draft, lookups: found(late) }),
    codes: ["created-after"],
  },
  {
    fear: "an absent ticket is complained of again",
    evidence: naming(["TASK-7"], lookup("TASK-7", { status: "absent" })),
    codes: ["nothing-authorises"],
  },
  {
    fear: "an outage is a pass",
    evidence: naming(["TASK-7"], lookup("TASK-7", { status: "unavailable", detail: "timeout" })),
    codes: ["not-known"],
  },
  {
    fear: "a finished ticket lends its age to a late one",
    evidence: naming(["TASK-2", "TASK-7"], found(oldButDone, late)),
    codes: ["created-after"],
  },
  {
    fear: "any: a late ticket beside an old one blocks",
    evidence: naming(["TASK-1", "TASK-7"], found(early, late)),
    codes: ["predates", "not-decisive"],
  },
  {
    fear: "all: a late ticket beside an old one passes",
    evidence: naming(["TASK-1", "TASK-7"], found(early, late)),
    options: { terms: { references: { need: "all" } } },
    codes: ["predates", "created-after"],
  },
];

describe("ticket-predates-change", () => {
  test.each(table)("$fear", (line) => expectLine(ticketPredatesChange, line));
  test("the table meets every code", () => expectEveryCode(ticketPredatesChange, table));
});
