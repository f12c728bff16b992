"use strict";

Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
const require_git = require("./chunks/git.js");
const require_world = require("./chunks/world.js");
const require_error = require("./chunks/reports-error.js");

// src/hook/main.ts
/** The registry of hooks, by git's own names; each is loaded when git calls it. */
const HOOKS = {
	"commit-msg": async () => (await Promise.resolve().then(() => require("./chunks/hook-commit-msg.js"))).commitMsg,
	"prepare-commit-msg": async () => (await Promise.resolve().then(() => require("./chunks/hook-prepare-commit-msg.js"))).prepareCommitMsg,
	"pre-commit": async () => (await Promise.resolve().then(() => require("./chunks/hook-pre-commit.js"))).preCommit,
	"pre-push": async () => (await Promise.resolve().then(() => require("./chunks/hook-pre-push.js"))).prePush,
	"pre-receive": async () => (await Promise.resolve().then(() => require("./chunks/hook-receive.js"))).preReceive,
	update: async () => (await Promise.resolve().then(() => require("./chunks/hook-receive.js"))).update,
	"post-receive": async () => (await Promise.resolve().then(() => require("./chunks/hook-receive.js"))).postReceive
};
/** Runs a hook in this process: what dist/hook.cjs asks where it is not sure of a yes. Answers the exit code. */
function run(args) {
	return hook(require_world.realWorld(), args);
}
/** Runs the hook that `args` name, with what git handed to it. Answers the exit code and never throws; writes to standard error alone. */
async function hook(world, args) {
	try {
		const [name, ...rest] = args;
		return await (await loaderOf(name)())(world, rest);
	} catch (thrown) {
		const fault = require_error.faultOf(thrown);
		const asJson = world.env.GOLDEN_THREAD_FORMAT === "json";
		world.stderr.write(asJson ? require_error.errorJson(fault) : require_error.errorText(fault, world.stderr));
		return require_world.faultExitCode(fault.code);
	}
}
function loaderOf(name) {
	const names = Object.keys(HOOKS);
	if (name !== void 0 && isHook(name)) return HOOKS[name];
	const near = name === void 0 ? null : require_git.nearest(name, names);
	const meant = near === null ? "" : ` Did you mean ${near}?`;
	throw new require_git.Fault("usage", name === void 0 ? "Which hook?" : `There is no hook of this name here.${meant}`, {
		found: name,
		wanted: names.join(", "),
		fix: "golden-thread hook commit-msg FILE"
	});
}
function isHook(name) {
	return Object.hasOwn(HOOKS, name);
}

exports.hook = hook;
exports.run = run;