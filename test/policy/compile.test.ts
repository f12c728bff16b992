import { expect, test } from "vitest";
import { rules } from "../../src/rules/index.ts";
import { load } from "./load.ts";

const matches = (sources: readonly string[], path: string): boolean =>
  sources.some((source) => new RegExp(source).test(path));

test.each([
  ["docs/**", ["docs/a.md", "docs/.hidden/b", "docs"], ["docs2/a", "src/docs/a"]],
  ["docs/", ["docs/a.md", "docs/x/y"], ["docs2/a"]],
  ["*.md", ["README.md", ".x.md"], ["docs/a.md"]],
  ["**/*.test.ts", ["a.test.ts", "x/y/.z/a.test.ts"], ["a.test.tsx"]],
  ["app/(auth)/page.tsx", ["app/(auth)/page.tsx"], ["app/auth/page.tsx"]],
  ["a+b/@scope/$x^", ["a+b/@scope/$x^"], ["aab/@scope/$x^"]],
  ["src/{a,b}/[xy]?.c", ["src/a/x1.c", "src/b/y2.c"], ["src/c/x1.c", "src/a/z1.c"]],
])("the glob %s matches what it says and nothing else", async (glob, yes, no) => {
  const law = await load(`scopes: [{ paths: [${JSON.stringify(glob)}], exempt: true }]`);
  const globs = law.scopes[0]?.globs ?? [];
  for (const path of yes) expect(matches(globs, path), path).toBe(true);
  for (const path of no) expect(matches(globs, path), path).toBe(false);
});

test("what decides how changes are judged is law, wherever it stands", async () => {
  const law = await load({
    "golden-thread.yml":
      "extends: policies/base+1.yml\nledger: { from: ledger/gate.json }\nwaivers: { file: ops/waivers.yml }\n",
    "policies/base+1.yml": "preset: strict",
  });
  const yes = [
    "golden-thread.yml",
    ".golden-thread.json",
    "policies/base+1.yml",
    "ledger/gate.json",
    "ops/waivers.yml",
    ".mailmap",
    "CODEOWNERS",
    ".github/CODEOWNERS",
    "docs/CODEOWNERS",
    ".husky/commit-msg",
    ".husky/_/husky.sh",
    ".githooks/anything",
    "hooks/commit-msg",
    "lefthook.yml",
    ".lefthook-local.toml",
    ".pre-commit-config.yaml",
    ".github/workflows/ci.yml",
    "backlog/config.yml",
    ".backlog/config.yml",
    "backlog.config.json",
    "backlog.config.yml",
  ];
  const no = [
    "src/golden-thread.yml",
    "policies/base11.yml",
    "README.md",
    "hooks/useLogin.ts",
    "src/CODEOWNERS",
    "backlog/tasks/task-1.md",
  ];
  for (const path of yes) expect(matches(law.lawPaths, path), path).toBe(true);
  for (const path of no) expect(matches(law.lawPaths, path), path).toBe(false);
});

test("the digest changes with the law, and with nothing else", async () => {
  const digest = async (text: string): Promise<string> => (await load(text)).digest;
  const first = await digest("preset: standard\nwaivers: { max_days: 3 }");
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(await digest("# a comment\nwaivers:\n  max_days: 3\n")).toBe(first);
  expect(await digest("waivers: { max_days: 4 }")).not.toBe(first);
});

