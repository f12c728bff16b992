import { expect } from "vitest";
import { z } from "zod";
import { COMMIT_CODES } from "../../src/core/codes.ts";
import type { Evidence } from "../../src/core/evidence.ts";
import type { Finding } from "../../src/core/finding.ts";
import type { Rule } from "../../src/core/rule.ts";

/** One line of a rule's table: the codes that it must give, in order. */
export interface Line {
  readonly fear: string;
  readonly evidence: Evidence;
  /** As a policy would write them; the rest are the rule's defaults. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly codes: readonly string[];
}

/** What a rule answers with options as a policy writes them. */
export function answers(rule: Rule, evidence: Evidence, options: unknown = {}): readonly Finding[] {
  const shown = rule.meta.needs.some((one) => one !== "paths") ? evidence : withoutTickets(evidence);
  return rule.check(shown, rule.options(z).parse(options));
}

/** Where no rule says that it needs tickets, nobody asks for any. */
function withoutTickets(evidence: Evidence): Evidence {
  const lookups = {
    get(): never {
      throw new Error('the rule reads look-ups and does not say so: needs: ["tickets"]');
    },
  };
  return Object.create(evidence, { lookups });
}

/** The line's codes are given, each with the outcome that the rule's meta declares and the arguments that its message needs. */
export function expectLine(rule: Rule, line: Line): void {
  const given = answers(rule, line.evidence, line.options);
  expect(given.map(({ code }) => code)).toEqual(line.codes);
  expect(given.map(({ outcome }) => outcome)).toEqual(
    line.codes.map((code) => rule.meta.codes[code]?.outcome),
  );
  for (const { code, args } of given) {
    const places = [...(rule.meta.codes[code]?.message ?? "").matchAll(/\{(\w+)\}/g)].map(
      ([, name = ""]) => name,
    );
    expect(
      places.filter((name) => args[name] === undefined),
      `${code} lacks arguments`,
    ).toEqual([]);
  }
}

/** The table meets every code of the rule's own; the codes that all rules share have a test of theirs. */
export function expectEveryCode(rule: Rule, table: readonly Line[]): void {
  const met = new Set(table.flatMap(({ codes }) => codes));
  const own = Object.keys(rule.meta.codes).filter((code) => !Object.hasOwn(COMMIT_CODES, code));
  expect(own.filter((code) => !met.has(code))).toEqual([]);
}
