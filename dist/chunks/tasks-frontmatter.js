"use strict";

const require_yaml_value = require("./tasks-yaml-value.js");

// src/tasks/fences.ts
/** Longer frontmatter is no task's: the largest one met in public repositories is under 10 kB. */
const MAX_FRONTMATTER = 65536;
/** gray-matter looks for comments in quadratic time over blank lines. */
const MAX_FRONTMATTER_LINES = 2e3;
const BOM = "﻿";
/** What no text file holds; a tab, a line feed and a CR before a line feed are text. */
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)/;
/**
* Finds the lines of dashes. The first line must be exactly `---` (a byte-order mark before it is allowed): after
* the dashes gray-matter reads the name of an engine. The first later line that begins with dashes closes.
*/
function findFences(text) {
	const start = text.startsWith(BOM) ? 1 : 0;
	const firstEnd = lineEnd(text, start);
	const first = text.slice(start, firstEnd).replace(/\r$/, "");
	if (first !== "---") return refuse(first.startsWith("---") ? "fence-invalid" : "fence-missing", 1, first);
	const yamlStart = Math.min(firstEnd + 1, text.length);
	const closeStart = text.startsWith("---", yamlStart) ? yamlStart : text.indexOf("\n---", yamlStart) + 1;
	if (closeStart === 0) return refuse("fence-invalid", 1, "the closing line of dashes is missing");
	const yaml = text.slice(yamlStart, closeStart);
	const lines = countLines(yaml);
	if (yaml.length > 65536 || lines > MAX_FRONTMATTER_LINES) return refuse("frontmatter-too-long", 1, `${yaml.length} characters on ${lines} lines`);
	const control = CONTROL.exec(yaml);
	if (control !== null) return refuse("control-character", countLines(yaml.slice(0, control.index)) + 2, "");
	const closeEnd = lineEnd(text, closeStart);
	const close = text.slice(closeStart, closeEnd);
	if (close.trimEnd() !== "---") return refuse("fence-invalid", lines + 2, close.trimEnd());
	return {
		ok: true,
		fences: {
			yamlStart,
			yamlEnd: Math.max(yamlStart, closeStart - (text[closeStart - 2] === "\r" ? 2 : 1)),
			closeStart,
			bodyStart: Math.min(closeEnd + 1, text.length),
			bodyLine: lines + 3
		}
	};
}
function lineEnd(text, from) {
	const end = text.indexOf("\n", from);
	return end === -1 ? text.length : end;
}
/** Line breaks in a text. */
function countLines(text) {
	let count = 0;
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
	return count;
}
function refuse(code, line, detail) {
	return {
		ok: false,
		problem: require_yaml_value.problem(code, line, detail.slice(0, 80))
	};
}

// src/tasks/frontmatter.ts
/**
* Reads the frontmatter of a task file. Plain YAML is read here; anything else by gray-matter with the strict
* engine, which is loaded only then. What can't be read is a problem with its line, never an exception.
*/
async function readFrontmatter(text) {
	const found = findFences(text);
	if (!found.ok) return found;
	const { fences } = found;
	const result = await readSource(require_yaml_value.quoteHandles(text.slice(fences.yamlStart, fences.yamlEnd).replaceAll("\r\n", "\n")));
	if (!result.ok) return {
		ok: false,
		problem: require_yaml_value.problem("yaml-error", result.problem.line + 1, result.problem.detail)
	};
	const { values, lines } = result.document;
	return {
		ok: true,
		frontmatter: {
			values,
			lines: new Map([...lines].map(([key, line]) => [key, line + 1])),
			fences
		}
	};
}
async function readSource(source) {
	const plain = require_yaml_value.readPlainYaml(source);
	if (plain !== null) return {
		ok: true,
		document: plain
	};
	const { readMatter } = await Promise.resolve().then(() => require("./tasks-frontmatter-engine.js"));
	return readMatter(source);
}

Object.defineProperty(exports, "readFrontmatter", {
  enumerable: true,
  get: function () {
    return readFrontmatter;
  }
});