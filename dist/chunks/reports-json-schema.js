"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_spec = require("./core-spec.js");
const require_ledger_schema = require("./reports-ledger-schema.js");
const require_schema_nodes = require("./reports-schema-nodes.js");

// src/reports/simulate-schema.ts
const preset = { enum: [
	"observe",
	"standard",
	"strict"
] };
const group = require_schema_nodes.record({
	name: require_schema_nodes.text,
	commits: require_schema_nodes.index,
	blocked: require_schema_nodes.index,
	undecided: require_schema_nodes.index
});
/** JSON Schema of what `simulate --format json` writes. */
const simulation = require_schema_nodes.record({
	schemaVersion: { const: 1 },
	kind: { const: "simulate" },
	tool: require_schema_nodes.tool,
	policyDigest: require_schema_nodes.text,
	policySources: require_schema_nodes.list(require_schema_nodes.text),
	preset,
	assumed: {
		oneOf: [{ type: "null" }, preset],
		description: "The preset that was judged by instead of the policy's own."
	},
	place: require_schema_nodes.place,
	decidedAt: require_schema_nodes.text,
	enforceFrom: require_schema_nodes.textOrNull,
	subject: require_schema_nodes.record({
		label: require_schema_nodes.text,
		since: require_schema_nodes.textOrNull,
		complete: { type: "boolean" }
	}),
	counts: require_schema_nodes.record({
		blocked: require_schema_nodes.index,
		undecided: require_schema_nodes.index,
		warned: require_schema_nodes.index,
		passed: require_schema_nodes.index,
		commits: require_schema_nodes.index,
		beforeBaseline: {
			...require_schema_nodes.index,
			description: "Of the whole history; counted, never judged."
		}
	}),
	today: {
		...require_schema_nodes.record({
			passed: require_schema_nodes.index,
			failed: require_schema_nodes.index,
			undecided: require_schema_nodes.index
		}),
		description: "What check range says of the same commits today."
	},
	rules: {
		...require_schema_nodes.list(require_schema_nodes.record({
			rule: require_schema_nodes.text,
			blocked: require_schema_nodes.index,
			undecided: require_schema_nodes.index,
			warned: require_schema_nodes.index,
			unknown: require_schema_nodes.index
		})),
		description: "A commit counts in every rule that it fails."
	},
	authors: require_schema_nodes.list(group),
	months: {
		...require_schema_nodes.list(group),
		description: "YYYY-MM of the committer time in UTC, in order."
	},
	folders: {
		...require_schema_nodes.record({
			depth: {
				type: "integer",
				minimum: 1
			},
			rows: require_schema_nodes.list(require_schema_nodes.record({
				folder: require_schema_nodes.text,
				blocked: require_schema_nodes.index
			}))
		}),
		description: "Of blocked commits alone; one counts in every folder that it touches. `.` is the root."
	},
	proposal: require_schema_nodes.record({
		baseline: require_schema_nodes.textOrNull,
		after: {
			...require_schema_nodes.index,
			description: "Commits after the baseline, all of which pass."
		},
		enforceFrom: require_schema_nodes.textOrNull,
		file: require_schema_nodes.text,
		lines: {
			...require_schema_nodes.list(require_schema_nodes.text),
			description: "YAML for the top level of the policy; empty: nothing to change."
		}
	}),
	notices: require_schema_nodes.list(require_schema_nodes.text)
});

