import { describe, test } from "vitest";
import { specPresent } from "../../src/rules/spec-present.ts";
import { GOOD, naming, REQUIRED } from "./spec-evidence.ts";
import { expectEveryCode, expectLine, type Line } from "./table.ts";

const table: readonly Line[] = [
  { fear: "a spec is not seen", evidence: naming(GOOD), options: REQUIRED, codes: ["present"] },
  { fear: "no spec is a spec", evidence: naming({ status: "none" }), options: REQUIRED, codes: ["none"] },
  {
    fear: "of two specs one is chosen",
    evidence: naming({ status: "ambiguous", source: "path", candidates: ["a.md", "b.md"] }),
    options: REQUIRED,
    codes: ["ambiguous"],
  },
  {
    fear: "a path to nothing is a spec",
    evidence: naming({ status: "unreadable", path: "a.md", detail: "there is no such file" }),
    options: REQUIRED,
    codes: ["unreadable"],
  },
  { fear: "what nobody looked for is there", evidence: naming(null), options: REQUIRED, codes: ["unknown"] },
  { fear: "no ticket lacks a spec", evidence: naming(null, []), options: REQUIRED, codes: ["no-reference"] },
  { fear: "a policy without specs blocks", evidence: naming({ status: "none" }), codes: ["not-required"] },
];

describe("spec-present", () => {
  test.each(table)("$fear", (line) => expectLine(specPresent, line));
  test("the table meets every code", () => expectEveryCode(specPresent, table));
});
