import { describe, expect, test } from "vitest";
import { load, places, problems } from "./load.ts";

const POLICY = "golden-thread.yml";

test("one wrong key does not hide the others: every problem comes at once, with its place", async () => {
  const text = `version: 2
preset: stric
remots: {}
enforce_from: 2027-02-30
unknown: {ci: x}
remotes:
  j: { kind: jira, projects: [a] }
  k: { kind: jir }
  g: { kind: github, repo: a/b, token: x, rpo: y }
  c: { kind: clickup, team: 123 }
authorise: { states: [opn], typs: [], types: [] }
rules:
  change-size: { level: enforc, max_files: 0 }
  ticket-exist: warn
  paths-in-scope: enforc
  reference-required: { level: warn, pattern: "(" }
ledger: { from: "http://x" }
baseline: { commit: 123 }
extends: ["../a", 3, b.yml]
scopes:
  - { paths: ["docs/{a"], exemp: true }
waivers:
`;
  expect(places(await problems(text))).toEqual([
    `${POLICY}:1:10 version`,
    `${POLICY}:2:9 preset ~strict`,
    `${POLICY}:3:1 remots ~remotes`,
    `${POLICY}:4:15 enforce_from`,
    `${POLICY}:5:15 unknown.ci`,
    `${POLICY}:7:6 remotes.j`,
    `${POLICY}:7:31 remotes.j.projects.0`,
    `${POLICY}:8:14 remotes.k.kind ~jira`,
    `${POLICY}:9:33 remotes.g.token`,
    `${POLICY}:9:43 remotes.g.rpo ~repo`,
    `${POLICY}:10:29 remotes.c.team`,
    `${POLICY}:11:23 authorise.states.0 ~open`,
    `${POLICY}:11:29 authorise.typs ~types`,
    `${POLICY}:11:46 authorise.types`,
    `${POLICY}:13:25 rules.change-size.level ~enforce`,
    `${POLICY}:13:44 rules.change-size.max_files`,
    `${POLICY}:14:3 rules.ticket-exist ~ticket-exists`,
    `${POLICY}:15:19 rules.paths-in-scope ~enforce`,
    `${POLICY}:16:47 rules.reference-required.pattern`,
    `${POLICY}:17:17 ledger.from`,
    `${POLICY}:18:21 baseline.commit`,
    `${POLICY}:19:11 extends`,
    `${POLICY}:19:19 extends.1`,
    `${POLICY}:19:22 extends`,
    `${POLICY}:21:15 scopes.0.paths.0`,
    `${POLICY}:21:27 scopes.0.exemp ~exempt`,
    `${POLICY}:22:9 waivers`,
  ]);
});

test.each([
  ["an empty file", ""],
  ["comments alone", "# nothing yet\n"],
  ["an empty mapping", "{}"],
  ["an empty document", "---\n"],
  ["a byte order mark and CRLF", "\uFEFFversion: 1\r\npreset: standard\r\n"],
])("%s is no error and means the standard preset", async (_, text) => {
  expect(await load(text)).toMatchObject({ preset: "standard", sources: [POLICY] });
});

test.each([
  ["an empty allow-list of types", "authorise: { types: [] }", "authorise.types"],
  ["an allow-list without a value", "authorise:\n  types:\n", "authorise.types"],
  ["an allow-list that is one word", "authorise: { types: bug }", "authorise.types"],
  ["no states", "authorise: { states: [] }", "authorise.states"],
  ["states of a remote that are none", "authorise: { states: { tasks: [] } }", "authorise.states.tasks"],
  [
    "an empty list of projects",
    "remotes: { j: { kind: jira, site: a.example, projects: [] } }",
    "remotes.j.projects",
  ],
  [
    "projects without a value",
    "remotes: { j: { kind: jira, site: a.example, projects: } }",
    "remotes.j.projects",
  ],
  ["an empty list of spaces", 'remotes: { c: { kind: clickup, team: "1", spaces: [] } }', "remotes.c.spaces"],
  ["a scope without globs", "scopes: [{ paths: [], exempt: true }]", "scopes.0.paths"],
  ["a scope for everything but", 'scopes: [{ paths: ["!src/**"], exempt: true }]', "scopes.0.paths.0"],
  ["approvers that are no list", "waivers: { approvers: all }", "waivers.approvers"],
  ["no place for references", "references: { in: [] }", "references.in"],
])("%s is an error, never `allow all`", async (_, text, key) => {
  expect((await problems(text)).map((problem) => problem.key)).toEqual([key]);
});

