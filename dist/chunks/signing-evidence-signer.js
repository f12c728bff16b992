"use strict";

const require_sign = require("./attest-sign.js");
const require_keyless = require("./signing-keyless.js");
const require_signing_key = require("./signing-signing-key.js");

// src/signing/evidence-signer.ts
/**
* What signs evidence; null: nothing does. `auto` signs through Sigstore where the policy names identities and the job has one, else with the key
* that is set, else not. A key counts that the policy names; where it names none, any does, and whoever verifies has to know it. `env`: with the
* key or the token. Throws Fault("usage") and Fault("policy") where what was asked for can't be had.
*/
async function evidenceSigner(place, signing, env) {
	const signers = place.law.evidence;
	switch (signing.how === "auto" ? offered(signers, env) : signing.how) {
		case "off": return null;
		case "key": return require_sign.keySigner(keyFor(signers, env, place.now()));
		case "keyless": {
			if (signers === null) throw require_keyless.noIdentity("evidence");
			const signed = {
				section: "evidence",
				type: require_sign.STATEMENT_PAYLOAD,
				signers
			};
			const publicLog = signing.how === "keyless" && signing.publicLog;
			return {
				sign: await require_keyless.openKeyless(place, signed, {
					publicLog,
					env
				}),
				publicKey: null
			};
		}
	}
}
function offered(signers, env) {
	if (signers !== null && signers.identities.length > 0 && require_keyless.hasIdentity(env)) return "keyless";
	return (env[require_signing_key.SIGNING_VARIABLES.key] ?? "") === "" ? "off" : "key";
}
function keyFor(signers, env, now) {
	if (signers === null || signers.keys.length === 0) return require_signing_key.ownKey(env);
	return require_signing_key.signingKey(env, {
		section: "evidence",
		signers
	}, now.toISOString().slice(0, 10));
}

exports.evidenceSigner = evidenceSigner;