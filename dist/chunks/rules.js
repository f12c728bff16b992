"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_core = require("./core.js");

// src/rules/author-is-assignee.ts
const OWN_CODES$4 = {
	assigned: {
		outcome: "pass",
		message: "{ticket} is assigned to the commit's author."
	},
	"not-assigned": {
		outcome: "fail",
		message: "{ticket} is assigned to {assignees}, not to {author}."
	},
	unassigned: {
		outcome: "fail",
		message: "{ticket} is assigned to nobody.",
		fix: "Have the ticket assigned to whoever does the work."
	},
	"assignee-unknown": {
		outcome: "unknown",
		message: "{ticket} is assigned to {assignees}; whether that is {author} is not known.",
		fix: "List the tracker's account under the author's e-mail address in the policy's people section."
	},
	"assignees-untold": {
		outcome: "unknown",
		message: "{remote} does not tell to whom {ticket} is assigned.",
		fix: "Give the tracker's tickets a field for people (in Notion a property of that type), or switch the rule off."
	},
	"no-author": {
		outcome: "unknown",
		message: "The commit has no author's e-mail address, so nobody can say whether {ticket} is theirs.",
		fix: "Set the address and make the commit anew: git config user.email you@example.com, git commit --amend --reset-author."
	}
};
const codes$22 = {
	...require_core.COMMIT_CODES,
	...require_core.WEIGH_CODES,
	...require_core.GRANTING_CODES,
	...OWN_CODES$4
};
const authorIsAssignee = require_core.defineRule({
	meta: {
		id: "author-is-assignee",
		title: "The ticket is assigned to the commit's author",
		why: "A ticket authorises whoever it was given to. Work that somebody else does under it was decided by nobody, and is a sign that the ticket tells the wrong story.",
		who: "the ticket's owner, by its assignees; whoever keeps the policy's people section",
		fix: "Have the ticket assigned to the author, name the author's own ticket, or list the author's accounts under people.",
		codes: codes$22,
		on: [
			"commit-message",
			"commits",
			"pull-request"
		],
		default: false,
		needs: ["tickets"],
		fast: false,
		examples: [
			{
				text: "A commit of ada@example.com under a ticket that is assigned to her",
				code: "assigned"
			},
			{
				text: "A commit of ada@example.com under Bob's ticket",
				code: "not-assigned"
			},
			{
				text: "A commit under a ticket that nobody has taken",
				code: "unassigned"
			},
			{
				text: "A ticket of an account whose e-mail address the tracker hides",
				code: "assignee-unknown"
			}
		],
		controls: [
			{
				framework: "SOC 2",
				id: "CC6.3"
			},
			{
				framework: "ISO 27001:2022",
				id: "A.5.3"
			},
			{
				framework: "NIST CSF 2.0",
				id: "PR.AA-05"
			}
		]
	},
	options: (z) => z.strictObject({
		terms: require_core.termsSchema(z).prefault({}).describe("On what terms a ticket authorises; follows the policy's sections."),
		people: z.record(z.string(), z.array(z.string())).default({}).describe("Accounts by the address of a person's commits; as the policy's `people`.")
	}),
	from: (policy) => ({
		terms: require_core.termsFrom(policy),
		people: policy.people ?? {}
	}),
	check: (evidence, { terms, people }) => require_core.judgeCommits(evidence, {
		places: terms.references.in,
		judge: (subject) => {
			const author = require_core.mappedAuthor(subject.commit.author, evidence);
			return require_core.weighGranting(subject, {
				evidence,
				terms
			}, (standing) => require_core.worstVersion(standing, {
				codes: OWN_CODES$4,
				best: "assigned"
			}, (ticket) => answerFor$2(ticket, author, people)));
		}
	})
});
function answerFor$2(ticket, author, people) {
	const { assignees, untold = [], url } = ticket;
	if (author.email.trim() === "") return {
		code: "no-author",
		args: {}
	};
	if (assignees.length === 0) return {
		code: untold.includes("assignees") ? "assignees-untold" : "unassigned",
		args: {}
	};
	const known = {
		people,
		url
	};
	const told = assignees.map((one) => require_core.isAccountOf(one, author, known) ?? isElsewhere(one, author, known));
	if (told.includes(true)) return {
		code: "assigned",
		args: {}
	};
	const shown = {
		assignees: assignees.map(nameOf).join(", "),
		author: nameOf(author)
	};
	return {
		code: told.includes(null) ? "assignee-unknown" : "not-assigned",
		args: shown
	};
}
/**
* An account or a name that is listed for somebody else refuses, and an address that is told and is not the author's: whoever has a second one lists it.
* Null: nothing of the kind is told.
*/
function isElsewhere(assignee, author, known) {
	const { name, email, account, login } = assignee;
	const listed = account === void 0 && login === void 0 ? Object.values(known.people).flat().map(require_core.plainName) : [];
	return [name, email].some((one) => /^\S+@\S+$/.test(one.trim())) || listed.includes(require_core.plainName(name)) || require_core.isListedElsewhere(assignee, author, known) ? false : null;
}
function nameOf({ name, email, account = "" }) {
	return name || account || email;
}

// src/rules/authoriser-is-not-author.ts
const OWN_CODES$3 = {
	"authorised-by-other": {
		outcome: "pass",
		message: "{ticket} was authorised by {authoriser}, who is no author of this change."
	},
	"self-authorised": {
		outcome: "fail",
		message: "{ticket} was authorised by {authoriser} alone, an author of this change."
	},
	"authoriser-unknown": {
		outcome: "unknown",
		message: "{ticket} was authorised by {authoriser}; whether that is an author of this change is not known.",
		fix: "List each author of the change in the policy's people section: the address of their commits, with their accounts in the tracker."
	},
	"authoriser-untold": {
		outcome: "unknown",
		message: "Who authorised {ticket} is not known: {detail}",
		fix: "Have the ticket approved, which says who did (authorise.approval, golden-thread ticket approve), or switch the rule off."
	}
};
const codes$21 = {
	...require_core.COMMIT_CODES,
	...require_core.WEIGH_CODES,
	...require_core.GRANTING_CODES,
	...OWN_CODES$3,
	"task-file": {
		outcome: "skip",
		message: "{tickets} is a file of this repository; its review tells who wanted it."
	}
};
const authoriserIsNotAuthor = require_core.defineRule({
	meta: {
		id: "authoriser-is-not-author",
		title: "Somebody else than the author authorised the ticket",
		why: "Whoever opens a ticket, starts it and does the work has decided alone. A second person who wanted the work is what separates a decision from a note to oneself.",
		who: "whoever may approve the ticket or move it; whoever keeps the policy's people section",
		fix: "Have somebody else approve the ticket, or move it out of its state and back into work.",
		codes: codes$21,
		on: ["commits", "pull-request"],
		default: true,
		needs: ["tickets"],
		fast: false,
		examples: [
			{
				text: "A commit of ada@example.com under a ticket that Bob moved to To Do",
				code: "authorised-by-other"
			},
			{
				text: "A commit of ada@example.com under a ticket that she opened and nobody else touched",
				code: "self-authorised"
			},
			{
				text: "A commit under a ticket of an account whose e-mail address the tracker hides",
				code: "authoriser-unknown"
			}
		],
		controls: [
			{
				framework: "SOC 2",
				id: "CC6.3"
			},
			{
				framework: "ISO 27001:2022",
				id: "A.5.3"
			},
			{
				framework: "NIST CSF 2.0",
				id: "PR.AA-05"
			},
			{
				framework: "PCI DSS 4.0.1",
				id: "6.5.1"
			}
		]
	},
	options: (z) => z.strictObject({ terms: require_core.termsSchema(z).prefault({}).describe("On what terms a ticket authorises; follows the policy's sections.") }),
	from: (policy) => ({ terms: require_core.termsFrom(policy) }),
	check: (evidence, { terms }) => require_core.judgeCommits(evidence, {
		places: terms.references.in,
		judge: (subject) => judge$1(subject, evidence, terms)
	})
});
function judge$1(subject, evidence, terms) {
	const { about, claims } = subject;
	const isTask = (claim) => {
		const { tickets } = require_core.standingOf(claim, evidence, terms);
		return tickets.length > 0 && tickets.every(({ path }) => path !== null);
	};
	const others = claims.filter((claim) => !isTask(claim));
	if (others.length === 0 && claims.length > 0) return [{
		outcome: "skip",
		code: "task-file",
		about,
		args: { tickets: claims.map(({ written }) => written).join(", ") }
	}];
	return require_core.weighGranting({
		about,
		claims: others
	}, {
		evidence,
		terms
	}, (standing) => require_core.worstVersion(standing, {
		codes: OWN_CODES$3,
		best: "authorised-by-other"
	}, (ticket) => answerFor$1(ticket, evidence, terms)));
}
/** One authoriser who is surely somebody else is enough. */
function answerFor$1(ticket, evidence, terms) {
	const authors = require_core.changeAuthors(evidence);
	const { people, untold, dated } = require_core.authorisersOf(ticket, evidence, terms);
	const told = people.map((one) => ({
		authoriser: require_core.accountName(one),
		own: require_core.isOneOf(one, authors, {
			people: terms.people,
			url: ticket.url
		})
	}));
	const other = told.find(({ own }) => own === false);
	if (other !== void 0) return {
		code: "authorised-by-other",
		args: {
			authoriser: other.authoriser,
			...dated ? require_core.timeArgs(evidence) : {}
		}
	};
	const doubtful = told.find(({ own }) => own === null);
	if (doubtful !== void 0) return {
		code: "authoriser-unknown",
		args: { authoriser: doubtful.authoriser }
	};
	if (untold !== null) return {
		code: "authoriser-untold",
		args: { detail: untold }
	};
	return {
		code: "self-authorised",
		args: { authoriser: told.map(({ authoriser }) => authoriser).join(", ") }
	};
}

// src/rules/branch-names-ticket.ts
const codes$20 = {
	named: {
		outcome: "pass",
		message: "The branch {branch} names {ticket}."
	},
	unnamed: {
		outcome: "fail",
		message: "The branch {branch} names no ticket."
	},
	foreign: {
		outcome: "fail",
		message: "The branch {branch} names {ticket}, which belongs to no tracker of this policy."
	},
	"no-branch": {
		outcome: "skip",
		message: "There is no branch: a detached HEAD, a tag, or a bare revision."
	},
	"shared-branch": {
		outcome: "skip",
		message: "The branch {branch} is shared; no ticket is expected in its name."
	}
};
const branchNamesTicket = require_core.defineRule({
	meta: {
		id: "branch-names-ticket",
		title: "The branch is named for its ticket",
		why: "A branch that carries its ticket shows what it is for before anybody opens it, and hooks can fill the ticket into each message.",
		who: "whoever owns the branch",
		fix: "Rename the branch so that it holds the ticket's id: git branch -m TICKET-short-name.",
		codes: codes$20,
		on: [
			"commit-message",
			"commits",
			"pull-request"
		],
		default: false,
		needs: [],
		whole: true,
		fast: true,
		examples: [
			{
				text: "feature/TASK-7-login",
				code: "named"
			},
			{
				text: "fix-login",
				code: "unnamed"
			},
			{
				text: "main",
				code: "shared-branch"
			}
		],
		controls: [{
			framework: "ISO 27001:2022",
			id: "A.8.32"
		}]
	},
	options: (z) => z.strictObject({ except: z.array(z.string().min(1)).default([
		"main",
		"master",
		"trunk",
		"develop",
		"release/*"
	]).describe("Shared branches, beside the default branch; a `*` at the end stands for any rest.") }),
	check: (evidence, { except }) => [answer$5(evidence, except)]
});
function answer$5(evidence, except) {
	const branch = require_core.branchOf(evidence.change);
	const about = { kind: "branch" };
	if (branch === null) return {
		outcome: "skip",
		code: "no-branch",
		about,
		args: {}
	};
	if (evidence.defaultBranches.includes(branch) || except.some((pattern) => matches(pattern, branch))) return {
		outcome: "skip",
		code: "shared-branch",
		about,
		args: { branch }
	};
	const named = require_core.inTextOrder(evidence.references).filter(({ place }) => place === "branch");
	const ours = named.find(({ remote }) => remote !== null);
	const found = ours ?? named[0];
	if (found === void 0) return {
		outcome: "fail",
		code: "unnamed",
		about,
		args: { branch }
	};
	const args = {
		branch,
		ticket: found.id
	};
	if (ours === void 0) return {
		outcome: "fail",
		code: "foreign",
		about: {
			...about,
			ticket: found.id
		},
		args
	};
	return {
		outcome: "pass",
		code: "named",
		about: {
			...about,
			ticket: found.id
		},
		args
	};
}
function matches(pattern, branch) {
	return pattern.endsWith("*") ? branch.startsWith(pattern.slice(0, -1)) : branch === pattern;
}

