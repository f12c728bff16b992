"use strict";

const require_git = require("./git.js");
const require_path_text = require("./git-path-text.js");

// src/git/raw-diff.ts
/** What makes a raw diff the same for everybody, whatever the repository or its owner configured. */
const RAW_DIFF = [
	"--raw",
	"-z",
	"--no-renames",
	"--no-abbrev",
	"--no-relative",
	"--ignore-submodules=none"
];
const COLON = 58;
const BLANK = 32;
const ADDED = 65;
const DELETED = 68;
const LINE_FEED = 10;
/**
* Reads `git log --format=%H` with `RAW_DIFF` (git-diff-tree, "RAW OUTPUT FORMAT") from chunks of any size: a commit's id,
* then its changed paths (see `pathText`).
*/
function readRawDiff(visit) {
	let rest = NOTHING;
	let oid = null;
	let entry = null;
	let paths = [];
	const flush = () => {
		if (oid !== null || paths.length > 0) visit(oid, paths);
		oid = null;
		paths = [];
	};
	const take = (data, start, end) => {
		if (entry !== null) {
			const { status, mode, oid: content } = entry;
			paths.push({
				path: require_path_text.pathText(data, start, end),
				status,
				mode,
				oid: content
			});
			entry = null;
			return;
		}
		const at = data[start] === LINE_FEED ? start + 1 : start;
		if (data[at] === COLON) {
			entry = parseEntry(data, at + 1, end);
			return;
		}
		flush();
		oid = data.toString("latin1", start, end);
	};
	return {
		push(chunk) {
			let end = chunk.indexOf(0);
			let at = 0;
			if (rest.length > 0 && end >= 0) {
				const whole = Buffer.concat([rest, chunk.subarray(0, end)]);
				take(whole, 0, whole.length);
				rest = NOTHING;
				at = end + 1;
				end = chunk.indexOf(0, at);
			}
			for (; end >= 0; end = chunk.indexOf(0, at)) {
				take(chunk, at, end);
				at = end + 1;
			}
			if (at < chunk.length) rest = Buffer.concat([rest, chunk.subarray(at)]);
		},
		end: flush,
		complete: () => entry === null && rest.length === 0
	};
}
const NOTHING = Buffer.alloc(0);
/** Digits of a mode, with the blank behind it. */
const MODE = 7;
/** `<old mode> <new mode> <old id> <new id> <status>`; a changed type is a modification. */
function parseEntry(data, start, end) {
	const newId = data.indexOf(BLANK, start + 14) + 1;
	const idEnd = data.indexOf(BLANK, newId);
	return {
		status: statusOf(data[end - 1]),
		mode: data.toString("latin1", start + MODE, start + 14 - 1),
		oid: data.toString("latin1", newId, idEnd)
	};
}
function statusOf(letter) {
	if (letter === ADDED) return "added";
	return letter === DELETED ? "deleted" : "modified";
}
/** Changed paths from the output of one `RAW_DIFF` without commit ids. */
function parseRawDiff(stdout) {
	const found = [];
	const reader = readRawDiff((_, paths) => found.push(...paths));
	reader.push(stdout);
	reader.end();
	if (!reader.complete()) throw new require_git.Fault("git", "A list of changed paths broke off.");
	return found;
}

Object.defineProperty(exports, "RAW_DIFF", {
  enumerable: true,
  get: function () {
    return RAW_DIFF;
  }
});
Object.defineProperty(exports, "parseRawDiff", {
  enumerable: true,
  get: function () {
    return parseRawDiff;
  }
});
Object.defineProperty(exports, "readRawDiff", {
  enumerable: true,
  get: function () {
    return readRawDiff;
  }
});