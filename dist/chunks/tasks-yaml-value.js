"use strict";

// src/tasks/problem.ts
/** A task problem with its code held to the list. Line counts from 1. */
function problem(code, line, detail) {
	return {
		code,
		line,
		detail
	};
}

// src/tasks/quote-handles.ts
/** Keys whose people are often written `@name` without quotes, which YAML does not allow. */
const PEOPLE = /^(?:default_)?(?:assignee|reporter):/;
/** What stands before a value: the key with its colon, or a list's dash. */
const BEFORE = /^(?:[a-z_]+:| *-) +(?=[@[])/;
/** `url: [text](address)`: a Markdown link, which YAML takes for a list with rubbish behind it. */
const LINK = /^( +[a-z_]*url: +)(\[[^\]]*\]\([^)]*\)) *$/;
/**
* Quotes what people leave unquoted in these files although YAML forbids it: `@name` under `assignee` and
* `reporter` and their defaults (as Backlog.md does before it parses) and Markdown links as `url` of a nested map. Line numbers stay.
*/
function quoteHandles(yaml) {
	if (!yaml.includes("@") && !yaml.includes("](")) return yaml;
	let people = false;
	return yaml.split("\n").map((line) => {
		if (/^[A-Za-z_]/.test(line)) people = PEOPLE.test(line);
		return people ? quotePeople(line) : line.replace(LINK, (_, key, link) => key + quote(link));
	}).join("\n");
}
function quotePeople(line) {
	const before = BEFORE.exec(line)?.[0];
	if (before === void 0) return line;
	const comment = line.indexOf(" #", before.length);
	const value = (comment === -1 ? line : line.slice(0, comment)).slice(before.length).trimEnd();
	if (!value.startsWith("[")) return before + quote(value);
	if (!value.endsWith("]")) return line;
	return `${before}[${value.slice(1, -1).split(",").map((item) => item.trim()).map((item) => item.startsWith("@") ? quote(item) : item).join(", ")}]`;
}
function quote(text) {
	return `'${text.replaceAll("'", "''")}'`;
}

// src/tasks/yaml-plain.ts
/** Anything but printable ASCII, line feeds and letters beyond ASCII is left to the full reader. */
const ODD = /[^\n\x20-\x7e\u00a1-\u2027\u202a-\ufefe\uff00-\ufffd]/;
/** Deeper or longer than any plain file has; the full reader has limits of its own. */
const PAIR = /^( {0,20})([A-Za-z_][A-Za-z0-9_-]{0,99}):(?: +(.*))?$/;
const ITEM = /^( *)- +(.*)$/;
const NOTHING = /^ *(?:#.*)?$/;
/** A line with words, and without blanks behind them. */
const FOLDED = /^( {0,20})([^ ](?:.*[^ ])?)$/;
const PLAIN_START = /^[^-?:,[\]{}#&*!|>'"%@` ]/;
const SINGLE = /^'((?:[^']|'')*)'(?: +#.*)?$/;
const DOUBLE = /^"([^"\\]*)"(?: +#.*)?$/;
const FLOW_ITEM = /^ *(?:'((?:[^']|'')*)'|"([^"\\]*)"|([^-?:,[\]{}#&*!|>'"%@` ][^,[\]{}:#'"]*)) *(,|$)/;
/**
* Reads the YAML that task files are nearly always made of (`key: scalar`, lists of scalars, maps of those) in one
* pass. Null: the text holds something else, and the full reader decides. A text it reads has exactly the full
* reader's meaning: it is an accelerator, never a second dialect.
*/
function readPlainYaml(text) {
	if (ODD.test(text)) return null;
	const lines = splitLines(text);
	if (lines === null) return null;
	const cursor = {
		lines,
		at: 0
	};
	const values = readMap(cursor, 0);
	if (values === null || cursor.at < lines.length) return null;
	return {
		values,
		lines: topLines(lines)
	};
}
function splitLines(text) {
	const lines = [];
	const raw = text.split("\n");
	for (let at = 0; at < raw.length; at++) {
		const content = raw[at] ?? "";
		if (NOTHING.test(content)) continue;
		const line = readLine(content, at + 1);
		if (line === null) return null;
		if (line.key === null || line.rest !== ">-") {
			lines.push(line);
			continue;
		}
		const below = foldedBelow(raw, at + 1, line.indent);
		if (below.length === 0) return null;
		lines.push({
			...line,
			folded: below.map(({ words }) => words).join(" ")
		});
		at += below.length;
	}
	return lines;
}
/** The lines of a folded scalar without blank lines, all at one indentation; none where it has another shape. */
function foldedBelow(raw, from, parent) {
	const below = [];
	for (let at = from; at < raw.length; at++) {
		const [, indent = "", words] = FOLDED.exec(raw[at] ?? "") ?? [];
		if (words === void 0) return [];
		if (indent.length <= parent) break;
		below.push({
			words,
			indent: indent.length
		});
	}
	return below.every(({ indent }) => indent === below[0]?.indent) ? below : [];
}
function readLine(raw, number) {
	const [, indent, key, rest] = PAIR.exec(raw) ?? [];
	if (indent !== void 0 && key !== void 0) return {
		indent: indent.length,
		key,
		rest: trimSpaces(rest ?? ""),
		folded: null,
		number
	};
	const [, dash, item] = ITEM.exec(raw) ?? [];
	if (dash === void 0 || item === void 0) return null;
	return {
		indent: dash.length,
		key: null,
		rest: trimSpaces(item),
		folded: null,
		number
	};
}
function trimSpaces(text) {
	let end = text.length;
	while (text[end - 1] === " ") end--;
	return text.slice(0, end);
}
function topLines(lines) {
	const found = /* @__PURE__ */ new Map();
	for (const line of lines) if (line.indent === 0 && line.key !== null) found.set(line.key, line.number);
	return found;
}
/** All pairs at one indentation; null where a key stands twice or a value is not plain. */
function readMap(cursor, indent) {
	const map = /* @__PURE__ */ new Map();
	for (let line = cursor.lines[cursor.at]; line !== void 0 && line.indent === indent;) {
		if (line.key === null || map.has(line.key)) return null;
		cursor.at++;
		const value = line.folded ?? (line.rest === "" ? readBlock(cursor, indent) : readInline(line.rest));
		if (value === null) return null;
		map.set(line.key, value);
		line = cursor.lines[cursor.at];
		if (line !== void 0 && line.indent > indent) return null;
	}
	return map;
}
/** What stands below `key:`: a list, a map, or nothing. */
function readBlock(cursor, indent) {
	const line = cursor.lines[cursor.at];
	if (line === void 0 || line.indent < indent) return "";
	if (line.key === null) return readList(cursor, line.indent);
	return line.indent === indent ? "" : readMap(cursor, line.indent);
}
function readList(cursor, indent) {
	const items = [];
	for (let line = cursor.lines[cursor.at]; line?.key === null && line.indent === indent;) {
		const value = readScalar(line.rest);
		if (value === null) return null;
		items.push(value);
		cursor.at++;
		line = cursor.lines[cursor.at];
		if (line !== void 0 && line.indent > indent) return null;
	}
	return items;
}
function readInline(text) {
	return text.startsWith("[") ? readFlow(text) : readScalar(text);
}
/** A quoted or plain scalar on one line, without the comment behind it; null: anything else. */
function readScalar(text) {
	if (text.startsWith("'")) return SINGLE.exec(text)?.[1]?.replaceAll("''", "'") ?? null;
	if (text.startsWith("\"")) return DOUBLE.exec(text)?.[1] ?? null;
	const comment = text.indexOf(" #");
	const plain = comment === -1 ? text : trimSpaces(text.slice(0, comment));
	return PLAIN_START.test(plain) && !plain.includes(": ") && !plain.endsWith(":") ? plain : null;
}
/** `[a, 'b', "c"]` of scalars, without a trailing comma. */
function readFlow(text) {
	if (!text.endsWith("]")) return null;
	const items = [];
	let rest = trimSpaces(text.slice(1, -1));
	while (rest !== "") {
		const [all, single, double, plain, comma] = FLOW_ITEM.exec(rest) ?? [];
		if (all === void 0) return null;
		items.push(single?.replaceAll("''", "'") ?? double ?? trimSpaces(plain ?? ""));
		rest = rest.slice(all.length);
		if (comma === "," && trimSpaces(rest) === "") return null;
	}
	return items;
}