// src/rules/change-size.ts
/** A reader keeps about this many files in mind at once; larger changes are waved through. */
const DEFAULT_MAX_FILES = 30;
const codes$19 = {
	...require_core.COMMIT_CODES,
	small: {
		outcome: "pass",
		message: "{files} files changed; at most {max} are wanted."
	},
	"too-many-files": {
		outcome: "fail",
		message: "{files} files changed; at most {max} are wanted."
	},
	"too-many-commits": {
		outcome: "fail",
		message: "{commits} commits; at most {max} are wanted."
	}
};
const changeSize = require_core.defineRule({
	meta: {
		id: "change-size",
		title: "A change is small enough to be read",
		why: "Nobody reviews a hundred files. A small change can be understood, undone, and led back to one decision.",
		who: "the commit's author",
		fix: "Split the change, each part under the ticket that it belongs to.",
		codes: codes$19,
		on: ["commits", "pull-request"],
		default: false,
		needs: ["paths"],
		staged: true,
		whole: true,
		fast: false,
		examples: [
			{
				text: "3 files (max_files: 30)",
				code: "small"
			},
			{
				text: "31 files (max_files: 30)",
				code: "too-many-files"
			},
			{
				text: "A pull request of 12 commits (max_commits: 10)",
				code: "too-many-commits"
			}
		],
		controls: [{
			framework: "NIST SSDF 1.1",
			id: "PW.7.2"
		}]
	},
	options: (z) => z.strictObject({
		max_files: z.int().min(1).default(DEFAULT_MAX_FILES).describe("Most files of one commit, or of one pull request."),
		max_commits: z.int().min(1).nullable().default(null).describe("Most commits of one pull request; null: any number."),
		ignore: z.array(z.string().regex(/^[^*?[\]{}!]+$/, "a file or a folder, not a glob")).default([]).describe("Files and folders that don't count, such as lock files and generated code.")
	}),
	check: (evidence, options) => {
		const files = counter(evidence, options.ignore);
		if (evidence.change.kind === "pull-request") return wholeChange$1(evidence, options, files);
		return require_core.judgeCommits(evidence, {
			places: [],
			needsPaths: true,
			judge: ({ about, commit }) => [bySize(files(commit.paths ?? []), options, about)]
		});
	}
});
/** Counts distinct files that are not ignored. */
function counter({ globs }, ignore) {
	const ignored = require_core.coverageOf(ignore, globs);
	return (paths) => new Set(paths.map(({ path }) => path).filter((path) => !ignored(path))).size;
}
function bySize(files, { max_files: max }, about) {
	return files > max ? {
		outcome: "fail",
		code: "too-many-files",
		about,
		args: {
			files,
			max
		}
	} : {
		outcome: "pass",
		code: "small",
		about,
		args: {
			files,
			max
		}
	};
}
/** A pull request is read as a whole; exempt commits bring nothing to read. Commits that can't be seen might be many. */
function wholeChange$1(evidence, options, files) {
	const about = { kind: "change" };
	const commits = require_core.subjectsOf(evidence, []).filter(({ facts }) => facts.exempt === null);
	const findings = [bySize(files(commits.flatMap(({ commit }) => commit.paths ?? [])), options, about)];
	const { max_commits: max } = options;
	if (max !== null && commits.length > max) findings.push({
		outcome: "fail",
		code: "too-many-commits",
		about,
		args: {
			commits: commits.length,
			max
		}
	});
	const fails = findings.filter(({ outcome }) => outcome === "fail");
	if (fails.length > 0) return fails;
	if (evidence.change.kind !== "commit-message" && !evidence.change.complete) return [{
		outcome: "unknown",
		code: "incomplete",
		about,
		args: {}
	}];
	if (commits.some(({ commit }) => commit.paths === null)) return [{
		outcome: "unknown",
		code: "paths-unknown",
		about,
		args: {}
	}];
	return findings;
}

// src/rules/completed-task-has-commit.ts
const codes$18 = {
	...require_core.COMMIT_CODES,
	"has-commit": {
		outcome: "pass",
		message: "{ticket} is done, and a commit of this change names it."
	},
	"had-commit": {
		outcome: "pass",
		message: "{ticket} is done, and an earlier commit names it."
	},
	"no-commit": {
		outcome: "fail",
		message: "{ticket} is marked as done, and no commit names it."
	},
	"commits-unseen": {
		outcome: "unknown",
		message: "{ticket} is marked as done; the commits that might name it can't all be seen here.",
		fix: "Fetch the whole history (git fetch --unshallow, or fetch-depth: 0 in CI) and check again."
	},
	"created-done": {
		outcome: "skip",
		message: "{ticket} is a new file that is done already."
	},
	"nothing-completed": {
		outcome: "skip",
		message: "No task is marked as done."
	}
};
const completedTaskHasCommit = require_core.defineRule({
	meta: {
		id: "completed-task-has-commit",
		title: "A task that is done has a commit to show for it",
		why: "The thread runs both ways: from a commit to its ticket, and from a finished ticket to the work. A task closed without a commit was either not done, or done where nobody can find it.",
		who: "whoever closes the task",
		fix: "Name the task in the commit that finishes it.",
		mends: "message",
		codes: codes$18,
		on: ["commits", "pull-request"],
		default: true,
		needs: ["paths"],
		fast: false,
		examples: [{
			text: "Finish the login (TASK-7), with TASK-7 set to Done",
			code: "has-commit"
		}, {
			text: "Tidy the backlog (TASK-1), with TASK-7 set to Done",
			code: "no-commit"
		}],
		controls: [
			{
				framework: "SOC 2",
				id: "CC8.1"
			},
			{
				framework: "IEC 62304",
				id: "8.2.4"
			},
			{
				framework: "NIST SSDF 1.1",
				id: "PW.1.2"
			}
		]
	},
	options: (z) => z.strictObject({ in: require_core.placesSchema(z) }),
	from: ({ references }) => ({ in: references.in }),
	check: (evidence, options) => {
		const named = new Set(require_core.subjectsOf(evidence, options.in).flatMap(({ claims }) => claims.map(({ key }) => key)));
		const completions = (commit, about) => require_core.taskPairs(evidence.tasks.filter((edit) => edit.commit === commit)).flatMap((pair) => completed(pair, about, named, evidence));
		return [...completions(null, { kind: "change" }), ...require_core.judgeCommits(evidence, {
			places: options.in,
			needsPaths: true,
			judge: ({ about, index }) => {
				const found = completions(index, about);
				return found.length > 0 ? found : [{
					outcome: "skip",
					code: "nothing-completed",
					about,
					args: {}
				}];
			}
		})];
	}
});
function completed({ path, before, after }, within, named, evidence) {
	if (after?.ticket.state.category !== "done" || before?.ticket.state.category === "done") return [];
	const { key, remote, id } = after.ticket;
	const about = {
		...within,
		kind: "ticket",
		ticket: key,
		path
	};
	const args = { ticket: key };
	if (before === null) return [{
		outcome: "skip",
		code: "created-done",
		about,
		args
	}];
	if (named.has(require_core.lookupKey(remote, id))) return [{
		outcome: "pass",
		code: "has-commit",
		about,
		args
	}];
	if (evidence.referencedBefore?.includes(require_core.lookupKey(remote, id))) return [{
		outcome: "pass",
		code: "had-commit",
		about,
		args
	}];
	if (evidence.change.kind !== "commit-message" && !evidence.change.complete) return [{
		outcome: "unknown",
		code: "commits-unseen",
		about,
		args
	}];
	return [{
		outcome: "fail",
		code: "no-commit",
		about,
		args
	}];
}

// src/rules/parent-authorised.ts
const OWN_CODES$2 = {
	"parents-open": {
		outcome: "pass",
		message: "{parent}, which {ticket} is part of, is open for work."
	},
	"no-parent": {
		outcome: "fail",
		message: "{ticket} is part of nothing; it should have a parent."
	},
	"top-level": {
		outcome: "pass",
		message: "{ticket} is part of nothing, so no parent has to be open."
	},
	"parent-closed": {
		outcome: "fail",
		message: "{parent}, which {ticket} is part of, is \"{state}\"; wanted: {wanted}."
	},
	"parent-not-found": {
		outcome: "fail",
		message: "{parent}, which {ticket} is part of, is not to be found in {remote}.",
		fix: "Have the ticket's parent set to one that exists."
	},
	"parent-refused": {
		outcome: "fail",
		message: "{remote} refuses to show {parent}, which {ticket} is part of: {detail}",
		fix: "Give golden-thread's account the right to read the parent, or have the ticket put under another one."
	},
	"parent-new": {
		outcome: "fail",
		message: "{parent}, which {ticket} is part of, comes with this very change.",
		fix: "Bring the parent in by a change of its own first."
	},
	"parent-unknown": {
		outcome: "unknown",
		message: "Whether {parent}, which {ticket} is part of, is open is not known: {detail}",
		fix: "See that the parent's tracker can be asked from here, and check again: golden-thread remote check"
	},
	"parent-untold": {
		outcome: "unknown",
		message: "{remote} does not tell what {ticket} is part of.",
		fix: "Let the tracker tell it (in Notion by a relation called Parent, on GitHub Enterprise by a version with sub-issues), or switch the rule off."
	}
};
const codes$17 = {
	...require_core.COMMIT_CODES,
	...require_core.WEIGH_CODES,
	...require_core.GRANTING_CODES,
	...OWN_CODES$2
};
const parentAuthorised = require_core.defineRule({
	meta: {
		id: "parent-authorised",
		title: "What the ticket is part of is open too",
		why: "Closing an epic is a decision to stop its work. Tasks that were left open below it would go on authorising what nobody wants any more.",
		who: "the owner of the parent, by its state; the ticket's owner, by its parent",
		fix: "Refer to a ticket of an open parent, or have the parent reopened by whoever may.",
		codes: codes$17,
		on: [
			"commit-message",
			"commits",
			"pull-request"
		],
		default: false,
		needs: ["tickets"],
		fast: false,
		examples: [
			{
				text: "Fix the login (TASK-7), whose epic EPIC-1 is In Progress",
				code: "parents-open"
			},
			{
				text: "Fix the login (TASK-7), whose epic EPIC-1 is Done",
				code: "parent-closed"
			},
			{
				text: "Fix the login (TASK-7), which has no parent",
				code: "top-level"
			}
		],
		controls: [{
			framework: "SOC 2",
			id: "CC8.1"
		}, {
			framework: "ISO 27001:2022",
			id: "A.8.32"
		}]
	},
	options: (z) => z.strictObject({
		terms: require_core.termsSchema(z).prefault({}).describe("On what terms a ticket authorises; follows the policy's sections."),
		levels: z.int().min(1).max(5).default(1).describe("How many parents above it must be open."),
		required: z.boolean().default(false).describe("Whether a ticket without a parent fails.")
	}),
	from: (policy) => ({ terms: require_core.termsFrom(policy) }),
	check: (evidence, options) => require_core.judgeCommits(evidence, {
		places: options.terms.references.in,
		judge: (subject) => require_core.weighGranting(subject, {
			evidence,
			terms: options.terms
		}, (standing) => require_core.worstVersion(standing, {
			codes: OWN_CODES$2,
			best: "top-level"
		}, (ticket) => climb(ticket, standing.claim, evidence, options)))
	})
});
function climb(ticket, claim, evidence, options) {
	const terms = termsAbove(options.terms);
	const seen = /* @__PURE__ */ new Set([ticket.id]);
	const names = [];
	for (let here = ticket; here.parent !== null && !seen.has(here.parent) && names.length < options.levels;) {
		seen.add(here.parent);
		const standing = require_core.standingOf(claimOf(here.parent, claim), evidence, terms);
		const code = MEANING[standing.code];
		const parent = String(standing.args.ticket ?? here.parent);
		if (code !== "parents-open") return {
			code,
			args: {
				detail: "",
				state: "",
				wanted: "",
				...spelled(standing),
				parent
			}
		};
		names.push(parent);
		const [next] = standing.tickets;
		if (next === void 0) break;
		here = next;
	}
	if (names.length > 0) return {
		code: "parents-open",
		args: { parent: names.join(", ") }
	};
	if (ticket.untold?.includes("parent")) return {
		code: "parent-untold",
		args: {}
	};
	return {
		code: options.required ? "no-parent" : "top-level",
		args: {}
	};
}
/** A parent need not be work itself: any type, label and project will do, approved or not. Its state must be one that authorises. */
function termsAbove(terms) {
	const authorise = {
		...terms.authorise,
		types: ANY_TYPE,
		labels: [],
		approval: null
	};
	return {
		...terms,
		projects: {},
		authorise
	};
}
const ANY_TYPE = [
	"epic",
	"story",
	"task",
	"bug",
	"feature",
	"idea",
	"chore",
	"docs",
	"spike",
	"other"
];
function claimOf(id, { remote, place, inherited, excused }) {
	return {
		key: require_core.lookupKey(remote, id),
		remote,
		id,
		written: id,
		place,
		inherited,
		excused
	};
}
/** What a message may need of a parent's standing. */
function spelled({ code, args }) {
	const { detail = "", state = code, wanted = "another state", authority } = args;
	return {
		detail: authority === void 0 ? detail : `authority is ${authority}`,
		state,
		wanted
	};
}
/** What is wrong with a ticket that was named is told in other words of its parent. */
const MEANING = {
	authorised: "parents-open",
	"authorised-then": "parents-open",
	"was-authorised": "parents-open",
	"was-wrong-state": "parent-closed",
	"time-unproved": "parent-unknown",
	"past-untold": "parent-unknown",
	"new-task-allowed": "parents-open",
	"new-task": "parents-open",
	"new-task-denied": "parent-new",
	"new-task-linked": "parent-new",
	"past-labels-untold": "parents-open",
	approved: "parents-open",
	outsider: "parents-open",
	unapproved: "parents-open",
	"approval-void": "parents-open",
	"self-approved": "parents-open",
	"approver-unknown": "parents-open",
	"approval-untold": "parents-open",
	"approval-of-task": "parents-open",
	excluded: "parents-open",
	"missing-label": "parents-open",
	"wrong-type": "parents-open",
	"wrong-project": "parents-open",
	"no-ticket": "parent-not-found",
	"not-found": "parent-not-found",
	"no-access": "parent-refused",
	archived: "parent-closed",
	draft: "parent-closed",
	"wrong-state": "parent-closed",
	"unmapped-state": "parent-closed",
	credentials: "parent-unknown",
	unavailable: "parent-unknown",
	"upstream-unknown": "parent-unknown"
};

