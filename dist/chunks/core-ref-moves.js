"use strict";

const require_git = require("./git.js");
const require_core = require("./core.js");

// src/core/ref-moves.ts
/** Folders of refs that hold no work: notes, whose messages git writes itself, and what golden-thread signed. Nobody judges what comes in there. */
const NO_WORK = ["refs/notes/", "refs/golden-thread/"];
/** Whether the commits of a ref are work, so that they are judged. */
function isWorkRef(ref) {
	return !NO_WORK.some((folder) => ref.startsWith(folder));
}
/** Reads what git hands to pre-push: `<local ref> <local id> <remote ref> <remote id>` a line (githooks(5)). Nothing to push is no line. */
function readPushLines(text) {
	return linesOf(text).map((line) => {
		const [from, ref, to] = line.split(" ").reverse();
		return moveOf(line, ref, from, to);
	});
}
/** Reads what git hands to pre-receive and post-receive: `<old id> <new id> <ref>` a line. */
function readReceiveLines(text) {
	return linesOf(text).map((line) => {
		const [from, to, ...ref] = line.split(" ");
		return moveOf(line, ref.join(" "), from, to);
	});
}
function linesOf(text) {
	return text.split("\n").filter((line) => line !== "");
}
/** `from` and `to` as git writes them: all zeros where there is nothing. Throws Fault("usage") for what git never hands over. */
function moveOf(line, ref, from, to) {
	if (ref !== void 0 && ref !== "" && require_core.isObjectId(from ?? "") && require_core.isObjectId(to ?? "")) return {
		ref,
		from: idOf(from),
		to: idOf(to)
	};
	throw new require_git.Fault("usage", "The hook was handed a line that git does not write.", {
		found: line,
		wanted: "object ids and a ref, as githooks(5) says"
	});
}
function idOf(text) {
	return text === void 0 || /^0+$/.test(text) ? null : text;
}

Object.defineProperty(exports, "NO_WORK", {
  enumerable: true,
  get: function () {
    return NO_WORK;
  }
});
Object.defineProperty(exports, "isWorkRef", {
  enumerable: true,
  get: function () {
    return isWorkRef;
  }
});
Object.defineProperty(exports, "moveOf", {
  enumerable: true,
  get: function () {
    return moveOf;
  }
});
Object.defineProperty(exports, "readPushLines", {
  enumerable: true,
  get: function () {
    return readPushLines;
  }
});
Object.defineProperty(exports, "readReceiveLines", {
  enumerable: true,
  get: function () {
    return readReceiveLines;
  }
});