import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/core/evaluate.ts";
import type { CommitFacts, Evidence, TaskEdit } from "../../src/core/evidence.ts";
import type { JudgedFinding } from "../../src/core/finding.ts";
import type { PolicySections } from "../../src/core/law.ts";
import type { Reference } from "../../src/core/reference.ts";
import { type Lookup, lookupKey, type Ticket } from "../../src/core/ticket.ts";
import { rules } from "../../src/rules/index.ts";
import { law, ruleSet, SECTIONS } from "../core/law.ts";
import {
  AT,
  commit,
  edit,
  facts,
  NOON,
  paths,
  pullRequest,
  reference,
  snapshot,
  ticket,
} from "./evidence.ts";

const IDS = ["TASK-1", "TASK-2", "TASK-3"];
const PATHS = ["src/a.ts", "docs/b.md", "golden-thread.yml", "backlog/tasks/task-1.md"];
const MOST_COMMITS = 3;

const states = fc.constantFrom("open", "in_progress", "done", "canceled", "unknown");
const tickets: fc.Arbitrary<Ticket> = fc
  .record({
    id: fc.constantFrom(...IDS),
    state: states,
    archived: fc.boolean(),
    createdAt: fc.constantFrom(null, "2026-01-01", "2026-03-02T11:00:00Z", "2027-01-01"),
    affected: fc.subarray(PATHS),
  })
  .map(({ id, state, ...given }) => ticket(id, state, given));

const lookups: fc.Arbitrary<Lookup> = fc.oneof(
  tickets.map((one): Lookup => ({ status: "found", ticket: one, source: "file" })),
  tickets.map((one): Lookup => ({ status: "found", ticket: one, source: "api" })),
  tickets.map((one): Lookup => ({ status: "claimed", ticket: one })),
  fc.constantFrom<Lookup>(
    { status: "absent" },
    { status: "forbidden", detail: "403" },
    { status: "credentials", detail: "401" },
    { status: "unavailable", detail: "timeout" },
  ),
);

const references: fc.Arbitrary<Reference> = fc
  .record({
    id: fc.constantFrom(...IDS),
    place: fc.constantFrom("subject", "body", "trailer", "branch", "title"),
    commit: fc.nat(MOST_COMMITS - 1),
    start: fc.nat(50),
    foreign: fc.boolean(),
  })
  .map(({ id, place, commit, start, foreign }) =>
    reference(id, {
      place,
      start,
      end: start + id.length,
      remote: foreign ? null : "tasks",
      commit: place === "branch" || place === "title" ? null : commit,
    }),
  );

const someFacts: fc.Arbitrary<CommitFacts> = fc
  .record({
    exempt: fc.option(
      fc.constantFrom({ kind: "clean-merge" }, { kind: "scope" }, { kind: "bot", account: "b" } as const),
    ),
    inherits: fc.option(
      fc
        .array(references, { maxLength: 2 })
        .map((list) => ({ kind: "revert", target: "d".repeat(40), references: list }) as const),
    ),
    evilMerge: fc.boolean(),
  })
  .map((given) => facts(given));

const edits: fc.Arbitrary<TaskEdit> = fc
  .record({
    before: fc.option(tickets),
    after: fc.option(tickets),
    commit: fc.constantFrom(null, 0, 1, 2),
    problem: fc.boolean(),
  })
  .map(({ before, after, commit: index, problem }) =>
    edit(before && snapshot(before), after && snapshot(after), {
      commit: index,
      problems: problem ? [{ code: "yaml-error", line: 2, detail: "" }] : [],
    }),
  );

const commitLists = fc.array(
  fc
    .record({ paths: fc.option(fc.subarray(PATHS)), authoredAt: fc.constantFrom(null, NOON) })
    .map((given) => commit({ authoredAt: given.authoredAt, paths: given.paths && paths(...given.paths) })),
  { maxLength: MOST_COMMITS },
);

const changes: fc.Arbitrary<Evidence["change"]> = fc
  .record({
    kind: fc.constantFrom("commit-message", "commits", "pull-request"),
    list: commitLists,
    complete: fc.boolean(),
  })
  .map(({ kind, list, complete }) => {
    if (kind === "commit-message") return { kind, commit: list[0] ?? commit(), branch: "topic" };
    if (kind === "commits") return { kind, commits: list, ref: "refs/heads/topic", complete };
    return { ...pullRequest(...list), complete };
  });

