"use strict";

const require_git = require("./git.js");
const require_core = require("./core.js");
const require_store = require("./store.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_crypto = require("node:crypto");

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

// src/store/push-log.ts
/** An answer whose push never arrived: another hook stopped it. */
const FORGOTTEN_MS = 864e5;
/** Keeps an answer until its ref has moved. Throws Fault("storage") where it can't be written. */
function keepAnswer(commonDir, answer, now) {
	const path = waitingFile(commonDir, answer);
	require_store.writeAtomic(path, JSON.stringify(answer));
	sweep((0, node_path.join)(commonDir, require_store.STORE_FOLDER, WAITING), now);
}
/**
* Writes down refs that have moved, each with the answer that was kept for it; answers the evidence that is to be written, too. Throws
* Fault("storage").
*/
function recordMoves(commonDir, moves, now) {
	const waiting = [];
	const lines = moves.map((move) => {
		const { evidence, ...answer } = keptAnswer(commonDir, move) ?? {
			...move,
			verdict: null,
			policyDigest: null,
			counts: null
		};
		if (evidence !== void 0) waiting.push({
			...move,
			evidence
		});
		const record = {
			schemaVersion: 1,
			kind: "push",
			at: now.toISOString(),
			...answer
		};
		return `${JSON.stringify(record)}\n`;
	});
	require_store.appendLines((0, node_path.join)(commonDir, require_store.STORE_FOLDER, LOG), lines.join(""), "A push could not be written down.");
	for (const move of moves) (0, node_fs.rmSync)(waitingFile(commonDir, move), { force: true });
	return waiting;
}
/** The refs that have moved, in the order in which they were written down. A torn last line is passed by. */
function recordedMoves(commonDir) {
	let text;
	try {
		text = (0, node_fs.readFileSync)((0, node_path.join)(commonDir, require_store.STORE_FOLDER, LOG), "utf8");
	} catch {
		return [];
	}
	return text.split("\n").flatMap((line) => moveIn(line) ?? []);
}
function moveIn(line) {
	try {
		const record = JSON.parse(line);
		return [record.from, record.to].every((one) => one === null || require_core.isObjectId(String(one))) && typeof record.at === "string" ? record : null;
	} catch {
		return null;
	}
}
const LOG = "pushes.jsonl";
const WAITING = "pushes-waiting";
function waitingFile(commonDir, { ref, from, to }) {
	const name = (0, node_crypto.createHash)("sha256").update(`${ref}\0${from}\0${to}`).digest("hex").slice(0, 32);
	return (0, node_path.join)(commonDir, require_store.STORE_FOLDER, WAITING, `${name}.json`);
}
function keptAnswer(commonDir, move) {
	try {
		const answer = JSON.parse((0, node_fs.readFileSync)(waitingFile(commonDir, move), "utf8"));
		return answer.ref === move.ref && answer.from === move.from && answer.to === move.to ? answer : null;
	} catch {
		return null;
	}
}
function sweep(folder, now) {
	for (const name of (0, node_fs.readdirSync)(folder)) {
		const path = (0, node_path.join)(folder, name);
		const found = (0, node_fs.statSync)(path, { throwIfNoEntry: false });
		if (found !== void 0 && now.getTime() - found.mtimeMs > FORGOTTEN_MS) (0, node_fs.rmSync)(path, {
			recursive: true,
			force: true
		});
	}
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
Object.defineProperty(exports, "keepAnswer", {
  enumerable: true,
  get: function () {
    return keepAnswer;
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
Object.defineProperty(exports, "recordMoves", {
  enumerable: true,
  get: function () {
    return recordMoves;
  }
});
Object.defineProperty(exports, "recordedMoves", {
  enumerable: true,
  get: function () {
    return recordedMoves;
  }
});