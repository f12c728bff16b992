import { describe, expect, test } from "vitest";
import { Fault } from "../../src/core/fault.ts";
import { errorText } from "../../src/reports/error.ts";

const how = { color: false, columns: 80 };

describe("an error for people", () => {
  test("tells every problem with its place, and how to mend it", async () => {
    const fault = new Fault("policy", "The policy can't be used: 2 in golden-thread.yml.", {
      problems: [
        {
          file: "golden-thread.yml",
          line: 3,
          column: 1,
          key: "presett",
          message: "unknown key",
          suggestion: "preset",
        },
        {
          file: "golden-thread.yml",
          line: 9,
          column: 5,
          key: "rules.x",
          message: "unusable",
          found: "7",
          wanted: "warn",
        },
      ],
      fix: "Mend every place, then run: golden-thread config validate",
    });
    await expect(errorText(fault, how)).toMatchFileSnapshot("golden/error-policy.golden.txt");
  });
  test("shows the first lines of what git said, each on its own", async () => {
    const found = `fatal: one\n${"two ".repeat(200)}\n\nthree\u001b[2J\n${"more\n".repeat(50)}`;
    await expect(errorText(new Fault("git", "git log failed.", { found }), how)).toMatchFileSnapshot(
      "golden/error-git.golden.txt",
    );
  });
});
