"use strict";

const require_merge_lines = require("./git-merge-lines.js");
const require_records = require("./git-records.js");
const require_git = require("./git.js");
const require_core = require("./core.js");
const require_standings = require("./trace-standings.js");
const require_question = require("./trace-question.js");

// src/git/path-commits.ts
/** Full ids, whatever the configuration adds. */
const LOG = [
	"-c",
	"log.showRoot=true",
	"log",
	"--format=%H",
	"--no-show-signature",
	"--no-notes",
	"--no-color"
];
/**
* Full ids of the commits behind a file as a commit has it, merges that wrote something of it themselves last, or behind one of its lines
* (from 1), each newest first; renames are followed. Empty where the file has no such line.
*/
async function commitsOfPath(repo, commit, path, line) {
	if (line !== null) return records(repo, [
		...LOG,
		"--no-patch",
		`-L${line},${line}:${path}`,
		commit
	], "\n");
	const { ids, renamed } = namedIn(await records(repo, [
		...LOG,
		"-z",
		"--name-status",
		"--no-relative",
		"--follow",
		commit,
		"--",
		path
	], "\0"));
	const merges = [];
	for (const place of [{
		from: commit,
		path
	}, ...renamed]) merges.push(...await mergesOf(repo, place));
	return [.../* @__PURE__ */ new Set([...ids, ...merges])];
}
/** Ids, each with a status and a path behind it, or with the old path and the new one (git-diff-tree, `--name-status`). */
function namedIn(told) {
	const [ids, renamed] = [[], []];
	for (let at = 0; at < told.length; at++) {
		const record = told[at] ?? "";
		if (!record.startsWith("\n")) ids.push(record);
		else if (/^\n[RC]/.test(record)) {
			renamed.push({
				from: ids.at(-1) ?? "",
				path: told[at + 1] ?? ""
			});
			at += 2;
		} else at++;
	}
	return {
		ids,
		renamed
	};
}
/** Merges that wrote something of a file themselves: `--follow` passes all merges by, and would lose its way in them. */
async function mergesOf(repo, { from, path }) {
	const merges = await records(repo, [
		"rev-list",
		"--merges",
		"--full-history",
		from,
		"--",
		path
	], "\n");
	const own = await require_merge_lines.mergeLines(repo, merges, [path]);
	return merges.filter((id) => (own.get(id)?.length ?? 0) > 0);
}
async function records(repo, args, end) {
	const place = ["-C", repo.root ?? repo.gitDir];
	const { code, stdout } = await repo.git.run([...place, ...args], { codes: [0, 128] });
	return code === 0 ? stdout.toString("utf8").split(end).filter(Boolean) : [];
}
/** Paths that a commit changed against its first parent; a root commit brought all of its own. */
async function pathsOfCommit(repo, commit) {
	const child = repo.git.spawn([
		...[
			"-c",
			"log.showRoot=true",
			"log",
			"-1",
			"-z",
			"--format=",
			"--name-only",
			"--no-renames",
			"--no-relative"
		],
		"--diff-merges=first-parent",
		"--no-show-signature",
		"--end-of-options",
		commit,
		"--"
	]);
	const paths = [];
	for await (const path of require_records.nulRecords(child.stdout)) paths.push(path);
	await child.done;
	return paths;
}

