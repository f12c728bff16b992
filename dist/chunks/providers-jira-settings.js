"use strict";

const require_server = require("./providers-server.js");

// src/providers/jira/settings.ts
/** A `remotes:` entry for Jira Cloud or Data Center. Tokens come from the environment (`JIRA_API_TOKEN`). */
function jiraSettings(z) {
	return z.strictObject({
		kind: z.literal("jira"),
		site: require_server.host(z).optional().describe("Host of the site, such as company.atlassian.net."),
		url: require_server.serverUrl(z).optional(),
		flavour: z.enum(["cloud", "data-center"]).optional().describe("Which Jira it is. Left out: told by the host, else asked of the server once."),
		cloud_id: z.uuid({ error: "the site's id, a UUID" }).optional().describe("Id of the Cloud site, for API tokens with scopes: they are only good at api.atlassian.com."),
		projects: z.array(z.string().regex(/^[A-Z][A-Z0-9_]{0,49}$/, { error: "a project key in upper case such as PROJ" })).min(1, { error: "at least one project; leave the key out to take every key of the right shape" }).optional().describe("Project keys that count. Left out: any key of the right shape."),
		email: z.string().regex(/^[^\s@]+@[^\s@]+$/, { error: "an e-mail address" }).optional().describe("Account of the API token; JIRA_EMAIL in the environment goes before it."),
		filter: z.string().min(1, { error: "a JQL condition" }).max(2e3, { error: "at most 2000 characters" }).optional().describe("JQL condition that a ticket must fulfil to count."),
		status_map: require_server.statusMap(z).optional(),
		private: require_server.privateRemote(z).optional(),
		write: require_server.writableRemote(z).optional()
	}).refine((entry) => entry.site !== void 0 || entry.url !== void 0, { error: "site or url" }).meta({ anyOf: [{ required: ["site"] }, { required: ["url"] }] });
}

Object.defineProperty(exports, "jiraSettings", {
  enumerable: true,
  get: function () {
    return jiraSettings;
  }
});