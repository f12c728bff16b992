"use strict";

// src/core/canonical.ts
/** JSON with sorted keys: the same text for the same value, whatever order it was made in. */
function canonical(value) {
	if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
	return `{${Object.entries(value).filter(([, one]) => one !== void 0).sort(([a], [b]) => a < b ? -1 : Number(a > b)).map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(",")}}`;
}

Object.defineProperty(exports, "canonical", {
  enumerable: true,
  get: function () {
    return canonical;
  }
});