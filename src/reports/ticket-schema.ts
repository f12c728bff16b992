import { list, record, type SchemaNode, text, textOrNull, tool } from "./schema-nodes.ts";

const digest: SchemaNode = { type: "string", pattern: "^[0-9a-f]{64}$" };
const field: SchemaNode = { enum: ["title", "description", "criteria"] };

/** JSON Schema of what `ticket approve --json` writes. */
export const ticketApproval: SchemaNode = record({
  schemaVersion: { const: 1 },
  kind: { const: "ticket-approve" },
  tool,
  policyDigest: textOrNull,
  ticket: record({
    remote: text,
    id: text,
    key: text,
    url: textOrNull,
    title: text,
    description: { ...text, description: "Markdown, in whole." },
    criteria: list(text),
  }),
  snapshot: {
    ...record({ title: digest, description: digest, criteria: digest }),
    description: "Digests that the approval names.",
  },
  digest: {
    type: "string",
    pattern: "^[0-9a-f]{64}(-[0-9a-f]{8}){3}$",
    description: "What --expect takes: over all of the snapshot, then the beginning of each part.",
  },
  by: record({ account: text, name: text }),
  outcome: {
    enum: ["approved", "already", "shown", "other"],
    description: "other: the text is not what --expect named. Of shown and other nothing was posted.",
  },
  changed: { ...list(field), description: "Parts that are not what was expected." },
  url: { ...textOrNull, description: "Where the approval stands." },
  counts: { type: "boolean", description: "There is an approval of this text, and the gate will count it." },
  doubt: { ...textOrNull, description: "Why it will not be counted." },
});
