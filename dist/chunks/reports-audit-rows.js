"use strict";

const require_core = require("./core.js");
const require_audit_words = require("./reports-audit-words.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_page_links = require("./reports-page-links.js");

// src/reports/audit-rows.ts
/** Examples of a gap: enough to see what it is about. */
const EXAMPLES = 3;
/** Every gap of an audit, worst first. */
function gapRows(audit) {
	const links = require_page_links.pageLinks(audit.scope);
	return audit.gaps.map((gap) => {
		const [first] = gap.indexes;
		return {
			code: gap.code,
			title: require_audit_words.GAP_WORDS[gap.code].title,
			number: gap.indexes.length,
			examples: Array.from(gap.indexes.subarray(0, EXAMPLES), (at) => ({
				text: exampleOf(audit, gap, at),
				page: pageIn(links, audit, gap, at)
			})),
			command: first === void 0 ? null : commandOf(audit, gap, first)
		};
	});
}
function pageIn(links, { report, tickets, files }, { of }, at) {
	switch (of) {
		case "ticket": return require_escape.pageOf(tickets[at]?.url ?? null);
		case "commit": return require_page_links.linkTo(links?.commit, report.commits?.id(at));
		case "file": return require_page_links.linkTo(links?.file, files?.path(at));
		case "waiver": return null;
	}
}
function exampleOf({ report, history, tickets, files }, { of }, at) {
	switch (of) {
		case "ticket": return tickets[at]?.key ?? "";
		case "commit": return `${(report.commits?.id(at) ?? "").slice(0, 10)} ${history.subject(at)}`;
		case "file": return files?.path(at) ?? "";
		case "waiver": return report.waivers[at]?.id ?? "";
	}
}
function commandOf({ report, tickets, files }, { of }, at) {
	const trace = (what) => what === void 0 ? null : [
		"golden-thread",
		"trace",
		...what.startsWith("-") ? ["--"] : [],
		what
	];
	switch (of) {
		case "ticket": return trace(tickets[at]?.key);
		case "commit": return trace(report.commits?.id(at).slice(0, 10));
		case "file": return trace(files?.path(at));
		case "waiver": return null;
	}
}
/** Every measure that was taken; what was not is told by the parts. */
function coverageRows(coverage) {
	return require_audit_words.ratiosOf(coverage).flatMap(({ title, says, ratio }) => ratio === null ? [] : [{
		name: `${title}: ${says.charAt(0).toLowerCase()}${says.slice(1)}`,
		...partOf(ratio)
	}]);
}
function partOf({ covered, total, percent }) {
	return {
		part: `${require_reports.count(covered)} of ${require_reports.count(total)}`,
		percent: percent === null ? "" : `${percent.toFixed(1)} %`
	};
}
/** Every waiver: overdue ones first, then by the day on which they end. */
function waiverRows({ report, gaps, asOf }) {
	const overdue = new Set(gaps.find(({ code }) => code === "waiver-overdue")?.indexes);
	const rows = report.waivers.map((waiver, index) => ({
		waiver,
		state: overdue.has(index) ? "overdue" : require_core.inForce(waiver, asOf) ? "in force" : "over",
		lifted: liftedBy(waiver, report)
	}));
	const order = [
		"overdue",
		"in force",
		"over"
	];
	return rows.sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state) || compare(one.waiver.expires, other.waiver.expires) || compare(one.waiver.id, other.waiver.id));
}
function liftedBy({ id }, { keys }) {
	return keys.filter(({ findings }) => findings.some(({ waiver }) => waiver === id)).reduce((sum, key) => sum + key.count, 0);
}
function compare(one, other) {
	return one < other ? -1 : one > other ? 1 : 0;
}
/** What was not evaluated, and why. */
function unseenRows({ parts, ...more }) {
	const rows = parts.filter(({ state }) => state !== "done").map(({ part, state, why, fix }) => ({
		name: require_audit_words.PART_WORDS[part],
		state,
		why,
		fix
	}));
	return [...more.report && more.coverage ? unweighed(more.report, more.coverage) : [], ...rows];
}
/** Commits that name a ticket of which nobody could say whether it authorises them. */
function unweighed(report, { commits: { unknown } }) {
	if (unknown === 0) return [];
	const name = "Whether tickets authorise the commits that name them";
	if (!isAuthorisationAsked(report)) return [{
		name,
		state: "not-asked",
		why: "The policy turns ticket-authorised off.",
		fix: null
	}];
	return [{
		name,
		state: "partial",
		why: `Of ${require_reports.plural(unknown, "commit")} nobody could say: see the findings.`,
		fix: [
			"golden-thread",
			"remote",
			"check"
		]
	}];
}
/** Whether the policy asks any rule whether tickets authorise. */
function isAuthorisationAsked({ keys }) {
	return keys.some(({ findings }) => findings.some(({ rule }) => rule === "ticket-authorised"));
}
/** The verdict of an audit as the first thing that is read. */
function auditHeadline({ report, coverage }) {
	const { sign, word } = require_reports.headlineOf(report);
	const { total } = coverage.commits;
	if (total === 0) return {
		sign,
		word,
		sentence: "There was no commit to look at."
	};
	return {
		sign,
		word,
		sentence: sentenceOf(report, coverage)
	};
}
function sentenceOf(report, { commits }) {
	const { ratio, total, exempt, unreferenced, unknown } = commits;
	const need = `${require_reports.plural(ratio.total, "commit")} ${ratio.total === 1 ? "needs" : "need"} a ticket`;
	const rest = `${require_reports.count(exempt)} of ${require_reports.plural(total, "commit")} ${exempt === 1 || total === 1 ? "is" : "are"} exempt.`;
	if (unknown > 0 && !isAuthorisationAsked(report)) {
		const named = ratio.total - unreferenced;
		return `${need}; ${require_reports.count(named)} ${named === 1 ? "names" : "name"} one. The policy does not ask whether tickets authorise the work. ${rest}`;
	}
	const share = ratio.percent === null ? "" : ` (${ratio.percent.toFixed(1)} %)`;
	const [has, it] = ratio.covered === 1 || ratio.total === 1 ? ["has", "it"] : ["have", "them"];
	const open = unknown === 0 ? "" : ` Of ${require_reports.count(unknown)} nobody could say.`;
	return `${need}; ${require_reports.count(ratio.covered)} ${has} one that authorises ${it}${share}.${open} ${rest}`;
}

Object.defineProperty(exports, "auditHeadline", {
  enumerable: true,
  get: function () {
    return auditHeadline;
  }
});
Object.defineProperty(exports, "coverageRows", {
  enumerable: true,
  get: function () {
    return coverageRows;
  }
});
Object.defineProperty(exports, "gapRows", {
  enumerable: true,
  get: function () {
    return gapRows;
  }
});
Object.defineProperty(exports, "unseenRows", {
  enumerable: true,
  get: function () {
    return unseenRows;
  }
});
Object.defineProperty(exports, "waiverRows", {
  enumerable: true,
  get: function () {
    return waiverRows;
  }
});