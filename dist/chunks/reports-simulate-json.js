"use strict";

const require_escape = require("./reports-escape.js");

// src/reports/simulate-json.ts
/** The simulation as one JSON document. */
function simulateJson(simulation) {
	return [`${require_escape.json(simulation)}\n`];
}

exports.simulateJson = simulateJson;