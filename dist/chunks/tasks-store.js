"use strict";

const require_backlog = require("./tasks-backlog.js");
const require_dialects = require("./tasks-dialects.js");
const require_id = require("./tasks-id.js");
const require_yaml_value = require("./tasks-yaml-value.js");
const require_parse = require("./tasks-parse.js");

// src/tasks/relations.ts
/**
* What is wrong with task files only in each other's company: an id that several live files have, a dependency or a
* parent that no file has, and tasks that wait for one another. Archived files count as existing, and only as that.
*/
function relationProblems(tasks) {
	const nodes = tasks.flatMap(nodeOf);
	const ids = new Set(nodes.map(({ id }) => id));
	const live = nodes.filter(({ task }) => task.kind !== "archived");
	return [
		...duplicates(live),
		...missing(live, ids),
		...cycles(live)
	];
}
function nodeOf(task) {
	const { ticket, details } = task;
	if (ticket === null || details === null) return [];
	const dependencies = details.dependencies.map((id) => ({
		id,
		key: keyOf(task)
	}));
	const parent = ticket.parent === null ? [] : [{
		id: ticket.parent,
		key: "parent_task_id"
	}];
	return [{
		id: ticket.id,
		task,
		needs: [...dependencies, ...parent]
	}];
}
function keyOf({ frontmatter }) {
	return frontmatter?.values.has("depends_on") ? "depends_on" : "dependencies";
}
function at({ task }, key, code, detail) {
	return {
		path: task.path,
		...require_yaml_value.problem(code, task.frontmatter?.lines.get(key) ?? 1, detail)
	};
}
function duplicates(nodes) {
	const first = /* @__PURE__ */ new Map();
	return nodes.flatMap((node) => {
		const other = first.get(node.id);
		if (other === void 0) first.set(node.id, node);
		return other === void 0 ? [] : [at(node, "id", "id-duplicate", `${node.id}, ${other.task.path}`)];
	});
}
function missing(nodes, ids) {
	return nodes.flatMap((node) => node.needs.filter(({ id }) => !ids.has(id)).map(({ id, key }) => at(node, key, "dependency-missing", id)));
}
/** What is left when every task that waits for nothing (more) has been taken away waits for itself, or behind a circle. */
function cycles(nodes) {
	const waiting = new Map(nodes.map((node) => [node.id, new Set(dependencies(node))]));
	const free = [...waiting.keys()].filter((id) => ready(waiting, id));
	const dependents = dependentsOf(nodes);
	for (let id = free.pop(); id !== void 0; id = free.pop()) {
		waiting.delete(id);
		for (const other of dependents.get(id) ?? []) if (waiting.has(other) && ready(waiting, other)) free.push(other);
	}
	return nodes.filter((node) => waiting.has(node.id) && reaches(waiting, node.id)).map((node) => at(node, keyOf(node.task), "dependency-cycle", node.id));
}
function dependencies(node) {
	return node.needs.filter(({ key }) => key !== "parent_task_id").map(({ id }) => id);
}
function dependentsOf(nodes) {
	const found = /* @__PURE__ */ new Map();
	for (const node of nodes) for (const id of dependencies(node)) {
		const group = found.get(id);
		if (group === void 0) found.set(id, [node.id]);
		else group.push(node.id);
	}
	return found;
}
function ready(waiting, id) {
	return [...waiting.get(id) ?? []].every((other) => !waiting.has(other));
}
/** Does a task wait for itself, along those that still wait? */
function reaches(waiting, start) {
	const seen = /* @__PURE__ */ new Set();
	const next = [...waiting.get(start) ?? []];
	for (let id = next.pop(); id !== void 0; id = next.pop()) {
		if (id === start) return true;
		if (seen.has(id)) continue;
		seen.add(id);
		next.push(...waiting.get(id) ?? []);
	}
	return false;
}

