"use strict";

const require_fault = require("./core-fault.js");
const require_world = require("./world.js");
const require_object_id = require("./core-object-id.js");
const require_approval_laws = require("./core-approval-laws.js");
const require_rules = require("./rules.js");
const require_ticket = require("./core-ticket.js");
const require_check = require("./check.js");
const require_history = require("./git-history.js");
const require_references = require("./gather-references.js");
const require_repository = require("./git-repository.js");
const require_names = require("./git-names.js");
const require_gate = require("./gate.js");
const require_opening = require("./opening.js");
const require_forge = require("./connect-forge.js");

// src/check-pr/open.ts
/**
* Asks the forge for a pull request and opens the gate by the law of its base. Throws Fault("unavailable") where anything of that
* can't be had here: nobody knows then whether it may be merged.
*/
async function openPullRequest(world, options, name) {
	const opening = require_opening.startOpening(world, null);
	const place = {
		repo: await opening.repo,
		trees: options.trees
	};
	const open = (policyRef) => require_gate.openGate(world, {
		haste: "command",
		...options,
		opening,
		...policyRef === null ? {} : { policyRef }
	});
	const home = options.home ?? null;
	if (home !== null) return openAtHome(world, {
		...options,
		home
	}, {
		name,
		place,
		open
	});
	const hint = await firstBase(place, name);
	const first = await open(hint);
	if (name.event !== null) await demandRepository(first, name.event.repository);
	const found = await asked(await first.forge(), name.number);
	const base = name.base === null ? await baseOf(place, found) : hint ?? "";
	if (base === hint) return opened({
		gate: first,
		base,
		...found
	}, name, place);
	const gate = await open(base);
	const again = await asked(await gate.forge(), name.number);
	if (await baseOf(place, again) === base) return opened({
		gate,
		base,
		...again
	}, name, place);
	throw unknowable("Its base moved while it was asked for.", { found: base });
}
/** The runner says where the forge is, so only one law is ever opened: that of the base. The gate's own line to the forge stays unused. */
async function openAtHome(world, { home, haste = "command", bring }, { name, place, open }) {
	if (name.event !== null) demandSame(home.repository, name.event.repository);
	const line = {
		env: world.env,
		lawIsTrusted: true,
		haste,
		home,
		commonDir: null,
		now: world.now
	};
	const found = await asked(await require_forge.dialHome(home, { remotes: [] }, line), name.number);
	const { base: target, head, mergeCommit } = found.live;
	const wanted = [
		name.base ?? target.commit,
		name.head ?? head.commit,
		mergeCommit
	];
	await bring?.(wanted.flatMap((commit) => commit !== null && require_object_id.isObjectId(commit) ? [commit] : []));
	const base = name.base === null ? await baseOf(place, found) : await require_gate.commitNamed(place, name.base);
	return opened({
		gate: await open(base),
		base,
		...found
	}, name, place);
}
/** What the forge is found by: never the law of the branch that is judged, as long as there is another. */
async function firstBase({ repo, trees }, { base, event }) {
	if (base !== null) return require_gate.commitNamed({
		repo,
		trees
	}, base);
	return (event === null ? null : await require_repository.commitCalled(repo, event.base)) ?? await require_repository.commitCalled(repo, "refs/remotes/origin/HEAD");
}
/** A number alone would name a pull request of whatever repository this is. */
async function demandRepository({ repo, law }, wanted) {
	const origin = await require_names.originUrl(repo);
	const here = origin === null ? null : require_forge.forgeSpot(origin, law.remotes);
	if (here !== null) demandSame(here.repository, wanted);
}
function demandSame(here, wanted) {
	if (here.toLowerCase() === wanted.toLowerCase()) return;
	throw new require_fault.Fault("usage", "The event is one of another repository.", {
		found: wanted,
		wanted: here
	});
}
async function asked(forge, number) {
	if (forge === null) throw unknowable("No forge can be asked here.", {
		wanted: "an origin on GitHub, GitLab or Azure Repos, and a token for it",
		fix: "golden-thread remote check"
	});
	try {
		return {
			forge,
			live: await forge.change(number)
		};
	} catch (thrown) {
		if (!(thrown instanceof require_fault.Fault) || thrown.code === "absent" || thrown.code === "usage") throw thrown;
		const fix = thrown.fix ?? "golden-thread remote check";
		throw unknowable(thrown.message, {
			found: thrown.found,
			wanted: thrown.wanted,
			fix,
			cause: thrown
		});
	}
}
/** What a pull request is judged against: the tip of its base, or what that was right before the merge. */
async function baseOf(place, { forge, live }) {
	const { state, base, number } = live;
	const before = state === "merged" ? await beforeMerge(place.repo, {
		forge,
		live
	}) : base.commit;
	const found = before === null ? null : await require_gate.commitKnown(place, before);
	if (found !== null) return found;
	throw unknowable(`The base of pull request ${number} is not in this clone.`, {
		found: base.commit ?? "a branch that is gone",
		wanted: `the tip of ${base.branch}`,
		fix: `git fetch origin ${base.branch}`
	});
}
/**
* A merge's first parent is the base as it was, and so is what a squashed commit stands on. A rebase leaves all commits, each with its
* subject: the base lies behind the first of them, and the law of none of them counts. A branch that only moved on tells nothing.
*/
async function beforeMerge(repo, { forge, live }) {
	const { number, mergeCommit, base } = live;
	const merged = mergeCommit === null ? null : await require_repository.commitCalled(repo, mergeCommit);
	if (merged !== null) {
		const [parents = "", subject = ""] = (await repo.git.text([
			"log",
			"--max-count=1",
			"--format=%P%n%s",
			merged,
			"--"
		])).split("\n");
		if (parents.includes(" ")) return `${merged}^1`;
		const { commits, complete } = await forge.commits(number);
		const isRebased = subjectOf$1(commits.at(-1)?.message ?? "") === subject.trim();
		if (complete) return isRebased ? `${merged}~${commits.length}` : `${merged}^1`;
	}
	throw unknowable(`What pull request ${number} was merged into can't be told from what the merge left.`, {
		found: mergeCommit ?? "no merge commit",
		wanted: `the commit of ${base.branch} before it, as --base`,
		fix: `golden-thread check pr --number ${number} --base REV`
	});
}
function subjectOf$1(message) {
	return message.trim().split("\n")[0]?.trim() ?? "";
}
async function opened(found, name, place) {
	const { gate, live, base } = found;
	const head = name.head === null ? live.head.commit : await require_gate.commitNamed(place, name.head);
	const moved = head === live.head.commit ? [] : [`head-moved: ${live.head.commit}`];
	const label = `#${live.number}`;
	const range = await reaches(gate.repo, base, head) ? {
		range: label,
		commits: {
			include: [head],
			exclude: [base]
		}
	} : null;
	return {
		...found,
		head,
		range,
		notices: [...gate.notices, ...moved]
	};
}
/** Whether the clone holds head and base and where they part. */
async function reaches({ git }, base, head) {
	return await git.text([
		"merge-base",
		base,
		head
	], { codes: [
		0,
		1,
		128
	] }) !== "";
}
function unknowable(why, details) {
	return new require_fault.Fault("unavailable", `Whether the pull request may be merged is not known. ${why}`, details);
}

