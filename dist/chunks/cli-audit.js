"use strict";

const require_partial = require("./audit-partial.js");
const require_parts = require("./audit-parts.js");
const require_verdict = require("./audit-verdict.js");
const require_git = require("./git.js");
const require_world = require("./world.js");
const require_audits = require("./reports-audits.js");
const require_reports = require("./reports.js");
const require_minimums = require("./cli-minimums.js");
const require_audit_request = require("./cli-audit-request.js");
const require_evidence_words = require("./cli-evidence-words.js");
const require_manual = require("./cli-manual.js");
const require_place = require("./cli-place.js");
const require_watched = require("./cli-watched.js");
const require_cli_js = require("../cli.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_fs_promises = require("node:fs/promises");

// src/reports/minimum-text.ts
/** What a minimum that is not met says, a sentence each. Nothing for one that is. */
function minimumTexts(minimums) {
	return minimums.filter(({ met }) => met !== true).map(textOf);
}
function textOf({ name, wanted, found, met }) {
	const why = met === null ? "not looked at, or only in part" : `${found?.percent?.toFixed(1)} %`;
	return `Minimum of ${name} ${met === null ? "not known" : "missed"}: ${why}, at least ${wanted} % wanted.`;
}

// src/cli/audit.ts
const manual = {
	name: "audit",
	summary: "judge a whole history and tree, and say where the thread from tickets to code breaks",
	forms: [
		"[--all]",
		"--range A..B|REV",
		"--since DATE|last",
		"--manifest FILE --out DIR",
		"merge DIR… --out DIR"
	],
	details: "Every commit counts as of when it was decided, every ticket with the commits, files and lines that lead to it. The same history, policy, ledger and --as-of give the same bytes, on every machine. A shard looks at its part of commits and files and writes it into a folder; merge puts the shards together, and refuses what does not fit. --since last compares with the last whole audit of the same ref on this machine.",
	options: [
		{
			name: "all",
			does: "everything that is reachable from the ref (the default)"
		},
		{
			name: "range",
			value: "A..B|REV",
			does: "these commits, or everything that is reachable from REV"
		},
		{
			name: "since",
			value: "DATE|last",
			does: "count commits from this day or time (UTC) on; last: say what is new"
		},
		{
			name: "ref",
			value: "REF",
			does: "the branch or tag that is audited (HEAD)"
		},
		{
			name: "with",
			value: "PART,…",
			values: require_parts.PARTS,
			does: "look at these parts too: paths, lines, blame, proposals, however long the history is"
		},
		{
			name: "without",
			value: "PART,…",
			values: require_parts.PARTS,
			does: "leave these parts out"
		},
		require_minimums.MIN_OPTION,
		{
			name: "shard",
			value: "I/N",
			does: "look at one of N parts, and write what was found into --out"
		},
		{
			name: "as-of",
			value: "TIME",
			does: "judge as of this day or time in UTC (now)"
		},
		{
			name: "manifest",
			value: "FILE",
			does: "audit every repository that this YAML lists (repositories: name, path, ref); organisation.html adds them up"
		},
		{
			name: "out",
			value: "DIR",
			does: "write every format, or those that are named, and the evidence (intoto) into a folder"
		},
		{
			name: "fail-on-new",
			does: "with --since last: end 1 only for what is new"
		},
		{
			name: "policy-ref",
			value: "REV",
			does: "read policy and tasks there, not in the working tree"
		},
		require_place.PLACE_OPTION,
		...require_evidence_words.EVIDENCE_OPTIONS,
		...require_manual.formatOptions(require_audits.auditFormatNames),
		{
			name: "output",
			value: "FILE",
			does: "write the format to FILE instead of standard output"
		}
	],
	examples: [
		{
			run: "golden-thread audit",
			does: "the whole history; one commit of it fails",
			exit: 1
		},
		{
			run: "golden-thread audit --range main..HEAD",
			does: "the commits of this branch",
			exit: 0
		},
		{
			run: "golden-thread audit --out audit",
			does: "every format, in a folder",
			exit: 1
		},
		{
			run: "golden-thread audit --shard 1/2 --as-of 2026-01-31 --out shard-1",
			does: "looks at half of it, for audit merge",
			exit: 0
		},
		{
			run: "golden-thread audit merge shard-1 --out audit",
			does: "says which shard is missing",
			exit: 2
		}
	]
};
async function run(words, io, world) {
	const [what, ...folders] = words.positionals;
	if (what === "merge") return merge(folders, words, io, world);
	if (what !== void 0) throw require_cli_js.usage(manual, `audit knows no "${what}".`, {
		found: what,
		wanted: manual.forms.join(", or ")
	});
	const request = require_audit_request.auditRequestOf(manual, words, io);
	const manifest = words.one("manifest");
	if (manifest !== null) return organisation(manifest, words, writingOf(words, io, world, request), request);
	const { audit: look, auditShard, sinceLast } = await Promise.resolve().then(() => require("./audit.js"));
	const { shard } = request;
	if (shard !== void 0) {
		const parts = await require_watched.watched(io, (progress) => auditShard(world, {
			...request,
			shard,
			progress
		}));
		await writeShard((0, node_path.resolve)(io.cwd, words.one("out") ?? "."), parts);
		return require_world.exitCode("pass");
	}
	const audit = await require_watched.watched(io, (progress) => look(world, {
		...request,
		progress
	}));
	const writing = writingOf(words, io, world, request);
	await (await Promise.resolve().then(() => require("./cli-audit-write.js"))).writeAuditOut(audit, words, writing);
	const isWhole = request.range === null && request.since === null;
	if (words.one("since") !== "last" || !isWhole) return codeOf(audit, words, io);
	const { since, gaps, failing } = await sinceLast(world, audit);
	const fresh = gaps.reduce((sum, { indexes }) => sum + indexes.length, 0);
	const before = since === null ? "No audit of this ref was kept before" : `Since the audit as of ${since}`;
	io.stderr.write(`${before}: new gaps ${require_reports.count(fresh)}, new commits that do not pass ${require_reports.count(failing.length)}.\n`);
	if (!words.has("fail-on-new")) return codeOf(audit, words, io);
	const isRed = fresh + failing.length > 0 || require_verdict.hasOverdue(audit.gaps);
	return require_world.exitCode(require_world.worst([isRed ? "fail" : "pass", minimumVerdict(audit, words, io)]));
}
/** What can't be asked of many repositories at once, and the command that asks it of one. */
const OF_ONE = [
	{
		asked: "--ref",
		by: "golden-thread audit --ref REF"
	},
	{
		asked: "--shard",
		by: "golden-thread audit --shard I/N --as-of TIME --out DIR"
	},
	{
		asked: "--since last",
		by: "golden-thread audit --since last"
	},
	{
		asked: "--fail-on-new",
		by: "golden-thread audit --since last --fail-on-new"
	}
];
async function organisation(manifest, words, writing, request) {
	const isAsked = {
		"--ref": words.one("ref") !== null,
		"--shard": words.has("shard"),
		"--since last": words.one("since") === "last",
		"--fail-on-new": words.has("fail-on-new")
	};
	const one = OF_ONE.find(({ asked }) => isAsked[asked]);
	if (one !== void 0) throw new require_git.Fault("usage", `${one.asked} is asked of one repository, not of an organisation.`, {
		found: `--manifest ${manifest} ${one.asked}`,
		wanted: `--manifest FILE --out DIR without ${one.asked}, or ${one.asked} in each repository`,
		fix: one.by
	});
	const out = words.one("out");
	if (out === null) throw require_cli_js.usage(manual, "An organisation's audits need a folder.", { wanted: "--out DIR" });
	const { auditOrganisation } = await Promise.resolve().then(() => require("./cli-audit-organisation.js"));
	const minimums = (audit) => minimumsOf(audit, words);
	return auditOrganisation(writing, {
		manifest,
		out,
		formats: words.all("format"),
		request,
		minimums
	});
}
/** A minimum that is missed turns a pass into a fail. */
function codeOf(audit, words, io) {
	return require_world.exitCode(require_world.worst([audit.report.verdict, minimumVerdict(audit, words, io)]));
}
function minimumVerdict(audit, words, io) {
	const minimums = minimumsOf(audit, words);
	for (const text of minimumTexts(minimums)) io.stderr.write(`${text}\n`);
	return require_minimums.verdictOf(minimums);
}
function minimumsOf(audit, words) {
	return require_minimums.wantedMinimums(manual, words).map(({ name, percent }) => require_minimums.minimumOf(name, percent, audit));
}
function writingOf(words, io, world, request) {
	return {
		io,
		world,
		request,
		signing: require_evidence_words.signingOf(manual, words, "auto"),
		signatures: words.has("signatures")
	};
}
async function merge(folders, words, io, world) {
	if (folders.length === 0 || !words.has("out")) throw require_cli_js.usage(manual, "audit merge needs the folders of all shards, and one to write into.", { wanted: "audit merge DIR… --out DIR" });
	const { mergeFiles } = await Promise.resolve().then(() => require("./audit-merge.js"));
	const audit = mergeFiles(await Promise.all(folders.map(async (name) => {
		const path = (0, node_path.join)(name, require_partial.PARTIAL_FILE);
		return {
			name,
			path,
			bytes: await io.readFile(path)
		};
	})));
	const policyRef = words.one("policy-ref");
	const request = {
		place: require_place.placeOf(manual, words, io),
		...policyRef === null ? {} : { policyRef }
	};
	await (await Promise.resolve().then(() => require("./cli-audit-write.js"))).writeAuditOut(audit, words, writingOf(words, io, world, request));
	return codeOf(audit, words, io);
}
async function writeShard(folder, parts) {
	const path = (0, node_path.join)(folder, require_partial.PARTIAL_FILE);
	try {
		(0, node_fs.mkdirSync)(folder, { recursive: true });
		await (0, node_fs_promises.writeFile)(path, parts);
	} catch (cause) {
		throw new require_git.Fault("storage", "The shard can't be written.", {
			found: path,
			cause
		});
	}
}
/** `audit`: the whole history and tree, alone or in shards. */
const command = {
	manual,
	run
};

exports.command = command;
exports.minimumTexts = minimumTexts;