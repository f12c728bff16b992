"use strict";

const require_dialects = require("./tasks-dialects.js");
const require_id = require("./tasks-id.js");
const require_status = require("./tasks-status.js");

// src/tasks/backlog.ts
/** The folder of a backlog in which a file stands directly, or null. */
function folderOf(backlog, path) {
	const parent = path.slice(0, Math.max(0, path.lastIndexOf("/")));
	return backlog.folders.find((folder) => folder.path === parent) ?? null;
}

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
		...require_dialects.problem(code, task.frontmatter?.lines.get(key) ?? 1, detail)
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

// src/tasks/affected.ts
/** Enough of a wrong path to find it by. */
const MAX_DETAIL = 80;
/** No file system takes a longer path. */
const MAX_PATH = 4096;
/** A position behind a path: `src/a.ts:12-40`. */
const POSITION = /:\d+(?:[-:]\d+)*$/;
/**
* What a task says that it touches, root-relative: `affected_files`, `modified_files` and the `Affected Files`
* table together; only where they name nothing, `scope_boundary`, a folder. A path that leaves the repository is
* left out and reported.
*/
function affectedPaths({ values, lines }, body) {
	const listed = ["affected_files", "modified_files"].flatMap((key) => require_dialects.listAt(values, key).map((text) => ({
		text,
		line: lines.get(key) ?? 1
	})));
	const table = (body.toolkit?.affectedFiles ?? []).map(({ path, line }) => ({
		text: path,
		line
	}));
	const files = [...listed, ...table];
	const boundary = require_dialects.textAt(values, "scope_boundary");
	if (files.length > 0) return clean(files);
	return clean(boundary === null ? [] : [{
		text: boundary,
		line: lines.get("scope_boundary") ?? 1
	}]);
}
function clean(named) {
	const paths = /* @__PURE__ */ new Set();
	const problems = [];
	for (const { text, line } of named) {
		const path = require_dialects.treePath(plainPath(text));
		if (path === null || path === "") problems.push(require_dialects.problem("path-invalid", line, text.slice(0, MAX_DETAIL)));
		else paths.add(path);
	}
	return {
		paths: [...paths],
		problems
	};
}
/** Without code marks, a remark in brackets (`src/a.ts (new)`) and a position. */
function plainPath(text) {
	if (text.length > MAX_PATH) return "";
	const path = text.replaceAll("`", "").trim();
	const remark = path.endsWith(")") ? path.lastIndexOf(" (") : -1;
	return (remark === -1 ? path : path.slice(0, remark)).trimEnd().replace(POSITION, "");
}

// src/tasks/code-fence.ts
/**
* Tells, line by line, what is fenced code (CommonMark 0.31, section 4.5; the fences' own lines count as code).
* A fence that never closes runs to the end, as it does when rendered.
*/
function fenceScanner() {
	let open = null;
	return (line) => {
		const fence = fenceOf(line);
		if (open === null) {
			if (fence === null || fence.startsWith("`") && line.indexOf("`", line.indexOf(fence) + fence.length) !== -1) return false;
			open = fence;
			return true;
		}
		if (fence?.startsWith(open) && line.trim() === fence) open = null;
		return true;
	};
}
/** The run of three or more backticks or tildes that a line begins with (up to three spaces before it), or null. */
function fenceOf(line) {
	let at = 0;
	while (at < 3 && line[at] === " ") at++;
	const char = line[at];
	if (char !== "`" && char !== "~") return null;
	const start = at;
	while (line[at] === char) at++;
	return at - start >= 3 ? line.slice(start, at) : null;
}

