"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");

// src/core/version.ts
/** The package's version; a test holds it equal to package.json, so that no file has to be read at run time. */
const VERSION = "0.1.0";
/** Where golden-thread itself lives; a test holds it equal to package.json. */
const REPOSITORY = "https://github.com/golden-thread/golden-thread";

// src/core/object-id.ts
/** Whether a text is a full object id of either format, in lower-case hex. */
function isObjectId(text) {
	return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

// src/core/change.ts
/** Every commit of a change, in order. */
function commitsOf(change) {
	return change.kind === "commit-message" ? [change.commit] : change.commits;
}
const HEADS = "refs/heads/";
/** The change's branch. A ref outside `refs/heads/` is no branch; a name without `refs/` is one as people write it. */
function branchOf(change) {
	if (change.kind !== "commits") return change.branch;
	if (change.ref === null || change.ref === "HEAD") return null;
	if (change.ref.startsWith(HEADS)) return change.ref.slice(11);
	return change.ref.startsWith("refs/") ? null : change.ref;
}

// src/core/codes.ts
/** Codes that any rule may give about a commit that it does not judge, or can't. Rules spread them into their own table. */
const COMMIT_CODES = {
	"clean-merge": {
		outcome: "skip",
		message: "A clean merge: git's own merge of its parents gives the same tree, and they are judged by themselves."
	},
	bot: {
		outcome: "skip",
		message: "Exempt: made by the bot {account}, which the policy names and proof confirms."
	},
	scope: {
		outcome: "skip",
		message: "Exempt: every changed path lies in a scope that the policy exempts."
	},
	"before-baseline": {
		outcome: "skip",
		message: "Older than the policy's baseline: counted, not judged."
	},
	"no-commits": {
		outcome: "skip",
		message: "The change has no commits."
	},
	incomplete: {
		outcome: "unknown",
		message: "Some commits of this change can't be seen here, so nothing can be said of them.",
		fix: "Fetch the whole history (git fetch --unshallow, or fetch-depth: 0 in CI) and check again.",
		run: [
			"git",
			"fetch",
			"--unshallow"
		]
	},
	"paths-unknown": {
		outcome: "unknown",
		message: "The changed paths of this commit are not known here.",
		fix: "Check the commit where its files can be read."
	}
};
/** Codes of the judgement itself; no rule gives them. The last two stand for answers that would tell of a ticket what is not to be disclosed. */
const GATE_CODES = {
	silent: {
		outcome: "unknown",
		message: "The rule gave no answer. Silence is not a pass.",
		fix: "Report this as a defect of the rule."
	},
	unseen: {
		outcome: "fail",
		message: "{ticket} can't be seen in {remote}: there is no such ticket, or it is not for everybody's eyes.",
		fix: "Check the id for a slip, or name a ticket that this repository may refer to."
	},
	"parent-unseen": {
		outcome: "fail",
		message: "{parent}, which {ticket} is part of, can't be seen in {remote}: there is no such ticket, or it is not for everybody's eyes.",
		fix: "Have the ticket put under a parent that this repository may refer to."
	}
};

// src/core/scope.ts
/**
* Resolves paths to rule sets: per path the last scope that matches wins, without one the law's own rules.
*
* There is no general order of strictness between two sets of options, so none is made up: whoever is under several
* sets is judged by each. Paths of the law itself are under the law's own rules, whatever scope they lie in.
* Null (paths not known) and no paths at all are under the law's own rules too.
*/
function scopesOf(law) {
	const scopes = law.scopes.map((scope) => ({
		scope,
		match: anyOf$1(scope.globs)
	}));
	const isLaw = anyOf$1(law.lawPaths);
	return (paths) => {
		if (paths === null || paths.length === 0 || scopes.length === 0) return {
			exempt: false,
			layers: [law.rules]
		};
		const owners = paths.map((path) => isLaw(path) ? null : scopes.findLast(({ match }) => match(path))?.scope ?? null);
		const judged = owners.filter((scope) => scope === null || !scope.exempt);
		const exempt = judged.length === 0;
		return {
			exempt,
			layers: [...new Set((exempt ? owners : judged).map((scope) => scope?.rules ?? law.rules))]
		};
	};
}
function anyOf$1(sources) {
	const patterns = sources.map((source) => new RegExp(source));
	return (path) => patterns.some((pattern) => pattern.test(path));
}
/** Whether a rule is asked anywhere: by the law itself or in one of its scopes. */
function isAnywhereOn({ rules, scopes }, id) {
	return [rules, ...scopes.map((scope) => scope.rules)].some((set) => isOn(set[id]));
}
/** Whether a rule is asked at all. */
function isOn(rule) {
	return rule !== void 0 && rule.level !== "off";
}

// src/core/affected.ts
/**
* Compiles such a list. A glob is what `globs` holds a RegExp source for; anything else is a file or a folder,
* and a folder covers all that lies below it. Entries that climb out of the repository cover nothing.
*/
function coverageOf(entries, globs) {
	const files = /* @__PURE__ */ new Set();
	const patterns = [];
	for (const entry of entries) {
		const source = Object.hasOwn(globs, entry) ? globs[entry] : void 0;
		if (source !== void 0) patterns.push(new RegExp(source));
		else files.add(normal(entry));
	}
	files.delete("");
	return (path) => withFolders(path).some((part) => files.has(part)) || patterns.some((pattern) => pattern.test(path));
}
function normal(entry) {
	const parts = entry.split("/").filter((part) => part !== "" && part !== ".");
	return parts.includes("..") ? "" : parts.join("/");
}
/** `a/b/c` -> `a`, `a/b`, `a/b/c`. */
function withFolders(path) {
	const parts = path.split("/");
	return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

// src/core/ticket.ts
/** Parts of a ticket that an approval is bound to. State and assignees are none: work changes them. */
const SNAPSHOT_FIELDS = [
	"title",
	"description",
	"criteria"
];
/** The answer for an id that an answer left out. */
const SILENT = {
	status: "unavailable",
	detail: "the tracker's answer left this id out"
};
/** The key of a look-up: two remotes may both have `PROJ-1`. */
function lookupKey(remote, id) {
	return `${remote}:${id}`;
}

// src/core/time.ts
const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;
/** The first places on earth to see a date are 14 hours ahead of UTC. */
const EARLIEST_ZONE = 14 * HOUR;
const SHAPE = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:[Zz]|([+-])(\d\d):?(\d\d))?)?$/;
/**
* Seconds since 1970 of an RFC 3339 text; a time without a zone is UTC. A date alone, whose zone nobody knows, counts
* from the earliest moment at which that day began anywhere. Null: neither.
*/
function secondsOf(text) {
	const match = SHAPE.exec(text);
	if (match === null) return null;
	const part = (index) => Number(match[index] ?? 0);
	if (part(2) < 1 || part(2) > 12 || part(3) < 1 || part(3) > 31) return null;
	if (part(4) > 23 || part(5) > 59 || part(6) > 60) return null;
	const day = daysSinceEpoch(part(1), part(2), part(3)) * DAY;
	if (match[4] === void 0) return day - EARLIEST_ZONE;
	const offset = (part(8) * HOUR + part(9) * MINUTE) * (match[7] === "-" ? -1 : 1);
	return day + part(4) * HOUR + part(5) * MINUTE + part(6) - offset;
}
/** RFC 3339 in UTC of whole seconds since 1970. What no calendar has, as a forged commit may say, is empty. */
function timeOf(seconds) {
	const date = /* @__PURE__ */ new Date(seconds * 1e3);
	return Number.isNaN(date.getTime()) ? "" : `${date.toISOString().slice(0, -5)}Z`;
}
/** Seconds since 1970, with their fraction, of a time that is known to be one; NaN where it is none. */
function unixSeconds(at) {
	return Date.parse(at) / 1e3;
}
/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar; years begin in March, so that leap days come last. */
function daysSinceEpoch(year, month, day) {
	const shifted = month > 2 ? year : year - 1;
	const era = Math.floor(shifted / 400);
	const yearOfEra = shifted - era * 400;
	const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
	return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

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
	const [now, from] = [secondsOf(at), secondsOf(waiver.created)];
	return now !== null && from !== null && from <= now && isOverdue(waiver, at) === false;
}
/** Whether its last day is over: a date alone is good until the end of that day in UTC. Null: nobody can tell. */
function isOverdue({ expires }, at) {
	const [now, until] = [secondsOf(at), secondsOf(expires)];
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
	const commits = commitsOf(change).filter((_, index) => about.commit === void 0 || about.commit === index);
	return commits.length > 0 && commits.every(({ id }) => ids.some((start) => startsId(start.toLowerCase(), id)));
}
/** Whether a commit's id begins with `start` (lower-case hex), which has to say enough of it. */
function startsId(start, id) {
	return id !== null && start.length >= SHORTEST_ID && id.startsWith(start);
}
/** Without a path of its own a finding is covered when every changed path of its commits is. */
function coversPaths(entries, { about }, evidence) {
	const covers = coverageOf(entries, evidence.globs);
	if (about.path !== void 0) return covers(about.path);
	const commits = commitsOf(evidence.change).filter((_, index) => about.commit === void 0 || about.commit === index);
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
		return evidence.lookups[lookupKey(remote, id)]?.status === "found";
	});
}

// src/core/reference.ts
/** Whether a place is part of a commit's message. */
function isOfMessage(place) {
	return place === "subject" || place === "body" || place === "trailer";
}
/** A canonical id as people write it in a message: `AB#12`, `CU-86ew42633`, `PROJ-7`. */
function writtenId(provider, id) {
	switch (provider) {
		case "azure": return `AB#${id}`;
		case "clickup": return /^[A-Z]/.test(id) ? id : `CU-${id}`;
		case "github":
		case "gitlab":
		case "jira":
		case "linear":
		case "notion":
		case "tasks": return id;
	}
}

// src/core/authorise-options.ts
/** The sections by which rules of a law, or of a scope that judges anything, let a ticket authorise: scopes may say otherwise than the law. */
function authoriseOptions({ rules, scopes }) {
	return [rules, ...scopes.filter(({ exempt }) => !exempt).map((scope) => scope.rules)].flatMap((set) => Object.values(set).filter(isOn).flatMap(({ options }) => sectionIn(options)));
}
/** Options of a rule either are the terms, or hold them. */
function sectionIn(options) {
	const { authorise, terms } = record(options);
	if (authorise !== void 0) return [record(authorise)];
	return terms === void 0 ? [] : sectionIn(terms);
}
function record(value) {
	return typeof value === "object" && value !== null ? { ...value } : {};
}

// src/core/approval-laws.ts
/** Every approval that rules of a law or of one of its scopes ask for; none: nobody has to be asked. */
function approvalLaws(law) {
	const asked = authoriseOptions(law).flatMap(({ approval }) => isApprovalLaw(approval) ? [approval] : []);
	return [...new Map(asked.map((one) => [JSON.stringify(one), one])).values()];
}
function isApprovalLaw(value) {
	if (typeof value !== "object" || value === null) return false;
	return "label" in value && "risk" in value && "approvers" in value && Array.isArray(value.approvers);
}

// src/core/rule-ids.ts
/** Rules that somebody besides themselves has to know of, because they ask for what is gathered for nothing else. */
/** Asks to whom a ticket is assigned; of task files too. */
const ASSIGNEE_RULE = "author-is-assignee";
/** Asks who let a ticket be worked on, of finished commits. */
const AUTHORISER_RULE = "authoriser-is-not-author";
/** Asks for a ticket's parents; nothing else makes anybody look them up. */
const PARENT_RULE = "parent-authorised";
/** Ask which tickets local tasks follow; the second one what those say, too. */
const UPSTREAM_RULES = {
	has: "task-has-upstream",
	consistent: "upstream-consistent",
	fresh: "upstream-fresh"
};
/** Asks what a ticket is planned for. */
const RELEASE_RULE = "release-matches-branch";
/** Asks whether policy and waivers can be used as a pull request's head has them. */
const HEAD_POLICY_RULE = "policy-wellformed";

