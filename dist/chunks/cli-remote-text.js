"use strict";

const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_paint = require("./reports-paint.js");

// src/cli/remote-text.ts
const HEAD = [
	"remote",
	"kind",
	"where",
	"who",
	"token from",
	"left",
	"ms"
];
/** Longest list of rights that is shown in one line. */
const MOST_RIGHTS = 8;
/** A table of remotes, and below it what is wrong with each, with the command that mends it. */
function remotesText(remotes, out) {
	const paint = require_paint.painter(out.color);
	if (remotes.length === 0) return "The policy names no remote. golden-thread init writes those that it finds.\n";
	const cells = remotes.map(cellsOf);
	const columns = HEAD.map((head, at) => Math.max(require_reports.width(head), ...cells.map((row) => require_reports.width(row[at] ?? ""))));
	const line = (row) => row.map((text, at) => require_reports.pad(text, columns[at] ?? 0)).join("  ").trimEnd();
	const table = remotes.map((remote, at) => `  ${markOf(remote, paint)} ${line(cells[at] ?? [])}\n${belowOf(remote, paint)}`);
	return `    ${paint.dim(line(HEAD))}\n${table.join("")}`;
}
function cellsOf(remote) {
	const { name, kind, origin, identity, credential, rate, latencyMs } = remote;
	const isLocal = origin === null;
	return [
		require_escape.terminal(name),
		kind,
		isLocal ? "this repository" : require_escape.terminal(origin),
		identity === null ? nobody(remote) : require_escape.terminal(identity.name),
		isLocal ? "-" : require_escape.terminal(credential ?? "none"),
		rate === null ? "-" : `${require_reports.count(rate.remaining)}${rate.limit === null ? "" : ` of ${require_reports.count(rate.limit)}`}`,
		latencyMs === null ? "-" : require_reports.count(latencyMs)
	];
}
function nobody({ outcome, origin }) {
	if (origin === null) return "-";
	return outcome === "anonymous" ? "anybody" : "?";
}
/**
* What mends a remote, and the command that says whether it did. Null: nothing is wrong. A provider's own advice goes
* before what holds for any.
*/
function mendOf({ name, outcome, credential, fix }) {
	if (fix?.startsWith("golden-thread remote trust")) return fix;
	const advice = fix === null || fix.startsWith("golden-thread ") ? null : fix;
	const again = `golden-thread remote check ${name}`;
	switch (outcome) {
		case "ready":
		case "anonymous": return null;
		case "credentials": return `${advice ?? (credential === null ? "set what is missing" : `renew the token in ${credential}`)}, then: ${again}`;
		case "forbidden": return `${advice ?? "give the token this right"}, then: ${again}`;
		case "unavailable": return `${advice ?? "see that its address is right and can be reached"}, then: ${again}`;
	}
}
function belowOf(remote, paint) {
	const { identity, detail, outcome } = remote;
	const mend = mendOf(remote);
	const rights = identity?.rights ?? null;
	const more = rights !== null && rights.length > MOST_RIGHTS ? ", …" : "";
	return [
		rights === null || rights.length === 0 ? null : paint.dim(`may: ${require_escape.terminal(rights.slice(0, MOST_RIGHTS).join(", "))}${more}`),
		outcome === "anonymous" ? paint.dim("without a token: public tickets alone, and few of them") : null,
		detail === null ? null : require_escape.terminal(detail),
		mend === null ? null : paint.cyan(require_escape.terminal(mend))
	].filter((text) => text !== null).map((text) => `      ${text}\n`).join("");
}
function markOf({ outcome }, paint) {
	switch (outcome) {
		case "ready": return paint.green("✓");
		case "anonymous": return paint.yellow("!");
		case "forbidden":
		case "credentials": return paint.red("✗");
		case "unavailable": return paint.yellow("?");
	}
}

Object.defineProperty(exports, "mendOf", {
  enumerable: true,
  get: function () {
    return mendOf;
  }
});
Object.defineProperty(exports, "remotesText", {
  enumerable: true,
  get: function () {
    return remotesText;
  }
});