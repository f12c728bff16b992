"use strict";

const require_store = require("./store.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_crypto = require("node:crypto");

// src/store/etags.ts
/** Longest answer that is kept, in UTF-16 units: one ticket with its description. */
const LONGEST_ANSWER = 65536;
/** Opens the tags of a remote. */
function etagsOf(commonDir, { name, kind, settings }) {
	const key = (0, node_crypto.createHash)("sha256").update(JSON.stringify([
		name,
		kind,
		settings
	])).digest("hex").slice(0, 16);
	const file = (0, node_path.join)(commonDir, require_store.STORE_FOLDER, "etags", `${key}.json`);
	return {
		read: (address) => new Map(readAll(file)).get(address) ?? null,
		keep(address, answer) {
			if (answer.text.length > LONGEST_ANSWER) return;
			const others = readAll(file).filter(([one]) => one !== address);
			require_store.writeAtomic(file, JSON.stringify([...others, [address, answer]].slice(-100)));
		}
	};
}
function readAll(file) {
	try {
		const value = JSON.parse((0, node_fs.readFileSync)(file, "utf8"));
		return Array.isArray(value) ? value.filter(isEntry) : [];
	} catch {
		return [];
	}
}
function isEntry(value) {
	if (!Array.isArray(value) || typeof value[0] !== "string") return false;
	const answer = value[1];
	if (typeof answer !== "object" || answer === null) return false;
	const { etag, text } = {
		etag: null,
		text: null,
		...answer
	};
	return typeof etag === "string" && typeof text === "string";
}

exports.etagsOf = etagsOf;