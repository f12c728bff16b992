"use strict";

const require_git = require("./git.js");
const require_core = require("./core.js");
const require_store = require("./store.js");
const require_commit_pipe = require("./git-commit-pipe.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/git/commit-line.ts
/** What `git log --format=raw` puts before each line of a message. */
const INDENT = "    ";
const TREE = "tree ";
const PARENT = "parent ";
const AUTHOR = "author ";
const COMMITTER = "committer ";
/**
* Reads a commit object (git-hash-object, "commit") where it stands. The headers come in git's fixed order; what follows the
* committer (encoding, signatures, merged tags) is looked at only where there is any.
*/
function readCommitLine(text, { id, start, end, indented }) {
	let at = text.startsWith(TREE, start) ? start + 5 + id.length + 1 : start;
	let parents = 0;
	let joins = NO_IDS;
	for (; text.startsWith(PARENT, at); at += 7 + id.length + 1) if (parents++ > 0) joins = [...joins, text.slice(at + 7, at + 7 + id.length)];
	const author = text.startsWith(AUTHOR, at) ? at + 7 : -1;
	let lineEnd = author < 0 ? at - 1 : endOfLine(text, author, end);
	const committer = text.startsWith(COMMITTER, lineEnd + 1) ? lineEnd + 1 + 10 : -1;
	const mail = author < 0 ? -1 : text.lastIndexOf(">", lineEnd);
	const authoredAt = mail < author ? 0 : require_git.timeBehind(text, mail, lineEnd);
	if (committer >= 0) lineEnd = endOfLine(text, committer, end);
	const address = committer < 0 ? -1 : text.lastIndexOf(">", lineEnd);
	const rest = lineEnd + 1;
	const blank = text.charCodeAt(rest) === LINE_FEED ? rest : text.indexOf("\n\n", rest - 1) + 1;
	const head = blank <= 0 || blank > end ? end : blank;
	return {
		id,
		author: mail < author || author < 0 ? "" : text.slice(author, mail + 1),
		committer: committer < 0 || address < committer ? "" : text.slice(committer, address + 1),
		authoredAt,
		committedAt: committer < 0 ? 0 : require_git.timeBehind(text, address, lineEnd),
		parents,
		joins,
		encoding: rest === head ? null : require_git.encodingOf(text.slice(rest, head)),
		message: indented ? messageIn(text, head + 1 + 4, end) : tidied(messageIn(text, head + 1, end)),
		indented
	};
}
const LINE_FEED = 10;
const NO_IDS = [];
function endOfLine(text, from, end) {
	const found = text.indexOf("\n", from);
	return found < 0 || found > end ? end : found;
}
/** git takes a message to end at its first NUL; what is hidden behind one is nothing that anybody is shown. */
function messageIn(text, start, end) {
	const message = start < end ? text.slice(start, end) : "";
	const nul = message.indexOf("\0");
	return nul < 0 ? message : message.slice(0, nul);
}
/** What `git log --format=raw` drops; whoever reads objects drops it too, so that no verdict depends on how they were read. */
const UNTIDY = /[ \t\r](?:\n|$)|^\n/;
/** A message as git shows it: no blank lines above, no blanks at ends of lines (git-stripspace has the same idea of a blank). */
function tidied(message) {
	if (!UNTIDY.test(message)) return message;
	return message.split("\n").map(withoutTail).join("\n").replace(/^\n+/, "");
}
/** By hand: an expression would look at every blank of a long run anew. */
function withoutTail(line) {
	let end = line.length;
	while (end > 0 && " 	\r".includes(line.charAt(end - 1))) end -= 1;
	return line.slice(0, end);
}
/** A message, or its beginning, as it lies in the store but for blanks at ends of lines. */
function plainMessage({ indented }, part) {
	return indented ? part.replaceAll(`\n${INDENT}`, "\n") : part;
}

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
	return walkOf(revisions, require_commit_pipe.listedObjects(repo, revisions), (visit) => readObjects(visit, require_commit_pipe.missingCommit));
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
			const records = reading((text, span) => line(readCommitLine(text, span)));
			const children = require_commit_pipe.together(list, objects);
			objects.stdout.on("data", children.guard(records.push));
			await children.done;
			if (!records.end()) throw require_commit_pipe.brokeOff();
		},
		drop() {
			list.kill();
			objects.kill();
		}
	};
}

// src/store/results.ts
/** Where the results of whole histories are kept, below the git folder that all work trees share. */
function resultsFile(commonDir, kind) {
	return (0, node_path.join)(commonDir, "golden-thread", `history-${kind}`);
}
/** Whether anything is kept, good or not. */
function hasResults(commonDir, kind) {
	return (0, node_fs.existsSync)(resultsFile(commonDir, kind));
}
/** The bytes of a stored result, or null where there is none that can be read: it is then made anew. */
function readResults(file) {
	try {
		const descriptor = (0, node_fs.openSync)(file, "r");
		try {
			const bytes = new Uint8Array((0, node_fs.fstatSync)(descriptor).size);
			return (0, node_fs.readSync)(descriptor, bytes) === bytes.length ? bytes : null;
		} finally {
			(0, node_fs.closeSync)(descriptor);
		}
	} catch {
		return null;
	}
}
/** Keeps a result. False where the folder can't be written: the answer stands all the same, the next one takes longer. */
function writeResults(file, parts) {
	try {
		require_store.writeAtomic(file, parts);
		return true;
	} catch {
		return false;
	}
}

Object.defineProperty(exports, "hasResults", {
  enumerable: true,
  get: function () {
    return hasResults;
  }
});
Object.defineProperty(exports, "needsPaths", {
  enumerable: true,
  get: function () {
    return needsPaths;
  }
});
Object.defineProperty(exports, "plainMessage", {
  enumerable: true,
  get: function () {
    return plainMessage;
  }
});
Object.defineProperty(exports, "readResults", {
  enumerable: true,
  get: function () {
    return readResults;
  }
});
Object.defineProperty(exports, "resultsFile", {
  enumerable: true,
  get: function () {
    return resultsFile;
  }
});
Object.defineProperty(exports, "startLines", {
  enumerable: true,
  get: function () {
    return startLines;
  }
});
Object.defineProperty(exports, "tidied", {
  enumerable: true,
  get: function () {
    return tidied;
  }
});
Object.defineProperty(exports, "writeResults", {
  enumerable: true,
  get: function () {
    return writeResults;
  }
});