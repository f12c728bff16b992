"use strict";

const require_sigstore_bundle = require("./sigstore-bundle.js");

// src/sigstore/trusted-root.ts
var import_dist = require_sigstore_bundle.require_dist$1();
/** A Sigstore trusted root (application/vnd.dev.sigstore.trustedroot+json) from its JSON; null: it is none that could trust anybody. */
function trustedRootOf(text) {
	try {
		const root = import_dist.TrustedRoot.fromJSON(JSON.parse(text));
		return root.certificateAuthorities.length === 0 ? null : root;
	} catch {
		return null;
	}
}

exports.trustedRootOf = trustedRootOf;