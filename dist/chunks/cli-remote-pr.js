"use strict";

const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_paint = require("./reports-paint.js");
const require_forge = require("./connect-forge.js");
const require_git = require("./git.js");
const require_recent_messages = require("./git-recent-messages.js");
const require_text = require("./providers-text.js");
const require_neutral = require("./specs-neutral.js");
const require_work = require("./satellite-work.js");
const require_desk = require("./satellite-desk.js");
const require_core = require("./core.js");
const require_gather = require("./gather.js");
const require_weigh_claim = require("./specs-weigh-claim.js");
const require_safe_mode = require("./satellite-safe-mode.js");
const require_history = require("./git-history.js");
const require_cli = require("./cli.js");
const require_remote_words = require("./cli-remote-words.js");
const require_remote = require("./cli-remote.js");

// src/satellite/pr-body.ts
/** The body of a pull request with the task's spec in it. `before`: what stands there; null: it is to be opened. */
function wantedBody(before, ground) {
	const body = before ?? newBody(ground);
	const { spec, forge, law, weighed, work } = ground;
	if (spec === null) return {
		ok: true,
		body,
		isShortened: false
	};
	const { link } = work;
	const ticket = link === null ? null : {
		remote: link.remote.name,
		id: link.id,
		url: link.url
	};
	const part = {
		spec: {
			...spec,
			...ticket,
			key: keyOf(ground)
		},
		kind: link?.remote.kind ?? "markdown",
		closes: link !== null,
		facts: weighed.facts
	};
	const terms = {
		forge: forge.kind,
		repository: forge.repository,
		limit: forge.limits.body,
		disclose: law.disclose === "auto" ? "title" : law.disclose
	};
	const { put, isShortened } = require_weigh_claim.bodyWithBlock(body, [part], terms);
	if (put === null) return {
		ok: false,
		problem: null
	};
	if (!put.ok) return put;
	return {
		ok: true,
		body: before !== null && isSame(before, put.body) ? before : put.body,
		isShortened
	};
}
/** A new body names the ticket itself where the branch does not: what stands in the block is no reference. */
function newBody(ground) {
	const { reader, branch, law, spec, work } = ground;
	const { link } = work;
	const key = keyOf(ground);
	const line = require_gather.branchReferences(reader, branch).some(({ id }) => id === link?.id || id === work.id) ? "" : `${law.sections.references.trailer}: ${key}\n\n`;
	if (spec !== null || link === null) return line;
	const { kind } = link.remote;
	return `${line}${require_weigh_claim.ticketLine({
		kind,
		id: link.id,
		key,
		url: link.url
	}, true, {
		forge: ground.forge.kind,
		repository: ground.forge.repository
	})}\n`;
}
function keyOf({ work: { id, link }, weighed }) {
	return link === null ? id : weighed.ticket?.key ?? require_core.writtenId(link.remote.grammar, link.id);
}
/** A ticket moves on while its pull request is open: its state alone is no reason to write the block anew. */
function isSame(before, after) {
	const [one, other] = [require_neutral.readBlock(before), require_neutral.readBlock(after)];
	if (one.status !== "found" || other.status !== "found" || !one.isIntact) return false;
	const outside = (text, { start, end }) => text.slice(0, start) + text.slice(end);
	return stateless(one.inner) === stateless(other.inner) && outside(before, one) === outside(after, other);
}
/** The footer's rows begin with what the ticket is worth, and its state in parentheses. */
function stateless(inner) {
	return inner.replace(/^(\| (?:not )?(?:authorised|known)) \\?\(.*?\\?\) \|/gm, "$1 |");
}

// src/satellite/pr-branch.ts
/**
* Sees to it that the other side has the branch as it is here; offers to push it at a terminal, and pushes it where that was said. Throws
* Fault("usage") where nobody said so, and where the other side has something else.
*/
async function bringPushed(repo, place, { push, yes, interactive, dryRun, writes, planned }) {
	const { branch, oid, remote } = place;
	if (remote === null) throw new require_git.Fault("usage", "There is no remote to push to.", {
		wanted: "origin",
		fix: "git remote add origin URL"
	});
	const there = {
		...place,
		remote
	};
	const state = await require_recent_messages.pushedState(repo, there);
	if (state === "same") return "there";
	if (state === "other") throw new require_git.Fault("usage", `${remote} has other commits on ${branch} than this clone.`, {
		found: oid,
		wanted: "a branch that goes on from what is there",
		fix: `git pull --rebase ${remote} ${branch}`
	});
	if (!dryRun && !push && (yes || !interactive)) throw new require_git.Fault("usage", `${branch} is not pushed${state === "behind" ? " to its tip" : ""}.`, {
		found: state === "absent" ? `no ${branch} on ${remote}` : `an older ${branch} on ${remote}`,
		wanted: "--push, or a branch that is pushed",
		fix: `git push --set-upstream ${remote} ${branch}`
	});
	const write = {
		...planned,
		operation: "push",
		summary: `push it to ${remote}`,
		detail: []
	};
	return await writes.perform(write, async () => {
		await require_recent_messages.pushBranch(repo, there);
		return { url: null };
	}) === null && !dryRun ? "declined" : "there";
}

