"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_line_history = require("./git-line-history.js");
const require_results = require("./store-results.js");

// src/read-ahead.ts
var read_ahead_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ readAhead: () => readAhead });
/**
* Lets git begin to tell the messages of a range, so that it works on them while what judges them is loaded. Null: they may be
* read in another way, or not at all: with their paths, less those before a baseline, or from what was kept.
*/
function readAhead({ repo, law }, { include, exclude }) {
	if (law.baseline !== null || require_line_history.needsPaths(law)) return null;
	if (exclude.length === 0 && require_results.hasResults(repo.commonDir, "messages")) return null;
	return require_line_history.startLines(repo, [...include, ...exclude.map((id) => `^${id}`)]);
}

Object.defineProperty(exports, "readAhead", {
  enumerable: true,
  get: function () {
    return readAhead;
  }
});
Object.defineProperty(exports, "read_ahead_exports", {
  enumerable: true,
  get: function () {
    return read_ahead_exports;
  }
});