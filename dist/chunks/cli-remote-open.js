"use strict";

const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_ticket_address = require("./satellite-ticket-address.js");
const require_cli = require("./cli.js");
const require_cli_js = require("../cli.js");

// src/cli/remote-open.ts
/** `remote open TASK|TICKET`: prints the page's address, and opens it where somebody sits at a terminal. */
async function remoteOpen(words, [ref, ...more], io, world) {
	if (ref === void 0 || more.length > 0) throw require_cli_js.usage({ name: "remote" }, "remote open takes one task or ticket.", {
		found: [ref, ...more].filter(Boolean).join(" ") || "none",
		wanted: "a task or a ticket, such as TASK-7 or PROJ-42"
	});
	const url = await require_ticket_address.ticketAddress(world, ref);
	io.stdout.write(words.has("json") ? `${require_escape.json({
		...require_cli.envelope("remote-open"),
		url
	})}\n` : `${require_escape.terminal(url)}\n`);
	if (words.has("print") || words.has("json") || !world.interactive) return require_world.exitCode("pass");
	if (!await require_ticket_address.openPage(world, url)) io.stderr.write("No program here opens addresses.\n");
	return require_world.exitCode("pass");
}

exports.remoteOpen = remoteOpen;