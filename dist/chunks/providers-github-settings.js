"use strict";

const require_server = require("./providers-server.js");

// src/providers/github/settings.ts
/** A `remotes:` entry for GitHub issues. Tokens come from the environment (`GITHUB_TOKEN`, `GH_TOKEN`) or `gh`. */
function githubSettings(z) {
	return z.strictObject({
		kind: z.literal("github"),
		repo: z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/, { error: "owner/repo" }).describe("owner/repo that a bare #1 belongs to."),
		url: require_server.serverUrl(z).optional(),
		status_map: require_server.statusMap(z).optional(),
		private: require_server.privateRemote(z).optional(),
		write: require_server.writableRemote(z).optional()
	});
}

Object.defineProperty(exports, "githubSettings", {
  enumerable: true,
  get: function () {
    return githubSettings;
  }
});