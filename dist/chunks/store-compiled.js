"use strict";

// src/store/compiled.ts
/**
* Where a reference stands in a message. `subject-start`, `subject-end`: the very first or last thing of the first line,
* at the end brackets may enclose it; `named-trailer`: in a trailer of the policy's own key. Such a one is also a
* `subject` or `trailer`.
*/
const SPOTS = [
	"subject-start",
	"subject-end",
	"subject",
	"body",
	"named-trailer",
	"trailer"
];
/** Raised whenever the meaning of a header or row changes. */
const INDEX_FORMAT = 3;
/** Below the work tree's git folder (`git rev-parse --git-path golden-thread`). */
const STORE_FOLDER = "golden-thread";
/** Path of the index of a work tree's git folder. */
function indexFile(gitDir) {
	return `${gitDir}/${STORE_FOLDER}/commit-msg.index`;
}
/** Git finds the user's configuration by these; everything named GIT_CONFIG_* goes to the engine. */
const CONFIG_VARIABLES = ["HOME", "XDG_CONFIG_HOME"];
/** What one read of the index takes in bytes: a header of the usual length, or a block of rows. */
const ONE_READ = 65536;
/** Longest line of a row in bytes; a ticket whose row would be longer is left to the engine. */
const LONGEST_ROW = 4096;
/** Two grammars may use the same id. */
function rowKey(provider, id) {
	return `${provider}:${id}`;
}
/** One line back to a row; null where it is none. */
function parseRow(line) {
	const [key, mark, print, until, path] = line.split("	");
	if (key === void 0 || print === void 0 || path === void 0) return null;
	const validUntil = until === "-" ? null : Number(until);
	if (validUntil !== null && !Number.isFinite(validUntil)) return null;
	return {
		key,
		authorised: mark === "+",
		print,
		validUntil,
		path: path === "" ? null : path
	};
}
/** Whether a parsed first line is a header that this version wrote. */
function isHeader(value, version) {
	if (typeof value !== "object" || value === null) return false;
	if (!("format" in value) || value.format !== 3) return false;
	return "version" in value && value.version === version && "rows" in value;
}

Object.defineProperty(exports, "CONFIG_VARIABLES", {
  enumerable: true,
  get: function () {
    return CONFIG_VARIABLES;
  }
});
Object.defineProperty(exports, "LONGEST_ROW", {
  enumerable: true,
  get: function () {
    return LONGEST_ROW;
  }
});
Object.defineProperty(exports, "ONE_READ", {
  enumerable: true,
  get: function () {
    return ONE_READ;
  }
});
Object.defineProperty(exports, "SPOTS", {
  enumerable: true,
  get: function () {
    return SPOTS;
  }
});
Object.defineProperty(exports, "STORE_FOLDER", {
  enumerable: true,
  get: function () {
    return STORE_FOLDER;
  }
});
Object.defineProperty(exports, "indexFile", {
  enumerable: true,
  get: function () {
    return indexFile;
  }
});
Object.defineProperty(exports, "isHeader", {
  enumerable: true,
  get: function () {
    return isHeader;
  }
});
Object.defineProperty(exports, "parseRow", {
  enumerable: true,
  get: function () {
    return parseRow;
  }
});
Object.defineProperty(exports, "rowKey", {
  enumerable: true,
  get: function () {
    return rowKey;
  }
});