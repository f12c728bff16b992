"use strict";

let node_crypto = require("node:crypto");

// src/reports/content-policy.ts
/** The policy of a page that loads nothing: text from outside could not run even if it were not escaped (CSP Level 3). */
function contentPolicy({ style, script, others = [] }) {
	return [
		"default-src 'none'",
		`style-src '${hashOf(style)}'`,
		...script === null ? [] : [`script-src '${hashOf(script)}'`],
		...others,
		"base-uri 'none'",
		"form-action 'none'"
	].join("; ");
}
/** As a policy names what may run or style ("hash-source"). */
function hashOf(text) {
	return `sha256-${(0, node_crypto.createHash)("sha256").update(text).digest("base64")}`;
}

Object.defineProperty(exports, "contentPolicy", {
  enumerable: true,
  get: function () {
    return contentPolicy;
  }
});