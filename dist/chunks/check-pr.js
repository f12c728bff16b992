"use strict";

const require_git = require("./git.js");
const require_world = require("./world.js");
const require_core = require("./core.js");
const require_check = require("./check.js");
const require_history = require("./git-history.js");
const require_gather = require("./gather.js");
const require_raw_diff = require("./git-raw-diff.js");
const require_rules = require("./rules.js");
const require_gate = require("./gate.js");
const require_opening = require("./opening.js");
const require_law = require("./gate-law.js");
const require_forge = require("./connect-forge.js");
const require_merge_base = require("./git-merge-base.js");
const require_read_source = require("./policy-read-source.js");
const require_discover = require("./policy-discover.js");

// src/git/paths-between.ts
/** The paths in which two commits differ, by full id, as if the first became the second. */
async function pathsBetween({ git }, one, other) {
	const { stdout } = await git.run([
		"diff-tree",
		"-r",
		...require_raw_diff.RAW_DIFF,
		one,
		other,
		"--"
	]);
	return require_raw_diff.parseRawDiff(stdout);
}

// src/check-pr/broken-base.ts
/**
* Opens the gate of a base, by the built-in law where the files of the base make none. A door's own wishes break nothing: what is wrong with
* them alone is thrown as ever.
*/
async function openBase(open, files, now) {
	try {
		return {
			gate: await open({}),
			broken: null
		};
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault) || thrown.code !== "policy" || thrown.problems.length === 0) throw thrown;
		const gate = await open({ builtIn: true });
		const { problems } = await require_law.lawInFiles(gate.repo, gate.tree, {
			place: gate.law.place,
			...files
		}, now);
		if (problems.length === 0) throw thrown;
		return {
			gate,
			broken: thrown
		};
	}
}
/** Why the built-in law counts, as a notice. Throws the fault itself where the change touches anything but files of the law, or nobody can see what. */
async function builtInNotice(mending, isHere) {
	const { broken } = mending;
	if (!isHere || !await touchesLawAlone(mending)) throw broken;
	const [first] = broken.problems;
	return `built-in-law: ${first === void 0 ? broken.message : whereAndWhat(first)}`;
}
function whereAndWhat({ file, line, key, message }) {
	return `${file}:${line}: ${key === "" ? "" : `${key}: `}${message}`;
}
async function touchesLawAlone({ gate, broken, base, head, now, ...files }) {
	const { repo, law, treeAt } = gate;
	const parted = await require_merge_base.mergeBase(repo, base, head);
	if (parted === null) return false;
	const changed = await pathsBetween(repo, parted, head);
	const after = await require_law.lawInFiles(repo, await treeAt(head), {
		place: law.place,
		...files
	}, now);
	const ofLaw = /* @__PURE__ */ new Set([
		...require_discover.POLICY_FILES,
		law.waivers.file,
		...broken.problems.map(({ file }) => file),
		...after.law === null ? [] : [...after.law.sources, after.law.waivers.file]
	]);
	return changed.length > 0 && changed.every(({ path }) => ofLaw.has(path));
}