// src/core/people.ts
/**
* Whether anything in a law asks who the authors of a change are; nothing else makes anybody ask git's mailmap, or tells commits of
* different authors apart. Of a task file nobody asks who authorised it.
*/
function asksForAuthors(law, { change, lookups }) {
	if (isAnywhereOn(law, "author-is-assignee")) return true;
	if (!asksForMakers(law, change)) return false;
	return Object.values(lookups).some((one) => one.status === "found" && one.source !== "file");
}
/** Whether anything in a law asks for more of those who made a commit than its author. */
function asksForMakers(law, change) {
	return approvalLaws(law).length > 0 || change === "commits" && isAnywhereOn(law, "authoriser-is-not-author");
}
/** A person as git writes one: `Ada <ada@example.test>`. */
function authorKey({ name, email }) {
	return name === "" ? `<${email}>` : `${name} <${email}>`;
}
/** The person of such a text. */
function personIn(text) {
	const open = text.lastIndexOf("<");
	return {
		name: text.slice(0, open).trim(),
		email: text.slice(open + 1, -1)
	};
}
/**
* Whether a tracker's account is a git author's; null: nothing proves either. That it is somebody else's is proved where `people` lists the
* author's address, since it names all accounts of whom it lists. That it lists the account for somebody proves nothing of an address that
* it does not list: people have several, and display names are anybody's to choose.
*/
function isAccountOf(account, author, known) {
	const own = accountsOf(author.email, known.people);
	const mine = [
		plainName(author.email),
		...own,
		...forgeAccounts(author.email, known.url)
	];
	if (namesOf(account).some((name) => mine.includes(name))) return true;
	return own.length > 0 ? false : null;
}
/** Whether a forge numbers this account of its own, and gave the author's address to another number. A login can change its bearer. */
function isOtherNumber({ account }, author, { url }) {
	const isNumber = (text = "") => /^\d+$/.test(text);
	return isNumber(account) && forgeAccounts(author.email, url).some((one) => isNumber(one) && one !== account);
}
/** Whether `people` lists an account, and not for this author as far as it tells: no proof that they are two people. */
function isListedElsewhere(account, author, { people, url }) {
	return !(url === null && namesOf(account).some((name) => heldBy(author.email, FORGES).includes(name))) && isListed(account, people);
}
function namesOf({ name, email, account = "", login = "" }) {
	return [
		account,
		login,
		email,
		name
	].map(plainName).filter((one) => one !== "");
}
function accountsOf(email, people) {
	const wanted = plainName(email);
	return Object.entries(people).flatMap(([address, accounts]) => plainName(address) === wanted ? accounts.map(plainName) : []);
}
/** Whether `people` knows whose account this is: by its id, login or e-mail address, never by what it is called. */
function isListed({ account = "", login = "", email }, people) {
	const handles = [
		account,
		login,
		email
	].map(plainName).filter((one) => one !== "");
	return Object.entries(people).some(([address, accounts]) => [address, ...accounts].some((one) => handles.includes(plainName(one))));
}
/** Addresses that forges give out for commits, and the account that they hold: its number where there is one, else its login. */
const FORGES = [
	["https://github.com/", /^(\d+)\+[^@]+@users\.noreply\.github\.com$/],
	["https://github.com/", /^([^@+]+)@users\.noreply\.github\.com$/],
	["https://gitlab.com/", /^(\d+)-[^@]+@users\.noreply\.gitlab\.com$/]
];
function forgeAccounts(email, url) {
	return heldBy(email, FORGES.filter(([home]) => url?.startsWith(home) ?? false));
}
function heldBy(email, forges) {
	return forges.flatMap(([, form]) => form.exec(plainName(email))?.[1] ?? []);
}
/** A name as names are compared: trackers, task files and policies write `@ada` for ada. */
function plainName(text) {
	return text.trim().toLowerCase().replace(/^@/, "");
}

// src/core/authors.ts
/** An author as the trusted tree's .mailmap knows them. */
function mappedAuthor(author, { authors = {} }) {
	const key = authorKey(author);
	return Object.hasOwn(authors, key) ? authors[key] ?? author : author;
}
/** Whoever made a change: everybody who made its commits, and the author of its pull request. */
function changeAuthors(evidence) {
	const { change } = evidence;
	const authors = commitsOf(change).flatMap((commit) => makersOf(commit).map((one) => mappedAuthor(one, evidence)));
	return change.kind === "pull-request" ? [...authors, change.author] : authors;
}
/** Whoever made a commit: its author, who committed it, and the co-authors whom its message names. */
function makersOf({ author, committer, message, coAuthors = coAuthorsIn(message) }) {
	return [
		author,
		...isSameAddress(author, committer) || isForge(committer) ? [] : [committer],
		...coAuthors
	];
}
/** As forges read it; a line in the middle of a message counts too, since a squash puts several messages into one. */
const CO_AUTHOR = /^co-authored-by[ \t]*:[ \t]*([^<\n]*)<([^<>\n]+)>/gim;
/** The co-authors whom a message names. Nobody gains anything by naming one. */
function coAuthorsIn(message) {
	return Array.from(message.matchAll(CO_AUTHOR), ([, name = "", email = ""]) => ({
		name: name.trim(),
		email: email.trim()
	}));
}
function isSameAddress(one, other) {
	return plainName(one.email) === plainName(other.email) || other.email.trim() === "";
}
/** Forges commit in their own name what people merge by a button. */
function isForge({ email }) {
	return ["noreply@github.com", "noreply@gitlab.com"].includes(plainName(email));
}
/** Whether a tracker's account is one of these authors'; null: of one of them nothing tells. Without authors nobody can say. */
function isOneOf(account, authors, known) {
	const told = authors.map((author) => isAuthor(account, author, known));
	if (told.includes(true)) return true;
	return told.length === 0 || told.includes(null) ? null : false;
}
/** A pull request's author is an account of a forge, mostly without an address. */
function isAuthor(account, author, known) {
	const own = handlesOf(author);
	if (handlesOf(account).some((one) => own.includes(one))) return true;
	if (author.email.trim() !== "") return isAccountOf(account, author, known) ?? (isOtherNumber(account, author, known) ? false : null);
	const told = Object.entries(known.people).filter(([, accounts]) => accounts.some((one) => own.includes(plainName(one)))).map(([email]) => isAccountOf(account, {
		name: "",
		email
	}, known));
	if (told.includes(true)) return true;
	return told.length === 0 || told.includes(null) ? null : false;
}
function handlesOf({ account = "", login = "" }) {
	return [account, login].map(plainName).filter((one) => one !== "");
}

// src/core/parents.ts
/** How far above a ticket its parents are asked for: nobody plans deeper. */
const MOST_LEVELS = 5;
/** Levels of parents that a law asks for anywhere; 0: none. */
function parentLevels({ rules, scopes }) {
	const sets = [rules, ...scopes.map((scope) => scope.rules)];
	return Math.max(...sets.map((set) => levelsOf(set[PARENT_RULE])));
}
function levelsOf(rule) {
	if (rule === void 0 || rule.level === "off") return 0;
	const { options } = rule;
	const levels = typeof options === "object" && options !== null && "levels" in options ? options.levels : 1;
	return typeof levels === "number" ? Math.min(levels, 5) : 1;
}
/** Look-up keys of a ticket's parent, grandparent and so on, as far as `ticketAt` knows them; a circle ends where it began. */
function parentsOf(ticket, levels, ticketAt) {
	const above = [];
	let here = ticket;
	while (here !== null && here.parent !== null && above.length < levels) {
		if (here.parent === ticket.id || above.includes(here.parent)) break;
		above.push(here.parent);
		here = ticketAt(here.parent);
	}
	return above;
}

