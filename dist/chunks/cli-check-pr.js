"use strict";

const require_forge = require("./connect-forge.js");
const require_fault = require("./core-fault.js");
const require_gate = require("./gate.js");
const require_build = require("./core-build.js");
const require_repository = require("./git-repository.js");
const require_opening = require("./opening.js");
const require_check = require("./check.js");
const require_rules = require("./rules.js");
const require_ticket = require("./core-ticket.js");
const require_world = require("./world.js");
const require_history = require("./git-history.js");
const require_references = require("./gather-references.js");
const require_approval_laws = require("./core-approval-laws.js");
const require_repair = require("./reports-repair.js");
const require_text = require("./reports-text.js");
const require_manual = require("./cli-manual.js");
const require_watched = require("./cli-watched.js");
const require_cli_js = require("../cli.js");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");

// src/check-pr/open.ts
/**
* Asks the forge for a pull request and opens the gate by the law of its base. Throws Fault("unavailable") where anything of that
* can't be had here: nobody knows then whether it may be merged.
*/
async function openPullRequest(world, options, name) {
	const opening = require_opening.startOpening(world, null);
	const repo = await opening.repo;
	const open = (policyRef) => require_gate.openGate(world, {
		...options,
		haste: "command",
		opening,
		...policyRef === null ? {} : { policyRef }
	});
	const hint = await firstBase(repo, name);
	const first = await open(hint);
	if (name.event !== null) await demandRepository(first, name.event.repository);
	const found = await asked(first, name.number);
	const base = name.base === null ? await baseOf(repo, found) : hint ?? "";
	if (base === hint) return opened({
		gate: first,
		base,
		...found
	}, name);
	const gate = await open(base);
	const again = await asked(gate, name.number);
	if (await baseOf(repo, again) === base) return opened({
		gate,
		base,
		...again
	}, name);
	throw unknowable("Its base moved while it was asked for.", { found: base });
}
/** What the forge is found by: never the law of the branch that is judged, as long as there is another. */
async function firstBase(repo, { base, event }) {
	if (base !== null) return require_repository.resolveCommit(repo, base);
	return (event === null ? null : await require_repository.commitCalled(repo, event.base)) ?? await require_repository.commitCalled(repo, "refs/remotes/origin/HEAD");
}
/** A number alone would name a pull request of whatever repository this is. */
async function demandRepository({ repo, law }, wanted) {
	const origin = await require_build.originUrl(repo);
	const here = origin === null ? null : require_forge.forgeSpot(origin, law.remotes);
	if (here === null || here.repository.toLowerCase() === wanted.toLowerCase()) return;
	throw new require_fault.Fault("usage", "The event is one of another repository.", {
		found: wanted,
		wanted: here.repository
	});
}
async function asked(gate, number) {
	const forge = await gate.forge();
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
async function baseOf(repo, { forge, live }) {
	const { state, base, number } = live;
	const before = state === "merged" ? await beforeMerge(repo, {
		forge,
		live
	}) : base.commit;
	const found = before === null ? null : await require_repository.commitCalled(repo, before);
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
async function opened(found, name) {
	const { gate, live, base } = found;
	const head = name.head === null ? live.head.commit : await require_repository.resolveCommit(gate.repo, name.head);
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
			recordedAt: null
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
/**
* Judges a pull request: each of its commits as a range would, with what title, body and branch refer to beside its own, and then
* the whole once, by the rules that answer for it.
*/
async function checkPullRequest(opened, progress) {
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
	const findings = [...require_check.evaluate(whole, gate.law, ofWhole), ...history.whole === null ? [] : part(history.whole)];
	return {
		...require_check.frame(gate, subjectOf(live, subject.complete)),
		notices: [...notices, ...history.notices()],
		verdict: verdictOf([...findings, ...judged.keys.flatMap((key) => key.findings)]),
		findings,
		commits: judged.commits,
		keys: judged.keys,
		counts: {
			...judged.counts,
			beforeBaseline
		}
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
		}, await toldEvidence(gate, change, around), null),
		change
	};
	const findings = require_check.evaluate(evidence, gate.law, require_rules.rules);
	return {
		...require_check.frame(gate, subjectOf(live, complete)),
		notices: [...notices, `commits-told: ${head}`],
		verdict: verdictOf(findings),
		findings: findings.filter(({ about }) => about.commit === void 0),
		...columnsOf(evidence, findings)
	};
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
/** Nothing new is nothing to object to. */
function verdictOf(findings) {
	return findings.length === 0 ? "pass" : require_world.decide(findings);
}

// src/cli/check-pr.ts
/** `check pr`: judges a pull request as its forge has it now, and ends with the verdict as exit code. */
async function checkPr(words, io, world, asked) {
	const { manual, targets, ...options } = asked;
	const name = await nameOf(words, world, manual);
	const opened = await openPullRequest(world, options, name);
	const report = await require_watched.watched(io, (progress) => checkPullRequest(opened, progress));
	const { gate, range } = opened;
	const metas = require_rules.ruleMetas();
	const isText = targets.some(({ format }) => format === "text");
	const [labels, repair] = await Promise.all([isText && range !== null ? gate.labels(require_text.namedCommits(report)) : null, range === null ? null : gate.reword(require_repair.rewordable(report, metas), range)]);
	await require_manual.writeReport(io, report, targets, {
		metas,
		repair,
		subject: (id) => labels?.get(id)?.subject ?? null
	});
	return require_world.exitCode(report.verdict);
}
async function nameOf(words, world, manual) {
	const [, ...more] = words.positionals;
	const [number, file] = [words.one("number"), words.one("event")];
	const found = more[0];
	if (found !== void 0) throw require_cli_js.usage(manual, "check pr takes options alone.", {
		found,
		wanted: "--number N"
	});
	if (number === null === (file === null)) throw require_cli_js.usage(manual, "check pr needs to be told which one.", { wanted: "--number N, or --event FILE" });
	const ends = {
		base: words.one("base"),
		head: words.one("head")
	};
	if (file !== null) return {
		...ends,
		...await readEvent((0, node_path.resolve)(world.cwd, file))
	};
	return {
		...ends,
		number: numberOf(Number(number), number ?? ""),
		event: null
	};
}
function numberOf(number, found) {
	if (Number.isSafeInteger(number) && number > 0) return number;
	throw new require_fault.Fault("usage", "This is no number of a pull request.", {
		found,
		wanted: "1 or more"
	});
}
async function readEvent(file) {
	const { pull_request: pull, repository } = parsed(await textOf(file), file);
	const [sha, name] = [pull?.base?.sha, repository?.full_name];
	if (typeof pull?.number !== "number" || typeof sha !== "string" || typeof name !== "string") throw new require_fault.Fault("usage", "The event is not about a pull request.", {
		found: file,
		wanted: "the payload of a pull_request event, with its number, base and repository"
	});
	return {
		number: numberOf(pull.number, String(pull.number)),
		event: {
			base: sha,
			repository: name
		}
	};
}
async function textOf(file) {
	try {
		return await (0, node_fs_promises.readFile)(file, "utf8");
	} catch (cause) {
		throw new require_fault.Fault("usage", "The event's file can't be read.", {
			found: file,
			wanted: "a file",
			cause
		});
	}
}
function parsed(text, file) {
	try {
		return JSON.parse(text) ?? {};
	} catch (cause) {
		throw new require_fault.Fault("usage", "The event's file is no JSON.", {
			found: file,
			cause
		});
	}
}

exports.checkPr = checkPr;