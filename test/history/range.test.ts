import { describe, expect, test } from "vitest";
import { backlogRepository, judge, objections, task } from "./judged.ts";

const TASK_1 = "backlog/tasks/task-1 - Work-1.md";

describe("a task that is closed in the range", () => {
  test("still authorises the commits that were made before", async () => {
    const repository = backlogRepository();
    const work = repository.commit("Work on it (TASK-1)", { "a.txt": "1" });
    const close = repository.commit("Finish it (TASK-1)", { [TASK_1]: task(1, "Done"), "a.txt": "2" });
    const late = repository.commit("One thing more (TASK-1)", { "a.txt": "3" });
    const report = await judge(repository, { range: "HEAD" });
    expect(objections(report, work)).toEqual([]);
    expect(objections(report, close)).toEqual([]);
    expect(objections(report, late)).toEqual(["ticket-authorised fail wrong-state"]);
  });

  test("can't be reopened by the commit that then rests on it", async () => {
    const repository = backlogRepository();
    repository.commit("Finish it (TASK-1)", { [TASK_1]: task(1, "Done") });
    const rogue = repository.commit("Reopen and go on (TASK-1)", {
      [TASK_1]: task(1, "In Progress"),
      "a.txt": "1",
    });
    const report = await judge(repository, { range: "HEAD" });
    expect(objections(report, rogue)).toContain("ticket-authorised fail wrong-state");
  });

  test("is known by its earlier commits, which the range leaves out", async () => {
    const repository = backlogRepository();
    const base = repository.commit("Work on task-001", { "a.txt": "1" });
    const close = repository.commit("Close the done ones (TASK-2)", { [TASK_1]: task(1, "Done") });
    const report = await judge(repository, { range: `${base}..HEAD` });
    expect(objections(report, close)).toEqual([]);
  });
});

describe("a waiver", () => {
  const waiver = (target: string) =>
    `- { id: W-1, rules: [ticket-authorised, reference-required], for: ${target}, reason: agreed, approver: alice, created: 2023-12-30, expires: 2024-01-02 }\n`;
  const policy =
    "version: 1\nremotes:\n  tasks: { kind: markdown }\nwaivers: { approvers: [alice] }\nrules: { policy-change-authorised: off }\n";

  test("for one ticket excuses no commit of another", async () => {
    const repository = backlogRepository(policy);
    repository.commit("Close both (TASK-1, TASK-2)", {
      [TASK_1]: task(1, "Done"),
      "backlog/tasks/task-2 - Work-2.md": task(2, "Done"),
      "golden-thread.waivers.yml": waiver("{ ticket: [TASK-1] }"),
    });
    const excused = repository.commit("Late (TASK-1)", { "a.txt": "1" });
    const other = repository.commit("Late too (TASK-2)", { "a.txt": "2" });
    const report = await judge(repository, { range: "HEAD" });
    expect(objections(report, excused)).toEqual([]);
    expect(objections(report, other)).toEqual(["ticket-authorised fail wrong-state"]);
  });

  test("for some paths excuses no commit that changes others", async () => {
    const repository = backlogRepository(policy);
    repository.commit("Agree (TASK-1)", { "golden-thread.waivers.yml": waiver('{ paths: ["vendor/**"] }') });
    const excused = repository.commit("Take the vendor's version", { "vendor/a.txt": "1" });
    const other = repository.commit("Take more", { "src/a.txt": "2" });
    const report = await judge(repository, { range: "HEAD" });
    expect(objections(report, excused)).toEqual([]);
    expect(objections(report, other)).toEqual(["reference-required fail missing"]);
  });

  test("for one commit holds for that commit alone", async () => {
    const repository = backlogRepository(policy);
    const excused = repository.commit("In a hurry", { "a.txt": "1" });
    const other = repository.commit("In a hurry too", { "a.txt": "2" });
    repository.commit("Agree (TASK-1)", {
      "golden-thread.waivers.yml": waiver(`{ commits: ["${excused}"] }`),
    });
    const report = await judge(repository, { range: "HEAD" });
    expect(objections(report, excused)).toEqual([]);
    expect(objections(report, other)).toEqual(["reference-required fail missing"]);
  });
});

