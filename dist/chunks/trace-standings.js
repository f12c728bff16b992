"use strict";

const require_audit = require("./core-audit.js");

// src/trace/standings.ts
/** Nothing of any standing. */
function noStandings() {
	return {
		authorised: 0,
		exempt: 0,
		unauthorised: 0,
		unreferenced: 0,
		unknown: 0
	};
}
/** Whether nobody has to ask any more why a commit was made. */
function isExcused(standing) {
	return standing === "authorised" || standing === "exempt";
}
/** Commits that nothing covers. */
function uncovered(counts) {
	return require_audit.STANDINGS.reduce((sum, standing) => sum + (isExcused(standing) ? 0 : counts[standing]), 0);
}

Object.defineProperty(exports, "isExcused", {
  enumerable: true,
  get: function () {
    return isExcused;
  }
});
Object.defineProperty(exports, "noStandings", {
  enumerable: true,
  get: function () {
    return noStandings;
  }
});
Object.defineProperty(exports, "uncovered", {
  enumerable: true,
  get: function () {
    return uncovered;
  }
});