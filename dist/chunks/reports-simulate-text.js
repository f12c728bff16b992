"use strict";

const require_escape = require("./reports-escape.js");
const require_figures = require("./reports-figures.js");
const require_reports = require("./reports.js");
const require_notices = require("./reports-notices.js");
const require_paint = require("./reports-paint.js");

// src/reports/simulate-text.ts
/** Rows of a table that are shown; the JSON has all of them. */
const ROWS = 10;
/** A name longer than this is cut. */
const LONGEST_NAME = 44;
/** For people: what would have been blocked, by rule, author, month and folder, and what to write into the policy. */
function* simulateText(simulation, options) {
	const paint = require_paint.painter(options.color);
	const { subject, folders } = simulation;
	const since = subject.since === null ? "" : ` since ${subject.since.slice(0, 10)}`;
	yield `${paint.bold("Simulation")} ${require_escape.terminal(subject.label)}${since}: as if the policy were enforced today\n\n`;
	yield* lines(summary(simulation));
	yield* paragraphs(remarks(simulation), options);
	yield* section("By rule", ruleTable(simulation, options), paint);
	yield* section("By author", groupTable(simulation, simulation.authors), paint);
	yield* section("By month", monthTable(simulation), paint);
	yield* section(`By ${folders.depth === 1 ? "directory" : `directory, ${folders.depth} levels`}: a commit counts in each that it touches`, folderTable(simulation), paint);
	yield* proposed(simulation, options, paint);
}
function* lines(list) {
	for (const line of list) yield `${`  ${line}`.trimEnd()}\n`;
}
function* section(title, table, { bold }) {
	if (table.length === 0) return;
	yield `\n${bold(title)}\n`;
	yield* lines(table);
}
function* paragraphs(texts, options) {
	for (const text of texts) {
		yield "\n";
		yield* lines(require_reports.wrap(require_escape.terminal(text), require_reports.proseWidth(options.columns) - 2));
	}
}
function summary({ counts, subject }) {
	const part = (number) => [require_reports.count(number), require_reports.share(number, counts.commits)];
	const complete = subject.complete ? "" : "incomplete: git does not have all of them";
	const more = [[
		"undecided",
		...part(counts.undecided),
		"could not be known"
	], [
		"before baseline",
		require_reports.count(counts.beforeBaseline),
		"",
		"not judged"
	]];
	return require_figures.columns([
		[
			"commits",
			require_reports.count(counts.commits),
			"",
			complete
		],
		[
			"blocked",
			...part(counts.blocked),
			""
		],
		[
			"warned",
			...part(counts.warned),
			"let through, by a rule that does not enforce"
		],
		[
			"passed",
			...part(counts.passed),
			""
		],
		...more.filter(([name]) => (name === "undecided" ? counts.undecided : counts.beforeBaseline) > 0)
	]);
}
/** Why these numbers are not those of `check range` today, and from which date they will be. */
function remarks({ preset, assumed, enforceFrom, decidedAt, today, notices }) {
	const said = `check range says today: ${require_reports.count(today.passed)} passed, ${require_reports.count(today.failed)} failed, ${require_reports.count(today.undecided)} undecided.`;
	const isAhead = enforceFrom !== null && enforceFrom > decidedAt.slice(0, 10);
	return [
		...assumed === null ? [] : [`The policy's preset is ${preset}; this is what ${assumed} would have done. ${said}`],
		...isAhead ? [`Until ${enforceFrom} all of this only warns, because enforce_from names that day; from ${enforceFrom} on it blocks.${assumed === null ? ` ${said}` : ""}`] : [],
		...notices.map(require_notices.noticeText)
	];
}
function ruleTable({ rules, counts }, { metas }) {
	if (rules.length === 0) return [];
	const shown = (number) => number === 0 ? "" : require_reports.count(number);
	const hasUnknown = rules.some(({ undecided, unknown }) => undecided + unknown > 0);
	const unknown = (text) => hasUnknown ? [text] : [];
	return require_figures.columns([[
		"",
		"blocked",
		"",
		"warned",
		...unknown("not known"),
		""
	], ...rules.map((row) => [
		row.rule,
		shown(row.blocked),
		row.blocked === 0 ? "" : require_reports.share(row.blocked, counts.commits),
		shown(row.warned),
		...unknown(shown(row.undecided + row.unknown)),
		require_escape.terminal(require_reports.titleOf(row.rule, metas))
	])]);
}
function groupTable({ counts }, groups) {
	const stopped = groups.filter(({ blocked }) => blocked > 0);
	if (stopped.length === 0) return [];
	const shown = stopped.slice(0, ROWS);
	return [...require_figures.columns([[
		"",
		"blocked",
		"of",
		"",
		"of all blocked"
	], ...shown.map(({ name, commits, blocked }) => [
		require_escape.terminal(name, LONGEST_NAME),
		require_reports.count(blocked),
		require_reports.count(commits),
		require_reports.share(blocked, commits),
		require_reports.share(blocked, counts.blocked)
	])]), ...rest(stopped.length)];
}
function monthTable({ months }) {
	if (!months.some(({ blocked }) => blocked > 0)) return [];
	const shown = months.slice(-24);
	const marks = require_figures.bars(shown.map(({ blocked, commits }) => blocked / commits));
	const table = require_figures.columns([[
		"",
		"blocked",
		"of",
		"",
		""
	], ...shown.map(({ name, commits, blocked }, index) => [
		name,
		require_reports.count(blocked),
		require_reports.count(commits),
		require_reports.share(blocked, commits),
		marks[index] ?? ""
	])]);
	const earlier = months.length - shown.length;
	return earlier > 0 ? [...table, `… ${require_reports.plural(earlier, "earlier month")} in the JSON`] : table;
}
function folderTable({ folders: { rows }, counts }) {
	if (rows.length === 0) return [];
	const shown = rows.slice(0, ROWS);
	const marks = require_figures.bars(shown.map(({ blocked }) => blocked / counts.blocked));
	return [...require_figures.columns([[
		"",
		"blocked",
		"",
		""
	], ...shown.map(({ folder, blocked }, index) => [
		require_escape.terminal(folder, LONGEST_NAME),
		require_reports.count(blocked),
		require_reports.share(blocked, counts.blocked),
		marks[index] ?? ""
	])]), ...rest(rows.length)];
}
function rest(all) {
	return all > ROWS ? [`… ${require_reports.count(all - ROWS)} more in the JSON`] : [];
}
function* proposed({ proposal }, options, paint) {
	yield `\n${paint.bold("Proposal")}\n`;
	if (proposal.lines.length === 0) {
		yield* lines(["Nothing to change: the policy blocks none of these commits."]);
		return;
	}
	yield* lines([`Write into ${require_escape.terminal(proposal.file)}:`, ""]);
	yield* lines(proposal.lines.map((line) => `  ${paint.green(require_escape.terminal(line))}`));
	yield* paragraphs([`${require_reports.plural(proposal.after, "commit")} after the baseline ${proposal.after === 1 ? "passes" : "pass"}; those before it are counted and never judged.`, ...proposal.enforceFrom === null ? [] : [`Until ${proposal.enforceFrom} what would block only warns, and every warning names that day.`]], options);
}

exports.simulateText = simulateText;