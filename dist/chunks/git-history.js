"use strict";

const require_git = require("./git.js");
const require_core = require("./core.js");
const require_raw_diff = require("./git-raw-diff.js");

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
	...require_raw_diff.RAW_DIFF
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
	const batch = require_git.commitReader((commit) => {
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
	const diffs = require_raw_diff.readRawDiff((oid, paths) => {
		if (oid === null) return;
		pending.set(oid, paths);
		if (questions.push(oid) >= AT_ONCE) ask();
		if (pending.size > MOST_PENDING) list.stdout.pause();
	});
	const children = require_git.together(list, objects);
	list.stdout.on("data", children.guard(diffs.push));
	list.stdout.on("end", () => {
		diffs.end();
		ask();
		objects.stdin?.end();
	});
	objects.stdout.on("data", children.guard(batch.push));
	await children.done;
	if (!batch.complete() || !diffs.complete() || pending.size > 0) throw require_git.brokeOff();
	return { count };
}

// src/git/history.ts
/**
* Visits every commit that `git rev-list` finds for the revisions, newest first. Ids go from rev-list to cat-file
* directly; this process only takes commits apart, and keeps none. Throws Fault("repository") for an unknown revision
* and for a commit that the repository lacks.
*/
async function walkCommits(repo, revisions, visit) {
	const { list, objects } = require_git.listedObjects(repo, revisions);
	let count = 0;
	const batch = require_git.commitReader((commit) => {
		count++;
		visit(commit);
	});
	const children = require_git.together(list, objects);
	objects.stdout.on("data", children.guard(batch.push));
	await children.done;
	if (!batch.complete()) throw require_git.brokeOff();
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