// src/core/canonical.ts
/** JSON with sorted keys: the same text for the same value, whatever order it was made in. */
function canonical(value) {
	if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
	let text = "";
	for (const key of Object.keys(value).sort()) {
		const one = Reflect.get(value, key);
		if (one !== void 0) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonical(one)}`;
	}
	return `{${text}}`;
}

// src/core/states.ts
/** Category names as a policy writes them; any other word in a list is a tracker's own name. */
const STATE_CATEGORIES = [
	"open",
	"in_progress",
	"done",
	"canceled",
	"unknown"
];
const DEFAULT_STATES = ["open", "in_progress"];
/** States of a remote's tickets that allow work. A remote that the policy's lists leave out keeps the default, never everything. */
function wantedStates(remote, { states }) {
	return listFor(remote, states) ?? DEFAULT_STATES;
}
/** Whether a state is among those. A category's word means the category alone, so that a tracker's state of the same name gains nothing by it. */
function isWantedState({ name, category }, wanted) {
	const isCategory = (word) => STATE_CATEGORIES.some((one) => one === word);
	return wanted.some((word) => isCategory(word) ? word === category && word !== "unknown" : isSameName(word, name));
}
/** A remote's own list; null: lists by remotes leave this one out. */
function listFor(remote, lists) {
	if (isList(lists)) return lists;
	return Object.hasOwn(lists, remote) ? lists[remote] ?? null : null;
}
function isList(lists) {
	return Array.isArray(lists);
}
/** Names in trackers are compared without case. */
function isSameName(a, b) {
	return a.trim().toLowerCase() === b.trim().toLowerCase();
}

// src/core/past.ts
/** Many commit first and write the ticket then; by how much, in seconds, ticket-predates-change judges. Of a committer's date alone. */
const LATE_SECONDS = 259200;
/** The place of a moment (seconds since 1970) in a past. */
function placeInPast(past, seconds, source) {
	const { spans, since } = past;
	if (since !== void 0 && seconds < unixSeconds(since)) return "untold";
	const first = spans[0];
	if (first === void 0 || seconds < Math.floor(unixSeconds(first.from))) return placeBefore(past, seconds, source);
	let number = 0;
	for (const [index, span] of spans.entries()) {
		if (index > 0 && unixSeconds(span.from) > seconds) break;
		number = span.until === null || seconds < unixSeconds(span.until) ? index : index + .5;
	}
	return number;
}
/** Before its first span a ticket was in another state, or was none yet. */
function placeBefore({ spans, since, begins }, seconds, source) {
	const beginning = begins ?? spans[0]?.from;
	if (since !== void 0 || beginning === void 0) return "before";
	const early = Math.floor(unixSeconds(beginning)) - seconds;
	if (!(early <= 0 || source === "committer-date" && early < LATE_SECONDS)) return "unmade";
	return begins === void 0 ? 0 : "before";
}
/** The ticket of a look-up as it stood then. What is no tracker's word stays as it is: files have a history of their own. */
function lookupThen(lookup, seconds, source) {
	if (lookup.status !== "found" || lookup.source === "file") return lookup;
	const { past } = lookup.ticket;
	if (past?.status !== "told") return {
		...lookup,
		moment: {
			source,
			since: null,
			untold: past?.detail ?? "Nobody asked for its past."
		}
	};
	const place = placeInPast(past, seconds, source);
	const span = typeof place === "number" ? past.spans[place] : void 0;
	if (span === void 0) return {
		...lookup,
		moment: {
			source,
			since: null,
			...reasonOf(place, past)
		}
	};
	return {
		...lookup,
		ticket: {
			...lookup.ticket,
			state: span.state
		},
		moment: {
			source,
			since: span.from
		}
	};
}
function reasonOf(place, { since }) {
	if (place === "untold") return { untold: `nothing is on record from before ${since}.` };
	return place === "unmade" ? { unmade: true } : {};
}
/** Whether every moment of a past gives the same answer, so that nobody need know which one counts. */
function isSettled(past, isAllowed) {
	if (past?.status !== "told") return false;
	const { spans, since, begins } = past;
	const allowed = spans.filter(({ state }) => isAllowed(state)).length;
	const hasGap = begins !== void 0 || spans.some(({ until }, index) => until !== (spans[index + 1]?.from ?? null));
	return since === void 0 && (allowed === 0 || allowed === spans.length && !hasGap);
}

// src/core/spot.ts
/**
* Where in its part of a message a reference stands: of a subject `start`, `end` or `alone` (both; brackets and a full stop
* may stand beside it), of a trailer the trailer's key in lower case, else nothing.
*/
function spotOf(message, { start, end, place }) {
	if (place === "trailer") return trailerKey(message, start).trim().toLowerCase();
	if (place !== "subject") return "";
	const first = /^\s*[[(]?$/.test(message.slice(0, start));
	const last = /^[\])]?[.!]?[ \t]*$/.test(message.slice(end).split("\n", 1)[0] ?? "");
	if (first) return last ? "alone" : "start";
	return last ? "end" : "";
}
/** The key of the trailer that an offset lies in; a trailer goes on over indented lines. */
function trailerKey(message, offset) {
	const line = message.slice(0, offset).split("\n").findLast((text, index) => index === 0 || !/^[ \t]/.test(text)) ?? "";
	return line.slice(0, Math.max(0, line.indexOf(":")));
}

// src/core/build.ts
/** `scripts/build.mjs` writes a digest of all sources in its place; code that runs from its sources has this name. */
const CODE = "d52ceecf215a12ae";
/** Which code wrote something that is kept: what another one kept, even of the same version, may mean something else. */
const BUILD = `${VERSION}+${CODE}`;

// src/core/risk.ts
/** Levels of risk, least first. */
const RISKS = [
	"low",
	"medium",
	"high",
	"critical"
];
/** `risk:high`, `risk/high`, `risk::high`, `risk-high`. */
const RISK_LABEL = /^risk(?:::?|\/|-)\s*(low|medium|high|critical)$/;
/** Whether a label says how much harm the work may do. */
function isRiskLabel(label) {
	return levelIn(label) !== null;
}
function levelIn(label) {
	return RISK_LABEL.exec(label.trim().toLowerCase())?.[1] ?? null;
}
/** How risky a ticket says that its work is, by its own field and its labels: the highest counts. Null: it says nothing. */
function riskOf({ risk, labels }) {
	const named = labels.map(levelIn);
	return RISKS.findLast((level) => level === risk || named.includes(level)) ?? null;
}

// src/core/approval.ts
/** Whether a ticket has to be approved under this law. */
function needsApproval(ticket, { risk }) {
	if (risk === null) return true;
	const own = riskOf(ticket);
	return own !== null && risk.includes(own);
}
/**
* Whether the policy lets this account approve. An entry of digits alone is an id, since anybody may call themselves that; `@ada` is a login;
* one with `@` inside is an e-mail address; all others are an id or a login. A display name is anybody's to choose.
*/
function isApprover({ account, login, email }, { approvers }) {
	return approvers.map(plain$1).some((entry) => {
		if (entry === "" || entry === "@") return false;
		if (/^\d+$/.test(entry)) return entry === account?.trim();
		if (entry.startsWith("@")) return login !== void 0 && entry.slice(1) === plainName(login);
		if (entry.includes("@")) return [email, login ?? ""].map(plain$1).includes(entry);
		return [account ?? "", login ?? ""].map(plainName).includes(entry);
	});
}
/** Parts in which two snapshots differ. */
function differingFields(one, other) {
	return SNAPSHOT_FIELDS.filter((field) => one[field] !== other[field]);
}
/** A part of a ticket as it is digested: how lines end, blanks behind them, empty lines and ticked boxes make no difference. */
function normalised(text) {
	const lines = text.normalize("NFC").split(/\r\n?|\n/).map((line) => line.trimEnd().replace(TICKED, "$1[ ]"));
	return lines.filter((line, at) => line !== "" || at > 0 && lines[at - 1] !== "").join("\n").trim();
}
/** A box of a task list that is ticked. */
const TICKED = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+)\[[xX]\](?=\s|$)/;
/** The text of each part, ready to be digested. Ticking a criterion is work; its words and their order are what was approved. */
function snapshotTexts({ title, description, unshown, criteria }) {
	return {
		title: normalised(title),
		description: unshown === void 0 ? normalised(description) : `${normalised(description)}\n${unshown}`,
		criteria: JSON.stringify(criteria.map(({ text }) => normalised(text)))
	};
}
const BEGINNING = "golden-thread approval v1";
/** The line of a comment that approves a ticket as it stands. */
function approvalLine(snapshot) {
	return [BEGINNING, ...SNAPSHOT_FIELDS.map((field) => `${field}=${snapshot[field]}`)].join(" ");
}
const LINE = new RegExp(`^${BEGINNING} title=([0-9a-f]{64}) description=([0-9a-f]{64}) criteria=([0-9a-f]{64})$`);
const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})/;
/** Elements whose content goes on over empty lines (CommonMark, HTML blocks of the first two kinds). */
const HTML_BLOCK = /<(?:pre|script|style|textarea)\b|<!--/i;
/**
* What a comment approves; null: nothing. The line must be a paragraph of its own, outside of code, quotations and HTML, and the only one of
* its kind: whoever quotes or explains an approval gives none.
*/
function approvalIn(text) {
	const lines = text.split(/\r\n?|\n/).map((line) => line.trimEnd());
	const found = lines.flatMap((line, at) => line.includes(BEGINNING) ? [at] : []);
	const [at] = found;
	if (at === void 0 || found.length > 1) return null;
	const before = lines.slice(0, at);
	if (!((lines[at - 1] ?? "") === "" && (lines[at + 1] ?? "") === "") || isFenced(before) || HTML_BLOCK.test(before.join("\n"))) return null;
	const [, title, description, criteria] = LINE.exec(lines[at] ?? "") ?? [];
	if (title === void 0 || description === void 0 || criteria === void 0) return null;
	return {
		title,
		description,
		criteria
	};
}
/** Any fence that these lines leave open, or may: a comment with code before its approval has to close it plainly. */
function isFenced(lines) {
	let open = null;
	for (const line of lines) {
		const fence = FENCE.exec(line)?.[1];
		if (fence === void 0) continue;
		if (open === null) open = fence;
		else if (fence.startsWith(open) && line.trim() === fence) open = null;
	}
	return open !== null;
}
function plain$1(text) {
	return text.trim().toLowerCase();
}

// src/core/approved.ts
/**
* Weighs a ticket's approvals: of those by accounts that may approve and are no author of the change the newest counts,
* as long as it is for what the ticket says now.
*/
function approvedFor(ticket, evidence, terms) {
	const law = terms.authorise.approval;
	if (law === null || !needsApproval(ticket, law)) return { status: "not-needed" };
	if (ticket.path !== null) return { status: "task" };
	const { approvals, untold = [] } = ticket;
	if (approvals === void 0) return {
		status: "untold",
		detail: ticket.untoldWhy ?? NOT_ASKED$2
	};
	const authors = changeAuthors(evidence);
	const answer = newestCounts(approvals.filter(({ at }) => isGiven(at, evidence)).sort(byTime).flatMap((approval) => {
		const changed = isCounted(approval, law) ? changedSince(approval, ticket) : null;
		const own = isOneOf(approval.by, authors, {
			people: terms.people,
			url: ticket.url
		});
		return changed === null ? [] : [{
			approval,
			own,
			changed
		}];
	}));
	if (answer.status === "void" && evidence.decided !== void 0) return {
		status: "untold",
		detail: CHANGED
	};
	if (answer.status === "none" && evidence.decided !== void 0 && !approvals.some((one) => isCounted(one, law))) return {
		status: "untold",
		detail: TAKEN_AWAY
	};
	return answer.status !== "approved" && (untold.includes("approvals") || untold.includes("snapshot")) ? {
		status: "untold",
		detail: ticket.untoldWhy ?? NOT_ASKED$2
	} : answer;
}
/** What was decided in the past, no later approval can have allowed. */
function isGiven(at, { decided }) {
	return decided === void 0 || Date.parse(at) <= Date.parse(decided.at);
}
const CHANGED = "it was approved, and changed after that; whether before this was decided, nobody tells.";
const TAKEN_AWAY = "nobody approves it now; whether an approval of then was taken away since, nobody tells.";
const NOT_ASKED$2 = "nobody asked for its approvals.";
/** Whether it comes from somebody whom the law lets approve, in a way that the law knows. */
function isCounted({ by, of }, law) {
	return (of.kind === "comment" || of.label.toLowerCase() === law.label?.toLowerCase()) && isApprover(by, law);
}
/** Null: what the ticket says now is not known. */
function changedSince({ of }, { snapshot }) {
	if (of.kind === "label") return of.changed;
	return snapshot === void 0 ? null : differingFields(of.snapshot, snapshot);
}
/** Oldest first. The newest that is surely no author's decides, unless a doubtful one would say otherwise. */
function newestCounts(weighed) {
	const sure = answerOf(weighed.findLast(({ own }) => own === false));
	const newest = weighed.findLast(({ own }) => own !== true);
	const likely = answerOf(newest);
	if (newest !== void 0 && isPass(sure) !== isPass(likely)) return {
		status: "doubtful",
		approval: newest.approval
	};
	if (likely.status !== "none") return isPass(likely) ? sure : likely;
	const own = weighed.at(-1);
	return own === void 0 ? likely : {
		status: "own",
		approval: own.approval
	};
}
function answerOf(one) {
	if (one === void 0) return { status: "none" };
	const { approval, changed } = one;
	return changed.length === 0 ? {
		status: "approved",
		approval
	} : {
		status: "void",
		approval,
		changed
	};
}
function isPass({ status }) {
	return status === "approved";
}
function byTime(a, b) {
	return Date.parse(a.at) - Date.parse(b.at);
}
/** A person as a report names them: by what nobody else bears, with the display name beside it. */
function accountName({ name, email, login = "", account = "" }) {
	const handle = login || email || account;
	if (handle === "" || handle === name) return name || handle;
	return name === "" ? handle : `${name} (${handle})`;
}

// src/core/decided.ts
/** What a claim's ticket is worth where the change was decided in the past. */
const DECIDED_CODES = {
	"was-authorised": {
		outcome: "pass",
		message: "{ticket} authorised this when it was decided, by {timeSource}: {state}."
	},
	"was-wrong-state": {
		outcome: "fail",
		message: "{ticket} was {state} when this was decided, by {timeSource}; wanted: {wanted}.",
		fix: "Nothing mends the past; have the exception written down as a waiver, by whoever may approve it."
	},
	"time-unproved": {
		outcome: "unknown",
		message: "Whether {ticket} authorised this when it was decided is not known: only the committer's date tells when that was, and anybody can set it.",
		fix: "Judge it where pushes are written down (post-receive) or where its forge can be asked, or have the exception written down as a waiver."
	},
	"past-labels-untold": {
		outcome: "unknown",
		message: "Whether {ticket} had the label {wanted} when this was decided is not known: labels are told as they are now.",
		fix: "Judge what comes in when it comes in (check range A..B, pre-receive), or have the exception written down as a waiver."
	},
	"past-untold": {
		outcome: "unknown",
		message: "What state {ticket} had when this was decided is not known: {detail}",
		fix: "Keep a ledger (golden-thread ledger build): it remembers what trackers forget."
	}
};
/** What told the decision time, in a sentence after "by". */
const TIME_SOURCES = {
	record: "the record of its push",
	forge: "the forge's record of its merge",
	"committer-date": "its committer's date"
};
/** Only the committer's date tells when this was decided, and the policy takes that for no proof. */
function isTimeUnproved({ decided }, terms) {
	return decided !== void 0 && isNoProof(decided.atSource, terms);
}
/** The policy takes what told this moment for no proof of it: anybody can set a committer's date. */
function isNoProof(source, { authorise }) {
	return source === "committer-date" && authorise.decision_time === "recorded";
}
/** What told the time that an answer rests on; a verdict of now rests on none. */
function timeArgs({ decided }) {
	return decided === void 0 ? {} : { timeSource: TIME_SOURCES[decided.atSource] };
}

// src/core/authorisers.ts
/**
* Whoever approved it, where that was needed; else whoever brought it into the states that allow work, at its creation its creator. Of a
* stranger's ticket neither, but whoever took it up. Programs authorise nothing: somebody set them going, and nobody tells who.
*/
function authorisersOf(ticket, evidence, terms) {
	const approved = approvedFor(ticket, evidence, terms);
	const vouchers = (ticket.origin?.vouchers ?? []).filter((one) => !one.isBot);
	if (approved.status === "approved") return {
		people: [approved.approval.by, ...vouchers],
		untold: null,
		dated: evidence.decided !== void 0
	};
	if (ticket.origin?.outsider) return {
		people: vouchers,
		untold: vouchers.length === 0 ? STRANGER : null,
		dated: false
	};
	const { mover, dated } = moverOf(ticket, evidence, terms);
	if (typeof mover === "string") return {
		people: vouchers,
		untold: mover,
		dated
	};
	if (mover.isBot) return {
		people: vouchers,
		untold: PROGRAM,
		dated
	};
	return {
		people: [mover, ...vouchers],
		untold: null,
		dated
	};
}
const STRANGER = "a stranger opened it, and nobody with rights took it up.";
const PROGRAM = "a program opened it for work, and nobody tells who set that going.";
const UNPROVED = "only the committer's date tells when this was decided, and anybody can set it.";
/** A sentence where nobody can be named. */
function moverOf({ past, createdAt, createdBy, remote }, evidence, terms) {
	if (past === void 0) return {
		mover: "nobody asked for its past.",
		dated: false
	};
	if (past.status === "untold") return {
		mover: past.detail,
		dated: false
	};
	const { spans } = past;
	const wanted = wantedStates(remote, terms.authorise);
	const begins = spans.flatMap((span, at) => isWantedState(span.state, wanted) && !goesOn(span, spans[at - 1], wanted) ? [at] : []);
	const dated = evidence.decided !== void 0 && begins.length > 1;
	if (dated && isTimeUnproved(evidence, terms)) return {
		mover: UNPROVED,
		dated
	};
	const until = evidence.decided?.at ?? null;
	const begin = begins.findLast((at) => until === null || second(spans[at]?.from ?? "") <= second(until));
	if (begin === void 0) return {
		mover: "its past has no state that allows work.",
		dated
	};
	const creator = begin === 0 && beginsWithIt({
		past,
		createdAt
	}) ? createdBy : null;
	return {
		mover: spans[begin]?.by ?? creator ?? "its past does not tell who opened it.",
		dated
	};
}
/** Its record begins when it was made, so that its first state is its creator's choice. */
function beginsWithIt({ past, createdAt }) {
	if (past?.status !== "told" || createdAt === null) return false;
	return second(past.spans[0]?.from ?? "") === second(createdAt);
}
/** The time before was one that allowed work too, up to this very moment. */
function goesOn({ from }, before, wanted) {
	return before !== void 0 && isWantedState(before.state, wanted) && before.until === from;
}
/** Some records keep whole seconds alone. */
function second(at) {
	return Math.floor(unixSeconds(at));
}

// src/core/known-ticket.ts
/**
* The ticket of a claim. Where the change edits the file of a task that is found, the task counts as it stood before
* each edit: closing a task does not unmake the authority under which it was worked on, and reopening one gives none.
* A task that only the change has stays a claim, whatever later commits of the change make of it.
*/
function knownTickets({ key, remote, id }, evidence) {
	const lookup = evidence.lookups[key] ?? NOT_ASKED$1;
	const edits = evidence.tasks.filter(({ before, after }) => isOf(before?.ticket, remote, id) || isOf(after?.ticket, remote, id));
	const before = edits.flatMap((edit) => edit.before ?? []);
	const none = {
		source: null,
		tickets: [],
		linked: (before.length > 0 ? before : edits.flatMap((edit) => edit.after ?? [])).some(({ guarded }) => guarded.upstream !== ""),
		detail: "",
		isChange: false,
		fix: null,
		staleSince: null,
		moment: null
	};
	switch (lookup.status) {
		case "found": {
			const tickets = lookup.source === "file" && before.length > 0 && evidence.prior !== true ? before.map(({ ticket }) => ticket) : [lookup.ticket];
			const staleSince = lookup.stale === true ? lookup.asOf ?? null : null;
			return {
				...none,
				status: "found",
				source: lookup.source,
				tickets,
				staleSince,
				moment: lookup.moment ?? null
			};
		}
		case "claimed": return {
			...none,
			status: "claimed",
			tickets: [lookup.ticket]
		};
		case "absent": return {
			...none,
			status: "absent",
			detail: lookup.detail ?? "",
			isChange: lookup.isChange === true
		};
		case "credentials": return {
			...none,
			status: lookup.status,
			detail: lookup.detail,
			fix: lookup.fix?.split(" ") ?? null
		};
		case "forbidden":
		case "unavailable": return {
			...none,
			status: lookup.status,
			detail: lookup.detail
		};
	}
}
const NOT_ASKED$1 = {
	status: "unavailable",
	detail: "It was not looked up."
};
function isOf(ticket, remote, id) {
	return ticket !== void 0 && ticket.remote === remote && ticket.id === id;
}

// src/core/standing-codes.ts
/** What a claim may turn out to be worth. */
const STANDING_CODES = {
	...DECIDED_CODES,
	authorised: {
		outcome: "pass",
		message: "{ticket} authorises this: {state}."
	},
	approved: {
		outcome: "pass",
		message: "{ticket} authorises this: {state}, approved by {approver} at {approvedAt}."
	},
	"new-task-allowed": {
		outcome: "pass",
		message: "{ticket} comes with this very change, and the policy allows new tasks to authorise."
	},
	"new-task": {
		outcome: "fail",
		advisory: true,
		message: "{ticket} comes with this very change: whoever approves the change approves the task with it.",
		fix: "Have the reviewer read the task too, or bring the task in by a change of its own first."
	},
	"new-task-denied": {
		outcome: "fail",
		message: "{ticket} comes with this very change, and a change may not bring its own authority.",
		fix: "Bring the task in by a change of its own first, then refer to it."
	},
	"new-task-linked": {
		outcome: "fail",
		message: "{ticket} comes with this very change; not the task but the upstream it names can authorise.",
		fix: "Name the upstream ticket in the message as well."
	},
	"authorised-then": {
		outcome: "pass",
		message: "{ticket} authorised this when {remote} was last asked, at {asOf}: {state}. It has no answer now."
	},
	"no-ticket": {
		outcome: "fail",
		message: "{ticket} is no ticket of {remote}, so it authorises nothing: {detail}."
	},
	excluded: {
		outcome: "fail",
		message: "{ticket} is not among the tickets that may authorise here; wanted: {wanted}.",
		fix: "Refer to a ticket that the remote's filter finds, or have this one brought under it."
	},
	"not-found": {
		outcome: "fail",
		message: "{ticket} is not to be found in {remote}, so it authorises nothing."
	},
	"no-access": {
		outcome: "fail",
		message: "{remote} refuses to show {ticket}, so it authorises nothing: {detail}"
	},
	archived: {
		outcome: "fail",
		message: "{ticket} is archived; archived tickets never authorise.",
		fix: "Refer to a ticket that is open, or restore this one by a change of its own."
	},
	draft: {
		outcome: "fail",
		message: "{ticket} is a draft; drafts never authorise.",
		fix: "Promote the draft to a task by a change of its own, or refer to another ticket."
	},
	"wrong-state": {
		outcome: "fail",
		message: "{ticket} is \"{state}\" ({category}); wanted: {wanted}.",
		fix: "Refer to a ticket that is open for work, or have this one reopened by whoever may."
	},
	"unmapped-state": {
		outcome: "fail",
		message: "{ticket} is \"{state}\", a state that the policy does not know; wanted: {wanted}.",
		fix: "Map the state's name under the remote's status_map, or list it in authorise.states."
	},
	"wrong-type": {
		outcome: "fail",
		message: "{ticket} is of type {type}; wanted: {wanted}.",
		fix: "Refer to a ticket of a type that authorises work, such as a task below it."
	},
	"wrong-project": {
		outcome: "fail",
		message: "{ticket} belongs to project {project}; wanted: {wanted}.",
		fix: "Refer to a ticket of a configured project, or add the project to the remote."
	},
	"missing-label": {
		outcome: "fail",
		message: "{ticket} lacks the label {wanted}.",
		fix: "Have the label set by whoever may authorise work."
	},
	outsider: {
		outcome: "fail",
		message: "{ticket} was opened by {author}, who has no rights in {project}; it authorises nothing until a collaborator assigns, labels or plans it (milestone).",
		fix: "Have a collaborator of the project, not the author of the ticket, take it up: assign it, label it or give it a milestone."
	},
	unapproved: {
		outcome: "fail",
		message: "{ticket} has to be approved before it authorises, and nobody who may has approved it ({approvers}).",
		fix: "Have one of those who may approve it, by the command below or in its tracker; see authorise.approval in the policy."
	},
	"approval-void": {
		outcome: "fail",
		message: "{ticket} was approved by {approver} at {approvedAt}, but its {changed} changed after that.",
		fix: "Have it approved as it stands now, or have the change to it taken back. Of GitHub only the time of the last edit is known, so after a label even a ticked box is a change there."
	},
	"self-approved": {
		outcome: "fail",
		message: "{ticket} is approved by {approver} alone, an author of this change; somebody else has to ({approvers}).",
		fix: "Have somebody else of those who may approve it."
	},
	"approver-unknown": {
		outcome: "unknown",
		message: "{ticket} is approved by {approver}; whether that is an author of this change is not known.",
		fix: "List each author of the change in the policy's people section: the address of their commits, with their accounts in the tracker."
	},
	"approval-untold": {
		outcome: "unknown",
		message: "Whether {ticket} is approved is not known: {detail}",
		fix: "See that the tracker can be asked (golden-thread remote check), or have it approved by golden-thread ticket approve"
	},
	"approval-of-task": {
		outcome: "unknown",
		message: "{ticket} has to be approved, and a file proves nobody's approval.",
		fix: "Link the task to an upstream ticket, have that approved, and name it in the message as well."
	},
	credentials: {
		outcome: "unknown",
		message: "Whether {ticket} authorises this is not known, since {remote} can't be asked: {detail}",
		fix: "Give golden-thread a token for this remote, and see what it may do: golden-thread remote check"
	},
	unavailable: {
		outcome: "unknown",
		message: "Whether {ticket} authorises this is not known: {detail}",
		fix: "Try again when the tracker answers (golden-thread remote check), or mend the task file that is named here."
	},
	"upstream-unknown": {
		outcome: "unknown",
		message: "{ticket} is a local task; authority is {authority}, and nothing here tells of its upstream.",
		fix: "Name the upstream ticket in the message, or check where its tracker can be asked."
	}
};

// src/core/authorise.ts
const TYPES_THAT_PLAN = ["epic", "idea"];
/** Whether a claim authorises, by what is known of its ticket. Nothing is granted to a ticket that was not found. */
function standingOf(claim, evidence, terms) {
	const known = knownTickets(claim, evidence);
	const { code, args, fix = known.fix } = answerFor(claim, known, {
		evidence,
		terms
	});
	const { outcome } = STANDING_CODES[code];
	const names = {
		ticket: known.tickets[0]?.key ?? claim.written,
		remote: claim.remote,
		...shown(known.tickets)
	};
	const grants = outcome === "pass" || code === "new-task";
	const defers = code === "new-task-linked" || known.isChange;
	return {
		claim,
		outcome,
		code,
		args: {
			...names,
			...args
		},
		grants,
		defers,
		tickets: known.tickets,
		...fix === null ? {} : { fix }
	};
}
/** What a tracker's ticket is known by to people, and where they find it. */
function shown([ticket]) {
	return ticket === void 0 || ticket.url === null ? {} : {
		title: ticket.title,
		url: ticket.url
	};
}
function answerFor(claim, known, ground) {
	switch (known.status) {
		case "absent": return known.detail === "" ? { code: "not-found" } : {
			code: "no-ticket",
			args: { detail: known.detail }
		};
		case "forbidden": return {
			code: "no-access",
			args: { detail: known.detail }
		};
		case "credentials":
		case "unavailable": return {
			code: known.status,
			args: { detail: known.detail }
		};
		case "claimed": return firstObjection(known, claim, ground.terms) ?? ofNewTask(claim, known, ground);
		case "found": return firstObjection(known, claim, ground.terms) ?? ofTicket(claim, known, ground);
	}
}
/** A task that may authorise at once still has to be approved where the policy wants that. */
function ofNewTask(claim, known, ground) {
	const code = newTask(known, ground.terms);
	if (code !== "new-task-allowed" && code !== "new-task") return { code };
	return firstOf(known.tickets, (ticket) => objectionTo(ticket, claim, ground)) ?? { code };
}
function ofTicket(claim, known, ground) {
	const objection = firstOf(known.tickets, (ticket) => objectionTo(ticket, claim, ground));
	if (objection !== null) return objection;
	const answer = byAuthority(known, claim, ground.terms);
	const [ticket] = known.tickets;
	const approved = ticket === void 0 ? null : approvedFor(ticket, ground.evidence, ground.terms);
	if (approved?.status !== "approved") return answer;
	return {
		code: answer.code === "authorised" ? "approved" : answer.code,
		args: {
			...answer.args,
			...timeArgs(ground.evidence),
			...approvalArgs(approved.approval)
		}
	};
}
function firstOf(tickets, ask) {
	for (const ticket of tickets) {
		const answer = ask(ticket);
		if (answer !== null) return answer;
	}
	return null;
}
function newTask({ linked }, { authorise }) {
	if (linked) return "new-task-linked";
	switch (authorise.new_tasks) {
		case "allow": return "new-task-allowed";
		case "warn": return "new-task";
		case "deny": return "new-task-denied";
	}
}
/** A tracker and its ledger speak with authority; a task file alone only where the policy leaves it to task files. */
function byAuthority({ tickets, source, linked, staleSince, moment }, claim, terms) {
	const { authority } = terms;
	if (!(source !== "file" || authority === "local" || authority === "linked" && linked)) return {
		code: "upstream-unknown",
		args: { authority }
	};
	const [ticket] = tickets;
	const state = ticket?.state.name ?? "";
	if (moment !== null && !isAlwaysSame(ticket, claim, terms)) return {
		code: "was-authorised",
		args: {
			state: `"${state}"`,
			timeSource: TIME_SOURCES[moment.source]
		}
	};
	return staleSince === null ? {
		code: "authorised",
		args: { state }
	} : {
		code: "authorised-then",
		args: {
			state,
			asOf: staleSince
		}
	};
}
function firstObjection({ tickets, moment }, claim, terms) {
	return firstOf(tickets, (ticket) => byPlace(ticket) ?? byProject(ticket, claim, terms) ?? byType(ticket, claim, terms) ?? (moment === null ? byState(ticket, claim, terms) : byPastState(ticket, moment, claim, terms)) ?? byLabels(ticket, moment, terms) ?? byFilter(ticket));
}
function byPlace(ticket) {
	if (ticket.archived) return { code: "archived" };
	return ticket.path !== null && isSameName(ticket.state.name, "draft") ? { code: "draft" } : null;
}
function byProject({ project }, { remote }, { projects }) {
	const wanted = projects[remote] ?? [];
	if (wanted.length === 0 || wanted.some((name) => isSameName(name, project ?? ""))) return null;
	return {
		code: "wrong-project",
		args: {
			project: project ?? "unknown",
			wanted: wanted.join(", ")
		}
	};
}
/** A ticket without a type passes; without a list for its remote every type but the planning ones does. */
function byType({ type }, { remote }, { authorise }) {
	if (type === null) return null;
	const wanted = authorise.types === null ? null : listFor(remote, authorise.types);
	if (wanted?.some((name) => name === type.category || isSameName(name, type.name)) ?? !TYPES_THAT_PLAN.includes(type.category)) return null;
	const shown = wanted?.join(", ") ?? `any but ${TYPES_THAT_PLAN.join(" and ")}`;
	return {
		code: "wrong-type",
		args: {
			type: type.name,
			wanted: shown
		}
	};
}
function byState({ state }, { remote }, { authorise }) {
	const wanted = wantedStates(remote, authorise);
	if (isWantedState(state, wanted)) return null;
	const args = {
		state: state.name,
		category: state.category,
		wanted: wanted.join(", ")
	};
	return {
		code: state.category === "unknown" ? "unmapped-state" : "wrong-state",
		args
	};
}
/** The same for the moment at which the change was decided, as far as anybody can tell that and the ticket's state of then. */
function byPastState(ticket, moment, claim, terms) {
	const { authorise } = terms;
	if (moment.untold !== void 0) return {
		code: "past-untold",
		args: { detail: moment.untold }
	};
	const wanted = wantedStates(claim.remote, authorise);
	if (isNoProof(moment.source, terms) && !isAlwaysSame(ticket, claim, terms)) return { code: "time-unproved" };
	const { state } = ticket;
	if (moment.since !== null && isWantedState(state, wanted)) return null;
	const known = moment.since === null ? "not open for work" : `"${state.name}" (${state.category})`;
	return {
		code: "was-wrong-state",
		args: {
			state: moment.unmade === true ? "not made yet" : known,
			wanted: wanted.join(", "),
			timeSource: TIME_SOURCES[moment.source]
		}
	};
}
/** No date makes a difference to a ticket that was never anything but open, or never open at all. */
function isAlwaysSame(ticket, { remote }, { authorise }) {
	const wanted = wantedStates(remote, authorise);
	return isSettled(ticket?.past, (state) => isWantedState(state, wanted));
}
/** Of a past moment the labels of now tell nothing: one that is there may be younger, one that is not may have been taken away. */
function byLabels({ labels }, moment, { authorise }) {
	if (moment !== null && authorise.labels.length > 0) return {
		code: "past-labels-untold",
		args: { wanted: authorise.labels.join(", ") }
	};
	const missing = authorise.labels.filter((wanted) => !labels.some((label) => isSameName(label, wanted)));
	return missing.length === 0 ? null : {
		code: "missing-label",
		args: { wanted: missing.join(", ") }
	};
}
/** The remote's own `filter`, in the tracker's words. */
function byFilter({ excludedBy }) {
	return excludedBy === void 0 ? null : {
		code: "excluded",
		args: { wanted: excludedBy }
	};
}
/** Who stands behind it. An approval that counts is a collaborator's word, so a stranger's ticket needs no other. */
function objectionTo(ticket, { written }, { evidence, terms }) {
	const approved = approvedFor(ticket, evidence, terms);
	const fix = [
		"golden-thread",
		"ticket",
		"approve",
		written
	];
	const approvers = terms.authorise.approval?.approvers.join(", ") || NOBODY;
	if (isTimeUnproved(evidence, terms) && isEverApproved(ticket, evidence, terms)) return { code: "time-unproved" };
	switch (approved.status) {
		case "approved": return null;
		case "not-needed": return byOrigin(ticket);
		case "none": return {
			code: "unapproved",
			args: { approvers },
			fix
		};
		case "void": {
			const changed = approved.changed.join(", ");
			return {
				code: "approval-void",
				args: {
					...approvalArgs(approved.approval),
					changed
				},
				fix
			};
		}
		case "own": return {
			code: "self-approved",
			args: {
				...approvalArgs(approved.approval),
				approvers
			},
			fix
		};
		case "doubtful": return {
			code: "approver-unknown",
			args: approvalArgs(approved.approval)
		};
		case "untold": return {
			code: "approval-untold",
			args: { detail: approved.detail }
		};
		case "task": return { code: "approval-of-task" };
	}
}
/** No approval counts at every moment: before it was given it did not. */
function isEverApproved(ticket, { change, authors }, terms) {
	const ever = {
		change,
		...authors === void 0 ? {} : { authors }
	};
	return approvedFor(ticket, ever, terms).status === "approved";
}
const NOBODY = "the policy names nobody under authorise.approval.approvers";
function approvalArgs({ by, at }) {
	return {
		approver: accountName(by),
		approvedAt: at
	};
}
/** Where anybody at all may open a ticket, somebody with rights has to take it up. */
function byOrigin({ origin, createdBy, project, remote }) {
	if (origin === void 0 || !origin.outsider || origin.vouchers.length > 0) return null;
	return {
		code: "outsider",
		args: {
			author: createdBy === null ? "somebody" : accountName(createdBy),
			project: project ?? remote
		}
	};
}

// src/core/weigh.ts
/** The code of a claim that another one made irrelevant. Rules that weigh spread it into their table. */
const WEIGH_CODES = { "not-decisive": {
	outcome: "skip",
	message: "{ticket} does not count here ({reason}); another reference decides."
} };
/**
* Folds claims by the policy's `need`. `any`: what grants settles it, else what is unknown, and the rest is recorded as
* not decisive. `all`: every claim speaks, but one that is excused, or defers, is silent beside the others.
*/
function weigh(weighed, need, about) {
	const decisive = need === "any" ? anyOf(weighed) : allOf(weighed);
	return weighed.map((one) => {
		const { claim, outcome, code, args } = one;
		const whom = {
			...about,
			kind: "ticket",
			ticket: String(args.ticket ?? claim.written)
		};
		const fix = one.fix === void 0 ? {} : { fix: one.fix };
		if (decisive.includes(one)) return {
			outcome,
			code,
			about: whom,
			args,
			...fix
		};
		return {
			outcome: "skip",
			code: "not-decisive",
			about: whom,
			args: {
				ticket: claim.written,
				reason: code
			}
		};
	});
}
function anyOf(weighed) {
	const passes = weighed.filter(({ outcome }) => outcome === "pass");
	if (passes.length > 0) return passes;
	const grants = weighed.filter((one) => one.grants);
	if (grants.length > 0) return grants;
	const unknown = weighed.filter(({ outcome }) => outcome === "unknown");
	return unknown.length > 0 ? unknown : weighed;
}
function allOf(weighed) {
	const speaks = ({ claim, defers }) => !claim.excused && defers !== true;
	if (!weighed.some(speaks)) return weighed;
	return weighed.filter((one) => speaks(one) || one.outcome === "pass");
}

// src/core/granting.ts
/** Sorts claims by what they are worth. */
function grantingOf(claims, evidence, terms) {
	const standings = claims.map((claim) => standingOf(claim, evidence, terms));
	return {
		granting: standings.filter(({ grants }) => grants),
		unknown: standings.filter(({ outcome }) => outcome === "unknown"),
		refused: standings.filter(({ grants, outcome }) => !grants && outcome !== "unknown")
	};
}
/** The tickets of some standings as people write them, for a message. */
function ticketNames(standings) {
	return standings.map(({ args }) => args.ticket).join(", ");
}
/** Weighs the claims that authorise a commit by a rule's own `answer`; where nothing does, the rule has nothing to say. */
function weighGranting({ about, claims }, { evidence, terms }, answer) {
	const { granting, unknown } = grantingOf(claims, evidence, terms);
	const weighed = [...granting.map(answer), ...unknown.map(unknowable)];
	if (weighed.length === 0) return [{
		outcome: "skip",
		code: "nothing-authorises",
		about,
		args: {}
	}];
	return weigh(weighed, terms.references.need, about);
}
/** A claim of which nobody knows whether it authorises. */
function unknowable({ claim, args }) {
	return {
		claim,
		outcome: "unknown",
		code: "not-known",
		args: { tickets: args.ticket ?? claim.written },
		grants: false
	};
}
/**
* Every version of a ticket must pass: the answer for the first that does not, else for the first of all. `best`: the code
* where nothing speaks against the ticket.
*/
function worstVersion({ claim, args, tickets }, { codes, best }, answer) {
	const answers = tickets.map(answer);
	const { code, args: more } = answers.find(({ code }) => codes[code].outcome !== "pass") ?? answers[0] ?? {
		code: best,
		args: {}
	};
	const { outcome } = codes[code];
	return {
		claim,
		outcome,
		code,
		args: {
			ticket: args.ticket ?? claim.written,
			remote: claim.remote,
			...more
		},
		grants: outcome === "pass"
	};
}
/** Codes of rules that rest on what authorises; they say nothing of their own where nothing does. */
const GRANTING_CODES = {
	"nothing-authorises": {
		outcome: "skip",
		message: "No named ticket authorises this, so there is nothing to compare."
	},
	"not-known": {
		outcome: "unknown",
		message: "Whether {tickets} authorises this is not known, so nothing rests on it.",
		fix: "See what ticket-authorised says of it, and check again."
	}
};

// src/core/claims.ts
const PLACE_ORDER = [
	"subject",
	"body",
	"trailer",
	"title",
	"pr-body",
	"branch",
	"file"
];
/** References in a fixed order, whatever order they were gathered in. */
function inTextOrder(references) {
	return [...references].sort((a, b) => PLACE_ORDER.indexOf(a.place) - PLACE_ORDER.indexOf(b.place) || a.start - b.start || (a.id < b.id ? -1 : Number(a.id > b.id)));
}
/** The claims among `references`, one a ticket, in their order. `inherited`: keys that came with another commit, and whether they are excused. */
function claimsAmong(references, places, inherited = /* @__PURE__ */ new Map()) {
	const claims = /* @__PURE__ */ new Map();
	for (const { remote, id, provider, place } of references) {
		if (remote === null || !counts(place, places)) continue;
		const key = lookupKey(remote, id);
		if (claims.has(key)) continue;
		const excused = inherited.get(key) ?? false;
		const written = writtenId(provider, id);
		claims.set(key, {
			key,
			remote,
			id,
			written,
			place,
			inherited: inherited.has(key),
			excused
		});
	}
	return [...claims.values()];
}
/** A pull request's description is a body too. `file` is the upstream of a task that the change edits: it always counts. */
function counts(place, places) {
	if (place === "file") return true;
	return places.includes(place === "pr-body" ? "body" : place);
}

// src/core/judge-commits.ts
const NO_FACTS = {
	exempt: null,
	unproved: null,
	inherits: null,
	evilMerge: false,
	root: false
};
/** Asks one question of every commit; exemptions, unseen commits and an empty change are answered here, alike for all rules. */
function judgeCommits(evidence, question) {
	const findings = [];
	for (const subject of subjectsOf(evidence, question.places)) {
		const settled = settle(subject, question);
		if (settled === null) findings.push(...question.judge(subject));
		else findings.push(settled);
	}
	const change = { kind: "change" };
	if (evidence.change.kind !== "commit-message" && !evidence.change.complete) findings.push({
		outcome: "unknown",
		code: "incomplete",
		about: change,
		args: {}
	});
	if (findings.length === 0 && commitsOf(evidence.change).length === 0) findings.push({
		outcome: "skip",
		code: "no-commits",
		about: change,
		args: {}
	});
	return findings;
}
/** Every commit of the change with its references. */
function subjectsOf(evidence, places) {
	const own = /* @__PURE__ */ new Map();
	for (const reference of inTextOrder(evidence.references)) {
		const list = own.get(reference.commit);
		if (list === void 0) own.set(reference.commit, [reference]);
		else list.push(reference);
	}
	const wide = own.get(null) ?? [];
	return commitsOf(evidence.change).map((commit, index) => {
		const facts = evidence.facts[index] ?? NO_FACTS;
		const inherited = facts.inherits?.references ?? [];
		const named = own.get(index) ?? [];
		const references = [
			...named,
			...inTextOrder(inherited),
			...wide
		];
		const keys = inheritedKeys(facts.inherits, () => claimsAmong([...named, ...wide], places));
		return {
			index,
			commit,
			facts,
			about: {
				kind: "commit",
				commit: index
			},
			references,
			claims: claimsAmong(references, places, keys)
		};
	});
}
function settle({ commit, facts, about }, { exempts, needsPaths }) {
	const exempt = facts.exempt;
	if (exempt !== null && (exempts?.(exempt) ?? true)) {
		const args = exempt.kind === "bot" ? { account: exempt.account } : {};
		return {
			outcome: "skip",
			code: exempt.kind,
			about,
			args
		};
	}
	if (needsPaths && commit.paths === null) return {
		outcome: "unknown",
		code: "paths-unknown",
		about,
		args: {}
	};
	return null;
}
/**
* Finished work may be undone or taken over under another ticket. A fixup goes on with it: a ticket that its own text
* claims, if only because git repeats the target's subject, is claimed like any other.
*/
function inheritedKeys(inherits, own) {
	const claimed = inherits?.kind === "autosquash" ? own().map(({ key }) => key) : [];
	const keys = (inherits?.references ?? []).flatMap(({ remote, id }) => remote === null ? [] : [lookupKey(remote, id)]);
	return new Map(keys.map((key) => [key, !claimed.includes(key)]));
}

// src/core/rule.ts
/** Types a rule as it is written, and hands it on unchanged. */
function defineRule(rule) {
	return rule;
}

// src/core/terms.ts
/** Places where a reference counts. */
const placesSchema = (z) => z.array(z.enum([
	"subject",
	"body",
	"trailer",
	"branch",
	"title"
])).min(1).default([
	"subject",
	"body",
	"trailer",
	"branch",
	"title"
]).describe("Places where a reference counts; `body` is also a pull request's description.");
/** Options of rules that ask who authorises; left out of a policy, they follow its sections. */
const termsSchema = (z) => {
	const names = z.array(z.string().min(1));
	return z.strictObject({
		authority: z.enum([
			"local",
			"linked",
			"upstream"
		]).default("local").describe("Who may tell that a ticket is authorised; as the policy's `authority`."),
		authorise: z.strictObject({
			states: z.union([names, z.record(z.string(), names)]).default(["open", "in_progress"]),
			new_tasks: z.enum([
				"allow",
				"warn",
				"deny"
			]).default("warn"),
			types: z.union([names, z.record(z.string(), names)]).nullable().default(null),
			labels: names.default([]),
			approval: z.strictObject({
				label: z.string().nullable().default(null),
				risk: z.array(z.enum([
					"low",
					"medium",
					"high",
					"critical"
				])).nullable().default(null),
				approvers: names.default([])
			}).nullable().default(null),
			decision_time: z.enum(["any", "recorded"]).default("any")
		}).prefault({}).describe("States, types and labels that authorise; as the policy's `authorise`."),
		references: z.strictObject({
			in: placesSchema(z),
			need: z.enum(["any", "all"]).default("any"),
			trailer: z.string().default("Refs")
		}).prefault({}).describe("Where references count and how many must hold; as the policy's `references`."),
		projects: z.record(z.string(), names).default({}).describe("Projects that count, by remote; a remote without a list leaves it to its own settings."),
		people: z.record(z.string(), names).default({}).describe("Accounts by the address of a person's commits; as the policy's `people`.")
	});
};
/** The terms that a policy's sections give. */
function termsFrom({ authority, authorise, references, projects = {}, people = {} }) {
	return {
		authority,
		authorise,
		references,
		projects,
		people
	};
}

// src/core/task-pairs.ts
/**
* Joins edits by task: a file that is deleted here and added there is one task that moved. A file that is edited in
* place stands for itself, so that a second file of the same id can hide nothing that happens to the first.
*/
function taskPairs(edits) {
	const inPlace = edits.flatMap(({ path, before, after }) => before !== null && isSame(before, after) ? [{
		id: before.id,
		path,
		before,
		after
	}] : []);
	const others = edits.filter(({ before, after }) => !isSame(before, after));
	const came = others.flatMap(({ path, after }) => after === null ? [] : [{
		path,
		after
	}]);
	const moved = others.flatMap(({ path, before }) => {
		if (before === null) return [];
		const index = came.findIndex(({ after }) => isSame(before, after));
		const [arrival] = index === -1 ? [] : came.splice(index, 1);
		return [{
			id: before.id,
			path: arrival?.path ?? path,
			before,
			after: arrival?.after ?? null
		}];
	});
	return [
		...inPlace,
		...moved,
		...came.map(({ path, after }) => ({
			id: after.id,
			path,
			before: null,
			after
		}))
	];
}
function isSame(a, b) {
	return a !== null && b !== null && a.id === b.id && a.ticket.remote === b.ticket.remote;
}

// src/core/spec-answers.ts
const PLACES = [
	"subject",
	"body",
	"trailer",
	"branch",
	"title"
];
const NOT_ASKED = {
	status: "unknown",
	detail: "Nobody looked for it."
};
/** Every ticket that a change names, each once, with what is known of its spec. */
function specAnswers(evidence) {
	const inherited = commitsOf(evidence.change).flatMap((_, at) => evidence.facts[at]?.inherits?.references ?? []);
	return claimsAmong([...inTextOrder(evidence.references), ...inherited], PLACES).map((claim) => ({
		claim,
		answer: evidence.specs?.[claim.key] ?? NOT_ASKED
	}));
}

// src/core/spec-complete.ts
/** Words that stand for text which nobody wrote yet: alone in capitals, or in angle brackets as templates have them. */
const PLACEHOLDER = /\b(?:TODO|TBD|FIXME|TBC|XXX)\b|\[(?:TODO|TBD|[Ii]nsert[^\]]{0,60}|[Yy]our [^\]]{0,60})\](?!\()|<(?!https?:|mailto:)[a-z][\w'’,-]{0,40}(?: [\w'’,-]{1,40}){1,12}>|\{\{[^{}]{1,80}\}\}|\blorem ipsum\b/u;
const COMMENT_PLACEHOLDER = /<!--\s*(?:todo|tbd|describe|add |list |insert|what |why |how |fill )/iu;
/** What a comment, and a marker of a section, holds is no text. */
const COMMENT = /<!--.*?-->/gu;
const CRITERIA = /^(?:acceptance )?criteria$|^acceptance criteria\b/iu;
const ITEM = /^\s{0,12}(?:[-*+]|\d{1,9}[.)])\s+(?:\[([ xX])\]\s+)?\S/u;
/** Characters of a placeholder that are shown. */
const SHOWN = 60;
/** Everything that a spec's text lacks. `type`: the ticket's; null: it says none. */
function specState(text, type, terms) {
	const lines = linesOf(text);
	const criteria = criteriaOf(lines);
	const size = text.length;
	const count = (code, found, wanted) => ({
		code,
		count: found,
		wanted
	});
	return {
		criteria,
		gaps: [
			...headingGaps(lines, wantedHeadings(type, terms)),
			...placeholderGaps(lines),
			...emptySections(lines),
			...criteria.count < terms.min_criteria ? [count("criteria-few", criteria.count, terms.min_criteria)] : [],
			...size < terms.min_size ? [count("too-short", size, terms.min_size)] : [],
			...size > terms.max_size ? [count("too-long", size, terms.max_size)] : []
		]
	};
}
function wantedHeadings(type, { headings }) {
	return (type !== null && Object.hasOwn(headings, type) ? headings[type] : void 0) ?? (Object.hasOwn(headings, "default") ? headings.default ?? [] : []);
}
function linesOf(text) {
	let fence = null;
	return text.split("\n").map((content, index) => {
		const mark = /^ {0,3}(`{3,}|~{3,})/.exec(content)?.[1];
		const isCode = fence !== null || mark !== void 0;
		if (fence === null) fence = mark ?? null;
		else if (mark?.startsWith(fence) && content.trim() === mark) fence = null;
		const [, marks, title] = isCode ? [] : /^ {0,3}(#{1,6})[ \t]+(\S.*)$/.exec(content) ?? [];
		const heading = marks === void 0 || title === void 0 ? null : {
			depth: marks.length,
			title: plain(title)
		};
		return {
			text: content,
			line: index + 1,
			heading,
			isCode
		};
	});
}
/** A heading for comparison: without numbers before it, closing marks, emphasis and case. */
function plain(title) {
	return title.replace(/^[\d.]{1,12}\s+/, "").replace(/[*_`#:]/g, "").trim().toLowerCase();
}
function headingGaps(lines, wanted) {
	const have = new Set(lines.flatMap(({ heading }) => heading?.title ?? []));
	return wanted.filter((title) => !title.split("|").some((one) => have.has(plain(one)))).map((detail) => ({
		code: "heading-missing",
		detail
	}));
}
function placeholderGaps(lines) {
	return lines.flatMap(({ text, line, isCode }) => {
		if (isCode) return [];
		const shown = text.replace(/`[^`]*`/g, "").replace(COMMENT, "");
		const found = PLACEHOLDER.exec(shown)?.[0] ?? (COMMENT_PLACEHOLDER.test(text) ? text.trim() : void 0);
		return found === void 0 ? [] : [{
			code: "placeholder",
			detail: found.slice(0, SHOWN),
			line
		}];
	});
}
/** Headings under which nothing stands, not even a deeper heading. */
function emptySections(lines) {
	return lines.flatMap(({ heading, line }) => {
		if (heading === null) return [];
		const next = lines.slice(line).find((one) => one.text.replace(COMMENT, "").trim() !== "");
		return next === void 0 || next.heading !== null && next.heading.depth <= heading.depth ? [{
			code: "section-empty",
			detail: heading.title.slice(0, SHOWN),
			line
		}] : [];
	});
}
/** Items under a heading of acceptance criteria; where there is no such heading, every box of the text. */
function criteriaOf(lines) {
	const at = lines.findIndex(({ heading }) => heading !== null && CRITERIA.test(heading.title));
	const depth = lines[at]?.heading?.depth ?? 0;
	const after = at < 0 ? lines : lines.slice(at + 1);
	const stop = at < 0 ? -1 : after.findIndex(({ heading }) => heading !== null && heading.depth <= depth);
	const items = (stop < 0 ? after : after.slice(0, stop)).flatMap(({ text, isCode }) => {
		const item = isCode ? null : ITEM.exec(text);
		return item === null || at < 0 && item[1] === void 0 ? [] : [item[1] ?? ""];
	});
	return {
		count: items.length,
		done: items.filter((box) => /x/i.test(box)).length
	};
}

