"use strict";

const require_counted = require("./reports-counted.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_markdown_sections = require("./reports-markdown-sections.js");
const require_notices = require("./reports-notices.js");
const require_resting = require("./reports-resting.js");
const require_told = require("./reports-told.js");

// src/reports/problems.ts
/** Fails and unknowns with reasons of their own, the most important first. Those that only rest on another unknown are left out. */
function* problemsOf(report) {
	const hides = restingRules(report).length > 0;
	for (const told of require_told.toldFindings(report)) if (isProblem(told.finding) && !(hides && require_resting.isResting(told.finding))) yield told;
}
/** Rules that could not tell because another one couldn't; none where no other says why. */
function restingRules(report) {
	const all = [...report.findings, ...report.keys.flatMap((key) => key.findings)].filter(isProblem);
	return all.some((finding) => finding.outcome === "unknown" && !require_resting.isResting(finding)) ? [...new Set(all.filter(require_resting.isResting).map(({ rule }) => rule))] : [];
}
/** The same, each kind of answer once; what blocks first. `most`: examples of one. */
function groupedProblems(report, most) {
	const hides = restingRules(report).length > 0;
	const ofWhole = report.findings.map((finding) => ({
		finding,
		commits: 0,
		examples: []
	}));
	const ofCommits = require_resting.groupFindings(report, most).flatMap(({ commits, examples }) => {
		const [first] = examples;
		return first === void 0 ? [] : [{
			finding: first.finding,
			commits,
			examples
		}];
	});
	return [...ofWhole, ...ofCommits].filter(({ finding }) => isProblem(finding) && !(hides && require_resting.isResting(finding))).sort((a, b) => weight(b.finding) - weight(a.finding));
}
function isProblem(finding) {
	const severity = require_told.severityOf(finding);
	return severity === "error" || severity === "warning";
}
function weight({ outcome, blocking }) {
	return (blocking ? 2 : 0) + (outcome === "fail" ? 1 : 0);
}

// src/reports/summary.ts
/** Bytes that a step's summary may have: GitHub drops one of more than 1 MiB as a whole. */
const LIMIT = 1e6;
/**
* The report as Markdown for a job's page: the verdict, the numbers, what failed, tickets, waivers and what else there is to know.
* At most `limit` bytes of UTF-8 (from 8,192 on): rows are cut from the least important, and it says how many.
*/
function summaryMarkdown(report, options, limit = LIMIT) {
	const head = headOf(report, options);
	const foot = footOf(report);
	const sections = [
		problemSection(report, options),
		ticketSection(report),
		waiverSection(report),
		noticeSection(report)
	];
	return require_markdown_sections.fittedPage(head, sections, foot, limit);
}
function headOf(report, options) {
	const { sign, word, sentence } = require_reports.headlineOf(report);
	const numbers = require_counted.countRows(report).map(({ name, number, remark }, index) => require_markdown_sections.row([
		name,
		require_reports.count(number),
		index === 0 ? "" : require_reports.share(number, report.counts.commits),
		remark === "" ? "" : require_markdown_sections.prose(remark)
	]));
	const table = report.commits === null ? [] : [
		...require_markdown_sections.tableHead([
			"",
			"Number",
			"Share",
			""
		]),
		...numbers,
		""
	];
	return [
		`## ${sign} golden-thread: ${word}`,
		"",
		sentence,
		"",
		subjectLine(report, options),
		"",
		...table,
		""
	].join("\n");
}
function subjectLine({ subject, proposal }, { links }) {
	if (proposal === null) {
		const branch = subject.branch === null ? "" : ` on ${require_markdown_sections.code(subject.branch)}`;
		return `Judged: ${require_markdown_sections.code(subject.label)}${branch}`;
	}
	const { number, base, head, author } = proposal;
	const name = links?.change ? `[pull request ${number}](${links.change})` : `pull request ${number}`;
	const from = `${require_markdown_sections.code(head.branch)}${head.isFork ? " of a fork" : ""}`;
	return `Judged: ${name} by ${require_markdown_sections.prose(author)}, ${from} into ${require_markdown_sections.code(base.branch)}, by the policy of \`${base.commit.slice(0, 12)}\``;
}
function problemSection(report, options) {
	const resting = restingRules(report).map((rule) => require_markdown_sections.code(rule));
	return {
		title: "What failed or is not known",
		head: require_markdown_sections.tableHead([
			"",
			"Rule",
			"About",
			"Found",
			"Wanted",
			"Fix"
		]),
		rows: mapped(problemsOf(report), (told) => problemRow(told, options)),
		tail: resting.length === 0 ? "" : `Not known for that reason either: ${resting.join(", ")}.`
	};
}
function problemRow(told, options) {
	const { finding, commit } = told;
	const { title, found, wanted, fix, command } = require_markdown_sections.saidMarkdown(finding, options);
	const place = require_told.placeOf({
		finding,
		commit: null
	}, options);
	const where = commit === null ? require_markdown_sections.prose(place) : require_markdown_sections.commitLine(commit, options);
	const file = commit === null || finding.about.path === void 0 ? "" : `, ${require_markdown_sections.code(place)}`;
	return require_markdown_sections.row([
		require_markdown_sections.signOf(finding),
		require_markdown_sections.code(finding.rule),
		`${where}${file}`,
		found,
		wanted === "" ? title : wanted,
		[fix, command].filter((text) => text !== "").join("<br>")
	]);
}
function* mapped(list, change) {
	for (const one of list) yield change(one);
}
function ticketSection(report) {
	return {
		title: "Tickets",
		head: require_markdown_sections.tableHead([
			"Ticket",
			"Title",
			"State",
			"Told by",
			"Spec"
		]),
		rows: report.tickets().map(ticketRow),
		tail: ""
	};
}
/** Who told a ticket, in a reader's words. */
const SOURCES = {
	api: "its tracker",
	ledger: "the ledger",
	file: "a file of this repository"
};
function ticketRow({ key, remote, title, url, state, status, source, asOf, path, spec }) {
	const told = source === null ? "" : `${SOURCES[source]}${asOf === null ? "" : `, ${require_markdown_sections.prose(asOf)}`}`;
	return require_markdown_sections.row([
		`${link(require_markdown_sections.prose(key), url)} (${require_markdown_sections.prose(remote)})`,
		title === null ? "" : require_markdown_sections.prose(title),
		state === null ? require_markdown_sections.prose(status) : stateText(state),
		path === null ? told : require_markdown_sections.code(path),
		spec === null ? "" : `${spec.path === null ? spec.source : require_markdown_sections.code(spec.path)}, \`${spec.digest.slice(0, 12)}\``
	]);
}
function stateText({ name, category }) {
	return name === category ? require_markdown_sections.prose(name) : `${require_markdown_sections.prose(name)} (${require_markdown_sections.prose(category)})`;
}
function link(text, url) {
	const page = require_escape.pageOf(url);
	return page === null ? text : `[${text}](${page})`;
}
function waiverSection({ waivers }) {
	return {
		title: "Waivers of the base",
		head: require_markdown_sections.tableHead([
			"Waiver",
			"Rules",
			"Reason",
			"Approver",
			"Expires"
		]),
		rows: waivers.map(waiverRow),
		tail: ""
	};
}
function waiverRow({ id, rules, reason, incident, approver, proof, expires }) {
	const why = incident === void 0 ? reason : `${reason} (${incident})`;
	const who = proof === "proved" ? approver : `${approver} (declared)`;
	return require_markdown_sections.row([
		require_markdown_sections.code(id),
		rules.map(require_markdown_sections.code).join(", "),
		require_markdown_sections.prose(why),
		require_markdown_sections.prose(who),
		require_markdown_sections.prose(expires)
	]);
}
function noticeSection({ notices }) {
	return {
		title: "To know",
		head: [],
		rows: notices.map((notice) => `- ${require_markdown_sections.prose(require_notices.noticeText(notice))}`),
		tail: ""
	};
}
function footOf({ policySources, preset, policyDigest, decidedAt, tool }) {
	return `Policy: ${policySources.length === 0 ? "built in" : policySources.slice(0, 5).map(require_markdown_sections.code).join(" + ")}, preset ${require_markdown_sections.prose(preset)}, digest ${require_escape.markdownCode(policyDigest)}. Decided at ${require_markdown_sections.code(decidedAt)} by golden-thread ${require_markdown_sections.code(tool.version)}.\n`;
}

Object.defineProperty(exports, "SOURCES", {
  enumerable: true,
  get: function () {
    return SOURCES;
  }
});
Object.defineProperty(exports, "groupedProblems", {
  enumerable: true,
  get: function () {
    return groupedProblems;
  }
});
Object.defineProperty(exports, "restingRules", {
  enumerable: true,
  get: function () {
    return restingRules;
  }
});
Object.defineProperty(exports, "summaryMarkdown", {
  enumerable: true,
  get: function () {
    return summaryMarkdown;
  }
});