"use strict";

const require_git = require("./git.js");
const require_ref_moves = require("./core-ref-moves.js");
const require_stdin = require("./hook-stdin.js");
const require_tell = require("./hook-tell.js");

// src/hook/receive.ts
/** Judges a push where it arrives, while its objects are still in quarantine (githooks(5), git-receive-pack(1)). */
async function preReceive(world, args) {
	if (args.length > 0) throw wrongArguments("pre-receive", args, "nothing");
	return receive(world, require_ref_moves.readReceiveLines(await require_stdin.textOf(world.stdin)));
}
/** The same for one ref: what a server calls that allows no other hook. */
async function update(world, args) {
	const [ref, from, to, ...more] = args;
	if (to === void 0 || more.length > 0) throw wrongArguments("update", args, "a ref, its old and its new value");
	return receive(world, [require_ref_moves.moveOf(args.join(" "), ref, from, to)]);
}
/** Writes down what was pushed, when, and how it was judged: git lets no hook before this one change refs. */
async function postReceive(world, args) {
	if (args.length > 0) throw wrongArguments("post-receive", args, "nothing");
	try {
		await require_stdin.recordPush(world, require_ref_moves.readReceiveLines(await require_stdin.textOf(world.stdin)));
	} catch (thrown) {
		require_tell.note(world, thrown);
	}
	return 0;
}
async function receive(world, moves) {
	const push = await require_stdin.judgePush(world, {
		place: "server",
		moves,
		known: "everything here"
	});
	const code = await require_stdin.answerPush(world, push);
	try {
		await require_stdin.keepAnswers(push, world.now());
	} catch (thrown) {
		require_tell.note(world, thrown);
	}
	return code;
}
function wrongArguments(hook, args, wanted) {
	return new require_git.Fault("usage", `The ${hook} hook is not called like this.`, {
		found: args.length === 0 ? "no arguments" : args.join(" "),
		wanted: `${wanted}, as git hands it over`,
		fix: `golden-thread hook ${hook}`
	});
}

exports.postReceive = postReceive;
exports.preReceive = preReceive;
exports.update = update;