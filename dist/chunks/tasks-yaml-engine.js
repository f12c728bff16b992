"use strict";

const require_yaml = require("./yaml.js");

// src/tasks/yaml-engine.ts
var import_dist = require_yaml.require_dist();
/** Deeper nesting than any task file or configuration has. */
const MAX_DEPTH = 32;
/** The library quotes the text that it stumbles over, however long. */
const MAX_DETAIL = 200;
/** Where reading stopped; caught in this file alone. */
var Refusal = class extends Error {
	offset;
	constructor(offset, message) {
		super(message);
		this.offset = offset;
	}
};
/**
* Reads any YAML document strictly: failsafe schema (scalars stay text), unique keys, no anchors, aliases or tags,
* one document, a map at the top, and warnings are errors. Never throws, whatever the text.
*/
function readYaml(text) {
	try {
		return {
			ok: true,
			document: read(text)
		};
	} catch (error) {
		const offset = error instanceof Refusal ? error.offset : 0;
		return {
			ok: false,
			problem: {
				line: text.slice(0, offset).split("\n").length,
				detail: detailOf(error).slice(0, MAX_DETAIL)
			}
		};
	}
}
/** The library recurses into nested collections: what exhausts the stack is hostile, and ends here. */
function detailOf(error) {
	if (error instanceof RangeError) return "nested too deeply";
	return error instanceof Error ? error.message : String(error);
}
function read(text) {
	const lineCounter = new import_dist.LineCounter();
	const directive = /^%/m.exec(text);
	if (directive !== null) throw new Refusal(directive.index, "directives are not read");
	const parsed = (0, import_dist.parseDocument)(text, {
		schema: "failsafe",
		uniqueKeys: true,
		strict: true,
		stringKeys: true,
		resolveKnownTags: false,
		prettyErrors: false,
		logLevel: "error",
		lineCounter
	});
	const first = [...parsed.errors, ...parsed.warnings].sort((a, b) => a.pos[0] - b.pos[0])[0];
	if (first !== void 0) throw new Refusal(first.pos[0], first.message);
	const top = parsed.contents;
	if (top === null) return {
		values: /* @__PURE__ */ new Map(),
		lines: /* @__PURE__ */ new Map()
	};
	if ((0, import_dist.isScalar)(top) && top.value === "") return {
		values: /* @__PURE__ */ new Map(),
		lines: /* @__PURE__ */ new Map()
	};
	if (!(0, import_dist.isMap)(top)) throw new Refusal(0, "a map of keys is wanted at the top");
	const lines = /* @__PURE__ */ new Map();
	for (const pair of top.items) lines.set(keyOf(pair), lineCounter.linePos(offsetOf(pair.key)).line);
	return {
		values: mapping(top.items, 0),
		lines
	};
}
function mapping(items, depth) {
	return new Map(items.map((pair) => [keyOf(pair), readNode(pair.value, depth + 1)]));
}
function keyOf(pair) {
	refuseProperties(pair.key);
	return (0, import_dist.isScalar)(pair.key) ? String(pair.key.value) : "";
}
function readNode(node, depth) {
	if (node === null) return "";
	refuseProperties(node);
	if (depth > MAX_DEPTH) throw new Refusal(offsetOf(node), "nested too deeply");
	if ((0, import_dist.isScalar)(node)) return typeof node.value === "string" ? node.value : "";
	if ((0, import_dist.isMap)(node)) return mapping(node.items, depth);
	if ((0, import_dist.isSeq)(node)) return node.items.map((item) => readNode(item, depth + 1));
	throw new Refusal(offsetOf(node), "aliases are not read");
}
function refuseProperties(node) {
	if ("anchor" in node && node.anchor !== void 0) throw new Refusal(offsetOf(node), "anchors are not read");
	if (node.tag !== void 0) throw new Refusal(offsetOf(node), "tags are not read");
}
function offsetOf(node) {
	return node.range?.[0] ?? 0;
}

exports.readYaml = readYaml;