"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_prose = require("./reports-prose.js");

// src/reports/repair.ts
var repair_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	isUponBase: () => isUponBase,
	ownRepair: () => ownRepair,
	repairOf: () => repairOf,
	rewordable: () => rewordable
});
/** The command that mends this one finding: its own, or its code's; null where there is none. */
function ownRepair(finding, metas) {
	return finding.fix.argv ?? require_prose.codeOf(finding, metas)?.run ?? null;
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

Object.defineProperty(exports, "isUponBase", {
  enumerable: true,
  get: function () {
    return isUponBase;
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