"use strict";

const require_git = require("./git.js");
const require_json = require("./policy-json.js");
const require_presets = require("./policy-presets.js");

// src/policy/explain.ts
/** Sections that are asked for as a whole: their parts mean nothing alone. */
const WHOLE = /* @__PURE__ */ new Set(["scopes"]);
/** Every value at or below a dotted key. Throws `Fault("usage")` with the near key for one that there is not. */
function explainKey(key, input) {
	const all = leavesOf(input);
	const asked = all.filter(({ path }) => within(path, key));
	if (asked.length > 0) return asked.map((leaf) => explained(leaf.path, leaf.value, input));
	const known = [...all.map(({ path }) => path.join(".")), ...require_presets.lockableKeys(Object.keys(input.law.rules))];
	if (known.includes(key)) return [explained(key.split("."), null, input)];
	const near = require_git.nearest(key, known);
	const meant = near === null ? "" : ` Did you mean ${near}?`;
	throw new require_git.Fault("usage", `The policy has no key "${key}".${meant}`, {
		found: key,
		wanted: "a key of the policy, such as preset or authorise.states",
		fix: "golden-thread config explain"
	});
}
function within(path, key) {
	const here = path.join(".");
	return key === "" || here === key || here.startsWith(`${key}.`);
}
function leavesOf({ resolved, law }) {
	const { rules: _rules, scopes: _scopes, locked: _locked, $schema: _schema, ...sections } = resolved.policy;
	const rules = Object.entries(law.rules).map(([id, { level, unknown, options }]) => [id, {
		level,
		unknown,
		...require_json.isMapping(options) ? options : {}
	}]);
	return leaves({
		...sections,
		scopes: resolved.merged.scopes ?? [],
		rules: Object.fromEntries(rules)
	}, []);
}
function leaves(value, path) {
	if (!require_json.isMapping(value) || WHOLE.has(path.join("."))) return value === void 0 ? [] : [{
		path,
		value
	}];
	return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}
function explained(path, value, input) {
	const [first, ...rest] = [...input.layers.filter((layer) => require_json.valueAt(layer.value, path) !== void 0).map((layer) => ({
		value: require_json.valueAt(layer.value, path),
		origin: {
			kind: "file",
			file: layer.label,
			...layer.place(path)
		}
	})).reverse(), ...byPreset(path, input)];
	const origin = first?.origin ?? unsaid(path, value, input);
	return {
		key: path.join("."),
		value,
		origin,
		overruled: rest
	};
}
function byPreset(path, { rules, resolved }) {
	const value = require_json.valueAt(require_presets.presetLayer(resolved.preset, rules, resolved.facts), path);
	return value === void 0 ? [] : [{
		value,
		origin: {
			kind: "preset",
			preset: resolved.preset
		}
	}];
}
function unsaid(path, value, input) {
	const { layers, resolved, law, rules } = input;
	const [section = "", id = "", option = ""] = path;
	if (section === "remotes" && value !== null && layers.every((layer) => layer.value.remotes === void 0)) return { kind: "detected" };
	if (section !== "rules") return { kind: "default" };
	if (option === "unknown") return unsaidUnknown(law, resolved, layers);
	const follows = rules.find(({ meta }) => meta.id === id)?.from?.(law.sections) ?? {};
	return Object.hasOwn(follows, option) ? { kind: "section" } : { kind: "default" };
}
/** A rule's `unknown` follows the policy's, for the place that is asked about. */
function unsaidUnknown(law, resolved, layers) {
	const path = ["unknown", law.place];
	const layer = layers.findLast(({ value }) => require_json.valueAt(value, path) !== void 0);
	if (layer === void 0) return {
		kind: "preset",
		preset: resolved.preset
	};
	return {
		kind: "file",
		file: layer.label,
		...layer.place(path)
	};
}

exports.explainKey = explainKey;