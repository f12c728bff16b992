"use strict";

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

Object.defineProperty(exports, "count", {
  enumerable: true,
  get: function () {
    return count;
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