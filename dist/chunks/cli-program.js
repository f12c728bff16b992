"use strict";

const require_commander = require("./commander.js");
const require_git = require("./git.js");
const require_world = require("./world.js");
const require_core = require("./core.js");
const require_cli_js = require("../cli.js");
const require_reports = require("./reports.js");

// src/cli/help.ts
/** An option as commander and its help write it: `--format <NAME[=FILE]>`. */
function flagsOf({ name, value }) {
	return value === void 0 ? `--${name}` : `--${name} <${value}>`;
}
/** What stands below a command's options: how it works, and examples that a test runs, each after its exit code. */
function afterHelp(manual, columns) {
	return [
		"",
		...require_reports.wrap(manual.details, require_reports.proseWidth(columns)),
		"",
		"Examples, each after its exit code:",
		...examplesOf(manual, columns)
	].join("\n");
}
/** Each example after its exit code, with what it does below. */
function examplesOf({ examples }, columns) {
	const table = examples.flatMap(({ run, does, exit }) => [{
		label: String(exit),
		text: run,
		whole: true
	}, {
		label: "",
		text: does
	}]);
	return require_reports.rows(table, {
		indent: 2,
		columns,
		label: (text) => text
	});
}
/** The exit codes, which hold for every command. */
const EXIT_CODES = `
Exit codes: 0 pass · 1 fail · 2 usage or set-up · 3 undecided (could not know) · 4 the gate itself failed

Help for one command: golden-thread COMMAND --help
The whole manual:     golden-thread --help --all
What to try first:    golden-thread demo`;

// src/cli/program.ts
const DESCRIPTION = "Every commit leads to an authorised ticket: a git hook, a gate for CI, and a report of a whole history.";
/** Answers of commander that are no errors. */
const SHOWN = /* @__PURE__ */ new Set([
	"commander.helpDisplayed",
	"commander.help",
	"commander.version"
]);
/** Runs a command line that needs the library: help, suggestions, and every command that is not run at each commit. */
async function runProgram(io, world) {
	const answer = { code: 0 };
	const program = await build(io, world, answer);
	if (world.argv.length === 0) {
		io.stderr.write(`${program.helpInformation()}${EXIT_CODES}\n`);
		return require_world.faultExitCode("usage");
	}
	if (asksForAll(world.argv)) {
		const { wholeManual } = await Promise.resolve().then(() => require("./cli-whole-manual.js"));
		for (const text of wholeManual(DESCRIPTION, await require_cli_js.manuals(), io.stdout)) io.stdout.write(text);
		return require_world.exitCode("pass");
	}
	try {
		await program.parseAsync([...world.argv], { from: "user" });
	} catch (thrown) {
		if (!(thrown instanceof require_commander.CommanderError)) throw thrown;
		if (!SHOWN.has(thrown.code)) throw usageFault(thrown, program, world.argv);
	}
	return answer.code;
}
/** `--help --all`, in either order and without a command. */
function asksForAll(argv) {
	const isHelp = (word) => word === "--help" || word === "-h" || word === "help";
	const [one, other, ...more] = argv;
	return more.length === 0 && (isHelp(one) && other === "--all" || one === "--all" && isHelp(other));
}
async function build(io, world, answer) {
	const program = new require_commander.Command("golden-thread").description(DESCRIPTION).version(require_core.VERSION, "-V, --version", "print the version").helpOption("-h, --help", "print this help").helpCommand("help [command]", "print the help of a command").addHelpText("after", EXIT_CODES).configureHelp({ subcommandTerm: (sub) => sub.name() }).exitOverride().configureOutput({
		writeOut: (text) => io.stdout.write(text),
		writeErr: () => void 0,
		getOutHelpWidth: () => io.stdout.columns,
		getOutHasColors: () => io.stdout.color
	});
	for (const load of Object.values(require_cli_js.commands)) add(program, await load(), io, world, answer);
	return program;
}
function add(program, command, io, world, answer) {
	const { manual } = command;
	const options = manual.options.map((option) => {
		const one = new require_commander.Option(flagsOf(option), option.does);
		return option.value === void 0 ? one : one.argParser(collect);
	});
	const sub = program.command(manual.name).summary(manual.summary).description(`golden-thread ${manual.name}: ${manual.summary}`).usage(manual.forms.join(`\n       golden-thread ${manual.name} `)).argument("[words...]").helpOption("-h, --help", "print this help").addHelpText("after", afterHelp(manual, io.stdout.columns));
	for (const option of options) sub.addOption(option);
	if ("own" in command) sub.allowUnknownOption();
	sub.action(async () => {
		answer.code = "own" in command ? await command.own(io, world) : await command.run(read(sub, options), io, world);
	});
}
function collect(value, before) {
	return [...Array.isArray(before) ? before : [], value];
}
function read(sub, options) {
	const found = /* @__PURE__ */ new Map();
	for (const option of options) {
		const value = sub.getOptionValue(option.attributeName());
		if (value !== void 0) found.set(option.name(), Array.isArray(value) ? value.map(String) : []);
	}
	return require_cli_js.wordsOf(sub.args, found);
}
/** `error: unknown command 'chek'\n(Did you mean check?)` becomes two sentences. */
function usageFault({ code, message }, program, argv) {
	const [what = "", meant = ""] = message.replace(/^error: /u, "").split("\n");
	const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)}.`;
	const hint = meant === "" ? "" : ` ${meant.replace(/^\(|\)$/gu, "")}`;
	const [name = ""] = argv;
	const sub = program.commands.find((one) => one.name() === name);
	return new require_git.Fault("usage", sentence + hint, {
		found: /'(.*)'/su.exec(what)?.[1],
		wanted: code === "commander.unknownCommand" ? Object.keys(require_cli_js.commands).join(", ") : flagsKnown(sub ?? program),
		fix: sub === void 0 ? "golden-thread --help" : `golden-thread ${name} --help`
	});
}
function flagsKnown({ options }) {
	return [...options.map(({ flags }) => flags), "--help"].join(", ");
}

exports.EXIT_CODES = EXIT_CODES;
exports.examplesOf = examplesOf;
exports.flagsOf = flagsOf;
exports.runProgram = runProgram;