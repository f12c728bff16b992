import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { z } from "zod";
import { jsonSchema } from "../../src/policy/json-schema.ts";
import { policySchema } from "../../src/policy/schema.ts";
import { rules } from "./rules.ts";

const schema = await jsonSchema(rules);
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);
const strict = policySchema(z, rules);

const OID = "0123456789abcdef0123456789abcdef01234567";

/** Policies, and whether they are right. */
const POLICIES: readonly (readonly [unknown, boolean])[] = [
  [{}, true],
  [{ version: 1, preset: "strict" }, true],
  [{ $schema: "./dist/schema/golden-thread.schema.json" }, true],
  [{ version: 2 }, false],
  [{ version: "1" }, false],
  [{ preset: "Strict" }, false],
  [{ preset: null }, false],
  [{ colour: "red" }, false],
  [[], false],
  ["strict", false],
  [{ extends: "policies/base.yml" }, true],
  [{ extends: ["a.yml", `github:acme/rules/policy.yml@${OID}`] }, true],
  [{ extends: "github:acme/rules/policy.yml@main" }, false],
  [{ extends: "/etc/passwd" }, false],
  [{ locked: ["rules.ticket-exists"] }, true],
  [{ locked: "rules" }, false],
  [{ requires: ">=1.2" }, true],
  [{ requires: "latest" }, false],
  [{ baseline: { commit: OID } }, true],
  [{ baseline: { commit: "main" } }, false],
  [{ baseline: OID }, false],
  [{ enforce_from: "2027-01-15" }, true],
  [{ enforce_from: "15.1.2027" }, false],
  [{ enforce_from: "2027-13-01" }, false],
  [{ remotes: { j: { kind: "jira", site: "a.example" } } }, true],
  [{ remotes: { j: { kind: "jira", url: "https://jira.example" } } }, true],
  [{ remotes: { j: { kind: "jira" } } }, false],
  [{ remotes: { j: { kind: "jira", site: "https://a.example" } } }, false],
  [{ remotes: { j: { kind: "jira", site: "a.example", projects: [] } } }, false],
  [{ remotes: { j: { kind: "jira", site: "a.example", projects: ["proj"] } } }, false],
  [{ remotes: { j: { kind: "trello" } } }, false],
  [{ remotes: { g: { kind: "github", repo: "a/b" } } }, true],
  [{ remotes: { g: { kind: "github", repo: "a" } } }, false],
  [{ remotes: { g: { kind: "github", repo: "a/b", token: "x" } } }, false],
  [{ remotes: { g: { repo: "a/b" } } }, false],
  [{ remotes: { "1": { kind: "markdown" } } }, false],
  [{ remotes: { c: { kind: "clickup", team: 12 } } }, false],
  [{ authorise: { states: ["open"] } }, true],
  [{ authorise: { states: { jira: ["To Do"] } } }, true],
  [{ authorise: { states: [] } }, false],
  [{ authorise: { states: ["opened"] } }, false],
  [{ authorise: { types: [] } }, false],
  [{ authorise: { types: ["Story"] } }, false],
  [{ authorise: { types: { jira: ["Story"] } } }, true],
  [{ authorise: { types: { jira: [] } } }, false],
  [{ people: { "ada@example.test": ["ada", "5b10ac8d82e05b22cc7d4ef5"] } }, true],
  [{ people: { ada: ["ada"] } }, false],
  [{ people: { "ada@example.test": "ada" } }, false],
  [{ authorise: { approval: {} } }, true],
  [{ authorise: { approval: { by: [] } } }, false],
  [{ references: { in: ["subject"], need: "all" } }, true],
  [{ references: { in: ["footer"] } }, false],
  [{ scopes: [{ paths: ["docs/**"], exempt: true }] }, true],
  [{ scopes: [{ exempt: true }] }, false],
  [{ scopes: [{ paths: ["/docs"] }] }, false],
  [{ scopes: [{ paths: ["../docs"] }] }, false],
  [{ scopes: { paths: ["docs/**"] } }, false],
  [{ exempt: { merges: true } }, false],
  [{ unknown: { hook: "block" } }, true],
  [{ unknown: "warn" }, false],
  [{ ledger: { max_age: "24h" } }, true],
  [{ ledger: { max_age: "a day" } }, false],
  [{ ledger: { from: "http://example.org/ledger" } }, false],
  [{ spec: { paths: ["specs/{key}.md"] } }, false],
  [{ disclose: "full" }, true],
  [{ waivers: { max_days: 0 } }, false],
  [{ waivers: { max_days: 1.5 } }, false],
  [{ waivers: { approvers: ["@acme/compliance", "renovate[bot]"] } }, true],
  [{ waivers: { approvers: ["everybody else"] } }, false],
  [{ rules: { "ticket-exists": "off" } }, true],
  [{ rules: { "ticket-exists": { level: "warn", unknown: "block" } } }, true],
  [{ rules: { "ticket-exists": { unknown: "block" } } }, false],
  [{ rules: { "ticket-exists": true } }, false],
  [{ rules: { "change-size": { level: "warn", max_files: 3 } } }, true],
  [{ rules: { "change-size": { level: "warn", max_files: 0 } } }, false],
  [{ rules: { "change-size": { level: "warn", files: 3 } } }, false],
  [{ rules: { "no-such-rule": "warn" } }, false],
];

test.each(POLICIES)("an editor and the gate say the same of %j: %s", (policy, right) => {
  expect(strict.safeParse(policy).success).toBe(right);
  expect(validate(policy)).toBe(right);
});

/** Every key of a schema with what it says about itself. */
function describedKeys(node: unknown, path: string): readonly (readonly [string, boolean])[] {
  if (typeof node !== "object" || node === null) return [];
  const properties =
    "properties" in node && typeof node.properties === "object" ? (node.properties ?? {}) : {};
  return Object.entries(properties).flatMap(([key, child]) => [
    [`${path}${key}`, typeof child === "object" && child !== null && "description" in child] as const,
    ...describedKeys(child, `${path}${key}.`),
  ]);
}

test("an editor can say what each section of the policy is for", () => {
  const dumb = describedKeys(schema, "").filter(([key, described]) => !described && !key.includes("max_"));
  expect(dumb).toEqual([]);
});
