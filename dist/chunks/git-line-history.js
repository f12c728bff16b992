"use strict";

const require_git = require("./git.js");
const require_core = require("./core.js");
const require_results = require("./store-results.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/history/needs.ts
/** Paths cost git several times what messages do, so they are asked for only where the law looks at them. */
function needsPaths(law) {
	return law.scopes.length > 0 || [...PATH_RULES].some((id) => require_core.isOn(law.rules[id]));
}
const PATH_RULES = /* @__PURE__ */ new Set([
	"paths-in-scope",
	"change-size",
	"policy-change-authorised",
	"completed-task-has-commit",
	"task-wellformed"
]);

// src/git/commit-records.ts
/**
* Text of the chunks so far that no record was made of. One character a byte, so that lengths in bytes hold; a record that
* is longer than a chunk is put together once, when all of it is there.
*/
function openRest() {
	let parts = [];
	let size = 0;
	return {
		add(chunk) {
			parts.push(chunk.toString("latin1"));
			size += chunk.length;
		},
		size: () => size,
		take() {
			const text = parts.length === 1 ? parts[0] ?? "" : parts.join("");
			parts = [];
			size = 0;
			return text;
		},
		keep(text, from) {
			if (from < text.length) parts.push(text.slice(from));
			size = text.length - from;
		}
	};
}
/** Longer than any header line of an answer. */
const HEAD = 7;
/** Reads `git log -z --format=raw`: `commit <id>`, the object, a NUL between two of them. */
function readLog(visit) {
	const rest = openRest();
	const take = (text, start, end) => {
		const line = text.indexOf("\n", start);
		visit(text, {
			id: text.slice(start + HEAD, line),
			start: line + 1,
			end,
			indented: true
		});
	};
	return {
		push(chunk) {
			const ends = chunk.includes(0);
			rest.add(chunk);
			if (!ends) return;
			const text = rest.take();
			let start = 0;
			for (let end = text.indexOf("\0"); end >= 0; end = text.indexOf("\0", start)) {
				take(text, start, end);
				start = end + 1;
			}
			rest.keep(text, start);
		},
		end() {
			const text = rest.take();
			if (text.length > 0) take(text, 0, text.length);
			return true;
		}
	};
}
/** Reads `git cat-file --batch` where commits alone were asked for (git-cat-file, "BATCH OUTPUT"). `absent`: any other answer. */
function readObjects(visit, absent) {
	const rest = openRest();
	/** Characters that must be there before looking again is worth it. */
	let needed = 1;
	return {
		push(chunk) {
			rest.add(chunk);
			if (rest.size() < needed) return;
			const text = rest.take();
			let at = 0;
			needed = 1;
			while (at < text.length) {
				const line = text.indexOf("\n", at);
				if (line < 0) break;
				const space = text.indexOf(" ", at);
				if (!text.startsWith("commit ", space + 1)) absent(text.slice(at, line));
				const size = Number(text.slice(space + 1 + HEAD, line));
				const end = line + 1 + size;
				if (end >= text.length) {
					needed = end + 1 - at;
					break;
				}
				visit(text, {
					id: text.slice(at, space),
					start: line + 1,
					end,
					indented: false
				});
				at = end + 1;
			}
			rest.keep(text, at);
		},
		end: () => rest.size() === 0
	};
}

// src/git/gathered.ts
/** Milliseconds in which git writes about a third of what its pipe holds. */
const PAUSE = 1;
/**
* Hands on what a child writes, a while's worth at a time. git writes 4 KiB at once, and waking this process for each costs both of them
* more than waiting a little.
*/
function readGathered(stream, take) {
	let isOver = stream.closed;
	const look = () => {
		stream.resume();
		setImmediate(() => {
			if (!isOver) stream.pause();
		});
	};
	stream.on("data", take);
	if (isOver) return;
	const timer = setInterval(look, PAUSE);
	stream.once("close", () => {
		isOver = true;
		clearInterval(timer);
	});
}

// src/git/line-history.ts
/** Lets git begin. Who neither visits nor drops the walk is not kept waiting for it. */
function startLines(repo, revisions) {
	return hasGraph(repo) ? startObjects(repo, revisions) : startLog(repo, revisions);
}
/** Numbers of all commits, as `git gc` and `git maintenance` keep them (gitformat-commit-graph). */
function hasGraph({ commonDir }) {
	const info = (0, node_path.join)(commonDir, "objects", "info");
	return (0, node_fs.existsSync)((0, node_path.join)(info, "commit-graph")) || (0, node_fs.existsSync)((0, node_path.join)(info, "commit-graphs"));
}
/**
* What `git log` is told so that each commit comes as it lies in the store, but for an indent and the blanks at its lines'
* ends, whatever the configuration says (git-log, "PRETTY FORMATS", `raw`).
*/
const RAW_LOG = [...[
	"log",
	"-z",
	"--format=raw",
	"--encoding=none",
	"--no-patch",
	"--no-notes",
	"--no-color"
], ...[
	"--no-decorate",
	"--no-show-signature",
	"--no-mailmap",
	"--end-of-options"
]];
function startLog(repo, revisions) {
	const log = repo.git.spawn([
		...RAW_LOG,
		...revisions,
		"--"
	]);
	return walkOf(revisions, {
		list: log,
		objects: log
	}, readLog);
}
/** Ids go from rev-list to cat-file directly. */
function startObjects(repo, revisions) {
	return walkOf(revisions, require_git.listedObjects(repo, revisions), (visit) => readObjects(visit, require_git.missingCommit));
}
function walkOf(revisions, { list, objects }, reading) {
	const hold = (on) => {
		for (const child of /* @__PURE__ */ new Set([list, objects])) child.hold(on);
	};
	hold(false);
	return {
		revisions,
		async visit(line) {
			hold(true);
			const records = reading((text, span) => line(require_results.readCommitLine(text, span)));
			const children = require_git.together(list, objects);
			readGathered(objects.stdout, children.guard(records.push));
			await children.done;
			if (!records.end()) throw require_git.brokeOff();
		},
		drop() {
			list.kill();
			objects.kill();
		}
	};
}

Object.defineProperty(exports, "needsPaths", {
  enumerable: true,
  get: function () {
    return needsPaths;
  }
});
Object.defineProperty(exports, "startLines", {
  enumerable: true,
  get: function () {
    return startLines;
  }
});