"use strict";

const require_git = require("./git.js");

// src/action/refused-push.ts
/** What a server says that lets nobody in (403 of the address), and what it says of a ref that it does not take: by a rule, or by a hook. */
const REFUSALS = /\b403\b|\[remote rejected\](?!.*\((?:cannot lock ref|failed to update ref|incorrect old value))/;
/** A server's refusal to be pushed to, in the words of workflows; whatever else it was is thrown as it is. `what` failed. */
function refusedPush(what) {
	return (thrown) => {
		if (!(thrown instanceof require_git.Fault && thrown.code === "git" && REFUSALS.test(thrown.found ?? ""))) throw thrown;
		throw new require_git.Fault("forbidden", `${what}: the token may not push.`, {
			found: thrown.found,
			wanted: "permissions: contents: write, and no rule or hook of the repository against it",
			fix: thrown.fix ?? "give the job that permission",
			cause: thrown
		});
	};
}

Object.defineProperty(exports, "refusedPush", {
  enumerable: true,
  get: function () {
    return refusedPush;
  }
});