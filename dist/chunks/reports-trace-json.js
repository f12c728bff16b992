"use strict";

const require_escape = require("./reports-escape.js");
const require_json = require("./reports-json.js");

// src/reports/trace-json.ts
/** A thread as one JSON document. */
function traceJson(answer, options) {
	const commits = answer.commits.map((commit) => ({
		...commit,
		findings: commit.findings.map((finding) => require_json.jsonKeyFinding(finding, options))
	}));
	return [`${require_escape.json({
		...answer,
		commits
	})}\n`];
}

exports.traceJson = traceJson;