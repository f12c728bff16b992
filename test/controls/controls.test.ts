import { describe, expect, test } from "vitest";
import { auditEvidence, EVIDENCE } from "../../src/controls/evidence.ts";
import { frameworksOf, MAPPING } from "../../src/controls/index.ts";
import { readMapping } from "../../src/controls/read.ts";
import { supportsOf } from "../../src/controls/support.ts";
import { rules } from "../../src/rules/index.ts";
import { auditFixture } from "../reports/audit-fixture.ts";

const CONTROLS = MAPPING.items;

describe("the mapping", () => {
  test("has a control that a rule names, under the same name", () => {
    const known = new Set(CONTROLS.map(({ framework, item }) => `${framework} ${item}`));
    const named = rules.flatMap(({ meta }) => meta.controls.map(({ framework, id }) => `${framework} ${id}`));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  test("names each control once, says what is missing, and rests on evidence that there is", () => {
    const names = CONTROLS.map(({ framework, item }) => `${framework} ${item}`);
    expect(new Set(names).size).toBe(names.length);
    const wrong = CONTROLS.filter(
      ({ asks, missing, evidence }) =>
        asks === "" || missing === "" || evidence.length === 0 || evidence.some((id) => !(id in EVIDENCE)),
    );
    expect(wrong).toEqual([]);
    expect(CONTROLS.filter(({ asks, missing }) => /satisf|complian|certif/i.test(asks + missing))).toEqual(
      [],
    );
  });

  test("covers the frameworks that auditors ask for", () => {
    const asked = [
      "SLSA",
      "NIST CSF 1.1",
      "NIST CSF 2.0",
      "NIST SSDF",
      "SOC 2",
      "ISO 27001",
      "PCI",
      "IEC 62304",
    ];
    expect(asked.filter((name) => !frameworksOf(MAPPING).some((known) => known.startsWith(name)))).toEqual(
      [],
    );
  });
});

describe("what an audit has of it", () => {
  const audit = auditFixture();
  const state = (id: string, told = auditEvidence(audit)) => told.find((one) => one.id === id)?.state;

  test("a half-covered history is partial evidence, and nobody's word is none", () => {
    expect([state("E1"), state("E3"), state("E6")]).toEqual(["partial", "present", "partial"]);
    expect([state("E4"), state("E5"), state("E7"), state("E8")]).toEqual(Array(4).fill("absent"));
  });

  test("a shallow clone is not the whole population", () => {
    const shallow = { ...audit, scope: { ...audit.scope, complete: false } };
    expect(state("E3", auditEvidence(shallow))).toBe("partial");
  });

  test("what was proved elsewhere counts, and a control is present only with all of its evidence", () => {
    const proofs = { E7: { state: "present", said: "The forge was asked." } } as const;
    const evidence = auditEvidence(audit, proofs);
    const found = (item: string) => supportsOf(evidence).find((one) => one.item === item);
    expect(found("A.8.4")).toMatchObject({ claim: "supports", state: "present" });
    expect(found("CC8.1")?.state).toBe("partial");
    expect(found("10.3")?.state).toBe("absent");
  });
});

describe("a mapping of the user's own", () => {
  const text = (change: object = {}) => {
    const [first] = CONTROLS;
    return JSON.stringify({ mappingVersion: "ours", items: [{ claim: "supports", ...first, ...change }] });
  };

  test("is read as it is written", () => {
    expect(readMapping(text(), "ours.json")).toEqual({ version: "ours", items: CONTROLS.slice(0, 1) });
  });

  test.each([
    ["is no JSON", "{"],
    ["has no rows", JSON.stringify({ mappingVersion: "ours", items: [] })],
    ["claims that something is satisfied", text({ claim: "satisfies" })],
    ["rests on evidence that there is not", text({ evidence: ["E9"] })],
    ["rests on nothing", text({ evidence: [] })],
    ["leaves out what is missing", text({ missing: " " })],
    ["has a strength of its own", text({ strength: "full" })],
  ])("that %s is refused, never taken for the shipped one", (_name, wrong) => {
    expect(() => readMapping(wrong, "ours.json")).toThrow(/mapping of controls/);
  });
});
