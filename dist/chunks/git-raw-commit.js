"use strict";

// src/git/raw-commit.ts
const TREE = "tree ";
const PARENT = "parent ";
const AUTHOR = "author ";
const COMMITTER = "committer ";
const ZERO = 48;
/**
* Takes a commit object apart: one string of all its bytes, and cuts of it. The headers come in git's fixed order;
* what follows the committer (encoding, signatures, merged tags) is looked at only where there is any.
*/
function parseCommit(id, body) {
	const text = body.toString("latin1");
	const blank = text.indexOf("\n\n");
	const end = blank < 0 ? text.length : blank + 1;
	const parents = [];
	let at = 0;
	let lineEnd = text.indexOf("\n");
	const tree = text.startsWith(TREE) ? text.slice(5, lineEnd) : "";
	for (at = lineEnd + 1; lineEnd >= 0 && text.startsWith(PARENT, at); at = lineEnd + 1) {
		lineEnd = text.indexOf("\n", at);
		parents.push(text.slice(at + 7, lineEnd));
	}
	lineEnd = text.indexOf("\n", at);
	const author = text.startsWith(AUTHOR, at) ? text.slice(at + 7, lineEnd) : "";
	at = lineEnd + 1;
	lineEnd = text.indexOf("\n", at);
	const committer = text.startsWith(COMMITTER, at) ? text.slice(at + 10, lineEnd) : "";
	const rest = lineEnd + 1 < end ? text.slice(lineEnd + 1, end) : "";
	return {
		id,
		tree,
		parents,
		author,
		committer,
		authoredAt: timeOf(author),
		committedAt: timeOf(committer),
		encoding: encodingOf(rest),
		message: upToNul(text, end + 1),
		signed: rest.includes("gpgsig") && /^gpgsig(?:-sha256)? /m.test(rest)
	};
}
/** git takes a message to end at its first NUL; what is hidden behind one is nothing that anybody is shown. */
function upToNul(text, start) {
	const nul = text.indexOf("\0", start);
	return nul < 0 ? text.slice(start) : text.slice(start, nul);
}
/** Label of the `encoding` header among those that follow the committer; null: there is none. */
function encodingOf(headers) {
	return headers.includes("encoding ") ? /^encoding (.+)$/m.exec(headers)?.[1] ?? null : null;
}
function timeOf(header) {
	return timeBehind(header, header.lastIndexOf(">"), header.length);
}
/** Seconds stand after the address, whose end is at `mail`; git reads a broken date as 0. */
function timeBehind(text, mail, end) {
	let time = 0;
	for (let at = mail + 2; at < end; at++) {
		const digit = text.charCodeAt(at) - ZERO;
		if (digit < 0 || digit > 9) break;
		time = time * 10 + digit;
	}
	return time <= Number.MAX_SAFE_INTEGER ? time : 0;
}
/**
* Text of latin1 bytes in the encoding that a commit names (git-commit, "DISCUSSION"). Bytes that do not decode become
* U+FFFD; a label that nobody knows is read as latin1, so that no byte is lost.
*/
function decodeText(latin1, encoding) {
	if (encoding === null || /^utf-?8$/i.test(encoding)) return isAscii(latin1) ? latin1 : Buffer.from(latin1, "latin1").toString("utf8");
	try {
		return new TextDecoder(encoding).decode(Buffer.from(latin1, "latin1"));
	} catch {
		return latin1;
	}
}
function isAscii(text) {
	return !/[^\0-\x7f]/.test(text);
}
/** A raw commit in the words of the core, its paths not asked for. */
function toCommit(raw) {
	return {
		id: raw.id,
		parents: raw.parents,
		author: personOf(raw.author, raw.encoding),
		committer: personOf(raw.committer, raw.encoding),
		authoredAt: raw.authoredAt,
		committedAt: raw.committedAt,
		message: decodeText(raw.message, raw.encoding),
		paths: null
	};
}
/** `Name <mail> …` as a person; both empty where the header is malformed. */
function personOf(header, encoding) {
	const [, name = "", email = ""] = /^([^<]*)<([^>]*)>/.exec(decodeText(header, encoding)) ?? [];
	return {
		name: name.trim(),
		email: email.trim()
	};
}

Object.defineProperty(exports, "decodeText", {
  enumerable: true,
  get: function () {
    return decodeText;
  }
});
Object.defineProperty(exports, "encodingOf", {
  enumerable: true,
  get: function () {
    return encodingOf;
  }
});
Object.defineProperty(exports, "parseCommit", {
  enumerable: true,
  get: function () {
    return parseCommit;
  }
});
Object.defineProperty(exports, "personOf", {
  enumerable: true,
  get: function () {
    return personOf;
  }
});
Object.defineProperty(exports, "timeBehind", {
  enumerable: true,
  get: function () {
    return timeBehind;
  }
});
Object.defineProperty(exports, "toCommit", {
  enumerable: true,
  get: function () {
    return toCommit;
  }
});