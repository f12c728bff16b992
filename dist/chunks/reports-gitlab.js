"use strict";

const require_annotations = require("./reports-annotations.js");
const require_escape = require("./reports-escape.js");
const require_fingerprint = require("./reports-fingerprint.js");
const require_law_file = require("./reports-law-file.js");
const require_told = require("./reports-told.js");

// src/reports/gitlab.ts
const SEVERITIES = {
	error: "critical",
	warning: "minor",
	notice: "info"
};
/** GitLab's Code Quality report: what is about no file stands in the first line of the policy, since one without is not shown. */
const renderer = (options) => (report) => {
	const fingerprint = require_fingerprint.fingerprints();
	const issues = Array.from(require_told.toldFindings(report), (told) => {
		const { level, title, message, path, line } = require_annotations.annotationOf(told, options);
		return {
			description: message,
			check_name: `golden-thread: ${title}`,
			fingerprint: fingerprint(told),
			severity: SEVERITIES[level],
			location: {
				path: path ?? require_law_file.lawFile(report),
				lines: { begin: line ?? 1 }
			}
		};
	});
	return {
		name: "report.gitlab.json",
		mediaType: "application/json",
		body: [`${require_escape.json(issues)}\n`]
	};
};

exports.renderer = renderer;