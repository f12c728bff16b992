import { statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compiled, GOOD, settle, task } from "./guarded.ts";

const FIRST = "backlog/tasks/task-1 - First.md";

describe("the engine's next answer mends the index", () => {
  test("after an edit, an added and a closed task", async () => {
    const repository = await compiled();
    repository.write("backlog/tasks/task-7 - New.md", task("TASK-7"));
    repository.write(FIRST, task("TASK-1", { title: "Other" }));
    repository.write("backlog/tasks/task-2 - Second.md", task("TASK-2", { status: "Done" }));
    await settle();
    expect(repository.hookRun("Do TASK-7 and TASK-1\n").code).toBe(0);
    expect(repository.isFast("Do TASK-7 and TASK-1\n")).toBe(true);
    expect(repository.isFast("Do TASK-2\n")).toBe(false);
    expect(repository.hookRun("Do TASK-2\n").code).toBe(1);
  });

  test("a file that has only just changed is not believed yet", async () => {
    const repository = await compiled();
    repository.write(FIRST, task("TASK-1", { title: "Other" }));
    const young = statSync(repository.path(FIRST)).mtimeMs;
    expect(repository.hookRun(GOOD).code).toBe(0);
    // The clock of a slow machine may be past the tick by now; then the row counts, and rightly.
    if (Date.now() - young < 10) expect(repository.isFast(GOOD)).toBe(false);
    await settle();
    expect(repository.hookRun(GOOD).code).toBe(0);
    expect(repository.isFast(GOOD)).toBe(true);
  });
});
