"use strict";

const require_check = require("./check.js");
const require_gate = require("./gate.js");
const require_opening = require("./opening.js");
const require_interner = require("./history-interner.js");
const require_month = require("./core-month.js");
const require_world = require("./world.js");
const require_core = require("./core.js");
const require_results = require("./store-results.js");

// src/simulate/fold.ts
/** The fate of every commit that has a facts key: the report's own verdict, and whether it came with a warning. */
function fateOf({ verdict, findings }) {
	switch (verdict) {
		case "fail": return "blocked";
		case "undecided": return "undecided";
		case "pass": return findings.some(({ outcome }) => outcome === "fail") ? "warned" : "passed";
	}
}
/** Counts the commits of a judged history from `since` (seconds since 1970) on, by fate, rule, author and month. */
function fold({ commits, keys }, since) {
	const fates = keys.map(fateOf);
	const ofKey = keys.map(() => 0);
	const authors = openGroups();
	const months = openGroups();
	let seen = 0;
	for (let index = 0; index < (commits?.count ?? 0); index++) {
		if (commits === null || commits.time(index) < since) continue;
		const key = commits.key(index);
		const fate = fates[key] ?? "passed";
		ofKey[key] = (ofKey[key] ?? 0) + 1;
		authors.add(commits.author(index), fate);
		months.add(require_month.dayOf(commits.time(index)), fate);
		seen++;
	}
	return {
		commits: seen,
		fates: total(fates, ofKey),
		rules: ruleRows(keys, ofKey),
		authors: authors.rows().sort((a, b) => b.blocked - a.blocked || byName(a, b)),
		months: monthly(months.rows())
	};
}
/** What `check range` says of the same commits; while `pending`, the law's date still lies ahead and nothing blocks. */
function verdictsOf({ commits, keys }, since, pending) {
	const verdicts = keys.map(({ verdict, findings }) => pending ? require_world.decide(findings.map(({ outcome }) => ({
		outcome,
		blocking: false
	}))) : verdict);
	const counts = {
		pass: 0,
		fail: 0,
		undecided: 0
	};
	for (let index = 0; index < (commits?.count ?? 0); index++) {
		if (commits === null || commits.time(index) < since) continue;
		counts[verdicts[commits.key(index)] ?? "undecided"]++;
	}
	return {
		passed: counts.pass,
		failed: counts.fail,
		undecided: counts.undecided
	};
}
function total(fates, ofKey) {
	const counts = {
		blocked: 0,
		undecided: 0,
		warned: 0,
		passed: 0
	};
	fates.forEach((fate, key) => {
		counts[fate] += ofKey[key] ?? 0;
	});
	return counts;
}
/** Rules that object to a commit at least once, what stops most first. */
function ruleRows(keys, ofKey) {
	const rows = /* @__PURE__ */ new Map();
	keys.forEach(({ findings }, key) => {
		const commits = ofKey[key] ?? 0;
		if (commits === 0) return;
		for (const said of new Set(findings.flatMap(objection))) {
			const [rule = "", what] = said.split("\n");
			const row = rows.get(rule) ?? {
				rule,
				blocked: 0,
				undecided: 0,
				warned: 0,
				unknown: 0
			};
			rows.set(rule, row);
			if (what === "blocked" || what === "undecided" || what === "warned" || what === "unknown") row[what] += commits;
		}
	});
	return [...rows.values()].sort((a, b) => b.blocked - a.blocked || b.undecided - a.undecided || b.warned - a.warned || require_interner.byText(a.rule, b.rule));
}
function objection({ rule, outcome, blocking }) {
	if (outcome === "fail") return [`${rule}\n${blocking ? "blocked" : "warned"}`];
	return outcome === "unknown" ? [`${rule}\n${blocking ? "undecided" : "unknown"}`] : [];
}
function openGroups() {
	const groups = /* @__PURE__ */ new Map();
	return {
		add(name, fate) {
			let group = groups.get(name);
			if (group === void 0) {
				group = {
					name,
					commits: 0,
					blocked: 0,
					undecided: 0
				};
				groups.set(name, group);
			}
			group.commits++;
			if (fate === "blocked") group.blocked++;
			if (fate === "undecided") group.undecided++;
		},
		rows: () => [...groups.values()]
	};
}
function monthly(days) {
	const months = /* @__PURE__ */ new Map();
	for (const day of [...days].sort((a, b) => a.name - b.name)) {
		const name = require_month.monthOf(day.name);
		const month = months.get(name) ?? {
			name,
			commits: 0,
			blocked: 0,
			undecided: 0
		};
		months.set(name, month);
		month.commits += day.commits;
		month.blocked += day.blocked;
		month.undecided += day.undecided;
	}
	return [...months.values()];
}
function byName(a, b) {
	return b.undecided - a.undecided || b.commits - a.commits || require_interner.byText(a.name, b.name);
}

