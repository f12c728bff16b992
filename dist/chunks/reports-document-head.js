"use strict";

const require_markup = require("./reports-markup.js");
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

// src/reports/document-head.ts
/**
* The head of a page, up to its body: nothing is loaded, and nothing runs but the script that is named, so text from outside could not
* even if it were not escaped. `page`: what `contentPolicy` takes.
*/
function documentHead(title, page) {
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(page)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
${require_markup.markup`<title>${title}</title>`.markup}
<style>${page.style}</style>
</head>
<body>
`;
}

Object.defineProperty(exports, "documentHead", {
  enumerable: true,
  get: function () {
    return documentHead;
  }
});