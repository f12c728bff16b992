"use strict";

const require_git = require("./git.js");
const require_path_text = require("./git-path-text.js");
const require_raw_diff = require("./git-raw-diff.js");

// src/git/without-attributes.ts
/**
* Works with git as a bare repository without settings has it: an attribute (`-diff`, `binary`, a driver) would hide what a commit changed
* from whoever counts it, and whoever sends a change can bring one. A git folder of its own has no index, no work tree and no
* `info/attributes`, which nothing else switches off. Nothing is fetched. `NO_ATTRIBUTES` goes before a command's name.
*/
function withoutAttributes(repo, act) {
	return require_git.withOwnObjects(repo, ({ git }) => act(git.withEnv({
		GIT_INDEX_FILE: void 0,
		GIT_ATTR_NOSYSTEM: "1"
	})));
}
/** The user's own attributes, and the size above which git takes a file for binary: its default (git-config, `core.bigFileThreshold`). */
const NO_ATTRIBUTES = [
	"-c",
	"core.attributesFile=",
	"-c",
	"core.bigFileThreshold=512m"
];

// src/git/change-log.ts
/**
* As `git log --numstat` counts it for everybody, whatever is configured: against the parent, a root commit against nothing. A merge has
* nothing of its own to show (git-diff-tree, `--stdin`), since what it joins is counted where it was made.
*/
const COUNTS = [...[
	"diff-tree",
	"--stdin",
	"-r",
	"--root",
	"-z",
	"--numstat",
	"--no-renames",
	"--no-relative"
], ...[
	"--no-ext-diff",
	"--no-textconv",
	"--diff-algorithm=myers",
	"--ignore-submodules=none"
]];
/** Visits the commits that changed anything, in the order in which they are asked for. `ids`: full ids. */
async function readChanges(repo, ids, visit) {
	if (ids.length > 0) await withoutAttributes(repo, (git) => count(git, ids, visit));
}
async function count(git, ids, visit) {
	const diff = git.spawn([...NO_ATTRIBUTES, ...COUNTS], { stdin: "pipe" });
	const records = countedRecords(visit);
	let failure = null;
	diff.stdout.on("data", (chunk) => {
		if (failure !== null) return;
		try {
			records.push(chunk);
		} catch (thrown) {
			failure = thrown;
			diff.kill();
		}
	});
	diff.stdin?.end(ids.map((id) => `${id}\n`).join(""));
	await diff.done;
	if (failure !== null) throw failure;
	records.end();
}
const TAB = 9;
/** Reads ids and entries, each with a NUL behind it; an entry is `added TAB deleted TAB path`, an id has no tab. */
function countedRecords(visit) {
	let rest = Buffer.alloc(0);
	let id = null;
	let paths = [];
	const flush = () => {
		if (id !== null) visit(id, paths);
		paths = [];
	};
	const take = (data, start, end) => {
		const first = data.indexOf(TAB, start);
		const second = first < 0 || first >= end ? -1 : data.indexOf(TAB, first + 1);
		if (second < 0 || second >= end) {
			flush();
			id = data.toString("latin1", start, end);
			return;
		}
		const [added, deleted] = data.toString("latin1", start, second).split("	").map(lineCount);
		paths.push({
			path: require_path_text.pathText(data, second + 1, end),
			added: added ?? 0,
			deleted: deleted ?? 0
		});
	};
	return {
		push(chunk) {
			const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
			let at = 0;
			for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, at)) {
				take(data, at, end);
				at = end + 1;
			}
			rest = data.subarray(at);
		},
		end: flush
	};
}
function lineCount(text) {
	return text === "-" ? 0 : Number(text);
}

