"use strict";

const require_git = require("./git.js");
const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_cli = require("./cli.js");
const require_init_text = require("./cli-init-text.js");
const require_remote_text = require("./cli-remote-text.js");
const require_cli_js = require("../cli.js");

// src/cli/init.ts
const manual = {
	name: "init",
	summary: "write a policy and install the hooks",
	forms: [
		"[--remote ENTRY...] [--hooks NAME] [--workflow] [--backlog]",
		"--yes [--remote ENTRY...] [--hooks NAME] [--workflow] [--backlog]",
		"--dry-run [--remote ENTRY...] [--hooks NAME] [--workflow] [--backlog]"
	],
	details: "Detects task folders, where origin lies and who runs the hooks: husky, lefthook, pre-commit, or git alone. Nothing that exists is overwritten: a policy stays as it is, a hook that is there runs before ours, and what only a person can decide is printed. At a terminal it asks which trackers hold the tickets; --remote says it beforehand, and each is asked whose token it is before it is written. Running it again changes nothing; golden-thread uninstall takes everything back.",
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
			name: "remote",
			value: "ENTRY",
			does: "a tracker, as the policy writes it; may be repeated"
		},
		{
			name: "hooks",
			value: "NAME",
			does: "auto, husky, lefthook, pre-commit or native"
		},
		{
			name: "workflow",
			does: "also write the workflow that judges pull requests"
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
			run: "golden-thread init --yes --hooks lefthook --workflow",
			does: "by lefthook, and in CI",
			exit: 0
		},
		{
			run: "golden-thread init --dry-run --remote 'jira: { site: company.atlassian.net, projects: [PROJ] }'",
			does: "shows a policy with a tracker",
			exit: 0
		},
		{
			run: "golden-thread init",
			does: "does nothing: it wants --yes or --dry-run",
			exit: 2
		}
	]
};
async function run(words, io, world) {
	if (words.positionals.length > 0) throw require_cli_js.usage(manual, "init takes no arguments.", { found: words.positionals.join(" ") });
	const [{ planInit }, { MANAGERS }] = await Promise.all([Promise.resolve().then(() => require("./setup-init.js")), Promise.resolve().then(() => require("./setup-hook-steps.js"))]);
	const dry = words.has("dry-run");
	const told = dry || words.has("yes");
	const answers = await remotesOf(words, told, world);
	const entries = answers?.entries ?? {};
	const plan = await planInit({
		cwd: io.cwd,
		env: io.env,
		home: world.home,
		backlog: words.has("backlog"),
		workflow: words.has("workflow"),
		remotes: entries,
		hooks: managerNamed(words.one("hooks"), MANAGERS),
		now: io.now()
	});
	if (!told && (!world.interactive || answers === null)) throw untold(plan);
	const diff = dry ? await diffOf(plan, io) : null;
	const proved = dry ? [] : answers?.proved ?? await prove(entries, world);
	if (!dry) (await Promise.resolve().then(() => require("./setup-apply.js"))).apply(plan.commonDir, plan.steps);
	io.stdout.write(words.has("json") ? asJson(plan, diff, proved) : require_init_text.initText(plan, diff, io.stdout));
	if (proved.length > 0 && !words.has("json")) io.stdout.write(`\n${require_remote_text.remotesText(proved, io.stdout)}`);
	return require_world.exitCode("pass");
}
/** Trackers from the command line, or from whoever sits at the terminal; null: nobody wants to go on. */
async function remotesOf(words, told, world) {
	const { readRemotes } = await Promise.resolve().then(() => require("./setup-remote-entries.js")).then((n) => n.remote_entries_exports);
	const named = await readRemotes(words.all("remote"));
	if (told || !world.interactive) return {
		entries: named,
		proved: null
	};
	return (await Promise.resolve().then(() => require("./cli-init-ask.js"))).askRemotes(named, world, prove);
}
/** Whose token it is, and whether it works, while there is somebody who can mend it. */
async function prove(entries, world) {
	if (Object.keys(entries).length === 0) return [];
	const [{ proveRemotes }, { remoteLaws }] = await Promise.all([Promise.resolve().then(() => require("./remotes.js")), Promise.resolve().then(() => require("./setup-remote-entries.js")).then((n) => n.remote_entries_exports)]);
	return proveRemotes(world, remoteLaws(entries));
}
function managerNamed(asked, managers) {
	if (asked === null || asked === "auto") return null;
	const found = managers.find((name) => name === asked);
	if (found !== void 0) return found;
	throw require_cli_js.usage(manual, `Nobody called "${asked}" runs hooks.`, {
		found: asked,
		wanted: ["auto", ...managers].join(", ")
	});
}
async function diffOf({ root, commonDir, steps }, { env }) {
	const [{ preview }, { changesOf }] = await Promise.all([Promise.resolve().then(() => require("./setup-preview.js")), Promise.resolve().then(() => require("./setup-changes.js"))]);
	return preview(changesOf(steps), {
		root,
		commonDir,
		env
	});
}
function untold({ steps }) {
	const open = steps.filter(({ actions }) => actions.length > 0).length;
	return new require_git.Fault("usage", "init writes files, so it wants to be told.", {
		found: `neither --yes nor --dry-run; ${open === 0 ? "nothing is left to do here" : `${open} to write here`}`,
		wanted: "--yes, or --dry-run to see what it would do",
		fix: "golden-thread init --yes"
	});
}
function asJson({ root, steps }, diff, remotes) {
	const list = steps.map(({ code, path, line }) => ({
		code,
		path: require_init_text.nameOf(root, path),
		line
	}));
	const shown = diff === null ? {} : { diff };
	return `${require_escape.json({
		...require_cli.envelope("init"),
		dryRun: diff !== null,
		root,
		steps: list,
		remotes,
		...shown
	})}\n`;
}
/** `init`: makes a repository ready, and says what it did. */
const command = {
	manual,
	run
};

exports.command = command;