/**
 * JSON Schemas of what in-toto publishes as text and protocol buffers alone: the Statement of version 1 with its subjects, and the Simple
 * Verification Result of version 0.2. Written from "spec/v1/statement.md", "resource_descriptor.md", "digest_set.md" and "predicates/svr.md"
 * of in-toto/attestation; stricter than those where readers ignore what they don't know, since we write none of that.
 */
const address = { type: "string", format: "uri" };
const time = { type: "string", format: "date-time", pattern: "Z$" };

/** Lower-case hex by the name of the algorithm. */
const digest = {
  type: "object",
  minProperties: 1,
  additionalProperties: { type: "string", pattern: "^[0-9a-f]+$" },
  properties: {
    sha256: { type: "string", pattern: "^[0-9a-f]{64}$" },
    sha1: { type: "string", pattern: "^[0-9a-f]{40}$" },
    gitCommit: { type: "string", pattern: "^([0-9a-f]{40}|[0-9a-f]{64})$" },
    gitTree: { type: "string", pattern: "^([0-9a-f]{40}|[0-9a-f]{64})$" },
    gitBlob: { type: "string", pattern: "^([0-9a-f]{40}|[0-9a-f]{64})$" },
  },
};

const descriptor = {
  type: "object",
  properties: {
    name: { type: "string", minLength: 1 },
    uri: address,
    digest,
    content: { type: "string" },
    downloadLocation: address,
    mediaType: { type: "string" },
    annotations: { type: "object" },
  },
  anyOf: [{ required: ["uri"] }, { required: ["digest"] }, { required: ["content"] }],
  additionalProperties: false,
};

/** A Statement; whose predicate it is makes no difference here. */
export const statementSchema = {
  type: "object",
  properties: {
    _type: { const: "https://in-toto.io/Statement/v1" },
    subject: { type: "array", minItems: 1, maxItems: 1024, items: { ...descriptor, required: ["digest"] } },
    predicateType: address,
    predicate: { type: "object" },
  },
  required: ["_type", "subject", "predicateType"],
  additionalProperties: false,
};

/** The predicate of a Simple Verification Result: what passed, and by whose word. */
export const svrSchema = {
  type: "object",
  properties: {
    verifier: {
      type: "object",
      properties: { id: address, policies: { type: "array", items: descriptor } },
      required: ["id", "policies"],
      additionalProperties: false,
    },
    timeCreated: time,
    properties: {
      type: "array",
      minItems: 1,
      items: { type: "string", pattern: "^(?!SLSA_)[A-Z][A-Z0-9_]+$" },
    },
  },
  required: ["verifier", "timeCreated", "properties"],
  additionalProperties: false,
};
