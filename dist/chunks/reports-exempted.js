"use strict";

// src/reports/exempted.ts
/** Kinds of exemptions, which are codes of the findings that skip a commit, in words. */
const EXEMPT = {
	"clean-merge": "clean merge",
	bot: "bot",
	scope: "exempt scope",
	"before-baseline": "before the baseline"
};
/** Why commits with these findings are not judged, in words; empty: they are. */
function exemptionOf(findings) {
	const kinds = findings.flatMap(({ outcome, code }) => outcome === "skip" && Object.hasOwn(EXEMPT, code) ? [EXEMPT[code]] : []);
	return [...new Set(kinds)].join(", ");
}

Object.defineProperty(exports, "exemptionOf", {
  enumerable: true,
  get: function () {
    return exemptionOf;
  }
});