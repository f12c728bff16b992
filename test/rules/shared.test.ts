import { describe, expect, test } from "vitest";
import type { Exemption } from "../../src/core/evidence.ts";
import { rules } from "../../src/rules/index.ts";
import { AT, commit, commits, evidence, facts, paths } from "./evidence.ts";
import { answers } from "./table.ts";

const EXEMPTIONS: readonly Exemption[] = [
  { kind: "clean-merge" },
  { kind: "bot", account: "dependabot[bot]" },
  { kind: "scope" },
  { kind: "before-baseline" },
];

const nothing = {
  at: AT,
  facts: [facts()],
  references: [],
  lookups: {},
  tasks: [],
  lawPaths: [],
  globs: {},
  defaultBranches: [],
  waivers: [],
};
/** Rules that judge commits one by one; the branch has a name whether or not its commits are exempt. */
const byCommit = rules.filter(({ meta }) => meta.on.includes("commits") && meta.id !== "branch-names-ticket");
const needy = rules.filter(({ meta }) => meta.needs.includes("paths"));

describe.each(byCommit.map((rule) => [rule.meta.id, rule] as const))("%s", (id, rule) => {
  test.each(EXEMPTIONS.map((exempt) => [exempt.kind, exempt] as const))(
    "an exemption goes unrecorded: %s",
    (kind, exempt) => {
      const given = answers(
        rule,
        evidence({ ...nothing, change: commits(commit({ paths: paths("a") })), facts: [facts({ exempt })] }),
      );
      const guarded = id === "policy-change-authorised" && (kind === "bot" || kind === "scope");
      expect(given).toMatchObject([{ outcome: "skip", code: guarded ? "untouched" : kind }]);
    },
  );

  test("commits that nobody can see are taken for good", () => {
    const hidden = { ...commits(commit({ paths: [] })), complete: false };
    const codes = answers(rule, evidence({ ...nothing, change: hidden })).map(
      ({ outcome, code }) => `${outcome} ${code}`,
    );
    expect(codes).toContain("unknown incomplete");
  });

  test("a change without commits is met with silence", () => {
    expect(answers(rule, evidence({ ...nothing, change: commits(), facts: [] }))).toMatchObject([
      { outcome: "skip", code: "no-commits" },
    ]);
  });
});

describe("paths that nobody knows are no paths", () => {
  test.each(needy.map((rule) => [rule.meta.id, rule] as const))(
    "%s passes without having seen any",
    (_id, rule) => {
      expect(answers(rule, evidence({ ...nothing, change: commits(commit()) }))).toMatchObject([
        { outcome: "unknown", code: "paths-unknown" },
      ]);
    },
  );
});
