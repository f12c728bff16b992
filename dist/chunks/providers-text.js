"use strict";

const require_core = require("./core.js");
let node_crypto = require("node:crypto");

// src/providers/text.ts
/** Longest description in UTF-16 units that is kept: several times what any vendor's editor is used for. */
const LONGEST = 2e5;
/** Bidirectional overrides and isolates, zero-width characters, and controls but tab and line break. */
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
/** Where Markdown says that a link leads, escaped or not: in parentheses, in a definition, between angle brackets. */
const DESTINATIONS = [
	/(\]\\?\(\s*<?)([^)\]\n]{0,2000})/g,
	/^( {0,3}\[[^\]\n]{1,999}\]:\s*<?)(\S{0,2000})/gm,
	/(<)((?:javascript|vbscript|data|file):[^\s<>]{0,2000})/gi
];
/** The worst of them anywhere else, such as in attributes. Prose has a blank after its colon. */
const SCRIPT_ADDRESS = /\b(javascript|vbscript)\s*:(?=\S)/gi;
/** Schemes of addresses that do something else than lead somewhere. */
const ACTIVE = /^(?:javascript|vbscript|data|file):/i;
/**
* A ticket's Markdown, made fit to be shown to people and programs: LF line ends, no HTML comments, no scripts, no active
* links, no invisible characters, no tokens. Its words stay as they are.
*/
function cleanMarkdown(text) {
	const passive = withoutBlocks((text.length > LONGEST ? `${text.slice(0, LONGEST)}\n\n… (shortened)` : text).replace(/\r\n?/g, "\n").replace(INVISIBLE, ""));
	return require_core.redact(withoutActiveLinks(passive).replace(SCRIPT_ADDRESS, "$1 :").trim());
}
function withoutActiveLinks(text) {
	let rest = text;
	for (const destination of DESTINATIONS) rest = rest.replace(destination, (whole, open, to) => isActive(to) ? `${open}#` : whole);
	return rest;
}
/** Whether following an address does something else than lead somewhere. Markdown reads entities in it, and browsers pass over blanks in its scheme. */
function isActive(address) {
	const plain = address.replace(/&(?:colon|tab|newline);/gi, (entity) => /colon/i.test(entity) ? ":" : "").replace(/&#(x?)([0-9a-f]{1,6});/gi, (_, hex, digits) => {
		const point = Number.parseInt(digits, hex === "" ? 10 : 16);
		return point <= 1114111 ? String.fromCodePoint(point) : "";
	});
	return ACTIVE.test(plain.replace(/[\s\\\p{Cc}]+/gu, ""));
}
/**
* A ticket's description; and where that is not all of it, letter by letter, the digest of the whole: an approval is bound to that too, since
* people read the text in the tracker, not what was made of it here.
*/
function described(text) {
	const description = cleanMarkdown(text);
	return {
		description,
		...require_core.normalised(description) === require_core.normalised(text) ? {} : boundTo([text])
	};
}
/** The digest of texts as they are stored, of which nobody can tell whether people are shown all of them. */
function boundTo(texts) {
	const parts = texts.map(require_core.normalised);
	if (parts.every((part) => part === "")) return {};
	return { unshown: (0, node_crypto.createHash)("sha256").update(JSON.stringify(parts)).digest("hex") };
}
/** One line of plain text: a title, a name, a label. */
function cleanLine(text) {
	return require_core.redact(text.replace(INVISIBLE, "").replace(/\s+/g, " ").trim().slice(0, LONGEST));
}
/** Comments and elements whose content is no text, in one pass: a nested opening can't bring one back. */
function withoutBlocks(text) {
	let rest = text;
	for (const [open, close] of BLOCKS) rest = cut(rest, open, close);
	return rest;
}
const BLOCKS = [[/<!--/g, /-->/g], [/<(?:script|style|iframe|object|embed|template)\b/gi, /<\/(?:script|style|iframe|object|embed|template)\s*>/gi]];
/** What is opened and never closed reaches to the end. */
function cut(text, open, close) {
	let kept = "";
	let from = 0;
	for (;;) {
		open.lastIndex = from;
		const start = open.exec(text);
		if (start === null) return kept + text.slice(from);
		kept += text.slice(from, start.index);
		close.lastIndex = start.index;
		const end = close.exec(text);
		from = end === null ? text.length : end.index + end[0].length;
	}
}
/** Boxes under a heading that speaks of acceptance criteria; where there is no such heading, none. */
function criteriaIn(markdown) {
	return criterionLines(markdown).flatMap(({ item }) => item ?? []);
}
/** The same, with where they stand. */
function criterionLines(markdown) {
	const found = [];
	let inside = false;
	for (const [line, text] of markdown.split("\n").entries()) {
		const heading = /^\s{0,3}(?:#{1,6}\s+(.*)|\*\*(.+?)\*\*:?\s*)$/.exec(text);
		if (heading !== null) {
			inside = /acceptance|criteria|definition of done/i.test(heading[1] ?? heading[2] ?? "");
			if (inside) found.push({
				line,
				item: null
			});
			continue;
		}
		const box = inside ? /^\s*[-*+]\s+(?:\[([ xX])\]\s+)?(\S.*)$/.exec(text) : null;
		if (box !== null) found.push({
			line,
			item: {
				text: (box[2] ?? "").trimEnd(),
				done: (box[1] ?? " ") !== " "
			}
		});
	}
	return found;
}
/** RFC 3339 in UTC of any date that a vendor writes; null: none, or not readable. */
function utc(value) {
	if (value === null || value === void 0 || value === "") return null;
	const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
	const date = new Date(number);
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

Object.defineProperty(exports, "boundTo", {
  enumerable: true,
  get: function () {
    return boundTo;
  }
});
Object.defineProperty(exports, "cleanLine", {
  enumerable: true,
  get: function () {
    return cleanLine;
  }
});
Object.defineProperty(exports, "cleanMarkdown", {
  enumerable: true,
  get: function () {
    return cleanMarkdown;
  }
});
Object.defineProperty(exports, "criteriaIn", {
  enumerable: true,
  get: function () {
    return criteriaIn;
  }
});
Object.defineProperty(exports, "criterionLines", {
  enumerable: true,
  get: function () {
    return criterionLines;
  }
});
Object.defineProperty(exports, "described", {
  enumerable: true,
  get: function () {
    return described;
  }
});
Object.defineProperty(exports, "isActive", {
  enumerable: true,
  get: function () {
    return isActive;
  }
});
Object.defineProperty(exports, "utc", {
  enumerable: true,
  get: function () {
    return utc;
  }
});