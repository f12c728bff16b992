"use strict";

const require_controls = require("./controls.js");
const require_support = require("./controls-support.js");
const require_audit = require("./core-audit.js");
const require_escape = require("./reports-escape.js");
const require_json = require("./reports-json.js");

// src/reports/audit-json.ts
/** An audit as one JSON document, streamed: commits and files are columns, and its report is the document that `check` writes, but for the tickets. */
const renderer = (options) => (audit) => ({
	name: "report.json",
	mediaType: "application/json",
	body: auditJson(audit, options)
});
function* auditJson(audit, options) {
	const { report, scope, ledger, parts, coverage, months, authors, folders } = audit;
	const { tool, policyDigest, verdict } = report;
	const head = {
		schemaVersion: audit.schemaVersion,
		kind: audit.kind,
		tool,
		policyDigest,
		verdict,
		asOf: audit.asOf,
		scope,
		ledger,
		parts,
		coverage,
		gaps: audit.gaps.map(({ code, of, indexes }) => ({
			code,
			of,
			count: indexes.length,
			indexes: Array.from(indexes)
		})),
		...supportOf(audit, options),
		months,
		authors,
		folders
	};
	yield `${require_escape.json(head).slice(0, -1)},\n"tickets":[`;
	yield* require_json.column(audit.tickets.length, (index) => require_escape.json(audit.tickets[index]));
	yield `],\n"history":`;
	yield* historyJson(audit);
	yield `,\n"files":`;
	yield* audit.files === null ? ["null"] : filesJson(audit.files);
	yield `,\n"report":`;
	yield* require_json.jsonReport(report, options, false);
	yield "}\n";
}
function supportOf(audit, { proofs, controls = require_controls.MAPPING }) {
	const evidence = require_controls.auditEvidence(audit, proofs);
	const items = require_support.supportsOf(evidence, controls);
	return {
		evidence,
		controls: {
			mappingVersion: controls.version,
			items
		}
	};
}
function* historyJson({ history, parts }) {
	const { count } = history;
	yield `{"count":${count},\n"subject":[`;
	yield* require_json.column(count, (index) => require_escape.json(history.subject(index)));
	yield `],\n"standing":[`;
	yield* require_json.column(count, (index) => `"${history.standing(index)}"`);
	yield `],\n"tickets":[`;
	yield* require_json.column(count, (index) => `[${history.tickets(index).join(",")}]`);
	yield `],\n"change":[`;
	yield* require_json.column(count, (index) => history.change(index) ?? "null");
	yield `],\n"lineage":[`;
	yield* sparse(count, (index) => history.lineage(index));
	yield "]";
	const { folders } = history;
	if (folders !== void 0) {
		yield `,\n"folders":[`;
		yield* require_json.column(count, (index) => `[${folders(index).join(",")}]`);
		yield "]";
	}
	if (parts.some(({ part, state }) => part === "lines" && (state === "done" || state === "partial"))) {
		yield `,\n"added":[`;
		yield* require_json.column(count, (index) => history.lines(index)?.added ?? "null");
		yield `],\n"deleted":[`;
		yield* require_json.column(count, (index) => history.lines(index)?.deleted ?? "null");
		yield "]";
	}
	yield "}";
}
function* filesJson(files) {
	const { count } = files;
	yield `{"count":${count},\n"path":[`;
	yield* require_json.column(count, (index) => require_escape.json(files.path(index)));
	yield `],\n"lines":[`;
	yield* require_json.column(count, (index) => files.lines(index) ?? "null");
	yield `],\n"exempt":[`;
	yield* require_json.column(count, (index) => files.exempt(index) ? 1 : 0);
	yield `],\n"named":[`;
	yield* sparse(count, (index) => {
		const links = files.named(index);
		return links.length === 0 ? null : { links };
	});
	yield `],\n"through":[`;
	yield* require_json.column(count, (index) => require_escape.json(files.through(index)));
	yield `],\n"live":[`;
	yield* sparse(count, (index) => {
		const live = files.live(index);
		return live === null ? null : { lines: require_audit.STANDINGS.map((standing) => live[standing]) };
	});
	yield "]}";
}
/** Only what is there, each with its index. */
function* sparse(count, entry) {
	let isFirst = true;
	for (let index = 0; index < count; index++) {
		const told = entry(index);
		if (told === null) continue;
		yield `${isFirst ? "" : ","}${require_escape.json({
			index,
			...told
		})}`;
		isFirst = false;
	}
}

exports.renderer = renderer;