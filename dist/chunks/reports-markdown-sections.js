"use strict";

const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_told = require("./reports-told.js");

// src/reports/markdown-parts.ts
/** More of one text is not read in a table; report.json has all of it. */
const LONGEST = 400;
const LONGEST_SUBJECT = 100;
/** Text from outside as a part of a line or table cell. */
function prose(text) {
	return require_escape.inertLine(require_escape.clip(text, LONGEST));
}
/** The same as code. */
function code(text) {
	return span(require_escape.clip(text, LONGEST));
}
/** Our markers are looked for in code too, and a backslash before a pipe ends a cell there (GFM, "Tables"): such text is no code. */
function span(text) {
	return /<!--|\\\|/.test(text) ? require_escape.inertLine(text) : require_escape.markdownCode(text);
}
/** A row of a table. Cells are Markdown. */
function row(cells) {
	return `| ${cells.join(" | ")} |`;
}
/** The two lines that begin a table. */
function tableHead(names) {
	return [row(names), row(names.map(() => "---"))];
}
/** A commit by its short id, a link where the forge's address is known, and its subject. */
function commitLine(id, { links, subject }) {
	const short = `\`${id.slice(0, 10)}\``;
	const shown = links === void 0 ? short : `[${short}](${links.commit(id)})`;
	const text = subject(id);
	return text === null || text === "" ? shown : `${shown} ${require_escape.inertLine(require_escape.clip(text, LONGEST_SUBJECT))}`;
}
/** What a finding says, escaped, with the command that mends it as code. */
function saidMarkdown(finding, options) {
	const { title, found, wanted, fix } = require_told.saidOf(finding, options);
	const argv = require_reports.repairOf(finding, options);
	return {
		title: prose(title),
		found: prose(found),
		wanted: wanted === null ? "" : prose(wanted),
		fix: prose(fix),
		command: argv === null ? "" : span(require_escape.shellCommand(argv))
	};
}
/** The sign of a finding that somebody should read. */
function signOf({ outcome, blocking }) {
	if (outcome === "unknown") return "❔";
	return blocking ? "❌" : "⚠️";
}

// src/reports/markdown-sections.ts
/** Rows of one table; nobody scrolls through more. */
const MOST_ROWS = 1e3;
/** Bytes for a section's heading, the head of its table and the line that counts what is left out. */
const AROUND = 400;
/**
* A page of at most `limit` bytes of UTF-8 (from 8,192 on): rows are cut from the least important, and it says how many. A section
* without rows is left out. `whole`: the file that has all rows.
*/
function fittedPage(head, sections, foot, limit, whole = "report.json") {
	let room = limit - bytes(head) - bytes(foot);
	return [
		head,
		...sections.map((section, index) => {
			const text = fitted(section, room - AROUND * (sections.length - index), whole);
			room -= bytes(text);
			return text;
		}),
		foot
	].join("");
}
function bytes(text) {
	return new TextEncoder().encode(text).length;
}
/** As many rows as have room; nothing where there are none at all. */
function fitted({ title, head, rows, tail }, room, whole) {
	const shown = [];
	let left = room - bytes(tail);
	let more = 0;
	for (const line of rows) {
		const size = bytes(line) + 1;
		if (more > 0 || shown.length >= MOST_ROWS || size > left) more++;
		else {
			shown.push(line);
			left -= size;
		}
	}
	if (shown.length + more === 0) return "";
	const rest = more === 0 ? [] : ["", `${require_reports.count(more)} more in ${whole}.`];
	return `### ${title}\n\n${[
		...shown.length === 0 ? [] : [...head, ...shown],
		...rest,
		...tail === "" ? [] : ["", tail]
	].join("\n")}\n\n`;
}

Object.defineProperty(exports, "code", {
  enumerable: true,
  get: function () {
    return code;
  }
});
Object.defineProperty(exports, "commitLine", {
  enumerable: true,
  get: function () {
    return commitLine;
  }
});
Object.defineProperty(exports, "fittedPage", {
  enumerable: true,
  get: function () {
    return fittedPage;
  }
});
Object.defineProperty(exports, "prose", {
  enumerable: true,
  get: function () {
    return prose;
  }
});
Object.defineProperty(exports, "row", {
  enumerable: true,
  get: function () {
    return row;
  }
});
Object.defineProperty(exports, "saidMarkdown", {
  enumerable: true,
  get: function () {
    return saidMarkdown;
  }
});
Object.defineProperty(exports, "signOf", {
  enumerable: true,
  get: function () {
    return signOf;
  }
});
Object.defineProperty(exports, "tableHead", {
  enumerable: true,
  get: function () {
    return tableHead;
  }
});