// src/rules/paths-in-scope.ts
const codes$16 = {
	...require_core.COMMIT_CODES,
	...require_core.GRANTING_CODES,
	inside: {
		outcome: "pass",
		message: "Every changed file is one that {tickets} speaks of."
	},
	outside: {
		outcome: "fail",
		message: "{path} is none of the files that {tickets} speaks of."
	},
	"no-scope": {
		outcome: "skip",
		message: "{tickets} does not say which files it touches."
	},
	"no-files": {
		outcome: "skip",
		message: "The commit changes no file."
	}
};
const pathsInScope = require_core.defineRule({
	meta: {
		id: "paths-in-scope",
		title: "Only files that the ticket speaks of are changed",
		why: "A ticket authorises what it describes. Files that it does not speak of are work that nobody decided, or a sign that the plan has changed and should say so.",
		who: "the commit's author; the ticket's owner, by its affected files",
		fix: "Leave the file out of this commit, or have it added to the ticket's affected files by a change of its own.",
		codes: codes$16,
		on: ["commits", "pull-request"],
		default: true,
		needs: ["paths", "tickets"],
		staged: true,
		fast: false,
		examples: [
			{
				text: "src/auth/login.ts under a ticket that affects src/auth/",
				code: "inside"
			},
			{
				text: "src/billing/invoice.ts under a ticket that affects src/auth/",
				code: "outside"
			},
			{
				text: "Any file under a ticket that names none",
				code: "no-scope"
			}
		],
		controls: [
			{
				framework: "SOC 2",
				id: "CC8.1"
			},
			{
				framework: "NIST SSDF 1.1",
				id: "PW.1.2"
			},
			{
				framework: "PCI DSS 4.0.1",
				id: "6.5.1"
			}
		]
	},
	options: (z) => z.strictObject({
		terms: require_core.termsSchema(z).prefault({}).describe("On what terms a ticket authorises; follows the policy's sections."),
		also: z.array(z.string().regex(/^[^*?[\]{}!]+$/, "a file or a folder, not a glob")).default([]).describe("Files and folders that every ticket may touch, such as a changelog or lock file.")
	}),
	from: (policy) => ({ terms: require_core.termsFrom(policy) }),
	check: (evidence, options) => require_core.judgeCommits(evidence, {
		places: options.terms.references.in,
		needsPaths: true,
		judge: (subject) => answers$1(subject, evidence, options)
	})
});
/** Tickets that say nothing add nothing; where none says anything there is no scope to hold. A task's own file is always in it. */
function answers$1(subject, evidence, { terms, also }) {
	const { about, claims, commit } = subject;
	const paths = commit.paths ?? [];
	if (paths.length === 0) return [{
		outcome: "skip",
		code: "no-files",
		about,
		args: {}
	}];
	const { granting, unknown } = require_core.grantingOf(claims, evidence, terms);
	const tickets = granting.flatMap((standing) => standing.tickets);
	const affected = tickets.flatMap((ticket) => ticket.affected);
	if (affected.length > 0) {
		const covers = require_core.coverageOf([
			...affected,
			...also,
			...tickets.flatMap(({ path }) => path ?? [])
		], evidence.globs);
		const outside = paths.filter(({ path }) => !covers(path));
		const args = { tickets: require_core.ticketNames(granting) };
		if (outside.length === 0) return [{
			outcome: "pass",
			code: "inside",
			about,
			args
		}];
		if (unknown.length === 0) return outside.map(({ path }) => ({
			outcome: "fail",
			code: "outside",
			about: {
				...about,
				kind: "path",
				path
			},
			args: {
				...args,
				path
			}
		}));
	}
	if (unknown.length > 0) return [{
		outcome: "unknown",
		code: "not-known",
		about,
		args: { tickets: require_core.ticketNames(unknown) }
	}];
	if (granting.length === 0) return [{
		outcome: "skip",
		code: "nothing-authorises",
		about,
		args: {}
	}];
	return [{
		outcome: "skip",
		code: "no-scope",
		about,
		args: { tickets: require_core.ticketNames(granting) }
	}];
}

// src/rules/policy-change-authorised.ts
const codes$15 = {
	...require_core.COMMIT_CODES,
	untouched: {
		outcome: "skip",
		message: "Nothing of the law itself is changed."
	},
	authorised: {
		outcome: "pass",
		message: "{what} is changed under {tickets}."
	},
	"no-reference": {
		outcome: "fail",
		message: "{what} is changed, and no ticket is named."
	},
	unauthorised: {
		outcome: "fail",
		message: "{what} is changed, and {tickets} does not authorise it ({reason})."
	},
	"new-task": {
		outcome: "fail",
		advisory: true,
		message: "{what} is changed under {tickets}, which comes with this very change: one approval decides both.",
		fix: "Have the reviewer read task and change together, or bring the task in first."
	},
	"not-known": {
		outcome: "unknown",
		message: "{what} is changed, and whether {tickets} authorises it is not known ({reason}).",
		fix: "See what ticket-authorised says of it, and check again."
	}
};
const policyChangeAuthorised = require_core.defineRule({
	meta: {
		id: "policy-change-authorised",
		title: "The law itself changes only under a ticket",
		why: "Whoever may quietly change the policy, a waiver, a hook or a ticket's status can authorise anything. So no exempt path and no exempt author covers these, in any scope.",
		who: "the commit's author, by an authorised ticket",
		fix: "Name a ticket that authorises this change; for a task's status the task itself will do, if it was open for work before.",
		mends: "message",
		codes: codes$15,
		on: ["commits", "pull-request"],
		default: true,
		needs: ["paths", "tickets"],
		guardsLaw: true,
		fast: false,
		examples: [
			{
				text: "Enforce change-size (TASK-3), with golden-thread.yml changed",
				code: "authorised"
			},
			{
				text: "Tweak settings, with golden-thread.yml changed",
				code: "no-reference"
			},
			{
				text: "Finish the login (TASK-7), with TASK-7 set from In Progress to Done",
				code: "authorised"
			},
			{
				text: "Reopen TASK-7, with TASK-7 set from Done to To Do",
				code: "unauthorised"
			}
		],
		controls: [
			{
				framework: "SOC 2",
				id: "CC8.1"
			},
			{
				framework: "ISO 27001:2022",
				id: "A.8.32"
			},
			{
				framework: "NIST CSF 2.0",
				id: "PR.PS-01"
			},
			{
				framework: "NIST CSF 2.0",
				id: "PR.AA-05"
			}
		]
	},
	options: require_core.termsSchema,
	from: require_core.termsFrom,
	check: (evidence, terms) => [...wholeChange(evidence, terms), ...require_core.judgeCommits(evidence, {
		places: terms.references.in,
		needsPaths: true,
		exempts: ({ kind }) => kind === "clean-merge" || kind === "before-baseline",
		judge: ({ about, index, claims }) => {
			const touched = touchedBy(evidence, index);
			if (touched.length === 0) return [{
				outcome: "skip",
				code: "untouched",
				about,
				args: {}
			}];
			return touched.map((one) => answer$4(one, {
				...about,
				kind: "path",
				path: one.path
			}, claims, evidence, terms));
		}
	})]
});
/** What is told of the change as a whole may be authorised by any reference of it. */
function wholeChange(evidence, terms) {
	const touched = touchedBy(evidence, null);
	if (touched.length === 0) return [];
	const places = terms.references.in;
	const inherited = require_core.subjectsOf(evidence, places).flatMap(({ references }) => references);
	const claims = require_core.claimsAmong(require_core.inTextOrder([...evidence.references, ...inherited]), places);
	return touched.map((one) => answer$4(one, {
		kind: "path",
		path: one.path
	}, claims, evidence, terms));
}
function touchedBy({ lawPaths, tasks }, commit) {
	const law = lawPaths.filter((one) => one.commit === commit).map(({ path }) => ({
		path,
		what: path
	}));
	const edits = tasks.filter((edit) => edit.commit === commit);
	const guarded = require_core.taskPairs(edits).flatMap((pair) => guardedKeys(pair).map((key) => ({
		path: pair.path,
		what: `${key} of ${pair.id}`
	})));
	return [...law, ...guarded];
}
/** A new task is a claim, judged where it is referred to; only approvals that it brings along are guarded. */
function guardedKeys({ before, after }) {
	if (before === null) return after !== null && after.guarded.compliance !== "" ? ["compliance"] : [];
	if (after === null) return ["status"];
	const changed = {
		status: before.guarded.status !== after.guarded.status || before.ticket.state.name !== after.ticket.state.name || before.ticket.archived !== after.ticket.archived,
		upstream: before.guarded.upstream !== after.guarded.upstream,
		compliance: before.guarded.compliance !== after.guarded.compliance,
		spec: before.guarded.spec !== after.guarded.spec,
		labels: String(before.ticket.labels) !== String(after.ticket.labels),
		type: before.ticket.type?.name !== after.ticket.type?.name,
		"created date": before.ticket.createdAt !== after.ticket.createdAt,
		"affected files": String(before.ticket.affected) !== String(after.ticket.affected)
	};
	return Object.entries(changed).flatMap(([key, differs]) => differs ? [key] : []);
}
/** One ticket that authorises is enough here, whatever `need` says; the other references are ticket-authorised's matter. */
function answer$4({ what }, about, claims, evidence, terms) {
	const { granting, unknown, refused } = require_core.grantingOf(claims, evidence, terms);
	const firm = granting.filter(({ outcome }) => outcome === "pass");
	const found = (standings) => ({
		what,
		tickets: require_core.ticketNames(standings)
	});
	const reason = (standings) => standings.map(({ code }) => code).join(", ");
	if (firm.length > 0) return {
		outcome: "pass",
		code: "authorised",
		about,
		args: found(firm)
	};
	if (granting.length > 0) return {
		outcome: "fail",
		code: "new-task",
		about,
		args: found(granting)
	};
	if (unknown.length > 0) return {
		outcome: "unknown",
		code: "not-known",
		about,
		args: {
			...found(unknown),
			reason: reason(unknown)
		}
	};
	if (refused.length > 0) return {
		outcome: "fail",
		code: "unauthorised",
		about,
		args: {
			...found(refused),
			reason: reason(refused)
		}
	};
	return {
		outcome: "fail",
		code: "no-reference",
		about,
		args: { what }
	};
}

