"use strict";

const require_sign = require("./attest-sign.js");
const require_notes = require("./git-notes.js");
const require_git = require("./git.js");
const require_evidence_context = require("./evidence-context.js");
const require_disclosed = require("./reports-disclosed.js");
const require_signing_key = require("./signing-signing-key.js");

// src/record-evidence.ts
/** Somebody else may have written meanwhile, and again. */
const ATTEMPTS = 8;
/** What is to be written down of a judged ref, where its law wants that; null: nothing is. */
async function evidenceOf(repo, judged) {
	const { move, commits, report, law, lawAt } = judged;
	const notes = law?.evidence?.notes ?? null;
	if (report === null || commits === null || law === null || notes === null) return null;
	const context = await require_evidence_context.evidenceContext({
		repo,
		law,
		lawAt
	}, report, {
		repository: null,
		commits,
		targetRef: move.ref,
		event: "push",
		phase: "post-merge",
		invocation: null,
		attempt: null
	});
	return keptEvidence(notes, require_disclosed.disclosedHere(report, law), context);
}
/** A report, as it may be shown, as records for a ref; null: it is about no commits. */
function keptEvidence(notes, shown, context) {
	const parts = [...require_sign.statementParts(shown, context)];
	return parts.length === 0 ? null : {
		notes,
		logId: require_sign.firstLink(shown, context).logId,
		parts
	};
}
/**
* Writes records to the note of the commit that a ref moved to, behind the last one that is there, signed where there is a key. Throws
* Fault("storage") where others were always quicker, and Fault("usage") for a key that is none.
*/
async function recordEvidence(repo, { to, evidence }, env) {
	if (to === null) return;
	const signer = (env[require_signing_key.SIGNING_VARIABLES.key] ?? "") === "" ? null : require_sign.keySigner(require_signing_key.ownKey(env));
	await writeRecords(repo, {
		commit: to,
		evidence
	}, signer);
}
/** The same for whoever found his own signer; null: nothing signs. */
async function writeRecords(repo, { commit, evidence }, signer) {
	const { notes: ref, parts } = evidence;
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const last = await require_notes.lastNote(repo, ref);
		const link = last === null ? {
			logId: evidence.logId,
			seq: 1,
			previous: null
		} : linkBehind(last.text, ref);
		let lines = "";
		for await (const line of require_sign.signStatements(parts, {
			signer,
			link
		})) lines += line;
		if (await require_notes.addNote(repo, {
			ref,
			before: last?.commit ?? null,
			commit
		}, lines)) return;
	}
	throw new require_git.Fault("storage", "The record of a push was not written: others always came first.", {
		found: ref,
		fix: "golden-thread verify HEAD"
	});
}
function linkBehind(text, ref) {
	const lines = text.split("\n").filter((line) => line !== "");
	const place = lines.flatMap((line) => require_notes.placeIn(line) ?? []).at(-1);
	if (place !== void 0) return {
		logId: place.logId,
		seq: place.seq + 1,
		previous: require_sign.lineDigest(lines.at(-1) ?? "")
	};
	throw new require_git.Fault("storage", "The last note is no record.", {
		found: ref,
		wanted: "a ref that nothing else writes to",
		fix: "golden-thread config explain evidence.notes"
	});
}

exports.evidenceOf = evidenceOf;
exports.keptEvidence = keptEvidence;
exports.recordEvidence = recordEvidence;
exports.writeRecords = writeRecords;