// src/check-pr/open.ts
/**
* Asks the forge for a pull request and opens the gate by the law of its base; a base whose law can't be used lets only those through who mend
* it, by the built-in law, and throws its Fault("policy") for all others. Throws Fault("unavailable") where anything of that
* can't be had here: nobody knows then whether it may be merged.
*/
async function openPullRequest(world, options, name) {
	const { home = null } = options;
	if (home !== null) return openAtHome(world, {
		...options,
		home
	}, name);
	const opener = await openerHere(world, options, name);
	const { place, open } = opener;
	const hint = await firstBase(place, name);
	const first = await open(hint);
	if (name.event !== null) await demandRepository(first.gate, name.event.repository);
	const found = await asked(await forgeOf(first), name.number);
	const base = name.base === null ? await baseOf(place, found) : hint ?? "";
	if (base === hint) return opened({
		...first,
		base,
		...found
	}, opener);
	const own = await open(base);
	const again = await asked(await forgeOf(own), name.number);
	if (await baseOf(place, again) === base) return opened({
		...own,
		base,
		...again
	}, opener);
	throw unknowable("Its base moved while it was asked for.", { found: base });
}
/** The repository as it is now. */
async function openerHere(world, options, name) {
	const opening = require_opening.startOpening(world, null);
	const { home, policyFile, trees } = options;
	const files = {
		...home === void 0 ? {} : { home },
		...policyFile === void 0 ? {} : { policyFile }
	};
	const now = world.now();
	const open = (policyRef) => {
		const asked = {
			haste: "command",
			...options,
			opening
		};
		const base = policyRef === null ? {} : { policyRef };
		return openBase((law) => require_gate.openGate(world, {
			...asked,
			...base,
			...law
		}), files, now);
	};
	return {
		name,
		place: {
			repo: await opening.repo,
			trees
		},
		files,
		now,
		open
	};
}
/** A law that can't be used may be why nobody knows the forge. */
async function forgeOf({ gate, broken }) {
	const forge = await gate.forge();
	if (forge === null && broken !== null) throw broken;
	return forge;
}
/** The runner says where the forge is, so only one law is ever opened: that of the base. The gate's own line to the forge stays unused. */
async function openAtHome(world, options, name) {
	const { home, haste = "command", bring } = options;
	if (name.event !== null) demandSame(home.repository, name.event.repository);
	const line = {
		env: world.env,
		lawIsTrusted: true,
		haste,
		home,
		commonDir: null,
		now: world.now
	};
	const found = await asked(await require_forge.dialHome(home, { remotes: [] }, line), name.number, AT_HOME);
	const { base: target, head, mergeCommit } = found.live;
	const wanted = [
		name.base ?? target.commit,
		name.head ?? head.commit,
		mergeCommit
	];
	await bring?.(wanted.flatMap((commit) => commit !== null && require_core.isObjectId(commit) ? [commit] : []));
	const opener = await openerHere(world, options, name);
	const { place, open } = opener;
	const base = name.base === null ? await baseOf(place, found) : await require_gate.commitNamed(place, name.base);
	return opened({
		...await open(base),
		base,
		...found
	}, opener);
}
/** What the forge is found by: never the law of the branch that is judged, as long as there is another. */
async function firstBase({ repo, trees }, { base, event }) {
	if (base !== null) return require_gate.commitNamed({
		repo,
		trees
	}, base);
	return (event === null ? null : await require_git.commitCalled(repo, event.base)) ?? await require_git.commitCalled(repo, "refs/remotes/origin/HEAD");
}
/** A number alone would name a pull request of whatever repository this is. */
async function demandRepository({ repo, law }, wanted) {
	const origin = await require_git.originUrl(repo);
	const here = origin === null ? null : require_forge.forgeSpot(origin, law.remotes);
	if (here !== null) demandSame(here.repository, wanted);
}
function demandSame(here, wanted) {
	if (here.toLowerCase() === wanted.toLowerCase()) return;
	throw new require_git.Fault("usage", "The event is one of another repository.", {
		found: wanted,
		wanted: here
	});
}
/** A runner's step has no terminal to check remotes at. */
const AT_HOME = "see that github-token is one of this job, with `permissions: { contents: read, pull-requests: read }`, and run the job again";
async function asked(forge, number, mend = "golden-thread remote check") {
	if (forge === null) throw unknowable("No forge can be asked here.", {
		wanted: "an origin on GitHub, GitLab or Azure Repos, and a token for it",
		fix: mend
	});
	try {
		return {
			forge,
			live: await forge.change(number)
		};
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault) || thrown.code === "absent" || thrown.code === "usage") throw thrown;
		const fix = thrown.fix ?? mend;
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
	const merged = mergeCommit === null ? null : await require_git.commitCalled(repo, mergeCommit);
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
async function opened({ broken, ...found }, { name, place, files, now }) {
	const { gate, live, base } = found;
	const head = name.head === null ? live.head.commit : await require_gate.commitNamed(place, name.head);
	const isHere = await reaches(gate.repo, base, head);
	const notices = [
		...gate.notices,
		...head === live.head.commit ? [] : [`head-moved: ${live.head.commit}`],
		...broken === null ? [] : [await builtInNotice({
			gate,
			broken,
			base,
			head,
			now,
			...files
		}, isHere)]
	];
	const label = `#${live.number}`;
	const range = isHere ? {
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
		notices,
		policyFiles: files,
		isBuiltIn: broken !== null,
		now
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
	return new require_git.Fault("unavailable", `Whether the pull request may be merged is not known. ${why}`, details);
}

// src/check-pr/two-policies.ts
/**
* Policies that stand side by side only once a head is merged: its own, and one that the base has got since they parted. `tree`: that of
* the head, whose commit is in the clone.
*/
async function twoPolicies({ repo, tree: base, treeAt }, ends, tree) {
	const parted = await require_merge_base.mergeBase(repo, ends.base, ends.head);
	if (parted === null || parted === ends.base) return [];
	const [before, mine, theirs] = await Promise.all([
		await treeAt(parted),
		tree,
		base
	].map((one) => policiesIn(one)));
	const has = (names, name) => names?.has(name) === true;
	const merged = require_discover.POLICY_FILES.filter((name) => has(before, name) ? has(mine, name) && has(theirs, name) : has(mine, name) || has(theirs, name));
	const [first, second] = merged;
	if (first === void 0 || second === void 0) return [];
	return [{
		file: merged.find((name) => has(mine, name)) ?? first,
		line: 1,
		column: 1,
		key: "",
		message: "once this is merged, two policies stand side by side",
		found: merged.join(" and "),
		wanted: "one of them"
	}];
}
/** The names of policies in a root. */
async function policiesIn(tree) {
	const usual = new Set(require_discover.POLICY_FILES);
	return new Set((await tree.list("")).map(({ path }) => path).filter((path) => usual.has(path)));
}

// src/check-pr/head-policy.ts
/** The law that merging would make, as evidence; null: policy and waivers stay as they are, or no rule asks. */
async function headPolicy(opened) {
	if (!require_core.isAnywhereOn(opened.gate.law, "policy-wellformed")) return null;
	try {
		return await told(opened);
	} catch (thrown) {
		if (thrown instanceof require_git.Fault && thrown.code !== "internal") return { status: "unknown" };
		throw thrown;
	}
}
async function told(opened) {
	const { gate, base, head, range, policyFiles, isBuiltIn, now } = opened;
	const tree = await gate.treeAt(head);
	if (!isBuiltIn && await isUntouched(opened, tree)) return null;
	const made = await require_law.lawInFiles(gate.repo, tree, {
		place: gate.law.place,
		...policyFiles
	}, now);
	const joined = range === null || made.problems.length > 0 ? [] : await twoPolicies(gate, {
		base,
		head
	}, tree);
	const isRemoved = gate.law.sources.length > 0 && made.law?.sources.length === 0;
	return {
		status: "read",
		problems: [
			...made.problems,
			...joined,
			...await lostBaseline(gate, tree, made)
		],
		isRemoved
	};
}
/** A head may be older than its base: then merging keeps what the base has, as long as the head did not touch it. */
async function isUntouched({ gate, base, head, range }, tree) {
	if (await isSameLaw(gate, gate.tree, tree)) return true;
	const parted = range === null ? null : await require_merge_base.mergeBase(gate.repo, base, head);
	return parted !== null && parted !== base && isSameLaw(gate, await gate.treeAt(parted), tree);
}
async function isSameLaw({ law }, one, other) {
	const roots = await Promise.all([policiesIn(one), policiesIn(other)]);
	const named = [...law.sources.filter((source) => !source.startsWith("github:")), law.waivers.file];
	const files = /* @__PURE__ */ new Set([...roots.flatMap((names) => [...names]), ...named]);
	for (const file of files) {
		const [mine, theirs] = await Promise.all([require_read_source.readSource(one, file), require_read_source.readSource(other, file)]);
		if (JSON.stringify(mine.problem) !== JSON.stringify(theirs.problem)) return false;
		if (Buffer.compare(mine.bytes ?? NOTHING$1, theirs.bytes ?? NOTHING$1) !== 0) return false;
		if (mine.bytes === null !== (theirs.bytes === null)) return false;
	}
	return true;
}
const NOTHING$1 = /* @__PURE__ */ new Uint8Array();
/** No range can be judged behind a commit that is nowhere; a shallow clone does not tell. */
async function lostBaseline({ repo, law: before }, tree, { law }) {
	const baseline = law?.baseline ?? null;
	if (law === null || baseline === null || baseline === before.baseline || repo.shallow) return [];
	if (repo.root === null || await require_git.commitCalled(repo, baseline) !== null) return [];
	const { file, line } = (await Promise.all(law.sources.map((file) => placeIn(tree, file, baseline)))).findLast(({ line }) => line > 0) ?? {
		file: law.sources.at(-1) ?? "",
		line: 1
	};
	return [{
		file,
		line,
		column: 1,
		key: "baseline.commit",
		message: "this is no commit of the repository",
		found: baseline,
		wanted: "a commit that is here"
	}];
}
/** Line 0: it is not there. */
async function placeIn(tree, file, text) {
	return {
		file,
		line: Buffer.from(await tree.read(file) ?? NOTHING$1).toString("utf8").toLowerCase().split("\n").findIndex((one) => one.includes(text)) + 1
	};
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
		alone: only === void 0 ? null : partsOf(only).body,
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
/** `alone`: what a single commit says below its title; null: there are several. Null: the setting is none that is known. */
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
	const [first, ...others] = [...new Set(commits.map(({ author }) => require_core.authorKey(author)))];
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
	const isAsked = require_core.isAnywhereOn(gate.law, require_rules.referenceRequired.meta.id);
	const isExempt = whole.facts.length > 0 && whole.facts.every(({ exempt }) => exempt !== null);
	if (!isAsked || isExempt || live.state !== "open") return NOTHING;
	try {
		return await answer(mergeable);
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault) || thrown.code === "internal") throw thrown;
		if (UNTOLD.has(thrown.code)) return {
			findings: [],
			notices: [`merging-untold: ${thrown.message}`]
		};
		return {
			findings: found(mergeable, {
				status: "unknown",
				detail: thrown.message
			}),
			notices: []
		};
	}
}
const UNTOLD = /* @__PURE__ */ new Set([
	"forbidden",
	"credentials",
	"usage"
]);
async function answer(mergeable) {
	const { gate, forge, live } = mergeable;
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
	return {
		findings: found(mergeable, resultOf(gate, squash, {
			live,
			merging
		})),
		notices: []
	};
}
function found({ gate, whole }, merge) {
	return require_check.evaluate({
		...whole,
		merges: [merge]
	}, gate.law, [require_rules.referenceRequired]);
}
/** The pull request's own number is appended by the forge, and is no ticket. */
function resultOf({ reader }, { method, message, setting }, { live, merging }) {
	const text = message.replace(` (#${live.number})`, "");
	return {
		status: "told",
		method,
		setting,
		isOnly: merging.methods?.length === 1,
		references: require_gather.messageReferences(reader, text, 0)
	};
}

