import { expect, test } from "vitest";
import { Fault } from "../../src/core/fault.ts";
import { type ImportInput, importPolicy } from "../../src/policy/import.ts";
import { load } from "./load.ts";
import { memoryTree } from "./memory-tree.ts";
import { rules } from "./rules.ts";

/** How a configuration asks for an environment variable. */
const variable = (name: string): string => `$\{${name}}`;

const nothing = { tasks: null, originUrl: null };

function importFrom(files: Readonly<Record<string, string>>, more: Partial<ImportInput> = {}) {
  return importPolicy({
    tree: memoryTree(files),
    from: null,
    rules,
    detected: nothing,
    schema: "schema.json",
    ...more,
  });
}

/** Every import has to be a policy that loads: the settings of its remotes. */
async function remotesOf(text: string): Promise<Readonly<Record<string, unknown>>> {
  const law = await load(text, { detected: nothing });
  return Object.fromEntries(law.remotes.map(({ name, settings }) => [name, settings]));
}

test.each([
  [
    "Azure DevOps",
    `provider: azure-devops\n  config: { organization: my-org, project: My Project, pat: '${variable("ADO_PAT")}' }`,
    { boards: { kind: "azure-devops", organization: "my-org", project: "My Project" } },
  ],
  [
    "its short name",
    "provider: ado\n  config: { organization: https://dev.azure.com/my-org/, project: P }",
    { boards: { kind: "azure-devops", organization: "my-org", project: "P" } },
  ],
  [
    "Jira",
    `provider: jira\n  config: { host: my-company.atlassian.net, email: dev@company.com, apiToken: '${variable("JIRA_API_TOKEN")}', project: MYPROJ }`,
    {
      jira: {
        kind: "jira",
        site: "my-company.atlassian.net",
        email: "dev@company.com",
        projects: ["MYPROJ"],
      },
    },
  ],
  [
    "Jira's other name for its host",
    "provider: jira\n  config: { baseUrl: https://my-company.atlassian.net/ }",
    { jira: { kind: "jira", site: "my-company.atlassian.net" } },
  ],
  [
    "Jira below a path",
    "provider: jira\n  config: { baseUrl: https://tools.example/jira/ }",
    { jira: { kind: "jira", url: "https://tools.example/jira" } },
  ],
  [
    "ClickUp",
    'provider: clickup\n  config: { apiKey: x, teamId: "12345678", spaceIds: ["90123456"] }',
    { clickup: { kind: "clickup", team: "12345678", spaces: ["90123456"] } },
  ],
  [
    "ClickUp with numbers and another name for its token",
    "provider: clickup\n  config: { apiToken: x, teamId: 12345678, spaceIds: [90123456] }",
    { clickup: { kind: "clickup", team: "12345678", spaces: ["90123456"] } },
  ],
])("a .coderag.yaml for %s becomes a policy", async (_, backlog, wanted) => {
  const { text } = await importFrom({ ".coderag.yaml": `version: "1"\nbacklog:\n  ${backlog}\n` });
  expect(await remotesOf(text)).toEqual(wanted);
});

test("what .coderag.local.yaml says lies over .coderag.yaml, or stands alone", async () => {
  const local = "backlog:\n  provider: jira\n  config: { host: a.example }\n";
  const wanted = { jira: { kind: "jira", site: "a.example" } };
  const own = 'version: "1"\nbacklog:\n  provider: clickup\n  config: { host: b.example }\n';
  const both = { ".coderag.yaml": own, ".coderag.local.yaml": local };
  for (const files of [{ ".coderag.local.yaml": local }, both]) {
    expect(await remotesOf((await importFrom(files)).text)).toEqual(wanted);
  }
});

test("a variable is neither looked up nor carried, and costs only what needs it", async () => {
  const config = `{ host: a.example, email: '${variable("WHO")}', project: '${variable("KEY:-PROJ")}' }`;
  const { text, left } = await importFrom({
    ".coderag.yaml": `backlog:\n  provider: jira\n  config: ${config}\n`,
  });
  expect(await remotesOf(text)).toEqual({ jira: { kind: "jira", site: "a.example" } });
  expect(left.map(({ key, why, detail }) => [key, why, detail])).toEqual([
    ["backlog.config.project", "variable", "KEY"],
    ["backlog.config.email", "variable", "WHO"],
  ]);
});

