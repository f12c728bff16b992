"use strict";

const require_ticket = require("./core-ticket.js");
const require_references = require("./gather-references.js");

// src/check-pr/names-ticket.ts
/** Whether title, description, branch or a commit of a pull request names a ticket, which is given as people write it. */
async function namesTicket({ reader }, forge, live, written) {
	const [meant = []] = require_references.writtenReferences(reader, written);
	const wanted = new Set(meant.flatMap(keyOf));
	const isIt = (reference) => keyOf(reference).some((key) => wanted.has(key));
	if ([...require_references.branchReferences(reader, live.head.branch), ...require_references.pullRequestReferences(reader, live)].some(isIt)) return true;
	const { commits } = await forge.commits(live.number);
	return commits.some(({ message }, index) => require_references.messageReferences(reader, message, index).some(isIt));
}
function keyOf({ remote, id }) {
	return remote === null ? [] : [require_ticket.lookupKey(remote, id)];
}

exports.namesTicket = namesTicket;