// src/tasks/resolve.ts
/** What deciding needs of a parsed file. */
function copyOf(task, named) {
	const first = task.problems[0];
	const trouble = first === void 0 ? "" : `${task.path}:${first.line} ${first.code} ${first.detail}`.trimEnd();
	return {
		path: task.path,
		archived: task.kind === "archived",
		named,
		ticket: task.ticket,
		trouble
	};
}
/** The canonical ids that a copy speaks for: its own, or those of its name where it can't be read. */
function idsOf(copy) {
	return copy.ticket === null ? copy.named : [copy.ticket.id];
}
/**
* The one answer for an id from all files that speak for it. A file whose name gives another id gives way to one
* whose name agrees; an archived file gives way to a live one (Backlog.md gives the ids of archived tasks again).
* Several that still compete answer only if they say the same: a doubtful id is `unavailable`, never authorised.
*/
function resolve(id, copies) {
	const sorted = [...copies].sort((a, b) => a.path < b.path ? -1 : 1);
	const agreeing = sorted.filter((copy) => agrees(copy, id));
	const pool = agreeing.length > 0 ? agreeing : sorted;
	const live = pool.filter((copy) => !copy.archived);
	const rivals = live.length > 0 ? live : pool.slice(0, 1);
	const [first] = rivals;
	if (first === void 0) return { status: "absent" };
	const broken = rivals.find((copy) => copy.ticket === null);
	if (broken !== void 0) return {
		status: "unavailable",
		detail: broken.trouble
	};
	if (first.ticket === null || rivals.some((copy) => content(copy) !== content(first))) return {
		status: "unavailable",
		detail: `id-duplicate ${rivals.map(({ path }) => path).join(", ")}`
	};
	return {
		status: "found",
		ticket: first.ticket,
		source: "file"
	};
}
/** The file's name gives this id, or none. */
function agrees(copy, id) {
	return copy.named.length === 0 || copy.named.includes(id);
}
function content({ ticket }) {
	return JSON.stringify({
		...ticket,
		path: null,
		key: null
	});
}

