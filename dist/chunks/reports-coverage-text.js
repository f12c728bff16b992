"use strict";

const require_audit_rows = require("./reports-audit-rows.js");
const require_escape = require("./reports-escape.js");
const require_figures = require("./reports-figures.js");
const require_reports = require("./reports.js");
const require_paint = require("./reports-paint.js");

// src/reports/coverage-text.ts
/** Groups that are shown; the JSON has all of them. */
const ROWS = 30;
/** A name longer than this is cut. */
const LONGEST_NAME = 48;
/** Coverage for people: what is lost first, then the measures, then who and where. */
function* coverageText(audit, answer, options) {
	const paint = require_paint.painter(options.color);
	yield `${paint.bold("Coverage")} as of ${answer.asOf}\n`;
	yield* section("Where the thread breaks", gaps(audit), paint);
	yield* section("Measures", require_figures.columns(require_audit_rows.coverageRows(answer.coverage).map(({ name, part, percent }) => [
		name,
		part,
		percent
	])), paint);
	yield* section("Minimums", answer.minimums.map((minimum) => minimumLine(minimum, paint)), paint);
	if (answer.by !== null) yield* section(`By ${answer.by.kind}`, groupLines(answer.by.groups), paint);
	yield* section("Not looked at", unseen(audit.report, answer, options), paint);
}
function* section(title, lines, { bold }) {
	if (lines.length === 0) return;
	yield `\n  ${bold(title)}\n`;
	for (const line of lines) yield `    ${line}`.trimEnd().concat("\n");
}
function gaps(audit) {
	return require_figures.columns(require_audit_rows.gapRows(audit).map(({ title, number, examples }) => [
		title,
		require_reports.count(number),
		require_escape.terminal(examples[0]?.text ?? "", LONGEST_NAME)
	]));
}
function minimumLine({ name, wanted, found, met }, { green, red, yellow }) {
	const percent = found === null ? "not looked at" : found.percent === null ? "nothing to cover" : `${found.percent} %`;
	if (met === null) return `${yellow("?")} ${name}: ${found === null ? percent : `${percent} of what was looked at`}, wanted ${wanted} %`;
	return `${met ? green("✓") : red("✗")} ${name}: ${percent}, wanted ${wanted} %`;
}
function groupLines(groups) {
	if (groups.length === 0) return ["nothing was looked at"];
	const table = require_figures.columns([[
		"",
		"commits",
		"authorised",
		"",
		"exempt",
		"uncovered",
		""
	], ...groups.slice(0, ROWS).map(({ name, commits, authorised, exempt }) => [
		require_escape.terminal(name, LONGEST_NAME),
		require_reports.count(commits),
		require_reports.count(authorised),
		require_reports.share(authorised, commits - exempt),
		require_reports.count(exempt),
		require_reports.count(commits - authorised - exempt),
		""
	])]);
	return groups.length > ROWS ? [...table, `… ${require_reports.count(groups.length - ROWS)} more in --json`] : table;
}
function unseen(report, { unseen: parts, coverage }, options) {
	return require_audit_rows.unseenRows({
		parts,
		report,
		coverage
	}).flatMap(({ name, state, why, fix }) => [...require_reports.wrap(`${name}: ${require_escape.terminal(why === "" ? state : why)}`, require_reports.proseWidth(options.columns) - 4), ...fix === null ? [] : [`  ${require_escape.shellCommand(fix)}`]]);
}

exports.coverageText = coverageText;