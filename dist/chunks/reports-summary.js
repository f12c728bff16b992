"use strict";

const require_counted = require("./reports-counted.js");
const require_escape = require("./reports-escape.js");
const require_headline = require("./reports-headline.js");
const require_layout = require("./reports-layout.js");
const require_repair = require("./reports-repair.js");
const require_told = require("./reports-told.js");
const require_notices = require("./reports-notices.js");

// src/reports/markdown-parts.ts
/** More of one text is not read in a table; report.json has all of it. */
const LONGEST = 400;
const LONGEST_SUBJECT = 100;
/** Text from outside as a part of a line or table cell. */
function prose(text) {
	return require_escape.inertLine(require_escape.clip(text, LONGEST));
}
/** The same as code. */
function code(text) {
	return span(require_escape.clip(text, LONGEST));
}
/** Our markers are looked for in code too, and a backslash before a pipe ends a cell there (GFM, "Tables"): such text is no code. */
function span(text) {
	return /<!--|\\\|/.test(text) ? require_escape.inertLine(text) : require_escape.markdownCode(text);
}
/** A row of a table. Cells are Markdown. */
function row(cells) {
	return `| ${cells.join(" | ")} |`;
}
/** The two lines that begin a table. */
function tableHead(names) {
	return [row(names), row(names.map(() => "---"))];
}
/** A commit by its short id, a link where the forge's address is known, and its subject. */
function commitLine(id, { links, subject }) {
	const short = `\`${id.slice(0, 10)}\``;
	const shown = links === void 0 ? short : `[${short}](${links.commit(id)})`;
	const text = subject(id);
	return text === null || text === "" ? shown : `${shown} ${require_escape.inertLine(require_escape.clip(text, LONGEST_SUBJECT))}`;
}
/** What a finding says, escaped, with the command that mends it as code. */
function saidMarkdown(finding, options) {
	const { title, found, wanted, fix } = require_told.saidOf(finding, options);
	const argv = require_repair.repairOf(finding, options);
	return {
		title: prose(title),
		found: prose(found),
		wanted: wanted === null ? "" : prose(wanted),
		fix: prose(fix),
		command: argv === null ? "" : span(require_escape.shellCommand(argv))
	};
}
/** The sign of a finding that somebody should read. */
function signOf({ outcome, blocking }) {
	if (outcome === "unknown") return "❔";
	return blocking ? "❌" : "⚠️";
}

// src/reports/problems.ts
/** Fails and unknowns with reasons of their own, the most important first. Those that only rest on another unknown are left out. */
function* problemsOf(report) {
	const hides = restingRules(report).length > 0;
	for (const told of require_told.toldFindings(report)) if (isProblem(told.finding) && !(hides && require_counted.isResting(told.finding))) yield told;
}
/** Rules that could not tell because another one couldn't; none where no other says why. */
function restingRules(report) {
	const all = [...report.findings, ...report.keys.flatMap((key) => key.findings)].filter(isProblem);
	return all.some((finding) => finding.outcome === "unknown" && !require_counted.isResting(finding)) ? [...new Set(all.filter(require_counted.isResting).map(({ rule }) => rule))] : [];
}
/** The same, each kind of answer once; what blocks first. `most`: examples of one. */
function groupedProblems(report, most) {
	const hides = restingRules(report).length > 0;
	const ofWhole = report.findings.map((finding) => ({
		finding,
		commits: 0,
		examples: []
	}));
	const ofCommits = require_counted.groupFindings(report, most).flatMap(({ commits, examples }) => {
		const [first] = examples;
		return first === void 0 ? [] : [{
			finding: first.finding,
			commits,
			examples
		}];
	});
	return [...ofWhole, ...ofCommits].filter(({ finding }) => isProblem(finding) && !(hides && require_counted.isResting(finding))).sort((a, b) => weight(b.finding) - weight(a.finding));
}
function isProblem(finding) {
	const severity = require_told.severityOf(finding);
	return severity === "error" || severity === "warning";
}
function weight({ outcome, blocking }) {
	return (blocking ? 2 : 0) + (outcome === "fail" ? 1 : 0);
}

