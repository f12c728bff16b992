import { index, list, place, record, type SchemaNode, text, textOrNull, tool } from "./schema-nodes.ts";

const preset: SchemaNode = { enum: ["observe", "standard", "strict"] };

const group = record({ name: text, commits: index, blocked: index, undecided: index });

/** JSON Schema of what `simulate --format json` writes. */
export const simulation: SchemaNode = record({
  schemaVersion: { const: 1 },
  kind: { const: "simulate" },
  tool,
  policyDigest: text,
  policySources: list(text),
  preset,
  assumed: {
    oneOf: [{ type: "null" }, preset],
    description: "The preset that was judged by instead of the policy's own.",
  },
  place,
  decidedAt: text,
  enforceFrom: textOrNull,
  subject: record({ label: text, since: textOrNull, complete: { type: "boolean" } }),
  counts: record({
    blocked: index,
    undecided: index,
    warned: index,
    passed: index,
    commits: index,
    beforeBaseline: { ...index, description: "Of the whole history; counted, never judged." },
  }),
  today: {
    ...record({ passed: index, failed: index, undecided: index }),
    description: "What check range says of the same commits today.",
  },
  rules: {
    ...list(record({ rule: text, blocked: index, undecided: index, warned: index, unknown: index })),
    description: "A commit counts in every rule that it fails.",
  },
  authors: list(group),
  months: { ...list(group), description: "YYYY-MM of the committer time in UTC, in order." },
  folders: {
    ...record({
      depth: { type: "integer", minimum: 1 },
      rows: list(record({ folder: text, blocked: index })),
    }),
    description: "Of blocked commits alone; one counts in every folder that it touches. `.` is the root.",
  },
  proposal: record({
    baseline: textOrNull,
    after: { ...index, description: "Commits after the baseline, all of which pass." },
    enforceFrom: textOrNull,
    file: text,
    lines: { ...list(text), description: "YAML for the top level of the policy; empty: nothing to change." },
  }),
  notices: list(text),
});