// src/core/spec-terms.ts
/** Characters. Shorter than this nothing is said; longer than this nobody reads it. */
const DEFAULT_MIN_SIZE = 40;
const DEFAULT_MAX_SIZE = 1e5;
/** What a finished spec must have, as the policy's `spec` and the rule that asks for it write it. */
function specTerms(z) {
	return {
		headings: z.record(z.string().min(1), z.array(z.string().min(1).max(200))).default({}).describe("Headings that a spec must have, by the ticket's type, or `default`; `Goal|Aim` wants one of them."),
		min_criteria: z.int().min(0).default(1).describe("Fewest acceptance criteria of a spec."),
		min_size: z.int().min(0).default(DEFAULT_MIN_SIZE).describe("Fewest characters of a spec."),
		max_size: z.int().min(1).default(DEFAULT_MAX_SIZE).describe("Most characters of a spec.")
	};
}

// src/core/ticket-specs.ts
/** Codes of rules that compare specs with something; where there is none they leave it to spec-present. */
const SPEC_CODES = {
	"not-required": {
		outcome: "skip",
		message: "The policy asks for no spec."
	},
	"no-ticket": {
		outcome: "skip",
		message: "No ticket is known that could have a spec."
	},
	"no-spec": {
		outcome: "skip",
		message: "{ticket} has no spec that could be compared."
	},
	"spec-unknown": {
		outcome: "unknown",
		message: "The spec of {ticket} is not known: {detail}",
		fix: "See what spec-present says of it, and check again."
	}
};
/** As much of a digest as tells two apart at a glance. */
function shortDigest(digest) {
	return digest.slice(0, 12);
}
/** Asks one question of every spec; what is no spec is answered here. */
function judgeSpecs({ specs }, judge) {
	const about = { kind: "change" };
	if (specs === void 0) return [{
		outcome: "skip",
		code: "not-required",
		about,
		args: {}
	}];
	const all = Object.entries(specs);
	if (all.length === 0) return [{
		outcome: "skip",
		code: "no-ticket",
		about,
		args: {}
	}];
	return all.flatMap(([at, answer]) => {
		if (answer.status === "found") {
			const { spec } = answer;
			return judge({
				at,
				spec,
				about: {
					kind: "ticket",
					ticket: spec.key
				}
			});
		}
		const ticket = at.slice(at.indexOf(":") + 1);
		const whose = {
			kind: "ticket",
			ticket
		};
		if (answer.status !== "unknown") return [{
			outcome: "skip",
			code: "no-spec",
			about: whose,
			args: { ticket }
		}];
		const { detail } = answer;
		return [{
			outcome: "unknown",
			code: "spec-unknown",
			about: whose,
			args: {
				ticket,
				detail
			}
		}];
	});
}

