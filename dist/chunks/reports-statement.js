"use strict";

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