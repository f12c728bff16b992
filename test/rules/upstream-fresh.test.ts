import { test } from "vitest";
import { upstreamFresh } from "../../src/rules/upstream-fresh.ts";
import { expectEveryCode, expectLine, type Line } from "./table.ts";
import { FOLLOWS, naming, task } from "./upstream.ts";

const at = (lastSync: string | null) => naming([task({ ...FOLLOWS, lastSync })]);

const table: readonly Line[] = [
  { fear: "yesterday is long ago", evidence: at("2026-03-01T12:00:00Z"), codes: ["fresh"] },
  { fear: "a month is not", evidence: at("2026-02-01T12:00:00Z"), codes: ["stale"] },
  {
    fear: "the policy's own age does not count",
    evidence: at("2026-03-01T12:00:00Z"),
    codes: ["stale"],
    options: { max_age: "1h" },
  },
  { fear: "a link that was never synchronised is fresh", evidence: at(null), codes: ["never"] },
  { fear: "a time that is none is fresh", evidence: at("lately"), codes: ["never"] },
  { fear: "a task without a ticket is stale", evidence: naming([task(null)]), codes: ["no-upstream"] },
];

test.each(table)("$fear", (line) => expectLine(upstreamFresh, line));
test("every code is met", () => expectEveryCode(upstreamFresh, table));
