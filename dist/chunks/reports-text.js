"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_resting = require("./reports-resting.js");
const require_counted = require("./reports-counted.js");
const require_escape = require("./reports-escape.js");
const require_finding_text = require("./reports-finding-text.js");
const require_reports = require("./reports.js");
const require_verdict_text = require("./reports-verdict-text.js");
const require_paint = require("./reports-paint.js");

// src/reports/mend-text.ts
/** How to go on after commits failed: reword what is still one's own, or begin to judge after it. Nothing for a message. */
function* mendLines(report, { options, paint }) {
	const { commits, subject, verdict } = report;
	if (verdict !== "fail" || commits === null) return;
	const single = commits.count === 1;
	const way = options.repair === null ? newStart(subject, commits) : reword(options.repair, single);
	if (way === null) return;
	yield `\n${require_reports.wrap(way.prose, require_reports.proseWidth(options.columns) - 2).map((text) => `  ${text}\n`).join("")}    ${paint.cyan(way.line)}\n`;
}
function reword(repair, single) {
	return {
		prose: single ? "While this commit is not pushed yet, mark it as \"reword\" and mend its message:" : "While these commits are not pushed yet, mark those that failed as \"reword\" and mend their messages:",
		line: require_escape.shellCommand(repair)
	};
}
/** Only a whole history is left behind; commits upon a base are judged because somebody still can do something. */
function newStart(subject, commits) {
	if (commits.count <= 1 || require_reports.isUponBase(subject)) return null;
	return {
		prose: "What is published stays as it is. To judge only what comes after this history, write into the policy:",
		line: `baseline: { commit: ${commits.id(0)} }`
	};
}

// src/reports/history-text.ts
/** Commits named for a group: enough to see what it is about. The JSON report has all of them. */
const EXAMPLES = 3;
/** A subject longer than this is cut, so that a commit takes one line. */
const LONGEST_SUBJECT$1 = 72;
/** Many commits: the counts, each kind of failure once with example commits, and the verdict. */
function* historyText(report, context) {
	const { paint } = context;
	yield `${paint.bold("History")} ${require_escape.terminal(report.subject.label)}\n\n`;
	for (const line of figures(require_counted.countRows(report), report.counts.commits)) yield `${line}\n`;
	for (const finding of report.findings.filter(({ outcome }) => outcome === "fail" || outcome === "unknown")) yield `\n${require_finding_text.findingBlock(finding, context).join("\n")}\n`;
	const { own, resting } = require_resting.apart(require_resting.groupFindings(report, 3));
	for (const group of own) yield `\n${groupLines(group, context).join("\n")}\n`;
	if (resting.length > 0) yield `\n${require_resting.restingLines(resting, context).join("\n")}\n`;
	yield* mendLines(report, context);
	yield* require_verdict_text.noticeLines(report.notices, context);
	yield `\n${require_verdict_text.verdictLine(report, result(report), context)}\n`;
}
/** Name, number, share of all commits, remark. */
function figures(table, all) {
	const names = Math.max(...table.map(({ name }) => require_reports.width(name)));
	const numbers = Math.max(...table.map(({ number }) => require_reports.count(number).length));
	return table.map(({ name, number, remark }, index) => {
		const part = index === 0 ? "" : require_reports.share(number, all);
		return `  ${require_reports.pad(name, names)}  ${require_reports.pad(require_reports.count(number), numbers, "left")}  ${require_reports.pad(part, 7, "left")}  ${require_escape.terminal(remark)}`.trimEnd();
	});
}
function groupLines(group, context) {
	const { paint, options } = context;
	const title = paint.dim(`· ${require_escape.terminal(require_reports.titleOf(group.rule, options.metas))}`);
	const head = `  ${require_finding_text.markOf(group, paint)} ${paint.bold(require_escape.terminal(group.rule))} · ${require_reports.plural(group.commits, "commit")} ${title}`;
	const same = new Set(group.examples.map(({ finding }) => require_finding_text.sentence(finding, context))).size === 1;
	const table = groupRows(group, same, context);
	return [
		head,
		...require_reports.rows(table, {
			indent: 4,
			columns: options.columns,
			label: paint.dim
		}),
		...examples(group, same, context)
	];
}
/** What all commits of a group share; a command only where it is one commit's own. */
function groupRows(group, same, context) {
	const finding = group.examples[0]?.finding;
	if (finding === void 0) return [];
	const { metas } = context.options;
	const fix = same ? require_reports.fixOf(finding, metas) : `${metas.get(group.rule)?.fix ?? ""}${pendingOf(group)}`.trim();
	const table = same ? [{
		label: "what",
		text: require_finding_text.sentence(finding, context)
	}] : [];
	if (fix !== "") table.push({
		label: "fix",
		text: require_escape.terminal(fix)
	});
	const argv = group.commits === 1 ? require_reports.ownRepair(finding, metas) : null;
	if (argv !== null) table.push({
		label: "run",
		text: require_escape.shellCommand(argv),
		whole: true
	});
	return table;
}
/** Where commits differ their own notes are left out, but not the day from which they block. */
function pendingOf({ examples }) {
	const [day] = examples.flatMap(({ finding }) => finding.args.enforce_from ?? []);
	return day === void 0 ? "" : ` This blocks from ${day} on.`;
}
function examples(group, same, context) {
	const { paint, options } = context;
	const lines = group.examples.flatMap(({ id, finding }) => {
		const subject = require_escape.terminal(options.subject(id) ?? "", LONGEST_SUBJECT$1);
		const line = `    ${paint.yellow(id.slice(0, 10))}  ${subject}`.trimEnd();
		return same ? [line] : [line, `    ${" ".repeat(10)}  ${paint.dim(require_finding_text.sentence(finding, context))}`];
	});
	const rest = group.commits - group.examples.length;
	return rest > 0 ? [...lines, `    ${require_reports.pad("…", 10)}  ${paint.dim(`${require_reports.count(rest)} more`)}`] : lines;
}
function result({ counts }) {
	const all = require_reports.plural(counts.commits, "commit");
	if (counts.failed > 0) return `${require_reports.count(counts.failed)} of ${all} failed`;
	if (counts.undecided > 0) return `${require_reports.count(counts.undecided)} of ${all} undecided`;
	return `${all} judged`;
}

