"use strict";

const require_audit_folder = require("./audit-folder.js");
const require_git = require("./git.js");
const require_evidence_context = require("./evidence-context.js");
const require_gate = require("./gate.js");
const require_opening = require("./opening.js");
const require_audits = require("./reports-audits.js");
const require_rules = require("./rules.js");
const require_evidence_words = require("./cli-evidence-words.js");
const require_output = require("./cli-output.js");
let node_path = require("node:path");

// src/cli/audit-write.ts
/** Writes an audit where it was asked for: formats to a folder, to files or to standard output. */
async function writeAuditOut(audit, words, writing) {
	const out = words.one("out");
	const asked = words.all("format");
	if (out !== null) await writeAuditFolder(audit, out, asked, writing);
	if (out !== null && asked.length > 0) return;
	const targets = out === null ? require_output.targetsOf(words, require_audits.auditFormatNames) : TEXT;
	await require_output.writeTargets(writing.io, targets, async ({ format, ...how }) => {
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
/** Writes formats of an audit into a folder, and its evidence, with the digests of all. `asked`: none: every format. */
async function writeAuditFolder(audit, folder, asked, writing) {
	const gate = await gateHere(writing);
	const files = require_audit_folder.auditFiles(audit, {
		formats: asked.length === 0 ? [...require_audits.auditFormatNames, require_audit_folder.EVIDENCE] : asked,
		options: {
			...SHOWN,
			metas: require_rules.ruleMetas(),
			color: false,
			columns: 100
		},
		context: await contextOf(gate, audit, writing.signatures),
		signer: gate === null ? null : await require_evidence_words.signerHere(gate, writing)
	});
	await require_audit_folder.writeAudit((0, node_path.resolve)(writing.io.cwd, folder), files);
}
/** Nobody's terminal is known by who reads a file later. */
const TEXT_COLUMNS = 100;
/**
* Who may sign, and what stands at the tip, is told by the repository. Null: there is none here, and an audit that was put together elsewhere has all it needs
* but those. Throws Fault("repository") where a signature was asked for.
*/
async function gateHere({ world, request: { place, policyRef }, signing }) {
	const opening = require_opening.startOpening(world, null);
	const under = policyRef === void 0 ? {} : { policyRef };
	try {
		return await require_gate.openGate(world, {
			place,
			haste: "command",
			opening,
			...under
		});
	} catch (thrown) {
		const isNeeded = signing.how === "key" || signing.how === "keyless";
		if (thrown instanceof require_git.Fault && thrown.code === "repository" && !isNeeded) return null;
		throw thrown;
	}
}
/** Neither a run nor its page is told: the same audit has the same evidence wherever it is made. */
async function contextOf(gate, audit, signatures) {
	const { repository, ref: targetRef, tip, behind, since } = audit.scope;
	const where = {
		event: "manual",
		invocation: null,
		attempt: null,
		phase: "audit",
		repository,
		targetRef,
		commits: {
			include: tip === null ? [] : [tip],
			exclude: behind
		},
		since,
		signatures
	};
	return gate === null ? require_evidence_context.contextAlone(where) : require_evidence_context.evidenceContext(gate, audit.report, where);
}

exports.writeAuditFolder = writeAuditFolder;
exports.writeAuditOut = writeAuditOut;