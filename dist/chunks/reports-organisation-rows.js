"use strict";

const require_reports = require("./reports.js");
const require_audit_words = require("./reports-audit-words.js");

// src/reports/organisation-rows.ts
/** Every repository, worst first: by verdict, one that could not be audited behind those that fail, then by the smaller share. */
function repositoryRows({ rows }) {
	return rows.map(rowOf).sort((one, other) => Number(other.statement === "FAILED") - Number(one.statement === "FAILED") || Number(one.numbers !== null) - Number(other.numbers !== null) || Number(one.statement === "PASSED") - Number(other.statement === "PASSED") || shareOf(one) - shareOf(other) || (one.name < other.name ? -1 : 1));
}
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
		...wordsFor("undecided"),
		word: "Not audited"
	};
	return {
		name,
		numbers: numbersOf(row),
		why: "",
		...wordsFor(row.verdict)
	};
}
function wordsFor(verdict) {
	const statement = require_reports.statementFor(verdict, []);
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
		coverage: require_audit_words.isWeighed(commits) ? coverage : {
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
/** The verdict of all in words. */
function organisationHeadline({ verdict, rows }) {
	const states = rows.map((row) => row.state === "audited" ? row.verdict : row.state);
	const parts = [
		["fail", "failed"],
		["undecided", "undecided"],
		["unavailable", "not audited"],
		["pass", "passed"]
	].flatMap(([state, word]) => {
		const number = states.filter((one) => one === state).length;
		return number === 0 ? [] : [`${require_reports.count(number)} ${word}`];
	});
	return {
		...wordsFor(verdict),
		sentence: `${repositories(rows.length)}: ${parts.join(", ")}.`
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

Object.defineProperty(exports, "coveredOf", {
  enumerable: true,
  get: function () {
    return coveredOf;
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