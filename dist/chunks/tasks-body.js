"use strict";

const require_code_fence = require("./tasks-code-fence.js");
const require_yaml_value = require("./tasks-yaml-value.js");

// src/tasks/checklist.ts
/** Only a lower-case `x` ticks a Backlog.md box; the number and the toolkit's `AC-1:` are not part of the text. */
const ITEM = /^[ \t]*-[ \t]*\[([ xX])\][ \t]+(?:#\d+[ \t]+|AC-\d+:?[ \t]*)?(\S.*)$/;
/** The boxes in some ranges of a file, outside fenced code, numbered through. */
function readChecklist(text, ranges, capitals) {
	const items = [];
	for (const range of ranges) {
		const fenced = require_code_fence.fenceScanner();
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
	const fenced = require_code_fence.fenceScanner();
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
	const fenced = require_code_fence.fenceScanner();
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
		problems: parts.unbalanced.map(({ name, line: at }) => require_yaml_value.problem("markers-unbalanced", at, name))
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

Object.defineProperty(exports, "proseRange", {
  enumerable: true,
  get: function () {
    return proseRange;
  }
});
Object.defineProperty(exports, "readBody", {
  enumerable: true,
  get: function () {
    return readBody;
  }
});