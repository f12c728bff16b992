"use strict";

const require_rules = require("./rules.js");
const require_schema = require("./policy-schema.js");

// src/policy/json-schema.ts
/**
* JSON Schema (draft 2020-12) of the policy file, for editors and other tools. It says all that a schema can: dates
* that no calendar has, keys that two trackers claim and the like are found by `config validate` alone.
*/
async function jsonSchema(rules$1 = require_rules.rules) {
	const { z } = await Promise.resolve().then(() => require("./zod.js")).then((n) => n.zod_exports);
	return {
		...z.toJSONSchema(require_schema.policySchema(z, rules$1), {
			target: "draft-2020-12",
			io: "input"
		}),
		title: "golden-thread policy",
		description: "golden-thread.yml: what a change must lead to."
	};
}

exports.jsonSchema = jsonSchema;