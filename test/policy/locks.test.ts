import { expect, test } from "vitest";
import { load, places, problems } from "./load.ts";

const BASE = `preset: standard
locked: [KEY]
baseline: { commit: "0123456789abcdef0123456789abcdef01234567" }
enforce_from: 2027-02-01
remotes: { j: { kind: jira, site: a.example, projects: [OPS] }, tasks: { kind: markdown } }
authority: linked
authorise: { states: [open], new_tasks: warn, types: [bug, task], labels: [ready], approval: { label: approved } }
references: { in: [subject], need: any, trailer: Refs }
exempt: { merges: none, bots: [renovate] }
unknown: { hook: warn, ci: block, server: block }
ledger: { from: refs/golden-thread/ledger, max_age: 24h, keys: [] }
spec: { required: true, paths: ["specs/{id}.md"], inject: true }
disclose: title
waivers: { file: w.yml, approvers: [ada, bob], max_days: 7 }
rules: { change-size: { level: warn, max_files: 30, unknown: block } }
`;

function under(key: string, text: string): Promise<readonly string[]> {
  const files = { "golden-thread.yml": `extends: org.yml\n${text}\n`, "org.yml": BASE.replace("KEY", key) };
  return problems(files).then(places);
}

test.each([
  ["preset", "preset: observe"],
  ["rules.ticket-exists", "preset: observe"],
  ["rules.ticket-exists", "rules: { ticket-exists: warn }"],
  ["rules", "rules: { ticket-exists: off }"],
  ["rules.change-size", "rules: { change-size: { level: off } }"],
  ["rules.change-size", "rules: { change-size: { level: enforce, max_files: 31 } }"],
  ["rules.change-size", "rules: { change-size: { level: warn, unknown: warn } }"],
  ["rules.change-size.max_files", "rules: { change-size: { level: warn, max_files: 10 } }"],
  ["baseline", 'baseline: { commit: "fedcba9876543210fedcba9876543210fedcba98" }'],
  ["enforce_from", "enforce_from: 2027-02-02"],
  ["remotes", "remotes: { k: { kind: jira, site: b.example, projects: [WEB] } }"],
  ["remotes.j", "remotes: { j: { kind: jira, projects: [OPS, WEB] } }"],
  ["authority", "authority: local"],
  ["authorise.states", "authorise: { states: [open, done] }"],
  ["authorise", "authorise: { states: { j: [Open] } }"],
  ["authorise.types", "authorise: { types: [bug, epic] }"],
  ["authorise.labels", "authorise: { labels: [] }"],
  ["authorise.new_tasks", "authorise: { new_tasks: allow }"],
  ["authorise.approval", "authorise: { approval: { label: sure } }"],
  ["references.in", "references: { in: [subject, branch] }"],
  ["references.trailer", "references: { trailer: See }"],
  ["exempt.merges", "exempt: { merges: clean }"],
  ["exempt", "exempt: { bots: [renovate, other] }"],
  ["unknown.ci", "unknown: { ci: warn }"],
  ["unknown", "preset: observe\nunknown: { server: warn }"],
  ["ledger.max_age", "ledger: { max_age: 2d }"],
  ["ledger.keys", "ledger: { keys: [{ id: k, spki: MFkwEwYHKoZIzj0CAQYI }] }"],
  ["spec.required", "spec: { required: false }"],
  ["disclose", "disclose: full"],
  ["disclose", "disclose: auto"],
  ["waivers.max_days", "waivers: { max_days: 8 }"],
  ["waivers.approvers", "waivers: { approvers: [eve] }"],
  ["waivers.file", "waivers: { file: x.yml }"],
  ["rules.ticket-exists", 'scopes: [{ paths: ["docs/**"], preset: observe }]'],
  ["rules.ticket-exists", 'scopes: [{ paths: ["docs/**"], rules: { ticket-exists: off } }]'],
  ["rules.ticket-exists", 'scopes: [{ paths: ["docs/**"], exempt: true }]'],
  ["authorise.states", 'scopes: [{ paths: ["docs/**"], authorise: { states: [done] } }]'],
  ["scopes", 'scopes: [{ paths: ["docs/**"], preset: strict }]'],
])("what locks %s can't be loosened by %s", async (key, text) => {
  const found = await under(key, text);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^golden-thread\.yml:[23]:/);
});

test.each([
  ["preset", "preset: strict"],
  ["rules.ticket-exists", "rules: { paths-in-scope: off }"],
  ["rules", "rules: { paths-in-scope: enforce }"],
  ["rules.change-size", "rules: { change-size: { level: enforce } }"],
  ["enforce_from", "enforce_from: 2027-01-20"],
  ["remotes.j", "remotes: { k: { kind: jira, site: b.example, projects: [WEB] } }"],
  ["authority", "authority: upstream"],
  ["authorise.states", "authorise: { types: [bug, task, epic] }"],
  ["authorise.types", "authorise: { types: [bug] }"],
  ["authorise.labels", "authorise: { labels: [ready, seen] }"],
  ["authorise.new_tasks", "authorise: { new_tasks: deny }"],
  ["references.need", "references: { need: all, in: [subject, body] }"],
  ["exempt.bots", "exempt: { bots: [] }"],
  ["unknown.hook", "unknown: { hook: block }"],
  ["ledger.max_age", "ledger: { max_age: 90m }"],
  ["disclose", "disclose: id"],
  ["waivers", "waivers: { max_days: 1, approvers: [bob] }"],
  ["rules.ticket-exists", 'scopes: [{ paths: ["docs/**"], preset: strict }]'],
  ["waivers", 'scopes: [{ paths: ["docs/**"], exempt: true }]'],
])("what locks %s lets %s pass: it tightens, or speaks of something else", async (key, text) => {
  expect(await under(key, text)).toEqual([]);
});

test("a lock binds later layers only, and can't be taken back", async () => {
  const law = await load(
    'locked: [rules.ticket-exists]\nrules: { ticket-exists: warn }\nscopes: [{ paths: ["d/**"], exempt: true }]\n',
  );
  expect(law.rules["ticket-exists"]?.level).toBe("warn");
  const found = await problems({
    "golden-thread.yml": "extends: [a.yml, b.yml]\nlocked: []\nwaivers: { max_days: 20 }\n",
    "a.yml": "locked: [waivers.max_days]\n",
    "b.yml": "waivers: { max_days: 9 }\n",
  });
  expect(places(found)).toEqual(["b.yml:1:22 waivers.max_days", "golden-thread.yml:3:22 waivers.max_days"]);
});

test("scopes that set a locked key can't be done away with", async () => {
  const org =
    'locked: [rules.change-size]\nscopes: [{ paths: ["src/**"], rules: { change-size: enforce } }]\n';
  const files = { "golden-thread.yml": "extends: org.yml\nscopes: []\n", "org.yml": org };
  expect(places(await problems(files))).toEqual(["golden-thread.yml:2:9 scopes"]);
});

test.each([
  ["rules.ticket-exist", "rules.ticket-exists"],
  ["authorize.states", "authorise.states"],
  ["waivers.maxdays", "waivers.max_days"],
])("a lock with a typing error would lock nothing, so %s is refused", async (key, near) => {
  expect(await problems(`locked: [${key}]`)).toEqual([
    expect.objectContaining({ key: "locked.0", line: 1, column: 10, suggestion: near }),
  ]);
});
