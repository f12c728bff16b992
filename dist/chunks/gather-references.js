"use strict";

const require_message = require("./references-message.js");

// src/gather/references.ts
/** References in a stored commit message. `commit`: its index in the change. */
function messageReferences(reader, message, commit) {
	const found = reader.scan(message, "commit");
	if (found.length === 0) return [];
	const parts = require_message.parseMessage(message);
	return found.map((one) => located(reader, one, require_message.placeAt(parts, one.start), commit));
}
/** References in a branch's short name. */
function branchReferences(reader, branch) {
	return reader.scan(branch, "branch").map((one) => located(reader, one, "branch", null));
}
/** References in a pull request's title and body; what stands between our own marks in a body is none. */
function pullRequestReferences(reader, { title, body }) {
	return [...reader.scan(title, "pr-title").map((one) => located(reader, one, "title", null)), ...reader.scan(body, "pr-body").map((one) => located(reader, one, "pr-body", null))];
}
function located(reader, found, place, commit) {
	return {
		...found,
		remote: reader.remoteOf(found),
		place,
		commit
	};
}

Object.defineProperty(exports, "branchReferences", {
  enumerable: true,
  get: function () {
    return branchReferences;
  }
});
Object.defineProperty(exports, "messageReferences", {
  enumerable: true,
  get: function () {
    return messageReferences;
  }
});
Object.defineProperty(exports, "pullRequestReferences", {
  enumerable: true,
  get: function () {
    return pullRequestReferences;
  }
});