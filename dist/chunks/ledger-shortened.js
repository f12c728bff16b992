"use strict";

// src/ledger/shortened.ts
/** What others wrote, as far as a sentence has room for it. */
function shortened(text) {
	return text.length <= 100 ? text : `${text.slice(0, 99)}…`;
}

Object.defineProperty(exports, "shortened", {
  enumerable: true,
  get: function () {
    return shortened;
  }
});