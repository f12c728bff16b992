"use strict";

const require_rules = require("./rules.js");
let node_crypto = require("node:crypto");

// src/gather/snapshot.ts
/** What providers put under a text that they cut off. */
const CUT = /… \(shortened\)\s*$/;
/** Digests of what an approval of this ticket is bound to. Null: its text is not all here, and nobody can approve what nobody sees. */
function snapshotOf(ticket) {
	if (CUT.test(ticket.description)) return null;
	const { title, description, criteria } = require_rules.snapshotTexts(ticket);
	return {
		title: sha256(title),
		description: sha256(description),
		criteria: sha256(criteria)
	};
}
/** A short name for a snapshot, for the mark of its comment: the first eight hex digits over all of it. */
function snapshotName({ title, description, criteria }) {
	return sha256(`${title} ${description} ${criteria}`).slice(0, 8);
}
function sha256(text) {
	return (0, node_crypto.createHash)("sha256").update(text).digest("hex");
}

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