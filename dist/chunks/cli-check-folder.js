"use strict";

const require_usual_formats = require("./audit-folder-usual-formats.js");
const require_audit_folder = require("./audit-folder.js");
const require_evidence_context = require("./evidence-context.js");
const require_evidence_words = require("./cli-evidence-words.js");
let node_path = require("node:path");

// src/cli/check-folder.ts
/** Writes the same folder as the Action does: the report in its usual formats, its evidence, and how to verify both. */
async function writeCheckFolder({ io, world, gate }, { report, showing }, { out, signing, signatures, where }) {
	const files = require_audit_folder.auditFiles(report, {
		formats: require_usual_formats.USUAL_FORMATS,
		options: {
			...showing,
			color: false,
			columns: COLUMNS
		},
		context: await require_evidence_context.evidenceContext(gate, report, {
			...where,
			signatures
		}),
		signer: await require_evidence_words.signerHere(gate, {
			io,
			world,
			signing
		})
	});
	await require_audit_folder.writeAudit((0, node_path.resolve)(io.cwd, out), files);
}
/** Nobody's terminal is known by who reads a file later. */
const COLUMNS = 120;

exports.writeCheckFolder = writeCheckFolder;