"use strict";

// src/core/once.ts
/** Asks once, and remembers the answer. */
function once(ask) {
	let answer = null;
	return () => {
		answer ??= ask();
		return answer;
	};
}

Object.defineProperty(exports, "once", {
  enumerable: true,
  get: function () {
    return once;
  }
});