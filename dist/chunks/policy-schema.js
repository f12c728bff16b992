"use strict";

const require_remotes = require("./policy-remotes.js");
const require_fault = require("./core-fault.js");
const require_sections = require("./policy-sections.js");

// src/policy/rule-entries.ts
/** Every rule's id with its level, or an object of level, `unknown` and the rule's own options. Ids are closed. */
function rulesSchema(z, rules) {
	return z.strictObject(Object.fromEntries(rules.map((rule) => [rule.meta.id, ruleEntry(z, rule).optional()])));
}
function ruleEntry(z, rule) {
	const level = z.enum(require_sections.LEVELS).describe("How much the rule weighs.");
	const full = z.strictObject({
		...optionShape(z, rule),
		level,
		unknown: z.enum(require_sections.UNKNOWNS).optional().describe("What an answer that could not be had does, for this rule.")
	});
	return z.union([level, full]).describe(rule.meta.title);
}
/** The fields of a rule's options. `level` and `unknown` are the policy's own words. */
function optionShape(z, rule) {
	const schema = rule.options(z);
	if (!(schema instanceof z.ZodObject)) throw new require_fault.Fault("internal", `The options of rule ${rule.meta.id} are not an object.`);
	const taken = Object.keys(schema.shape).filter((key) => key === "level" || key === "unknown");
	if (taken.length > 0) throw new require_fault.Fault("internal", `Rule ${rule.meta.id} has an option with the policy's own name ${taken.join()}.`);
	return schema.shape;
}
/** One entry as layers merge it: level apart from what the policy says beside it. */
function ruleEntrySchema(z) {
	return z.looseObject({
		level: z.enum(require_sections.LEVELS),
		unknown: z.enum(require_sections.UNKNOWNS).optional()
	});
}

// src/policy/schema.ts
/** A path of the same tree, or a file of a GitHub repository at one commit. */
const EXTENDS = /^(?:github:[A-Za-z0-9-]+\/[A-Za-z0-9._-]+\/[^@:\s\\]+@[0-9a-f]{40}|(?!\/)[^@:\\\u0000-\u001f]+)$/;
const REQUIRES = /^(?:(?:>=|<=|>|<|=)?[0-9]{1,6}(?:\.[0-9]{1,6}){0,2})(?: (?:>=|<=|>|<|=)?[0-9]{1,6}(?:\.[0-9]{1,6}){0,2}){0,3}$/;
const LOCKED = /^[a-z_]+(?:\.[A-Za-z0-9_-]+){0,3}$/;
/**
* The strict schema of golden-thread.yml: one file, before it is merged with its preset and what it extends. Its type
* and the JSON Schema both derive from it. Defaults are filled in only once all layers are merged.
*/
function policySchema(z, rules) {
	const preset = z.enum(require_sections.PRESETS).describe("observe: warn only. standard: the core rules block. strict: all of them do.");
	const weights = rulesSchema(z, rules);
	const authorise = require_sections.authoriseSchema(z);
	const references = require_sections.referencesSchema(z);
	const extended = z.string().regex(EXTENDS, { error: "a path in this repository, or github:owner/repo/path@<40 hex digits>" });
	return z.strictObject({
		$schema: z.string().optional().describe("Address of this schema, for editors."),
		version: z.literal(1).default(1).describe("Version of this file's format."),
		preset: preset.default("standard"),
		extends: z.union([extended, z.array(extended).max(16, { error: "at most 16 files" })], { error: "a path, or a list of paths" }).optional().describe("Policies that this one builds on, the last one strongest."),
		locked: z.array(z.string().regex(LOCKED, { error: "a dotted key such as rules.ticket-exists" })).default([]).describe("Dotted keys that no later layer may loosen."),
		requires: z.string().regex(REQUIRES, { error: "a version range such as >=1.2" }).optional().describe("Versions of golden-thread that may read this policy."),
		baseline: require_sections.baselineSchema(z).optional().describe("Where judging starts."),
		enforce_from: require_sections.enforceFromSchema(z).optional(),
		remotes: require_remotes.remotesSchema(z).optional().describe("Trackers by name. Tokens never stand here. Left out: detected."),
		authority: require_sections.authoritySchema(z).default("local"),
		authorise: authorise.prefault({}).describe("Which tickets may authorise a change."),
		people: require_sections.peopleSchema(z).optional(),
		references: require_sections.referencesSchema(z).prefault({}).describe("Where references count and how many must be authorised."),
		scopes: z.array(z.strictObject({
			paths: require_sections.scopePathsSchema(z),
			preset: preset.optional(),
			exempt: z.boolean().optional().describe("Commits that touch nothing else are not judged."),
			authorise: authorise.optional(),
			references: references.optional(),
			rules: weights.optional()
		})).default([]).describe("Other weights for some paths; the last scope that matches a path counts."),
		exempt: require_sections.exemptSchema(z).prefault({}).describe("Commits that are not judged like any other."),
		unknown: require_sections.unknownSchema(z).prefault({}).describe("What an answer that could not be had does."),
		cache: require_sections.cacheSchema(z).prefault({}).describe("How long a tracker's answers count in hooks; in CI and on servers it is always asked."),
		ledger: require_sections.ledgerSchema(z).optional().describe("The signed snapshot of authorised tickets."),
		spec: require_sections.specSchema(z).prefault({}).describe("The document that says what will be built."),
		disclose: z.enum(require_sections.DISCLOSURES).default("auto").describe("How much of a ticket may stand in reports. auto: all of it where the forge repository is private."),
		waivers: require_sections.waiversSchema(z).prefault({}).describe("Approved exceptions."),
		rules: weights.prefault({}).describe("Weights and options of the rules.")
	});
}

Object.defineProperty(exports, "EXTENDS", {
  enumerable: true,
  get: function () {
    return EXTENDS;
  }
});
Object.defineProperty(exports, "policySchema", {
  enumerable: true,
  get: function () {
    return policySchema;
  }
});
Object.defineProperty(exports, "ruleEntrySchema", {
  enumerable: true,
  get: function () {
    return ruleEntrySchema;
  }
});