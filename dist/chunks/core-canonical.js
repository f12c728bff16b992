"use strict";

// src/core/canonical.ts
/** JSON with sorted keys: the same text for the same value, whatever order it was made in. */
function canonical(value) {
	if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
	let text = "";
	for (const key of Object.keys(value).sort()) {
		const one = Reflect.get(value, key);
		if (one !== void 0) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonical(one)}`;
	}
	return `{${text}}`;
}

Object.defineProperty(exports, "canonical", {
  enumerable: true,
  get: function () {
    return canonical;
  }
});