"use strict";

const require_scene = require("./setup-scene.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_crypto = require("node:crypto");

// src/setup/files.ts
/** Does one action. Nothing that is there is overwritten but for a file that our own takes the place of. Throws what the file system says. */
function act(action) {
	if (action.kind === "move") {
		if (isThere(action.to)) throw new Error(`${action.to} is there already`);
		(0, node_fs.renameSync)(action.from, action.to);
		return;
	}
	if (action.kind === "write") {
		(0, node_fs.mkdirSync)((0, node_path.dirname)(action.path), { recursive: true });
		fill(action.path, action.text, action.executable ? 493 : null);
		return;
	}
	const mode = action.kind === "edit" ? (0, node_fs.statSync)(action.path).mode & 4095 : 493;
	putInPlace(action.path, action.text, mode);
}
/** A new file takes the old one's name: a link is replaced, never written through, and no reader sees half of it. */
function putInPlace(path, bytes, mode) {
	const fresh = `${path}.golden-thread-new`;
	(0, node_fs.rmSync)(fresh, { force: true });
	try {
		fill(fresh, bytes, mode);
		(0, node_fs.renameSync)(fresh, path);
	} finally {
		(0, node_fs.rmSync)(fresh, { force: true });
	}
}
function fill(path, bytes, mode) {
	(0, node_fs.writeFileSync)(path, bytes, { flag: "wx" });
	if (mode !== null) (0, node_fs.chmodSync)(path, mode);
}
/** SHA-256 of a regular file in hex; null for anything else, and for nothing. */
function digestOfFile(path) {
	return require_scene.entryAt(path)?.isFile() === true ? digestOf((0, node_fs.readFileSync)(path)) : null;
}
/** SHA-256 in hex. */
function digestOf(bytes) {
	return (0, node_crypto.createHash)("sha256").update(bytes).digest("hex");
}
/** Whether anything has this name, a dangling link too. */
function isThere(path) {
	return require_scene.entryAt(path) !== void 0;
}
/** The folders that have to be made for a file, the outermost first. */
function missingFolders(path) {
	const folder = (0, node_path.dirname)(path);
	return (0, node_fs.existsSync)(folder) ? [] : [...missingFolders(folder), folder];
}
/** Removes a folder if it is empty. */
function removeIfEmpty(folder) {
	try {
		(0, node_fs.rmdirSync)(folder);
	} catch {}
}

Object.defineProperty(exports, "act", {
  enumerable: true,
  get: function () {
    return act;
  }
});
Object.defineProperty(exports, "digestOf", {
  enumerable: true,
  get: function () {
    return digestOf;
  }
});
Object.defineProperty(exports, "digestOfFile", {
  enumerable: true,
  get: function () {
    return digestOfFile;
  }
});
Object.defineProperty(exports, "isThere", {
  enumerable: true,
  get: function () {
    return isThere;
  }
});
Object.defineProperty(exports, "missingFolders", {
  enumerable: true,
  get: function () {
    return missingFolders;
  }
});
Object.defineProperty(exports, "putInPlace", {
  enumerable: true,
  get: function () {
    return putInPlace;
  }
});
Object.defineProperty(exports, "removeIfEmpty", {
  enumerable: true,
  get: function () {
    return removeIfEmpty;
  }
});