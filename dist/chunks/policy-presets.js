"use strict";

const require_core = require("./core.js");
const require_json = require("./policy-json.js");
const require_sections = require("./policy-sections.js");

// src/policy/loosening.ts
/** How each key of a policy can be loosened. `rules.<id>` and `remotes.<name>` follow by their first word. */
const KEYS = {
	preset: along(require_sections.PRESETS),
	baseline: addedOrChanged,
	enforce_from: later,
	remotes: changed,
	authority: along(require_sections.AUTHORITIES),
	"authorise.states": moreStates,
	"authorise.new_tasks": along(require_sections.NEW_TASKS),
	"authorise.types": moreTypes,
	"authorise.labels": fewerRequired,
	"authorise.approval": changed,
	"authorise.decision_time": along(require_sections.DECISION_TIMES),
	people: moreAccounts,
	"references.in": moreAllowed,
	"references.need": along(require_sections.NEEDS),
	"references.trailer": changed,
	scopes: changed,
	"exempt.merges": along(require_sections.MERGES),
	"exempt.bots": moreAllowed,
	"unknown.hook": milder,
	"unknown.ci": milder,
	"unknown.server": milder,
	"cache.fresh": longer,
	"cache.stale": longer,
	"ledger.from": changed,
	"ledger.max_age": longer,
	"ledger.audience": changed,
	"ledger.keys": changed,
	"ledger.identities": changed,
	"ledger.sigstore": changed,
	"evidence.notes": changed,
	"evidence.keys": changed,
	"evidence.identities": changed,
	"evidence.sigstore": changed,
	"spec.required": switchedOff,
	"spec.paths": changed,
	"spec.inject": switchedOff,
	"spec.sources": moreAllowed,
	"spec.headings": changed,
	"spec.min_criteria": changed,
	"spec.min_size": changed,
	"spec.max_size": greater,
	disclose: along(require_sections.DISCLOSURES),
	"waivers.file": changed,
	"waivers.approvers": moreAllowed,
	"waivers.max_days": greater
};
/** Keys that `locked:` may name, with the rules' own; a section's name stands for all below it. */
function lockableKeys(ruleIds) {
	const sections = Object.keys(KEYS).flatMap((key) => key.includes(".") ? [key.slice(0, key.indexOf("."))] : []);
	return [.../* @__PURE__ */ new Set([
		...Object.keys(KEYS),
		...sections,
		"rules",
		...ruleIds.map((id) => `rules.${id}`)
	])];
}
/** The comparable keys that a lock stands for; empty: there is no such key. */
function keysUnder(lock, ruleIds) {
	const named = [...Object.keys(KEYS), ...ruleIds.map((id) => `rules.${id}`)].filter((key) => key === lock || key.startsWith(`${lock}.`));
	if (named.length > 0) return named;
	if (lock.startsWith("remotes.")) return [lock];
	return ruleIds.some((id) => lock.startsWith(`rules.${id}.`)) ? [lock] : [];
}
/** Whether a key's value got looser. */
function isLooser(key, before, after) {
	const [section, , option] = key.split(".");
	if (section === "remotes") return changed(before, after);
	if (section === "rules") return option === void 0 ? lighter(before, after) : changed(before, after);
	return (KEYS[key] ?? changed)(before, after);
}
/** A list from loose to strict. */
function along(order) {
	return (before, after) => order.indexOf(String(after)) < order.indexOf(String(before));
}
function changed(before, after) {
	return require_core.canonical(before ?? null) !== require_core.canonical(after ?? null);
}
function addedOrChanged(before, after) {
	return after !== void 0 && changed(before, after);
}
function milder(before, after) {
	return before === "block" && after !== "block";
}
function switchedOff(before, after) {
	return before === true && after !== true;
}
function greater(before, after) {
	return Number(after) > Number(before);
}
/** Without a date everything is enforced now. Dates of this form sort as text. */
function later(before, after) {
	return after !== void 0 && (before === void 0 || String(after) > String(before));
}
/** No ledger at all is stricter than one of any age. */
function longer(before, after) {
	if (after === void 0) return false;
	return before === void 0 || require_core.milliseconds(String(after)) > require_core.milliseconds(String(before));
}
/** Lists of what may pass. */
function moreAllowed(before, after) {
	if (!Array.isArray(before) || !Array.isArray(after)) return changed(before, after);
	return after.some((one) => !before.includes(one));
}
function moreStates(before, after) {
	return moreIn(before, after, require_sections.DEFAULT_STATES);
}
function moreTypes(before, after) {
	return moreIn(before ?? require_sections.DEFAULT_TYPES, after ?? require_sections.DEFAULT_TYPES, require_sections.DEFAULT_TYPES);
}
/** One list for every remote, or lists by remotes; a remote that these leave out has the default. */
function moreIn(before, after, fallback) {
	if (!require_json.isMapping(before) || !require_json.isMapping(after)) return moreAllowed(before, after);
	return Object.keys({
		...before,
		...after
	}).some((remote) => moreAllowed(before[remote] ?? fallback, after[remote] ?? fallback));
}
/** One more account is one more ticket that somebody may work under. */
function moreAccounts(before, after) {
	const accounts = (people) => Object.entries(require_json.isMapping(people) ? people : {}).flatMap(([address, list]) => Array.isArray(list) ? list.map((one) => JSON.stringify([address.toLowerCase(), String(one).toLowerCase()])) : []);
	return moreAllowed(accounts(before), accounts(after));
}
/** Lists of what must be there. */
function fewerRequired(before, after) {
	if (!Array.isArray(before)) return false;
	return !Array.isArray(after) || before.some((one) => !after.includes(one));
}
/** A rule's level, its `unknown`, and its options: nobody can tell which way an option loosens. */
function lighter(before, after) {
	if (!require_json.isMapping(before) || before.level === "off") return false;
	if (!require_json.isMapping(after)) return true;
	const { level, unknown, ...options } = before;
	const { level: newLevel, unknown: newUnknown, ...newOptions } = after;
	if (along(require_sections.LEVELS)(level, newLevel) || changed(options, newOptions)) return true;
	return unknown === "block" ? newUnknown !== "block" : unknown === void 0 && newUnknown === "warn";
}

