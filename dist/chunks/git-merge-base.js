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

Object.defineProperty(exports, "mergeBase", {
  enumerable: true,
  get: function () {
    return mergeBase;
  }
});