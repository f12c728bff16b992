import { policySchema, ruleEntrySchema } from "./policy-schema.js";

// src/policy/schemas.ts
/** Loads zod and builds the schemas for a set of rules. */
async function schemasFor(rules) {
	const { z } = await import("./lazy-zod.js");
	const policy = policySchema(z, rules);
	return {
		rules,
		policy,
		remotes: policy.shape.remotes.unwrap(),
		entries: z.record(z.string(), ruleEntrySchema(z)),
		options: rules.map((rule) => ({
			rule,
			schema: rule.options(z)
		})),
		json: () => ({ ...z.toJSONSchema(policy, { io: "input" }) })
	};
}

export { schemasFor };