"use strict";

const require_escape = require("./reports-escape.js");
const require_status_words = require("./satellite-status-words.js");

// src/satellite/ticket-changes.ts
/** How each field of a task and its ticket stands since they last agreed. */
function changesOf({ task, id, backlog, link }, ticket, clean, { desk, categories }) {
	const remote = require_status_words.remoteSide(ticket, clean);
	const kept = desk.ground.links.get(id);
	const base = kept?.id === ticket.id ? kept.base : null;
	const local = require_status_words.localSide(task) ?? remote;
	const words = require_status_words.statusWords(task.ticket?.state ?? ticket.state, ticket.state, {
		backlog,
		categories,
		remote: link?.remote ?? null
	});
	return require_status_words.compareFields(base, local, remote, words.isSame);
}

// src/cli/mended-text.ts
/** A warning for each task whose link had to be put back. */
function mendedText(mended) {
	return mended.map(({ task, path, from, id }) => {
		const where = from === "store" ? "where it was kept when they were linked" : "its references";
		return `${task} had lost its upstream (Backlog.md drops keys that it does not know). ${require_escape.terminal(id)} was put back from ${where}: ${require_escape.terminal(path)}\n`;
	}).join("");
}

Object.defineProperty(exports, "changesOf", {
  enumerable: true,
  get: function () {
    return changesOf;
  }
});
Object.defineProperty(exports, "mendedText", {
  enumerable: true,
  get: function () {
    return mendedText;
  }
});