const evidences: fc.Arbitrary<Evidence> = fc.record({
  change: changes,
  at: fc.constant(AT),
  references: fc.array(references, { maxLength: 6 }),
  lookups: fc.dictionary(fc.constantFrom(...IDS.map((id) => lookupKey("tasks", id))), lookups),
  facts: fc.array(someFacts, { minLength: MOST_COMMITS, maxLength: MOST_COMMITS }),
  tasks: fc.array(edits, { maxLength: 3 }),
  waivers: fc.constant([]),
  globs: fc.constant({}),
  lawPaths: fc.subarray([
    { path: "golden-thread.yml", commit: 0 },
    { path: "golden-thread.yml", commit: null },
  ]),
  defaultBranches: fc.constant(["main"]),
});

const sections = fc.constantFrom<PolicySections>(
  SECTIONS,
  { ...SECTIONS, references: { ...SECTIONS.references, need: "all" } },
  { ...SECTIONS, authorise: { ...SECTIONS.authorise, new_tasks: "deny" } },
  { ...SECTIONS, authority: "upstream" },
);
const lawOf = (given: PolicySections) => law({ rules: ruleSet(rules, {}, given), sections: given });
const laws = sections.map(lawOf);

/** Findings by what they speak of: a rule and a commit, or a rule and the change. */
function outcomes(findings: readonly JudgedFinding[]): ReadonlyMap<string, ReadonlySet<string>> {
  const seen = new Map<string, Set<string>>();
  for (const { rule, about, outcome } of findings) {
    const key = `${rule} ${about.commit ?? "change"}`;
    seen.set(key, (seen.get(key) ?? new Set()).add(outcome));
  }
  return seen;
}

describe("whatever the evidence", () => {
  test("a rule that is asked is silent", () => {
    fc.assert(
      fc.property(evidences, laws, (evidence, given) => {
        const { change } = evidence;
        const asked = rules.filter(({ meta }) => meta.on.includes(change.kind));
        const answered = evaluate(evidence, given, rules);
        expect(answered.filter(({ code }) => code === "silent")).toEqual([]);
        expect([...new Set(answered.map(({ rule }) => rule))].sort()).toEqual(
          asked.map(({ meta }) => meta.id).sort(),
        );
      }),
    );
  });

  test("the order in which facts were gathered changes the answer", () => {
    fc.assert(
      fc.property(evidences, laws, fc.func(fc.integer()), (evidence, given, rank) => {
        const shuffle = <T>(list: readonly T[]): readonly T[] =>
          [...list].sort((a, b) => rank(JSON.stringify(a)) - rank(JSON.stringify(b)));
        const lookupsShuffled = Object.fromEntries(shuffle(Object.entries(evidence.lookups)));
        const other = { ...evidence, references: shuffle(evidence.references), lookups: lookupsShuffled };
        expect(evaluate(other, given, shuffle(rules))).toEqual(evaluate(evidence, given, rules));
      }),
    );
  });

  test("a rule rests on more than plain data, or changes it", () => {
    fc.assert(
      fc.property(evidences, laws, (evidence, given) => {
        const stored = JSON.stringify(evidence);
        const first = evaluate(evidence, given, rules);
        expect(JSON.stringify(evidence)).toBe(stored);
        expect(JSON.parse(JSON.stringify(evaluate(JSON.parse(stored), given, rules)))).toEqual(
          JSON.parse(JSON.stringify(first)),
        );
      }),
    );
  });

  test("one more ticket that authorises turns a pass into a fail", () => {
    const extra = ticket("TASK-9", "open", { createdAt: "2025-01-01", affected: ["src/a.ts"] });
    fc.assert(
      fc.property(evidences, sections, (evidence, given) => {
        const named = [...Array(MOST_COMMITS).keys()].map((index) =>
          reference("TASK-9", { commit: index, start: 90 }),
        );
        const more: Evidence = {
          ...evidence,
          references: [...evidence.references, ...named],
          lookups: { ...evidence.lookups, "tasks:TASK-9": { status: "found", ticket: extra, source: "api" } },
        };
        const before = outcomes(evaluate(evidence, lawOf(given), rules));
        const after = outcomes(evaluate(more, lawOf(given), rules));
        const passed = [...before].filter(([, seen]) => !seen.has("fail") && seen.has("pass"));
        expect(passed.filter(([key]) => after.get(key)?.has("fail"))).toEqual([]);
      }),
    );
  });

  test("a reference to what is not there gains anything", () => {
    fc.assert(
      fc.property(evidences, sections, (evidence, given) => {
        const gone: Evidence = { ...evidence, lookups: {}, tasks: [] };
        const passes = evaluate(gone, lawOf(given), rules).filter(({ outcome }) => outcome === "pass");
        const granting = [
          "ticket-exists",
          "ticket-authorised",
          "ticket-predates-change",
          "paths-in-scope",
          "policy-change-authorised",
          "author-is-assignee",
          "parent-authorised",
          "release-matches-branch",
        ];
        expect(passes.filter(({ rule }) => granting.includes(rule))).toEqual([]);
      }),
    );
  });
});
