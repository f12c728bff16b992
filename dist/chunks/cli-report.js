"use strict";

const require_parts = require("./audit-parts.js");
const require_place = require("./cli-place.js");
const require_cli_js = require("../cli.js");

// src/cli/report.ts
const manual = {
	name: "report",
	summary: "look at an audit in a browser: one that was written, or this repository as it is now",
	forms: ["open [DIR|FILE] [--print]", "serve [--port N] [--once] [--ref REF|--range A..B] [--with PART,…]"],
	details: "open shows the page of an audit that audit --out wrote (in ./audit where nothing is named). serve audits this repository and shows the page to browsers on this machine alone, under an address that nobody can guess; it is printed and opened by nobody, since other people of this machine could read it from the list of programs. When the branch, the policy, a task or what a tracker told has moved, it is audited anew, and the page follows. Ctrl-C ends it.",
	options: [
		{
			name: "print",
			does: "open: print the file's address, and open nothing"
		},
		{
			name: "port",
			value: "N",
			does: "serve: listen there (0: any that is free, the default)"
		},
		{
			name: "once",
			does: "serve: end when the page was read once"
		},
		{
			name: "ref",
			value: "REF",
			does: "serve: the branch or tag that is audited (HEAD)"
		},
		{
			name: "range",
			value: "A..B|REV",
			does: "serve: these commits, or everything that is reachable from REV"
		},
		{
			name: "since",
			value: "DATE",
			does: "serve: count commits from this day or time (UTC) on"
		},
		{
			name: "with",
			value: "PART,…",
			values: require_parts.PARTS,
			does: "serve: look at these parts too"
		},
		{
			name: "policy-ref",
			value: "REV",
			does: "serve: read policy and tasks there, not in the working tree"
		},
		require_place.PLACE_OPTION
	],
	examples: [{
		run: "golden-thread report open nowhere",
		does: "says that there is no such page",
		exit: 2
	}, {
		run: "golden-thread report serve --port 99999",
		does: "says what a port is",
		exit: 2
	}]
};
async function run(words, io, world) {
	const [what, ...rest] = words.positionals;
	switch (what) {
		case "open": return (await Promise.resolve().then(() => require("./cli-report-open.js"))).reportOpen(words, rest, io, world);
		case "serve": return (await Promise.resolve().then(() => require("./cli-report-serve.js"))).reportServe(words, rest, io, world);
		default: throw require_cli_js.usage(manual, "report opens the page of an audit, or serves it.", {
			found: what ?? "nothing",
			wanted: manual.forms.join(", or ")
		});
	}
}
/** `report`: an audit's page in a browser. */
const command = {
	manual,
	run
};

exports.command = command;