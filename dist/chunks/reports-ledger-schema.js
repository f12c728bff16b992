"use strict";

const require_schema_nodes = require("./reports-schema-nodes.js");

// src/reports/ledger-schema.ts
const head = {
	schemaVersion: { const: 1 },
	tool: require_schema_nodes.tool,
	policyDigest: require_schema_nodes.textOrNull
};
const digest = {
	type: "string",
	pattern: "^[0-9a-f]{64}$"
};
const flag = { type: "boolean" };
/** A tracker whose tickets a ledger holds. */
const ledgerRemote = require_schema_nodes.record({
	name: require_schema_nodes.text,
	kind: { enum: [
		"github",
		"gitlab",
		"jira",
		"linear",
		"azure-devops",
		"clickup",
		"notion"
	] },
	complete: {
		...flag,
		description: "False: only the tickets that a query named."
	},
	through: {
		type: "object",
		additionalProperties: require_schema_nodes.index,
		description: "By project the highest number up to which what is not here is not there; empty where tickets are not counted."
	},
	"untold?": {
		...require_schema_nodes.list(require_schema_nodes.text),
		description: "Ids below those numbers of which the tracker would not tell."
	}
});
/** Members that a row may have where a rule reads them. */
const ledgerFields = require_schema_nodes.list({ enum: [
	"assignees",
	"authors",
	"by",
	"parent",
	"plan",
	"states"
] });
const ledger = require_schema_nodes.record({
	schemaVersion: { const: 1 },
	kind: { const: "ledger" },
	audience: require_schema_nodes.text,
	seq: require_schema_nodes.index,
	issuedAt: require_schema_nodes.text,
	expiresAt: require_schema_nodes.text,
	count: require_schema_nodes.index,
	policyDigest: digest,
	bodySha256: digest,
	remotes: require_schema_nodes.list(ledgerRemote),
	fields: ledgerFields,
	states: require_schema_nodes.index,
	types: require_schema_nodes.index,
	people: require_schema_nodes.index
});
/** One of both: a key signed, or an identity did. */
const signer = {
	"key?": {
		...require_schema_nodes.text,
		description: "The policy's key that signed."
	},
	"identity?": {
		...require_schema_nodes.record({
			issuer: require_schema_nodes.text,
			subject: require_schema_nodes.text,
			at: require_schema_nodes.text
		}),
		description: "Who signed through Sigstore, and when by the log."
	}
};
/** What is told of a ledger: it is good, or by which mark it is not. */
const answers = [{
	status: { const: "valid" },
	...signer,
	ledger
}, {
	status: { const: "invalid" },
	code: { enum: [
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
		"other-policy"
	] },
	detail: require_schema_nodes.text,
	fix: require_schema_nodes.text
}];
const tickets = require_schema_nodes.list(require_schema_nodes.record({
	id: require_schema_nodes.text,
	lookup: {
		type: "object",
		properties: { status: { enum: [
			"found",
			"absent",
			"unavailable"
		] } },
		required: ["status"],
		description: "What a look-up answers; the ticket where it is found."
	}
}));
const change = require_schema_nodes.record({
	id: require_schema_nodes.text,
	change: { enum: [
		"added",
		"removed",
		"changed"
	] },
	from: require_schema_nodes.textOrNull,
	to: require_schema_nodes.textOrNull,
	members: {
		...require_schema_nodes.list(require_schema_nodes.text),
		description: "Members of the row that differ."
	}
});
/** JSON Schemas of what `ledger` and `key` write with `--json`. */
const ledgerOutputs = [
	require_schema_nodes.record({
		...head,
		kind: { const: "ledger-build" },
		home: {
			...require_schema_nodes.text,
			description: "The ref or file that it was written to."
		},
		bytes: require_schema_nodes.index,
		pushed: flag,
		notice: {
			...require_schema_nodes.textOrNull,
			description: "Why the ledger before was not gone by."
		},
		...signer,
		ledger
	}),
	require_schema_nodes.record({
		...head,
		kind: { const: "ledger-trust" },
		path: {
			...require_schema_nodes.text,
			description: "The file that was written."
		},
		names: {
			...require_schema_nodes.list(require_schema_nodes.text),
			description: "Certificate authorities, timestamp authorities and logs."
		}
	}),
	...answers.flatMap((answer) => [require_schema_nodes.record({
		...head,
		kind: { enum: ["ledger-verify", "ledger-fetch"] },
		home: require_schema_nodes.text,
		...answer
	}), require_schema_nodes.record({
		...head,
		kind: { const: "ledger-show" },
		home: require_schema_nodes.text,
		...answer,
		tickets
	})]),
	require_schema_nodes.record({
		...head,
		kind: { const: "ledger-diff" },
		before: { oneOf: answers.map(require_schema_nodes.record) },
		after: { oneOf: answers.map(require_schema_nodes.record) },
		changes: require_schema_nodes.list(change)
	}),
	require_schema_nodes.record({
		...head,
		kind: { const: "key-new" },
		id: require_schema_nodes.text,
		file: {
			...require_schema_nodes.text,
			description: "Where the private half is."
		},
		spki: {
			...require_schema_nodes.text,
			description: "The public half, as the policy's ledger.keys takes it."
		},
		line: {
			...require_schema_nodes.text,
			description: "The entry of ledger.keys, as YAML."
		}
	})
];

Object.defineProperty(exports, "ledgerFields", {
  enumerable: true,
  get: function () {
    return ledgerFields;
  }
});
Object.defineProperty(exports, "ledgerOutputs", {
  enumerable: true,
  get: function () {
    return ledgerOutputs;
  }
});
Object.defineProperty(exports, "ledgerRemote", {
  enumerable: true,
  get: function () {
    return ledgerRemote;
  }
});