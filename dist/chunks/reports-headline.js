"use strict";

const require_layout = require("./reports-layout.js");
const require_reports = require("./reports2.js");

// src/reports/headline.ts
const SIGNS = {
	PASSED: {
		sign: "✅",
		word: "Passed"
	},
	WARNED: {
		sign: "⚠️",
		word: "Passed, with warnings"
	},
	FAILED: {
		sign: "❌",
		word: "Failed"
	},
	UNKNOWN: {
		sign: "❔",
		word: "Undecided"
	}
};
/** The verdict in words that need no knowledge of the rules. */
function headlineOf(report) {
	const statement = require_reports.statementOf(report);
	return {
		statement,
		...SIGNS[statement],
		sentence: sentenceOf(report, statement)
	};
}
function sentenceOf(report, statement) {
	const { commits, failed, undecided } = report.counts;
	switch (statement) {
		case "PASSED": return passedSentence(report);
		case "WARNED": return "Nothing that the policy enforces failed; what it only warns of is listed.";
		case "FAILED": return `${failed === 0 ? "" : `${require_layout.count(failed)} of ${require_layout.plural(commits, "commit")} failed. `}What is listed as failed has to be mended, or excused by a waiver, before this may go in.`;
		case "UNKNOWN": return `${undecided === 0 ? "" : `${require_layout.count(undecided)} of ${require_layout.plural(commits, "commit")} undecided. `}Not everything could be found out, and the policy lets nothing in of which it does not know. That is no fail: try again when what is listed can be asked.`;
	}
}
function passedSentence({ findings, keys, commits, counts }) {
	if (commits?.count === 0 && findings.length === 0) return "There was nothing to judge.";
	if ([...findings, ...keys.flatMap((key) => key.findings)].some(({ outcome }) => outcome === "unknown")) return "Nothing failed; what could not be found out is listed, and does not block here.";
	const judged = commits === null ? "It" : counts.commits === 1 ? "The commit" : `All ${require_layout.count(counts.commits)} commits`;
	return `${judged} ${judged.startsWith("All") ? "meet" : "meets"} what the policy asks for.`;
}

Object.defineProperty(exports, "headlineOf", {
  enumerable: true,
  get: function () {
    return headlineOf;
  }
});