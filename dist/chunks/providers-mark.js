"use strict";

// src/providers/mark.ts
/** The line under which a comment of ours is found again. */
function markLine(mark) {
	return `golden-thread:${mark}`;
}
/** A text above its sign. */
function signed(text, sign) {
	return `${text.trimEnd()}\n\n${sign}`;
}

Object.defineProperty(exports, "markLine", {
  enumerable: true,
  get: function () {
    return markLine;
  }
});
Object.defineProperty(exports, "signed", {
  enumerable: true,
  get: function () {
    return signed;
  }
});