// src/trace/answer.ts
/** The thread of a question through an audit, both ways. Pure: what the columns do not hold is handed in. */
function answerOf(audit, question, told) {
	const { report, asOf, scope, parts } = audit;
	const commits = commitsOf(audit, question, told);
	const tickets = ticketsOf(audit, question, commits);
	const files = filesOf(audit, question, told);
	return {
		schemaVersion: 1,
		kind: "trace",
		tool: report.tool,
		policyDigest: report.policyDigest,
		asOf,
		scope,
		asked: question.asked,
		tickets: tickets.map((index) => tracedTicket(audit, index)),
		changes: changesOf(audit, commits),
		commits: commits.map((index) => tracedCommit(audit, index)),
		files: files.map((index) => tracedFile(audit, index)),
		unseen: parts.filter(({ state }) => state !== "done")
	};
}
/** Ascending, which is newest first. */
function commitsOf({ report, history }, question, { commits: ids }) {
	const tickets = new Set(question.tickets);
	const changes = new Set(question.changes);
	const wanted = new Set(ids);
	const found = new Set(question.commits);
	for (let index = 0; index < history.count; index++) {
		const change = changes.size === 0 ? null : history.change(index);
		if (tickets.size > 0 && history.tickets(index).some((ticket) => tickets.has(ticket)) || change !== null && changes.has(change) || wanted.size > 0 && wanted.has(report.commits?.id(index) ?? "")) found.add(index);
	}
	return sorted(found);
}
function ticketsOf({ history, files }, question, commits) {
	if (question.tickets.length > 0) return question.tickets;
	const here = question.files.flatMap((file) => files?.named(file) ?? []).filter(({ line }) => question.line === null || line === question.line);
	return sorted(/* @__PURE__ */ new Set([...here.map(({ ticket }) => ticket), ...commits.flatMap((index) => history.tickets(index))]));
}
function filesOf({ files }, question, { paths }) {
	const found = new Set(question.files);
	const tickets = new Set(question.tickets);
	const changed = new Set(paths);
	for (let index = 0; files !== null && index < files.count; index++) if (changed.has(files.path(index)) || tickets.size > 0 && (files.named(index).some(({ ticket }) => tickets.has(ticket)) || (files.through(index)?.some((ticket) => tickets.has(ticket)) ?? false))) found.add(index);
	return sorted(found);
}
function sorted(numbers) {
	return [...numbers].sort((a, b) => a - b);
}
/** Every pull request of the commits, with all of its own. */
function changesOf({ history }, commits) {
	const changes = /* @__PURE__ */ new Map();
	for (const index of commits) {
		const number = history.change(index);
		if (number !== null) changes.set(number, {
			commits: 0,
			covered: true
		});
	}
	for (let index = 0; changes.size > 0 && index < history.count; index++) {
		const change = changes.get(history.change(index) ?? -1);
		if (change === void 0) continue;
		change.commits++;
		change.covered &&= require_standings.isExcused(history.standing(index));
	}
	return [...changes].sort(([a], [b]) => a - b).map(([number, change]) => ({
		number,
		...change
	}));
}
function tracedTicket(audit, index) {
	const ticket = audit.tickets[index];
	if (ticket === void 0) throw new RangeError(`no ticket ${index}`);
	const approvals = /* @__PURE__ */ new Map();
	for (const { findings } of audit.report.keys) for (const { about, args } of findings) {
		if (about.ticket !== ticket.key || args.approver === void 0 || args.approvedAt === void 0) continue;
		const approval = {
			by: String(args.approver),
			at: String(args.approvedAt)
		};
		approvals.set(`${approval.at} ${approval.by}`, approval);
	}
	return {
		...ticket,
		approvals: [...approvals].sort(([a], [b]) => a < b ? -1 : 1).map(([, one]) => one)
	};
}
function tracedCommit({ report: { commits, keys }, history, tickets }, index) {
	const key = commits === null ? void 0 : keys[commits.key(index)];
	return {
		id: commits?.id(index) ?? "",
		subject: history.subject(index),
		author: commits?.author(index) ?? "",
		at: require_core.timeOf(commits?.time(index) ?? 0),
		standing: history.standing(index),
		verdict: key?.verdict ?? "undecided",
		tickets: history.tickets(index).map((ticket) => tickets[ticket]?.at ?? ""),
		change: history.change(index),
		lineage: history.lineage(index),
		lines: history.lines(index),
		findings: key?.findings.filter(({ outcome }) => outcome !== "skip") ?? []
	};
}
function tracedFile({ files, tickets }, index) {
	const at = (ticket) => tickets[ticket]?.at ?? "";
	return {
		path: files?.path(index) ?? "",
		lines: files?.lines(index) ?? null,
		named: files?.named(index).map(({ ticket, line, where }) => ({
			ticket: at(ticket),
			line,
			where
		})) ?? [],
		through: files?.through(index)?.map(at) ?? null
	};
}

// src/trace/follow.ts
/** Follows something of an audit by its own name, else a commit by one that git knows. git is asked only what the columns do not hold. */
async function follow(repo, audit, text) {
	const own = require_question.questionOf(text, audit) ?? await revisionOf(repo, audit, text);
	if (own === null) return { status: "nothing" };
	if (own.asked.kind === "commit" && own.commits.length > 1) return {
		status: "ambiguous",
		commits: own.commits.map((index) => audit.report.commits?.id(index) ?? "")
	};
	const question = {
		...own,
		asked: {
			...own.asked,
			text
		}
	};
	return {
		status: "followed",
		answer: answerOf(audit, question, await toldByGit(repo, audit, question))
	};
}
async function revisionOf(repo, audit, text) {
	const commit = await require_git.commitCalled(repo, text);
	return commit === null ? null : require_question.questionOf(commit, audit);
}
async function toldByGit(repo, { scope, files, report }, question) {
	const [file] = question.files;
	const [commit] = question.commits;
	if (file !== void 0 && scope.tip !== null && files !== null) return {
		commits: await commitsOfPath(repo, scope.tip, files.path(file), question.line),
		paths: []
	};
	if (commit === void 0) return {
		commits: [],
		paths: []
	};
	return {
		commits: [],
		paths: await pathsOfCommit(repo, report.commits?.id(commit) ?? "")
	};
}

exports.follow = follow;