// src/reports/spec-schema.ts
const digest$1 = {
	type: "string",
	pattern: "^[0-9a-f]{64}$"
};
const verdict$1 = { enum: [
	"pass",
	"fail",
	"undecided"
] };
const diff = {
	...require_schema_nodes.text,
	description: "git's, without a head; empty: no difference, or no two texts."
};
const source = { enum: [
	"frontmatter",
	"documentation",
	"document",
	"path",
	"body",
	"upstream"
] };
const spec = require_schema_nodes.record({
	remote: require_schema_nodes.text,
	id: require_schema_nodes.text,
	key: require_schema_nodes.text,
	title: require_schema_nodes.text,
	url: require_schema_nodes.textOrNull,
	source,
	path: {
		...require_schema_nodes.textOrNull,
		description: "Root-relative; null: its tracker holds it."
	},
	"text?": {
		...require_schema_nodes.text,
		description: "Left out of spec-check."
	},
	digest: {
		...digest$1,
		description: "SHA-256 of the text with LF line ends, and one LF behind it."
	}
});
const answer = { oneOf: [
	require_schema_nodes.record({
		status: { const: "found" },
		spec
	}),
	require_schema_nodes.record({ status: { const: "none" } }),
	require_schema_nodes.record({
		status: { const: "ambiguous" },
		source,
		candidates: require_schema_nodes.list(require_schema_nodes.text)
	}),
	require_schema_nodes.record({
		status: { const: "unreadable" },
		path: require_schema_nodes.text,
		detail: require_schema_nodes.text
	}),
	require_schema_nodes.record({
		status: { const: "unknown" },
		detail: require_schema_nodes.text
	})
] };
const owner = require_schema_nodes.record({
	remote: require_schema_nodes.text,
	id: require_schema_nodes.text,
	key: require_schema_nodes.text,
	title: require_schema_nodes.text,
	tasks: {
		...require_schema_nodes.list(require_schema_nodes.record({
			id: require_schema_nodes.text,
			path: require_schema_nodes.text
		})),
		description: "Files that are it, or follow it."
	}
});
const gap = require_schema_nodes.record({
	code: { enum: [
		"heading-missing",
		"placeholder",
		"section-empty",
		"criteria-few",
		"too-short",
		"too-long"
	] },
	"detail?": require_schema_nodes.text,
	"line?": require_schema_nodes.index,
	"count?": require_schema_nodes.index,
	"wanted?": require_schema_nodes.index
});
const seal = require_schema_nodes.record({
	task: require_schema_nodes.text,
	path: require_schema_nodes.text,
	checksum: {
		...require_schema_nodes.textOrNull,
		description: "`spec.checksum` of the task file, as it stands there now."
	},
	state: { enum: [
		"same",
		"stale",
		"none"
	] },
	written: {
		enum: [
			"path",
			"digest",
			null
		],
		description: "What --write changed of the file."
	},
	approvedBy: require_schema_nodes.list(require_schema_nodes.text)
});
const checked = require_schema_nodes.record({
	owner,
	isWanted: {
		type: "boolean",
		description: "The policy asks for a spec, or somebody named the task."
	},
	answer,
	state: { oneOf: [require_schema_nodes.record({
		gaps: require_schema_nodes.list(gap),
		criteria: require_schema_nodes.record({
			count: require_schema_nodes.index,
			done: require_schema_nodes.index
		})
	}), { type: "null" }] },
	doubt: {
		...require_schema_nodes.textOrNull,
		description: "Why nobody could tell what it lacks."
	},
	seals: require_schema_nodes.list(seal),
	verdict: verdict$1
});
const section = require_schema_nodes.record({
	digest: digest$1,
	isWhole: {
		type: "boolean",
		description: "All of the spec is shown; else its digest stands for it."
	},
	differs: { oneOf: [require_schema_nodes.record({
		wanted: require_schema_nodes.text,
		found: require_schema_nodes.text
	}), { type: "null" }] }
});
const block = { oneOf: [
	require_schema_nodes.record({ status: { const: "none" } }),
	require_schema_nodes.record({
		status: { const: "problem" },
		problem: { enum: [
			"torn",
			"nested",
			"duplicate"
		] },
		line: {
			type: "integer",
			minimum: 1
		}
	}),
	require_schema_nodes.record({
		status: { const: "found" },
		isIntact: { type: "boolean" },
		section: { oneOf: [section, { type: "null" }] }
	})
] };
function output(kind, rest) {
	return require_schema_nodes.record({
		schemaVersion: { const: 1 },
		kind: { const: kind },
		tool: require_schema_nodes.tool,
		policyDigest: require_schema_nodes.textOrNull,
		...rest
	});
}
/** JSON Schemas of what `spec --json` writes. */
const specOutputs = [
	output("spec-show", {
		owner,
		answer
	}),
	output("spec-check", { specs: require_schema_nodes.list(checked) }),
	output("spec-diff", {
		owner,
		base: {
			...require_schema_nodes.text,
			description: "Full id of the commit."
		},
		before: answer,
		now: answer,
		diff,
		verdict: verdict$1
	}),
	output("spec-body", {
		owner,
		now: answer,
		block,
		diff,
		verdict: verdict$1
	})
];

