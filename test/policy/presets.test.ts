import { expect, test } from "vitest";
import { rules as registry } from "../../src/rules/index.ts";
import { load, problems } from "./load.ts";
import { rules } from "./rules.ts";

const levels = (law: Awaited<ReturnType<typeof load>>): Record<string, string> =>
  Object.fromEntries(Object.entries(law.rules).map(([id, rule]) => [id, rule.level]));

test("observe blocks on nothing, anywhere", async () => {
  for (const place of ["hook", "ci", "server"] as const) {
    const law = await load("preset: observe", { place, rules: registry });
    for (const { meta } of registry) expect(law.rules[meta.id]?.level).toBe(meta.default ? "warn" : "off");
    expect(Object.values(law.rules).every((rule) => rule.unknown === "warn")).toBe(true);
  }
});

test("standard blocks on the core rules, and on specs only where they are required", async () => {
  expect(levels(await load(""))).toEqual({
    "reference-required": "enforce",
    "ticket-exists": "enforce",
    "ticket-authorised": "enforce",
    "policy-change-authorised": "enforce",
    "spec-in-body": "warn",
    "paths-in-scope": "warn",
    "author-is-assignee": "off",
    "change-size": "off",
  });
  expect(levels(await load("spec: { required: true }"))["spec-in-body"]).toBe("enforce");
});

test.each([
  ["hook", "warn"],
  ["ci", "block"],
  ["server", "block"],
] as const)("standard in the %s: what is not known does %s", async (place, unknown) => {
  const law = await load("rules: { paths-in-scope: { level: warn, unknown: block } }", { place });
  expect(law.rules["ticket-exists"]?.unknown).toBe(unknown);
  expect(law.rules["paths-in-scope"]?.unknown).toBe("block");
});

test("strict enforces every default rule and takes no shortcut", async () => {
  const law = await load("preset: strict", { place: "hook", rules: registry });
  for (const { meta } of registry) {
    expect(law.rules[meta.id]).toMatchObject({ level: meta.default ? "enforce" : "off", unknown: "block" });
  }
  expect(law.sections).toMatchObject({ references: { need: "all" }, authorise: { new_tasks: "deny" } });
  expect(law.waivers.provedOnly).toBe(true);
});

test("strict asks a tracker only where the policy names one: a guessed one is no authority", async () => {
  const authority = async (text: string, originUrl: string | null = null): Promise<string> =>
    (await load(text, { detected: { tasks: { prefixes: [] }, originUrl } })).sections.authority;
  expect(await authority("preset: strict", "https://github.com/acme/shop")).toBe("local");
  expect(await authority("preset: strict\nremotes: { tasks: { kind: markdown } }")).toBe("local");
  expect(await authority("preset: strict\nremotes: { g: { kind: github, repo: a/b } }")).toBe("upstream");
  expect(
    await authority("preset: strict\nauthority: linked\nremotes: { g: { kind: github, repo: a/b } }"),
  ).toBe("linked");
});

test("the policy's own words go before its preset's", async () => {
  const law = await load(
    "preset: strict\nreferences: { need: any }\nrules: { ticket-exists: warn, change-size: enforce }",
  );
  expect(law.sections.references.need).toBe("any");
  expect(levels(law)).toMatchObject({ "ticket-exists": "warn", "change-size": "enforce" });
});

test("rules take their options from the policy's sections, and their own words go first", async () => {
  const law = await load(
    "references: { in: [trailer], trailer: Ticket }\nrules: { reference-required: { level: enforce, trailer: Refs } }",
  );
  expect(law.rules["reference-required"]?.options).toEqual({ in: ["trailer"], trailer: "Refs" });
});

test("every rule of the registry has complete, plain options", async () => {
  const law = await load("", { rules: registry });
  expect(JSON.parse(JSON.stringify(law.rules))).toEqual(law.rules);
  expect(Object.keys(law.rules)).toEqual(registry.map((rule) => rule.meta.id));
});

test("a scope has its own levels, options and exemption", async () => {
  const law = await load(`
rules: { change-size: { level: enforce, max_files: 3 }, paths-in-scope: enforce }
scopes:
  - { paths: ["docs/**"], preset: observe }
  - { paths: [src/core/, "a/{b,c}/*.ts"], preset: strict, references: { trailer: Core }, rules: { change-size: off } }
  - { paths: [vendor/**], exempt: true }
`);
  const [docs, core, vendor] = law.scopes;
  expect(Object.values(docs?.rules ?? {}).map((rule) => rule.level)).not.toContain("enforce");
  expect(docs?.rules["change-size"]).toMatchObject({ level: "warn", options: { max_files: 3 } });
  expect(docs?.rules["ticket-exists"]?.unknown).toBe("warn");
  expect(core?.rules["paths-in-scope"]?.level).toBe("enforce");
  expect(core?.rules["change-size"]?.level).toBe("off");
  expect(core?.rules["reference-required"]?.options).toMatchObject({ trailer: "Core" });
  expect(law.rules["reference-required"]?.options).toMatchObject({ trailer: "Refs" });
  expect([docs?.exempt, core?.exempt, vendor?.exempt]).toEqual([false, false, true]);
  expect(core?.paths).toEqual(["src/core/", "a/{b,c}/*.ts"]);
});

test("a command line raises, in scopes too", async () => {
  const text = 'rules: { paths-in-scope: off }\nscopes: [{ paths: ["docs/**"], preset: observe }]';
  const law = await load(text, {
    place: "hook",
    overrides: {
      label: "command line",
      preset: "strict",
      rules: { "change-size": "warn" },
      unknown: "block",
    },
  });
  expect(law).toMatchObject({ preset: "strict", sections: { references: { need: "all" } } });
  for (const weights of [law.rules, law.scopes[0]?.rules]) {
    expect(weights).toMatchObject({
      "paths-in-scope": { level: "enforce", unknown: "block" },
      "change-size": { level: "warn", unknown: "block" },
    });
  }
});

test.each([
  [{ preset: "observe" }, "preset"],
  [{ rules: { "ticket-exists": "warn" } }, "rules.ticket-exists"],
  [{ unknown: "warn" }, "unknown"],
  [{ rules: { "ticket-exist": "enforce" } }, "rules.ticket-exist"],
] as const)("a command line that lowers the policy is refused: %o", async (overrides, key) => {
  const found = await problems("", { overrides: { label: "command line", ...overrides } });
  expect(found).toEqual([expect.objectContaining({ file: "command line", key })]);
});

test("a rule that nobody registered is in no law", async () => {
  expect(Object.keys((await load("", { rules: rules.slice(0, 2) })).rules)).toEqual([
    "reference-required",
    "ticket-exists",
  ]);
});
