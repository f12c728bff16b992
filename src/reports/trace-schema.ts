import {
  auditTicketKeys,
  coverage,
  gapCode,
  group,
  lineageKind,
  lineCount,
  part,
  ratio,
  scope,
  standing,
  where,
} from "./audit-json-schema.ts";
import { finding, objectId, verdict } from "./json-schema.ts";
import { index, list, orNull, record, type SchemaNode, text, tool } from "./schema-nodes.ts";

const head = { schemaVersion: { const: 1 }, tool, policyDigest: text, asOf: text, scope };

const trace = record({
  ...head,
  kind: { const: "trace" },
  asked: record({ kind: { enum: ["ticket", "change", "commit", "path", "line"] }, text }),
  tickets: list(
    record({
      ...auditTicketKeys,
      approvals: {
        ...list(record({ by: text, at: text })),
        description: "As verdicts that rest on them tell.",
      },
    }),
  ),
  changes: list(
    record({
      number: index,
      commits: index,
      covered: { type: "boolean", description: "All of its commits are authorised or exempt." },
    }),
  ),
  commits: {
    ...list(
      record({
        id: objectId,
        subject: text,
        author: text,
        at: { ...text, description: "Committer time." },
        standing,
        verdict,
        tickets: { ...list(text), description: "`at` of tickets." },
        change: orNull(index),
        lineage: orNull(record({ kind: lineageKind, of: list(text), proved: { type: "boolean" } })),
        lines: lineCount,
        findings: list(finding),
      }),
    ),
    description: "Newest first.",
  },
  files: list(
    record({
      path: text,
      lines: orNull(index),
      named: list(record({ ticket: text, line: { type: "integer", minimum: 1 }, where })),
      through: {
        ...orNull(list(text)),
        description: "Tickets of the commits behind it; null: nobody looked.",
      },
    }),
  ),
  unseen: { ...list(part), description: "What was not looked at." },
});

const { name, ...counts } = group;

const answer = record({
  ...head,
  kind: { const: "coverage" },
  coverage,
  gaps: list(record({ code: gapCode, of: { enum: ["ticket", "commit", "file", "waiver"] }, count: index })),
  minimums: list(
    record({
      name: text,
      wanted: { type: "number", minimum: 0, maximum: 100 },
      found: orNull(ratio),
      met: {
        type: ["boolean", "null"],
        description: "Null: what it asks was not looked at, or only in part.",
      },
    }),
  ),
  by: orNull(
    record({
      kind: { enum: ["folder", "author", "month"] },
      groups: list(record({ name, ...counts, "files?": index, "covered?": index, "lines?": index })),
    }),
  ),
  unseen: list(part),
});

const names: SchemaNode = { type: "object", additionalProperties: { ...list(text), minItems: 1 } };

const map = record({
  ...head,
  kind: { const: "trace-map" },
  itemToChunks: { ...names, description: "Ticket -> `path:line`, `commit:<id>`, `pr:12`." },
  chunkToItems: names,
});

/** JSON Schema (2020-12) of what `trace` and `coverage` answer, and of an audit's trace.json. */
export function traceSchema(): unknown {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "golden-thread trace",
    oneOf: [trace, answer, map],
  };
}