test("a remote that lacks what it needs is left, and says what", async () => {
  const { text, left } = await importFrom({
    ".coderag.yaml": `backlog:\n  provider: ado\n  config: { organization: '${variable("ORG")}' }\n`,
  });
  expect(await remotesOf(text)).toEqual({});
  expect(left.map(({ key, why }) => [key, why])).toEqual([
    ["backlog.config.organization", "variable"],
    ["backlog.config", "unusable"],
  ]);
});

const TOKEN = ["ATATT", "3xFfGF0aB3dE5gH7jK9mN1pQ2rS4tU6"].join("");

test.each([
  ["apiToken", `apiToken: ${TOKEN}`],
  ["a token of no known shape", "pat: correct-horse"],
  ["a token under an innocent name", `project: ${TOKEN}`],
  ["a token as a name", `${TOKEN}: 1`],
])("%s is never copied, and the variable to use is named", async (_, line) => {
  const secret = line.includes(TOKEN) ? TOKEN : "correct-horse";
  const imported = await importFrom({
    ".coderag.yaml": `backlog:\n  provider: jira\n  config:\n    host: a.example\n    ${line}\n`,
  });
  expect(JSON.stringify(imported)).not.toContain(secret);
  expect(imported.left.filter(({ why }) => why === "token")).toHaveLength(1);
});

test("the variable for a token stands in the policy's first lines", async () => {
  const { text } = await importFrom({
    ".coderag.yaml": `backlog:\n  provider: ado\n  config: { organization: o, project: p, pat: '${variable("X")}' }\n`,
  });
  expect(text.split("\n").slice(0, 3)).toEqual([
    "# yaml-language-server: $schema=schema.json",
    '# Made by "golden-thread config import" from .coderag.yaml.',
    "# Tokens never stand here; they are read from the environment: ADO_PAT.",
  ]);
});

test("a satellite's remotes become a policy, aliases and both ways to name a state included", async () => {
  const { text, left } = await importFrom({
    "backlog/config.yml": `project_name: Shop
remotes:
  github: { enabled: true, repo: https://github.com/acme/shop.git, auth_mode: gh_cli, base_branch: main }
  jira:
    enabled: true
    domain: company.atlassian.net
    email: user@company.com
    project: [proj, OPS]
    status_map: { todo: "To Do", in_progress: "In Development", In Review: [Reviewing], done: Closed }
    field_map: { story_points: customfield_10016 }
  notion: { database_id: https://www.notion.so/acme/9f86d081884c7d659a2feaa0c55ad015?v=1, api_token: x }
  azure_devops: { org: acme, project: Shop }
  clickup: { enabled: false, team_id: 1 }
  trello: { board: x }
sync: { batch_size: 50 }
`,
  });
  expect(await remotesOf(text)).toEqual({
    tasks: { kind: "markdown" },
    github: { kind: "github", repo: "acme/shop" },
    jira: {
      kind: "jira",
      site: "company.atlassian.net",
      projects: ["PROJ", "OPS"],
      email: "user@company.com",
      status_map: { open: ["To Do"], in_progress: ["In Development", "Reviewing"], done: ["Closed"] },
    },
    notion: { kind: "notion", data_source: "9f86d081884c7d659a2feaa0c55ad015" },
    azure_devops: { kind: "azure-devops", organization: "acme", project: "Shop" },
  });
  expect(left.map(({ key, why }) => `${key} ${why}`)).toEqual([
    "remotes.github.enabled stays",
    "remotes.github.auth_mode stays",
    "remotes.github.base_branch stays",
    "remotes.jira.enabled stays",
    "remotes.jira.field_map stays",
    "remotes.notion.api_token token",
    "remotes.clickup disabled",
    "remotes.trello unusable",
    "sync stays",
  ]);
});

test("a satellite's compliance settings become the policy's own", async () => {
  const compliance = (text: string) => importFrom({ ".backlog/config.yml": `compliance:\n${text}` });
  const strict = await compliance(
    "  strict_mode: true\n  approval_required_for: [high, critical]\n  audit_log_path: x\n",
  );
  expect((await load(strict.text)).preset).toBe("strict");
  expect(strict.text).toContain(
    "authorise: { approval: { when: { risk: [high, critical] }, label: approved } }",
  );
  const linked = await compliance("  required_fields: [upstream.id, spec.path]\n");
  expect((await load(linked.text)).sections.authority).toBe("linked");
  expect(linked.carried.map(({ to }) => to)).toEqual(["authority", "spec.required"]);
});

