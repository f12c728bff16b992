"use strict";

const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_paint = require("./reports-paint.js");
const require_diff_text = require("./cli-diff-text.js");
let node_path = require("node:path");

// src/cli/init-text.ts
const same = (text) => ({
	will: text,
	did: text
});
const PROSE = {
	"policy-written": {
		will: "would write the policy",
		did: "wrote the policy"
	},
	"policy-kept": same("has a policy"),
	"policy-by-hand": same("is yours; add"),
	"hook-written": {
		will: "would install the hook",
		did: "installed the hook"
	},
	"hook-chained": {
		will: "would run the hook that is there, then ours",
		did: "runs the hook that was there, then ours"
	},
	"hook-updated": {
		will: "would bring the hook up to date",
		did: "brought the hook up to date"
	},
	"hook-kept": same("has the hook"),
	"hook-by-hand": same("needs a line that only you can add"),
	"hook-asleep": same("is not there or can't be run, so git runs no hook yet"),
	"hook-woken": {
		will: "would get husky's stubs from another work tree",
		did: "got husky's stubs from another work tree"
	},
	"manager-edited": {
		will: "would get our hooks",
		did: "got our hooks"
	},
	"manager-kept": same("has our hooks"),
	"manager-by-hand": same("can't be edited here; add"),
	"manager-install": same("has no scripts of that tool, so git runs no hook yet"),
	"workflow-written": {
		will: "would write the workflow",
		did: "wrote the workflow"
	},
	"workflow-kept": same("has a workflow"),
	"workflow-by-hand": same("is yours; add"),
	"backlog-written": {
		will: "would make a backlog with one open task",
		did: "made a backlog with one open task"
	},
	"backlog-kept": same("has a backlog")
};
/** What `init` did, or with a diff what it would do, for people. */
function initText({ root, steps }, diff, out) {
	const paint = require_paint.painter(out.color);
	const names = steps.map((step) => require_escape.terminal(nameOf(root, step.path)));
	const column = Math.max(...names.map(require_reports.width));
	const lines = steps.map((step, index) => {
		const { will, did } = PROSE[step.code];
		const prose = paint.dim(diff === null ? did : will);
		return `  ${markOf(step, paint)} ${require_reports.pad(names[index] ?? "", column)}  ${prose}${lineOf(step)}`;
	});
	const rest = diff === null ? NEXT : [...diff === "" ? [] : [require_diff_text.diffText(diff, paint), ""], ...DRY];
	return [
		paint.bold(`golden-thread in ${require_escape.terminal(root)}`),
		...lines,
		"",
		...rest,
		""
	].join("\n");
}
/** A path as seen from the root; a dot for the root itself. */
function nameOf(root, path) {
	return (0, node_path.relative)(root, path) || ".";
}
function lineOf({ line }) {
	if (line === void 0) return "";
	return line.trimEnd().split("\n").map((one) => `\n      ${require_escape.terminal(one)}`).join("");
}
function markOf(step, paint) {
	if (step.line !== void 0) return paint.yellow("!");
	return step.actions.length > 0 ? paint.green("+") : paint.dim("=");
}
const DRY = ["Nothing was written. Do it with: golden-thread init --yes"];
const NEXT = [
	"Try it:",
	"  git commit --allow-empty -m \"no ticket\"           is rejected, and says how to fix it",
	"  git commit --allow-empty -m \"Try it (TICKET)\"     passes if TICKET is one of yours, and open",
	"  golden-thread check range HEAD                    judges the whole history",
	"  golden-thread doctor                              says whether anything is skipped, and why",
	"Commit the policy, so that everybody has the same law."
];

Object.defineProperty(exports, "initText", {
  enumerable: true,
  get: function () {
    return initText;
  }
});
Object.defineProperty(exports, "nameOf", {
  enumerable: true,
  get: function () {
    return nameOf;
  }
});