"use strict";

// src/git/path-text.ts
/**
* A path as git has it, in bytes from `start` to `end`, as text. git knows no encoding of names: one that is not UTF-8 is told with octal
* numbers, as git quotes it (`core.quotePath`). Two names must not become one, so a name that looks like such a quoted one has its backslashes doubled.
*/
function pathText(data, start, end) {
	const text = data.toString("utf8", start, end);
	if (!text.includes(REPLACED) || Buffer.from(text).equals(data.subarray(start, end))) return LOOKS_QUOTED.test(text) ? text.replaceAll("\\", "\\\\") : text;
	return data.toString("latin1", start, end).replaceAll("\\", "\\\\").replace(/[\u0080-\u00ff]/g, (byte) => `\\${byte.charCodeAt(0).toString(OCTAL)}`);
}
const LOOKS_QUOTED = /\\[0-7]{3}/;
/** What stands where bytes are no UTF-8. */
const REPLACED = "�";
const OCTAL = 8;

Object.defineProperty(exports, "pathText", {
  enumerable: true,
  get: function () {
    return pathText;
  }
});