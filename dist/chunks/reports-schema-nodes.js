"use strict";

// src/reports/schema-nodes.ts
/** Any text. */
const text = { type: "string" };
/** A number of things, or a place in a list. */
const index = {
	type: "integer",
	minimum: 0
};
/** Any text, or nothing. */
const textOrNull = { type: ["string", "null"] };
/** Where a verdict is asked for. */
const place = { enum: [
	"hook",
	"ci",
	"server"
] };
/** A list of one kind of things. */
function list(items) {
	return {
		type: "array",
		items
	};
}
/** One kind of thing, or null. */
function orNull(node) {
	return { oneOf: [{ type: "null" }, node] };
}
/** An object that has these keys and no other; a name that ends in `?` may be left out. */
function record(properties) {
	const entries = Object.entries(properties);
	return {
		type: "object",
		properties: Object.fromEntries(entries.map(([name, node]) => [name.replace(/\?$/u, ""), node])),
		required: entries.map(([name]) => name).filter((name) => !name.endsWith("?")),
		additionalProperties: false
	};
}
/** What made the document. */
const tool = record({
	name: { const: "golden-thread" },
	version: text
});

Object.defineProperty(exports, "index", {
  enumerable: true,
  get: function () {
    return index;
  }
});
Object.defineProperty(exports, "list", {
  enumerable: true,
  get: function () {
    return list;
  }
});
Object.defineProperty(exports, "orNull", {
  enumerable: true,
  get: function () {
    return orNull;
  }
});
Object.defineProperty(exports, "place", {
  enumerable: true,
  get: function () {
    return place;
  }
});
Object.defineProperty(exports, "record", {
  enumerable: true,
  get: function () {
    return record;
  }
});
Object.defineProperty(exports, "text", {
  enumerable: true,
  get: function () {
    return text;
  }
});
Object.defineProperty(exports, "textOrNull", {
  enumerable: true,
  get: function () {
    return textOrNull;
  }
});
Object.defineProperty(exports, "tool", {
  enumerable: true,
  get: function () {
    return tool;
  }
});