"use strict";

const require_escape = require("./reports-escape.js");
const require_figures = require("./reports-figures.js");
const require_reports = require("./reports.js");
const require_organisation_rows = require("./reports-organisation-rows.js");
const require_paint = require("./reports-paint.js");

// src/reports/organisation-text.ts
/** An organisation's audit on a terminal: the sums, every repository worst first, where the thread breaks, and the verdict last. */
const renderer = ({ color }) => (organisation) => ({
	name: "organisation.txt",
	mediaType: "text/plain; charset=utf-8",
	body: text(organisation, require_paint.painter(color))
});
function* text(organisation, paint) {
	yield `${paint.bold("Audit")} of an organisation, as of ${organisation.asOf}\n\n`;
	const sums = require_figures.columns(require_organisation_rows.sumRows(organisation).map((row) => [...row, ""]));
	for (const line of sums) yield `  ${line}\n`;
	yield `\n  ${paint.bold("Repositories, worst first")}\n`;
	for (const line of require_figures.columns(repositoryTable(organisation))) yield `    ${line}\n`;
	const gaps = require_organisation_rows.organisationGaps(organisation);
	if (gaps.length > 0) yield `\n  ${paint.bold("Where the thread breaks")}\n`;
	for (const line of require_figures.columns(gaps.map(({ title, number, places }) => [
		title,
		require_reports.count(number),
		places
	]))) yield `    ${line}\n`;
	const { statement, sentence } = require_organisation_rows.organisationHeadline(organisation);
	const shown = {
		PASSED: paint.green,
		WARNED: paint.yellow,
		FAILED: paint.red,
		UNKNOWN: paint.yellow
	};
	yield `\n${paint.bold(shown[statement](statement))}  ${sentence}\n`;
}
/** Widths are of plain text, so nothing here is coloured. */
function repositoryTable(organisation) {
	return [[
		"",
		"covered",
		"commits",
		"tickets",
		"gaps",
		""
	], ...require_organisation_rows.repositoryRows(organisation).map(({ name, statement, numbers, why }) => {
		if (numbers === null) return [
			name,
			"",
			"",
			"",
			"",
			`${statement} ${require_escape.terminal(why)}`
		];
		const { coverage, commits, tickets, gaps } = numbers;
		return [
			name,
			...[
				require_organisation_rows.percentText(coverage),
				require_reports.count(commits.total),
				require_organisation_rows.partText(tickets),
				require_reports.count(gaps)
			],
			`${statement} ${why}`.trimEnd()
		];
	})];
}

exports.renderer = renderer;