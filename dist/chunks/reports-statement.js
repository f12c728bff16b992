"use strict";

// src/reports/statement.ts
/** The word for a report's verdict. Rests on the verdict and never changes it. */
function statementOf(report) {
	switch (report.verdict) {
		case "fail": return "FAILED";
		case "undecided": return "UNKNOWN";
		case "pass": return hasFail(report) ? "WARNED" : "PASSED";
	}
}
function hasFail(report) {
	const failed = (finding) => finding.outcome === "fail";
	return report.findings.some(failed) || report.keys.some((key) => key.findings.some(failed));
}

Object.defineProperty(exports, "statementOf", {
  enumerable: true,
  get: function () {
    return statementOf;
  }
});