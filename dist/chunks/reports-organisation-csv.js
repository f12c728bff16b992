"use strict";

const require_audit = require("./core-audit.js");
const require_escape = require("./reports-escape.js");
const require_organisation_rows = require("./reports-organisation-rows.js");

// src/reports/organisation-csv.ts
const COLUMNS = [
	"repository",
	"verdict",
	"percent",
	"commits",
	...require_audit.STANDINGS,
	"before_baseline",
	"tickets",
	"tickets_linked",
	"gaps",
	"address",
	"ref",
	"tip",
	"policy_digest",
	"why"
];
/** Every repository as a row of CSV (RFC 4180), worst first. */
const renderer = () => (organisation) => ({
	name: "organisation.csv",
	mediaType: "text/csv; charset=utf-8; header=present",
	body: csv(organisation)
});
function* csv(organisation) {
	yield lineOf(COLUMNS);
	for (const row of require_organisation_rows.repositoryRows(organisation)) yield lineOf(fieldsOf(row));
}
function fieldsOf({ name, statement, numbers, why }) {
	if (numbers === null) return [
		name,
		statement,
		...COLUMNS.slice(2, -1).map(() => ""),
		why
	];
	const { commits, coverage, tickets, gaps, repository, ref, tip, policyDigest } = numbers;
	return [
		name,
		statement,
		coverage.percent ?? "",
		commits.total,
		...require_audit.STANDINGS.map((standing) => commits[standing]),
		commits.beforeBaseline,
		tickets.total,
		tickets.covered,
		gaps,
		repository ?? "",
		ref ?? "",
		tip ?? "",
		policyDigest,
		why
	];
}
function lineOf(fields) {
	return `${fields.map(require_escape.csvField).join(",")}\r\n`;
}

exports.renderer = renderer;