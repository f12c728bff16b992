"use strict";

const require_schema = require("./policy-schema.js");

// src/policy/schemas.ts
/** Loads zod and builds the schemas for a set of rules. */
async function schemasFor(rules) {
	const { z } = await Promise.resolve().then(() => require("./zod.js")).then((n) => n.zod_exports);
	const policy = require_schema.policySchema(z, rules);
	return {
		rules,
		policy,
		remotes: policy.shape.remotes.unwrap(),
		entries: z.record(z.string(), require_schema.ruleEntrySchema(z)),
		options: rules.map((rule) => ({
			rule,
			schema: rule.options(z)
		})),
		json: () => ({ ...z.toJSONSchema(policy, { io: "input" }) })
	};
}

exports.schemasFor = schemasFor;