// src/git/changed-folders.ts
/** The mode of a folder, as a raw diff writes it. */
const FOLDER = "040000";
/** `:<old mode> <new mode>`, in bytes. */
const MODES = 14;
const COLON = 58;
/** Ids written at once; the pipe is waited for between. */
const AT_ONCE = 500;
/**
* The folders in which each commit changed something against its first parent, cut to `depth` levels; `.` is the root.
* Commits without a change are not visited. At depth 1 git compares root trees alone, which is what makes it quick.
*/
async function changedFolders(repo, ids, depth, visit) {
	if (ids.length === 0) return;
	const deep = depth > 1 ? ["-r"] : [];
	const same = [
		"--raw",
		"-z",
		"--no-abbrev",
		"--no-renames",
		"--no-relative",
		"--ignore-submodules=none"
	];
	const args = [
		"diff-tree",
		"--stdin",
		"--root",
		"--diff-merges=first-parent",
		...deep,
		...same
	];
	const child = repo.git.spawn(args, { stdin: "pipe" });
	const reader = readFolders(depth, visit);
	child.stdout.on("data", reader.push);
	const { stdin } = child;
	for (let at = 0; stdin !== null && at < ids.length; at += AT_ONCE) if (!stdin.write(`${ids.slice(at, at + AT_ONCE).join("\n")}\n`) && stdin.writable) await Promise.race([new Promise((done) => stdin.once("drain", done)), child.done]);
	stdin?.end();
	await child.done;
	reader.end();
}
/** Reads `<commit>`, then pairs of `:<modes> <ids> <status>` and path, each ended by NUL, from chunks of any size. */
function readFolders(depth, visit) {
	let rest = Buffer.alloc(0);
	let id = "";
	let isFolder = null;
	let folders = /* @__PURE__ */ new Set();
	const end = () => {
		if (id !== "") visit(id, folders);
		folders = /* @__PURE__ */ new Set();
	};
	const take = (data, start, stop) => {
		if (isFolder !== null) {
			folders.add(folderOf(data.toString("utf8", start, stop), isFolder, depth));
			isFolder = null;
		} else if (data[start] === COLON) isFolder = data.toString("latin1", start + 1, start + MODES).includes(FOLDER);
		else {
			end();
			id = data.toString("latin1", start, stop).trim();
		}
	};
	const push = (chunk) => {
		const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		let at = 0;
		for (let stop = data.indexOf(0); stop >= 0; stop = data.indexOf(0, at)) {
			take(data, at, stop);
			at = stop + 1;
		}
		rest = data.subarray(at);
	};
	return {
		push,
		end
	};
}
function folderOf(path, isFolder, depth) {
	const parts = path.split("/");
	const folders = isFolder ? parts : parts.slice(0, -1);
	return folders.length === 0 ? "." : folders.slice(0, depth).join("/");
}

