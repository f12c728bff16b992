"use strict";

const require_reports = require("./reports.js");
const require_weighed = require("./core-weighed.js");
const require_audit_words = require("./reports-audit-words.js");
const require_audit = require("./cli-audit.js");

// src/reports/organisation-rows.ts
/** Every repository, worst first: by verdict, one that could not be audited behind those that fail, then by the smaller share. */
function repositoryRows({ rows }) {
	return rows.map(rowOf).sort((one, other) => Number(other.statement === "FAILED") - Number(one.statement === "FAILED") || Number(one.numbers !== null) - Number(other.numbers !== null) || ORDER.indexOf(one.statement) - ORDER.indexOf(other.statement) || shareOf(one) - shareOf(other) || (one.name < other.name ? -1 : 1));
}
/** Worst first. */
const ORDER = [
	"FAILED",
	"UNKNOWN",
	"WARNED",
	"PASSED"
];
/** Where there is nothing to cover, nothing is amiss. */
function shareOf({ numbers }) {
	if (numbers === null) return 0;
	const { percent, total } = numbers.coverage;
	return percent ?? (total === 0 ? 100 : 0);
}
function rowOf(row) {
	const { name } = row;
	if (row.state === "unavailable") return {
		name,
		numbers: null,
		why: row.why,
		...wordsFor("UNKNOWN"),
		word: "Not audited"
	};
	return {
		name,
		numbers: numbersOf(row),
		why: require_audit.minimumTexts(row.minimums).join(" "),
		...wordsFor(row.statement)
	};
}
function wordsFor(statement) {
	return {
		statement,
		...require_reports.STATEMENT_SIGNS[statement]
	};
}
function numbersOf({ repository, ref, tip, policyDigest, ...sums }) {
	const gaps = sums.gaps.reduce((sum, one) => sum + one.count, 0);
	return {
		repository,
		ref,
		tip,
		policyDigest,
		commits: sums.commits,
		...coveredOf(sums),
		gaps
	};
}
/** What leads to tickets: commits that one authorises, of all that are not exempt, and tickets that something leads to. */
function coveredOf({ commits, tickets }) {
	const coverage = require_reports.ratioOf(commits.authorised, commits.total - commits.exempt);
	return {
		coverage: require_weighed.isWeighed(commits) ? coverage : {
			...coverage,
			percent: null
		},
		tickets: require_reports.ratioOf(tickets.linked, tickets.total)
	};
}
/** `63.2 %`; `none`: there is nothing to cover; `not known`: nobody could say. */
function percentText({ percent, total }) {
	if (percent === null) return total === 0 ? "none" : "not known";
	return `${percent.toFixed(1)} %`;
}
/** `12 of 40`. */
function partText({ covered, total }) {
	return `${require_reports.count(covered)} of ${require_reports.count(total)}`;
}
/** ` in 2 of 3 repositories`, where not all of them could be audited: a number says nothing of the others. */
function extentText({ repositories: { audited, total } }) {
	return audited === total ? "" : ` in ${require_reports.count(audited)} of ${repositories(total)}`;
}
/** What the numbers of all say, in words. A ticket that two repositories work on is one in each. */
function sumRows(organisation) {
	const { coverage, tickets } = coveredOf(organisation.totals);
	const extent = extentText(organisation);
	return [[
		`Commits: authorised, of all that are not exempt${extent}`,
		partText(coverage),
		percentText(coverage)
	], [
		`Tickets: reached by a commit, a file or a line${extent}, ${EACH}`,
		partText(tickets),
		percentText(tickets)
	]];
}
/** How tickets are added up: a repository hands over numbers, so nobody can tell which of them are the same. */
const EACH = "counted in each repository";
/** The verdict of all in words. */
function organisationHeadline({ statement, rows, minimums }) {
	const states = rows.map((row) => row.state === "audited" ? row.statement : row.state);
	const parts = [
		["FAILED", "failed"],
		["UNKNOWN", "undecided"],
		["unavailable", "not audited"],
		["WARNED", "passed with warnings"],
		["PASSED", "passed"]
	].flatMap(([state, word]) => {
		const number = states.filter((one) => one === state).length;
		return number === 0 ? [] : [`${require_reports.count(number)} ${word}`];
	});
	const missed = require_audit.minimumTexts(minimums).map((text) => `All together: ${text}`);
	return {
		...wordsFor(statement),
		sentence: [`${repositories(rows.length)}: ${parts.join(", ")}.`, ...missed].join(" ")
	};
}
/** Every way in which the thread breaks somewhere, the most frequent first. */
function organisationGaps({ totals, rows }) {
	return totals.gaps.map(({ code, count: number }) => {
		const places = rows.filter((row) => row.state === "audited" && row.gaps.some((gap) => gap.code === code));
		return {
			...require_audit_words.GAP_WORDS[code],
			number,
			places: `in ${repositories(places.length)}`
		};
	});
}
function repositories(number) {
	return number === 1 ? "1 repository" : `${require_reports.count(number)} repositories`;
}

Object.defineProperty(exports, "EACH", {
  enumerable: true,
  get: function () {
    return EACH;
  }
});
Object.defineProperty(exports, "coveredOf", {
  enumerable: true,
  get: function () {
    return coveredOf;
  }
});
Object.defineProperty(exports, "extentText", {
  enumerable: true,
  get: function () {
    return extentText;
  }
});
Object.defineProperty(exports, "organisationGaps", {
  enumerable: true,
  get: function () {
    return organisationGaps;
  }
});
Object.defineProperty(exports, "organisationHeadline", {
  enumerable: true,
  get: function () {
    return organisationHeadline;
  }
});
Object.defineProperty(exports, "partText", {
  enumerable: true,
  get: function () {
    return partText;
  }
});
Object.defineProperty(exports, "percentText", {
  enumerable: true,
  get: function () {
    return percentText;
  }
});
Object.defineProperty(exports, "repositoryRows", {
  enumerable: true,
  get: function () {
    return repositoryRows;
  }
});
Object.defineProperty(exports, "sumRows", {
  enumerable: true,
  get: function () {
    return sumRows;
  }
});