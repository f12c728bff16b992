"use strict";

const require_parts = require("./audit-parts.js");
const require_minimums = require("./cli-minimums.js");
const require_place = require("./cli-place.js");
const require_since = require("./cli-since.js");
const require_cli_js = require("../cli.js");

// src/cli/audit-request.ts
const EXTENTS = [
	"all",
	"range",
	"since"
];
/** What the command line asks to be audited. */
function auditRequestOf(manual, words, io) {
	const named = EXTENTS.filter((name) => words.has(name));
	if (named.length > 1) throw require_cli_js.usage(manual, "audit looks at one history at a time.", {
		found: named.map((name) => `--${name}`).join(" "),
		wanted: EXTENTS.map((name) => `--${name}`).join(" or ")
	});
	const policyRef = words.one("policy-ref");
	const shard = shardOf(manual, words);
	const since = words.one("since");
	return {
		range: words.one("range"),
		ref: words.one("ref"),
		since: since === "last" ? null : require_since.timeIn(manual, "since", since),
		asOf: require_since.timeIn(manual, "as-of", words.one("as-of")),
		...partsOf(manual, words),
		place: require_place.placeOf(manual, words, io),
		...policyRef === null ? {} : { policyRef },
		...shard === null ? {} : { shard }
	};
}
/** `--with` adds to what is looked at anyway, and so does a minimum that asks for more; `--without` leaves out. */
function partsOf(manual, words) {
	const more = /* @__PURE__ */ new Set([...partsNamed(manual, words, "with"), ...require_minimums.partsFor(require_minimums.wantedMinimums(manual, words).map(({ name }) => name))]);
	const without = new Set(partsNamed(manual, words, "without"));
	if (without.has("messages")) throw require_cli_js.usage(manual, "Without its messages there is no audit.", { found: "--without messages" });
	return {
		parts: null,
		more,
		without
	};
}
function partsNamed(manual, words, option) {
	return words.all(option).flatMap((list) => list.split(",")).map((name) => {
		const part = require_parts.PARTS.find((one) => one === name);
		if (part !== void 0) return part;
		throw require_cli_js.usage(manual, "There is no such part.", {
			found: name,
			wanted: require_parts.PARTS.join(", ")
		});
	});
}
function shardOf(manual, words) {
	const told = words.one("shard");
	if (told === null) return null;
	const [, number = 0, of = 0] = (/^(\d{1,3})\/(\d{1,3})$/u.exec(told) ?? []).map(Number);
	if (number < 1 || number > of || of > 256) throw require_cli_js.usage(manual, "--shard needs a number of how many.", {
		found: told,
		wanted: `1/4, up to ${256}`
	});
	if (!words.has("out") || !words.has("as-of")) throw require_cli_js.usage(manual, "A shard is written into a folder, as of a time that all shards share.", {
		found: `--shard ${told}`,
		wanted: "--out DIR --as-of TIME"
	});
	if (words.one("since") === "last") throw require_cli_js.usage(manual, "What is new is told of a whole audit, not of a shard.", {
		found: `--shard ${told} --since last`,
		wanted: "--since DATE, or no shard"
	});
	return {
		number,
		of
	};
}

Object.defineProperty(exports, "auditRequestOf", {
  enumerable: true,
  get: function () {
    return auditRequestOf;
  }
});