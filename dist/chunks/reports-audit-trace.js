"use strict";

const require_map = require("./trace-map.js");
const require_escape = require("./reports-escape.js");

// src/reports/audit-trace.ts
/** The map both ways, for programs: ticket -> lines, commits and pull requests, and back. */
const renderer = () => (audit) => ({
	name: "trace.json",
	mediaType: "application/json",
	body: traceJson(audit)
});
function* traceJson(audit) {
	const { report, asOf, scope, tickets } = audit;
	const { tool, policyDigest } = report;
	const head = require_escape.json({
		schemaVersion: 1,
		kind: "trace-map",
		tool,
		policyDigest,
		asOf,
		scope
	});
	const chunks = require_map.chunksOf(audit);
	const names = require_map.itemNames(tickets);
	yield `${head.slice(0, -1)},\n"itemToChunks":{`;
	let begun = false;
	for (const [ticket, own] of require_map.chunksByTicket(chunks, tickets.length).entries()) {
		if (own.length === 0) continue;
		yield `${begun ? "," : ""}\n${require_escape.json(names[ticket] ?? "")}:${require_escape.json(own.map(chunks.name))}`;
		begun = true;
	}
	yield "},\n\"chunkToItems\":{";
	for (let chunk = 0; chunk < chunks.count; chunk++) {
		const items = chunks.tickets(chunk).map((ticket) => names[ticket] ?? "");
		yield `${chunk > 0 ? "," : ""}\n${require_escape.json(chunks.name(chunk))}:${require_escape.json(items)}`;
	}
	yield "}}\n";
}

exports.renderer = renderer;