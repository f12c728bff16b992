"use strict";

const require_annotations = require("./reports-annotations.js");
const require_escape = require("./reports-escape.js");
const require_fingerprint = require("./reports-fingerprint.js");
const require_reports = require("./reports.js");
const require_told = require("./reports-told.js");

// src/reports/bitbucket.ts
/** Of Bitbucket Cloud's Code Insights: characters of a summary and of details, and annotations of one report. */
const SUMMARY = 450;
const DETAILS = 2e3;
const MOST = 1e3;
const SEVERITIES = {
	error: "HIGH",
	warning: "MEDIUM",
	notice: "LOW"
};
/**
* Bitbucket Cloud's Code Insights as one document: `report` is the body that makes the report, `annotations` what is posted below it, a
* hundred at a time.
*/
const renderer = (options) => (report) => {
	const fingerprint = require_fingerprint.fingerprints();
	const all = Array.from(require_told.toldFindings(report), (told) => bodyOf(require_annotations.annotationOf(told, options), fingerprint(told)));
	const shown = all.slice(0, MOST);
	const body = {
		report: reportOf(report, all.length - shown.length, options),
		annotations: shown
	};
	return {
		name: "report.bitbucket.json",
		mediaType: "application/json",
		body: [`${require_escape.json(body)}\n`]
	};
};
function bodyOf({ level, title, message, path, line }, fingerprint) {
	const [first = ""] = message.split("\n");
	return {
		external_id: `golden-thread-${fingerprint}`,
		annotation_type: level === "error" ? "BUG" : "CODE_SMELL",
		...path === null ? {} : { path },
		...line === null ? {} : { line },
		summary: require_escape.clip(`${title}: ${first}`, SUMMARY),
		details: require_escape.clip(message, DETAILS),
		severity: SEVERITIES[level],
		result: level === "error" ? "FAILED" : "IGNORED"
	};
}
function reportOf(report, rest, { links }) {
	const { counts, verdict } = report;
	const { word, sentence } = require_reports.headlineOf(report);
	const cut = rest === 0 ? "" : ` ${rest} more findings are in report.json.`;
	const numbers = {
		Commits: counts.commits,
		Failed: counts.failed,
		Undecided: counts.undecided
	};
	return {
		title: `golden-thread: ${word}`,
		details: require_escape.clip(`${sentence}${cut}`, DETAILS),
		report_type: "TEST",
		reporter: "golden-thread",
		...links?.run ? { link: links.run } : {},
		result: verdict === "pass" ? "PASSED" : "FAILED",
		data: Object.entries(numbers).map(([title, value]) => ({
			title,
			type: "NUMBER",
			value
		}))
	};
}

exports.renderer = renderer;