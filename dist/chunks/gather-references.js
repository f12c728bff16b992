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
/**
* What somebody wrote down alone, by every form in which a message names a ticket by it, the plain one first: ids of trackers that write
* none in text want a sign or an address around them. Forms that name nothing are left out.
*/
function* writtenReferences(reader, written) {
	for (const form of [
		written,
		`AB#${written}`,
		`CU-${written}`,
		`https://www.notion.so/${written}`
	]) {
		const found = messageReferences(reader, form, 0);
		if (found.length > 0) yield found;
	}
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
Object.defineProperty(exports, "writtenReferences", {
  enumerable: true,
  get: function () {
    return writtenReferences;
  }
});