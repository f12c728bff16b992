"use strict";

// src/providers/quick-actions.ts
/**
* Markdown in which no line is a command: GitLab carries out `/close` and the like where a line of a comment or description
* begins with it, outside code blocks.
*/
function inert(markdown) {
	let fence = "";
	return markdown.split("\n").map((line) => {
		const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
		if (fence === "" && mark !== "") fence = mark;
		else if (fence !== "" && mark.startsWith(fence)) fence = "";
		return fence === "" ? line.replace(/^(\s*)\/(?=[a-z])/i, "$1\\/") : line;
	}).join("\n");
}

Object.defineProperty(exports, "inert", {
  enumerable: true,
  get: function () {
    return inert;
  }
});