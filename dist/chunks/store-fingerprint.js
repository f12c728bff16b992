"use strict";

let node_fs = require("node:fs");

// src/store/fingerprint.ts
/** The print of what is not there. */
const ABSENT = "-";
/** How old a file must be before its print counts, where the file system keeps fractions of a second: a timer's tick and a reserve. */
const TICK_NS = 20000000n;
/** The same where it keeps whole seconds, or two of them (FAT). */
const COARSE_NS = 2000000000n;
/** The same for another device than the clock's: a server may have a clock of its own. */
const FOREIGN_NS = 60000000000n;
const SECOND_NS = 1000000000n;
/** A file or folder of the work tree; a symlink is not followed. */
function printOf(path) {
	return describe((0, node_fs.lstatSync)(path, {
		bigint: true,
		throwIfNoEntry: false
	}));
}
/** A file of git's configuration; git follows symlinks there. */
function followedPrint(path) {
	return describe((0, node_fs.statSync)(path, {
		bigint: true,
		throwIfNoEntry: false
	}));
}
/** That a folder is the same one, whatever happens in it. */
function placePrint(path) {
	const found = (0, node_fs.lstatSync)(path, {
		bigint: true,
		throwIfNoEntry: false
	});
	return found?.isDirectory() ? `${found.dev} ${found.ino}` : "-";
}
/** Whether a print is that of a folder. */
function isFolder(print) {
	return (Number(print.split(" ")[2]) & node_fs.constants.S_IFMT) === node_fs.constants.S_IFDIR;
}
function describe(found) {
	if (found === void 0) return "-";
	return `${found.dev} ${found.ino} ${found.mode} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`;
}
/**
* Whether a print that is taken now tells of everything that was read since `began`: what was changed about then, or
* later, could have been changed again without another print (git's racy entries: Documentation/technical/racy-git).
*/
function isSettled(print, began) {
	if (print === "-") return true;
	const [device = 0n, , , , modified = 0n, changed = 0n] = print.split(" ").map(BigInt);
	const latest = began.ns - reserve(device, modified, changed, began);
	return modified < latest && changed < latest;
}
function reserve(device, modified, changed, began) {
	if (device !== began.device) return FOREIGN_NS;
	return modified % SECOND_NS === 0n && changed % SECOND_NS === 0n ? COARSE_NS : TICK_NS;
}

Object.defineProperty(exports, "followedPrint", {
  enumerable: true,
  get: function () {
    return followedPrint;
  }
});
Object.defineProperty(exports, "isFolder", {
  enumerable: true,
  get: function () {
    return isFolder;
  }
});
Object.defineProperty(exports, "isSettled", {
  enumerable: true,
  get: function () {
    return isSettled;
  }
});
Object.defineProperty(exports, "placePrint", {
  enumerable: true,
  get: function () {
    return placePrint;
  }
});
Object.defineProperty(exports, "printOf", {
  enumerable: true,
  get: function () {
    return printOf;
  }
});