describe("merges, reverts and picks", () => {
  test("a merge that git made itself is exempt, one with a change in it is not", async () => {
    const repository = backlogRepository();
    repository.git("checkout", "-q", "-b", "side");
    repository.commit("Side work (TASK-1)", { "side.txt": "1" });
    repository.git("checkout", "-q", "main");
    repository.commit("Main work (TASK-1)", { "main.txt": "1" });
    repository.git("merge", "-q", "--no-ff", "-m", "Bring the side", "side");
    const clean = repository.git("rev-parse", "HEAD");
    repository.git("checkout", "-q", "-b", "other", "HEAD~1");
    repository.git("merge", "-q", "--no-ff", "--no-commit", "side");
    const evil = repository.commit("Bring the side, and more", { "smuggled.txt": "1" });
    const report = await judge(repository, { range: "HEAD" });
    const cleanReport = await judge(repository, { range: clean });
    expect(objections(cleanReport, clean)).toEqual([]);
    expect(cleanReport.counts.exempt).toEqual({ "clean-merge": 1 });
    expect(objections(report, evil)).toEqual(["reference-required fail missing"]);
    expect(report.counts.exempt).toEqual({});
  });

  test("a revert inherits its target's ticket, a text that only claims to be one does not", async () => {
    const repository = backlogRepository();
    const target = repository.commit("Work on it (TASK-1)", { "a.txt": "1" });
    repository.commit("Unrelated (TASK-2)", { "b.txt": "1" });
    repository.git("revert", "--no-edit", target);
    const revert = repository.git("rev-parse", "HEAD");
    repository.git("commit", "-q", "--amend", "-m", `Go back\n\nThis reverts commit ${target}.`);
    const proven = repository.git("rev-parse", "HEAD");
    const claimed = repository.commit(`Go back\n\nThis reverts commit ${target}.`, { "c.txt": "smuggled" });
    const report = await judge(repository, { range: "HEAD" });
    expect(revert).not.toBe(proven);
    expect(objections(report, proven)).toEqual([]);
    expect(objections(report, claimed)).toEqual(["reference-required fail missing"]);
  });
});

describe("what is left out", () => {
  test("commits before the baseline are counted and not judged", async () => {
    const repository = backlogRepository();
    const old = repository.commit("Before there was a policy", { "a.txt": "1" });
    repository.commit("Draw the line (TASK-1)", {
      "golden-thread.yml": `version: 1\nbaseline: { commit: ${old} }\nremotes:\n  tasks: { kind: markdown }\n`,
    });
    const report = await judge(repository, { range: "HEAD" });
    expect(report.counts).toMatchObject({ commits: 1, beforeBaseline: 2, failed: 0 });
    expect(report.verdict).toBe("pass");
  });

  test("a range without commits has nothing to object to", async () => {
    const repository = backlogRepository();
    const report = await judge(repository, { range: "HEAD..HEAD" });
    expect(report.verdict).toBe("pass");
    expect(report.counts.commits).toBe(0);
  });

  test("a shallow clone is no whole history", async () => {
    const repository = backlogRepository();
    repository.commit("Work on it (TASK-1)", { "a.txt": "1" });
    repository.git("clone", "-q", "--depth=1", `file://${repository.root}`, `${repository.root}-shallow`);
    const shallow = { root: `${repository.root}-shallow`, env: repository.env };
    const report = await judge(shallow, { range: "HEAD" });
    expect(report.subject.complete).toBe(false);
    expect(report.verdict).toBe("undecided");
  });

  test("a bot's name alone exempts nothing and is counted", async () => {
    const repository = backlogRepository(
      'version: 1\nexempt: { bots: ["Ada Author"] }\nremotes:\n  tasks: { kind: markdown }\n',
    );
    const bot = repository.commit("Bump a dependency", { "a.txt": "1" });
    const report = await judge(repository, { range: "HEAD" });
    expect(objections(report, bot)).toEqual(["reference-required fail unproved"]);
    expect(report.counts.unproved).toBe(2);
  });

  test("a scope exempts a commit only if all of its paths lie in it, and never the law", async () => {
    const repository = backlogRepository(
      'version: 1\nremotes:\n  tasks: { kind: markdown }\nscopes:\n  - { paths: ["docs/**", "*.yml"], exempt: true }\n',
    );
    const docs = repository.commit("Fix a typo", { "docs/a.md": "1" });
    const both = repository.commit("Fix a typo, and code", { "docs/a.md": "2", "a.txt": "1" });
    const law = repository.commit("Loosen the law", { "golden-thread.yml": "version: 1\npreset: observe\n" });
    repository.git("checkout", "-q", "HEAD~1", "--", "golden-thread.yml");
    const report = await judge(repository, { range: "HEAD" });
    expect(objections(report, docs)).toEqual([]);
    expect(objections(report, both)).toEqual(["reference-required fail missing"]);
    expect(objections(report, law)).toContain("policy-change-authorised fail no-reference");
  });
});

describe("the place of a reference", () => {
  test.each([
    ["subject-start", "TASK-1: Work", "Work (TASK-1)"],
    ["subject-end", "Work (TASK-1)", "TASK-1: Work"],
    ["trailer", "Work\n\nRefs: TASK-1", "Work\n\nSee-also: TASK-1"],
  ])("%s is told of commits whose text is not kept", async (place, good, bad) => {
    const repository = backlogRepository(
      `version: 1\nremotes:\n  tasks: { kind: markdown }\nrules: { reference-place: { level: enforce, place: ${place} } }\n`,
    );
    const [right, wrong] = [repository.commit(good), repository.commit(bad)];
    const report = await judge(repository, { range: "HEAD" });
    expect(objections(report, right)).toEqual([]);
    expect(objections(report, wrong)).toHaveLength(1);
    expect(objections(report, wrong)[0]).toMatch(/^reference-place fail/);
  });
});
