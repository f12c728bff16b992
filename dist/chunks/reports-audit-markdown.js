"use strict";

const require_controls = require("./controls.js");
const require_support = require("./controls-support.js");
const require_audit_rows = require("./reports-audit-rows.js");
const require_counted = require("./reports-counted.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_markdown_sections = require("./reports-markdown-sections.js");
const require_notices = require("./reports-notices.js");
const require_page_links = require("./reports-page-links.js");

// src/reports/audit-markdown.ts
/** Bytes of the page: as a step's summary of GitHub may have, which drops one of more than 1 MiB as a whole. */
const LIMIT = 1e6;
/** Folders and authors that are worth a row: those with the most commits that nothing covers. */
const WORST = 20;
/** An audit as a page of Markdown: the verdict, coverage, gaps, waivers, what was not evaluated, and what it supports of controls. */
const renderer = (options) => (audit) => ({
	name: "report.md",
	mediaType: "text/markdown; charset=utf-8",
	body: [auditMarkdown(audit, options)]
});
function auditMarkdown(audit, options) {
	const sections = [
		gapSection(audit),
		waiverSection(audit),
		unseenSection(audit),
		groupSection("Authors with uncovered commits", audit.authors),
		groupSection("Folders with uncovered commits", audit.folders),
		evidenceSection(audit, options),
		controlSection(audit, options),
		noticeSection(audit)
	];
	return require_markdown_sections.fittedPage(headOf(audit), sections, footOf(audit), LIMIT);
}
function headOf(audit) {
	const { sign, word, sentence } = require_audit_rows.auditHeadline(audit);
	const numbers = require_counted.countRows(audit.report).map(({ name, number, remark }, index) => require_markdown_sections.row([
		name,
		require_reports.count(number),
		index === 0 ? "" : require_reports.share(number, audit.report.counts.commits),
		require_markdown_sections.prose(remark)
	]));
	const covered = require_audit_rows.coverageRows(audit.coverage).map(({ name, part, percent }) => require_markdown_sections.row([
		name,
		part,
		percent
	]));
	return [
		`## ${sign} golden-thread audit: ${word}`,
		"",
		sentence,
		"",
		scopeLine(audit),
		"",
		...require_markdown_sections.tableHead([
			"Coverage",
			"",
			"Share"
		]),
		...covered,
		"",
		...require_markdown_sections.tableHead([
			"",
			"Number",
			"Share",
			""
		]),
		...numbers,
		"",
		""
	].join("\n");
}
function scopeLine({ scope, asOf }) {
	const { repository, ref, tip, since, complete } = scope;
	return [
		repository === null ? "This repository" : repositoryLink(repository),
		ref === null ? "" : `, ${require_markdown_sections.code(ref)}`,
		tip === null ? "" : ` at ${tipLink(scope, tip)}`,
		since === null ? ", all of its history" : `, commits since ${require_markdown_sections.code(since)}`,
		`, as of ${require_markdown_sections.code(asOf)}.`,
		complete ? "" : " **A shallow clone hides commits: this is not all of them.**"
	].join("");
}
function repositoryLink(repository) {
	const page = require_escape.pageOf(repository);
	return page === null ? require_markdown_sections.prose(repository) : `[${require_markdown_sections.prose(page)}](${page})`;
}
function tipLink(scope, tip) {
	const page = require_page_links.linkTo(require_page_links.pageLinks(scope)?.commit, tip);
	const short = require_markdown_sections.code(tip.slice(0, 10));
	return page === null ? short : `[${short}](${page})`;
}
function gapSection(audit) {
	return {
		title: "Where the thread breaks",
		head: require_markdown_sections.tableHead([
			"Gap",
			"Number",
			"For example",
			"See it"
		]),
		rows: require_audit_rows.gapRows(audit).map(({ title, number, examples, command }) => require_markdown_sections.row([
			title,
			require_reports.count(number),
			examples.map(linked).join("<br>"),
			command === null ? "" : require_markdown_sections.code(require_escape.shellCommand(command))
		])),
		tail: ""
	};
}
function linked({ text, page }) {
	return page === null ? require_markdown_sections.prose(text) : `[${require_markdown_sections.prose(text)}](${page})`;
}
function waiverSection(audit) {
	return {
		title: "Waivers",
		head: require_markdown_sections.tableHead([
			"Waiver",
			"State",
			"Expires",
			"Lifted",
			"Rules",
			"Reason",
			"Approver",
			"Follow-up"
		]),
		rows: require_audit_rows.waiverRows(audit).map(({ waiver, state, lifted }) => {
			const { id, expires, rules, reason, incident, approver, proof, follow_up = "" } = waiver;
			return require_markdown_sections.row([
				require_markdown_sections.code(id),
				state === "overdue" ? "**overdue**" : state,
				require_markdown_sections.prose(expires),
				require_reports.count(lifted),
				rules.map(require_markdown_sections.code).join(", "),
				require_markdown_sections.prose(incident === void 0 ? reason : `${reason} (${incident})`),
				require_markdown_sections.prose(proof === "proved" ? approver : `${approver} (declared)`),
				require_markdown_sections.prose(follow_up)
			]);
		}),
		tail: ""
	};
}
function unseenSection(audit) {
	return {
		title: "What was not evaluated",
		head: require_markdown_sections.tableHead([
			"Part",
			"State",
			"Why",
			"Look at it"
		]),
		rows: require_audit_rows.unseenRows(audit).map(({ name, state, why, fix }) => require_markdown_sections.row([
			name,
			state,
			require_markdown_sections.prose(why),
			fix === null ? "" : require_markdown_sections.code(require_escape.shellCommand(fix))
		])),
		tail: ""
	};
}
function groupSection(title, groups) {
	const uncovered = groups.map((group) => ({
		...group,
		open: group.unauthorised + group.unreferenced + group.unknown
	})).filter(({ open }) => open > 0).sort((one, other) => other.open - one.open || (one.name < other.name ? -1 : 1));
	return {
		title,
		head: require_markdown_sections.tableHead([
			"",
			"Commits",
			"Authorised",
			"Exempt",
			"Uncovered"
		]),
		rows: uncovered.slice(0, WORST).map(({ name, commits, authorised, exempt, open }) => require_markdown_sections.row([
			require_markdown_sections.prose(name),
			require_reports.count(commits),
			require_reports.count(authorised),
			require_reports.count(exempt),
			require_reports.count(open)
		])),
		tail: uncovered.length > WORST ? `${require_reports.count(uncovered.length - WORST)} more are in report.json.` : ""
	};
}
function evidenceSection(audit, { proofs }) {
	return {
		title: "Evidence",
		head: require_markdown_sections.tableHead([
			"",
			"What",
			"State",
			"Rests on"
		]),
		rows: require_controls.auditEvidence(audit, proofs).map(({ id, name, state, said }) => require_markdown_sections.row([
			id,
			name,
			state,
			require_markdown_sections.prose(said)
		])),
		tail: ""
	};
}
function controlSection(audit, { proofs, controls }) {
	return {
		title: "Controls that this supports",
		head: require_markdown_sections.tableHead([
			"Framework",
			"Item",
			"Asks",
			"Evidence",
			"State",
			"Strength",
			"What is missing"
		]),
		rows: require_support.supportsOf(require_controls.auditEvidence(audit, proofs), controls).map((one) => require_markdown_sections.row([
			require_markdown_sections.prose(one.framework),
			require_markdown_sections.prose(one.item),
			require_markdown_sections.prose(one.asks),
			one.evidence.join(", "),
			one.state,
			one.strength,
			require_markdown_sections.prose(one.missing)
		])),
		tail: "Supports, never satisfies: whether a control is met is an assessor's to say."
	};
}
function noticeSection({ report }) {
	return {
		title: "To know",
		head: [],
		rows: report.notices.map((notice) => `- ${require_markdown_sections.prose(require_notices.noticeText(notice))}`),
		tail: ""
	};
}
function footOf({ report, ledger }) {
	const { policySources, preset, policyDigest, tool } = report;
	const from = policySources.length === 0 ? "built in" : policySources.slice(0, 5).map(require_markdown_sections.code).join(" + ");
	const told = ledger === null ? "" : ` Tickets by the ledger ${require_markdown_sections.code(ledger.digest.slice(0, 12))} of ${require_markdown_sections.code(ledger.signer)}, issued at ${require_markdown_sections.code(ledger.issuedAt)}.`;
	return `Policy: ${from}, preset ${require_markdown_sections.prose(preset)}, digest ${require_escape.markdownCode(policyDigest)}.${told} By golden-thread ${require_markdown_sections.code(tool.version)}.\n`;
}

exports.renderer = renderer;