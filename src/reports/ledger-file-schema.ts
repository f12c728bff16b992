import { ledgerFields, ledgerRemote } from "./ledger-schema.ts";
import { index, list, orNull, record, type SchemaNode, text } from "./schema-nodes.ts";

const digest: SchemaNode = { type: "string", pattern: "^[0-9a-f]{64}$" };
const category: SchemaNode = { enum: ["open", "in_progress", "done", "canceled", "unknown"] };
const type: SchemaNode = {
  enum: ["epic", "story", "task", "bug", "feature", "idea", "chore", "docs", "spike", "other"],
};
const seconds: SchemaNode = { ...index, description: "Seconds since 1970." };
const time: SchemaNode = { type: "string", format: "date-time", pattern: "Z$" };
const digests: SchemaNode = {
  type: "array",
  items: digest,
  minItems: 3,
  maxItems: 3,
  description: "Of title, description and criteria.",
};

const header = record({
  schemaVersion: { const: 1 },
  kind: { const: "ledger" },
  audience: { ...text, description: "host/owner/repo that it is made for." },
  seq: { ...index, description: "One more than that of the ledger before." },
  issuedAt: time,
  expiresAt: time,
  count: { ...index, description: "Rows that follow." },
  policyDigest: {
    ...digest,
    description: "Of the policy's authorise section, its remotes and projects.",
  },
  bodySha256: { ...digest, description: "Of everything after the second line." },
  fields: ledgerFields,
  remotes: list(ledgerRemote),
  states: list(record({ name: text, category })),
  types: list(record({ name: text, category: type })),
  people: list(record({ name: text, "account?": text, "login?": text, "email?": text })),
});

const envelope = record({
  payload: { ...text, description: "The first line's bytes, base64." },
  payloadType: { const: "application/vnd.golden-thread.ledger+json" },
  signatures: list(record({ keyid: text, sig: text })),
});

const bundle: SchemaNode = {
  type: "object",
  properties: {
    mediaType: { type: "string", pattern: "^application/vnd\\.dev\\.sigstore\\.bundle" },
    verificationMaterial: { type: "object" },
    dsseEnvelope: { type: "object" },
  },
  required: ["mediaType", "verificationMaterial", "dsseEnvelope"],
  description: "A Sigstore bundle of the first line.",
};

const span: SchemaNode = {
  type: "array",
  items: { type: ["integer", "null"], minimum: 0 },
  minItems: 3,
  maxItems: 4,
  description:
    "From (seconds since 1970), how many seconds it lasted (null: it goes on), the state at its end, and who began it.",
};

const approval: SchemaNode = {
  oneOf: [
    record({ by: index, at: seconds, of: digests }),
    record({ by: index, at: seconds, label: text, changed: list(text) }),
  ],
};

const row = record({
  id: { ...text, description: "Remote and id; rows are sorted by it, byte by byte." },
  "state?": {
    ...index,
    description: "Its place in the header's states; left out: that of the last span, which goes on.",
  },
  "type?": { ...orNull(index), description: "Left out: the first of the header's types." },
  "at?": {
    ...orNull(seconds),
    description: "Last change; left out: when the last span ended, or began if it goes on.",
  },
  spans: { ...list(span), description: "The times in which its state allowed work." },
  "moved?": { ...text, description: "The id that its tracker now has it under." },
  "scope?": { type: ["string", "null"], description: "Its project, where the id does not tell it." },
  "created?": orNull(seconds),
  "since?": { ...seconds, description: "Nothing is on record of the time before." },
  "begins?": {
    ...seconds,
    description: "When it was made, where it did not allow work until its first span; left out: it did.",
  },
  "archived?": { const: true },
  "labels?": list(text),
  "excludedBy?": text,
  "risk?": { enum: ["low", "medium", "high", "critical"] },
  "outsider?": { const: true },
  "vouchers?": list(index),
  "author?": index,
  "assignees?": list(index),
  "parent?": text,
  "versions?": list(text),
  "iteration?": { type: ["string", "null"] },
  "snapshot?": digests,
  "approvals?": list(approval),
  "untold?": list({ enum: ["assignees", "parent", "approvals", "snapshot"] }),
});

/** JSON Schema (2020-12) of a ledger's lines: the first is its header, the second a DSSE envelope or a Sigstore bundle of it, the rest are rows. */
export function ledgerSchema(): unknown {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "a line of a golden-thread ledger",
    oneOf: [header, envelope, bundle, row],
  };
}
