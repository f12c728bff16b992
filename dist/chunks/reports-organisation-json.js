"use strict";

const require_escape = require("./reports-escape.js");

// src/reports/organisation-json.ts
/** An organisation's audit as one JSON document, rows in the order of the manifest, a line each. */
const renderer = () => (organisation) => ({
	name: "organisation.json",
	mediaType: "application/json",
	body: [jsonOf(organisation)]
});
function jsonOf({ rows, ...head }) {
	return `${require_escape.json(head).slice(0, -1)},\n"rows":[\n${rows.map(require_escape.json).join(",\n")}\n]}\n`;
}

exports.renderer = renderer;