"use strict";

// src/cli/hook-command.ts
const manual = {
	name: "hook",
	summary: "what the installed git hooks call",
	forms: ["commit-msg FILE"],
	details: "Judges the message in FILE as git will store it, and is silent about what it accepts. A rejected message is kept, and the command that takes it up again is printed. With GOLDEN_THREAD_FORMAT=json the answer is JSON. git commit --no-verify passes the hook by; golden-thread check range finds such commits, in CI at the latest.",
	options: [],
	examples: [
		{
			run: "echo \"Count attempts (TASK-1)\" > msg && golden-thread hook commit-msg msg",
			does: "accepts, and says nothing",
			exit: 0
		},
		{
			run: "echo \"Fix the login\" > msg && golden-thread hook commit-msg msg",
			does: "rejects, and says how to go on",
			exit: 1
		},
		{
			run: "golden-thread hook commit-mesg msg",
			does: "says which hook was meant",
			exit: 2
		}
	]
};
/** `hook`: hands on to the door that the installed hooks use. */
const command = {
	manual,
	own: async (io, world) => (await Promise.resolve().then(() => require("../engine.js"))).hook(world, io.args)
};

exports.command = command;