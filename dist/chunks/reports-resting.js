"use strict";

const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_finding_text = require("./reports-finding-text.js");

// src/reports/groups.ts
/** Groups the fails and unknowns of a history, what blocks first, then by number of commits. `most`: examples a group. */
function groupFindings(report, most) {
	const drafts = collect(report);
	addExamples(report, drafts, most);
	return drafts.map(({ first, commits, examples }) => {
		const { rule, code, outcome, blocking } = first;
		return {
			rule,
			code,
			outcome,
			blocking,
			commits,
			examples
		};
	}).sort((a, b) => weight(b) - weight(a) || b.commits - a.commits || compare(a.rule, b.rule) || compare(a.code, b.code));
}
function collect(report) {
	const drafts = /* @__PURE__ */ new Map();
	report.keys.forEach((key, index) => {
		for (const finding of key.findings) {
			if (finding.outcome !== "fail" && finding.outcome !== "unknown") continue;
			const name = [
				finding.rule,
				finding.code,
				finding.outcome,
				finding.blocking
			].join("\n");
			const draft = drafts.get(name) ?? {
				first: finding,
				commits: 0,
				byKey: /* @__PURE__ */ new Map(),
				examples: []
			};
			drafts.set(name, draft);
			if (draft.byKey.has(index)) continue;
			draft.byKey.set(index, finding);
			draft.commits += key.count;
		}
	});
	return [...drafts.values()];
}
/** One walk over the columns, newest first, that ends as soon as every group has its examples. */
function addExamples(report, drafts, most) {
	const { commits } = report;
	if (commits === null) return;
	let wanting = drafts.filter((draft) => draft.commits > 0);
	for (let index = 0; index < commits.count && wanting.length > 0; index++) {
		const key = commits.key(index);
		for (const draft of wanting) {
			const finding = draft.byKey.get(key);
			if (finding !== void 0) draft.examples.push({
				id: commits.id(index),
				finding
			});
		}
		wanting = wanting.filter((draft) => draft.examples.length < Math.min(most, draft.commits));
	}
}
function weight(group) {
	return (group.blocking ? 2 : 0) + (group.outcome === "fail" ? 1 : 0);
}
function compare(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}

// src/reports/resting.ts
/** The code of rules that can't tell because another one couldn't (core/granting.ts). */
const RESTING = "not-known";
/** Whether an answer only says that another one is not known. */
function isResting({ code }) {
	return code === RESTING;
}
/** Answers with reasons of their own, and those that only rest on an unknown among them. Where none is, all stand for themselves. */
function apart(told) {
	const own = told.filter((one) => !isResting(one));
	if (!own.some(({ outcome }) => outcome === "unknown")) return {
		own: told,
		resting: []
	};
	return {
		own,
		resting: told.filter(isResting)
	};
}
/** Those that rest on the others, in one sentence: each in full would say the same again. */
function restingLines(resting, { paint, options }) {
	const blocking = resting.some((one) => one.blocking);
	if (resting.length === 0) return [];
	const names = resting.map(({ rule }) => require_escape.terminal(rule)).join(", ");
	const [first = "", ...more] = require_reports.wrap(`Not known for that reason either: ${names}.`, require_reports.proseWidth(options.columns) - 4);
	return [`  ${require_finding_text.markOf({
		outcome: "unknown",
		blocking
	}, paint)} ${first}`, ...more.map((line) => `    ${line}`)];
}

Object.defineProperty(exports, "apart", {
  enumerable: true,
  get: function () {
    return apart;
  }
});
Object.defineProperty(exports, "groupFindings", {
  enumerable: true,
  get: function () {
    return groupFindings;
  }
});
Object.defineProperty(exports, "isResting", {
  enumerable: true,
  get: function () {
    return isResting;
  }
});
Object.defineProperty(exports, "restingLines", {
  enumerable: true,
  get: function () {
    return restingLines;
  }
});