"use strict";

const require_server = require("./providers-server.js");

// src/providers/azure-devops/settings.ts
/** A `remotes:` entry for Azure Boards. Tokens come from the environment (`ADO_PAT`, `AZURE_DEVOPS_EXT_PAT`). */
function azureDevopsSettings(z) {
	const part = (what) => z.string().max(64, { error: "at most 64 characters" }).regex(/^(?![ ._])[^/\\:*?"<>|#$&+;=@%,{}[\]\u0000-\u001f\u007f]+(?<![ .])$/, { error: what });
	return z.strictObject({
		kind: z.literal("azure-devops"),
		organization: part("an organization's name").describe("Organization, or collection on a server of your own."),
		project: part("a project's name").describe("Project that the work items belong to."),
		filter: z.string().min(1, { error: "a WIQL condition; leave the key out to take every work item" }).max(2e3, { error: "at most 2000 characters" }).optional().describe("WIQL condition that work items must meet, such as [System.AreaPath] UNDER 'Shop\\Web'."),
		url: require_server.serverUrl(z).optional(),
		status_map: require_server.statusMap(z).optional(),
		private: require_server.privateRemote(z).optional(),
		write: require_server.writableRemote(z).optional()
	});
}

Object.defineProperty(exports, "azureDevopsSettings", {
  enumerable: true,
  get: function () {
    return azureDevopsSettings;
  }
});