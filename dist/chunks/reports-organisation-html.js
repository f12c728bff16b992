"use strict";

const require_audit = require("./core-audit.js");
const require_audit_words = require("./reports-audit-words.js");
const require_document_head = require("./reports-document-head.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_markup = require("./reports-markup.js");
const require_organisation_rows = require("./reports-organisation-rows.js");
const require_page_code = require("./reports-page-code.js");

// src/reports/organisation-html.ts
const KINDS = {
	PASSED: "good",
	WARNED: "warn",
	FAILED: "bad",
	UNKNOWN: "open"
};
/** An organisation's audit as one page that loads and runs nothing, in the look of report.html; each repository leads to its own. */
const renderer = (options) => (organisation) => ({
	name: "organisation.html",
	mediaType: "text/html; charset=utf-8",
	body: page(organisation, options)
});
function* page(organisation, options) {
	const { totals, asOf } = organisation;
	const { statement, word, sentence } = require_organisation_rows.organisationHeadline(organisation);
	const { coverage, tickets } = require_organisation_rows.coveredOf(totals);
	yield require_document_head.documentHead(`golden-thread audit of an organisation: ${word}`, {
		style: require_page_code.PAGE.style,
		script: null
	});
	yield require_markup.markup`<main class="plain">
<p class="plain-brand">golden-thread audit of an organisation</p>
<section class="hero">
<p class="verdict verdict-${KINDS[statement]}">${word}</p>
<h1>${headingOf(organisation, coverage)}</h1>
<p class="lead">${sentence}</p>
<p class="soft meta">${require_reports.plural(totals.commits.total, "commit")}, ${require_organisation_rows.partText(tickets)} tickets reached${require_organisation_rows.extentText(organisation)} (${require_organisation_rows.EACH}), as of <time datetime="${asOf}">${asOf}</time></p>
</section>
${repositoryTable(organisation, options)}${standingTable(totals)}${gapTable(organisation)}</main>
</body>
</html>
`.markup;
}
function headingOf(organisation, coverage) {
	const { percent, total } = coverage;
	if (organisation.repositories.audited === 0) return "No repository could be audited.";
	const extent = require_organisation_rows.extentText(organisation);
	if (percent !== null) return require_markup.markup`<em>${require_organisation_rows.percentText(coverage)}</em> of the work${extent} leads to an authorised ticket`;
	return total === 0 ? `There is no commit that needs a ticket${extent}.` : `Nobody could say how much of the work${extent} leads to an authorised ticket.`;
}
function repositoryTable(organisation, options) {
	const names = [
		"Repository",
		"Verdict",
		"Covered",
		"Standing",
		"Commits",
		"Tickets",
		"Gaps",
		"Ref"
	];
	const rows = require_organisation_rows.repositoryRows(organisation).map((row) => repositoryRow(row, options));
	return require_page_code.plainTable("Repositories, worst first", names, rows);
}
function repositoryRow({ name, statement, word, numbers, why }, options) {
	const sign = require_markup.markup`<span class="verdict verdict-${KINDS[statement]}">${word}</span>`;
	if (numbers === null) return require_markup.markup`<tr><th scope="row">${name}</th><td>${sign}</td><td colspan="6">${why}</td></tr>\n`;
	const verdict = why === "" ? sign : require_markup.markup`${sign} <span class="soft">${why}</span>`;
	const { coverage, commits, tickets, gaps, tip, ref, repository } = numbers;
	const shown = options.hasPages ? require_markup.markup`<a href="${name}/report.html">${name}</a>` : require_markup.markup`${name}`;
	const address = require_escape.pageOf(repository);
	const place = address === null ? require_markup.NONE : require_markup.markup` <a class="soft" href="${address}" rel="noreferrer">source</a>`;
	const at = require_markup.markup`${ref ?? ""} <code>${tip?.slice(0, 10) ?? ""}</code>`;
	return require_markup.markup`<tr><th scope="row">${shown}${place}</th><td>${verdict}</td><td>${require_organisation_rows.percentText(coverage)}</td><td>${bar(commits)}</td><td>${require_reports.count(commits.total)}</td><td>${require_organisation_rows.partText(tickets)}</td><td>${require_reports.count(gaps)}</td><td>${at}</td></tr>\n`;
}
/** Units of a bar. */
const WIDTH = 120;
/** Commits by standing. Its colours are attributes: a style in a tag would be none that the content policy lets in. */
function bar(commits) {
	let x = 0;
	const parts = require_audit.STANDINGS.map((standing) => {
		const width = commits.total === 0 ? 0 : WIDTH * commits[standing] / commits.total;
		const part = require_markup.markup`<rect x="${x}" width="${width}" height="8" fill="var(--${standing})"/>`;
		x += width;
		return part;
	});
	const says = require_audit.STANDINGS.filter((standing) => commits[standing] > 0).map((standing) => `${require_audit_words.STANDING_WORDS[standing].title} ${require_reports.count(commits[standing])}`).join(", ");
	return require_markup.markup`<svg width="${WIDTH}" height="8" role="img" aria-label="${says === "" ? "no commit" : says}">${parts}</svg>`;
}
function standingTable({ commits }) {
	const rows = require_audit.STANDINGS.map((standing) => {
		const { title, says } = require_audit_words.STANDING_WORDS[standing];
		return require_markup.markup`<tr><th scope="row">${title}</th><td>${require_reports.count(commits[standing])}</td><td>${require_reports.share(commits[standing], commits.total)}</td><td>${says}</td></tr>\n`;
	});
	return require_page_code.plainTable("All commits", [
		"Standing",
		"Commits",
		"Share",
		"Means"
	], rows);
}
function gapTable(organisation) {
	const rows = require_organisation_rows.organisationGaps(organisation).map(({ title, number, places, says }) => require_markup.markup`<tr><th scope="row">${title}</th><td>${require_reports.count(number)}</td><td>${places}</td><td>${says}</td></tr>\n`);
	return require_page_code.plainTable("Where the thread breaks", [
		"What",
		"Number",
		"Where",
		"Means"
	], rows);
}

exports.renderer = renderer;