"use strict";

const require_codes = require("./core-codes.js");

// src/reports/prose.ts
const PLACE = /\{([\w-]+)\}/gu;
/** The sentence for a finding: its code's message, with each `{arg}` filled by the escaped argument. */
function messageOf(finding, metas, escaped) {
	const template = codeOf(finding, metas)?.message;
	if (template === void 0) return escaped(`${finding.rule}: ${finding.code}`);
	return template.replace(PLACE, (place, name) => {
		const value = Object.hasOwn(finding.args, name) ? finding.args[name] : void 0;
		return value === void 0 ? place : escaped(String(value));
	});
}
/** The arguments that the sentence for a finding already tells. */
function toldArgs(finding, metas) {
	const places = codeOf(finding, metas)?.message.matchAll(PLACE) ?? [];
	return Array.from(places, ([, name = ""]) => name);
}
/** What the rule, or the judgement itself, says of a finding's code. */
function codeOf(finding, metas) {
	const codes = {
		...require_codes.GATE_CODES,
		...metas.get(finding.rule)?.codes
	};
	return Object.hasOwn(codes, finding.code) ? codes[finding.code] : void 0;
}
/** What a rule is about, in a few words. */
function titleOf(rule, metas) {
	return metas.get(rule)?.title ?? rule;
}
/** What to change: the finding's own note, else its code's, else the rule's. Not escaped. */
function fixOf(finding, metas) {
	return finding.fix.note || codeOf(finding, metas)?.fix || metas.get(finding.rule)?.fix || "";
}

Object.defineProperty(exports, "codeOf", {
  enumerable: true,
  get: function () {
    return codeOf;
  }
});
Object.defineProperty(exports, "fixOf", {
  enumerable: true,
  get: function () {
    return fixOf;
  }
});
Object.defineProperty(exports, "messageOf", {
  enumerable: true,
  get: function () {
    return messageOf;
  }
});
Object.defineProperty(exports, "titleOf", {
  enumerable: true,
  get: function () {
    return titleOf;
  }
});
Object.defineProperty(exports, "toldArgs", {
  enumerable: true,
  get: function () {
    return toldArgs;
  }
});