"use strict";

const require_escape = require("./reports-escape.js");

// src/reports/markup.ts
/** A template of HTML; every text that is put into it is escaped, so that nothing can be forgotten. */
function markup(parts, ...values) {
	return { markup: parts.map((part, index) => `${part}${written(values[index] ?? "")}`).join("") };
}
function written(value) {
	if (typeof value === "string") return require_escape.html(value);
	if (typeof value === "number") return String(value);
	return "markup" in value ? value.markup : value.map((one) => one.markup).join("");
}
/** Nothing. */
const NONE = { markup: "" };

Object.defineProperty(exports, "NONE", {
  enumerable: true,
  get: function () {
    return NONE;
  }
});
Object.defineProperty(exports, "markup", {
  enumerable: true,
  get: function () {
    return markup;
  }
});