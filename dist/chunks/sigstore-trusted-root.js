"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_sigstore_bundle = require("./sigstore-bundle.js");

// src/sigstore/trusted-root.ts
var trusted_root_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ trustedRootOf: () => trustedRootOf });
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

Object.defineProperty(exports, "trustedRootOf", {
  enumerable: true,
  get: function () {
    return trustedRootOf;
  }
});
Object.defineProperty(exports, "trusted_root_exports", {
  enumerable: true,
  get: function () {
    return trusted_root_exports;
  }
});