// src/policy/presets.ts
/** What `standard` blocks on; every other default rule warns. */
const STANDARD_ENFORCES = [
	"reference-required",
	"ticket-exists",
	"ticket-authorised",
	"policy-change-authorised",
	"policy-wellformed"
];
/** Blocks in `standard` where the policy asks for specs. */
const SPEC_RULE = "spec-in-body";
/** A preset as the weakest layer of a policy: only what differs from the schema's defaults. */
function presetLayer(preset, rules, facts) {
	const levels = rules.map((rule) => [rule.meta.id, { level: levelIn(preset, rule, facts) }]);
	return {
		...sectionsIn(preset, facts),
		rules: Object.fromEntries(levels)
	};
}
function levelIn(preset, { meta }, { specRequired }) {
	if (!meta.default) return "off";
	switch (preset) {
		case "observe": return "warn";
		case "standard": return STANDARD_ENFORCES.includes(meta.id) || specRequired && meta.id === SPEC_RULE ? "enforce" : "warn";
		case "strict": return "enforce";
	}
}
function sectionsIn(preset, { hasUpstream }) {
	switch (preset) {
		case "observe": return { unknown: {
			hook: "warn",
			ci: "warn",
			server: "warn"
		} };
		case "standard": return { unknown: {
			hook: "warn",
			ci: "block",
			server: "block"
		} };
		case "strict": return {
			unknown: {
				hook: "block",
				ci: "block",
				server: "block"
			},
			references: { need: "all" },
			authorise: {
				new_tasks: "deny",
				decision_time: "recorded"
			},
			...hasUpstream ? { authority: "upstream" } : {}
		};
	}
}

Object.defineProperty(exports, "isLooser", {
  enumerable: true,
  get: function () {
    return isLooser;
  }
});
Object.defineProperty(exports, "keysUnder", {
  enumerable: true,
  get: function () {
    return keysUnder;
  }
});
Object.defineProperty(exports, "lockableKeys", {
  enumerable: true,
  get: function () {
    return lockableKeys;
  }
});
Object.defineProperty(exports, "presetLayer", {
  enumerable: true,
  get: function () {
    return presetLayer;
  }
});