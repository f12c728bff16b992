"use strict";

// src/tasks/backlog.ts
/** The folder of a backlog in which a file stands directly, or null. */
function folderOf(backlog, path) {
	const parent = path.slice(0, Math.max(0, path.lastIndexOf("/")));
	return backlog.folders.find((folder) => folder.path === parent) ?? null;
}

Object.defineProperty(exports, "folderOf", {
  enumerable: true,
  get: function () {
    return folderOf;
  }
});