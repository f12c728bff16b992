import { describe, expect, test } from "vitest";
import { specComplete } from "../../src/rules/spec-complete.ts";
import { GOOD, naming, REQUIRED, spec } from "./spec-evidence.ts";
import { answers, expectEveryCode, expectLine, type Line } from "./table.ts";

const table: readonly Line[] = [
  { fear: "a finished spec is refused", evidence: naming(GOOD), options: REQUIRED, codes: ["complete"] },
  {
    fear: "an unfinished spec passes",
    evidence: naming(spec("# A\n\nTBD\n\n## B")),
    options: { ...REQUIRED, headings: { default: ["Goal"] } },
    codes: ["heading-missing", "placeholder", "section-empty", "criteria-few", "too-short"],
  },
  {
    fear: "a book is a spec",
    evidence: naming(GOOD),
    options: { ...REQUIRED, max_size: 50 },
    codes: ["too-long"],
  },
  {
    fear: "a missing spec is told twice",
    evidence: naming({ status: "none" }),
    options: REQUIRED,
    codes: ["no-spec"],
  },
  { fear: "a policy without specs blocks", evidence: naming(spec("TBD")), codes: ["not-required"] },
];

describe("spec-complete", () => {
  test.each(table)("$fear", (line) => expectLine(specComplete, line));
  test("the table meets every code", () => expectEveryCode(specComplete, table));
  test("a gap is told without its line", () => {
    const text = `${"text ".repeat(20)}\n- TODO`;
    const [finding] = answers(specComplete, naming(spec(text)), { ...REQUIRED, min_criteria: 0 });
    expect(finding).toMatchObject({ about: { kind: "path", path: "specs/7/spec.md" }, args: { line: 2 } });
  });
});
