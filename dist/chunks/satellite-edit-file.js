"use strict";

const require_git = require("./git.js");
const require_store = require("./store.js");
const require_body = require("./tasks-body.js");
const require_yaml_value = require("./tasks-yaml-value.js");
const require_frontmatter = require("./tasks-frontmatter.js");
const require_desk = require("./satellite-desk.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/store/work-file.ts
/** Makes a file that is not there yet, with its folders. Throws Fault("storage") where something has its name. */
function makeFile({ root, path, text }) {
	const file = placeOf(root, path);
	try {
		(0, node_fs.writeFileSync)(file, text, { flag: "wx" });
	} catch (cause) {
		throw require_store.storageFault(`${path} can't be made.`, file, cause);
	}
}
/**
* Replaces a file as a whole, if it still says what it said when it was read: `before`. Throws Fault("storage") where it says something
* else by now, and then nothing is written.
*/
function replaceFile({ root, path, text }, before) {
	const file = placeOf(root, path);
	const { mode } = (0, node_fs.lstatSync)(file);
	if (!(0, node_fs.readFileSync)(file).equals(Buffer.from(before, "utf8"))) throw new require_git.Fault("storage", `${path} was changed meanwhile, so it was left as it is.`, {
		found: path,
		wanted: "the text that was read, in UTF-8",
		fix: "run the command again"
	});
	const fresh = `${file}.golden-thread-new`;
	try {
		(0, node_fs.rmSync)(fresh, { force: true });
		(0, node_fs.writeFileSync)(fresh, text, {
			flag: "wx",
			mode: mode & 511
		});
		(0, node_fs.renameSync)(fresh, file);
	} catch (cause) {
		throw require_store.storageFault(`${path} can't be written.`, file, cause);
	} finally {
		(0, node_fs.rmSync)(fresh, { force: true });
	}
}
/** Where it stands on disk. A link on the way there could lead out of the repository, so none is followed. */
function placeOf(root, path) {
	const file = (0, node_path.join)((0, node_fs.realpathSync)(root), path);
	const folder = (0, node_path.dirname)(file);
	try {
		(0, node_fs.mkdirSync)(folder, { recursive: true });
	} catch (cause) {
		throw require_store.storageFault(`${path} can't be made.`, file, cause);
	}
	if ((0, node_fs.realpathSync)(folder) === folder && (0, node_fs.lstatSync)(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return file;
	throw new require_git.Fault("storage", `${path} stands behind a symbolic link, which is not followed.`, {
		found: path,
		wanted: "a file in a folder of the repository itself"
	});
}

// src/tasks/edit.ts
/** The edit changes nothing. */
const UNCHANGED = {
	ok: true,
	splice: null
};
/** Replaces a stretch of the text. */
function replace(start, end, text) {
	return {
		ok: true,
		splice: {
			start,
			end,
			text
		}
	};
}
/** Leaves the file as it is. */
function refuse(code, detail) {
	return {
		ok: false,
		code,
		detail
	};
}

// src/tasks/key-block.ts
/**
* The lines from a key to the next one, without the blank lines and the comments at the margin before that.
* Null: the key does not begin its line as `key:`.
*/
function keyBlock(text, { lines, fences }, key) {
	const line = lines.get(key);
	if (line === void 0) return null;
	const next = Math.min(fences.bodyLine - 1, ...[...lines.values()].filter((other) => other > line));
	const all = text.slice(fences.yamlStart, fences.closeStart).split("\n");
	const own = all.slice(line - 2, next - 2);
	while (own.length > 1 && /^(?:#.*)?\r?$/.test(own.at(-1) ?? "")) own.pop();
	if (!own[0]?.startsWith(`${key}:`)) return null;
	const start = fences.yamlStart + lengthOf(all.slice(0, line - 2));
	return {
		start,
		end: start + lengthOf(own),
		lines: own.map((content) => content.replace(/\r$/, ""))
	};
}
/** Lines with their breaks. */
function lengthOf(lines) {
	return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

// src/tasks/yaml-emit.ts
const PLAIN_START = /^[^-?:,[\]{}#&*!|>'"%@` ]/;
/** Texts that YAML 1.1, which other tools read these files with, takes for something else than text. */
const AMBIGUOUS = /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?(?:0[xbo])?[\d_.][\da-f_.:]*(?:e[-+]?\d+)?|\.(?:inf|nan)|\d{4}-\d{1,2}-\d{1,2}.*)$/i;
/** What no quoted scalar of one line can hold as it is. */
const NEEDS_ESCAPES = /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/**
* Writes a scalar on one line, in the style wanted where the text allows it. `loose`: what stood there before was
* ambiguous and unquoted, so the new value may be so too (dates of the toolkit).
*/
function emitScalar(text, style = "plain", loose = false) {
	if (NEEDS_ESCAPES.test(text)) return doubleQuoted(text);
	if (style === "double") return doubleQuoted(text);
	if (style === "plain" && isPlain(text) && (loose || !isAmbiguous(text))) return text;
	return `'${text.replaceAll("'", "''")}'`;
}
/** True for text that a YAML 1.1 reader takes for a number, a date, a boolean or nothing. */
function isAmbiguous(text) {
	return text === "" || AMBIGUOUS.test(text);
}
/** The style of a scalar as it stands in a file. */
function styleOf(raw) {
	if (raw.startsWith("'")) return "single";
	return raw.startsWith("\"") ? "double" : "plain";
}
/** The lines below `key:` of a list or map, each without a line break; a scalar or an empty value gives the rest of the line. */
function emitValue(value, indent) {
	if (typeof value === "string") return {
		rest: ` ${emitScalar(value)}`,
		lines: []
	};
	if (isList(value)) {
		const lines = value.map((item) => `${indent}- ${emitScalar(item)}`);
		return lines.length === 0 ? {
			rest: " []",
			lines
		} : {
			rest: "",
			lines
		};
	}
	const lines = Object.entries(value).flatMap(([key, inner]) => {
		const emitted = emitValue(inner, `${indent}  `);
		return [`${indent}${emitScalar(key)}:${emitted.rest}`, ...emitted.lines];
	});
	return lines.length === 0 ? {
		rest: " {}",
		lines
	} : {
		rest: "",
		lines
	};
}
/** Narrows an array out of the union, which `Array.isArray` does not do for readonly ones. */
function isList(value) {
	return Array.isArray(value);
}
function isPlain(text) {
	return PLAIN_START.test(text) && !text.includes(": ") && !text.includes(" #") && !text.endsWith(":") && !text.endsWith(" ") && !/[,[\]{}]/.test(text);
}
function doubleQuoted(text) {
	const inHex = (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
	return JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, inHex);
}

// src/tasks/edit-key.ts
const KEY = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const QUOTED = /^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")/;
const TAIL = /^(?: *| +#.*)$/;
const FLOW_LINE = /^( *\[)(.*)(\](?: *| +#.*))$/;
const LIST_LINE = /^( *)- +(.*)$/;
const INDENT = "  ";
/** Gives a key a value. The scalar alone is replaced where it stands on one line, with its quotes and its comment kept. */
function setKey(text, frontmatter, key, value) {
	if (!KEY.test(key)) return refuse("key-invalid", key);
	const old = frontmatter.values.get(key);
	if (old === void 0) return insertKey(text, frontmatter, key, value);
	if (require_yaml_value.normalYaml(old) === require_yaml_value.normalYaml(toYaml(value))) return UNCHANGED;
	const block = keyBlock(text, frontmatter, key);
	if (block === null) return refuse("key-not-editable", key);
	if (typeof value === "string") return setScalar(text, block, key, value);
	if (isList(value)) return setList(text, block, key, value, old);
	return rewrite(text, block, key, value);
}
/** Gives a field of the map under a key a value: its scalar alone is replaced, or a line added below the map's others. */
function setField(text, frontmatter, { key, field, value }) {
	if (!KEY.test(key) || !KEY.test(field)) return refuse("key-invalid", `${key}.${field}`);
	const old = frontmatter.values.get(key);
	if (old === void 0) return insertKey(text, frontmatter, key, { [field]: value });
	const block = keyBlock(text, frontmatter, key);
	const first = block?.lines.findIndex((line, at) => at > 0 && /^ *[^ #]/.test(line)) ?? -1;
	if (!(old instanceof Map) || block === null || first === -1) return refuse("key-not-editable", key);
	if (require_yaml_value.normalYaml(old.get(field)) === require_yaml_value.normalYaml(value)) return UNCHANGED;
	const own = `${/^ */.exec(block.lines[first] ?? "")?.[0] ?? INDENT}${field}:`;
	const at = block.lines.findIndex((line) => line.startsWith(own));
	if (at === -1) return old.has(field) ? refuse("key-not-editable", `${key}.${field}`) : replace(block.end, block.end, `${own} ${emitScalar(value)}${lineBreak(text)}`);
	const place = scalarPlace(block.lines[at] ?? "", own.length);
	if (place === null) return refuse("key-not-editable", `${key}.${field}`);
	const before = block.lines.slice(0, at).reduce((sum, line) => sum + line.length + lineBreak(text).length, 0);
	const scalar = emitScalar(value, styleOf(place.raw));
	const blank = place.raw === "" && place.start === own.length ? " " : "";
	return replace(block.start + before + place.start, block.start + before + place.end, blank + scalar);
}
/** Removes a key with its lines. */
function removeKey(text, frontmatter, key) {
	if (!frontmatter.values.has(key)) return UNCHANGED;
	const block = keyBlock(text, frontmatter, key);
	return block === null ? refuse("key-not-editable", key) : replace(block.start, block.end, "");
}
/** Adds to the list under a key what it does not have. */
function appendToKey(text, frontmatter, key, items) {
	const value = frontmatter.values.get(key) ?? [];
	const old = require_yaml_value.isYamlList(value) ? value : require_yaml_value.listAt(frontmatter.values, key);
	if (value instanceof Map || !old.every(isText)) return refuse("key-not-editable", key);
	const missing = items.filter((item) => !old.includes(item));
	return missing.length === 0 ? UNCHANGED : setKey(text, frontmatter, key, [...old, ...missing]);
}
function isText(value) {
	return typeof value === "string";
}
function insertKey(text, { fences }, key, value) {
	return replace(fences.closeStart, fences.closeStart, linesOf(text, key, value));
}
function rewrite(text, block, key, value) {
	return replace(block.start, block.end, linesOf(text, key, value));
}
function linesOf(text, key, value) {
	const { rest, lines } = emitValue(value, INDENT);
	return [`${key}:${rest}`, ...lines].map((line) => line + lineBreak(text)).join("");
}
/** The file's own line break, by its first line. */
function lineBreak(text) {
	return text[text.indexOf("\n") - 1] === "\r" ? "\r\n" : "\n";
}
function setScalar(text, block, key, value) {
	const place = block.lines.length === 1 ? scalarPlace(block.lines[0] ?? "", key.length + 1) : null;
	if (place === null) return rewrite(text, block, key, value);
	const { raw, start, end } = place;
	const style = styleOf(raw);
	const scalar = emitScalar(value, style, style === "plain" && raw !== "" && isAmbiguous(raw));
	const blank = raw === "" && start === key.length + 1 ? " " : "";
	return replace(block.start + start, block.start + end, blank + scalar);
}
/** Where in `key: scalar # comment` the scalar stands. Null: the line holds something else. */
function scalarPlace(line, from) {
	let start = from;
	while (line[start] === " ") start++;
	const rest = line.slice(start);
	if (rest.startsWith("#") || /^[[{|>&*!]/.test(rest)) return null;
	const comment = rest.indexOf(" #");
	const raw = QUOTED.exec(rest)?.[0] ?? (comment === -1 ? rest : rest.slice(0, comment)).trimEnd();
	return TAIL.test(rest.slice(raw.length)) ? {
		raw,
		start,
		end: start + raw.length
	} : null;
}
function setList(text, block, key, items, old) {
	const added = addedTo(old, items);
	const [first = ""] = block.lines;
	const flow = block.lines.length === 1 ? FLOW_LINE.exec(first.slice(key.length + 1)) : null;
	if (flow !== null) {
		const [, open = "", inner = "", close = ""] = flow;
		const kept = added === null || inner.trim() === "" ? "" : `${inner}, `;
		const own = added ?? items;
		const start = block.start + key.length + 1;
		return replace(start, start + open.length + inner.length + close.length, `${open}${kept}${scalars(own)}${close}`);
	}
	const last = block.lines.findLastIndex((line) => LIST_LINE.test(line));
	if (items.length === 0 || last < 1) return rewrite(text, block, key, items);
	const indent = LIST_LINE.exec(block.lines[last] ?? "")?.[1] ?? INDENT;
	const written = added === null ? rewritten(block.lines, items, indent) : added.map((item) => itemLine(item, indent));
	const kept = added === null ? block.lines.slice(0, 1) : block.lines.slice(0, last + 1);
	const rest = added === null ? [] : block.lines.slice(last + 1);
	return replace(block.start, block.end, [
		...kept,
		...written,
		...rest
	].map((line) => line + lineBreak(text)).join(""));
}
/** What a list has more than the old one, if it begins with the whole of that; else null. */
function addedTo(old, items) {
	if (!require_yaml_value.isYamlList(old)) return null;
	return old.every((item, index) => item === items[index]) && items.length > old.length ? items.slice(old.length) : null;
}
/** Items that stay keep their line as it was. */
function rewritten(lines, items, indent) {
	const known = /* @__PURE__ */ new Map();
	for (const line of lines.slice(1)) {
		const scalar = require_yaml_value.readScalar(LIST_LINE.exec(line)?.[2] ?? "");
		if (scalar !== null) known.set(scalar, line);
	}
	return items.map((item) => known.get(item) ?? itemLine(item, indent));
}
function itemLine(item, indent) {
	return `${indent}- ${emitScalar(item)}`;
}
function scalars(items) {
	return items.map((item) => emitScalar(item)).join(", ");
}
/** The value as it will be read back. */
function toYaml(value) {
	if (typeof value === "string" || isList(value)) return value;
	return new Map(Object.entries(value).map(([key, inner]) => [key, toYaml(inner)]));
}

// src/tasks/edit-body.ts
/** Replaces the text of a section; the blank lines around it stay as they are. */
function setSection(text, body, dialect, name, wanted) {
	const marker = body.problems.find(({ code }) => code === "markers-unbalanced");
	if (marker !== void 0) return refuse("markers-unbalanced", marker.detail);
	const range = require_body.proseRange(body.outline, dialect, name);
	if (range === null) return refuse("section-missing", name);
	const end = lineBreak(text);
	const content = wanted.trim().replace(/\r?\n/g, end);
	const old = text.slice(range.start, range.end);
	const start = range.start + (old.length - old.trimStart().length);
	if (old.trim() === content) return UNCHANGED;
	if (old.trim() === "") return replace(range.start, range.start, content + end);
	const stop = start + old.trim().length;
	const gone = content === "" && text.startsWith(end, stop) ? end.length : 0;
	return replace(start, stop + gone, content);
}
/** Ticks or clears one acceptance criterion. */
function tick(body, index, done) {
	const marker = body.problems.find(({ code }) => code === "markers-unbalanced");
	if (marker !== void 0) return refuse("markers-unbalanced", marker.detail);
	const item = body.criteria.find((criterion) => criterion.index === index);
	if (item === void 0) return refuse("criterion-missing", String(index));
	if (item.done === done) return UNCHANGED;
	return replace(item.start, item.start + 1, done ? "x" : " ");
}

// src/tasks/write.ts
/**
* Edits a task file's text: every byte that no edit speaks of stays (line breaks, quotes, comments, order, byte-order
* mark). Each result is read again, and handed out only if it says what was meant and nothing else has changed;
* otherwise the whole edit is refused and the file is to be left as it is. Pure.
*/
async function editTask(text, dialect, edits) {
	let current = text;
	for (const edit of edits) {
		const before = await read(current, dialect);
		if (before === null) return {
			ok: false,
			code: "frontmatter-unreadable",
			detail: ""
		};
		const edited = apply(current, before, dialect, edit);
		if (!edited.ok) return edited;
		if (edited.splice === null) continue;
		const next = splice(current, edited.splice);
		const after = await read(next, dialect);
		if (after === null || !isAsMeant(before, after, edit)) return {
			ok: false,
			code: "edit-unsafe",
			detail: edit.kind
		};
		current = next;
	}
	return {
		ok: true,
		text: current
	};
}
async function read(text, dialect) {
	const result = await require_frontmatter.readFrontmatter(text);
	if (!result.ok) return null;
	const { frontmatter } = result;
	const { bodyStart, bodyLine } = frontmatter.fences;
	return {
		frontmatter,
		body: require_body.readBody(text, bodyStart, bodyLine, dialect)
	};
}
function apply(text, { frontmatter, body }, dialect, edit) {
	switch (edit.kind) {
		case "set": return setKey(text, frontmatter, edit.key, edit.value);
		case "field": return setField(text, frontmatter, edit);
		case "remove": return removeKey(text, frontmatter, edit.key);
		case "append": return appendToKey(text, frontmatter, edit.key, edit.items);
		case "section": return setSection(text, body, dialect, edit.name, edit.text);
		case "tick": return tick(body, edit.index, edit.done);
	}
}
function splice(text, { start, end, text: replacement }) {
	return text.slice(0, start) + replacement + text.slice(end);
}
/** The edited part says what was meant, and every other part says what it said before. */
function isAsMeant(before, after, edit) {
	switch (edit.kind) {
		case "set":
		case "append":
		case "field":
		case "remove": return meaning(after.body, {}) === meaning(before.body, {}) && keysAsMeant(before, after, edit);
		case "section": return meaning(after.body, {}) === meaning(before.body, { [edit.name]: edit.text.trim().replaceAll("\r\n", "\n") }) && require_yaml_value.normalYaml(after.frontmatter.values) === require_yaml_value.normalYaml(before.frontmatter.values);
		case "tick": return meaning(after.body, {}) === meaning(before.body, { criteria: ticked(before.body, edit.index, edit.done) });
	}
}
function keysAsMeant({ frontmatter: { values: old } }, { frontmatter: { values } }, edit) {
	const own = values.get(edit.key);
	if (others(values, edit.key) !== others(old, edit.key)) return false;
	if (edit.kind === "remove") return own === void 0;
	if (edit.kind === "set") return require_yaml_value.normalYaml(own) === require_yaml_value.normalYaml(toYaml(edit.value));
	if (edit.kind === "field") {
		const before = old.get(edit.key) ?? /* @__PURE__ */ new Map();
		return before instanceof Map && require_yaml_value.normalYaml(own) === require_yaml_value.normalYaml(new Map([...before, [edit.field, edit.value]]));
	}
	return Array.isArray(own) && edit.items.every((item) => own.includes(item));
}
/** Every other key, in order. */
function others(values, key) {
	return [...values].filter(([other]) => other !== key).map(([other, value]) => `${other}:${require_yaml_value.normalYaml(value)}`).join("\n");
}
/** Everything that a body says, without where it stands. */
function meaning(body, changed) {
	const { outline: _, problems: __, ...said } = body;
	return JSON.stringify({
		...said,
		...changed
	}, (key, value) => key === "line" || key === "start" ? void 0 : value);
}
function ticked(body, index, done) {
	return body.criteria.map((item) => item.index === index ? {
		...item,
		done
	} : item);
}

// src/satellite/edit-file.ts
/**
* Edits a task's file in the work tree: nothing but what is meant changes, and nothing at all where the file says something else by now.
* False: it says so already. Throws Fault("usage") where the file can't be edited safely, and Fault("storage").
*/
async function editFile({ gate, root }, { path, backlog }, edits) {
	const before = await require_desk.textOf(gate.tree, path);
	const edited = await editTask(before, backlog.dialect, edits);
	if (!edited.ok) throw new require_git.Fault("usage", `${path} can't be edited without harm, so it was left as it is.`, {
		found: edited.detail === "" ? WHY[edited.code] : `${WHY[edited.code]}: ${edited.detail}`,
		wanted: "front matter and sections as Backlog.md writes them",
		fix: `mend ${path} by hand, then run the command again`
	});
	if (edited.text === before) return false;
	replaceFile({
		root,
		path,
		text: edited.text
	}, before);
	return true;
}
/** Why an edit is refused, as the end of a sentence. */
const WHY = {
	"frontmatter-unreadable": "its front matter can't be read",
	"key-not-editable": "a key stands in a form that can't be edited in place",
	"key-invalid": "a key that is no plain word",
	"section-missing": "it has no such section",
	"criterion-missing": "it has no such criterion",
	"markers-unbalanced": "a section's marker has no partner",
	"edit-unsafe": "the edit would change something else"
};

Object.defineProperty(exports, "WHY", {
  enumerable: true,
  get: function () {
    return WHY;
  }
});
Object.defineProperty(exports, "editFile", {
  enumerable: true,
  get: function () {
    return editFile;
  }
});
Object.defineProperty(exports, "editTask", {
  enumerable: true,
  get: function () {
    return editTask;
  }
});
Object.defineProperty(exports, "emitValue", {
  enumerable: true,
  get: function () {
    return emitValue;
  }
});
Object.defineProperty(exports, "makeFile", {
  enumerable: true,
  get: function () {
    return makeFile;
  }
});
Object.defineProperty(exports, "replaceFile", {
  enumerable: true,
  get: function () {
    return replaceFile;
  }
});