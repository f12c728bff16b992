import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/core/evaluate.ts";
import type { Evidence } from "../../src/core/evidence.ts";
import { Fault } from "../../src/core/fault.ts";
import type { Finding } from "../../src/core/finding.ts";
import { defineRule, type Rule, type RuleMeta } from "../../src/core/rule.ts";
import { decide } from "../../src/core/verdict.ts";
import { AT, commit, commits, evidence, message, paths } from "../rules/evidence.ts";
import { law, ruleSet } from "./law.ts";

const CHANGE = { kind: "change" } as const;

/** A rule that always answers the same. */
function stub(id: string, answer: readonly Finding[], meta: Partial<RuleMeta<string>> = {}): Rule {
  return defineRule<unknown, string>({
    meta: {
      id,
      title: id,
      why: "",
      fix: "Mend it.",
      codes: {
        good: { outcome: "pass", message: "" },
        bad: { outcome: "fail", message: "" },
        unsure: { outcome: "unknown", message: "", fix: "Ask again." },
        mild: { outcome: "fail", advisory: true, message: "" },
        other: { outcome: "skip", message: "" },
      },
      on: ["commit-message", "commits", "pull-request"],
      default: true,
      needs: [],
      fast: false,
      examples: [],
      controls: [],
      ...meta,
    },
    options: (z) => z.unknown(),
    check: () => answer,
  });
}

const say = (outcome: Finding["outcome"], code: string, about: Finding["about"] = CHANGE): Finding => ({
  outcome,
  code,
  about,
  args: {},
});
const bad = stub("bad-rule", [say("fail", "bad")]);
const unsure = stub("unsure-rule", [say("unknown", "unsure")]);
const facts = { at: AT, waivers: [], globs: {}, references: [], lookups: {} };
const writing = evidence({ ...facts, change: message("x") });

function judge(
  rules: readonly Rule[],
  given: Parameters<typeof ruleSet>[1] = {},
  more: Parameters<typeof law>[0] = {},
) {
  return evaluate(writing, law({ rules: ruleSet(rules, given), ...more }), rules);
}

describe("weight decides, and nothing else does", () => {
  test.each([
    ["an enforced fail lets a change through", bad, { level: "enforce" }, "fail"],
    ["a warning blocks", bad, { level: "warn" }, "pass"],
    ["an unknown that blocks is a fail", unsure, { level: "enforce", unknown: "block" }, "undecided"],
    ["an unknown that only warns blocks", unsure, { level: "enforce", unknown: "warn" }, "pass"],
    ["an unknown of a warning blocks", unsure, { level: "warn", unknown: "block" }, "pass"],
    ["an advisory fail blocks", stub("mild-rule", [say("fail", "mild")]), { level: "enforce" }, "pass"],
    ["silence is a pass", stub("mute-rule", []), { level: "enforce" }, "undecided"],
  ] as const)("%s", (_fear, rule, given, verdict) => expect(decide(judge([rule], given))).toBe(verdict));

  test("silence has no name", () => {
    expect(judge([stub("mute-rule", [])])[0]).toMatchObject({
      rule: "mute-rule",
      outcome: "unknown",
      code: "silent",
    });
  });

  test("an advisory fail shows as enforced", () => {
    expect(judge([stub("mild-rule", [say("fail", "mild")])])[0]).toMatchObject({
      level: "warn",
      blocking: false,
    });
  });

  test("a rule that is off is asked", () => {
    expect(judge([bad, unsure], { level: "off" })).toEqual([]);
  });

  test("the first fail ends the asking", () => {
    expect(judge([bad, unsure, stub("good-rule", [say("pass", "good")])]).map(({ rule }) => rule)).toEqual([
      "bad-rule",
      "good-rule",
      "unsure-rule",
    ]);
  });

  test("a fail does not say how to mend it", () => {
    expect(judge([bad, unsure]).map(({ fix }) => fix.note)).toEqual(["Mend it.", "Ask again."]);
  });
});

describe("until enforce_from nothing blocks, and the date is named", () => {
  const pending = { enforceFrom: "2026-03-03" };

  test.each([
    ["2026-03-02T23:59:59Z", "pass"],
    ["2026-03-03T00:00:00Z", "fail"],
  ])("at %s", (at, verdict) => {
    const rules = ruleSet([bad]);
    const given = evaluate(evidence({ ...facts, at, change: message("x") }), law({ rules, ...pending }), [
      bad,
    ]);
    expect(decide(given)).toBe(verdict);
  });

  test("a warning does not say from when on it blocks", () => {
    const [finding] = judge([bad], {}, pending);
    expect(finding).toMatchObject({
      level: "enforce",
      outcome: "fail",
      blocking: false,
      args: { enforce_from: "2026-03-03" },
    });
    expect(finding?.fix.note).toContain("2026-03-03");
  });

  test("a rule that only warns threatens with a date", () => {
    expect(judge([bad], { level: "warn" }, pending)[0]?.args).toEqual({});
  });
});