// src/git/read-commit.ts
/** One commit, with its changed paths if they are asked for. Throws Fault("repository") for an unknown revision. */
async function readCommit(repo, rev, options) {
	const only = `${await require_git.resolveCommit(repo, rev)}^!`;
	const found = [];
	if (options.paths) await require_history.walkPaths(repo, [only], (raw, paths) => found.push({
		...require_git.toCommit(raw),
		paths
	}));
	else await require_history.walkCommits(repo, [only], (raw) => found.push(require_git.toCommit(raw)));
	const [commit] = found;
	if (commit === void 0) throw require_git.brokeOff();
	return commit;
}

// src/satellite/thread-facts.ts
/** Asks for a ticket as a verdict does, and says what it is worth for the work that ends in a commit. */
async function weighTicket(gate, { remote, id }, commit) {
	const evidence = evidenceOf(gate, await require_history.lookUp(gate.law, gate.anew, [{
		remote,
		id
	}]), [await readCommit(gate.repo, commit, { paths: false })]);
	const grammar = gate.law.remotes.find(({ name }) => name === remote)?.grammar ?? "tasks";
	const claim = {
		key: require_core.lookupKey(remote, id),
		remote,
		id,
		written: require_core.writtenId(grammar, id),
		place: "title",
		inherited: false,
		excused: false
	};
	return require_weigh_claim.weighClaim(claim, evidence, require_core.termsFrom(gate.law.sections));
}
function evidenceOf({ at }, lookups, commits) {
	return {
		change: {
			kind: "commits",
			commits,
			ref: null,
			complete: true
		},
		at,
		references: [],
		lookups,
		facts: [],
		tasks: [],
		waivers: [],
		globs: {},
		lawPaths: [],
		defaultBranches: []
	};
}

