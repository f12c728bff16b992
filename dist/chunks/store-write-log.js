"use strict";

const require_store = require("./store.js");
const require_git = require("./git.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_crypto = require("node:crypto");

// src/store/lock.ts
/** Whoever holds a lock of ours adds one line to a file: one this old was left by a process that was killed. */
const ABANDONED_NS = 10000000000n;
/** How long somebody else may hold it, with that much room for a slow disk. */
const TRIES = 300;
const PAUSE_MS = 50;
/**
* Runs `act` while no other process does so under the same path: a file that only one can make (open(2), O_EXCL). One that was left
* behind is taken away once it is old. Throws Fault("storage") where the lock can't be had.
*/
function withLock(path, act) {
	const own = take(path);
	try {
		return act();
	} finally {
		if (inodeOf(path) === own) (0, node_fs.rmSync)(path, { force: true });
	}
}
/** The inode of the lock that was made. */
function take(path) {
	try {
		(0, node_fs.mkdirSync)((0, node_path.dirname)(path), { recursive: true });
		for (let tries = 0; tries < TRIES; tries++) {
			const own = made(path);
			if (own !== null) return own;
			if (!isCleared(path)) pause();
		}
	} catch (cause) {
		throw require_store.storageFault("A lock could not be taken.", path, cause);
	}
	throw new require_git.Fault("storage", "Another golden-thread holds the lock for too long.", {
		found: path,
		fix: "wait for it to end; if none runs, remove that file"
	});
}
/** Null: somebody else has it. */
function made(path) {
	try {
		const descriptor = (0, node_fs.openSync)(path, "wx", 384);
		const { ino } = (0, node_fs.fstatSync)(descriptor, { bigint: true });
		(0, node_fs.closeSync)(descriptor);
		return ino;
	} catch (cause) {
		if (isCode(cause, "EEXIST")) return null;
		throw cause;
	}
}
function inodeOf(path) {
	return (0, node_fs.statSync)(path, {
		bigint: true,
		throwIfNoEntry: false
	})?.ino ?? null;
}
/** Whether a lock that was left behind is out of the way. Renaming lets only one of several take it. */
function isCleared(path) {
	const found = (0, node_fs.statSync)(path, {
		bigint: true,
		throwIfNoEntry: false
	});
	if (found === void 0) return true;
	if (require_store.clockBeside(path).ns - found.mtimeNs < ABANDONED_NS) return false;
	const aside = `${path}.${found.ino}-${found.mtimeNs}`;
	try {
		(0, node_fs.renameSync)(path, aside);
	} catch (cause) {
		if (isCode(cause, "ENOENT")) return true;
		throw cause;
	}
	const isOld = inodeOf(aside) === found.ino;
	if (!isOld) putBack(aside, path);
	(0, node_fs.rmSync)(aside, { force: true });
	return isOld;
}
function putBack(aside, path) {
	try {
		(0, node_fs.linkSync)(aside, path);
	} catch (cause) {
		if (!isCode(cause, "EEXIST")) throw cause;
	}
}
function isCode(cause, code) {
	return cause instanceof Error && "code" in cause && cause.code === code;
}
function pause() {
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}

// src/store/write-log.ts
const LOG = "writes.jsonl";
/** Adds a line that follows the last one; two processes at once never follow the same. Throws Fault("storage"). */
function recordWrite(commonDir, entry) {
	const path = logFile(commonDir);
	withLock(`${path}.lock`, () => {
		const text = readLog(path);
		const last = linesOf(text).at(-1);
		const record = {
			schemaVersion: 1,
			kind: "remote-write",
			...entry,
			prev: last === void 0 ? "" : digestOf(last)
		};
		const gap = text === "" || text.endsWith("\n") ? "" : "\n";
		require_store.appendLines(path, `${gap}${JSON.stringify(record)}\n`, "A write could not be put on record.");
	});
}
/** Reads the log and follows its chain. Throws Fault("storage") where it is there and can't be read. */
function writeLog(commonDir) {
	const path = logFile(commonDir);
	const text = readLog(path);
	const lines = linesOf(text);
	const read = lines.map((line) => recordIn(line));
	const isOpen = text !== "" && !text.endsWith("\n");
	const torn = read.flatMap((record, at) => record === null && (read[at + 1] != null || isOpen && at === lines.length - 1) ? [at + 1] : []);
	const last = lines.at(-1);
	return {
		path,
		records: read.flatMap((record) => record ?? []),
		lines: lines.length,
		torn,
		problem: problemOf(lines, read, torn),
		head: last === void 0 ? null : digestOf(last)
	};
}
function problemOf(lines, read, torn) {
	for (const [at, record] of read.entries()) {
		const line = at + 1;
		if (record === null) {
			if (torn.includes(line)) continue;
			return {
				line,
				what: "shape"
			};
		}
		const before = at === 0 ? void 0 : lines[at - 1];
		if (record.prev !== (before === void 0 ? "" : digestOf(before))) return {
			line,
			what: at === 0 ? "beginning" : "link"
		};
	}
	return null;
}
function logFile(commonDir) {
	return (0, node_path.join)(commonDir, require_store.STORE_FOLDER, LOG);
}
function readLog(path) {
	try {
		return (0, node_fs.readFileSync)(path, "latin1");
	} catch (cause) {
		if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return "";
		throw require_store.storageFault("The log of writes can't be read.", path, cause);
	}
}
function linesOf(text) {
	const lines = text.split("\n");
	return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}
function digestOf(line) {
	return (0, node_crypto.createHash)("sha256").update(line, "latin1").digest("hex");
}
function recordIn(line) {
	try {
		const record = JSON.parse(Buffer.from(line, "latin1").toString("utf8"));
		return record.kind === "remote-write" && typeof record.prev === "string" ? record : null;
	} catch {
		return null;
	}
}

Object.defineProperty(exports, "recordWrite", {
  enumerable: true,
  get: function () {
    return recordWrite;
  }
});
Object.defineProperty(exports, "writeLog", {
  enumerable: true,
  get: function () {
    return writeLog;
  }
});