"use strict";

const require_sign = require("./attest-sign.js");
const require_statement = require("./attest-statement.js");
const require_core = require("./core.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_git = require("./git.js");
const require_audits = require("./reports-audits.js");
const require_reports$1 = require("./reports2.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_crypto = require("node:crypto");

// src/audit-folder/verify.ts
/** The file whose column of commits the commands read. */
const REPORT_FILE = "report.json";
/** The file of the statements, one a line. */
const EVIDENCE_FILE = "evidence.intoto.jsonl";
/** The public half of the key that signed them, as PEM. */
const KEY_FILE = "evidence.pub.pem";
/** The statements out of their envelopes, one a line: the commands make it. */
const STATEMENTS_FILE = "statements.jsonl";
/** What a reader needs to check an audit's folder without us. */
function* verifyMarkdown(report, context, { files, signed }) {
	yield* introduction(report, context);
	yield* FILES;
	const hasReport = files.includes(REPORT_FILE) && report.commits !== null;
	const hasEvidence = files.includes(EVIDENCE_FILE);
	if (hasReport) yield* population(report, context);
	const statements = signed === null ? EVIDENCE_FILE : STATEMENTS_FILE;
	if (hasEvidence && signed !== null) yield* unpacked();
	if (signed === "key") yield* keySignatures();
	if (signed === "keyless") yield* bundles();
	if (hasReport && hasEvidence) yield* sameCommits(statements);
	if (hasEvidence) yield* records(statements);
	if (hasEvidence) yield* chain();
	yield* limits(signed);
}
function* unpacked() {
	yield `\n## The statements, out of their envelopes\n\nThis writes \`${STATEMENTS_FILE}\`, which the commands below read.\n`;
	yield* shell(`sed -E 's/.*"payload":"([^"]*)".*/\\1/' ${EVIDENCE_FILE} | while IFS= read -r payload; do`, "  printf %s \"$payload\" | openssl base64 -d -A; echo", `done > "\${TMPDIR:-/tmp}/${STATEMENTS_FILE}"`);
}
function* keySignatures() {
	yield `\n## Each statement is signed\n\nThis prints \`Verified OK\` once a line. \`${KEY_FILE}\` is only worth as much as the place where you got it: `;
	yield "compare it with the key that the policy names under `evidence.keys`.\n";
	yield* shell(`while IFS= read -r line; do`, `  printf '%s\\n' "$line" | sed -E 's/.*"payload":"([^"]*)".*/\\1/' | openssl base64 -d -A > "\${TMPDIR:-/tmp}/payload"`, `  printf '%s\\n' "$line" | sed -E 's/.*"sig":"([^"]*)".*/\\1/' | openssl base64 -d -A > "\${TMPDIR:-/tmp}/signature"`, `  { printf 'DSSEv1 28 application/vnd.in-toto+json %s ' "$(wc -c < "\${TMPDIR:-/tmp}/payload" | tr -d ' ')"; cat "\${TMPDIR:-/tmp}/payload"; } |`, `    openssl dgst -sha256 -verify ${KEY_FILE} -signature "\${TMPDIR:-/tmp}/signature"`, `done < ${EVIDENCE_FILE}`);
}
function* bundles() {
	yield "\n## Each statement is signed\n\nEach line is a Sigstore bundle, which verifies every file that the statements name. `IDENTITY` and `ISSUER` are the two that the policy names under ";
	yield "`evidence.identities`. This needs `cosign` 3 and `gh`, and the network or a trusted root of your own:\n\n```text\n";
	yield `head -n 1 ${EVIDENCE_FILE} > record.sigstore.json\n`;
	yield `cosign verify-blob-attestation --bundle record.sigstore.json --type ${require_statement.FACTS_TYPE} --certificate-identity "$IDENTITY" --certificate-oidc-issuer "$ISSUER" ${REPORT_FILE}\n`;
	yield `gh attestation verify ${REPORT_FILE} --bundle record.sigstore.json --predicate-type ${require_statement.FACTS_TYPE} --cert-identity "$IDENTITY" --cert-oidc-issuer "$ISSUER" --owner OWNER\n\`\`\`\n`;
}
function* chain() {
	yield "\n## No record was taken out\n\ngolden-thread checks all of this at once, the chain of records, and what git tells, without a network:\n\n";
	yield "```text\ngolden-thread verify . --repo \"$REPO\"\n```\n";
}
function* introduction(report, { repository, event, phase, invocation }) {
	const { subject, decidedAt, policyDigest, tool } = report;
	yield "# How to verify these files without golden-thread\n\n";
	yield `${require_escape.markdown(subject.label)} of ${require_escape.markdown(repository)}, judged ${phase} on ${require_escape.markdownCode(event)}`;
	yield ` at ${require_escape.markdown(decidedAt)} by golden-thread ${require_escape.markdown(tool.version)}: **${require_reports.statementOf(report)}**.\n`;
	yield `The law's SHA-256 is ${require_escape.markdownCode(policyDigest)}.\n`;
	if (invocation !== null) yield `The run: ${require_escape.markdown(invocation)}\n`;
	yield "\nThe commands need a POSIX shell in this folder, `git`, and `sha256sum` (macOS: `shasum -a 256`). ";
	yield "`REPO` is the path of a clone that has the commits:\n\n```text\nREPO=/path/to/clone\n```\n";
}
const FILES = ["\n## Nobody changed a file\n\nEvery line has to say OK.\n", ...shell("sha256sum -c SHA256SUMS")];
/** The report's column of ids is one line of its own, and object ids are all that it holds. */
const JUDGED = `grep '^"id":\\[' ${REPORT_FILE} | grep -oE '[0-9a-f]{40,64}'`;
function* population(report, context) {
	const { counts, subject, proposal } = report;
	const base = proposal?.base.commit ?? context.base ?? null;
	const head = proposal?.head.commit ?? context.head ?? null;
	yield "\n## No commit was left out, and none was made up\n\n";
	if (head === null || !require_core.isObjectId(head) || base !== null && !require_core.isObjectId(base)) {
		yield "It is not recorded which commits the range began and ended with, so this can't be checked.\n";
		return;
	}
	yield `${counts.commits} commits were judged. This prints every commit that only the report has, or only the repository: `;
	yield counts.beforeBaseline > 0 ? `the ${counts.beforeBaseline} commits before the policy's baseline, which nobody judged, and no others.\n` : "nothing.\n";
	if (!subject.complete) yield "**Not all commits could be seen when this was judged**, so it may print some.\n";
	yield* shell(`{ ${JUDGED}; git -C "$REPO" rev-list ${rangeOf(head, base, context)}; } | sort | uniq -u`);
}
/** A squashed pull request's own commits are soon nowhere, and nothing that the range has hangs on them. */
function rangeOf(head, base, { beside = [], since = null }) {
	const others = beside.filter(require_core.isObjectId);
	const ends = [head, ...[base, ...others].flatMap((id) => id === null ? [] : [`^${id}`])];
	const from = since === null || Number.isNaN(Date.parse(since)) ? [] : [`--since-as-filter=${Date.parse(since) / 1e3}`];
	return [
		...others.length === 0 ? [] : ["--ignore-missing"],
		...from,
		...ends
	].join(" ");
}
function* sameCommits(statements) {
	yield "\n## The evidence speaks of the same commits as the report\n\nThis prints nothing.\n";
	const attested = [
		`sed 's/^.*,"subject":\\[//' ${placeOf(statements)}`,
		`grep -oE '"gitCommit":"[0-9a-f]+"'`,
		`grep -oE '[0-9a-f]{40,64}'`,
		"sort -u"
	].join(" | ");
	yield* shell(`{ ${JUDGED}; ${attested}; } | sort | uniq -u`);
}
function* records(statements) {
	yield `\n## Each statement is bound to its record\n\nA statement's record is its predicate; \`${require_sign.RECORD_NAME}\` is that text, byte for byte, `;
	yield "as a file for tools that verify files. This prints `bound` once a statement.\n";
	yield* shell(`grep -F '"predicateType":"${require_statement.FACTS_TYPE}"' ${placeOf(statements)} | while IFS= read -r line; do`, `  record=$(printf '%s\\n' "$line" | sed 's/^{"_type":"[^"]*","predicate"://; s/,"predicateType":"[^"]*","subject":\\[.*$//')`, `  digest=$(printf %s "$record" | sha256sum | cut -d ' ' -f 1)`, `  case "$line" in`, `    *"\\"sha256\\":\\"$digest\\"},\\"name\\":\\"${require_sign.RECORD_NAME}\\""*) echo bound ;;`, "    *) echo 'NOT BOUND' ;;", "  esac", "done");
}
/** What is made of signed evidence lies beside nothing of the audit: its folder stays as it was written. */
function placeOf(statements) {
	return statements === "evidence.intoto.jsonl" ? statements : `"\${TMPDIR:-/tmp}/${statements}"`;
}
function* limits(signed) {
	yield "\n## What this does not show\n\n";
	if (signed === null) yield "The statements are not signed: who wrote them is told by the place where you got them, and by the run above. ";
	yield* LIMITS;
}
const LIMITS = ["A digest of a ticket tells that it said the same, not what it said; its tracker can tell. ", "`unknown` in the report is what could not be had when it was judged; it is no pass.\n"];
function shell(...lines) {
	return [
		"\n```sh\n",
		...lines.map((line) => `${line}\n`),
		"```\n"
	];
}

// src/audit-folder.ts
/** The name by which the evidence is asked for beside the formats of reports. */
const EVIDENCE = "intoto";
/**
* The files of an audit, each made when it is read: what was asked for, and the page that says how to verify it. Throws Fault("usage")
* for a format that there is not.
*/
async function* auditFiles(judged, input) {
	const { options, context, signer = null } = input;
	const report = judged.kind === "audit" ? judged.report : judged;
	const renderers = [...new Set(input.formats.filter((name) => name !== EVIDENCE))].map((name) => rendererOf(judged, name));
	const files = [];
	for (const load of renderers) {
		const file = (await load())(options);
		const hash = (0, node_crypto.createHash)("sha256");
		yield {
			...file,
			body: hashed(file.body, hash)
		};
		files.push({
			name: file.name,
			sha256: hash.digest("hex")
		});
	}
	const hasEvidence = input.formats.includes(EVIDENCE);
	if (hasEvidence) yield* evidenceFiles(report, {
		...context,
		files
	}, signer);
	const names = [...files.map(({ name }) => name), ...hasEvidence ? [EVIDENCE_FILE] : []];
	const how = signer === null ? null : signer.publicKey === null ? "keyless" : "key";
	yield {
		name: "VERIFY.md",
		mediaType: "text/markdown",
		body: verifyMarkdown(report, context, {
			files: names,
			signed: hasEvidence ? how : null
		})
	};
}
/** Whether an audit can be written so, before one is made. Throws Fault("usage") for a format that there is not. */
function checkAuditFormats(names) {
	const unknown = names.find((name) => name !== "intoto" && !require_audits.isAuditFormat(name));
	if (unknown !== void 0) throw unknownFormat(unknown, require_audits.auditFormatNames);
}
function rendererOf(judged, name) {
	if (judged.kind === "audit") {
		if (!require_audits.isAuditFormat(name)) throw unknownFormat(name, require_audits.auditFormatNames);
		return async () => {
			const renderer = await require_audits.auditFormats[name]();
			return (options) => renderer(options)(judged);
		};
	}
	if (!require_reports$1.isFormat(name)) throw unknownFormat(name, require_reports$1.formatNames);
	return async () => {
		const renderer = await require_reports$1.formats[name]();
		return (options) => renderer(options)(judged);
	};
}
/** The statements, which vouch for every file before them, and the key that verifies them. */
function* evidenceFiles(report, context, signer) {
	const link = require_sign.firstLink(report, context);
	const body = require_sign.signStatements(require_sign.statementParts(report, context), {
		signer,
		link
	});
	yield {
		name: EVIDENCE_FILE,
		mediaType: "application/vnd.in-toto.bundle",
		body
	};
	const key = signer?.publicKey ?? null;
	if (key !== null) yield {
		name: KEY_FILE,
		mediaType: "application/x-pem-file",
		body: [key]
	};
}
function* hashed(body, hash) {
	for (const text of body) {
		hash.update(text, "utf8");
		yield text;
	}
}
function unknownFormat(name, names) {
	const known = [...names, EVIDENCE].sort();
	const near = require_git.nearest(name, known);
	return new require_git.Fault("usage", "There is no such format.", {
		found: name,
		wanted: near === null ? known.join(", ") : near
	});
}
/** The list of the other files' digests, as `sha256sum -c` reads it. */
const SUMS = "SHA256SUMS";
/**
* Writes files into a folder, which is made where there is none, and after them the list of their digests. Answers their paths, that
* list last. Throws Fault("storage") where one can't be written.
*/
async function writeAudit(folder, files) {
	const sums = [];
	const names = [];
	for await (const { name, body } of files) {
		sums.push(`${await written(folder, name, body)}  ${name}\n`);
		names.push(name);
	}
	await written(folder, SUMS, sums);
	return [...names, SUMS].map((name) => (0, node_path.join)(folder, name));
}
/** Writes a file piece by piece, since a report may be longer than any text, and answers the SHA-256 of its bytes. */
async function written(folder, name, body) {
	const hash = (0, node_crypto.createHash)("sha256");
	const path = (0, node_path.join)(folder, name);
	try {
		(0, node_fs.mkdirSync)(folder, { recursive: true });
		(0, node_fs.rmSync)(path, { force: true });
		const file = (0, node_fs.openSync)(path, "wx");
		try {
			for await (const text of gathered(body)) {
				const bytes = Buffer.from(text);
				hash.update(bytes);
				for (let at = 0; at < bytes.length;) at += (0, node_fs.writeSync)(file, bytes, at);
			}
		} finally {
			(0, node_fs.closeSync)(file);
		}
	} catch (cause) {
		if (cause instanceof require_git.Fault) throw cause;
		throw new require_git.Fault("storage", "The audit's files can't be written.", {
			found: path,
			cause
		});
	}
	return hash.digest("hex");
}
/** UTF-16 units written at once: a report of rows would otherwise be as many writes. */
const CHUNK = 65536;
async function* gathered(body) {
	let text = "";
	for await (const piece of body) {
		text += piece;
		if (text.length < CHUNK) continue;
		yield text;
		text = "";
	}
	yield text;
}

Object.defineProperty(exports, "EVIDENCE", {
  enumerable: true,
  get: function () {
    return EVIDENCE;
  }
});
Object.defineProperty(exports, "auditFiles", {
  enumerable: true,
  get: function () {
    return auditFiles;
  }
});
Object.defineProperty(exports, "checkAuditFormats", {
  enumerable: true,
  get: function () {
    return checkAuditFormats;
  }
});
Object.defineProperty(exports, "writeAudit", {
  enumerable: true,
  get: function () {
    return writeAudit;
  }
});