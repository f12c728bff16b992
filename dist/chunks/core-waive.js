"use strict";

const require_affected = require("./core-affected.js");
const require_change = require("./core-change.js");
const require_ticket = require("./core-ticket.js");
const require_time = require("./core-time.js");

// src/core/waive.ts
/** Shortest start of a commit's id that a waiver may name: git's own default for short ids. */
const SHORTEST_ID = 7;
/**
* Lifts what a waiver excuses: a fail or an unknown becomes a `skip` that keeps its code and names the waiver.
* A waiver that gives several targets holds only where all of them meet. Under `provedOnly` a declared one lifts nothing.
*/
function waive(findings, evidence, { provedOnly }) {
	const usable = evidence.waivers.filter((waiver) => inForce(waiver, evidence.at) && !(provedOnly && waiver.proof !== "proved"));
	if (usable.length === 0) return findings;
	return findings.map((finding) => {
		if (finding.outcome !== "fail" && finding.outcome !== "unknown") return finding;
		const waiver = usable.find((candidate) => excuses(candidate, finding, evidence));
		return waiver === void 0 ? finding : {
			...finding,
			outcome: "skip",
			blocking: false,
			waiver: waiver.id
		};
	});
}
const DATE = /^\d{4}-\d\d-\d\d$/;
/** Whether a waiver lifts anything at a time. What can't be read is not in force. */
function inForce(waiver, at) {
	const [now, from] = [require_time.secondsOf(at), require_time.secondsOf(waiver.created)];
	return now !== null && from !== null && from <= now && isOverdue(waiver, at) === false;
}
/** Whether its last day is over: a date alone is good until the end of that day in UTC. Null: nobody can tell. */
function isOverdue({ expires }, at) {
	const [now, until] = [require_time.secondsOf(at), require_time.secondsOf(expires)];
	if (now === null || until === null) return null;
	return DATE.test(expires) ? at.slice(0, expires.length) > expires : now > until;
}
function excuses(waiver, finding, evidence) {
	if (!waiver.rules.includes(finding.rule)) return false;
	const { pr, commits, paths, ticket } = waiver.for;
	const targets = [
		pr && coversPullRequest(pr, evidence),
		commits && coversCommits(commits, finding, evidence),
		paths && coversPaths(paths, finding, evidence),
		ticket && coversTicket(ticket, finding, evidence)
	].filter((target) => target !== void 0);
	return targets.length > 0 && targets.every(Boolean);
}
function coversPullRequest(numbers, { change }) {
	return change.kind === "pull-request" && numbers.includes(change.number);
}
/** A finding about the whole change is covered when every commit of it is. */
function coversCommits(ids, { about }, { change }) {
	const commits = require_change.commitsOf(change).filter((_, index) => about.commit === void 0 || about.commit === index);
	return commits.length > 0 && commits.every(({ id }) => ids.some((start) => startsId(start.toLowerCase(), id)));
}
/** Whether a commit's id begins with `start` (lower-case hex), which has to say enough of it. */
function startsId(start, id) {
	return id !== null && start.length >= SHORTEST_ID && id.startsWith(start);
}
/** Without a path of its own a finding is covered when every changed path of its commits is. */
function coversPaths(entries, { about }, evidence) {
	const covers = require_affected.coverageOf(entries, evidence.globs);
	if (about.path !== void 0) return covers(about.path);
	const commits = require_change.commitsOf(evidence.change).filter((_, index) => about.commit === void 0 || about.commit === index);
	const paths = commits.flatMap((commit) => commit.paths ?? []);
	return paths.length > 0 && commits.every((commit) => commit.paths !== null) && paths.every(({ path }) => covers(path));
}
/** The ticket that the finding speaks of, or one that its commit refers to and that is really there. */
function coversTicket(tickets, { about }, evidence) {
	const wanted = new Set(tickets.map((ticket) => ticket.toLowerCase()));
	if (about.ticket !== void 0) return wanted.has(about.ticket.toLowerCase());
	return evidence.references.some(({ remote, id, commit }) => {
		if (remote === null || !wanted.has(id.toLowerCase())) return false;
		if (commit !== null && about.commit !== void 0 && commit !== about.commit) return false;
		return evidence.lookups[require_ticket.lookupKey(remote, id)]?.status === "found";
	});
}

Object.defineProperty(exports, "inForce", {
  enumerable: true,
  get: function () {
    return inForce;
  }
});
Object.defineProperty(exports, "isOverdue", {
  enumerable: true,
  get: function () {
    return isOverdue;
  }
});
Object.defineProperty(exports, "startsId", {
  enumerable: true,
  get: function () {
    return startsId;
  }
});
Object.defineProperty(exports, "waive", {
  enumerable: true,
  get: function () {
    return waive;
  }
});