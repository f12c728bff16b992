"use strict";

const require_git = require("./git.js");
const require_world = require("./world.js");
const require_opening = require("./opening.js");
const require_audited = require("./cli-audited.js");
const require_manual = require("./cli-manual.js");
const require_output = require("./cli-output.js");
const require_cli_js = require("../cli.js");

// src/cli/trace.ts
const FORMATS = ["json", "text"];
const manual = {
	name: "trace",
	summary: "follow the thread from a ticket, file, line, commit or pull request, both ways",
	forms: ["TICKET|PATH[:LINE]|SHA|#PR"],
	details: "Answers intent (tickets), plan (spec, criteria, approvals), implementation (pull requests, commits, files and lines) and evidence (verdicts, as of when, under which policy). On GitHub tickets and pull requests share their numbers: #12 is the ticket where one has that number.",
	options: [
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
			run: "golden-thread trace TASK-1",
			does: "what was done for a ticket",
			exit: 0
		},
		{
			run: "golden-thread trace golden-thread.yml:1",
			does: "why a line is there",
			exit: 0
		},
		{
			run: "golden-thread trace HEAD --json",
			does: "the thread of a commit, for programs",
			exit: 0
		},
		{
			run: "golden-thread trace NOTHING-0",
			does: "says what can be traced",
			exit: 2
		}
	]
};
/** Pull requests are told by what commits and trackers say already; asking a forge for all of them is an audit's work. */
const PARTS = /* @__PURE__ */ new Set([
	"messages",
	"tree",
	"paths"
]);
/** Commits of which a forge is asked by which pull request they came, where nothing else knows the one that is meant: a hundred requests. */
const MOST_ASKED = 5e3;
async function run(words, io, world) {
	const [text, ...more] = words.positionals;
	if (text === void 0 || more.length > 0) throw require_cli_js.usage(manual, "trace follows one thing.", {
		found: words.positionals.join(" "),
		wanted: manual.forms.join(", or ")
	});
	const targets = require_output.targetsOf(words, FORMATS);
	const answer = await followed(text, await auditFor(text, words, {
		io,
		world
	}), world);
	await require_output.writeTargets(io, targets, async ({ format, ...how }) => {
		const options = {
			...how,
			metas: (await Promise.resolve().then(() => require("./rules.js")).then((n) => n.rules_exports)).ruleMetas(),
			repair: null,
			subject: () => null
		};
		if (format === "json") return (await Promise.resolve().then(() => require("./reports-trace-json.js"))).traceJson(answer, options);
		return (await Promise.resolve().then(() => require("./reports-trace-text.js"))).traceText(answer, options);
	});
	return require_world.exitCode("pass");
}
/** The audit that can tell of what a text means: a pull request may be known to its forge alone. */
async function auditFor(text, words, { io, world }) {
	const audit = await require_audited.audited(manual, words, {
		io,
		world,
		parts: PARTS
	});
	const { changeCalled, questionOf } = await Promise.resolve().then(() => require("./trace-question.js"));
	if (changeCalled(text) === null || questionOf(text, audit) !== null || audit.history.count > MOST_ASKED) return audit;
	return require_audited.audited(manual, words, {
		io,
		world,
		parts: /* @__PURE__ */ new Set([...PARTS, "proposals"])
	});
}
/** The thread of what a text means. Throws Fault("usage") where that is nothing, or more than one commit. */
async function followed(text, audit, world) {
	const { follow } = await Promise.resolve().then(() => require("./trace-follow.js"));
	const found = await follow(await require_opening.startOpening(world, null).repo, audit, text);
	switch (found.status) {
		case "followed": return found.answer;
		case "ambiguous": throw new require_git.Fault("usage", "Several commits begin like this.", {
			found: found.commits.join(", "),
			wanted: "more digits of one of them"
		});
		case "nothing": throw nothing(text, audit);
	}
}
function nothing(text, { tickets }) {
	const near = require_git.nearest(text, tickets.map(({ key }) => key));
	const meant = near === null ? "" : `; did you mean "${near}"?`;
	return new require_git.Fault("usage", `Nothing of this history is called "${text}".`, {
		found: text,
		wanted: `a ticket that something names, a path of the tree, a line as path:12, a commit, or #12 for a pull request${meant}`,
		fix: "golden-thread trace --help"
	});
}
/** `trace`: the thread of one thing, from intent to evidence. */
const command = {
	manual,
	run
};

exports.command = command;