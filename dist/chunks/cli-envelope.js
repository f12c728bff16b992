"use strict";

const require_world = require("./world.js");

// src/cli/envelope.ts
/** What every JSON of golden-thread begins with. `policyDigest` is null where no policy was read. */
function envelope(kind) {
	return {
		schemaVersion: 1,
		kind,
		tool: {
			name: "golden-thread",
			version: require_world.VERSION
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