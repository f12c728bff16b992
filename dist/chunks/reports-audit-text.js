"use strict";

const require_audit_rows = require("./reports-audit-rows.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_paint = require("./reports-paint.js");
const require_verdict_text = require("./reports-verdict-text.js");

// src/reports/audit-text.ts
/** As wide as the label of a command, so that examples of all gaps stand below each other. */
const NONE = "   ";
/** A title longer than this is cut, so that an example takes one line. */
const LONGEST = 72;
/** An audit's summary on a terminal: headline, coverage, gaps with the commands to see them, waivers, and what was not evaluated. */
const renderer = (options) => (audit) => {
	return {
		name: "report.txt",
		mediaType: "text/plain; charset=utf-8",
		body: auditText(audit, {
			paint: require_paint.painter(options.color),
			options
		})
	};
};
function* auditText(audit, context) {
	const { paint, options } = context;
	const { sentence } = require_audit_rows.auditHeadline(audit);
	yield `${paint.bold("Audit")} ${require_escape.terminal(scopeOf(audit))}\n\n`;
	for (const line of require_reports.wrap(sentence, require_reports.proseWidth(options.columns) - 2)) yield `  ${line}\n`;
	yield "\n";
	for (const line of coverageLines(audit)) yield `${line}\n`;
	yield* section("Where the thread breaks", gapLines(audit, context), context);
	yield* section("Waivers", waiverLines(audit, context), context);
	yield* section("Not evaluated", unseenLines(audit, context), context);
	yield* require_verdict_text.noticeLines(audit.report.notices, context);
	const { failed, undecided, commits } = audit.report.counts;
	const parts = [
		require_reports.plural(commits, "commit"),
		...failed > 0 ? [`${require_reports.count(failed)} failed`] : [],
		...undecided > 0 ? [`${require_reports.count(undecided)} undecided`] : []
	];
	yield `\n${require_verdict_text.verdictLine(audit.report, parts.join(", "), context)}\n`;
}
function scopeOf({ scope, asOf }) {
	const { repository, ref, tip, since, complete } = scope;
	return `${[
		repository,
		ref,
		tip?.slice(0, 12),
		since === null ? null : `since ${since}`
	].filter((one) => one !== null && one !== void 0).join(" ")}, as of ${asOf}${complete ? "" : " (incomplete: a shallow clone hides commits)"}`;
}
function coverageLines({ coverage }) {
	const table = require_audit_rows.coverageRows(coverage);
	const names = Math.max(...table.map(({ name }) => require_reports.width(name)));
	const numbers = Math.max(...table.map(({ part }) => part.length));
	return table.map(({ name, part, percent }) => `  ${require_reports.pad(name, names)}  ${require_reports.pad(part, numbers, "left")}  ${require_reports.pad(percent, 7, "left")}`);
}
function* section(title, lines, { paint }) {
	if (lines.length === 0) return;
	yield `\n  ${paint.bold(title)}\n`;
	for (const line of lines) yield `${line}\n`;
}
function gapLines(audit, context) {
	const { paint, options } = context;
	return require_audit_rows.gapRows(audit).flatMap(({ title, number, examples, command }) => {
		const more = number - examples.length;
		const table = [
			...examples.map(({ text }) => ({
				label: NONE,
				text: require_escape.terminal(text, LONGEST),
				whole: true
			})),
			...more > 0 ? [{
				label: NONE,
				text: `${require_reports.count(more)} more`
			}] : [],
			...command === null ? [] : [{
				label: "see",
				text: require_escape.shellCommand(command),
				whole: true
			}]
		];
		return [`  ${paint.yellow(require_reports.pad(require_reports.count(number), 7, "left"))}  ${title}`, ...require_reports.rows(table, {
			indent: 11,
			columns: options.columns,
			label: paint.dim
		})];
	});
}
function waiverLines(audit, { paint, options }) {
	return require_audit_rows.waiverRows(audit).flatMap(({ waiver, state, lifted }) => {
		const { id, rules, reason, approver, expires, proof, follow_up } = waiver;
		const mark = state === "overdue" ? paint.red("overdue") : paint.dim(state);
		const who = proof === "proved" ? approver : `${approver} (declared)`;
		const table = [
			{
				label: "until",
				text: `${require_escape.terminal(expires)}, lifts ${require_reports.plural(lifted, "commit")} of ${rules.map((rule) => require_escape.terminal(rule)).join(", ")}`
			},
			{
				label: "why",
				text: require_escape.terminal(`${reason} · ${who}`)
			},
			...follow_up === void 0 ? [] : [{
				label: "then",
				text: require_escape.terminal(follow_up)
			}]
		];
		return [`  ${paint.bold(require_escape.terminal(id))}  ${mark}`, ...require_reports.rows(table, {
			indent: 4,
			columns: options.columns,
			label: paint.dim
		})];
	});
}
function unseenLines(audit, { paint, options }) {
	const table = require_audit_rows.unseenRows(audit).flatMap(({ name, state, why, fix }) => [{
		label: name,
		text: require_escape.terminal(why === "" ? state : why)
	}, ...fix === null ? [] : [{
		label: "",
		text: require_escape.shellCommand(fix),
		whole: true
	}]]);
	return require_reports.rows(table, {
		indent: 2,
		columns: options.columns,
		label: paint.dim
	});
}

exports.renderer = renderer;