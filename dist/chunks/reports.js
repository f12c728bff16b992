"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_core = require("./core.js");

// src/core/ratio.ts
/** A share in per cent, one decimal, rounded down: 100 is all of them and nothing less. `total` is more than nothing. */
function percentOf(part, total) {
	return Math.floor(part * 1e3 / total) / 10;
}
/** So many of so many. */
function ratioOf(covered, total) {
	return {
		covered,
		total,
		percent: total === 0 ? null : percentOf(covered, total)
	};
}

// src/reports/layout.ts
/** Prose wider than this is hard to read, however wide the terminal is. */
const WIDEST = 100;
/** Below this nothing sensible can be laid out; lines are then longer than the terminal. */
const NARROWEST = 40;
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
/** Terminal columns that a text takes: two for East Asian wide characters and emoji, none for combining marks. */
function width(text) {
	let columns = 0;
	for (const char of text) columns += WIDE.test(char) ? 2 : /\p{M}/u.test(char) ? 0 : 1;
	return columns;
}
/** Fills a text up to `columns` with spaces on its right, or on its left for figures. */
function pad(text, columns, side = "right") {
	const space = " ".repeat(Math.max(0, columns - width(text)));
	return side === "right" ? text + space : space + text;
}
/** Lines of at most `columns`, broken at spaces only: a long word stays whole, so that it can be copied. */
function wrap(text, columns) {
	const lines = [];
	let line = "";
	for (const word of text.split(" ")) {
		const longer = line === "" ? word : `${line} ${word}`;
		if (line !== "" && width(longer) > columns) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	lines.push(line);
	return lines;
}
/** The width to lay prose out in, from what the terminal says. */
function proseWidth(columns) {
	return Math.min(WIDEST, Math.max(NARROWEST, columns));
}
/** Labels in one column, texts in the next, wrapped lines under their text. Colours come in through `label`. */
function rows(list, options) {
	const gutter = Math.max(0, ...list.map((row) => width(row.label))) + 2;
	const room = proseWidth(options.columns) - options.indent - gutter;
	return list.flatMap((row) => {
		return (row.whole ? [row.text] : wrap(row.text, room)).map((line, index) => {
			const label = index === 0 ? options.label(row.label) + " ".repeat(gutter - width(row.label)) : " ".repeat(gutter);
			return `${" ".repeat(options.indent)}${label}${line}`.trimEnd();
		});
	});
}
/** A count with thousands apart: `12,345`. The same in every locale. */
function count(value) {
	return String(value).replace(/\B(?=(\d{3})+$)/gu, ",");
}
/** A share in per cent, one decimal, rounded down so that it says 100 only for all; `<0.1 %` for what is not nothing. */
function share(part, whole) {
	if (whole === 0) return "";
	if (part > 0 && part * 1e3 < whole) return "<0.1 %";
	return `${percent(part, whole)} %`;
}
/** A share in per cent, one decimal, rounded down so that it says 100.0 only for all. `whole` is more than nothing. */
function percent(part, whole) {
	return percentOf(part, whole).toFixed(1);
}
/** `1 commit`, `2 commits`. */
function plural(value, noun) {
	return `${count(value)} ${noun}${value === 1 ? "" : "s"}`;
}

// src/reports/prose.ts
const PLACE = /\{([\w-]+)\}/gu;
/** The sentence for a finding: its code's message, with each `{arg}` filled by the escaped argument. */
function messageOf(finding, metas, escaped) {
	const template = codeOf(finding, metas)?.message;
	if (template === void 0) return escaped(`${finding.rule}: ${finding.code}`);
	return template.replace(PLACE, (place, name) => {
		const value = Object.hasOwn(finding.args, name) ? finding.args[name] : void 0;
		return value === void 0 ? place : escaped(String(value));
	});
}
/** The arguments that the sentence for a finding already tells. */
function toldArgs(finding, metas) {
	const places = codeOf(finding, metas)?.message.matchAll(PLACE) ?? [];
	return Array.from(places, ([, name = ""]) => name);
}
/** What the rule, or the judgement itself, says of a finding's code. */
function codeOf(finding, metas) {
	const codes = {
		...require_core.GATE_CODES,
		...metas.get(finding.rule)?.codes
	};
	return Object.hasOwn(codes, finding.code) ? codes[finding.code] : void 0;
}
/** What a rule is about, in a few words. */
function titleOf(rule, metas) {
	return metas.get(rule)?.title ?? rule;
}
/** What to change: the finding's own note, else its code's, else the rule's. Not escaped. */
function fixOf(finding, metas) {
	return finding.fix.note || codeOf(finding, metas)?.fix || metas.get(finding.rule)?.fix || "";
}

// src/reports/repair.ts
var repair_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	isUponBase: () => isUponBase,
	ownRepair: () => ownRepair,
	repairOf: () => repairOf,
	rewordable: () => rewordable
});
/** The command that mends this one finding: its own, or its code's; null where there is none. */
function ownRepair(finding, metas) {
	return finding.fix.argv ?? codeOf(finding, metas)?.run ?? null;
}
/** The same, or where a message has to be written anew the one command that opens all of those. */
function repairOf(finding, { metas, repair }) {
	return ownRepair(finding, metas) ?? (isReworded(finding, metas) ? repair : null);
}
/**
* The commits with a fail that a new message mends, by id. None where a whole history was judged, which nobody writes anew,
* or where they are more than anybody rewords.
*/
function rewordable(report, metas) {
	const { commits, keys, subject } = report;
	if (commits === null || commits.count > 1 && !isUponBase(subject)) return [];
	const failed = keys.map(({ findings }) => findings.some((finding) => isReworded(finding, metas)));
	const ids = [];
	for (let index = 0; index < commits.count; index++) if (failed[commits.key(index)]) ids.push(commits.id(index));
	return ids.length > MOST_REWORDED ? [] : ids;
}
/** A range with more of them wants another base, not an editor. */
const MOST_REWORDED = 500;
/** `A..B`, `A...B` and a pull request: commits upon a base, of which somebody still can make others. */
function isUponBase({ kind, label }) {
	return kind === "pull-request" || /[^.]\.{2,3}/u.test(label);
}
/** What a command of its own mends needs no other message. */
function isReworded({ outcome, rule, fix }, metas) {
	return outcome === "fail" && fix.argv === null && metas.get(rule)?.mends === "message";
}

