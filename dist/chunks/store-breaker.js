"use strict";

const require_store = require("./store.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_crypto = require("node:crypto");

// src/store/breaker.ts
/** The first pause in milliseconds; it doubles with each further failure, up to the longest. */
const FIRST_PAUSE = 15e3;
const LONGEST_PAUSE = 3e5;
/** Opens a remote's breaker, shared by all work trees of a repository. */
function breaker(commonDir, { name, kind, settings }) {
	const print = (0, node_crypto.createHash)("sha256").update(JSON.stringify([kind, settings])).digest("hex").slice(0, 8);
	const file = (0, node_path.join)(commonDir, require_store.STORE_FOLDER, "pauses", `${encodeURIComponent(name)}-${print}.json`);
	return {
		pause(now) {
			const last = readPause(file);
			return last !== null && Date.parse(last.until) > now && Date.parse(last.since) <= now ? last : null;
		},
		trip(now) {
			const failures = (readPause(file)?.failures ?? 0) + 1;
			const ms = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
			const pause = {
				since: utcOf(now),
				until: utcOf(now + ms),
				failures
			};
			require_store.writeAtomic(file, JSON.stringify(pause));
		},
		reset() {
			(0, node_fs.rmSync)(file, { force: true });
		}
	};
}
function utcOf(ms) {
	return new Date(ms).toISOString();
}
function readPause(file) {
	try {
		const value = JSON.parse((0, node_fs.readFileSync)(file, "utf8"));
		return isPause(value) ? value : null;
	} catch {
		return null;
	}
}
function isPause(value) {
	if (typeof value !== "object" || value === null) return false;
	const { since, until, failures } = {
		since: null,
		until: null,
		failures: null,
		...value
	};
	return typeof since === "string" && typeof until === "string" && typeof failures === "number";
}

exports.breaker = breaker;