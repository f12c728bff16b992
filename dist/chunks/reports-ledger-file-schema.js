"use strict";

const require_ledger_schema = require("./reports-ledger-schema.js");
const require_schema_nodes = require("./reports-schema-nodes.js");

// src/reports/ledger-file-schema.ts
const digest = {
	type: "string",
	pattern: "^[0-9a-f]{64}$"
};
const category = { enum: [
	"open",
	"in_progress",
	"done",
	"canceled",
	"unknown"
] };
const type = { enum: [
	"epic",
	"story",
	"task",
	"bug",
	"feature",
	"idea",
	"chore",
	"docs",
	"spike",
	"other"
] };
const seconds = {
	...require_schema_nodes.index,
	description: "Seconds since 1970."
};
const time = {
	type: "string",
	format: "date-time",
	pattern: "Z$"
};
const digests = {
	type: "array",
	items: digest,
	minItems: 3,
	maxItems: 3,
	description: "Of title, description and criteria."
};
const header = require_schema_nodes.record({
	schemaVersion: { const: 1 },
	kind: { const: "ledger" },
	audience: {
		...require_schema_nodes.text,
		description: "host/owner/repo that it is made for."
	},
	seq: {
		...require_schema_nodes.index,
		description: "One more than that of the ledger before."
	},
	issuedAt: time,
	expiresAt: time,
	count: {
		...require_schema_nodes.index,
		description: "Rows that follow."
	},
	policyDigest: {
		...digest,
		description: "Of the policy's authorise section, its remotes and projects."
	},
	bodySha256: {
		...digest,
		description: "Of everything after the second line."
	},
	fields: require_ledger_schema.ledgerFields,
	remotes: require_schema_nodes.list(require_ledger_schema.ledgerRemote),
	states: require_schema_nodes.list(require_schema_nodes.record({
		name: require_schema_nodes.text,
		category
	})),
	types: require_schema_nodes.list(require_schema_nodes.record({
		name: require_schema_nodes.text,
		category: type
	})),
	people: require_schema_nodes.list(require_schema_nodes.record({
		name: require_schema_nodes.text,
		"account?": require_schema_nodes.text,
		"login?": require_schema_nodes.text,
		"email?": require_schema_nodes.text
	}))
});
const envelope = require_schema_nodes.record({
	payload: {
		...require_schema_nodes.text,
		description: "The first line's bytes, base64."
	},
	payloadType: { const: "application/vnd.golden-thread.ledger+json" },
	signatures: require_schema_nodes.list(require_schema_nodes.record({
		keyid: require_schema_nodes.text,
		sig: require_schema_nodes.text
	}))
});
const bundle = {
	type: "object",
	properties: {
		mediaType: {
			type: "string",
			pattern: "^application/vnd\\.dev\\.sigstore\\.bundle"
		},
		verificationMaterial: { type: "object" },
		dsseEnvelope: { type: "object" }
	},
	required: [
		"mediaType",
		"verificationMaterial",
		"dsseEnvelope"
	],
	description: "A Sigstore bundle of the first line."
};
const span = {
	type: "array",
	items: {
		type: ["integer", "null"],
		minimum: 0
	},
	minItems: 3,
	maxItems: 4,
	description: "From (seconds since 1970), how many seconds it lasted (null: it goes on), the state at its end, and who began it."
};
const approval = { oneOf: [require_schema_nodes.record({
	by: require_schema_nodes.index,
	at: seconds,
	of: digests
}), require_schema_nodes.record({
	by: require_schema_nodes.index,
	at: seconds,
	label: require_schema_nodes.text,
	changed: require_schema_nodes.list(require_schema_nodes.text)
})] };
const row = require_schema_nodes.record({
	id: {
		...require_schema_nodes.text,
		description: "Remote and id; rows are sorted by it, byte by byte."
	},
	"state?": {
		...require_schema_nodes.index,
		description: "Its place in the header's states; left out: that of the last span, which goes on."
	},
	"type?": {
		...require_schema_nodes.orNull(require_schema_nodes.index),
		description: "Left out: the first of the header's types."
	},
	"at?": {
		...require_schema_nodes.orNull(seconds),
		description: "Last change; left out: when the last span ended, or began if it goes on."
	},
	spans: {
		...require_schema_nodes.list(span),
		description: "The times in which its state allowed work."
	},
	"moved?": {
		...require_schema_nodes.text,
		description: "The id that its tracker now has it under."
	},
	"scope?": {
		type: ["string", "null"],
		description: "Its project, where the id does not tell it."
	},
	"created?": require_schema_nodes.orNull(seconds),
	"since?": {
		...seconds,
		description: "Nothing is on record of the time before."
	},
	"begins?": {
		...seconds,
		description: "When it was made, where it did not allow work until its first span; left out: it did."
	},
	"archived?": { const: true },
	"labels?": require_schema_nodes.list(require_schema_nodes.text),
	"excludedBy?": require_schema_nodes.text,
	"risk?": { enum: [
		"low",
		"medium",
		"high",
		"critical"
	] },
	"outsider?": { const: true },
	"vouchers?": require_schema_nodes.list(require_schema_nodes.index),
	"author?": require_schema_nodes.index,
	"assignees?": require_schema_nodes.list(require_schema_nodes.index),
	"parent?": require_schema_nodes.text,
	"versions?": require_schema_nodes.list(require_schema_nodes.text),
	"iteration?": { type: ["string", "null"] },
	"snapshot?": digests,
	"approvals?": require_schema_nodes.list(approval),
	"untold?": require_schema_nodes.list({ enum: [
		"assignees",
		"parent",
		"approvals",
		"snapshot"
	] })
});
/** JSON Schema (2020-12) of a ledger's lines: the first is its header, the second a DSSE envelope or a Sigstore bundle of it, the rest are rows. */
function ledgerSchema() {
	return {
		$schema: "https://json-schema.org/draft/2020-12/schema",
		title: "a line of a golden-thread ledger",
		oneOf: [
			header,
			envelope,
			bundle,
			row
		]
	};
}

exports.ledgerSchema = ledgerSchema;