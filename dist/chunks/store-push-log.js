"use strict";

const require_store = require("./store.js");
const require_pushes = require("./store-pushes.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_crypto = require("node:crypto");

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
	require_store.appendLines((0, node_path.join)(commonDir, require_store.STORE_FOLDER, require_pushes.PUSH_LOG), lines.join(""), "A push could not be written down.");
	for (const move of moves) (0, node_fs.rmSync)(waitingFile(commonDir, move), { force: true });
	return waiting;
}
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

exports.keepAnswer = keepAnswer;
exports.recordMoves = recordMoves;