// src/core/upstreams.ts
/** Whether anything in a law asks which tickets local tasks follow. */
function asksForUpstreams(law) {
	const { has, consistent, fresh } = UPSTREAM_RULES;
	if (isAnywhereOn(law, consistent) || isAnywhereOn(law, fresh)) return true;
	return [law.rules, ...law.scopes.map(({ rules }) => rules)].some((set) => asks(set[has]));
}
/** By themselves local tasks authorise, so nobody has to ask what they follow. */
function asks(rule) {
	if (rule === void 0 || !isOn(rule)) return false;
	const { options } = rule;
	return (typeof options === "object" && options !== null && "authority" in options ? options.authority : LOCAL) !== LOCAL;
}
const LOCAL = "local";
/** The claims that are local tasks, found or brought by the change itself; every version of one that counts. */
function localTasks(claims, evidence) {
	return claims.flatMap((claim) => knownTickets(claim, evidence).tickets.filter(({ path }) => path !== null).map((task) => ({
		claim,
		task,
		follows: task.follows
	})));
}

// src/core/duration.ts
var duration_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ milliseconds: () => milliseconds });
/** Milliseconds of a duration as policies write it (`30m`, `24h`, `7d`); 0 for anything else. */
function milliseconds(duration) {
	const unit = {
		m: 6e4,
		h: 36e5,
		d: 864e5
	}[duration.slice(-1)] ?? 0;
	return Number(duration.slice(0, -1)) * unit;
}

