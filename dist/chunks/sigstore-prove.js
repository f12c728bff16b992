"use strict";

const require_sigstore_bundle = require("./sigstore-bundle.js");
const require_sigstore_verify = require("./sigstore-verify.js");
const require_shortened = require("./ledger-shortened.js");
const require_trusted_root = require("./sigstore-trusted-root.js");
let node_crypto = require("node:crypto");

// src/sigstore/prove.ts
var import_dist = require_sigstore_bundle.require_dist();
var import_dist$1 = require_sigstore_verify.require_dist();
/** Log entries and timestamps of one bundle: one of each is usual. Each that is checked costs time. */
const MOST_PROOFS = 4;
/** Fulcio's extension with the issuer, as a DER UTF8String (github.com/sigstore/fulcio, docs/oid-info.md). */
const ISSUER_OID = "1.3.6.1.4.1.57264.1.8";
/**
* What a Sigstore bundle proves by these terms. Whether signature, certificate, log entries and times hold is said by
* @sigstore/verify; what was signed, by whom and when it may be, by us, since that library compares names by patterns and types
* not at all. Never throws.
*/
function proveBundle(line, terms) {
	const root = terms.root === null ? null : require_trusted_root.trustedRootOf(terms.root);
	if (root === null) return noRoot(terms);
	const bundle = ownBundle(line);
	if (bundle === null) return {
		code: "malformed",
		detail: "This is no Sigstore bundle that this version reads."
	};
	const { payloadType, payload } = bundle.content.dsseEnvelope;
	if (payloadType !== terms.type) return {
		code: "unsigned",
		detail: `The bundle signs ${require_shortened.shortened(payloadType)}; wanted: ${terms.type}.`
	};
	const signer = judged(bundle, root, terms);
	return "code" in signer ? signer : {
		signer,
		payload
	};
}
function noRoot({ root, path, what }) {
	return {
		code: "no-trusted-root",
		detail: `${root === null ? `There is no ${path}` : `${path} is no trusted root`}, by which the ${what}'s signer could be known.`
	};
}
/** A bundle of one signature by one certificate over an envelope; null: it is another, or none. */
function ownBundle(line) {
	try {
		const bundle = (0, import_dist.bundleFromJSON)(JSON.parse(line));
		if (!(0, import_dist.isBundleWithDsseEnvelope)(bundle)) return null;
		const { content, tlogEntries, timestampVerificationData } = bundle.verificationMaterial;
		const { signatures } = bundle.content.dsseEnvelope;
		const proofs = Math.max(tlogEntries.length, timestampVerificationData?.rfc3161Timestamps.length ?? 0);
		return content.$case === "certificate" && signatures.length === 1 && signatures[0]?.keyid === "" && proofs <= MOST_PROOFS ? bundle : null;
	} catch {
		return null;
	}
}
function judged(bundle, root, terms) {
	const { identities } = terms;
	try {
		const entity = (0, import_dist$1.toSignedEntity)(bundle);
		const { identity } = verifierFor(root).verify(entity);
		const subject = identity?.subjectAlternativeName ?? "";
		const issuer = identity?.extensions?.issuer ?? "";
		const isExact = isOnlyName(bundle, subject) && isWholeIssuer(identity?.oids ?? [], issuer);
		const known = identities.filter((one) => isExact && one.subject === subject && one.issuer === issuer);
		if (known.length === 0) return unknownIdentity(terms, subject, issuer);
		const times = timesOf(entity);
		if (known.some((one) => times.every((time) => isWithin(time, one)))) return {
			kind: "identity",
			issuer,
			subject,
			at: new Date(Math.min(...times)).toISOString()
		};
		return outsideOf(terms, known[0], times);
	} catch (thrown) {
		return notVerified(terms, thrown);
	}
}
/** What a root names is wanted: where it names logs, an entry of one, and so with certificate logs. A proved time always is. */
function verifierFor(root) {
	return new import_dist$1.Verifier((0, import_dist$1.toTrustMaterial)(root), {
		tlogThreshold: root.tlogs.length === 0 ? 0 : 1,
		ctlogThreshold: root.ctlogs.length === 0 ? 0 : 1,
		timestampThreshold: 1
	});
}
/** The library reads names as ASCII, eighth bits dropped; node:crypto tells them byte by byte, and all of them. */
function isOnlyName({ verificationMaterial: { content } }, subject) {
	if (content.$case !== "certificate") return false;
	const { subjectAltName } = new node_crypto.X509Certificate(content.certificate.rawBytes);
	return subjectAltName === `URI:${subject}` || subjectAltName === `email:${subject}`;
}
function isWholeIssuer(oids, issuer) {
	const values = oids.filter(({ oid }) => oid?.id.join(".") === ISSUER_OID);
	const [only] = values;
	return values.length === 1 && only !== void 0 && only.value.toString("latin1").endsWith(issuer);
}
/** The times that the library has verified: those of log entries with a promise, and those of timestamp authorities. */
function timesOf({ timestamps }) {
	return timestamps.flatMap((one) => {
		if (one.$case === "timestamp-authority") return [one.timestamp.signingTime.getTime()];
		return one.tlogEntry.inclusionPromise === void 0 ? [] : [Number(one.tlogEntry.integratedTime) * 1e3];
	});
}
function isWithin(time, { since, until }) {
	if (since !== null && time < Date.parse(`${since}T00:00:00Z`)) return false;
	return until === null || time <= Date.parse(`${until}T23:59:59.999Z`);
}
function unknownIdentity({ what, list }, subject, issuer) {
	return {
		code: "unknown-identity",
		detail: `${`The ${what} is signed by ${require_shortened.shortened(subject)}, for which ${require_shortened.shortened(issuer)} vouches`}; ${list} does not name both.`
	};
}
function outsideOf({ what }, identity, times) {
	return {
		code: "identity-past",
		detail: `The ${what} was signed at ${times.map((time) => new Date(time).toISOString()).join(", ")}; its identity signs from ${`${identity?.since ?? "any day"} to ${identity?.until ?? "any day"}`}.`
	};
}
const CODES = {
	CERTIFICATE_ERROR: "untrusted-root",
	PUBLIC_KEY_ERROR: "untrusted-root",
	TIMESTAMP_ERROR: "unlogged",
	TLOG_ERROR: "unlogged",
	TLOG_INCLUSION_PROOF_ERROR: "unlogged",
	TLOG_INCLUSION_PROMISE_ERROR: "unlogged",
	TLOG_MISSING_INCLUSION_ERROR: "unlogged"
};
/** Whatever goes wrong while others' bytes are read is a signature that does not hold. */
function notVerified({ what }, thrown) {
	const isOwn = thrown instanceof import_dist$1.VerificationError;
	return {
		code: (isOwn ? CODES[thrown.code] : void 0) ?? "bad-signature",
		detail: `The ${what}'s Sigstore bundle does not hold${isOwn ? `: ${require_shortened.shortened(thrown.message)}` : ""}.`
	};
}

exports.proveBundle = proveBundle;