"use strict";

const require_summary = require("./reports-summary.js");

// src/reports/markdown.ts
/** The summary of a job's page, for whatever shows Markdown. */
const renderer = (options) => (report) => ({
	name: "report.md",
	mediaType: "text/markdown; charset=utf-8",
	body: [require_summary.summaryMarkdown(report, options)]
});

exports.renderer = renderer;