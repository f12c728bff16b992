"use strict";

const require_world = require("./world.js");
const require_references = require("./references.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_cli = require("./cli.js");
const require_io = require("./cli-io.js");
const require_git = require("./git.js");
const require_cli_js = require("../cli.js");

// src/cli/refs-config.ts
/** Every kind of text, as `--kind` and rows name them. */
const KINDS = [
	"commit",
	"commit-msg",
	"branch",
	"pr-title",
	"pr-body",
	"source"
];
/** Is the name one of the kinds? */
function isKind(name) {
	return KINDS.some((kind) => kind === name);
}
const KEY = /^[A-Za-z][A-Za-z0-9_]*$/;
const PATH = /^[\w.-]+(?:\/[\w.-]+)+$/;
/**
* The scanner's configuration from the `providers` of a row; what is wrong with it, as a sentence, if anything.
* False and null leave a provider off, as its absence does.
*/
function scanConfig(providers) {
	let config = {};
	for (const [name, value] of Object.entries(providers)) {
		if (value === false || value === null) continue;
		const part = partOf(name, value);
		if (typeof part === "string") return part;
		config = {
			...config,
			...part
		};
	}
	return config;
}
function partOf(name, value) {
	switch (name) {
		case "github":
		case "gitlab": return typeof value === "string" && PATH.test(value) ? { [name]: value } : `${name} is no owner/name`;
		case "jira": return value === true ? { jira: true } : keysOf(name, value);
		case "linear":
		case "tasks": return keysOf(name, value);
		case "azure":
		case "clickup":
		case "notion": return value === true ? { [name]: true } : `${name} is neither true nor false`;
		default: return `there is no provider "${name}"`;
	}
}
function keysOf(name, value) {
	const keys = typeof value === "string" ? [value] : value;
	const isKeys = (list) => Array.isArray(list) && list.every((key) => typeof key === "string" && KEY.test(key));
	return isKeys(keys) ? { [name]: keys } : `${name} is no list of keys`;
}
/** The configuration that `--provider` words give: `github=owner/repo`, `jira=A,B`, `jira`, `azure`. */
function configOfWords(words) {
	const providers = {};
	for (const word of words) {
		const at = word.indexOf("=");
		const name = at < 0 ? word : word.slice(0, at);
		const value = word.slice(at + 1);
		providers[name] = at < 0 ? true : name.startsWith("git") ? value : value.split(",");
	}
	return scanConfig(providers);
}

// src/cli/refs-rows.ts
/** One line of input; a longer one is no row, and is never held in memory. */
const LONGEST_ROW = 67108864;
/** Rows usually share a few configurations; more than this are compiled anew rather than kept. */
const MOST_SCANNERS = 256;
/** So much is written at once; one write an answer would cost more than the scan. */
const WRITE_SIZE = 65536;
const LINE_FEED = 10;
/**
* Reads rows `{id, kind, text, providers, path?, commentChar?}` from standard input or a file, one JSON object a
* line, and writes `{id, found: [{provider, id, start, end, role}]}` for each, in their order. A row that can't be
* read is told on standard error with its line; the others are answered. Throws `Fault("usage")` at the end for those.
*/
async function answerRows(io, input) {
	const scannerFor = scanners();
	let pending = "";
	let bad = 0;
	await eachLine(input, (line, number) => {
		if (line !== null && line.trim() === "") return;
		const answer = answerRow(line, scannerFor);
		if (answer.problem === null) pending += answer.row;
		else {
			bad += 1;
			io.stderr.write(`line ${number}: ${answer.problem}\n`);
		}
		if (pending.length < 65536) return;
		io.stdout.write(pending);
		pending = "";
	});
	io.stdout.write(pending);
	if (bad > 0) throw new require_git.Fault("usage", bad === 1 ? "One row can't be read." : `${bad} rows can't be read.`, { wanted: "one JSON object a line: {id, kind, text, providers, path?, commentChar?}" });
}
function answerRow(line, scannerFor) {
	if (line === null) return { problem: `longer than ${LONGEST_ROW} bytes` };
	const row = readRow(line);
	if (typeof row === "string") return { problem: row };
	const { path, commentChar } = row;
	const found = scannerFor(row.config)(row.text, row.kind, {
		...path === void 0 ? {} : { path },
		...commentChar === void 0 ? {} : { commentChar }
	});
	return {
		problem: null,
		row: `${JSON.stringify({
			id: row.id,
			found: found.map(shown)
		})}\n`
	};
}
/** A reference as rows and JSON show it, keys in the documented order. */
function shown({ provider, id, start, end, role }) {
	return {
		provider,
		id,
		start,
		end,
		role
	};
}
/** The row, or what is wrong with it. */
function readRow(line) {
	let value;
	try {
		value = JSON.parse(line);
	} catch {
		return "not JSON";
	}
	if (!isObject(value)) return "not an object";
	const { id, kind, text, providers, path, commentChar } = value;
	if (id === void 0) return "has no id";
	if (typeof kind !== "string" || !isKind(kind)) return `kind is none of ${KINDS.join(", ")}`;
	if (typeof text !== "string") return "text is no text";
	if (!isObject(providers)) return "providers is no object";
	const config = scanConfig(providers);
	if (typeof config === "string") return config;
	return {
		id,
		kind,
		text,
		config,
		...typeof path === "string" ? { path } : {},
		...typeof commentChar === "string" ? { commentChar } : {}
	};
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function scanners() {
	const known = /* @__PURE__ */ new Map();
	return (config) => {
		const key = JSON.stringify(config);
		const scanner = known.get(key) ?? require_references.compileScanner(config);
		if (known.size >= MOST_SCANNERS) known.clear();
		known.set(key, scanner);
		return scanner;
	};
}
/** Lines of a stream, counted from 1, without their break; null for one that is too long to be held. */
async function eachLine(input, visit) {
	let parts = [];
	let size = 0;
	let number = 0;
	const end = () => {
		number += 1;
		visit(size > LONGEST_ROW ? null : Buffer.concat(parts, size).toString("utf8"), number);
		parts = [];
		size = 0;
	};
	for await (const chunk of input) {
		let at = 0;
		for (let stop = chunk.indexOf(LINE_FEED); stop >= 0; stop = chunk.indexOf(LINE_FEED, at)) {
			size += stop - at;
			if (size <= LONGEST_ROW) parts.push(chunk.subarray(at, stop));
			end();
			at = stop + 1;
		}
		size += chunk.length - at;
		if (size <= LONGEST_ROW) parts.push(chunk.subarray(at));
		else parts = [];
	}
	if (size > 0) end();
}

// src/cli/refs.ts
const manual = {
	name: "refs",
	summary: "find the tickets that a text or a tree names",
	forms: [
		"[FILE|-]",
		"--tree [REV]",
		"--jsonl [FILE|-]"
	],
	details: "The scanner alone: it says what counts as a reference, and asks no tracker. Without --provider it knows what the policy of this repository knows. A text is read as a commit message unless --kind says otherwise. With --jsonl every line is a row {id, kind, text, providers, path?, commentChar?} and is answered by {id, found: [{provider, id, start, end, role}]}, offsets in UTF-16 units.",
	options: [
		{
			name: "kind",
			value: "KIND",
			values: KINDS,
			does: KINDS.join(", ")
		},
		{
			name: "provider",
			value: "NAME[=WHAT]",
			does: "github=OWNER/REPO, gitlab=GROUP/PROJECT, jira[=KEY,…], linear=KEY,…, tasks=PREFIX,…, azure, clickup, notion; may be repeated"
		},
		{
			name: "path",
			value: "PATH",
			does: "what a source text is called: its name tells the language"
		},
		{
			name: "comment-char",
			value: "CHAR",
			does: "what begins a comment in a commit-msg text (#)"
		},
		{
			name: "tree",
			does: "scan every tracked text file, of the working tree or of REV"
		},
		{
			name: "jsonl",
			does: "answer rows, one JSON object a line"
		},
		{
			name: "json",
			does: "answer as JSON"
		}
	],
	examples: [
		{
			run: "echo \"Count attempts (TASK-1), see PROJ-12\" | golden-thread refs --provider jira=PROJ",
			does: "finds one Jira key",
			exit: 0
		},
		{
			run: "git log -1 --format=%B | golden-thread refs",
			does: "by this repository's policy",
			exit: 0
		},
		{
			run: "golden-thread refs --tree",
			does: "every reference in the files of this repository",
			exit: 0
		},
		{
			run: "echo \"task-1-count\" | golden-thread refs --kind branch --json",
			does: "a branch name, as JSON",
			exit: 0
		},
		{
			run: "golden-thread refs --kind mail -",
			does: "says which kinds there are",
			exit: 2
		}
	]
};
async function run(words, io, world) {
	const [first, ...more] = words.positionals;
	if (more.length > 0) throw require_cli_js.usage(manual, "refs takes one thing.", { found: words.positionals.join(" ") });
	if (words.has("jsonl")) {
		if (words.has("tree")) throw require_cli_js.usage(manual, "Rows bring their own texts: --jsonl and --tree exclude each other.");
		await answerRows(io, first === void 0 || first === "-" ? io.stdin : [await io.readFile(first)]);
	} else if (words.has("tree")) await treeMode(words, first ?? null, io, world);
	else await textMode(words, first ?? "-", io, world);
	return require_world.exitCode("pass");
}
async function textMode(words, file, io, world) {
	const kind = kindOf(words);
	const config = await configFor(words, world);
	const text = Buffer.from(await require_io.readInput(io, file)).toString("utf8");
	const path = words.one("path") ?? (file === "-" ? null : file);
	const commentChar = words.one("comment-char");
	const found = require_references.compileScanner(config)(text, kind, {
		...path === null ? {} : { path },
		...commentChar === null ? {} : { commentChar }
	});
	const place = placesOf(text, kind);
	if (words.has("json")) {
		const list = found.map((one) => ({
			...shown(one),
			place: place(one)
		}));
		io.stdout.write(`${require_escape.json({
			...require_cli.envelope("refs"),
			found: list
		})}\n`);
		return;
	}
	const rows = positioned(text, found).map(({ at, one }) => [
		at,
		one.provider,
		one.id,
		place(one),
		one.role
	]);
	io.stdout.write(table(rows));
}
async function treeMode(words, revision, io, world) {
	const config = await configFor(words, world);
	const { scanTree } = await Promise.resolve().then(() => require("./scan-tree.js"));
	const asJson = words.has("json");
	let lines = "";
	const files = [];
	const skipped = await scanTree(world, config, revision, (path, text, found) => {
		if (asJson) files.push({
			path,
			found: found.map(shown)
		});
		else {
			lines += treeLines(path, text, found);
			if (lines.length < 65536) return;
			io.stdout.write(lines);
			lines = "";
		}
	});
	io.stdout.write(lines);
	if (asJson) io.stdout.write(`${require_escape.json({
		...require_cli.envelope("refs"),
		files,
		skipped
	})}\n`);
	else for (const path of skipped) io.stderr.write(`not read, too large: ${require_escape.terminal(path)}\n`);
}
function treeLines(path, text, found) {
	return positioned(text, found).map(({ at, one }) => `${require_escape.terminal(path)}:${at}  ${one.provider}  ${require_escape.terminal(one.id)}\n`).join("");
}
function kindOf(words) {
	const kind = words.one("kind") ?? "commit";
	if (isKind(kind)) return kind;
	throw require_cli_js.usage(manual, "There is no such kind of text.", {
		found: kind,
		wanted: KINDS.join(", ")
	});
}
async function configFor(words, world) {
	const given = words.all("provider");
	if (given.length > 0) {
		const config = configOfWords(given);
		if (typeof config === "string") throw require_cli_js.usage(manual, "A provider can't be used.", { found: config });
		return config;
	}
	const { openGate } = await Promise.resolve().then(() => require("./gate.js")).then((n) => n.gate_exports);
	return (await openGate(world, { place: "hook" })).law.scan;
}
const PLACES = {
	branch: "branch",
	"pr-title": "title",
	"pr-body": "pr-body",
	source: "file"
};
function placesOf(text, kind) {
	if (kind !== "commit" && kind !== "commit-msg") return () => PLACES[kind];
	let parts = null;
	return ({ start }) => {
		parts ??= require_references.parseMessage(text);
		return require_references.placeAt(parts, start);
	};
}
/** Line and column from 1 of each reference; they come in the text's order. */
function positioned(text, found) {
	let line = 1;
	let lineStart = 0;
	return found.map((one) => {
		for (let end = text.indexOf("\n", lineStart); end >= 0 && end < one.start; end = text.indexOf("\n", lineStart)) {
			line += 1;
			lineStart = end + 1;
		}
		return {
			at: `${line}:${one.start - lineStart + 1}`,
			one
		};
	});
}
function table(rows) {
	const columns = rows[0]?.length ?? 0;
	const widths = Array.from({ length: columns }, (_, index) => rows.reduce((most, row) => Math.max(most, row[index]?.length ?? 0), 0));
	return rows.map((row) => `${row.map((cell, index) => require_reports.pad(require_escape.terminal(cell), widths[index] ?? 0)).join("  ").trimEnd()}\n`).join("");
}
/** `refs`: the scanner alone, over one text, rows of texts or a tree. */
const command = {
	manual,
	run
};

exports.command = command;