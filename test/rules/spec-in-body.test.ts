import { expect, test } from "vitest";
import type { SpecBlock, SpecSection } from "../../src/core/spec.ts";
import { specInBody } from "../../src/rules/spec-in-body.ts";
import { NOTHING_TO_COMPARE, NOW, TASK, THEN, withSpec } from "./specs.ts";
import { answers, expectEveryCode, expectLine, type Line } from "./table.ts";

const differs = { wanted: "5 attempts", found: "50 attempts" };

function block(section: Partial<SpecSection>, isIntact = true): SpecBlock {
  const whole: SpecSection = { digest: NOW, isWhole: true, differs: null, ...section };
  return { status: "found", isIntact, sections: { [TASK]: whole } };
}

const table: readonly Line[] = [
  ...NOTHING_TO_COMPARE,
  { fear: "an honest block is refused", evidence: withSpec({ specBlock: block({}) }), codes: ["in-body"] },
  {
    fear: "a long spec is refused",
    evidence: withSpec({ specBlock: block({ isWhole: false }) }),
    codes: ["by-digest"],
  },
  { fear: "a policy without blocks asks for one", evidence: withSpec({}), codes: ["not-wanted"] },
  { fear: "there is no block", evidence: withSpec({ specBlock: { status: "none" } }), codes: ["no-block"] },
  {
    fear: "the block is that of another ticket",
    evidence: withSpec({ specBlock: { status: "found", isIntact: true, sections: {} } }),
    codes: ["no-block"],
  },
  {
    fear: "a second block hides the first",
    evidence: withSpec({ specBlock: { status: "problem", problem: "duplicate", line: 7 } }),
    codes: ["bad-block"],
  },
  {
    fear: "a character is changed in the body, its digest too",
    evidence: withSpec({ specBlock: block({ differs }) }),
    codes: ["edited"],
  },
  {
    fear: "the footer is changed in the body",
    evidence: withSpec({ specBlock: block({}, false) }),
    codes: ["edited-around"],
  },
  {
    fear: "the spec is changed after the pull request was opened",
    evidence: withSpec({ specBlock: block({ digest: THEN, differs }) }),
    codes: ["other-spec"],
  },
  {
    fear: "a spec that is not shown is changed",
    evidence: withSpec({ specBlock: block({ digest: THEN, isWhole: false }) }),
    codes: ["other-digest"],
  },
];

test.each(table)("$fear", (line) => expectLine(specInBody, line));
test("every code is met", () => expectEveryCode(specInBody, table));
test("nobody is told what mends it", () => {
  const [finding] = answers(specInBody, withSpec({ specBlock: { status: "none" } }));
  expect(finding?.fix).toEqual(["golden-thread", "remote", "pr", "TASK-7"]);
});
