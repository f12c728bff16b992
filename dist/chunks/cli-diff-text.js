"use strict";

const require_escape = require("./reports-escape.js");

// src/cli/diff-text.ts
/** A unified diff for a terminal: what a file holds can't drive it. */
function diffText(diff, paint) {
	return diff.split("\n").map((line) => colorOf(line, paint)(require_escape.terminal(line))).join("\n");
}
function colorOf(line, paint) {
	if (/^(?:diff |index |\+\+\+ |--- |new file|deleted file|rename |similarity |old mode|new mode)/u.test(line)) return paint.bold;
	if (line.startsWith("@@")) return paint.cyan;
	if (line.startsWith("+")) return paint.green;
	return line.startsWith("-") ? paint.red : (text) => text;
}

Object.defineProperty(exports, "diffText", {
  enumerable: true,
  get: function () {
    return diffText;
  }
});