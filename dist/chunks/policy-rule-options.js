"use strict";

const require_core = require("./core.js");

// src/policy/rule-options.ts
/** The options of a rule in their order, read from the schema that checks them. */
async function ruleOptions(rule) {
	const { z } = await Promise.resolve().then(() => require("./zod.js")).then((n) => n.zod_exports);
	const follows = Object.keys(rule.from?.(require_core.termsSchema(z).parse({})) ?? {});
	return Object.entries(propertiesOf(z, rule)).map(([name, schema]) => ({
		name,
		takes: takes(schema),
		fallback: follows.includes(name) ? null : JSON.stringify(schema.default ?? null),
		does: schema.description ?? ""
	}));
}
function propertiesOf(z, rule) {
	const { properties = {} } = z.toJSONSchema(rule.options(z), { io: "input" });
	const schemas = Object.entries(properties).map(([name, schema]) => [name, typeof schema === "boolean" ? {} : schema]);
	return Object.fromEntries(schemas);
}
function takes({ type, enum: words, anyOf, items }) {
	if (words !== void 0) return words.map(String).join(" | ");
	if (anyOf !== void 0) return anyOf.map((one) => takes(one)).join(" | ");
	if (type === "array") return typeof items === "object" && !Array.isArray(items) ? `list of ${takes(items)}` : "list";
	if (type === "string") return "text";
	if (type === "integer") return "number";
	return typeof type === "string" ? type : "any";
}

exports.ruleOptions = ruleOptions;