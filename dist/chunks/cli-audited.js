"use strict";

const require_place = require("./cli-place.js");
const require_since = require("./cli-since.js");
const require_watched = require("./cli-watched.js");
const require_cli_js = require("../cli.js");

// src/cli/audited.ts
/** What every command asks that answers from an audit. */
const EXTENT_OPTIONS = [
	{
		name: "range",
		value: "A..B|REV",
		does: "these commits, or everything that is reachable from REV (HEAD)"
	},
	require_since.SINCE_OPTION,
	{
		name: "policy-ref",
		value: "REV",
		does: "read policy and tasks there, not in the working tree"
	},
	require_place.PLACE_OPTION
];
/** The audit that the words ask for, as it may be shown. */
async function audited(manual, words, { io, world, parts }) {
	const policyRef = words.one("policy-ref");
	if (words.all("range").length > 1) throw require_cli_js.usage(manual, `${manual.name} looks at one history at a time.`, { found: words.all("range").join(" ") });
	const place = require_place.placeOf(manual, words, io);
	const under = policyRef === null ? {} : { policyRef };
	const request = {
		range: words.one("range"),
		ref: null,
		since: require_since.sinceOf(manual, words),
		asOf: null,
		parts,
		place,
		...under
	};
	const { audit } = await Promise.resolve().then(() => require("./audit.js"));
	return require_watched.watched(io, (progress) => audit(world, {
		...request,
		progress
	}));
}

Object.defineProperty(exports, "EXTENT_OPTIONS", {
  enumerable: true,
  get: function () {
    return EXTENT_OPTIONS;
  }
});
Object.defineProperty(exports, "audited", {
  enumerable: true,
  get: function () {
    return audited;
  }
});