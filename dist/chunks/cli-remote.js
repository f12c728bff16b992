"use strict";

const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_envelope = require("./cli-envelope.js");
const require_remote_text = require("./cli-remote-text.js");
const require_cli_js = require("../cli.js");

// src/cli/remote.ts
const manual = {
	name: "remote",
	summary: "say which trackers can be asked, and where their tokens may go",
	forms: ["check [NAME...] [--json]", "trust [ORIGIN] [--remove]"],
	details: "check asks every remote of the policy who we are there: reachable or not, whose token it is and where it was found, what it may do where the vendor tells (GitHub, GitLab), how many requests are left. The token itself is never shown. Tokens come from the environment, the vendor's command line, git's credential helpers or the keychain. They are sent to the vendors' own services; a server of your own is confirmed with trust, which is kept in your git configuration, where no branch can change it. Exit code 2: a token is missing or refused; 3: a tracker gave no answer.",
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
	})}\n` : require_remote_text.remotesText(remotes, io.stdout));
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