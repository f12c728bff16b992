import { describe, expect, test } from "vitest";
import { gapsOf } from "../../src/ledger/numbers.ts";

const none = () => false;

describe("a number that no listing had is not taken for absent before somebody asked", () => {
  test("every gap is asked for, in each project", () => {
    expect(gapsOf(["A-2", "A-4", "B-1"], { kind: "jira", most: 9, isEmpty: none })).toEqual({
      ids: ["A-1", "A-3"],
      through: { A: 4, B: 1 },
    });
    expect(gapsOf(["a/b#2"], { kind: "github", most: 9, isEmpty: none }).ids).toEqual(["a/b#1"]);
    expect(gapsOf(["2"], { kind: "azure-devops", most: 9, isEmpty: none }).ids).toEqual(["1"]);
    expect(gapsOf(["page"], { kind: "notion", most: 9, isEmpty: none })).toEqual({ ids: [], through: {} });
  });

  test("too many: what was not asked for is beyond the number that counts, and the next one goes on there", () => {
    const listed = ["A-1", "A-1000000", "B-3"];
    const first = gapsOf(listed, { kind: "jira", most: 5, isEmpty: none });
    expect(first).toEqual({ ids: ["B-1", "B-2", "A-2", "A-3", "A-4"], through: { A: 4, B: 3 } });
    const second = gapsOf(listed, { kind: "jira", most: 5, isEmpty: (id) => first.ids.includes(id) });
    expect(second).toEqual({ ids: ["A-5", "A-6", "A-7", "A-8", "A-9"], through: { A: 9, B: 3 } });
  });
});