// src/tasks/checklist.ts
/** Only a lower-case `x` ticks a Backlog.md box; the number and the toolkit's `AC-1:` are not part of the text. */
const ITEM = /^[ \t]*-[ \t]*\[([ xX])\][ \t]+(?:#\d+[ \t]+|AC-\d+:?[ \t]*)?(\S.*)$/;
/** The boxes in some ranges of a file, outside fenced code, numbered through. */
function readChecklist(text, ranges, capitals) {
	const items = [];
	for (const range of ranges) {
		const fenced = fenceScanner();
		forEachLine(text, range, (content, start, line) => {
			if (fenced(content)) return;
			const [, box, words] = content.includes("[") ? ITEM.exec(content) ?? [] : [];
			if (box === void 0 || words === void 0 || box === "X" && !capitals) return;
			const at = start + content.indexOf("[") + 1;
			items.push({
				index: items.length + 1,
				text: words.trimEnd(),
				done: box !== " ",
				line,
				start: at
			});
		});
	}
	return items;
}
/** Visits the lines of a range, without their line breaks. */
function forEachLine(text, { start, end, line }, visit) {
	for (let at = start, number = line; at < end; number++) {
		const found = text.indexOf("\n", at);
		const stop = found === -1 || found >= end ? end : found;
		visit(text.slice(at, text[stop - 1] === "\r" ? stop - 1 : stop), at, number);
		at = stop + 1;
	}
}

// src/tasks/comments.ts
const FIELD = /^(author|created):[ \t]*(.*)$/;
/** Comments stand between `COMMENTS` markers: fields, a line of dashes, the text, a line of dashes, and so on. */
function readComments(text, blocks) {
	return blocks.filter(({ name }) => name === "COMMENTS").flatMap((block) => readBlock(text, block));
}
function readBlock(text, block) {
	const parts = [[]];
	forEachLine(text, block, (content) => {
		if (content.trim() === "---") parts.push([]);
		else parts.at(-1)?.push(content);
	});
	const comments = [];
	for (let at = 0; at + 1 < parts.length; at += 2) {
		const fields = new Map((parts[at] ?? []).map((line) => FIELD.exec(line.trim()) ?? []).map(([, key, value]) => [key, value]));
		const body = (parts[at + 1] ?? []).join("\n").trim();
		comments.push({
			author: fields.get("author") ?? null,
			created: fields.get("created") ?? null,
			text: body
		});
	}
	return comments;
}

// src/tasks/outline.ts
/** More headings and markers than any task has; what follows them is text of the last. It keeps hostile files cheap. */
const MAX_PARTS = 1e3;
const MARKER = /^<!-- *(SECTION:[A-Z_]+|AC|DOD|COMMENTS):(BEGIN|END) *-->[ \r]*$/;
/**
* The parts of a task file's body: second-level headings outside code and outside `SECTION` blocks, and the blocks
* between markers. One pass over the lines.
*/
function outline(text, bodyStart, bodyLine) {
	const marks = [];
	const headings = [];
	const fenced = fenceScanner();
	let line = bodyLine;
	for (let start = bodyStart; start < text.length && marks.length + headings.length < MAX_PARTS; line++) {
		const found = text.indexOf("\n", start);
		const end = found === -1 ? text.length : found + 1;
		const content = text.slice(start, found === -1 ? end : found);
		if (!fenced(content)) {
			const [, name, edge] = content.startsWith("<!--") ? MARKER.exec(content) ?? [] : [];
			if (name !== void 0 && edge !== void 0) marks.push({
				name,
				edge,
				line,
				start,
				end
			});
			const title = content.startsWith("## ") ? plainTitle(content.slice(3)) : null;
			if (title !== null) headings.push({
				name: title,
				edge: "",
				line,
				start,
				end
			});
		}
		start = end;
	}
	const { blocks, unbalanced } = pairUp(marks);
	return {
		sections: sectionsOf(headings, blocks, text.length),
		blocks,
		unbalanced
	};
}
function pairUp(marks) {
	const blocks = [];
	const unbalanced = [];
	for (const name of new Set(marks.map((mark) => mark.name))) {
		const own = marks.filter((mark) => mark.name === name);
		const wrong = firstWrong(own);
		if (wrong === void 0) blocks.push(...blocksOf(own));
		else unbalanced.push({
			name,
			line: wrong.line
		});
	}
	return {
		blocks,
		unbalanced
	};
}
/** The mark that is not the one whose turn it is: first BEGIN, then END, and so on to an END. */
function firstWrong(own) {
	return own.find(({ edge }, index) => edge !== (index % 2 === 0 ? "BEGIN" : "END")) ?? (own.length % 2 === 1 ? own.at(-1) : void 0);
}
function blocksOf(own) {
	return own.flatMap(({ name, edge, line, end }, index) => {
		const close = own[index + 1];
		return edge === "BEGIN" && close !== void 0 ? [{
			name,
			line,
			start: end,
			end: close.start
		}] : [];
	});
}
function sectionsOf(headings, blocks, length) {
	const prose = blocks.filter((block) => block.name.startsWith("SECTION:"));
	const real = headings.filter(({ start }) => !prose.some((block) => block.start <= start && start < block.end));
	return real.map(({ name, line, start, end }, index) => {
		return {
			title: name,
			line,
			start,
			bodyStart: end,
			end: real[index + 1]?.start ?? length
		};
	});
}
/** A heading's title for comparison. Closing hashes are no part of it. */
function plainTitle(text) {
	let end = text.length;
	while (end > 0 && "# 	\r".includes(text[end - 1] ?? "")) end--;
	const title = text.slice(0, end).trim().toLowerCase();
	return title.endsWith("(optional)") ? title.slice(0, -10).trimEnd() : title;
}

// src/tasks/html-comment.ts
/** The text with its HTML comments blanked, so that offsets and lines stay. One without an end runs to the text's end. */
function withoutComments(text) {
	let result = "";
	let at = 0;
	for (let start = text.indexOf("<!--"); start !== -1; start = text.indexOf("<!--", at)) {
		const close = text.indexOf("-->", start + 4);
		const end = close === -1 ? text.length : close + 3;
		result += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, " ");
		at = end;
	}
	return result + text.slice(at);
}

