"use strict";

const require_git = require("./git.js");

// src/git/message-config.ts
const KEYS = "^(commit\\.(cleanup|verbose)|core\\.comment(char|string)|i18n\\.commitencoding)$";
/** The first git that knows `core.commentString`; an older one goes on with `core.commentChar`. */
const COMMENT_STRING_SINCE = [2, 45];
/** Reads it with one child, `git -c` of the commit that runs the hook included. */
async function messageConfig(repo) {
	const { stdout } = await repo.git.run([
		"config",
		"-z",
		"--get-regexp",
		KEYS
	], { codes: [0, 1] });
	const entries = stdout.toString("utf8").split("\0").map(entryOf);
	const comments = entries.some(([key]) => key === "core.commentstring") && !await atLeast(repo, COMMENT_STRING_SINCE) ? ["core.commentchar"] : COMMENTS;
	const last = (...keys) => entries.filter(([key]) => keys.includes(key)).at(-1)?.[1];
	const comment = last(...comments) ?? "#";
	return {
		cleanup: cleanupOf(last("commit.cleanup")),
		verbose: isOn(last("commit.verbose")),
		comment: comment.toLowerCase() === "auto" ? null : comment,
		encoding: last("i18n.commitencoding") ?? null
	};
}
const COMMENTS = ["core.commentchar", "core.commentstring"];
function entryOf(entry) {
	const end = entry.indexOf("\n");
	return end < 0 ? [entry, "true"] : [entry.slice(0, end), entry.slice(end + 1)];
}
function cleanupOf(value) {
	switch (value) {
		case "strip":
		case "whitespace":
		case "verbatim":
		case "scissors": return value;
		default: return null;
	}
}
function isOn(value) {
	return value !== void 0 && !/^(?:false|no|off|0*|)$/i.test(value);
}
async function atLeast(repo, [major, minor]) {
	const [, ours = 0, theirs = 0] = (/(\d+)\.(\d+)/.exec(await repo.git.text(["version"])) ?? []).map(Number);
	return ours > major || ours === major && theirs >= minor;
}
/** Bytes of a message as text, in the encoding that git will write into the commit. */
function decodeMessage(bytes, encoding) {
	return require_git.decodeText(bytes.toString("latin1"), encoding);
}

Object.defineProperty(exports, "decodeMessage", {
  enumerable: true,
  get: function () {
    return decodeMessage;
  }
});
Object.defineProperty(exports, "messageConfig", {
  enumerable: true,
  get: function () {
    return messageConfig;
  }
});