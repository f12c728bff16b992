import { test } from "vitest";
import type { ApprovedSpec } from "../../src/core/spec.ts";
import { specUnchangedSinceApproval } from "../../src/rules/spec-unchanged-since-approval.ts";
import { NOTHING_TO_COMPARE, NOW, TASK, THEN, withSpec } from "./specs.ts";
import { expectEveryCode, expectLine, type Line } from "./table.ts";

const by = "@ada";
const given = (...approved: readonly ApprovedSpec[]) => withSpec({ approvedSpecs: { [TASK]: approved } });

const table: readonly Line[] = [
  ...NOTHING_TO_COMPARE,
  {
    fear: "an approved spec is refused",
    evidence: given({ kind: "digest", by, digest: NOW }),
    codes: ["unchanged"],
  },
  {
    fear: "a changed spec passes",
    evidence: given({ kind: "digest", by, digest: THEN }),
    codes: ["changed"],
  },
  {
    fear: "an approval of nothing in particular is one of everything",
    evidence: given({ kind: "digest", by, digest: null }),
    codes: ["no-digest"],
  },
  {
    fear: "an approved description is refused",
    evidence: given({ kind: "description", by, isSame: true }),
    codes: ["unchanged"],
  },
  {
    fear: "a changed description passes",
    evidence: given({ kind: "description", by, isSame: false }),
    codes: ["description-changed"],
  },
  {
    fear: "an approval that does not hold hides behind one that does",
    evidence: given(
      { kind: "digest", by, digest: NOW },
      { kind: "digest", by: "@bob", digest: THEN },
      { kind: "digest", by: "@eve", digest: null },
    ),
    codes: ["unchanged", "changed", "no-digest"],
  },
  { fear: "what nobody approved fails", evidence: withSpec({ approvedSpecs: {} }), codes: ["not-approved"] },
];

test.each(table)("$fear", (line) => expectLine(specUnchangedSinceApproval, line));
test("every code is met", () => expectEveryCode(specUnchangedSinceApproval, table));
