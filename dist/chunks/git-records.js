"use strict";

const require_path_text = require("./git-path-text.js");

// src/git/records.ts
const NUL = 0;
/** The records of a stream that end with NUL, as they come: paths, and what git puts before them. */
async function* nulRecords(stdout) {
	let rest = Buffer.alloc(0);
	for await (const chunk of stdout) {
		const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		let at = 0;
		for (let end = data.indexOf(NUL); end >= 0; end = data.indexOf(NUL, at)) {
			yield require_path_text.pathText(data, at, end);
			at = end + 1;
		}
		rest = data.subarray(at);
	}
	if (rest.length > 0) yield require_path_text.pathText(rest, 0, rest.length);
}

Object.defineProperty(exports, "nulRecords", {
  enumerable: true,
  get: function () {
    return nulRecords;
  }
});