// src/reports/ticket-schema.ts
const digest = {
	type: "string",
	pattern: "^[0-9a-f]{64}$"
};
const field = { enum: [
	"title",
	"description",
	"criteria"
] };
/** JSON Schema of what `ticket approve --json` writes. */
const ticketApproval = require_schema_nodes.record({
	schemaVersion: { const: 1 },
	kind: { const: "ticket-approve" },
	tool: require_schema_nodes.tool,
	policyDigest: require_schema_nodes.textOrNull,
	ticket: require_schema_nodes.record({
		remote: require_schema_nodes.text,
		id: require_schema_nodes.text,
		key: require_schema_nodes.text,
		url: require_schema_nodes.textOrNull,
		title: require_schema_nodes.text,
		description: {
			...require_schema_nodes.text,
			description: "Markdown, in whole."
		},
		criteria: require_schema_nodes.list(require_schema_nodes.text)
	}),
	snapshot: {
		...require_schema_nodes.record({
			title: digest,
			description: digest,
			criteria: digest
		}),
		description: "Digests that the approval names."
	},
	digest: {
		type: "string",
		pattern: "^[0-9a-f]{64}(-[0-9a-f]{8}){3}$",
		description: "What --expect takes: over all of the snapshot, then the beginning of each part."
	},
	by: require_schema_nodes.record({
		account: require_schema_nodes.text,
		name: require_schema_nodes.text
	}),
	outcome: {
		enum: [
			"approved",
			"already",
			"shown",
			"other"
		],
		description: "other: the text is not what --expect named. Of shown and other nothing was posted."
	},
	changed: {
		...require_schema_nodes.list(field),
		description: "Parts that are not what was expected."
	},
	url: {
		...require_schema_nodes.textOrNull,
		description: "Where the approval stands."
	},
	counts: {
		type: "boolean",
		description: "There is an approval of this text, and the gate will count it."
	},
	doubt: {
		...require_schema_nodes.textOrNull,
		description: "Why it will not be counted."
	}
});