// src/git/changes-here.ts
const NOTHING = {
	paths: [],
	lines: /* @__PURE__ */ new Map()
};
/** As `readChanges`, in a repository that may lack objects (a partial clone, a damaged store): nothing is fetched, and what can't be read is told. */
async function readChangesHere(repo, ids, visit) {
	const told = /* @__PURE__ */ new Set();
	const see = (id, paths) => {
		told.add(id);
		visit(id, paths);
	};
	try {
		await readChanges(repo, ids, see);
		return NOTHING;
	} catch (thrown) {
		if (!isLack(thrown)) throw thrown;
	}
	const rest = ids.filter((id) => !told.has(id));
	return require_git.withOwnObjects(repo, (own) => readWhole({
		...repo,
		...own
	}, rest, visit));
}
/** Whether git ended over an object that is missing. */
function isLack(thrown) {
	return thrown instanceof require_git.Fault && thrown.code === "repository";
}
/** Counts the lines of commits all of whose contents are here, and tells the paths of the others. */
async function readWhole(own, ids, visit) {
	const { after, whole } = await wholeOf(own, ids);
	await readChanges(own, [...whole], visit);
	const lines = ids.flatMap((id) => whole.has(id) || after.unread.has(id) ? [] : [[id, (after.changes.get(id) ?? []).map(({ path }) => path)]]);
	return {
		paths: [...after.unread],
		lines: new Map(lines)
	};
}
/** Of some commits those whose change against their parent can be read: all of its trees and contents are here. */
async function readableChanges(repo, ids) {
	return require_git.withOwnObjects(repo, async (own) => (await wholeOf({
		...repo,
		...own
	}, ids)).whole);
}
async function wholeOf(own, ids) {
	const after = await contentsOf(own, ids, []);
	const known = ids.filter((id) => !after.unread.has(id));
	const before = await contentsOf(own, known, ["-R"]);
	const contents = (id) => [...after.changes.get(id) ?? [], ...before.changes.get(id) ?? []].flatMap(contentOf);
	const missing = await require_git.missingObjects(own, known.flatMap(contents));
	const whole = known.filter((id) => !contents(id).some((oid) => missing.has(oid)));
	return {
		after,
		whole: new Set(whole)
	};
}
const SUBMODULE = "160000";
const NO_OBJECT = /^0+$/;
/** A submodule's commit is in another repository. */
function contentOf({ mode, oid }) {
	return mode === SUBMODULE || NO_OBJECT.test(oid) ? [] : [oid];
}
/** git ends at the first tree that is missing, and is started anew behind it; after so many times the rest is taken to be missing too. */
const MOST_STARTS = 50;
async function contentsOf(own, ids, how) {
	const changes = /* @__PURE__ */ new Map();
	const unread = /* @__PURE__ */ new Set();
	let open = ids;
	for (let starts = 0; open.length > 0; starts++) {
		const told = /* @__PURE__ */ new Set();
		const isDone = await rawChanges(own, open, how, (id, paths) => {
			told.add(id);
			changes.set(id, paths);
		});
		open = open.filter((id) => !told.has(id));
		if (isDone) break;
		const stuck = starts < MOST_STARTS ? open.slice(0, 1) : open;
		for (const id of stuck) unread.add(id);
		open = open.slice(stuck.length);
	}
	return {
		changes,
		unread
	};
}
/** Visits each commit, what it changed or not, up to one that can't be read. False: there is one. */
async function rawChanges({ git }, ids, how, visit) {
	const args = [
		"diff-tree",
		"--stdin",
		"-r",
		"--root",
		"--always",
		...require_raw_diff.RAW_DIFF,
		...how
	];
	const diff = git.spawn(args, { stdin: "pipe" });
	const reader = require_raw_diff.readRawDiff((id, paths) => {
		if (id !== null) visit(id, paths);
	});
	diff.stdout.on("data", reader.push);
	diff.stdin?.end(ids.map((id) => `${id}\n`).join(""));
	try {
		await diff.done;
		return true;
	} catch (thrown) {
		if (isLack(thrown)) return false;
		throw thrown;
	} finally {
		reader.end();
	}
}

Object.defineProperty(exports, "NO_ATTRIBUTES", {
  enumerable: true,
  get: function () {
    return NO_ATTRIBUTES;
  }
});
Object.defineProperty(exports, "isLack", {
  enumerable: true,
  get: function () {
    return isLack;
  }
});
Object.defineProperty(exports, "readChangesHere", {
  enumerable: true,
  get: function () {
    return readChangesHere;
  }
});
Object.defineProperty(exports, "readableChanges", {
  enumerable: true,
  get: function () {
    return readableChanges;
  }
});
Object.defineProperty(exports, "withoutAttributes", {
  enumerable: true,
  get: function () {
    return withoutAttributes;
  }
});