"use strict";

const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_cli = require("./cli.js");
const require_remote_text = require("./cli-remote-text.js");
const require_paint = require("./reports-paint.js");
const require_place = require("./cli-place.js");
const require_cli_js = require("../cli.js");

// src/cli/safe-terms.ts
/** `--yes` and `--dry-run`, the same for every command that writes to a tracker. */
const SAFE_OPTIONS = [{
	name: "yes",
	does: "write without asking; in CI the policy has to say write: true of the remote too"
}, {
	name: "dry-run",
	does: "show what would be sent, and send nothing"
}];
/** Safe mode as the command line has it: every write is shown on standard error, and asked about at a terminal. */
function safeTerms(words, { interactive, env, stderr }) {
	return {
		dryRun: words.has("dry-run"),
		yes: words.has("yes"),
		interactive,
		isCi: require_place.inCi({ env }),
		show: (write) => stderr.write(shown(write, stderr.color)),
		async confirm({ remote }) {
			const { confirm, isCancel } = await Promise.resolve().then(() => require("./clack-prompts.js")).then((n) => n.dist_exports);
			const answer = await confirm({
				message: `Send this to ${require_escape.terminal(remote)}?`,
				initialValue: false
			});
			return !isCancel(answer) && answer;
		}
	};
}
function shown({ remote, operation, target, summary, detail }, color) {
	const paint = require_paint.painter(color);
	return `${[`${paint.bold(`${require_escape.terminal(remote)}  ${operation}`)}  ${require_escape.terminal(target)}: ${require_escape.terminal(summary)}`, ...detail.flatMap((text) => text.split("\n")).map((line) => `  ${paint.dim("|")} ${require_escape.terminal(line)}`).map((line) => line.trimEnd())].join("\n")}\n`;
}

// src/cli/remote.ts
const manual = {
	name: "remote",
	summary: "say which trackers can be asked; tie tasks to their tickets",
	forms: [
		"check [NAME...] [--json]",
		"trust [ORIGIN] [--remove]",
		"pull TICKET... | --assigned [--state STATE]... [--remote NAME] [--format FORMAT] [--start] [--dry-run] [--json]",
		"link TASK TICKET [--force] [--json]",
		"unlink TASK [--json]",
		"open TASK|TICKET [--print]",
		"status [TASK...] [--local] [--json]",
		"sync [TASK...] [--all] [--strategy FIELD=HOW]... [--write] [--yes] [--dry-run] [--json]",
		"pr TASK [--base BRANCH] [--draft] [--title TITLE] [--push] [--yes] [--dry-run] [--json]",
		"push TASK [--yes] [--dry-run] [--json]",
		"log [verify] [--json]"
	],
	details: "check asks every remote of the policy who we are there: reachable or not, whose token it is and where it was found, what it may do where the vendor tells (GitHub, GitLab), how many requests are left. The token itself is never shown. Tokens come from the environment, the vendor's command line, git's credential helpers or the keychain. They are sent to the vendors' own services; a server of your own is confirmed with trust, which is kept in your git configuration, where no branch can change it. pull makes a task file of a ticket, once; link and unlink tie a task that is there to one; open shows the ticket's page; status says which tasks and tickets have grown apart since they last agreed: → changed here, ← changed there, ↔ both. sync brings tasks and their tickets together: what changed in the ticket comes into the task file, and with --write what changed in the file goes to the ticket. What both changed and nobody settled stays, is shown, and gives exit code 1. pr opens the pull request of this branch with the task's spec in its body, or brings it up to date; push tells the task's ticket where its work is, and moves the ticket on. log shows what was written from here; verify follows the record's chain. Exit code 2: a token is missing or refused; 3: a tracker gave no answer.",
	options: [
		{
			name: "all",
			does: "sync: completed and archived tasks too"
		},
		{
			name: "strategy",
			value: "FIELD=HOW",
			values: [
				"local",
				"remote",
				"prompt",
				"merge",
				"title=",
				"description=",
				"status=",
				"assignees=",
				"labels="
			],
			does: "sync: what counts where both sides changed a field: local, remote, prompt, or merge (default); may be repeated"
		},
		{
			name: "write",
			does: "sync: change the tickets too"
		},
		{
			name: "remove",
			does: "trust: let no token go there any more"
		},
		{
			name: "assigned",
			does: "pull: the tickets that are assigned to you"
		},
		{
			name: "state",
			value: "STATE",
			does: "pull: of these states alone; open and in_progress by default"
		},
		{
			name: "remote",
			value: "NAME",
			does: "pull: of this remote alone"
		},
		{
			name: "format",
			value: "FORMAT",
			does: "pull: write backlogmd or toolkit files"
		},
		{
			name: "start",
			does: "pull: move the tickets to what is in progress, upstream"
		},
		{
			name: "force",
			does: "link: replace another link"
		},
		{
			name: "print",
			does: "open: print the address, and open nothing"
		},
		{
			name: "local",
			does: "status: ask no tracker"
		},
		{
			name: "base",
			value: "BRANCH",
			does: "pr: where it is to be merged; by default the default branch"
		},
		{
			name: "draft",
			does: "pr: open it as a draft"
		},
		{
			name: "title",
			value: "TITLE",
			does: "pr: another title than the task's"
		},
		{
			name: "push",
			does: "pr: push the branch first, where it is not"
		},
		...SAFE_OPTIONS,
		{
			name: "json",
			does: "answer as JSON"
		}
	],
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
			run: "golden-thread remote status --local",
			does: "tasks and their tickets, as far as this repository tells",
			exit: 0
		},
		{
			run: "golden-thread remote log verify",
			does: "nothing was written here yet",
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
		case "pull": return (await Promise.resolve().then(() => require("./cli-remote-pull.js"))).remotePull(words, rest, io, world);
		case "link": return (await Promise.resolve().then(() => require("./cli-remote-link.js"))).remoteLink(words, rest, io, world);
		case "unlink": return (await Promise.resolve().then(() => require("./cli-remote-link.js"))).remoteUnlink(words, rest, io, world);
		case "open": return (await Promise.resolve().then(() => require("./cli-remote-open.js"))).remoteOpen(words, rest, io, world);
		case "status": return (await Promise.resolve().then(() => require("./cli-remote-status.js"))).remoteStatus(words, rest, io, world);
		case "sync": return (await Promise.resolve().then(() => require("./cli-remote-sync.js"))).remoteSync(words, rest, io, world);
		case "pr": return (await Promise.resolve().then(() => require("./cli-remote-pr.js"))).remotePr(words, rest, world);
		case "push": return (await Promise.resolve().then(() => require("./cli-remote-push.js"))).remotePush(words, rest, world);
		case "log": return (await Promise.resolve().then(() => require("./cli-remote-log.js"))).remoteLog(words, rest, world);
		default: throw require_cli_js.usage(manual, action === void 0 ? "What about remotes?" : "remote can't do this.", {
			...action === void 0 ? {} : { found: action },
			wanted: "check, trust, pull, link, unlink, open, status, sync, pr, push or log"
		});
	}
}
async function check(words, names, io, world) {
	if (words.has("remove")) throw require_cli_js.usage(manual, "remote check removes nothing.", { found: "--remove" });
	const { checkRemotes } = await Promise.resolve().then(() => require("./remotes.js"));
	const remotes = await checkRemotes(world, names);
	io.stdout.write(words.has("json") ? `${require_escape.json({
		...require_cli.envelope("remote-check"),
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
		...require_cli.envelope("remote-trust"),
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
exports.safeTerms = safeTerms;