// src/rules/policy-wellformed.ts
const codes$14 = {
	unchanged: {
		outcome: "skip",
		message: "Policy and waivers are those of the base."
	},
	wellformed: {
		outcome: "pass",
		message: "Policy and waivers can be used as the head has them."
	},
	removed: {
		outcome: "pass",
		message: "The head has no policy file: once merged, the standard preset and what is found in the repository are the law."
	},
	unusable: {
		outcome: "fail",
		message: "Once merged, nobody could be judged by {path}, line {line} ({problem})."
	},
	unreadable: {
		outcome: "unknown",
		message: "Policy and waivers of the head can't be read here.",
		fix: "Fetch the head of the pull request and check again."
	}
};
const policyWellformed = require_core.defineRule({
	meta: {
		id: require_core.HEAD_POLICY_RULE,
		title: "The law can be used once this is merged",
		why: "A pull request is judged by the law of its base, so a broken policy or waiver file would pass, and from then on nobody could be judged at all.",
		who: "whoever edits the policy or its waivers",
		fix: "Mend the line that is named, then run: golden-thread config validate",
		codes: codes$14,
		on: ["pull-request"],
		default: true,
		needs: [],
		whole: true,
		guardsLaw: true,
		fast: false,
		examples: [
			{
				text: "golden-thread.yml with a rule's level raised",
				code: "wellformed"
			},
			{
				text: "golden-thread.yml with an unknown key",
				code: "unusable"
			},
			{
				text: "golden-thread.json beside golden-thread.yml",
				code: "unusable"
			}
		],
		controls: [
			{
				framework: "SOC 2",
				id: "CC8.1"
			},
			{
				framework: "ISO 27001:2022",
				id: "A.8.32"
			},
			{
				framework: "NIST CSF 2.0",
				id: "PR.PS-01"
			}
		]
	},
	options: (z) => z.strictObject({}),
	check: ({ headPolicy }) => {
		const whole = (code) => [{
			outcome: codes$14[code].outcome,
			code,
			about: { kind: "change" },
			args: {}
		}];
		if (headPolicy === void 0) return whole("unchanged");
		if (headPolicy.status === "unknown") return whole("unreadable");
		const { problems, isRemoved } = headPolicy;
		if (problems.length > 0) return problems.map(unusable);
		return whole(isRemoved ? "removed" : "wellformed");
	}
});
function unusable({ file, line, key, message, found, wanted, suggestion }) {
	const problem = [
		`${key === "" ? "" : `${key}: `}${message.replace(/\.$/, "")}`,
		...found === void 0 ? [] : [`found ${found}`],
		...suggestion === void 0 ? [] : [`did you mean ${suggestion}?`]
	].join("; ");
	return {
		outcome: "fail",
		code: "unusable",
		about: {
			kind: "path",
			path: file,
			line
		},
		args: {
			path: file,
			line,
			problem,
			...wanted === void 0 ? {} : { wanted }
		}
	};
}

// src/rules/reference-place.ts
const codes$13 = {
	...require_core.COMMIT_CODES,
	placed: {
		outcome: "pass",
		message: "{ticket} stands in the right place: {wanted}."
	},
	misplaced: {
		outcome: "fail",
		message: "{tickets} stands elsewhere; wanted: {wanted}."
	},
	"wrong-trailer": {
		outcome: "fail",
		message: "{tickets} stands in another trailer; wanted: {wanted}."
	},
	"taken-up": {
		outcome: "skip",
		message: "The references come with the commit that this one takes up."
	},
	"no-reference": {
		outcome: "skip",
		message: "The message names no ticket."
	},
	"text-unknown": {
		outcome: "unknown",
		message: "The text of this message is not kept here, so the exact place can't be told.",
		fix: "Check the commit by itself."
	}
};
const referencePlace = require_core.defineRule({
	meta: {
		id: "reference-place",
		title: "The ticket stands where everybody looks for it",
		why: "One fixed place makes a log readable at a glance and lets other tools find the ticket without guessing.",
		who: "the commit's author, in its message",
		fix: "Move the ticket's id to the wanted place.",
		mends: "message",
		codes: codes$13,
		on: [
			"commit-message",
			"commits",
			"pull-request"
		],
		default: false,
		needs: [],
		fast: true,
		examples: [
			{
				text: "TASK-7: Fix the login (place: subject-start)",
				code: "placed"
			},
			{
				text: "Fix the login (TASK-7) (place: subject-start)",
				code: "misplaced"
			},
			{
				text: "See-also: TASK-7 as the only trailer (place: trailer, trailer: Refs)",
				code: "wrong-trailer"
			}
		],
		controls: [{
			framework: "ISO 27001:2022",
			id: "A.8.32"
		}]
	},
	options: (z) => z.strictObject({
		place: z.enum([
			"anywhere",
			"subject",
			"subject-start",
			"subject-end",
			"body",
			"trailer"
		]).default("anywhere").describe("Where at least one reference of the message has to stand."),
		trailer: z.string().min(1).nullable().default(null).describe("With `place: trailer`: the trailer's key, as `references.trailer`; null takes any.")
	}),
	from: ({ references }) => ({ trailer: references.trailer }),
	check: (evidence, options) => require_core.judgeCommits(evidence, {
		places: [
			"subject",
			"body",
			"trailer"
		],
		judge: (subject) => [answer$3(subject, options)]
	})
});
function answer$3(subject, options) {
	const { about, commit, facts } = subject;
	const own = ownReferences(subject);
	const wanted = wording(options);
	const [first] = own;
	if (first === void 0) return {
		outcome: "skip",
		code: facts.inherits ? "taken-up" : "no-reference",
		about,
		args: {}
	};
	const placed = own.filter((reference) => inPlace(reference, options.place));
	if (needsText(options) && placed.some((reference) => spotIn(commit, reference) === null)) return {
		outcome: "unknown",
		code: "text-unknown",
		about,
		args: {}
	};
	const right = placed.find((reference) => fits(reference, spotIn(commit, reference) ?? "", options));
	if (right !== void 0) return {
		outcome: "pass",
		code: "placed",
		about: {
			...about,
			ticket: right.id
		},
		args: {
			ticket: right.id,
			wanted
		}
	};
	if (facts.inherits) return {
		outcome: "skip",
		code: "taken-up",
		about,
		args: {}
	};
	const code = options.place === "trailer" && placed.length > 0 ? "wrong-trailer" : "misplaced";
	const tickets = [...new Set(own.map(({ id }) => id))].join(", ");
	return {
		outcome: "fail",
		code,
		about: {
			...about,
			ticket: first.id
		},
		args: {
			tickets,
			wanted
		}
	};
}
/** References that stand in this commit's own message and belong to a configured tracker. */
function ownReferences({ references, index }) {
	return references.filter(({ remote, commit }) => remote !== null && commit === index);
}
function wording({ place, trailer }) {
	return place === "trailer" && trailer !== null ? `trailer ${trailer}` : place;
}
function needsText({ place, trailer }) {
	return place === "subject-start" || place === "subject-end" || place === "trailer" && trailer !== null;
}
function inPlace({ place: found }, place) {
	if (place === "anywhere") return true;
	return found === (place === "subject-start" || place === "subject-end" ? "subject" : place);
}
function fits({ place: part, role }, spot, { place, trailer }) {
	switch (place) {
		case "anywhere":
		case "subject":
		case "body": return true;
		case "subject-start": return part === "subject" && (spot === "start" || spot === "alone");
		case "subject-end": return part === "subject" && (spot === "end" || spot === "alone");
		case "trailer": return trailer === null || role === "closes" || spot === trailer.trim().toLowerCase();
	}
}
/** Null: the text is not kept, and nobody noted the spot while it was there. */
function spotIn({ message }, reference) {
	if (reference.spot !== void 0) return reference.spot;
	return message === "" ? null : require_core.spotOf(message, reference);
}

// src/rules/reference-required.ts
const codes$12 = {
	...require_core.COMMIT_CODES,
	referenced: {
		outcome: "pass",
		message: "Refers to {tickets}."
	},
	inherited: {
		outcome: "pass",
		message: "Refers to {tickets}, by the commit that it takes up."
	},
	missing: {
		outcome: "fail",
		message: "No ticket is named; one is wanted in: {wanted}."
	},
	"wrong-place": {
		outcome: "fail",
		message: "{tickets} is named in: {found}; the policy counts: {wanted}.",
		fix: "Move the ticket's id to a place that the policy counts, or add the place to references.in."
	},
	foreign: {
		outcome: "fail",
		message: "{tickets} belongs to no tracker of this policy.",
		fix: "Name a ticket of a configured tracker, or add its tracker to the policy's remotes."
	},
	kept: {
		outcome: "pass",
		message: "Merged by {method}, it would refer to {tickets}."
	},
	lost: {
		outcome: "fail",
		message: "Merged by {method}, it would become a commit that names no ticket in: {wanted}. {setting}.",
		fix: "Name the ticket in the pull request's title, or change the repository's setting for such messages."
	},
	"lost-by-choice": {
		outcome: "fail",
		message: "Merged by {method}, it would become a commit that names no ticket in: {wanted}. {setting}. Another method keeps the commits.",
		fix: "Name the ticket in the pull request's title, or change the repository's setting for such messages.",
		advisory: true
	},
	"merge-unknown": {
		outcome: "unknown",
		message: "What a squash would write is not known. {detail}",
		fix: "Check again once the forge answers."
	},
	unproved: {
		outcome: "fail",
		message: "No ticket is named. The author {author} looks like an exempt bot, but a name alone proves nothing.",
		fix: "Check this where the forge's account or a verified signature can be seen, or name a ticket."
	}
};
const referenceRequired = require_core.defineRule({
	meta: {
		id: "reference-required",
		title: "Every commit names a ticket",
		why: "The thread from intent to code begins with a name. A commit without one can't be led back to anybody's decision, today by a reviewer or in three years by an auditor.",
		who: "the commit's author, in its message",
		fix: "Name the ticket in the commit message, for example in the subject.",
		mends: "message",
		codes: codes$12,
		on: [
			"commit-message",
			"commits",
			"pull-request"
		],
		default: true,
		needs: [],
		fast: true,
		examples: [
			{
				text: "Fix the login (TASK-7)",
				code: "referenced"
			},
			{
				text: "Fix the login",
				code: "missing"
			},
			{
				text: "Fix the login, see other/repository#7",
				code: "foreign"
			}
		],
		controls: [
			{
				framework: "SOC 2",
				id: "CC8.1"
			},
			{
				framework: "ISO 27001:2022",
				id: "A.8.32"
			},
			{
				framework: "NIST CSF 2.0",
				id: "ID.RA-07"
			},
			{
				framework: "IEC 62304",
				id: "8.2.4"
			}
		]
	},
	options: (z) => z.strictObject({ in: require_core.placesSchema(z) }),
	from: ({ references }) => ({ in: references.in }),
	check: (evidence, options) => evidence.merges?.map((one) => afterMerge(one, options)) ?? require_core.judgeCommits(evidence, {
		places: options.in,
		judge: (subject) => [answer$2(subject, options)]
	})
});
function afterMerge(merge, { in: wanted }) {
	const about = { kind: "change" };
	if (merge.status === "unknown") return {
		outcome: "unknown",
		code: "merge-unknown",
		about,
		args: { detail: merge.detail }
	};
	const { method, setting, isOnly, references } = merge;
	const claims = require_core.claimsAmong(require_core.inTextOrder(references), wanted);
	if (claims.length > 0) return {
		outcome: "pass",
		code: "kept",
		about,
		args: {
			method,
			setting,
			tickets: list(claims)
		}
	};
	const args = {
		method,
		setting,
		wanted: wanted.join(", ")
	};
	return {
		outcome: "fail",
		code: isOnly ? "lost" : "lost-by-choice",
		about,
		args
	};
}
function answer$2({ about, claims, references, facts }, { in: wanted }) {
	const [first] = claims;
	if (first !== void 0) return {
		outcome: "pass",
		code: claims.every(({ inherited }) => inherited) ? "inherited" : "referenced",
		about: {
			...about,
			ticket: first.id
		},
		args: { tickets: list(claims) }
	};
	const args = {
		tickets: list(references),
		wanted: wanted.join(", ")
	};
	const misplaced = references.filter(({ remote }) => remote !== null);
	if (misplaced.length > 0) {
		const found = [...new Set(misplaced.map(({ place }) => place))].join(", ");
		return {
			outcome: "fail",
			code: "wrong-place",
			about,
			args: {
				...args,
				tickets: list(misplaced),
				found
			}
		};
	}
	if (references.length > 0) return {
		outcome: "fail",
		code: "foreign",
		about,
		args
	};
	if (facts.unproved !== null) return {
		outcome: "fail",
		code: "unproved",
		about,
		args: { author: facts.unproved }
	};
	return {
		outcome: "fail",
		code: "missing",
		about,
		args: { wanted: args.wanted }
	};
}
function list(tickets) {
	return [...new Set(tickets.map(({ id }) => id))].join(", ");
}

