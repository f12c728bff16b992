"use strict";

const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_git = require("./git.js");
const require_named_ticket = require("./gather-named-ticket.js");
const require_work = require("./satellite-work.js");
const require_desk = require("./satellite-desk.js");
const require_found_work = require("./satellite-found-work.js");
const require_core = require("./core.js");
const require_safe_mode = require("./satellite-safe-mode.js");
const require_cli = require("./cli.js");
const require_remote_words = require("./cli-remote-words.js");
const require_remote = require("./cli-remote.js");

// src/satellite/next-state.ts
/** Trackers whose issues are open or closed, and nothing between. */
const WITHOUT_PROGRESS = ["github", "gitlab"];
/**
* Done once the work is merged, and in review while it is not: by the names under the remote's `status_map`, else by category. A ticket that
* is finished is never taken back.
*/
function nextState({ state }, { name, kind, settings }, work) {
	if (state.category === "done" || state.category === "canceled") return {
		target: null,
		why: `It is ${state.name} already.`
	};
	const map = mapOf(settings.status_map);
	const target = work === "merged" ? map.done?.[0] ?? "done" : reviewState(kind, map);
	if (target === null) return {
		target,
		why: `${name} has no state for review; name one under remotes.${name}.status_map.review.`
	};
	if (require_core.isWantedState(state, [target])) return {
		target: null,
		why: `It is ${state.name} already.`
	};
	if (work === "merged") return {
		target,
		why: "The work is merged."
	};
	return {
		target,
		why: map.review !== void 0 ? "The work waits for review." : `The work waits for review, and the policy names no state for that under remotes.${name}.status_map.review.`
	};
}
function reviewState(kind, { review, in_progress }) {
	return review?.[0] ?? in_progress?.[0] ?? (WITHOUT_PROGRESS.includes(kind) ? null : "in_progress");
}
/** The provider's schema has looked at it already. */
function mapOf(value) {
	if (typeof value !== "object" || value === null) return {};
	const names = (key) => {
		const found = Object.entries(value).find(([name]) => name === key)?.[1];
		return Array.isArray(found) ? found.map(String) : void 0;
	};
	const entries = [
		"review",
		"in_progress",
		"done"
	].flatMap((key) => {
		const found = names(key);
		return found === void 0 || found.length === 0 ? [] : [[key, found]];
	});
	return Object.fromEntries(entries);
}

