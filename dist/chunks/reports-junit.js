"use strict";

const require_world = require("./world.js");
const require_annotations = require("./reports-annotations.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_told = require("./reports-told.js");

// src/reports/junit.ts
/** A name longer than this is cut: it is a label in a list. */
const LONGEST_NAME = 200;
/** JUnit XML, streamed: a test case for each rule that speaks of the whole change, and one for each commit. */
const renderer = (options) => (report) => ({
	name: "report.junit.xml",
	mediaType: "application/xml",
	body: junit(report, options)
});
function* junit(report, options) {
	const { findings, keys, commits, decidedAt } = report;
	const rules = [...new Set(findings.map(({ rule }) => rule))].map((rule) => ({
		rule,
		of: findings.filter((finding) => finding.rule === rule)
	}));
	const whole = tally(rules.map(({ of }) => ({
		count: 1,
		findings: of,
		verdict: require_world.decide(of)
	})));
	const each = tally(keys);
	const time = `timestamp="${require_escape.xml(decidedAt.slice(0, 19))}" time="0"`;
	yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="golden-thread" ${attributes({
		tests: whole.tests + each.tests,
		failures: whole.failures + each.failures,
		errors: whole.errors + each.errors,
		skipped: whole.skipped + each.skipped
	})} time="0">\n`;
	yield `<testsuite name="${require_escape.xml(`golden-thread: ${report.subject.label}`)}" ${attributes(whole)} ${time}>\n`;
	for (const { rule, of } of rules) yield testcase("golden-thread.change", `${rule}: ${require_reports.titleOf(rule, options.metas)}`, bodyOf(of, options));
	yield `</testsuite>\n<testsuite name="golden-thread: commits" ${attributes(each)} ${time}>\n`;
	const bodies = keys.map((key) => bodyOf(key.findings, options));
	for (let index = 0; commits !== null && index < commits.count; index++) {
		const id = commits.id(index);
		yield testcase("golden-thread.commit", `${id.slice(0, 10)} ${options.subject(id) ?? ""}`.trim(), bodies[commits.key(index)] ?? "");
	}
	yield "</testsuite>\n</testsuites>\n";
}
function tally(keys) {
	const sum = (picks) => keys.filter(picks).reduce((all, { count }) => all + count, 0);
	return {
		tests: sum(() => true),
		failures: sum(({ verdict }) => verdict === "fail"),
		errors: sum(({ verdict }) => verdict === "undecided"),
		skipped: sum(({ findings, verdict }) => verdict === "pass" && isSkipped(findings))
	};
}
function attributes({ tests, failures, errors, skipped }) {
	return `tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
}
function isSkipped(findings) {
	return findings.length > 0 && findings.every(({ outcome }) => outcome === "skip");
}
function testcase(group, name, body) {
	const head = `<testcase classname="${group}" name="${require_escape.xml(require_escape.clip(name, LONGEST_NAME))}" time="0"`;
	return body === "" ? `${head}/>\n` : `${head}>\n${body}</testcase>\n`;
}
/** What failed or is not known decides; what only warns is told beside it. */
function bodyOf(findings, options) {
	if (isSkipped(findings)) return skipped(findings, options);
	const told = findings.filter(({ outcome }) => outcome === "fail" || outcome === "unknown");
	const blocking = told.filter((finding) => finding.blocking);
	const verdict = require_world.decide(findings);
	const element = verdict === "pass" ? "" : problem(verdict, blocking, options);
	const rest = told.filter((finding) => !finding.blocking).map((finding) => textOf(finding, options));
	return rest.length === 0 ? element : `${element}<system-out>${rest.join("\n\n")}</system-out>\n`;
}
function problem(verdict, findings, options) {
	const name = verdict === "fail" ? "failure" : "error";
	const rules = [...new Set(findings.map(({ rule }) => rule))].join(", ") || "nothing was answered";
	const texts = findings.map((finding) => textOf(finding, options)).join("\n\n");
	return `<${name} type="${name}" message="${require_escape.xml(rules)}">${texts}</${name}>\n`;
}
function skipped(findings, options) {
	const [first = ""] = findings.flatMap((finding) => require_annotations.linesOf(finding, options).slice(0, 1));
	return `<skipped message="${require_escape.xml(first)}"/>\n`;
}
function textOf(finding, options) {
	const [first = "", ...more] = require_annotations.linesOf(finding, options);
	const place = finding.about.line === void 0 ? "" : `${require_told.placeOf({
		finding,
		commit: null
	}, options)}: `;
	return [`${finding.rule}: ${place}${first}`, ...more].map(require_escape.xml).join("\n");
}

exports.renderer = renderer;