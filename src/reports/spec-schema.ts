import { index, list, record, type SchemaNode, text, textOrNull, tool } from "./schema-nodes.ts";

const digest: SchemaNode = { type: "string", pattern: "^[0-9a-f]{64}$" };
const verdict: SchemaNode = { enum: ["pass", "fail", "undecided"] };
const diff: SchemaNode = {
  ...text,
  description: "git's, without a head; empty: no difference, or no two texts.",
};
const source: SchemaNode = {
  enum: ["frontmatter", "documentation", "document", "path", "body", "upstream"],
};

const spec = record({
  remote: text,
  id: text,
  key: text,
  title: text,
  url: textOrNull,
  source,
  path: { ...textOrNull, description: "Root-relative; null: its tracker holds it." },
  "text?": { ...text, description: "Left out of spec-check." },
  digest: { ...digest, description: "SHA-256 of the text with LF line ends, and one LF behind it." },
});

const answer: SchemaNode = {
  oneOf: [
    record({ status: { const: "found" }, spec }),
    record({ status: { const: "none" } }),
    record({ status: { const: "ambiguous" }, source, candidates: list(text) }),
    record({ status: { const: "unreadable" }, path: text, detail: text }),
    record({ status: { const: "unknown" }, detail: text }),
  ],
};

const owner = record({
  remote: text,
  id: text,
  key: text,
  title: text,
  tasks: { ...list(record({ id: text, path: text })), description: "Files that are it, or follow it." },
});

const gap = record({
  code: {
    enum: ["heading-missing", "placeholder", "section-empty", "criteria-few", "too-short", "too-long"],
  },
  "detail?": text,
  "line?": index,
  "count?": index,
  "wanted?": index,
});

const seal = record({
  task: text,
  path: text,
  checksum: { ...textOrNull, description: "`spec.checksum` of the task file, as it stands there now." },
  state: { enum: ["same", "stale", "none"] },
  written: { enum: ["path", "digest", null], description: "What --write changed of the file." },
  approvedBy: list(text),
});

const checked = record({
  owner,
  isWanted: { type: "boolean", description: "The policy asks for a spec, or somebody named the task." },
  answer,
  state: {
    oneOf: [record({ gaps: list(gap), criteria: record({ count: index, done: index }) }), { type: "null" }],
  },
  doubt: { ...textOrNull, description: "Why nobody could tell what it lacks." },
  seals: list(seal),
  verdict,
});

const section = record({
  digest,
  isWhole: { type: "boolean", description: "All of the spec is shown; else its digest stands for it." },
  differs: { oneOf: [record({ wanted: text, found: text }), { type: "null" }] },
});

const block: SchemaNode = {
  oneOf: [
    record({ status: { const: "none" } }),
    record({
      status: { const: "problem" },
      problem: { enum: ["torn", "nested", "duplicate"] },
      line: { type: "integer", minimum: 1 },
    }),
    record({
      status: { const: "found" },
      isIntact: { type: "boolean" },
      section: { oneOf: [section, { type: "null" }] },
    }),
  ],
};

function output(kind: string, rest: Readonly<Record<string, SchemaNode>>): SchemaNode {
  return record({
    schemaVersion: { const: 1 },
    kind: { const: kind },
    tool,
    policyDigest: textOrNull,
    ...rest,
  });
}

/** JSON Schemas of what `spec --json` writes. */
export const specOutputs: readonly SchemaNode[] = [
  output("spec-show", { owner, answer }),
  output("spec-check", { specs: list(checked) }),
  output("spec-diff", {
    owner,
    base: { ...text, description: "Full id of the commit." },
    before: answer,
    now: answer,
    diff,
    verdict,
  }),
  output("spec-body", { owner, now: answer, block, diff, verdict }),
];
