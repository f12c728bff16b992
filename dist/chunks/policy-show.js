"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_core = require("./core.js");
const require_read_source = require("./policy-read-source.js");

// src/policy/document.ts
/** No policy nests deeper. The parser takes minutes for tens of thousands of open brackets or `? ? ?`. */
const DEPTH_LIMIT = 50;
/**
* Reads YAML 1.2 in its core schema (JSON is part of it). Strict: unique keys, one document, no tags, directives or
* aliases. Never throws for any text, and no problem ever repeats the text, which may hold a secret.
*/
async function parseFile(file, bytes) {
	const whole = (message, wanted) => unusable(file, {
		message,
		wanted
	});
	if (bytes.byteLength > 131072) return whole("the file is too long", `at most ${require_read_source.FILE_LIMIT} bytes`);
	let text;
	try {
		text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return whole("the file is not UTF-8 text", "UTF-8");
	}
	if (nestsTooDeep(text)) return whole("the file nests too deeply", `at most ${DEPTH_LIMIT} levels`);
	const yaml = await Promise.resolve().then(() => require("./yaml.js")).then((n) => /* @__PURE__ */ require_rolldown_runtime.__toESM(n.require_dist(), 1));
	const lines = new yaml.LineCounter();
	const document = yaml.parseDocument(text, {
		schema: "core",
		version: "1.2",
		uniqueKeys: true,
		stringKeys: true,
		prettyErrors: false,
		merge: false,
		lineCounter: lines
	});
	const at = (offset) => position(lines, offset);
	const broken = [
		...[...document.errors, ...document.warnings].map((error) => syntaxProblem(file, error, at)),
		...shapeProblems(file, document, yaml, at),
		...file.endsWith(".json") ? jsonProblems(file, text) : []
	];
	const readable = broken.length === 0;
	return {
		file,
		value: readable ? document.toJS() : null,
		readable,
		problems: [...broken, ...require_core.findTokens(text).map((offset) => tokenProblem(file, at(offset)))],
		place: (path, part = "value") => at(offsetOf(document, path, part, yaml))
	};
}
function unusable(file, what) {
	const top = {
		line: 1,
		column: 1
	};
	return {
		file,
		value: null,
		readable: false,
		problems: [{
			file,
			...top,
			key: "",
			...what
		}],
		place: () => top
	};
}
/** A crude count that ignores quotes and comments: it only has to refuse what would stall the parser. */
function nestsTooDeep(text) {
	if (new RegExp(`(?:[-?:][ \\t]+){${DEPTH_LIMIT}}`).test(text)) return true;
	let depth = 0;
	for (const bracket of text.match(/[[\]{}]/g) ?? []) {
		depth = Math.max(0, depth + (bracket === "[" || bracket === "{" ? 1 : -1));
		if (depth > DEPTH_LIMIT) return true;
	}
	return /^[ \t]{400}/m.test(text);
}
function position(lines, offset) {
	const { line, col } = lines.linePos(offset);
	return {
		line: Math.max(1, line),
		column: Math.max(1, col)
	};
}
function syntaxProblem(file, error, at) {
	return {
		file,
		...at(error.pos[0]),
		key: "",
		message: syntaxMessage(error.code)
	};
}
/** The parser's own sentences quote the text, so each code gets one of ours. */
function syntaxMessage(code) {
	switch (code) {
		case "DUPLICATE_KEY": return "this key stands twice in the same mapping";
		case "TAB_AS_INDENT": return "a tab is used as indentation; YAML wants spaces";
		case "MULTIPLE_DOCS": return "the file holds a second document; one is read";
		case "TAG_RESOLVE_FAILED": return "tags (`!name`) are not read";
		case "BAD_ALIAS": return "aliases (`*name`) are not read";
		case "NON_STRING_KEY": return "a key must be text";
		case "MISSING_CHAR": return "a closing quote, bracket or comma is missing";
		case "BLOCK_AS_IMPLICIT_KEY": return "a mapping can't start here; put the value in quotes if it holds `: `";
		default: return `not valid YAML (${code.toLowerCase().replaceAll("_", " ")})`;
	}
}
function shapeProblems(file, document, yaml, at) {
	const problems = [];
	const add = (node, message) => {
		problems.push({
			file,
			...at(node.range?.[0] ?? 0),
			key: "",
			message
		});
	};
	if (document.directives?.yaml.explicit === true) problems.push({
		file,
		line: 1,
		column: 1,
		key: "",
		message: "directives (`%YAML`) are not read"
	});
	yaml.visit(document, {
		Alias: (_, node) => add(node, "aliases (`*name`) are not read"),
		Pair: (_, pair) => {
			if (yaml.isScalar(pair.key) && pair.key.value === "__proto__") add(pair.key, "this key can't be used");
		}
	});
	return problems;
}
function tokenProblem(file, at) {
	return {
		file,
		...at,
		key: "",
		message: "this looks like a token; it must not stand in a file that is committed, so revoke it",
		wanted: "tokens in the environment, a vendor's command line tool or the keychain"
	};
}
/** YAML reads more than JSON; a file that is called JSON must be JSON for every other tool too. */
function jsonProblems(file, text) {
	try {
		if (text.trim() !== "") JSON.parse(text);
		return [];
	} catch {
		return [{
			file,
			line: 1,
			column: 1,
			key: "",
			message: "not valid JSON",
			wanted: "JSON, or a .yml file"
		}];
	}
}
/** Walks as far as the path exists. */
function offsetOf(document, path, part, yaml) {
	let node = document.contents;
	let offset = yaml.isNode(node) ? node.range?.[0] ?? 0 : 0;
	for (const [depth, step] of path.entries()) {
		const pair = pairAt(node, step, yaml);
		const next = pair === null ? itemAt(node, step, yaml) : pair.value;
		const anchor = pair !== null && (part === "key" || !yaml.isNode(next)) && depth === path.length - 1 ? pair?.key : next;
		if (!yaml.isNode(anchor)) return offset;
		offset = anchor.range?.[0] ?? offset;
		node = next;
	}
	return offset;
}
function pairAt(node, step, yaml) {
	if (!yaml.isMap(node)) return null;
	return node.items.find((pair) => yaml.isScalar(pair.key) && String(pair.key.value) === String(step)) ?? null;
}
function itemAt(node, step, yaml) {
	return yaml.isSeq(node) ? node.items[Number(step)] : void 0;
}

// src/policy/show.ts
/** Longer values are cut: an error names what was found, it does not repeat a file. */
const LONGEST = 80;
const HIDDEN = "(hidden: it looks like a token)";
/** A value as an error may print it: one line, cut, and never a token. */
function show(value) {
	if (value === void 0 || value === null) return "nothing";
	if (Array.isArray(value)) return `a list of ${value.length}`;
	if (typeof value === "object") return "a mapping";
	const text = String(value);
	if (require_core.looksSecret(text)) return HIDDEN;
	const line = text.replace(/[\r\n]+/g, " ");
	return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
/** A dotted key as an error may print it. Parts that look like a token are hidden. */
function dotted(path) {
	return path.map((part) => require_core.looksSecret(String(part)) ? "(hidden)" : show(String(part))).join(".");
}

Object.defineProperty(exports, "dotted", {
  enumerable: true,
  get: function () {
    return dotted;
  }
});
Object.defineProperty(exports, "parseFile", {
  enumerable: true,
  get: function () {
    return parseFile;
  }
});
Object.defineProperty(exports, "show", {
  enumerable: true,
  get: function () {
    return show;
  }
});