"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_core = require("./core.js");
const require_store = require("./store.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_crypto = require("node:crypto");

// src/store/ticket-cache.ts
var ticket_cache_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ ticketCache: () => ticketCache });
/** Tickets kept of one remote; the oldest answers go first. */
const MOST_TICKETS = 5e3;
/** Opens the cache of a remote: another remote of that name, or one with other settings, is not answered by it. */
function ticketCache(commonDir, remote) {
	const key = (0, node_crypto.createHash)("sha256").update(JSON.stringify([
		remote.name,
		remote.kind,
		remote.settings
	]));
	const file = (0, node_path.join)(commonDir, require_store.STORE_FOLDER, "tickets", `${key.digest("hex").slice(0, 16)}.json`);
	return {
		read: () => new Map(Object.entries(readCache(file))),
		keep(told, gone) {
			const before = readCache(file);
			const lost = gone.filter((id) => Object.hasOwn(before, id));
			if (told.size === 0 && lost.length === 0) return;
			const all = {
				...before,
				...Object.fromEntries([...told].map(withoutText))
			};
			const newest = Object.entries(all).filter(([id]) => !lost.includes(id)).sort(([, a], [, b]) => a.at < b.at ? 1 : -1);
			const content = {
				build: require_core.BUILD,
				tickets: Object.fromEntries(newest.slice(0, MOST_TICKETS))
			};
			require_store.writeAtomic(file, JSON.stringify(content));
		}
	};
}
function withoutText([id, told]) {
	return [id, {
		...told,
		ticket: {
			...told.ticket,
			description: ""
		}
	}];
}
function readCache(file) {
	try {
		const content = JSON.parse((0, node_fs.readFileSync)(file, "utf8"));
		if (!isCache(content)) return {};
		return Object.fromEntries(Object.entries(content.tickets).filter(([, told]) => isTold(told)));
	} catch {
		return {};
	}
}
function isCache(value) {
	if (typeof value !== "object" || value === null || !("build" in value && "tickets" in value)) return false;
	return value.build === require_core.BUILD && typeof value.tickets === "object" && value.tickets !== null;
}
function isTold(value) {
	if (typeof value !== "object" || value === null || !("at" in value && "ticket" in value)) return false;
	return typeof value.at === "string" && typeof value.ticket === "object" && value.ticket !== null;
}

Object.defineProperty(exports, "ticketCache", {
  enumerable: true,
  get: function () {
    return ticketCache;
  }
});
Object.defineProperty(exports, "ticket_cache_exports", {
  enumerable: true,
  get: function () {
    return ticket_cache_exports;
  }
});