"use strict";

const require_sign = require("./attest-sign.js");
const require_notes = require("./git-notes.js");
const require_git = require("./git.js");
const require_evidence_context = require("./evidence-context.js");
const require_ledger_ref = require("./git-ledger-ref.js");
const require_disclosed = require("./reports-disclosed.js");
const require_signing_key = require("./signing-signing-key.js");

// src/git/notes-remote.ts
/** Brings a ref of notes to where a remote has it, whatever was here under that name; its commit, null: the remote has none. */
async function fetchNotes({ git }, { ref, remote }) {
	if (await require_ledger_ref.fetchRef({ git }, ref, remote)) return require_ledger_ref.refCommit({ git }, ref);
	await git.run([
		"update-ref",
		"-d",
		ref
	]);
	return null;
}
/**
* Takes a ref of notes to a remote where it goes on from what is there, never by force. False: the remote has moved on from `before`, and
* nothing was written. Throws Fault("git") with git's words where it is refused.
*/
async function pushNotes({ git }, { ref, remote, before }) {
	const { code, stderr } = await git.run([
		"push",
		"--quiet",
		"--no-verify",
		remote,
		`${ref}:${ref}`
	], { codes: [0, 1] });
	if (code === 0) return true;
	const there = await require_ledger_ref.refsLike({ git }, ref, remote);
	if ((there.get(ref) ?? null) !== before) return false;
	const [poser] = [...there.keys()].filter((name) => name !== ref);
	throw new require_git.Fault("git", "The records were not taken to the remote.", {
		found: stderr.trim(),
		wanted: `a remote that takes ${ref}, and nothing else there whose name ends so`,
		fix: poser === void 0 ? `let the job's token write ${ref}, or name another ref in evidence.notes` : `delete or rename ${poser} at the remote: git can't tell it from ${ref}`
	});
}

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
/**
* The records of what landed, as the policy wants them; null: it is about no commits. `notes`: the ref that the policy names. Throws
* Fault("usage") where it names none, where nothing landed, and where nothing would sign them.
*/
function landedEvidence({ notes, signer }, shown, context) {
	const fix = "golden-thread config explain evidence.notes";
	if (notes === null) throw new require_git.Fault("usage", "The policy names no ref for records.", {
		found: "no evidence.notes",
		wanted: "evidence: { notes: refs/notes/golden-thread }",
		fix
	});
	if (context.phase !== "post-merge") throw new require_git.Fault("usage", "Nothing landed yet.", {
		found: context.phase,
		wanted: "a run of CI that a push began",
		fix
	});
	if (signer === null) throw new require_git.Fault("usage", "Nothing signs the records.", {
		found: "sign: off, or neither a key nor an identity that the policy names",
		wanted: `sign: auto, and a key in ${require_signing_key.SIGNING_VARIABLES.key}, or an identity of the job under evidence`,
		fix: "golden-thread key new evidence"
	});
	return keptEvidence(notes, shown, context);
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
	throw tooSlow(ref);
}
/**
* Writes records behind the last one that a remote has, and takes them there. Whoever was quicker is fetched and gone behind, and nothing is
* ever overwritten. Throws Fault("storage") where others were always quicker, Fault("git") where the remote takes none.
*/
async function shareRecords(repo, { commit, evidence, remote }, signer) {
	const at = {
		ref: evidence.notes,
		remote
	};
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const before = await fetchNotes(repo, at);
		await writeRecords(repo, {
			commit,
			evidence
		}, signer);
		if (await pushNotes(repo, {
			...at,
			before
		})) return;
	}
	throw tooSlow(evidence.notes);
}
function tooSlow(ref) {
	return new require_git.Fault("storage", "The record of a push was not written: others always came first.", {
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
exports.landedEvidence = landedEvidence;
exports.recordEvidence = recordEvidence;
exports.shareRecords = shareRecords;
exports.writeRecords = writeRecords;