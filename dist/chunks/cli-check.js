"use strict";

const require_git = require("./git.js");
const require_world = require("./world.js");
const require_reports = require("./reports2.js");
const require_evidence_words = require("./cli-evidence-words.js");
const require_io = require("./cli-io.js");
const require_manual = require("./cli-manual.js");
const require_output = require("./cli-output.js");
const require_place = require("./cli-place.js");
const require_watched = require("./cli-watched.js");
const require_cli_js = require("../cli.js");

// src/cli/check.ts
const manual = {
	name: "check",
	summary: "judge a commit message, a commit, a whole history, a pull request or what a run of CI is about",
	forms: [
		"message FILE|-",
		"commit REV",
		"range A..B|REV",
		"pr --number N|--event FILE",
		"ci"
	],
	details: "A message is judged as git would store it; a range is every commit from A (left out) to B, or everything that is reachable from REV. In CI, policy and tasks are those of A, so that a change can not loosen the law that judges it; elsewhere the working tree has the policy. A pull request is asked of its forge as it is now, and its base has the policy; an event says only which one it is. In CI, ci finds out by itself what is built: GitHub Actions, GitLab, Azure Pipelines, Bitbucket, TeamCity, Jenkins, CircleCI and Buildkite say it. Text goes to standard output unless another format does.",
	options: [
		...require_manual.formatOptions(require_reports.formatNames),
		{
			name: "output",
			value: "FILE",
			does: "write the format to FILE instead of standard output"
		},
		{
			name: "out",
			value: "DIR",
			does: "check range, pr, ci: write report, page, rows and evidence into a folder, with VERIFY.md and SHA256SUMS"
		},
		...require_evidence_words.EVIDENCE_OPTIONS,
		{
			name: "record",
			does: "check ci: write signed records of a push to the ref below refs/notes/ that the policy names under evidence"
		},
		require_place.PLACE_OPTION,
		{
			name: "number",
			value: "N",
			does: "check pr: the pull request's number"
		},
		{
			name: "event",
			value: "FILE",
			does: "check pr: the payload of a GitHub pull_request event, which names it"
		},
		{
			name: "base",
			value: "REV",
			does: "check pr, ci: trust this revision instead of the tip of the base branch, or of what was there before"
		},
		{
			name: "head",
			value: "REV",
			does: "check pr, ci: judge this revision instead of the head"
		},
		{
			name: "rule",
			value: "ID=LEVEL",
			does: "weigh a rule as warn or enforce; it can only raise the policy; may be repeated"
		}
	],
	examples: [
		{
			run: "golden-thread check range main..HEAD",
			does: "judges the commits of this branch",
			exit: 0
		},
		{
			run: "golden-thread check range HEAD",
			does: "judges the whole history; one commit of it fails",
			exit: 1
		},
		{
			run: "golden-thread check commit HEAD --json",
			does: "judges one commit and answers as JSON",
			exit: 0
		},
		{
			run: "echo \"Fix the login\" | golden-thread check message -",
			does: "judges a message that names no ticket",
			exit: 1
		},
		{
			run: "golden-thread check range main..HEAD --format text --format json=report.json",
			does: "for people, and a file for programs",
			exit: 0
		},
		{
			run: "golden-thread check pr --number 12",
			does: "says that nobody can be asked about a pull request here",
			exit: 3
		},
		{
			run: "golden-thread check ci",
			does: "judges what this run of CI is about; here it says that there is none",
			exit: 2
		},
		{
			run: "golden-thread check range no-such-branch",
			does: "says which name git does not know",
			exit: 2
		}
	]
};
const WHAT = [
	"message",
	"commit",
	"range"
];
const LEVELS = [
	"off",
	"warn",
	"enforce"
];
async function run(words, io, world) {
	const targets = require_output.targetsOf(words, require_reports.formatNames);
	const place = require_place.placeOf(manual, words, io);
	const overrides = {
		label: "command line",
		rules: Object.fromEntries(words.all("rule").map(levelOf))
	};
	const folder = folderOf(words);
	const asked = {
		manual,
		targets,
		place,
		overrides,
		folder
	};
	if (words.positionals[0] === "pr") return (await Promise.resolve().then(() => require("./cli-check-pr.js"))).checkPr(words, io, world, asked);
	if (words.positionals[0] === "ci") return (await Promise.resolve().then(() => require("./cli-check-ci.js"))).checkCi(words, io, world, asked);
	const { what, about } = subjectOf(words);
	const range = what === "message" ? null : {
		range: about,
		single: what === "commit"
	};
	const { startOpening } = await Promise.resolve().then(() => require("./opening.js")).then((n) => n.opening_exports);
	const opening = startOpening(world, range);
	const { openGate } = await Promise.resolve().then(() => require("./gate.js")).then((n) => n.gate_exports);
	const gate = await openGate(world, {
		place,
		haste: "command",
		overrides,
		opening,
		...range ? { range } : {}
	});
	const ahead = range && (await Promise.resolve().then(() => require("./read-ahead.js")).then((n) => n.read_ahead_exports)).readAhead(gate, await gate.commits(range));
	const { tellReport } = await Promise.resolve().then(() => require("./cli-tell-report.js"));
	const report = await judge(gate, {
		what,
		about,
		ahead
	}, io);
	const told = await tellReport(io, gate, report, {
		targets,
		range
	});
	if (folder !== null && range !== null) {
		const where = {
			event: "manual",
			phase: "pre-merge",
			invocation: null,
			attempt: null,
			repository: null,
			commits: await gate.commits(range),
			targetRef: null
		};
		await (await Promise.resolve().then(() => require("./cli-check-folder.js"))).writeCheckFolder({
			io,
			world,
			gate
		}, told, {
			...folder,
			where
		});
	}
	return require_world.exitCode(report.verdict);
}
function folderOf(words) {
	const out = words.one("out");
	const signing = require_evidence_words.signingOf(manual, words, words.has("record") ? "auto" : "off");
	if (words.has("record") && words.positionals[0] !== "ci") throw require_cli_js.usage(manual, "Only what landed is recorded.", {
		found: "--record",
		wanted: "check ci --record, for a push"
	});
	if (out !== null && words.positionals[0] === "message") throw require_cli_js.usage(manual, "A draft has no commit that evidence could speak of.", {
		found: "--out",
		wanted: "check commit, range, pr or ci"
	});
	return out === null && !words.has("record") ? null : {
		out,
		record: words.has("record"),
		signing,
		signatures: words.has("signatures")
	};
}
function subjectOf(words) {
	const [first, about, ...more] = words.positionals;
	const what = WHAT.find((name) => name === first);
	if (what === void 0) throw unknownSubject(first);
	if (about === void 0) throw require_cli_js.usage(manual, `check ${what} needs to be told what.`, { wanted: manual.forms.join(", or ") });
	if (more.length > 0) throw require_cli_js.usage(manual, `check ${what} takes one thing.`, { found: words.positionals.slice(1).join(" ") });
	return {
		what,
		about
	};
}
function unknownSubject(first) {
	if (first === void 0) return require_cli_js.usage(manual, "check needs to be told what.", { wanted: manual.forms.join(", or ") });
	const near = require_git.nearest(first, [
		...WHAT,
		"pr",
		"ci"
	]);
	const meant = near === null ? "" : ` Did you mean ${near}?`;
	return require_cli_js.usage(manual, `check knows no "${first}".${meant}`, { wanted: [
		...WHAT,
		"pr",
		"ci"
	].join(", ") });
}
function levelOf(text) {
	const [id = "", name = "", ...more] = text.split("=");
	const level = LEVELS.find((one) => one === name);
	if (id !== "" && level !== void 0 && more.length === 0) return [id, level];
	throw require_cli_js.usage(manual, "A rule is weighed by its id and a level.", {
		found: text,
		wanted: "ID=warn or ID=enforce"
	});
}
async function judge(gate, { what, about, ahead }, io) {
	if (what === "message") {
		const { judgeMessage } = await Promise.resolve().then(() => require("./guard.js"));
		return (await judgeMessage(gate, about === "-" ? await require_io.readStdin(io.stdin) : about)).report;
	}
	const { checkCommits } = await Promise.resolve().then(() => require("./check.js")).then((n) => n.check_exports);
	if (what === "commit") return checkCommits(gate, {
		range: about,
		single: true,
		ahead
	});
	return require_watched.watched(io, (progress) => checkCommits(gate, {
		range: about,
		progress,
		ahead
	}));
}
/** `check`: judges a message, a commit or a range, and ends with the verdict as exit code. */
const command = {
	manual,
	run
};

exports.command = command;