"use strict";

const require_git = require("./git.js");
const require_core = require("./core.js");
const require_named_ticket = require("./gather-named-ticket.js");
const require_upstream = require("./gather-upstream.js");
const require_tool = require("./git-tool.js");
const require_id = require("./tasks-id.js");
const require_desk = require("./satellite-desk.js");
let node_os = require("node:os");

// src/git/open-address.ts
/** A browser that is up takes an address in a moment; one that starts goes on without us. */
const OPENER_MS = 5e3;
/** Hands an address to the system's opener, as one argument and without a shell. False: there is none, or it refused. */
async function openAddress(env, url) {
	return (await require_tool.runTool([...openerOf((0, node_os.platform)()), url], {
		env,
		ms: OPENER_MS
	}))?.code === 0;
}
/** `start` of Windows is a word of its shell; this is the program behind it. */
function openerOf(system) {
	switch (system) {
		case "darwin": return ["open"];
		case "win32": return ["rundll32", "url.dll,FileProtocolHandler"];
		default: return ["xdg-open"];
	}
}

// src/satellite/ticket-address.ts
const REFUSAL = {
	message: "This task follows no ticket, so it has no page.",
	fix: () => "golden-thread remote link TASK TICKET"
};
/**
* The page of a ticket, or of the ticket that a task follows. What a file says of an address is believed only where it is an address of that
* ticket; else its tracker is asked. Throws Fault("usage"), and what the tracker's answers give.
*/
async function ticketAddress(world, written) {
	const desk = await require_desk.openDesk(world);
	const { remote, id } = await meant(desk, written);
	const kept = desk.ground.links.all().find((link) => link.remote === remote.name && link.id === id);
	const texts = [
		written,
		(desk.all.find(({ link }) => link?.remote.name === remote.name && link.id === id)?.link)?.url ?? "",
		kept?.url ?? ""
	];
	const [own] = require_upstream.namedAddresses(texts, desk.ground).filter((one) => one.remote.name === remote.name && one.id === id);
	const url = own?.url ?? require_named_ticket.foundTicket(remote.name, id, await (await desk.tracker(remote)).one(id)).url;
	if (url !== null && isSafe(url)) return url;
	throw new require_git.Fault("usage", "This ticket has no page that can be opened.", {
		found: url ?? "no address",
		wanted: "an https address"
	});
}
async function meant(desk, written) {
	const task = require_id.canonicalTaskId(written);
	if (task === null || !desk.all.some(({ id }) => id === task)) return require_named_ticket.namedTicket(desk.gate, written, REFUSAL);
	const { link, path } = require_desk.namedTask(desk, written);
	if (link !== null) return link;
	throw new require_git.Fault("usage", REFUSAL.message, {
		found: `${task} in ${path}`,
		wanted: "a task with an upstream",
		fix: `golden-thread remote link ${task} TICKET`
	});
}
function isSafe(address) {
	if (!URL.canParse(address)) return false;
	const { protocol, hostname, username, password } = new URL(address);
	return (protocol === "https:" || protocol === "http:" && require_core.LOOPBACK.has(hostname)) && username === "" && password === "";
}
/** Shows a page in the system's browser. False: there is none. */
function openPage({ env }, url) {
	return openAddress(env, url);
}

exports.openPage = openPage;
exports.ticketAddress = ticketAddress;