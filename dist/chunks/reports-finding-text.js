"use strict";

const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");

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
	return require_reports.messageOf(finding, context.options.metas, (text) => require_escape.terminal(text, LONGEST_ARGUMENT));
}
/** A fail or unknown in full: rule, what was found and wanted, who can change it, why it matters, and how to go on. */
function findingBlock(finding, context) {
	const { paint, options } = context;
	const title = paint.dim(`· ${require_escape.terminal(require_reports.titleOf(finding.rule, options.metas))}`);
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
	return [head, ...require_reports.rows(table, {
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
	const told = require_reports.toldArgs(finding, options.metas);
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
	const note = require_reports.fixOf(finding, options.metas);
	const table = note === "" ? [] : [{
		label: "fix",
		text: require_escape.terminal(note)
	}];
	const argv = require_reports.ownRepair(finding, options.metas);
	if (argv !== null) table.push({
		label: "run",
		text: require_escape.shellCommand(argv),
		whole: true
	});
	return table;
}

Object.defineProperty(exports, "findingBlock", {
  enumerable: true,
  get: function () {
    return findingBlock;
  }
});
Object.defineProperty(exports, "markOf", {
  enumerable: true,
  get: function () {
    return markOf;
  }
});
Object.defineProperty(exports, "sentence", {
  enumerable: true,
  get: function () {
    return sentence;
  }
});