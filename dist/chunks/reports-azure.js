"use strict";

const require_annotations = require("./reports-annotations.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");

// src/reports/azure.ts
/** A log with more of them is not read; the report has all. */
const MOST = 200;
/** Logging commands of Azure Pipelines: an issue for each finding, and what becomes of the task. */
const renderer = (options) => (report) => {
	const all = require_annotations.annotationsOf(report, options);
	const issues = all.filter(({ level }) => level !== "notice");
	const rest = issues.length - MOST;
	return {
		name: "report.azure.txt",
		mediaType: "text/plain; charset=utf-8",
		body: [
			...issues.slice(0, MOST).map(issueOf),
			...rest > 0 ? [`${rest} more errors and warnings; report.json has all of them.`] : [],
			...all.filter(({ level }) => level === "notice").map(noteOf),
			completion(report, issues.length > 0)
		].map((line) => `${line}\n`)
	};
};
function issueOf({ level, title, message, path, line }) {
	const place = path === null ? [] : [`sourcepath=${require_escape.azureProperty(require_escape.terminal(path))}`];
	return `##vso[task.logissue ${[
		`type=${level}`,
		...place,
		...line === null ? [] : [`linenumber=${line}`],
		`code=${require_escape.azureProperty(title)}`
	].join(";")};]${require_escape.azureData(message)}`;
}
/** Azure Pipelines knows no notices: such a line is one of the log. */
function noteOf({ title, message }) {
	return `${title}: ${message.replaceAll("\n", " ")}`;
}
/** What nobody could find out lets nothing through, as everywhere. */
function completion(report, hasIssues) {
	const passed = hasIssues ? "SucceededWithIssues" : "Succeeded";
	return `##vso[task.complete result=${report.verdict === "pass" ? passed : "Failed"};]${require_escape.azureData(require_reports.headlineOf(report).sentence)}`;
}

exports.renderer = renderer;