// src/core/once.ts
/** Asks once, and remembers the answer. */
function once(ask) {
	let answer = null;
	return () => {
		answer ??= ask();
		return answer;
	};
}
/** Asks once for each name, and remembers the answers. */
function remembered(ask) {
	const answers = /* @__PURE__ */ new Map();
	return (name) => {
		const answer = answers.get(name) ?? ask(name);
		answers.set(name, answer);
		return answer;
	};
}

// src/core/repository-address.ts
const ADDRESS = /^(?:[a-z+]+:\/\/)?(?:[^@/\s]*@)?([A-Za-z0-9.-]+)(?::[0-9]+)?[:/]\/?([^?#\s]+?)(?:\.git)?\/?$/i;
/** Hosts that forges answer ssh under where its own port is closed. */
const ALIASES = {
	"ssh.github.com": "github.com",
	"altssh.gitlab.com": "gitlab.com",
	"ssh.dev.azure.com": "dev.azure.com"
};
/** Null: it is no address of a host. */
function repositoryAddress(url) {
	const [, host = "", path = ""] = ADDRESS.exec(url) ?? [];
	if (host === "" || path === "" || path.includes("..") || /^(?:[.]|file:|[a-z]:[\\/])/i.test(url)) return null;
	const small = host.toLowerCase();
	return {
		host: ALIASES[small] ?? small,
		path
	};
}
/** `org/project/_git/repo` over https, without the project where both are called the same; `v3/org/project/repo` over ssh. */
function azureRepository(path) {
	const [, organization, project, repository] = /^v3\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path) ?? /^([^/]+)\/(?:([^/]+)\/)?_git\/([^/]+)$/.exec(path) ?? [];
	if (organization === void 0 || repository === void 0) return null;
	return {
		organization: unescaped(organization),
		project: unescaped(project ?? repository),
		repository: unescaped(repository)
	};
}
function unescaped(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

// src/core/forge-remote.ts
/** Name of the remote whose tickets are the repository's own issues; null: the law has none such. */
function forgeRemote({ remotes }, home) {
	return remotes.find(({ kind, settings }) => kind === home.kind && typeof settings.repo === "string" && settings.repo.toLowerCase() === home.repository.toLowerCase())?.name ?? null;
}
/**
* The server of one's own that a remote of the law names for this very repository. Its address has to be the repository's own, or that of its
* API (`api.` in front): a mirror elsewhere is no page of it. Null: the law names none.
*/
function forgeSite({ remotes }, repository) {
	const own = repository === null ? null : repositoryAddress(repository);
	if (own === null) return null;
	for (const { kind, settings } of remotes) {
		if (kind !== "github" && kind !== "gitlab") continue;
		const name = kind === "github" ? settings.repo : settings.project;
		if (typeof name !== "string" || name.toLowerCase() !== own.path.toLowerCase()) continue;
		const site = typeof settings.url === "string" ? siteOf(settings.url, own.host) : null;
		if (site !== null) return {
			kind,
			site
		};
	}
	return null;
}
function siteOf(url, host) {
	if (!URL.canParse(url)) return null;
	const { protocol, hostname, origin, pathname } = new URL(url);
	if (protocol !== "https:") return null;
	if (hostname === `api.${host}`) return `https://${host}`;
	return hostname === host && API.test(pathname) ? origin : null;
}
/** A site, or its API: GitHub Enterprise Server and GitLab have it there. */
const API = /^\/(?:api\/v[34]\/?)?$/;

// src/core/secrets.ts
/**
* Shapes that the vendors publish for their own tokens: GitHub, GitLab, Slack, Atlassian, ClickUp, Notion, Linear, AWS,
* Azure DevOps, Google, npm; then JSON Web Tokens and PEM private keys. The lengths keep ordinary words out.
*/
const SHAPES = [
	"gh[pousr]_[A-Za-z0-9]{16,}",
	"github_pat_[A-Za-z0-9_]{16,}",
	"gl(?:pat|ptt|dt|rt|cbt|ft|soat|agent)-[A-Za-z0-9_-]{16,}",
	"xox[a-z]-[A-Za-z0-9-]{10,}",
	"xapp-[A-Za-z0-9-]{10,}",
	"AT(?:ATT|CTT|BB)[A-Za-z0-9_=-]{12,}",
	"pk_[A-Za-z0-9_]{16,}",
	"[sr]k_(?:live|test)_[A-Za-z0-9]{16,}",
	"sk-[A-Za-z0-9_-]{20,}",
	"secret_[A-Za-z0-9]{16,}",
	"ntn_[A-Za-z0-9]{16,}",
	"lin_(?:api|oauth)_[A-Za-z0-9]{16,}",
	"(?:AKIA|ASIA)[A-Z0-9]{16}",
	"AIza[A-Za-z0-9_-]{30,}",
	"npm_[A-Za-z0-9]{30,}",
	"eyJ[A-Za-z0-9_-]{8,2000}\\.eyJ[A-Za-z0-9_-]{8,}\\.",
	"-----BEGIN [A-Z ]{0,40}PRIVATE KEY",
	"[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}",
	"[a-z2-7]{52}(?![A-Za-z0-9])"
];
const KNOWN = new RegExp(`(?<![A-Za-z0-9])(?:${SHAPES.join("|")})`, "g");
/** The same with what follows a shape: part of the token, or of its text. */
const KNOWN_WHOLE = new RegExp(`(?<![A-Za-z0-9])(?:${SHAPES.join("|")})[A-Za-z0-9_.=-]*`, "g");
/** Shorter runs are words; 128 bits of a random key need 22 characters in base64 and 32 in hex. */
const RUN = /[A-Za-z0-9+_=-]{32,}/g;
/** Bits a character: prose and names stay below, random base64 of this length lies above. */
const RANDOM_BITS = 4;
/** Where a text holds what has the published shape of a token. Offsets in UTF-16 units. */
function findTokens(text) {
	return [...text.matchAll(KNOWN)].map((match) => match.index);
}
/** True for a known token's shape, and for a long random-looking run of hex or base64. */
function looksSecret(text) {
	return findTokens(text).length > 0 || holdsRandomRun(text);
}
/** True for a long random-looking run of hex or base64. */
function holdsRandomRun(text) {
	return (text.match(RUN) ?? []).some(looksRandom);
}
function looksRandom(run) {
	if (/^[0-9a-f]{32,}$/i.test(run)) return /[0-9]/.test(run);
	return /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9]/.test(run) && entropy(run) >= RANDOM_BITS;
}
/** Shannon's entropy in bits a character. */
function entropy(text) {
	const counts = /* @__PURE__ */ new Map();
	for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
	let bits = 0;
	for (const count of counts.values()) bits -= count / text.length * Math.log2(count / text.length);
	return bits;
}
/** The text with every known token's shape and every one of the given values (8 characters and more) taken out. */
function redact(text, values = []) {
	let clean = text;
	for (const value of values) if (value.length >= SHORTEST_VALUE) clean = clean.replaceAll(value, REDACTED);
	return clean.replace(KNOWN_WHOLE, REDACTED);
}
/** Stands where a token stood. */
const REDACTED = "[redacted]";
/** A value that is shorter stands in ordinary words. */
const SHORTEST_VALUE = 8;

// src/core/loopback.ts
/** Host names of this machine, as `URL.hostname` writes them: plain http to one of them shows a token to nobody else. */
const LOOPBACK = /* @__PURE__ */ new Set([
	"localhost",
	"127.0.0.1",
	"[::1]"
]);

// src/core/server-url.ts
/** Whether a text is the address of a server: https, or plain http on this machine alone. */
function isServerUrl(text) {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname } = new URL(text);
	return protocol === "https:" || protocol === "http:" && LOOPBACK.has(hostname);
}

