"use strict";

const require_fault = require("./core-fault.js");
const require_compiled = require("./store-compiled.js");
const require_yaml_value = require("./tasks-yaml-value.js");
const require_frontmatter = require("./tasks-frontmatter.js");
const require_code_fence = require("./tasks-code-fence.js");
const require_desk = require("./satellite-desk.js");
const require_body = require("./tasks-body.js");
const require_text = require("./providers-text.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/store/work-file.ts
/** Makes a file that is not there yet, with its folders. Throws Fault("storage") where something has its name. */
function makeFile({ root, path, text }) {
	const file = placeOf(root, path);
	try {
		(0, node_fs.writeFileSync)(file, text, { flag: "wx" });
	} catch (cause) {
		throw require_compiled.storageFault(`${path} can't be made.`, file, cause);
	}
}
/**
* Replaces a file as a whole, if it still says what it said when it was read: `before`. Throws Fault("storage") where it says something
* else by now, and then nothing is written.
*/
function replaceFile({ root, path, text }, before) {
	const file = placeOf(root, path);
	const { mode } = (0, node_fs.lstatSync)(file);
	if (!(0, node_fs.readFileSync)(file).equals(Buffer.from(before, "utf8"))) throw new require_fault.Fault("storage", `${path} was changed meanwhile, so it was left as it is.`, {
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
		throw require_compiled.storageFault(`${path} can't be written.`, file, cause);
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
		throw require_compiled.storageFault(`${path} can't be made.`, file, cause);
	}
	if ((0, node_fs.realpathSync)(folder) === folder && (0, node_fs.lstatSync)(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return file;
	throw new require_fault.Fault("storage", `${path} stands behind a symbolic link, which is not followed.`, {
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
	if (!edited.ok) throw new require_fault.Fault("usage", `${path} can't be edited without harm, so it was left as it is.`, {
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

// src/satellite/mend-link.ts
/** The edits that write a link into a task file: the key, and the address where Backlog.md keeps it. */
function linkEdits(link, upstream) {
	const set = {
		kind: "set",
		key: "upstream",
		value: upstream
	};
	return link.url === null ? [set] : [{
		kind: "append",
		key: "references",
		items: [link.url]
	}, set];
}
/**
* Gives tasks their `upstream` back where an editor that does not know the key dropped it, from what was kept when they were linked. An
* address under `references` alone may be anything, so it counts only for tasks that the command names (`named`).
*/
async function mendLinks(desk, tasks, { named }) {
	const mended = [];
	for (const one of tasks) {
		const { link } = one;
		if (link === null || link.from === "upstream" || one.task.kind === "archived") continue;
		const kept = desk.ground.links.get(one.id);
		const isKept = kept?.remote === link.remote.name && kept.id === link.id;
		if (!isKept && !named) continue;
		const url = link.url ?? kept?.url ?? null;
		const synced = isKept ? kept.base?.at ?? null : null;
		const value = {
			provider: link.remote.kind,
			id: link.id,
			...url === null ? {} : { url },
			...synced === null ? {} : { last_sync: synced }
		};
		await editFile(desk, one, linkEdits({ url }, value));
		mended.push({
			task: one.id,
			path: one.path,
			from: link.from,
			id: link.id
		});
	}
	return mended;
}

// src/satellite/inert.ts
/** Tags that only set text, when they stand there without any attribute. */
const HARMLESS = /^<(?:br ?\/?|\/?(?:b|code|del|details|em|i|ins|kbd|p|strong|sub|summary|sup|u))>/i;
/** Escaping one thing can bring another to light, such as code that was none; more layers are nobody's text. */
const MOST_ROUNDS = 8;
/**
* Markdown in which nothing acts: no comment that could pass for one of our marks or of Backlog.md's, no HTML but a few plain tags, no link
* that does something else than lead somewhere, no fence that is left open. What is written as code stays readable as it was.
*/
async function inert(markdown) {
	const plain = markdown.replaceAll("<!--", "&lt;!--");
	return closed(/<|\]\s*[(:]/.test(plain) ? await disarmed(plain) : plain);
}
async function disarmed(markdown) {
	const { fromMarkdown } = await Promise.resolve().then(() => require("./mdast-util-from-markdown.js")).then((n) => n.mdast_util_from_markdown_exports);
	let text = markdown;
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const spots = activeSpots(fromMarkdown(text), text);
		if (spots.length === 0) return text;
		text = spots.toSorted((a, b) => b.start - a.start).reduce((rest, { start, end, by }) => rest.slice(0, start) + by + rest.slice(end), text);
	}
	return text.replaceAll("<", "&lt;").replaceAll("](", "]\\(").replaceAll("]:", "]\\:");
}
function activeSpots(node, text) {
	const own = spotOf(node, text);
	if (own !== null) return own;
	return "children" in node ? node.children.flatMap((child) => activeSpots(child, text)) : [];
}
/** Null: the node itself does nothing. */
function spotOf(node, text) {
	const start = node.position?.start.offset ?? 0;
	const end = node.position?.end.offset ?? 0;
	switch (node.type) {
		case "html": return tagsIn(text.slice(start, end)).map((at) => ({
			start: start + at,
			end: start + at + 1,
			by: "&lt;"
		}));
		case "link":
		case "image":
		case "definition":
			if (!require_text.isActive(node.url)) return null;
			return text[start] === "<" ? [{
				start,
				end: start + 1,
				by: "&lt;"
			}] : [{
				start,
				end: start,
				by: "\\"
			}];
		default: return null;
	}
}
function tagsIn(html) {
	return [...html.matchAll(/</g)].map(({ index }) => index).filter((at) => !HARMLESS.test(html.slice(at, at + 12)));
}
/** A fence that is left open would swallow whatever a file says behind it. */
function closed(markdown) {
	const isCode = require_code_fence.fenceScanner();
	let fence = "";
	for (const text of markdown.split("\n")) {
		const run = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1] ?? "";
		if (isCode(text) && fence === "") fence = run;
		if (!isCode("")) fence = "";
	}
	return fence === "" ? markdown : `${markdown}\n${fence}`;
}

// src/satellite/clean-ticket.ts
/** Longest title in UTF-16 units: a task's title becomes a file's name and a line of a list. */
const MOST_TITLE = 200;
/** Longest description: several times what people read, and far below what a task file may hold. */
const MOST_DESCRIPTION = 5e4;
/** Longest criterion, label or name. */
const MOST_LINE = 500;
/** More criteria or labels than any ticket has that somebody works through. */
const MOST_ITEMS = 100;
/** Makes a ticket fit for a task file, whatever its tracker let through. The same ticket always comes out the same. */
async function cleanTicket(ticket) {
	const title = line(ticket.title);
	const whole = require_text.cleanMarkdown(wellFormed(ticket.description));
	const listed = ticket.criteria.length === 0 ? require_text.criteriaIn(whole) : ticket.criteria;
	const description = withoutCriteria(whole, listed);
	const criteria = listed.slice(0, MOST_ITEMS).map(async ({ text, done }) => {
		return {
			text: line(await inert(line(text).slice(0, MOST_LINE))),
			done
		};
	});
	const labels = items(ticket.labels);
	return {
		title: titled(shortened(title, MOST_TITLE), ticket.key),
		description: (await inert(shortened(description, MOST_DESCRIPTION))).trim(),
		criteria: (await Promise.all(criteria)).filter(({ text }) => text !== ""),
		assignees: items(ticket.assignees.map(handleOf)),
		labels: labels.slice(0, MOST_ITEMS),
		cut: [
			...title.length > MOST_TITLE ? ["title"] : [],
			...description.length > MOST_DESCRIPTION || ticket.description.endsWith(CUT) ? ["description"] : [],
			...listed.length > MOST_ITEMS ? ["criteria"] : [],
			...labels.length > MOST_ITEMS ? ["labels"] : []
		]
	};
}
/** One line without anything that is not seen. */
function line(text) {
	return require_text.cleanLine(wellFormed(text).replace(/[\u2028\u2029]/gu, " "));
}
/** What stands behind a text that was cut, here and where a tracker's answer is read. */
const CUT = "… (shortened)";
function shortened(text, most) {
	if (text.length <= most) return text;
	const kept = (room) => wellFormed(text.slice(0, room)).trimEnd();
	return text.includes("\n") ? `${kept(most - 13 - 2)}\n\n${CUT}` : `${kept(most - 1)}…`;
}
/** A file of UTF-8 can't hold half of a surrogate pair. */
function wellFormed(text) {
	return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
}
/** Every task has a title, and YAML's words for nothing are none. */
function titled(title, key) {
	if (title === "") return line(key);
	return isNothing(title) ? `${title} (${line(key)})` : title;
}
function isNothing(text) {
	return text === "" || text === "~" || text.toLowerCase() === "null";
}
/** How a task file names a person: by the handle that the tracker knows, else by name. Brackets would make an address of it. */
function handleOf({ login, name }) {
	const handle = (login ?? name).replace(/[<>]/g, "").replace(/^[\s@]+/, "");
	return handle.trim().toLowerCase() === "unassigned" ? "" : handle;
}
function items(texts) {
	const clean = texts.map((text) => line(line(text).slice(0, MOST_LINE)));
	return [...new Set(clean.filter((text) => !isNothing(text)))];
}
/** A description without the list of its criteria, and without the heading above where nothing else is left below it. */
function withoutCriteria(markdown, criteria) {
	const found = require_text.criterionLines(markdown);
	const known = new Set(criteria.map(({ text }) => line(text)));
	const gone = new Set(found.filter(({ item }) => item !== null && known.has(line(item.text))).map((one) => one.line));
	if (gone.size === 0) return markdown;
	const lines = markdown.split("\n");
	for (const { line: at, item } of found) if (item === null && isBare(lines, at, gone)) gone.add(at);
	return lines.filter((_, at) => !gone.has(at)).join("\n").trim();
}
/** Below a heading, up to the next one, stood nothing else than what is gone; and something of that did. */
function isBare(lines, heading, gone) {
	let some = false;
	for (let at = heading + 1; at < lines.length; at++) {
		const text = lines[at] ?? "";
		if (/^\s{0,3}(?:#{1,6}\s|\*\*.+\*\*:?\s*$)/.test(text)) break;
		if (gone.has(at)) some = true;
		else if (text.trim() !== "") return false;
	}
	return some;
}

// src/satellite/upstream-value.ts
/** The value of a task's `upstream`, as the satellite's format has it; fields that the tracker does not tell are left out. */
function upstreamValue(ticket, { provider, now }) {
	const { id, url, risk, parent, iteration, versions = [], type } = ticket;
	const fields = {
		...type === null ? {} : { type: line(type.name) },
		...risk === void 0 ? {} : { risk },
		...parent === null ? {} : { parent: line(parent) },
		...iteration == null ? {} : { sprint: line(iteration) },
		...versions.length === 0 ? {} : { fix_versions: versions.map(line).join(", ") }
	};
	return {
		provider,
		id,
		...url === null ? {} : { url },
		last_sync: `${now.toISOString().slice(0, 19)}Z`,
		...Object.keys(fields).length === 0 ? {} : { fields }
	};
}

Object.defineProperty(exports, "WHY", {
  enumerable: true,
  get: function () {
    return WHY;
  }
});
Object.defineProperty(exports, "cleanTicket", {
  enumerable: true,
  get: function () {
    return cleanTicket;
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
Object.defineProperty(exports, "line", {
  enumerable: true,
  get: function () {
    return line;
  }
});
Object.defineProperty(exports, "linkEdits", {
  enumerable: true,
  get: function () {
    return linkEdits;
  }
});
Object.defineProperty(exports, "makeFile", {
  enumerable: true,
  get: function () {
    return makeFile;
  }
});
Object.defineProperty(exports, "mendLinks", {
  enumerable: true,
  get: function () {
    return mendLinks;
  }
});
Object.defineProperty(exports, "replaceFile", {
  enumerable: true,
  get: function () {
    return replaceFile;
  }
});
Object.defineProperty(exports, "upstreamValue", {
  enumerable: true,
  get: function () {
    return upstreamValue;
  }
});