// src/reports/summary.ts
/** Bytes that a step's summary may have: GitHub drops one of more than 1 MiB as a whole. */
const LIMIT = 1e6;
/** Rows of one table; nobody scrolls through more. */
const MOST_ROWS = 1e3;
/** Bytes for a section's heading, the head of its table and the line that counts what is left out. */
const AROUND = 400;
/**
* The report as Markdown for a job's page: the verdict, the numbers, what failed, tickets, waivers and what else there is to know.
* At most `limit` bytes of UTF-8 (from 8,192 on): rows are cut from the least important, and it says how many.
*/
function summaryMarkdown(report, options, limit = LIMIT) {
	const head = headOf(report, options);
	const foot = footOf(report);
	const sections = [
		problemSection(report, options),
		ticketSection(report),
		waiverSection(report),
		noticeSection(report)
	];
	let room = limit - bytes(head) - bytes(foot);
	return [
		head,
		...sections.map((section, index) => {
			const text = fitted(section, room - AROUND * (sections.length - index));
			room -= bytes(text);
			return text;
		}),
		foot
	].join("");
}
function bytes(text) {
	return new TextEncoder().encode(text).length;
}
/** As many rows as have room; nothing where there are none at all. */
function fitted({ title, head, rows, tail }, room) {
	const shown = [];
	let left = room - bytes(tail);
	let more = 0;
	for (const line of rows) {
		const size = bytes(line) + 1;
		if (more > 0 || shown.length >= MOST_ROWS || size > left) more++;
		else {
			shown.push(line);
			left -= size;
		}
	}
	if (shown.length + more === 0) return "";
	const rest = more === 0 ? [] : ["", `${require_layout.count(more)} more in report.json.`];
	return `### ${title}\n\n${[
		...shown.length === 0 ? [] : [...head, ...shown],
		...rest,
		...tail === "" ? [] : ["", tail]
	].join("\n")}\n\n`;
}
function headOf(report, options) {
	const { sign, word, sentence } = require_headline.headlineOf(report);
	const numbers = require_counted.countRows(report).map(({ name, number, remark }, index) => row([
		name,
		require_layout.count(number),
		index === 0 ? "" : require_layout.share(number, report.counts.commits),
		remark === "" ? "" : prose(remark)
	]));
	const table = report.commits === null ? [] : [
		...tableHead([
			"",
			"Number",
			"Share",
			""
		]),
		...numbers,
		""
	];
	return [
		`## ${sign} golden-thread: ${word}`,
		"",
		sentence,
		"",
		subjectLine(report, options),
		"",
		...table,
		""
	].join("\n");
}
function subjectLine({ subject, proposal }, { links }) {
	if (proposal === null) {
		const branch = subject.branch === null ? "" : ` on ${code(subject.branch)}`;
		return `Judged: ${code(subject.label)}${branch}`;
	}
	const { number, base, head, author } = proposal;
	const name = links?.change ? `[pull request ${number}](${links.change})` : `pull request ${number}`;
	const from = `${code(head.branch)}${head.isFork ? " of a fork" : ""}`;
	return `Judged: ${name} by ${prose(author)}, ${from} into ${code(base.branch)}, by the policy of \`${base.commit.slice(0, 12)}\``;
}
function problemSection(report, options) {
	const resting = restingRules(report).map((rule) => code(rule));
	return {
		title: "What failed or is not known",
		head: tableHead([
			"",
			"Rule",
			"About",
			"Found",
			"Wanted",
			"Fix"
		]),
		rows: mapped(problemsOf(report), (told) => problemRow(told, options)),
		tail: resting.length === 0 ? "" : `Not known for that reason either: ${resting.join(", ")}.`
	};
}
function problemRow(told, options) {
	const { finding, commit } = told;
	const { title, found, wanted, fix, command } = saidMarkdown(finding, options);
	const place = require_told.placeOf({
		finding,
		commit: null
	}, options);
	const where = commit === null ? prose(place) : commitLine(commit, options);
	const file = commit === null || finding.about.path === void 0 ? "" : `, ${code(place)}`;
	return row([
		signOf(finding),
		code(finding.rule),
		`${where}${file}`,
		found,
		wanted === "" ? title : wanted,
		[fix, command].filter((text) => text !== "").join("<br>")
	]);
}
function* mapped(list, change) {
	for (const one of list) yield change(one);
}
function ticketSection(report) {
	return {
		title: "Tickets",
		head: tableHead([
			"Ticket",
			"Title",
			"State",
			"Told by",
			"Spec"
		]),
		rows: report.tickets().map(ticketRow),
		tail: ""
	};
}
/** Who told a ticket, in a reader's words. */
const SOURCES = {
	api: "its tracker",
	ledger: "the ledger",
	file: "a file of this repository"
};
function ticketRow({ key, remote, title, url, state, status, source, asOf, path, spec }) {
	const told = source === null ? "" : `${SOURCES[source]}${asOf === null ? "" : `, ${prose(asOf)}`}`;
	return row([
		`${link(prose(key), url)} (${prose(remote)})`,
		title === null ? "" : prose(title),
		state === null ? prose(status) : stateText(state),
		path === null ? told : code(path),
		spec === null ? "" : `${spec.path === null ? spec.source : code(spec.path)}, \`${spec.digest.slice(0, 12)}\``
	]);
}
function stateText({ name, category }) {
	return name === category ? prose(name) : `${prose(name)} (${prose(category)})`;
}
function link(text, url) {
	const page = require_escape.pageOf(url);
	return page === null ? text : `[${text}](${page})`;
}
function waiverSection({ waivers }) {
	return {
		title: "Waivers of the base",
		head: tableHead([
			"Waiver",
			"Rules",
			"Reason",
			"Approver",
			"Expires"
		]),
		rows: waivers.map(waiverRow),
		tail: ""
	};
}
function waiverRow({ id, rules, reason, incident, approver, proof, expires }) {
	const why = incident === void 0 ? reason : `${reason} (${incident})`;
	const who = proof === "proved" ? approver : `${approver} (declared)`;
	return row([
		code(id),
		rules.map(code).join(", "),
		prose(why),
		prose(who),
		prose(expires)
	]);
}
function noticeSection({ notices }) {
	return {
		title: "To know",
		head: [],
		rows: notices.map((notice) => `- ${prose(require_notices.noticeText(notice))}`),
		tail: ""
	};
}
function footOf({ policySources, preset, policyDigest, decidedAt, tool }) {
	return `Policy: ${policySources.length === 0 ? "built in" : policySources.slice(0, 5).map(code).join(" + ")}, preset ${prose(preset)}, digest ${require_escape.markdownCode(policyDigest)}. Decided at ${code(decidedAt)} by golden-thread ${code(tool.version)}.\n`;
}

Object.defineProperty(exports, "SOURCES", {
  enumerable: true,
  get: function () {
    return SOURCES;
  }
});
Object.defineProperty(exports, "code", {
  enumerable: true,
  get: function () {
    return code;
  }
});
Object.defineProperty(exports, "commitLine", {
  enumerable: true,
  get: function () {
    return commitLine;
  }
});
Object.defineProperty(exports, "groupedProblems", {
  enumerable: true,
  get: function () {
    return groupedProblems;
  }
});
Object.defineProperty(exports, "prose", {
  enumerable: true,
  get: function () {
    return prose;
  }
});
Object.defineProperty(exports, "restingRules", {
  enumerable: true,
  get: function () {
    return restingRules;
  }
});
Object.defineProperty(exports, "saidMarkdown", {
  enumerable: true,
  get: function () {
    return saidMarkdown;
  }
});
Object.defineProperty(exports, "signOf", {
  enumerable: true,
  get: function () {
    return signOf;
  }
});
Object.defineProperty(exports, "summaryMarkdown", {
  enumerable: true,
  get: function () {
    return summaryMarkdown;
  }
});