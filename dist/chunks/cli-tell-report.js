"use strict";

const require_disclosed = require("./reports-disclosed.js");
const require_text = require("./reports-text.js");
const require_reports = require("./reports.js");
const require_rules = require("./rules.js");
const require_output = require("./cli-output.js");

// src/reports/named.ts
/** Subjects that are read for a report; of a longer history the other formats show those that the text names. */
const MOST = 5e3;
/** Ids of the commits whose subjects these formats show, so that they can be read before a report is rendered. */
function commitsToName(report, formats) {
	const { commits } = report;
	const names = formats.filter((format) => format !== "json");
	if (names.length === 0) return [];
	const isTextAlone = names.every((format) => format === "text");
	if (commits === null || isTextAlone || commits.count > MOST) return require_text.namedCommits(report);
	return Array.from({ length: commits.count }, (_, index) => commits.id(index));
}

// src/cli/tell-report.ts
/** Writes a judged report to every target: what the policy does not disclose is left out, and commits get their subjects and the command that mends them. */
async function tellReport(io, gate, judged, { targets, range, terms, links = null }) {
	const report = terms === void 0 ? require_disclosed.disclosedHere(judged, gate.law, judged.place === "hook" ? null : await gate.own()) : require_disclosed.disclosed(judged, terms);
	const metas = require_rules.ruleMetas();
	const named = targets.map(({ format }) => format);
	const [labels, repair] = await Promise.all([range === null ? null : gate.labels(commitsToName(report, named)), range === null ? null : gate.reword(require_reports.rewordable(report, metas), range)]);
	const showing = {
		metas,
		repair,
		subject: (id) => labels?.get(id)?.subject ?? null,
		...links === null ? {} : { links }
	};
	await require_output.writeReport(io, report, targets, showing);
	return {
		report,
		showing
	};
}

exports.tellReport = tellReport;