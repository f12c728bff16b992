"use strict";

const require_git = require("./git.js");
const require_store = require("./store.js");
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
Object.defineProperty(exports, "plainMessage", {
  enumerable: true,
  get: function () {
    return plainMessage;
  }
});
Object.defineProperty(exports, "readCommitLine", {
  enumerable: true,
  get: function () {
    return readCommitLine;
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