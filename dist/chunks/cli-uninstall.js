"use strict";

const require_git = require("./git.js");
const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_paint = require("./reports-paint.js");
const require_diff_text = require("./cli-diff-text.js");
const require_cli = require("./cli.js");
const require_init_text = require("./cli-init-text.js");
const require_cli_js = require("../cli.js");

// src/cli/uninstall.ts
const manual = {
	name: "uninstall",
	summary: "take back what init did",
	forms: ["--yes", "--dry-run"],
	details: "Restores every file byte for byte as it was before init: hooks that were there get their place back, and what was added to another tool's file is taken out. A file that was changed since loses only our part; a policy or a task that was changed stays. Nothing of yours is removed.",
	options: [
		{
			name: "yes",
			does: "do it"
		},
		{
			name: "dry-run",
			does: "show every change as a diff, and write nothing"
		},
		{
			name: "json",
			does: "answer as JSON"
		}
	],
	examples: [
		{
			run: "golden-thread init --yes && golden-thread uninstall --yes",
			does: "leaves everything as it was",
			exit: 0
		},
		{
			run: "golden-thread uninstall --dry-run",
			does: "shows what it would do",
			exit: 0
		},
		{
			run: "golden-thread uninstall",
			does: "does nothing: it wants --yes or --dry-run",
			exit: 2
		}
	]
};
const PROSE = {
	removed: {
		will: "would be removed",
		did: "removed"
	},
	restored: {
		will: "would be as it was before",
		did: "as it was before"
	},
	"moved-back": {
		will: "would get its place back",
		did: "got its place back"
	},
	"part-removed": {
		will: "was changed since; only our part would be taken out",
		did: "was changed since; only our part was taken out"
	},
	left: {
		will: "was changed since, and would stay",
		did: "was changed since, and stays"
	},
	gone: {
		will: "is gone already",
		did: "is gone already"
	}
};
async function run(words, io) {
	if (words.positionals.length > 0) throw require_cli_js.usage(manual, "uninstall takes no arguments.", { found: words.positionals.join(" ") });
	const { applyUninstall, planUninstall } = await Promise.resolve().then(() => require("./setup-uninstall.js"));
	const plan = await planUninstall({
		cwd: io.cwd,
		env: io.env
	});
	const dry = words.has("dry-run");
	if (!dry && !words.has("yes")) throw untold(plan);
	const diff = dry ? await diffOf(plan, io) : null;
	if (!dry) applyUninstall(plan.commonDir, plan.steps);
	io.stdout.write(words.has("json") ? asJson(plan, diff) : asText(plan, diff, io));
	return require_world.exitCode("pass");
}
async function diffOf({ root, commonDir, steps }, { env }) {
	const [{ preview }, { changesBack }] = await Promise.all([Promise.resolve().then(() => require("./setup-preview.js")), Promise.resolve().then(() => require("./setup-changes.js"))]);
	return preview(changesBack(commonDir, steps), {
		root,
		commonDir,
		env
	});
}
function untold({ steps }) {
	return new require_git.Fault("usage", "uninstall changes files, so it wants to be told.", {
		found: `neither --yes nor --dry-run; ${steps.length === 0 ? "nothing is left to do here" : `${steps.length} to undo here`}`,
		wanted: "--yes, or --dry-run to see what it would do",
		fix: "golden-thread uninstall --yes"
	});
}
function asJson({ root, steps }, diff) {
	const list = steps.map(({ code, path }) => ({
		code,
		path: require_init_text.nameOf(root, path)
	}));
	const shown = diff === null ? {} : { diff };
	return `${require_escape.json({
		...require_cli.envelope("uninstall"),
		dryRun: diff !== null,
		root,
		steps: list,
		...shown
	})}\n`;
}
function asText({ root, steps }, diff, io) {
	const paint = require_paint.painter(io.stdout.color);
	const names = steps.map((step) => require_escape.terminal(require_init_text.nameOf(root, step.path)));
	const column = Math.max(0, ...names.map(require_reports.width));
	const lines = steps.map(({ code }, index) => {
		const { will, did } = PROSE[code];
		return `  ${code === "left" ? paint.yellow("!") : paint.green("-")} ${require_reports.pad(names[index] ?? "", column)}  ${paint.dim(diff === null ? did : will)}`;
	});
	const nothing = steps.length === 0 ? ["  Nothing here was written by init."] : [];
	const shown = diff === null || diff === "" ? [] : ["", require_diff_text.diffText(diff, paint)];
	const dry = diff === null ? [] : ["", "Nothing was changed. Do it with: golden-thread uninstall --yes"];
	return [
		paint.bold(`golden-thread in ${require_escape.terminal(root)}`),
		...lines,
		...nothing,
		...shown,
		...dry,
		""
	].join("\n");
}
/** `uninstall`: leaves a repository as it was before `init`. */
const command = {
	manual,
	run
};

exports.command = command;