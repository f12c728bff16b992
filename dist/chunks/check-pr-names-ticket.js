"use strict";

const require_core = require("./core.js");
const require_gather = require("./gather.js");

// src/check-pr/names-ticket.ts
/** Whether title, description, branch or a commit of a pull request names a ticket, which is given as people write it. */
async function namesTicket({ reader }, forge, live, written) {
	const [meant = []] = require_gather.writtenReferences(reader, written);
	const wanted = new Set(meant.flatMap(keyOf));
	const isIt = (reference) => keyOf(reference).some((key) => wanted.has(key));
	if ([...require_gather.branchReferences(reader, live.head.branch), ...require_gather.pullRequestReferences(reader, live)].some(isIt)) return true;
	const { commits } = await forge.commits(live.number);
	return commits.some(({ message }, index) => require_gather.messageReferences(reader, message, index).some(isIt));
}
function keyOf({ remote, id }) {
	return remote === null ? [] : [require_core.lookupKey(remote, id)];
}

exports.namesTicket = namesTicket;