"use strict";

const require_usual_formats = require("./audit-folder-usual-formats.js");
const require_audit_folder = require("./audit-folder.js");
const require_evidence_context = require("./evidence-context.js");
const require_evidence_words = require("./cli-evidence-words.js");
let node_path = require("node:path");

// src/cli/check-folder.ts
/** Writes the same folder as the Action does: the report in its usual formats, its evidence, and how to verify both. */
async function writeCheckFolder({ io, world, gate }, { report, showing }, { out, record, signing, signatures, where }) {
	const context = await require_evidence_context.evidenceContext(gate, report, {
		...where,
		signatures
	});
	const signer = await require_evidence_words.signerHere(gate, {
		io,
		world,
		signing
	});
	if (record) await recorded(gate, report, {
		context,
		signer,
		io
	});
	if (out === null) return;
	const files = require_audit_folder.auditFiles(report, {
		formats: require_usual_formats.USUAL_FORMATS,
		options: {
			...showing,
			color: false,
			columns: COLUMNS
		},
		context,
		signer
	});
	await require_audit_folder.writeAudit((0, node_path.resolve)(io.cwd, out), files);
}
/** Behind the last record that this clone has; whoever was quicker elsewhere is told by the push of the ref, which git refuses then. */
async function recorded({ law, repo }, report, { context, signer, io }) {
	const { landedEvidence, writeRecords } = await Promise.resolve().then(() => require("./record-evidence.js"));
	const evidence = landedEvidence({
		notes: law.evidence?.notes ?? null,
		signer
	}, report, context);
	const commit = context.head ?? null;
	if (evidence === null || commit === null) return;
	await writeRecords(repo, {
		commit,
		evidence
	}, signer);
	io.stderr.write(`Recorded. Share it with: git push origin ${evidence.notes}\n`);
}
/** Nobody's terminal is known by who reads a file later. */
const COLUMNS = 120;

exports.writeCheckFolder = writeCheckFolder;