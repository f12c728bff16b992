import { SPEC_SOURCES } from "../core/spec.ts";
import { ledgerOutputs } from "./ledger-schema.ts";
import {
  index,
  list,
  orNull,
  place,
  record,
  type SchemaNode,
  text,
  textOrNull,
  tool,
} from "./schema-nodes.ts";
import { simulation } from "./simulate-schema.ts";
import { specOutputs } from "./spec-schema.ts";
import { ticketApproval } from "./ticket-schema.ts";

/** The fold of all findings. */
export const verdict = { enum: ["pass", "fail", "undecided"] };

/** What a rule says of one thing, but for its words. */
export const findingKeys: Readonly<Record<string, SchemaNode>> = {
  rule: text,
  level: { enum: ["warn", "enforce"] },
  outcome: { enum: ["pass", "fail", "skip", "unknown"] },
  blocking: { type: "boolean", description: "This fail or unknown decides the verdict." },
  code: text,
  about: record({
    kind: { enum: ["change", "commit", "branch", "title", "body", "path", "ticket"] },
    "commit?": index,
    "path?": text,
    "line?": { type: "integer", minimum: 1 },
    "ticket?": text,
    "start?": index,
    "end?": index,
  }),
  args: { type: "object", additionalProperties: { type: ["string", "number"] } },
  "waiver?": { type: "string", description: "Id of the waiver that lifted it, in `waivers`." },
};

/** The same with its words. */
export const finding = record({
  ...findingKeys,
  message: { type: "string", description: "The rule's sentence, its arguments filled in. Not escaped." },
  "fix?": record({
    argv: { ...list(text), description: "A command to run; empty where there is none." },
    note: text,
  }),
});

const counts = record({
  commits: index,
  referenced: index,
  passed: index,
  failed: index,
  undecided: index,
  exempt: { type: "object", additionalProperties: index },
  beforeBaseline: index,
  unproved: index,
  dated: index,
});

const waiver = record({
  id: text,
  rules: list(text),
  for: record({ "pr?": list(index), "commits?": list(text), "paths?": list(text), "ticket?": list(text) }),
  reason: text,
  "incident?": text,
  approver: text,
  created: text,
  expires: { ...text, description: "YYYY-MM-DD: the last day in UTC on which it lifts anything." },
  "follow_up?": text,
  proof: {
    enum: ["proved", "declared"],
    description:
      "proved: the approver approved or merged the pull request that brought it. declared: only the file says so.",
  },
});

/** A full id of a commit. */
export const objectId = { type: "string", pattern: "^([0-9a-f]{40}|[0-9a-f]{64})$" };

const commits = record({
  count: index,
  id: { ...list(objectId), description: "Newest first." },
  key: { ...list(index), description: "For each commit, its entry in `keys`." },
  time: { ...list({ type: "integer" }), description: "Committer time, seconds since 1970." },
  "recordedAt?": {
    ...list({ type: ["integer", "number", "null"] }),
    description:
      "When each was decided as the server wrote it down or its forge tells, seconds since 1970; null: its own date alone tells.",
  },
});

/** A digest in hex. */
export const sha256 = { type: "string", pattern: "^[0-9a-f]{64}$" };

const proposal = record({
  number: index,
  url: text,
  author: text,
  draft: { type: "boolean" },
  base: record({ branch: text, commit: { ...objectId, description: "Whose law counts." } }),
  head: record({ branch: text, commit: objectId, isFork: { type: "boolean" } }),
});

/** What is told of a ticket, by name. */
export const ticketKeys: Readonly<Record<string, SchemaNode>> = {
  at: { ...text, description: "Remote and id; `tickets` of `keys` name it by this." },
  remote: text,
  id: text,
  key: { ...text, description: "As people write it." },
  status: { enum: ["found", "claimed", "absent", "forbidden", "credentials", "unavailable"] },
  source: { enum: ["api", "ledger", "file", null] },
  title: textOrNull,
  url: textOrNull,
  type: textOrNull,
  state: orNull(
    record({ name: text, category: { enum: ["open", "in_progress", "done", "canceled", "unknown"] } }),
  ),
  path: { ...textOrNull, description: "Of a local task's file." },
  digest: orNull({
    ...sha256,
    description:
      "SHA-256 over title, type, state, project, sorted labels, criteria and description as RFC 8785 writes them.",
  }),
  asOf: { ...textOrNull, description: "When its tracker told it; null: for this very verdict." },
  spec: orNull(record({ source: { enum: [...SPEC_SOURCES] }, path: textOrNull, digest: sha256 })),
};

/** What `check` writes of a change, but for its tickets, by name. */
export const checkKeys: Readonly<Record<string, SchemaNode>> = {
  schemaVersion: { const: 1 },
  kind: { const: "check" },
  tool,
  policyDigest: text,
  policySources: list(text),
  preset: text,
  place,
  decidedAt: text,
  enforceFrom: textOrNull,
  subject: record({
    kind: { enum: ["staged", "commit-message", "commits", "pull-request"] },
    label: text,
    branch: textOrNull,
    complete: { type: "boolean" },
    subject: textOrNull,
  }),
  verdict,
  statement: { enum: ["PASSED", "WARNED", "FAILED", "UNKNOWN"] },
  counts,
  waivers: { ...list(waiver), description: "Every waiver of the trusted tree, expired ones too." },
  notices: list(text),
  proposal: { ...orNull(proposal), description: "Null: no pull request was judged." },
  findings: list(finding),
  keys: list(record({ count: index, example: index, verdict, findings: list(finding), tickets: list(text) })),
  commits: orNull(commits),
};

const check = record({
  ...checkKeys,
  tickets: { ...list(record(ticketKeys)), description: "Every ticket that is named, sorted by `at`." },
});

const problem = record({
  file: text,
  line: { type: "integer", minimum: 1 },
  column: { type: "integer", minimum: 1 },
  key: text,
  message: text,
  "found?": text,
  "wanted?": text,
  "suggestion?": text,
});

const error = record({
  schemaVersion: { const: 1 },
  kind: { const: "error" },
  tool,
  policyDigest: textOrNull,
  code: {
    enum: [
      "usage",
      "policy",
      "repository",
      "absent",
      "forbidden",
      "credentials",
      "unavailable",
      "git",
      "storage",
      "internal",
    ],
  },
  message: text,
  "found?": text,
  "wanted?": text,
  "fix?": text,
  "problems?": list(problem),
});

/** JSON Schema (2020-12) of what `--format json` writes: a check's report, a simulation, what is told of ledgers and keys, an approval, specs, or an error. */
export function jsonSchema(): unknown {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "golden-thread report",
    oneOf: [check, simulation, ...ledgerOutputs, ticketApproval, ...specOutputs, error],
  };
}
