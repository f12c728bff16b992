import { rules } from "./rules.js";
import { policySchema } from "./policy-schema.js";

// src/policy/json-schema.ts
/**
* JSON Schema (draft 2020-12) of the policy file, for editors and other tools. It says all that a schema can: dates
* that no calendar has, keys that two trackers claim and the like are found by `config validate` alone.
*/
async function jsonSchema(rules$1 = rules) {
	const { z } = await import("./lazy-zod.js");
	return {
		...z.toJSONSchema(policySchema(z, rules$1), {
			target: "draft-2020-12",
			io: "input"
		}),
		title: "golden-thread policy",
		description: "golden-thread.yml: what a change must lead to."
	};
}

export { jsonSchema };