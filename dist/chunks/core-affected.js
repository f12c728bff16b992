"use strict";

// src/core/affected.ts
/**
* Compiles such a list. A glob is what `globs` holds a RegExp source for; anything else is a file or a folder,
* and a folder covers all that lies below it. Entries that climb out of the repository cover nothing.
*/
function coverageOf(entries, globs) {
	const files = /* @__PURE__ */ new Set();
	const patterns = [];
	for (const entry of entries) {
		const source = Object.hasOwn(globs, entry) ? globs[entry] : void 0;
		if (source !== void 0) patterns.push(new RegExp(source));
		else files.add(normal(entry));
	}
	files.delete("");
	return (path) => withFolders(path).some((part) => files.has(part)) || patterns.some((pattern) => pattern.test(path));
}
function normal(entry) {
	const parts = entry.split("/").filter((part) => part !== "" && part !== ".");
	return parts.includes("..") ? "" : parts.join("/");
}
/** `a/b/c` -> `a`, `a/b`, `a/b/c`. */
function withFolders(path) {
	const parts = path.split("/");
	return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

Object.defineProperty(exports, "coverageOf", {
  enumerable: true,
  get: function () {
    return coverageOf;
  }
});