// src/core/merge-message.ts
/** Whether a prediction needs the pull request's commits. */
function needsCommits({ methods, squashTitle, squashMessage }) {
	if (methods?.includes("squash") !== true) return false;
	return squashTitle === "COMMIT_OR_PR_TITLE" || squashMessage === "COMMIT_MESSAGES";
}
/**
* The messages that GitHub would write for the methods that it allows, as far as the settings are told ("Configuring commit squashing",
* "Configuring commit merging", and the fields of `GET /repos/{owner}/{repo}`). Who presses the button may still write another; a
* merge queue may not. `commits`: all of them, oldest first.
*/
function predictedMessages(change, commits, merging) {
	const { methods } = merging;
	return (methods ?? []).flatMap((method) => {
		if (method === "squash") return squashed(change, commits, merging);
		return method === "merge" ? merged(change, merging) : [];
	});
}
function squashed(change, commits, { squashTitle, squashMessage }) {
	const [only] = commits.length === 1 ? commits : [];
	const isOwn = squashTitle === "COMMIT_OR_PR_TITLE" && only !== void 0;
	if (squashTitle !== "PR_TITLE" && squashTitle !== "COMMIT_OR_PR_TITLE") return [];
	const title = isOwn ? partsOf(only).title : change.title;
	const body = squashedBody(change, {
		commits,
		alone: isOwn ? partsOf(only).body : null,
		squashMessage
	});
	if (body === null) return [];
	return [{
		method: "squash",
		message: joined([
			`${title} (#${change.number})`,
			body,
			coAuthors(commits)
		]),
		setting: `squash_merge_commit_title is ${squashTitle}, squash_merge_commit_message is ${squashMessage}`
	}];
}
/** `alone`: what one commit says below the title that was taken from it. Null: the setting is none that is known. */
function squashedBody({ body }, { commits, alone, squashMessage }) {
	switch (squashMessage) {
		case "PR_BODY": return body;
		case "BLANK": return "";
		case "COMMIT_MESSAGES": return alone ?? commits.map(({ message }) => `* ${message.trim()}`).join("\n\n");
		default: return null;
	}
}
function merged({ number, title, body, head }, { mergeTitle = null, mergeMessage = null }) {
	const [owner = ""] = (head.repository ?? "").split("/");
	const classic = `Merge pull request #${number} from ${owner}/${head.branch}`;
	const first = mergeTitle === "MERGE_MESSAGE" ? classic : mergeTitle === "PR_TITLE" ? `${title} (#${number})` : null;
	const rest = Object.entries({
		PR_TITLE: title,
		PR_BODY: body,
		BLANK: ""
	}).find(([name]) => name === mergeMessage)?.[1];
	if (first === null || rest === void 0) return [];
	const setting = `merge_commit_title is ${mergeTitle}, merge_commit_message is ${mergeMessage}`;
	return [{
		method: "merge",
		message: joined([first, rest]),
		setting
	}];
}
function partsOf({ message }) {
	const [title = "", ...rest] = message.trim().split("\n");
	return {
		title: title.trim(),
		body: rest.join("\n").trim()
	};
}
/** Everybody but the author of the first commit is named below. */
function coAuthors(commits) {
	const [first, ...others] = [...new Set(commits.map(({ author }) => require_rules.authorKey(author)))];
	return first === void 0 ? "" : others.map((author) => `Co-authored-by: ${author}`).join("\n");
}
function joined(parts) {
	return parts.map((part) => part.replaceAll("\r\n", "\n").trim()).filter((part) => part !== "").join("\n\n");
}

