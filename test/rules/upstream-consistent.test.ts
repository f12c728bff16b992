import { test } from "vitest";
import type { Lookup, Ticket } from "../../src/core/ticket.ts";
import { upstreamConsistent } from "../../src/rules/upstream-consistent.ts";
import { found } from "./evidence.ts";
import { expectEveryCode, expectLine, type Line } from "./table.ts";
import { FOLLOWS, naming, task, upstream } from "./upstream.ts";

const told = (ticket: Ticket, own = task(FOLLOWS)) => naming([own], found(own, ticket));
const answered = (lookup: Lookup) =>
  naming([task(FOLLOWS)], { ...found(task(FOLLOWS)), "jira:PROJ-7": lookup });
const renamed = { title: "Something else" };
const closed = { state: { name: "Closed", category: "done" } } as const;
const odd = { state: { name: "Simmering", category: "unknown" } } as const;

const table: readonly Line[] = [
  { fear: "open is no state for work that has begun", evidence: told(upstream()), codes: ["consistent"] },
  { fear: "a renamed ticket is not seen", evidence: told(upstream(renamed)), codes: ["title-differs"] },
  { fear: "a closed ticket is worked on", evidence: told(upstream(closed)), codes: ["state-differs"] },
  {
    fear: "one difference hides the other",
    evidence: told(upstream({ ...renamed, ...closed })),
    codes: ["title-differs", "state-differs"],
  },
  {
    fear: "blanks are a difference",
    evidence: told(upstream({ title: " Title  of TASK-7 " })),
    codes: ["consistent"],
  },
  { fear: "a state of no category differs from all", evidence: told(upstream(odd)), codes: ["consistent"] },
  { fear: "a ticket is gone", evidence: answered({ status: "absent" }), codes: ["upstream-gone"] },
  {
    fear: "a tracker that is down passes",
    evidence: answered({ status: "unavailable", detail: "down" }),
    codes: ["upstream-unknown"],
  },
  { fear: "nobody asked, and it passes", evidence: naming([task(FOLLOWS)]), codes: ["upstream-unknown"] },
  { fear: "a task without a ticket differs from it", evidence: naming([task(null)]), codes: ["no-upstream"] },
];

test.each(table)("$fear", (line) => expectLine(upstreamConsistent, line));
test("every code is met", () => expectEveryCode(upstreamConsistent, table));