// src/satellite/work-comment.ts
/** The comment that stands under a ticket: where the work is, how far it came, and by what spec. */
function workComment(task, work, spec) {
	const place = placeOf(work);
	const state = work.state === "merged" ? "merged" : "open for review";
	const what = spec === null ? null : `Spec: ${spec.path === null ? "in this ticket" : code(spec.path)}, SHA-256 ${spec.digest}`;
	const lines = [
		`${place.text}: ${state}.`,
		...what === null ? [] : [what],
		`Task: ${code(task)}`
	];
	const digest = spec === null ? [] : [spec.digest];
	return {
		text: lines.join("\n\n"),
		facts: [
			place.fact,
			`${state}.`,
			...digest
		]
	};
}
/**
* Whether a comment says so already. Trackers keep comments in formats of their own, so that what is read back differs in its signs, never in
* addresses and digests.
*/
function isTold(comment, { facts }) {
	const plain = comment.replaceAll("\\", "");
	return facts.every((fact) => plain.includes(fact));
}
function placeOf({ change, commit }) {
	if (change === null) return {
		text: `Commit ${commit}`,
		fact: commit
	};
	return {
		text: `Pull request [${change.number}](${change.url})`,
		fact: change.url
	};
}
/** A code span; a path may hold the sign that ends one. */
function code(text) {
	return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

// src/satellite/push.ts
/**
* Tells a task's ticket what was done for it, by one comment, and moves the ticket on. Twice is once. Throws Fault("usage") where no work is
* found, and whatever tracker and forge throw.
*/
async function pushTask(world, written, terms) {
	const desk = await require_desk.openDesk(world);
	const work = await require_work.namedWork(desk, written);
	const { link } = work;
	if (link === null) return {
		outcome: "refused",
		task: work.id,
		refusal: require_work.noUpstream(work)
	};
	const found = await require_found_work.findWork(desk, work, await desk.gate.forge());
	if (found === null) throw nothingFound(work, link);
	const { spec, refusal, warnings } = await require_work.committedSpec(desk, work, await seenCommit(desk, found), "refuse");
	if (refusal !== null) return {
		outcome: "refused",
		task: work.id,
		refusal
	};
	const tracker = await desk.tracker(link.remote);
	const ticket = require_named_ticket.foundTicket(link.remote.name, link.id, await tracker.one(link.id));
	const telling = {
		tracker,
		ticket,
		work,
		found,
		spec,
		writes: await require_safe_mode.safeWrites(desk.gate, world, terms),
		isDry: terms.dryRun
	};
	const comment = await tell(telling);
	const state = await move(telling, link.remote);
	const { remote, id, key, url } = ticket;
	return {
		outcome: "told",
		task: work.id,
		ticket: {
			remote,
			id,
			key,
			url
		},
		work: found,
		spec: spec === null ? null : {
			path: spec.path,
			digest: spec.digest
		},
		comment,
		state,
		warnings: [...warnings, ...openCriteria(work)]
	};
}
async function tell(telling) {
	const { tracker, ticket, work, found, spec, writes } = telling;
	const wanted = workComment(work.id, found, spec);
	const { account } = await tracker.identity();
	const before = (await tracker.comments(ticket.id)).find(({ by, text }) => by?.account === account && isTold(text, wanted));
	if (before !== void 0) return {
		part: "same",
		url: before.url
	};
	const mark = `thread-${work.id.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
	const write = {
		...planned(telling),
		operation: "comment",
		summary: found.change === null ? "say which commit did it" : `say what pull request ${found.change.number} is`,
		detail: wanted.text.split("\n")
	};
	const posted = await writes.perform(write, () => tracker.comment(ticket.id, wanted.text, mark));
	if (posted === null) return {
		part: telling.isDry ? "shown" : "declined",
		url: null
	};
	return {
		part: posted.changed ? "done" : "same",
		url: posted.url
	};
}
async function move(telling, remote) {
	const { tracker, ticket, found, writes, work } = telling;
	const from = ticket.state.name;
	const { target, why } = nextState(ticket, remote, found.state);
	if (target === null) return {
		part: "same",
		from,
		to: from,
		why
	};
	const write = {
		...planned(telling),
		operation: "state",
		summary: `move it from ${from} to ${target}`,
		detail: []
	};
	const act = async () => ({
		state: await tracker.setState(ticket.id, target),
		url: ticket.url
	});
	const moved = await writes.perform(write, act).catch((thrown) => {
		throw withWayOut(thrown, work);
	});
	if (moved === null) return {
		part: telling.isDry ? "shown" : "declined",
		from,
		to: target,
		why
	};
	return {
		part: "done",
		from,
		to: moved.state.name,
		why
	};
}
/** A transition may want what only a person can fill in. */
function withWayOut(thrown, { id }) {
	if (!(thrown instanceof require_git.Fault) || thrown.code !== "usage" || thrown.fix !== void 0) return thrown;
	const { code, message, found, wanted } = thrown;
	const fix = `golden-thread remote open ${id}, move it there by hand, then run the command again`;
	return new require_git.Fault(code, message, {
		found,
		wanted,
		fix,
		cause: thrown
	});
}
function planned({ ticket, work, found, spec }) {
	const metadata = {
		task: work.id,
		spec: spec?.digest ?? null,
		commit: found.commit,
		branch: found.branch
	};
	return {
		remote: ticket.remote,
		target: ticket.key,
		metadata
	};
}
/** The commit by whose tree the spec is told: that of the work, where this clone has it. */
async function seenCommit({ gate }, { commit }) {
	const args = [
		"cat-file",
		"-e",
		`${commit}^{commit}`
	];
	const { code } = await gate.repo.git.run(args, { codes: [
		0,
		1,
		128
	] });
	return code === 0 ? commit : "HEAD";
}
function nothingFound({ id }, { id: ticket }) {
	return new require_git.Fault("usage", `Nothing was found that was done for ${id}.`, {
		found: "no open pull request of this branch, and no commit that names it and was merged",
		wanted: `a pull request, or a commit in the default branch that names ${id} or ${ticket}`,
		fix: `golden-thread remote pr ${id}, or git fetch after the merge`
	});
}
function openCriteria({ id, task }) {
	const open = (task.ticket?.criteria ?? []).filter(({ done }) => !done).length;
	return open === 0 ? [] : [`${id} has ${open} acceptance ${open === 1 ? "criterion" : "criteria"} that nobody ticked.`];
}

// src/cli/remote-push.ts
/** `remote push`: a ticket hears what was done for it, and moves on. */
async function remotePush(words, rest, world) {
	const answer = await pushTask(world, require_remote_words.onlyOne("push", rest), require_remote.safeTerms(words, world));
	const { stdout } = world;
	stdout.write(words.has("json") ? `${require_escape.json({
		...require_cli.envelope("remote-push"),
		...answer
	})}\n` : require_remote_words.asText(linesOf(answer, stdout.color)));
	if (answer.outcome === "refused") return require_world.exitCode("fail");
	return require_world.exitCode([answer.comment.part, answer.state.part].includes("declined") ? "fail" : "pass");
}
function linesOf(answer, color) {
	if (answer.outcome === "refused") return require_remote_words.refusalLines(answer.refusal, color);
	const { ticket, work, comment, state, warnings } = answer;
	const { change, commit } = work;
	const what = change === null ? `commit ${commit}` : `pull request ${change.number} (${change.url})`;
	return [
		`${require_escape.terminal(ticket.key)}: ${require_escape.terminal(what)}, ${work.state}.`,
		`  comment: ${SAID[comment.part]}${comment.url === null ? "" : `  ${require_escape.terminal(comment.url)}`}`,
		`  state:   ${moved(state)} ${require_escape.terminal(state.why)}`,
		...require_remote_words.warningLines(warnings, color)
	];
}
const SAID = {
	done: "posted.",
	same: "it stands there already.",
	shown: "nothing was sent. Without --dry-run it is posted.",
	declined: "nothing was sent: somebody said no."
};
function moved({ part, from, to }) {
	switch (part) {
		case "done": return `${require_escape.terminal(from)} to ${require_escape.terminal(to)}.`;
		case "same": return `${require_escape.terminal(from)} stays.`;
		case "shown": return `${require_escape.terminal(from)} would become ${require_escape.terminal(to)}.`;
		case "declined": return `${require_escape.terminal(from)} stays, since somebody said no.`;
	}
}

exports.remotePush = remotePush;