// src/check-pr/merging.ts
const NOTHING = {
	findings: [],
	notices: []
};
/**
* Whether the commit that the repository's settings would make of a pull request still names a ticket. Nothing else is asked of it: what it
* holds was judged commit by commit, and a clean merge is exempt.
*/
async function judgeMerging(mergeable) {
	const { gate, live, whole } = mergeable;
	const isAsked = require_approval_laws.isAnywhereOn(gate.law, require_rules.referenceRequired.meta.id);
	const isExempt = whole.facts.length > 0 && whole.facts.every(({ exempt }) => exempt !== null);
	if (!isAsked || isExempt || live.state !== "open") return NOTHING;
	try {
		return await answer(mergeable);
	} catch (thrown) {
		if (!(thrown instanceof require_fault.Fault)) throw thrown;
		return {
			findings: [],
			notices: [`merging-untold: ${thrown.message}`]
		};
	}
}
async function answer({ gate, forge, live, whole }) {
	const merging = await forge.merging();
	const told = needsCommits(merging) ? await forge.commits(live.number) : {
		commits: [],
		complete: true
	};
	const squash = (told.complete ? predictedMessages(live, told.commits, merging) : []).find(({ method }) => method === "squash");
	if (squash === void 0) return merging.methods?.includes("squash") === false ? NOTHING : {
		findings: [],
		notices: ["merging-untold: The settings of squashed commits are not told."]
	};
	const merges = [resultOf(gate, squash, {
		live,
		merging
	})];
	return {
		findings: require_check.evaluate({
			...whole,
			merges
		}, gate.law, [require_rules.referenceRequired]),
		notices: []
	};
}
/** The pull request's own number is appended by the forge, and is no ticket. */
function resultOf({ reader }, { method, message, setting }, { live, merging }) {
	const text = message.replace(` (#${live.number})`, "");
	return {
		method,
		setting,
		isOnly: merging.methods?.length === 1,
		references: require_references.messageReferences(reader, text, 0)
	};
}