test.each([
  ["ledger: {}", { ledger: { from: "refs/golden-thread/ledger", maxAge: "24h", keys: [] } }],
  [
    "ledger: { max_age: 1h, keys: [{ id: k1, spki: MFkwEwYHKoZIzj0CAQ }] }",
    { ledger: { maxAge: "1h", keys: [{ id: "k1", spki: "MFkwEwYHKoZIzj0CAQ", until: null }] } },
  ],
  [
    "spec: { paths: ['plans/{id}.md'] }",
    { spec: { required: false, paths: ["plans/{id}.md"], inject: true } },
  ],
  ["spec: { inject: false }", { spec: { inject: false } }],
  ["disclose: id", { disclose: "id" }],
  [
    "authorise: { approval: { approvers: [ada] } }",
    { sections: { authorise: { approval: { label: null, risk: null, approvers: ["ada"] } } } },
  ],
  [
    "authorise: { approval: { label: approved, when: { risk: [high] } } }",
    { sections: { authorise: { approval: { label: "approved", risk: ["high"], approvers: [] } } } },
  ],
  [
    "scopes: [{ paths: [a], authorise: { approval: { label: ok } } }]",
    {
      sections: { authorise: { approval: null } },
      scopes: [{ paths: ["a"] }],
    },
  ],
])("what is validated is part of the law and of its digest: %s", async (text, wanted) => {
  const registry = { rules };
  const [plain, law] = [await load("version: 1", registry), await load(text, registry)];
  expect(plain).toMatchObject({ ledger: null, disclose: "auto" });
  expect(law).toMatchObject(wanted);
  expect(law.digest).not.toBe(plain.digest);
});

test("remotes keep their names, their order and their settings", async () => {
  const law = await load(`remotes:
  jira: { kind: jira, site: acme.atlassian.net, projects: [PROJ, OPS], status_map: { in_progress: [Doing] } }
  boards: { kind: azure-devops, organization: acme, project: Web Shop }
  github: { kind: github, repo: acme/shop, url: "https://github.acme.example" }
  linear: { kind: linear, teams: [ENG] }
  clickup: { kind: clickup, team: "123", spaces: ["9"] }
  notion: { kind: notion, data_source: 9f86d081-884c-7d65-9a2f-eaa0c55ad015 }
  tasks: { kind: markdown, prefixes: [feat] }
`);
  expect(law.remotes.map(({ name, kind, grammar }) => [name, kind, grammar])).toEqual([
    ["jira", "jira", "jira"],
    ["boards", "azure-devops", "azure"],
    ["github", "github", "github"],
    ["linear", "linear", "linear"],
    ["clickup", "clickup", "clickup"],
    ["notion", "notion", "notion"],
    ["tasks", "markdown", "tasks"],
  ]);
  expect(law.remotes[0]?.settings).toMatchObject({ status_map: { in_progress: ["Doing"] } });
  expect(law.scan).toEqual({
    github: "acme/shop",
    jira: ["PROJ", "OPS"],
    linear: ["ENG"],
    azure: true,
    clickup: true,
    notion: true,
    tasks: ["FEAT"],
  });
});

test("a Jira remote without projects takes every key of the right shape", async () => {
  expect((await load("remotes: { j: { kind: jira, url: 'http://127.0.0.1:8080/jira' } }")).scan).toEqual({
    jira: true,
  });
});

test.each([
  ["git@github.com:acme/shop.git", { github: { repo: "acme/shop" } }],
  ["https://github.com/acme/shop", { github: { repo: "acme/shop" } }],
  ["ssh://git@ssh.github.com:443/acme/shop.git", { github: { repo: "acme/shop" } }],
  ["https://ada@github.com/acme/shop.git/", { github: { repo: "acme/shop" } }],
  ["git@gitlab.com:acme/web/shop.git", { gitlab: { project: "acme/web/shop" } }],
  [
    "https://dev.azure.com/acme/Web%20Shop/_git/shop",
    { boards: { organization: "acme", project: "Web Shop" } },
  ],
  ["git@ssh.dev.azure.com:v3/acme/Shop/shop", { boards: { organization: "acme", project: "Shop" } }],
  ["https://github.com.evil.example/acme/shop", {}],
  ["https://notgithub.com/acme/shop", {}],
  ["/srv/git/github.com/acme/shop.git", {}],
  ["../shop", {}],
  ["", {}],
])("origin %s tells its tracker", async (originUrl, wanted) => {
  const law = await load({}, { detected: { tasks: null, originUrl } });
  const found = law.remotes.map(({ name, settings }) => [name, settings]);
  expect(Object.fromEntries(found)).toMatchObject(wanted);
  expect(found).toHaveLength(Object.keys(wanted).length);
});
