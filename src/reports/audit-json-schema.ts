import { STANDINGS } from "../core/audit.ts";
import { checkKeys, objectId, sha256, ticketKeys } from "./json-schema.ts";
import { index, list, orNull, record, type SchemaNode, text, textOrNull, tool } from "./schema-nodes.ts";

/** How a commit stands. */
export const standing: SchemaNode = { enum: [...STANDINGS] };

const indexOrNull: SchemaNode = { type: ["integer", "null"], minimum: 0 };

/** So many of so many. */
export const ratio = record({
  covered: index,
  total: index,
  percent: {
    type: ["number", "null"],
    minimum: 0,
    maximum: 100,
    description: "One decimal, rounded down: 100 is all of them. Null: there are none.",
  },
});

const standings = Object.fromEntries(STANDINGS.map((name) => [name, index]));

/** Commits of one month, author or folder. */
export const group = { name: text, commits: index, ...standings };

/** Which history was audited. */
export const scope = record({
  repository: textOrNull,
  "forge?": record({ kind: { enum: ["github", "gitlab"] }, site: text }),
  ref: textOrNull,
  tip: orNull(objectId),
  behind: list(objectId),
  since: textOrNull,
  complete: { type: "boolean", description: "False: a shallow clone hides commits." },
});

/** The snapshot of tickets that answered. */
export const ledger = record({ digest: sha256, issuedAt: text, expiresAt: text, signer: text });

/** How far a part was looked at. */
export const part = record({
  part: { enum: ["messages", "paths", "lines", "tree", "blame", "proposals", "tickets"] },
  state: { enum: ["done", "partial", "not-asked", "unavailable"] },
  why: text,
  fix: orNull(list(text)),
});

/** Coverage both ways. */
export const coverage = record({
  linkedItems: list(text),
  unlinkedItems: list(text),
  totalItems: index,
  linkedCount: index,
  unlinkedCount: index,
  coveragePercent: { type: "number", minimum: 0, maximum: 100 },
  commits: record({ ...standings, total: index, referenced: index, beforeBaseline: index, ratio }),
  proposals: orNull(ratio),
  files: orNull(ratio),
  liveLines: orNull(ratio),
  changedLines: orNull(ratio),
  specs: orNull(ratio),
  criteria: orNull(ratio),
});

/** What breaks the thread. */
export const gapCode: SchemaNode = {
  enum: [
    "ticket-without-commit",
    "commit-without-ticket",
    "commit-unauthorised",
    "reverted-but-done",
    "closed-without-code",
    "mega-ticket",
    "ticket-younger-than-commit",
    "done-with-open-criteria",
    "ticket-not-found",
    "file-without-ticket",
    "waiver-overdue",
  ],
};

const gap = record({
  code: gapCode,
  of: { enum: ["ticket", "commit", "file", "waiver"], description: "What `indexes` count in." },
  count: index,
  indexes: list(index),
});

const evidence = record({
  id: { enum: ["E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8"] },
  name: text,
  state: { enum: ["present", "partial", "absent"] },
  said: text,
});

const support = record({
  claim: { const: "supports", description: "Never: satisfies. That is an assessor's word." },
  state: { enum: ["present", "partial", "absent"] },
  framework: text,
  version: text,
  item: text,
  asks: text,
  evidence: list(text),
  strength: { enum: ["direct", "partial", "contextual"] },
  missing: text,
});

/** Lines added and removed. */
export const lineCount = orNull(record({ added: index, deleted: index }));

/** What is known of a ticket before anybody looked what leads to it. */
export const ticketFactsKeys: Readonly<Record<string, SchemaNode>> = {
  ...ticketKeys,
  createdAt: textOrNull,
  "risk?": { enum: ["low", "medium", "high", "critical", null] },
  criteria: orNull(record({ done: index, total: index })),
};

/** What is told of a ticket. */
export const auditTicketKeys: Readonly<Record<string, SchemaNode>> = {
  ...ticketFactsKeys,
  commits: index,
  standing: index,
  firstAt: { type: ["integer", "null"] },
  lastAt: { type: ["integer", "null"] },
  changes: list(index),
  files: index,
  lines: lineCount,
  live: indexOrNull,
};

const ticket = record(auditTicketKeys);

/** Where a commit comes from. */
export const lineageKind: SchemaNode = {
  enum: ["merge", "evil-merge", "revert", "cherry-pick", "backport", "autosquash", "squash"],
};

const history = record({
  count: index,
  subject: list(text),
  standing: list(standing),
  tickets: { ...list(list(index)), description: "Indexes into `tickets`." },
  change: { ...list(indexOrNull), description: "Number of the pull request; null: not known." },
  lineage: {
    ...list(
      record({
        index,
        kind: lineageKind,
        of: list(text),
        proved: { type: "boolean", description: "False: only the message says so." },
      }),
    ),
    description: "Only of commits that have one.",
  },
  "folders?": {
    ...list(list(index)),
    description: "Indexes into `folders`: those that hold a file which it changed.",
  },
  "added?": { ...list(indexOrNull), description: "Left out: lines were not looked at." },
  "deleted?": list(indexOrNull),
});

/** In what of a file a reference stands. */
export const where: SchemaNode = { enum: ["comment", "docs", "string", "code"] };

const files = record({
  count: index,
  path: list(text),
  lines: { ...list(indexOrNull), description: "Null: binary, too large, or not looked at." },
  exempt: list({ enum: [0, 1] }),
  named: list(
    record({
      index,
      links: list(
        record({
          ticket: index,
          line: { type: "integer", minimum: 1 },
          where,
        }),
      ),
    }),
  ),
  through: {
    ...list(orNull(list(index))),
    description: "Tickets of the commits behind each; null: not looked at.",
  },
  live: {
    ...list(record({ index, lines: list(index) })),
    description: `Lines that stand today by commits that are ${STANDINGS.join(", ")}; of files that were blamed.`,
  },
});

const audit = record({
  schemaVersion: { const: 1 },
  kind: { const: "audit" },
  tool,
  policyDigest: text,
  verdict: { enum: ["pass", "fail", "undecided"] },
  asOf: text,
  scope,
  ledger: orNull(ledger),
  parts: list(part),
  coverage,
  gaps: list(gap),
  evidence: list(evidence),
  controls: record({
    mappingVersion: text,
    items: list(support),
  }),
  months: list(record(group)),
  authors: list(record(group)),
  folders: list(record({ ...group, files: index, covered: index, lines: index })),
  tickets: list(ticket),
  history,
  files: orNull(files),
  report: { ...record(checkKeys), description: "Its tickets are the audit's." },
});

/** JSON Schema (2020-12) of an audit's report.json. */
export function auditSchema(): unknown {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "golden-thread audit",
    ...audit,
  };
}