// src/check-pr/told.ts
/** Evidence about a pull request whose commits only its forge can tell: no paths, and nothing that git alone confirms. */
async function toldEvidence(gate, change, around) {
	const { law, reader, waivers, at } = gate;
	const { commits } = change;
	const references = [...commits.flatMap(({ message }, index) => require_references.messageReferences(reader, message, index)), ...around];
	const ask = (wanted) => require_history.lookUp(law, gate.anew, wanted);
	const lookups = await require_check.withUpstreams(law, await require_check.withParents(law, await ask(references), ask), ask);
	const isAsked = require_rules.asksForAuthors(law, {
		change: "commits",
		lookups
	});
	const authors = commits.flatMap(require_rules.makersOf);
	return {
		change,
		at,
		references,
		lookups,
		prior: true,
		facts: commits.map(() => require_check.PLAIN),
		tasks: [],
		waivers,
		globs: await require_check.globsOf(lookups, waivers),
		lawPaths: [],
		defaultBranches: await gate.defaultBranches(),
		referencedBefore: [],
		...isAsked ? { authors: await gate.mailmap(authors) } : {}
	};
}
/** What a report says of commits, from findings that name theirs by index. Commits of the same findings share a key. */
function columnsOf({ change, references }, findings) {
	const { commits } = change;
	const own = commits.map((_, index) => findings.filter(({ about }) => about.commit === index));
	const named = commits.map((_, index) => references.filter(({ commit }) => commit === index));
	const texts = own.map((list) => JSON.stringify(list.map((one) => [
		one.rule,
		one.code,
		one.outcome,
		one.args
	])));
	const distinct = [...new Set(texts)];
	const keys = distinct.map((text) => {
		const example = texts.indexOf(text);
		const members = texts.flatMap((one, index) => one === text ? [index] : []);
		const tickets = members.flatMap((index) => named[index] ?? []).flatMap(ticketOf);
		const shown = own[example] ?? [];
		return {
			count: members.length,
			example,
			verdict: require_world.decide(shown),
			findings: shown,
			tickets: [...new Set(tickets)].sort()
		};
	});
	const count = (verdict) => keys.filter((key) => key.verdict === verdict).reduce((sum, key) => sum + key.count, 0);
	return {
		keys,
		commits: {
			count: commits.length,
			id: (index) => commits[index]?.id ?? "",
			key: (index) => distinct.indexOf(texts[index] ?? ""),
			time: (index) => commits[index]?.committedAt ?? 0,
			author: (index) => require_rules.authorKey(commits[index]?.author ?? {
				name: "",
				email: ""
			}),
			recordedAt: null,
			named: (index) => (named[index] ?? []).flatMap((one) => ticketOf(one).map((at) => ({
				at,
				place: one.place
			})))
		},
		counts: {
			...require_check.NO_COUNTS,
			commits: commits.length,
			referenced: named.filter((list) => list.some(({ remote }) => remote !== null)).length,
			passed: count("pass"),
			failed: count("fail"),
			undecided: count("undecided")
		}
	};
}
function ticketOf({ remote, id }) {
	return remote === null ? [] : [require_ticket.lookupKey(remote, id)];
}

