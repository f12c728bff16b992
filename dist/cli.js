#!/usr/bin/env node
"use strict";

Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
const require_world = require("./chunks/world.js");
const require_core = require("./chunks/core.js");
const require_error = require("./chunks/reports-error.js");
const require_escape = require("./chunks/reports-escape.js");
const require_git = require("./chunks/git.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_util = require("node:util");

// src/cli/commands.ts
/** The registry of commands, in the order of the help; each is loaded when it is named. */
const commands = {
	demo: async () => (await Promise.resolve().then(() => require("./chunks/cli-demo.js"))).command,
	init: async () => (await Promise.resolve().then(() => require("./chunks/cli-init.js"))).command,
	uninstall: async () => (await Promise.resolve().then(() => require("./chunks/cli-uninstall.js"))).command,
	check: async () => (await Promise.resolve().then(() => require("./chunks/cli-check.js"))).command,
	refs: async () => (await Promise.resolve().then(() => require("./chunks/cli-refs.js"))).command,
	hook: async () => (await Promise.resolve().then(() => require("./chunks/cli-hook-command.js"))).command,
	simulate: async () => (await Promise.resolve().then(() => require("./chunks/cli-simulate.js"))).command,
	trace: async () => (await Promise.resolve().then(() => require("./chunks/cli-trace.js"))).command,
	coverage: async () => (await Promise.resolve().then(() => require("./chunks/cli-coverage.js"))).command,
	audit: async () => (await Promise.resolve().then(() => require("./chunks/cli-audit.js"))).command,
	report: async () => (await Promise.resolve().then(() => require("./chunks/cli-report.js"))).command,
	remote: async () => (await Promise.resolve().then(() => require("./chunks/cli-remote.js"))).command,
	spec: async () => (await Promise.resolve().then(() => require("./chunks/cli-spec.js"))).command,
	ticket: async () => (await Promise.resolve().then(() => require("./chunks/cli-ticket.js"))).command,
	ledger: async () => (await Promise.resolve().then(() => require("./chunks/cli-ledger.js"))).command,
	verify: async () => (await Promise.resolve().then(() => require("./chunks/cli-verify.js"))).command,
	"slsa-policy": async () => (await Promise.resolve().then(() => require("./chunks/cli-slsa-policy.js"))).command,
	schema: async () => (await Promise.resolve().then(() => require("./chunks/cli-schema.js"))).command,
	key: async () => (await Promise.resolve().then(() => require("./chunks/cli-key.js"))).command,
	explain: async () => (await Promise.resolve().then(() => require("./chunks/cli-explain.js"))).command,
	controls: async () => (await Promise.resolve().then(() => require("./chunks/cli-controls.js"))).command,
	doctor: async () => (await Promise.resolve().then(() => require("./chunks/cli-doctor.js"))).command,
	completion: async () => (await Promise.resolve().then(() => require("./chunks/cli-completion.js"))).completion(manuals),
	config: async () => (await Promise.resolve().then(() => require("./chunks/cli-config.js"))).command
};
/** Every command's manual, in the order of the help. */
async function manuals() {
	return Promise.all(Object.values(commands).map(async (load) => (await load()).manual));
}
/** Run at every commit, or over every file: they start before the command line's library is loaded. */
const DIRECT = /* @__PURE__ */ new Set([
	"check",
	"refs",
	"hook",
	"simulate",
	"audit"
]);
/** The command that runs without the library, or null. */
function directCommand(name) {
	return isCommand(name) && DIRECT.has(name) ? commands[name] : null;
}
function isCommand(name) {
	return Object.hasOwn(commands, name);
}

// src/cli/real-io.ts
/** The process's own io, for one command. */
function ioOf(world, args) {
	return {
		args,
		cwd: world.cwd,
		env: world.env,
		get stdin() {
			return world.stdin;
		},
		stdout: world.stdout,
		stderr: world.stderr,
		now: () => world.now(),
		async readFile(path) {
			try {
				return (0, node_fs.readFileSync)((0, node_path.resolve)(world.cwd, path));
			} catch (cause) {
				throw unreadable(path, world.argv[0], cause);
			}
		},
		async writeFile(path, body) {
			try {
				fill((0, node_path.resolve)(world.cwd, path), body);
			} catch (cause) {
				throw new require_git.Fault("storage", "A file can't be written.", {
					found: reason(cause),
					cause
				});
			}
		}
	};
}
function unreadable(path, command, cause) {
	const isAbsent = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
	return new require_git.Fault("usage", isAbsent ? `There is no file "${path}".` : `"${path}" can't be read.`, {
		found: reason(cause),
		wanted: "a file that can be read, or - for standard input",
		fix: command === void 0 ? "golden-thread --help" : `golden-thread ${command} --help`,
		cause
	});
}
/** A file appears whole, under its name; what is no file (a pipe, `/dev/null`) is written to as it is. */
function fill(path, body) {
	const there = (0, node_fs.statSync)(path, { throwIfNoEntry: false });
	if (there !== void 0 && !there.isFile()) {
		writeAll((0, node_fs.openSync)(path, "w"), body);
		return;
	}
	const fresh = `${path}.golden-thread-new`;
	try {
		(0, node_fs.rmSync)(fresh, { force: true });
		writeAll((0, node_fs.openSync)(fresh, "wx"), body);
		(0, node_fs.renameSync)(fresh, path);
	} finally {
		(0, node_fs.rmSync)(fresh, { force: true });
	}
}
function writeAll(file, body) {
	try {
		for (const text of body) {
			const bytes = Buffer.from(text, "utf8");
			for (let done = 0; done < bytes.byteLength;) done += (0, node_fs.writeSync)(file, bytes, done);
		}
	} finally {
		(0, node_fs.closeSync)(file);
	}
}
function reason(cause) {
	return cause instanceof Error ? cause.message : String(cause);
}

// src/cli/words.ts
/** Words from what a parser found: for each option its values, an empty list for a switch. */
function wordsOf(positionals, options) {
	return {
		positionals,
		all: (option) => options.get(option) ?? [],
		one: (option) => options.get(option)?.at(-1) ?? null,
		has: (option) => options.has(option)
	};
}
/** Reads the arguments of a command strictly, by its manual. Throws `Fault("usage")` with what was meant. */
function readWords(manual, args) {
	const options = Object.fromEntries(manual.options.map((option) => [option.name, {
		type: typeOf(option),
		multiple: true
	}]));
	const { tokens, positionals } = (0, node_util.parseArgs)({
		args: [...args],
		options,
		strict: false,
		allowPositionals: true,
		tokens: true
	});
	const found = /* @__PURE__ */ new Map();
	for (const token of tokens) {
		if (token.kind !== "option") continue;
		const option = known(manual, token.name, token.rawName);
		const value = givenValue(manual, option, token.value, token.inlineValue === true);
		found.set(option.name, [...found.get(option.name) ?? [], ...value === null ? [] : [value]]);
	}
	return wordsOf(positionals, found);
}
/** A usage error that says where to read on. */
function usage(manual, message, details = {}) {
	return new require_git.Fault("usage", message, {
		...details,
		fix: `golden-thread ${manual.name} --help`
	});
}
function typeOf(option) {
	return option.value === void 0 ? "boolean" : "string";
}
function known(manual, name, raw) {
	const option = manual.options.find((one) => one.name === name);
	if (option !== void 0) return option;
	const near = require_git.nearest(name, manual.options.map((one) => one.name));
	const meant = near === null ? "" : ` Did you mean --${near}?`;
	throw usage(manual, `${manual.name} has no option ${raw}.${meant}`, {
		found: raw,
		wanted: manual.options.map((one) => `--${one.name}`).join(", ")
	});
}
/** Null for a switch. A next option is no value: `--format --json` forgot one. */
function givenValue(manual, option, value, inline) {
	if (option.value === void 0) {
		if (value === void 0) return null;
		throw usage(manual, `--${option.name} takes no value.`, { found: value });
	}
	if (value === void 0 || value === "" || !inline && value.length > 1 && value.startsWith("-")) throw usage(manual, `--${option.name} needs a value.`, { wanted: option.value });
	return value;
}

// src/cli/run.ts
/** Runs one command line and answers its exit code. Never throws: what goes wrong is told, for people or as JSON. */
async function run(world) {
	const [name = "", ...args] = world.argv;
	const io = ioOf(world, args);
	try {
		if (args.length === 0 && (name === "--version" || name === "-V")) return tellVersion(io);
		const load = directCommand(name);
		if (load === null || asksForHelp(args)) return await (await Promise.resolve().then(() => require("./chunks/cli-program.js"))).runProgram(io, world);
		const command = await load();
		return "own" in command ? await command.own(io, world) : await command.run(readWords(command.manual, args), io, world);
	} catch (thrown) {
		return tell(thrown, io);
	}
}
/** By itself it needs no library; beside other words the library says what is wrong with them. */
function tellVersion({ stdout }) {
	stdout.write(`${require_core.VERSION}\n`);
	return require_world.exitCode("pass");
}
function asksForHelp(args) {
	const end = args.indexOf("--");
	return (end === -1 ? args : args.slice(0, end)).some((arg) => arg === "--help" || arg === "-h");
}
function tell(thrown, io) {
	const fault = require_error.faultOf(thrown);
	if (wantsJson(io)) io.stdout.write(require_error.errorJson(fault));
	else io.stderr.write(require_error.errorText(fault, io.stderr));
	if (io.env.GOLDEN_THREAD_DEBUG === "1") io.stderr.write(`${require_escape.terminalLines(stackOf(thrown))}\n`);
	return require_world.faultExitCode(fault.code);
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
run(require_world.realWorld()).then(require_world.leave);

exports.commands = commands;
exports.ioOf = ioOf;
exports.manuals = manuals;
exports.readWords = readWords;
exports.usage = usage;
exports.wordsOf = wordsOf;