"use strict";

const require_audit_rows = require("./reports-audit-rows.js");
const require_escape = require("./reports-escape.js");
const require_finding_text = require("./reports-finding-text.js");
const require_reports = require("./reports.js");
const require_paint = require("./reports-paint.js");

// src/reports/trace-text.ts
/** Rows of a list that are shown; the JSON has all of them. */
const ROWS = 12;
/** A subject or title longer than this is cut. */
const LONGEST = 72;
const KINDS = {
	ticket: "ticket",
	change: "pull request",
	commit: "commit",
	path: "file",
	line: "line"
};
/** A thread for people: intent, plan, implementation, evidence. */
function* traceText(answer, options) {
	const context = {
		options,
		paint: require_paint.painter(options.color)
	};
	const { paint } = context;
	yield `${paint.bold("Trace")} ${require_escape.terminal(answer.asked.text)}: ${KINDS[answer.asked.kind]}\n`;
	yield* section("Intent", intent(answer, context), context);
	yield* section("Plan", answer.tickets.slice(0, ROWS).flatMap((ticket) => plan(ticket, context)), context);
	yield* section("Implementation", implementation(answer, context), context);
	yield* section("Evidence", evidence(answer, context), context);
}
function* section(title, lines, { paint }) {
	yield `\n  ${paint.bold(title)}\n`;
	if (lines.length === 0) yield `    ${paint.dim("nothing")}\n`;
	for (const line of lines) yield `${line}\n`;
}
function table(list, { paint, options }) {
	return require_reports.rows(list, {
		indent: 4,
		columns: options.columns,
		label: paint.dim
	});
}
function more(all) {
	return all > ROWS ? [`    … ${require_reports.count(all - ROWS)} more in --json`] : [];
}
function intent({ tickets }, context) {
	return [...tickets.slice(0, ROWS).flatMap((ticket) => ticketLines(ticket, context)), ...more(tickets.length)];
}
function ticketLines(ticket, context) {
	const { key, title, state, type, status, url, createdAt, remote, asOf } = ticket;
	const head = `    ${context.paint.cyan(require_escape.terminal(key))}  ${title === null ? "" : require_escape.terminal(title, LONGEST)}`;
	const kind = type === null ? "" : ` (${require_escape.terminal(type)})`;
	const told = asOf === null ? "" : `, as told at ${asOf}`;
	return [head.trimEnd(), ...table([
		{
			label: "state",
			text: state === null ? `${status} in ${require_escape.terminal(remote)}` : `${require_escape.terminal(state.name)}${kind}${told}`
		},
		...createdAt === null ? [] : [{
			label: "made",
			text: createdAt
		}],
		...url === null ? [] : [{
			label: "page",
			text: require_escape.terminal(url),
			whole: true
		}]
	], context)];
}
function plan({ key, spec, criteria, approvals, path }, context) {
	const list = [
		...approvals.map(({ by, at }) => ({
			label: "approved",
			text: `by ${require_escape.terminal(by)} at ${require_escape.terminal(at)}`
		})),
		...spec === null ? [] : [{
			label: "spec",
			text: `${require_escape.terminal(spec.path ?? spec.source)}, SHA-256 ${spec.digest}`,
			whole: true
		}],
		...criteria === null ? [] : [{
			label: "criteria",
			text: `${require_reports.count(criteria.done)} of ${require_reports.count(criteria.total)} ticked`
		}],
		...path === null ? [] : [{
			label: "task",
			text: require_escape.terminal(path),
			whole: true
		}]
	];
	return list.length === 0 ? [] : [`    ${context.paint.cyan(require_escape.terminal(key))}`, ...table(list, context)];
}
function implementation(answer, context) {
	const { changes, commits, files } = answer;
	const { paint } = context;
	return [
		...changes.slice(0, ROWS).map(({ number, commits: own, covered }) => {
			return `    ${covered ? paint.green("✓") : paint.red("✗")} pull request ${number}, ${require_reports.plural(own, "commit")}`;
		}),
		...more(changes.length),
		...commits.slice(0, ROWS).map((commit) => commitLine(commit, paint)),
		...more(commits.length),
		...files.slice(0, ROWS).flatMap((file) => fileLines(file, answer, paint)),
		...more(files.length)
	];
}
function commitLine({ id, subject, at, standing }, paint) {
	const words = `${paint.cyan(id.slice(0, 10))} ${at.slice(0, 10)} ${require_escape.terminal(subject, LONGEST)}`;
	return `    ${signOf(standing, paint)} ${words}  ${paint.dim(standing)}`;
}
function signOf(standing, paint) {
	switch (standing) {
		case "authorised": return paint.green("✓");
		case "exempt": return paint.dim("-");
		case "unknown": return paint.yellow("?");
		case "unauthorised":
		case "unreferenced": return paint.red("✗");
	}
}
/** Of a file that only its commits lead to, the path alone. */
function fileLines(file, { tickets, asked }, paint) {
	const keys = new Map(tickets.map(({ at, key }) => [at, key]));
	const links = file.named.filter(({ ticket }) => asked.kind !== "ticket" || keys.has(ticket));
	const path = require_escape.terminal(file.path);
	if (links.length === 0) return [`      ${path}`];
	return links.slice(0, ROWS).map(({ line, where, ticket }) => `      ${path}:${line}  ${require_escape.terminal(keys.get(ticket) ?? ticket)} ${paint.dim(where)}`);
}
function evidence(answer, context) {
	const { commits, asOf, policyDigest, unseen } = answer;
	const said = new Set(commits.slice(0, ROWS).flatMap(({ findings }) => findings.map((finding) => `${finding.rule}: ${require_finding_text.sentence(finding, context)}`)));
	const failed = commits.filter(({ verdict }) => verdict !== "pass").length;
	const passed = `${require_reports.count(commits.length - failed)} of ${require_reports.plural(commits.length, "commit")} ${commits.length === 1 ? "passes" : "pass"}`;
	return table([
		...commits.length === 0 ? [] : [{
			label: "verdict",
			text: passed
		}],
		...[...said].slice(0, ROWS).map((text) => ({
			label: "",
			text
		})),
		{
			label: "as of",
			text: asOf
		},
		{
			label: "policy",
			text: policyDigest,
			whole: true
		},
		...require_audit_rows.unseenRows({ parts: unseen }).flatMap(({ name, state, why, fix }) => [{
			label: "not seen",
			text: `${name}: ${require_escape.terminal(why === "" ? state : why)}`
		}, ...fix === null ? [] : [{
			label: "",
			text: require_escape.shellCommand(fix),
			whole: true
		}]])
	], context);
}

exports.traceText = traceText;