// src/reports/json-schema.ts
var json_schema_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ jsonSchema: () => jsonSchema });
/** The fold of all findings. */
const verdict = { enum: [
	"pass",
	"fail",
	"undecided"
] };
/** What a rule says of one thing, but for its words. */
const findingKeys = {
	rule: require_schema_nodes.text,
	level: { enum: ["warn", "enforce"] },
	outcome: { enum: [
		"pass",
		"fail",
		"skip",
		"unknown"
	] },
	blocking: {
		type: "boolean",
		description: "This fail or unknown decides the verdict."
	},
	code: require_schema_nodes.text,
	about: require_schema_nodes.record({
		kind: { enum: [
			"change",
			"commit",
			"branch",
			"title",
			"body",
			"path",
			"ticket"
		] },
		"commit?": require_schema_nodes.index,
		"path?": require_schema_nodes.text,
		"line?": {
			type: "integer",
			minimum: 1
		},
		"ticket?": require_schema_nodes.text,
		"start?": require_schema_nodes.index,
		"end?": require_schema_nodes.index
	}),
	args: {
		type: "object",
		additionalProperties: { type: ["string", "number"] }
	},
	"waiver?": {
		type: "string",
		description: "Id of the waiver that lifted it, in `waivers`."
	}
};
/** The same with its words. */
const finding = require_schema_nodes.record({
	...findingKeys,
	message: {
		type: "string",
		description: "The rule's sentence, its arguments filled in. Not escaped."
	},
	"fix?": require_schema_nodes.record({
		argv: {
			...require_schema_nodes.list(require_schema_nodes.text),
			description: "A command to run; empty where there is none."
		},
		note: require_schema_nodes.text
	})
});
const counts = require_schema_nodes.record({
	commits: require_schema_nodes.index,
	referenced: require_schema_nodes.index,
	passed: require_schema_nodes.index,
	failed: require_schema_nodes.index,
	undecided: require_schema_nodes.index,
	exempt: {
		type: "object",
		additionalProperties: require_schema_nodes.index
	},
	beforeBaseline: require_schema_nodes.index,
	unproved: require_schema_nodes.index,
	dated: require_schema_nodes.index
});
const waiver = require_schema_nodes.record({
	id: require_schema_nodes.text,
	rules: require_schema_nodes.list(require_schema_nodes.text),
	for: require_schema_nodes.record({
		"pr?": require_schema_nodes.list(require_schema_nodes.index),
		"commits?": require_schema_nodes.list(require_schema_nodes.text),
		"paths?": require_schema_nodes.list(require_schema_nodes.text),
		"ticket?": require_schema_nodes.list(require_schema_nodes.text)
	}),
	reason: require_schema_nodes.text,
	"incident?": require_schema_nodes.text,
	approver: require_schema_nodes.text,
	created: require_schema_nodes.text,
	expires: {
		...require_schema_nodes.text,
		description: "YYYY-MM-DD: the last day in UTC on which it lifts anything."
	},
	"follow_up?": require_schema_nodes.text,
	proof: {
		enum: ["proved", "declared"],
		description: "proved: the approver approved or merged the pull request that brought it. declared: only the file says so."
	}
});
/** A full id of a commit. */
const objectId = {
	type: "string",
	pattern: "^([0-9a-f]{40}|[0-9a-f]{64})$"
};
const commits = require_schema_nodes.record({
	count: require_schema_nodes.index,
	id: {
		...require_schema_nodes.list(objectId),
		description: "Newest first."
	},
	key: {
		...require_schema_nodes.list(require_schema_nodes.index),
		description: "For each commit, its entry in `keys`."
	},
	time: {
		...require_schema_nodes.list({ type: "integer" }),
		description: "Committer time, seconds since 1970."
	},
	"recordedAt?": {
		...require_schema_nodes.list({ type: [
			"integer",
			"number",
			"null"
		] }),
		description: "When each was decided as the server wrote it down or its forge tells, seconds since 1970; null: its own date alone tells."
	}
});
/** A digest in hex. */
const sha256 = {
	type: "string",
	pattern: "^[0-9a-f]{64}$"
};
const proposal = require_schema_nodes.record({
	number: require_schema_nodes.index,
	url: require_schema_nodes.text,
	author: require_schema_nodes.text,
	draft: { type: "boolean" },
	base: require_schema_nodes.record({
		branch: require_schema_nodes.text,
		commit: {
			...objectId,
			description: "Whose law counts."
		}
	}),
	head: require_schema_nodes.record({
		branch: require_schema_nodes.text,
		commit: objectId,
		isFork: { type: "boolean" }
	})
});
/** What is told of a ticket, by name. */
const ticketKeys = {
	at: {
		...require_schema_nodes.text,
		description: "Remote and id; `tickets` of `keys` name it by this."
	},
	remote: require_schema_nodes.text,
	id: require_schema_nodes.text,
	key: {
		...require_schema_nodes.text,
		description: "As people write it."
	},
	status: { enum: [
		"found",
		"claimed",
		"absent",
		"forbidden",
		"credentials",
		"unavailable"
	] },
	source: { enum: [
		"api",
		"ledger",
		"file",
		null
	] },
	title: require_schema_nodes.textOrNull,
	url: require_schema_nodes.textOrNull,
	type: require_schema_nodes.textOrNull,
	state: require_schema_nodes.orNull(require_schema_nodes.record({
		name: require_schema_nodes.text,
		category: { enum: [
			"open",
			"in_progress",
			"done",
			"canceled",
			"unknown"
		] }
	})),
	path: {
		...require_schema_nodes.textOrNull,
		description: "Of a local task's file."
	},
	digest: require_schema_nodes.orNull({
		...sha256,
		description: "SHA-256 over title, type, state, project, sorted labels, criteria and description as RFC 8785 writes them."
	}),
	asOf: {
		...require_schema_nodes.textOrNull,
		description: "When its tracker told it; null: for this very verdict."
	},
	spec: require_schema_nodes.orNull(require_schema_nodes.record({
		source: { enum: [...require_spec.SPEC_SOURCES] },
		path: require_schema_nodes.textOrNull,
		digest: sha256
	}))
};
/** What `check` writes of a change, but for its tickets, by name. */
const checkKeys = {
	schemaVersion: { const: 1 },
	kind: { const: "check" },
	tool: require_schema_nodes.tool,
	policyDigest: require_schema_nodes.text,
	policySources: require_schema_nodes.list(require_schema_nodes.text),
	preset: require_schema_nodes.text,
	place: require_schema_nodes.place,
	decidedAt: require_schema_nodes.text,
	enforceFrom: require_schema_nodes.textOrNull,
	subject: require_schema_nodes.record({
		kind: { enum: [
			"staged",
			"commit-message",
			"commits",
			"pull-request"
		] },
		label: require_schema_nodes.text,
		branch: require_schema_nodes.textOrNull,
		complete: { type: "boolean" },
		subject: require_schema_nodes.textOrNull
	}),
	verdict,
	statement: { enum: [
		"PASSED",
		"WARNED",
		"FAILED",
		"UNKNOWN"
	] },
	counts,
	waivers: {
		...require_schema_nodes.list(waiver),
		description: "Every waiver of the trusted tree, expired ones too."
	},
	notices: require_schema_nodes.list(require_schema_nodes.text),
	proposal: {
		...require_schema_nodes.orNull(proposal),
		description: "Null: no pull request was judged."
	},
	findings: require_schema_nodes.list(finding),
	keys: require_schema_nodes.list(require_schema_nodes.record({
		count: require_schema_nodes.index,
		example: require_schema_nodes.index,
		verdict,
		findings: require_schema_nodes.list(finding),
		tickets: require_schema_nodes.list(require_schema_nodes.text)
	})),
	commits: require_schema_nodes.orNull(commits)
};
const check = require_schema_nodes.record({
	...checkKeys,
	tickets: {
		...require_schema_nodes.list(require_schema_nodes.record(ticketKeys)),
		description: "Every ticket that is named, sorted by `at`."
	}
});
const problem = require_schema_nodes.record({
	file: require_schema_nodes.text,
	line: {
		type: "integer",
		minimum: 1
	},
	column: {
		type: "integer",
		minimum: 1
	},
	key: require_schema_nodes.text,
	message: require_schema_nodes.text,
	"found?": require_schema_nodes.text,
	"wanted?": require_schema_nodes.text,
	"suggestion?": require_schema_nodes.text
});
const error = require_schema_nodes.record({
	schemaVersion: { const: 1 },
	kind: { const: "error" },
	tool: require_schema_nodes.tool,
	policyDigest: require_schema_nodes.textOrNull,
	code: { enum: [
		"usage",
		"policy",
		"repository",
		"absent",
		"forbidden",
		"credentials",
		"unavailable",
		"git",
		"storage",
		"internal"
	] },
	message: require_schema_nodes.text,
	"found?": require_schema_nodes.text,
	"wanted?": require_schema_nodes.text,
	"fix?": require_schema_nodes.text,
	"problems?": require_schema_nodes.list(problem)
});
/** JSON Schema (2020-12) of what `--format json` writes: a check's report, a simulation, what is told of ledgers and keys, an approval, specs, or an error. */
function jsonSchema() {
	return {
		$schema: "https://json-schema.org/draft/2020-12/schema",
		title: "golden-thread report",
		oneOf: [
			check,
			simulation,
			...require_ledger_schema.ledgerOutputs,
			ticketApproval,
			...specOutputs,
			error
		]
	};
}

Object.defineProperty(exports, "checkKeys", {
  enumerable: true,
  get: function () {
    return checkKeys;
  }
});
Object.defineProperty(exports, "findingKeys", {
  enumerable: true,
  get: function () {
    return findingKeys;
  }
});
Object.defineProperty(exports, "json_schema_exports", {
  enumerable: true,
  get: function () {
    return json_schema_exports;
  }
});
Object.defineProperty(exports, "objectId", {
  enumerable: true,
  get: function () {
    return objectId;
  }
});
Object.defineProperty(exports, "sha256", {
  enumerable: true,
  get: function () {
    return sha256;
  }
});
Object.defineProperty(exports, "ticketKeys", {
  enumerable: true,
  get: function () {
    return ticketKeys;
  }
});