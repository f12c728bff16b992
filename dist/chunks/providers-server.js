"use strict";

const require_core = require("./core.js");

// src/providers/server.ts
/** `url:` of a self-hosted server: https, or plain http on this machine alone; no account, query or fragment. */
function serverUrl(z) {
	return z.string().max(2e3, { error: "at most 2000 characters" }).regex(/^https?:\/\/[^\s@?#\\]+$/, { error: "an https address without account, query or fragment" }).refine(require_core.isServerUrl, { error: "an https address; plain http only for this machine" }).describe("Base address of a self-hosted server.");
}
/** A host name without scheme, port or path, such as `company.atlassian.net`. */
function host(z) {
	return z.string().regex(/^(?=.{1,253}$)(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/, { error: "a host name such as company.atlassian.net, without https:// or a path" });
}
/** `private:` tickets that no ledger may hold. */
function privateRemote(z) {
	return z.boolean().describe("Leave this tracker's tickets out of the ledger: even their ids tell too much.");
}
/** `write:` what CI may do to tickets and pull requests. People at a terminal are asked instead. */
function writableRemote(z) {
	return z.boolean().describe("Let commands in CI write to this tracker, with --yes. Left out: CI reads and no more.");
}
/** `status_map:` state category -> the tracker's own state names, where the tracker can't tell the category itself. */
function statusMap(z) {
	const names = z.array(z.string().min(1, { error: "a state's name" }).max(200, { error: "at most 200 characters" })).min(1, { error: "at least one state's name" });
	return z.strictObject({
		open: names.optional(),
		in_progress: names.optional(),
		done: names.optional(),
		canceled: names.optional(),
		review: names.optional().describe("States of tickets whose pull request is open; they count as in_progress.")
	}).describe("Names of the tracker's states by category.");
}

Object.defineProperty(exports, "host", {
  enumerable: true,
  get: function () {
    return host;
  }
});
Object.defineProperty(exports, "privateRemote", {
  enumerable: true,
  get: function () {
    return privateRemote;
  }
});
Object.defineProperty(exports, "serverUrl", {
  enumerable: true,
  get: function () {
    return serverUrl;
  }
});
Object.defineProperty(exports, "statusMap", {
  enumerable: true,
  get: function () {
    return statusMap;
  }
});
Object.defineProperty(exports, "writableRemote", {
  enumerable: true,
  get: function () {
    return writableRemote;
  }
});