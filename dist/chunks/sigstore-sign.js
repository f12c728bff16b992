"use strict";

const require_sigstore_bundle = require("./sigstore-bundle.js");
const require_git = require("./git.js");
const require_dsse = require("./ledger-dsse.js");
const require_answer = require("./providers-answer.js");
const require_trouble = require("./providers-trouble.js");
const require_keyless = require("./signing-keyless.js");
let node_crypto = require("node:crypto");

// src/sigstore/sign.ts
var import_dist = require_sigstore_bundle.require_dist();
/**
* A Sigstore bundle (v0.3) over bytes of a type, as one line of JSON. The key lives for this one signature. Throws
* Fault("unavailable") for a service that gives no answer, Fault("credentials") for one that refuses the token.
*/
async function signBundle({ type, payload }, services) {
	const { privateKey, publicKey } = (0, node_crypto.generateKeyPairSync)("ec", { namedCurve: "P-256" });
	const pem = await certificateFor({
		privateKey,
		publicKey
	}, services);
	const signature = (0, node_crypto.sign)("sha256", require_dsse.pae(type, payload), privateKey);
	const bundle = (0, import_dist.toDSSEBundle)({
		artifact: Buffer.from(payload),
		artifactType: type,
		signature,
		certificate: new node_crypto.X509Certificate(pem).raw,
		certificateChain: false
	});
	const [entry, timestamp] = await Promise.all([services.rekor === null ? null : logOf(services.rekor, bundle, pem), services.tsa === null ? null : timestampOf(services.tsa, signature)]);
	const { tlogEntries } = bundle.verificationMaterial;
	if (entry !== null) tlogEntries.push(entry);
	const rfc3161Timestamps = timestamp === null ? [] : [{ signedTimestamp: timestamp }];
	bundle.verificationMaterial.timestampVerificationData = { rfc3161Timestamps };
	return JSON.stringify((0, import_dist.bundleToJSON)(bundle));
}
/** The certificate that ties a key to the token's identity, as PEM (sigstore/fulcio, `POST /api/v2/signingCert`). */
async function certificateFor({ privateKey, publicKey }, { token, fulcio }) {
	const proof = (0, node_crypto.sign)("sha256", Buffer.from(subjectOf(token), "utf8"), privateKey);
	const reply = await fulcio.send({
		method: "POST",
		path: "/api/v2/signingCert",
		json: {
			credentials: { oidcIdentityToken: token },
			publicKeyRequest: {
				publicKey: {
					algorithm: "ECDSA",
					content: publicKey.export({
						format: "pem",
						type: "spki"
					})
				},
				proofOfPossession: proof.toString("base64")
			}
		}
	});
	const [pem] = (await require_answer.readJson("Fulcio", accepted("Fulcio", reply), require_keyless.certified)).chain;
	if (pem !== void 0) return pem;
	throw require_trouble.trouble("unavailable", "Fulcio answered without a certificate.");
}
/** What Fulcio wants to see signed: the address where the token has a proved one, else its subject. */
function subjectOf(token) {
	const { email, email_verified: isProved, sub } = {
		email: null,
		email_verified: null,
		sub: null,
		...claimsOf(token)
	};
	if (typeof email === "string" && isProved === true) return email;
	if (typeof sub === "string") return sub;
	throw new require_git.Fault("usage", "The identity token is none.", {
		found: "no subject in it",
		wanted: "a JSON Web Token for the audience sigstore",
		fix: "golden-thread help ledger"
	});
}
function claimsOf(token) {
	try {
		const value = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
		return typeof value === "object" && value !== null ? value : {};
	} catch {
		return {};
	}
}
/** Rekor keeps the envelope's hashes, the signature and the certificate (entry type `dsse`, sigstore/rekor, pkg/types/dsse). */
async function logOf(rekor, bundle, pem) {
	const reply = await rekor.send({
		method: "POST",
		path: "/api/v1/log/entries",
		json: {
			apiVersion: "0.0.1",
			kind: "dsse",
			spec: { proposedContent: {
				envelope: JSON.stringify((0, import_dist.envelopeToJSON)(bundle.content.dsseEnvelope)),
				verifiers: [Buffer.from(pem, "utf8").toString("base64")]
			} }
		}
	});
	const entry = await require_answer.readJson("Rekor", accepted("Rekor", reply), require_keyless.logged);
	const text = Buffer.from(entry.body, "base64").toString("utf8");
	return entryOf(entry, await require_answer.readJson("Rekor", {
		...reply,
		text
	}, require_keyless.entryKind));
}
function entryOf(entry, { kind, apiVersion }) {
	const { verification, integratedTime, logID, logIndex, body } = entry;
	const { inclusionProof: proof, signedEntryTimestamp } = verification;
	return {
		logIndex: String(logIndex),
		logId: { keyId: Buffer.from(logID, "hex") },
		kindVersion: {
			kind,
			version: apiVersion
		},
		integratedTime: String(integratedTime),
		inclusionPromise: { signedEntryTimestamp: Buffer.from(signedEntryTimestamp, "base64") },
		inclusionProof: proof === void 0 ? void 0 : {
			logIndex: String(proof.logIndex),
			treeSize: String(proof.treeSize),
			rootHash: Buffer.from(proof.rootHash, "hex"),
			hashes: proof.hashes.map((hash) => Buffer.from(hash, "hex")),
			checkpoint: { envelope: proof.checkpoint }
		},
		canonicalizedBody: Buffer.from(body, "base64")
	};
}
/** A timestamp (RFC 3161) of a signature, from sigstore/timestamp-authority's `POST /api/v1/timestamp`. */
async function timestampOf(tsa, signature) {
	const { pathname } = new URL(tsa.base);
	const reply = await tsa.send({
		method: "POST",
		path: pathname === "/" ? "/api/v1/timestamp" : tsa.base,
		charset: "latin1",
		headers: { accept: "application/timestamp-reply" },
		json: {
			artifactHash: (0, node_crypto.createHash)("sha256").update(signature).digest("base64"),
			hashAlgorithm: "sha256"
		}
	});
	return Buffer.from(accepted("The timestamp authority", reply).text, "latin1");
}
function accepted(name, reply) {
	if (reply.status === 200 || reply.status === 201) return reply;
	const isRefusal = reply.status >= 400 && reply.status < 500;
	throw require_trouble.trouble(isRefusal ? "credentials" : "unavailable", `${name} did not sign.`, { found: `${reply.status}: ${reply.text}` });
}

exports.signBundle = signBundle;