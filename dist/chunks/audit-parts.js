"use strict";

// src/audit/parts.ts
/** Every part, in the order in which reports tell them. */
const PARTS = [
	"messages",
	"paths",
	"lines",
	"tree",
	"blame",
	"proposals",
	"tickets"
];
/** Above so many commits it takes git minutes to say what each of them changed, so that is done only where it is asked for. */
const MOST_COUNTED = 2e4;
/** Parts that cost little, however long a history is. */
const CHEAP_PARTS = [
	"messages",
	"tree",
	"tickets"
];
/** Parts that are asked for by themselves, of a history of so many commits. */
function defaultParts(commits) {
	return new Set(commits > MOST_COUNTED ? CHEAP_PARTS : [
		...CHEAP_PARTS,
		"paths",
		"lines"
	]);
}
const DONE = {
	state: "done",
	why: "",
	fix: null
};
/** What is looked at: the parts of the request or those by default, what is wanted beside them, and not what is left out. */
function askedParts({ parts, more = NO_PARTS, without = NO_PARTS }, commits) {
	const wanted = [...parts ?? defaultParts(commits), ...more];
	return new Set(wanted.filter((part) => !without.has(part)));
}
const NO_PARTS = /* @__PURE__ */ new Set();
/** The states of all parts: what was asked for and lacks nothing is done. */
function statesOf(asked, lacks) {
	return PARTS.map((part) => ({
		part,
		...asked.has(part) ? lacks[part] ?? DONE : notAsked(part)
	}));
}
function notAsked(part) {
	return {
		state: "not-asked",
		why: "Nobody asked for it.",
		fix: [
			"golden-thread",
			"audit",
			"--with",
			part
		]
	};
}
const WORST = [
	"unavailable",
	"partial",
	"done",
	"not-asked"
];
/** The states of several partials as one's: what one of them lacks, all lack. */
function worstStates(all) {
	return PARTS.flatMap((part) => {
		const states = all.flatMap((one) => one.filter((state) => state.part === part));
		const worst = WORST.find((name) => states.some(({ state }) => state === name));
		return states.find(({ state }) => state === worst) ?? [];
	});
}

Object.defineProperty(exports, "PARTS", {
  enumerable: true,
  get: function () {
    return PARTS;
  }
});
Object.defineProperty(exports, "askedParts", {
  enumerable: true,
  get: function () {
    return askedParts;
  }
});
Object.defineProperty(exports, "statesOf", {
  enumerable: true,
  get: function () {
    return statesOf;
  }
});
Object.defineProperty(exports, "worstStates", {
  enumerable: true,
  get: function () {
    return worstStates;
  }
});