// src/simulate/folders.ts
/** Fewer than these are asked again faster than a file is written. */
const WORTH_KEEPING = 200;
/**
* How many of the commits touch each folder. What a commit changed against its first parent never changes, so it is asked
* once in its life; in a shallow clone the parent may yet come, and nothing is kept.
*/
async function folderRows(repo, ids, depth) {
	const file = require_results.resultsFile(repo.commonDir, "folders");
	const known = (repo.shallow ? null : read(file, depth)) ?? {
		sets: [[]],
		ofCommit: /* @__PURE__ */ new Map()
	};
	const open = ids.filter((id) => !known.ofCommit.has(id));
	await ask(repo, known, open, depth);
	if (!repo.shallow && open.length >= WORTH_KEEPING) write(file, known, depth);
	const perSet = known.sets.map(() => 0);
	for (const id of ids) {
		const set = known.ofCommit.get(id) ?? 0;
		perSet[set] = (perSet[set] ?? 0) + 1;
	}
	return rowsOf(known.sets, perSet);
}
/** Set 0 is the empty one: a commit that git names no folder of changed nothing. */
async function ask(repo, known, ids, depth) {
	const numbers = new Map(known.sets.map((set, index) => [set.join("\0"), index]));
	for (const id of ids) known.ofCommit.set(id, 0);
	await changedFolders(repo, ids, depth, (id, folders) => {
		const set = [...folders].sort();
		const name = set.join("\0");
		const number = numbers.get(name) ?? known.sets.push(set) - 1;
		numbers.set(name, number);
		known.ofCommit.set(id, number);
	});
}
function rowsOf(sets, perSet) {
	const counts = /* @__PURE__ */ new Map();
	sets.forEach((set, index) => {
		const commits = perSet[index] ?? 0;
		if (commits > 0) for (const folder of set) counts.set(folder, (counts.get(folder) ?? 0) + commits);
	});
	return Array.from(counts, ([folder, blocked]) => ({
		folder,
		blocked
	})).sort((a, b) => b.blocked - a.blocked || (a.folder < b.folder ? -1 : 1));
}
/** A line of JSON, the ids in hex one after the other, a blank, and the numbers of their sets. */
function write(file, { sets, ofCommit }, depth) {
	const digits = ofCommit.keys().next().value?.length ?? 0;
	const header = {
		version: require_core.BUILD,
		depth,
		digits,
		sets
	};
	const numbers = [...ofCommit.values()].join(",");
	const text = `${JSON.stringify(header)}\n${[...ofCommit.keys()].join("")} ${numbers}`;
	require_results.writeResults(file, [Buffer.from(text)]);
}
/** Null: not there, of another version or depth, or not whole. */
function read(file, depth) {
	const bytes = require_results.readResults(file);
	if (bytes === null) return null;
	const [head = "", body = ""] = Buffer.from(bytes.buffer).toString("utf8").split("\n", 2);
	try {
		const header = JSON.parse(head);
		if (header.version !== require_core.BUILD || header.depth !== depth) return null;
		const [ids = "", numbers = ""] = body.split(" ");
		const ofCommit = /* @__PURE__ */ new Map();
		numbers.split(",").forEach((number, index) => {
			ofCommit.set(ids.slice(index * header.digits, (index + 1) * header.digits), Number(number));
		});
		return {
			sets: header.sets,
			ofCommit
		};
	} catch {
		return null;
	}
}

// src/git/first-parents.ts
/** The line of first parents from a commit back (itself first), at most `most` of them, without what `exclude` reaches. */
async function firstParents(repo, tip, exclude, most) {
	const behind = exclude.map((id) => `^${id}`);
	return (await repo.git.text([
		"rev-list",
		"--first-parent",
		`--max-count=${most}`,
		tip,
		...behind
	])).split("\n").filter((id) => id !== "");
}
/** Ids of the commits that are reachable from `tip` and not from `base`. */
async function commitsAfter(repo, base, tip) {
	return (await repo.git.text(["rev-list", `${base}..${tip}`])).split("\n").filter((id) => id !== "");
}

// src/simulate/propose.ts
/** Time to see warnings and mend habits before they block: two weeks, one round of work in most teams. */
const WARN_FIRST_DAYS = 14;
const DAY = 864e5;
/** Where a policy is written where there is none. */
const POLICY_FILE = "golden-thread.yml";
/** A baseline behind which all that would be blocked lies, with as few commits behind it as that allows, and a date. */
async function propose(input) {
	const { law, assumed, report, pending } = input;
	const stopped = isStopped(report);
	const first = newest(report, stopped);
	const { baseline, after } = first < 0 ? {
		baseline: law.baseline,
		after: report.commits?.count ?? 0
	} : await baselineAfter(input, stopped, first);
	const enforceFrom = pending ? law.enforceFrom : assumed === null && first < 0 && !pending ? null : later(report.decidedAt);
	const lines = [
		...assumed === null || assumed === law.preset ? [] : [`preset: ${assumed}`],
		...baseline === law.baseline ? [] : [`baseline: { commit: ${baseline} }`],
		...enforceFrom === law.enforceFrom || enforceFrom === null ? [] : [`enforce_from: ${enforceFrom}`]
	];
	return {
		baseline,
		after,
		enforceFrom,
		file: law.sources[0] ?? POLICY_FILE,
		lines
	};
}
/** By facts key: whether its commits do not pass. */
function isStopped({ keys }) {
	return keys.map(({ verdict }) => verdict !== "pass");
}
/** Index of the newest commit that does not pass; -1: all do. */
function newest({ commits }, stopped) {
	for (let index = 0; index < (commits?.count ?? 0); index++) if (commits !== null && stopped[commits.key(index)]) return index;
	return -1;
}
/** The oldest commit on the tip's line of first parents after which every commit passes; the tip itself always is one. */
async function baselineAfter({ repo, law, range, report }, stopped, first) {
	const tip = range.include[0] ?? report.commits?.id(0) ?? "";
	if (first === 0) return {
		baseline: tip,
		after: 0
	};
	const exclude = [...range.exclude, ...law.baseline === null ? [] : [law.baseline]];
	const line = await firstParents(repo, tip, exclude, first + 1);
	const bad = idsOf(report, stopped);
	const passing = async (at) => {
		const after = await commitsAfter(repo, line[at] ?? tip, tip);
		return after.some((id) => bad.has(id)) ? -1 : after.length;
	};
	const own = line.indexOf(report.commits?.id(first) ?? "");
	const after = own < 0 ? -1 : await passing(own);
	if (after >= 0) return {
		baseline: line[own] ?? tip,
		after
	};
	return furthest(own < 0 ? line : line.slice(0, own), tip, passing);
}
function idsOf({ commits }, stopped) {
	const ids = /* @__PURE__ */ new Set();
	for (let index = 0; index < (commits?.count ?? 0); index++) if (commits !== null && stopped[commits.key(index)]) ids.add(commits.id(index));
	return ids;
}
/** Doubles its step while all pass, then halves it: git walks little more than what the answer spans. */
async function furthest(line, tip, passing) {
	let [good, after, step] = [
		0,
		0,
		1
	];
	let limit = line.length;
	while (good + 1 < limit) {
		const at = Math.min(good + step, limit - 1);
		const found = await passing(at);
		if (found < 0) limit = at;
		else [good, after] = [at, found];
		step = found < 0 ? Math.max(1, Math.floor((limit - good) / 2)) : step * 2;
	}
	return {
		baseline: line[good] ?? tip,
		after
	};
}
function later(at) {
	return new Date(Date.parse(at) + WARN_FIRST_DAYS * DAY).toISOString().slice(0, 10);
}

