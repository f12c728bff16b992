import { beforeAll, describe, expect, test } from "vitest";
import type { Audit } from "../../src/core/audit.ts";
import type { Report } from "../../src/core/report.ts";
import { commitStanding } from "../../src/core/standing.ts";
import { backlogRepository, judge } from "../history/judged.ts";
import { audited, indexOf, seededRepository, ticketsOf } from "./seeded.ts";

const { repository, ids } = seededRepository();
let audit: Audit;
beforeAll(async () => {
  audit = await audited(repository);
});

const at = (name: string) => indexOf(audit, ids[name] ?? name);

const COUNTS = {
  authorised: 12,
  exempt: 5,
  unauthorised: 2,
  unreferenced: 6,
  unknown: 0,
  covered: 12,
  referenced: 11,
  beforeBaseline: 0,
};

/** The files are those of the commits without a ticket, and of the one whose ticket nobody knows. */
const GAPS = [
  ["commit-unauthorised", 2],
  ["commit-without-ticket", 6],
  ["ticket-not-found", 1],
  ["ticket-without-commit", 1],
  ["file-without-ticket", 5],
];

describe("a history with one commit of every kind", () => {
  test.each([
    ["root", "authorised", ["TASK-1"]],
    ["authorised", "authorised", ["TASK-1"]],
    ["nameless", "unreferenced", []],
    ["absent", "unauthorised", ["TASK-99"]],
    ["closed", "unauthorised", ["TASK-3"]],
    ["scoped", "exempt", []],
    ["bot", "unreferenced", []],
    ["squash", "authorised", ["TASK-2"]],
    ["revert", "authorised", ["TASK-1"]],
    ["again", "authorised", ["TASK-1"]],
    ["claimed", "unreferenced", []],
    ["fixup", "authorised", ["TASK-1"]],
    ["onSide", "authorised", ["TASK-2"]],
    ["merge", "exempt", []],
    ["mergedPull", "exempt", []],
    ["evil", "unreferenced", []],
    ["picked", "authorised", ["TASK-2"]],
    ["silent", "unreferenced", []],
    ["backport", "authorised", ["TASK-2"]],
  ] as const)("%s is %s", (name, standing, tickets) => {
    expect(audit.history.standing(at(name))).toBe(standing);
    expect(ticketsOf(audit, at(name))).toEqual(tickets);
  });

  test("the standings add up to all commits", () => {
    const { total, ratio, referenced, beforeBaseline, ...standings } = audit.coverage.commits;
    expect(Object.values(standings).reduce((sum, one) => sum + one, 0)).toBe(total);
    expect(total).toBe(Number(repository.git("rev-list", "--count", "HEAD")));
    expect({ ...standings, covered: ratio.covered, referenced, beforeBaseline }).toEqual(COUNTS);
  });

  test.each([
    ["revert", "revert", "authorised", true],
    ["again", "revert", "revert", true],
    ["claimed", "revert", "authorised", false],
    ["picked", "cherry-pick", "picksSource", true],
    ["silent", "cherry-pick", "silentSource", true],
    ["backport", "backport", "onPull", true],
    ["merge", "merge", "onSide", true],
    ["evil", "evil-merge", "onEvil", true],
  ])("%s is a %s of %s", (name, kind, of, proved) => {
    expect(audit.history.lineage(at(name))).toEqual({ kind, of: [ids[of]], proved });
  });

  test("plain work comes from nowhere", () => {
    expect(["root", "authorised", "nameless"].map((name) => audit.history.lineage(at(name)))).toEqual([
      null,
      null,
      null,
    ]);
  });

  test("the pull request is told by what its forge wrote", () => {
    expect(["squash", "mergedPull", "nameless"].map((name) => audit.history.change(at(name)))).toEqual([
      12,
      7,
      null,
    ]);
    expect(audit.history.lineage(at("squash"))).toEqual({ kind: "squash", of: ["#12"], proved: false });
  });

  test("lines are those that git counts, and of a merge those that no parent has", () => {
    expect(audit.history.lines(at("fixup"))).toEqual({ added: 1, deleted: 0 });
    expect(audit.history.lines(at("revert"))).toEqual({ added: 0, deleted: 1 });
    expect(audit.history.lines(at("merge"))).toEqual({ added: 0, deleted: 0 });
    expect(audit.history.lines(at("evil"))).toEqual({ added: 1, deleted: 0 });
    const all = Array.from({ length: audit.history.count }, (_, index) => index);
    const judged = all.filter((index) => audit.history.standing(index) !== "exempt");
    const lines = judged.map((index) => audit.history.lines(index) ?? { added: 0, deleted: 0 });
    const sum = lines.reduce((total, { added, deleted }) => total + added + deleted, 0);
    expect(audit.coverage.changedLines?.total).toBe(sum);
  });

  test("work that was reverted and brought back stands, what nobody brought back does not", () => {
    const standing = new Map(audit.tickets.map(({ key, standing }) => [key, standing]));
    expect(standing.get("TASK-1")).toBe(3);
    expect(standing.get("TASK-99")).toBe(0);
  });

  test("a ticket that nothing names is an item without code", () => {
    expect(audit.coverage.unlinkedItems).toEqual(["TASK-4"]);
    expect(audit.gaps.map(({ code, indexes }) => [code, indexes.length])).toEqual(GAPS);
  });
});