// src/tasks/markdown-table.ts
const RULE = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;
/** The data rows of the first table in a range: what follows its line of dashes, up to a line that is no row. */
function readTable(text, range) {
	const found = [];
	let state = "before";
	const whole = {
		start: 0,
		end: range.end - range.start,
		line: range.line
	};
	forEachLine(withoutComments(text.slice(range.start, range.end)), whole, (content, _, line) => {
		const row = content.trim();
		if (state === "before" && row.includes("|") && row.includes("-") && RULE.test(row)) state = "in";
		else if (state === "in" && row.includes("|")) found.push({
			cells: cellsOf(row),
			line
		});
		else if (state === "in" && row !== "") state = "after";
	});
	return found;
}
/** Splits at bars that no backslash escapes. */
function cellsOf(row) {
	return row.replace(/^\|/, "").replace(/([^\\])\|$/, "$1").split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim().replace(/^`([^`]+)`$/, "$1"));
}

// src/tasks/toolkit-sections.ts
const TEST = /^[ \t]*-[ \t]+test:[ \t]*(.*)$/;
const ARROW = /→|->/;
/** Reads what a toolkit ticket keeps in tables and lists. Placeholders in HTML comments are no content. */
function readToolkitSections(text, sections) {
	const under = (title) => {
		const section = sections.find((candidate) => candidate.title === title);
		return section === void 0 ? null : {
			start: section.bodyStart,
			end: section.end,
			line: section.line + 1
		};
	};
	const strategy = readStrategy(text, under("test strategy"));
	return {
		affectedFiles: rows(text, under("affected files")).map(({ cells, line }) => {
			const [path = "", action = "", description = ""] = cells;
			return {
				path,
				action: action.toLowerCase(),
				description,
				line
			};
		}),
		...strategy,
		dependencies: rows(text, under("dependencies")).map(({ cells: [ticket = "", needs = "", status = ""] }) => {
			return {
				ticket,
				needs,
				status
			};
		})
	};
}
/** Data rows whose first cell says something. */
function rows(text, range) {
	return range === null ? [] : readTable(text, range).filter(({ cells }) => !isNothing(cells[0] ?? ""));
}
/** `(none)`, a dash or an empty cell is how a template says that there is nothing. */
function isNothing(cell) {
	return /^(?:\(?none\)?|n\/a|[-–—]*)$/i.test(cell);
}
function readStrategy(text, range) {
	const tests = [];
	const commands = [];
	if (range === null) return {
		tests,
		verificationCommands: commands
	};
	let group = "";
	const fenced = fenceScanner();
	forEachLine(withoutComments(text.slice(range.start, range.end)), wholeOf(range), (content) => {
		const command = content.trim();
		const code = fenced(content);
		if (code && group === "verification commands" && isCommand(command)) commands.push(command);
		if (code) return;
		if (command.startsWith("### ")) group = command.slice(4).trim().toLowerCase();
		const [, words] = TEST.exec(content) ?? [];
		if (words === void 0 || words.trim() === "") return;
		const [name = "", verifies = ""] = words.split(ARROW);
		tests.push({
			group,
			name: name.trim().replace(/^"(.*)"$/, "$1"),
			verifies: verifies.trim().replace(/^verifies[ \t]+/, "")
		});
	});
	return {
		tests,
		verificationCommands: commands
	};
}
/** The same range in a text of its own. */
function wholeOf({ start, end, line }) {
	return {
		start: 0,
		end: end - start,
		line
	};
}
function isCommand(line) {
	return line !== "" && !line.startsWith("#") && !/^(?:`{3,}|~{3,})/.test(line);
}

