"use strict";

const require_open_address = require("./connect-open-address.js");
const require_git = require("./git.js");
const require_core = require("./core.js");
const require_answer = require("./providers-answer.js");
const require_signing_key = require("./signing-signing-key.js");

// src/sigstore/replies.ts
/** A certificate whose log promises are inside it, or beside it. */
const certified = (z) => {
	const chain = z.object({ chain: z.object({ certificates: z.array(z.string()).min(1) }) });
	return z.object({
		signedCertificateEmbeddedSct: chain.optional(),
		signedCertificateDetachedSct: chain.optional()
	}).transform(({ signedCertificateEmbeddedSct: inside, signedCertificateDetachedSct: beside }) => ({ chain: (inside ?? beside)?.chain.certificates ?? [] }));
};
/** One entry under its own name, which nobody needs. */
const logged = (z) => {
	const proof = z.object({
		logIndex: z.number().int(),
		rootHash: z.string(),
		treeSize: z.number().int(),
		hashes: z.array(z.string()),
		checkpoint: z.string()
	});
	const entry = z.object({
		body: z.string(),
		integratedTime: z.number().int(),
		logID: z.string(),
		logIndex: z.number().int(),
		verification: z.object({
			signedEntryTimestamp: z.string(),
			inclusionProof: proof.optional()
		})
	});
	return z.record(z.string(), entry).transform((entries) => Object.values(entries)[0]).pipe(entry);
};
/** The kind of entry that a log's body says it is. */
const entryKind = (z) => z.object({
	kind: z.string(),
	apiVersion: z.string()
});
/** GitHub's answer to who asks for an identity token (docs.github.com, "OpenID Connect reference"). */
const tokenAnswer = (z) => z.object({ value: z.string().min(1) });

// src/signing/keyless.ts
/** Where GitHub Actions hands out identity tokens to jobs with `permissions: id-token: write` (docs.github.com, "OpenID Connect"). */
const ACTIONS = {
	url: "ACTIONS_ID_TOKEN_REQUEST_URL",
	token: "ACTIONS_ID_TOKEN_REQUEST_TOKEN"
};
/** Who identity tokens are for. */
const AUDIENCE = "sigstore";
/** Answers of a few certificates. */
const MOST_BYTES = 1048576;
/**
* What signs bytes through Sigstore, as one line of JSON. Whatever is missing is said before any work begins; the token is asked for when
* it signs, since it lives for minutes. Throws Fault("usage"), Fault("policy").
*/
async function openKeyless(place, { section, type, signers }, { publicLog, env }) {
	const { sigstore, identities } = signers;
	if (identities.length === 0) throw noIdentity(section);
	if (await place.tree.read(sigstore.trustedRoot, MOST_BYTES) === null) throw noRoot(sigstore.trustedRoot);
	const open = [
		sigstore.fulcio,
		sigstore.rekor,
		sigstore.tsa
	].flatMap((address) => address ?? []).find((address) => isPublic(new URL(address).hostname));
	if (open !== void 0 && !sigstore.publicLog && !publicLog) throw untold(section, open);
	const tokenOf = tokenSource(place, env);
	return async (payload) => {
		const token = await tokenOf();
		const service = (name, address) => require_open_address.openAddress(address, asking(place, name, token, {}, isPublic));
		const [{ signBundle }, fulcio, rekor, tsa] = await Promise.all([
			Promise.resolve().then(() => require("./sigstore-sign.js")),
			service("Fulcio", sigstore.fulcio),
			sigstore.rekor === null ? null : service("Rekor", sigstore.rekor),
			sigstore.tsa === null ? null : service("The timestamp authority", sigstore.tsa)
		]);
		return signBundle({
			type,
			payload
		}, {
			token,
			fulcio,
			rekor,
			tsa
		});
	};
}
/** Of an environment, what signs: the key, or what gives the job an identity. */
function signingEnv(env) {
	const names = [...Object.values(require_signing_key.SIGNING_VARIABLES), ...Object.values(ACTIONS)];
	return Object.fromEntries(Object.entries(env).filter(([name]) => names.includes(name)));
}
/** Whether a job of GitHub Actions, or a token, gives this run an identity. */
function hasIdentity(env) {
	return [require_signing_key.SIGNING_VARIABLES.token, ACTIONS.token].some((name) => (env[name] ?? "") !== "");
}
/** Sigstore's public instance: what it logs everybody can read. */
function isPublic(host) {
	return host === "sigstore.dev" || host.endsWith(".sigstore.dev");
}
/** Nothing of a token may stand in any message, whoever repeats it. */
function asking({ env, now }, name, secret, headers, isMeantFor) {
	const held = {
		headers: { ...headers },
		secrets: [secret],
		isMeantFor
	};
	return {
		env,
		now,
		name,
		haste: "command",
		mostBytes: MOST_BYTES,
		held
	};
}
/** The token that is set, else the one that GitHub Actions hands out. */
function tokenSource(place, env) {
	const { [require_signing_key.SIGNING_VARIABLES.token]: set = "", [ACTIONS.url]: url = "", [ACTIONS.token]: right = "" } = env;
	if (set !== "") return async () => set;
	if (right === "" || !require_core.isServerUrl(url)) throw noToken();
	const runner = asking(place, "GitHub Actions", right, { authorization: `Bearer ${right}` }, () => true);
	return async () => {
		const reply = await (await require_open_address.openAddress(url, runner)).send({
			path: url,
			query: { audience: AUDIENCE }
		});
		return (await require_answer.readJson("GitHub Actions", reply, tokenAnswer)).value;
	};
}
const NOUNS = {
	ledger: "a ledger",
	evidence: "evidence"
};
function noToken() {
	return new require_git.Fault("usage", "There is no identity to sign with.", {
		found: `neither ${require_signing_key.SIGNING_VARIABLES.token} nor ${ACTIONS.url} is set`,
		wanted: `a job of GitHub Actions with permissions: { id-token: write }, or a token for the audience ${AUDIENCE} in ${require_signing_key.SIGNING_VARIABLES.token}`,
		fix: "golden-thread help ledger"
	});
}
/** Nobody may sign without a key, by the policy. */
function noIdentity(section) {
	return new require_git.Fault("policy", `The policy names nobody who may sign ${NOUNS[section]} without a key.`, {
		found: `no ${section}.identities`,
		wanted: `${section}: { identities: [{ issuer: https://token.actions.githubusercontent.com, subject: https://github.com/OWNER/REPO/.github/workflows/FILE.yml@refs/heads/main }] }`,
		fix: `golden-thread config explain ${section}.identities`
	});
}
function noRoot(path) {
	return new require_git.Fault("policy", "There are no certificates by which a keyless signature could be known.", {
		found: `no ${path}`,
		wanted: "a Sigstore trusted root, committed on the branch that is trusted",
		fix: "golden-thread ledger trust"
	});
}
function untold(section, address) {
	return new require_git.Fault("policy", "Sigstore's public log would name this repository and its workflow to everybody, for ever.", {
		found: address,
		wanted: `--public-log, or ${section}.sigstore.public_log: true, or Sigstore services of your own`,
		fix: `golden-thread config explain ${section}.sigstore`
	});
}

exports.certified = certified;
exports.entryKind = entryKind;
exports.hasIdentity = hasIdentity;
exports.logged = logged;
exports.noIdentity = noIdentity;
exports.openKeyless = openKeyless;
exports.signingEnv = signingEnv;