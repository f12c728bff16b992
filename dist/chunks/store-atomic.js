"use strict";

const require_fault = require("./core-fault.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/store/atomic.ts
/** A temporary folder this old was left by a process that is gone: writing the largest index takes seconds. */
const ABANDONED_MS = 6e5;
/** How mkdtemp ends the names that it makes. */
const TEMPORARY = /^\.[A-Za-z0-9]{6}$/;
/**
* Replaces a file as a whole: readers see the old bytes or the new ones, after a power cut too. Makes its folder.
* Only the user may read it: what we keep can name tickets. Parts are
* written one after the other, so that nobody has to hold all of a large file twice. Throws Fault("storage") where it can't be written.
*/
function writeAtomic(path, bytes) {
	try {
		(0, node_fs.mkdirSync)((0, node_path.dirname)(path), { recursive: true });
		replace(path, partsOf(bytes));
	} catch (cause) {
		throw storageFault("A file could not be written.", path, cause);
	}
}
/**
* Adds lines to a file and waits until they are on disk. One write at the file's end: two processes at once leave whole lines of both
* (open(2), O_APPEND). Makes the folder. Throws Fault("storage") that begins with `complaint`.
*/
function appendLines(path, text, complaint) {
	try {
		(0, node_fs.mkdirSync)((0, node_path.dirname)(path), { recursive: true });
		const descriptor = (0, node_fs.openSync)(path, "a", 384);
		try {
			(0, node_fs.writeSync)(descriptor, text);
			(0, node_fs.fsyncSync)(descriptor);
		} finally {
			(0, node_fs.closeSync)(descriptor);
		}
	} catch (cause) {
		throw storageFault(complaint, path, cause);
	}
}
function partsOf(bytes) {
	if (typeof bytes === "string") return [Buffer.from(bytes, "utf8")];
	return bytes instanceof Uint8Array ? [bytes] : bytes;
}
/** The new bytes grow in a folder of their own beside the target: its name is never used twice, and a rename can't cross file systems. */
function replace(path, parts) {
	const folder = (0, node_fs.mkdtempSync)(`${path}.`);
	try {
		const file = (0, node_path.join)(folder, "new");
		fill((0, node_fs.openSync)(file, "wx", 384), parts);
		(0, node_fs.renameSync)(file, path);
		sweep(path, folder);
	} finally {
		(0, node_fs.rmSync)(folder, {
			recursive: true,
			force: true
		});
	}
}
function fill(descriptor, parts) {
	try {
		for (const bytes of parts) for (let done = 0; done < bytes.byteLength;) done += (0, node_fs.writeSync)(descriptor, bytes, done);
		(0, node_fs.fsyncSync)(descriptor);
	} finally {
		(0, node_fs.closeSync)(descriptor);
	}
}
/** Removes what killed writers of this file left behind. */
function sweep(path, own) {
	const now = (0, node_fs.statSync)(own).mtimeMs;
	const name = (0, node_path.basename)(path);
	for (const entry of (0, node_fs.readdirSync)((0, node_path.dirname)(path))) {
		if (!entry.startsWith(name) || !TEMPORARY.test(entry.slice(name.length))) continue;
		const folder = (0, node_path.join)((0, node_path.dirname)(path), entry);
		const found = (0, node_fs.statSync)(folder, { throwIfNoEntry: false });
		if (found !== void 0 && now - found.mtimeMs > ABANDONED_MS) (0, node_fs.rmSync)(folder, {
			recursive: true,
			force: true
		});
	}
}
/** What time it is for the file system that holds `path`: that of a folder made beside it this moment. Throws where none can be made. */
function clockBeside(path) {
	(0, node_fs.mkdirSync)((0, node_path.dirname)(path), { recursive: true });
	const folder = (0, node_fs.mkdtempSync)(`${path}.`);
	const { dev, mtimeNs } = (0, node_fs.statSync)(folder, { bigint: true });
	(0, node_fs.rmdirSync)(folder);
	return {
		device: dev,
		ns: mtimeNs
	};
}
/** The fault of something below the git folder that can't be written, with the system's own words. */
function storageFault(message, path, cause) {
	const found = cause instanceof Error ? cause.message : String(cause);
	return new require_fault.Fault("storage", message, {
		found,
		wanted: `a folder that can be written: ${(0, node_path.dirname)(path)}`,
		cause
	});
}

Object.defineProperty(exports, "appendLines", {
  enumerable: true,
  get: function () {
    return appendLines;
  }
});
Object.defineProperty(exports, "clockBeside", {
  enumerable: true,
  get: function () {
    return clockBeside;
  }
});
Object.defineProperty(exports, "storageFault", {
  enumerable: true,
  get: function () {
    return storageFault;
  }
});
Object.defineProperty(exports, "writeAtomic", {
  enumerable: true,
  get: function () {
    return writeAtomic;
  }
});