// src/reports/statement.ts
/** The word for a report's verdict. Rests on the verdict and never changes it. */
function statementOf(report) {
	return statementFor(report.verdict, [report, ...report.keys]);
}
/** The word for a verdict and all the findings that it is the fold of. */
function statementFor(verdict, judged) {
	switch (verdict) {
		case "fail": return "FAILED";
		case "undecided": return "UNKNOWN";
		case "pass": return judged.some(hasFail) ? "WARNED" : "PASSED";
	}
}
function hasFail({ findings }) {
	return findings.some(({ outcome }) => outcome === "fail");
}

// src/reports/headline.ts
/** Each verdict in a sign and a word. */
const STATEMENT_SIGNS = {
	PASSED: {
		sign: "✅",
		word: "Passed"
	},
	WARNED: {
		sign: "⚠️",
		word: "Passed, with warnings"
	},
	FAILED: {
		sign: "❌",
		word: "Failed"
	},
	UNKNOWN: {
		sign: "❔",
		word: "Undecided"
	}
};
/** The verdict in words that need no knowledge of the rules. */
function headlineOf(report) {
	const statement = statementOf(report);
	return {
		statement,
		...STATEMENT_SIGNS[statement],
		sentence: sentenceOf(report, statement)
	};
}
function sentenceOf(report, statement) {
	const { commits, failed, undecided } = report.counts;
	switch (statement) {
		case "PASSED": return passedSentence(report);
		case "WARNED": return "Nothing that the policy enforces failed; what it only warns of is listed.";
		case "FAILED": return `${failed === 0 ? "" : `${count(failed)} of ${plural(commits, "commit")} failed. `}What is listed as failed has to be mended, or excused by a waiver, before this may go in.`;
		case "UNKNOWN": return `${undecided === 0 ? "" : `${count(undecided)} of ${plural(commits, "commit")} undecided. `}Not everything could be found out, and the policy lets nothing in of which it does not know. That is no fail: try again when what is listed can be asked.`;
	}
}
function passedSentence({ findings, keys, commits, counts }) {
	if (commits?.count === 0 && findings.length === 0) return "There was nothing to judge.";
	if ([...findings, ...keys.flatMap((key) => key.findings)].some(({ outcome }) => outcome === "unknown")) return "Nothing failed; what could not be found out is listed, and does not block here.";
	const judged = commits === null ? "It" : counts.commits === 1 ? "The commit" : `All ${count(counts.commits)} commits`;
	return `${judged} ${judged.startsWith("All") ? "meet" : "meets"} what the policy asks for.`;
}

