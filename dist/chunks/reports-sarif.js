"use strict";

const require_annotations = require("./reports-annotations.js");
const require_escape = require("./reports-escape.js");
const require_fingerprint = require("./reports-fingerprint.js");
const require_law_file = require("./reports-law-file.js");
const require_notices = require("./reports-notices.js");
const require_told = require("./reports-told.js");

// src/reports/sarif.ts
/** GitHub shows the first 5,000 results of a run, and takes no more than 25,000. */
const MOST = 5e3;
/** Characters of a rule's descriptions there. */
const LONGEST = 1024;
const LEVELS = {
	error: "error",
	warning: "warning",
	notice: "note"
};
/**
* SARIF 2.1.0 as GitHub's code scanning takes it. A result without a place is not shown there, so what is about a commit stands in the
* policy's first line; its own fingerprint keeps such results apart.
*/
const renderer = (options) => (report) => ({
	name: "report.sarif",
	mediaType: "application/sarif+json",
	body: sarif(report, options)
});
function* sarif(report, options) {
	const { tool, notices } = report;
	const fingerprint = require_fingerprint.fingerprints();
	const told = Array.from(require_told.toldFindings(report));
	const shown = told.slice(0, MOST);
	const rules = [...new Set(shown.map(({ finding }) => finding.rule))].sort();
	const left = told.length - shown.length;
	const notes = [...notices.map(require_notices.noticeText), ...left > 0 ? [`${left} more findings are in report.json.`] : []];
	const driver = {
		name: "golden-thread",
		version: tool.version,
		rules: rules.map((rule) => ruleOf(rule, options.metas.get(rule)))
	};
	const toolExecutionNotifications = notes.map((text) => ({
		level: "note",
		message: message(text)
	}));
	yield `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${require_escape.json({ driver })},\n`;
	yield `"invocations":${require_escape.json([{
		executionSuccessful: true,
		toolExecutionNotifications
	}])},\n"results":[`;
	for (const [index, one] of shown.entries()) {
		const annotation = require_annotations.annotationOf(one, options);
		const result = resultOf(annotation, {
			path: annotation.path ?? require_law_file.lawFile(report),
			line: annotation.line ?? 1
		}, one.finding.rule, fingerprint(one));
		yield `${index === 0 ? "" : ",\n"}${require_escape.json({
			...result,
			ruleIndex: rules.indexOf(one.finding.rule)
		})}`;
	}
	yield "]}]}\n";
}
function ruleOf(id, meta) {
	const { title = id, why = id, fix = id } = meta ?? {};
	const controls = meta?.controls.map((control) => `${control.framework} ${control.id}`) ?? [];
	return {
		id,
		shortDescription: message(require_escape.clip(title, LONGEST)),
		fullDescription: message(require_escape.clip(why, LONGEST)),
		help: message(`${why}\n\n${fix}`),
		properties: { tags: controls.slice(0, 10) }
	};
}
function resultOf({ level, message: text }, place, ruleId, fingerprint) {
	return {
		ruleId,
		level: LEVELS[level],
		message: message(text),
		locations: [{ physicalLocation: physical(place) }],
		partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1` }
	};
}
function physical({ path, line }) {
	return {
		artifactLocation: {
			uri: path.replace(/\p{Cs}/gu, "�").split("/").map(encodeURIComponent).join("/"),
			uriBaseId: "%SRCROOT%"
		},
		region: {
			startLine: line,
			startColumn: 1,
			endLine: line,
			endColumn: 2
		}
	};
}
/** Plain text, in which nothing is a link (SARIF 2.1.0, "3.11.6 Messages with embedded links"); never empty. */
function message(text) {
	return { text: text.replace(/[[\]\\]/g, "\\$&") || "-" };
}

exports.renderer = renderer;