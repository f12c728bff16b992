"use strict";

const require_world = require("./world.js");

// src/policy/limits.ts
/** Bytes. A policy of a thousand scopes stays below; it bounds the parser, which is quadratic in keys. */
const FILE_LIMIT = 131072;

// src/policy/read-source.ts
/** The bytes of a source of the law. A file that is too long or can't be read is a problem, never an absent file. */
async function readSource(tree, file) {
	try {
		const bytes = await tree.read(file, FILE_LIMIT);
		return bytes === null ? {
			bytes,
			problem: null
		} : {
			bytes,
			problem: null
		};
	} catch (error) {
		if (!(error instanceof require_world.Fault) || error.code !== "storage") throw error;
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

Object.defineProperty(exports, "FILE_LIMIT", {
  enumerable: true,
  get: function () {
    return FILE_LIMIT;
  }
});
Object.defineProperty(exports, "readSource", {
  enumerable: true,
  get: function () {
    return readSource;
  }
});