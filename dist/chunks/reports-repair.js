"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
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
/** What to change where no command can: the finding's own note, else the rule's. Not escaped. */
function fixOf(finding, metas) {
	return finding.fix.note === "" ? metas.get(finding.rule)?.fix ?? "" : finding.fix.note;
}

// src/reports/repair.ts
var repair_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	isRange: () => isRange,
	ownRepair: () => ownRepair,
	repairOf: () => repairOf,
	rewordable: () => rewordable
});
/** The command that mends this one finding: its own, or its code's; null where there is none. */
function ownRepair(finding, metas) {
	return finding.fix.argv ?? codeOf(finding, metas)?.run ?? null;
}
/** The same, or where a message has to be written anew the one command that opens all of those. */
function repairOf(finding, { metas, repair }) {
	return ownRepair(finding, metas) ?? (isReworded(finding, metas) ? repair : null);
}
/**
* The commits with a fail that a new message mends, by id. None where a whole history was judged, which nobody writes anew,
* or where they are more than anybody rewords.
*/
function rewordable(report, metas) {
	const { commits, keys, subject } = report;
	if (commits === null || commits.count > 1 && !isRange(subject.label)) return [];
	const failed = keys.map(({ findings }) => findings.some((finding) => isReworded(finding, metas)));
	const ids = [];
	for (let index = 0; index < commits.count; index++) if (failed[commits.key(index)]) ids.push(commits.id(index));
	return ids.length > MOST_REWORDED ? [] : ids;
}
/** A range with more of them wants another base, not an editor. */
const MOST_REWORDED = 500;
/** `A..B` and `A...B`: commits upon a base. */
function isRange(label) {
	return /[^.]\.{2,3}/u.test(label);
}
function isReworded({ outcome, rule }, metas) {
	return outcome === "fail" && metas.get(rule)?.mends === "message";
}

Object.defineProperty(exports, "fixOf", {
  enumerable: true,
  get: function () {
    return fixOf;
  }
});
Object.defineProperty(exports, "isRange", {
  enumerable: true,
  get: function () {
    return isRange;
  }
});
Object.defineProperty(exports, "messageOf", {
  enumerable: true,
  get: function () {
    return messageOf;
  }
});
Object.defineProperty(exports, "ownRepair", {
  enumerable: true,
  get: function () {
    return ownRepair;
  }
});
Object.defineProperty(exports, "repairOf", {
  enumerable: true,
  get: function () {
    return repairOf;
  }
});
Object.defineProperty(exports, "repair_exports", {
  enumerable: true,
  get: function () {
    return repair_exports;
  }
});
Object.defineProperty(exports, "rewordable", {
  enumerable: true,
  get: function () {
    return rewordable;
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