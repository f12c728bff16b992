"use strict";

const require_ticket = require("./core-ticket.js");
const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_paint = require("./reports-paint.js");
const require_envelope = require("./cli-envelope.js");
const require_cli_js = require("../cli.js");

// src/cli/ticket.ts
const manual = {
	name: "ticket",
	summary: "approve a ticket as it stands",
	forms: ["approve TICKET [--dry-run] [--json]"],
	details: "approve posts a comment from your own account that names digests of the ticket's title, description and acceptance criteria. Once one of them changes, the approval counts no more; moving the ticket, assigning it and ticking its boxes changes nothing. Who may approve is said by authorise.approval in the policy, and nobody's approval counts for changes of their own. Where this very text is approved already, nothing is posted. Exit code 1: the approval is posted, and will not count; 2: nothing was posted.",
	options: [{
		name: "dry-run",
		does: "show what would be approved, and post nothing"
	}, {
		name: "json",
		does: "answer as JSON"
	}],
	examples: [{
		run: "golden-thread ticket approve PROJ-7 --dry-run",
		does: "what would be approved, with its digests; here no tracker has such a ticket",
		exit: 2
	}, {
		run: "golden-thread ticket approve TASK-1",
		does: "says what of a local task can be approved",
		exit: 2
	}]
};
async function run(words, io, world) {
	const [action, ref, ...more] = words.positionals;
	if (action !== "approve") throw require_cli_js.usage(manual, action === void 0 ? "What about a ticket?" : "ticket can't do this.", {
		...action === void 0 ? {} : { found: action },
		wanted: "approve"
	});
	if (ref === void 0 || more.length > 0) throw require_cli_js.usage(manual, "ticket approve takes one ticket.", {
		found: [ref, ...more].filter(Boolean).join(" ") || "none",
		wanted: "a ticket, such as PROJ-7"
	});
	const { approveTicket } = await Promise.resolve().then(() => require("./approve.js"));
	const answer = await approveTicket(world, ref, { dryRun: words.has("dry-run") });
	io.stdout.write(words.has("json") ? asJson(answer) : asText(answer, io.stdout));
	return require_world.exitCode(answer.doubt === null ? "pass" : "fail");
}
function asJson({ ticket, snapshot, by, outcome, url, doubt }) {
	const { remote, id, key, title } = ticket;
	const { account, name } = by;
	const told = {
		ticket: {
			remote,
			id,
			key,
			title,
			url: ticket.url
		},
		snapshot,
		by: {
			account,
			name
		}
	};
	return `${require_escape.json({
		...require_envelope.envelope("ticket-approve"),
		...told,
		outcome,
		url,
		counts: doubt === null,
		doubt
	})}\n`;
}
/** Lines of a description that are shown; the rest is a link away. */
const MOST_LINES = 8;
function asText(answer, out) {
	const { ticket, snapshot, url } = answer;
	const paint = require_paint.painter(out.color);
	const lines = ticket.description.split("\n");
	const more = lines.length > MOST_LINES ? [paint.dim(`… ${lines.length - MOST_LINES} more lines`)] : [];
	const shown = lines.slice(0, MOST_LINES).map((line) => require_escape.terminal(line));
	const below = (head, texts) => [`  ${paint.dim(head)}`, ...texts.length === 0 ? ["    none"] : texts.map((text) => `    ${text}`.trimEnd())];
	return `${[
		`${require_escape.terminal(ticket.key)}  ${require_escape.terminal(ticket.title)}`,
		...ticket.url === null ? [] : [`  ${require_escape.terminal(ticket.url)}`],
		...below("description", ticket.description === "" ? [] : [...shown, ...more]),
		...below("acceptance criteria", ticket.criteria.map(({ text }) => `- ${require_escape.terminal(text)}`)),
		...below("digests", require_ticket.SNAPSHOT_FIELDS.map((field) => `${field}=${snapshot[field]}`)),
		"",
		...wordsOf(answer),
		...url === null ? [] : [require_escape.terminal(url)]
	].join("\n")}\n`;
}
function wordsOf({ by, outcome, doubt }) {
	const name = require_escape.terminal(by.name);
	const counts = doubt === null ? "It counts until one of these changes, for changes that this account did not make itself." : `It will not count: ${require_escape.terminal(doubt)}`;
	switch (outcome) {
		case "approved": return [`Approved by ${name}. ${counts}`];
		case "already": return [`${name} approved exactly this before, so nothing was posted. ${counts}`];
		case "shown": return [`Nothing was posted. Without --dry-run this is approved by ${name}.`];
	}
}
/** `ticket`: what people do about one ticket. */
const command = {
	manual,
	run
};

exports.command = command;