"use strict";

// src/core/change.ts
/** Every commit of a change, in order. */
function commitsOf(change) {
	return change.kind === "commit-message" ? [change.commit] : change.commits;
}
const HEADS = "refs/heads/";
/** The change's branch. A ref outside `refs/heads/` is no branch; a name without `refs/` is one as people write it. */
function branchOf(change) {
	if (change.kind !== "commits") return change.branch;
	if (change.ref === null || change.ref === "HEAD") return null;
	if (change.ref.startsWith(HEADS)) return change.ref.slice(11);
	return change.ref.startsWith("refs/") ? null : change.ref;
}

Object.defineProperty(exports, "branchOf", {
  enumerable: true,
  get: function () {
    return branchOf;
  }
});
Object.defineProperty(exports, "commitsOf", {
  enumerable: true,
  get: function () {
    return commitsOf;
  }
});