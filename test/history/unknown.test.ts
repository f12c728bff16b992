import { expect, test } from "vitest";
import { problems } from "../policy/load.ts";
import { backlogRepository, judge } from "./judged.ts";

/** Nobody has a token here, so nobody knows of PROJ-1. */
async function judged(rules: string) {
  const repository = backlogRepository(
    `version: 1\nremotes:\n  jira: { kind: jira, site: a.example, projects: [PROJ] }\nrules: ${rules}\n`,
  );
  const base = repository.git("rev-parse", "HEAD");
  repository.commit("Work (PROJ-1)", {});
  const report = await judge(repository, { range: `${base}..HEAD` });
  const findings = report.keys.flatMap((key) => key.findings);
  return { verdict: report.verdict, finding: findings.find(({ rule }) => rule === "ticket-exists") };
}

const REST = "ticket-authorised: off, ticket-predates-change: off, paths-in-scope: off";

test("in CI what is not known passes without a word of the policy", async () => {
  const { verdict, finding } = await judged(`{ ticket-exists: enforce, ${REST} }`);
  expect(verdict).toBe("undecided");
  expect(finding).toMatchObject({ outcome: "unknown", blocking: true });
});

test("a rule whose unknowns only warn blocks, or is not on record", async () => {
  const { verdict, finding } = await judged(`{ ticket-exists: { level: enforce, unknown: warn }, ${REST} }`);
  expect(verdict).toBe("pass");
  expect(finding).toMatchObject({ outcome: "unknown", level: "enforce", blocking: false });
});

test.each([
  ["ticket-exists: { level: enforce, unknown: warn }", "rules.ticket-exists"],
  ["author-is-assignee: { level: enforce, unknown: warn }", "rules.author-is-assignee"],
])("strict rules that are locked let %s through", async (rule, key) => {
  const org = `preset: strict\nlocked: [${key}, unknown]\nrules: { ${rule.replace(", unknown: warn", "")} }\n`;
  const files = { "golden-thread.yml": `extends: org.yml\nrules: { ${rule} }\n`, "org.yml": org };
  expect((await problems(files)).map((one) => one.key)).toEqual([key]);
});

const MILD = "rules: { ticket-exists: { level: enforce, unknown: warn } }";

test.each([
  ["rules", MILD, "rules.ticket-exists"],
  ["unknown", MILD, "rules.ticket-exists.unknown"],
  ["unknown.ci", MILD, "rules.ticket-exists.unknown"],
  ["unknown", `scopes: [{ paths: ["a/**"], ${MILD} }]`, "scopes.0.rules.ticket-exists.unknown"],
])("a locked %s is loosened by one rule's own word: %s", async (key, text, place) => {
  const org = `preset: strict\nlocked: [${key}]\n`;
  const found = await problems({ "golden-thread.yml": `extends: org.yml\n${text}\n`, "org.yml": org });
  expect(found.map((one) => one.key)).toEqual([place]);
});

test("where unknowns may pass, a lock forbids to say so of one rule", async () => {
  const org = "locked: [unknown]\nunknown: { hook: warn, ci: warn, server: warn }\n";
  expect(await problems({ "golden-thread.yml": `extends: org.yml\n${MILD}\n`, "org.yml": org })).toEqual([]);
});
