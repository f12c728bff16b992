"use strict";

const require_core = require("./core.js");
let node_crypto = require("node:crypto");

// src/gather/snapshot.ts
/** What providers put under a text that they cut off. */
const CUT = /… \(shortened\)\s*$/;
/** Digests of what an approval of this ticket is bound to. Null: its text is not all here, and nobody can approve what nobody sees. */
function snapshotOf(ticket) {
	if (CUT.test(ticket.description)) return null;
	const { title, description, criteria } = require_core.snapshotTexts(ticket);
	return {
		title: sha256(title),
		description: sha256(description),
		criteria: sha256(criteria)
	};
}
/** A short name for a snapshot, for the mark of its comment: the first eight hex digits over all of it. */
function snapshotName(snapshot) {
	return wholeOf(snapshot).slice(0, HINT);
}
/** Digits that name a part to people; what holds is the digest over all of them. */
const HINT = 8;
const DIGEST = /^[0-9a-f]{64}(?:-[0-9a-f]{8}){3}$/;
/** One text for a snapshot: sha256 over all of it, and behind that the first digits of each part, which tell which of them changed. */
function snapshotDigest(snapshot) {
	return [wholeOf(snapshot), ...hintsOf(snapshot)].join("-");
}
/** Whether a text has the form of such a digest. */
function isSnapshotDigest(text) {
	return DIGEST.test(text);
}
/** Parts of a snapshot that are not what this digest was made of; all of them where the digest doesn't tell which. */
function unexpectedFields(digest, snapshot) {
	if (digest === snapshotDigest(snapshot)) return [];
	const [, ...expected] = digest.split("-");
	const hints = hintsOf(snapshot);
	const changed = require_core.SNAPSHOT_FIELDS.filter((_, at) => expected[at] !== hints[at]);
	return changed.length === 0 ? require_core.SNAPSHOT_FIELDS : changed;
}
function wholeOf({ title, description, criteria }) {
	return sha256(`${title} ${description} ${criteria}`);
}
function hintsOf(snapshot) {
	return require_core.SNAPSHOT_FIELDS.map((field) => snapshot[field].slice(0, HINT));
}
function sha256(text) {
	return (0, node_crypto.createHash)("sha256").update(text).digest("hex");
}

Object.defineProperty(exports, "isSnapshotDigest", {
  enumerable: true,
  get: function () {
    return isSnapshotDigest;
  }
});
Object.defineProperty(exports, "snapshotDigest", {
  enumerable: true,
  get: function () {
    return snapshotDigest;
  }
});
Object.defineProperty(exports, "snapshotName", {
  enumerable: true,
  get: function () {
    return snapshotName;
  }
});
Object.defineProperty(exports, "snapshotOf", {
  enumerable: true,
  get: function () {
    return snapshotOf;
  }
});
Object.defineProperty(exports, "unexpectedFields", {
  enumerable: true,
  get: function () {
    return unexpectedFields;
  }
});