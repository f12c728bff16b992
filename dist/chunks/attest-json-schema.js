"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_spec = require("./core-spec.js");
const require_schema_nodes = require("./reports-schema-nodes.js");
const require_context = require("./attest-context.js");
const require_statement = require("./attest-statement.js");

// src/core/commit-signature.ts
/** What git says of a commit's own signature (git-log, `%G?`): `good` is by a key that whoever asked trusts. */
const SIGNATURES = [
	"good",
	"unknown-key",
	"expired",
	"revoked",
	"bad",
	"none"
];

// src/attest/json-schema.ts
var json_schema_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ predicateSchema: () => predicateSchema });
const said = (node, description) => ({
	...node,
	description
});
const time = {
	type: "string",
	pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$"
};
const day = {
	type: "string",
	pattern: "^\\d{4}-\\d\\d-\\d\\d$"
};
const flag = { type: "boolean" };
const hex = {
	type: "string",
	pattern: "^[0-9a-f]{64}$"
};
const sha256 = require_schema_nodes.record({ sha256: hex });
const gitId = {
	type: "string",
	pattern: "^([0-9a-f]{40}|[0-9a-f]{64})$"
};
const gitCommit = require_schema_nodes.record({ gitCommit: gitId });
const result = { enum: [
	"PASSED",
	"WARNED",
	"FAILED",
	"UNKNOWN"
] };
const commit = require_schema_nodes.record({ digest: gitCommit });
const at = said(require_schema_nodes.text, "The remote's name and the ticket's id there; refs of commits name it by this.");
const gate = require_schema_nodes.record({
	id: { const: require_statement.GATE_ID },
	version: {
		type: "object",
		additionalProperties: require_schema_nodes.text
	},
	place: said({ enum: [
		"hook",
		"ci",
		"server"
	] }, "Where it was judged."),
	invocation: require_schema_nodes.record({
		event: require_schema_nodes.text,
		"uri?": require_schema_nodes.text,
		"attempt?": {
			type: "integer",
			minimum: 1
		}
	})
});
const policy = require_schema_nodes.record({
	name: require_schema_nodes.text,
	digest: said(sha256, "Of the resolved law."),
	annotations: require_schema_nodes.record({
		sources: said(require_schema_nodes.list(require_schema_nodes.text), "Files that it came from, later ones win."),
		preset: require_schema_nodes.text,
		"commit?": said(gitId, "The commit whose tree has those files.")
	})
});
const change = require_schema_nodes.record({
	repository: {
		type: "string",
		pattern: "^git\\+"
	},
	complete: said(flag, "False: some of its commits could not be seen, so nothing here speaks for them."),
	"targetRef?": require_schema_nodes.text,
	"base?": commit,
	"head?": commit,
	"beside?": said(require_schema_nodes.list(commit), "Commits whose own history the range leaves out as well as that of the base."),
	"since?": said(time, "Older commits of the range were not counted."),
	"tree?": said(require_schema_nodes.record({ digest: require_schema_nodes.record({ gitTree: gitId }) }), "What the head's files are."),
	"method?": said({ enum: [...require_context.METHODS] }, "How it landed."),
	"proposal?": require_schema_nodes.record({
		id: require_schema_nodes.text,
		uri: require_schema_nodes.text,
		draft: flag,
		isFork: flag,
		"author?": require_schema_nodes.record({ login: require_schema_nodes.text }),
		"bodyDigest?": said(sha256, "Of its description, with LF line ends and nothing around it."),
		"bodyNormalization?": { const: "lf-trim/v1" }
	})
});
const intent = require_schema_nodes.record({
	at,
	remote: require_schema_nodes.text,
	key: said(require_schema_nodes.text, "As people write it."),
	status: { enum: [
		"found",
		"claimed",
		"absent",
		"forbidden",
		"credentials",
		"unavailable"
	] },
	rule: said(require_schema_nodes.text, "What `authorized` is the answer of."),
	observedAt: said(time, "When its tracker told it."),
	"uri?": require_schema_nodes.text,
	"type?": require_schema_nodes.text,
	"state?": require_schema_nodes.record({
		name: require_schema_nodes.text,
		category: require_schema_nodes.text
	}),
	"authorized?": said(flag, "Left out: nothing was decided about it. It grants nothing then."),
	"source?": { enum: [
		"api",
		"ledger",
		"file"
	] },
	"digest?": said(sha256, "Over title, type, state, project, sorted labels, criteria and description (RFC 8785).")
});
const plan = require_schema_nodes.record({
	name: said(require_schema_nodes.text, "The file of the spec, or the ticket that holds it."),
	digest: said(sha256, "Over its text with LF line ends, without a byte-order mark and blank lines around it, and one LF."),
	annotations: require_schema_nodes.record({
		ticket: at,
		source: { enum: [...require_spec.SPEC_SOURCES] }
	})
});
const implementation = require_schema_nodes.record({
	commits: said(require_schema_nodes.list(require_schema_nodes.record({
		digest: gitCommit,
		result,
		refs: require_schema_nodes.list(require_schema_nodes.record({
			at,
			via: said(require_schema_nodes.text, "Where it stands; `message`: only its group of commits is known to name it.")
		})),
		"exempt?": said(require_schema_nodes.record({ rule: require_schema_nodes.text }), "What exempts it, as git or the forge proves."),
		"signature?": said(require_schema_nodes.record({
			status: { enum: [...SIGNATURES] },
			"signer?": require_schema_nodes.text
		}), "The commit's own signature, as the git that was asked trusts it.")
	})), "The commits that this statement is about."),
	coverage: said(require_schema_nodes.record({
		total: require_schema_nodes.index,
		linked: require_schema_nodes.index,
		unlinked: require_schema_nodes.index,
		passed: require_schema_nodes.index,
		failed: require_schema_nodes.index,
		undecided: require_schema_nodes.index,
		exempt: {
			type: "object",
			additionalProperties: require_schema_nodes.index
		},
		beforeBaseline: require_schema_nodes.index
	}), "Numbers of commits of the whole change. `linked`: those whose message names a ticket; exempt ones count in all of them.")
});
const check = require_schema_nodes.record({
	id: said(require_schema_nodes.text, "The rule."),
	result: { enum: [
		"PASSED",
		"WARNED",
		"FAILED",
		"UNKNOWN",
		"NOT_APPLICABLE"
	] },
	enforced: flag,
	answers: said(require_schema_nodes.record({
		pass: require_schema_nodes.index,
		fail: require_schema_nodes.index,
		skip: require_schema_nodes.index,
		unknown: require_schema_nodes.index
	}), "Distinct answers, not commits.")
});
const exception = require_schema_nodes.record({
	id: require_schema_nodes.text,
	rules: said(require_schema_nodes.list(require_schema_nodes.text), "Those that it lifted here."),
	created: day,
	expires: said(day, "The last day in UTC on which it lifts anything."),
	proof: { enum: ["proved", "declared"] },
	reason: {
		type: "string",
		maxLength: 400
	},
	"grantedBy?": require_schema_nodes.record({ id: require_schema_nodes.text })
});
const facts = require_schema_nodes.record({
	evaluatedAt: time,
	phase: { enum: [...require_context.PHASES] },
	result: said(result, "Of the whole change."),
	"part?": said(require_schema_nodes.record({
		number: {
			type: "integer",
			minimum: 1
		},
		of: {
			type: "integer",
			minimum: 2
		}
	}), "One of several statements that tell one change: commits and tickets are this one's, the rest is the same in all."),
	gate,
	policy,
	change,
	intent: require_schema_nodes.list(intent),
	plan: require_schema_nodes.list(plan),
	implementation,
	checks: require_schema_nodes.list(check),
	exceptions: require_schema_nodes.list(exception),
	"logId?": said(hex, "The log that this record is one of."),
	"seq?": said({
		type: "integer",
		minimum: 1
	}, "Its number there, without a gap."),
	"previous?": said(require_schema_nodes.record({ digest: sha256 }), "The line before, with its signature and without its line break.")
});
/** JSON Schema (2020-12) of the predicate. Fields that it does not know are no error, as in-toto's parsing rules want it. */
function predicateSchema() {
	return {
		$schema: "https://json-schema.org/draft/2020-12/schema",
		$id: `${require_statement.FACTS_TYPE}/schema.json`,
		title: "golden-thread change authorization, v0.1",
		...open(facts)
	};
}
/** The same schema, open to fields of later versions. */
function open(node) {
	return Object.fromEntries(Object.entries(node).filter(([key, value]) => key !== "additionalProperties" || value !== false).map(([key, value]) => [key, opened(value)]));
}
function opened(value) {
	if (Array.isArray(value)) return value.map(opened);
	return typeof value === "object" && value !== null ? open({ ...value }) : value;
}

Object.defineProperty(exports, "json_schema_exports", {
  enumerable: true,
  get: function () {
    return json_schema_exports;
  }
});
Object.defineProperty(exports, "predicateSchema", {
  enumerable: true,
  get: function () {
    return predicateSchema;
  }
});