// src/satellite/pr.ts
/** GitHub and GitLab take no longer titles (256 and 255 characters). */
const LONGEST_TITLE = 250;
/**
* Opens the pull request of the branch that is checked out, or brings the one that is there up to date: the task's title, and its spec in a
* block of the body. Twice is once. Throws Fault("usage") for a branch that none can come from, and what git and the forge throw.
*/
async function proposeTask(world, written, options, terms) {
	const desk = await require_desk.openDesk(world);
	const work = await require_work.namedWork(desk, written);
	if (work.link === null && require_work.wantsUpstream(desk.gate.law)) return {
		outcome: "refused",
		task: work.id,
		refusal: require_work.noUpstream(work)
	};
	const place = await ownBranch(desk, work);
	const spot = await forgeOf(desk);
	const live = await openChange(spot.forge, place, options.base);
	const told = {
		task: work.id,
		branch: place.branch,
		number: live?.number ?? null,
		url: live?.url ?? null
	};
	const base = live?.base.branch ?? options.base ?? await usualBase(desk, place);
	const merged = live === null ? await mergedAs(desk, spot.forge, place, base) : null;
	if (merged !== null) return {
		...told,
		outcome: "merged",
		number: merged.number,
		url: merged.url,
		spec: null,
		warnings: []
	};
	const { spec, refusal, warnings } = await require_work.committedSpec(desk, work, place.oid, "warn");
	if (refusal !== null) return {
		outcome: "refused",
		task: work.id,
		refusal
	};
	const { law, reader } = desk.gate;
	const asked = {
		remote: work.link?.remote.name ?? work.task.ticket?.remote ?? "",
		id: work.link?.id ?? work.id
	};
	const ground = {
		work,
		weighed: await weighTicket(desk.gate, asked, place.oid),
		spec: law.spec.inject ? spec : null,
		branch: place.branch,
		forge: {
			kind: spot.kind,
			repository: spot.repository,
			limits: spot.forge.limits
		},
		law,
		reader
	};
	const wanted = wantedBody(live?.body ?? null, ground);
	if (!wanted.ok) throw bodyFault(live, wanted.problem);
	const plan = {
		...wanted,
		place,
		live,
		base,
		work,
		options,
		digest: spec?.digest ?? null
	};
	const writes = await require_safe_mode.safeWrites(desk.gate, world, terms);
	const outcome = await bringPushed(desk.gate.repo, place, {
		...options,
		...terms,
		writes,
		planned: planned(plan, spot.forge)
	}) === "declined" ? "declined" : await bring(spot.forge, plan, writes, terms.dryRun);
	const short = wanted.isShortened ? ["The spec is longer than the forge takes: the body has its beginning, its digest and its place."] : [];
	const shownSpec = spec === null ? null : {
		path: spec.path,
		digest: spec.digest
	};
	const answer = typeof outcome === "string" ? { outcome } : outcome;
	return {
		...told,
		spec: shownSpec,
		warnings: [...warnings, ...short],
		...answer
	};
}
async function bring(forge, plan, writes, isDry) {
	const { live, body, place, base, options } = plan;
	const title = titleOf(plan);
	if (live !== null && live.title === title && live.body === body) return "same";
	const write = {
		...planned(plan, forge),
		operation: "pull-request",
		summary: live === null ? `open a pull request into ${base}` : `bring pull request ${live.number} up to date`,
		detail: [
			title,
			"",
			...body.split(/\r?\n/)
		]
	};
	const done = await writes.perform(write, async () => {
		if (live !== null && live.title === title) {
			await forge.setBody(live.number, body, { expected: live.body });
			return {
				number: live.number,
				url: live.url,
				created: false
			};
		}
		await demandSame(forge, plan);
		const head = {
			branch: place.branch,
			repository: null
		};
		return forge.upsert({
			head,
			base,
			title,
			body,
			draft: options.draft
		});
	});
	if (done === null) return isDry ? "shown" : "declined";
	return {
		outcome: done.created ? "created" : "updated",
		number: done.number,
		url: done.url
	};
}
/** Whoever is asked may take minutes to answer, and what others write meanwhile is not written over. */
async function demandSame(forge, { live, place, base }) {
	const now = await openChange(forge, place, base);
	if (now?.number === live?.number && now?.title === live?.title && now?.body === live?.body) return;
	throw new require_git.Fault("usage", "The pull request was opened or changed by somebody else meanwhile.", {
		found: now === null ? `none from ${place.branch} into ${base}` : `pull request ${now.number}`,
		wanted: "what was read before, so nothing was written",
		fix: "run the command again"
	});
}
function titleOf({ live, work, options }) {
	if (live !== null && options.title === null) return live.title;
	const title = options.title ?? require_neutral.inertTitle(work.task.ticket?.title ?? "");
	const line = require_text.cleanLine(title).slice(0, LONGEST_TITLE);
	return line === "" ? work.id : line;
}
function planned({ place, work, digest }, { remote }) {
	const metadata = {
		task: work.id,
		spec: digest,
		commit: place.oid,
		branch: place.branch
	};
	return {
		remote,
		target: place.branch,
		metadata
	};
}
async function ownBranch({ gate }, { id }) {
	const place = await require_recent_messages.branchPlace(gate.repo);
	const isDefault = place !== null && (await gate.defaultBranches()).includes(place.branch);
	if (place !== null && !isDefault) return place;
	throw new require_git.Fault("usage", "A pull request comes from a branch of its own.", {
		found: place === null ? "no branch is checked out, or it has no commit" : `${place.branch}, the default branch`,
		wanted: "a branch with the work of the task",
		fix: `git switch --create ${id.toLowerCase()}`
	});
}
async function forgeOf({ gate }) {
	const origin = await require_git.originUrl(gate.repo);
	const spot = origin === null ? null : require_forge.forgeSpot(origin, gate.law.remotes);
	const forge = spot === null ? null : await gate.forge();
	if (spot !== null && forge !== null) return {
		forge,
		kind: spot.kind,
		repository: spot.repository
	};
	throw new require_git.Fault("credentials", "No forge can be asked for this repository. Everything local works without.", {
		found: spot === null ? origin ?? "no remote called origin" : `no token for ${spot.remote.name}`,
		wanted: "a repository of GitHub, GitLab or Azure Repos, and a token for it",
		fix: "golden-thread remote check"
	});
}
async function openChange(forge, { branch }, base) {
	const number = await forge.forBranch({
		branch,
		repository: null
	}, base ?? void 0);
	return number === null ? null : forge.change(number);
}
async function usualBase({ gate }, { remote }) {
	const names = await gate.defaultBranches();
	const refs = names.flatMap((name) => [`refs/remotes/${remote}/${name}`, `refs/heads/${name}`]);
	const there = await require_recent_messages.existingRefs(gate.repo, refs);
	const known = names.find((name) => there.some((ref) => ref.endsWith(`/${name}`)));
	if (known !== void 0) return known;
	throw new require_git.Fault("usage", "Nobody can tell which branch this is for.", {
		found: `none of ${names.join(", ")}`,
		wanted: "--base BRANCH",
		fix: "golden-thread remote --help"
	});
}
/** The pull request by which a branch was merged that has nothing new since. */
async function mergedAs({ gate }, forge, { branch, oid, remote }, base) {
	const arrival = (await forge.arrivals([oid])).get(oid);
	const change = arrival === void 0 ? null : await forge.change(arrival.number);
	if (change?.head.branch === branch && !change.head.isFork) return change;
	const refs = await require_recent_messages.existingRefs(gate.repo, [`refs/remotes/${remote}/${base}`, `refs/heads/${base}`]);
	if (refs.length === 0 || await require_recent_messages.commitsBeyond(gate.repo, oid, refs) > 0) return null;
	throw new require_git.Fault("usage", `${branch} has no commit that ${base} does not have.`, {
		found: oid,
		wanted: "at least one commit to propose",
		fix: "git commit"
	});
}
function bodyFault(live, problem) {
	const place = live === null ? "the new body" : `the body of pull request ${live.number}`;
	if (problem === null) return new require_git.Fault("usage", "The spec does not fit into the pull request, not even in short.", {
		found: place,
		wanted: "a body with room for a few lines",
		fix: "shorten what people wrote there"
	});
	return new require_git.Fault("usage", "Nobody can tell where the spec belongs in the pull request, so nothing was written.", {
		found: `${problem.code} markers of golden-thread in line ${problem.line} of ${place}`,
		wanted: "one golden-thread:spec:begin with its golden-thread:spec:end, or none",
		fix: "remove the markers there by hand, then run the command again"
	});
}

