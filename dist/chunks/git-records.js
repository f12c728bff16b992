"use strict";

// src/git/records.ts
const NUL = 0;
/** The records of a stream that end with NUL, as UTF-8, as they come. */
async function* nulRecords(stdout) {
	let rest = Buffer.alloc(0);
	for await (const chunk of stdout) {
		const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		let at = 0;
		for (let end = data.indexOf(NUL); end >= 0; end = data.indexOf(NUL, at)) {
			yield data.toString("utf8", at, end);
			at = end + 1;
		}
		rest = data.subarray(at);
	}
	if (rest.length > 0) yield rest.toString("utf8");
}

Object.defineProperty(exports, "nulRecords", {
  enumerable: true,
  get: function () {
    return nulRecords;
  }
});