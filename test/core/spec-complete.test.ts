import { describe, expect, test } from "vitest";
import { type SpecTerms, specState } from "../../src/core/spec-complete.ts";

const terms: SpecTerms = { headings: {}, min_criteria: 0, min_size: 0, max_size: 1_000 };
const gaps = (text: string, more: Partial<SpecTerms> = {}, type: string | null = null) =>
  specState(text, type, { ...terms, ...more }).gaps.map((gap) =>
    `${gap.code} ${"line" in gap ? gap.line : ""}`.trim(),
  );

describe("a spec that is not finished", () => {
  test.each([
    ["TODO: say how", ["placeholder 1"]],
    ["Some text\n- TBD", ["placeholder 2"]],
    ["<describe the feature>", ["placeholder 1"]],
    ["[Insert the goal here]", ["placeholder 1"]],
    ["Hello {{name}}", ["placeholder 1"]],
    ["<!-- Describe the feature -->\ntext", ["placeholder 1"]],
    ["# A\n\n## B\n\n<!-- SECTION:PLAN:BEGIN -->\n\n## C\n\ntext", ["section-empty 3"]],
    ["# A", ["section-empty 1"]],
    ["x".repeat(1_001), ["too-long"]],
  ])("%j passes", (text, codes) => {
    expect(gaps(text)).toEqual(codes);
  });

  test.each([
    "Call `TODO` a list, see https://x.example/TODO_list",
    "```\nTODO\n# A\n```",
    "Write to <ada@x.example> about <https://x.example>, a < b and List<String>",
    "todo items are shown; the tbd.md file too",
    "# A\n\n## B\n\ntext\n\n<!-- SECTION:PLAN:BEGIN -->",
  ])("%j is refused", (text) => {
    expect(gaps(text)).toEqual([]);
  });

  test("a heading is missed by its case, number or marks, or one of a code block counts", () => {
    const headings = { default: ["Goal"], bug: ["Steps|How to reproduce", "Goal"] };
    expect(gaps("## 1. **goal**:\n\ntext", { headings })).toEqual([]);
    expect(gaps("```\n# Goal\n```", { headings })).toEqual(["heading-missing"]);
    expect(gaps("# Goal\n\na\n\n# How to reproduce\n\nb", { headings }, "bug")).toEqual([]);
    expect(gaps("# Goal\n\na", { headings }, "bug")).toEqual(["heading-missing"]);
  });

  test("criteria are counted wrongly", () => {
    const text =
      "# A\n\n- no\n\n## Acceptance Criteria\n\n- [x] one\n- [ ] two\n1. three\n\n## B\n\n- [ ] no";
    expect(specState(text, null, terms).criteria).toEqual({ count: 3, done: 1 });
    expect(specState("- [x] one\n- no", null, terms).criteria).toEqual({ count: 1, done: 1 });
    expect(gaps(text, { min_criteria: 4, min_size: 500 })).toEqual(["criteria-few", "too-short"]);
  });
});
