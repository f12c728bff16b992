"use strict";

const require_server = require("./providers-server.js");

// src/providers/linear/settings.ts
/** A `remotes:` entry for Linear. Tokens come from the environment (`LINEAR_API_KEY`). */
function linearSettings(z) {
	return z.strictObject({
		kind: z.literal("linear"),
		teams: z.array(z.string().regex(/^[A-Z][A-Z0-9]{0,15}$/, { error: "a team key in upper case such as ENG" })).min(1, { error: "at least one team key" }).describe("Keys of the teams whose issues count."),
		url: require_server.serverUrl(z).optional(),
		status_map: require_server.statusMap(z).optional(),
		private: require_server.privateRemote(z).optional(),
		write: require_server.writableRemote(z).optional()
	});
}

Object.defineProperty(exports, "linearSettings", {
  enumerable: true,
  get: function () {
    return linearSettings;
  }
});