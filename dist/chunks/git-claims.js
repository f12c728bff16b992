"use strict";

// src/git/claims.ts
const REVERT = /^This reverts commit ([0-9a-f]{7,64})\b(?:,\s+reversing\s+changes\s+made\s+to\s+([0-9a-f]{7,64}))?/gm;
const PICK = /^\(cherry picked from commit ([0-9a-f]{7,64})\)$/gm;
const AMEND = /^(?:(?:fixup|squash|amend)! )+/;
/** More claims of one kind than a person makes; the rest is not looked at. */
const MOST = 20;
/** Claims in a stored message, in the words that git itself writes (git-revert, git-cherry-pick `-x`, git-rebase `--autosquash`). */
function claimsIn(message) {
	const subject = subjectOf(message);
	const named = subject.replace(AMEND, "");
	return {
		reverts: [...message.matchAll(REVERT)].slice(0, MOST).map(([, id = "", mainline]) => ({
			id,
			mainline: mainline ?? null
		})),
		picks: [...message.matchAll(PICK)].slice(-20).map(([, id = ""]) => id).reverse(),
		amends: named === subject || named === "" ? null : named
	};
}
/** The first paragraph as one line, as git folds it (`%s`). */
function subjectOf(message) {
	const [paragraph = ""] = message.replace(/^(?:[ \t\r]*\n)+/, "").split(/\n[ \t\r]*(?:\n|$)/, 1);
	return paragraph.split("\n").map((line) => line.trimEnd()).join(" ").trim();
}

Object.defineProperty(exports, "claimsIn", {
  enumerable: true,
  get: function () {
    return claimsIn;
  }
});