"use strict";

const require_schema_nodes = require("./reports-schema-nodes.js");

// src/reports/verify-schema.ts
const hex = {
	type: "string",
	pattern: "^[0-9a-f]{64}$"
};
/** JSON Schema (2020-12) of what `verify --json` answers. */
function verifySchema() {
	return {
		$schema: "https://json-schema.org/draft/2020-12/schema",
		title: "golden-thread verify, version 1",
		...require_schema_nodes.record({
			schemaVersion: { const: 1 },
			kind: { const: "verify" },
			tool: require_schema_nodes.tool,
			policyDigest: require_schema_nodes.textOrNull,
			name: require_schema_nodes.text,
			verdict: { enum: [
				"pass",
				"fail",
				"undecided"
			] },
			lines: require_schema_nodes.index,
			records: require_schema_nodes.index,
			claims: require_schema_nodes.index,
			commits: require_schema_nodes.index,
			signers: require_schema_nodes.list({ anyOf: [require_schema_nodes.record({
				kind: { const: "key" },
				id: require_schema_nodes.text,
				until: require_schema_nodes.textOrNull
			}), require_schema_nodes.record({
				kind: { const: "identity" },
				issuer: require_schema_nodes.text,
				subject: require_schema_nodes.text,
				at: require_schema_nodes.text
			})] }),
			results: {
				type: "object",
				additionalProperties: require_schema_nodes.index
			},
			policies: require_schema_nodes.list(hex),
			head: { anyOf: [require_schema_nodes.record({
				logId: hex,
				seq: require_schema_nodes.index,
				digest: hex
			}), { type: "null" }] },
			anchored: require_schema_nodes.index,
			checks: require_schema_nodes.list(require_schema_nodes.record({
				id: require_schema_nodes.text,
				outcome: { enum: [
					"pass",
					"fail",
					"unknown",
					"skipped"
				] }
			})),
			unchecked: {
				...require_schema_nodes.list(require_schema_nodes.text),
				description: "Checks that had nothing to look at."
			},
			findings: require_schema_nodes.list(require_schema_nodes.record({
				code: require_schema_nodes.text,
				line: {
					type: ["integer", "null"],
					minimum: 1
				},
				about: { type: "string" }
			}))
		})
	};
}

exports.verifySchema = verifySchema;