"use strict";

// src/reports/exempted.ts
/** Kinds of exemptions, which are codes of the findings that skip a commit, in words. */
const EXEMPT = {
	"clean-merge": "clean merge",
	bot: "bot",
	scope: "exempt scope",
	"before-baseline": "before the baseline"
};
/** The first of those codes that skips a commit with these findings; null: none does. */
function exemptionCode(findings) {
	return findings.find(({ outcome, code }) => outcome === "skip" && Object.hasOwn(EXEMPT, code))?.code ?? null;
}
/** Why commits with these findings are not judged, in words; empty: they are. */
function exemptionOf(findings) {
	const kinds = findings.flatMap(({ outcome, code }) => outcome === "skip" && Object.hasOwn(EXEMPT, code) ? [EXEMPT[code]] : []);
	return [...new Set(kinds)].join(", ");
}

Object.defineProperty(exports, "exemptionCode", {
  enumerable: true,
  get: function () {
    return exemptionCode;
  }
});
Object.defineProperty(exports, "exemptionOf", {
  enumerable: true,
  get: function () {
    return exemptionOf;
  }
});