test("sums over months, authors and standings are the commits, whatever an author or a date is like", async () => {
  const odd = backlogRepository();
  const commit = (message: string, env: Readonly<Record<string, string>>) =>
    odd.run(["commit", "--quiet", "--allow-empty", "--allow-empty-message", "--file=-"], {
      input: message,
      env,
    });
  const authors = ["José García", "Zoë \u202e evil", "李雷"];
  for (const GIT_AUTHOR_NAME of authors) commit("Work (TASK-1)", { GIT_AUTHOR_NAME });
  commit("", { GIT_COMMITTER_DATE: "@1 +0000", GIT_AUTHOR_DATE: "@1 +0000" });
  commit("Far off (TASK-1)", { GIT_COMMITTER_DATE: "@4133980800 +0000" });
  commit(`Long (TASK-1)\n\n${"x".repeat(1024 * 1024)}`, {});
  const { months, authors: groups, coverage, history: all } = await audited(odd);
  const total = Number(odd.git("rev-list", "--count", "HEAD"));
  const sum = (list: readonly { readonly commits: number }[]) =>
    list.reduce((all, one) => all + one.commits, 0);
  expect([sum(months), sum(groups), coverage.commits.total, all.count]).toEqual([total, total, total, total]);
  expect(groups.map(({ name }) => name)).toEqual(
    expect.arrayContaining(authors.map((name) => `${name} <ada@example.com>`)),
  );
  const dates = odd.git("log", "--format=%cd", "--date=format:%Y-%m").split("\n");
  expect(months.map(({ name }) => name)).toEqual([...new Set(dates)].sort());
});

const BASE =
  "version: 1\ndisclose: full\nremotes: { tasks: { kind: markdown } }\nwaivers: { approvers: [alice], max_days: 90 }\n";
const SCOPES =
  "scopes:\n  - { paths: [docs/**], exempt: true }\n  - { paths: ['*.txt'], rules: { ticket-authorised: warn } }\n";

function waiver(created: string, expires: string): string {
  const what = `- { id: W-1, rules: [reference-required], for: { commits: ["${ids.nameless}"] }, reason: agreed`;
  return `${what}, approver: alice, created: ${created}, expires: ${expires} }\n`;
}

/** Policies, and waivers beside them, under which one history is judged. */
const LAWS: readonly (readonly [name: string, policy: string, waivers: string])[] = [
  [
    "a baseline, scopes and a day that is to come",
    `baseline: { commit: ${ids.authorised} }\nenforce_from: 2025-01-01\n${SCOPES}`,
    waiver("2023-12-30", "2024-01-20"),
  ],
  [
    "merges and bots, all references, and a waiver that is over",
    "exempt: { merges: none, bots: [renovate] }\nreferences: { need: all, in: [subject] }\nenforce_from: 2023-01-01\n",
    waiver("2023-12-01", "2023-12-20"),
  ],
  ["the strictest preset", "preset: strict\n", waiver("2023-12-30", "2024-01-20")],
];

/** By commit, what was found of it; words apart, since each is told of the first commit that has them. */
function found({ commits, keys }: Report): ReadonlyMap<string, unknown> {
  return new Map(
    Array.from({ length: commits?.count ?? 0 }, (_, index) => {
      const { verdict, findings } = keys[commits?.key(index) ?? -1] ?? { verdict: null, findings: [] };
      const said = findings.map(({ rule, outcome, level, code, waiver }) => [
        rule,
        outcome,
        level,
        code,
        waiver,
      ]);
      return [commits?.id(index) ?? "", { verdict, standing: commitStanding(findings), said }];
    }),
  );
}

describe("a history that is audited and one that is checked", () => {
  test.each(LAWS)("are two under a law of %s", async (_, policy, waivers) => {
    repository.write("golden-thread.yml", `${BASE}${policy}`);
    repository.write("golden-thread.waivers.yml", waivers);
    const checked = await judge(repository, { range: "HEAD" });
    const { report, coverage } = await audited(repository, { parts: new Set(["messages"]) });
    expect(found(report)).toEqual(found(checked));
    expect(report.counts).toEqual(checked.counts);
    expect(report.waivers).toEqual(checked.waivers);
    expect(report.enforceFrom).toBe(checked.enforceFrom);
    expect(coverage.commits).toMatchObject({
      total: checked.counts.commits,
      exempt: Object.values(checked.counts.exempt).reduce((sum, count) => sum + count, 0),
      beforeBaseline: checked.counts.beforeBaseline,
    });
  });
});
