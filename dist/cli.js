#!/usr/bin/env node
import { leave, realWorld } from "./chunks/world.js";
import { faultExitCode } from "./chunks/core-verdict.js";
import { errorJson, errorText, faultOf } from "./chunks/reports-error.js";
import { terminalLines } from "./chunks/reports-escape.js";
import { directCommand } from "./chunks/cli-commands.js";
import { ioOf } from "./chunks/cli-real-io.js";
import { readWords } from "./chunks/cli-words.js";

// src/cli/run.ts
/** Runs one command line and answers its exit code. Never throws: what goes wrong is told, for people or as JSON. */
async function run(world) {
	const [name = "", ...args] = world.argv;
	const io = ioOf(world, args);
	try {
		const load = directCommand(name);
		if (load === null || asksForHelp(args)) return await (await import("./chunks/cli-program.js")).runProgram(io, world);
		const command = await load();
		return "own" in command ? await command.own(io, world) : await command.run(readWords(command.manual, args), io, world);
	} catch (thrown) {
		return tell(thrown, io);
	}
}
function asksForHelp(args) {
	const end = args.indexOf("--");
	return (end === -1 ? args : args.slice(0, end)).some((arg) => arg === "--help" || arg === "-h");
}
function tell(thrown, io) {
	const fault = faultOf(thrown);
	if (wantsJson(io)) io.stdout.write(errorJson(fault));
	else io.stderr.write(errorText(fault, io.stderr));
	if (io.env.GOLDEN_THREAD_DEBUG === "1") io.stderr.write(`${terminalLines(stackOf(thrown))}\n`);
	return faultExitCode(fault.code);
}
/** Read loosely: the arguments may be the very thing that is wrong. */
function wantsJson({ args, env }) {
	return args.some((arg, index) => {
		return arg === "--json" || arg === "--format=json" || arg === "--format" && args[index + 1] === "json";
	}) || env.GOLDEN_THREAD_FORMAT === "json";
}
/** With every cause below it. */
function stackOf(thrown) {
	if (!(thrown instanceof Error)) return String(thrown);
	const cause = thrown.cause === void 0 ? "" : `\ncaused by: ${stackOf(thrown.cause)}`;
	return `${thrown.stack ?? thrown.message}${cause}`;
}

// src/cli/main.ts
leave(await run(realWorld()));

export {  };