// src/rules/release-matches-branch.ts
const OWN_CODES$1 = {
	planned: {
		outcome: "pass",
		message: "{ticket} is planned for {version}, as the branch {branch} says."
	},
	"other-release": {
		outcome: "fail",
		message: "{ticket} is planned for {planned}, and the branch {branch} is for {version}."
	},
	unplanned: {
		outcome: "fail",
		message: "{ticket} is planned for no release, and the branch {branch} is for {version}."
	},
	"releases-untold": {
		outcome: "unknown",
		message: "{remote} does not tell for which release {ticket} is planned; the branch is for {version}.",
		fix: "Ask for what the tracker does tell by the rule's option `by`, or switch the rule off."
	}
};
const codes$11 = {
	...require_core.COMMIT_CODES,
	...require_core.WEIGH_CODES,
	...require_core.GRANTING_CODES,
	...OWN_CODES$1,
	"no-branch": {
		outcome: "skip",
		message: "There is no branch: a detached HEAD, a tag, or a bare revision."
	},
	"no-release": {
		outcome: "skip",
		message: "The branch {branch} names no release."
	}
};
const releaseMatchesBranch = require_core.defineRule({
	meta: {
		id: "release-matches-branch",
		title: "The ticket is planned for the branch's release",
		why: "A release holds what was decided for it. A change that slips into its branch under a ticket of another release was tested and announced by nobody.",
		who: "the ticket's owner, by its release; the commit's author, by another branch",
		fix: "Make the change on the branch of the ticket's own release, or have the ticket planned for this one.",
		codes: codes$11,
		on: [
			"commit-message",
			"commits",
			"pull-request"
		],
		default: false,
		needs: ["tickets"],
		fast: false,
		examples: [
			{
				text: "PROJ-7 of version 1.4 on release/1.4",
				code: "planned"
			},
			{
				text: "PROJ-7 of version 1.5 on release/1.4",
				code: "other-release"
			},
			{
				text: "PROJ-7 of no version on hotfix/1.4.1",
				code: "unplanned"
			},
			{
				text: "Any ticket on main",
				code: "no-release"
			}
		],
		controls: [
			{
				framework: "SOC 2",
				id: "CC8.1"
			},
			{
				framework: "ISO 27001:2022",
				id: "A.8.32"
			},
			{
				framework: "IEC 62304",
				id: "8.2.1"
			}
		]
	},
	options: (z) => z.strictObject({
		terms: require_core.termsSchema(z).prefault({}).describe("On what terms a ticket authorises; follows the policy's sections."),
		branches: z.array(z.string().regex(/^[^{}]*\{version\}[^{}]*$/, { error: "a branch's name with {version} once in it" })).min(1).default(["release/{version}", "hotfix/{version}"]).describe("Branches that name a release; `{version}` stands for it, and holds no `/`."),
		by: z.enum([
			"version",
			"iteration",
			"either"
		]).default("version").describe("What of a ticket must be the release: its versions or milestone, its iteration, or one of both.")
	}),
	from: (policy) => ({ terms: require_core.termsFrom(policy) }),
	check: (evidence, options) => {
		const branch = require_core.branchOf(evidence.change);
		const version = branch === null ? null : versionIn(branch, options.branches);
		return require_core.judgeCommits(evidence, {
			places: options.terms.references.in,
			judge: (subject) => {
				const { about } = subject;
				if (branch === null) return [{
					outcome: "skip",
					code: "no-branch",
					about,
					args: {}
				}];
				if (version === null) return [{
					outcome: "skip",
					code: "no-release",
					about,
					args: { branch }
				}];
				return require_core.weighGranting(subject, {
					evidence,
					terms: options.terms
				}, (standing) => require_core.worstVersion(standing, {
					codes: OWN_CODES$1,
					best: "planned"
				}, (ticket) => answerFor(ticket, {
					branch,
					version
				}, options.by)));
			}
		});
	}
});
/** The first pattern that the whole name fits tells. */
function versionIn(branch, patterns) {
	for (const pattern of patterns) {
		const [before = "", after = ""] = pattern.split("{version}");
		const version = branch.slice(before.length, branch.length - after.length);
		if (version === "" || version.includes("/")) continue;
		if (branch === `${before}${version}${after}`) return version;
	}
	return null;
}
function answerFor(ticket, { branch, version }, by) {
	const plans = plansOf(ticket, by);
	const args = {
		branch,
		version
	};
	if (plans === null) return {
		code: "releases-untold",
		args
	};
	if (plans.length === 0) return {
		code: "unplanned",
		args
	};
	if (plans.flatMap(partsOf).some((plan) => plain$1(plan) === plain$1(version))) return {
		code: "planned",
		args
	};
	return {
		code: "other-release",
		args: {
			...args,
			planned: plans.join(", ")
		}
	};
}
/** Null: the tracker tells of none of what is asked. */
function plansOf({ versions, iteration }, by) {
	const sprints = iteration === null ? [] : iteration === void 0 ? void 0 : [iteration];
	switch (by) {
		case "version": return versions ?? null;
		case "iteration": return sprints ?? null;
		case "either": return versions === void 0 && sprints === void 0 ? null : [...versions ?? [], ...sprints ?? []];
	}
}
/** Azure DevOps writes an iteration as the path to it: `Team\\1.4\\Sprint 3`. */
function partsOf(plan) {
	return [plan, ...plan.split("\\")];
}
/** `v1.4` and `1.4` are one release. */
function plain$1(version) {
	return version.trim().toLowerCase().replace(/^v(?=\d)/, "");
}

// src/rules/spec-complete.ts
const codes$10 = {
	complete: {
		outcome: "pass",
		message: "The spec of {ticket} is finished; {done} of {criteria} criteria are ticked."
	},
	"heading-missing": {
		outcome: "fail",
		message: "The spec of {ticket} lacks the heading {detail}."
	},
	placeholder: {
		outcome: "fail",
		message: "The spec of {ticket} holds a placeholder in line {line}: {detail}"
	},
	"section-empty": {
		outcome: "fail",
		message: "Nothing stands under {detail} in line {line} of the spec of {ticket}."
	},
	"criteria-few": {
		outcome: "fail",
		message: "The spec of {ticket} has {count} acceptance criteria; at least {wanted} are wanted."
	},
	"too-short": {
		outcome: "fail",
		message: "The spec of {ticket} has {count} characters; at least {wanted} are wanted."
	},
	"too-long": {
		outcome: "fail",
		message: "The spec of {ticket} has {count} characters; at most {wanted} are wanted."
	},
	"no-spec": {
		outcome: "skip",
		message: "There is no spec to look at."
	},
	"not-required": {
		outcome: "skip",
		message: "The policy asks for no specs."
	}
};
const specComplete = require_core.defineRule({
	meta: {
		id: "spec-complete",
		title: "The spec is finished",
		why: "A spec with gaps is agreed to by everybody, each with something else in mind.",
		who: "whoever writes the spec",
		fix: "Write down what is missing.",
		codes: codes$10,
		on: ["pull-request"],
		default: true,
		needs: ["specs"],
		fast: false,
		examples: [
			{
				text: "A spec with its headings, criteria and no placeholder",
				code: "complete"
			},
			{
				text: "A spec in which TBD stands",
				code: "placeholder"
			},
			{
				text: "A spec without acceptance criteria",
				code: "criteria-few"
			}
		],
		controls: [{
			framework: "NIST SSDF 1.1",
			id: "PO.1.2"
		}, {
			framework: "IEC 62304",
			id: "5.2.6"
		}]
	},
	options: (z) => z.strictObject({
		required: z.boolean().default(false).describe("A ticket needs a spec; as the policy's `spec.required`."),
		...require_core.specTerms(z)
	}),
	from: ({ spec }) => spec ?? {},
	check: (evidence, { required, ...terms }) => {
		const about = { kind: "change" };
		if (!required) return [{
			outcome: "skip",
			code: "not-required",
			about,
			args: {}
		}];
		const found = require_core.specAnswers(evidence).flatMap(({ claim, answer }) => answer.status === "found" ? judge(claim.written, answer.spec, evidence, terms) : []);
		return found.length > 0 ? found : [{
			outcome: "skip",
			code: "no-spec",
			about,
			args: {}
		}];
	}
});
function judge(ticket, spec, evidence, terms) {
	const { gaps, criteria } = require_core.specState(spec.text, typeOf(spec, evidence), terms);
	const about = spec.path === null ? {
		kind: "ticket",
		ticket
	} : {
		kind: "path",
		path: spec.path,
		ticket
	};
	const args = {
		ticket,
		criteria: criteria.count,
		done: criteria.done
	};
	if (gaps.length === 0) return [{
		outcome: "pass",
		code: "complete",
		about,
		args
	}];
	return gaps.map((gap) => ({
		outcome: "fail",
		code: gap.code,
		about,
		args: {
			ticket,
			...argsOf(gap)
		}
	}));
}
/** The kind of work, as far as the evidence tells it. */
function typeOf({ remote, id }, { lookups }) {
	const found = lookups[require_core.lookupKey(remote, id)];
	return found?.status === "found" || found?.status === "claimed" ? found.ticket.type?.category ?? null : null;
}
function argsOf(gap) {
	const { code: _code, ...args } = gap;
	return args;
}

// src/rules/spec-in-body.ts
const codes$9 = {
	...require_core.SPEC_CODES,
	"in-body": {
		outcome: "pass",
		message: "The description shows the spec of {ticket} as it is now."
	},
	"by-digest": {
		outcome: "pass",
		message: "The description names the spec of {ticket} by its digest."
	},
	"not-wanted": {
		outcome: "skip",
		message: "The policy wants no spec in descriptions (spec.inject)."
	},
	"no-block": {
		outcome: "fail",
		message: "The description does not show the spec of {ticket}."
	},
	"bad-block": {
		outcome: "fail",
		message: "The marks around the spec are {problem}, in line {line} of the description.",
		fix: "Take the marks that begin with golden-thread:spec out of the description, and write it anew: golden-thread remote pr TASK"
	},
	edited: {
		outcome: "fail",
		message: "Somebody edited the spec of {ticket} in the description: it says \"{found}\", and the spec \"{wanted}\"."
	},
	"edited-around": {
		outcome: "fail",
		message: "Somebody edited the block that holds the spec of {ticket} in the description."
	},
	"other-spec": {
		outcome: "fail",
		message: "The spec of {ticket} is not the one that the description shows ({shown}, now {now}): that says \"{found}\", and the spec \"{wanted}\"."
	},
	"other-digest": {
		outcome: "fail",
		message: "The spec of {ticket} is not the one that the description names ({shown}, now {now})."
	}
};
const specInBody = require_core.defineRule({
	meta: {
		id: "spec-in-body",
		title: "The description shows the spec as it is",
		why: "Reviewers approve what they read. What stands in the description must be the very spec that the tree has, or they approve something else.",
		who: "whoever opened the pull request",
		fix: "Write the spec into the description anew: golden-thread remote pr TASK",
		codes: codes$9,
		on: ["pull-request"],
		default: true,
		needs: ["specs"],
		whole: true,
		fast: false,
		examples: [
			{
				text: "A description that shows the spec of TASK-7",
				code: "in-body"
			},
			{
				text: "A description without it",
				code: "no-block"
			},
			{
				text: "One character of it changed by hand",
				code: "edited"
			}
		],
		controls: [
			{
				framework: "SOC 2",
				id: "CC8.1"
			},
			{
				framework: "ISO 27001:2022",
				id: "A.8.32"
			},
			{
				framework: "IEC 62304",
				id: "8.2.1"
			}
		]
	},
	options: (z) => z.strictObject({}),
	check: (evidence) => require_core.judgeSpecs(evidence, (one) => [answer$1(one, evidence)])
});
function answer$1({ at, spec, about }, { specBlock }) {
	const ticket = spec.key;
	const told = (code, args = {}) => {
		const { outcome } = codes$9[code];
		const fix = outcome === "fail" && code !== "bad-block" ? { fix: mend(ticket) } : {};
		return {
			outcome,
			code,
			about,
			args: {
				ticket,
				...args
			},
			...fix
		};
	};
	if (specBlock === void 0) return told("not-wanted");
	switch (specBlock.status) {
		case "none": return told("no-block");
		case "problem": return told("bad-block", {
			problem: specBlock.problem,
			line: specBlock.line
		});
		case "found": return told(...inBlock(specBlock, at, spec.digest));
	}
}
function inBlock({ isIntact, sections }, at, now) {
	const section = sections[at];
	if (section === void 0) return ["no-block"];
	const { digest: shown, differs, isWhole } = section;
	const digests = {
		shown: require_core.shortDigest(shown),
		now: require_core.shortDigest(now)
	};
	if (shown !== now) return differs === null ? ["other-digest", digests] : ["other-spec", {
		...digests,
		...differs
	}];
	if (differs !== null) return ["edited", { ...differs }];
	if (!isIntact) return ["edited-around"];
	return [isWhole ? "in-body" : "by-digest"];
}
function mend(ticket) {
	return [
		"golden-thread",
		"remote",
		"pr",
		ticket
	];
}

