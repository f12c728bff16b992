"use strict";

const require_git = require("./git.js");

// src/action/refused-push.ts
/** A server's refusal to be pushed to, in the words of workflows; whatever else it was is thrown as it is. `what` failed. */
function refusedPush(what) {
	return (thrown) => {
		if (!(thrown instanceof require_git.Fault && thrown.code === "git" && /\b403\b/.test(thrown.found ?? ""))) throw thrown;
		throw new require_git.Fault("forbidden", `${what}: the token may not push.`, {
			wanted: "permissions: contents: write",
			fix: "give the job that permission",
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