// src/tasks/task-file.ts
/** A task file is text that people write; a larger one is not read. */
const MAX_TASK_FILE = 1048576;
/** Folders, nested repositories and pipes, whatever they are called. */
const NO_FILE = /* @__PURE__ */ new Set([
	"040000",
	"160000",
	"000000"
]);
/** The Markdown files that stand directly in the backlogs' folders. Folders are listed once, nothing is read. */
async function listTaskFiles(tree, backlogs) {
	const files = [];
	for (const backlog of backlogs) for (const { path: folder, kind } of backlog.folders) for (const entry of await tree.list(folder)) {
		const { path, mode } = entry;
		if (!isMarkdown(path) || NO_FILE.has(mode)) continue;
		files.push({
			path,
			backlog,
			kind,
			entry,
			named: require_id.idsOfFileName(path)
		});
	}
	return files;
}
/** Judges by the name alone. */
function isMarkdown(path) {
	return path.toLowerCase().endsWith(".md");
}
/** Reads one task file. Null: it is none (gone, or a text without frontmatter whose name gives no id). */
async function readTaskFile(tree, file, options) {
	const { path, kind, entry } = file;
	if (entry.mode === "120000") return require_parse.unreadable(path, kind, require_yaml_value.problem("file-refused", 1, "a symbolic link"));
	const bytes = await require_dialects.readLimited(tree, path, MAX_TASK_FILE);
	if (bytes === null) return null;
	if ("code" in bytes) return require_parse.unreadable(path, kind, require_yaml_value.problem(bytes.code, 1, bytes.detail));
	return parseBytes(bytes, file, options);
}
/** Parses a file's bytes as they stand in any tree. Null: no task file. */
async function parseBytes(bytes, { path, backlog, kind, named }, options) {
	if (bytes.length > 1048576) return require_parse.unreadable(path, kind, require_yaml_value.problem("file-too-large", 1, `${bytes.length} bytes`));
	const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
	const task = await require_parse.parseTask(text, path, backlog, options);
	if (named.length === 0 && task.problems[0]?.code === "fence-missing") return null;
	return isUtf8(bytes, text) ? task : {
		...task,
		problems: [...task.problems, require_yaml_value.problem("not-utf8", 1, "")]
	};
}
/** Only a text with U+FFFD in it can have been something else. */
function isUtf8(bytes, text) {
	if (!text.includes("�")) return true;
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

// src/tasks/store.ts
/** Files read at one time: enough to keep a pipe to git full, few enough to keep their texts small in memory. */
const BATCH = 128;
/** Drafts authorise nothing, and the word with a number is common in text (`draft-07`): no prefix of references. */
const DRAFT_PREFIX = "DRAFT";
/** Finds a tree's backlogs and lists their files; no task file is read before it is asked for. */
async function openTasks(tree, options = {}) {
	const backlogs = await require_dialects.findBacklogs(tree);
	const files = await listTaskFiles(tree, backlogs);
	const near = nearFiles(files);
	const known = /* @__PURE__ */ new Map();
	let everything = null;
	const lookUpAll = () => {
		everything ??= copiesOf(tree, files, options).then(resolveAll);
		return everything;
	};
	const byId = async (ids) => {
		const missing = ids.filter((id) => !known.has(id));
		const copies = groupById(everything === null ? await copiesOf(tree, near(missing), options) : []);
		for (const id of missing) {
			const own = copies.get(id) ?? [];
			const sure = own.some((copy) => agrees(copy, id));
			known.set(id, sure ? resolve(id, own) : (await lookUpAll()).get(id) ?? { status: "absent" });
		}
		return new Map(ids.map((id) => [id, known.get(id) ?? { status: "absent" }]));
	};
	return {
		backlogs,
		prefixes: prefixesOf(backlogs, files),
		paths: files.map(({ path }) => path),
		byId,
		all: async () => [...(await lookUpAll()).values()].flatMap((look) => look.status === "found" ? [look.ticket] : []),
		each: () => readEach(tree, files, options),
		problems: () => problemsOf(backlogs, readEach(tree, files, options)),
		async fileOf(id) {
			const look = (await byId([id])).get(id);
			return look?.status === "found" ? look.ticket.path : null;
		},
		isTaskPath: (path) => placeOf(backlogs, path) !== null,
		async parse(path, bytes) {
			const place = placeOf(backlogs, path);
			return place === null ? null : parseBytes(bytes, place, options);
		}
	};
}
async function problemsOf(backlogs, tasks) {
	const all = [];
	for await (const task of tasks) all.push(task);
	const configured = backlogs.flatMap(({ configFile, folder, problems }) => problems.map((problem) => ({
		path: configFile ?? folder,
		...problem
	})));
	const own = all.flatMap(({ path, problems }) => problems.map((problem) => ({
		path,
		...problem
	})));
	return [
		...configured,
		...own,
		...relationProblems(all)
	];
}
function placeOf(backlogs, path) {
	if (!isMarkdown(path)) return null;
	for (const backlog of backlogs) {
		const folder = require_backlog.folderOf(backlog, path);
		if (folder !== null) return {
			path,
			backlog,
			kind: folder.kind,
			named: require_id.idsOfFileName(path)
		};
	}
	return null;
}
function prefixesOf(backlogs, files) {
	const configured = backlogs.flatMap((backlog) => backlog.prefixes);
	const met = files.flatMap(({ named }) => named.map(require_id.prefixOf)).filter((prefix) => prefix !== DRAFT_PREFIX);
	return [.../* @__PURE__ */ new Set([...configured, ...met])].sort();
}
/** Files that may be the task of one of some ids, by name; a file whose name tells nothing may be anyone's. */
function nearFiles(files) {
	const byName = /* @__PURE__ */ new Map();
	for (const file of files) for (const id of file.named.length === 0 ? [""] : file.named) {
		const group = byName.get(id);
		if (group === void 0) byName.set(id, [file]);
		else group.push(file);
	}
	return (ids) => ids.length === 0 ? [] : [...new Set([...ids, ""].flatMap((id) => byName.get(id) ?? []))];
}
async function copiesOf(tree, files, options) {
	const copies = [];
	for await (const [task, file] of readBatches(tree, files, options)) copies.push(copyOf(task, file.named));
	return copies;
}
async function* readEach(tree, files, options) {
	for await (const [task] of readBatches(tree, files, options)) yield task;
}
async function* readBatches(tree, files, options) {
	for (let at = 0; at < files.length; at += BATCH) {
		const batch = files.slice(at, at + BATCH);
		const tasks = await Promise.all(batch.map((file) => readTaskFile(tree, file, options)));
		for (const [index, file] of batch.entries()) {
			const task = tasks[index];
			if (task !== null && task !== void 0) yield [task, file];
		}
	}
}
function groupById(copies) {
	const groups = /* @__PURE__ */ new Map();
	for (const copy of copies) for (const id of idsOf(copy)) {
		const group = groups.get(id);
		if (group === void 0) groups.set(id, [copy]);
		else group.push(copy);
	}
	return groups;
}
function resolveAll(copies) {
	return new Map([...groupById(copies)].map(([id, own]) => [id, resolve(id, own)]));
}

exports.openTasks = openTasks;