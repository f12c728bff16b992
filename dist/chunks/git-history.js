"use strict";

const require_git = require("./git.js");
const require_core = require("./core.js");
const require_commit_pipe = require("./git-commit-pipe.js");

// src/gather/lookups.ts
/** Asks every remote once for all of its ids, all of them at the same time. Answers for each (remote, id), keyed by `lookupKey`. */
async function lookUp(law, sources, wanted) {
	const grouped = group(wanted);
	const answers = {};
	const asked = [...grouped].map(async ([remote, ids]) => {
		const source = sources.get(remote) ?? null;
		return {
			remote,
			ids,
			source,
			found: source === null ? null : await source.many([...ids])
		};
	});
	for (const { remote, ids, source, found } of await Promise.all(asked)) {
		const none = noAnswer(law, remote, source);
		for (const id of ids) answers[require_core.lookupKey(remote, id)] = found?.get(id) ?? none;
	}
	return answers;
}
/** By name, the answer for every id of the remotes that nothing here can ask: a history cites thousands of those. */
async function unaskable(law, sources, wanted) {
	const grouped = group(wanted);
	const answers = law.remotes.map(async ({ name }) => {
		const source = sources.get(name) ?? null;
		if (source === null) return [name, noAnswer(law, name, null)];
		const count = grouped.get(name)?.size ?? 0;
		return [name, count === 0 ? null : await source.deaf?.(count) ?? null];
	});
	const known = /* @__PURE__ */ new Map();
	for (const [name, answer] of await Promise.all(answers)) if (answer !== null) known.set(name, answer);
	return known;
}
/** Distinct ids by remote, in a stable order; references that no remote owns are nobody's to ask. */
function group(wanted) {
	const grouped = /* @__PURE__ */ new Map();
	for (const { remote, id } of wanted) {
		if (remote === null) continue;
		const ids = grouped.get(remote) ?? /* @__PURE__ */ new Set();
		grouped.set(remote, ids.add(id));
	}
	return grouped;
}
function noAnswer(law, remote, source) {
	const kind = law.remotes.find((one) => one.name === remote)?.kind ?? "unknown";
	if (source === null) return {
		status: "unavailable",
		detail: `no adapter here asks a ${kind} tracker`
	};
	return {
		status: "unavailable",
		detail: `the ${kind} tracker gave no answer for this id`
	};
}

// src/git/raw-diff.ts
/** What makes a raw diff the same for everybody, whatever the repository or its owner configured. */
const RAW_DIFF = [
	"--raw",
	"-z",
	"--no-renames",
	"--no-abbrev",
	"--no-relative",
	"--ignore-submodules=none"
];
const COLON = 58;
const BLANK = 32;
const ADDED = 65;
const DELETED = 68;
const LINE_FEED = 10;
/**
* Reads `git log --format=%H` with `RAW_DIFF` (git-diff-tree, "RAW OUTPUT FORMAT") from chunks of any size: a commit's id,
* then its changed paths. Names are decoded as UTF-8; other bytes become U+FFFD.
*/
function readRawDiff(visit) {
	let rest = NOTHING;
	let oid = null;
	let entry = null;
	let paths = [];
	const flush = () => {
		if (oid !== null || paths.length > 0) visit(oid, paths);
		oid = null;
		paths = [];
	};
	const take = (data, start, end) => {
		if (entry !== null) {
			const { status, mode, oid: content } = entry;
			paths.push({
				path: data.toString("utf8", start, end),
				status,
				mode,
				oid: content
			});
			entry = null;
			return;
		}
		const at = data[start] === LINE_FEED ? start + 1 : start;
		if (data[at] === COLON) {
			entry = parseEntry(data, at + 1, end);
			return;
		}
		flush();
		oid = data.toString("latin1", start, end);
	};
	return {
		push(chunk) {
			let end = chunk.indexOf(0);
			let at = 0;
			if (rest.length > 0 && end >= 0) {
				const whole = Buffer.concat([rest, chunk.subarray(0, end)]);
				take(whole, 0, whole.length);
				rest = NOTHING;
				at = end + 1;
				end = chunk.indexOf(0, at);
			}
			for (; end >= 0; end = chunk.indexOf(0, at)) {
				take(chunk, at, end);
				at = end + 1;
			}
			if (at < chunk.length) rest = Buffer.concat([rest, chunk.subarray(at)]);
		},
		end: flush,
		complete: () => entry === null && rest.length === 0
	};
}
const NOTHING = Buffer.alloc(0);
/** Digits of a mode, with the blank behind it. */
const MODE = 7;
/** `<old mode> <new mode> <old id> <new id> <status>`; a changed type is a modification. */
function parseEntry(data, start, end) {
	const newId = data.indexOf(BLANK, start + 14) + 1;
	const idEnd = data.indexOf(BLANK, newId);
	return {
		status: statusOf(data[end - 1]),
		mode: data.toString("latin1", start + MODE, start + 14 - 1),
		oid: data.toString("latin1", newId, idEnd)
	};
}
function statusOf(letter) {
	if (letter === ADDED) return "added";
	return letter === DELETED ? "deleted" : "modified";
}
/** Changed paths from the output of one `RAW_DIFF` without commit ids. */
function parseRawDiff(stdout) {
	const found = [];
	const reader = readRawDiff((_, paths) => found.push(...paths));
	reader.push(stdout);
	reader.end();
	if (!reader.complete()) throw new require_git.Fault("git", "A list of changed paths broke off.");
	return found;
}

