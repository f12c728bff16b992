"use strict";

const require_escape = require("./reports-escape.js");
const require_paint = require("./reports-paint.js");
const require_prose = require("./reports-prose.js");
const require_repair = require("./reports-repair.js");
const require_notices = require("./reports-notices.js");
const require_statement = require("./reports-statement.js");

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
	return [head, ...require_paint.rows(table, {
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

// src/reports/mend-text.ts
/** How to go on after commits failed: reword what is still one's own, or begin to judge after it. Nothing for a message. */
function* mendLines(report, { options, paint }) {
	const { commits, subject, verdict } = report;
	if (verdict !== "fail" || commits === null) return;
	const single = commits.count === 1;
	const way = options.repair === null ? newStart(subject.label, commits) : reword(options.repair, single);
	if (way === null) return;
	yield `\n${require_paint.wrap(way.prose, require_paint.proseWidth(options.columns) - 2).map((text) => `  ${text}\n`).join("")}    ${paint.cyan(way.line)}\n`;
}
function reword(repair, single) {
	return {
		prose: single ? "While this commit is not pushed yet, mark it as \"reword\" and mend its message:" : "While these commits are not pushed yet, mark those that failed as \"reword\" and mend their messages:",
		line: require_escape.shellCommand(repair)
	};
}
/** Only a whole history is left behind; commits upon a base are judged because somebody still can do something. */
function newStart(label, commits) {
	if (commits.count <= 1 || require_repair.isRange(label)) return null;
	return {
		prose: "What is published stays as it is. To judge only what comes after this history, write into the policy:",
		line: `baseline: { commit: ${commits.id(0)} }`
	};
}

// src/reports/resting.ts
/** The code of rules that can't tell because another one couldn't (core/granting.ts). */
const RESTING = "not-known";
/** Answers with reasons of their own, and those that only rest on an unknown among them. Where none is, all stand for themselves. */
function apart(told) {
	const own = told.filter(({ code }) => code !== RESTING);
	if (!own.some(({ outcome }) => outcome === "unknown")) return {
		own: told,
		resting: []
	};
	return {
		own,
		resting: told.filter(({ code }) => code === RESTING)
	};
}
/** Those that rest on the others, in one sentence: each in full would say the same again. */
function restingLines(resting, { paint, options }) {
	const blocking = resting.some((one) => one.blocking);
	if (resting.length === 0) return [];
	const names = resting.map(({ rule }) => require_escape.terminal(rule)).join(", ");
	const [first = "", ...more] = require_paint.wrap(`Not known for that reason either: ${names}.`, require_paint.proseWidth(options.columns) - 4);
	return [`  ${markOf({
		outcome: "unknown",
		blocking
	}, paint)} ${first}`, ...more.map((line) => `    ${line}`)];
}

// src/reports/verdict-text.ts
/** Digits of a policy digest that people compare by eye; the JSON has all of them. */
const SHORT_DIGEST = 12;
/** The last line: the statement in one word, what it rests on, and the law in force. */
function verdictLine(report, summary, { paint }) {
	const statement = require_statement.statementOf(report);
	const parts = [
		summary,
		pendingOf$1(report),
		`policy ${lawOf(report)}`
	].filter((part) => part !== "");
	const shown = {
		PASSED: paint.green,
		WARNED: paint.yellow,
		FAILED: paint.red,
		UNKNOWN: paint.yellow
	}[statement];
	return `${paint.bold(shown(statement))}  ${parts.join(paint.dim(" · "))}`;
}
/** Among these warnings is one that will block: the day from which it does. */
function pendingOf$1({ findings, keys }) {
	const day = [...findings, ...keys.flatMap((key) => key.findings)].find(({ args }) => Object.hasOwn(args, "enforce_from"))?.args.enforce_from;
	return day === void 0 ? "" : `enforced from ${day} on`;
}
function lawOf(report) {
	return `${report.policySources.length === 0 ? "built in" : report.policySources.map((file) => require_escape.terminal(file)).join(" + ")} (${report.preset}) ${report.policyDigest.slice(0, SHORT_DIGEST)}`;
}
/** What a person should know and no rule says, one paragraph each; nothing where there is none. */
function* noticeLines(notices, { paint, options }) {
	if (notices.length > 0) yield "\n";
	for (const notice of notices) {
		const [first = "", ...more] = require_paint.wrap(require_escape.terminal(require_notices.noticeText(notice)), require_paint.proseWidth(options.columns) - 4);
		yield `  ${paint.cyan("i")} ${first}\n`;
		for (const line of more) yield `    ${line}\n`;
	}
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
	for (const line of summary(report)) yield `${line}\n`;
	for (const finding of report.findings.filter(({ outcome }) => outcome === "fail" || outcome === "unknown")) yield `\n${findingBlock(finding, context).join("\n")}\n`;
	const { own, resting } = apart(groupFindings(report, 3));
	for (const group of own) yield `\n${groupLines(group, context).join("\n")}\n`;
	if (resting.length > 0) yield `\n${restingLines(resting, context).join("\n")}\n`;
	yield* mendLines(report, context);
	yield* noticeLines(report.notices, context);
	yield `\n${verdictLine(report, result(report), context)}\n`;
}
/** Name, number, share of all commits, remark. Rows that say nothing are left out. */
function summary(report) {
	const { counts } = report;
	const exempt = Object.entries(counts.exempt).filter(([, number]) => number > 0);
	const table = [
		[
			"commits",
			counts.commits,
			report.subject.complete ? "" : "incomplete: git does not have all of them"
		],
		[
			"with a ticket",
			counts.referenced,
			""
		],
		[
			"passed",
			counts.passed,
			""
		],
		[
			"failed",
			counts.failed,
			""
		]
	];
	const more = [
		[
			"undecided",
			counts.undecided,
			""
		],
		[
			"exempt",
			total(exempt),
			exempt.map(([kind, number]) => `${require_escape.terminal(kind)} ${require_paint.count(number)}`).join(", ")
		],
		[
			"before baseline",
			counts.beforeBaseline,
			"not judged"
		],
		[
			"unproved",
			counts.unproved,
			"a bot's name without proof exempts nothing"
		],
		[
			"dated",
			counts.dated,
			"only the committer's date tells when they were decided"
		]
	];
	return figures([...table, ...more.filter(([, number]) => number > 0)], counts.commits);
}
function figures(table, all) {
	const names = Math.max(...table.map(([name]) => require_paint.width(name)));
	const numbers = Math.max(...table.map(([, number]) => require_paint.count(number).length));
	return table.map(([name, number, remark], index) => {
		const part = index === 0 ? "" : require_paint.share(number, all);
		return `  ${require_paint.pad(name, names)}  ${require_paint.pad(require_paint.count(number), numbers, "left")}  ${require_paint.pad(part, 7, "left")}  ${remark}`.trimEnd();
	});
}
function total(entries) {
	return entries.reduce((sum, [, number]) => sum + number, 0);
}
function groupLines(group, context) {
	const { paint, options } = context;
	const title = paint.dim(`· ${require_escape.terminal(require_prose.titleOf(group.rule, options.metas))}`);
	const head = `  ${markOf(group, paint)} ${paint.bold(require_escape.terminal(group.rule))} · ${require_paint.plural(group.commits, "commit")} ${title}`;
	const same = new Set(group.examples.map(({ finding }) => sentence(finding, context))).size === 1;
	const table = groupRows(group, same, context);
	return [
		head,
		...require_paint.rows(table, {
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
	const fix = same ? require_prose.fixOf(finding, metas) : `${metas.get(group.rule)?.fix ?? ""}${pendingOf(group)}`.trim();
	const table = same ? [{
		label: "what",
		text: sentence(finding, context)
	}] : [];
	if (fix !== "") table.push({
		label: "fix",
		text: require_escape.terminal(fix)
	});
	const argv = group.commits === 1 ? require_repair.ownRepair(finding, metas) : null;
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
		return same ? [line] : [line, `    ${" ".repeat(10)}  ${paint.dim(sentence(finding, context))}`];
	});
	const rest = group.commits - group.examples.length;
	return rest > 0 ? [...lines, `    ${require_paint.pad("…", 10)}  ${paint.dim(`${require_paint.count(rest)} more`)}`] : lines;
}
function result({ counts }) {
	const all = require_paint.plural(counts.commits, "commit");
	if (counts.failed > 0) return `${require_paint.count(counts.failed)} of ${all} failed`;
	if (counts.undecided > 0) return `${require_paint.count(counts.undecided)} of ${all} undecided`;
	return `${all} judged`;
}

// src/reports/single-text.ts
/** A subject longer than this is cut: it is shown to be recognised, not to be read. */
const LONGEST_SUBJECT = 100;
/** One commit or message: what happened, each answer that needs somebody, what was waived, and the verdict. */
function* singleText(report, single, context) {
	const { findings } = single;
	yield `${headline(report, single, context)}\n`;
	const { own, resting } = apart(ordered(findings.filter(needsSomebody)));
	for (const finding of own) yield `\n${findingBlock(finding, context).join("\n")}\n`;
	if (resting.length > 0) yield `\n${restingLines(resting, context).join("\n")}\n`;
	const lifted = findings.filter((finding) => finding.waiver !== void 0);
	if (lifted.length > 0) yield `\n${lifted.map((finding) => waiverLine(finding, context)).join("\n")}\n`;
	yield* mendLines(report, context);
	yield* noticeLines(report.notices.filter((notice) => !notice.startsWith("trusted-tree")), context);
	yield `\n${verdictLine(report, tally(findings), context)}\n`;
}
function headline(report, { id }, { paint, options }) {
	const staged = report.subject.kind === "staged" ? "Staged changes" : "Commit";
	const what = id === null ? staged : `Commit ${id.slice(0, 10)}`;
	const known = report.subject.subject ?? (id === null ? null : options.subject(id));
	const subject = require_escape.terminal(known ?? "", LONGEST_SUBJECT);
	const tail = subject === "" ? "" : `: ${subject}`;
	switch (report.verdict) {
		case "pass": return `${paint.green("✓")} ${paint.bold(`${what} accepted`)}${tail}`;
		case "fail": return `${paint.red("✗")} ${paint.bold(`${what} rejected`)}${tail}`;
		case "undecided": return `${paint.yellow("?")} ${paint.bold(`${what} undecided`)}${tail}`;
	}
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
	const text = `${require_escape.terminal(finding.rule)} · ${waived} · ${sentence(finding, context)}`;
	const [first = "", ...more] = require_paint.wrap(text, require_paint.proseWidth(context.options.columns) - 4);
	return [`  ${markOf(finding, context.paint)} ${first}`, ...more.map((line) => `    ${line}`)].join("\n");
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
	return [...new Set(groupFindings(report, 3).flatMap(({ examples }) => examples.map(({ id }) => id)))];
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

exports.namedCommits = namedCommits;
exports.renderer = renderer;