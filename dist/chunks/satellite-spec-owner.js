"use strict";

const require_git = require("./git.js");
const require_core = require("./core.js");
const require_id = require("./tasks-id.js");
const require_named_ticket = require("./gather-named-ticket.js");
const require_resolve = require("./specs-resolve.js");
const require_desk = require("./satellite-desk.js");

// src/satellite/spec-of.ts
/**
* The spec of a task or ticket as a tree has it, by the law's sources in their order. Its tracker is asked only where it comes to that; one
* that gives no answer leaves it unknown.
*/
async function specOf({ gate, tasks }, owner, tree) {
	const { sources, paths } = gate.law.spec;
	const documents = require_core.once(() => require_resolve.specDocuments(tree, tasks.backlogs));
	const { ticket } = owner;
	const files = owner.tasks.map(({ task }) => task);
	const by = (some, description) => require_resolve.resolveSpec({
		ticket,
		tasks: files,
		description
	}, {
		tree,
		sources: some,
		paths,
		documents
	});
	const at = sources.indexOf("upstream");
	if (at === -1 || owner.upstream === null) return by(sources, null);
	const nearer = await by(sources.slice(0, at), null);
	if (nearer.status !== "none") return nearer;
	try {
		return await by(sources.slice(at), (await owner.told())?.description ?? null);
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault)) throw thrown;
		const { message, found, fix } = thrown;
		return {
			status: "unknown",
			detail: [
				message,
				found,
				fix
			].filter((text) => text !== void 0).join(" ")
		};
	}
}

// src/satellite/spec-owner.ts
/** What somebody names in a command: a task of the repository, or a ticket. Throws Fault("usage") where it is neither. */
async function namedOwner(desk, written) {
	const id = require_id.canonicalTaskId(written);
	if (desk.all.some((one) => one.id === id)) return taskOwner(desk, require_desk.namedTask(desk, written));
	const { remote, id: ticket } = await require_named_ticket.namedTicket(desk.gate, written, NO_TASK);
	const tasks = desk.all.filter(({ link }) => link?.remote.name === remote.name && link.id === ticket);
	const told = require_core.once(async () => require_named_ticket.foundTicket(remote.name, ticket, await (await desk.tracker(remote)).one(ticket)));
	const key = require_core.writtenId(remote.grammar, ticket);
	const [first] = tasks;
	return {
		ticket: {
			remote: remote.name,
			id: ticket,
			key,
			url: first?.link?.url ?? null,
			title: first?.task.ticket?.title ?? ""
		},
		tasks,
		upstream: {
			remote,
			id: ticket
		},
		told,
		kind: async () => (await told()).type?.category ?? null
	};
}
const NO_TASK = {
	message: "There is no such task here.",
	fix: () => "golden-thread spec check"
};
/** A task with what it follows. */
function taskOwner(desk, work) {
	const { task, link, id } = work;
	const told = require_core.once(async () => link === null ? null : require_named_ticket.foundTicket(link.remote.name, link.id, await (await desk.tracker(link.remote)).one(link.id)));
	return {
		ticket: task.ticket ?? {
			remote: "",
			id,
			key: id,
			title: "",
			url: null
		},
		tasks: [work],
		upstream: link,
		told,
		kind: async () => task.ticket?.type?.category ?? null
	};
}
/** The same owner with its task files as another tree has them. */
function ownerIn(owner, { all }) {
	const { ticket, upstream, tasks } = owner;
	const isTask = tasks.some(({ id }) => id === ticket.id);
	const own = all.filter(({ id, link }) => isTask ? id === ticket.id : link?.remote.name === upstream?.remote.name && link?.id === upstream?.id);
	return {
		...owner,
		tasks: own
	};
}

Object.defineProperty(exports, "namedOwner", {
  enumerable: true,
  get: function () {
    return namedOwner;
  }
});
Object.defineProperty(exports, "ownerIn", {
  enumerable: true,
  get: function () {
    return ownerIn;
  }
});
Object.defineProperty(exports, "specOf", {
  enumerable: true,
  get: function () {
    return specOf;
  }
});
Object.defineProperty(exports, "taskOwner", {
  enumerable: true,
  get: function () {
    return taskOwner;
  }
});