// src/git/path-history.ts
/** The changed paths of one commit, as `git log` gives them whatever is configured; merges against their first parent. */
const PATH_LOG = [
	...[
		"-c",
		"log.showRoot=true",
		"log",
		"--format=%H",
		"--diff-merges=first-parent"
	],
	...[
		"--no-show-signature",
		"--no-notes",
		"--no-color"
	],
	...RAW_DIFF
];
/** Commits that are asked for with one write: each write wakes the other child. */
const AT_ONCE = 200;
/** Commits whose paths are known and that are not read yet; above it the diffs wait, so that memory does not grow. */
const MOST_PENDING = 4e3;
/**
* Like `walkCommits`, with each commit's changed paths against its first parent (a root commit's against nothing),
* renames as deletion and addition. git's own diff is the longest step; the commits are read beside it by a second child.
*/
async function walkPaths(repo, revisions, visit) {
	const list = repo.git.spawn([
		...PATH_LOG,
		"--end-of-options",
		...revisions,
		"--"
	]);
	const objects = repo.git.spawn([
		"cat-file",
		"--batch",
		"--buffer"
	], { stdin: "pipe" });
	const pending = /* @__PURE__ */ new Map();
	let count = 0;
	const batch = require_commit_pipe.commitReader((commit) => {
		const paths = pending.get(commit.id) ?? [];
		pending.delete(commit.id);
		count++;
		if (pending.size < MOST_PENDING / 2 && list.stdout.isPaused()) list.stdout.resume();
		visit(commit, paths);
	});
	let questions = [];
	const ask = () => {
		if (questions.length > 0) objects.stdin?.write(`${questions.join("\n")}\n`, "latin1");
		questions = [];
	};
	const diffs = readRawDiff((oid, paths) => {
		if (oid === null) return;
		pending.set(oid, paths);
		if (questions.push(oid) >= AT_ONCE) ask();
		if (pending.size > MOST_PENDING) list.stdout.pause();
	});
	const children = require_commit_pipe.together(list, objects);
	list.stdout.on("data", children.guard(diffs.push));
	list.stdout.on("end", () => {
		diffs.end();
		ask();
		objects.stdin?.end();
	});
	objects.stdout.on("data", children.guard(batch.push));
	await children.done;
	if (!batch.complete() || !diffs.complete() || pending.size > 0) throw require_commit_pipe.brokeOff();
	return { count };
}

// src/git/history.ts
/**
* Visits every commit that `git rev-list` finds for the revisions, newest first. Ids go from rev-list to cat-file
* directly; this process only takes commits apart, and keeps none. Throws Fault("repository") for an unknown revision
* and for a commit that the repository lacks.
*/
async function walkCommits(repo, revisions, visit) {
	const { list, objects } = require_commit_pipe.listedObjects(repo, revisions);
	let count = 0;
	const batch = require_commit_pipe.commitReader((commit) => {
		count++;
		visit(commit);
	});
	const children = require_commit_pipe.together(list, objects);
	objects.stdout.on("data", children.guard(batch.push));
	await children.done;
	if (!batch.complete()) throw require_commit_pipe.brokeOff();
	return { count };
}
/**
* How a set of commits moves when a ref goes from one tip to another: ids that only the new tip reaches, and ids that
* only the old one did (a force push). Null where the old tip is no longer known.
*/
async function newAndGone(repo, oldTip, newTip) {
	if ((await repo.git.run([
		"cat-file",
		"-e",
		`${oldTip}^{commit}`
	], { codes: [
		0,
		1,
		128
	] })).code !== 0) return null;
	const args = [
		"rev-list",
		"--left-right",
		"--end-of-options",
		`${oldTip}...${newTip}`,
		"--"
	];
	const lines = (await repo.git.text(args)).split("\n");
	const side = (mark) => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(1));
	return {
		fresh: side(">"),
		gone: side("<")
	};
}

Object.defineProperty(exports, "RAW_DIFF", {
  enumerable: true,
  get: function () {
    return RAW_DIFF;
  }
});
Object.defineProperty(exports, "lookUp", {
  enumerable: true,
  get: function () {
    return lookUp;
  }
});
Object.defineProperty(exports, "newAndGone", {
  enumerable: true,
  get: function () {
    return newAndGone;
  }
});
Object.defineProperty(exports, "parseRawDiff", {
  enumerable: true,
  get: function () {
    return parseRawDiff;
  }
});
Object.defineProperty(exports, "readRawDiff", {
  enumerable: true,
  get: function () {
    return readRawDiff;
  }
});
Object.defineProperty(exports, "unaskable", {
  enumerable: true,
  get: function () {
    return unaskable;
  }
});
Object.defineProperty(exports, "walkCommits", {
  enumerable: true,
  get: function () {
    return walkCommits;
  }
});
Object.defineProperty(exports, "walkPaths", {
  enumerable: true,
  get: function () {
    return walkPaths;
  }
});