// src/tasks/body.ts
/** The prose that Backlog.md keeps between markers, with the titles that its versions have used. */
const PROSE = {
	description: {
		marker: "SECTION:DESCRIPTION",
		titles: ["description"]
	},
	plan: {
		marker: "SECTION:PLAN",
		titles: ["implementation plan"]
	},
	notes: {
		marker: "SECTION:NOTES",
		titles: [
			"implementation notes",
			"notes",
			"notes & comments",
			"implementation notes & comments"
		]
	},
	finalSummary: {
		marker: "SECTION:FINAL_SUMMARY",
		titles: ["final summary"]
	}
};
/** Without markers a Backlog.md section runs to the next of these, whatever headings its text holds. */
const KNOWN_TITLES = /* @__PURE__ */ new Set([
	...Object.values(PROSE).flatMap(({ titles }) => [...titles]),
	"acceptance criteria",
	"definition of done",
	"comments"
]);
/** Reads what stands below the frontmatter. Lists between unbalanced markers are empty, as Backlog.md reads them. */
function readBody(text, start, line, dialect) {
	const parts = outline(text, start, line);
	const prose = (name) => textOf(text, proseRange(parts, dialect, name));
	const capitals = dialect === "toolkit";
	return {
		outline: parts,
		description: prose("description"),
		plan: prose("plan"),
		notes: prose("notes"),
		finalSummary: prose("finalSummary"),
		criteria: readChecklist(text, listRanges(parts, "AC", "acceptance criteria"), capitals),
		definitionOfDone: readChecklist(text, listRanges(parts, "DOD", "definition of done"), capitals),
		comments: readComments(text, parts.blocks),
		toolkit: dialect === "toolkit" ? readToolkitSections(text, parts.sections) : null,
		problems: parts.unbalanced.map(({ name, line: at }) => require_dialects.problem("markers-unbalanced", at, name))
	};
}
/** Where a prose section's text stands: between its markers, or below its heading. Null: missing or unbalanced. */
function proseRange(parts, dialect, name) {
	const { marker, titles } = PROSE[name];
	const block = parts.blocks.find((candidate) => candidate.name === marker);
	if (block !== void 0) return below(block);
	if (parts.unbalanced.some((mark) => mark.name === marker)) return null;
	const index = parts.sections.findIndex((section) => titles.some((title) => title === section.title));
	const section = parts.sections[index];
	if (section === void 0) return null;
	const last = dialect === "toolkit" ? section : lastOf(parts.sections, index);
	return {
		start: section.bodyStart,
		end: last.end,
		line: section.line + 1
	};
}
/** The last section that still belongs to the one at `index`: those after it with unknown titles are its text. */
function lastOf(sections, index) {
	let last = sections[index] ?? { end: 0 };
	for (const section of sections.slice(index + 1)) {
		if (KNOWN_TITLES.has(section.title)) break;
		last = section;
	}
	return last;
}
/** Marked blocks under their heading, or the whole section where it has none. A pair without its heading is ignored. */
function listRanges(parts, marker, title) {
	if (parts.unbalanced.some(({ name }) => name === marker)) return [];
	return parts.sections.filter((section) => section.title === title).flatMap((section) => {
		const own = parts.blocks.filter(({ name, start }) => name === marker && inside(section, start));
		return own.length > 0 ? own.map(below) : [{
			start: section.bodyStart,
			end: section.end,
			line: section.line + 1
		}];
	});
}
function inside(section, offset) {
	return section.bodyStart <= offset && offset <= section.end;
}
function below(block) {
	return {
		start: block.start,
		end: block.end,
		line: block.line + 1
	};
}
function textOf(text, range) {
	return range === null ? null : text.slice(range.start, range.end).replaceAll("\r\n", "\n").trim();
}

