"use strict";

const require_tree_path = require("./tasks-tree-path.js");
const require_digest = require("./specs-digest.js");
const require_frontmatter = require("./tasks-frontmatter.js");
const require_yaml_value = require("./tasks-yaml-value.js");

// src/specs/documents.ts
/** Bytes; as long as the longest spec. */
const LARGEST$1 = 1048576;
/** More documents than a backlog has; a folder of more is not searched to its end. */
const MOST = 2e3;
/** The specifications below the `docs` folders of backlogs, by path. */
async function specDocuments(tree, backlogs) {
	const found = [];
	for (const { folder, dialect } of backlogs) {
		if (dialect !== "backlog.md") continue;
		const files = (await tree.list(require_tree_path.joinPath(folder, "docs"), { recursive: true })).filter(({ path, mode, size }) => mode.startsWith("100") && /\.md$/i.test(path) && (size ?? 0) <= LARGEST$1);
		for (const { path } of files.slice(0, MOST)) {
			const document = await readDocument(tree, path);
			if (document !== null) found.push(document);
		}
	}
	return found;
}
async function readDocument(tree, path) {
	const bytes = await tree.read(path, 2 * LARGEST$1);
	if (bytes === null) return null;
	const read = await require_frontmatter.readFrontmatter(new TextDecoder().decode(bytes));
	if (!read.ok || require_yaml_value.textAt(read.frontmatter.values, "type")?.toLowerCase() !== "specification") return null;
	const { values } = read.frontmatter;
	return {
		path,
		names: [
			require_yaml_value.textAt(values, "title") ?? "",
			...require_yaml_value.listAt(values, "tags"),
			...require_yaml_value.listAt(values, "references")
		]
	};
}
/** Those that name one of these ids as a whole word, in any case. */
function documentsFor(documents, ids) {
	const patterns = ids.map((id) => new RegExp(`(?<![A-Za-z0-9])${id.replace(/[^A-Za-z0-9]/g, "\\$&")}(?![A-Za-z0-9]|-\\d)`, "i"));
	return documents.filter(({ names }) => names.some((name) => patterns.some((pattern) => pattern.test(name)))).map(({ path }) => path);
}

// src/specs/task-body.ts
/**
* The spec that a task file itself holds: description, criteria and plan. Status, notes, comments and ticked boxes are no part of it, so
* that work on a task leaves its spec as it was. Null: it has neither plan nor criteria.
*/
function taskSpecText({ body, ticket }) {
	if (body === null || ticket === null) return null;
	const { description, criteria, plan } = body;
	if (criteria.length === 0 && (plan ?? "").trim() === "") return null;
	const part = (title, text) => text === null || text.trim() === "" ? [] : [`## ${title}\n\n${text.trim()}`];
	return [
		...part("Description", description),
		...part("Acceptance Criteria", criteria.map(({ text }) => `- [ ] ${text}`).join("\n")),
		...part("Implementation Plan", plan)
	].join("\n\n");
}

