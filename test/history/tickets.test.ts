import { expect, test } from "vitest";
import { backlogRepository, judge } from "./judged.ts";

test("a report does not say which commit names which ticket, or what a revert rests on", async () => {
  const repository = backlogRepository();
  const base = repository.git("rev-parse", "HEAD").trim();
  repository.commit("Work on it (TASK-1)", { "a.txt": "1" });
  repository.commit("Go on\n\nRefs: TASK-2, TASK-404", { "a.txt": "2" });
  const report = await judge(repository, { range: `${base}..HEAD` });
  const { commits } = report;
  expect([0, 1].map((index) => commits?.named?.(index))).toEqual([
    [
      { at: "tasks:TASK-2", place: "trailer" },
      { at: "tasks:TASK-404", place: "trailer" },
    ],
    [{ at: "tasks:TASK-1", place: "subject" }],
  ]);
  expect(report.tickets().map(({ at, status, source }) => [at, status, source])).toEqual([
    ["tasks:TASK-1", "found", "file"],
    ["tasks:TASK-2", "found", "file"],
    ["tasks:TASK-404", "absent", null],
  ]);

  repository.git("revert", "--no-edit", "HEAD~1..HEAD");
  const reverted = await judge(repository, { range: "HEAD~1..HEAD" });
  expect(reverted.tickets().map(({ at }) => at)).toEqual(["tasks:TASK-2", "tasks:TASK-404"]);
});
