"use strict";

const require_core = require("./core.js");

// src/cli/envelope.ts
/** What every JSON of golden-thread begins with. `policyDigest` is null where no policy was read. */
function envelope(kind) {
	return {
		schemaVersion: 1,
		kind,
		tool: {
			name: "golden-thread",
			version: require_core.VERSION
		},
		policyDigest: null
	};
}

Object.defineProperty(exports, "envelope", {
  enumerable: true,
  get: function () {
    return envelope;
  }
});