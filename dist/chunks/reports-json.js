"use strict";

const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");

// src/reports/json.ts
/** Entries of a column written at once: large enough to be fast, small enough to stay in cache. */
const CHUNK = 4096;
/** The report as one JSON document, streamed: commits are columns, findings a table of facts keys. */
const renderer = (options) => (report) => ({
	name: "report.json",
	mediaType: "application/json",
	body: jsonReport(report, options)
});
/** A report as JSON, piece by piece. `withTickets`: false where they stand beside it. */
function* jsonReport(report, options, withTickets = true) {
	const head = {
		schemaVersion: report.schemaVersion,
		kind: report.kind,
		tool: report.tool,
		policyDigest: report.policyDigest,
		policySources: report.policySources,
		preset: report.preset,
		place: report.place,
		decidedAt: report.decidedAt,
		enforceFrom: report.enforceFrom,
		subject: report.subject,
		verdict: report.verdict,
		statement: require_reports.statementOf(report),
		counts: report.counts,
		waivers: report.waivers,
		notices: report.notices,
		proposal: report.proposal,
		findings: report.findings.map((finding) => jsonFinding(finding, options))
	};
	yield `${require_escape.json(head).slice(0, -1)},\n"keys":[`;
	for (const [index, key] of report.keys.entries()) {
		const findings = key.findings.map((finding) => jsonKeyFinding(finding, options));
		yield `${index === 0 ? "" : ",\n"}${require_escape.json({
			...key,
			findings
		})}`;
	}
	if (withTickets) {
		yield `],\n"tickets":[`;
		for (const [index, ticket] of report.tickets().entries()) yield `${index === 0 ? "" : ",\n"}${require_escape.json(ticket)}`;
	}
	yield `],\n"commits":`;
	yield* report.commits === null ? ["null"] : jsonCommits(report.commits);
	yield "}\n";
}
/** A facts key speaks of every commit that has it; the index that its example was judged under says nothing here. */
function ofAnyCommit(finding) {
	const { commit: _, ...about } = finding.about;
	return {
		...finding,
		about
	};
}
/** A finding of a facts key, as `jsonFinding` tells it. */
function jsonKeyFinding(finding, options) {
	return jsonFinding(ofAnyCommit(finding), options);
}
/** A finding as an agent reads it: codes and arguments, the sentence, and for what needs somebody the command to run. */
function jsonFinding(finding, options) {
	const { metas } = options;
	const { rule, level, outcome, blocking, code, about, args, waiver } = finding;
	const message = require_reports.messageOf(finding, metas, (text) => text);
	const fix = {
		argv: require_reports.repairOf(finding, options) ?? [],
		note: require_reports.fixOf(finding, metas)
	};
	return {
		rule,
		level,
		outcome,
		blocking,
		code,
		about,
		args,
		message,
		waiver,
		fix: outcome === "fail" || outcome === "unknown" ? fix : void 0
	};
}
function* jsonCommits(commits) {
	yield `{"count":${commits.count},\n"id":[`;
	yield* column(commits.count, (index) => `"${commits.id(index)}"`);
	yield `],\n"key":[`;
	yield* column(commits.count, commits.key);
	yield `],\n"time":[`;
	yield* column(commits.count, commits.time);
	const { recordedAt } = commits;
	if (recordedAt !== null) {
		yield `],\n"recordedAt":[`;
		yield* column(commits.count, (index) => recordedAt(index) ?? "null");
	}
	yield "]}";
}
/** The entries of one column of JSON, without its brackets, a few thousand at a time. Entries are JSON already. */
function* column(length, entry) {
	for (let start = 0; start < length; start += CHUNK) {
		const end = Math.min(start + CHUNK, length);
		let text = start === 0 ? "" : ",";
		for (let index = start; index < end; index++) text += index === start ? entry(index) : `,${entry(index)}`;
		yield text;
	}
}

exports.column = column;
exports.jsonKeyFinding = jsonKeyFinding;
exports.jsonReport = jsonReport;
exports.renderer = renderer;