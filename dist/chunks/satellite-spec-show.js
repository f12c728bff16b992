"use strict";

const require_desk = require("./satellite-desk.js");
const require_spec_owner = require("./satellite-spec-owner.js");

// src/satellite/spec-show.ts
/** Finds the spec of a task or ticket. Throws Fault("usage") where nobody knows what is meant. */
async function showSpec(world, written) {
	const desk = await require_desk.openDesk(world);
	const owner = await require_spec_owner.namedOwner(desk, written);
	return {
		owner: shownOwner(owner),
		answer: await require_spec_owner.specOf(desk, owner, desk.gate.tree)
	};
}
/** What people are told of an owner. */
function shownOwner({ ticket: { remote, id, key, title }, tasks }) {
	return {
		remote,
		id,
		key,
		title,
		tasks: tasks.map((one) => ({
			id: one.id,
			path: one.path
		}))
	};
}

exports.showSpec = showSpec;
exports.shownOwner = shownOwner;