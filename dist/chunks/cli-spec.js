"use strict";

const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_cli = require("./cli.js");
const require_io = require("./cli-io.js");
const require_cli_js = require("../cli.js");

// src/cli/spec.ts
const manual = {
	name: "spec",
	summary: "show, weigh and compare what will be built for a ticket",
	forms: [
		"show TASK|TICKET [--json]",
		"check [TASK|TICKET...] [--write] [--json]",
		"diff TASK|TICKET [--base REV | --body FILE|-] [--json]"
	],
	details: "A spec is looked for in the sources that the policy names (spec.sources), in their order: the task's front matter, its documentation, documents of type specification, paths, the task itself, and the ticket's description where the policy allows that. Several in one source are an error, and both are named. show says where it stands and what it says; check says what it lacks by the policy's terms, and whether the digest in the task's front matter (spec.checksum) is still its own; with no name it takes every open task. diff compares the work tree with the commit where this branch left the default branch, or with what a pull request's body shows. Exit code 1: there is no spec, it lacks something, or the two differ; 3: a tracker gave no answer.",
	options: [
		{
			name: "write",
			does: "check: note path and digest of the spec in the task file, and touch nothing else"
		},
		{
			name: "base",
			value: "REV",
			does: "diff: compare with this commit"
		},
		{
			name: "body",
			value: "FILE",
			does: "diff: compare with the block in a pull request's body; - reads it from standard input"
		},
		{
			name: "json",
			does: "answer as JSON"
		}
	],
	examples: [
		{
			run: "golden-thread spec show TASK-1",
			does: "where it stands, its digest and its text",
			exit: 0
		},
		{
			run: "golden-thread spec check",
			does: "what the specs of all open tasks lack",
			exit: 0
		},
		{
			run: "golden-thread spec diff TASK-1",
			does: "what this branch changed of it",
			exit: 0
		},
		{
			run: "golden-thread spec show TASK-99",
			does: "says that there is no such task",
			exit: 2
		}
	]
};
async function run(words, io, world) {
	const [action, ...rest] = words.positionals;
	switch (action) {
		case "show": return show(words, rest, world);
		case "check": return check(words, rest, world);
		case "diff": return words.has("body") ? body(words, rest, io, world) : diff(words, rest, world);
		default: throw require_cli_js.usage(manual, action === void 0 ? "What about specs?" : "spec can't do this.", {
			...action === void 0 ? {} : { found: action },
			wanted: "show, check or diff"
		});
	}
}
async function show(words, rest, world) {
	const name = onlyName(words, "show", rest, []);
	const [{ showSpec }, { shownText, answerVerdict }] = await Promise.all([Promise.resolve().then(() => require("./satellite-spec-show.js")), Promise.resolve().then(() => require("./cli-spec-text.js"))]);
	const shown = await showSpec(world, name);
	tell(words, world, "spec-show", shown, () => shownText(shown, world.stdout));
	return require_world.exitCode(answerVerdict(shown.answer));
}
async function check(words, names, world) {
	held(words, "check", ["write"]);
	const [{ checkSpecs }, { checkedText }] = await Promise.all([Promise.resolve().then(() => require("./satellite-spec-check.js")), Promise.resolve().then(() => require("./cli-spec-text.js"))]);
	const specs = await checkSpecs(world, {
		names,
		write: words.has("write")
	});
	tell(words, world, "spec-check", { specs: specs.map(withoutText) }, () => checkedText(specs, world.stdout));
	return require_world.exitCode(require_world.worst(specs.map(({ verdict }) => verdict)));
}
/** A thousand specs are no answer to what they lack. */
function withoutText({ answer, ...rest }) {
	if (answer.status !== "found") return {
		...rest,
		answer
	};
	const { text: _text, ...spec } = answer.spec;
	return {
		...rest,
		answer: {
			status: answer.status,
			spec
		}
	};
}
async function diff(words, rest, world) {
	const name = onlyName(words, "diff", rest, ["base"]);
	const [{ diffSpec }, { changedText }] = await Promise.all([Promise.resolve().then(() => require("./satellite-spec-diff.js")), Promise.resolve().then(() => require("./cli-spec-diff-text.js"))]);
	const answer = await diffSpec(world, name, words.one("base"));
	tell(words, world, "spec-diff", answer, () => changedText(answer, world.stdout));
	return require_world.exitCode(answer.verdict);
}
async function body(words, rest, io, world) {
	const name = onlyName(words, "diff", rest, ["body"]);
	const bytes = await require_io.readInput(io, words.one("body") ?? "-");
	const [{ bodySpec }, { inBodyText }] = await Promise.all([Promise.resolve().then(() => require("./satellite-spec-body.js")), Promise.resolve().then(() => require("./cli-spec-diff-text.js"))]);
	const answer = await bodySpec(world, name, new TextDecoder().decode(bytes));
	tell(words, world, "spec-body", answer, () => inBodyText(answer, world.stdout));
	return require_world.exitCode(answer.verdict);
}
function tell(words, { stdout }, kind, answer, text) {
	stdout.write(words.has("json") ? `${require_escape.json({
		...require_cli.envelope(kind),
		...answer
	})}\n` : text());
}
function onlyName(words, action, rest, takes) {
	held(words, action, takes);
	const [name, ...more] = rest;
	if (name !== void 0 && more.length === 0) return name;
	throw require_cli_js.usage(manual, `spec ${action} takes one task or ticket.`, {
		found: rest.join(" ") || "none",
		wanted: "a task or ticket, such as TASK-7 or PROJ-7"
	});
}
/** An option that an action does nothing with was meant for another one. */
function held(words, action, takes) {
	const other = [
		"write",
		"base",
		"body"
	].filter((name) => words.has(name) && !takes.includes(name));
	if (other.length === 0) return;
	const wanted = takes.map((name) => `--${name}`).join(" ") || "no such option";
	throw require_cli_js.usage(manual, `spec ${action} can't do this here.`, {
		found: other.map((name) => `--${name}`).join(" "),
		wanted
	});
}
/** `spec`: what will be built, and whether it still is what somebody agreed to. */
const command = {
	manual,
	run
};

exports.command = command;