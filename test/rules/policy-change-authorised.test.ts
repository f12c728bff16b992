import { describe, expect, test } from "vitest";
import type { Evidence, TaskEdit } from "../../src/core/evidence.ts";
import type { Reference } from "../../src/core/reference.ts";
import { policyChangeAuthorised } from "../../src/rules/policy-change-authorised.ts";
import {
  commit,
  commits,
  edit,
  evidence,
  facts,
  found,
  lookup,
  paths,
  pullRequest,
  reference,
  snapshot,
  ticket,
} from "./evidence.ts";
import { answers, expectEveryCode, expectLine, type Line } from "./table.ts";

const POLICY = "golden-thread.yml";
const one = { change: commits(commit({ paths: paths(POLICY) })), facts: [facts()], tasks: [] };
const law = { ...one, lawPaths: [{ path: POLICY, commit: 0 }] };

function tasked(
  lookups: Evidence["lookups"],
  references: readonly Reference[],
  ...tasks: readonly TaskEdit[]
) {
  return evidence({ ...one, lawPaths: [], tasks, references, lookups });
}

const seven = [reference("TASK-7")];
const open = ticket("TASK-7");
const active = ticket("TASK-7", "in_progress");
const done = ticket("TASK-7", "done");
const bot = facts({ exempt: { kind: "bot", account: "dependabot[bot]" } });
const claimed = lookup("TASK-7", { status: "claimed", ticket: open });
const down = lookup("TASK-7", { status: "unavailable", detail: "timeout" });

const policy: readonly Line[] = [
  {
    fear: "an authorised change of the policy is refused",
    evidence: evidence({ ...law, references: seven, lookups: found(open) }),
    codes: ["authorised"],
  },
  {
    fear: "the policy changes without a ticket",
    evidence: evidence({ ...law, references: [], lookups: {} }),
    codes: ["no-reference"],
  },
  {
    fear: "the policy changes under a finished ticket",
    evidence: evidence({ ...law, references: seven, lookups: found(done) }),
    codes: ["unauthorised"],
  },
  {
    fear: "the policy changes during an outage",
    evidence: evidence({ ...law, references: seven, lookups: down }),
    codes: ["not-known"],
  },
  {
    fear: "the policy changes under its own new task, unseen",
    evidence: evidence({ ...law, references: seven, lookups: claimed }),
    codes: ["new-task"],
  },
  {
    fear: "deny: the policy changes under its own new task",
    evidence: evidence({ ...law, references: seven, lookups: claimed }),
    options: { authorise: { new_tasks: "deny" } },
    codes: ["unauthorised"],
  },
  {
    fear: "any other file needs this rule",
    evidence: evidence({ ...one, lawPaths: [], references: [], lookups: {} }),
    codes: ["untouched"],
  },
];

const exemptions: readonly Line[] = [
  {
    fear: "a bot may change the law",
    evidence: evidence({ ...law, facts: [bot], references: [], lookups: {} }),
    codes: ["no-reference"],
  },
  {
    fear: "an exempt scope may change the law",
    evidence: evidence({
      ...law,
      facts: [facts({ exempt: { kind: "scope" } })],
      references: [],
      lookups: {},
    }),
    codes: ["no-reference"],
  },
  {
    fear: "a merge has to repeat what the merged commits were judged for",
    evidence: evidence({
      ...law,
      facts: [facts({ exempt: { kind: "clean-merge" } })],
      references: [],
      lookups: {},
    }),
    codes: ["clean-merge"],
  },
  {
    fear: "an evil merge smuggles the law in",
    evidence: evidence({ ...law, facts: [facts({ evilMerge: true })], references: [], lookups: {} }),
    codes: ["no-reference"],
  },
  {
    fear: "history before the baseline is judged",
    evidence: evidence({
      ...law,
      facts: [facts({ exempt: { kind: "before-baseline" } })],
      references: [],
      lookups: {},
    }),
    codes: ["before-baseline"],
  },
  {
    fear: "a bot may close a ticket",
    evidence: evidence({
      ...one,
      facts: [bot],
      lawPaths: [],
      tasks: [edit(snapshot(open), snapshot(done))],
      references: [],
      lookups: {},
    }),
    codes: ["no-reference"],
  },
];

