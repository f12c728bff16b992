"use strict";

const require_server = require("./providers-server.js");

// src/providers/clickup/settings.ts
/** A `remotes:` entry for ClickUp. Tokens come from the environment (`CLICKUP_API_KEY`, `CLICKUP_API_TOKEN`). */
function clickupSettings(z) {
	const digits = (what) => z.string().regex(/^[0-9]{1,20}$/, { error: `${what}'s number in quotes, such as "12345678"` });
	return z.strictObject({
		kind: z.literal("clickup"),
		team: digits("a workspace").describe("Workspace (team) number, in quotes."),
		spaces: z.array(digits("a space")).min(1, { error: "at least one space; leave the key out to take all" }).optional().describe("Spaces that count. Left out: all of the workspace."),
		url: require_server.serverUrl(z).optional(),
		status_map: require_server.statusMap(z).optional(),
		private: require_server.privateRemote(z).optional(),
		write: require_server.writableRemote(z).optional()
	});
}

Object.defineProperty(exports, "clickupSettings", {
  enumerable: true,
  get: function () {
    return clickupSettings;
  }
});