import Ajv from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { Simulation } from "../../src/core/simulation.ts";
import { bars, columns } from "../../src/reports/figures.ts";
import { jsonSchema } from "../../src/reports/json-schema.ts";
import { simulateJson } from "../../src/reports/simulate-json.ts";
import { simulateText } from "../../src/reports/simulate-text.ts";
import { metas } from "./reports.ts";
import { simulation } from "./simulations.ts";

const ajv = new Ajv.default({ strict: true, allowUnionTypes: true });
const schema = jsonSchema();
const valid = ajv.compile(typeof schema === "object" && schema !== null ? schema : false);

const text = (one: Simulation) => [...simulateText(one, { metas, color: false, columns: 90 })].join("");

const cases: readonly (readonly [string, Simulation])[] = [
  ["plain", simulation()],
  ["observed", simulation({ preset: "observe", assumed: "standard" })],
  ["with a date", simulation({ enforceFrom: "2027-01-15" })],
  ["of nothing", simulation({ rules: [], authors: [], months: [], folders: { depth: 2, rows: [] } })],
];

describe("a simulation as JSON", () => {
  test.each(cases)("%s is what the schema promises", (_name, one) => {
    const parsed: unknown = JSON.parse([...simulateJson(one)].join(""));
    valid(parsed);
    expect(valid.errors).toBeNull();
    expect(parsed).toEqual(one);
  });

  test("the schema refuses a key that nobody told it of", () => {
    expect(valid({ ...simulation(), blocked: 1 })).toBe(false);
  });
});

describe("a simulation as text", () => {
  test("looks like this", async () => {
    await expect(text(simulation())).toMatchFileSnapshot("golden/simulation.golden.txt");
  });

  test("never says that almost all is all", () => {
    expect(text(simulation())).toContain("99.9 %");
    expect(text(simulation())).not.toContain("100.0 %");
  });

  test("shows no control character of an author or a folder", () => {
    expect(text(simulation())).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/u);
  });

  test("says from which day a warning blocks", () => {
    const shown = text(simulation({ enforceFrom: "2027-01-15" })).replace(/\s+/gu, " ");
    expect(shown).toContain("from 2027-01-15 on it blocks");
    expect(text(simulation())).toContain("Until 2026-12-06 what would block only warns");
  });

  test("says whose preset it judged by", () => {
    const observed = text(simulation({ preset: "observe", assumed: "standard" }));
    expect(observed).toContain("preset is observe; this is what standard would have done");
  });

  test("has no table without a row, and no proposal without a change", () => {
    const { proposal } = simulation();
    const empty = { rules: [], authors: [], months: [], folders: { depth: 1, rows: [] } };
    const shown = text(simulation({ ...empty, proposal: { ...proposal, lines: [] } }));
    expect(shown).not.toContain("By ");
    expect(shown).toContain("Nothing to change");
  });

  test("of a long history shows the last months and says how many there are more", () => {
    const months = Array.from({ length: 30 }, (_, at) => {
      return { name: `m-${at}`, commits: 2, blocked: 1, undecided: 0 };
    });
    const shown = text(simulation({ months }));
    expect(shown).toContain("… 6 earlier months");
    expect(shown).toContain("m-29");
    expect(shown).not.toContain("m-5 ");
  });
});

test("a bar is there for what is not nothing, and whole only for all", () => {
  const [none, little, almost, all] = bars([0, 0.0001, 0.9999, 1]).map(({ length }) => length);
  expect([none, little]).toEqual([0, 1]);
  expect(almost).toBeLessThan(all ?? 0);
});

test("columns are as wide as their widest cell", () => {
  expect(
    columns([
      ["a", "1", "x"],
      ["bcd", "1,000", ""],
    ]),
  ).toEqual(["a        1  x", "bcd  1,000"]);
});
