"use strict";

const require_core = require("./core.js");
const require_cli_js = require("../cli.js");

// src/cli/since.ts
/** `--since`, the same for every command that counts commits. */
const SINCE_OPTION = {
	name: "since",
	value: "DATE",
	does: "count commits from this day or time (UTC) on, as 2026-01-31"
};
/** What `--since` says: RFC 3339 in UTC. Null: not told. */
function sinceOf(manual, words) {
	return timeIn(manual, "since", words.one("since"));
}
/** The time that an option says, RFC 3339 in UTC; a day begins at midnight there. */
function timeIn(manual, option, told) {
	if (told === null) return null;
	const seconds = require_core.secondsOf(told.length === 10 ? `${told}T00:00:00Z` : told);
	if (seconds === null) throw require_cli_js.usage(manual, `--${option} needs a day or a time.`, {
		found: told,
		wanted: "YYYY-MM-DD, or RFC 3339"
	});
	return require_core.timeOf(seconds);
}

Object.defineProperty(exports, "SINCE_OPTION", {
  enumerable: true,
  get: function () {
    return SINCE_OPTION;
  }
});
Object.defineProperty(exports, "sinceOf", {
  enumerable: true,
  get: function () {
    return sinceOf;
  }
});
Object.defineProperty(exports, "timeIn", {
  enumerable: true,
  get: function () {
    return timeIn;
  }
});