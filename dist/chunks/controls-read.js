"use strict";

const require_git = require("./git.js");
const require_controls = require("./controls.js");

// src/controls/read.ts
/**
* Reads a mapping of the user's own, as `golden-thread controls --json` writes one. Throws Fault("usage") with the row that can't be used.
* `file`: what it is called in that sentence.
*/
function readMapping(text, file) {
	const { mappingVersion, items } = recordOf(parsed(text, file));
	if (typeof mappingVersion !== "string" || mappingVersion.trim() === "") throw wrong(file, "mappingVersion", "a text that says which edition it is");
	if (!Array.isArray(items) || items.length === 0) throw wrong(file, "items", "a list of controls");
	return {
		version: mappingVersion,
		items: items.map((item, at) => itemOf(item, `items[${at}]`, file))
	};
}
function parsed(text, file) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new require_git.Fault("usage", "The mapping of controls is no JSON.", {
			found: file,
			fix: "golden-thread controls --json",
			cause
		});
	}
}
function recordOf(value) {
	return typeof value === "object" && value !== null ? { ...value } : {};
}
function itemOf(value, at, file) {
	const row = recordOf(value);
	const text = (name) => {
		const told = row[name];
		if (typeof told !== "string" || told.trim() === "") throw wrong(file, `${at}.${name}`, "a text");
		return told;
	};
	if (row.claim !== void 0 && row.claim !== "supports") throw wrong(file, `${at}.claim`, "supports");
	const { strength, evidence } = row;
	if (!isStrength(strength)) throw wrong(file, `${at}.strength`, STRENGTHS.join(", "));
	if (!Array.isArray(evidence) || evidence.length === 0 || !evidence.every(isEvidence)) throw wrong(file, `${at}.evidence`, `a list of ${Object.keys(require_controls.EVIDENCE).join(", ")}`);
	return {
		framework: text("framework"),
		version: text("version"),
		item: text("item"),
		asks: text("asks"),
		evidence,
		strength,
		missing: text("missing")
	};
}
const STRENGTHS = [
	"direct",
	"partial",
	"contextual"
];
function isStrength(value) {
	return STRENGTHS.some((one) => one === value);
}
function isEvidence(value) {
	return typeof value === "string" && Object.hasOwn(require_controls.EVIDENCE, value);
}
function wrong(file, place, wanted) {
	return new require_git.Fault("usage", `The mapping of controls can't be used: ${place}.`, {
		found: file,
		wanted,
		fix: "golden-thread controls --json"
	});
}

exports.readMapping = readMapping;