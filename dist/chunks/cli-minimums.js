"use strict";

const require_reports = require("./reports.js");
const require_weighed = require("./core-weighed.js");
const require_cli_js = require("../cli.js");

// src/trace/measures.ts
/** Every measure, by the name that people write. */
const MEASURES = {
	tickets: {
		of: ({ linkedCount, totalItems }) => require_reports.ratioOf(linkedCount, totalItems),
		parts: [
			"messages",
			"tree",
			"tickets"
		],
		isOfTickets: true
	},
	commits: {
		of: ({ commits }) => commits.ratio,
		parts: ["messages"],
		isSaid: ofCommits
	},
	"pull-requests": {
		of: ({ proposals }) => proposals,
		parts: ["messages", "proposals"],
		isSaid: ofCommits
	},
	files: {
		of: ({ files }) => files,
		parts: [
			"messages",
			"tree",
			"paths"
		],
		isSaid: require_weighed.isCoverKnown
	},
	"live-lines": {
		of: ({ liveLines }) => liveLines,
		parts: [
			"messages",
			"tree",
			"blame"
		],
		isSaid: ofCommits
	},
	"changed-lines": {
		of: ({ changedLines }) => changedLines,
		parts: ["messages", "lines"],
		isSaid: ofCommits
	},
	specs: {
		of: ({ specs }) => specs,
		parts: ["messages"],
		isOfTickets: true
	},
	criteria: {
		of: ({ criteria }) => criteria,
		parts: ["messages"],
		isOfTickets: true
	}
};
function ofCommits({ commits }) {
	return require_weighed.isWeighed(commits);
}
/** Their names, in the order of the help. */
const MEASURE_NAMES = Object.keys(MEASURES).filter(isMeasure);
/** Whether there is such a measure. */
function isMeasure(name) {
	return Object.hasOwn(MEASURES, name);
}
/** What a measure came to; null: nobody looked at all of it, so no number would be true. */
function measured(name, audit) {
	return isOpen(name, audit) ? null : MEASURES[name].of(audit.coverage);
}
/** A tracker that did not answer leaves tickets out of every count of them. */
function isOpen(name, { coverage, parts, tickets }) {
	const { parts: wanted, isOfTickets = false, isSaid } = MEASURES[name];
	if (isSaid?.(coverage) === false) return true;
	if (parts.some(({ part, state }) => state !== "done" && wanted.includes(part))) return true;
	return isOfTickets && tickets.some(({ status }) => status !== "found" && status !== "absent");
}
/** `--min` has three decimals at most, and thousandths are compared as whole numbers: 95.1 is no number of a computer's. */
const THOUSANDTHS = 1e3;
/** What an audit has to look at for some measures. */
function partsFor(names) {
	return new Set(names.flatMap((name) => MEASURES[name].parts));
}
/**
* Holds an audit against a minimum by the exact numbers, not by the rounded percentage. Of what was looked at only in part nobody can say;
* nothing to cover is covered.
*/
function minimumOf(name, wanted, audit) {
	const found = MEASURES[name].of(audit.coverage);
	return {
		name,
		wanted,
		found,
		met: found === null || isOpen(name, audit) ? null : isMet(found, wanted)
	};
}
function isMet({ covered, total }, wanted) {
	return covered * 100 * THOUSANDTHS >= Math.round(wanted * THOUSANDTHS) * total;
}
/**
* One minimum held against the sum of many audits. `each`: what it came to in every one of them; `isWhole`: false: there are more, of
* which nobody could say, and so nobody can of all.
*/
function minimumOfAll({ name, wanted }, each, isWhole) {
	const seen = each.flatMap(({ found }) => found === null ? [] : [found]);
	if (seen.length === 0) return {
		name,
		wanted,
		found: null,
		met: null
	};
	const covered = seen.reduce((sum, one) => sum + one.covered, 0);
	const total = seen.reduce((sum, one) => sum + one.total, 0);
	const found = require_reports.ratioOf(covered, total);
	return {
		name,
		wanted,
		found,
		met: isWhole && each.every(({ met }) => met !== null) ? isMet(found, wanted) : null
	};
}
/** A minimum that is missed fails, one that nobody looked at is undecided. */
function verdictOf(minimums) {
	if (minimums.some(({ met }) => met === false)) return "fail";
	return minimums.some(({ met }) => met === null) ? "undecided" : "pass";
}
/** What the command answers of an audit. */
function coverageAnswer(audit, minimums, by) {
	const { report, asOf, scope, coverage, gaps, parts } = audit;
	return {
		schemaVersion: 1,
		kind: "coverage",
		tool: report.tool,
		policyDigest: report.policyDigest,
		asOf,
		scope,
		coverage,
		gaps: gaps.map(({ code, of, indexes }) => ({
			code,
			of,
			count: indexes.length
		})),
		minimums,
		by: by === null ? null : {
			kind: by,
			groups: groupsOf(audit, by)
		},
		unseen: parts.filter(({ state }) => state !== "done")
	};
}
function groupsOf({ folders, authors, months }, by) {
	switch (by) {
		case "folder": return folders;
		case "author": return authors;
		case "month": return months;
	}
}

// src/cli/minimums.ts
/** How a minimum of coverage is asked for. */
const MIN_OPTION = {
	name: "min",
	value: "NAME=PERCENT",
	values: MEASURE_NAMES,
	does: `at least so much of ${MEASURE_NAMES.join(", ")}; may be repeated`
};
/** The minimums that words ask for. Throws Fault("usage") for one that is not written as `commits=95.5`. */
function wantedMinimums(manual, words) {
	return words.all("min").map((told) => {
		const [, name = "", number = ""] = /^([a-z-]+)=(\d{1,3}(?:\.\d{1,3})?)%?$/.exec(told) ?? [];
		const percent = Number(number);
		if (isMeasure(name) && number !== "" && percent <= 100) return {
			name,
			percent
		};
		throw require_cli_js.usage(manual, "--min needs a measure and a percentage.", {
			found: told,
			wanted: `${MEASURE_NAMES.join(", ")}, and 0 to 100, as commits=95.5`
		});
	});
}

Object.defineProperty(exports, "MIN_OPTION", {
  enumerable: true,
  get: function () {
    return MIN_OPTION;
  }
});
Object.defineProperty(exports, "coverageAnswer", {
  enumerable: true,
  get: function () {
    return coverageAnswer;
  }
});
Object.defineProperty(exports, "measured", {
  enumerable: true,
  get: function () {
    return measured;
  }
});
Object.defineProperty(exports, "minimumOf", {
  enumerable: true,
  get: function () {
    return minimumOf;
  }
});
Object.defineProperty(exports, "minimumOfAll", {
  enumerable: true,
  get: function () {
    return minimumOfAll;
  }
});
Object.defineProperty(exports, "partsFor", {
  enumerable: true,
  get: function () {
    return partsFor;
  }
});
Object.defineProperty(exports, "verdictOf", {
  enumerable: true,
  get: function () {
    return verdictOf;
  }
});
Object.defineProperty(exports, "wantedMinimums", {
  enumerable: true,
  get: function () {
    return wantedMinimums;
  }
});