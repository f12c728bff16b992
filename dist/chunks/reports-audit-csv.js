"use strict";

const require_core = require("./core.js");
const require_audit_words = require("./reports-audit-words.js");
const require_escape = require("./reports-escape.js");
const require_exempted = require("./reports-exempted.js");
const require_reports = require("./reports.js");

// src/reports/audit-csv.ts
/** The first seven are the names that auditors already import; the others are ours. */
const COLUMNS = [
	"commit_sha",
	"pr_number",
	"ticket_id",
	"risk_level",
	"timestamp",
	"compliant",
	"violation_reason",
	"standing",
	"verdict",
	"decided_at",
	"author",
	"subject",
	"ticket_state",
	"exemption",
	"waivers",
	"lineage",
	"lineage_of",
	"lineage_proved",
	"rules_failed",
	"rules_unknown",
	"codes",
	"lines_added",
	"lines_deleted"
];
/** Whether a commit keeps to the policy: what nobody could say is neither. */
const COMPLIANT = {
	pass: "true",
	fail: "false",
	undecided: "unknown"
};
/** Every commit of an audit as a row of CSV (RFC 4180), newest first, streamed. Several values of one field stand with a semicolon between them. */
const renderer = (options) => (audit) => ({
	name: "commits.csv",
	mediaType: "text/csv; charset=utf-8; header=present",
	body: csv(audit, options)
});
function* csv(audit, options) {
	yield lineOf(COLUMNS);
	const { commits, keys } = audit.report;
	if (commits === null) return;
	const facts = keys.map((key) => factsOf(key, options));
	for (let index = 0; index < commits.count; index++) yield lineOf(rowOf(audit, index, facts[commits.key(index)]));
}
function lineOf(cells) {
	return `${cells.map((cell) => cell === null ? "" : require_escape.csvField(cell)).join(",")}\r\n`;
}
function rowOf(audit, index, facts) {
	const { history, report } = audit;
	const { commits } = report;
	const tickets = history.tickets(index).flatMap((at) => audit.tickets[at] ?? []);
	const standing = history.standing(index);
	const decided = commits?.recordedAt?.(index) ?? null;
	return [
		commits?.id(index) ?? "",
		history.change(index),
		several(tickets.map(({ key }) => key)),
		riskOf(tickets),
		require_core.timeOf(commits?.time(index) ?? NaN),
		facts === void 0 ? "unknown" : COMPLIANT[facts.verdict],
		facts === void 0 ? "" : facts.reason || (facts.verdict === "pass" ? "" : require_audit_words.STANDING_WORDS[standing].says),
		standing,
		facts?.verdict ?? "",
		decided === null ? "" : require_core.timeOf(decided),
		commits?.author(index) ?? "",
		history.subject(index),
		several(tickets.map(({ key, state, status }) => `${key}: ${state?.name ?? status}`)),
		...facts?.excuses ?? ["", ""],
		...lineageOf(audit, index),
		...facts?.rules ?? [
			"",
			"",
			""
		],
		...linesOf(audit, index)
	];
}
/** The highest of several tickets counts. */
function riskOf(tickets) {
	return [
		"critical",
		"high",
		"medium",
		"low"
	].find((level) => tickets.some(({ risk }) => risk === level)) ?? "";
}
function lineageOf({ history }, index) {
	const lineage = history.lineage(index);
	if (lineage === null) return [
		"",
		"",
		""
	];
	return [
		lineage.kind,
		several(lineage.of),
		String(lineage.proved)
	];
}
function linesOf({ history }, index) {
	const lines = history.lines(index);
	return lines === null ? [null, null] : [lines.added, lines.deleted];
}
function factsOf({ verdict, findings }, { metas }) {
	const of = (outcome) => findings.filter((one) => one.outcome === outcome);
	const told = [...of("fail"), ...of("unknown")];
	return {
		verdict,
		reason: several(told.filter((finding) => finding.blocking).map((finding) => require_reports.messageOf(finding, metas, (text) => text))),
		excuses: [require_exempted.exemptionOf(findings), several(findings.flatMap(({ waiver }) => waiver ?? []))],
		rules: [
			several(of("fail").map(({ rule }) => rule)),
			several(of("unknown").map(({ rule }) => rule)),
			several(told.map(({ rule, code }) => `${rule}:${code}`))
		]
	};
}
/** Distinct values in one cell. */
function several(values) {
	return [...new Set(values)].join("; ");
}

exports.renderer = renderer;