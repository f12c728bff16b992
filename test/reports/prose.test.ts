import { describe, expect, test } from "vitest";
import { terminal } from "../../src/reports/escape.ts";
import { rules } from "../../src/rules/index.ts";

describe("every rule tells people what they need", () => {
  test.each(rules.map(({ meta }) => meta))(
    "$id says who can change it, why it matters and how to fix it",
    (meta) => {
      for (const text of [meta.title, meta.who ?? "", meta.why, meta.fix]) {
        expect(text).not.toBe("");
        expect(terminal(text)).toBe(text);
      }
    },
  );
});
