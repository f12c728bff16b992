"use strict";

const require_world = require("./world.js");
const require_layout = require("./reports-layout.js");
const require_audited = require("./cli-audited.js");
const require_manual = require("./cli-manual.js");
const require_output = require("./cli-output.js");
const require_cli_js = require("../cli.js");

// src/trace/measures.ts
/** Every measure, by the name that people write. */
const MEASURES = {
	tickets: {
		of: ({ linkedCount, totalItems }) => require_layout.ratioOf(linkedCount, totalItems),
		parts: [
			"messages",
			"tree",
			"tickets"
		]
	},
	commits: {
		of: ({ commits }) => commits.ratio,
		parts: ["messages"]
	},
	"pull-requests": {
		of: ({ proposals }) => proposals,
		parts: ["messages", "proposals"]
	},
	files: {
		of: ({ files }) => files,
		parts: [
			"messages",
			"tree",
			"paths"
		]
	},
	"live-lines": {
		of: ({ liveLines }) => liveLines,
		parts: [
			"messages",
			"tree",
			"blame"
		]
	},
	"changed-lines": {
		of: ({ changedLines }) => changedLines,
		parts: ["messages", "lines"]
	},
	specs: {
		of: ({ specs }) => specs,
		parts: ["messages"]
	},
	criteria: {
		of: ({ criteria }) => criteria,
		parts: ["messages"]
	}
};
/** Their names, in the order of the help. */
const MEASURE_NAMES = Object.keys(MEASURES).filter(isMeasure);
/** Whether there is such a measure. */
function isMeasure(name) {
	return Object.hasOwn(MEASURES, name);
}
/** The measure of a coverage; null: nobody looked. */
function measured(name, coverage) {
	return MEASURES[name].of(coverage);
}
/** What an audit has to look at for some measures. */
function partsFor(names) {
	return new Set(names.flatMap((name) => MEASURES[name].parts));
}
/**
* Holds an audit against a minimum by the exact numbers, not by the rounded percentage. Of what was looked at only in part nobody can say;
* nothing to cover is covered.
*/
function minimumOf(name, wanted, { coverage, parts }) {
	const found = measured(name, coverage);
	const open = parts.some(({ part, state }) => state !== "done" && MEASURES[name].parts.includes(part));
	return {
		name,
		wanted,
		found,
		met: found === null || open ? null : found.covered * 100 >= wanted * found.total
	};
}
/** A minimum that is missed fails, one that nobody looked at is undecided. */
function verdictOf(minimums) {
	if (minimums.some(({ met }) => met === false)) return "fail";
	return minimums.some(({ met }) => met === null) ? "undecided" : "pass";
}
/** What the command answers of an audit. */
function coverageAnswer(audit, minimums, by) {
	const { report, asOf, scope, coverage, gaps, parts } = audit;
	return {
		schemaVersion: 1,
		kind: "coverage",
		tool: report.tool,
		policyDigest: report.policyDigest,
		asOf,
		scope,
		coverage,
		gaps: gaps.map(({ code, of, indexes }) => ({
			code,
			of,
			count: indexes.length
		})),
		minimums,
		by: by === null ? null : {
			kind: by,
			groups: groupsOf(audit, by)
		},
		unseen: parts.filter(({ state }) => state !== "done")
	};
}
function groupsOf({ folders, authors, months }, by) {
	switch (by) {
		case "folder": return folders;
		case "author": return authors;
		case "month": return months;
	}
}

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
		{
			name: "min",
			value: "NAME=PERCENT",
			values: MEASURE_NAMES,
			does: `at least so much of ${MEASURE_NAMES.join(", ")}; may be repeated`
		},
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
	const wanted = words.all("min").map(wantedOf);
	const by = groupOf(words);
	const targets = require_output.targetsOf(words, FORMATS);
	const parts = /* @__PURE__ */ new Set([
		...USUAL,
		...by === "folder" ? ["paths"] : [],
		...partsFor(wanted.map(({ name }) => name))
	]);
	const audit = await require_audited.audited(manual, words, {
		io,
		world,
		parts: wanted.length === 0 && by !== "folder" ? null : parts
	});
	const minimums = wanted.map(({ name, percent }) => minimumOf(name, percent, audit));
	await writeBadge(words, io, audit, minimums);
	const answer = coverageAnswer(audit, minimums, by);
	await require_output.writeTargets(io, targets, async ({ format, ...how }) => {
		if (format === "json") return [`${(await Promise.resolve().then(() => require("./reports-escape.js")).then((n) => n.escape_exports)).json(answer)}\n`];
		return (await Promise.resolve().then(() => require("./reports-coverage-text.js"))).coverageText(audit, answer, how);
	});
	return require_world.exitCode(verdictOf(minimums));
}
function wantedOf(told) {
	const [, name = "", number = ""] = /^([a-z-]+)=(\d{1,3}(?:\.\d{1,3})?)%?$/.exec(told) ?? [];
	const percent = Number(number);
	if (isMeasure(name) && number !== "" && percent <= 100) return {
		name,
		percent
	};
	throw require_cli_js.usage(manual, "--min needs a measure and a percentage.", {
		found: told,
		wanted: `${MEASURE_NAMES.join(", ")}, and 0 to 100, as commits=95.5`
	});
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
async function writeBadge(words, io, { coverage }, [first]) {
	const file = words.one("badge");
	if (file === null) return;
	const { badge } = await Promise.resolve().then(() => require("./reports-badge.js"));
	const name = first?.name ?? "commits";
	await io.writeFile(file, [badge({
		label: `${name} traced`,
		ratio: measured(name, coverage)
	})]);
}
/** `coverage`: how much leads to a ticket, and whether that is enough. */
const command = {
	manual,
	run
};

exports.command = command;