"use strict";

const require_git = require("./git.js");
const require_gate = require("./gate.js");
const require_foreign_clone = require("./git-foreign-clone.js");
const require_audience = require("./ledger-audience.js");
const require_dsse = require("./ledger-dsse.js");
const require_law = require("./verify-law.js");

// src/verify/open.ts
/** Opens what evidence is judged by. Without a repository nothing is asked of git. Throws Fault("usage") for a key that is none. */
async function openTerms(world, asked) {
	const there = asked.repo === null ? null : handedOver(world, asked.repo);
	const gate = there && await require_gate.openGate(there, {
		place: "hook",
		haste: "command"
	});
	const isSaid = asked.keys.length > 0 || asked.identities.length > 0;
	const own = gate?.law.evidence ?? null;
	const keys = isSaid ? asked.keys.map(keyOf) : own?.keys ?? [];
	const identities = isSaid ? asked.identities.map((one) => ({
		...one,
		since: null,
		until: null
	})) : own?.identities ?? [];
	return {
		keys,
		bundle: identities.length === 0 ? null : await prover(identities, await rootOf(asked, gate)),
		repository: await repositoryOf(asked, gate),
		ref: asked.ref,
		policies: asked.policies.length === 0 ? null : asked.policies,
		now: world.now(),
		repo: gate?.repo ?? null,
		lawOf: gate && there && require_law.lawReader(there, gate),
		through: null
	};
}
/** A world in somebody's clone, in which nothing that it configures is run. */
function handedOver(world, folder) {
	return {
		...world,
		cwd: folder,
		env: {
			...world.env,
			...require_foreign_clone.offlineEnv(world.env)
		}
	};
}
function keyOf(spki) {
	if (require_dsse.publicKeyOf(spki) !== null) return {
		id: spki.slice(-KEY_SHOWN),
		spki,
		until: null
	};
	throw new require_git.Fault("usage", "This is no public key that evidence could be signed with.", {
		found: spki.slice(0, 200),
		wanted: "an ECDSA P-256 key: a PEM file, or the base64 of its SubjectPublicKeyInfo",
		fix: "golden-thread verify --help"
	});
}
/** Characters of a key that tell it from others: all keys of this kind begin alike. */
const KEY_SHOWN = 12;
const ROOT_PATH = "the trusted root";
const MOST_ROOT_BYTES = 1048576;
async function rootOf({ root }, gate) {
	if (root !== null) return root;
	const path = gate?.law.evidence?.sigstore.trustedRoot;
	const bytes = path === void 0 ? null : await gate?.tree.read(path, MOST_ROOT_BYTES) ?? null;
	if (bytes !== null) return Buffer.from(bytes).toString("utf8");
	return (await Promise.resolve().then(() => require("./sigstore-public-root.js"))).publicRoot();
}
/** What judges bundles, loaded only where an identity is named. */
async function prover(identities, root) {
	const [{ proveBundle }, { STATEMENT_PAYLOAD }] = await Promise.all([Promise.resolve().then(() => require("./sigstore-prove.js")), Promise.resolve().then(() => require("./attest-sign.js")).then((n) => n.sign_exports)]);
	const terms = {
		identities,
		root,
		path: ROOT_PATH,
		type: STATEMENT_PAYLOAD,
		what: "record",
		list: "who may sign"
	};
	return (line) => {
		const proof = proveBundle(line, terms);
		if (!("code" in proof)) return proof;
		const { code, detail } = proof;
		if (code === "malformed") return {
			code: "not-a-record",
			detail
		};
		return {
			code: code === "unsigned" ? "payload-type" : code,
			detail
		};
	};
}
async function repositoryOf({ repository }, gate) {
	const address = repository ?? (gate === null ? null : await require_git.originUrl(gate.repo));
	if (address === null) return null;
	return require_audience.audienceOf(/^[a-z+]+:\/\/|^[^/]+@/.test(address) ? address : `https://${address}`);
}

exports.openTerms = openTerms;