// src/check-pr/whole.ts
/** Evidence about a pull request as one thing, for the rules that answer for it once. */
async function wholeEvidence(history, change) {
	const { table, law, common, around } = history;
	const indices = Array.from({ length: table.count }, (_, index) => index);
	const merges = await mergesOf(history);
	const references = [...indices.flatMap((index) => require_check.citedAt(table, index).map((one) => ({
		...one,
		start: 0,
		end: 0,
		commit: index
	}))), ...around];
	return {
		...common,
		change: {
			...change,
			commits: indices.map((index) => require_check.commitAt(table, index))
		},
		references,
		lookups: {
			...common.lookups,
			...constantOf(history, references)
		},
		facts: indices.map((index) => factsOf(law, table, index, merges)),
		tasks: [],
		lawPaths: []
	};
}
/** Which of its merges git would have made the same; asked only where it makes a difference. */
async function mergesOf({ table, law, confirm }) {
	if (!require_approval_laws.isAnywhereOn(law, "change-size")) return /* @__PURE__ */ new Map();
	const ids = Array.from(table.flags.subarray(0, table.count)).flatMap((flags, index) => (flags & require_check.FLAG.merge) === 0 ? [] : [require_check.idAt(table, index)]);
	return ids.length === 0 ? /* @__PURE__ */ new Map() : (await confirm(ids)).facts;
}
function factsOf(law, table, index, merges) {
	const { paths } = require_check.commitAt(table, index);
	const scoped = paths !== null && paths.length > 0 && require_approval_laws.scopesOf(law)(paths.map(({ path }) => path)).exempt;
	const own = {
		...require_check.PLAIN,
		...merges.get(require_check.idAt(table, index))
	};
	return scoped ? {
		...own,
		exempt: { kind: "scope" }
	} : own;
}
/** Remotes that nobody here can ask are answered for once, not ticket by ticket. */
function constantOf({ constant }, references) {
	return Object.fromEntries(references.flatMap(({ remote, id }) => {
		const answer = remote === null ? void 0 : constant.get(remote);
		return answer === void 0 ? [] : [[`${remote}:${id}`, answer]];
	}));
}

