"use strict";

const require_git = require("./git.js");
const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_core = require("./core.js");
const require_paint = require("./reports-paint.js");
const require_cli = require("./cli.js");
const require_cli_js = require("../cli.js");

// src/cli/ticket-text.ts
/** JSON of what approving a ticket came to, with all that it is about. */
function approvingJson(answer) {
	const { ticket, snapshot, digest, by, outcome, changed, url, doubt } = answer;
	const { remote, id, key, title, description, criteria } = ticket;
	const texts = {
		title,
		description,
		criteria: criteria.map(({ text }) => text)
	};
	const told = {
		ticket: {
			remote,
			id,
			key,
			url: ticket.url,
			...texts
		},
		snapshot,
		digest
	};
	const { account, name } = by;
	const come = {
		outcome,
		changed,
		url,
		counts: (outcome === "approved" || outcome === "already") && doubt === null,
		doubt
	};
	return `${require_escape.json({
		...require_cli.envelope("ticket-approve"),
		...told,
		by: {
			account,
			name
		},
		...come
	})}\n`;
}
/** What approving a ticket came to. Whoever was asked has read the ticket already. */
function approvingText(answer, out, wasShown) {
	const { url } = answer;
	const lines = [...wordsOf(answer), ...url === null ? [] : [require_escape.terminal(url)]];
	return `${wasShown ? "" : toApproveText(answer, out)}${lines.map((line) => `${line}\n`).join("")}`;
}
/** The whole of what is approved, and its digests. */
function toApproveText({ ticket, snapshot, digest }, out) {
	const paint = require_paint.painter(out.color);
	const below = (head, texts) => [`  ${paint.dim(head)}`, ...texts.length === 0 ? ["    none"] : texts.map((text) => `    ${text}`.trimEnd())];
	const description = ticket.description === "" ? [] : require_escape.terminalLines(ticket.description).split("\n");
	return `${[
		`${require_escape.terminal(ticket.key)}  ${require_escape.terminal(ticket.title)}`,
		...ticket.url === null ? [] : [`  ${require_escape.terminal(ticket.url)}`],
		...below("description", description),
		...ticket.unshown === void 0 ? [] : below("beside it", [UNSHOWN]),
		...below("acceptance criteria", ticket.criteria.map(({ text }) => `- ${require_escape.terminal(text)}`)),
		...below("digests", [...require_core.SNAPSHOT_FIELDS.map((field) => `${field}=${snapshot[field]}`), `expect=${digest}`]),
		""
	].join("\n")}\n`;
}
const UNSHOWN = "the stored text has more than can be shown here (hidden, or of no Markdown): read it in the tracker.";
function wordsOf({ by, ticket, outcome, changed, doubt, digest }) {
	const name = require_escape.terminal(by.name);
	const command = [
		"golden-thread",
		"ticket",
		"approve",
		ticket.key
	];
	const counts = doubt === null ? "It counts until one of these changes, for changes that this account did not make itself." : `It will not count: ${require_escape.terminal(doubt)}`;
	switch (outcome) {
		case "approved": return [`Approved by ${name}. ${counts}`];
		case "already": return [`${name} approved exactly this before, so nothing was posted. ${counts}`];
		case "shown": return [`Nothing was posted. To approve this text, and no other, by ${name}:`, `  ${require_escape.shellCommand([
			...command,
			"--expect",
			digest
		])}`];
		case "declined": return ["Nothing was posted."];
		case "other": return [`Nothing was posted: another ${changed.join(", ")} was expected than the ticket has now. Read it anew, and approve that:`, `  ${require_escape.shellCommand([
			...command,
			"--expect",
			digest
		])}`];
	}
}

// src/cli/ticket.ts
const manual = {
	name: "ticket",
	summary: "approve a ticket as it stands",
	forms: ["approve TICKET [--yes | --expect DIGEST | --dry-run] [--json]"],
	details: "approve shows the whole text of a ticket, asks, and posts a comment from your own account that names digests of the title, the description and the acceptance criteria. Without a terminal it wants --yes, or --expect with the digest that --dry-run showed. Once one of the three changes, the approval counts no more; moving the ticket, assigning it and ticking its boxes changes nothing. Who may approve is said by authorise.approval in the policy, and nobody's approval counts for changes of their own. Where this very text is approved already, nothing is posted. Exit code 1: the approval is posted, and will not count, or the text is not the expected one, and nothing is posted; 2: nothing was posted.",
	options: [
		{
			name: "yes",
			does: "approve whatever the ticket says now, without being asked"
		},
		{
			name: "expect",
			value: "DIGEST",
			does: "approve only the text that --dry-run showed with this digest"
		},
		{
			name: "dry-run",
			does: "show what would be approved with its digest, and post nothing"
		},
		{
			name: "json",
			does: "answer as JSON"
		}
	],
	examples: [{
		run: "golden-thread ticket approve PROJ-7 --dry-run",
		does: "what would be approved, with its digests; here no tracker has such a ticket",
		exit: 2
	}, {
		run: "golden-thread ticket approve TASK-1 --dry-run",
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
	const asks = isAsked(words, ref, world);
	const { approveTicket } = await Promise.resolve().then(() => require("./approve.js"));
	const answer = await approveTicket(world, ref, {
		dryRun: words.has("dry-run"),
		expect: words.one("expect"),
		agree: async (shown) => !asks || askWhether(shown, io.stdout)
	});
	if (answer.outcome === "declined") throw undecided(ref, "the answer was no");
	const text = () => approvingText(answer, io.stdout, asks && answer.outcome === "approved");
	io.stdout.write(words.has("json") ? approvingJson(answer) : text());
	return require_world.exitCode(answer.doubt === null && answer.outcome !== "other" ? "pass" : "fail");
}
/** Whether somebody is asked at the terminal; whoever can't be says beforehand what they approve. */
function isAsked(words, ref, { interactive }) {
	const told = [
		"yes",
		"expect",
		"dry-run"
	].filter((name) => words.has(name));
	if (told.length > 1) throw require_cli_js.usage(manual, "ticket approve takes one of these.", {
		found: told.map((name) => `--${name}`).join(" "),
		wanted: "--yes, --expect or --dry-run"
	});
	if (told.length === 0 && (!interactive || words.has("json"))) throw undecided(ref, "neither --yes, --expect nor --dry-run");
	return told.length === 0;
}
async function askWhether(shown, out) {
	const { confirm, isCancel } = await Promise.resolve().then(() => require("./clack-prompts.js")).then((n) => n.dist_exports);
	out.write(toApproveText(shown, out));
	const answer = await confirm({
		message: "Approve this text?",
		initialValue: false
	});
	return !isCancel(answer) && answer;
}
function undecided(ref, found) {
	return new require_git.Fault("usage", "Nothing was posted: an approval wants to be told.", {
		found,
		wanted: "a yes at the terminal, --yes, or --expect with the digest that --dry-run shows",
		fix: require_escape.shellCommand([
			"golden-thread",
			"ticket",
			"approve",
			ref,
			"--dry-run"
		])
	});
}
/** `ticket`: what people do about one ticket. */
const command = {
	manual,
	run
};

exports.command = command;