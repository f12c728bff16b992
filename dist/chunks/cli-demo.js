"use strict";

const require_git = require("./git.js");
const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_paint = require("./reports-paint.js");
const require_audit = require("./cli-audit.js");
const require_check = require("./cli-check.js");
const require_init = require("./cli-init.js");
const require_cli_js = require("../cli.js");
let node_path = require("node:path");

// src/cli/demo.ts
const manual = {
	name: "demo",
	summary: "see the gate at work in a temporary repository",
	forms: ["[--keep]"],
	details: "Makes a repository with three tasks, sets it up, and shows real commits with the real hook: a rogue one is rejected, an authorised one passes, tasks that are done or archived authorise nothing. Then a whole history is judged and audited. The repository is removed afterwards; nothing else is touched.",
	options: [{
		name: "keep",
		does: "leave the repository, to try more in it"
	}],
	examples: [{
		run: "golden-thread demo",
		does: "takes a few seconds",
		exit: 0
	}]
};
/** Before everything that a command printed. */
const INDENT = "   ";
async function run(words, io, world) {
	if (words.positionals.length > 0) throw require_cli_js.usage(manual, "demo takes no arguments.", { found: words.positionals.join(" ") });
	const { makeDemoRepository } = await Promise.resolve().then(() => require("./setup-demo-repository.js"));
	const repo = await makeDemoRepository({
		home: world.home,
		node: world.node,
		env: io.env,
		color: io.stdout.color
	});
	const stage = {
		repo,
		io,
		world,
		paint: require_paint.painter(io.stdout.color)
	};
	try {
		await setUp(stage);
		await commits(stage);
		await history(stage);
		if (!words.has("keep")) repo.removeRepository();
	} catch (thrown) {
		if (!words.has("keep")) repo.removeAll();
		throw thrown;
	}
	tell(stage, `The report is ${require_escape.terminal((0, node_path.join)(repo.folder, AUDIT, "report.html"))}.`);
	if (words.has("keep")) tell(stage, `The repository is ${require_escape.terminal(repo.root)}.`);
	tell(stage, `In your own repository: ${require_escape.shellCommand([
		"node",
		(0, node_path.join)(world.home, "dist", "cli.js"),
		"init",
		"--yes",
		"--backlog"
	])}`);
	return require_world.exitCode("pass");
}
async function setUp(stage) {
	const { repo } = stage;
	chapter(stage, 1, "A repository with three tasks: TASK-1 is in progress, TASK-2 is done, TASK-3 is archived.");
	await ours(stage, require_init.command, ["--yes"], 0);
	repo.write("src/login.js", "export const attempts = 5;\n");
	await git(stage, ["add", "--all"], 0);
	await git(stage, [
		"commit",
		"--quiet",
		"-m",
		"Begin the login service (TASK-1)"
	], 0);
	tell(stage, "");
}
async function commits(stage) {
	const { repo } = stage;
	chapter(stage, 2, "A rogue commit is rejected: nobody asked for it.");
	repo.write("src/login.js", "export const attempts = 50;\n");
	await git(stage, [
		"commit",
		"-a",
		"-m",
		"Allow more attempts"
	], 1);
	chapter(stage, 3, "An authorised commit passes.");
	repo.write("src/login.js", "export const attempts = 5;\nexport const window = 60;\n");
	await git(stage, [
		"commit",
		"-a",
		"-m",
		"Count attempts per minute (TASK-1)"
	], 0);
	chapter(stage, 4, "A ticket that is done or archived authorises nothing.");
	repo.write("src/mail.js", "export const subject = 'Your new password';\n");
	await git(stage, ["add", "--all"], 0);
	await git(stage, [
		"commit",
		"-m",
		"Change the subject of the mail (TASK-2)"
	], 1);
	await git(stage, [
		"commit",
		"-m",
		"Keep the old page (TASK-3)"
	], 1);
}
async function history(stage) {
	const { repo } = stage;
	chapter(stage, 5, "A hook can be passed by. The history can not.");
	await git(stage, [
		"switch",
		"--quiet",
		"-c",
		"counter"
	], 0);
	repo.write("src/counter.js", "export const reset = true;\n");
	await git(stage, ["add", "--all"], 0);
	await git(stage, [
		"commit",
		"--quiet",
		"-m",
		"Reset the counter after success",
		"-m",
		"Refs: TASK-1"
	], 0);
	await git(stage, [
		"switch",
		"--quiet",
		"main"
	], 0);
	repo.write("src/login.js", "export const attempts = 500;\n");
	await git(stage, [
		"commit",
		"--quiet",
		"-a",
		"--no-verify",
		"-m",
		"Quick fix, nobody will notice"
	], 0);
	await git(stage, [
		"merge",
		"--quiet",
		"--no-edit",
		"counter"
	], 0);
	await ours(stage, require_check.command, ["range", "HEAD"], 1);
	chapter(stage, 6, "An audit says where the thread breaks, in both directions.");
	await ours(stage, require_audit.command, ["--out", (0, node_path.join)("..", AUDIT)], 1);
}
/** The folder of the audit, beside the repository. */
const AUDIT = "audit";
function chapter(stage, number, title) {
	const [first = "", ...more] = require_reports.wrap(title, require_reports.proseWidth(stage.io.stdout.columns) - 3);
	tell(stage, `${[`${number}  ${first}`, ...more.map((line) => `${INDENT}${line}`)].map(stage.paint.bold).join("\n")}\n`);
}
async function git(stage, args, wanted) {
	prompt(stage, require_escape.shellCommand(["git", ...args]));
	const { code, output } = await stage.repo.git(args);
	if (output !== "") tell(stage, `${indented(output)}\n`);
	expectCode(`git ${args.join(" ")}`, code, wanted, output);
}
/** A command of ours, run as the command line would run it. */
async function ours(stage, command, args, wanted) {
	prompt(stage, require_escape.shellCommand([
		"golden-thread",
		command.manual.name,
		...args
	]));
	const texts = [];
	const stdout = {
		color: stage.io.stdout.color,
		columns: stage.io.stdout.columns - 3,
		write: (text) => void texts.push(text)
	};
	const world = {
		...stage.world,
		cwd: stage.repo.root,
		env: stage.repo.env,
		stdout,
		stderr: stdout
	};
	const code = await command.run(require_cli_js.readWords(command.manual, args), require_cli_js.ioOf(world, args), world);
	tell(stage, `${indented(texts.join("").trimEnd())}\n`);
	expectCode(`golden-thread ${command.manual.name}`, code, wanted, texts.join(""));
}
/** A demo that shows something else than it says would be worse than none. */
function expectCode(what, code, wanted, output) {
	if (code === wanted) return;
	throw new require_git.Fault("internal", `The demo did not go as it should: "${what}" ended with exit code ${code}.`, {
		found: output.split("\n").slice(0, 5).join(" "),
		wanted: `exit code ${wanted}`
	});
}
function prompt(stage, line) {
	tell(stage, `${INDENT}${stage.paint.cyan(`$ ${line}`)}`);
}
function indented(text) {
	return text.replace(/^(?=.)/gmu, INDENT);
}
function tell(stage, text) {
	stage.io.stdout.write(`${text}\n`);
}
/** `demo`: the main job, played for real in a temporary repository. */
const command = {
	manual,
	run
};

exports.command = command;