"use strict";

const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_paint = require("./reports-paint.js");
const require_git = require("./git.js");
const require_write_log = require("./store-write-log.js");
const require_cli = require("./cli.js");
const require_cli_js = require("../cli.js");

// src/satellite/read-writes.ts
/** What was written to trackers and forges from this repository, whatever its policy says by now. */
async function readWrites({ cwd, env }) {
	const { commonDir } = await require_git.openRepository(require_git.openGit({
		cwd,
		env
	}));
	return require_write_log.writeLog(commonDir);
}

// src/cli/remote-log.ts
/** `remote log [verify]`: what was written to trackers and forges from here, and whether the record still is whole. */
async function remoteLog(words, rest, world) {
	const [action, ...more] = rest;
	if (action !== void 0 && action !== "verify" || more.length > 0) throw require_cli_js.usage({ name: "remote" }, "remote log takes verify, or nothing.", { found: rest.join(" ") });
	const { stdout } = world;
	const log = await readWrites(world);
	if (action === void 0) {
		stdout.write(words.has("json") ? line("remote-log", { writes: log.records }) : `${logText(log, stdout).join("\n")}\n`);
		return require_world.exitCode("pass");
	}
	const { lines, torn, problem, head } = log;
	stdout.write(words.has("json") ? line("remote-log-verify", {
		isWhole: problem === null,
		lines,
		torn,
		problem,
		head
	}) : `${verifyText(log).join("\n")}\n`);
	return require_world.exitCode(problem === null ? "pass" : "fail");
}
function line(kind, rest) {
	return `${require_escape.json({
		...require_cli.envelope(kind),
		...rest
	})}\n`;
}
function logText({ records }, { color }) {
	const paint = require_paint.painter(color);
	if (records.length === 0) return ["Nothing was written to a tracker or forge from this repository."];
	return records.flatMap(({ at, actor, remote, operation, target, summary, outcome, url }) => {
		const failed = outcome === "failed" ? ` ${paint.red("failed")}` : "";
		const what = [
			remote,
			operation,
			target
		].map((text) => require_escape.terminal(text)).join("  ");
		const who = require_escape.terminal(`${actor.name} <${actor.email}>`);
		return [
			`${require_escape.terminal(at)}  ${what}${failed}`,
			`  ${require_escape.terminal(summary)}`,
			`  ${paint.dim(url === null ? who : `${who}  ${require_escape.terminal(url)}`)}`
		];
	});
}
function verifyText({ path, lines, torn, problem, head }) {
	const cut = torn.map((at) => `Line ${at} was left unfinished by a process that was killed.`);
	if (problem !== null) return [
		...cut,
		`Line ${problem.line} ${WRONG[problem.what]}`,
		`  found:  ${require_escape.terminal(path)}, line ${problem.line}`,
		"  wanted: every line as it was written, each behind the one that it names",
		"  fix:    compare it with a copy; nothing mends a record that was changed"
	];
	if (head === null) return ["Nothing was written yet, so there is nothing to verify."];
	return [
		...cut,
		`${lines} ${lines === 1 ? "line" : "lines"}: each follows the one before.`,
		`The last one's digest is ${head}. Kept elsewhere, it tells whether lines were cut off at the end.`
	];
}
const WRONG = {
	beginning: "says that another one stood before it: the beginning is gone.",
	link: "does not follow the line before it: one of the two was changed, or one between them is gone.",
	shape: "is no record of a write."
};

exports.remoteLog = remoteLog;