"use strict";

const require_world = require("./world.js");
const require_minimums = require("./cli-minimums.js");
const require_audited = require("./cli-audited.js");
const require_manual = require("./cli-manual.js");
const require_output = require("./cli-output.js");
const require_cli_js = require("../cli.js");

// src/cli/coverage.ts
const FORMATS = ["json", "text"];
const GROUPS = [
	"folder",
	"author",
	"month"
];
const manual = {
	name: "coverage",
	summary: "say how much leads to a ticket, both ways: tickets, commits, files, lines",
	forms: ["[--min NAME=PERCENT]… [--by folder|author|month] [--badge FILE.svg]"],
	details: "Counts tickets that commits, files or lines lead to, and commits, pull requests, files and lines that a ticket leads to. A percentage has one decimal and is rounded down: 100 is all of them. Ends 1 where a minimum is missed, and 3 where what it asks was not looked at.",
	options: [
		require_minimums.MIN_OPTION,
		{
			name: "by",
			value: "WHAT",
			values: GROUPS,
			does: "tell folders, authors or months apart"
		},
		{
			name: "badge",
			value: "FILE.svg",
			does: "write a badge of the first minimum's measure, else of commits"
		},
		...require_audited.EXTENT_OPTIONS,
		...require_manual.formatOptions(FORMATS),
		{
			name: "output",
			value: "FILE",
			does: "write the format to FILE instead of standard output"
		}
	],
	examples: [
		{
			run: "golden-thread coverage",
			does: "what leads to a ticket, and what breaks",
			exit: 0
		},
		{
			run: "golden-thread coverage --by author --json",
			does: "per author, for programs",
			exit: 0
		},
		{
			run: "golden-thread coverage --min commits=1",
			does: "holds the history to a minimum",
			exit: 0
		},
		{
			run: "golden-thread coverage --min commits=much",
			does: "says how a minimum is written",
			exit: 2
		}
	]
};
/** What is looked at where no minimum asks for more. */
const USUAL = [
	"messages",
	"tree",
	"tickets"
];
async function run(words, io, world) {
	if (words.positionals.length > 0) throw require_cli_js.usage(manual, "coverage takes options alone.", { found: words.positionals.join(" ") });
	const wanted = require_minimums.wantedMinimums(manual, words);
	const by = groupOf(words);
	const targets = require_output.targetsOf(words, FORMATS);
	const parts = /* @__PURE__ */ new Set([
		...USUAL,
		...by === "folder" ? ["paths"] : [],
		...require_minimums.partsFor(wanted.map(({ name }) => name))
	]);
	const audit = await require_audited.audited(manual, words, {
		io,
		world,
		parts: wanted.length === 0 && by !== "folder" ? null : parts
	});
	const minimums = wanted.map(({ name, percent }) => require_minimums.minimumOf(name, percent, audit));
	await writeBadge(words, io, audit, minimums);
	const answer = require_minimums.coverageAnswer(audit, minimums, by);
	await require_output.writeTargets(io, targets, async ({ format, ...how }) => {
		if (format === "json") return [`${(await Promise.resolve().then(() => require("./reports-escape.js")).then((n) => n.escape_exports)).json(answer)}\n`];
		return (await Promise.resolve().then(() => require("./reports-coverage-text.js"))).coverageText(audit, answer, how);
	});
	return require_world.exitCode(require_minimums.verdictOf(minimums));
}
function groupOf(words) {
	const told = words.one("by");
	const group = GROUPS.find((name) => name === told) ?? null;
	if (told !== null && group === null) throw require_cli_js.usage(manual, "Coverage is not told apart by this.", {
		found: told,
		wanted: GROUPS.join(", ")
	});
	return group;
}
async function writeBadge(words, io, audit, [first]) {
	const file = words.one("badge");
	if (file === null) return;
	const { badge } = await Promise.resolve().then(() => require("./reports-badge.js"));
	const name = first?.name ?? "commits";
	await io.writeFile(file, [badge({
		label: `${name} traced`,
		ratio: require_minimums.measured(name, audit)
	})]);
}
/** `coverage`: how much leads to a ticket, and whether that is enough. */
const command = {
	manual,
	run
};

exports.command = command;