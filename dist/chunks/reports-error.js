"use strict";

const require_git = require("./git.js");
const require_core = require("./core.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_paint = require("./reports-paint.js");

// src/reports/error.ts
/** Of what another program said in a fault: enough to see what is wrong. */
const MOST_LINES = 8;
const LONGEST_LINE = 500;
/** An error as JSON, one line; the door writes it to standard output beside its exit code. */
function errorJson(fault) {
	const { code, message, found, wanted, fix } = fault;
	const problems = fault.problems.length === 0 ? void 0 : fault.problems;
	return `${require_escape.json({
		schemaVersion: 1,
		kind: "error",
		tool: {
			name: "golden-thread",
			version: require_core.VERSION
		},
		policyDigest: null,
		code,
		message,
		found,
		wanted,
		fix,
		problems
	})}\n`;
}
/** An error for people: the sentence, every problem with its place, what was found and wanted, and how to mend it. */
function errorText(fault, how) {
	const paint = require_paint.painter(how.color);
	const head = `${paint.red(paint.bold("golden-thread:"))} ${require_escape.terminal(fault.message)}`;
	const problems = fault.problems.map((problem) => problemLine(problem, paint.dim));
	const facts = [
		"found",
		"wanted",
		"fix"
	].flatMap((label) => factRows(label, fault[label]));
	const table = require_reports.rows(facts, {
		indent: 2,
		columns: how.columns,
		label: paint.dim
	});
	return `${[
		head,
		...problems,
		...table
	].join("\n")}\n`;
}
/** What other programs said comes in several lines; the first few tell. */
function factRows(label, text) {
	return (text ?? "").split(/\r?\n/u).filter((line) => line.trim() !== "").slice(0, MOST_LINES).map((line, index) => ({
		label: index === 0 ? label : "",
		text: require_escape.terminal(line, LONGEST_LINE),
		whole: label === "fix"
	}));
}
function problemLine(problem, dim) {
	const place = dim(`${require_escape.terminal(problem.file)}:${problem.line}:${problem.column}`);
	const { sentence, facts } = problemWords(problem);
	return `  ${place}  ${require_escape.terminal(sentence)}${facts === "" ? "" : dim(` ${require_escape.terminal(facts)}`)}`;
}
/** What is wrong at a place, with the key that it stands under, and what was found and wanted there. Nothing is escaped yet. */
function problemWords(problem) {
	const hint = problem.suggestion === void 0 ? "" : `; did you mean ${problem.suggestion}?`;
	const key = problem.key === "" ? "" : `${problem.key}: `;
	const facts = ["found", "wanted"].flatMap((label) => {
		const text = problem[label];
		return text === void 0 ? [] : [`${label} ${text}`];
	});
	return {
		sentence: `${key}${problem.message.replace(/\.$/u, "")}${hint}`,
		facts: facts.length === 0 ? "" : `(${facts.join("; ")})`
	};
}
/** Any thrown value as a fault: what is no `Fault` is a defect of golden-thread. */
function faultOf(thrown) {
	if (thrown instanceof require_git.Fault) return thrown;
	const message = thrown instanceof Error ? thrown.message : String(thrown);
	return new require_git.Fault("internal", `Something went wrong inside golden-thread: ${message}`, {
		fix: "run it again with GOLDEN_THREAD_DEBUG=1 and report what it prints",
		cause: thrown
	});
}

Object.defineProperty(exports, "errorJson", {
  enumerable: true,
  get: function () {
    return errorJson;
  }
});
Object.defineProperty(exports, "errorText", {
  enumerable: true,
  get: function () {
    return errorText;
  }
});
Object.defineProperty(exports, "faultOf", {
  enumerable: true,
  get: function () {
    return faultOf;
  }
});
Object.defineProperty(exports, "problemWords", {
  enumerable: true,
  get: function () {
    return problemWords;
  }
});