"use strict";

const require_code_fence = require("./tasks-code-fence.js");
const require_edit_file = require("./satellite-edit-file.js");
const require_text = require("./providers-text.js");

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
		await require_edit_file.editFile(desk, one, linkEdits({ url }, value));
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

Object.defineProperty(exports, "cleanTicket", {
  enumerable: true,
  get: function () {
    return cleanTicket;
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
Object.defineProperty(exports, "mendLinks", {
  enumerable: true,
  get: function () {
    return mendLinks;
  }
});
Object.defineProperty(exports, "upstreamValue", {
  enumerable: true,
  get: function () {
    return upstreamValue;
  }
});