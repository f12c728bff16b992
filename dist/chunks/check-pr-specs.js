"use strict";

const require_core = require("./core.js");
const require_upstream = require("./gather-upstream.js");
const require_compare_block = require("./specs-compare-block.js");
const require_resolve = require("./specs-resolve.js");

// src/check-pr/specs.ts
/**
* The specs of all tickets that a pull request names, as its head has them, what its description shows of them, and what the trusted tree
* and the tickets say was approved. `head`: null: this clone does not have it. `limit`: most UTF-16 units of a description.
*/
async function specEvidence(gate, evidence, { head, limit }) {
	const { law, reader } = gate;
	const named = namedTickets(evidence);
	const tasksIn = (tasks) => tasksOf(tasks, named, require_upstream.follower(law, reader));
	const [specs, trusted] = await Promise.all([head === null ? unknowable(named) : specsAt(gate, named, head, tasksIn), gate.tasks().then(tasksIn)]);
	const { change } = evidence;
	const room = {
		limit,
		disclose: law.disclose
	};
	return {
		specs,
		...law.spec.inject && change.kind === "pull-request" ? { specBlock: require_compare_block.blockOf(change.body, specs, room) } : {},
		approvedSpecs: approvedOf(named, trusted, specs)
	};
}
function namedTickets({ references, facts, lookups }) {
	const inherited = facts.flatMap(({ inherits }) => inherits?.references ?? []);
	return require_core.claimsAmong([...require_core.inTextOrder(references), ...inherited], [
		"subject",
		"body",
		"trailer",
		"branch",
		"title"
	]).map(({ key }) => {
		const lookup = lookups[key];
		return {
			at: key,
			ticket: lookup?.status === "found" || lookup?.status === "claimed" ? lookup.ticket : null
		};
	});
}
/** The files that are these tickets, or follow them. */
async function tasksOf(tasks, named, follow) {
	const found = new Map(named.map(({ at }) => [at, []]));
	if (found.size === 0) return found;
	for await (const task of tasks.each()) {
		const own = task.ticket === null ? null : require_core.lookupKey(task.ticket.remote, task.ticket.id);
		const followed = follow(task);
		const other = followed?.remote == null ? null : require_core.lookupKey(followed.remote, followed.id);
		for (const at of /* @__PURE__ */ new Set([own, other])) found.get(at ?? "")?.push(task);
	}
	return found;
}
async function specsAt({ law, treeAt, tasksAt }, named, head, tasksIn) {
	const [tree, tasks] = await Promise.all([treeAt(head), tasksAt(head)]);
	const files = await tasksIn(tasks);
	const { sources, paths } = law.spec;
	const ground = {
		tree,
		sources,
		paths,
		documents: require_core.once(() => require_resolve.specDocuments(tree, tasks.backlogs))
	};
	const answers = named.map(async ({ at, ticket }) => {
		if (ticket === null) return [at, { status: "none" }];
		const description = ticket.path === null ? ticket.description : null;
		return [at, await require_resolve.resolveSpec({
			ticket,
			tasks: files.get(at) ?? [],
			description
		}, ground)];
	});
	return Object.fromEntries(await Promise.all(answers));
}
function unknowable(named) {
	const answer = {
		status: "unknown",
		detail: "the pull request's head is not in this clone"
	};
	return Object.fromEntries(named.map(({ at }) => [at, answer]));
}
function approvedOf(named, trusted, specs) {
	return Object.fromEntries(named.flatMap(({ at, ticket }) => {
		const tasks = byTasks(trusted.get(at) ?? []);
		const answer = specs[at];
		const isDescription = answer?.status === "found" && answer.spec.source === "upstream";
		const approved = tasks.length === 0 && isDescription ? byComment(ticket) : tasks;
		return approved.length === 0 ? [] : [[at, approved]];
	}));
}
/** Every approval of work that is not done yet; only where there is none, those of finished work, whose spec may have gone on since. */
function byTasks(tasks) {
	const open = tasks.filter(({ kind }) => kind === "active" || kind === "draft").flatMap(byTask);
	return open.length > 0 ? open : tasks.flatMap(byTask);
}
function byTask({ compliance, spec }) {
	const by = compliance?.approvedBy.join(", ") ?? "";
	const digest = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(spec?.checksum ?? "")?.[1]?.toLowerCase() ?? null;
	return by === "" ? [] : [{
		kind: "digest",
		by,
		digest
	}];
}
/** The last approval counts; the one before it was of an older text. */
function byComment(ticket) {
	const last = ticket?.approvals?.findLast(({ of }) => of.kind === "comment");
	if (last?.of.kind !== "comment" || ticket?.snapshot === void 0) return [];
	const isSame = last.of.snapshot.description === ticket.snapshot.description;
	return [{
		kind: "description",
		by: last.by.name,
		isSame
	}];
}

exports.specEvidence = specEvidence;