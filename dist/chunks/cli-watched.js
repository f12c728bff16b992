"use strict";

const require_reports = require("./reports.js");

// src/cli/watched.ts
/** Shows how far a long walk is, on a terminal only, on a line that is gone when it ends. */
async function watched(io, work) {
	let shown = false;
	try {
		return await work((done, what = "commits read") => {
			shown ||= io.stderr.color && io.env.CI === void 0;
			if (shown) io.stderr.write(`\r${require_reports.count(done)} ${what}`);
		});
	} finally {
		if (shown) io.stderr.write("\r\x1B[K");
	}
}

Object.defineProperty(exports, "watched", {
  enumerable: true,
  get: function () {
    return watched;
  }
});