test.each([
  ["a key twice", "preset: strict\npreset: observe\n", 2, 1],
  ["a tab as indentation", "waivers:\n\tmax_days: 3\n", 2, 1],
  ["a second document", "preset: strict\n---\npreset: observe\n", 2, 1],
  ["an open quote", 'preset: "strict', 1, 16],
  ["an alias", "preset: &p strict\ndisclose: *p\n", 2, 11],
  ["an alias of nothing", "preset: *p\n", 1, 9],
  ["a tag", 'preset: !!js/function "x"\n', 1, 9],
  ["a directive that changes what words mean", "%YAML 1.1\n---\npreset: strict\n", 1, 1],
  ["a key that is a list", "? [a]\n: 1\n", 1, 3],
  ["a key that reaches into prototypes", "__proto__: { preset: observe }\n", 1, 1],
  ["a list", "- preset: strict\n", 1, 1],
  ["a word", "strict\n", 1, 1],
  ["brackets without end", "[".repeat(100_000), 1, 1],
  ["braces without end", "{".repeat(100_000), 1, 1],
  ["keys of keys without end", "? ".repeat(50_000), 1, 1],
  ["lists of lists without end", "- ".repeat(50_000), 1, 1],
  ["more bytes than any policy needs", `# ${"x".repeat(200_000)}`, 1, 1],
])("%s is refused where it stands", async (_, text, line, column) => {
  expect(await problems(text)).toContainEqual(expect.objectContaining({ file: POLICY, line, column }));
});

test("a file that is no UTF-8 text is refused", async () => {
  const bytes = Uint8Array.from([0x70, 0xff, 0xfe, 0x0a]);
  expect(places(await problems({ [POLICY]: bytes }))).toEqual([`${POLICY}:1:1`]);
});

test("two policies side by side are an error that names both, whichever is right", async () => {
  const found = await problems({ [POLICY]: "preset: strict", ".golden-thread.yaml": "preset: observe" });
  expect(found.map((problem) => problem.file)).toEqual([".golden-thread.yaml", POLICY]);
});

test.each(["golden-thread.yml", "golden-thread.yaml", ".golden-thread.yml", ".golden-thread.yaml"])(
  "%s is found",
  async (file) => {
    expect((await load({ [file]: "preset: strict" })).preset).toBe("strict");
  },
);

test.each(["golden-thread.json", ".golden-thread.json"])("%s is found, and must be JSON", async (file) => {
  expect((await load({ [file]: '{\n\t"preset": "strict"\n}\n' })).preset).toBe("strict");
  expect(places(await problems({ [file]: "preset: strict" }))).toEqual([`${file}:1:1`]);
});

test("a link or folder with the policy's name does not pass for an absent policy", async () => {
  const found = await problems({ "golden-thread.yml/README.md": "a folder" });
  expect(places(found)).toEqual([`${POLICY}:1:1`]);
});

test("a newer policy says so, and is not judged by words that this version can't know", async () => {
  const found = await problems('requires: ">=99.1"\npreset: paranoid\nshiny: true\n');
  expect(found).toEqual([
    expect.objectContaining({ key: "requires", line: 1, column: 11, wanted: ">=99.1" }),
  ]);
  expect(await problems('requires: ">=0.1 <99"')).toEqual([]);
  expect((await problems("requires: newest"))[0]).toMatchObject({ key: "requires" });
});

