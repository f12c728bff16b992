"use strict";

const require_git = require("./git.js");
const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_paint = require("./reports-paint.js");
const require_init_text = require("./cli-init-text.js");
const require_cli = require("./cli.js");
const require_remote_text = require("./cli-remote-text.js");
const require_cli_js = require("../cli.js");

// src/cli/doctor-text.ts
const PROSE = {
	"git-version": "git",
	"node-here": "Node that hooks find in this terminal",
	"node-bare-path": "Node that hooks find in a program with windows (a bare PATH)",
	program: "golden-thread's own program",
	"program-on-path": "the program that the hooks start by its name",
	"git-folder": "is a folder that golden-thread writes to",
	"hooks-path": "core.hooksPath tells git where hooks are",
	"hook-runs": "runs the gate",
	"hook-missing": "does not run the gate",
	"hook-foreign": "is another hook, and does not run the gate",
	"hook-stale": "does not run the gate of this version",
	"hook-asleep": "is missing or can't be run: git skips it without a word",
	"hook-crlf": "has Windows line ends: no shell can start it",
	"hook-not-executable": "is not executable: git skips it",
	"hook-by-hand": "is shared with others, so init leaves it alone; add this line",
	"tree-bare": "lacks husky's stubs: git skips every hook in that work tree",
	"manager-lacks-us": "does not run the gate",
	"manager-has-us": "runs the gate",
	"manager-asleep": "has no scripts of that tool, or not for every hook: git skips them",
	"switched-off": "switches hooks off in this shell",
	policy: "policy",
	evidence: "evidence",
	remote: "tracker",
	forge: "forge",
	"forge-check": "the gate is a required check",
	"forge-pinned": "who may report that check",
	"forge-current": "branches are brought up to date before a merge",
	"forge-direct": "how commits get in",
	"forge-force": "rewriting history",
	"forge-deletion": "deleting the branch",
	"forge-bypass": "who is let past the rules",
	"forge-reviews": "approvals that a pull request needs",
	"forge-owners": "who approves changes to the gate's own files",
	"forge-owned": "owners of the gate's own files",
	"forge-tags": "moving tags",
	"forge-merging": "ways of merging"
};
/** What was looked at, for people: each with what was found, and what mends it. */
function doctorText(root, checks, out) {
	const paint = require_paint.painter(out.color);
	const wrong = checks.filter(({ state }) => state === "fail").length;
	const unknown = checks.filter(({ state }) => state === "unknown").length;
	const sum = wrong > 0 ? paint.red(`${require_reports.plural(wrong, "problem")}: see the commands above.`) : unknown > 0 ? paint.yellow(`Nothing is wrong that can be seen from here; ${require_reports.plural(unknown, "answer")} not known.`) : paint.green("All is well.");
	const lines = checks.flatMap((check) => linesOf(root, check, paint));
	return [
		paint.bold(`golden-thread in ${require_escape.terminal(root)}`),
		...lines,
		"",
		sum,
		""
	].join("\n");
}
function linesOf(root, check, paint) {
	const { code, path, found, wanted, around, fix } = check;
	const what = [path === void 0 ? null : require_init_text.nameOf(root, path), PROSE[code]].filter((one) => one !== null);
	const facts = found === void 0 ? "" : `: ${found}`;
	const wish = wanted === void 0 ? "" : paint.dim(` (wanted: ${require_escape.terminal(wanted)})`);
	const mend = [...around === void 0 ? [] : [around], ...fix?.trimEnd().split("\n") ?? []];
	return [`  ${markOf(check, paint)} ${require_escape.terminal(`${what.join(" ")}${facts}`)}${wish}`, ...mend.map((line) => `      ${require_escape.terminal(line)}`)];
}
function markOf({ state }, paint) {
	if (state === "ok") return paint.green("✓");
	if (state === "unknown") return paint.yellow("?");
	return state === "note" ? paint.yellow("!") : paint.red("✗");
}

