"use strict";

const require_git = require("./git.js");
const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_cli = require("./cli.js");
const require_cli_js = require("../cli.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/verify/anchor-line.ts
/** The line for a tag's message. */
function anchorLine({ logId, seq, digest }) {
	return `golden-thread-log: ${logId} ${seq} ${digest}`;
}

// src/verify/codes.ts
/** Every check of evidence, in the order in which a line goes through them, and then those of all lines together. */
const CHECKS = {
	size: "No line and no file is longer than is read.",
	envelope: "Each line is a statement, a DSSE envelope or a Sigstore bundle, with one signature.",
	"payload-type": "What is signed is a statement.",
	signature: "Each signature is that of somebody who may sign.",
	payload: "Each payload is written in one way only, so that all readers read the same.",
	type: "Each statement and predicate is of a known type.",
	subject: "Each statement names the record that it holds.",
	gate: "The gate that judged is known.",
	repository: "Each record is of the repository that is asked about.",
	ref: "Each record is of the ref that is asked about.",
	policy: "Each record was judged by the policy that is asked about.",
	schema: "Each record has the shape that its type promises.",
	result: "No record contradicts itself, and no claim says more than its record.",
	time: "No record is from the future, or later than its signature.",
	chain: "The records are one log without a gap.",
	anchor: "Nothing outside of the log contradicts it.",
	files: "The files beside the evidence are those that were written with it.",
	history: "The records and git tell of the same commits."
};
const fail = (check, says) => ({
	check,
	outcome: "fail",
	says
});
const unknown = (check, says) => ({
	check,
	outcome: "unknown",
	says
});
const note = (check, says) => ({
	check,
	outcome: "note",
	says
});
/** All that can be found. */
const CODES = {
	"too-long": fail("size", "It is longer than is read."),
	"no-records": unknown("envelope", "There is no record in it."),
	"torn-line": fail("envelope", "Its last line has no end: something was cut off."),
	"not-a-record": fail("envelope", "This is no statement, no envelope and no bundle."),
	"two-signatures": fail("envelope", "It has another number of signatures than one."),
	"payload-type": fail("payload-type", "What is signed is something else than a statement."),
	unsigned: fail("signature", "It is not signed."),
	"nobody-signed": unknown("signature", "It is not signed: nobody vouches for it."),
	"no-key": unknown("signature", "It is signed, and no key or identity was given that it could be held against."),
	"wrong-key": fail("signature", "It is signed by a key that nobody named."),
	"bad-signature": fail("signature", "Its signature does not hold: a byte was changed, or somebody else signed."),
	"key-past": fail("signature", "It was made after the last day of the key that signed it."),
	"unknown-identity": fail("signature", "It is signed by an identity that nobody named."),
	"identity-past": fail("signature", "It was signed at a time at which its identity may not sign."),
	"no-trusted-root": unknown("signature", "There are no certificates by which its signer could be known."),
	"untrusted-root": fail("signature", "Its certificate comes from nobody that the trusted root names."),
	unlogged: fail("signature", "No log and no timestamp authority proves when it was signed."),
	"not-utf8": fail("payload", "Its text is not UTF-8."),
	"not-canonical": fail("payload", "Its JSON is not written canonically: keys twice, out of order, or blanks."),
	"key-variant": fail("payload", "It has a key that differs from a known one in its case alone."),
	"statement-type": fail("type", "It is no statement of in-toto."),
	"predicate-type": fail("type", "It is a statement of another kind."),
	"subject-digest": fail("subject", "It names a digest that is none."),
	"subject-record": fail("subject", "It is not bound to its record."),
	"subject-commits": fail("subject", "It names other commits than its record tells of."),
	gate: fail("gate", "Another gate than golden-thread judged it."),
	"foreign-repository": fail("repository", "It is of another repository."),
	"repository-not-asked": note("repository", "Nobody said of which repository it must be (--repository)."),
	"several-repositories": unknown("repository", "It is of several repositories, and nobody said which is meant (--repository)."),
	"foreign-ref": fail("ref", "It is of another ref."),
	"ref-not-asked": note("ref", "Nobody said of which ref it must be (--ref)."),
	"several-refs": unknown("ref", "It is of several refs, and nobody said which is meant (--ref)."),
	"edited-policy": fail("policy", "It was judged by another policy."),
	"policy-differs": fail("policy", "The tree that it names has another policy than the one that judged."),
	"policy-unread": note("policy", "Its policy can't be worked out of a tree here."),
	"policy-changed": note("policy", "From here on another policy judged."),
	schema: fail("schema", "It has not the shape that its type promises."),
	"result-contradicted": fail("result", "Its result is not that of its checks."),
	"claim-unfounded": fail("result", "It claims what its record does not say."),
	"from-the-future": fail("time", "It says that it was made later than now."),
	"signed-before": fail("time", "It was signed before it says that it was made."),
	removed: fail("chain", "A record before it is missing."),
	"part-missing": fail("chain", "The rest of its judgement is missing: it says that it is one part of several."),
	reordered: fail("chain", "It does not stand where it was written."),
	doubled: fail("chain", "It stands there twice."),
	"previous-changed": fail("chain", "The line before it is not the one that it was written after."),
	"foreign-record": fail("chain", "It is a record of another log."),
	unchained: note("chain", "It tells of no place in a log."),
	truncated: fail("anchor", "The log ends before a record that an anchor names."),
	"anchor-differs": fail("anchor", "An anchor names another record in its place."),
	"sums-missing": fail("files", "There is no SHA256SUMS."),
	"sums-unreadable": fail("files", "SHA256SUMS has a line that is none."),
	"sums-mismatch": fail("files", "It is not the file that SHA256SUMS names."),
	"file-missing": fail("files", "SHA256SUMS names a file that is not there."),
	"file-unlisted": fail("files", "SHA256SUMS does not name it."),
	"file-disagrees": fail("files", "It is not the file that the statements name."),
	"report-differs": fail("files", "The report says something else than the statements."),
	"file-unvouched": note("files", "No statement vouches for it."),
	"no-repository": note("history", "No repository was given to hold the records against."),
	"record-without-commit": fail("history", "The repository has no such commit where the record says it is."),
	"commit-without-record": fail("history", "No record tells of this commit."),
	"rewritten-history": fail("history", "The ref does not lead to the record's head: its history was rewritten."),
	"ref-not-here": unknown("history", "The repository does not have the ref."),
	"range-unknown": unknown("history", "The record does not say where its range begins and ends."),
	"range-gap": fail("history", "It begins elsewhere than the record before it ended."),
	"tree-differs": fail("history", "The head has other files than the record says.")
};

// src/cli/verify-text.ts
/** Findings of one code that are shown; the rest is counted. */
const MOST_SHOWN = 10;
const MARKS = {
	pass: "ok",
	fail: "FAILED",
	unknown: "not known",
	skipped: "not looked at"
};
const VERDICTS = {
	pass: "Nothing is wrong with it.",
	fail: "It is not to be relied on.",
	undecided: "Nobody can tell whether it is genuine."
};
/** What evidence proves, for people: every check, then every finding by its code. */
function* verificationText(name, verification) {
	const { verdict, records, claims, commits, checks, findings, signers, head, anchored } = verification;
	const { unchecked } = verification;
	yield `${require_escape.terminal(name)}: ${records} records and ${claims} claims about ${commits} commits.\n\n`;
	for (const { id, outcome } of checks) yield `  ${id.padEnd(13)} ${MARKS[outcome].padEnd(14)} ${CHECKS[id]}\n`;
	const counts = /* @__PURE__ */ new Map();
	if (findings.length > 0) yield "\n";
	for (const { code, line, about } of findings) {
		const count = (counts.get(code) ?? 0) + 1;
		counts.set(code, count);
		if (count > MOST_SHOWN) continue;
		const at = [line === null ? "" : `line ${line}`, about === "" ? "" : require_escape.terminal(about)].filter((text) => text !== "").join(", ");
		yield `  ${code}: ${CODES[code].says}${at === "" ? "" : ` (${at})`}\n`;
	}
	for (const [code, count] of counts) if (count > MOST_SHOWN) yield `  ${code}: ${count - MOST_SHOWN} more.\n`;
	yield "\n";
	for (const signer of signers) yield signer.kind === "key" ? `Signed by the key ${require_escape.terminal(signer.id)}.\n` : `Signed by ${require_escape.terminal(signer.subject)}, for which ${require_escape.terminal(signer.issuer)} vouches.\n`;
	if (head !== null) {
		yield anchored === 0 ? "No anchor outside of the log vouches for it.\n" : `Anchored up to record ${anchored} of ${head.seq}.\n`;
		yield `Its head, for a signed tag's message: ${anchorLine(head)}\n`;
	}
	yield `${VERDICTS[verdict]}\n`;
	if (unchecked.length > 0) yield `Nobody looked at these, so nothing is known of them: ${unchecked.join(", ")}.\n`;
}

// src/cli/verify.ts
const manual = {
	name: "verify",
	summary: "verify signed evidence without a network, and hold it against git",
	forms: ["FILE|DIR [--key KEY]... [--identity NAME --issuer URL [--trusted-root FILE]] [--repo DIR] [--json]", "REV [--notes-ref REF] [--repo DIR] [--json]"],
	details: "FILE holds statements, one a line, plain, in DSSE envelopes or in Sigstore bundles; DIR is an audit's folder, whose other files are held against SHA256SUMS and the statements as well; REV is a commit whose records a server keeps as notes. Every check has a name, and every finding a code. With --repo the records are held against that clone's history, and keys and identities are those of its policy (evidence:) unless options name them. A KEY is a PEM file, or the base64 of a SubjectPublicKeyInfo. Nobody is asked anything. Exit code 1: something is forged, missing or out of place. 3: nobody can tell, since there is no key to hold it against, or it is of several repositories or refs and nobody said which is meant. What nobody asked about is told as not looked at, in words and in the JSON (unchecked).",
	options: [
		{
			name: "key",
			value: "KEY",
			does: "a public key that may sign: a PEM file or base64; may be repeated"
		},
		{
			name: "identity",
			value: "NAME",
			does: "who may sign through Sigstore, exactly as certificates have it"
		},
		{
			name: "issuer",
			value: "URL",
			does: "who vouches for that identity"
		},
		{
			name: "trusted-root",
			value: "FILE",
			does: "the certificates that are trusted; default: the policy's, else those of Sigstore's public instance"
		},
		{
			name: "repository",
			value: "ADDRESS",
			does: "the repository that the records must be of; default: the origin of --repo"
		},
		{
			name: "ref",
			value: "REF",
			does: "the full name of the ref that the records must be of; default: that of --repo, where it has only one"
		},
		{
			name: "policy-digest",
			value: "SHA256",
			does: "the law by which all was judged; may be repeated; default: any"
		},
		{
			name: "repo",
			value: "DIR",
			does: "a clone to hold the records against"
		},
		{
			name: "notes-ref",
			value: "REF",
			does: "verify REV: where the records are; default: refs/notes/golden-thread"
		},
		{
			name: "json",
			does: "answer as JSON"
		}
	],
	examples: [{
		run: "golden-thread verify no-such-file.jsonl",
		does: "says that there is none",
		exit: 2
	}, {
		run: "golden-thread verify README.md",
		does: "says that this is no evidence",
		exit: 1
	}]
};
/** The file of the statements in an audit's folder. */
const EVIDENCE = "evidence.intoto.jsonl";
async function run(words, io, world) {
	const [name, ...more] = words.positionals;
	if (name === void 0 || more.length > 0) throw require_cli_js.usage(manual, "verify takes one thing.", {
		found: more.length > 0 ? words.positionals.join(" ") : "nothing",
		wanted: "a file, a folder or a revision"
	});
	const [{ verifyEvidence }, { openTerms }] = await Promise.all([Promise.resolve().then(() => require("./verify.js")), Promise.resolve().then(() => require("./verify-open.js"))]);
	const path = (0, node_path.resolve)(io.cwd, name);
	const found = (0, node_fs.statSync)(path, { throwIfNoEntry: false });
	const repo = words.one("repo");
	if (found !== void 0 && !IS_PATH.test(name)) await demandOneMeaning(world, (0, node_path.resolve)(io.cwd, repo ?? "."), name);
	const terms = await openTerms(world, {
		...await askedOf(words, io),
		repo: repo === null ? found === void 0 ? io.cwd : null : (0, node_path.resolve)(io.cwd, repo)
	});
	if (found === void 0 && terms.repo !== null) {
		const { readRecords } = await Promise.resolve().then(() => require("./verify-notes.js"));
		const records = await readRecords(terms.repo, {
			rev: name,
			ref: words.one("notes-ref")
		});
		const { through } = records;
		return tell(words, io, name, await verifyEvidence({
			...records,
			files: null
		}, {
			...terms,
			through
		}));
	}
	return tell(words, io, name, await verifyEvidence(found?.isDirectory() ? await folder(path, io) : await file(name, io), terms));
}
/** What can only be a path. */
const IS_PATH = /^(?:\.{0,2}[/\\]|[A-Za-z]:[/\\])/;
/** Whoever writes into the work tree could lay a file there that is called like the commit whose records were meant. */
async function demandOneMeaning(world, folder, name) {
	const { isRevision } = await Promise.resolve().then(() => require("./verify-is-revision.js"));
	if (!await isRevision(world, folder, name)) return;
	throw new require_git.Fault("usage", "This is the name of a file and of a commit.", {
		found: name,
		wanted: `./${name} for the file, or the commit's id`,
		fix: require_escape.shellCommand([
			"golden-thread",
			"verify",
			`./${name}`
		])
	});
}
function tell(words, io, name, verification) {
	if (words.has("json")) io.stdout.write(`${require_escape.json({
		...require_cli.envelope("verify"),
		name,
		...verification
	})}\n`);
	else for (const text of verificationText(name, verification)) io.stdout.write(text);
	return require_world.exitCode(verification.verdict);
}
async function askedOf(words, io) {
	const [identity, issuer, root] = [
		words.one("identity"),
		words.one("issuer"),
		words.one("trusted-root")
	];
	if (identity === null !== (issuer === null)) throw require_cli_js.usage(manual, "An identity is one only together with who vouches for it.", {
		found: identity === null ? "--issuer alone" : "--identity alone",
		wanted: "--identity NAME --issuer URL"
	});
	const bad = words.all("policy-digest").find((text) => !/^[0-9a-f]{64}$/.test(text));
	if (bad !== void 0) throw require_cli_js.usage(manual, "A policy's digest has 64 hex digits.", {
		found: bad,
		wanted: "a SHA-256 in lower case"
	});
	return {
		keys: await Promise.all(words.all("key").map((text) => spkiOf(text, io))),
		identities: identity === null || issuer === null ? [] : [{
			issuer,
			subject: identity
		}],
		root: root === null ? null : Buffer.from(await io.readFile(root)).toString("utf8"),
		repository: words.one("repository"),
		ref: words.one("ref"),
		policies: words.all("policy-digest")
	};
}
/** A PEM file's body is the base64 that policies have. */
async function spkiOf(text, io) {
	if (/^[A-Za-z0-9+/]{80,}={0,2}$/.test(text)) return text;
	const pem = Buffer.from(await io.readFile(text)).toString("latin1");
	const [, body = ""] = /-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----/.exec(pem) ?? [];
	return body.replace(/\s/g, "") || pem.slice(0, 40);
}
/** How a ZIP begins (APPNOTE 4.3.7): artifacts come in one. */
const ZIP = Buffer.from("PK", "latin1");
async function file(name, io) {
	const bytes = await io.readFile(name);
	if (!Buffer.from(bytes.subarray(0, ZIP.length)).equals(ZIP)) return {
		name,
		bytes,
		files: null
	};
	throw new require_git.Fault("usage", "This is a ZIP, which verify does not open.", {
		found: name,
		wanted: "the folder that was in it",
		fix: `unzip -d audit ${require_escape.shellCommand([name])}`
	});
}
async function folder(path, io) {
	const names = (0, node_fs.readdirSync)(path, { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name).sort();
	const files = /* @__PURE__ */ new Map();
	for (const name of names) files.set(name, await io.readFile((0, node_path.join)(path, name)));
	const bytes = files.get(EVIDENCE);
	if (bytes !== void 0) return {
		name: EVIDENCE,
		bytes,
		files
	};
	throw new require_git.Fault("usage", "There is no evidence in the folder.", {
		found: names.join(", ") || "no files",
		wanted: EVIDENCE
	});
}
/** `verify`: what evidence proves. */
const command = {
	manual,
	run
};

exports.CHECKS = CHECKS;
exports.CODES = CODES;
exports.command = command;