// src/simulate.ts
/**
* What today's policy would have done to a history if it were enforced today. It judges as `check range` does and counts
* the same keys; only the date from which the policy enforces is left out, and a preset that only observes.
*/
async function simulate(world, request) {
	const { place, policyRef } = request;
	const options = {
		place,
		haste: "command",
		...policyRef === void 0 ? {} : { policyRef }
	};
	const gate = await require_gate.openGate(world, {
		...options,
		opening: require_opening.startOpening(world, null)
	});
	const since = request.since === null ? Number.NEGATIVE_INFINITY : Date.parse(request.since) / 1e3;
	const assumed = assumedFor(request.preset, gate.law);
	const pending = !require_check.isEnforced(gate.law.enforceFrom, gate.at);
	const range = await gate.commits(request);
	const known = { commits: async () => range };
	const own = assumed === null ? null : verdictsOf(await require_check.checkCommits({
		...gate,
		...known
	}, request), since, false);
	const enforcing = assumed === null ? gate : await require_gate.openGate(world, {
		...options,
		assume: assumed,
		opening: require_opening.startOpening(world, null)
	});
	const report = await require_check.checkCommits({
		...enforced(enforcing),
		...known
	}, request);
	const today = own ?? verdictsOf(report, since, pending);
	const { commits, fates, ...tables } = fold(report, since);
	const input = {
		repo: gate.repo,
		law: gate.law,
		assumed,
		range,
		report,
		pending
	};
	return {
		...frame(gate, report, request, assumed),
		counts: {
			commits,
			...fates,
			beforeBaseline: report.counts.beforeBaseline
		},
		today,
		...tables,
		folders: {
			depth: request.depth,
			rows: await folderRows(gate.repo, blockedIds(report, since), request.depth)
		},
		proposal: await propose(input)
	};
}
/** A preset that the caller names; else one that blocks, where the policy's own does not. */
function assumedFor(asked, { preset }) {
	if (asked !== null) return asked === preset ? null : asked;
	return preset === "observe" ? "standard" : null;
}
/** As if the date from which the policy enforces had come. */
function enforced(gate) {
	return {
		...gate,
		law: {
			...gate.law,
			enforceFrom: null
		}
	};
}
function blockedIds({ commits, keys }, since) {
	const ids = [];
	for (let index = 0; index < (commits?.count ?? 0); index++) {
		if (commits === null || commits.time(index) < since) continue;
		if (keys[commits.key(index)]?.verdict === "fail") ids.push(commits.id(index));
	}
	return ids;
}
function frame({ law }, { schemaVersion, tool, place, decidedAt, subject, notices }, { since }, assumed) {
	const { digest: policyDigest, sources: policySources, preset, enforceFrom } = law;
	return {
		schemaVersion,
		kind: "simulate",
		tool,
		policyDigest,
		policySources,
		preset,
		assumed,
		place,
		decidedAt,
		enforceFrom,
		subject: {
			label: subject.label,
			since,
			complete: subject.complete
		},
		notices
	};
}

exports.simulate = simulate;