test.each([
  [
    "a key of two Jira remotes",
    "a: { kind: jira, site: a.example, projects: [OPS, WEB] }\n  b: { kind: jira, site: b.example, projects: [WEB] }",
    "WEB",
  ],
  [
    "a key of Jira and Linear",
    "a: { kind: linear, teams: [ENG] }\n  b: { kind: jira, site: b.example, projects: [ENG] }",
    "ENG",
  ],
  [
    "every key, beside a named one",
    "a: { kind: jira, site: a.example }\n  b: { kind: jira, site: b.example, projects: [WEB] }",
    "WEB",
  ],
  [
    "the same repository",
    "a: { kind: github, repo: Acme/Shop }\n  b: { kind: github, repo: acme/shop }",
    "acme/shop",
  ],
  [
    "bare numbers of two forges",
    "a: { kind: github, repo: acme/shop }\n  b: { kind: gitlab, project: acme/shop }",
    "#1",
  ],
  [
    "work items of two organizations",
    "a: { kind: azure-devops, organization: x, project: p }\n  b: { kind: azure-devops, organization: y, project: p }",
    "AB#1",
  ],
])("%s can't belong to two remotes", async (_, remotes, found) => {
  const [problem, ...more] = await problems(`remotes:\n  ${remotes}\n`);
  expect(problem).toMatchObject({ line: 3, key: "remotes.b", found });
  expect(more).toEqual([]);
});

test("a key that tasks and Jira share is a task", async () => {
  const law = await load(
    "remotes:\n  jira: { kind: jira, site: a.example, projects: [TASK, OPS] }\n  tasks: { kind: markdown }\n",
  );
  expect(law.scan).toEqual({ jira: ["TASK", "OPS"], tasks: ["TASK"] });
});

test("authority that nobody could have is refused", async () => {
  expect(places(await problems("authority: upstream\nremotes: { tasks: { kind: markdown } }\n"))).toEqual([
    `${POLICY}:1:12 authority`,
  ]);
  expect(await problems("authority: upstream\nremotes: { g: { kind: github, repo: a/b } }\n")).toEqual([]);
});

test("states of a remote that there is not are refused with the near name", async () => {
  const text =
    'remotes: { jira: { kind: jira, site: a.example } }\nauthorise: { states: { jra: ["To Do"] } }\n';
  expect(places(await problems(text))).toEqual([`${POLICY}:2:24 authorise.states.jra ~jira`]);
});

test("a file of noise ends in as many problems as anybody reads, in the order of its lines", async () => {
  const noise = Array.from({ length: 5000 }, (_, index) => `key${index}: 1`).join("\n");
  const found = await problems(`exempt: { bots: [${"1,".repeat(500)}2] }\n${noise}`);
  expect(found).toHaveLength(200);
  expect(found[0]).toMatchObject({ line: 1, key: "exempt.bots.0" });
});

describe("a policy that somebody names", () => {
  const lax = "version: 1\npreset: observe\n";
  const strict = "version: 1\npreset: strict\n";

  test("counts where the tree has none in a usual place", async () => {
    const law = await load({ "ci/policy.yml": lax }, { file: "ci/policy.yml" });
    expect([law.preset, law.sources]).toEqual(["observe", ["ci/policy.yml"]]);
    expect(law.lawPaths.some((path) => new RegExp(path).test("ci/policy.yml"))).toBe(true);
  });

  test("takes the place of the one that the repository has", async () => {
    const files = { "golden-thread.yml": strict, "examples/golden-thread.yml": lax };
    const asked = load(files, { file: "examples/golden-thread.yml" });
    await expect(asked).rejects.toMatchObject({ code: "policy", found: "examples/golden-thread.yml" });
    expect((await load(files, { file: "golden-thread.yml" })).preset).toBe("strict");
  });

  test("passes for no policy at all where it is not there", async () => {
    const asked = load({ "README.md": "" }, { file: "ci/policy.yml" });
    await expect(asked).rejects.toMatchObject({ code: "policy", found: "ci/policy.yml" });
  });
});
