"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_core = require("./core.js");

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
		...require_core.GATE_CODES,
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

// src/reports/repair.ts
var repair_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	isUponBase: () => isUponBase,
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
	if (commits === null || commits.count > 1 && !isUponBase(subject)) return [];
	const failed = keys.map(({ findings }) => findings.some((finding) => isReworded(finding, metas)));
	const ids = [];
	for (let index = 0; index < commits.count; index++) if (failed[commits.key(index)]) ids.push(commits.id(index));
	return ids.length > MOST_REWORDED ? [] : ids;
}
/** A range with more of them wants another base, not an editor. */
const MOST_REWORDED = 500;
/** `A..B`, `A...B` and a pull request: commits upon a base, of which somebody still can make others. */
function isUponBase({ kind, label }) {
	return kind === "pull-request" || /[^.]\.{2,3}/u.test(label);
}
/** What a command of its own mends needs no other message. */
function isReworded({ outcome, rule, fix }, metas) {
	return outcome === "fail" && fix.argv === null && metas.get(rule)?.mends === "message";
}

// src/reports/statement.ts
/** The word for a report's verdict. Rests on the verdict and never changes it. */
function statementOf(report) {
	return statementFor(report.verdict, [report, ...report.keys]);
}
/** The word for a verdict and all the findings that it is the fold of. */
function statementFor(verdict, judged) {
	switch (verdict) {
		case "fail": return "FAILED";
		case "undecided": return "UNKNOWN";
		case "pass": return judged.some(hasFail) ? "WARNED" : "PASSED";
	}
}
function hasFail({ findings }) {
	return findings.some(({ outcome }) => outcome === "fail");
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
Object.defineProperty(exports, "isUponBase", {
  enumerable: true,
  get: function () {
    return isUponBase;
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
Object.defineProperty(exports, "statementFor", {
  enumerable: true,
  get: function () {
    return statementFor;
  }
});
Object.defineProperty(exports, "statementOf", {
  enumerable: true,
  get: function () {
    return statementOf;
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