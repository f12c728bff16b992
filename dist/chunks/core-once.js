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
/** Asks once for each name, and remembers the answers. */
function remembered(ask) {
	const answers = /* @__PURE__ */ new Map();
	return (name) => {
		const answer = answers.get(name) ?? ask(name);
		answers.set(name, answer);
		return answer;
	};
}

Object.defineProperty(exports, "once", {
  enumerable: true,
  get: function () {
    return once;
  }
});
Object.defineProperty(exports, "remembered", {
  enumerable: true,
  get: function () {
    return remembered;
  }
});