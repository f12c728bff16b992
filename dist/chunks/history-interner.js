"use strict";

const require_git = require("./git.js");
const require_claims = require("./git-claims.js");
const require_results = require("./store-results.js");

// src/core/by-text.ts
/** Order by code unit, so that no locale changes a report. */
function byText(a, b) {
	return a < b ? -1 : Number(a > b);
}

// src/git/named-change.ts
/** As GitHub's button puts it behind the title of a squash, and of a merge where the repository says so. */
const BEHIND = /\(#(\d{1,9})\)$/;
/** GitHub and Bitbucket Data Center; Azure Repos without the sign, where a pull request completes by itself. */
const MERGE = /^Merge pull request #?(\d{1,9}) (?:from|in) /;
/** Azure Repos, merge and squash. */
const MERGED_PR = /^Merged PR (\d{1,9}): /;
/** Bitbucket Cloud. */
const MERGED_IN = /^Merged in .* \(pull request #(\d{1,9})\)$/;
/** Bitbucket Data Center from version 7 on, with `Merge in` below. */
const PULL = /^Pull request #(\d{1,9}): /;
const MERGE_IN = /\n\n *Merge in /;
/** GitLab, below the message. */
const REQUEST = /\bSee merge request \S*!(\d{1,9})/;
/**
* The number of the pull request that brought a commit, as its forge wrote it into the message; null: it does not say. Only GitHub and GitLab
* document theirs ("Configuring commit squashing", "Commit message templates"); the others are those that GitVersion reads (`MergeMessage`, and its issue 1543).
*/
function changeIn(message) {
	const end = message.indexOf("\n");
	const subject = (end < 0 ? message : message.slice(0, end)).trimEnd();
	const number = atFront(subject, message) ?? (subject.endsWith(")") ? BEHIND.exec(subject) : null) ?? (message.includes("See merge request ") ? REQUEST.exec(message) : null);
	return number === null ? null : Number(number[1]);
}
/** Most messages begin otherwise, and are not looked at any further. */
function atFront(subject, message) {
	if (subject.startsWith("Merge")) return MERGE.exec(subject) ?? MERGED_PR.exec(subject) ?? MERGED_IN.exec(subject);
	return subject.startsWith("Pull") && MERGE_IN.test(message) ? PULL.exec(subject) : null;
}

// src/history/kin.ts
const UNDONE_PULL = /^[ \t]*Reverts (?:[\w.-]+\/[\w.-]+)?#(\d{1,9})\s*$/gm;
const BACKPORT = /\bbackport(?:s|ed)?\b/i;
/**
* The same as a text of words, empty for most commits: `j` joins, `r` reverts, `u` undoes, `p` picks, each with its id or number; `b`,
* `a`; `c` and the number of the pull request.
*/
function kinText(line, isClaim) {
	const { message, joins } = line;
	const end = message.indexOf("\n");
	const subject = end < 0 ? message : message.slice(0, end);
	const words = joins.map((id) => `j${id}`);
	if (isClaim) {
		const claims = require_claims.claimsIn(require_git.decodeText(require_results.plainMessage(line, message), line.encoding));
		words.push(...claims.reverts.map(({ id }) => `r${id}`), ...claims.picks.map((id) => `p${id}`));
		if (claims.amends !== null) words.push("a");
	}
	if (message.includes("Reverts ")) for (const [, number] of message.matchAll(UNDONE_PULL)) words.push(`u${number}`);
	if (BACKPORT.test(subject)) words.push("b");
	const change = changeIn(message);
	if (change !== null) words.push(`c${change}`);
	return words.join(" ");
}
/** Reads what `kinText` wrote. */
function kinIn(text) {
	const words = text === "" ? [] : text.split(" ");
	const behind = (mark) => words.filter((word) => word.startsWith(mark) && word.length > 1).map((word) => word.slice(1));
	const [change] = behind("c");
	return {
		joins: behind("j"),
		reverts: behind("r"),
		undoes: behind("u").map(Number),
		picks: behind("p"),
		backport: words.includes("b"),
		amends: words.includes("a"),
		change: change === void 0 ? null : Number(change)
	};
}
/** Whether it is that of a merge: what it joins comes first. */
function isJoin(text) {
	return text.startsWith("j");
}
/** The same `change` alone: it is the last word, so the others need not be read. */
function changeOf(text) {
	const start = text.lastIndexOf(" ") + 1;
	return text[start] === "c" ? Number(text.slice(start + 1)) : null;
}

// src/history/texts.ts
/** Bytes before the first growth; short ranges then never copy. */
const FIRST_BYTES = 65536;
const FIRST_ROWS = 1024;
/** Opens an empty collection. */
function openTexts() {
	let bytes = Buffer.alloc(FIRST_BYTES);
	let ends = new Float64Array(FIRST_ROWS);
	let [length, count] = [0, 0];
	return {
		add(latin1) {
			if (length + latin1.length > bytes.length) {
				const larger = Buffer.alloc(bytes.length + Math.max(bytes.length, latin1.length));
				larger.set(bytes);
				bytes = larger;
			}
			if (count === ends.length) {
				const larger = new Float64Array(ends.length * 2);
				larger.set(ends);
				ends = larger;
			}
			length += bytes.write(latin1, length, "latin1");
			ends[count++] = length;
		},
		view: () => ({
			bytes: bytes.subarray(0, length),
			ends: ends.subarray(0, count)
		})
	};
}
/** Reads texts by their index; bytes that are no UTF-8 become U+FFFD. Open it once where many are read. */
function readTexts({ bytes, ends }) {
	const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	return (index) => {
		const start = index === 0 ? 0 : ends[index - 1] ?? 0;
		const end = ends[index] ?? 0;
		return start === end ? "" : all.toString("utf8", start, end);
	};
}
/** The named texts, in the given order. */
function selectTexts({ bytes, ends }, rows) {
	const own = new Float64Array(rows.length);
	let total = 0;
	rows.forEach((row, index) => {
		total += (ends[row] ?? 0) - (row === 0 ? 0 : ends[row - 1] ?? 0);
		own[index] = total;
	});
	const picked = new Uint8Array(total);
	rows.forEach((row, index) => {
		const start = row === 0 ? 0 : ends[row - 1] ?? 0;
		picked.set(bytes.subarray(start, ends[row] ?? 0), index === 0 ? 0 : own[index - 1] ?? 0);
	});
	return {
		bytes: picked,
		ends: own
	};
}
/** Two collections as one; the second's texts come last. */
function joinTexts(first, second) {
	const moved = second.ends.map((end) => end + first.bytes.length);
	const ends = new Float64Array(first.ends.length + moved.length);
	ends.set(first.ends);
	ends.set(moved, first.ends.length);
	return {
		bytes: Buffer.concat([first.bytes, second.bytes]),
		ends
	};
}

// src/history/interner.ts
/** Starts with the given texts, e.g. those of a stored history. */
function openInterner(known = []) {
	const texts = [...known];
	const numbers = new Map(texts.map((text, index) => [text, index]));
	return {
		texts,
		number(text, copy) {
			const before = numbers.get(text);
			if (before !== void 0) return before;
			const kept = copy === void 0 ? text : copy(text);
			numbers.set(kept, texts.length);
			return texts.push(kept) - 1;
		}
	};
}

Object.defineProperty(exports, "byText", {
  enumerable: true,
  get: function () {
    return byText;
  }
});
Object.defineProperty(exports, "changeIn", {
  enumerable: true,
  get: function () {
    return changeIn;
  }
});
Object.defineProperty(exports, "changeOf", {
  enumerable: true,
  get: function () {
    return changeOf;
  }
});
Object.defineProperty(exports, "isJoin", {
  enumerable: true,
  get: function () {
    return isJoin;
  }
});
Object.defineProperty(exports, "joinTexts", {
  enumerable: true,
  get: function () {
    return joinTexts;
  }
});
Object.defineProperty(exports, "kinIn", {
  enumerable: true,
  get: function () {
    return kinIn;
  }
});
Object.defineProperty(exports, "kinText", {
  enumerable: true,
  get: function () {
    return kinText;
  }
});
Object.defineProperty(exports, "openInterner", {
  enumerable: true,
  get: function () {
    return openInterner;
  }
});
Object.defineProperty(exports, "openTexts", {
  enumerable: true,
  get: function () {
    return openTexts;
  }
});
Object.defineProperty(exports, "readTexts", {
  enumerable: true,
  get: function () {
    return readTexts;
  }
});
Object.defineProperty(exports, "selectTexts", {
  enumerable: true,
  get: function () {
    return selectTexts;
  }
});