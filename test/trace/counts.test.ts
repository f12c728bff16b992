import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AuditHistory, type PartState, STANDINGS } from "../../src/core/audit.ts";
import { ratioOf } from "../../src/core/ratio.ts";
import { coverageOf } from "../../src/trace/coverage.ts";
import { authorsOf, foldersOf, monthsOf } from "../../src/trace/groups.ts";
import { type SceneCommit, sceneAudit, ticket } from "./scene.ts";

const DAY = 86_400;

describe("a percentage that flatters", () => {
  test.each([
    [0, 0, null],
    [0, 3, 0],
    [1, 3, 33.3],
    [2, 3, 66.6],
    [999, 1000, 99.9],
    [9_999_999, 10_000_000, 99.9],
    [1, 10_000, 0],
    [7, 7, 100],
  ])("%d of %d is %s", (covered, total, percent) => {
    expect(ratioOf(covered, total).percent).toBe(percent);
  });
});

describe("coverage that counts what nobody proved", () => {
  test("a ticket that nobody found is no item, and covers no file", () => {
    const audit = sceneAudit({
      tickets: [ticket("TASK-1"), ticket("TASK-2"), ticket("TASK-3", { status: "absent" })],
      commits: [
        { name: "b", standing: "authorised", tickets: [0] },
        { name: "a", standing: "unauthorised", tickets: [2] },
      ],
      files: [
        { path: "a.ts", named: [2], through: [] },
        { path: "b.ts", named: [], through: [0] },
        { path: "c.ts", isExempt: true },
        { path: "d.ts", named: [1] },
      ],
    });
    const coverage = coverageOf(audit);
    expect(coverage).toMatchObject({
      linkedItems: ["TASK-1", "TASK-2"],
      unlinkedItems: [],
      totalItems: 2,
      linkedCount: 2,
      unlinkedCount: 0,
      coveragePercent: 100,
    });
    expect(coverage.files).toEqual({ covered: 2, total: 3, percent: 66.6 });
    expect(coverage.commits).toMatchObject({ authorised: 1, unauthorised: 1, total: 2, referenced: 2 });
  });

  test("what nobody looked at is null, never nothing or all", () => {
    const { files, liveLines, changedLines, proposals, specs, criteria, commits } = coverageOf(
      sceneAudit({}),
    );
    expect([files, liveLines, changedLines, proposals, specs, criteria]).toEqual(Array(6).fill(null));
    expect(commits.ratio).toEqual({ covered: 0, total: 0, percent: null });
  });

  test("an exempt commit is in neither number of commits and changed lines, and excuses its pull request", () => {
    const lines = { added: 3, deleted: 1 };
    const { commits, changedLines, proposals } = coverageOf(
      sceneAudit({
        tickets: [ticket("TASK-1")],
        commits: [
          { name: "d", standing: "exempt", change: 2, lines: { added: 100, deleted: 0 } },
          { name: "c", standing: "authorised", change: 2, tickets: [0], lines },
          { name: "b", standing: "unreferenced", change: 1, lines },
          { name: "a", standing: "authorised", change: 1, tickets: [0], lines },
        ],
      }),
    );
    expect(commits.ratio).toEqual({ covered: 2, total: 3, percent: 66.6 });
    expect(changedLines).toEqual({ covered: 8, total: 12, percent: 66.6 });
    expect(proposals).toEqual({ covered: 1, total: 2, percent: 50 });
  });

  test("a merge that is excused speaks for the commits that it brought, though only the forge knows them", () => {
    const scene = sceneAudit({
      commits: [
        { name: "b", standing: "exempt", change: 1 },
        { name: "a", standing: "unreferenced" },
      ],
    });
    const history: AuditHistory = {
      ...scene.history,
      lineage: (index) => (index === 0 ? { kind: "merge", of: ["a"], proved: true } : null),
    };
    const told = (state: PartState["state"]) =>
      coverageOf({ ...scene, history, parts: [{ part: "proposals", state, why: "", fix: null }] }).proposals;
    expect(told("not-asked")).toBeNull();
    expect(told("done")).toEqual({ covered: 1, total: 1, percent: 100 });
  });

  test("boxes, specs and living lines", () => {
    const spec = { source: "upstream", path: null, digest: "" } as const;
    const nothing = { authorised: 0, exempt: 0, unauthorised: 0, unreferenced: 0, unknown: 0 };
    const coverage = coverageOf(
      sceneAudit({
        tickets: [
          ticket("TASK-1", { criteria: { done: 1, total: 3 } }),
          ticket("TASK-2", { criteria: { done: 0, total: 9 } }),
          ticket("TASK-3", { spec }),
        ],
        commits: [{ name: "a", standing: "authorised", tickets: [0, 2] }],
        files: [
          { path: "a", live: { ...nothing, authorised: 5, unknown: 2 } },
          { path: "b", live: { ...nothing, exempt: 1 } },
        ],
      }),
    );
    expect(coverage.criteria).toEqual({ covered: 1, total: 3, percent: 33.3 });
    expect(coverage.specs).toEqual({ covered: 1, total: 2, percent: 50 });
    expect(coverage.liveLines).toEqual({ covered: 6, total: 8, percent: 75 });
  });
});

