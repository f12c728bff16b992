"use strict";

const require_neutral = require("./specs-neutral.js");

// src/specs/compare-block.ts
/** How deep the headings of a spec stand in the block. */
const SPEC_DEPTH = 4;
/** Longest part of a line that a report shows: enough to see which one it is. */
const LONGEST = 120;
/**
* Our block in a body, compared with specs (by look-up key) as they are now. Its outer digest proves nothing, since anybody can make a new
* one: every line has to be one that `remote pr` would write, and only what a footer's cells say is taken as it is.
*/
function blockOf(body, specs, room) {
	const reading = require_neutral.readBlock(body);
	if (reading.status === "none") return { status: "none" };
	if (reading.status === "problem") {
		const { code: problem, line } = reading.problem;
		return {
			status: "problem",
			problem,
			line
		};
	}
	const { inner, entries } = reading;
	const parts = sectionsOf(inner, entries);
	const found = Object.entries(specs).flatMap(([at, answer]) => answer.status === "found" ? [{
		at,
		spec: answer.spec
	}] : []);
	const seen = new Map(parts.map((part) => [part, found.filter(({ spec }) => isOf(part.entry, spec))]));
	const free = room.limit - body.length;
	const told = parts.map((part) => {
		const spec = seen.get(part)?.[0]?.spec;
		return spec === void 0 ? null : weigh(part, spec, {
			...room,
			free,
			count: parts.length
		});
	});
	const sections = parts.flatMap((part, index) => (seen.get(part) ?? []).map(({ at }) => [at, told[index]?.section]));
	return {
		status: "found",
		isIntact: reading.isIntact && parts.length === entries.length && BEGINNING.test(inner) && told.every((one) => one?.isAlone === true),
		sections: Object.fromEntries(sections.flatMap(([at, one]) => one === void 0 ? [] : [[at, one]]))
	};
}
/** A linked task and its ticket share a spec, and the section bears the name of one of them. */
function isOf({ key, path }, spec) {
	return key === spec.key || path !== null && path === spec.path;
}
const BEGINNING = /^\n## Implementation Spec\n\n### [^\n]*\n\nSpec: [^\n]*\n/;
/** What stands between a section's last line and the mark of the next one. */
const NEXT = /\n\n### [^\n]*\n\nSpec: [^\n]*$/;
/** Fewer than entries: two are alike, or one stands where none may. */
function sectionsOf(inner, entries) {
	const starts = entries.map((entry) => {
		const mark = require_neutral.entryMark(entry);
		return {
			entry,
			at: inner.indexOf(mark),
			end: inner.indexOf(mark) + mark.length
		};
	});
	if (new Set(starts.map(({ at }) => at)).size !== starts.length) return [];
	return starts.flatMap(({ entry, end }, index) => {
		const next = starts[index + 1];
		if (next === void 0) return [{
			entry,
			behind: inner.slice(end),
			isLast: true
		}];
		const between = inner.slice(end, next.at);
		return NEXT.test(between) ? [{
			entry,
			behind: between.replace(NEXT, ""),
			isLast: false
		}] : [];
	});
}
const REST = /^\n\n\*The spec (?:goes on|is not shown here): [^\n]*, with the digest above\.\*(?=\n)/;
const TICKET = /^\n\n(?:Ticket: |Closes |Fixes )[^\n]{1,2000}(?=\n|$)/;
const FOOTER = /^\n\n---\n\n\| Authorisation \| Risk \| Approval \| Chain \|\n\| --- \| --- \| --- \| --- \|\n((?:\| [^\n]{1,2000} \|\n)+)$/;
function weigh({ entry, behind, isLast }, spec, terms) {
	const { digest, isExcerpt } = entry;
	const whole = require_neutral.inertMarkdown(spec.text, 4);
	const text = isExcerpt ? shownPart(behind, spec) : whole;
	const shown = behind.replace(/^\n\n/, "");
	const differs = text === null ? firstDifference(whole, shown) : firstDifference(text, shown);
	const needless = isExcerpt && differs === null && !mayBeShortened(spec, terms, whole.length - (text ?? "").length);
	return {
		section: {
			digest,
			isWhole: !isExcerpt,
			differs: needless ? {
				wanted: "all of the spec, which has room here",
				found: "a part of it"
			} : differs
		},
		isAlone: isRest(behind.slice(text === null || text === "" ? 0 : text.length + 2), isExcerpt, isLast, terms.count)
	};
}
/** Only what is withheld, or too long, may be named by its digest. */
function mayBeShortened({ path }, { disclose, free }, missing) {
	return missing > free || path === null && disclose !== "full";
}
/** The text of a spec's first lines that stands in a section; null: none of them do. */
function shownPart(behind, { text }) {
	if (REST.test(behind)) return "";
	const end = behind.lastIndexOf("\n\n*The spec goes on: ");
	if (end < 0) return null;
	const shown = behind.slice(2, end);
	const lines = text.split("\n");
	let [low, high] = [0, lines.length];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		const part = require_neutral.inertMarkdown(lines.slice(0, middle).join("\n").trimEnd(), 4);
		if (part === shown) return part;
		if (part.length > shown.length) high = middle - 1;
		else low = middle;
	}
	return null;
}
/** What follows a spec: where it goes on, the line for its ticket, and behind the last one the footer with a row for each. */
function isRest(rest, isExcerpt, isLast, count) {
	const behindText = isExcerpt ? rest.replace(REST, "") : rest;
	if (isExcerpt && behindText === rest) return false;
	const end = behindText.replace(TICKET, "");
	if (!isLast) return end === "";
	return (FOOTER.exec(end)?.[1]?.split("\n") ?? []).length === count + 1;
}
/** The first line of a text that what is shown lacks; what follows the text is no part of it. */
function firstDifference(text, shown) {
	const own = shown.split("\n");
	const lines = text === "" ? [] : text.split("\n");
	const at = lines.findIndex((line, index) => line !== own[index]);
	if (at === -1) return null;
	const cut = (line) => (line ?? "").trim().slice(0, LONGEST);
	return {
		wanted: cut(lines[at]),
		found: cut(own[at])
	};
}

Object.defineProperty(exports, "blockOf", {
  enumerable: true,
  get: function () {
    return blockOf;
  }
});