"use strict";

const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_paint = require("./reports-paint.js");
const require_remote_words = require("./cli-remote-words.js");

// src/cli/spec-text.ts
/** Whether there is one spec, which is what `spec show` is asked. */
function answerVerdict({ status }) {
	if (status === "unknown") return "undecided";
	return status === "found" ? "pass" : "fail";
}
/** A whole spec: what it says can't drive the terminal. */
function shownText({ owner, answer }, out) {
	const paint = require_paint.painter(out.color);
	const head = [ownerLine(owner), ...owner.tasks.map(({ path }) => paint.dim(`  ${require_escape.terminal(path)}`))];
	if (answer.status !== "found") return require_remote_words.asText([...head, ...missing(owner, answer).map((line) => `  ${line}`)]);
	const { spec } = answer;
	return require_remote_words.asText([
		...head,
		`  ${placeOf(spec)}`,
		`  SHA-256 ${spec.digest}`,
		"",
		require_escape.terminalLines(spec.text)
	]);
}
/** Who it is about. */
function ownerLine({ key, title }) {
	return `${require_escape.terminal(key)}${title === "" ? "" : `  ${require_escape.terminal(title)}`}`;
}
/** Where a spec stands, and by which source it was found. */
function placeOf({ path, source }) {
	return `${path === null ? "the ticket's description" : require_escape.terminal(path)} (${SOURCE[source]})`;
}
const SOURCE = {
	frontmatter: "named by the task's front matter",
	documentation: "named under the task's documentation",
	document: "a document of type specification",
	path: "by spec.paths",
	body: "the task itself",
	upstream: "in its tracker"
};
/** Why there is no spec, with what mends it. */
function missing({ key }, answer) {
	switch (answer.status) {
		case "none": return ["There is no spec.", "fix: write one where the policy looks for it: golden-thread config explain spec"];
		case "ambiguous": return [
			`Several could be the spec (${SOURCE[answer.source]}), and nobody can tell which one counts:`,
			...answer.candidates.map((path) => `  ${require_escape.terminal(path)}`),
			"fix: keep one of them, or name it under spec.path in the task's front matter"
		];
		case "unreadable": return [`The spec can't be read: ${require_escape.terminal(answer.path)}: ${require_escape.terminal(answer.detail)}`, "fix: add the file, or mend the path that names it"];
		case "unknown": return [`Nobody can tell the spec of ${require_escape.terminal(key)} now. ${require_escape.terminal(answer.detail)}`, "fix: golden-thread remote check"];
	}
}
/** What each spec lacks, and how many there are. */
function checkedText(specs, out) {
	const paint = require_paint.painter(out.color);
	if (specs.length === 0) return "There is no open task here.\n";
	const shown = specs.filter(({ answer, isWanted }) => answer.status !== "none" || isWanted);
	const rest = specs.length - shown.length;
	const silent = rest === 0 ? [] : [`${require_reports.plural(rest, "task")} without a spec; the policy asks for none.`];
	return require_remote_words.asText([...shown.flatMap((one) => checkedLines(one, paint)), ...silent]);
}
function checkedLines(one, paint) {
	const { owner, answer, state, doubt, seals, verdict } = one;
	const head = `${WORD[verdict](paint)} ${ownerLine(owner)}`;
	if (answer.status !== "found") return [head, ...missing(owner, answer).map((line) => `  ${line}`)];
	const { spec } = answer;
	const counts = state === null ? "" : `, ${state.criteria.done} of ${state.criteria.count} criteria ticked`;
	return [head, ...[
		paint.dim(`${placeOf(spec)}, SHA-256 ${spec.digest.slice(0, SHORT)}${counts}`),
		...doubt === null ? [] : [`Which headings it needs depends on the kind of ticket. ${require_escape.terminal(doubt)}`],
		...(state?.gaps ?? []).map((gap) => `${paint.red("lacks")}  ${require_escape.terminal(require_remote_words.gapText(gap), LONGEST)}`),
		...seals.flatMap((seal) => sealLines(seal, spec, paint))
	].map((line) => `  ${line}`)];
}
/** As much of a digest as tells two apart at a glance. */
const SHORT = 12;
/** What of a spec's own words stands on a line. */
const LONGEST = 200;
const WORD = {
	pass: (paint) => paint.green("ok  "),
	fail: (paint) => paint.red("fail"),
	undecided: (paint) => paint.yellow("?   ")
};
function sealLines({ task, path, checksum, state, written, approvedBy }, spec, paint) {
	const approved = approvedBy.length === 0 ? [] : [`${paint.yellow("warning:")} ${require_escape.terminal(approvedBy.join(", "))} approved ${task} when this digest did not stand there; they should look again.`];
	if (written === "path") return [`${paint.green("wrote")}  path into ${require_escape.terminal(path)}`];
	if (written === "digest") return [`${paint.green("wrote")}  path and digest into ${require_escape.terminal(path)}`, ...approved];
	if (state !== "stale") return [];
	return [
		`${paint.red("stale")}  ${require_escape.terminal(path)} has spec.checksum ${require_escape.terminal(checksum ?? "", LONGEST)}, and the spec is ${spec.digest.slice(0, SHORT)} by now`,
		...approved,
		`fix: golden-thread spec diff ${task}, then golden-thread spec check ${task} --write`
	];
}

exports.answerVerdict = answerVerdict;
exports.checkedText = checkedText;
exports.missing = missing;
exports.ownerLine = ownerLine;
exports.placeOf = placeOf;
exports.shownText = shownText;