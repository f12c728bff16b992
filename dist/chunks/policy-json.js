"use strict";

// src/policy/json.ts
/** A mapping as YAML and JSON know it. */
function isMapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** The value at a path of keys and indexes; undefined where there is none. */
function valueAt(value, path) {
	let here = value;
	for (const step of path) if (Array.isArray(here)) here = here[Number(step)];
	else if (isMapping(here) && Object.hasOwn(here, step)) here = here[String(step)];
	else return void 0;
	return here;
}
/** Objects merge by key, everything else of `over` replaces. Neither side is changed. */
function merge(under, over) {
	if (over === void 0) return under;
	if (!isMapping(under) || !isMapping(over)) return over;
	const merged = { ...under };
	for (const [key, value] of Object.entries(over)) merged[key] = merge(merged[key], value);
	return merged;
}

Object.defineProperty(exports, "isMapping", {
  enumerable: true,
  get: function () {
    return isMapping;
  }
});
Object.defineProperty(exports, "merge", {
  enumerable: true,
  get: function () {
    return merge;
  }
});
Object.defineProperty(exports, "valueAt", {
  enumerable: true,
  get: function () {
    return valueAt;
  }
});