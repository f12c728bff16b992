import { expect, test } from "vitest";
import { compileScanner } from "../../src/references/scan.ts";

const scan = compileScanner({ github: "o/r", tasks: ["TASK"] });

test("a task id and a number are both found with exact offsets", () => {
  const text = "Close TASK-007, see #12";
  expect(scan(text, "commit")).toEqual([
    { provider: "tasks", id: "TASK-7", start: 6, end: 14, role: "closes" },
    { provider: "github", id: "o/r#12", start: 20, end: 23, role: "mentions" },
  ]);
});
