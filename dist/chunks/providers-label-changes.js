"use strict";

// src/providers/label-changes.ts
/** What became of each label where a tracker tells all of them before and after. */
function labelChanges(before, after) {
	return [...before.filter((label) => !after.includes(label)).map((from) => ({
		from,
		to: null
	})), ...after.filter((label) => !before.includes(label)).map((to) => ({
		from: null,
		to
	}))];
}

Object.defineProperty(exports, "labelChanges", {
  enumerable: true,
  get: function () {
    return labelChanges;
  }
});