"use strict";

const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_git = require("./git.js");
const require_named_ticket = require("./gather-named-ticket.js");
const require_upstream = require("./gather-upstream.js");
const require_desk = require("./satellite-desk.js");
const require_edit_file = require("./satellite-edit-file.js");
const require_upstream_value = require("./satellite-upstream-value.js");
const require_cli = require("./cli.js");
const require_cli_js = require("../cli.js");

// src/satellite/link-task.ts
const REFUSAL = {
	message: "A task follows a tracker's ticket, never another task.",
	fix: () => "golden-thread remote link --help"
};
/**
* Lets a task follow a ticket: in its `upstream`, by an address under `references`, and kept beside the repository. Without `force` no other
* link is replaced, and no second task is linked to the same ticket. Throws Fault("usage" | "absent" | "forbidden" | "storage").
*/
async function linkTask(world, { task, ref, force }) {
	const desk = await require_desk.openDesk(world);
	const one = require_desk.namedTask(desk, task);
	const { remote, id } = await require_named_ticket.namedTicket(desk.gate, ref, REFUSAL);
	if (!force) refuseOther(desk, one, {
		remote: remote.name,
		id
	});
	const { ticket, unasked } = await asked(desk, {
		remote,
		id
	});
	const url = ticket?.url ?? desk.ground.links.get(one.id)?.url ?? null;
	const isSame = one.link?.remote.name === remote.name && one.link.id === id;
	const said = {
		task: one.id,
		path: one.path,
		remote: remote.name,
		id,
		url,
		unasked
	};
	if (isSame && one.link?.from === "upstream" && desk.ground.links.get(one.id)?.id === id) return {
		...said,
		outcome: "already"
	};
	const origin = {
		provider: remote.kind,
		now: world.now()
	};
	const value = ticket === null ? {
		provider: remote.kind,
		id
	} : require_upstream_value.upstreamValue(ticket, origin);
	await require_edit_file.editFile(desk, one, [...isSame ? [] : withoutLink(desk, one), ...require_upstream_value.linkEdits({ url }, value)]);
	const base = isSame ? desk.ground.links.get(one.id)?.base ?? null : null;
	desk.ground.links.put({
		task: one.id,
		remote: remote.name,
		id,
		url,
		base
	});
	return {
		...said,
		outcome: "linked"
	};
}
function refuseOther({ all }, one, wanted) {
	const isWanted = (link) => link?.remote.name === wanted.remote && link.id === wanted.id;
	if (one.link !== null && !isWanted(one.link)) throw new require_git.Fault("usage", `${one.id} follows another ticket.`, {
		found: `${one.link.id} in ${one.path}`,
		wanted: `a task that follows no ticket, or ${wanted.id} already`,
		fix: `golden-thread remote unlink ${one.id}, or --force to replace the link`
	});
	const other = all.find(({ link, id, task }) => id !== one.id && task.kind !== "archived" && isWanted(link));
	if (other === void 0) return;
	throw new require_git.Fault("usage", "Another task follows this ticket.", {
		found: `${other.id} in ${other.path}`,
		wanted: "one task for each ticket",
		fix: `golden-thread remote unlink ${other.id}, or --force to have both`
	});
}
/** A link is local: where the tracker can't be asked, it is written all the same, and said so. */
async function asked(desk, { remote, id }) {
	try {
		const tracker = await desk.tracker(remote);
		return {
			ticket: require_named_ticket.foundTicket(remote.name, id, await tracker.one(id)),
			unasked: null
		};
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault && ["credentials", "unavailable"].includes(thrown.code))) throw thrown;
		return {
			ticket: null,
			unasked: thrown.message
		};
	}
}
/** Ends a task's link everywhere it stands. The ticket is not touched. */
async function unlinkTask(world, written) {
	const desk = await require_desk.openDesk(world);
	const one = require_desk.namedTask(desk, written);
	await require_edit_file.editFile(desk, one, withoutLink(desk, one));
	desk.ground.links.remove(one.id);
	return {
		task: one.id,
		path: one.path,
		id: one.link?.id ?? one.task.upstream?.id ?? null
	};
}
/** Every key that can hold a link, in all dialects. */
const KEYS = [
	"upstream",
	"jira_key",
	"jira_url",
	"jira_last_sync"
];
function withoutLink({ ground }, { link, task }) {
	const references = task.details?.references ?? [];
	const own = require_upstream.namedAddresses(references, ground).filter((one) => one.remote.name === link?.remote.name && one.id === link.id);
	const gone = /* @__PURE__ */ new Set([...own.map(({ url }) => url), link?.url ?? null]);
	const kept = references.filter((text) => !gone.has(text));
	const removals = KEYS.map((key) => ({
		kind: "remove",
		key
	}));
	if (kept.length === references.length) return removals;
	if (kept.length === 0) return [...removals, {
		kind: "remove",
		key: "references"
	}];
	return [...removals, {
		kind: "set",
		key: "references",
		value: kept
	}];
}

// src/cli/remote-link.ts
/** `remote link TASK TICKET`: lets a task that is there follow a ticket. */
async function remoteLink(words, [task, ref, ...more], io, world) {
	if (task === void 0 || ref === void 0 || more.length > 0) throw require_cli_js.usage({ name: "remote" }, "remote link takes a task and a ticket.", {
		found: [
			task,
			ref,
			...more
		].filter(Boolean).join(" ") || "none",
		wanted: "a task and a ticket, such as TASK-7 PROJ-42"
	});
	const linked = await linkTask(world, {
		task,
		ref,
		force: words.has("force")
	});
	io.stdout.write(words.has("json") ? `${require_escape.json({
		...require_cli.envelope("remote-link"),
		...linked
	})}\n` : linkedText(linked));
	return require_world.exitCode("pass");
}
function linkedText({ task, id, path, outcome, unasked }) {
	const head = outcome === "already" ? `${task} follows ${require_escape.terminal(id)} already: ${require_escape.terminal(path)}\n` : `${task} follows ${require_escape.terminal(id)} from now on: ${require_escape.terminal(path)}\n`;
	return unasked === null ? head : `${head}Nobody could say whether there is such a ticket. ${require_escape.terminal(unasked)}\n`;
}
/** `remote unlink TASK`: ends that. */
async function remoteUnlink(words, [task, ...more], io, world) {
	if (task === void 0 || more.length > 0) throw require_cli_js.usage({ name: "remote" }, "remote unlink takes one task.", {
		found: [task, ...more].filter(Boolean).join(" ") || "none",
		wanted: "a task, such as TASK-7"
	});
	const unlinked = await unlinkTask(world, task);
	io.stdout.write(words.has("json") ? `${require_escape.json({
		...require_cli.envelope("remote-unlink"),
		...unlinked
	})}\n` : unlinkedText(unlinked));
	return require_world.exitCode("pass");
}
function unlinkedText({ task, id, path }) {
	return id === null ? `${task} follows no ticket.\n` : `${task} no longer follows ${require_escape.terminal(id)}: ${require_escape.terminal(path)}\nThe ticket itself was not touched.\n`;
}

exports.remoteLink = remoteLink;
exports.remoteUnlink = remoteUnlink;