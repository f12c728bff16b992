"use strict";

const require_git = require("./git.js");
const require_ref_moves = require("./core-ref-moves.js");
const require_stdin = require("./hook-stdin.js");

// src/hook/pre-push.ts
/**
* Judges what a push brings, before it leaves: the commits of every ref that the other side does not have (githooks(5)).
* Here the commits come to light that no commit-msg hook saw: of a rebase, a cherry-pick, `--no-verify`, `commit-tree`.
*/
async function prePush(world, args) {
	const [remote, _url, ...more] = args;
	const lines = await require_stdin.textOf(world.stdin);
	const moves = lines === "" ? relayed(world) : require_ref_moves.readPushLines(lines);
	const name = remote ?? world.env.PRE_COMMIT_REMOTE_NAME;
	if (name === void 0 || more.length > 0) throw wrongArguments(args);
	if (moves.length === 0) return 0;
	return require_stdin.answerPush(world, await require_stdin.judgePush(world, {
		place: "hook",
		moves,
		known: { remote: name }
	}));
}
/** pre-commit reads standard input itself and tells its hooks by the environment, one ref at a time. */
function relayed({ env }) {
	const { PRE_COMMIT_FROM_REF: from, PRE_COMMIT_TO_REF: to, PRE_COMMIT_REMOTE_BRANCH: ref } = env;
	return to === void 0 ? [] : [require_ref_moves.moveOf("PRE_COMMIT_TO_REF", ref ?? "HEAD", from ?? to.replace(/./g, "0"), to)];
}
function wrongArguments(args) {
	return new require_git.Fault("usage", "The pre-push hook is given a remote's name and its address.", {
		found: args.length === 0 ? "none" : args.join(" "),
		wanted: "a name and an address, as git hands them over",
		fix: "golden-thread hook pre-push origin URL"
	});
}

exports.prePush = prePush;