describe("only rules that can answer are asked", () => {
  const needy = stub("needy-rule", [say("fail", "bad")], { needs: ["paths"] });

  test("a message without paths is judged by them", () => {
    expect(judge([needy])).toEqual([]);
  });

  test("a commit without known paths is not asked about them, and passes", () => {
    const unseen = evidence({ ...facts, change: commits(commit()) });
    expect(evaluate(unseen, law({ rules: ruleSet([needy]) }), [needy])).toHaveLength(1);
  });

  test("a rule for pull requests judges a message", () => {
    expect(judge([stub("pr-rule", [say("fail", "bad")], { on: ["pull-request"] })])).toEqual([]);
  });
});

describe("a defect is a fault, never a verdict", () => {
  test.each([
    [
      "throws",
      {
        ...bad,
        check: () =>
          []
            .map(() => bad)
            .concat([bad])[1]
            ?.check(writing, {}) ?? fail(),
      },
    ],
    ["gives a code that it does not declare", stub("x-rule", [say("fail", "unheard")])],
    ["gives a code as another outcome", stub("x-rule", [say("pass", "bad")])],
    ["gives a code of every object", stub("x-rule", [say("fail", "constructor")])],
  ])("a rule that %s", (_what, rule) => {
    expect(() => judge([rule])).toThrow(Fault);
  });

  test("a rule that the law does not weigh is left out in silence", () => {
    expect(() => evaluate(writing, law({ rules: {} }), [bad])).toThrow(Fault);
  });
});

function fail(): never {
  throw new Error("a defect");
}

describe("a change over several scopes meets the strictest", () => {
  const each = stub("each-rule", [
    say("fail", "bad", { kind: "commit", commit: 0 }),
    say("fail", "bad", { kind: "commit", commit: 1 }),
  ]);
  const strict = ruleSet([each]);
  const mild = {
    paths: ["docs/**"],
    globs: ["^docs/"],
    exempt: false,
    rules: ruleSet([each], { level: "warn" }),
  };
  const scoped = law({ rules: strict, scopes: [mild] });
  const of = (...lists: readonly (readonly string[])[]): Evidence =>
    evidence({ ...facts, change: commits(...lists.map((list) => commit({ paths: paths(...list) }))) });

  test("each commit is under its own paths' law", () => {
    const given = evaluate(of(["docs/a"], ["src/a"]), scoped, [each]);
    expect(given.map(({ about, level }) => [about.commit, level])).toEqual([
      [0, "warn"],
      [1, "enforce"],
    ]);
  });

  test("a commit over both is under the milder, or is told of twice", () => {
    const given = evaluate(of(["docs/a", "src/a"], ["docs/b"]), scoped, [each]);
    expect(given.map(({ about, level }) => [about.commit, level])).toEqual([
      [0, "enforce"],
      [1, "warn"],
    ]);
  });

  test("a scope that turns a rule off silences it for the others", () => {
    const off = law({ rules: strict, scopes: [{ ...mild, rules: ruleSet([each], { level: "off" }) }] });
    expect(evaluate(of(["docs/a"], ["src/a"]), off, [each]).map(({ about }) => about.commit)).toEqual([1]);
  });

  test("a scope softens what guards the law", () => {
    const guard = stub("each-rule", [say("fail", "bad", { kind: "commit", commit: 0 })], { guardsLaw: true });
    expect(evaluate(of(["docs/a"]), scoped, [guard])[0]).toMatchObject({ level: "enforce", blocking: true });
  });
});

describe("the order is the findings' own", () => {
  const many = ["a-rule", "b-rule", "c-rule"].map((id, index) =>
    stub(id, [
      say("fail", "bad", { kind: "path", path: `p${index}` }),
      say("pass", "good", { kind: "commit", commit: 0, ticket: "T-2" }),
      say("unknown", "unsure", { kind: "ticket", commit: 0, ticket: "T-1" }),
      say("skip", "other"),
    ]),
  );

  test("two runs differ by the order of the registry", () => {
    const expected = judge(many);
    expect(expected).toHaveLength(12);
    fc.assert(
      fc.property(fc.shuffledSubarray(many, { minLength: 3 }), (shuffled) => {
        expect(judge(shuffled)).toEqual(expected);
      }),
    );
  });
});
