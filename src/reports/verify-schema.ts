import { index, list, record, type SchemaNode, text, textOrNull, tool } from "./schema-nodes.ts";

const hex: SchemaNode = { type: "string", pattern: "^[0-9a-f]{64}$" };

/** JSON Schema (2020-12) of what `verify --json` answers. */
export function verifySchema(): unknown {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "golden-thread verify, version 1",
    ...record({
      schemaVersion: { const: 1 },
      kind: { const: "verify" },
      tool,
      policyDigest: textOrNull,
      name: text,
      verdict: { enum: ["pass", "fail", "undecided"] },
      ...{ lines: index, records: index, claims: index, commits: index },
      signers: list({
        anyOf: [
          record({ kind: { const: "key" }, id: text, until: textOrNull }),
          record({ kind: { const: "identity" }, issuer: text, subject: text, at: text }),
        ],
      }),
      results: { type: "object", additionalProperties: index },
      policies: list(hex),
      head: { anyOf: [record({ logId: hex, seq: index, digest: hex }), { type: "null" }] },
      anchored: index,
      checks: list(record({ id: text, outcome: { enum: ["pass", "fail", "unknown", "skipped"] } })),
      unchecked: { ...list(text), description: "Checks that had nothing to look at." },
      findings: list(
        record({ code: text, line: { type: ["integer", "null"], minimum: 1 }, about: { type: "string" } }),
      ),
    }),
  };
}