Object.defineProperty(exports, "STATEMENT_SIGNS", {
  enumerable: true,
  get: function () {
    return STATEMENT_SIGNS;
  }
});
Object.defineProperty(exports, "codeOf", {
  enumerable: true,
  get: function () {
    return codeOf;
  }
});
Object.defineProperty(exports, "count", {
  enumerable: true,
  get: function () {
    return count;
  }
});
Object.defineProperty(exports, "fixOf", {
  enumerable: true,
  get: function () {
    return fixOf;
  }
});
Object.defineProperty(exports, "headlineOf", {
  enumerable: true,
  get: function () {
    return headlineOf;
  }
});
Object.defineProperty(exports, "isUponBase", {
  enumerable: true,
  get: function () {
    return isUponBase;
  }
});
Object.defineProperty(exports, "messageOf", {
  enumerable: true,
  get: function () {
    return messageOf;
  }
});
Object.defineProperty(exports, "ownRepair", {
  enumerable: true,
  get: function () {
    return ownRepair;
  }
});
Object.defineProperty(exports, "pad", {
  enumerable: true,
  get: function () {
    return pad;
  }
});
Object.defineProperty(exports, "percent", {
  enumerable: true,
  get: function () {
    return percent;
  }
});
Object.defineProperty(exports, "percentOf", {
  enumerable: true,
  get: function () {
    return percentOf;
  }
});
Object.defineProperty(exports, "plural", {
  enumerable: true,
  get: function () {
    return plural;
  }
});
Object.defineProperty(exports, "proseWidth", {
  enumerable: true,
  get: function () {
    return proseWidth;
  }
});
Object.defineProperty(exports, "ratioOf", {
  enumerable: true,
  get: function () {
    return ratioOf;
  }
});
Object.defineProperty(exports, "repairOf", {
  enumerable: true,
  get: function () {
    return repairOf;
  }
});
Object.defineProperty(exports, "repair_exports", {
  enumerable: true,
  get: function () {
    return repair_exports;
  }
});
Object.defineProperty(exports, "rewordable", {
  enumerable: true,
  get: function () {
    return rewordable;
  }
});
Object.defineProperty(exports, "rows", {
  enumerable: true,
  get: function () {
    return rows;
  }
});
Object.defineProperty(exports, "share", {
  enumerable: true,
  get: function () {
    return share;
  }
});
Object.defineProperty(exports, "statementFor", {
  enumerable: true,
  get: function () {
    return statementFor;
  }
});
Object.defineProperty(exports, "statementOf", {
  enumerable: true,
  get: function () {
    return statementOf;
  }
});
Object.defineProperty(exports, "titleOf", {
  enumerable: true,
  get: function () {
    return titleOf;
  }
});
Object.defineProperty(exports, "toldArgs", {
  enumerable: true,
  get: function () {
    return toldArgs;
  }
});
Object.defineProperty(exports, "width", {
  enumerable: true,
  get: function () {
    return width;
  }
});
Object.defineProperty(exports, "wrap", {
  enumerable: true,
  get: function () {
    return wrap;
  }
});