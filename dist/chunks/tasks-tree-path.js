"use strict";

// src/tasks/tree-path.ts
/**
* A path as people write it into configuration and tickets, made root-relative: `/` between parts, no `.` parts, no
* slash at either end. Null: absolute, with `..`, a drive or a scheme, or empty; `""` stands for the root (`.`).
*/
function treePath(text) {
	const path = text.trim().replaceAll("\\", "/");
	if (path === "" || path.startsWith("/") || path.startsWith("~") || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(path)) return null;
	const parts = path.split("/").filter((part) => part !== "" && part !== ".");
	return parts.includes("..") || path.includes("\0") ? null : parts.join("/");
}
/** Joins root-relative paths; the root is `""`. */
function joinPath(...parts) {
	return parts.filter((part) => part !== "").join("/");
}

Object.defineProperty(exports, "joinPath", {
  enumerable: true,
  get: function () {
    return joinPath;
  }
});
Object.defineProperty(exports, "treePath", {
  enumerable: true,
  get: function () {
    return treePath;
  }
});