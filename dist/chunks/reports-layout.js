"use strict";

// src/reports/escape.ts
/**
* The one place that makes text from outside safe for where it is shown. Subjects, branch names, ticket titles, paths
* and error messages of servers are all written by people whom the reader does not know.
*/
/** Controls, invisible and bidi characters, line separators and halves of surrogate pairs: what moves a cursor or hides text. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?![\uFE0E\uFE0F])\p{Default_Ignorable_Code_Point}/gu;
/** Commands that CI runners read from a log line: GitHub's `##[x]`, Azure's `##vso[x]`, TeamCity's `##teamcity[x]`. */
const LOG_COMMAND = /##(?=\[|vso\[|teamcity\[)/giu;
/** GitHub's `::x::`, after white space only. Text is wrapped at white space, so any word may come to begin a line. */
const WORKFLOW_COMMAND = /(?<=^|\s):{2,}/gu;
const NAMED = {
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
/** One line in which every character can be seen: `\n`, `\x1b`, `\u{202e}` stand for what would not show. */
function visible(text) {
	return text.replace(UNSEEN, (char) => NAMED[char] ?? codeOf(char));
}
function codeOf(char) {
	const code = char.codePointAt(0) ?? 0;
	return code <= 255 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
}
/** At most `limit` code points, the last one `…` where something was cut. */
function clip(text, limit) {
	if (text.length <= limit) return text;
	const points = Array.from(text.slice(0, 2 * limit + 2));
	return points.length <= limit ? text : `${points.slice(0, Math.max(0, limit - 1)).join("")}…`;
}
/** One line for a terminal or a CI log: nothing moves the cursor, nothing is read as a command of a CI runner. */
function terminal(text, limit = Number.POSITIVE_INFINITY) {
	const line = visible(text).replace(LOG_COMMAND, "# #").replace(WORKFLOW_COMMAND, (colons) => [...colons].join(" "));
	return limit === Number.POSITIVE_INFINITY ? line : clip(line, limit);
}
/** Text of several lines for a terminal: `terminal` for each line, tabs as they are. */
function terminalLines(text) {
	return text.split(/\r?\n/u).map((line) => line.split("	").map((part) => terminal(part)).join("	")).join("\n");
}
/** A command to copy: words of a POSIX shell, quoted where they need it. */
function shellCommand(argv) {
	return terminal(argv.map(shellWord).join(" "));
}
function shellWord(word) {
	return /^[\w./:@%+=,-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
/** JSON of one line, the same value to every reader; what would not show or a CI runner would obey is written `\\uXXXX`. */
function json(value) {
	return JSON.stringify(value).replace(UNSEEN, units).replace(LOG_COMMAND, (marks) => `${units("#")}${marks.slice(1)}`);
}
function units(text) {
	return text.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
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
	return `${(Math.floor(part * 1e3 / whole) / 10).toFixed(1)} %`;
}
/** `1 commit`, `2 commits`. */
function plural(value, noun) {
	return `${count(value)} ${noun}${value === 1 ? "" : "s"}`;
}

Object.defineProperty(exports, "clip", {
  enumerable: true,
  get: function () {
    return clip;
  }
});
Object.defineProperty(exports, "count", {
  enumerable: true,
  get: function () {
    return count;
  }
});
Object.defineProperty(exports, "json", {
  enumerable: true,
  get: function () {
    return json;
  }
});
Object.defineProperty(exports, "pad", {
  enumerable: true,
  get: function () {
    return pad;
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
Object.defineProperty(exports, "shellCommand", {
  enumerable: true,
  get: function () {
    return shellCommand;
  }
});
Object.defineProperty(exports, "terminal", {
  enumerable: true,
  get: function () {
    return terminal;
  }
});
Object.defineProperty(exports, "terminalLines", {
  enumerable: true,
  get: function () {
    return terminalLines;
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