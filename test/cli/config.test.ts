import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { temporaryRepository } from "../git/repo.ts";
import { golden } from "./world.ts";

const TOKEN = ["glpat", "-aB3dE5gH7jK9mN1pQ2rS"].join("");

function repository(files: Readonly<Record<string, string>>) {
  const repo = temporaryRepository();
  for (const [path, text] of Object.entries(files)) repo.write(path, text);
  const run = (...words: readonly string[]) =>
    golden(["config", ...words], { cwd: repo.root, env: repo.env });
  return { repo, run };
}

test("a right policy is told to be right, and a repository without one too", async () => {
  const right = await repository({ "golden-thread.yml": "preset: strict\n" }).run("validate", "--json");
  expect(JSON.parse(right.stdout)).toMatchObject({
    schemaVersion: 1,
    kind: "config-validate",
    preset: "strict",
    sources: ["golden-thread.yml"],
    policyDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    warnings: [],
  });
  expect(right.code).toBe(0);
  expect((await repository({}).run("validate")).code).toBe(0);
});

test("a typing error, a token, a bad option and an unknown rule are all named, with exit 2 and places", async () => {
  const { run } = repository({
    "golden-thread.yml": `preset: stric
exempt: { bots: ["${TOKEN}"] }
rules:
  change-size: { level: warn, max_files: none }
  ticket-exist: warn
`,
    "golden-thread.waivers.yml": "- id: W-1\n",
  });
  const { code, stdout, stderr } = await run("validate", "--json");
  expect(code).toBe(2);
  expect(stdout + stderr).not.toContain(TOKEN);
  const { kind, problems } = JSON.parse(stdout);
  expect(kind).toBe("error");
  const places = problems.map(({ line, key }: { line: number; key: string }) => `${line} ${key}`);
  expect(places).toEqual(["1 preset", "2 ", "4 rules.change-size.max_files", "5 rules.ticket-exist"]);
});

test("another tool's configuration is a warning, and with --strict an error", async () => {
  const { run } = repository({
    "backlog.config.json":
      '{\n "backlog": {"ticketPrefixes": ["FEAT"]},\n "llmOps": {"registry": {"path": "x"}}\n}\n',
  });
  const { code, stderr } = await run("validate");
  expect(code).toBe(0);
  expect(stderr).toContain("backlog.config.json:3:26 llmOps.registry.path");
  const strict = await run("validate", "--strict", "--json");
  expect(strict.code).toBe(2);
  expect(JSON.parse(strict.stdout).problems).toHaveLength(1);
});

test("a value is explained by its file and line", async () => {
  const { run } = repository({ "golden-thread.yml": "preset: strict\nwaivers: { max_days: 3 }\n" });
  const { stdout, code } = await run("explain", "waivers.max_days");
  expect(stdout).toBe("waivers.max_days  3  (golden-thread.yml:2:22)\n");
  expect(code).toBe(0);
  const { values } = JSON.parse(
    (await run("explain", "rules.ticket-exists.unknown", "--place", "ci", "--json")).stdout,
  );
  expect(values).toEqual([
    expect.objectContaining({ value: "block", origin: { kind: "preset", preset: "strict" } }),
  ]);
  expect((await run("explain")).stdout.split("\n").length).toBeGreaterThan(40);
});

test("the schema is the one that editors are given", async () => {
  const { stdout, code } = await repository({}).run("schema");
  expect(JSON.parse(stdout)).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
  });
  expect(code).toBe(0);
});

const SEED = `backlog:
  provider: jira
  config: { host: acme.atlassian.net, project: SHOP, apiToken: "${TOKEN}" }
`;

test("an import is printed, accounted for, and holds no token", async () => {
  const { repo, run } = repository({ ".coderag.yaml": SEED });
  const { code, stdout, stderr } = await run("import");
  expect(stdout).toContain("jira: { kind: jira, site: acme.atlassian.net, projects: [SHOP] }");
  expect(stderr).toContain("backlog.config.apiToken");
  expect(stdout + stderr).not.toContain(TOKEN);
  expect(code).toBe(0);
  expect(existsSync(repo.path("golden-thread.yml"))).toBe(false);
});

test("an import is written once, and never over a policy", async () => {
  const { repo, run } = repository({ ".coderag.yaml": SEED });
  expect((await run("import", "--write")).code).toBe(0);
  const text = readFileSync(repo.path("golden-thread.yml"), "utf8");
  expect((await run("validate")).code).toBe(0);
  expect((await run("import", "--write")).code).toBe(2);
  expect(readFileSync(repo.path("golden-thread.yml"), "utf8")).toBe(text);
});

test("what can't be a policy here is not written", async () => {
  const { repo, run } = repository({
    "backlog/config.yml": "remotes:\n  github: { repo: a/b }\n  gitlab: { project: a/b }\n",
  });
  const { code } = await run("import", "--write");
  expect(code).toBe(2);
  expect(existsSync(repo.path("golden-thread.yml"))).toBe(false);
});

test.each([
  [["validat"], "validate"],
  [[], "validate"],
  [["explain", "waivers.maxdays"], "waivers.max_days"],
  [["explain", "--place", "moon"], "hook"],
  [["schema", "--write"], "--write"],
  [["validate", "x"], "x"],
  [["import"], ".coderag.yaml"],
  [["import", "--from", "nowhere.yml"], "nowhere.yml"],
])("config %j is a usage error that helps", async (words, hint) => {
  const { code, stderr } = await repository({}).run(...words);
  expect(code).toBe(2);
  expect(stderr).toContain(hint);
});
