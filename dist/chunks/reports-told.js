"use strict";

const require_reports = require("./reports.js");

// src/reports/told.ts
/** What blocks, first what is known; then the rest, and last what a waiver lifted or no proof holds. */
const RANKS = [
	({ outcome, blocking }) => outcome === "fail" && blocking,
	({ outcome, blocking }) => outcome === "unknown" && blocking,
	(finding) => finding.outcome === "fail" && !isUnproved(finding) && !finding.blocking,
	({ outcome, blocking }) => outcome === "unknown" && !blocking,
	(finding) => severityOf(finding) === "notice"
];
/** Null: nobody has to do anything about it. */
function severityOf(finding) {
	const { outcome, blocking, waiver } = finding;
	if (waiver !== void 0) return "notice";
	if (outcome !== "fail" && outcome !== "unknown") return null;
	if (blocking) return "error";
	return isUnproved(finding) ? "notice" : "warning";
}
/** A bot's name without proof, where that does not block. */
function isUnproved({ outcome, blocking, code }) {
	return outcome === "fail" && !blocking && code === "unproved";
}
/** Every finding that somebody should read, the most important first; of one rank the whole change before its commits, newest first. */
function* toldFindings(report) {
	const { findings, keys, commits } = report;
	for (const isOfRank of RANKS) {
		for (const finding of findings.filter(isOfRank)) yield {
			finding,
			commit: commitOf(report, finding)
		};
		const byKey = keys.map((key) => key.findings.filter(isOfRank));
		if (commits === null || byKey.every((list) => list.length === 0)) continue;
		for (let index = 0; index < commits.count; index++) for (const finding of byKey[commits.key(index)] ?? []) yield {
			finding,
			commit: commits.id(index)
		};
	}
}
/** A range of one commit, where all that is said is about it, or the one that a finding names. */
function commitOf({ commits, subject }, { about }) {
	if (commits === null) return null;
	if (about.commit !== void 0 && about.commit < commits.count) return commits.id(about.commit);
	return commits.count === 1 && subject.kind === "commits" ? commits.id(0) : null;
}
/** What a finding is about, in words: a short id with its subject, a file, or a part of the pull request. Not escaped. */
function placeOf({ finding, commit }, { subject }) {
	const { kind, path, line } = finding.about;
	const file = path === void 0 ? "" : line === void 0 ? path : `${path}:${line}`;
	if (commit === null) return file || PLACES[kind];
	const named = `${commit.slice(0, 10)} ${subject(commit) ?? ""}`.trim();
	return file === "" ? named : `${named}, ${file}`;
}
const PLACES = {
	change: "the whole change",
	commit: "the commit",
	branch: "the branch's name",
	title: "the title",
	body: "the description",
	path: "the changed files",
	ticket: "the whole change"
};
/** What a finding says, with the arguments that its sentence leaves out. */
function saidOf(finding, { metas }) {
	const told = require_reports.toldArgs(finding, metas);
	const untold = (name) => told.includes(name) || finding.args[name] === void 0 ? null : String(finding.args[name]);
	const found = untold("found");
	const sentence = require_reports.messageOf(finding, metas, (text) => text);
	return {
		title: require_reports.titleOf(finding.rule, metas),
		found: found === null ? sentence : `${sentence} Found: ${found}.`,
		wanted: untold("wanted"),
		fix: require_reports.fixOf(finding, metas)
	};
}

Object.defineProperty(exports, "placeOf", {
  enumerable: true,
  get: function () {
    return placeOf;
  }
});
Object.defineProperty(exports, "saidOf", {
  enumerable: true,
  get: function () {
    return saidOf;
  }
});
Object.defineProperty(exports, "severityOf", {
  enumerable: true,
  get: function () {
    return severityOf;
  }
});
Object.defineProperty(exports, "toldFindings", {
  enumerable: true,
  get: function () {
    return toldFindings;
  }
});