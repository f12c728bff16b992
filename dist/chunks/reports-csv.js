"use strict";

const require_core = require("./core.js");
const require_escape = require("./reports-escape.js");
const require_exempted = require("./reports-exempted.js");

// src/reports/csv.ts
const COLUMNS = [
	"sha",
	"date",
	"decided",
	"author",
	"subject",
	"verdict",
	"tickets",
	"exemption",
	"waivers",
	"rules failed",
	"rules unknown",
	"codes"
];
/** Every commit as a row of CSV (RFC 4180), newest first, streamed. Several values of one field stand with a semicolon between them. */
const renderer = (options) => (report) => ({
	name: "commits.csv",
	mediaType: "text/csv; charset=utf-8; header=present",
	body: csv(report, options)
});
function* csv({ commits, keys }, options) {
	yield lineOf(COLUMNS);
	if (commits === null) return;
	const facts = keys.map(factsOf);
	for (let index = 0; index < commits.count; index++) yield lineOf([...headOf(commits, index, options), ...facts[commits.key(index)] ?? []]);
}
function lineOf(fields) {
	return `${fields.map(require_escape.csvField).join(",")}\r\n`;
}
function headOf(commits, index, { subject }) {
	const id = commits.id(index);
	const decided = commits.recordedAt?.(index) ?? null;
	return [
		id,
		require_core.timeOf(commits.time(index)),
		decided === null ? "" : require_core.timeOf(decided),
		commits.author(index),
		subject(id) ?? ""
	];
}
/** What all commits of a key have in common: the rest of their rows. */
function factsOf({ verdict, tickets, findings }) {
	const rules = (outcome) => several(findings.filter((finding) => finding.outcome === outcome).map(({ rule }) => rule));
	const told = findings.filter(({ outcome }) => outcome === "fail" || outcome === "unknown");
	return [
		verdict,
		several(tickets),
		require_exempted.exemptionOf(findings),
		several(findings.flatMap(({ waiver }) => waiver ?? [])),
		rules("fail"),
		rules("unknown"),
		several(told.map(({ rule, code }) => `${rule}:${code}`))
	];
}
function several(values) {
	return [...new Set(values)].join("; ");
}

exports.renderer = renderer;