// src/rules/spec-present.ts
const codes$8 = {
	present: {
		outcome: "pass",
		message: "The spec of {ticket} stands in {path}."
	},
	none: {
		outcome: "fail",
		message: "{ticket} has no spec."
	},
	ambiguous: {
		outcome: "fail",
		message: "{ticket} has several specs: {candidates}.",
		fix: "Keep one of them, or name it under spec.path in the task's front matter."
	},
	unreadable: {
		outcome: "fail",
		message: "The spec of {ticket} should stand in {path}: {detail}.",
		fix: "Add the file, or mend the path that names it."
	},
	unknown: {
		outcome: "unknown",
		message: "Whether {ticket} has a spec is not known: {detail}",
		fix: "Try again where the repository and its trackers can be read: golden-thread remote check"
	},
	"no-reference": {
		outcome: "skip",
		message: "No ticket is named."
	},
	"not-required": {
		outcome: "skip",
		message: "The policy asks for no specs."
	}
};
const specPresent = require_core.defineRule({
	meta: {
		id: "spec-present",
		title: "The ticket has a spec",
		why: "A ticket says that something is wanted. Only a spec says what will be built, so that a reviewer can compare the two.",
		who: "whoever plans the work",
		fix: "Write the spec, at a place that the policy names: golden-thread config explain spec",
		codes: codes$8,
		on: ["pull-request"],
		default: true,
		needs: ["specs"],
		fast: false,
		examples: [
			{
				text: "PROJ-7, and specs/PROJ-7/spec.md is there",
				code: "present"
			},
			{
				text: "PROJ-7, and no spec is anywhere",
				code: "none"
			},
			{
				text: "PROJ-7 with two tasks that name different specs",
				code: "ambiguous"
			}
		],
		controls: [{
			framework: "NIST SSDF 1.1",
			id: "PO.1.2"
		}, {
			framework: "IEC 62304",
			id: "5.2"
		}]
	},
	options: (z) => z.strictObject({ required: z.boolean().default(false).describe("A ticket needs a spec; as the policy's `spec.required`.") }),
	from: ({ spec }) => spec === void 0 ? {} : { required: spec.required },
	check: (evidence, { required }) => {
		const about = { kind: "change" };
		if (!required) return [{
			outcome: "skip",
			code: "not-required",
			about,
			args: {}
		}];
		const found = require_core.specAnswers(evidence).map(({ claim, answer }) => finding(claim.written, answer));
		return found.length > 0 ? found : [{
			outcome: "skip",
			code: "no-reference",
			about,
			args: {}
		}];
	}
});
function finding(ticket, answer) {
	const about = {
		kind: "ticket",
		ticket
	};
	switch (answer.status) {
		case "found": return {
			outcome: "pass",
			code: "present",
			about,
			args: {
				ticket,
				path: answer.spec.path ?? "its tracker"
			}
		};
		case "none": return {
			outcome: "fail",
			code: "none",
			about,
			args: { ticket }
		};
		case "ambiguous": return {
			outcome: "fail",
			code: "ambiguous",
			about,
			args: {
				ticket,
				candidates: answer.candidates.join(", ")
			}
		};
		case "unreadable": {
			const { path, detail } = answer;
			return {
				outcome: "fail",
				code: "unreadable",
				about,
				args: {
					ticket,
					path,
					detail
				}
			};
		}
		case "unknown": return {
			outcome: "unknown",
			code: "unknown",
			about,
			args: {
				ticket,
				detail: answer.detail
			}
		};
	}
}

// src/rules/spec-unchanged-since-approval.ts
const codes$7 = {
	...require_core.SPEC_CODES,
	unchanged: {
		outcome: "pass",
		message: "The spec of {ticket} is the one that {by} approved."
	},
	changed: {
		outcome: "fail",
		message: "The spec of {ticket} was changed since {by} approved it ({approved}, now {now})."
	},
	"description-changed": {
		outcome: "fail",
		message: "The description of {ticket}, which is its spec, was changed since {by} approved it."
	},
	"not-approved": {
		outcome: "skip",
		message: "Nobody approved a spec of {ticket}."
	},
	"no-digest": {
		outcome: "unknown",
		message: "{ticket} was approved by {by}, and keeps no digest of the spec that it was approved with.",
		fix: "Write the digest of the approved spec into the task, under a ticket of its own: golden-thread spec check TASK --write"
	}
};
const specUnchangedSinceApproval = require_core.defineRule({
	meta: {
		id: "spec-unchanged-since-approval",
		title: "The spec is the one that was approved",
		why: "An approval is given for a text. Whoever changes the text afterwards builds something that nobody approved.",
		who: "whoever approves specs",
		fix: "Have the spec approved again as it is now, or take the change back.",
		codes: codes$7,
		on: ["pull-request"],
		default: true,
		needs: ["specs"],
		whole: true,
		fast: false,
		examples: [{
			text: "The spec of TASK-7 as it was approved",
			code: "unchanged"
		}, {
			text: "One line of it changed in this pull request",
			code: "changed"
		}],
		controls: [
			{
				framework: "SOC 2",
				id: "CC8.1"
			},
			{
				framework: "ISO 27001:2022",
				id: "A.8.32"
			},
			{
				framework: "IEC 62304",
				id: "8.2.1"
			}
		]
	},
	options: (z) => z.strictObject({}),
	check: (evidence) => require_core.judgeSpecs(evidence, (one) => answers(one, evidence))
});
/** Every approval has to hold: whoever gave one that does not has approved another text. */
function answers({ at, spec, about }, { approvedSpecs = {} }) {
	const told = (code, args = {}) => ({
		outcome: codes$7[code].outcome,
		code,
		about,
		args: {
			ticket: spec.key,
			...args
		}
	});
	const approved = Object.hasOwn(approvedSpecs, at) ? approvedSpecs[at] ?? [] : [];
	if (approved.length === 0) return [told("not-approved")];
	return approved.map((one) => {
		const { by } = one;
		if (one.kind === "description") return told(one.isSame ? "unchanged" : "description-changed", { by });
		const { digest } = one;
		if (digest === null) return told("no-digest", { by });
		if (digest === spec.digest) return told("unchanged", { by });
		const digests = {
			approved: require_core.shortDigest(digest),
			now: require_core.shortDigest(spec.digest)
		};
		return told("changed", {
			by,
			...digests
		});
	});
}

// src/rules/task-has-upstream.ts
const OWN_CODES = {
	linked: {
		outcome: "pass",
		message: "{ticket} follows {upstream} of {remote}."
	},
	"of-tracker": {
		outcome: "pass",
		message: "{ticket} is itself a ticket of {remote}."
	},
	"no-upstream": {
		outcome: "fail",
		message: "{ticket} follows no ticket of a tracker.",
		fix: "Link the task with its ticket: golden-thread remote link TASK TICKET"
	},
	"foreign-upstream": {
		outcome: "fail",
		message: "{ticket} follows {upstream}, which no configured remote has.",
		fix: "Link the task with a ticket of a configured remote, or name its tracker under `remotes`."
	},
	"not-asked": {
		outcome: "unknown",
		message: "What {ticket} follows was not read here.",
		fix: "Check the commits where task files are read: golden-thread check range"
	}
};
const codes$6 = {
	...require_core.COMMIT_CODES,
	...require_core.WEIGH_CODES,
	...OWN_CODES,
	"authority-local": {
		outcome: "skip",
		message: "Local tasks authorise by themselves here (authority: local)."
	},
	"no-task": {
		outcome: "skip",
		message: "No local task is named that could follow a ticket."
	}
};
const taskHasUpstream = require_core.defineRule({
	meta: {
		id: "task-has-upstream",
		title: "A local task follows a ticket",
		why: "A task file is written by whoever writes the code. Where a tracker has the last word, each task must say which ticket it is a part of, or the thread ends in the repository.",
		who: "whoever keeps the task",
		fix: "Link the task with its ticket: golden-thread remote link TASK TICKET",
		codes: codes$6,
		on: ["commits", "pull-request"],
		default: true,
		needs: ["tickets"],
		fast: false,
		examples: [
			{
				text: "Fix the login (TASK-7), whose upstream is PROJ-7",
				code: "linked"
			},
			{
				text: "Fix the login (TASK-7), which names no upstream",
				code: "no-upstream"
			},
			{
				text: "Fix the login (TASK-7), with authority: local",
				code: "authority-local"
			}
		],
		controls: [{
			framework: "SOC 2",
			id: "CC8.1"
		}, {
			framework: "ISO 27001:2022",
			id: "A.8.32"
		}]
	},
	options: (z) => z.strictObject({
		authority: z.enum([
			"local",
			"linked",
			"upstream"
		]).default("local").describe("Who may tell that a ticket is authorised; as the policy's `authority`."),
		in: require_core.placesSchema(z),
		need: z.enum(["any", "all"]).default("any").describe("Whether one task with a ticket is enough; as the policy's `references.need`.")
	}),
	from: ({ authority, references }) => ({
		authority,
		in: references.in,
		need: references.need
	}),
	check: (evidence, options) => require_core.judgeCommits(evidence, {
		places: options.in,
		judge: ({ about, claims }) => {
			if (options.authority === "local") return [{
				outcome: "skip",
				code: "authority-local",
				about,
				args: {}
			}];
			const weighed = claims.flatMap((claim) => answerOf(claim, evidence));
			if (weighed.length === 0) return [{
				outcome: "skip",
				code: "no-task",
				about,
				args: {}
			}];
			return require_core.weigh(weighed, options.need, about);
		}
	})
});
/** A ticket that is not known is ticket-exists's matter. */
function answerOf(claim, evidence) {
	const tasks = require_core.localTasks([claim], evidence).map(ofTask);
	const worst = tasks.find(({ outcome }) => outcome !== "pass") ?? tasks[0];
	if (worst !== void 0) return [worst];
	const { status, tickets } = require_core.knownTickets(claim, evidence);
	return status === "found" ? [answer(claim, "of-tracker", { ticket: tickets[0]?.key ?? claim.written })] : [];
}
function ofTask({ claim, task, follows }) {
	const ticket = task.key;
	if (follows === void 0) return answer(claim, "not-asked", { ticket });
	if (follows === null) return answer(claim, "no-upstream", { ticket });
	const { remote, id: upstream } = follows;
	if (remote === null) return answer(claim, "foreign-upstream", {
		ticket,
		upstream
	});
	return answer(claim, "linked", {
		ticket,
		upstream,
		remote
	});
}
function answer(claim, code, args) {
	const { outcome } = OWN_CODES[code];
	return {
		claim,
		outcome,
		code,
		args: {
			remote: claim.remote,
			...args
		},
		grants: outcome === "pass"
	};
}