describe("a commit that is lost or counted twice between two tables", () => {
  test("a folder counts a commit once, with what it did in folders that are gone", () => {
    const audit = sceneAudit({
      tickets: [ticket("TASK-1")],
      commits: [
        { name: "b", standing: "authorised", tickets: [0] },
        { name: "a", standing: "unreferenced" },
      ],
      files: [
        { path: "README", lines: 2, through: [] },
        { path: "src/deep/a.ts", lines: 10, named: [0] },
        { path: "src/b.ts", lines: 5, isExempt: true },
      ],
    });
    const names = ["src/deep/a.ts", "src/deep/x.ts", "src/gone/y.ts", "README"];
    const paths = [[0, 1, 2], [3]];
    const folders = foldersOf({
      files: audit.files ?? expect.fail("no files"),
      tickets: audit.tickets,
      history: audit.history,
      touched: { names, of: (index) => paths[index] ?? [] },
    });
    const rows = folders.map(({ name, commits, authorised, unreferenced, files, covered, lines }) => [
      ...[name, commits, authorised, unreferenced, files, covered, lines],
    ]);
    expect(rows).toEqual([
      [".", 2, 1, 1, 2, 1, 17],
      ["src", 1, 1, 0, 1, 1, 15],
      ["src/deep", 1, 1, 0, 1, 1, 10],
    ]);
  });

  test("any history adds up the same by standing, month and author, and its tables keep their order", () => {
    const commit = fc.record<SceneCommit>({
      name: fc.constant("x"),
      standing: fc.constantFrom(...STANDINGS),
      tickets: fc.subarray([0, 1]),
      time: fc.integer({ min: -400 * DAY, max: 20_000 * DAY }),
      author: fc.constantFrom("A <a@example.com>", "B <b@example.com>", "Ä <c@example.com>"),
    });
    fc.assert(
      fc.property(fc.array(commit, { maxLength: 60 }), (commits) => {
        const audit = sceneAudit({ commits, tickets: [ticket("TASK-1"), ticket("TASK-2")] });
        const { ratio, referenced: _, beforeBaseline: __, total, ...standings } = coverageOf(audit).commits;
        expect(Object.values(standings).reduce((sum, part) => sum + part, 0)).toBe(total);
        expect(ratio.percent === 100).toBe(ratio.total > 0 && ratio.covered === ratio.total);
        const [months, authors] = [monthsOf(audit), authorsOf(audit)];
        for (const groups of [months, authors]) {
          for (const standing of STANDINGS) {
            expect(groups.reduce((sum, group) => sum + group[standing], 0)).toBe(standings[standing]);
          }
          expect(groups.reduce((sum, group) => sum + group.commits, 0)).toBe(total);
        }
        expect(months.map(({ name }) => name)).toEqual(months.map(({ name }) => name).sort());
        const shuffled = sceneAudit({ commits: [...commits].reverse() });
        expect([monthsOf(shuffled), authorsOf(shuffled)]).toEqual([months, authors]);
      }),
      { numRuns: 60 },
    );
  });
});
