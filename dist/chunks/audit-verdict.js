"use strict";

// src/audit/partial.ts
/** What a folder of a shard holds. */
const PARTIAL_FILE = "partial.gta";

// src/audit/verdict.ts
/** Whether a waiver is past its day while what it lifted is still there: that is red, whatever the commits come to. */
function hasOverdue(gaps) {
	return gaps.some(({ code }) => code === "waiver-overdue");
}

Object.defineProperty(exports, "PARTIAL_FILE", {
  enumerable: true,
  get: function () {
    return PARTIAL_FILE;
  }
});
Object.defineProperty(exports, "hasOverdue", {
  enumerable: true,
  get: function () {
    return hasOverdue;
  }
});