"use strict";

const require_escape = require("./reports-escape.js");

// src/reports/workflow-commands.ts
/** The runner shows as many of a level and a step, and drops the rest without a word (actions/runner, `_maxCountPerIssueType`). */
const MOST = 10;
/** UTF-16 units; the runner cuts what is longer (actions/runner, `ExecutionContext.AddIssue`). */
const LONGEST = 4096;
const LEVELS = [
	"error",
	"warning",
	"notice"
];
/** GitHub's workflow commands for these annotations, in their order: at most ten of a level, of which the last counts those that are left out. */
function workflowCommands(annotations) {
	return LEVELS.flatMap((level) => {
		const all = annotations.filter((annotation) => annotation.level === level);
		if (all.length <= MOST) return all.map(commandOf);
		const shown = all.slice(0, 9);
		return [...shown.map(commandOf), restOf(level, all.length - shown.length)];
	});
}
function commandOf({ level, title, message, path, line }) {
	return `::${level} ${[...path === null ? [] : [`file=${property(path)}`, ...line === null ? [] : [`line=${line}`]], `title=${property(`golden-thread: ${title}`)}`].join(",")}::${require_escape.commandData(require_escape.clip(message, LONGEST))}`;
}
/** A path too may hold what an older runner takes for a command in the midst of a line. */
function property(text) {
	return require_escape.commandProperty(require_escape.terminal(text));
}
function restOf(level, count) {
	return `::${level} title=golden-thread::${count} more ${{
		error: "errors",
		warning: "warnings",
		notice: "notices"
	}[level]}. The job's summary and report.json have all of them.`;
}

Object.defineProperty(exports, "workflowCommands", {
  enumerable: true,
  get: function () {
    return workflowCommands;
  }
});