Object.defineProperty(exports, "ASSIGNEE_RULE", {
  enumerable: true,
  get: function () {
    return ASSIGNEE_RULE;
  }
});
Object.defineProperty(exports, "AUTHORISER_RULE", {
  enumerable: true,
  get: function () {
    return AUTHORISER_RULE;
  }
});
Object.defineProperty(exports, "BUILD", {
  enumerable: true,
  get: function () {
    return BUILD;
  }
});
Object.defineProperty(exports, "COMMIT_CODES", {
  enumerable: true,
  get: function () {
    return COMMIT_CODES;
  }
});
Object.defineProperty(exports, "GATE_CODES", {
  enumerable: true,
  get: function () {
    return GATE_CODES;
  }
});
Object.defineProperty(exports, "GRANTING_CODES", {
  enumerable: true,
  get: function () {
    return GRANTING_CODES;
  }
});
Object.defineProperty(exports, "HEAD_POLICY_RULE", {
  enumerable: true,
  get: function () {
    return HEAD_POLICY_RULE;
  }
});
Object.defineProperty(exports, "LOOPBACK", {
  enumerable: true,
  get: function () {
    return LOOPBACK;
  }
});
Object.defineProperty(exports, "REDACTED", {
  enumerable: true,
  get: function () {
    return REDACTED;
  }
});
Object.defineProperty(exports, "RELEASE_RULE", {
  enumerable: true,
  get: function () {
    return RELEASE_RULE;
  }
});
Object.defineProperty(exports, "REPOSITORY", {
  enumerable: true,
  get: function () {
    return REPOSITORY;
  }
});
Object.defineProperty(exports, "SILENT", {
  enumerable: true,
  get: function () {
    return SILENT;
  }
});
Object.defineProperty(exports, "SNAPSHOT_FIELDS", {
  enumerable: true,
  get: function () {
    return SNAPSHOT_FIELDS;
  }
});
Object.defineProperty(exports, "SPEC_CODES", {
  enumerable: true,
  get: function () {
    return SPEC_CODES;
  }
});
Object.defineProperty(exports, "STANDING_CODES", {
  enumerable: true,
  get: function () {
    return STANDING_CODES;
  }
});
Object.defineProperty(exports, "TIME_SOURCES", {
  enumerable: true,
  get: function () {
    return TIME_SOURCES;
  }
});
Object.defineProperty(exports, "UPSTREAM_RULES", {
  enumerable: true,
  get: function () {
    return UPSTREAM_RULES;
  }
});
Object.defineProperty(exports, "VERSION", {
  enumerable: true,
  get: function () {
    return VERSION;
  }
});
Object.defineProperty(exports, "WEIGH_CODES", {
  enumerable: true,
  get: function () {
    return WEIGH_CODES;
  }
});
Object.defineProperty(exports, "accountName", {
  enumerable: true,
  get: function () {
    return accountName;
  }
});
Object.defineProperty(exports, "approvalIn", {
  enumerable: true,
  get: function () {
    return approvalIn;
  }
});
Object.defineProperty(exports, "approvalLaws", {
  enumerable: true,
  get: function () {
    return approvalLaws;
  }
});
Object.defineProperty(exports, "approvalLine", {
  enumerable: true,
  get: function () {
    return approvalLine;
  }
});
Object.defineProperty(exports, "approvedFor", {
  enumerable: true,
  get: function () {
    return approvedFor;
  }
});
Object.defineProperty(exports, "asksForAuthors", {
  enumerable: true,
  get: function () {
    return asksForAuthors;
  }
});
Object.defineProperty(exports, "asksForMakers", {
  enumerable: true,
  get: function () {
    return asksForMakers;
  }
});
Object.defineProperty(exports, "asksForUpstreams", {
  enumerable: true,
  get: function () {
    return asksForUpstreams;
  }
});
Object.defineProperty(exports, "authorKey", {
  enumerable: true,
  get: function () {
    return authorKey;
  }
});
Object.defineProperty(exports, "authoriseOptions", {
  enumerable: true,
  get: function () {
    return authoriseOptions;
  }
});
Object.defineProperty(exports, "authorisersOf", {
  enumerable: true,
  get: function () {
    return authorisersOf;
  }
});
Object.defineProperty(exports, "azureRepository", {
  enumerable: true,
  get: function () {
    return azureRepository;
  }
});
Object.defineProperty(exports, "beginsWithIt", {
  enumerable: true,
  get: function () {
    return beginsWithIt;
  }
});
Object.defineProperty(exports, "branchOf", {
  enumerable: true,
  get: function () {
    return branchOf;
  }
});
Object.defineProperty(exports, "canonical", {
  enumerable: true,
  get: function () {
    return canonical;
  }
});
Object.defineProperty(exports, "changeAuthors", {
  enumerable: true,
  get: function () {
    return changeAuthors;
  }
});
Object.defineProperty(exports, "claimsAmong", {
  enumerable: true,
  get: function () {
    return claimsAmong;
  }
});
Object.defineProperty(exports, "coAuthorsIn", {
  enumerable: true,
  get: function () {
    return coAuthorsIn;
  }
});
Object.defineProperty(exports, "commitsOf", {
  enumerable: true,
  get: function () {
    return commitsOf;
  }
});
Object.defineProperty(exports, "coverageOf", {
  enumerable: true,
  get: function () {
    return coverageOf;
  }
});
Object.defineProperty(exports, "defineRule", {
  enumerable: true,
  get: function () {
    return defineRule;
  }
});
Object.defineProperty(exports, "differingFields", {
  enumerable: true,
  get: function () {
    return differingFields;
  }
});
Object.defineProperty(exports, "duration_exports", {
  enumerable: true,
  get: function () {
    return duration_exports;
  }
});
Object.defineProperty(exports, "findTokens", {
  enumerable: true,
  get: function () {
    return findTokens;
  }
});
Object.defineProperty(exports, "forgeRemote", {
  enumerable: true,
  get: function () {
    return forgeRemote;
  }
});
Object.defineProperty(exports, "forgeSite", {
  enumerable: true,
  get: function () {
    return forgeSite;
  }
});
Object.defineProperty(exports, "grantingOf", {
  enumerable: true,
  get: function () {
    return grantingOf;
  }
});
Object.defineProperty(exports, "holdsRandomRun", {
  enumerable: true,
  get: function () {
    return holdsRandomRun;
  }
});
Object.defineProperty(exports, "inForce", {
  enumerable: true,
  get: function () {
    return inForce;
  }
});
Object.defineProperty(exports, "inTextOrder", {
  enumerable: true,
  get: function () {
    return inTextOrder;
  }
});
Object.defineProperty(exports, "isAccountOf", {
  enumerable: true,
  get: function () {
    return isAccountOf;
  }
});
Object.defineProperty(exports, "isAnywhereOn", {
  enumerable: true,
  get: function () {
    return isAnywhereOn;
  }
});
Object.defineProperty(exports, "isApprover", {
  enumerable: true,
  get: function () {
    return isApprover;
  }
});
Object.defineProperty(exports, "isListedElsewhere", {
  enumerable: true,
  get: function () {
    return isListedElsewhere;
  }
});
Object.defineProperty(exports, "isObjectId", {
  enumerable: true,
  get: function () {
    return isObjectId;
  }
});
Object.defineProperty(exports, "isOfMessage", {
  enumerable: true,
  get: function () {
    return isOfMessage;
  }
});
Object.defineProperty(exports, "isOn", {
  enumerable: true,
  get: function () {
    return isOn;
  }
});
Object.defineProperty(exports, "isOneOf", {
  enumerable: true,
  get: function () {
    return isOneOf;
  }
});
Object.defineProperty(exports, "isOverdue", {
  enumerable: true,
  get: function () {
    return isOverdue;
  }
});
Object.defineProperty(exports, "isRiskLabel", {
  enumerable: true,
  get: function () {
    return isRiskLabel;
  }
});
Object.defineProperty(exports, "isSameName", {
  enumerable: true,
  get: function () {
    return isSameName;
  }
});
Object.defineProperty(exports, "isServerUrl", {
  enumerable: true,
  get: function () {
    return isServerUrl;
  }
});
Object.defineProperty(exports, "isSettled", {
  enumerable: true,
  get: function () {
    return isSettled;
  }
});
Object.defineProperty(exports, "isWantedState", {
  enumerable: true,
  get: function () {
    return isWantedState;
  }
});
Object.defineProperty(exports, "judgeCommits", {
  enumerable: true,
  get: function () {
    return judgeCommits;
  }
});
Object.defineProperty(exports, "judgeSpecs", {
  enumerable: true,
  get: function () {
    return judgeSpecs;
  }
});
Object.defineProperty(exports, "knownTickets", {
  enumerable: true,
  get: function () {
    return knownTickets;
  }
});
Object.defineProperty(exports, "localTasks", {
  enumerable: true,
  get: function () {
    return localTasks;
  }
});
Object.defineProperty(exports, "looksSecret", {
  enumerable: true,
  get: function () {
    return looksSecret;
  }
});
Object.defineProperty(exports, "lookupKey", {
  enumerable: true,
  get: function () {
    return lookupKey;
  }
});
Object.defineProperty(exports, "lookupThen", {
  enumerable: true,
  get: function () {
    return lookupThen;
  }
});
Object.defineProperty(exports, "makersOf", {
  enumerable: true,
  get: function () {
    return makersOf;
  }
});
Object.defineProperty(exports, "mappedAuthor", {
  enumerable: true,
  get: function () {
    return mappedAuthor;
  }
});
Object.defineProperty(exports, "milliseconds", {
  enumerable: true,
  get: function () {
    return milliseconds;
  }
});
Object.defineProperty(exports, "needsApproval", {
  enumerable: true,
  get: function () {
    return needsApproval;
  }
});
Object.defineProperty(exports, "normalised", {
  enumerable: true,
  get: function () {
    return normalised;
  }
});
Object.defineProperty(exports, "once", {
  enumerable: true,
  get: function () {
    return once;
  }
});
Object.defineProperty(exports, "parentLevels", {
  enumerable: true,
  get: function () {
    return parentLevels;
  }
});
Object.defineProperty(exports, "parentsOf", {
  enumerable: true,
  get: function () {
    return parentsOf;
  }
});
Object.defineProperty(exports, "personIn", {
  enumerable: true,
  get: function () {
    return personIn;
  }
});
Object.defineProperty(exports, "placeInPast", {
  enumerable: true,
  get: function () {
    return placeInPast;
  }
});
Object.defineProperty(exports, "placesSchema", {
  enumerable: true,
  get: function () {
    return placesSchema;
  }
});
Object.defineProperty(exports, "plainName", {
  enumerable: true,
  get: function () {
    return plainName;
  }
});
Object.defineProperty(exports, "redact", {
  enumerable: true,
  get: function () {
    return redact;
  }
});
Object.defineProperty(exports, "remembered", {
  enumerable: true,
  get: function () {
    return remembered;
  }
});
Object.defineProperty(exports, "repositoryAddress", {
  enumerable: true,
  get: function () {
    return repositoryAddress;
  }
});
Object.defineProperty(exports, "riskOf", {
  enumerable: true,
  get: function () {
    return riskOf;
  }
});
Object.defineProperty(exports, "scopesOf", {
  enumerable: true,
  get: function () {
    return scopesOf;
  }
});
Object.defineProperty(exports, "secondsOf", {
  enumerable: true,
  get: function () {
    return secondsOf;
  }
});
Object.defineProperty(exports, "shortDigest", {
  enumerable: true,
  get: function () {
    return shortDigest;
  }
});
Object.defineProperty(exports, "snapshotTexts", {
  enumerable: true,
  get: function () {
    return snapshotTexts;
  }
});
Object.defineProperty(exports, "specAnswers", {
  enumerable: true,
  get: function () {
    return specAnswers;
  }
});
Object.defineProperty(exports, "specState", {
  enumerable: true,
  get: function () {
    return specState;
  }
});
Object.defineProperty(exports, "specTerms", {
  enumerable: true,
  get: function () {
    return specTerms;
  }
});
Object.defineProperty(exports, "spotOf", {
  enumerable: true,
  get: function () {
    return spotOf;
  }
});
Object.defineProperty(exports, "standingOf", {
  enumerable: true,
  get: function () {
    return standingOf;
  }
});
Object.defineProperty(exports, "startsId", {
  enumerable: true,
  get: function () {
    return startsId;
  }
});
Object.defineProperty(exports, "subjectsOf", {
  enumerable: true,
  get: function () {
    return subjectsOf;
  }
});
Object.defineProperty(exports, "taskPairs", {
  enumerable: true,
  get: function () {
    return taskPairs;
  }
});
Object.defineProperty(exports, "termsFrom", {
  enumerable: true,
  get: function () {
    return termsFrom;
  }
});
Object.defineProperty(exports, "termsSchema", {
  enumerable: true,
  get: function () {
    return termsSchema;
  }
});
Object.defineProperty(exports, "ticketNames", {
  enumerable: true,
  get: function () {
    return ticketNames;
  }
});
Object.defineProperty(exports, "timeArgs", {
  enumerable: true,
  get: function () {
    return timeArgs;
  }
});
Object.defineProperty(exports, "timeOf", {
  enumerable: true,
  get: function () {
    return timeOf;
  }
});
Object.defineProperty(exports, "unixSeconds", {
  enumerable: true,
  get: function () {
    return unixSeconds;
  }
});
Object.defineProperty(exports, "waive", {
  enumerable: true,
  get: function () {
    return waive;
  }
});
Object.defineProperty(exports, "wantedStates", {
  enumerable: true,
  get: function () {
    return wantedStates;
  }
});
Object.defineProperty(exports, "weigh", {
  enumerable: true,
  get: function () {
    return weigh;
  }
});
Object.defineProperty(exports, "weighGranting", {
  enumerable: true,
  get: function () {
    return weighGranting;
  }
});
Object.defineProperty(exports, "worstVersion", {
  enumerable: true,
  get: function () {
    return worstVersion;
  }
});
Object.defineProperty(exports, "writtenId", {
  enumerable: true,
  get: function () {
    return writtenId;
  }
});