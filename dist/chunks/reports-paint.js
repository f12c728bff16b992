"use strict";

// src/reports/paint.ts
/** SGR pairs of ECMA-48: switched on, and off again without touching what another pair set. */
function painter(color) {
	const pair = (on, off) => (text) => color && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text;
	return {
		bold: pair(1, 22),
		dim: pair(2, 22),
		red: pair(31, 39),
		green: pair(32, 39),
		yellow: pair(33, 39),
		cyan: pair(36, 39)
	};
}

Object.defineProperty(exports, "painter", {
  enumerable: true,
  get: function () {
    return painter;
  }
});