"use strict";

// src/git/merge-base.ts
/** Where two commits parted, as full id; null: their histories have nothing in common. Both are there. */
async function mergeBase({ git }, one, other) {
	const base = await git.text([
		"merge-base",
		"--end-of-options",
		one,
		other
	], { codes: [0, 1] });
	return base === "" ? null : base;
}
/** Whether the one commit is reachable from the other. */
async function isIn(repo, one, other) {
	return await mergeBase(repo, one, other) === one;
}

Object.defineProperty(exports, "isIn", {
  enumerable: true,
  get: function () {
    return isIn;
  }
});
Object.defineProperty(exports, "mergeBase", {
  enumerable: true,
  get: function () {
    return mergeBase;
  }
});