"use strict";

// src/git/batch.ts
const LINE_FEED = 10;
/** More than a header line takes, so that it is looked for once. */
const HEADER_ROOM = 128;
/**
* Reads the output of `git cat-file --batch` (git-cat-file, "BATCH OUTPUT") from chunks of any size, in time linear in
* the bytes: a body that is longer than a chunk is put together once, when all of it is there.
*/
function readBatch(visitor) {
	let waiting = [];
	let size = 0;
	/** Bytes that must be there before looking again is worth it. */
	let needed = 1;
	let stopped = false;
	/** Visits the answer at `at`; where the next one begins, or -1 if this one is not all there yet. */
	const next = (data, at) => {
		const lineEnd = data.indexOf(LINE_FEED, at);
		needed = data.length - at + 1;
		if (lineEnd < 0) return -1;
		const line = data.toString("latin1", at, lineEnd);
		const typeStart = line.indexOf(" ") + 1;
		const typeEnd = line.lastIndexOf(" ");
		const length = typeEnd > typeStart ? Number(line.slice(typeEnd + 1)) : NaN;
		if (Number.isNaN(length)) {
			visitor.absent(data.toString("utf8", at, lineEnd));
			return lineEnd + 1;
		}
		const bodyEnd = lineEnd + 1 + length;
		stopped = visitor.wanted?.(length) === false;
		needed = bodyEnd + 1 - at;
		if (stopped || bodyEnd >= data.length) return -1;
		const body = data.subarray(lineEnd + 1, bodyEnd);
		visitor.found({
			oid: line.slice(0, typeStart - 1),
			type: line.slice(typeStart, typeEnd),
			body
		});
		return bodyEnd + 1;
	};
	/** Visits what is whole in `data`, and keeps the rest. */
	const drain = (data) => {
		let at = 0;
		needed = 1;
		while (at < data.length) {
			const after = next(data, at);
			if (after < 0) break;
			at = after;
			needed = 1;
		}
		waiting = at < data.length ? [data.subarray(at)] : [];
		size = data.length - at;
	};
	const push = (chunk) => {
		if (stopped) return;
		if (size === 0) {
			drain(chunk);
			return;
		}
		const head = chunk.subarray(0, Math.max(needed - size, HEADER_ROOM));
		waiting.push(head);
		size += head.length;
		if (size < needed) return;
		drain(Buffer.concat(waiting, size));
		if (head.length < chunk.length) push(chunk.subarray(head.length));
	};
	return {
		push,
		complete: () => size === 0
	};
}

Object.defineProperty(exports, "readBatch", {
  enumerable: true,
  get: function () {
    return readBatch;
  }
});