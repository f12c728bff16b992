"use strict";

const require_sigstore_tuf = require("./sigstore-tuf.js");

// src/sigstore/public-root.ts
/** The trusted root of Sigstore's public instance, as the Sigstore client that this was built with brings it. */
function publicRoot() {
	const root = require_sigstore_tuf.https___tuf_repo_cdn_sigstore_dev.targets["trusted_root.json"];
	return Buffer.from(root, "base64").toString("utf8");
}

exports.publicRoot = publicRoot;