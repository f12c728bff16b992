import { expect, test } from "vitest";
import { Fault } from "../../src/core/fault.ts";
import { explainKey } from "../../src/policy/explain.ts";
import { readPolicy } from "../../src/policy/load.ts";
import { memoryTree } from "./memory-tree.ts";
import { rules } from "./rules.ts";

const FILES = {
  "golden-thread.yml": `extends: org.yml
waivers: { max_days: 3 }
rules: { change-size: { level: enforce, max_files: 9 } }
`,
  "org.yml": `preset: strict
waivers:
  max_days: 5
  approvers: [ada]
`,
};

async function explain(key: string) {
  const detected = { tasks: { prefixes: ["TASK"] }, originUrl: null };
  const { layers, compiled } = await readPolicy({
    tree: memoryTree(FILES),
    place: "ci",
    detected,
    rules,
    today: "2027-01-10",
  });
  if (compiled.law === null) throw new Error("the policy is broken");
  return explainKey(key, { layers, resolved: compiled.resolved, law: compiled.law, rules });
}

test("a value is explained by the place that says it, and by what it overrules", async () => {
  expect(await explain("waivers.max_days")).toEqual([
    {
      key: "waivers.max_days",
      value: 3,
      origin: { kind: "file", file: "golden-thread.yml", line: 2, column: 22 },
      overruled: [{ value: 5, origin: { kind: "file", file: "org.yml", line: 3, column: 13 } }],
    },
  ]);
});

test.each([
  ["preset", "strict", { kind: "file", file: "org.yml", line: 1, column: 9 }],
  ["references.need", "all", { kind: "preset", preset: "strict" }],
  ["references.trailer", "Refs", { kind: "default" }],
  ["remotes.tasks.kind", "markdown", { kind: "detected" }],
  ["rules.ticket-exists.level", "enforce", { kind: "preset", preset: "strict" }],
  ["rules.ticket-exists.unknown", "block", { kind: "preset", preset: "strict" }],
  ["rules.change-size.max_files", 9, { kind: "file", file: "golden-thread.yml", line: 3, column: 52 }],
  ["rules.reference-required.trailer", "Refs", { kind: "section" }],
  ["authorise.types", null, { kind: "default" }],
])("%s is %j, and says why", async (key, value, origin) => {
  expect(await explain(key)).toEqual([expect.objectContaining({ key, value, origin })]);
});

test("a section is explained value by value, and everything is explained by default", async () => {
  expect((await explain("waivers")).map(({ key }) => key)).toEqual([
    "waivers.file",
    "waivers.approvers",
    "waivers.max_days",
  ]);
  expect((await explain("")).length).toBeGreaterThan(30);
});

test("a key with a typing error is refused with the near one", async () => {
  await expect(explain("waivers.maxdays")).rejects.toThrow(/waivers\.max_days/);
  await expect(explain("nonsense")).rejects.toBeInstanceOf(Fault);
});
