"use strict";

const require_changes_here = require("./git-changes-here.js");
const require_git = require("./git.js");
const require_path_text = require("./git-path-text.js");

// src/git/merge-lines.ts
/** git's combined format (git-diff-tree, "COMBINED DIFF FORMAT"): a column for each parent, and only what is in none of them as it is. */
const COMBINED = [...[
	"diff-tree",
	"--stdin",
	"-r",
	"--cc",
	"-p",
	"--always",
	"--no-renames",
	"--no-relative",
	"--no-color"
], ...[
	"--no-ext-diff",
	"--no-textconv",
	"--diff-algorithm=myers",
	"--ignore-submodules=none"
]];
/** git ends at the first object that is missing, and is started anew behind it; after so many times the rest is not known either. */
const MOST_STARTS = 50;
/**
* What merges themselves wrote, by path: lines that no parent has, lines that every parent has and the merge has not, and with no line
* files, modes and contents that are no text. What a merge took from one of its parents is counted where it was made, and a change that
* it left out nowhere. `only`: paths that are looked at, all of them where there is none.
*/
async function mergeLines(repo, merges, only = []) {
	if (merges.length === 0) return /* @__PURE__ */ new Map();
	return require_changes_here.withoutAttributes(repo, (git) => readAll(git, merges, only));
}
async function readAll(git, merges, only) {
	const all = /* @__PURE__ */ new Map();
	let open = merges;
	for (let starts = 1; open.length > 0; starts++) {
		const { told, isWhole } = await readMerges(git, open, only);
		if (!isWhole) told.delete([...told.keys()].at(-1) ?? "");
		for (const [id, paths] of told) all.set(id, paths);
		open = open.filter((id) => !all.has(id));
		if (isWhole) break;
		for (const id of starts < MOST_STARTS ? open.slice(0, 1) : open) all.set(id, null);
		open = open.filter((id) => !all.has(id));
	}
	return all;
}
async function readMerges(git, merges, only) {
	const args = [
		...require_changes_here.NO_ATTRIBUTES,
		"-c",
		"core.quotePath=false",
		...COMBINED,
		"--",
		...only
	];
	const diff = git.spawn(args, { stdin: "pipe" });
	const reader = combinedReader();
	const children = require_git.together(diff, diff);
	diff.stdout.on("data", children.guard(reader.push));
	diff.stdin?.end(merges.map((id) => `${id}\n`).join(""));
	try {
		await children.done;
		return {
			told: reader.end(),
			isWhole: true
		};
	} catch (thrown) {
		if (require_changes_here.isLack(thrown)) return {
			told: reader.end(),
			isWhole: false
		};
		throw thrown;
	}
}
const ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** What git tells of a path before its lines: contents and modes of the parents, and the merge's own. */
const CONTENTS = /^index ([0-9a-f,]+)\.\.([0-9a-f]+)$/;
const MODES = /^mode ([0-7,]+)\.\.([0-7]+)$/;
/** Whether a line before the first hunk says that the merge has what no parent has, or nothing where all of them have something. */
function isOwn(line) {
	if (/^(?:new|deleted) file mode /.test(line)) return true;
	const [, parents, own = ""] = MODES.exec(line) ?? [];
	return parents !== void 0 && !parents.split(",").includes(own);
}
function combinedReader() {
	const told = /* @__PURE__ */ new Map();
	let paths = [];
	let [path, parents, rest] = [
		"",
		0,
		""
	];
	let isTaken = false;
	const count = (added, deleted) => {
		const last = paths.at(-1);
		if (last?.path !== path) paths.push({
			path,
			added,
			deleted
		});
		else paths.splice(-1, 1, {
			path,
			added: last.added + added,
			deleted: last.deleted + deleted
		});
	};
	const takeHeader = (line) => {
		const [, contents, own = ""] = CONTENTS.exec(line) ?? [];
		if (contents !== void 0) isTaken = contents.split(",").includes(own);
		else if (isOwn(line) || line === "Binary files differ" && !isTaken) count(0, 0);
	};
	const take = (line) => {
		if (ID.test(line)) {
			paths = [];
			parents = 0;
			told.set(line, paths);
		} else if (line.startsWith("diff --cc ")) {
			path = plainPath(line.slice(10));
			parents = 0;
		} else if (line.startsWith("@@@")) parents = line.indexOf(" ") - 1;
		else if (parents > 0) {
			const columns = line.slice(0, parents);
			if (columns === "+".repeat(parents)) count(1, 0);
			else if (columns === "-".repeat(parents)) count(0, 1);
		} else takeHeader(line);
	};
	return {
		push(chunk) {
			let at = 0;
			for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, at)) {
				take(rest + beginning(chunk, at, end));
				rest = "";
				at = end + 1;
			}
			if (rest.length < BEGINNING) rest += beginning(chunk, at, chunk.length);
		},
		end() {
			take(rest);
			return told;
		}
	};
}
const LINE_FEED = 10;
/** More than a path of 4,096 bytes takes, each as `\351`. Of a line of contents its columns are enough, be it as long as a file. */
const BEGINNING = 2e4;
function beginning(chunk, start, end) {
	return chunk.toString("latin1", start, Math.min(end, start + BEGINNING));
}
const ESCAPES = {
	a: "\x07",
	b: "\b",
	t: "	",
	n: "\n",
	v: "\v",
	f: "\f",
	r: "\r"
};
/** A path in bytes, one character each, in quotes as C has it where it holds what would end a line. */
function plainPath(told) {
	const latin1 = told.startsWith("\"") ? told.slice(1, -1).replace(/\\([0-7]{3}|.)/g, (_, code) => code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : ESCAPES[code] ?? code) : told;
	const bytes = Buffer.from(latin1, "latin1");
	return require_path_text.pathText(bytes, 0, bytes.length);
}

Object.defineProperty(exports, "mergeLines", {
  enumerable: true,
  get: function () {
    return mergeLines;
  }
});