// src/tasks/yaml-value.ts
/** The scalar under a key, trimmed; null where it is missing, empty, YAML's null, a list or a map. */
function textAt(values, key) {
	const value = values.get(key);
	return typeof value === "string" ? scalarText(value) : null;
}
/** The list under a key; a lone scalar counts as a list of one, as the tools that write these files read it. */
function listAt(values, key) {
	const value = values.get(key);
	return (Array.isArray(value) ? value : [value]).flatMap((item) => typeof item === "string" ? scalarText(item) ?? [] : []);
}
/** The map under a key, or null. */
function mapAt(values, key) {
	const value = values.get(key);
	return value instanceof Map ? value : null;
}
/** Stable text of a value for comparison: keys sorted, scalars trimmed; empty text where there is no value. */
function normalYaml(value) {
	if (value === void 0) return "";
	if (typeof value === "string") return JSON.stringify(value.trim());
	if (isYamlList(value)) return `[${value.map(normalYaml).join(",")}]`;
	return `{${[...value].map(([key, inner]) => `${JSON.stringify(key)}:${normalYaml(inner)}`).sort().join(",")}}`;
}
/** Narrows an array out of the union, which `Array.isArray` does not do for readonly ones. */
function isYamlList(value) {
	return Array.isArray(value);
}
function scalarText(value) {
	const text = value.trim();
	return text === "" || text === "~" || text.toLowerCase() === "null" ? null : text;
}

Object.defineProperty(exports, "isYamlList", {
  enumerable: true,
  get: function () {
    return isYamlList;
  }
});
Object.defineProperty(exports, "listAt", {
  enumerable: true,
  get: function () {
    return listAt;
  }
});
Object.defineProperty(exports, "mapAt", {
  enumerable: true,
  get: function () {
    return mapAt;
  }
});
Object.defineProperty(exports, "normalYaml", {
  enumerable: true,
  get: function () {
    return normalYaml;
  }
});
Object.defineProperty(exports, "problem", {
  enumerable: true,
  get: function () {
    return problem;
  }
});
Object.defineProperty(exports, "quoteHandles", {
  enumerable: true,
  get: function () {
    return quoteHandles;
  }
});
Object.defineProperty(exports, "readPlainYaml", {
  enumerable: true,
  get: function () {
    return readPlainYaml;
  }
});
Object.defineProperty(exports, "readScalar", {
  enumerable: true,
  get: function () {
    return readScalar;
  }
});
Object.defineProperty(exports, "textAt", {
  enumerable: true,
  get: function () {
    return textAt;
  }
});