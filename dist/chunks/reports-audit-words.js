"use strict";

const require_reports = require("./reports.js");
const require_weighed = require("./core-weighed.js");

// src/reports/audit-words.ts
/** Standings, in words. */
const STANDING_WORDS = {
	authorised: {
		title: "Authorised",
		says: "It names a ticket that authorises it."
	},
	exempt: {
		title: "Exempt",
		says: "Git or the forge proves that it needs no ticket."
	},
	unauthorised: {
		title: "Unauthorised",
		says: "What it names does not authorise it."
	},
	unreferenced: {
		title: "No ticket",
		says: "It names no ticket."
	},
	unknown: {
		title: "Unknown",
		says: "Nobody could say whether its ticket authorises it."
	}
};
/** What breaks the thread, in words. */
const GAP_WORDS = {
	"ticket-without-commit": {
		title: "Tickets that nothing leads to",
		says: "They count as under way or done, and no commit, file or line names them."
	},
	"commit-without-ticket": {
		title: "Commits without a ticket",
		says: "Nothing excuses them, and they name no ticket."
	},
	"commit-unauthorised": {
		title: "Commits that their ticket does not authorise",
		says: "They name a ticket whose state, type or project does not allow the work."
	},
	"reverted-but-done": {
		title: "Done, but all of it was reverted",
		says: "The ticket counts as done, and none of its commits still stands."
	},
	"closed-without-code": {
		title: "Closed without code",
		says: "The ticket is closed, and nothing was ever committed for it."
	},
	"mega-ticket": {
		title: "Tickets that carry too much",
		says: "One ticket stands for more than a fair share of all commits."
	},
	"ticket-younger-than-commit": {
		title: "Tickets made after the work",
		says: "A commit names the ticket before it was made."
	},
	"done-with-open-criteria": {
		title: "Done with open criteria",
		says: "The ticket counts as done, and boxes of its acceptance criteria are open."
	},
	"ticket-not-found": {
		title: "Tickets that nobody knows",
		says: "Commits name them, and no tracker or file has them."
	},
	"file-without-ticket": {
		title: "Files that no ticket leads to",
		says: "Neither the file nor any commit of it names a ticket that is known."
	},
	"waiver-overdue": {
		title: "Waivers past their day",
		says: "What the waiver lifted is still there, and the waiver has run out."
	}
};
/** What an audit looks at, in words. */
const PART_WORDS = {
	messages: "Messages of all commits",
	paths: "Paths that each commit changed",
	lines: "Lines that each commit changed",
	tree: "Files of the tree, and the tickets that they name",
	blame: "Lines that stand today, and whose they are",
	proposals: "Pull requests, as their forge tells",
	tickets: "Every ticket of the configured trackers"
};
/** The shares of a coverage, in the order in which they are read. */
function ratiosOf(coverage) {
	const { commits, linkedCount, totalItems, coveragePercent } = coverage;
	const { total, exempt, unreferenced } = commits;
	const isSaid = require_weighed.isWeighed(commits);
	const linked = {
		covered: linkedCount,
		total: totalItems,
		percent: totalItems === 0 ? null : coveragePercent
	};
	const share = (title, says, ratio, isKnown = true) => ({
		title,
		says,
		ratio: isKnown ? ratio : null,
		none: ratio === null ? "Not looked at" : isKnown ? "There are none" : "Nobody could say"
	});
	return [
		share("Commits", "Authorised, of all that are not exempt", commits.ratio, isSaid),
		share("References", "Commits that name a ticket, of all that are not exempt", require_reports.ratioOf(total - exempt - unreferenced, total - exempt)),
		share("Tickets", "Reached by a commit, a file or a line", linked),
		share("Files", "That a known ticket leads to, by their text or a commit", coverage.files, require_weighed.isCoverKnown(coverage)),
		share("Changed lines", "Changed by authorised commits", coverage.changedLines, isSaid),
		share("Live lines", "Standing today by authorised or exempt commits", coverage.liveLines, isSaid),
		share("Pull requests", "All of whose commits are in order", coverage.proposals, isSaid),
		share("Specs", "Tickets with commits that have a spec", coverage.specs),
		share("Criteria", "Boxes ticked, of tickets with commits", coverage.criteria)
	];
}

Object.defineProperty(exports, "GAP_WORDS", {
  enumerable: true,
  get: function () {
    return GAP_WORDS;
  }
});
Object.defineProperty(exports, "PART_WORDS", {
  enumerable: true,
  get: function () {
    return PART_WORDS;
  }
});
Object.defineProperty(exports, "STANDING_WORDS", {
  enumerable: true,
  get: function () {
    return STANDING_WORDS;
  }
});
Object.defineProperty(exports, "ratiosOf", {
  enumerable: true,
  get: function () {
    return ratiosOf;
  }
});