"use strict";

const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_envelope = require("./cli-envelope.js");
const require_paint = require("./reports-paint.js");
const require_cli_js = require("../cli.js");

// src/cli/remote-text.ts
const HEAD = [
	"remote",
	"kind",
	"where",
	"who",
	"token from",
	"left",
	"ms"
];
/** Longest list of rights that is shown in one line. */
const MOST_RIGHTS = 8;
/** A table of remotes, and below it what is wrong with each, with the command that mends it. */
function remotesText(remotes, out) {
	const paint = require_paint.painter(out.color);
	if (remotes.length === 0) return "The policy names no remote. golden-thread init writes those that it finds.\n";
	const cells = remotes.map(cellsOf);
	const columns = HEAD.map((head, at) => Math.max(require_paint.width(head), ...cells.map((row) => require_paint.width(row[at] ?? ""))));
	const line = (row) => row.map((text, at) => require_paint.pad(text, columns[at] ?? 0)).join("  ").trimEnd();
	const table = remotes.map((remote, at) => `  ${markOf(remote, paint)} ${line(cells[at] ?? [])}\n${belowOf(remote, paint)}`);
	return `    ${paint.dim(line(HEAD))}\n${table.join("")}`;
}
function cellsOf(remote) {
	const { name, kind, origin, identity, credential, rate, latencyMs } = remote;
	const isLocal = origin === null;
	return [
		require_escape.terminal(name),
		kind,
		isLocal ? "this repository" : require_escape.terminal(origin),
		identity === null ? nobody(remote) : require_escape.terminal(identity.name),
		isLocal ? "-" : require_escape.terminal(credential ?? "none"),
		rate === null ? "-" : `${require_paint.count(rate.remaining)}${rate.limit === null ? "" : ` of ${require_paint.count(rate.limit)}`}`,
		latencyMs === null ? "-" : require_paint.count(latencyMs)
	];
}
function nobody({ outcome, origin }) {
	if (origin === null) return "-";
	return outcome === "anonymous" ? "anybody" : "?";
}
function belowOf({ identity, detail, fix, outcome }, paint) {
	const rights = identity?.rights ?? null;
	const more = rights !== null && rights.length > MOST_RIGHTS ? ", …" : "";
	return [
		rights === null || rights.length === 0 ? null : paint.dim(`may: ${require_escape.terminal(rights.slice(0, MOST_RIGHTS).join(", "))}${more}`),
		outcome === "anonymous" ? paint.dim("without a token: public tickets alone, and few of them") : null,
		detail === null ? null : require_escape.terminal(detail),
		fix === null || !fix.startsWith("golden-thread remote trust") ? null : paint.cyan(require_escape.terminal(fix))
	].filter((text) => text !== null).map((text) => `      ${text}\n`).join("");
}
function markOf({ outcome }, paint) {
	switch (outcome) {
		case "ready": return paint.green("✓");
		case "anonymous": return paint.yellow("!");
		case "forbidden":
		case "credentials": return paint.red("✗");
		case "unavailable": return paint.yellow("?");
	}
}

// src/cli/remote.ts
const manual = {
	name: "remote",
	summary: "say which trackers can be asked, and where their tokens may go",
	forms: ["check [NAME...] [--json]", "trust [ORIGIN] [--remove]"],
	details: "check asks every remote of the policy who we are there: reachable or not, whose token it is and where it was found, what it may do, how many requests are left. The token itself is never shown. Tokens come from the environment, the vendor's command line, git's credential helpers or the keychain. They are sent to the vendors' own services; a server of your own is confirmed with trust, which is kept in your git configuration, where no branch can change it. Exit code 2: a token is missing or refused; 3: a tracker gave no answer.",
	options: [{
		name: "remove",
		does: "trust: let no token go there any more"
	}, {
		name: "json",
		does: "answer as JSON"
	}],
	examples: [
		{
			run: "golden-thread remote check",
			does: "every remote of the policy",
			exit: 0
		},
		{
			run: "golden-thread remote check nowhere",
			does: "says which remotes there are",
			exit: 2
		},
		{
			run: "golden-thread remote trust https://jira.example.com",
			does: "lets tokens go to a server of your own",
			exit: 0
		},
		{
			run: "golden-thread remote trust",
			does: "lists the servers that were confirmed",
			exit: 0
		}
	]
};
async function run(words, io, world) {
	const [action, ...rest] = words.positionals;
	switch (action) {
		case "check": return check(words, rest, io, world);
		case "trust": return trust(words, rest, io, world);
		default: throw require_cli_js.usage(manual, action === void 0 ? "What about remotes?" : "remote can't do this.", {
			...action === void 0 ? {} : { found: action },
			wanted: "check or trust"
		});
	}
}
async function check(words, names, io, world) {
	if (words.has("remove")) throw require_cli_js.usage(manual, "remote check removes nothing.", { found: "--remove" });
	const { checkRemotes } = await Promise.resolve().then(() => require("./remotes.js"));
	const remotes = await checkRemotes(world, names);
	io.stdout.write(words.has("json") ? `${require_escape.json({
		...require_envelope.envelope("remote-check"),
		remotes
	})}\n` : remotesText(remotes, io.stdout));
	return codeOf(remotes);
}
/** What the user can mend comes before what only time does. */
function codeOf(remotes) {
	const outcomes = new Set(remotes.map(({ outcome }) => outcome));
	if (outcomes.has("credentials") || outcomes.has("forbidden")) return require_world.faultExitCode("credentials");
	return outcomes.has("unavailable") ? require_world.faultExitCode("unavailable") : require_world.exitCode("pass");
}
async function trust(words, [address, ...more], io, world) {
	if (more.length > 0 || address === void 0 && words.has("remove")) throw require_cli_js.usage(manual, "remote trust takes one origin.", {
		found: [address, ...more].filter(Boolean).join(" ") || "none",
		wanted: "https:// and a host"
	});
	const { listTrust, setTrust } = await Promise.resolve().then(() => require("./remotes.js"));
	const origin = address === void 0 ? null : await setTrust(world, address, !words.has("remove"));
	const origins = await listTrust(world);
	if (words.has("json")) io.stdout.write(`${require_escape.json({
		...require_envelope.envelope("remote-trust"),
		origins
	})}\n`);
	else io.stdout.write(trustText(origin, words.has("remove"), origins));
	return require_world.exitCode("pass");
}
function trustText(origin, removed, origins) {
	if (origin !== null) return removed ? `No token goes to ${require_escape.terminal(origin)} any more.\n` : `Tokens may go to ${require_escape.terminal(origin)} from now on. Take it back with: golden-thread remote trust --remove ${require_escape.terminal(origin)}\n`;
	if (origins.length === 0) return "Tokens go to the vendors' own services alone.\n";
	return `${origins.map((one) => require_escape.terminal(one)).join("\n")}\n`;
}
/** `remote`: what can be asked, and by what right. */
const command = {
	manual,
	run
};

exports.command = command;