import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFile } from "../../src/policy/document.ts";
import { load, problems } from "./load.ts";

/** Words that reach deep into the schema, so that random nesting is not refused at the first key. */
const KEYS = [
  "version",
  "preset",
  "extends",
  "locked",
  "requires",
  "baseline",
  "commit",
  "enforce_from",
  "remotes",
  "kind",
  "site",
  "repo",
  "project",
  "projects",
  "authority",
  "authorise",
  "states",
  "types",
  "approval",
  "label",
  "references",
  "in",
  "need",
  "trailer",
  "scopes",
  "paths",
  "exempt",
  "rules",
  "merges",
  "bots",
  "unknown",
  "hook",
  "ledger",
  "from",
  "keys",
  "spec",
  "required",
  "disclose",
  "waivers",
  "max_days",
  "ticket-exists",
  "change-size",
  "level",
  "max_files",
  "url",
  "__proto__",
  "constructor",
  "toString",
  "length",
  "0",
  "<<",
  "",
];
const WORDS = [
  "strict",
  "observe",
  "enforce",
  "warn",
  "off",
  "github",
  "jira",
  "markdown",
  "upstream",
  "open",
  "any",
  "a/b",
  "**",
  "golden-thread.yml",
  "../x",
  "2027-01-15",
  "7d",
  "rules.ticket-exists",
  ">=0.1",
  "null",
  "~",
  "[",
  "{a",
  "docs/**",
];

const scalar = fc.oneof(
  fc.constantFrom<unknown>(...WORDS),
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e300, Number.NaN, ""),
  fc.string({ maxLength: 12 }),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    scalar,
    fc.array(tie("tree"), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom(...KEYS), tie("tree")), { maxLength: 4 })
      .map((pairs) => new Map(pairs)),
  ),
}));

async function holds(text: string): Promise<void> {
  const found = await problems(text);
  for (const { file, line, column, message } of found) {
    expect(file).not.toBe("");
    expect(line).toBeGreaterThanOrEqual(1);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(message).not.toBe("");
  }
}

function yamlOf(value: unknown): string {
  if (value instanceof Map) {
    return `{${[...value].map(([key, inner]) => `${JSON.stringify(key)}: ${yamlOf(inner)}`).join(", ")}}`;
  }
  if (Array.isArray(value)) return `[${value.map(yamlOf).join(", ")}]`;
  return typeof value === "number" && !Number.isFinite(value) ? ".nan" : JSON.stringify(value);
}

test("whatever a policy says, it loads or names its places; nothing else is ever thrown", async () => {
  const policy = fc
    .array(fc.tuple(fc.constantFrom(...KEYS), tree), { maxLength: 6 })
    .map((pairs) => yamlOf(new Map(pairs)));
  await fc.assert(fc.asyncProperty(policy, holds), { numRuns: 80 });
});

test("whatever bytes a policy is made of, it loads or names its places", async () => {
  const piece = fc.oneof(
    fc.constantFrom(...KEYS, ...WORDS),
    fc.constantFrom(
      ": ",
      "- ",
      "\n",
      "\n  ",
      "\t",
      "? ",
      "&a ",
      "*a",
      "!x ",
      "|\n",
      ">-\n",
      "'",
      '"',
      "#",
      "---\n",
      "...\n",
      "%YAML 1.1\n",
      "\r",
      "\u2028",
      "\0",
      ",",
      "]",
      "}",
      "[",
      "{",
    ),
    fc.string({ maxLength: 5 }),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
  await fc.assert(fc.asyncProperty(text, holds), { numRuns: 120 });
});

test("whatever bytes a file is made of, reading it ends in a value or in places", async () => {
  const bytes = fc.uint8Array({ maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(bytes, async (raw) => {
      const { readable, problems: found } = await parseFile("x.yml", raw);
      expect(readable || found.length > 0).toBe(true);
    }),
  );
});

test("a right policy of every key loads", async () => {
  const law = await load(`version: 1
preset: standard
locked: [rules.ticket-exists]
requires: ">=0.1"
baseline: { commit: "0123456789abcdef0123456789abcdef01234567" }
enforce_from: 2027-01-15
remotes:
  jira: { kind: jira, site: company.atlassian.net, projects: [PROJ, OPS], status_map: { in_progress: ["In Development"] } }
  boards: { kind: azure-devops, organization: my-org, project: my-project }
  github: { kind: github, repo: owner/repo }
  clickup: { kind: clickup, team: "12345678", spaces: ["90123456"] }
  notion: { kind: notion, data_source: 9f86d081884c7d659a2feaa0c55ad015 }
  tasks: { kind: markdown }
authority: local
authorise:
  states: [open, in_progress]
  new_tasks: warn
  types: [story, task, bug, feature]
  approval: { when: { risk: [high, critical] }, label: approved }
references: { in: [subject, body, trailer, branch, title], need: any, trailer: Refs }
scopes:
  - { paths: ["docs/**"], preset: observe }
  - { paths: ["backlog/**"], exempt: true }
exempt: { merges: clean, bots: ["dependabot[bot]"] }
unknown: { hook: warn, ci: block, server: block }
ledger: { from: refs/golden-thread/ledger, max_age: 24h, keys: [{ id: k1, spki: MFkwEwYHKoZIzj0CAQYIKoZI, until: 2027-06-30 }] }
spec: { required: true, paths: ["specs/{id}/spec.md"], inject: true }
disclose: auto
waivers: { file: golden-thread.waivers.yml, approvers: [alice, "@org/compliance"], max_days: 7 }
rules: { paths-in-scope: warn, author-is-assignee: off, change-size: { level: enforce, max_files: 30 } }
`);
  expect(law).toMatchObject({
    enforceFrom: "2027-01-15",
    exempt: { merges: "clean", bots: ["dependabot[bot]"] },
  });
});
