"use strict";

const require_core = require("./core.js");
const require_store = require("./store.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/store/pushes.ts
/** Name of the file in which refs that have moved are written down, a line each. */
const PUSH_LOG = "pushes.jsonl";
/** The refs that have moved, in the order in which they were written down. A torn last line is passed by. */
function recordedMoves(commonDir) {
	let text;
	try {
		text = (0, node_fs.readFileSync)((0, node_path.join)(commonDir, require_store.STORE_FOLDER, PUSH_LOG), "utf8");
	} catch {
		return [];
	}
	return text.split("\n").flatMap((line) => moveIn(line) ?? []);
}
function moveIn(line) {
	try {
		const record = JSON.parse(line);
		return [record.from, record.to].every((one) => one === null || require_core.isObjectId(String(one))) && typeof record.at === "string" ? record : null;
	} catch {
		return null;
	}
}

Object.defineProperty(exports, "PUSH_LOG", {
  enumerable: true,
  get: function () {
    return PUSH_LOG;
  }
});
Object.defineProperty(exports, "recordedMoves", {
  enumerable: true,
  get: function () {
    return recordedMoves;
  }
});