"use strict";

// src/audit/verdict.ts
/** Whether a waiver is past its day while what it lifted is still there: that is red, whatever the commits come to. */
function hasOverdue(gaps) {
	return gaps.some(({ code }) => code === "waiver-overdue");
}

Object.defineProperty(exports, "hasOverdue", {
  enumerable: true,
  get: function () {
    return hasOverdue;
  }
});