"use strict";

const require_annotations = require("./reports-annotations.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");

// src/reports/teamcity.ts
/** A log with more of them is not read; the report has all. */
const MOST = 200;
/** Characters of a build problem's description that are kept. */
const DESCRIPTION = 4e3;
const STATUSES = {
	error: "ERROR",
	warning: "WARNING",
	notice: "NORMAL"
};
/** Service messages of TeamCity: a line of the log for each finding, and one problem for a build that does not pass. */
const renderer = (options) => (report) => {
	const all = require_annotations.annotationsOf(report, options);
	const rest = all.length - MOST;
	const { sentence } = require_reports.headlineOf(report);
	return {
		name: "report.teamcity.txt",
		mediaType: "text/plain; charset=utf-8",
		body: [
			...all.slice(0, MOST).map(messageOf),
			...rest > 0 ? [`${rest} more findings; report.json has all of them.`] : [],
			...report.verdict === "pass" ? [] : [problem(sentence)]
		].map((line) => `${line}\n`)
	};
};
function messageOf({ level, title, message, path, line }) {
	const place = path === null ? "" : ` (${require_escape.terminal(path)}${line === null ? "" : `:${line}`})`;
	return `##teamcity[message text='${require_escape.teamcityValue(`${title}: ${message}${place}`)}' status='${STATUSES[level]}']`;
}
/** TeamCity takes problems of one identity for one, so builds can be compared. */
function problem(sentence) {
	return `##teamcity[buildProblem description='${require_escape.teamcityValue(require_escape.clip(sentence, DESCRIPTION))}' identity='golden-thread']`;
}

exports.renderer = renderer;