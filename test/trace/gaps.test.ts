import { describe, expect, test } from "vitest";
import type { GapCode } from "../../src/core/audit.ts";
import type { JudgedFinding } from "../../src/core/finding.ts";
import { gapsOf } from "../../src/trace/gaps.ts";
import { type Scene, sceneAudit, ticket } from "./scene.ts";

const DONE = { state: { name: "Done", category: "done" } } as const;
const OPEN = { state: { name: "To Do", category: "open" } } as const;

/** Code and places of each gap, in order. */
function found(scene: Scene): readonly (readonly [GapCode, readonly number[]])[] {
  return gapsOf(sceneAudit(scene)).map(({ code, indexes }) => [code, [...indexes]] as const);
}

function missing(rule: string): JudgedFinding {
  return {
    rule,
    level: "enforce",
    outcome: "fail",
    code: "missing",
    blocking: true,
    about: { kind: "commit" },
    args: {},
    fix: { argv: null, note: "" },
  };
}

describe("work and tickets that lost each other", () => {
  test("tickets under way or done to which nothing leads; one that nobody began is no gap", () => {
    const tickets = [
      ticket("TASK-1"),
      ticket("TASK-2", DONE),
      ticket("TASK-3", OPEN),
      ticket("TASK-4", DONE),
    ];
    expect(found({ tickets, files: [{ path: "a", named: [3] }] })).toEqual([
      ["closed-without-code", [1, 3]],
      ["ticket-without-commit", [0, 1]],
    ]);
  });

  test.each([
    ["a shallow clone", { complete: false }],
    ["a range", { behind: ["a".repeat(40)] }],
    ["a window of time", { since: "2026-01-01T00:00:00Z" }],
  ])("%s can't say that there is no commit", (_name, scope) => {
    expect(found({ tickets: [ticket("TASK-1"), ticket("TASK-2", DONE)], scope })).toEqual([]);
  });

  test("commits without, with a wrong and with an unknown ticket", () => {
    const tickets = [ticket("TASK-1"), ticket("TASK-9", { status: "absent", state: null })];
    const commits = [
      { name: "d", standing: "unreferenced" },
      { name: "c", standing: "unauthorised", tickets: [1] },
      { name: "b", standing: "exempt" },
      { name: "a", standing: "authorised", tickets: [0] },
    ] as const;
    expect(found({ tickets, commits })).toEqual([
      ["commit-unauthorised", [1]],
      ["commit-without-ticket", [0]],
      ["ticket-not-found", [1]],
    ]);
  });

  test("a file is an orphan only where its commits are known", () => {
    const files = [
      { path: "a", through: [] },
      { path: "b" },
      { path: "c", through: [0] },
      { path: "d", through: [], isExempt: true },
    ];
    const commits = [{ name: "a", standing: "authorised", tickets: [0] }] as const;
    expect(found({ tickets: [ticket("TASK-1")], commits, files })).toEqual([["file-without-ticket", [0]]]);
  });
});

describe("done, and there is nothing of it", () => {
  const work = { name: "work", standing: "authorised", tickets: [0] } as const;
  const undo = { name: "undo", standing: "authorised", tickets: [0], reverts: ["work"] } as const;
  const again = { name: "again", standing: "authorised", tickets: [0], reverts: ["undo"] } as const;
  const other = { name: "other", standing: "authorised", tickets: [0] } as const;

  test.each([
    ["all of it is reverted", [undo, work], ["reverted-but-done"], 0],
    ["it was brought back", [again, undo, work], [], 1],
    ["it was done anew", [other, undo, work], [], 1],
    ["only a message says so", [{ ...undo, isClaim: true }, work], [], 2],
  ])("%s", (_name, commits, codes, standing) => {
    const scene = { tickets: [ticket("TASK-1", DONE)], commits };
    expect(found(scene).map(([code]) => code)).toEqual(codes);
    expect(sceneAudit(scene).tickets[0]).toMatchObject({ commits: commits.length, standing });
  });

  test("boxes are open", () => {
    const tickets = [
      ticket("TASK-1", { ...DONE, criteria: { done: 1, total: 2 } }),
      ticket("TASK-2", { ...DONE, criteria: { done: 2, total: 2 } }),
      ticket("TASK-3", { criteria: { done: 0, total: 2 } }),
    ];
    const commits = [{ name: "a", standing: "authorised", tickets: [0, 1, 2] }] as const;
    expect(found({ tickets, commits })).toEqual([["done-with-open-criteria", [0]]]);
  });
});

describe("a ticket that only looks like a reason", () => {
  test("it was made after its commits; on the same day, where only the day is known, nobody can say", () => {
    const at = (createdAt: string) => ticket(`TASK-${createdAt}`, { createdAt });
    const time = Date.UTC(2026, 4, 4, 12) / 1000;
    const tickets = [
      at("2026-05-04T12:00:01Z"),
      at("2026-05-04T11:59:59Z"),
      at("2026-05-04"),
      at("2026-05-06"),
    ];
    const commits = [{ name: "a", standing: "authorised", tickets: [0, 1, 2, 3], time }] as const;
    expect(found({ tickets, commits })).toEqual([["ticket-younger-than-commit", [0, 3]]]);
  });

  test.each([
    [20, 0, []],
    [21, 0, ["mega-ticket"]],
    [26, 480, ["mega-ticket"]],
    [26, 500, []],
  ])("it carries %d commits beside %d others", (own, others, codes) => {
    const commit = (number: number) => ({ name: "x", standing: "authorised", tickets: [number] }) as const;
    const commits = [
      ...Array(own).fill(commit(0)),
      ...Array.from({ length: others }, (_, index) => commit(1 + (index % 40))),
    ];
    const tickets = Array.from({ length: 41 }, (_, index) => ticket(`TASK-${index}`, OPEN));
    expect(found({ tickets, commits }).map(([code]) => code)).toEqual(codes);
  });
});

describe("a debt that was forgotten", () => {
  const waiver = {
    id: "W-1",
    rules: ["reference-required"],
    for: { commits: ["abcdef0123"] },
    reason: "An outage",
    approver: "alice",
    created: "2026-01-01",
    expires: "2026-05-31",
    proof: "declared",
  } as const;
  const commits = [{ name: "abcdef0123456789", standing: "unreferenced" }] as const;
  const findings = [missing("reference-required")];

  test.each([
    ["its commit is still without a ticket", waiver, findings, true],
    ["its last day is today", { ...waiver, expires: "2026-06-01" }, findings, false],
    ["its commit passes by now", waiver, [], false],
    ["another rule objects", waiver, [missing("ticket-exists")], false],
    ["its commit is not in this history", { ...waiver, for: { commits: ["0000000000"] } }, findings, false],
    ["its path is gone", { ...waiver, for: { paths: ["old"] } }, findings, false],
    ["its path is still there", { ...waiver, for: { paths: ["src"] } }, findings, true],
    ["its ticket is named by no such commit", { ...waiver, for: { ticket: ["TASK-1"] } }, findings, false],
    ["its pull request is another", { ...waiver, for: { pr: [7] } }, findings, false],
  ])("%s", (_name, one, judged, isOverdue) => {
    const files = [{ path: "src/a.ts" }];
    const codes = found({
      tickets: [ticket("TASK-1", OPEN)],
      commits,
      findings: judged,
      waivers: [one],
      files,
    });
    expect(codes.some(([code]) => code === "waiver-overdue")).toBe(isOverdue);
  });
});
