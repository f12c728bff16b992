"use strict";

const require_audit_folder = require("./audit-folder.js");
const require_fault = require("./core-fault.js");
const require_audits = require("./reports-audits.js");
const require_disclosed_audit = require("./reports-disclosed-audit.js");
const require_rules = require("./rules.js");
const require_output = require("./cli-output.js");
let node_path = require("node:path");

// src/cli/audit-write.ts
/** Writes an audit where it was asked for: formats to a folder, to files or to standard output. */
async function writeAuditOut(shown, words, io) {
	const out = words.one("out");
	const asked = words.all("format");
	if (out !== null) await writeAuditFolder(shown, out, asked, io);
	if (out !== null && asked.length > 0) return;
	const audit = require_disclosed_audit.disclosedAudit(shown.audit, shown.terms);
	const targets = out === null ? require_output.targetsOf(words, require_audits.auditFormatNames) : TEXT;
	await require_output.writeTargets(io, targets, async ({ format, ...how }) => {
		return (await require_audits.auditFormats[format]())({
			...SHOWN,
			metas: require_rules.ruleMetas(),
			...how
		})(audit).body;
	});
}
const TEXT = [{
	format: "text",
	file: null
}];
const SHOWN = {
	repair: null,
	subject: () => null
};
/** Writes formats of an audit into a folder, with the digests of all. `asked`: none: every format. */
async function writeAuditFolder({ audit, terms }, folder, asked, io) {
	const names = asked.length === 0 ? require_audits.auditFormatNames : asked.map(formatCalled);
	const options = {
		...SHOWN,
		metas: require_rules.ruleMetas(),
		color: false,
		columns: TEXT_COLUMNS
	};
	await require_audit_folder.writeAudit((0, node_path.resolve)(io.cwd, folder), filesOf(require_disclosed_audit.disclosedAudit(audit, terms), names, options));
}
/** Nobody's terminal is known by who reads a file later. */
const TEXT_COLUMNS = 100;
function formatCalled(name) {
	if (require_audits.isAuditFormat(name)) return name;
	throw new require_fault.Fault("usage", "There is no such format.", {
		found: name,
		wanted: require_audits.auditFormatNames.join(", ")
	});
}
async function* filesOf(audit, names, options) {
	for (const name of names) yield (await require_audits.auditFormats[name]())(options)(audit);
}

exports.writeAuditFolder = writeAuditFolder;
exports.writeAuditOut = writeAuditOut;