"use strict";

const require_git = require("./git.js");
const require_core = require("./core.js");
const require_gather = require("./gather.js");

// src/gather/found-ticket.ts
/** The ticket of an answer, for a command that can do nothing without it. Throws Fault("absent" | "forbidden" | "credentials" | "unavailable"). */
function foundTicket(remote, id, lookup = require_core.SILENT) {
	const fix = `golden-thread remote check ${remote}`;
	switch (lookup.status) {
		case "found":
		case "claimed": return lookup.ticket;
		case "absent": throw new require_git.Fault("absent", `${remote} has no such ticket.`, {
			found: lookup.detail === void 0 ? id : `${id}: ${lookup.detail}`,
			wanted: "a ticket that is there, and that this account may see",
			fix
		});
		case "forbidden":
		case "credentials":
		case "unavailable": throw new require_git.Fault(lookup.status, `${remote} does not show the ticket.`, {
			found: `${id}: ${lookup.detail}`,
			fix
		});
	}
}

// src/gather/named-ticket.ts
/** The tracker's ticket that somebody names in a command. Throws Fault("usage") where it is none, several, or a file of the repository. */
async function namedTicket(naming, written, refusal) {
	const [found = []] = require_gather.writtenReferences(naming.reader, written);
	const [first, ...others] = distinct(found);
	if (first === void 0 || others.length > 0) throw new require_git.Fault("usage", first === void 0 ? "This names no ticket." : "This names several tickets.", {
		found: written,
		wanted: "one ticket, such as PROJ-7, #12 or its address",
		fix: "golden-thread config explain remotes"
	});
	const remote = naming.law.remotes.find(({ name }) => name === first.remote);
	if (remote === void 0) throw new require_git.Fault("usage", "The policy names no tracker that has this ticket.", {
		found: written,
		wanted: naming.law.remotes.map(({ name }) => name).join(", ") || "a remote, and the policy has none",
		fix: "golden-thread config explain remotes"
	});
	if (remote.kind === "markdown") throw await fileFault(naming, first.id, refusal);
	return {
		remote,
		id: first.id
	};
}
function distinct(references) {
	return [...new Map(references.map((one) => [`${one.provider} ${one.id}`, one])).values()];
}
/** A task says nothing that its tracker would: whoever may write to a repository may write anything into its files. */
async function fileFault({ tasks, tree }, id, refusal) {
	const opened = await tasks();
	const path = await opened.fileOf(id);
	const bytes = path === null ? null : await tree.read(path);
	const upstream = (path === null || bytes === null ? null : await opened.parse(path, bytes))?.upstream?.id ?? null;
	return new require_git.Fault("usage", refusal.message, {
		found: path === null ? id : `${id} in ${path}`,
		wanted: upstream === null ? "a ticket of a tracker; the task names no upstream" : `its upstream, ${upstream}`,
		fix: refusal.fix(upstream)
	});
}

Object.defineProperty(exports, "foundTicket", {
  enumerable: true,
  get: function () {
    return foundTicket;
  }
});
Object.defineProperty(exports, "namedTicket", {
  enumerable: true,
  get: function () {
    return namedTicket;
  }
});