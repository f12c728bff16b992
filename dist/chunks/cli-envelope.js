import { VERSION } from "./core-version.js";

// src/cli/envelope.ts
/** What every JSON of golden-thread begins with. `policyDigest` is null where no policy was read. */
function envelope(kind) {
	return {
		schemaVersion: 1,
		kind,
		tool: {
			name: "golden-thread",
			version: VERSION
		},
		policyDigest: null
	};
}

export { envelope };