// src/check-pr/told.ts
/** Evidence about a pull request whose commits only its forge can tell: no paths, and nothing that git alone confirms. */
async function toldEvidence(gate, change, around) {
	const { law, reader, waivers, at } = gate;
	const { commits } = change;
	const references = [...commits.flatMap(({ message }, index) => require_gather.messageReferences(reader, message, index)), ...around];
	const ask = (wanted) => require_history.lookUp(law, gate.anew, wanted);
	const lookups = await require_check.withUpstreams(law, await require_check.withParents(law, await ask(references), ask), ask);
	const isAsked = require_core.asksForAuthors(law, {
		change: "commits",
		lookups
	});
	const authors = commits.flatMap(require_core.makersOf);
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
			author: (index) => require_core.authorKey(commits[index]?.author ?? {
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
	return remote === null ? [] : [require_core.lookupKey(remote, id)];
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
	if (!require_core.isAnywhereOn(law, "change-size")) return /* @__PURE__ */ new Map();
	const ids = Array.from(table.flags.subarray(0, table.count)).flatMap((flags, index) => (flags & require_check.FLAG.merge) === 0 ? [] : [require_check.idAt(table, index)]);
	return ids.length === 0 ? /* @__PURE__ */ new Map() : (await confirm(ids)).facts;
}
function factsOf(law, table, index, merges) {
	const { paths } = require_check.commitAt(table, index);
	const scoped = paths !== null && paths.length > 0 && require_core.scopesOf(law)(paths.map(({ path }) => path)).exempt;
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
async function judgeRange(opened, progress) {
	const { gate, forge, live, base, head, range, notices } = opened;
	const change = changeOf(live, {
		base,
		head
	});
	const request = {
		range: `#${live.number}`,
		...range,
		ref: `refs/heads/${live.head.branch}`,
		around: require_gather.pullRequestReferences(gate.reader, live),
		...progress ? { progress } : {}
	};
	const part = (evidence) => require_check.evaluate(partOf(evidence, change), gate.law, ofCommits);
	const history = await require_check.historyCase({
		...gate,
		sources: gate.anew
	}, request, part);
	const { beforeBaseline, subject } = history;
	const judged = await require_check.judgeHistory(history);
	const whole = await withTrees(opened, await wholeEvidence(history, {
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
async function judgeTold(opened) {
	const { gate, forge, live, base, head, notices } = opened;
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
	const around = [...require_gather.branchReferences(gate.reader, live.head.branch), ...require_gather.pullRequestReferences(gate.reader, live)];
	const evidence = {
		...await withTrees(opened, await toldEvidence(gate, change, around), await treeTold(gate, head)),
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
		if (thrown instanceof require_git.Fault) return null;
		throw thrown;
	}
}
/** With what the head's own tree has to say: the law as it would be, and specs. `head`: null: its tree is not told. */
async function withTrees(opened, evidence, head) {
	const { gate, forge } = opened;
	const law = await headPolicy(opened);
	const told = law === null ? evidence : {
		...evidence,
		headPolicy: law
	};
	if (!asksForSpecs(gate.law)) return told;
	const { specEvidence } = await Promise.resolve().then(() => require("./check-pr-specs.js"));
	return {
		...told,
		...await specEvidence(gate, evidence, {
			head,
			limit: forge.limits.body
		})
	};
}
/** Whether anybody asks for specs. */
function asksForSpecs(law) {
	const asking = require_rules.rules.filter(({ meta }) => meta.needs.includes("specs"));
	return law.spec.required && asking.some(({ meta }) => require_core.isAnywhereOn(law, meta.id));
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