"use strict";

const require_git = require("./git.js");
const require_store = require("./store.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/store/setup-record.ts
const FILE = "setup.json";
function setupRecordPath(commonDir) {
	return (0, node_path.join)(commonDir, require_store.STORE_FOLDER, FILE);
}
/** What `init` did to a repository, in order; empty where it did nothing. Throws `Fault("storage")` where the record can't be read. */
function readSetupRecord(commonDir) {
	const path = setupRecordPath(commonDir);
	if ((0, node_fs.lstatSync)(path, { throwIfNoEntry: false }) === void 0) return [];
	try {
		const told = JSON.parse((0, node_fs.readFileSync)(path, "utf8"));
		if (!isRecord(told) || !Array.isArray(told.entries)) throw new Error("no list of entries");
		return told.entries.map(entryOf);
	} catch (cause) {
		const found = `${path}: ${cause instanceof Error ? cause.message : String(cause)}`;
		throw new require_git.Fault("storage", "The record of what init did can't be read.", {
			found,
			fix: "Move that file away; hooks can then be removed by hand.",
			cause
		});
	}
}
/** Replaces the record; without entries it is removed, and its folder with it if nothing else is kept there. */
function writeSetupRecord(commonDir, entries) {
	const path = setupRecordPath(commonDir);
	if (entries.length > 0) {
		require_store.writeAtomic(path, `${JSON.stringify({
			schemaVersion: 1,
			kind: "setup",
			entries
		}, null, 2)}\n`);
		return;
	}
	(0, node_fs.rmSync)(path, { force: true });
	try {
		(0, node_fs.rmdirSync)((0, node_path.join)(commonDir, require_store.STORE_FOLDER));
	} catch {}
}
function entryOf(told) {
	if (!isRecord(told)) throw new Error("an entry is no object");
	const { kind } = told;
	if (kind === "moved") return {
		kind,
		from: text(told.from),
		to: text(told.to)
	};
	const [path, after] = [text(told.path), text(told.after)];
	if (kind === "edited") return {
		kind,
		path,
		after,
		before: told.before === null ? null : text(told.before),
		part: text(told.part)
	};
	if (kind !== "wrote" || !Array.isArray(told.folders)) throw new Error("an entry of an unknown kind");
	return {
		kind,
		path,
		after,
		folders: told.folders.map(text),
		part: told.part === null ? null : text(told.part)
	};
}
function text(told) {
	if (typeof told === "string") return told;
	throw new Error("an entry misses a text");
}
function isRecord(told) {
	return typeof told === "object" && told !== null;
}

Object.defineProperty(exports, "readSetupRecord", {
  enumerable: true,
  get: function () {
    return readSetupRecord;
  }
});
Object.defineProperty(exports, "writeSetupRecord", {
  enumerable: true,
  get: function () {
    return writeSetupRecord;
  }
});