// src/rules/task-wellformed.ts
const problems = {
	"file-too-large": {
		outcome: "fail",
		message: "Too large for a task file; it was not read: {detail}"
	},
	"file-refused": {
		outcome: "fail",
		message: "A symbolic link, or no regular file; it was not read."
	},
	"file-unreadable": {
		outcome: "fail",
		message: "The file can't be read: {detail}"
	},
	"not-utf8": {
		outcome: "fail",
		message: "The file is not UTF-8."
	},
	"control-character": {
		outcome: "fail",
		message: "The file holds a control character that no text needs."
	},
	"fence-missing": {
		outcome: "fail",
		message: "The first line must be exactly three dashes."
	},
	"fence-invalid": {
		outcome: "fail",
		message: "The lines of dashes around the frontmatter are broken: {detail}"
	},
	"frontmatter-too-long": {
		outcome: "fail",
		message: "The frontmatter is too long: {detail}"
	},
	"yaml-error": {
		outcome: "fail",
		message: "The frontmatter is not plain YAML: {detail}"
	},
	"id-missing": {
		outcome: "fail",
		message: "Neither the frontmatter nor the file's name gives an id."
	},
	"id-invalid": {
		outcome: "fail",
		message: "This is no task id: {detail}"
	},
	"id-mismatch": {
		outcome: "fail",
		message: "The file's name and its frontmatter give different ids: {detail}"
	},
	"id-duplicate": {
		outcome: "fail",
		message: "Another task file has the same id: {detail}"
	},
	"title-missing": {
		outcome: "fail",
		message: "The task has no title."
	},
	"status-missing": {
		outcome: "fail",
		message: "The task has no status."
	},
	"status-unknown": {
		outcome: "fail",
		message: "The backlog does not know this status: {detail}"
	},
	"folder-status-mismatch": {
		outcome: "fail",
		message: "The status and the folder contradict one another: {detail}"
	},
	"date-invalid": {
		outcome: "fail",
		message: "This is no date: {detail}"
	},
	"date-order": {
		outcome: "fail",
		message: "Updated before it was created: {detail}"
	},
	"markers-unbalanced": {
		outcome: "fail",
		message: "A section marker lacks its partner: {detail}"
	},
	"path-invalid": {
		outcome: "fail",
		message: "An affected path leaves the repository: {detail}"
	},
	"link-invalid": {
		outcome: "fail",
		message: "Its upstream's url is a Markdown link, which is no YAML: {detail}",
		fix: "Write the address alone, in the task file's front matter: url: https://…"
	},
	"dependency-missing": {
		outcome: "fail",
		message: "It depends on a task that does not exist: {detail}"
	},
	"dependency-cycle": {
		outcome: "fail",
		message: "Tasks wait for one another: {detail}"
	},
	"config-invalid": {
		outcome: "fail",
		message: "The backlog's configuration can't be read: {detail}"
	},
	malformed: {
		outcome: "fail",
		message: "Something is wrong ({problem}): {detail}"
	}
};
const codes$5 = {
	...require_core.COMMIT_CODES,
	...problems,
	wellformed: {
		outcome: "pass",
		message: "{path} reads well."
	},
	"no-task-edits": {
		outcome: "skip",
		message: "No task file is changed."
	}
};
const taskWellformed = require_core.defineRule({
	meta: {
		id: "task-wellformed",
		title: "Task files can be read",
		why: "A task file that a program can't read authorises nothing, and two files with one id authorise whatever suits. Both are best found while the change is still open.",
		who: "whoever edits the task file",
		fix: "Mend the task file at the line that is named.",
		codes: codes$5,
		on: ["commits", "pull-request"],
		default: true,
		needs: ["paths"],
		staged: true,
		fast: false,
		examples: [
			{
				text: "A task with id, title, status and balanced markers",
				code: "wellformed"
			},
			{
				text: "---js as the first line",
				code: "fence-invalid"
			},
			{
				text: "A second file with the id TASK-7",
				code: "id-duplicate"
			}
		],
		controls: [{
			framework: "NIST SSDF 1.1",
			id: "PW.1.2"
		}, {
			framework: "IEC 62304",
			id: "8.2.4"
		}]
	},
	options: (z) => z.strictObject({}),
	check: (evidence) => {
		const doubles = duplicates(evidence.tasks);
		const found = (edits) => edits.filter(({ status }) => status !== "deleted").flatMap((edit) => readable(edit, doubles));
		return [...found(evidence.tasks.filter(({ commit }) => commit === null)), ...require_core.judgeCommits(evidence, {
			places: [],
			needsPaths: true,
			judge: ({ about, index }) => {
				const answers = found(evidence.tasks.filter(({ commit }) => commit === index));
				return answers.length > 0 ? answers : [{
					outcome: "skip",
					code: "no-task-edits",
					about,
					args: {}
				}];
			}
		})];
	}
});
function readable(edit, doubles) {
	const { path, commit } = edit;
	const about = {
		kind: "path",
		path,
		...commit === null ? {} : { commit }
	};
	const double = doubles.get(edit);
	const found = [...edit.problems, ...double === void 0 ? [] : [{
		code: "id-duplicate",
		line: 1,
		detail: double
	}]];
	if (found.length === 0) return [{
		outcome: "pass",
		code: "wellformed",
		about,
		args: { path }
	}];
	return found.map((problem) => failed(problem, about, path));
}
function failed({ code, line, detail }, about, path) {
	const known = isProblem(code);
	const args = {
		path,
		line,
		detail,
		...known ? {} : { problem: code }
	};
	return {
		outcome: "fail",
		code: known ? code : "malformed",
		about: {
			...about,
			line
		},
		args
	};
}
function isProblem(code) {
	return Object.hasOwn(problems, code);
}
/** Edits whose task another file of the same change has too, with that file's path. A file that moved is no double. */
function duplicates(edits) {
	const gone = new Set(edits.filter(({ status }) => status === "deleted").map(({ path }) => path));
	const paths = /* @__PURE__ */ new Map();
	for (const { path, after } of edits) {
		if (after === null || gone.has(path)) continue;
		paths.set(after.id, (paths.get(after.id) ?? /* @__PURE__ */ new Set()).add(path));
	}
	const doubles = /* @__PURE__ */ new Map();
	for (const edit of edits) {
		const all = paths.get(edit.after?.id ?? "") ?? /* @__PURE__ */ new Set();
		const other = [...all].find((path) => path !== edit.path);
		if (other !== void 0 && all.has(edit.path)) doubles.set(edit, other);
	}
	return doubles;
}

// src/rules/ticket-authorised.ts
const codes$4 = {
	...require_core.COMMIT_CODES,
	...require_core.WEIGH_CODES,
	...require_core.STANDING_CODES,
	"no-reference": {
		outcome: "skip",
		message: "No ticket is named."
	}
};
const ticketAuthorised = require_core.defineRule({
	meta: {
		id: "ticket-authorised",
		title: "The named ticket authorises the work",
		why: "A ticket that is closed, archived, of the wrong kind or in another project decides nothing about this change. Work is authorised by a ticket that is open for work now.",
		who: "the commit's author, by another ticket; the ticket's owner, by its state",
		fix: "Refer to a ticket that is open for work, or have this one reopened by whoever may.",
		mends: "message",
		codes: codes$4,
		on: [
			"commit-message",
			"commits",
			"pull-request"
		],
		default: true,
		needs: ["tickets"],
		fast: true,
		examples: [
			{
				text: "Fix the login (TASK-7), where TASK-7 is In Progress",
				code: "authorised"
			},
			{
				text: "Fix the login (TASK-7), where TASK-7 is Done",
				code: "wrong-state"
			},
			{
				text: "Fix the login (TASK-7), where TASK-7 is archived",
				code: "archived"
			},
			{
				text: "Add the task TASK-7 and its code in one change",
				code: "new-task"
			}
		],
		controls: [
			{
				framework: "SOC 2",
				id: "CC8.1"
			},
			{
				framework: "ISO 27001:2022",
				id: "A.8.32"
			},
			{
				framework: "NIST CSF 2.0",
				id: "PR.AA-05"
			},
			{
				framework: "PCI DSS 4.0.1",
				id: "6.5.1"
			},
			{
				framework: "IEC 62304",
				id: "8.2.1"
			}
		]
	},
	options: require_core.termsSchema,
	from: require_core.termsFrom,
	check: (evidence, terms) => require_core.judgeCommits(evidence, {
		places: terms.references.in,
		judge: ({ about, claims }) => {
			if (claims.length === 0) return [{
				outcome: "skip",
				code: "no-reference",
				about,
				args: {}
			}];
			const standings = claims.map((claim) => require_core.standingOf(claim, evidence, terms));
			return require_core.weigh(standings, terms.references.need, about);
		}
	})
});

// src/rules/ticket-exists.ts
const codes$3 = {
	...require_core.COMMIT_CODES,
	...require_core.WEIGH_CODES,
	found: {
		outcome: "pass",
		message: "{ticket} exists in {remote}."
	},
	claimed: {
		outcome: "pass",
		message: "{ticket} exists, so far in this change alone."
	},
	moved: {
		outcome: "pass",
		message: "{ticket} exists in {remote}; {from} is where it was before."
	},
	"no-ticket": {
		outcome: "fail",
		message: "{ticket} is no ticket of {remote}: {detail}.",
		fix: "Name the ticket that the work is done under."
	},
	absent: {
		outcome: "fail",
		message: "{ticket} does not exist in {remote}.",
		fix: "Check the id for a slip, or create the ticket first."
	},
	forbidden: {
		outcome: "fail",
		message: "{remote} refuses to show {ticket}: {detail}",
		fix: "Refer to a ticket that this project may see, or ask for access to this one."
	},
	credentials: {
		outcome: "unknown",
		message: "Whether {ticket} exists is not known, since {remote} can't be asked: {detail}",
		fix: "Give golden-thread a token for this remote, and see what it may do: golden-thread remote check"
	},
	unavailable: {
		outcome: "unknown",
		message: "Whether {ticket} exists is not known: {detail}",
		fix: "Try again when the tracker answers (golden-thread remote check), or mend the task file that is named here."
	},
	"no-reference": {
		outcome: "skip",
		message: "No ticket is named."
	}
};
const ticketExists = require_core.defineRule({
	meta: {
		id: "ticket-exists",
		title: "The named ticket exists",
		why: "Anybody can type something that looks like a ticket. Only a tracker, or a task file on a trusted branch, can say that there is one.",
		who: "the commit's author, in its message; whoever may create tickets",
		fix: "Name a ticket that exists.",
		mends: "message",
		codes: codes$3,
		on: [
			"commit-message",
			"commits",
			"pull-request"
		],
		default: true,
		needs: ["tickets"],
		fast: true,
		examples: [
			{
				text: "Fix the login (TASK-7), where TASK-7 is a task",
				code: "found"
			},
			{
				text: "Fix the login (TASK-999), where there is none",
				code: "absent"
			},
			{
				text: "Fix the login (PROJ-7), while the tracker is down",
				code: "unavailable"
			}
		],
		controls: [
			{
				framework: "SOC 2",
				id: "CC8.1"
			},
			{
				framework: "ISO 27001:2022",
				id: "A.8.32"
			},
			{
				framework: "NIST CSF 2.0",
				id: "ID.RA-07"
			}
		]
	},
	options: (z) => z.strictObject({
		in: require_core.placesSchema(z),
		need: z.enum(["any", "all"]).default("any").describe("Whether one reference is enough; as the policy's `references.need`.")
	}),
	from: ({ references }) => ({
		in: references.in,
		need: references.need
	}),
	check: (evidence, options) => require_core.judgeCommits(evidence, {
		places: options.in,
		judge: ({ about, claims }) => {
			if (claims.length === 0) return [{
				outcome: "skip",
				code: "no-reference",
				about,
				args: {}
			}];
			return require_core.weigh(claims.map((claim) => existence(claim, evidence)), options.need, about);
		}
	})
});
function existence(claim, evidence) {
	const { status, tickets, detail, fix, isChange } = require_core.knownTickets(claim, evidence);
	const code = existenceCode(status, tickets[0]?.movedFrom ?? null, detail);
	const { outcome } = codes$3[code];
	return {
		claim,
		outcome,
		code,
		args: {
			ticket: tickets[0]?.key ?? claim.written,
			remote: claim.remote,
			...detail === "" ? {} : { detail },
			...code === "moved" ? { from: claim.written } : {}
		},
		grants: outcome === "pass",
		defers: isChange,
		...fix === null ? {} : { fix }
	};
}
function existenceCode(status, movedFrom, detail) {
	if (status === "absent" && detail !== "") return "no-ticket";
	return status === "found" && movedFrom !== null ? "moved" : status;
}