// src/reports/single-text.ts
/** A subject longer than this is cut: it is shown to be recognised, not to be read. */
const LONGEST_SUBJECT = 100;
/** One commit or message: what happened, each answer that needs somebody, what was waived, and the verdict. */
function* singleText(report, single, context) {
	const { findings } = single;
	yield `${headline(report, single, context)}\n`;
	const { own, resting } = require_resting.apart(ordered(findings.filter(needsSomebody)));
	for (const finding of own) yield `\n${require_finding_text.findingBlock(finding, context).join("\n")}\n`;
	if (resting.length > 0) yield `\n${require_resting.restingLines(resting, context).join("\n")}\n`;
	const lifted = findings.filter((finding) => finding.waiver !== void 0);
	if (lifted.length > 0) yield `\n${lifted.map((finding) => waiverLine(finding, context)).join("\n")}\n`;
	yield* mendLines(report, context);
	yield* require_verdict_text.noticeLines(report.notices.filter((notice) => !notice.startsWith("trusted-tree")), context);
	yield `\n${require_verdict_text.verdictLine(report, tally(findings), context)}\n`;
}
function headline(report, { id }, { paint, options }) {
	const what = nameOf(report, id);
	const known = report.subject.subject ?? (id === null ? null : options.subject(id));
	const subject = require_escape.terminal(known ?? "", LONGEST_SUBJECT);
	const tail = subject === "" ? "" : `: ${subject}`;
	switch (report.verdict) {
		case "pass": return `${paint.green("✓")} ${paint.bold(`${what} accepted`)}${tail}`;
		case "fail": return `${paint.red("✗")} ${paint.bold(`${what} rejected`)}${tail}`;
		case "undecided": return `${paint.yellow("?")} ${paint.bold(`${what} undecided`)}${tail}`;
	}
}
/** A pull request of one commit is judged as a pull request: its title counts, and what merging would make of it. */
function nameOf({ subject, proposal }, id) {
	if (proposal !== null) return `Pull request ${subject.label}`;
	if (id !== null) return `Commit ${id.slice(0, 10)}`;
	return subject.kind === "staged" ? "Staged changes" : "Commit";
}
function needsSomebody(finding) {
	return finding.outcome === "fail" || finding.outcome === "unknown";
}
/** What blocks first; otherwise as the rules answered. */
function ordered(findings) {
	return [...findings.filter((finding) => finding.blocking), ...findings.filter((finding) => !finding.blocking)];
}
function waiverLine(finding, context) {
	const waived = `waived by ${require_escape.clip(require_escape.terminal(finding.waiver ?? ""), LONGEST_SUBJECT)}`;
	const text = `${require_escape.terminal(finding.rule)} · ${waived} · ${require_finding_text.sentence(finding, context)}`;
	const [first = "", ...more] = require_reports.wrap(text, require_reports.proseWidth(context.options.columns) - 4);
	return [`  ${require_finding_text.markOf(finding, context.paint)} ${first}`, ...more.map((line) => `    ${line}`)].join("\n");
}
const TALLIED = [
	"failed",
	"unknown",
	"warned",
	"passed",
	"skipped"
];
function tally(findings) {
	const words = findings.map(word);
	return TALLIED.map((name) => [words.filter((one) => one === name).length, name]).filter(([number]) => number > 0).map(([number, name]) => `${number} ${name}`).join(", ");
}
function word({ outcome, blocking }) {
	switch (outcome) {
		case "fail": return blocking ? "failed" : "warned";
		case "unknown": return "unknown";
		case "pass": return "passed";
		case "skip": return "skipped";
	}
}

// src/reports/text.ts
var text_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	namedCommits: () => namedCommits,
	renderer: () => renderer
});
/** For people at a terminal or in a CI log. Everything from outside is escaped. */
function renderer(options) {
	return (report) => {
		const context = {
			options,
			paint: require_paint.painter(options.color)
		};
		const single = singleCommit(report);
		return {
			name: "report.txt",
			mediaType: "text/plain; charset=utf-8",
			body: single === null ? historyText(report, context) : singleText(report, single, context)
		};
	};
}
/** Ids of the commits that the text names, so that their subjects can be read before it is rendered. */
function namedCommits(report) {
	const single = singleCommit(report);
	if (single !== null) return single.id === null ? [] : [single.id];
	return [...new Set(require_resting.groupFindings(report, 3).flatMap(({ examples }) => examples.map(({ id }) => id)))];
}
/** A message, or a range of one commit: then every finding is about it. Null: a history. */
function singleCommit(report) {
	const { commits, findings, keys } = report;
	if (report.subject.kind === "commit-message" || report.subject.kind === "staged") return {
		id: null,
		findings
	};
	if (commits?.count !== 1) return null;
	return {
		id: commits.id(0),
		findings: [...findings, ...keys[commits.key(0)]?.findings ?? []]
	};
}

Object.defineProperty(exports, "namedCommits", {
  enumerable: true,
  get: function () {
    return namedCommits;
  }
});
Object.defineProperty(exports, "renderer", {
  enumerable: true,
  get: function () {
    return renderer;
  }
});
Object.defineProperty(exports, "text_exports", {
  enumerable: true,
  get: function () {
    return text_exports;
  }
});