"use strict";

// src/core/codes.ts
/** Codes that any rule may give about a commit that it does not judge, or can't. Rules spread them into their own table. */
const COMMIT_CODES = {
	"clean-merge": {
		outcome: "skip",
		message: "A clean merge: git's own merge of its parents gives the same tree, and they are judged by themselves."
	},
	bot: {
		outcome: "skip",
		message: "Exempt: made by the bot {account}, which the policy names and proof confirms."
	},
	scope: {
		outcome: "skip",
		message: "Exempt: every changed path lies in a scope that the policy exempts."
	},
	"before-baseline": {
		outcome: "skip",
		message: "Older than the policy's baseline: counted, not judged."
	},
	"no-commits": {
		outcome: "skip",
		message: "The change has no commits."
	},
	incomplete: {
		outcome: "unknown",
		message: "Some commits of this change can't be seen here, so nothing can be said of them.",
		fix: "Fetch the whole history (git fetch --unshallow, or fetch-depth: 0 in CI) and check again.",
		run: [
			"git",
			"fetch",
			"--unshallow"
		]
	},
	"paths-unknown": {
		outcome: "unknown",
		message: "The changed paths of this commit are not known here.",
		fix: "Check the commit where its files can be read."
	}
};
/** Codes of the judgement itself; no rule gives them. The last two stand for answers that would tell of a ticket what is not to be disclosed. */
const GATE_CODES = {
	silent: {
		outcome: "unknown",
		message: "The rule gave no answer. Silence is not a pass.",
		fix: "Report this as a defect of the rule."
	},
	unseen: {
		outcome: "fail",
		message: "{ticket} can't be seen in {remote}: there is no such ticket, or it is not for everybody's eyes.",
		fix: "Check the id for a slip, or name a ticket that this repository may refer to."
	},
	"parent-unseen": {
		outcome: "fail",
		message: "{parent}, which {ticket} is part of, can't be seen in {remote}: there is no such ticket, or it is not for everybody's eyes.",
		fix: "Have the ticket put under a parent that this repository may refer to."
	}
};

Object.defineProperty(exports, "COMMIT_CODES", {
  enumerable: true,
  get: function () {
    return COMMIT_CODES;
  }
});
Object.defineProperty(exports, "GATE_CODES", {
  enumerable: true,
  get: function () {
    return GATE_CODES;
  }
});