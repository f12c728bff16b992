import { describe, expect, test } from "vitest";
import { coverageOf } from "../../src/core/affected.ts";

const GLOBS = { "src/*.ts": "^(?:src/[^/]*\\.ts)$" };

describe("a list of files covers what it says and no more", () => {
  test.each([
    ["src/a.ts", "src/a.ts", true],
    ["./src/a.ts", "src/a.ts", true],
    ["src/", "src/deep/a.ts", true],
    ["src", "src", true],
    ["src", "srcs/a.ts", false],
    ["src/a", "src/a.ts", false],
    ["src/*.ts", "src/a.ts", true],
    ["src/*.ts", "src/deep/a.ts", false],
    ["lib/*.ts", "lib/a.ts", false],
    ["..", "a", false],
    ["src/../..", "src/a.ts", false],
    ["", "a", false],
    ["/", "a", false],
    [".", "a", false],
    ["constructor", "a", false],
    ["__proto__", "__proto__/a", true],
  ])("%j over %j is not %j", (entry, path, covered) =>
    expect(coverageOf([entry], GLOBS)(path)).toBe(covered),
  );

  test("an empty list covers everything", () => expect(coverageOf([], {})("a")).toBe(false));
});
