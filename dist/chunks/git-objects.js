"use strict";

const require_batch = require("./git-batch.js");
const require_fault = require("./core-fault.js");
let node_path = require("node:path");

// src/git/tree-path.ts
/**
* A root-relative path with `/`, without `.` and `..`; the root itself is "". Null: it leaves the root, is no path at
* all, or leads into a git folder, which belongs to no tree.
*/
function treePath(path) {
	if (path.includes("\0") || path.startsWith("/")) return null;
	if (node_path.sep === "\\" && /[\\:]/.test(path)) return null;
	const normal = node_path.posix.normalize(path).replace(/\/$/, "");
	if (normal === "." || normal === "") return "";
	return normal.split("/").some((part) => part === ".." || isGitFolder(part)) ? null : normal;
}
/** `.git` as any file system may spell it. */
function isGitFolder(name) {
	return /^(?:\.git|git~1)$/i.test(name);
}
/** Order of listings: by code unit, the same for every tree. */
function byPath(a, b) {
	return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
/** A file of a tree that is read whole: far above any policy, task or source file. */
const FILE_LIMIT = 16777216;
/** The fault of a file that is there, but larger than its reader allows. */
function tooLarge(path, size, limit) {
	return new require_fault.Fault("storage", "A file is too large to be read.", {
		found: `${path} with ${size} bytes`,
		wanted: `at most ${limit} bytes`
	});
}

// src/git/objects.ts
/** Trees and commits are far smaller; a blob that somebody wants whole gives its own limit. */
const OBJECT_LIMIT = 67108864;
/**
* Opens the object store; the child starts with the first question. Close it when all is read. Left open, it keeps this
* process from ending only while an answer is awaited.
*/
function openObjects(repo) {
	const open = [];
	let child = null;
	const ask = (question) => {
		child ??= startReader(repo, {
			open,
			answered,
			failed,
			restart
		});
		child.hold(true);
		open.push(question);
		child.stdin?.write(`${question.oid}\n`);
	};
	const answered = () => {
		const question = open.shift();
		if (open.length === 0) child?.hold(false);
		return question;
	};
	const failed = (reason) => {
		child = null;
		for (const question of open.splice(0)) question.reject(reason);
	};
	const restart = () => {
		child?.kill();
		child = null;
		for (const question of open.splice(0)) ask(question);
	};
	return {
		read: (oid, limit = OBJECT_LIMIT, label = oid) => new Promise((resolve, reject) => ask({
			oid,
			limit,
			label,
			resolve,
			reject
		})),
		async close() {
			const closing = child;
			child = null;
			closing?.hold(true);
			closing?.stdin?.end();
			await closing?.done;
		}
	};
}
function startReader(repo, desk) {
	const child = repo.git.spawn(["cat-file", "--batch"], { stdin: "pipe" });
	const reader = require_batch.readBatch({
		found: ({ oid, type, body }) => desk.answered()?.resolve({
			oid,
			type,
			bytes: Buffer.from(body)
		}),
		absent: () => desk.answered()?.resolve(null),
		wanted(size) {
			const [question] = desk.open;
			if (question === void 0 || size <= question.limit) return true;
			desk.answered()?.reject(tooLarge(question.label, size, question.limit));
			desk.restart();
			return false;
		}
	});
	child.stdout.on("data", (chunk) => reader.push(chunk));
	child.done.catch((reason) => desk.failed(reason));
	return child;
}

Object.defineProperty(exports, "FILE_LIMIT", {
  enumerable: true,
  get: function () {
    return FILE_LIMIT;
  }
});
Object.defineProperty(exports, "byPath", {
  enumerable: true,
  get: function () {
    return byPath;
  }
});
Object.defineProperty(exports, "isGitFolder", {
  enumerable: true,
  get: function () {
    return isGitFolder;
  }
});
Object.defineProperty(exports, "openObjects", {
  enumerable: true,
  get: function () {
    return openObjects;
  }
});
Object.defineProperty(exports, "tooLarge", {
  enumerable: true,
  get: function () {
    return tooLarge;
  }
});
Object.defineProperty(exports, "treePath", {
  enumerable: true,
  get: function () {
    return treePath;
  }
});