import { describe, expect, test } from "vitest";
import { backlogRepository, judge, objections, task } from "./judged.ts";

const TASK_1 = "backlog/tasks/task-1 - Work-1.md";
const TASK_2 = "backlog/tasks/task-2 - Work-2.md";
const EPIC = "backlog/tasks/task-9 - Work-9.md";
const POLICY = `version: 1
remotes:
  tasks: { kind: markdown }
rules: { parent-authorised: { level: enforce, required: true } }
`;

function child(number: number, of: number): string {
  return task(number, "In Progress").replace("labels: []", `labels: []\nparent_task_id: TASK-${of}`);
}

function epic(status: string): string {
  return task(9, status).replace("labels: []", "labels: []\ntype: epic");
}

function repositoryOfEpic(status = "In Progress") {
  const repository = backlogRepository(POLICY);
  const begun = repository.commit("Plan it (TASK-1)", { [TASK_1]: child(1, 9), [EPIC]: epic(status) });
  return { repository, begun };
}

const own = (lines: readonly string[]) => lines.filter((line) => line.startsWith("parent-authorised"));

describe("a range", () => {
  test("does not look the parent up, though nobody names it", async () => {
    const { repository, begun } = repositoryOfEpic();
    const work = repository.commit("Work (TASK-1)", { "a.txt": "1" });
    const alone = repository.commit("Work (TASK-2)", { "a.txt": "2" });
    const report = await judge(repository, { range: `${begun}..HEAD` });
    expect(own(objections(report, work))).toEqual([]);
    expect(own(objections(report, alone))).toEqual(["parent-authorised fail no-parent"]);
  });

  test("reopens the epic that it works under", async () => {
    const { repository, begun } = repositoryOfEpic("Done");
    const rogue = repository.commit("Reopen and work (TASK-1)", { [EPIC]: epic("In Progress") });
    const report = await judge(repository, { range: `${begun}..HEAD` });
    expect(own(objections(report, rogue))).toEqual(["parent-authorised fail parent-closed"]);
  });

  test("takes two tickets of different epics for one", async () => {
    const { repository } = repositoryOfEpic();
    const base = repository.commit("Plan more (TASK-1)", {
      [TASK_2]: child(2, 8),
      "backlog/tasks/task-8 - Work-8.md": task(8, "Done"),
    });
    const good = repository.commit("Work (TASK-1)", {});
    const bad = repository.commit("Work (TASK-2)", {});
    const report = await judge(repository, { range: `${base}..HEAD` });
    expect(own(objections(report, good))).toEqual([]);
    expect(own(objections(report, bad))).toEqual(["parent-authorised fail parent-closed"]);
  });
});

test("in a whole history an epic that is done today was never open", async () => {
  const { repository } = repositoryOfEpic();
  const work = repository.commit("Work (TASK-1)", { "a.txt": "1" });
  repository.commit("Done with it (TASK-1)", { [EPIC]: epic("Done") });
  const late = repository.commit("One thing more (TASK-1)", { "a.txt": "2" });
  const report = await judge(repository, { range: "HEAD" });
  expect(own(objections(report, work))).toEqual([]);
  expect(own(objections(report, late))).toEqual(["parent-authorised fail parent-closed"]);
});
