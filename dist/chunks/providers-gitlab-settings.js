"use strict";

const require_server = require("./providers-server.js");

// src/providers/gitlab/settings.ts
/** A `remotes:` entry for GitLab issues. Tokens come from the environment (`GITLAB_TOKEN`) or `glab`. */
function gitlabSettings(z) {
	return z.strictObject({
		kind: z.literal("gitlab"),
		project: z.string().max(500, { error: "at most 500 characters" }).regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)+$/, { error: "group/project" }).describe("group/project that a bare #1 or !1 belongs to."),
		url: require_server.serverUrl(z).optional(),
		status_map: require_server.statusMap(z).optional(),
		private: require_server.privateRemote(z).optional(),
		write: require_server.writableRemote(z).optional()
	});
}

Object.defineProperty(exports, "gitlabSettings", {
  enumerable: true,
  get: function () {
    return gitlabSettings;
  }
});