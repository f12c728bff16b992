"use strict";

const require_git = require("./git.js");
const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_cli_js = require("../cli.js");
let node_path = require("node:path");
let node_url = require("node:url");
let node_fs = require("node:fs");

// src/cli/report-open.ts
/** Where `audit --out audit` of the manual writes. */
const FOLDER = "audit";
const PAGE = "report.html";
/** What the page of ours begins with; the system's opener would run many another kind of file. */
const BEGINNING = "<!doctype html>";
/** `report open [DIR|FILE]`: prints the page's address, and opens it where somebody sits at a terminal. */
async function reportOpen(words, [named = FOLDER, ...more], io, world) {
	if (more.length > 0) throw require_cli_js.usage({ name: "report" }, "report open takes one folder or page.", { found: more.join(" ") });
	const file = fileOf((0, node_path.resolve)(io.cwd, named));
	if (file === null) throw new require_git.Fault("usage", "There is no page of an audit.", {
		found: named,
		wanted: `a folder with ${PAGE}, or a page`,
		fix: `golden-thread audit --out ${FOLDER}`
	});
	const start = Buffer.from(await io.readFile(file)).subarray(0, 15);
	if (!file.endsWith(".html") || start.toString("latin1") !== BEGINNING) throw new require_git.Fault("usage", "This is no page of an audit.", {
		found: named,
		wanted: PAGE
	});
	const url = (0, node_url.pathToFileURL)(file).href;
	io.stdout.write(`${require_escape.terminal(url)}\n`);
	if (words.has("print") || !world.interactive) return require_world.exitCode("pass");
	const { openPage } = await Promise.resolve().then(() => require("./satellite-ticket-address.js"));
	if (!await openPage(world, url)) io.stderr.write("No program here opens addresses.\n");
	return require_world.exitCode("pass");
}
/** The page that a path means; null: none. */
function fileOf(path) {
	const found = (0, node_fs.statSync)(path, { throwIfNoEntry: false });
	if (found?.isDirectory() !== true) return found?.isFile() === true ? path : null;
	const inside = (0, node_path.join)(path, PAGE);
	return (0, node_fs.statSync)(inside, { throwIfNoEntry: false })?.isFile() === true ? inside : null;
}

exports.reportOpen = reportOpen;