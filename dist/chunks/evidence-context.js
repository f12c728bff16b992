"use strict";

const require_context = require("./attest-context.js");
const require_git = require("./git.js");
const require_audience = require("./ledger-audience.js");
let node_crypto = require("node:crypto");

// src/attest/body-digest.ts
/** Hex SHA-256 of a pull request's description as `lf-trim/v1` has it: web editors send CRLF, and nothing around a text says anything. */
function bodyDigest(body) {
	return (0, node_crypto.createHash)("sha256").update(body.replace(/\r\n?/g, "\n").trim()).digest("hex");
}

// src/git/commit-signatures.ts
/** git-log, `%G?`. Who signed with a key that nobody here vouches for is not known. */
const LETTERS = {
	G: "good",
	U: "unknown-key",
	X: "expired",
	Y: "expired",
	R: "revoked",
	B: "bad",
	E: "unknown-key"
};
/** Commits whose texts are read at once: some megabytes. */
const STEP = 2e3;
/** What git says of the signatures of commits, by full id. It runs gpg or ssh-keygen once for each commit that has one. */
async function commitSignatures({ git }, ids) {
	if (ids.length === 0) return /* @__PURE__ */ new Map();
	const told = (await git.text([
		"log",
		"--no-walk=unsorted",
		"--stdin",
		"--format=%H %G? %GF"
	], { input: `${ids.join("\n")}\n` })).split("\n").map((line) => line.split(" "));
	const silent = told.flatMap(([id = "", letter = "N"]) => letter in LETTERS ? [] : [id]);
	const signed = await withSignature({ git }, silent);
	return new Map(told.map(([id = "", letter = "N", signer = ""]) => {
		return [id, {
			status: LETTERS[letter] ?? (signed.has(id) ? "unknown-key" : "none"),
			signer: signer === "" ? null : signer
		}];
	}));
}
/** Of some commits, those whose header has a signature, whatever it is worth. */
async function withSignature({ git }, ids) {
	const signed = /* @__PURE__ */ new Set();
	for (let from = 0; from < ids.length; from += STEP) {
		const input = `${ids.slice(from, from + STEP).join("\n")}\n`;
		const text = await git.text([
			"log",
			"--no-walk=unsorted",
			"--stdin",
			"-z",
			"--format=raw"
		], { input });
		for (const one of text.split("\0")) {
			const [head = ""] = one.split("\n\n");
			const [, id] = /^commit ([0-9a-f]+)/.exec(head) ?? [];
			if (id !== void 0 && /^gpgsig(-sha256)? /m.test(head)) signed.add(id);
		}
	}
	return signed;
}

// src/evidence-context.ts
/** Where and by which law a report was judged, for its evidence; git alone is asked. */
async function evidenceContext({ repo, law, lawAt }, report, where) {
	const alone = contextAlone({
		...where,
		repository: where.repository ?? await addressOf(repo, law)
	});
	const { proposal } = report;
	const ends = proposal === null ? alone : {
		base: proposal.base.commit,
		head: proposal.head.commit
	};
	const { head = null } = ends;
	const { body, signatures = false } = where;
	return {
		...alone,
		...ends,
		tree: head === null ? null : await treeOf(repo, head),
		lawAt,
		...body === void 0 ? {} : { bodyDigest: bodyDigest(body) },
		...signatures ? { signatures: await commitSignatures(repo, idsOf(report)) } : {}
	};
}
/** The same as far as no git is needed. */
function contextAlone({ body: _body, signatures: _signatures, repository, commits, ...where }) {
	const ends = commits === null ? {} : {
		base: commits.exclude[0] ?? null,
		head: commits.include[0] ?? null,
		beside: commits.exclude.slice(1)
	};
	return {
		...where,
		...ends,
		repository: repository ?? "urn:golden-thread:repository-without-address"
	};
}
/** A server has no origin more often than not; the policy's ledger tells for whom it is made. */
async function addressOf(repo, { ledger }) {
	const url = await require_git.originUrl(repo);
	const audience = ledger?.audience ?? (url === null ? null : require_audience.audienceOf(url));
	return audience === null ? require_context.NO_ADDRESS : `https://${audience}`;
}
/** Id of a commit's tree; null: the clone does not have it. */
async function treeOf({ git }, commit) {
	const id = await git.text([
		"rev-parse",
		"--quiet",
		"--verify",
		"--end-of-options",
		`${commit}^{tree}`
	], { codes: [
		0,
		1,
		128
	] });
	return id === "" ? null : id;
}
function idsOf({ commits }) {
	return Array.from({ length: commits?.count ?? 0 }, (_, index) => commits?.id(index) ?? "");
}

Object.defineProperty(exports, "contextAlone", {
  enumerable: true,
  get: function () {
    return contextAlone;
  }
});
Object.defineProperty(exports, "evidenceContext", {
  enumerable: true,
  get: function () {
    return evidenceContext;
  }
});