const tasks: readonly Line[] = [
  {
    fear: "starting a task is a nuisance",
    evidence: tasked(found(active), seven, edit(snapshot(open), snapshot(active))),
    codes: ["authorised"],
  },
  {
    fear: "finishing a task is a nuisance",
    evidence: tasked(found(done), seven, edit(snapshot(active), snapshot(done))),
    codes: ["authorised"],
  },
  {
    fear: "reopening a task is its own authority",
    evidence: tasked(found(open), seven, edit(snapshot(done), snapshot(open))),
    codes: ["unauthorised"],
  },
  {
    fear: "reopening a task under another is refused",
    evidence: tasked(
      found(ticket("TASK-1"), open),
      [reference("TASK-1")],
      edit(snapshot(done), snapshot(open)),
    ),
    codes: ["authorised"],
  },
  {
    fear: "a task leaves the archive unseen",
    evidence: tasked(
      {},
      [],
      edit(snapshot({ ...open, archived: true }), null, { path: "a.md" }),
      edit(null, snapshot(open)),
    ),
    codes: ["no-reference"],
  },
  {
    fear: "a task that only moved is guarded",
    evidence: tasked({}, [], edit(snapshot(done), null, { path: "a.md" }), edit(null, snapshot(done))),
    codes: ["untouched"],
  },
  {
    fear: "a second file of the same id hides that the finished one vanishes",
    evidence: tasked(
      {},
      [],
      edit(snapshot(done), null, { path: "a.md" }),
      edit(snapshot(open), snapshot(open), { path: "b.md" }),
    ),
    codes: ["no-reference"],
  },
  {
    fear: "a task that takes another's id keeps its state unseen",
    evidence: tasked({}, [], edit(snapshot(ticket("TASK-1")), snapshot(open))),
    codes: ["no-reference"],
  },
  {
    fear: "a task vanishes with its record",
    evidence: tasked({}, [], edit(snapshot(open), null)),
    codes: ["no-reference"],
  },
  {
    fear: "an upstream and an approval are changed unseen",
    evidence: tasked(
      {},
      [],
      edit(snapshot(open), snapshot(open, { upstream: "jira X-1", compliance: "approved" })),
    ),
    codes: ["no-reference", "no-reference"],
  },
  {
    fear: "planning a task is a nuisance",
    evidence: tasked({}, [], edit(null, snapshot(open))),
    codes: ["untouched"],
  },
  {
    fear: "a task is born approved",
    evidence: tasked({}, [], edit(null, snapshot(open, { compliance: "approved" }))),
    codes: ["no-reference"],
  },
  {
    fear: "rewording a task is a nuisance",
    evidence: tasked(
      {},
      [],
      edit(snapshot(open), snapshot({ ...open, title: "Better", description: "More" })),
    ),
    codes: ["untouched"],
  },
];

const wide: readonly Line[] = [
  {
    fear: "a pull request's own law change needs no ticket",
    evidence: evidence({
      change: pullRequest(commit({ paths: [] })),
      facts: [facts()],
      tasks: [],
      lawPaths: [{ path: POLICY, commit: null }],
      references: [],
      lookups: {},
    }),
    codes: ["no-reference", "untouched"],
  },
  {
    fear: "a pull request's title does not count",
    evidence: evidence({
      change: pullRequest(commit({ paths: paths(POLICY) })),
      facts: [facts()],
      tasks: [],
      lawPaths: [{ path: POLICY, commit: 0 }],
      references: [reference("TASK-7", { place: "title" })],
      lookups: found(open),
    }),
    codes: ["authorised"],
  },
];

const table = [...policy, ...exemptions, ...tasks, ...wide];

describe("policy-change-authorised", () => {
  test.each(table)("$fear", (line) => expectLine(policyChangeAuthorised, line));
  test("the table meets every code", () => expectEveryCode(policyChangeAuthorised, table));

  test("what was changed is not named", () => {
    const given = answers(policyChangeAuthorised, tasked({}, [], edit(snapshot(active), snapshot(done))));
    expect(given[0]?.args).toEqual({ what: "status of TASK-7" });
  });
});
