"use strict";

const require_escape = require("./reports-escape.js");
const require_layout = require("./reports-layout.js");
const require_prose = require("./reports-prose.js");
const require_repair = require("./reports-repair.js");

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

// src/reports/finding-text.ts
/** An argument longer than this is cut: a name or path that nobody can read at a glance. */
const LONGEST_ARGUMENT = 200;
/** Arguments with a line of their own, in this order. */
const FACTS = [
	"title",
	"url",
	"found",
	"wanted"
];
/** How an outcome is marked: by sign first, so that it can be read without colours. */
function markOf(finding, paint) {
	switch (finding.outcome) {
		case "fail": return finding.blocking ? paint.red("✗") : paint.yellow("!");
		case "unknown": return finding.blocking ? paint.red("?") : paint.yellow("?");
		case "pass": return paint.green("✓");
		case "skip": return paint.dim("-");
	}
}
/** The sentence for a finding, safe for a terminal. */
function sentence(finding, context) {
	return require_prose.messageOf(finding, context.options.metas, (text) => require_escape.terminal(text, LONGEST_ARGUMENT));
}
/** A fail or unknown in full: rule, what was found and wanted, who can change it, why it matters, and how to go on. */
function findingBlock(finding, context) {
	const { paint, options } = context;
	const title = paint.dim(`· ${require_escape.terminal(require_prose.titleOf(finding.rule, options.metas))}`);
	const head = `  ${markOf(finding, paint)} ${paint.bold(require_escape.terminal(finding.rule))} ${title}`;
	const table = [
		{
			label: "what",
			text: sentence(finding, context)
		},
		...placeRows(finding),
		...factRows(finding, context),
		...metaRows(finding, context),
		...fixRows(finding, context)
	];
	return [head, ...require_layout.rows(table, {
		indent: 4,
		columns: options.columns,
		label: paint.dim
	})];
}
/** The file and line, as editors and terminals make links of them; a path alone mostly stands in the sentence. */
function placeRows({ about: { path, line } }) {
	return path === void 0 || line === void 0 ? [] : [{
		label: "where",
		text: `${require_escape.terminal(path)}:${line}`,
		whole: true
	}];
}
/** Arguments with a line of their own, unless the sentence tells them. */
function factRows(finding, { options }) {
	const told = require_prose.toldArgs(finding, options.metas);
	return FACTS.filter((label) => Object.hasOwn(finding.args, label) && !told.includes(label)).map((label) => ({
		label,
		text: require_escape.terminal(String(finding.args[label]), LONGEST_ARGUMENT)
	}));
}
/** Who can change it and why it matters: the same for every finding of a rule. */
function metaRows(finding, { options }) {
	const { who, why } = options.metas.get(finding.rule) ?? {};
	return [...who === void 0 ? [] : [{
		label: "who",
		text: require_escape.terminal(who)
	}], ...why === void 0 ? [] : [{
		label: "why",
		text: require_escape.terminal(why)
	}]];
}
function fixRows(finding, { options }) {
	const note = require_prose.fixOf(finding, options.metas);
	const table = note === "" ? [] : [{
		label: "fix",
		text: require_escape.terminal(note)
	}];
	const argv = require_repair.ownRepair(finding, options.metas);
	if (argv !== null) table.push({
		label: "run",
		text: require_escape.shellCommand(argv),
		whole: true
	});
	return table;
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
	const [first = "", ...more] = require_layout.wrap(`Not known for that reason either: ${names}.`, require_layout.proseWidth(options.columns) - 4);
	return [`  ${markOf({
		outcome: "unknown",
		blocking
	}, paint)} ${first}`, ...more.map((line) => `    ${line}`)];
}

// src/reports/counted.ts
/** The numbers of a report in the order in which they are read; the first is all of them. Rows that say nothing are left out. */
function countRows({ counts, subject }) {
	const exempt = exemptions({ counts });
	const all = exempt.reduce((sum, [, number]) => sum + number, 0);
	const kinds = exempt.map(([kind, number]) => `${kind} ${require_layout.count(number)}`).join(", ");
	const incomplete = subject.complete ? "" : "incomplete: git does not have all of them";
	const table = [
		{
			name: "commits",
			number: counts.commits,
			remark: incomplete
		},
		{
			name: "with a ticket",
			number: counts.referenced,
			remark: ""
		},
		{
			name: "passed",
			number: counts.passed,
			remark: ""
		},
		{
			name: "failed",
			number: counts.failed,
			remark: ""
		}
	];
	const more = [
		{
			name: "undecided",
			number: counts.undecided,
			remark: ""
		},
		{
			name: "exempt",
			number: all,
			remark: kinds
		},
		{
			name: "before baseline",
			number: counts.beforeBaseline,
			remark: "not judged"
		},
		{
			name: "unproved",
			number: counts.unproved,
			remark: "a bot's name without proof exempts nothing"
		},
		{
			name: "dated",
			number: counts.dated,
			remark: "only the committer's date tells when they were decided"
		}
	];
	return [...table, ...more.filter(({ number }) => number > 0)];
}
/** The kinds of exemptions that there are, with their numbers of commits. */
function exemptions({ counts }) {
	return Object.entries(counts.exempt).filter(([, number]) => number > 0);
}

Object.defineProperty(exports, "apart", {
  enumerable: true,
  get: function () {
    return apart;
  }
});
Object.defineProperty(exports, "countRows", {
  enumerable: true,
  get: function () {
    return countRows;
  }
});
Object.defineProperty(exports, "findingBlock", {
  enumerable: true,
  get: function () {
    return findingBlock;
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
Object.defineProperty(exports, "markOf", {
  enumerable: true,
  get: function () {
    return markOf;
  }
});
Object.defineProperty(exports, "restingLines", {
  enumerable: true,
  get: function () {
    return restingLines;
  }
});
Object.defineProperty(exports, "sentence", {
  enumerable: true,
  get: function () {
    return sentence;
  }
});