"use strict";

const require_git = require("./git.js");
const require_dsse = require("./ledger-dsse.js");

// src/signing/signing-key.ts
/** The variables that hold the key, and tell which of the policy's keys it is where two are the same. */
const SIGNING_VARIABLES = {
	key: "GOLDEN_THREAD_SIGNING_KEY",
	id: "GOLDEN_THREAD_SIGNING_KEY_ID",
	/** An identity token for the audience `sigstore`, as other Sigstore tools take it too. */
	token: "SIGSTORE_ID_TOKEN"
};
/**
* The key to sign with, under the id that the policy gives its public half. `today`: `YYYY-MM-DD`. Throws Fault("usage") where there is
* none, and Fault("policy") where readers would not take what it signs.
*/
function signingKey(env, { section, signers: { keys } }, today) {
	const own = ownKey(env);
	const asked = env[SIGNING_VARIABLES.id] ?? "";
	const named = keys.filter(({ spki }) => spki === own.spki).find(({ id }) => asked === "" || id === asked);
	if (named === void 0) throw unnamed(section, own.spki, asked, keys);
	if (named.until !== null && named.until < today) throw new require_git.Fault("policy", "The policy's key signs nothing any more.", {
		found: `${named.id}, until ${named.until}`,
		wanted: "a key without an end, or with a later one",
		fix: "golden-thread key new"
	});
	return {
		id: named.id,
		...own
	};
}
/** The key that the environment holds, whoever names it. Throws Fault("usage") where there is none. */
function ownKey(env) {
	const pem = env[SIGNING_VARIABLES.key] ?? "";
	const own = require_dsse.privateKeyOf(pem.replaceAll("\\n", "\n"));
	if (own === null) throw noKey(pem === "");
	return own;
}
function noKey(isMissing) {
	return new require_git.Fault("usage", isMissing ? "There is no key to sign with." : "This is no key to sign with.", {
		found: isMissing ? `${SIGNING_VARIABLES.key} is not set` : `what ${SIGNING_VARIABLES.key} holds`,
		wanted: `an ECDSA P-256 private key in ${SIGNING_VARIABLES.key}, as PEM (PKCS#8)`,
		fix: "golden-thread key new"
	});
}
function unnamed(section, spki, asked, keys) {
	const known = keys.map(({ id }) => id).join(", ");
	return new require_git.Fault("policy", "The policy does not name the key that would sign.", {
		found: `${section}.keys: ${known === "" ? "none" : known}${asked === "" ? "" : `; ${SIGNING_VARIABLES.id}: ${asked}`}`,
		wanted: `- { id: ${asked === "" ? "NAME" : asked}, spki: "${spki}" }`,
		fix: `golden-thread config explain ${section}.keys`
	});
}

Object.defineProperty(exports, "SIGNING_VARIABLES", {
  enumerable: true,
  get: function () {
    return SIGNING_VARIABLES;
  }
});
Object.defineProperty(exports, "ownKey", {
  enumerable: true,
  get: function () {
    return ownKey;
  }
});
Object.defineProperty(exports, "signingKey", {
  enumerable: true,
  get: function () {
    return signingKey;
  }
});