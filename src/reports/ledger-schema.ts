import { index, list, record, type SchemaNode, text, textOrNull, tool } from "./schema-nodes.ts";

const head = { schemaVersion: { const: 1 }, tool, policyDigest: textOrNull };
const digest: SchemaNode = { type: "string", pattern: "^[0-9a-f]{64}$" };
const flag: SchemaNode = { type: "boolean" };

/** A tracker whose tickets a ledger holds. */
export const ledgerRemote: SchemaNode = record({
  name: text,
  kind: { enum: ["github", "gitlab", "jira", "linear", "azure-devops", "clickup", "notion"] },
  complete: { ...flag, description: "False: only the tickets that a query named." },
  through: {
    type: "object",
    additionalProperties: index,
    description:
      "By project the highest number up to which what is not here is not there; empty where tickets are not counted.",
  },
  "untold?": { ...list(text), description: "Ids below those numbers of which the tracker would not tell." },
});

/** Members that a row may have where a rule reads them. */
export const ledgerFields: SchemaNode = list({
  enum: ["assignees", "authors", "by", "parent", "plan", "states"],
});

const ledger = record({
  schemaVersion: { const: 1 },
  kind: { const: "ledger" },
  audience: text,
  seq: index,
  issuedAt: text,
  expiresAt: text,
  count: index,
  policyDigest: digest,
  bodySha256: digest,
  remotes: list(ledgerRemote),
  fields: ledgerFields,
  states: index,
  types: index,
  people: index,
});

/** One of both: a key signed, or an identity did. */
const signer = {
  "key?": { ...text, description: "The policy's key that signed." },
  "identity?": {
    ...record({ issuer: text, subject: text, at: text }),
    description: "Who signed through Sigstore, and when by the log.",
  },
} as const;

/** What is told of a ledger: it is good, or by which mark it is not. */
const answers = [
  { status: { const: "valid" }, ...signer, ledger },
  {
    status: { const: "invalid" },
    code: {
      enum: [
        "none",
        "malformed",
        "unsigned",
        "unknown-key",
        "bad-signature",
        "key-past",
        "unknown-identity",
        "identity-past",
        "no-trusted-root",
        "untrusted-root",
        "unlogged",
        "body-changed",
        "reordered",
        "foreign",
        "expired",
        "rolled-back",
        "other-policy",
      ],
    },
    detail: text,
    fix: text,
  },
] as const;

const tickets = list(
  record({
    id: text,
    lookup: {
      type: "object",
      properties: { status: { enum: ["found", "absent", "unavailable"] } },
      required: ["status"],
      description: "What a look-up answers; the ticket where it is found.",
    },
  }),
);

const change = record({
  id: text,
  change: { enum: ["added", "removed", "changed"] },
  from: textOrNull,
  to: textOrNull,
  members: { ...list(text), description: "Members of the row that differ." },
});

/** JSON Schemas of what `ledger` and `key` write with `--json`. */
export const ledgerOutputs: readonly SchemaNode[] = [
  record({
    ...head,
    kind: { const: "ledger-build" },
    home: { ...text, description: "The ref or file that it was written to." },
    bytes: index,
    pushed: flag,
    notice: { ...textOrNull, description: "Why the ledger before was not gone by." },
    ...signer,
    ledger,
  }),
  record({
    ...head,
    kind: { const: "ledger-trust" },
    path: { ...text, description: "The file that was written." },
    names: { ...list(text), description: "Certificate authorities, timestamp authorities and logs." },
  }),
  ...answers.flatMap((answer) => [
    record({ ...head, kind: { enum: ["ledger-verify", "ledger-fetch"] }, home: text, ...answer }),
    record({ ...head, kind: { const: "ledger-show" }, home: text, ...answer, tickets }),
  ]),
  record({
    ...head,
    kind: { const: "ledger-diff" },
    before: { oneOf: answers.map(record) },
    after: { oneOf: answers.map(record) },
    changes: list(change),
  }),
  record({
    ...head,
    kind: { const: "key-new" },
    id: text,
    file: { ...text, description: "Where the private half is." },
    spki: { ...text, description: "The public half, as the policy's ledger.keys takes it." },
    line: { ...text, description: "The entry of ledger.keys, as YAML." },
  }),
];