// src/tasks/dates.ts
/** `YYYY-MM-DD` with an optional time after a space or `T`, seconds, fraction and offset. */
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?(Z|[+-]\d{2}:?\d{2}))?)?$/i;
/** Day first, two digits of year: `05-01-26`, `05/01/26`, `05.01.26`, as older Backlog.md versions wrote. */
const LEGACY = /^(\d{2})([-/.])(\d{2})\2(\d{2})(?: (\d{2}):(\d{2}))?$/;
const MONTH_DAYS = [
	31,
	28,
	31,
	30,
	31,
	30,
	31,
	31,
	30,
	31,
	30,
	31
];
/**
* A task file's date as RFC 3339 in UTC (a time without offset is UTC, as Backlog.md writes it), or as `YYYY-MM-DD`
* where no time is given. Null: in none of the known forms, or no day of the calendar.
*/
function readDate(text) {
	const moment = readIso(text) ?? readLegacy(text);
	if (moment === null || !isDay(moment)) return null;
	const { minutes, seconds } = moment;
	if (minutes === null) return dayText(moment);
	const day = shiftDay(moment, Math.floor(minutes / 1440));
	const inDay = (minutes % 1440 + 1440) % 1440;
	return `${dayText(day)}T${two(Math.floor(inDay / 60))}:${two(inDay % 60)}:${two(seconds)}Z`;
}
function readIso(text) {
	const [all, year, month, day, hour, minute, second, offset] = ISO.exec(text) ?? [];
	if (all === void 0) return null;
	const seconds = Number(second ?? 0);
	const minutes = hour === void 0 ? null : minutesOf(hour, minute, seconds, offset);
	if (Number.isNaN(minutes)) return null;
	return {
		year: Number(year),
		month: Number(month),
		day: Number(day),
		minutes,
		seconds
	};
}
function readLegacy(text) {
	const [all, day, , month, year, hour, minute] = LEGACY.exec(text) ?? [];
	if (all === void 0) return null;
	const minutes = hour === void 0 ? null : minutesOf(hour, minute, 0, void 0);
	if (Number.isNaN(minutes)) return null;
	return {
		year: 2e3 + Number(year),
		month: Number(month),
		day: Number(day),
		minutes,
		seconds: 0
	};
}
/** Not a number where the time is none of the day's. */
function minutesOf(hour, minute, seconds, offset) {
	if (Number(hour) > 23 || Number(minute) > 59 || seconds > 59) return NaN;
	const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset ?? "") ?? [];
	const shift = sign === void 0 ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
	return Number(hour) * 60 + Number(minute) - shift;
}
function isDay({ year, month, day }) {
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}
function daysIn(year, month) {
	const leap = year % 4 === 0 && year % 100 !== 0 || year % 400 === 0;
	return month === 2 && leap ? 29 : MONTH_DAYS[month - 1] ?? 0;
}
/** An offset moves a moment to the day before or after at most. */
function shiftDay(moment, by) {
	const day = moment.day + by;
	if (day < 1) {
		const month = moment.month === 1 ? 12 : moment.month - 1;
		const year = moment.month === 1 ? moment.year - 1 : moment.year;
		return {
			...moment,
			year,
			month,
			day: daysIn(year, month)
		};
	}
	if (day <= daysIn(moment.year, moment.month)) return {
		...moment,
		day
	};
	const year = moment.month === 12 ? moment.year + 1 : moment.year;
	return {
		...moment,
		year,
		month: moment.month === 12 ? 1 : moment.month + 1,
		day: 1
	};
}
function dayText({ year, month, day }) {
	return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
function two(value) {
	return String(value).padStart(2, "0");
}

// src/tasks/details.ts
/** Reads the frontmatter keys of both dialects that are no part of a `Ticket`. */
function readDetails(values) {
	const text = (key) => require_dialects.textAt(values, key);
	const ids = (...keys) => keys.flatMap((key) => require_dialects.listAt(values, key)).map(asId);
	return {
		priority: text("priority"),
		severity: text("severity"),
		environment: text("environment"),
		phase: text("phase"),
		milestone: text("milestone"),
		complexity: text("complexity"),
		foundBy: text("found_by"),
		commit: text("commit"),
		ordinal: numberOf(text("ordinal")),
		iceScore: numberOf(text("ice_score")),
		estimatedTokens: numberOf(text("estimated_tokens")),
		dueDate: text("due_date"),
		dependencies: ids("dependencies", "depends_on"),
		blockers: ids("blockers"),
		subtasks: ids("subtasks"),
		splitInto: ids("split_into"),
		references: require_dialects.listAt(values, "references"),
		documentation: ["documentation", "related_docs"].flatMap((key) => require_dialects.listAt(values, key)),
		sharedFiles: require_dialects.listAt(values, "shared_files")
	};
}
function asId(text) {
	return require_id.canonicalTaskId(text) ?? text;
}
function numberOf(text) {
	return text !== null && /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
}

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
		problem: require_dialects.problem(code, line, detail.slice(0, 80))
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
	const result = await readSource(require_dialects.quoteHandles(text.slice(fences.yamlStart, fences.yamlEnd).replaceAll("\r\n", "\n")));
	if (!result.ok) return {
		ok: false,
		problem: require_dialects.problem("yaml-error", result.problem.line + 1, result.problem.detail)
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
	const plain = require_dialects.readPlainYaml(source);
	if (plain !== null) return {
		ok: true,
		document: plain
	};
	const { readMatter } = await Promise.resolve().then(() => require("./tasks-frontmatter-engine.js"));
	return readMatter(source);
}

// src/tasks/own-id.ts
/**
* The id of a task file. The frontmatter has the last word; a bare number takes the prefix of the file's name, or
* the backlog's. Only where the frontmatter has none does the name give it. Null, and a problem: neither does.
*/
function idOf(frontmatter, path, backlog, problems) {
	const written = require_dialects.textAt(frontmatter.values, "id");
	const line = frontmatter.lines.get("id") ?? 1;
	const named = require_id.idsOfFileName(path);
	if (written === null) {
		problems.push(require_dialects.problem("id-missing", line, ""));
		return named[0] === void 0 ? null : {
			id: named[0],
			key: named[0]
		};
	}
	const id = /^\d+(?:\.\d+)*$/.test(written) ? fromNumber(written, named, backlog) : require_id.canonicalTaskId(written);
	if (id === null) {
		problems.push(require_dialects.problem("id-invalid", line, written));
		return null;
	}
	if (named.length > 0 && !named.includes(id)) problems.push(require_dialects.problem("id-mismatch", line, `${written}, ${named[0]}`));
	return {
		id,
		key: /^\d/.test(written) ? id : written
	};
}
function fromNumber(number, named, backlog) {
	const numbered = (prefix) => require_id.canonicalTaskId(`${prefix}-${number}`);
	return named.find((id) => numbered(id.slice(0, id.indexOf("-"))) === id) ?? numbered(backlog.prefixes[0] ?? "TASK");
}

// src/tasks/people.ts
const NAME_AND_EMAIL = /^([^<>]*)<([^<>]+)>$/;
/** `@sam`, `Sam <sam@example.org>`, an address, or a name. */
function readPerson(text) {
	const [, name, email] = NAME_AND_EMAIL.exec(text) ?? [];
	if (name !== void 0 && email !== void 0) return {
		name: name.trim(),
		email: email.trim()
	};
	if (/^[^@\s]+@[^@\s]+$/.test(text)) return {
		name: text,
		email: text
	};
	return {
		name: text.replace(/^@/, ""),
		email: ""
	};
}
/** People as task files name them. The toolkit writes `unassigned` where nobody is. */
function readPeople(texts) {
	return texts.filter((text) => text.toLowerCase() !== "unassigned").map(readPerson);
}

// src/tasks/satellite.ts
/** `[text](address)`; the address counts. */
const LINK = /^\[[^\]]*\]\(([^)\s]+)\)$/;
/** Frontmatter keys that hold a link to a tracker, in both of the dialects in use. */
const UPSTREAM_KEYS = [
	"upstream",
	"jira_key",
	"jira_url"
];
/** The link under `upstream`, or the flat keys of the Jira plugin of Backlog.md. Null: none, or one without an id. */
function readUpstream(values) {
	const map = require_dialects.mapAt(values, "upstream");
	if (map === null) return flatUpstream(values);
	const id = require_dialects.textAt(map, "id");
	if (id === null) return null;
	return {
		provider: require_dialects.textAt(map, "provider")?.toLowerCase() ?? null,
		id,
		url: address(require_dialects.textAt(map, "url")),
		lastSync: require_dialects.textAt(map, "last_sync") ?? require_dialects.textAt(map, "synced_at"),
		etag: require_dialects.textAt(map, "etag"),
		direction: require_dialects.textAt(map, "sync_direction"),
		fields: scalars(require_dialects.mapAt(map, "fields"))
	};
}
function flatUpstream(values) {
	const id = require_dialects.textAt(values, "jira_key");
	if (id === null) return null;
	return {
		provider: "jira",
		id,
		url: address(require_dialects.textAt(values, "jira_url")),
		lastSync: require_dialects.textAt(values, "jira_last_sync"),
		etag: null,
		direction: null,
		fields: {}
	};
}
/** The map under `compliance`, or null. */
function readCompliance(values) {
	const map = require_dialects.mapAt(values, "compliance");
	if (map === null) return null;
	return {
		riskLevel: require_dialects.textAt(map, "risk_level")?.toLowerCase() ?? null,
		requiresApproval: truth(require_dialects.textAt(map, "requires_approval")),
		approvedBy: require_dialects.listAt(map, "approved_by"),
		approvalDate: require_dialects.textAt(map, "approval_date"),
		slsaLevel: require_dialects.textAt(map, "slsa_level")
	};
}
/** The specification under `spec`, or flowspec's reference to one. */
function readSpecLink(values) {
	const map = require_dialects.mapAt(values, "spec");
	const compliance = require_dialects.mapAt(values, "compliance");
	const path = (map && require_dialects.textAt(map, "path")) ?? (compliance && require_dialects.textAt(compliance, "spec_ref"));
	if (path === null) return null;
	const field = (key) => map === null ? null : require_dialects.textAt(map, key);
	return {
		path,
		checksum: field("checksum"),
		validated: field("validated"),
		lastUpdated: field("last_updated")
	};
}
/** Normal text of every key that says which tracker's ticket a task follows; changing it needs authority. */
function guardedUpstream(values) {
	return UPSTREAM_KEYS.filter((key) => values.has(key)).map((key) => require_dialects.normalYaml(/* @__PURE__ */ new Map([[key, guardedValue(values.get(key))]]))).join("");
}
/** When a link was last synchronised is news about it, not the link. */
function guardedValue(value) {
	if (!(value instanceof Map)) return value ?? "";
	return new Map([...value].filter(([key]) => key !== "last_sync" && key !== "synced_at" && key !== "etag"));
}
function address(text) {
	return text === null ? null : LINK.exec(text)?.[1] ?? text;
}
function truth(text) {
	if (text === null) return null;
	if (/^(?:true|yes|on)$/i.test(text)) return true;
	return /^(?:false|no|off)$/i.test(text) ? false : null;
}
function scalars(map) {
	const pairs = [...map ?? []].flatMap(([key, value]) => typeof value === "string" ? [[key, value]] : []);
	return Object.fromEntries(pairs);
}