// src/cli/remote-pr.ts
/** `remote pr`: the pull request of this branch says what its task says. */
async function remotePr(words, rest, world) {
	const task = require_remote_words.onlyOne("pr", rest);
	const options = {
		base: words.one("base"),
		draft: words.has("draft"),
		title: words.one("title"),
		push: words.has("push")
	};
	const answer = await proposeTask(world, task, options, require_remote.safeTerms(words, world));
	const { stdout } = world;
	stdout.write(words.has("json") ? `${require_escape.json({
		...require_cli.envelope("remote-pr"),
		...answer
	})}\n` : require_remote_words.asText(linesOf(answer, stdout.color)));
	return require_world.exitCode(answer.outcome === "refused" || answer.outcome === "declined" ? "fail" : "pass");
}
function linesOf(answer, color) {
	const paint = require_paint.painter(color);
	if (answer.outcome === "refused") return require_remote_words.refusalLines(answer.refusal, color);
	const { branch, number, url, spec, warnings } = answer;
	const where = url === null ? "" : `  ${require_escape.terminal(url)}`;
	const what = spec === null ? [] : [paint.dim(`  spec ${require_escape.terminal(spec.path ?? "in the ticket")}, SHA-256 ${spec.digest}`)];
	return [
		`${SAID[answer.outcome](require_escape.terminal(branch), number)}${where}`,
		...what,
		...require_remote_words.warningLines(warnings, color)
	];
}
const SAID = {
	created: (branch, number) => `Pull request ${number} of ${branch} is open.`,
	updated: (branch, number) => `Pull request ${number} of ${branch} is up to date.`,
	same: (branch, number) => `Pull request ${number} of ${branch} says all of it already: nothing to do.`,
	merged: (branch, number) => `${branch} was merged as pull request ${number}: nothing to do.`,
	shown: () => "Nothing was sent. Without --dry-run this is.",
	declined: () => "Nothing was sent: somebody said no."
};

exports.remotePr = remotePr;