// src/cli/doctor.ts
const manual = {
	name: "doctor",
	summary: "say whether the hooks run, and what mends them",
	forms: ["[--forge] [--branch NAME] [--check NAME] [--json]"],
	details: "Looks at git, at the Node that the hooks find here and in programs with windows, at every hook and who runs it, at all work trees, at the policy, at the token for each tracker and at variables that switch hooks off. With --forge it asks the forge whether it holds the branch to the gate: the required check and who may report it, direct and force pushes, who is let past, tags; and says what somebody could do around it. Exit code 0: all is well; 1: something would be skipped or could not run, each with the command that mends it; 3: nothing is wrong, and the forge does not tell this token everything.",
	options: [
		{
			name: "forge",
			does: "ask the forge what protects the branch"
		},
		{
			name: "branch",
			value: "NAME",
			does: "of that branch, not the default one; needs --forge"
		},
		{
			name: "check",
			value: "NAME",
			does: "the gate's check where it is not called golden-thread; needs --forge"
		},
		{
			name: "json",
			does: "answer as JSON"
		}
	],
	examples: [{
		run: "golden-thread doctor",
		does: "no hook is installed yet",
		exit: 1
	}, {
		run: "golden-thread init --yes && golden-thread doctor",
		does: "all is well",
		exit: 0
	}]
};
async function run(words, io, world) {
	if (words.positionals.length > 0) throw require_cli_js.usage(manual, "doctor takes no arguments.", { found: words.positionals.join(" ") });
	const forge = forgeTerms(words);
	const { examine } = await Promise.resolve().then(() => require("./setup-doctor.js"));
	const { root, manager, checks } = await examine({
		cwd: io.cwd,
		env: io.env,
		home: world.home,
		node: world.node
	});
	const all = [
		...checks,
		...await checkPolicy(world),
		...await forgeOf(forge, world)
	];
	const isWell = all.every(({ state }) => state === "ok" || state === "note");
	io.stdout.write(words.has("json") ? `${require_escape.json({
		...require_cli.envelope("doctor"),
		root,
		manager,
		healthy: isWell,
		checks: all
	})}\n` : doctorText(root, all, io.stdout));
	if (all.some(({ state }) => state === "fail")) return require_world.exitCode("fail");
	return require_world.exitCode(isWell ? "pass" : "undecided");
}
/** What --forge looks at; null: nobody asks for it. */
function forgeTerms(words) {
	const terms = {
		branch: words.one("branch"),
		check: words.one("check")
	};
	if (words.has("forge")) return terms;
	if (terms.branch === null && terms.check === null) return null;
	throw require_cli_js.usage(manual, "--branch and --check say what --forge looks at.", { wanted: "--forge" });
}
/** What protects the branch on its forge, where somebody asks. */
async function forgeOf(terms, world) {
	if (terms === null) return [];
	const { examineForge } = await Promise.resolve().then(() => require("./forge-guard.js"));
	return examineForge(world, terms);
}
/** A policy that can't be used stops every hook. */
async function checkPolicy(world) {
	const [{ openPolicy }, { loadPolicy }] = await Promise.all([Promise.resolve().then(() => require("./gate-law.js")).then((n) => n.law_exports), Promise.resolve().then(() => require("./policy-load.js"))]);
	const { input } = await openPolicy(world, { place: "hook" });
	try {
		const { sources, preset, remotes, evidence } = await loadPolicy(input);
		return [
			{
				code: "policy",
				state: "ok",
				found: [...sources, `preset ${preset}`].join(", ")
			},
			evidenceCheck(evidence),
			...await remoteChecks(world, remotes)
		];
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault) || thrown.code !== "policy") throw thrown;
		return [{
			code: "policy",
			state: "fail",
			found: thrown.message,
			fix: "golden-thread config validate"
		}];
	}
}
/** Whether anybody writes down what was judged, and who may sign that. */
function evidenceCheck(evidence) {
	const signers = (evidence?.keys.length ?? 0) + (evidence?.identities.length ?? 0);
	const notes = evidence?.notes ?? null;
	return {
		code: "evidence",
		state: "ok",
		found: `written ${notes === null ? "in an audit's folder alone" : `in ${notes}`}, signed ${signers === 0 ? "by nobody whom the policy names (golden-thread key new evidence)" : `by ${signers} that the policy names`}`
	};
}
/** Whose token each tracker is asked with, and what is in the way. A tracker that is down is no fault of this machine. */
async function remoteChecks(world, remotes) {
	const { proveRemotes } = await Promise.resolve().then(() => require("./remotes.js"));
	return (await proveRemotes(world, remotes)).filter(({ origin }) => origin !== null).map(remoteCheck);
}
function remoteCheck(remote) {
	const { name, origin, outcome, credential, identity, detail } = remote;
	const fix = require_remote_text.mendOf(remote);
	const who = identity === null ? null : `as ${identity.name}`;
	const rights = identity?.rights?.length ? `which may ${identity.rights.join(", ")}` : null;
	const token = credential === null ? "without a token" : `with the token from ${credential}`;
	const found = [
		`${name} at ${origin}`,
		token,
		rights,
		who,
		detail
	].filter((part) => part !== null).join(", ");
	return {
		code: "remote",
		state: STATES[outcome],
		found,
		...fix === null ? {} : { fix }
	};
}
const STATES = {
	ready: "ok",
	anonymous: "note",
	unavailable: "note",
	credentials: "fail",
	forbidden: "fail"
};
/** `doctor`: says what is installed, what would be skipped and why. */
const command = {
	manual,
	run
};

exports.command = command;