// src/check-pr.ts
/** Judges a pull request, for doors that only tell the verdict. */
async function checkPullRequest(opened, progress) {
	return (await judgePullRequest(opened, progress)).report;
}
/**
* Judges a pull request: each of its commits as a range would, with what title, body and branch refer to beside its own, and then
* the whole once, by the rules that answer for it.
*/
async function judgePullRequest(opened, progress) {
	return opened.range === null ? judgeTold(opened) : judgeRange(opened, progress);
}
const ofCommits = require_rules.rules.filter(({ meta }) => !isOfWhole(meta));
const ofWhole = require_rules.rules.filter(({ meta }) => isOfWhole(meta));
/** Specs are those of tickets, however many commits name one. */
function isOfWhole({ whole, needs }) {
	return whole === true || needs.includes("specs");
}
async function judgeRange({ gate, forge, live, base, head, range, notices }, progress) {
	const change = changeOf(live, {
		base,
		head
	});
	const request = {
		range: `#${live.number}`,
		...range,
		ref: `refs/heads/${live.head.branch}`,
		around: require_references.pullRequestReferences(gate.reader, live),
		...progress ? { progress } : {}
	};
	const part = (evidence) => require_check.evaluate(partOf(evidence, change), gate.law, ofCommits);
	const history = await require_check.historyCase({
		...gate,
		sources: gate.anew
	}, request, part);
	const { beforeBaseline, subject } = history;
	const judged = await require_check.judgeHistory(history);
	const whole = await withSpecs({
		gate,
		forge
	}, await wholeEvidence(history, {
		...change,
		complete: subject.complete
	}), head);
	const merging = await judgeMerging({
		gate,
		forge,
		live,
		whole
	});
	const findings = [
		...require_check.evaluate(whole, gate.law, ofWhole),
		...merging.findings,
		...history.whole === null ? [] : part(history.whole)
	];
	return {
		report: {
			...require_check.frame(gate, subjectOf(live, subject.complete)),
			proposal: proposalOf(live, {
				base,
				head
			}),
			notices: [
				...notices,
				...history.notices(),
				...merging.notices
			],
			verdict: verdictOf([...findings, ...judged.keys.flatMap((key) => key.findings)]),
			findings,
			commits: judged.commits,
			keys: judged.keys,
			counts: {
				...judged.counts,
				beforeBaseline
			},
			tickets: () => require_check.historyTickets(judged, whole.specs)
		},
		evidence: whole,
		subjects: null
	};
}
/** Merges are left out, since only git can say what one brings; so such a pull request is never known whole. */
async function judgeTold({ gate, forge, live, base, head, notices }) {
	const told = await forge.commits(live.number);
	const commits = told.commits.filter(({ parents }) => parents.length < 2);
	const complete = told.complete && commits.length === told.commits.length && head === live.head.commit;
	const change = {
		...changeOf(live, {
			base,
			head
		}),
		commits,
		complete
	};
	const around = [...require_references.branchReferences(gate.reader, live.head.branch), ...require_references.pullRequestReferences(gate.reader, live)];
	const evidence = {
		...await withSpecs({
			gate,
			forge
		}, await toldEvidence(gate, change, around), await treeTold(gate, head)),
		change
	};
	const merging = await judgeMerging({
		gate,
		forge,
		live,
		whole: evidence
	});
	const findings = [...require_check.evaluate(evidence, gate.law, require_rules.rules), ...merging.findings];
	const report = {
		...require_check.frame(gate, subjectOf(live, complete)),
		proposal: proposalOf(live, {
			base,
			head
		}),
		notices: [
			...notices,
			`commits-told: ${head}`,
			...merging.notices
		],
		verdict: verdictOf(findings),
		findings: findings.filter(({ about }) => about.commit === void 0),
		...columnsOf(evidence, findings),
		tickets: () => require_check.evidenceTickets(evidence)
	};
	const subjects = commits.map(({ id, message }) => [id ?? "", message.trimStart().split("\n")[0] ?? ""]);
	return {
		report,
		evidence,
		subjects: new Map(subjects)
	};
}
/** A head whose commits are not here may have a tree that is. */
async function treeTold({ treeAt }, head) {
	try {
		await treeAt(head);
		return head;
	} catch (thrown) {
		if (thrown instanceof require_fault.Fault) return null;
		throw thrown;
	}
}
async function withSpecs({ gate, forge }, evidence, head) {
	if (!asksForSpecs(gate.law)) return evidence;
	const { specEvidence } = await Promise.resolve().then(() => require("./check-pr-specs.js"));
	return {
		...evidence,
		...await specEvidence(gate, evidence, {
			head,
			limit: forge.limits.body
		})
	};
}
/** Whether anybody asks for specs. */
function asksForSpecs(law) {
	const asking = require_rules.rules.filter(({ meta }) => meta.needs.includes("specs"));
	return law.spec.required && asking.some(({ meta }) => require_approval_laws.isAnywhereOn(law, meta.id));
}
/** Without its commits, which are told otherwise. */
function changeOf({ number, author, title, body, head: { branch } }, ends) {
	const { name, account } = author;
	return {
		kind: "pull-request",
		number,
		author: {
			name,
			email: "",
			account,
			...author.isBot ? { isBot: true } : {}
		},
		...ends,
		commits: [],
		branch,
		title,
		body,
		complete: true
	};
}
/** What is known of some of its commits, as evidence about the pull request. */
function partOf(evidence, change) {
	const { change: part } = evidence;
	if (part.kind !== "commits") return evidence;
	const { commits, complete } = part;
	return {
		...evidence,
		change: {
			...change,
			commits,
			complete
		}
	};
}
function subjectOf({ number, title, head }, complete) {
	return {
		kind: "pull-request",
		label: `#${number}`,
		branch: head.branch,
		complete,
		subject: title
	};
}
function proposalOf({ number, url, author, draft, base, head }, ends) {
	return {
		number,
		url,
		author: author.name,
		draft,
		base: {
			branch: base.branch,
			commit: ends.base
		},
		head: {
			branch: head.branch,
			commit: ends.head,
			isFork: head.isFork
		}
	};
}
/** Nothing new is nothing to object to. */
function verdictOf(findings) {
	return findings.length === 0 ? "pass" : require_world.decide(findings);
}

Object.defineProperty(exports, "checkPullRequest", {
  enumerable: true,
  get: function () {
    return checkPullRequest;
  }
});
Object.defineProperty(exports, "judgePullRequest", {
  enumerable: true,
  get: function () {
    return judgePullRequest;
  }
});
Object.defineProperty(exports, "openPullRequest", {
  enumerable: true,
  get: function () {
    return openPullRequest;
  }
});