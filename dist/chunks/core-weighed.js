"use strict";

// src/core/weighed.ts
/** Where nobody could say of any commit whether its ticket authorises it, no share is known. */
function isWeighed({ authorised, unauthorised, unknown }) {
	return authorised + unauthorised > 0 || unknown === 0;
}
/** Whether files are covered is known where somebody knows a ticket, or where nothing names one. */
function isCoverKnown(coverage) {
	return isWeighed(coverage.commits) || coverage.totalItems > 0;
}

Object.defineProperty(exports, "isCoverKnown", {
  enumerable: true,
  get: function () {
    return isCoverKnown;
  }
});
Object.defineProperty(exports, "isWeighed", {
  enumerable: true,
  get: function () {
    return isWeighed;
  }
});