// src/tasks/type.ts
/** Words of both dialects (and those that teams add), in lower case. */
const WORDS = /* @__PURE__ */ new Map([
	["epic", "epic"],
	["story", "story"],
	["task", "task"],
	["bug", "bug"],
	["fix", "bug"],
	["defect", "bug"],
	["feature", "feature"],
	["feat", "feature"],
	["enhancement", "feature"],
	["improvement", "feature"],
	["idea", "idea"],
	["business-line", "idea"],
	["experiment", "idea"],
	["chore", "chore"],
	["refactor", "chore"],
	["docs", "docs"],
	["documentation", "docs"],
	["spike", "spike"],
	["research", "spike"]
]);
/** What a toolkit prefix says about the kind of work. Other prefixes say `other`. */
const PREFIXES = /* @__PURE__ */ new Map([
	["TASK", "task"],
	["BUG", "bug"],
	["SEC", "bug"],
	["FEAT", "feature"],
	["IDEA", "idea"],
	["QUALITY", "chore"],
	["REFACTOR", "chore"],
	["TEST", "chore"]
]);
/** The type that a Backlog.md task states; null where it states none. */
function statedType(name) {
	return name === null ? null : {
		name,
		category: WORDS.get(name.toLowerCase()) ?? "other"
	};
}
/** A toolkit ticket's type is its prefix; what an idea calls its `type` is only which kind of idea it is. */
function prefixType(prefix) {
	return {
		name: prefix.toLowerCase(),
		category: PREFIXES.get(prefix) ?? "other"
	};
}

