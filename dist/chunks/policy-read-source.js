"use strict";

const require_git = require("./git.js");

// src/policy/limits.ts
/** Bytes. A policy of a thousand scopes stays below; it bounds the parser, which is quadratic in keys. */
const FILE_LIMIT = 131072;

// src/policy/read-source.ts
/** The bytes of a source of the law. What is too long, can't be read or is no regular file is a problem, never an absent file. */
async function readSource(tree, file) {
	try {
		const bytes = await tree.read(file, FILE_LIMIT);
		return bytes === null ? {
			bytes,
			problem: await inTheWay(tree, file)
		} : {
			bytes,
			problem: null
		};
	} catch (error) {
		if (!(error instanceof require_git.Fault) || error.code !== "storage") throw error;
		return {
			bytes: null,
			problem: {
				file,
				line: 1,
				column: 1,
				key: "",
				message: "the file can't be read, or is too long",
				wanted: `a readable file of at most ${FILE_LIMIT} bytes`
			}
		};
	}
}
/** Something else of that name must not pass for an absent file: whoever put it there would be rid of the law. */
async function inTheWay(tree, file) {
	const folder = file.slice(0, Math.max(0, file.lastIndexOf("/")));
	const entry = (await tree.list(folder)).find(({ path }) => path === file);
	if (entry === void 0) return null;
	return {
		file,
		line: 1,
		column: 1,
		key: "",
		message: "this is not a regular file",
		found: kindOf(entry.mode),
		wanted: "a regular file"
	};
}
/** What an entry of a tree is, in words. */
function kindOf(mode) {
	switch (mode) {
		case "040000": return "a folder";
		case "120000": return "a symbolic link";
		case "160000": return "a repository of its own";
		case "000000": return "a pipe, a socket or a device";
		default: return "a file";
	}
}

Object.defineProperty(exports, "FILE_LIMIT", {
  enumerable: true,
  get: function () {
    return FILE_LIMIT;
  }
});
Object.defineProperty(exports, "kindOf", {
  enumerable: true,
  get: function () {
    return kindOf;
  }
});
Object.defineProperty(exports, "readSource", {
  enumerable: true,
  get: function () {
    return readSource;
  }
});