"use strict";

const require_reports = require("./reports.js");
const require_markdown_sections = require("./reports-markdown-sections.js");
const require_organisation_rows = require("./reports-organisation-rows.js");

// src/reports/organisation-markdown.ts
/** Bytes of the page: what a forge still shows of a file. */
const LIMIT = 1e6;
/** An organisation's audit as a page of Markdown: the verdict, the sums, every repository, and where the thread breaks. */
const renderer = (options) => (organisation) => ({
	name: "organisation.md",
	mediaType: "text/markdown; charset=utf-8",
	body: [organisationPage(organisation, options)]
});
function organisationPage(organisation, options) {
	const sections = [repositorySection(organisation, options), gapSection(organisation)];
	return require_markdown_sections.fittedPage(headOf(organisation), sections, "", LIMIT, "organisation.json");
}
function headOf(organisation) {
	const { sign, word, sentence } = require_organisation_rows.organisationHeadline(organisation);
	return [
		`## ${sign} golden-thread audit of an organisation: ${word}`,
		"",
		`${sentence} As of ${require_markdown_sections.code(organisation.asOf)}.`,
		"",
		...require_markdown_sections.tableHead([
			"Coverage",
			"",
			"Share"
		]),
		...require_organisation_rows.sumRows(organisation).map(require_markdown_sections.row),
		"",
		""
	].join("\n");
}
function repositorySection(organisation, { hasPages }) {
	return {
		title: "Repositories, worst first",
		head: require_markdown_sections.tableHead([
			"Repository",
			"Verdict",
			"Covered",
			"",
			"Commits",
			"Tickets",
			"Gaps",
			""
		]),
		rows: require_organisation_rows.repositoryRows(organisation).map(({ name, sign, word, numbers, why }) => {
			const verdict = `${sign} ${word}`;
			if (numbers === null) return require_markdown_sections.row([
				require_markdown_sections.prose(name),
				verdict,
				"",
				"",
				"",
				"",
				"",
				require_markdown_sections.prose(why)
			]);
			const { coverage, commits, tickets, gaps } = numbers;
			return require_markdown_sections.row([
				hasPages ? `[${require_markdown_sections.prose(name)}](${name}/report.html)` : require_markdown_sections.prose(name),
				verdict,
				require_organisation_rows.percentText(coverage),
				require_organisation_rows.partText(coverage),
				require_reports.count(commits.total),
				require_organisation_rows.partText(tickets),
				require_reports.count(gaps),
				require_markdown_sections.prose(why)
			]);
		}),
		tail: ""
	};
}
function gapSection(organisation) {
	return {
		title: "Where the thread breaks",
		head: require_markdown_sections.tableHead([
			"Gap",
			"Number",
			"Where",
			"Means"
		]),
		rows: require_organisation_rows.organisationGaps(organisation).map(({ title, number, places, says }) => require_markdown_sections.row([
			title,
			require_reports.count(number),
			places,
			says
		])),
		tail: ""
	};
}

exports.renderer = renderer;