// src/tasks/parse.ts
const DEFAULT_REMOTE = "tasks";
/**
* Reads one task file of a backlog: pure, and never throws, whatever the text. The folder is part of the answer: a
* file under `completed` is done, one under `archive` archived, and a draft has the state `Draft` of no category, so
* that neither of the last two can authorise.
*/
async function parseTask(text, path, backlog, options = {}) {
	const kind = folderOf(backlog, path)?.kind ?? "active";
	const nul = text.indexOf("\0");
	if (nul !== -1) return unreadable(path, kind, require_dialects.problem("control-character", text.slice(0, nul).split("\n").length, "NUL"));
	const read = await readFrontmatter(text);
	if (!read.ok) return unreadable(path, kind, read.problem);
	const { frontmatter } = read;
	const { values, fences } = frontmatter;
	const body = readBody(text, fences.bodyStart, fences.bodyLine, backlog.dialect);
	const problems = [];
	return {
		path,
		kind,
		ticket: ticketOf(frontmatter, body, {
			path,
			kind,
			backlog,
			...options
		}, problems),
		problems: [...problems, ...body.problems].sort((a, b) => a.line - b.line),
		frontmatter,
		details: readDetails(values),
		body,
		upstream: readUpstream(values),
		compliance: readCompliance(values),
		spec: readSpecLink(values),
		guarded: guardedOf(values, kind)
	};
}
/** A file of which nothing but its problem is known. */
function unreadable(path, kind, what) {
	return {
		path,
		kind,
		problems: [what],
		ticket: null,
		frontmatter: null,
		details: null,
		body: null,
		upstream: null,
		compliance: null,
		spec: null,
		guarded: null
	};
}
function ticketOf(frontmatter, body, origin, problems) {
	const { values, lines } = frontmatter;
	const id = idOf(frontmatter, origin.path, origin.backlog, problems);
	const title = require_dialects.textAt(values, "title");
	const status = require_dialects.textAt(values, "status");
	const parent = require_dialects.textAt(values, "parent_task_id") ?? require_dialects.textAt(values, "parent");
	const affected = affectedPaths(frontmatter, body);
	problems.push(...affected.problems, ...stateProblems(status, lines.get("status") ?? 1, origin));
	if (title === null) problems.push(require_dialects.problem("title-missing", lines.get("title") ?? 1, ""));
	const created = dateAt(frontmatter, ["created_date", "created"], problems);
	const updated = dateAt(frontmatter, ["updated_date", "updated"], problems);
	if (created !== null && updated !== null && isBefore(updated, created)) problems.push(require_dialects.problem("date-order", lines.get("updated_date") ?? lines.get("updated") ?? 1, `${updated} < ${created}`));
	if (id === null) return null;
	const prefix = require_id.prefixOf(id.id);
	const toolkit = origin.backlog.dialect === "toolkit";
	return {
		remote: origin.remote ?? DEFAULT_REMOTE,
		id: id.id,
		key: id.key,
		url: null,
		title: title ?? "",
		type: toolkit ? prefixType(prefix) : statedType(require_dialects.textAt(values, "type")),
		state: require_status.stateOf(status, origin.kind, origin),
		project: prefix,
		assignees: readPeople(require_dialects.listAt(values, "assignee")),
		createdBy: readPeople(require_dialects.listAt(values, "reporter"))[0] ?? null,
		labels: [...require_dialects.listAt(values, "labels"), ...require_dialects.listAt(values, "tags")],
		parent: parent === null ? null : require_id.canonicalTaskId(parent) ?? parent,
		createdAt: created,
		updatedAt: updated,
		archived: origin.kind === "archived",
		movedFrom: null,
		description: body.description ?? "",
		criteria: body.criteria.map(({ text, done }) => ({
			text,
			done
		})),
		affected: affected.paths,
		path: origin.path,
		...riskOf(readCompliance(values))
	};
}
/** Levels of risk, in the words of both dialects. Any other word says none. */
function riskOf(compliance) {
	const risk = RISKS.find((one) => one === compliance?.riskLevel);
	return risk === void 0 ? {} : { risk };
}
const RISKS = [
	"low",
	"medium",
	"high",
	"critical"
];
function stateProblems(status, line, origin) {
	if (status === null) return [require_dialects.problem("status-missing", line, "")];
	const { kind, backlog } = origin;
	if (!require_status.isConfigured(status, origin) && kind !== "draft") return [require_dialects.problem("status-unknown", line, status)];
	const { category } = require_status.stateOf(status, "active", origin);
	return (kind === "completed" ? !(category === "done" || category === "canceled") : backlog.dialect === "toolkit" && category === "done") ? [require_dialects.problem("folder-status-mismatch", line, `${status} in a folder of ${kind} tasks`)] : [];
}
function dateAt({ values, lines }, keys, problems) {
	const key = keys.find((candidate) => require_dialects.textAt(values, candidate) !== null);
	const text = key === void 0 ? null : require_dialects.textAt(values, key);
	if (key === void 0 || text === null) return null;
	const date = readDate(text);
	if (date === null) problems.push(require_dialects.problem("date-invalid", lines.get(key) ?? 1, text));
	return date;
}
/** Compares to the day where either gives no time. */
function isBefore(a, b) {
	const length = Math.min(a.length, b.length);
	return a.slice(0, length) < b.slice(0, length);
}
/** The folder is guarded with the status: moving a file can authorise as well as editing it. */
function guardedOf(values, kind) {
	const status = require_dialects.textAt(values, "status") ?? "";
	return {
		status: kind === "active" ? status : `${status} (${kind})`,
		upstream: guardedUpstream(values),
		compliance: require_dialects.normalYaml(values.get("compliance"))
	};
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
	if (entry.mode === "120000") return unreadable(path, kind, require_dialects.problem("file-refused", 1, "a symbolic link"));
	const bytes = await require_dialects.readLimited(tree, path, MAX_TASK_FILE);
	if (bytes === null) return null;
	if ("code" in bytes) return unreadable(path, kind, require_dialects.problem(bytes.code, 1, bytes.detail));
	return parseBytes(bytes, file, options);
}
/** Parses a file's bytes as they stand in any tree. Null: no task file. */
async function parseBytes(bytes, { path, backlog, kind, named }, options) {
	if (bytes.length > 1048576) return unreadable(path, kind, require_dialects.problem("file-too-large", 1, `${bytes.length} bytes`));
	const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
	const task = await parseTask(text, path, backlog, options);
	if (named.length === 0 && task.problems[0]?.code === "fence-missing") return null;
	return isUtf8(bytes, text) ? task : {
		...task,
		problems: [...task.problems, require_dialects.problem("not-utf8", 1, "")]
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
		const folder = folderOf(backlog, path);
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