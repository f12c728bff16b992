"use strict";

const require_home = require("./ledgers-home.js");
const require_ledgers = require("./ledgers.js");
const require_prove = require("./sigstore-prove.js");

// src/sigstore/bundle-check.ts
const LEDGER = {
	type: require_home.LEDGER_TYPE,
	what: "ledger",
	list: "ledger.identities"
};
/** What judges the bundle of a ledger by these terms: whether it proves the ledger's first line. */
function openBundleCheck(terms) {
	return (line, payload) => {
		const proof = require_prove.proveBundle(line, {
			...terms,
			...LEDGER
		});
		if ("code" in proof) return require_ledgers.refused(proof.code, proof.detail);
		return proof.payload.equals(payload) ? proof.signer : require_ledgers.refused("bad-signature", "The ledger's first line is not what was signed.");
	};
}

exports.openBundleCheck = openBundleCheck;