// src/specs/resolve.ts
/** Bytes. Nobody reads a longer spec, and every one is read whole. */
const LARGEST = 1048576;
/**
* The spec of a ticket: of the first source that has one. Several in one source are an error, never a choice. Paths are root-relative; a
* symbolic link is no file. Throws nothing that a change can cause.
*/
async function resolveSpec(subject, ground) {
	for (const source of ground.sources) {
		const answer = await ofSource(source, subject, ground);
		if (answer.status !== "none") return answer;
	}
	return { status: "none" };
}
async function ofSource(source, subject, ground) {
	const own = subject.tasks.map(({ path }) => path);
	switch (source) {
		case "frontmatter": return ofFiles(source, subject.tasks.flatMap(({ spec }) => spec?.path ?? []).filter((path) => !own.includes(path)).map(namedPath), subject, ground);
		case "documentation": return ofFiles(source, documentation(subject.tasks), subject, ground);
		case "document": return ofFiles(source, documentsFor(await ground.documents(), namesOf(subject)).map(namedPath), subject, ground);
		case "path": return ofFiles(source, patternPaths(subject, ground.paths), subject, ground);
		case "body": return ofBodies(subject);
		case "upstream": return ofUpstream(subject);
	}
}
function namedPath(path) {
	return {
		path,
		named: true
	};
}
async function ofFiles(source, candidates, subject, { tree }) {
	const distinct = [...new Map(candidates.map((one) => [require_tree_path.treePath(one.path) ?? one.path, one]))];
	const there = (await Promise.all(distinct.map(async ([path, { named }]) => ({
		path,
		named,
		file: await readText(tree, path)
	})))).filter(({ file, named }) => named || file.text !== null || file.detail !== "absent");
	const [first, ...others] = there;
	if (first === void 0) return { status: "none" };
	if (others.length > 0) return {
		status: "ambiguous",
		source,
		candidates: there.map(({ path }) => path).sort()
	};
	const { path, file } = first;
	if (file.text === null) return {
		status: "unreadable",
		path,
		detail: SENTENCES[file.detail]
	};
	return found(subject, source, path, file.text);
}
const SENTENCES = {
	outside: "the path leaves the repository",
	absent: "there is no such file, or it is a symbolic link",
	large: `it has more than ${LARGEST} bytes`,
	binary: "it is no UTF-8 text"
};
async function readText(tree, written) {
	const path = require_tree_path.treePath(written);
	if (path === null || path === "") return {
		text: null,
		detail: "outside"
	};
	const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
	const entry = (await tree.list(folder)).find((one) => one.path === path);
	if (entry === void 0 || !entry.mode.startsWith("100")) return {
		text: null,
		detail: "absent"
	};
	if ((entry.size ?? 0) > LARGEST) return {
		text: null,
		detail: "large"
	};
	const bytes = await tree.read(path, 2 * LARGEST);
	if (bytes === null) return {
		text: null,
		detail: "absent"
	};
	if (bytes.length > LARGEST) return {
		text: null,
		detail: "large"
	};
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return text.includes("\0") ? {
			text: null,
			detail: "binary"
		} : { text };
	} catch {
		return {
			text: null,
			detail: "binary"
		};
	}
}
function found(subject, source, path, raw) {
	const text = require_digest.specText(raw);
	const { remote, id, key, title, url } = subject.ticket;
	return {
		status: "found",
		spec: {
			remote,
			id,
			key,
			title,
			url,
			source,
			path,
			text,
			digest: require_digest.specDigest(text)
		}
	};
}
/** Entries that are Markdown files. Where some are called specs, the others are not. */
function documentation(tasks) {
	const files = tasks.flatMap(({ details }) => details?.documentation ?? []).filter((entry) => /\.(?:md|markdown)$/i.test(entry) && require_tree_path.treePath(entry) !== null);
	const specs = files.filter((path) => /(?:^|[/._-])(?:spec|specs|specification|prd)(?:[/._-]|$)/i.test(path));
	if (specs.length > 0) return specs.map(namedPath);
	return files.map((path) => ({
		path,
		named: false
	}));
}
/** How the ticket and its tasks are named in paths and documents. */
function namesOf({ ticket, tasks }) {
	return [
		ticket.key,
		ticket.id,
		...tasks.flatMap((task) => task.ticket?.key ?? [])
	];
}
function patternPaths(subject, patterns) {
	const parts = new Set(namesOf(subject).flatMap((name) => lastPart(name) ?? []));
	return patterns.flatMap((pattern) => [...parts].map((part) => ({
		path: pattern.replaceAll("{id}", part),
		named: false
	})));
}
/** `PROJ-7` of itself, `42` of `acme/shop#42`; null: nothing that may stand in a path. */
function lastPart(name) {
	const part = name.split(/[/#!]/).at(-1) ?? "";
	return /^[A-Za-z0-9._-]+$/.test(part) && !part.includes("..") && part !== "." ? part : null;
}
function ofBodies(subject) {
	const bodies = subject.tasks.flatMap((task) => {
		const text = taskSpecText(task);
		return text === null ? [] : [{
			path: task.path,
			text
		}];
	});
	const [first, ...others] = bodies;
	if (first === void 0) return { status: "none" };
	if (others.length > 0) return {
		status: "ambiguous",
		source: "body",
		candidates: bodies.map(({ path }) => path).sort()
	};
	return found(subject, "body", first.path, first.text);
}
function ofUpstream(subject) {
	const { description } = subject;
	if (description === null || description.trim() === "") return { status: "none" };
	return found(subject, "upstream", null, description);
}

Object.defineProperty(exports, "resolveSpec", {
  enumerable: true,
  get: function () {
    return resolveSpec;
  }
});
Object.defineProperty(exports, "specDocuments", {
  enumerable: true,
  get: function () {
    return specDocuments;
  }
});