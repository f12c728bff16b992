"use strict";

// src/policy/fields.ts
/** Longest glob or path: git itself stops at 4,096 bytes a path. */
const LONGEST_PATH = 1024;
/** Wildcards of one glob; matching time grows with a power of their number. */
const MOST_WILDCARDS = 10;
const OID = /^(?:[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})$/;
const DATE = /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;
const INSIDE = /^(?![/!])(?!(?:.*\/)?\.{1,2}(?:\/|$))[^\\\u0000-\u001f\u007f]+$/;
/** A whole object id, SHA-1 or SHA-256, in any case. */
function oid(z) {
	return z.string().regex(OID, { error: "a whole commit id of 40 or 64 hex digits, in quotes" });
}
/** A calendar date that exists. */
function date(z) {
	const wanted = { error: "a date such as 2027-01-15" };
	return z.string().regex(DATE, wanted).refine(isDate, wanted);
}
/** `YYYY-MM-DD` of a day that the calendar has. */
function isDate(text) {
	if (!DATE.test(text)) return false;
	const [year = 0, month = 1, day = 1] = text.split("-").map(Number);
	return day <= ([
		31,
		year % 4 === 0 && year % 100 !== 0 || year % 400 === 0 ? 29 : 28,
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
	][month - 1] ?? 0);
}
/** A file or folder in the tree, root-relative, that can't leave it. */
function treePath(z) {
	return z.string().max(LONGEST_PATH, { error: `at most ${LONGEST_PATH} characters` }).regex(INSIDE, { error: "a path inside the repository, with / and without a leading / or .." });
}
/** A glob over root-relative paths: `*`, `**`, `?`, `[a-z]` and `{a,b}`, without negation. */
function glob(z) {
	return treePath(z).refine(hasBalancedBrackets, { error: "a glob whose brackets are all closed" }).refine((text) => (text.match(/[*?]+/g) ?? []).length <= MOST_WILDCARDS, { error: `a glob with at most ${MOST_WILDCARDS} wildcards` });
}
function hasBalancedBrackets(text) {
	const open = [];
	const closing = {
		"]": "[",
		"}": "{"
	};
	for (const letter of text) {
		const partner = closing[letter];
		if (partner === void 0) {
			if ("[{".includes(letter)) open.push(letter);
		} else if (open.pop() !== partner) return false;
	}
	return open.length === 0;
}
/** A name that people give: one line, no control characters, no blanks around it. */
function name(z) {
	return z.string().max(200, { error: "at most 200 characters" }).regex(/^(?! )[^\u0000-\u001f\u007f]+(?<! )$/, { error: "a name on one line" });
}
/** A length of time: `30m`, `24h`, `7d`. */
function duration(z) {
	return z.string().regex(/^[1-9][0-9]{0,4}[mhd]$/, { error: "a length of time such as 30m, 24h or 7d" });
}

Object.defineProperty(exports, "date", {
  enumerable: true,
  get: function () {
    return date;
  }
});
Object.defineProperty(exports, "duration", {
  enumerable: true,
  get: function () {
    return duration;
  }
});
Object.defineProperty(exports, "glob", {
  enumerable: true,
  get: function () {
    return glob;
  }
});
Object.defineProperty(exports, "name", {
  enumerable: true,
  get: function () {
    return name;
  }
});
Object.defineProperty(exports, "oid", {
  enumerable: true,
  get: function () {
    return oid;
  }
});
Object.defineProperty(exports, "treePath", {
  enumerable: true,
  get: function () {
    return treePath;
  }
});