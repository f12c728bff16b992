"use strict";

const require_escape = require("./reports-escape.js");
const require_paint = require("./reports-paint.js");
const require_diff_text = require("./cli-diff-text.js");
const require_remote_words = require("./cli-remote-words.js");
const require_spec_text = require("./cli-spec-text.js");

// src/cli/spec-diff-text.ts
/** As much of an id as tells two apart at a glance. */
const SHORT = 12;
/** What became of a spec since a commit. */
function changedText({ owner, base, before, now, diff, verdict }, out) {
	const commit = base.slice(0, SHORT);
	const unknown = [...silent(`In ${commit}`, owner, before), ...silent("Now", owner, now)];
	const head = require_spec_text.ownerLine(owner);
	if (unknown.length > 0) return require_remote_words.asText([head, ...unknown]);
	if (verdict === "pass") {
		const digest = now.status === "found" ? `SHA-256 ${now.spec.digest.slice(0, SHORT)}` : "there is none";
		return require_remote_words.asText([head, `  The spec is as it was in ${commit}: ${digest}.`]);
	}
	const heads = `--- ${nameOf(before)} in ${commit}\n+++ ${nameOf(now)} in the work tree\n`;
	return require_remote_words.asText([head, require_diff_text.diffText(`${heads}${diff}`, require_paint.painter(out.color))]);
}
function silent(when, owner, answer) {
	if (answer.status === "found" || answer.status === "none") return [];
	return [`  ${when}:`, ...require_spec_text.missing(owner, answer).map((line) => `    ${line}`)];
}
function nameOf(answer) {
	return answer.status === "found" ? require_spec_text.placeOf(answer.spec) : "no spec";
}
/** What a pull request's body shows beside what it should. */
function inBodyText(answer, out) {
	const { owner, now, diff, verdict } = answer;
	const head = require_spec_text.ownerLine(owner);
	if (now.status !== "found") return require_remote_words.asText([head, ...require_spec_text.missing(owner, now).map((line) => `  ${line}`)]);
	const sentence = sentenceOf(answer, now.spec.digest.slice(0, SHORT));
	if (verdict === "pass") return require_remote_words.asText([head, `  ${sentence}`]);
	const heads = "--- the body\n+++ the spec, as the body should show it\n";
	const paint = require_paint.painter(out.color);
	const texts = diff === "" ? [] : [require_diff_text.diffText(`${heads}${diff}`, paint)];
	const torn = answer.block.status === "problem" ? ", after the marks that begin with golden-thread:spec are taken out" : "";
	return require_remote_words.asText([
		head,
		`  ${sentence}`,
		...texts,
		`  fix: golden-thread remote pr ${require_escape.terminal(owner.tasks[0]?.id ?? owner.key)}${torn}`
	]);
}
function sentenceOf({ block }, now) {
	switch (block.status) {
		case "none": return "The body has no block with a spec.";
		case "problem": return `The marks around the spec are ${block.problem}, in line ${block.line} of the body.`;
		case "found": {
			const { section, isIntact } = block;
			if (section === null) return "The body's block has nothing of this ticket.";
			const shown = section.digest.slice(0, SHORT);
			if (shown !== now) return `The body shows another spec: ${shown}, now ${now}.`;
			if (section.differs !== null) return "Somebody edited the spec in the body.";
			if (!isIntact) return "Somebody edited the block around the spec in the body.";
			return section.isWhole ? `The body shows the spec as it is now: ${now}.` : `The body names the spec by its digest: ${now}.`;
		}
	}
}

exports.changedText = changedText;
exports.inBodyText = inBodyText;