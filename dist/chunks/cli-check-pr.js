"use strict";

const require_check_pr = require("./check-pr.js");
const require_git = require("./git.js");
const require_world = require("./world.js");
const require_tell_report = require("./cli-tell-report.js");
const require_watched = require("./cli-watched.js");
const require_cli_js = require("../cli.js");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");

// src/cli/check-pr.ts
/** `check pr`: judges a pull request as its forge has it now, and ends with the verdict as exit code. */
async function checkPr(words, io, world, asked) {
	const { manual, targets, folder, ...options } = asked;
	const name = await nameOf(words, world, manual);
	const opened = await require_check_pr.openPullRequest(world, options, name);
	const report = await require_watched.watched(io, (progress) => require_check_pr.checkPullRequest(opened, progress));
	const { gate, live, range } = opened;
	const told = await require_tell_report.tellReport(io, gate, report, {
		targets,
		range
	});
	if (folder !== null) {
		const { writeCheckFolder } = await Promise.resolve().then(() => require("./cli-check-folder.js"));
		const where = whereOf(live, {
			event: "manual",
			invocation: null
		});
		await writeCheckFolder({
			io,
			world,
			gate
		}, told, {
			...folder,
			where
		});
	}
	return require_world.exitCode(report.verdict);
}
/** Where a pull request is to go. */
function whereOf({ base, body }, run) {
	const targetRef = `refs/heads/${base.branch}`;
	return {
		...run,
		phase: "pre-merge",
		repository: null,
		attempt: null,
		commits: null,
		targetRef,
		body
	};
}
async function nameOf(words, world, manual) {
	const [, ...more] = words.positionals;
	const [number, file] = [words.one("number"), words.one("event")];
	const found = more[0];
	if (found !== void 0) throw require_cli_js.usage(manual, "check pr takes options alone.", {
		found,
		wanted: "--number N"
	});
	if (number === null === (file === null)) throw require_cli_js.usage(manual, "check pr needs to be told which one.", { wanted: "--number N, or --event FILE" });
	const ends = {
		base: words.one("base"),
		head: words.one("head")
	};
	if (file !== null) return {
		...ends,
		...await readEvent((0, node_path.resolve)(world.cwd, file))
	};
	return {
		...ends,
		number: numberOf(Number(number), number ?? ""),
		event: null
	};
}
function numberOf(number, found) {
	if (Number.isSafeInteger(number) && number > 0) return number;
	throw new require_git.Fault("usage", "This is no number of a pull request.", {
		found,
		wanted: "1 or more"
	});
}
async function readEvent(file) {
	const { pull_request: pull, repository } = parsed(await textOf(file), file);
	const [sha, name] = [pull?.base?.sha, repository?.full_name];
	if (typeof pull?.number !== "number" || typeof sha !== "string" || typeof name !== "string") throw new require_git.Fault("usage", "The event is not about a pull request.", {
		found: file,
		wanted: "the payload of a pull_request event, with its number, base and repository"
	});
	return {
		number: numberOf(pull.number, String(pull.number)),
		event: {
			base: sha,
			repository: name
		}
	};
}
async function textOf(file) {
	try {
		return await (0, node_fs_promises.readFile)(file, "utf8");
	} catch (cause) {
		throw new require_git.Fault("usage", "The event's file can't be read.", {
			found: file,
			wanted: "a file",
			cause
		});
	}
}
function parsed(text, file) {
	try {
		return JSON.parse(text) ?? {};
	} catch (cause) {
		throw new require_git.Fault("usage", "The event's file is no JSON.", {
			found: file,
			cause
		});
	}
}

exports.checkPr = checkPr;
exports.whereOf = whereOf;