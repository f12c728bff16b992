"use strict";

const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_told = require("./reports-told.js");

// src/reports/annotations.ts
/** Every finding that somebody should read, most important first. What stands in a file is shown there, and what does not names its commit. */
function annotationsOf(report, options) {
	return Array.from(require_told.toldFindings(report), (told) => annotationOf(told, options));
}
/** One of them. */
function annotationOf(told, options) {
	const { finding, commit } = told;
	const { about, rule } = finding;
	const [path, line] = [about.path ?? null, about.line ?? null];
	const [first = "", ...more] = linesOf(finding, options);
	const place = path === null || commit !== null ? `${require_escape.terminal(require_told.placeOf(told, options))}: ` : "";
	return {
		level: require_told.severityOf(finding) ?? "notice",
		title: require_escape.terminal(rule),
		message: [`${place}${first}`, ...more].join("\n"),
		path,
		line: path === null ? null : line,
		commit
	};
}
/** What was found, what was wanted, what to do and the command for it: lines of plain text, safe for a log. */
function linesOf(finding, options) {
	const { found, wanted, fix } = require_told.saidOf(finding, options);
	const { waiver } = finding;
	const run = waiver === void 0 ? require_reports.repairOf(finding, options) : null;
	const lines = [
		found,
		...waiver === void 0 ? [] : [`Lifted by the waiver ${waiver}.`],
		...wanted === null ? [] : [`Wanted: ${wanted}`],
		...fix === "" || waiver !== void 0 ? [] : [`Fix: ${fix}`]
	].map((text) => require_escape.terminal(text));
	return run === null ? lines : [...lines, `Run: ${require_escape.shellCommand(run)}`];
}

Object.defineProperty(exports, "annotationOf", {
  enumerable: true,
  get: function () {
    return annotationOf;
  }
});
Object.defineProperty(exports, "annotationsOf", {
  enumerable: true,
  get: function () {
    return annotationsOf;
  }
});
Object.defineProperty(exports, "linesOf", {
  enumerable: true,
  get: function () {
    return linesOf;
  }
});