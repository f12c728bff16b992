"use strict";

const require_escape = require("./reports-escape.js");
const require_paint = require("./reports-paint.js");
const require_cli_js = require("../cli.js");

// src/satellite/spec-gaps.ts
/** What a spec lacks, as the end of a sentence about it. Parts of it are the spec's own words. */
function gapText(gap) {
	switch (gap.code) {
		case "heading-missing": return `the heading ${gap.detail} is missing`;
		case "placeholder": return `line ${gap.line} holds a placeholder: ${gap.detail}`;
		case "section-empty": return `nothing stands under ${gap.detail} in line ${gap.line}`;
		case "criteria-few": return `it has ${gap.count} acceptance criteria; at least ${gap.wanted} are wanted`;
		case "too-short": return `it has ${gap.count} characters; at least ${gap.wanted} are wanted`;
		case "too-long": return `it has ${gap.count} characters; at most ${gap.wanted} are wanted`;
	}
}

// src/cli/remote-words.ts
/** The one task that an action is about. */
function onlyOne(action, rest) {
	const [task, ...more] = rest;
	if (task !== void 0 && more.length === 0) return task;
	throw require_cli_js.usage({ name: "remote" }, `remote ${action} takes one task.`, {
		found: rest.join(" ") || "none",
		wanted: "a task, such as TASK-7, or the ticket that it follows"
	});
}
/** Lines as a text that ends with a line break. */
function asText(lines) {
	return `${lines.join("\n")}\n`;
}
/** What the policy forbids, by the name of its rule. */
function refusalLines({ rule, message, found, wanted, fix }, color) {
	return [
		`${require_paint.painter(color).red(rule)}: ${require_escape.terminal(message)}`,
		`  found:  ${require_escape.terminal(found)}`,
		`  wanted: ${require_escape.terminal(wanted)}`,
		`  fix:    ${require_escape.terminal(fix)}`
	];
}
/** What does not stop anybody, and should be known. */
function warningLines(warnings, color) {
	return warnings.map((warning) => `  ${require_paint.painter(color).yellow("warning:")} ${require_escape.terminal(warning)}`);
}

Object.defineProperty(exports, "asText", {
  enumerable: true,
  get: function () {
    return asText;
  }
});
Object.defineProperty(exports, "gapText", {
  enumerable: true,
  get: function () {
    return gapText;
  }
});
Object.defineProperty(exports, "onlyOne", {
  enumerable: true,
  get: function () {
    return onlyOne;
  }
});
Object.defineProperty(exports, "refusalLines", {
  enumerable: true,
  get: function () {
    return refusalLines;
  }
});
Object.defineProperty(exports, "warningLines", {
  enumerable: true,
  get: function () {
    return warningLines;
  }
});