"use strict";

const require_escape = require("./reports-escape.js");

// src/cli/mended-text.ts
/** A warning for each task whose link had to be put back. */
function mendedText(mended) {
	return mended.map(({ task, path, from, id }) => {
		const where = from === "store" ? "where it was kept when they were linked" : "its references";
		return `${task} had lost its upstream (Backlog.md drops keys that it does not know). ${require_escape.terminal(id)} was put back from ${where}: ${require_escape.terminal(path)}\n`;
	}).join("");
}

Object.defineProperty(exports, "mendedText", {
  enumerable: true,
  get: function () {
    return mendedText;
  }
});