test("the toolkit's configuration is read leniently: prefixes and gates are carried, the rest stays", async () => {
  const { text, left, carried } = await importFrom({
    "backlog.config.json": JSON.stringify({
      version: "1.1",
      project: { name: "shop", stack: "typescript" },
      backlog: {
        dataDir: "backlog/data",
        templatesDir: "backlog/templates",
        ticketPrefixes: ["FEAT", "BUG"],
      },
      qualityGates: { testCommand: "npm test" },
      codeRules: { source: "rules.md", hardGates: ["paths-in-scope", "no-any"], softGates: ["change-size"] },
      ticketValidation: { minAcceptanceCriteria: 3 },
      llmOps: { registry: { path: "not in the schema" } },
      shiny: true,
    }),
  });
  const law = await load(text);
  expect(law.scan).toEqual({ tasks: ["FEAT", "BUG"] });
  expect(law.rules).toMatchObject({
    "paths-in-scope": { level: "enforce" },
    "change-size": { level: "warn" },
  });
  expect(carried.map(({ from, to }) => `${from} ${to}`)).toEqual([
    "backlog.ticketPrefixes remotes.tasks.prefixes",
    "codeRules.softGates rules.change-size",
    "codeRules.hardGates rules.paths-in-scope",
  ]);
  expect(left).toContainEqual({ file: "backlog.config.json", key: "shiny", why: "unknown", detail: null });
  expect(left).toContainEqual({
    file: "backlog.config.json",
    key: "ticketValidation.minAcceptanceCriteria",
    why: "stays",
    detail: null,
  });
});

test("prefixes of the wrong kind cost the prefixes alone", async () => {
  const { text, left } = await importFrom({
    "backlog.config.json": '{"backlog":{"ticketPrefixes":["A B", 7]}}',
  });
  expect(await remotesOf(text)).toEqual({ tasks: { kind: "markdown" } });
  expect(left.map(({ why }) => why)).toEqual(["unusable"]);
});

test("all seeds at once, with what the policy would have detected", async () => {
  const { text, files } = await importFrom(
    {
      ".coderag.yaml": "backlog:\n  provider: jira\n  config: { host: a.example, project: PROJ }\n",
      "backlog.config.json": '{"backlog":{"ticketPrefixes":["FEAT"]}}',
      "backlog/config.yml": "remotes: { jira: { domain: b.example, email: ada@b.example } }\n",
    },
    { detected: { tasks: { prefixes: ["TASK"] }, originUrl: "git@github.com:acme/shop.git" } },
  );
  expect(files).toEqual([".coderag.yaml", "backlog.config.json", "backlog/config.yml"]);
  expect(await remotesOf(text)).toEqual({
    tasks: { kind: "markdown", prefixes: ["FEAT"] },
    github: { kind: "github", repo: "acme/shop" },
    jira: { kind: "jira", site: "a.example", projects: ["PROJ"], email: "ada@b.example" },
  });
});

test.each([
  ["nothing there", {}, null],
  ["a file that is not there", {}, "config.yml"],
  ["a file that says nothing of ours", { "x.yml": "a: 1" }, "x.yml"],
  ["a file that is no YAML", { "x.yml": "a: b: c" }, "x.yml"],
])("%s is an error", async (_, files, from) => {
  await expect(importFrom(files, { from })).rejects.toBeInstanceOf(Fault);
});

test("hostile names and values stay values", async () => {
  const value = JSON.stringify({
    remotes: {
      "jira\nrules: {}": { kind: "jira", domain: "a.example" },
      jira: {
        domain: 'a.example" }\nrules: { ticket-exists: off }\n#',
        status_map: { done: ['x" ]\n#', "off", "1"] },
      },
      __proto__: { domain: "x" },
    },
  });
  const { text } = await importFrom({ "backlog/config.yml": value.replace('"__proto__"', '"proto"') });
  const law = await load(text);
  expect(law.rules["ticket-exists"]?.level).toBe("enforce");
});