// src/rules/ticket-predates-change.ts
const HOUR = 3600;
/** Two days: beyond that a grace would allow tickets that are written afterwards. */
const MAX_GRACE_HOURS = 48;
const codes$2 = {
	...require_core.COMMIT_CODES,
	...require_core.WEIGH_CODES,
	...require_core.GRANTING_CODES,
	predates: {
		outcome: "pass",
		message: "{ticket} is older than the work (created {created})."
	},
	"created-after": {
		outcome: "fail",
		message: "{ticket} was created ({created}) after this commit was authored."
	},
	"no-date": {
		outcome: "unknown",
		message: "{ticket} does not say when it was created.",
		fix: "Give the task a created date."
	}
};
const ticketPredatesChange = require_core.defineRule({
	meta: {
		id: "ticket-predates-change",
		title: "The ticket is older than the work",
		why: "A ticket that is written after the fact records a decision; it does not make one. Authorisation comes before the work.",
		who: "the commit's author, by another ticket; an approver, by a waiver",
		fix: "Refer to the ticket under which the work was begun, or have the late ticket waived by an approver.",
		mends: "message",
		codes: codes$2,
		on: [
			"commit-message",
			"commits",
			"pull-request"
		],
		default: true,
		needs: ["tickets"],
		fast: true,
		examples: [
			{
				text: "A commit of Tuesday under a ticket of Monday",
				code: "predates"
			},
			{
				text: "A commit of Monday under a ticket of Wednesday",
				code: "created-after"
			},
			{
				text: "A commit under a task file without a date",
				code: "no-date"
			}
		],
		controls: [
			{
				framework: "SOC 2",
				id: "CC8.1"
			},
			{
				framework: "ISO 27001:2022",
				id: "A.8.32"
			},
			{
				framework: "21 CFR 11",
				id: "11.10(f)"
			}
		]
	},
	options: (z) => z.strictObject({
		terms: require_core.termsSchema(z).prefault({}).describe("On what terms a ticket authorises; follows the policy's sections."),
		grace_hours: z.int().min(0).max(MAX_GRACE_HOURS).default(1).describe("Hours by which a ticket may be younger than the commit; clocks differ.")
	}),
	from: (policy) => ({ terms: require_core.termsFrom(policy) }),
	check: (evidence, { terms, grace_hours }) => require_core.judgeCommits(evidence, {
		places: terms.references.in,
		judge: (subject) => require_core.weighGranting(subject, {
			evidence,
			terms
		}, (standing) => age(standing, begunAt(subject.commit, evidence), grace_hours))
	})
});
/** Seconds since 1970; a commit that is still being written is authored now. */
function begunAt({ authoredAt }, { at }) {
	return authoredAt ?? require_core.secondsOf(at);
}
/** A date alone counts from the earliest moment at which that day began anywhere. */
function age({ claim, args, tickets }, begun, graceHours) {
	const ticket = args.ticket ?? claim.written;
	const text = tickets[0]?.createdAt ?? null;
	const created = text === null ? null : require_core.secondsOf(text);
	if (text === null || created === null || begun === null) return {
		claim,
		outcome: "unknown",
		code: "no-date",
		args: { ticket },
		grants: false
	};
	const grants = created <= begun + graceHours * HOUR;
	return {
		claim,
		outcome: grants ? "pass" : "fail",
		code: grants ? "predates" : "created-after",
		args: {
			ticket,
			created: text
		},
		grants
	};
}

// src/rules/upstream-consistent.ts
const SYNC = "See both sides and bring them together: golden-thread remote sync TASK";
const codes$1 = {
	...require_core.COMMIT_CODES,
	consistent: {
		outcome: "pass",
		message: "{ticket} and {upstream} say the same."
	},
	"title-differs": {
		outcome: "fail",
		message: "{ticket} is called \"{local}\", and {upstream} is called \"{remote}\".",
		fix: SYNC
	},
	"state-differs": {
		outcome: "fail",
		message: "{ticket} is \"{local}\", and {upstream} is \"{remote}\".",
		fix: SYNC
	},
	"upstream-gone": {
		outcome: "fail",
		message: "{ticket} follows {upstream}, which is not to be found any more.",
		fix: "Link the task with another ticket, or unlink it: golden-thread remote unlink TASK"
	},
	"upstream-unknown": {
		outcome: "unknown",
		message: "Whether {ticket} and {upstream} say the same is not known: {detail}",
		fix: "See that the tracker can be asked from here, and check again: golden-thread remote check"
	},
	"no-upstream": {
		outcome: "skip",
		message: "No local task is named that follows a ticket of a remote."
	}
};
const upstreamConsistent = require_core.defineRule({
	meta: {
		id: "upstream-consistent",
		title: "A task and its ticket say the same",
		why: "Who plans reads the ticket, who builds reads the task. Where their titles or states part, one of them works on something that nobody wants any more.",
		who: "whoever keeps the task; the ticket's owner",
		fix: SYNC,
		codes: codes$1,
		on: ["commits", "pull-request"],
		default: false,
		needs: ["tickets"],
		fast: false,
		examples: [{
			text: "TASK-7 is In Progress, and so is PROJ-7",
			code: "consistent"
		}, {
			text: "TASK-7 is In Progress, and PROJ-7 is closed",
			code: "state-differs"
		}],
		controls: [{
			framework: "ISO 27001:2022",
			id: "A.8.32"
		}]
	},
	options: (z) => z.strictObject({ in: require_core.placesSchema(z) }),
	from: ({ references }) => ({ in: references.in }),
	check: (evidence, { in: places }) => require_core.judgeCommits(evidence, {
		places,
		judge: ({ about, claims }) => {
			const answers = require_core.localTasks(claims, evidence).flatMap((one) => compared(one, evidence, about));
			return answers.length > 0 ? answers : [{
				outcome: "skip",
				code: "no-upstream",
				about,
				args: {}
			}];
		}
	})
});
function compared({ task, follows }, evidence, whole) {
	if (follows == null || follows.remote === null) return [];
	const about = {
		...whole,
		kind: "ticket",
		ticket: task.key
	};
	const lookup = evidence.lookups[require_core.lookupKey(follows.remote, follows.id)];
	return answersFor(task, lookup).map(({ code, args }) => ({
		outcome: codes$1[code].outcome,
		code,
		about,
		args: {
			ticket: task.key,
			upstream: follows.id,
			...args
		}
	}));
}
function answersFor(task, lookup) {
	switch (lookup?.status) {
		case "found": return differences(task, lookup.ticket);
		case "absent": return [{
			code: "upstream-gone",
			args: {}
		}];
		case "forbidden":
		case "credentials":
		case "unavailable": return [{
			code: "upstream-unknown",
			args: { detail: lookup.detail }
		}];
		case "claimed":
		case void 0: return [{
			code: "upstream-unknown",
			args: { detail: "It was not looked up." }
		}];
	}
}
/** A state of no known category can't be compared, nor can a text that a ledger left out. */
function differences(task, ticket) {
	const [local, remote] = [plain(task.title), plain(ticket.title)];
	const found = [];
	if (local !== remote && remote !== "") found.push({
		code: "title-differs",
		args: {
			local,
			remote
		}
	});
	const [own, other] = [task.state, ticket.state];
	if (own.category !== "unknown" && other.category !== "unknown" && end(own.category) !== end(other.category)) found.push({
		code: "state-differs",
		args: {
			local: own.name,
			remote: other.name
		}
	});
	return found.length > 0 ? found : [{
		code: "consistent",
		args: {}
	}];
}
function plain(title) {
	return title.trim().replace(/\s+/gu, " ");
}
/** Many trackers have no state for work that has begun. */
function end(category) {
	return category === "in_progress" ? "open" : category;
}

// src/rules/upstream-fresh.ts
const codes = {
	...require_core.COMMIT_CODES,
	fresh: {
		outcome: "pass",
		message: "{ticket} was synchronised with {upstream} at {at}."
	},
	stale: {
		outcome: "fail",
		message: "{ticket} was last synchronised with {upstream} at {at}; at most {max} are wanted."
	},
	never: {
		outcome: "fail",
		message: "{ticket} does not say when it was synchronised with {upstream}."
	},
	"no-upstream": {
		outcome: "skip",
		message: "No local task is named that follows a ticket of a remote."
	}
};
const upstreamFresh = require_core.defineRule({
	meta: {
		id: "upstream-fresh",
		title: "A task was compared with its ticket lately",
		why: "A copy that nobody has compared with its original for weeks tells what was wanted then.",
		who: "whoever keeps the task",
		fix: "Compare the task with its ticket: golden-thread remote sync TASK",
		codes,
		on: ["commits", "pull-request"],
		default: false,
		needs: ["tickets"],
		fast: false,
		examples: [{
			text: "TASK-7, synchronised yesterday (max_age: 7d)",
			code: "fresh"
		}, {
			text: "TASK-7, synchronised a month ago (max_age: 7d)",
			code: "stale"
		}],
		controls: [{
			framework: "ISO 27001:2022",
			id: "A.8.32"
		}]
	},
	options: (z) => z.strictObject({
		in: require_core.placesSchema(z),
		max_age: z.string().regex(/^[1-9]\d{0,4}[mhd]$/, "a number and m, h or d: 12h, 7d").default("7d").describe("How long ago a task may have been synchronised at most.")
	}),
	from: ({ references }) => ({ in: references.in }),
	check: (evidence, { in: places, max_age: max }) => require_core.judgeCommits(evidence, {
		places,
		judge: ({ about, claims }) => {
			const answers = require_core.localTasks(claims, evidence).flatMap((one) => aged(one, evidence.at, max, about));
			return answers.length > 0 ? answers : [{
				outcome: "skip",
				code: "no-upstream",
				about,
				args: {}
			}];
		}
	})
});
function aged({ task, follows }, now, max, whole) {
	if (follows == null || follows.remote === null) return [];
	const about = {
		...whole,
		kind: "ticket",
		ticket: task.key
	};
	const args = {
		ticket: task.key,
		upstream: follows.id
	};
	const [from, until] = [require_core.secondsOf(follows.lastSync ?? ""), require_core.secondsOf(now)];
	if (from === null || until === null) return [{
		outcome: "fail",
		code: "never",
		about,
		args
	}];
	const told = {
		...args,
		at: follows.lastSync ?? "",
		max
	};
	return until - from > require_core.milliseconds(max) / 1e3 ? [{
		outcome: "fail",
		code: "stale",
		about,
		args: told
	}] : [{
		outcome: "pass",
		code: "fresh",
		about,
		args: told
	}];
}

// src/rules/index.ts
var rules_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	ruleMetas: () => ruleMetas,
	rules: () => rules
});
/** What is known of each rule by its id, for those that write a report down. */
function ruleMetas() {
	return new Map(rules.map(({ meta }) => [meta.id, meta]));
}
/** Every rule there is, in the order of the rule book. */
const rules = [
	referenceRequired,
	ticketExists,
	ticketAuthorised,
	ticketPredatesChange,
	authoriserIsNotAuthor,
	specInBody,
	specUnchangedSinceApproval,
	taskHasUpstream,
	pathsInScope,
	policyChangeAuthorised,
	taskWellformed,
	completedTaskHasCommit,
	referencePlace,
	branchNamesTicket,
	authorIsAssignee,
	parentAuthorised,
	releaseMatchesBranch,
	upstreamConsistent,
	upstreamFresh,
	changeSize,
	specPresent,
	specComplete,
	policyWellformed
];

Object.defineProperty(exports, "referenceRequired", {
  enumerable: true,
  get: function () {
    return referenceRequired;
  }
});
Object.defineProperty(exports, "ruleMetas", {
  enumerable: true,
  get: function () {
    return ruleMetas;
  }
});
Object.defineProperty(exports, "rules", {
  enumerable: true,
  get: function () {
    return rules;
  }
});
Object.defineProperty(exports, "rules_exports", {
  enumerable: true,
  get: function () {
    return rules_exports;
  }
});