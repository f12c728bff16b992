"use strict";

const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_notices = require("./reports-notices.js");

// src/reports/verdict-text.ts
/** Digits of a policy digest that people compare by eye; the JSON has all of them. */
const SHORT_DIGEST = 12;
/** The last line: the statement in one word, what it rests on, and the law in force. */
function verdictLine(report, summary, { paint }) {
	const statement = require_reports.statementOf(report);
	const parts = [
		summary,
		pendingOf(report),
		`policy ${lawOf(report)}`
	].filter((part) => part !== "");
	const shown = {
		PASSED: paint.green,
		WARNED: paint.yellow,
		FAILED: paint.red,
		UNKNOWN: paint.yellow
	}[statement];
	return `${paint.bold(shown(statement))}  ${parts.join(paint.dim(" · "))}`;
}
/** Among these warnings is one that will block: the day from which it does. */
function pendingOf({ findings, keys }) {
	const day = [...findings, ...keys.flatMap((key) => key.findings)].find(({ args }) => Object.hasOwn(args, "enforce_from"))?.args.enforce_from;
	return day === void 0 ? "" : `enforced from ${day} on`;
}
function lawOf(report) {
	return `${report.policySources.length === 0 ? "built in" : report.policySources.map((file) => require_escape.terminal(file)).join(" + ")} (${report.preset}) ${report.policyDigest.slice(0, SHORT_DIGEST)}`;
}
/** What a person should know and no rule says, one paragraph each; nothing where there is none. */
function* noticeLines(notices, { paint, options }) {
	if (notices.length > 0) yield "\n";
	for (const notice of notices) {
		const [first = "", ...more] = require_reports.wrap(require_escape.terminal(require_notices.noticeText(notice)), require_reports.proseWidth(options.columns) - 4);
		yield `  ${paint.cyan("i")} ${first}\n`;
		for (const line of more) yield `    ${line}\n`;
	}
}

Object.defineProperty(exports, "noticeLines", {
  enumerable: true,
  get: function () {
    return noticeLines;
  }
});
Object.defineProperty(exports, "verdictLine", {
  enumerable: true,
  get: function () {
    return verdictLine;
  }
});