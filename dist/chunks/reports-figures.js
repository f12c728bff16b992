"use strict";

const require_reports = require("./reports.js");

// src/reports/figures.ts
/** Columns of the longest bar. */
const LONGEST_BAR = 24;
/** Rows of cells in columns: the first and last to the left, figures between them to the right. */
function columns(table) {
	const last = Math.max(0, ...table.map((row) => row.length - 1));
	const widths = Array.from({ length: last + 1 }, (_, column) => Math.max(...table.map((row) => require_reports.width(row[column] ?? ""))));
	return table.map((row) => row.map((cell, column) => require_reports.pad(cell, widths[column] ?? 0, column === 0 || column === last ? "right" : "left")).join("  ").trimEnd());
}
/** A bar for each share (0 to 1). What is not nothing has at least one block, and only all has the longest. */
function bars(shares) {
	return shares.map((part) => part > 0 ? "█".repeat(Math.max(1, Math.floor(Math.min(1, part) * LONGEST_BAR))) : "");
}

Object.defineProperty(exports, "bars", {
  enumerable: true,
  get: function () {
    return bars;
  }
});
Object.defineProperty(exports, "columns", {
  enumerable: true,
  get: function () {
    return columns;
  }
});