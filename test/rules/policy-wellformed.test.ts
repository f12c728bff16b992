import { describe, expect, test } from "vitest";
import type { HeadPolicy } from "../../src/core/evidence.ts";
import type { Problem } from "../../src/core/fault.ts";
import { policyWellformed } from "../../src/rules/policy-wellformed.ts";
import { evidence } from "./evidence.ts";
import { answers, expectEveryCode, expectLine, type Line } from "./table.ts";

function head(headPolicy?: HeadPolicy) {
  return evidence(headPolicy === undefined ? {} : { headPolicy });
}

function read(problems: readonly Problem[], isRemoved = false) {
  return head({ status: "read", problems, isRemoved });
}

const SLIP: Problem = {
  file: "policies/org.yml",
  line: 7,
  column: 3,
  key: "rules.tiket-exists",
  message: "unknown rule.",
  found: "tiket-exists",
  suggestion: "ticket-exists",
};

const table: readonly Line[] = [
  { fear: "a pull request that leaves the law alone is held up", evidence: head(), codes: ["unchanged"] },
  { fear: "a policy that can be used is refused", evidence: read([]), codes: ["wellformed"] },
  { fear: "a policy that goes away is not told of", evidence: read([], true), codes: ["removed"] },
  { fear: "a broken policy is merged", evidence: read([SLIP]), codes: ["unusable"] },
  {
    fear: "of several problems one is told",
    evidence: read([SLIP, { ...SLIP, line: 9 }]),
    codes: ["unusable", "unusable"],
  },
  { fear: "what nobody has read passes", evidence: head({ status: "unknown" }), codes: ["unreadable"] },
];

describe("policy-wellformed", () => {
  test.each(table)("$fear", (line) => expectLine(policyWellformed, line));
  test("the table meets every code", () => expectEveryCode(policyWellformed, table));
  test("nobody finds the line", () => {
    expect(answers(policyWellformed, read([SLIP]))).toMatchObject([
      {
        about: { kind: "path", path: "policies/org.yml", line: 7 },
        args: {
          problem: "rules.tiket-exists: unknown rule; found tiket-exists; did you mean ticket-exists?",
        },
      },
    ]);
  });
});
