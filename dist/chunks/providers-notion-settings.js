"use strict";

const require_server = require("./providers-server.js");

// src/providers/notion/settings.ts
/** A `remotes:` entry for a Notion data source. Tokens come from the environment (`NOTION_TOKEN`). */
function notionSettings(z) {
	return z.strictObject({
		kind: z.literal("notion"),
		data_source: z.string().regex(/^(?:[0-9A-Fa-f]{32}|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$/, { error: "the data source's id: 32 hex digits, with or without dashes" }).describe("Id of the data source (or database) whose pages are tickets."),
		url: require_server.serverUrl(z).optional(),
		status_map: require_server.statusMap(z).optional(),
		private: require_server.privateRemote(z).optional(),
		write: require_server.writableRemote(z).optional()
	});
}

Object.defineProperty(exports, "notionSettings", {
  enumerable: true,
  get: function () {
    return notionSettings;
  }
});