"use strict";

const require_server = require("./providers-server.js");

// src/providers/markdown/settings.ts
/** A `remotes:` entry for task files of this repository. Folders and prefixes are detected. */
function markdownSettings(z) {
	return z.strictObject({
		kind: z.literal("markdown"),
		prefixes: z.array(z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,31}$/, { error: "a prefix such as TASK" })).min(1, { error: "at least one prefix; leave the key out to detect them" }).optional().describe("Prefixes of task ids. Left out: those of the task folders that are found."),
		status_map: require_server.statusMap(z).optional()
	});
}

Object.defineProperty(exports, "markdownSettings", {
  enumerable: true,
  get: function () {
    return markdownSettings;
  }
});