"use strict";

const require_reports = require("./reports.js");

// src/reports/counted.ts
/** The numbers of a report in the order in which they are read; the first is all of them. Rows that say nothing are left out. */
function countRows({ counts, subject }) {
	const exempt = exemptions({ counts });
	const all = exempt.reduce((sum, [, number]) => sum + number, 0);
	const kinds = exempt.map(([kind, number]) => `${kind} ${require_reports.count(number)}`).join(", ");
	const incomplete = subject.complete ? "" : "incomplete: git does not have all of them";
	const table = [
		{
			name: "commits",
			number: counts.commits,
			remark: incomplete
		},
		{
			name: "with a ticket",
			number: counts.referenced,
			remark: ""
		},
		{
			name: "passed",
			number: counts.passed,
			remark: ""
		},
		{
			name: "failed",
			number: counts.failed,
			remark: ""
		}
	];
	const more = [
		{
			name: "undecided",
			number: counts.undecided,
			remark: ""
		},
		{
			name: "exempt",
			number: all,
			remark: kinds
		},
		{
			name: "before baseline",
			number: counts.beforeBaseline,
			remark: "not judged"
		},
		{
			name: "unproved",
			number: counts.unproved,
			remark: "a bot's name without proof exempts nothing"
		},
		{
			name: "dated",
			number: counts.dated,
			remark: "only the committer's date tells when they were decided"
		}
	];
	return [...table, ...more.filter(({ number }) => number > 0)];
}
/** The kinds of exemptions that there are, with their numbers of commits. */
function exemptions({ counts }) {
	return Object.entries(counts.exempt).filter(([, number]) => number > 0);
}

Object.defineProperty(exports, "countRows", {
  enumerable: true,
  get: function () {
    return countRows;
  }
});