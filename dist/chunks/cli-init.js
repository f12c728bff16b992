"use strict";

const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_paint = require("./reports-paint.js");
const require_envelope = require("./cli-envelope.js");
const require_cli_js = require("../cli.js");
let node_path = require("node:path");

// src/cli/init.ts
const manual = {
	name: "init",
	summary: "write a policy and install the commit-msg hook",
	forms: ["--yes [--backlog]", "--dry-run [--backlog]"],
	details: "Detects task folders, a GitHub origin and husky. Nothing that exists is overwritten: a policy stays as it is, another commit-msg hook runs before ours, and what only a person can decide is printed. Running it again changes nothing.",
	options: [
		{
			name: "yes",
			does: "do it"
		},
		{
			name: "dry-run",
			does: "show what would be done, and write nothing"
		},
		{
			name: "backlog",
			does: "also make a small backlog with one open task, where there is none"
		},
		{
			name: "json",
			does: "answer as JSON"
		}
	],
	examples: [
		{
			run: "golden-thread init --dry-run",
			does: "shows what would be written",
			exit: 0
		},
		{
			run: "golden-thread init --yes",
			does: "sets this repository up",
			exit: 0
		},
		{
			run: "golden-thread init",
			does: "does nothing: it wants --yes or --dry-run",
			exit: 2
		}
	]
};
const PROSE = {
	"policy-written": {
		will: "would write the policy",
		did: "wrote the policy"
	},
	"policy-kept": {
		will: "has a policy",
		did: "has a policy"
	},
	"hook-written": {
		will: "would install the hook",
		did: "installed the hook"
	},
	"hook-chained": {
		will: "would run the hook that is there, then ours",
		did: "runs the hook that was there, then ours"
	},
	"hook-updated": {
		will: "would bring the hook up to date",
		did: "brought the hook up to date"
	},
	"hook-kept": {
		will: "has the hook",
		did: "has the hook"
	},
	"hook-by-hand": {
		will: "needs a line that only you can add",
		did: "needs a line that only you can add"
	},
	"hook-asleep": {
		will: "is not there, so git runs no hook yet; husky makes it",
		did: "is not there, so git runs no hook yet; husky makes it"
	},
	"backlog-written": {
		will: "would make a backlog with one open task",
		did: "made a backlog with one open task"
	},
	"backlog-kept": {
		will: "has a backlog",
		did: "has a backlog"
	}
};
async function run(words, io, world) {
	const dry = words.has("dry-run");
	if (words.positionals.length > 0) throw require_cli_js.usage(manual, "init takes no arguments.", { found: words.positionals.join(" ") });
	const options = {
		cwd: io.cwd,
		env: io.env,
		home: world.home,
		backlog: words.has("backlog"),
		now: io.now()
	};
	const { apply, planInit } = await Promise.resolve().then(() => require("./setup-init.js"));
	const { root, steps } = await planInit(options);
	if (!dry && !words.has("yes")) throw untold(steps);
	if (!dry) for (const step of steps) apply(step);
	const show = words.has("json") ? asJson : asText;
	io.stdout.write(show(root, steps, dry, io));
	return require_world.exitCode("pass");
}
function untold(steps) {
	const open = steps.filter(({ actions }) => actions.length > 0).length;
	return new require_world.Fault("usage", "init writes files, so it wants to be told.", {
		found: `neither --yes nor --dry-run; ${open === 0 ? "nothing is left to do here" : `${open} to write here`}`,
		wanted: "--yes, or --dry-run to see what it would do",
		fix: "golden-thread init --yes"
	});
}
function asJson(root, steps, dry) {
	const list = steps.map(({ code, path, line }) => ({
		code,
		path: (0, node_path.relative)(root, path),
		line
	}));
	return `${require_escape.json({
		...require_envelope.envelope("init"),
		dryRun: dry,
		root,
		steps: list
	})}\n`;
}
function asText(root, steps, dry, io) {
	const paint = require_paint.painter(io.stdout.color);
	const names = steps.map((step) => require_escape.terminal((0, node_path.relative)(root, step.path)) || ".");
	const column = Math.max(...names.map(require_paint.width));
	const lines = steps.map((step, index) => {
		const { will, did } = PROSE[step.code];
		const line = step.line === void 0 ? "" : `\n      ${require_escape.terminal(step.line)}`;
		return `  ${markOf(step, paint)} ${require_paint.pad(names[index] ?? "", column)}  ${paint.dim(dry ? will : did)}${line}`;
	});
	return [
		paint.bold(`golden-thread in ${require_escape.terminal(root)}`),
		...lines,
		"",
		...dry ? DRY : NEXT,
		""
	].join("\n");
}
function markOf(step, paint) {
	if (step.line !== void 0) return paint.yellow("!");
	return step.actions.length > 0 ? paint.green("+") : paint.dim("=");
}
const DRY = ["Nothing was written. Do it with: golden-thread init --yes"];
const NEXT = [
	"Try it:",
	"  git commit --allow-empty -m \"no ticket\"           is rejected, and says how to fix it",
	"  git commit --allow-empty -m \"Try it (TASK-1)\"     passes if TASK-1 is open",
	"  golden-thread check range HEAD                    judges the whole history",
	"Commit the policy, so that everybody has the same law."
];
/** `init`: makes a repository ready, and says what it did. */
const command = {
	manual,
	run
};

exports.command = command;