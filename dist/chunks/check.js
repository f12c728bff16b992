"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_interner = require("./history-interner.js");
const require_core = require("./core.js");
const require_git = require("./git.js");
const require_world = require("./world.js");
const require_history = require("./git-history.js");
const require_gather = require("./gather.js");
const require_id = require("./tasks-id.js");
const require_ref_moves = require("./core-ref-moves.js");
const require_pushes = require("./store-pushes.js");
const require_line_history = require("./git-line-history.js");
const require_results = require("./store-results.js");
const require_references = require("./references.js");
const require_claims = require("./git-claims.js");
const require_changes_here = require("./git-changes-here.js");
const require_rules = require("./rules.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_module = require("node:module");
let node_os = require("node:os");

// src/core/evaluate.ts
/**
* Asks every rule that the law, the kind of change and the known facts call for, weighs the answers, and lifts what is waived.
* Pure and total: nothing is short-cut, silence is `unknown`, and the order depends on the findings alone.
* Throws `Fault("internal")` where a rule throws or gives an answer that it does not declare.
*/
function evaluate(evidence, law, rules, context = {}) {
	const enforced = context.afterEnforceFrom ?? isEnforced(law.enforceFrom, evidence.at);
	const layers = layersOf(evidence, law);
	const findings = rules.filter((rule) => isAsked(rule, evidence)).flatMap((rule) => {
		return worstOf(weighingsOf(rule, law, layers).map((weighing) => ask$1(rule, evidence, weighing, enforced ? null : law.enforceFrom)));
	});
	return [...require_core.waive(findings, evidence, law.waivers)].sort(inOrder$1);
}
/** Whether the law enforces at a time (RFC 3339, UTC). Dates compare as text; the day itself is the first that enforces. */
function isEnforced(enforceFrom, at) {
	return enforceFrom === null || at.slice(0, enforceFrom.length) >= enforceFrom;
}
/** A message that is being written has no changed paths; every other change whose paths are unknown is asked, and answers `unknown`. */
function isAsked({ meta }, { change }) {
	if (!meta.on.includes(change.kind)) return false;
	if (!meta.needs.includes("paths") || change.kind !== "commit-message") return true;
	return change.commit.paths !== null;
}
/** Each rule set with the commits that are under it. Every set also speaks for the change as a whole. */
function layersOf(evidence, law) {
	const scoped = require_core.scopesOf(law);
	const layers = /* @__PURE__ */ new Map();
	require_core.commitsOf(evidence.change).forEach(({ paths }, index) => {
		for (const layer of scoped(paths?.map(({ path }) => path) ?? null).layers) {
			const commits = layers.get(layer);
			if (commits === void 0) layers.set(layer, /* @__PURE__ */ new Set([null, index]));
			else commits.add(index);
		}
	});
	return layers.size === 0 ? /* @__PURE__ */ new Map([[law.rules, /* @__PURE__ */ new Set([null])]]) : layers;
}
function weighingsOf({ meta }, law, layers) {
	const everywhere = new Set([...layers.values()].flatMap((commits) => [...commits]));
	const sets = meta.guardsLaw ? [...layers, [law.rules, everywhere]] : [...layers];
	const weighings = /* @__PURE__ */ new Map();
	for (const [set, commits] of sets) {
		const ruleLaw = set[meta.id];
		if (ruleLaw === void 0) throw new require_git.Fault("internal", `the resolved policy does not weigh the rule ${meta.id}`);
		if (ruleLaw.level === "off") continue;
		const key = JSON.stringify([
			ruleLaw.level,
			ruleLaw.unknown,
			ruleLaw.options
		]);
		const known = weighings.get(key);
		weighings.set(key, {
			ruleLaw,
			commits: /* @__PURE__ */ new Set([...known?.commits ?? [], ...commits])
		});
	}
	return [...weighings.values()];
}
function ask$1(rule, evidence, weighing, pending) {
	const { ruleLaw, commits } = weighing;
	const given = answersOf(rule, evidence, ruleLaw.options);
	return (given.length > 0 ? given : [{
		outcome: "unknown",
		code: "silent",
		about: { kind: "change" },
		args: {}
	}]).filter(({ about }) => commits.has(about.commit ?? null)).map((finding) => judged$1(rule, finding, ruleLaw, pending));
}
function answersOf(rule, evidence, options) {
	try {
		return rule.check(evidence, options);
	} catch (cause) {
		throw new require_git.Fault("internal", `the rule ${rule.meta.id} could not judge this change`, { cause });
	}
}
function judged$1({ meta }, finding, ruleLaw, pending) {
	const code = codeMeta(meta.id, meta.codes, finding);
	const level = ruleLaw.level === "off" || code.advisory ? "warn" : ruleLaw.level;
	const enforced = (finding.outcome === "fail" || finding.outcome === "unknown" && ruleLaw.unknown === "block") && level === "enforce";
	const shown = finding.outcome === "fail" || finding.outcome === "unknown";
	const own = shown && finding.fix !== void 0 ? finding.fix : null;
	const note = shown && own === null ? code.fix ?? (finding.outcome === "fail" ? meta.fix : "") : "";
	const { fix: _, ...answer } = finding;
	return {
		...answer,
		rule: meta.id,
		level,
		blocking: enforced && pending === null,
		args: enforced && pending !== null ? {
			...finding.args,
			enforce_from: pending
		} : finding.args,
		fix: {
			argv: own,
			note: enforced && pending !== null ? `${note} This blocks from ${pending} on.`.trim() : note
		}
	};
}
function codeMeta(rule, codes, { code, outcome }) {
	const known = code === "silent" ? require_core.GATE_CODES : codes;
	const meta = Object.hasOwn(known, code) ? known[code] : void 0;
	if (meta?.outcome !== outcome) throw new require_git.Fault("internal", `the rule ${rule} answered ${outcome} ${code}, which it does not declare`);
	return meta;
}
/** Where a commit is weighed in several ways, the way with the worst answer is kept, whole. */
function worstOf(answers) {
	if (answers.length <= 1) return answers[0] ?? [];
	const worst = /* @__PURE__ */ new Map();
	for (const findings of answers) for (const [commit, group] of byCommit(findings)) {
		const best = worst.get(commit);
		if (best === void 0 || weight(group) > weight(best)) worst.set(commit, group);
	}
	return [...worst.values()].flat();
}
function byCommit(findings) {
	const groups = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const commit = finding.about.commit ?? null;
		const group = groups.get(commit);
		if (group === void 0) groups.set(commit, [finding]);
		else group.push(finding);
	}
	return groups;
}
const OUTCOMES = [
	"skip",
	"pass",
	"unknown",
	"fail"
];
/** What blocks outweighs what does not; then fail, unknown, pass, skip; then the higher level. */
function weight(findings) {
	return Math.max(...findings.map(({ blocking, outcome, level }) => Number(blocking) * 100 + OUTCOMES.indexOf(outcome) * 10 + Number(level === "enforce")));
}
/** By commit (the whole change first), rule, path, line, ticket, code and arguments: never by the order of asking. */
function inOrder$1(a, b) {
	return (a.about.commit ?? -1) - (b.about.commit ?? -1) || require_interner.byText(a.rule, b.rule) || require_interner.byText(a.about.path ?? "", b.about.path ?? "") || (a.about.line ?? 0) - (b.about.line ?? 0) || require_interner.byText(a.about.ticket ?? "", b.about.ticket ?? "") || (a.about.start ?? 0) - (b.about.start ?? 0) || require_interner.byText(a.code, b.code) || require_interner.byText(JSON.stringify(a.args), JSON.stringify(b.args));
}

// src/core/report-tickets.ts
/** Every ticket that a change names, as it counted for the verdict, sorted by its look-up key. A pull request is none. */
function ticketsOf$2({ names, lookup, specs, digest }) {
	const tickets = /* @__PURE__ */ new Map();
	for (const { provider, remote, id } of names) {
		const at = remote === null ? "" : require_core.lookupKey(remote, id);
		if (remote === null || tickets.has(at)) continue;
		const answer = lookup(remote, id);
		if (answer?.status === "absent" && answer.isChange === true) continue;
		const name = {
			...NOTHING,
			at,
			remote,
			id,
			key: require_core.writtenId(provider, id),
			spec: specOf(specs?.[at])
		};
		tickets.set(at, told(name, answer, digest));
	}
	return [...tickets.keys()].sort().flatMap((at) => tickets.get(at) ?? []);
}
const NOTHING = {
	source: null,
	title: null,
	url: null,
	type: null,
	state: null,
	path: null,
	digest: null,
	asOf: null
};
function told(name, answer, digest) {
	switch (answer?.status) {
		case "found": {
			const { status, source, asOf = null, ticket } = answer;
			return {
				...name,
				...shown(ticket),
				status,
				source,
				asOf,
				digest: digest(ticket)
			};
		}
		case "claimed": return {
			...name,
			...shown(answer.ticket),
			status: answer.status
		};
		default: return {
			...name,
			status: answer?.status ?? "unavailable"
		};
	}
}
function shown({ key, title, url, type, state, path }) {
	return {
		key,
		title,
		url,
		type: type?.name ?? null,
		state,
		path
	};
}
function specOf(answer) {
	if (answer?.status !== "found") return null;
	const { source, path, digest } = answer.spec;
	return {
		source,
		path,
		digest
	};
}
/** What of a ticket its digest is made of. Labels are sorted: no tracker promises an order. */
function snapshotFields(ticket) {
	const { title, type, state, project, labels, criteria, description } = ticket;
	return {
		title,
		type,
		state,
		project,
		labels: [...labels].sort(),
		criteria,
		description
	};
}

// src/gather/globs.ts
/** Characters that make a path a pattern. */
const GLOB = /[*?[\]{}]/;
/** A longer pattern is no path that a person wrote, and could make an expression that takes too long. */
const LONGEST_GLOB = 300;
/** RegExp sources of the patterns that tickets and waivers name. picomatch is loaded only where there is one. */
async function globsOf(lookups, waivers) {
	const affected = Object.values(lookups).flatMap((lookup) => lookup.status === "found" || lookup.status === "claimed" ? lookup.ticket.affected : []);
	const globs = [.../* @__PURE__ */ new Set([...affected, ...waivers.flatMap((waiver) => waiver.for.paths ?? [])])].filter((pattern) => pattern.length <= LONGEST_GLOB && GLOB.test(pattern));
	if (globs.length === 0) return {};
	const { default: picomatch } = await Promise.resolve().then(() => require("./picomatch.js")).then((n) => /* @__PURE__ */ require_rolldown_runtime.__toESM(n.require_picomatch(), 1));
	return Object.fromEntries(globs.map((glob) => [glob, picomatch.makeRe(glob, {
		dot: true,
		noext: true
	}).source]));
}

// src/gather/parents.ts
/**
* The same look-ups and those of their tickets' parents, as far up as the law's rules ask: one question a level, and never one for
* what these or `known` tell already. `known` is not part of the answer.
*/
async function withParents(law, lookups, ask, known = {}) {
	const levels = require_core.parentLevels(law);
	let answers = lookups;
	let tickets = Object.values(lookups).flatMap(ticketsOf$1);
	for (let level = 0; level < levels && tickets.length > 0; level++) {
		const parents = parentsAbove(tickets);
		const told = (key) => answers[key] ?? known[key];
		const open = [...parents].filter(([key]) => told(key) === void 0).map(([, parent]) => parent);
		if (open.length > 0) answers = {
			...answers,
			...await ask(open)
		};
		tickets = [...parents.keys()].flatMap((key) => ticketsOf$1(told(key)));
	}
	return answers;
}
/** The same look-ups and those of the tickets that local tasks follow, where a rule compares the two. */
async function withUpstreams(law, lookups, ask) {
	if (!require_core.isAnywhereOn(law, require_core.UPSTREAM_RULES.consistent)) return lookups;
	const open = Object.values(lookups).flatMap(ticketsOf$1).flatMap(({ follows }) => follows?.remote == null ? [] : [{
		remote: follows.remote,
		id: follows.id
	}]).filter(({ remote, id }) => lookups[require_core.lookupKey(remote, id)] === void 0);
	return open.length === 0 ? lookups : {
		...lookups,
		...await ask(open)
	};
}
/** Distinct parents by look-up key. */
function parentsAbove(tickets) {
	return new Map(tickets.flatMap(({ remote, parent }) => parent === null ? [] : [[require_core.lookupKey(remote, parent), {
		remote,
		id: parent
	}]]));
}
function ticketsOf$1(lookup) {
	return lookup?.status === "found" || lookup?.status === "claimed" ? [lookup.ticket] : [];
}

// src/git/blobs.ts
/**
* Contents by object id, with two children: the sizes first, so that nothing large is ever read.
* `missing`: not in this repository (a shallow or partial clone). `too large`: above `limit` bytes.
*/
async function readBlobs(repo, oids, limit) {
	const blobs = /* @__PURE__ */ new Map();
	const sizes = await readSizes(repo, [...oids]);
	const wanted = [];
	for (const [oid, size] of sizes) if (size === null) blobs.set(oid, "missing");
	else if (size > limit) blobs.set(oid, "too large");
	else wanted.push(oid);
	if (wanted.length === 0) return blobs;
	const { stdout } = await repo.git.run([
		"cat-file",
		"--batch",
		"--buffer"
	], { input: `${wanted.join("\n")}\n` });
	let at = 0;
	for (const oid of wanted) {
		const start = stdout.indexOf(10, at) + 1;
		const end = start + (sizes.get(oid) ?? 0);
		blobs.set(oid, stdout.subarray(start, end));
		at = end + 1;
	}
	return blobs;
}
/**
* Visits the same one after the other, by their places in `oids`; what is not there or larger is left out. `bytes` is a view into a buffer
* that lives no longer than the visit, so that many blobs take no more memory than one.
*/
async function visitBlobs(repo, oids, limit, visit) {
	const sizes = await readSizes(repo, [...new Set(oids)]);
	const wanted = oids.flatMap((oid, index) => (sizes.get(oid) ?? limit + 1) <= limit ? [index] : []);
	if (wanted.length === 0) return;
	const child = repo.git.spawn([
		"cat-file",
		"--batch",
		"--buffer"
	], { stdin: "pipe" });
	let answered = 0;
	const next = () => wanted[answered++] ?? -1;
	const batch = require_git.readBatch({
		found: ({ body }) => visit(next(), body),
		absent: () => void next()
	});
	child.stdout.on("data", batch.push);
	child.stdin?.end(wanted.map((index) => `${oids[index]}\n`).join(""));
	await child.done;
}
async function readSizes(repo, oids) {
	const sizes = /* @__PURE__ */ new Map();
	if (oids.length === 0) return sizes;
	const { stdout } = await repo.git.run([
		"cat-file",
		"--batch-check=%(objecttype) %(objectsize)",
		"--buffer"
	], { input: `${oids.join("\n")}\n` });
	const lines = stdout.toString("latin1").split("\n");
	oids.forEach((oid, index) => {
		const [type, size] = (lines[index] ?? "").split(" ");
		sizes.set(oid, type === "blob" ? Number(size) : null);
	});
	return sizes;
}

// src/git/changed-blobs.ts
/** Files below `folders` that each commit changed against its first parent; root commits and merges included. */
async function changedBlobs(repo, ids, folders) {
	const { stdout } = await repo.git.run([
		"diff-tree",
		"--stdin",
		"-r",
		"-z",
		"--root",
		"--raw",
		"--no-abbrev",
		"--no-renames",
		"--diff-merges=first-parent",
		"--",
		...folders
	], { input: `${ids.join("\n")}\n` });
	return parseRaw(stdout.toString("utf8"));
}
/** Files below `folders` that the commit being written changes against `against`, in the index that a hook inherits. */
async function stagedBlobs(repo, against, folders) {
	const args = [
		"diff-index",
		"--cached",
		"-z",
		"--raw",
		"--no-abbrev",
		"--no-renames",
		against,
		"--",
		...folders
	];
	const { stdout } = await repo.git.run(args);
	return parseRaw(`${against}\0${stdout.toString("utf8")}`).get(against) ?? [];
}
/** `<commit>`, then pairs of `:<modes> <ids> <status>` and path, each ended by NUL (git-diff-tree, raw output format). */
function parseRaw(text) {
	const commits = /* @__PURE__ */ new Map();
	const fields = text.split("\0");
	let files = [];
	for (let at = 0; at < fields.length; at++) {
		const field = fields[at] ?? "";
		if (field.startsWith(":")) files.push(changed(field, fields[++at] ?? ""));
		else if (field !== "") {
			files = [];
			commits.set(field.trim(), files);
		}
	}
	return commits;
}
/** A symlink or submodule in a task folder is no task: its side counts as absent. */
function changed(header, path) {
	const [oldMode = "", newMode = "", oldId = "", newId = ""] = header.slice(1).split(" ");
	const before = isFile(oldMode) ? oldId : null;
	const after = isFile(newMode) ? newId : null;
	return {
		path,
		status: /^0+$/.test(oldMode) ? "added" : /^0+$/.test(newMode) ? "deleted" : "modified",
		before,
		after
	};
}
function isFile(mode) {
	return mode === "100644" || mode === "100755";
}

// src/gather/task-edits.ts
/** A task file above this is no task; the same limit as for the trusted tree's. */
const TASK_LIMIT = 1048576;
/**
* What commits do to task files: for each commit id (against its first parent) the edits of files in task folders.
* Three children of git whatever the number of commits. Commits without such edits have no entry.
*/
async function taskEdits(repo, tasks, ids) {
	const folders = foldersOf(tasks);
	if (folders.length === 0 || ids.length === 0) return /* @__PURE__ */ new Map();
	return editsOf$1(repo, tasks, await changedBlobs(repo, ids, folders));
}
/**
* What the commit being written does to tasks that are no longer open in the working tree: closing one is part of the work
* that it authorises, so these count as they stood in HEAD. `ids`: canonical ids of tasks that are cited and closed.
*/
async function stagedClosings(repo, tasks, ids) {
	const folders = foldersOf(tasks);
	const { oid } = await require_git.head(repo);
	if (folders.length === 0 || ids.size === 0 || oid === null) return [];
	return ((await editsOf$1(repo, tasks, /* @__PURE__ */ new Map([[oid, await stagedBlobs(repo, oid, folders)]]))).get(oid) ?? []).filter(({ before }) => before !== null && ids.has(before.id));
}
/** What the commit being written does to task files, against `base` (an id of a commit or of the empty tree). */
async function stagedEdits(repo, tasks, base) {
	const folders = foldersOf(tasks);
	if (folders.length === 0) return [];
	return (await editsOf$1(repo, tasks, /* @__PURE__ */ new Map([[base, await stagedBlobs(repo, base, folders)]]))).get(base) ?? [];
}
function foldersOf(tasks) {
	return tasks.backlogs.flatMap((backlog) => backlog.folders.map((folder) => folder.path));
}
async function editsOf$1(repo, tasks, changed) {
	const blobs = await readBlobs(repo, oidsOf(changed.values()), TASK_LIMIT);
	const edits = /* @__PURE__ */ new Map();
	for (const [id, files] of changed) {
		const own = await Promise.all(files.filter(({ path }) => tasks.isTaskPath(path)).map((file) => editOf(tasks, file, blobs)));
		if (own.length > 0) edits.set(id, own);
	}
	return edits;
}
function oidsOf(files) {
	const oids = /* @__PURE__ */ new Set();
	for (const { before, after } of [...files].flat()) {
		if (before !== null) oids.add(before);
		if (after !== null) oids.add(after);
	}
	return oids;
}
async function editOf(tasks, file, blobs) {
	const before = await snapshot(tasks, file.path, file.before, blobs);
	const after = await snapshot(tasks, file.path, file.after, blobs);
	const { path, status } = file;
	return {
		path,
		commit: 0,
		status,
		before: before.task,
		after: after.task,
		problems: after.problems
	};
}
async function snapshot(tasks, path, oid, blobs) {
	if (oid === null) return {
		task: null,
		problems: []
	};
	const bytes = blobs.get(oid) ?? "missing";
	if (typeof bytes === "string") return {
		task: null,
		problems: [unreadable(bytes)]
	};
	const parsed = await tasks.parse(path, bytes);
	if (parsed === null) return {
		task: null,
		problems: []
	};
	const { ticket, guarded, problems } = parsed;
	return {
		task: ticket === null || guarded === null ? null : {
			id: ticket.id,
			ticket,
			guarded
		},
		problems
	};
}
function unreadable(why) {
	return why === "missing" ? {
		code: "file-unreadable",
		line: 1,
		detail: "git has no such object here"
	} : {
		code: "file-too-large",
		line: 1,
		detail: `more than ${TASK_LIMIT} bytes`
	};
}

// src/gather/draft.ts
/** Evidence about a commit message: what it refers to and what the trackers say of that. */
async function draftEvidence(draft, around) {
	const { law, reader, sources, waivers, defaultBranches, at } = around;
	const references = [...require_gather.messageReferences(reader, draft.message, 0), ...draft.branch === null ? [] : require_gather.branchReferences(reader, draft.branch)];
	const ask = (wanted) => require_history.lookUp(law, sources, wanted);
	const named = await ask([...references, ...draft.facts.inherits?.references ?? []]);
	const lookups = await withParents(law, named, ask);
	const closed = closedTasks(lookups);
	const change = changeOf$1(draft);
	return {
		change,
		at,
		references,
		lookups,
		facts: [scoped(draft, law)],
		tasks: closed.size === 0 ? [] : await stagedClosings(around.repo, await around.tasks(), closed),
		waivers,
		globs: await globsOf(lookups, waivers),
		lawPaths: [],
		defaultBranches,
		...require_core.asksForAuthors(law, {
			change: "draft",
			lookups
		}) ? { authors: await around.mailmap(require_core.makersOf(change.commit)) } : {}
	};
}
/** Canonical ids of local tasks that are found, and not open for work. */
function closedTasks(lookups) {
	const closed = Object.values(lookups).flatMap((lookup) => lookup.status === "found" && lookup.source === "file" ? [lookup.ticket] : []).filter(({ state, archived }) => archived || !OPEN.has(state.category));
	return new Set(closed.map(({ id }) => id));
}
const OPEN = /* @__PURE__ */ new Set(["open", "in_progress"]);
/** Paths decide here which scopes the commit falls under, and nothing else: rules that need them ask a finished commit. */
function changeOf$1({ message, branch, author, parents, paths }) {
	return {
		kind: "commit-message",
		commit: {
			id: null,
			parents,
			author,
			committer: author,
			authoredAt: null,
			committedAt: null,
			message,
			paths
		},
		branch
	};
}
function scoped(draft, law) {
	if (draft.facts.exempt !== null || draft.paths === null || draft.paths.length === 0) return draft.facts;
	const { exempt } = require_core.scopesOf(law)(draft.paths.map(({ path }) => path));
	return exempt ? {
		...draft.facts,
		exempt: { kind: "scope" }
	} : draft.facts;
}

// src/gather/ticket-digest.ts
const load = (0, node_module.createRequire)(require("url").pathToFileURL(__filename).href);
/** Hex sha256 over what a ticket says, as RFC 8785 writes it: the same for everybody who is told the same. */
function ticketDigest(ticket) {
	return load("node:crypto").createHash("sha256").update(require_core.canonical(snapshotFields(ticket))).digest("hex");
}

// src/gather/pasts.ts
/** The same look-ups, with the past of every ticket that its tracker told just now: one question a remote. */
async function withPasts(law, sources, lookups, isWanted = () => true) {
	const told = { ...lookups };
	const asked = law.remotes.map(async ({ name }) => {
		const ids = openIds$1(lookups, name, isWanted);
		return {
			name,
			ids,
			pasts: ids.length === 0 ? null : await pastsOf(sources.get(name) ?? null, ids)
		};
	});
	for (const { name, ids, pasts } of await Promise.all(asked)) for (const id of ids) {
		const key = require_core.lookupKey(name, id);
		const lookup = lookups[key];
		if (lookup?.status !== "found") continue;
		told[key] = {
			...lookup,
			ticket: {
				...lookup.ticket,
				past: pasts?.get(id) ?? SILENT
			}
		};
	}
	return told;
}
const SILENT = {
	status: "untold",
	detail: "The tracker's answer left this ticket out."
};
const NOBODY$1 = {
	status: "untold",
	detail: "Nothing here asks this tracker for the past of a ticket."
};
/** Ids, as they were asked for, of a remote's tickets that nobody knows the past of. */
function openIds$1(lookups, remote, isWanted) {
	const prefix = require_core.lookupKey(remote, "");
	return Object.entries(lookups).flatMap(([key, lookup]) => {
		return lookup.status === "found" && lookup.source === "api" && lookup.ticket.past === void 0 && isWanted(lookup.ticket) && lookup.ticket.remote === remote && key.startsWith(prefix) ? [key.slice(prefix.length)] : [];
	});
}
async function pastsOf(source, ids) {
	if (source?.pasts === void 0) return new Map(ids.map((id) => [id, NOBODY$1]));
	try {
		return await source.pasts(ids);
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault)) throw thrown;
		return new Map(ids.map((id) => [id, {
			status: "untold",
			detail: thrown.message
		}]));
	}
}

// src/git/path-oids.ts
/** Object ids of files named as `COMMIT:PATH`, in order, with one child; null: no such file, or a name that holds a line break. */
async function pathOids(repo, names) {
	const asked = names.filter((name) => !name.includes("\n"));
	if (asked.length === 0) return names.map(() => null);
	const { stdout } = await repo.git.run([
		"cat-file",
		"--batch-check=%(objectname) %(objecttype)",
		"--buffer"
	], { input: `${asked.join("\n")}\n` });
	const lines = stdout.toString("utf8").split("\n");
	const found = new Map(asked.map((name, index) => [name, blobIn(lines[index] ?? "")]));
	return names.map((name) => found.get(name) ?? null);
}
function blobIn(line) {
	return /^([0-9a-f]{40}|[0-9a-f]{64}) blob$/.exec(line)?.[1] ?? null;
}

// src/gather/tasks-before.ts
/**
* Local tasks as they stood in the tree that a commit was made on: its first parent's. Answers only where exactly one file
* there is the task; where there is none or more, whatever is known otherwise stands. Keyed by commit, then by id.
*/
async function tasksBefore(repo, tasks, questions) {
	const places = questions.flatMap(({ commit, id, paths }) => paths.map((path) => ({
		commit,
		id,
		path
	})));
	const oids = await pathOids(repo, places.map(({ commit, path }) => `${commit}^1:${path}`));
	const blobs = await readBlobs(repo, new Set(oids.filter((oid) => oid !== null)), TASK_LIMIT);
	const found = /* @__PURE__ */ new Map();
	for (const [index, { commit, id, path }] of places.entries()) {
		const bytes = blobs.get(oids[index] ?? "");
		if (bytes === void 0 || typeof bytes === "string") continue;
		const ticket = (await tasks.parse(path, bytes))?.ticket;
		if (ticket?.id !== id) continue;
		const own = found.get(commit) ?? /* @__PURE__ */ new Map();
		found.set(commit, own.set(id, [...own.get(id) ?? [], {
			status: "found",
			ticket,
			source: "file"
		}]));
	}
	return new Map([...found].map(([commit, own]) => [commit, withoutDoubt(own)]));
}
function withoutDoubt(own) {
	return new Map([...own].flatMap(([id, [first, ...more]]) => first && more.length === 0 ? [[id, first]] : []));
}

// src/history/table.ts
/** What git said of a commit, in bits of `HistoryTable.flags`. */
const FLAG = {
	merge: 1,
	root: 2,
	/** The message claims to revert, cherry-pick or amend another commit. */
	claim: 4
};
/** How a path changed, by its number in `HistoryTable.paths.entries`. */
const STATUSES = [
	"added",
	"modified",
	"deleted"
];
/** Two bits of an entry hold the status. */
const STATUS_SPAN = 4;
/** The object id of commit `index`, in lower-case hex. */
function idAt(table, index) {
	const start = index * table.idBytes;
	return Buffer.from(table.ids.buffer, table.ids.byteOffset + start, table.idBytes).toString("hex");
}
/** The author of commit `index`, as its header has it. */
function authorAt(table, index) {
	return authorOf(table.authors[table.author[index] ?? 0] ?? "");
}
/** The author's line of an entry of `authors`. */
function authorOf(makers) {
	const end = makers.indexOf("\n");
	return end < 0 ? makers : makers.slice(0, end);
}
/** Who made the commits of an entry of `authors`. */
function makersIn$1(makers) {
	const [author = require_core.personIn(""), committer = author, ...coAuthors] = makers.split("\n").map(require_core.personIn);
	return {
		author,
		committer,
		coAuthors
	};
}
/** The references of commit `index`. */
function citedAt(table, index) {
	return table.citedSets[table.cited[index] ?? 0] ?? [];
}
/** The changed paths of commit `index`; modes and object ids are not kept. Null: not asked for. */
function pathsAt(table, index) {
	if (table.paths === null) return null;
	const { start, entries } = table.paths;
	const own = entries.subarray(start[index] ?? 0, start[index + 1] ?? 0);
	return Array.from(own, (entry) => ({
		path: table.pathNames[Math.floor(entry / 4)] ?? "",
		status: STATUSES[entry % 4] ?? "modified",
		mode: "",
		oid: ""
	}));
}

// src/history/as-of.ts
/**
* For commits that today's tasks do not authorise: the same tasks as they stood where the commit was made. A task that is done
* today was open while it was worked on, and only the tree that the author had tells. By index, then look-up key.
*/
async function answersAsOf(repo, table, tasks, { remote, levels }, indices) {
	const paths = pathsById(table, tasks);
	const asked = ({ commit, id }) => ({
		commit,
		id,
		paths: paths.get(id) ?? []
	});
	const cited = indices.flatMap((index) => {
		return citedAt(table, index).filter((one) => one.remote === remote).map(({ id }) => ({
			commit: idAt(table, index),
			id
		}));
	});
	if (cited.length === 0) return /* @__PURE__ */ new Map();
	const known = new Map(await tasksBefore(repo, tasks, cited.map(asked)));
	let found = known;
	for (let level = 0; level < levels && found.size > 0; level++) {
		const above = parentsIn(found).filter(({ commit, id }) => !known.get(commit)?.has(id));
		found = above.length === 0 ? /* @__PURE__ */ new Map() : await tasksBefore(repo, tasks, above.map(asked));
		for (const [commit, more] of found) known.set(commit, new Map([...known.get(commit) ?? [], ...more]));
	}
	return new Map(indices.flatMap((index) => {
		const own = known.get(idAt(table, index));
		if (own === void 0 || own.size === 0) return [];
		const answers = [...own].map(([id, lookup]) => [require_core.lookupKey(remote, id), lookup]);
		return [[index, Object.fromEntries(answers)]];
	}));
}
function parentsIn(told) {
	return [...told].flatMap(([commit, lookups]) => [...lookups.values()].flatMap((lookup) => lookup.status === "found" && lookup.ticket.parent !== null ? [{
		commit,
		id: lookup.ticket.parent
	}] : []));
}
/** Every path at which the history knows a task's file, by the ids that its name can mean. */
function pathsById(table, tasks) {
	const byId = /* @__PURE__ */ new Map();
	for (const path of /* @__PURE__ */ new Set([...table.pathNames, ...tasks.paths])) {
		if (!tasks.isTaskPath(path)) continue;
		for (const id of require_id.idsOfFileName(path)) {
			const own = byId.get(id);
			if (own === void 0) byId.set(id, [path]);
			else own.push(path);
		}
	}
	return byId;
}

// src/history/before.ts
/** Tasks looked for in earlier history at one time; a change that finishes more of them is answered for these. */
const MOST_TASKS = 200;
/**
* Which of the tasks that these edits finish are named by commits before the range: git searches the messages for the
* numbers, and the scanner says which of those are references. `known`: look-up keys that the range itself names.
*/
async function namedBefore(repo, reader, edits, revisions, known) {
	const before = revisions.filter((name) => name.startsWith("^")).map((name) => name.slice(1));
	const wanted = finished(edits).filter((key) => !known.has(key)).slice(0, MOST_TASKS);
	if (before.length === 0 || wanted.length === 0) return [];
	const args = [
		"log",
		"-z",
		"-i",
		"-E",
		"--format=%B",
		...wanted.map((key) => `--grep=${patternOf(key)}`),
		"--end-of-options",
		...before,
		"--"
	];
	const { stdout } = await repo.git.run(args);
	const found = stdout.toString("utf8").split("\0").flatMap((message) => require_gather.messageReferences(reader, message, 0));
	const keys = new Set(found.flatMap(({ remote, id }) => remote === null ? [] : [require_core.lookupKey(remote, id)]));
	return wanted.filter((key) => keys.has(key));
}
/** Look-up keys of the tasks that are done after an edit and were not before it. */
function finished(edits) {
	const done = [...edits].flat().filter(({ before, after }) => isDone(after) && !isDone(before));
	return [...new Set(done.flatMap(({ after }) => after === null ? [] : [require_core.lookupKey(after.ticket.remote, after.id)]))];
}
function isDone(task) {
	return task?.ticket.state.category === "done";
}
/** `TASK-7` as people write it: in any case, with leading zeros. */
function patternOf(key) {
	return key.slice(key.indexOf(":") + 1).replace(/[.]/g, "[.]").replace(/[0-9]+/g, (digits) => `0*${digits}`);
}

// src/core/timed.ts
/** Whether the moment at which a change was decided can make a difference to what the tracker's ticket of a look-up is worth. */
function timedUnder(law) {
	const hasOneList = !require_core.isAnywhereOn(law, "authoriser-is-not-author") && hasOnlyItsOwnStates(law);
	const wantsApproval = require_core.approvalLaws(law).length > 0;
	return (lookup) => {
		if (lookup?.status !== "found" || lookup.source === "file") return false;
		const { past, approvals = [], remote } = lookup.ticket;
		if (wantsApproval && approvals.length > 0) return true;
		if (past?.status !== "told") return false;
		if (!hasOneList) return hasMoments(past);
		const wanted = require_core.wantedStates(remote, law.sections.authorise);
		return !require_core.isSettled(past, (state) => require_core.isWantedState(state, wanted));
	};
}
/** No rule of the law or of a scope names states of its own. */
function hasOnlyItsOwnStates(law) {
	const own = JSON.stringify(law.sections.authorise.states);
	return require_core.authoriseOptions(law).every(({ states }) => states === void 0 || JSON.stringify(states) === own);
}
/** More than one answer to what it was, whatever the law makes of them. */
function hasMoments({ spans, since }) {
	return spans.length > 1 || since !== void 0 || spans.some(({ until }) => until !== null);
}

// src/git/arrivals.ts
/**
* When each commit came in, by id, in seconds since 1970: with the first of the moves that reaches it. What a move's old value
* reaches was there before anybody wrote anything down, and has no time. `arrivals`: in the order of their times.
*/
async function arrivalTimes(repo, arrivals) {
	const tips = new Set(arrivals.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()));
	if (tips.size === 0) return /* @__PURE__ */ new Map();
	const parents = await parentsBelow(repo, [...tips]);
	const times = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	for (const { from, to, at } of arrivals) {
		walk(parents, seen, from);
		const seconds = require_core.unixSeconds(at);
		if (Number.isNaN(seconds)) continue;
		for (const id of walk(parents, seen, to)) times.set(id, seconds);
	}
	return times;
}
/** A commit of a ref that is gone may be gone too. */
async function parentsBelow(repo, tips) {
	const input = `${tips.join("\n")}\n`;
	const text = await repo.git.text([
		"rev-list",
		"--parents",
		"--ignore-missing",
		"--stdin"
	], { input });
	return new Map(text.split("\n").filter((line) => line !== "").map((line) => {
		const [id = "", ...parents] = line.split(" ");
		return [id, parents];
	}));
}
/** The commits among `parents` that `tip` reaches and nobody has seen yet; they are seen then. */
function walk(parents, seen, tip) {
	const found = [];
	const open = tip === null ? [] : [tip];
	for (let id = open.pop(); id !== void 0; id = open.pop()) {
		if (seen.has(id) || !parents.has(id)) continue;
		seen.add(id);
		found.push(id);
		open.push(...parents.get(id) ?? []);
	}
	return found;
}

// src/history/decisions.ts
/** `recorded`: seconds since 1970 at which commits came in, by id, as far as that was written down; the others have only their dates. */
function decisionsOf(table, recorded) {
	let known = /* @__PURE__ */ new Float64Array(0);
	let merged = /* @__PURE__ */ new Uint8Array(0);
	const isKnown = (index) => !Number.isNaN(known[index] ?? NaN);
	const note = (index, seconds, isForge) => {
		if (known.length === 0) known = new Float64Array(table.count).fill(NaN);
		if (merged.length === 0) merged = new Uint8Array(table.count);
		known[index] = seconds;
		merged[index] = isForge ? 1 : 0;
	};
	for (let index = 0; index < (recorded.size === 0 ? 0 : table.count); index++) {
		const seconds = recorded.get(idAt(table, index));
		if (seconds !== void 0) note(index, seconds, false);
	}
	return {
		at: (index) => isKnown(index) ? known[index] ?? 0 : table.committed[index] ?? 0,
		source: (index) => {
			if (!isKnown(index)) return "committer-date";
			return merged[index] === 1 ? "forge" : "record";
		},
		isTold: () => known.some((seconds) => !Number.isNaN(seconds)),
		learn(index, seconds) {
			if (!isKnown(index)) note(index, seconds, true);
		}
	};
}

// src/history/forge-times.ts
/** Commits between two progress reports. */
const STEP = 500;
/** A forge that does not answer leaves commits their own date; what it told before counts. It is not asked again. */
function forgeTimes({ table, decisions, forge, progress }) {
	const asked = /* @__PURE__ */ new Set();
	let [done, untold] = [0, 0];
	let trouble = null;
	const tell = async (line, indices) => {
		const told = await line.arrivals(indices.map((index) => idAt(table, index)));
		for (const index of indices) {
			const seconds = require_core.secondsOf(told.get(idAt(table, index))?.at ?? "");
			if (seconds !== null) decisions.learn(index, seconds);
		}
		done += indices.length;
		progress?.(done, "commits asked of the forge");
	};
	return {
		async ask(indices) {
			const open = indices.filter((one) => !asked.has(one) && decisions.source(one) === "committer-date");
			for (const index of open) asked.add(index);
			if (open.length === 0) return;
			const before = done;
			try {
				if (trouble !== null) throw trouble;
				const line = await forge();
				if (line === null) return;
				for (let from = 0; from < open.length; from += STEP) await tell(line, open.slice(from, from + STEP));
			} catch (thrown) {
				if (!(thrown instanceof require_git.Fault) || thrown.code === "internal") throw thrown;
				trouble = thrown;
				untold += open.length - (done - before);
			}
		},
		notices: () => trouble === null ? [] : [`forge-times-untold: ${wordsOf(untold, trouble)}`]
	};
}
function wordsOf(commits, { message, fix }) {
	const advice = fix === void 0 ? [] : [`Fix: ${fix}`];
	return [
		`Commits: ${commits}.`,
		message,
		...advice
	].join(" ");
}

// src/history/decision-times.ts
/** Each commit was decided when it came in, as far as that was written down; else when its forge merged it. */
async function decisionTimes({ repo, law, forge }, table, progress) {
	const moves = require_pushes.recordedMoves(repo.commonDir).filter(({ ref }) => require_ref_moves.isWorkRef(String(ref)));
	const decisions = decisionsOf(table, await arrivalTimes(repo, moves));
	const asking = forgeTimes({
		table,
		decisions,
		forge,
		...progress ? { progress } : {}
	});
	return {
		decisions,
		notices: () => asking.notices(),
		async settle(lookups, around) {
			if (Object.keys(lookups).length === 0) return;
			const isTimed = timing(law, lookups);
			const all = isTimed(around);
			const sets = table.citedSets.map((cited) => all || isTimed(cited));
			if (sets.includes(true)) await asking.ask(indicesOf(table, (at) => sets[table.cited[at] ?? 0] ?? false));
		},
		async settleInherited(lookups, facts) {
			const isTimed = timing(law, lookups);
			const heirs = [...facts].filter(([, { inherits }]) => isTimed(inherits?.references ?? []));
			const ids = new Set(heirs.map(([id]) => id));
			if (ids.size > 0) await asking.ask(indicesOf(table, (at) => ids.has(idAt(table, at))));
		}
	};
}
function indicesOf({ count }, isWanted) {
	const indices = [];
	for (let index = 0; index < count; index++) if (isWanted(index)) indices.push(index);
	return indices;
}
/** Whether a moment makes a difference to any of some references, by their tickets or by what those are part of. */
function timing(law, lookups) {
	const isTimed = timedUnder(law);
	const levels = require_core.parentLevels(law);
	const at = (remote, id) => lookups[require_core.lookupKey(remote, id)];
	const ticketAt = (remote, id) => {
		const lookup = at(remote, id);
		return lookup?.status === "found" ? lookup.ticket : null;
	};
	return (references) => references.some(({ remote, id }) => {
		const ticket = remote === null ? null : ticketAt(remote, id);
		if (remote === null || ticket === null) return false;
		return [id, ...require_core.parentsOf(ticket, levels, (parent) => ticketAt(remote, parent))].some((one) => isTimed(at(remote, one)));
	});
}

// src/history/extent.ts
/** Whether a shallow clone's cut lies within these commits: what is behind it belongs to the range and is not here. */
async function hitsShallowEdge(repo, table) {
	if (!repo.shallow) return false;
	const edge = new Set(await require_git.shallowEdge(repo));
	for (let index = 0; index < table.count; index++) if (edge.has(idAt(table, index))) return true;
	return false;
}
/** How many commits of the revisions lie before the baseline (and are not judged). */
async function countBehind(repo, baseline, revisions) {
	if (baseline === null) return 0;
	const count = async (names) => Number(await repo.git.text([
		"rev-list",
		"--count",
		"--end-of-options",
		...names
	]));
	return await count(revisions.filter((name) => name !== `^${baseline}`)) - await count(revisions);
}

// src/history/told.ts
/** Longer first lines are cut, in bytes: somebody put a whole file there. */
const MOST_SUBJECT = 2e3;
/** Reads it of a commit's line. `isClaim`: its message claims to revert, pick or amend. */
function toldOf(line, isClaim) {
	const { message, encoding } = line;
	const end = message.indexOf("\n");
	return {
		subject: inUtf8(message.slice(0, Math.min(end < 0 ? message.length : end, MOST_SUBJECT)), encoding),
		kin: require_interner.kinText(line, isClaim)
	};
}
function inUtf8(latin1, encoding) {
	return encoding === null ? latin1 : Buffer.from(require_git.decodeText(latin1, encoding)).toString("latin1");
}
/** Collects rows. */
function openTold() {
	const subjects = require_interner.openTexts();
	const kin = require_interner.openTexts();
	return {
		add(row) {
			subjects.add(row.subject);
			kin.add(row.kin);
		},
		view: () => ({
			subjects: subjects.view(),
			kin: kin.view()
		})
	};
}
/** The named rows, in the given order. */
function selectTold(told, rows) {
	return told && {
		subjects: require_interner.selectTexts(told.subjects, rows),
		kin: require_interner.selectTexts(told.kin, rows)
	};
}
/** Two histories' columns as one's; null where one of them has none. */
function joinTold(first, second) {
	if (first === null || second === null) return null;
	return {
		subjects: require_interner.joinTexts(first.subjects, second.subjects),
		kin: require_interner.joinTexts(first.kin, second.kin)
	};
}

// src/history/order.ts
/**
* The same commits, newest first by committer time, then by id: an order that does not depend on how a history was
* walked or from which parts it was put together.
*/
function inOrder(table) {
	if (isInOrder(table)) return table;
	return selectRows(table, Uint32Array.from({ length: table.count }, (_, index) => index).sort((a, b) => compare(table, a, b)));
}
/** git's own order is this one, but for commits of one second and clocks that went wrong. */
function isInOrder(table) {
	for (let index = 1; index < table.count; index++) if (compare(table, index - 1, index) > 0) return false;
	return true;
}
function compare(table, a, b) {
	const later = (table.committed[b] ?? 0) - (table.committed[a] ?? 0);
	return later !== 0 ? later : compareIds(table, a, b);
}
function compareIds(table, a, b) {
	const { ids, idBytes } = table;
	for (let byte = 0; byte < idBytes; byte++) {
		const difference = (ids[a * idBytes + byte] ?? 0) - (ids[b * idBytes + byte] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
/** The named rows, in the given order. */
function selectRows(table, rows) {
	const ids = new Uint8Array(rows.length * table.idBytes);
	rows.forEach((row, index) => {
		ids.set(table.ids.subarray(row * table.idBytes, (row + 1) * table.idBytes), index * table.idBytes);
	});
	const pick = (column) => Float64Array.from(rows, (row) => column[row] ?? 0);
	return {
		...table,
		count: rows.length,
		ids,
		authored: pick(table.authored),
		committed: pick(table.committed),
		cited: pick(table.cited),
		author: pick(table.author),
		flags: pick(table.flags),
		told: selectTold(table.told, rows),
		paths: table.paths === null ? null : selectPaths(table.paths, rows)
	};
}
function selectPaths(paths, rows) {
	const start = new Float64Array(rows.length + 1);
	rows.forEach((row, index) => {
		start[index + 1] = (start[index] ?? 0) + (paths.start[row + 1] ?? 0) - (paths.start[row] ?? 0);
	});
	const entries = new Float64Array(start[rows.length] ?? 0);
	rows.forEach((row, index) => {
		entries.set(paths.entries.subarray(paths.start[row] ?? 0, paths.start[row + 1] ?? 0), start[index] ?? 0);
	});
	return {
		start,
		entries
	};
}

// src/history/keep.ts
/** The rows that are kept, with the sets of references that they have and no others, so that nobody is asked about the rest. */
function keepRows(table, keep) {
	if (keep === void 0) return table;
	const rows = Uint32Array.from({ length: table.count }, (_, index) => index).filter((index) => keep(idAt(table, index)));
	return rows.length === table.count ? table : withOwnSets(selectRows(table, rows));
}
/** The empty set stays the first. */
function withOwnSets(table) {
	const numbers = /* @__PURE__ */ new Map([[0, 0]]);
	const citedSets = [table.citedSets[0] ?? []];
	const cited = table.cited.map((set) => {
		const known = numbers.get(set);
		if (known !== void 0) return known;
		numbers.set(set, citedSets.length);
		return citedSets.push(table.citedSets[set] ?? []) - 1;
	});
	return {
		...table,
		cited,
		citedSets
	};
}

// src/history/local-lookups.ts
/** The law's remote for local tasks; null: it has none. */
function localRemote(law) {
	return law.remotes.find(({ kind }) => kind === "markdown")?.name ?? null;
}
/**
* Answers for local tasks by look-up key: found in the base, else claimed if the tip has them (`authorise.new_tasks` decides),
* else absent. No change of the range can authorise itself.
*/
async function localLookups(remote, ids, ends) {
	if (ids.length === 0) return {};
	const known = await (await ends.base()).byId(ids);
	const missing = ids.filter((id) => known.get(id)?.status === "absent");
	const brought = missing.length === 0 ? /* @__PURE__ */ new Map() : await (await ends.tip()).byId(missing);
	return Object.fromEntries(ids.map((id) => [require_core.lookupKey(remote, id), claimed(brought.get(id)) ?? known.get(id) ?? { status: "absent" }]));
}
function claimed(lookup) {
	if (lookup === void 0 || lookup.status === "absent") return null;
	return lookup.status === "found" ? {
		status: "claimed",
		ticket: lookup.ticket
	} : lookup;
}

// src/history/column.ts
/** Rows before the first growth; small ranges then never copy. */
const FIRST_ROWS = 1024;
/** Opens an empty column. Doubles hold every time, number and index exactly; one kind keeps the file format plain. */
function openColumn() {
	let rows = new Float64Array(FIRST_ROWS);
	let length = 0;
	return {
		push(value) {
			if (length === rows.length) {
				const larger = new Float64Array(rows.length * 2);
				larger.set(rows);
				rows = larger;
			}
			rows[length++] = value;
		},
		get length() {
			return length;
		},
		view: () => rows.subarray(0, length)
	};
}

// src/history/builder.ts
/** `idBytes`: 20 or 32, as the repository's object format has it. */
function buildHistory(idBytes, { paths: withPaths, told: withTold }, remoteOf) {
	const columns = openColumns();
	const sets = openCitedSets(remoteOf);
	const authors = require_interner.openInterner();
	const names = require_interner.openInterner();
	const ids = openIds(idBytes);
	const told = openTold();
	if (withPaths) columns.start.push(0);
	return {
		add(row) {
			ids.push(row.id);
			columns.authored.push(row.authoredAt);
			columns.committed.push(row.committedAt);
			columns.cited.push(sets.number(row.cited));
			columns.author.push(authors.number(row.author, ownCopy));
			columns.flags.push(row.flags);
			if (row.told !== null) told.add(row.told);
			if (!withPaths) return;
			for (const { path, status } of row.paths ?? []) columns.entries.push(names.number(path) * 4 + statusNumber(status));
			columns.start.push(columns.entries.length);
		},
		table: () => ({
			count: columns.authored.length,
			idBytes,
			ids: ids.view(),
			authored: columns.authored.view(),
			committed: columns.committed.view(),
			cited: columns.cited.view(),
			author: columns.author.view(),
			flags: columns.flags.view(),
			paths: withPaths ? {
				start: columns.start.view(),
				entries: columns.entries.view()
			} : null,
			told: withTold ? told.view() : null,
			citedSets: sets.sets,
			authors: authors.texts,
			pathNames: names.texts
		})
	};
}
function openColumns() {
	const [authored, committed, cited, author, flags, start, entries] = [
		openColumn(),
		openColumn(),
		openColumn(),
		openColumn(),
		openColumn(),
		openColumn(),
		openColumn()
	];
	return {
		authored,
		committed,
		cited,
		author,
		flags,
		start,
		entries
	};
}
function statusNumber(status) {
	return Math.max(0, STATUSES.indexOf(status));
}
/** Sets of references by content; most commits share a few thousand of them. */
function openCitedSets(remoteOf) {
	const sets = [[]];
	const usual = /* @__PURE__ */ new Map();
	const others = /* @__PURE__ */ new Map();
	const add = (cited) => sets.push(cited.map((one) => owned(one, remoteOf))) - 1;
	return {
		sets,
		number(cited) {
			const [first, second] = cited;
			if (first === void 0) return 0;
			if (second !== void 0 || first.spot !== void 0) return numberOf(others, keyOf(cited), () => add(cited));
			const known = usual.get(first.id);
			const manner = mannerOf(first);
			if (known?.manner === manner) return known.set;
			if (known !== void 0) return numberOf(others, keyOf(cited), () => add(cited));
			const set = add(cited);
			usual.set(ownCopy(first.id), {
				manner,
				set
			});
			return set;
		}
	};
}
function keyOf(cited) {
	return ownCopy(cited.map((one) => `${one.id}\0${mannerOf(one)}\0${one.spot ?? ""}`).join("\0"));
}
function numberOf(numbers, key, make) {
	const known = numbers.get(key);
	if (known !== void 0) return known;
	const made = make();
	numbers.set(key, made);
	return made;
}
function owned(one, remoteOf) {
	const remote = one.remote === void 0 ? remoteOf(one) : one.remote;
	return {
		...one,
		id: ownCopy(one.id),
		remote
	};
}
const PROVIDERS = [
	"github",
	"gitlab",
	"jira",
	"linear",
	"azure",
	"clickup",
	"notion",
	"tasks"
];
const PLACES = [
	"subject",
	"body",
	"trailer",
	"branch",
	"title",
	"pr-body",
	"file"
];
/** A number for how an id is cited. */
function mannerOf({ provider, place, role }) {
	return (PROVIDERS.indexOf(provider) * PLACES.length + PLACES.indexOf(place)) * 2 + (role === "closes" ? 1 : 0);
}
/** A cut of a commit's text would keep all of that text in memory. */
function ownCopy(text) {
	return Buffer.from(text).toString();
}
/** Raw object ids in one growing buffer. */
function openIds(idBytes) {
	let bytes = Buffer.alloc(1024 * idBytes);
	let length = 0;
	return {
		push(hex) {
			if (length === bytes.length) {
				const larger = Buffer.alloc(bytes.length * 2);
				larger.set(bytes);
				bytes = larger;
			}
			length += bytes.write(hex, length, "hex");
		},
		view: () => bytes.subarray(0, length)
	};
}

// src/history/read.ts
/** Commits between two progress reports: a few a second on a slow disk. */
const PROGRESS_STEP = 5e3;
/** Claims to revert, cherry-pick or amend another commit; git then has to confirm them. */
const CLAIMS = ["This reverts commit ", "(cherry picked from commit "];
const AUTOSQUASH = [
	"fixup! ",
	"squash! ",
	"amend! "
];
/** Walks the revisions (as `rev-list` takes them) newest first into columns. */
async function readHistory(repo, reader, revisions, options) {
	const idBytes = repo.objectFormat === "sha256" ? 32 : 20;
	const builder = buildHistory(idBytes, options, reader.remoteOf);
	const every = new RegExp(reader.scan.hint.source, "g");
	const messages = {
		scan: reader.scan,
		every,
		...options
	};
	let seen = 0;
	const visit = (line, paths) => {
		builder.add(rowOf(messages, line, paths));
		if (++seen % PROGRESS_STEP === 0) options.progress?.(seen);
	};
	if (options.paths) await require_history.walkPaths(repo, revisions, (raw, paths) => visit(lineOf(raw), paths));
	else await linesOf$1(repo, revisions, options.ahead).visit((line) => visit(line, null));
	return builder.table();
}
/** What git was asked ahead is taken only where it is the same that is wanted now. */
function linesOf$1(repo, revisions, ahead = null) {
	if (ahead?.revisions.join() === revisions.join()) return ahead;
	ahead?.drop();
	return require_line_history.startLines(repo, revisions);
}
function rowOf(reader, line, paths) {
	const flags = flagsOf(line);
	return {
		id: line.id,
		authoredAt: line.authoredAt,
		committedAt: line.committedAt,
		author: require_git.decodeText(reader.makers ? makersIn(line) : line.author, line.encoding),
		flags,
		cited: withBeside(citedIn(reader, line), reader.beside?.get(line.id)),
		paths,
		told: reader.told ? toldOf(line, (flags & FLAG.claim) !== 0) : null
	};
}
/** Of what else counts for it only what tells references apart is kept. */
function withBeside(own, others = NONE) {
	if (others.length === 0) return own;
	return [...own, ...others.map(({ provider, id, place, role }) => ({
		provider,
		id,
		place,
		role
	}))];
}
/** Who made a commit, as text of one line for each: its author, and where more than that is asked its committer and co-authors. */
function makersIn(line) {
	const { author, committer, message } = line;
	const others = CO_AUTHORED.test(message) ? require_core.coAuthorsIn(require_results.plainMessage(line, message)) : [];
	if (others.length === 0 && committer === author) return author;
	return [
		author,
		committer,
		...others.map(require_core.authorKey)
	].join("\n");
}
/** What a message with co-authors surely has, in a line of its own that may be indented. */
const CO_AUTHORED = /^[ \t]*co-authored-by[ \t]*:/im;
function lineOf({ id, authoredAt, committedAt, parents, encoding, message, ...raw }) {
	const [author, committer] = [raw.author, raw.committer].map((one) => one.slice(0, one.lastIndexOf(">") + 1));
	return {
		id,
		author: author ?? "",
		committer: committer ?? "",
		authoredAt,
		committedAt,
		parents: parents.length,
		joins: parents.slice(1),
		encoding,
		message: require_results.tidied(message),
		indented: false
	};
}
function flagsOf({ parents, message }) {
	const claims = AUTOSQUASH.some((mark) => message.startsWith(mark)) || CLAIMS.some((words) => message.includes(words));
	return (parents > 1 ? FLAG.merge : 0) | (parents === 0 ? FLAG.root : 0) | (claims ? FLAG.claim : 0);
}
const NONE = [];
/** The cheap hint runs on undecoded bytes; only what it lets through is decoded and scanned. */
function citedIn({ scan, every, spots }, line) {
	const part = untilLast(line.message, every);
	if (part === "") return NONE;
	const text = (some) => require_git.decodeText(require_results.plainMessage(line, some), line.encoding);
	const shown = text(part);
	const found = scan(shown, "commit");
	if (found.length === 0) return NONE;
	const whole = spots || !inFirstLine(shown, found) ? text(line.message) : null;
	const place = whole === null ? () => "subject" : placesIn(whole, found);
	return found.map((one) => {
		const { provider, id, role } = one;
		const placed = {
			provider,
			id,
			place: place(one),
			role
		};
		return whole === null || !spots ? placed : {
			...placed,
			spot: require_core.spotOf(whole, {
				...one,
				place: placed.place
			})
		};
	});
}
/** Most references stand in the first line, and then the message need not be taken apart. */
function inFirstLine(message, found) {
	const end = message.indexOf("\n");
	return end < 0 || end > 0 && found.every(({ start }) => start < end);
}
function placesIn(message, found) {
	if (inFirstLine(message, found)) return () => "subject";
	const parts = require_references.parseMessage(message);
	return ({ start }) => require_references.placeAt(parts, start);
}
/** Opens what can hide or change a reference that follows it: code, a comment or tag, a link, a fence. */
const OPENER = /[`<[~]/;
/**
* The message up to the line of the last thing that can be a reference; empty: there is none. Lines behind it can't change
* what stands before, as long as nothing is open there that they would close; else the whole message.
*/
function untilLast(message, every) {
	let last = 0;
	every.lastIndex = 0;
	while (every.test(message)) last = every.lastIndex;
	if (last === 0) return "";
	const end = message.indexOf("\n", last);
	if (end < 0) return message;
	const kept = message.slice(0, end);
	return OPENER.test(kept) ? message : kept;
}

// src/history/codec.ts
/** First bytes of the file; the number goes up with every change of the layout. */
const MAGIC = "golden-thread history 2\n";
/** Doubles are read in place, so every column starts at a multiple of their size. */
const ALIGN = 8;
/** A history as bytes: magic, length and text of a JSON header, then the columns as little-endian doubles. */
function encodeHistory(table, stored) {
	const { count, idBytes, citedSets, authors, pathNames, paths, told } = table;
	const header = {
		...stored,
		count,
		idBytes,
		paths: paths === null ? null : paths.entries.length,
		told: told && [told.subjects.bytes.length, told.kin.bytes.length],
		citedSets,
		authors,
		pathNames
	};
	const text = Buffer.from(JSON.stringify(header));
	const lead = Buffer.from(`${MAGIC}${String(text.length).padStart(12, "0")}\n`);
	const columns = [
		table.authored,
		table.committed,
		table.cited,
		table.author,
		table.flags
	];
	if (paths !== null) columns.push(paths.start, paths.entries);
	if (told !== null) columns.push(told.subjects.ends, told.kin.ends);
	return [
		...[
			lead,
			text,
			padding(lead.length + text.length),
			...columns.map(bytesOf)
		],
		table.ids,
		...told === null ? [] : [told.subjects.bytes, told.kin.bytes]
	];
}
function padding(length) {
	return new Uint8Array((ALIGN - length % ALIGN) % ALIGN);
}
function bytesOf(column) {
	return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}
/** Reads what `encodeHistory` wrote; null: not such bytes, cut short, or of another layout. Copies nothing. */
function decodeHistory(bytes) {
	const aligned = bytes.byteOffset % ALIGN === 0 ? bytes : new Uint8Array(bytes);
	const start = 37;
	const lead = Buffer.from(aligned.buffer, aligned.byteOffset, Math.min(start, aligned.length)).toString("latin1");
	if (!lead.startsWith(MAGIC)) return null;
	const length = Number(lead.slice(24));
	const header = parseHeader(aligned.subarray(start, start + length));
	if (header === null) return null;
	return readColumns(aligned, start + length, header);
}
function parseHeader(bytes) {
	try {
		const header = JSON.parse(Buffer.from(bytes).toString("utf8"));
		return Number.isInteger(header.count) && Array.isArray(header.citedSets) ? header : null;
	} catch {
		return null;
	}
}
function readColumns(bytes, end, header) {
	const { count, idBytes, paths, citedSets, authors, pathNames, version, reading, tip } = header;
	const [subjects, kin] = header.told ?? [0, 0];
	const rows = 5 * count + (paths === null ? 0 : count + 1 + paths) + (header.told === null ? 0 : 2 * count);
	let at = end + padding(end).length;
	if (bytes.length !== at + rows * ALIGN + count * idBytes + subjects + kin) return null;
	const column = (length) => {
		const view = new Float64Array(bytes.buffer, bytes.byteOffset + at, length);
		at += length * ALIGN;
		return view;
	};
	const [authored, committed, cited, author, flags] = [
		count,
		count,
		count,
		count,
		count
	].map(column);
	if (!authored || !committed || !cited || !author || !flags) return null;
	const own = paths === null ? null : {
		start: column(count + 1),
		entries: column(paths)
	};
	const ends = header.told === null ? null : [column(count), column(count)];
	const cut = (length) => {
		at += length;
		return bytes.subarray(at - length, at);
	};
	return {
		version,
		reading,
		tip,
		table: {
			authored,
			committed,
			cited,
			author,
			flags,
			paths: own,
			ids: cut(count * idBytes),
			told: ends && {
				subjects: {
					ends: ends[0],
					bytes: cut(subjects)
				},
				kin: {
					ends: ends[1],
					bytes: cut(kin)
				}
			},
			count,
			idBytes,
			citedSets,
			authors,
			pathNames
		}
	};
}

// src/history/join.ts
/** Two histories of one repository as one; the second's rows come last. Both have paths, or neither. */
function joinHistories(first, second) {
	const how = {
		paths: first.paths !== null,
		told: false
	};
	const builder = buildHistory(first.idBytes, how, () => null);
	for (const table of [first, second]) for (let index = 0; index < table.count; index++) builder.add({
		id: idAt(table, index),
		authoredAt: table.authored[index] ?? 0,
		committedAt: table.committed[index] ?? 0,
		author: table.authors[table.author[index] ?? 0] ?? "",
		flags: table.flags[index] ?? 0,
		cited: citedAt(table, index),
		paths: pathsAt(table, index),
		told: null
	});
	return {
		...builder.table(),
		told: joinTold(first.told, second.told)
	};
}

// src/history/stored.ts
/** Shorter histories are read faster than a stored one is worth. */
const WORTH_KEEPING$1 = 2e3;
/**
* Everything reachable from `tip`, in order. A commit never changes, so what was read once is kept and only commits
* that came since are read; commits that went (a force push) are dropped.
*/
async function wholeHistory(repo, reader, law, { tip, behind }, options) {
	const revisions = [tip, ...behind === null ? [] : [`^${behind}`]];
	if (repo.shallow) return inOrder(await readHistory(repo, reader, revisions, options));
	const kept = options.paths ? "paths" : "messages";
	const file = require_results.resultsFile(repo.commonDir, options.told ? `told-${kept}` : kept);
	const reading = JSON.stringify([
		law.scan,
		law.remotes,
		options.spots,
		options.makers,
		behind
	]);
	const before = readStored(file, reading);
	if (before?.tip === tip) return before.table;
	const table = inOrder(before === null ? await readHistory(repo, reader, revisions, options) : await brought(repo, reader, before, revisions, options));
	if (table.count >= WORTH_KEEPING$1) require_results.writeResults(file, encodeHistory(table, {
		version: require_core.BUILD,
		reading,
		tip
	}));
	return table;
}
function readStored(file, reading) {
	const bytes = require_results.readResults(file);
	const stored = bytes === null ? null : decodeHistory(bytes);
	return stored !== null && stored.version === require_core.BUILD && stored.reading === reading ? stored : null;
}
/** Moves a stored history to another tip. */
async function brought(repo, reader, stored, revisions, options) {
	const moved = await require_history.newAndGone(repo, stored.tip, revisions[0] ?? "");
	if (moved === null) return readHistory(repo, reader, revisions, options);
	const fresh = await readHistory(repo, reader, [...revisions, `^${stored.tip}`], options);
	const gone = new Set(moved.gone);
	return joinHistories(fresh, gone.size === 0 ? stored.table : without(stored.table, gone));
}
function without(table, gone) {
	const rows = Uint32Array.from({ length: table.count }, (_, index) => index);
	return selectRows(table, rows.filter((index) => !gone.has(idAt(table, index))));
}

// src/history/range-table.ts
/** The commits of the range, less those before the policy's baseline. */
async function revisionsOf({ repo, law }, range) {
	const named = [...range.include, ...range.exclude.map((id) => `^${id}`)];
	return law.baseline === null ? named : [...named, `^${await baselineIn(repo, law.baseline)}`];
}
async function baselineIn(repo, baseline) {
	try {
		return await require_git.resolveCommit(repo, baseline);
	} catch (cause) {
		throw new require_git.Fault("policy", "The policy's baseline is no commit of this repository.", {
			found: baseline,
			wanted: "a commit that is here",
			fix: repo.shallow ? "git fetch --unshallow" : "golden-thread config explain baseline",
			cause
		});
	}
}
/** Reads the commits of some revisions, in order; what was kept of a whole history is not read again. */
async function tableOf({ repo, law, reader }, { progress, beside, ahead = null, told = false }, revisions) {
	const spots = require_core.isAnywhereOn(law, "reference-place");
	const makers = require_core.asksForMakers(law, "commits");
	const plain = {
		paths: require_line_history.needsPaths(law),
		spots,
		makers,
		told,
		ahead,
		...progress ? { progress } : {}
	};
	if (beside !== void 0) return inOrder(await readHistory(repo, reader, revisions, {
		...plain,
		beside
	}));
	const [tip, ...others] = revisions;
	const behind = others.length === 1 && others[0] === `^${law.baseline}` ? law.baseline : null;
	if (tip !== void 0 && (others.length === 0 || behind !== null)) return wholeHistory(repo, reader, law, {
		tip,
		behind
	}, plain);
	return inOrder(await readHistory(repo, reader, revisions, plain));
}

// src/git/ancestry.ts
/**
* Reads who descends from whom, for all that is reachable from the tips, with one child (git-rev-list, `--timestamp
* --parents`). Worth it where there are many questions.
*/
async function readAncestry(repo, tips) {
	const numbers = /* @__PURE__ */ new Map();
	const parents = [];
	const times = [];
	const numberOf = (id) => {
		const known = numbers.get(id);
		if (known !== void 0) return known;
		numbers.set(id, numbers.size);
		times.push(0);
		return parents.push([]) - 1;
	};
	await eachLine(repo, tips, (line) => {
		const [time, ...commits] = line.split(" ");
		const [own, ...others] = commits.map(numberOf);
		if (own === void 0) return;
		parents[own] = others;
		times[own] = Number(time);
	});
	const graph = {
		parents,
		generations: generationsOf(parents, times)
	};
	return (ancestor, of) => {
		const wanted = numbers.get(ancestor);
		const start = numbers.get(of);
		return wanted !== void 0 && start !== void 0 && reaches(graph, start, wanted);
	};
}
async function eachLine(repo, tips, visit) {
	const list = repo.git.spawn([
		"rev-list",
		"--timestamp",
		"--parents",
		"--stdin"
	], { stdin: "pipe" });
	let rest = "";
	list.stdout.setEncoding("latin1").on("data", (chunk) => {
		const lines = (rest + chunk).split("\n");
		rest = lines.pop() ?? "";
		lines.forEach(visit);
	});
	list.stdin?.end(`${tips.join("\n")}\n`);
	await list.done;
}
/** With a stack of its own: histories are longer than a call stack. */
function generationsOf(parents, times) {
	const generations = new Float64Array(parents.length);
	const open = [];
	for (let start = 0; start < parents.length; start++) {
		open.push(start);
		for (let top = open.at(-1); top !== void 0; top = open.at(-1)) {
			const missing = (parents[top] ?? []).filter((parent) => generations[parent] === 0);
			if (generations[top] === 0 && missing.length > 0) {
				open.push(...missing);
				continue;
			}
			const behind = (parents[top] ?? []).map((parent) => (generations[parent] ?? 0) + 1);
			generations[top] = Math.max(times[top] ?? 0, 1, ...behind);
			open.pop();
		}
	}
	return generations;
}
/** Nothing below the wanted commit's generation leads to it. */
function reaches({ parents, generations }, start, wanted) {
	const lowest = generations[wanted] ?? 0;
	const seen = /* @__PURE__ */ new Set([start]);
	for (const at of seen) {
		if (at === wanted) return true;
		for (const parent of parents[at] ?? []) if ((generations[parent] ?? 0) >= lowest) seen.add(parent);
	}
	return false;
}

// src/git/patch-ids.ts
/**
* Only the changed lines count, not what stands around them, so that a revert still is one after its surroundings
* changed. Settings that would change a patch's text are overruled.
*/
const PATCH = [
	...[
		"-p",
		"--unified=0",
		"--full-index",
		"--no-renames",
		"--no-relative",
		"--ignore-submodules=none"
	],
	...[
		"--no-ext-diff",
		"--no-textconv",
		"--no-color",
		"--diff-algorithm=myers"
	],
	"--no-prefix"
];
/**
* Patch ids (git-patch-id, `--verbatim`: another indentation is another change) by commit id, with two children for any number of changes. A commit without a
* change has none, nor has one of which this clone lacks objects: git proves nothing of it. `undone`: of the inverse change.
*/
async function patchIds(repo, changes, options) {
	if (changes.length === 0) return /* @__PURE__ */ new Map();
	const args = [
		"diff-tree",
		"--stdin",
		"-r",
		"--root",
		"-m",
		"--first-parent",
		...PATCH,
		...options.undone ? ["-R"] : []
	];
	try {
		return await identify(repo, args, linesOf(changes));
	} catch (thrown) {
		if (!require_changes_here.isLack(thrown)) throw thrown;
	}
	const known = await require_changes_here.readableChanges(repo, changes.map(({ commit }) => commit));
	const here = changes.filter(({ commit, parent }) => parent === null && known.has(commit));
	return here.length === 0 ? /* @__PURE__ */ new Map() : identify(repo, args, linesOf(here));
}
function linesOf(changes) {
	return changes.map(({ commit, parent }) => parent === null ? `${commit}\n` : `${commit} ${parent}\n`).join("");
}
/** Patch id of what is staged against a tree or commit; null where nothing is. */
async function stagedPatchId(repo, against) {
	return [...(await identify(repo, [
		"diff-index",
		"--cached",
		...PATCH,
		against,
		"--"
	], "")).values()][0] ?? null;
}
/** What git says to an option that it does not know. */
const USAGE$1 = 129;
/** git before 2.39 can't but pass by blanks. */
async function identify(repo, args, input) {
	return await identified(repo, {
		args,
		input,
		how: "--verbatim"
	}) ?? await identified(repo, {
		args,
		input,
		how: "--stable"
	}) ?? /* @__PURE__ */ new Map();
}
/** Null: this git does not know how. */
async function identified(repo, { args, input, how }) {
	const diff = repo.git.spawn(args, { stdin: "pipe" });
	const ids = repo.git.spawn(["patch-id", how], {
		stdin: diff.stdout,
		codes: [0, USAGE$1]
	});
	diff.stdout.destroy();
	const children = require_git.together(diff, ids);
	let text = "";
	ids.stdout.setEncoding("latin1").on("data", children.guard((part) => {
		text += part;
	}));
	diff.stdin?.end(input);
	if (await ids.done.catch(() => null) === USAGE$1) {
		diff.kill();
		await children.done.catch(() => void 0);
		return null;
	}
	await children.done;
	const pairs = text.split("\n").map((line) => line.split(" "));
	return new Map(pairs.flatMap(([id, commit]) => id && commit ? [[commit, id]] : []));
}

// src/git/squash-target.ts
/** A fixup that lies further behind than this was not meant for the branch it stands on. */
const REACH = 2e3;
/**
* The ancestor that `git rebase --autosquash` would melt a `fixup!` into: the nearest one with that subject, else the one
* with that id, else the nearest whose subject begins so (git-rebase, `--autosquash`). `from`: where to begin looking.
*/
async function squashTarget(repo, from, named) {
	const log = repo.git.spawn([...[
		"-c",
		"i18n.logOutputEncoding=UTF-8",
		"log",
		"-z",
		"--format=%H %s",
		"--no-show-signature"
	], ...[
		`--max-count=${REACH}`,
		"--no-patch",
		"--end-of-options",
		from,
		"--"
	]]);
	const search = openSearch(named);
	let rest = "";
	log.stdout.setEncoding("utf8").on("data", (chunk) => {
		const entries = (rest + chunk).split("\0");
		rest = entries.pop() ?? "";
		if (entries.some((entry) => search.found(entry))) log.kill();
	});
	await log.done;
	return search.best();
}
function openSearch(named) {
	const isId = /^[0-9a-f]{7,64}$/.test(named);
	let exact = null;
	let byId = null;
	let begins = null;
	return {
		found(entry) {
			const space = entry.indexOf(" ");
			const id = entry.slice(0, space);
			const subject = entry.slice(space + 1);
			if (!require_core.isObjectId(id) || exact !== null) return exact !== null;
			if (subject === named) exact = id;
			else if (isId && id.startsWith(named)) byId ??= id;
			else if (subject.startsWith(named)) begins ??= id;
			return exact !== null;
		},
		best: () => exact ?? byId ?? begins
	};
}

// src/git/inheritance.ts
/** Claims that are looked into at one time: each may start a child of its own. */
const AT_ONCE = 4;
/**
* By the claimants' keys: a revert whose target is an ancestor with the inverse change, a cherry-pick whose source has the
* same change, an autosquash commit whose target is an ancestor.
*/
async function inheritances(ground, claimants) {
	const evidence = await gather(ground, claimants);
	const isAncestor = await ancestorTest(ground.repo, claimants);
	const confirmed = /* @__PURE__ */ new Map();
	for (let at = 0; at < claimants.length; at += AT_ONCE) {
		const some = claimants.slice(at, at + AT_ONCE);
		const answers = await Promise.all(some.map((claimant) => confirm$2(ground, {
			...evidence,
			isAncestor
		}, claimant)));
		some.forEach(({ key }, index) => {
			const answer = answers[index];
			if (answer) confirmed.set(key, answer);
		});
	}
	const lacking = claimants.filter((claimant) => lacks(evidence, claimant));
	return {
		confirmed,
		open: new Set(lacking.map(({ key }) => key))
	};
}
/** Whether a name or a patch of it is not here. An empty commit has no patch either, and is asked about again. */
function lacks({ named, done, undone }, { claims, change }) {
	const names = namesIn(claims);
	if (names.some((name) => !named.has(name))) return true;
	if (names.length > 0 && "commit" in change && !done.has(change.commit)) return true;
	const isUnread = (made) => (claim) => changeOf(named, claim).some(({ commit }) => !made.has(commit));
	return claims.picks.map((id) => ({
		id,
		mainline: null
	})).some(isUnread(done)) || claims.reverts.some(isUnread(undone));
}
function namesIn({ reverts, picks }) {
	return [...picks, ...reverts.flatMap(({ id, mainline }) => mainline === null ? [id] : [id, mainline])];
}
/** One question for all ids, then one for all changes each way. */
async function gather(ground, claimants) {
	const { repo } = ground;
	const claims = claimants.map((claimant) => claimant.claims);
	const picks = claims.flatMap((claim) => claim.picks);
	const reverts = claims.flatMap((claim) => claim.reverts);
	const named = await commitsNamed(ground, claims.flatMap(namesIn));
	const own = claimants.flatMap(({ change, claims: all }) => "commit" in change && namesIn(all).some((name) => named.has(name)) ? [change] : []);
	const sources = picks.flatMap((name) => changeOf(named, {
		id: name,
		mainline: null
	}));
	const [done, undone] = await Promise.all([patchIds(repo, [...own, ...sources], { undone: false }), patchIds(repo, reverts.flatMap((revert) => changeOf(named, revert)), { undone: true })]);
	return {
		named,
		done,
		undone
	};
}
/** The change of a named commit; none if the parent that is named with it is not its own. */
function changeOf(named, { id, mainline }) {
	const commit = named.get(id);
	if (commit === void 0) return [];
	if (mainline === null) return [{
		commit: commit.id,
		parent: null
	}];
	const parent = named.get(mainline)?.id;
	return parent !== void 0 && commit.parents.includes(parent) ? [{
		commit: commit.id,
		parent
	}] : [];
}
/** Names that begin the id of exactly one commit. A ref of that name says nothing: refs are anybody's. */
async function commitsNamed({ repo, objects }, names) {
	const distinct = [...new Set(names)];
	if (distinct.length === 0) return /* @__PURE__ */ new Map();
	const lines = (await repo.git.text([
		"cat-file",
		"--batch-check=%(objectname) %(objecttype)",
		"--buffer"
	], { input: `${distinct.join("\n")}\n` })).split("\n");
	const read = distinct.map(async (name, index) => {
		const [id = "", type] = (lines[index] ?? "").split(" ");
		const object = type === "commit" && id.startsWith(name) ? await objects.read(id) : null;
		return object === null ? [] : [[name, require_git.parseCommit(object.oid, object.bytes)]];
	});
	return new Map((await Promise.all(read)).flat());
}
async function confirm$2(ground, { named, done, undone, isAncestor }, { claims, change, from }) {
	const own = "commit" in change ? [done.get(change.commit)] : change;
	const isSame = (patch) => patch !== void 0 && own.includes(patch);
	for (const revert of claims.reverts) {
		const target = named.get(revert.id);
		const undoes = changeOf(named, revert).some(({ commit }) => isSame(undone.get(commit)));
		if (target && undoes && from !== null && await isAncestor(target.id, from)) return {
			kind: "revert",
			target
		};
	}
	const source = claims.picks.flatMap((name) => named.get(name) ?? []).find(({ id }) => isSame(done.get(id)));
	if (source) return {
		kind: "cherry-pick",
		target: source
	};
	if (claims.amends === null || from === null) return null;
	const target = await squashTarget(ground.repo, from, claims.amends);
	const object = target === null ? null : await ground.objects.read(target);
	return object === null ? null : {
		kind: "autosquash",
		target: require_git.parseCommit(object.oid, object.bytes)
	};
}
/** From so many reverts on, walking the history once takes less time than a child for each. */
const MANY$1 = 20;
async function ancestorTest(repo, claimants) {
	const tips = claimants.flatMap(({ claims, from }) => claims.reverts.length > 0 && from !== null ? [from] : []);
	if (tips.length >= MANY$1) return readAncestry(repo, tips);
	return async (ancestor, of) => {
		const args = [
			"merge-base",
			"--is-ancestor",
			ancestor,
			of
		];
		return (await repo.git.run(args, { codes: [0, 1] })).code === 0;
	};
}

// src/git/own-merge.ts
/** Merges that may end a child before the rest is called unknown: each is a damaged history's. */
const RESTARTS = 20;
/**
* git's own merges of many sets of parents, in order, with few children for all merges of two (git-merge-tree, `--stdin`).
* More than two are merged one after the other, as `git merge` does. Makes objects: run it in a quarantine.
*/
async function ownMerges(git, merges, progress) {
	const answers = [];
	let done = 0;
	const merged = async (some) => {
		const made = await mergePairs(git, some);
		done += some.length;
		progress?.(done, "merges made once more");
		return made;
	};
	const pairs = await inHalves(merges.filter(isPair), (half) => inTurn(half, merged));
	let next = 0;
	for (const parents of merges) answers.push(isPair(parents) ? pairs[next++] ?? "unknown" : await mergeMany(git, parents));
	return answers;
}
/** Two children where there is work for two: git merges on one core. */
async function inHalves(all, act) {
	if (all.length < WORTH_TWO) return act(all);
	const middle = all.length >> 1;
	return (await Promise.all([act(all.slice(0, middle)), act(all.slice(middle))])).flat();
}
/** A child a while's worth: who waits sees that it goes on. */
async function inTurn(all, act) {
	const answers = [];
	for (let at = 0; at < all.length; at += A_WHILE) answers.push(await act(all.slice(at, at + A_WHILE)));
	return answers.flat();
}
/** A second or two of them. */
const A_WHILE = 1e3;
/** Merges that take longer than another child's start. */
const WORTH_TWO = 100;
function isPair(parents) {
	return parents.length === 2;
}
async function mergePairs(git, pairs) {
	const answers = [];
	for (let start = 0; start <= RESTARTS && answers.length < pairs.length; start++) {
		const input = pairs.slice(answers.length).map((pair) => `${pair.join(" ")}\n`).join("");
		const { code, stdout } = await git.run([
			"merge-tree",
			"--write-tree",
			"--stdin",
			"--name-only",
			"--no-messages",
			"--allow-unrelated-histories"
		], {
			input,
			codes: ANY_END
		});
		if (code === USAGE) break;
		answers.push(...parseMerges(stdout));
		if (answers.length < pairs.length) answers.push("unknown");
	}
	return answers;
}
/** Exit code of a git that does not know the options. */
const USAGE = 129;
const ANY_END = [
	0,
	1,
	128,
	USAGE
];
/** `<1 clean, 0 not> NUL <tree> NUL`, the names in conflict each with a NUL, and one NUL more. */
function parseMerges(stdout) {
	const answers = [];
	const tokens = stdout.toString("latin1").split("\0");
	for (let at = 0; at + 2 < tokens.length;) {
		answers.push(tokens[at] === "1" ? { tree: tokens[at + 1] ?? "" } : "conflict");
		const end = tokens.indexOf("", at);
		at = end < 0 ? tokens.length : end + 1;
	}
	return answers;
}
async function mergeMany(git, parents) {
	const [first, ...others] = parents;
	if (first === void 0 || others.length === 0) return "unknown";
	let soFar = first;
	let merged = "unknown";
	for (const other of others) {
		[merged = "unknown"] = await mergePairs(git, [[soFar, other]]);
		if (typeof merged === "string") return merged;
		soFar = await git.withEnv(NOBODY).text([
			"commit-tree",
			"-m",
			"",
			"-p",
			soFar,
			"-p",
			other,
			merged.tree
		]);
	}
	return merged;
}
/** After every commit that there is, as a child of its parents should be. */
const LATER = "@4102444800 +0000";
/** A commit that exists only until its tree is known needs an author, and the repository may name none. */
const NOBODY = {
	GIT_AUTHOR_NAME: "nobody",
	GIT_AUTHOR_EMAIL: "nobody",
	GIT_AUTHOR_DATE: LATER,
	GIT_COMMITTER_NAME: "nobody",
	GIT_COMMITTER_EMAIL: "nobody",
	GIT_COMMITTER_DATE: LATER
};

// src/git/quarantine.ts
/**
* Lets git make objects that the repository never sees: new ones go to a temporary folder that is removed afterwards,
* the repository's own (and those of a push that a hook is judging) are read as before (git, GIT_OBJECT_DIRECTORY and
* GIT_ALTERNATE_OBJECT_DIRECTORIES).
*/
async function withQuarantine(repo, act) {
	const folder = (0, node_fs.mkdtempSync)((0, node_path.join)((0, node_os.tmpdir)(), "golden-thread-objects-"));
	const { GIT_OBJECT_DIRECTORY, GIT_ALTERNATE_OBJECT_DIRECTORIES } = repo.git.env;
	const alternates = [(0, node_path.join)(repo.commonDir, "objects"), ...GIT_OBJECT_DIRECTORY ? [GIT_OBJECT_DIRECTORY] : []].map((path) => `"${path.replace(/["\\]/g, "\\$&")}"`);
	if (GIT_ALTERNATE_OBJECT_DIRECTORIES) alternates.push(GIT_ALTERNATE_OBJECT_DIRECTORIES);
	try {
		return await act(repo.git.withEnv({
			GIT_OBJECT_DIRECTORY: folder,
			GIT_ALTERNATE_OBJECT_DIRECTORIES: alternates.join(node_path.delimiter)
		}));
	} finally {
		(0, node_fs.rmSync)(folder, {
			recursive: true,
			force: true
		});
	}
}

// src/git/facts.ts
/**
* Facts of commits by id, with few children for many commits; nothing is written to the repository. Throws
* Fault("repository") for an id that is no commit here.
*/
async function factsOf(repo, ids, progress) {
	const objects = require_git.openObjects(repo);
	try {
		const commits = await Promise.all(ids.map((id) => demandCommit(objects, id)));
		const kinds = await mergeKinds(repo, commits.filter(({ parents }) => parents.length > 1), progress);
		const { confirmed, open } = await inheritances({
			repo,
			objects
		}, commits.flatMap(claimantOf));
		return new Map(ids.map((id) => {
			const [merge, inherits] = [kinds.get(id) ?? null, confirmed.get(id) ?? null];
			return [id, {
				merge,
				inherits,
				lasting: merge !== "unknown" && (inherits !== null || !open.has(id))
			}];
		}));
	} finally {
		await objects.close();
	}
}
async function demandCommit(objects, id) {
	const object = await objects.read(id);
	if (object?.type === "commit") return require_git.parseCommit(object.oid, object.bytes);
	throw new require_git.Fault("repository", "The repository lacks a commit.", {
		found: id,
		fix: "git fetch --refetch"
	});
}
/** A merge reverts or picks nothing by itself; its parents' changes are judged where they were made. */
function claimantOf({ id, parents, message, encoding }) {
	const claims = require_claims.claimsIn(require_git.decodeText(message, encoding));
	if (!(claims.reverts.length + claims.picks.length > 0 || claims.amends !== null) || parents.length > 1) return [];
	return [{
		key: id,
		claims,
		change: {
			commit: id,
			parent: null
		},
		from: parents[0] ?? null
	}];
}
async function mergeKinds(repo, merges, progress) {
	if (merges.length === 0) return /* @__PURE__ */ new Map();
	const own = await withQuarantine(repo, async (git) => {
		if (merges.length >= MANY) await speedUp(repo, git, merges);
		return ownMerges(git, merges.map(({ parents }) => parents), progress);
	});
	return new Map(merges.map(({ id, tree }, index) => [id, mergeKind(repo, own[index] ?? "unknown", tree)]));
}
/** From so many merges on, numbering the history takes less time than it saves each of them. */
const MANY = 500;
/** Lets git find merge bases by numbers (git-commit-graph), kept in the quarantine where the repository has none. */
async function speedUp(repo, git, commits) {
	const info = (0, node_path.join)(repo.commonDir, "objects", "info");
	if ((0, node_fs.existsSync)((0, node_path.join)(info, "commit-graph")) || (0, node_fs.existsSync)((0, node_path.join)(info, "commit-graphs"))) return;
	await git.run([
		"commit-graph",
		"write",
		"--stdin-commits",
		"--no-progress"
	], {
		input: commits.map(({ id }) => `${id}\n`).join(""),
		codes: [
			0,
			1,
			128,
			129
		]
	});
}
/** Where the merge base may be hidden, only a merge that comes out the same proves anything. */
function mergeKind(repo, own, tree) {
	if (own === "unknown") return "unknown";
	if (own !== "conflict" && own.tree === tree) return "clean";
	return repo.shallow ? "unknown" : "changed";
}

// src/gather/commit-facts.ts
/** What git confirms of commits that claim to be something else than a plain change, by id. */
async function confirmFacts(repo, reader, law, ids, progress) {
	const facts = await factsOf(repo, ids, progress);
	return new Map([...facts].map(([id, one]) => [id, {
		...confirmed(one, reader, law),
		lasting: one.lasting
	}]));
}
/**
* In the words of the rules. A merge of which git can't tell how it came about is judged like any change: neither exempt
* nor called evil.
*/
function confirmed({ merge, inherits }, reader, law) {
	return {
		exempt: merge === "clean" && law.exempt.merges === "clean" ? { kind: "clean-merge" } : null,
		evilMerge: merge === "changed",
		inherits: inherits === null ? null : inherited(inherits, reader)
	};
}
function inherited({ kind, target }, reader) {
	const message = require_git.decodeText(target.message, target.encoding);
	return {
		kind,
		target: target.id,
		references: require_gather.messageReferences(reader, message, 0)
	};
}

// src/history/stored-facts.ts
/** Fewer than these are asked again faster than a file is written. */
const WORTH_KEEPING = 50;
/**
* What git confirms of commits, asked once in a commit's life: neither the commit nor what it stands on ever changes. In a
* shallow clone more may be known after the next fetch, so nothing is kept there.
*/
async function keptFacts(repo, reader, law, ids, progress) {
	if (repo.shallow) return confirmFacts(repo, reader, law, ids, progress);
	const file = require_results.resultsFile(repo.commonDir, "facts");
	const reading = JSON.stringify([
		law.scan,
		law.remotes,
		law.exempt.merges
	]);
	const known = read(file, reading);
	const open = ids.filter((id) => known[id] === void 0);
	const asked = open.length === 0 ? [] : [...await confirmFacts(repo, reader, law, open, progress)];
	const fresh = new Map(asked.map(([id, { lasting: _, ...facts }]) => [id, facts]));
	const lasting = asked.flatMap(([id, { lasting }]) => {
		const facts = fresh.get(id);
		return lasting && facts !== void 0 ? [[id, facts]] : [];
	});
	if (lasting.length >= WORTH_KEEPING) {
		const kept = {
			version: require_core.BUILD,
			reading,
			facts: {
				...known,
				...Object.fromEntries(lasting)
			}
		};
		require_results.writeResults(file, [Buffer.from(JSON.stringify(kept))]);
	}
	return new Map(ids.flatMap((id) => {
		const facts = fresh.get(id) ?? known[id];
		return facts === void 0 ? [] : [[id, facts]];
	}));
}
function read(file, reading) {
	const bytes = require_results.readResults(file);
	if (bytes === null) return {};
	try {
		const kept = JSON.parse(Buffer.from(bytes).toString("utf8"));
		return kept.version === require_core.BUILD && kept.reading === reading ? kept.facts : {};
	} catch {
		return {};
	}
}

// src/history/case.ts
/** Reads a range and everything its references lead to. Throws `Fault("repository")` for a range that git does not know. */
async function historyCase(ground, request, evaluate) {
	const { repo, law, reader, waivers, at } = ground;
	const asked = await ground.commits(request);
	const revisions = await revisionsOf(ground, asked);
	const whole = await tableOf(ground, request, revisions);
	const table = keepRows(whole, request.keep);
	const range = request.past === true ? {
		...asked,
		exclude: []
	} : asked;
	const edits = await editsOf(ground, table);
	const asker = askerOf(ground, range);
	const around = [...require_gather.branchReferences(reader, branchOf(request) ?? ""), ...request.around ?? []];
	const named = [...table.citedSets.flat(), ...around];
	const constant = await require_history.unaskable(law, ground.sources, named);
	const askable = ({ remote }) => remote !== null && !constant.has(remote);
	const isPast = isOfThePast(request, range);
	const ask = isPast || require_core.isAnywhereOn(law, "authoriser-is-not-author") ? pastAsker(ground, asker, isPast) : asker;
	const found = await withParents(law, await ask(named.filter(askable)), ask);
	const lookups = await withUpstreams(law, found, ask);
	const times = isPast ? await decisionTimes(ground, table, request.progress) : null;
	await times?.settle(lookups, around);
	const complete = !await hitsShallowEdge(repo, whole);
	const cited = whole.paths === null ? [] : citedKeys(whole);
	const before = await namedBefore(repo, reader, edits.values(), revisions, new Set(cited));
	const common = {
		at,
		lookups,
		waivers,
		globs: await globsOf(lookups, waivers),
		defaultBranches: request.ref === void 0 || !require_core.isAnywhereOn(law, "branch-names-ticket") ? [] : await ground.defaultBranches(),
		referencedBefore: [...cited, ...before],
		prior: range.exclude.length > 0,
		...await authorsOf$1(ground, table, lookups)
	};
	return {
		table,
		law,
		constant,
		common,
		edits,
		around,
		ref: request.ref ?? null,
		decisions: times?.decisions ?? null,
		evaluate,
		confirm: (ids) => confirm$1({
			...ground,
			known: lookups,
			ask,
			times
		}, ids, request.progress),
		asOf: (indices) => asOf(ground, range, table, indices),
		subject: {
			kind: "commits",
			label: request.range,
			branch: branchOf(request),
			complete,
			subject: null
		},
		beforeBaseline: await countBehind(repo, law.baseline, revisions),
		whole: complete ? null : incomplete(common),
		notices: () => times?.notices() ?? [],
		readWhole: whole
	};
}
const HEADS = "refs/heads/";
function branchOf({ ref }) {
	return ref?.startsWith(HEADS) ? ref.slice(11) : null;
}
/** Whom the authors are, where a rule asks; each is asked for once. */
async function authorsOf$1({ law, mailmap }, { authors }, lookups) {
	return require_core.asksForAuthors(law, {
		change: "commits",
		lookups
	}) ? { authors: await mailmap(authors.flatMap((makers) => require_core.makersOf({
		...makersIn$1(makers),
		message: ""
	}))) } : {};
}
/** Looks references up; where the range has a base, local tasks are told by it. */
function askerOf(ground, { include, exclude }) {
	const { law, sources } = ground;
	const remote = localRemote(law);
	const [tip, base] = [include[0], exclude[0]];
	if (remote === null || tip === void 0 || base === void 0) return (cited) => require_history.lookUp(law, sources, cited);
	const ends = {
		base: () => ground.tasksAt(base),
		tip: () => ground.tasksAt(tip)
	};
	return async (cited) => {
		const local = new Set(cited.filter((one) => one.remote === remote).map(({ id }) => id));
		const others = cited.filter((one) => one.remote !== remote);
		return {
			...await require_history.lookUp(law, sources, others),
			...await localLookups(remote, [...local], ends)
		};
	};
}
/** A whole history was decided long ago. What is pushed is decided now, be it all that there is. */
function isOfThePast({ single = false, ref }, { exclude }) {
	return exclude.length === 0 && !single && ref === void 0;
}
/** Where it is decided now, nobody asks who let a ticket be worked on that may not be worked on. */
function pastAsker({ law, sources }, asker, isPast) {
	const { authorise } = law.sections;
	const isWanted = ({ remote, state }) => isPast || require_core.isWantedState(state, require_core.wantedStates(remote, authorise));
	return async (cited) => withPasts(law, sources, await asker(cited), isWanted);
}
/** A whole history has no base that could tell its tasks, so each commit's own parent does. */
async function asOf(ground, range, table, indices) {
	const remote = localRemote(ground.law);
	if (remote === null || range.exclude.length > 0 || indices.length === 0) return /* @__PURE__ */ new Map();
	const levels = require_core.parentLevels(ground.law);
	return answersAsOf(ground.repo, table, await ground.tasks(), {
		remote,
		levels
	}, indices);
}
async function editsOf(ground, table) {
	if (table.paths === null) return /* @__PURE__ */ new Map();
	const tasks = await ground.tasks();
	const isTask = table.pathNames.map((name) => tasks.isTaskPath(name));
	if (!isTask.includes(true)) return /* @__PURE__ */ new Map();
	const ids = [];
	for (let index = 0; index < table.count; index++) if (touches(table, index, isTask)) ids.push(idAt(table, index));
	return taskEdits(ground.repo, tasks, ids);
}
function touches(table, index, isTask) {
	const { start, entries } = table.paths ?? {
		start: /* @__PURE__ */ new Float64Array(),
		entries: /* @__PURE__ */ new Float64Array()
	};
	return entries.subarray(start[index] ?? 0, start[index + 1] ?? 0).some((entry) => isTask[Math.floor(entry / 4)] ?? false);
}
/** What git confirms, with look-ups for inherited references that nobody asked for yet. */
async function confirm$1({ repo, reader, law, known, ask, times }, ids, progress) {
	const facts = await keptFacts(repo, reader, law, ids, progress);
	const open = [...facts.values()].flatMap(({ inherits }) => inherits?.references ?? []).filter(({ remote, id }) => remote !== null && !(require_core.lookupKey(remote, id) in known));
	const lookups = await withParents(law, await ask(open), ask, known);
	await times?.settleInherited({
		...known,
		...lookups
	}, facts);
	return {
		facts,
		lookups
	};
}
function citedKeys(table) {
	const keys = table.citedSets.flat().flatMap(({ remote, id, place }) => remote === null || !require_core.isOfMessage(place) ? [] : [require_core.lookupKey(remote, id)]);
	return [...new Set(keys)];
}
function incomplete(common) {
	return {
		...common,
		change: {
			kind: "commits",
			commits: [],
			ref: null,
			complete: false
		},
		references: [],
		facts: [],
		tasks: [],
		lawPaths: []
	};
}

// src/history/moments.ts
/** Hours beyond which the distance between ticket and commit makes no difference to any rule. */
const FAR_HOURS = 72;
const HOUR = 3600;
/** Reads it of a look-up. `levels`: how many parents count beside the ticket. */
function timedTicket(found, lookup, levels) {
	const ticket = ticketOf$1(found ?? void 0);
	if (ticket === null) return UNTIMED;
	const at = (id) => ticketOf$1(lookup(ticket.remote, id));
	const all = [ticket, ...require_core.parentsOf(ticket, levels, at).flatMap((id) => at(id) ?? [])];
	return {
		created: ticket.createdAt === null ? NaN : require_core.unixSeconds(ticket.createdAt),
		pasts: all.flatMap(pastOf),
		approvals: all.flatMap(({ approvals = [] }) => approvals.map((one) => require_core.unixSeconds(one.at)))
	};
}
/** Whether any time makes a difference to it. */
function isTimed({ created, pasts, approvals }) {
	return !Number.isNaN(created) || pasts.length > 0 || approvals.length > 0;
}
/** How it stands to a commit: as text, equal for commits that no rule can tell apart by it. `decided`: null: it is decided now. */
function standingText(ticket, authored, decided) {
	const distance = Number.isNaN(ticket.created) ? "" : String(distanceOf(ticket.created, authored));
	if (decided === null) return distance;
	const given = ticket.approvals.filter((time) => time <= decided.at).length;
	return `${distance} ${ticket.pasts.map((past) => require_core.placeInPast(past, decided.at, decided.source)).join(",")} ${given}`;
}
const UNTIMED = {
	created: NaN,
	pasts: [],
	approvals: []
};
const UNTOLD = {
	status: "told",
	spans: []
};
function ticketOf$1(lookup) {
	return lookup?.status === "found" ? lookup.ticket : null;
}
/** One without spans stands for a past that nobody can tell. */
function pastOf({ past }) {
	if (past === void 0) return [];
	return [past.status === "told" ? past : UNTOLD];
}
/** Whole hours from the ticket's creation to the commit, cut at `FAR_HOURS`; fine enough for any rule's grace. */
function distanceOf(created, authored) {
	const hours = Math.floor((authored - created) / HOUR);
	return Math.max(-72, Math.min(FAR_HOURS, hours));
}

// src/history/classes.ts
/** Compares every set of references once. */
function citedClasses(table, { lookup, levels, around }) {
	const texts = require_interner.openInterner();
	const features = openFeatures(levels > 0);
	const foundOf = ({ remote, id }) => remote === null ? null : lookup(remote, id) ?? null;
	const timed = (part, found) => {
		const ticket = found?.status === "found" ? timedTicket(found, lookup, levels) : null;
		return ticket !== null && isTimed(ticket) ? [{
			part,
			...ticket
		}] : [];
	};
	const always = around.flatMap((one) => timed("", foundOf(one)));
	const sets = table.citedSets.map((cited) => {
		const answers = cited.map(foundOf);
		const parts = cited.map((one, index) => classOf(one, features(answers[index] ?? null)));
		const own = answers.flatMap((found, index) => timed(parts[index] ?? "", found));
		return {
			number: texts.number(parts.length === 1 ? parts[0] ?? "" : [...parts].sort().join(" ")),
			limits: answers.some(limits),
			timed: own.length === 0 ? always : [...own, ...always]
		};
	});
	return {
		ofSet: (set) => sets[set]?.number ?? 0,
		isTimed: (set) => (sets[set]?.timed.length ?? 0) > 0,
		timeOf: (set, authoredAt, decided) => (sets[set]?.timed ?? []).map((one) => `${one.part} ${standingText(one, authoredAt, decided)}`).sort().join(";"),
		limitsPaths: (set) => sets[set]?.limits ?? false
	};
}
function classOf({ remote, provider, place, role, spot }, features) {
	return `${remote} ${provider} ${place} ${role} ${spot} ${features}`;
}
/** Numbers the distinct features of look-ups; tickets that nobody could be asked about mostly share one answer. */
function openFeatures(withParents) {
	const texts = require_interner.openInterner();
	const known = /* @__PURE__ */ new Map();
	return (lookup) => {
		const before = known.get(lookup);
		if (before !== void 0) return before;
		const number = texts.number(JSON.stringify(featuresOf(lookup, withParents)));
		known.set(lookup, number);
		return number;
	};
}
/** Everything of a look-up but what only names the ticket. */
function featuresOf(lookup, withParents) {
	if (lookup === null || lookup.status !== "found" && lookup.status !== "claimed") return lookup;
	const { id, key, url, title, description, criteria, path, parent, createdAt, updatedAt, past, follows, ...features } = lookup.ticket;
	return {
		...lookup,
		ticket: {
			...features,
			dated: createdAt !== null,
			parent: withParents ? parent : null,
			past: shapeOf(past),
			begun: require_core.beginsWithIt(lookup.ticket),
			followed: follows === void 0 ? null : {
				...follows,
				by: id
			}
		}
	};
}
/** The order of its states, without their times. Where a past is asked for, the state of now is but the last of them. */
function shapeOf(past) {
	if (past?.status !== "told") return past;
	const { spans, since, begins } = past;
	const states = spans.map(({ until, state, by }, index) => [
		until === (spans[index + 1]?.from ?? null),
		state,
		by
	]);
	return [
		since === void 0,
		begins === void 0,
		...states
	];
}
function limits(lookup) {
	return lookup?.status === "found" && lookup.ticket.affected.length > 0;
}

// src/history/paths.ts
/** The kinds of all paths of a history, by their number in `pathNames`. */
function pathKinds(law, names) {
	const scopes = law.scopes.map((scope) => scope.globs.map((source) => new RegExp(source)));
	const lawPaths = law.lawPaths.map((source) => new RegExp(source));
	return names.map((name) => ({
		scope: scopes.findLastIndex((patterns) => patterns.some((pattern) => pattern.test(name))),
		law: lawPaths.some((pattern) => pattern.test(name))
	}));
}
/** Numbers into `pathNames` of the paths that commit `index` changed. */
function pathNumbers(table, index) {
	if (table.paths === null) return /* @__PURE__ */ new Float64Array();
	const { start, entries } = table.paths;
	return entries.slice(start[index] ?? 0, start[index + 1] ?? 0).map((entry) => Math.floor(entry / 4));
}

// src/history/judge.ts
/** Opens a judge that has met no facts yet. */
function openJudge(input) {
	const byFacts = /* @__PURE__ */ new Map();
	const byClass = [];
	const ofPlain = new Int32Array(input.table.citedSets.length).fill(-1);
	const plain = input.table.paths === null && input.common.waivers.length === 0 && input.common.authors === void 0;
	const byAnswer = /* @__PURE__ */ new Map();
	const keys = [];
	const judge = (index, facts, answers = {}) => {
		const findings = input.evaluate(evidenceOf(input, index, facts, answers));
		const answer = answerOf(findings);
		const same = byAnswer.get(answer);
		if (same !== void 0) return same;
		byAnswer.set(answer, keys.length);
		return keys.push({
			example: index,
			verdict: require_world.decide(findings),
			findings
		}) - 1;
	};
	const byFactsKey = (index, facts) => {
		const key = factsKey(input, index, facts);
		const known = byFacts.get(key);
		if (known !== void 0) return known;
		const number = judge(index, facts);
		byFacts.set(key, number);
		return number;
	};
	return {
		keys,
		ofPlain,
		isClean: (number) => keys[number]?.findings.every(({ outcome }) => outcome === "pass" || outcome === "skip") ?? false,
		alone: judge,
		findingsOf: (index, facts, answers = {}) => input.evaluate(evidenceOf(input, index, facts, answers)),
		keyOf(index, facts) {
			if (facts.inherits !== null) return judge(index, facts);
			const simple = facts === PLAIN && plain ? simpleClass(input, index) : null;
			const number = (simple === null ? void 0 : byClass[simple]) ?? byFactsKey(index, facts);
			if (simple === null) return number;
			byClass[simple] = number;
			ofPlain[input.table.cited[index] ?? 0] = number;
			return number;
		}
	};
}
/** Null: the commit's time counts too. */
function simpleClass({ table, classes }, index) {
	const set = table.cited[index] ?? 0;
	return classes.isTimed(set) ? null : classes.ofSet(set);
}
/** Commits of different facts may get the same answer; those are one key in the report. */
function answerOf(findings) {
	return JSON.stringify(findings.map((one) => [
		one.rule,
		one.outcome,
		one.code,
		one.blocking,
		one.waiver,
		one.args
	]));
}
/** Everything of one commit that a rule can see, as text: equal texts, equal answers. */
function factsKey(input, index, facts) {
	const { table, classes, common } = input;
	const set = table.cited[index] ?? 0;
	const parts = [
		classes.ofSet(set),
		timePart(input, set, index),
		facts === PLAIN ? "" : JSON.stringify(facts)
	];
	const paths = table.paths === null ? "" : pathPart(input, index);
	if (common.authors !== void 0) parts.push(`by ${table.author[index]}`);
	return `${parts.join("|")}|${paths}${waiverPart(input, index)}`;
}
/** How its tickets stood when it was made and decided, and what tells when that was. */
function timePart({ table, classes, decisions }, set, index) {
	const decided = decisions === null ? null : {
		at: decisions.at(index),
		source: decisions.source(index)
	};
	const time = classes.timeOf(set, table.authored[index] ?? 0, decided);
	return time === "" ? "" : `${decided?.source ?? ""} ${time}`;
}
/** Which scopes its paths lie in; its own index where paths decide more than that. */
function pathPart(input, index) {
	const { table, classes, kinds, edits, law } = input;
	const numbers = pathNumbers(table, index);
	const scopes = /* @__PURE__ */ new Set();
	let own = classes.limitsPaths(table.cited[index] ?? 0) || edits.size > 0 && edits.has(idAt(table, index)) || require_core.isAnywhereOn(law, "change-size");
	for (const number of numbers) {
		const kind = kinds[number];
		scopes.add(kind?.scope ?? -1);
		own ||= kind?.law ?? false;
	}
	return own ? `#${index}` : [...scopes].sort().join(",");
}
/** A waiver can single out a commit by its id, its tickets or its paths; then no other commit may share its key. */
function waiverPart({ table, common: { waivers } }, index) {
	if (waivers.length === 0) return "";
	if (waivers.some((waiver) => waiver.for.paths !== void 0)) return `#${index}`;
	const id = idAt(table, index);
	if (waivers.some(({ for: { commits = [] } }) => commits.some((start) => id.startsWith(start.toLowerCase())))) return `#${index}`;
	return waivers.some((waiver) => waiver.for.ticket !== void 0) ? `set ${table.cited[index]}` : "";
}
/** Facts of a commit that is no merge, no root and claims nothing: most of them, so they share one object. */
const PLAIN = {
	exempt: null,
	unproved: null,
	inherits: null,
	evilMerge: false,
	root: false
};
function evidenceOf(input, index, facts, answers) {
	const { table, common, ref } = input;
	const commit = commitAt(table, index);
	const references = [...citedAt(table, index).map(asReference), ...input.around];
	return {
		...common,
		...authorsOf(input, commit),
		...decidedAt(input, index),
		change: {
			kind: "commits",
			commits: [commit],
			ref,
			complete: true
		},
		references,
		lookups: lookupsOf(input, index, answers, [...references, ...facts.inherits?.references ?? []]),
		facts: [facts],
		tasks: input.edits.get(idAt(table, index)) ?? [],
		lawPaths: lawPathsOf(input, index)
	};
}
/** Every commit's evidence holds its own authors and no others. */
function authorsOf({ common: { authors } }, commit) {
	if (authors === void 0) return {};
	const own = require_core.makersOf(commit).flatMap((one) => {
		const key = require_core.authorKey(one);
		const mapped = Object.hasOwn(authors, key) ? authors[key] : void 0;
		return mapped === void 0 ? [] : [[key, mapped]];
	});
	return { authors: Object.fromEntries(own) };
}
function decidedAt({ decisions }, index) {
	if (decisions === null) return {};
	const at = /* @__PURE__ */ new Date(decisions.at(index) * 1e3);
	return Number.isNaN(at.getTime()) ? {} : { decided: {
		at: at.toISOString(),
		atSource: decisions.source(index)
	} };
}
/** Every commit's evidence holds the answers that it rests on and no others. */
function lookupsOf({ lookup, levels, decisions }, index, answers, references) {
	const own = {};
	const tell = (remote, id) => {
		const key = require_core.lookupKey(remote, id);
		const now = lookup(remote, id);
		const answer = answers[key] ?? (now && decisions ? require_core.lookupThen(now, decisions.at(index), decisions.source(index)) : now);
		if (answer !== void 0) own[key] = answer;
		return answer;
	};
	for (const { remote, id } of references) {
		if (remote === null) continue;
		const ticket = ticketOf(tell(remote, id));
		if (ticket === null) continue;
		require_core.parentsOf(ticket, levels, (parent) => ticketOf(tell(remote, parent)));
		if (ticket.follows?.remote) tell(ticket.follows.remote, ticket.follows.id);
	}
	return own;
}
function ticketOf(lookup) {
	return lookup?.status === "found" || lookup?.status === "claimed" ? lookup.ticket : null;
}
function asReference(cited) {
	return {
		...cited,
		start: 0,
		end: 0,
		commit: require_core.isOfMessage(cited.place) ? 0 : null
	};
}
function lawPathsOf(input, index) {
	return [...pathNumbers(input.table, index)].filter((number) => input.kinds[number]?.law).map((number) => ({
		path: input.table.pathNames[number] ?? "",
		commit: 0
	}));
}
/** A commit of the table without its text: a history keeps the references of a message, not the message. */
function commitAt(table, index) {
	const flags = table.flags[index] ?? 0;
	return {
		id: idAt(table, index),
		parents: flags & FLAG.root ? [] : [""],
		...makersIn$1(table.authors[table.author[index] ?? 0] ?? ""),
		authoredAt: table.authored[index] ?? null,
		committedAt: table.committed[index] ?? null,
		message: "",
		paths: pathsAt(table, index)
	};
}

// src/history/verdicts.ts
/** Folds the keys of all commits: `numbers[i]` is the key of commit i, `factsOf(i)` what git confirmed of it. */
function fold(table, judge, numbers, { factsOf, decisions }) {
	const members = judge.keys.map(() => ({
		count: 0,
		example: -1,
		sets: /* @__PURE__ */ new Set()
	}));
	const owned = table.citedSets.map((cited) => cited.some(({ remote, place }) => remote !== null && require_core.isOfMessage(place)));
	const notedFor = new Int32Array(table.citedSets.length).fill(-1);
	const exempt = {};
	let [referenced, unproved] = [0, 0];
	for (let index = 0; index < table.count; index++) {
		const number = numbers[index] ?? 0;
		const member = members[number];
		if (member === void 0) continue;
		member.count++;
		if (member.example < 0) member.example = index;
		const set = table.cited[index] ?? 0;
		if (owned[set]) referenced++;
		if (notedFor[set] !== number) member.sets.add(set);
		notedFor[set] = number;
		const facts = factsOf(index);
		if (facts === PLAIN) continue;
		if (facts.unproved !== null) unproved++;
		if (facts.exempt !== null) exempt[facts.exempt.kind] = (exempt[facts.exempt.kind] ?? 0) + 1;
	}
	const used = keysInUse(table, judge, members);
	return {
		commits: {
			...columns(table, numbers, used.renumbered),
			recordedAt: recordedAt(decisions)
		},
		keys: used.keys,
		counts: {
			commits: table.count,
			referenced,
			unproved,
			exempt,
			dated: datedIn(used.keys),
			...byVerdict(used.keys)
		}
	};
}
/** A key that was met only before git confirmed more facts has no commits left; reports do not show it. */
function keysInUse(table, judge, members) {
	const keys = [];
	return {
		keys,
		renumbered: members.map(({ count, example, sets }, number) => {
			const judged = judge.keys[number];
			if (judged === void 0 || count === 0) return -1;
			const { verdict, findings } = judged;
			return keys.push(withTickets({
				count,
				example,
				verdict,
				findings
			}, () => ticketsOf(table, sets))) - 1;
		})
	};
}
/** Thousands of tickets are named only where a report asks for them. */
function withTickets(key, name) {
	let named = null;
	return {
		...key,
		get tickets() {
			named ??= name();
			return named;
		}
	};
}
function ticketsOf({ citedSets }, sets) {
	const keys = /* @__PURE__ */ new Set();
	for (const set of sets) for (const { remote, id } of citedSets[set] ?? []) if (remote !== null) keys.add(require_core.lookupKey(remote, id));
	return [...keys].sort();
}
/** Commits of keys with a finding that says so. */
function datedIn(keys) {
	return keys.filter(({ findings }) => findings.some(({ args }) => args.timeSource === require_core.TIME_SOURCES["committer-date"])).reduce((sum, { count }) => sum + count, 0);
}
function recordedAt(decisions) {
	if (decisions === null || !decisions.isTold()) return null;
	return (index) => decisions.source(index) === "committer-date" ? null : decisions.at(index);
}
function byVerdict(keys) {
	const count = (verdict) => keys.filter((key) => key.verdict === verdict).reduce((sum, key) => sum + key.count, 0);
	return {
		passed: count("pass"),
		failed: count("fail"),
		undecided: count("undecided")
	};
}
function columns(table, numbers, renumbered) {
	return {
		count: table.count,
		id: (index) => idAt(table, index),
		key: (index) => renumbered[numbers[index] ?? 0] ?? 0,
		time: (index) => table.committed[index] ?? 0,
		author: (index) => authorAt(table, index),
		named: (index) => citedAt(table, index).flatMap(({ remote, id, place }) => remote === null || !require_core.isOfMessage(place) ? [] : [{
			at: require_core.lookupKey(remote, id),
			place
		}])
	};
}

// src/history/judge-history.ts
/**
* Judges every commit of a history. Git is asked to confirm merges, reverts, cherry-picks and fixups only where the
* commit does not pass without: that is what costs, and a pass needs no excuse.
*/
async function judgeHistory(history) {
	const { table, law } = history;
	const kinds = pathKinds(law, table.pathNames);
	const lookups = new Map(Object.entries(history.common.lookups));
	const lookup = (remote, id) => history.constant.get(remote) ?? lookups.get(require_core.lookupKey(remote, id));
	const levels = require_core.parentLevels(law);
	const classes = citedClasses(table, {
		lookup,
		levels,
		around: history.around
	});
	const judge = openJudge({
		...history,
		kinds,
		classes,
		lookup,
		levels
	});
	const { plain, at } = ownFacts(table, law, kinds);
	const numbers = firstNumbers(table, judge, plain, at);
	const { facts, lookups: more } = await confirm(history, openOf(table, unclean(judge, numbers)));
	for (const [key, found] of Object.entries(more)) lookups.set(key, found);
	const factsOf = (index) => withConfirmed(at(index), facts.get(index));
	for (const index of facts.keys()) {
		plain[index] = 0;
		numbers[index] = judge.keyOf(index, factsOf(index));
	}
	const ownAnswers = await history.asOf(unclean(judge, numbers));
	for (const [index, answers] of ownAnswers) numbers[index] = judge.alone(index, factsOf(index), answers);
	const known = (index) => plain[index] === 1 ? PLAIN : factsOf(index);
	const judged = fold(table, judge, numbers, {
		factsOf: known,
		decisions: history.decisions
	});
	const inherited = [...facts.values()].flatMap(({ inherits }) => inherits?.references ?? []);
	return {
		...judged,
		named: () => [
			...table.citedSets.flat(),
			...history.around,
			...inherited
		],
		lookup,
		confirmed: facts,
		findingsOf: (index) => judge.findingsOf(index, known(index), ownAnswers.get(index))
	};
}
/** Nearly all commits are plain and share their references with others: those cost one look into an array. */
function firstNumbers(table, judge, plain, at) {
	const numbers = new Uint32Array(table.count);
	for (let index = 0; index < table.count; index++) {
		const known = plain[index] === 1 ? judge.ofPlain[table.cited[index] ?? 0] ?? -1 : -1;
		numbers[index] = known >= 0 ? known : judge.keyOf(index, at(index));
	}
	return numbers;
}
/** What the columns alone tell: bots by name (which exempts nothing), exempt scopes, roots. */
function ownFacts(table, law, kinds) {
	const bots = table.authors.map((makers) => botNamed(law.exempt.bots, authorOf(makers)));
	const named = Uint8Array.from(bots, (bot) => bot === null ? 0 : 1);
	const at = (index) => {
		const unproved = bots[table.author[index] ?? 0] ?? null;
		const root = ((table.flags[index] ?? 0) & FLAG.root) !== 0;
		const exempt = inExemptScopes(table, law, kinds, index);
		if (unproved === null && !root && !exempt) return PLAIN;
		return {
			...PLAIN,
			unproved,
			root,
			exempt: exempt ? { kind: "scope" } : null
		};
	};
	const plain = new Uint8Array(table.count);
	const scoped = table.paths !== null && law.scopes.length > 0;
	for (let index = 0; index < table.count; index++) {
		const special = (table.flags[index] ?? 0) & FLAG.root | (named[table.author[index] ?? 0] ?? 0);
		plain[index] = special === 0 && (!scoped || at(index) === PLAIN) ? 1 : 0;
	}
	return {
		plain,
		at
	};
}
function botNamed(bots, author) {
	const name = author.slice(0, author.lastIndexOf("<")).trim();
	return bots.includes(name) ? name : null;
}
function inExemptScopes(table, law, kinds, index) {
	if (table.paths === null || law.scopes.length === 0) return false;
	const numbers = pathNumbers(table, index);
	return numbers.length > 0 && numbers.every((number) => {
		const kind = kinds[number];
		return kind !== void 0 && !kind.law && (law.scopes[kind.scope]?.exempt ?? false);
	});
}
/** An exemption by paths stands beside what git confirms. */
function withConfirmed(own, confirmed) {
	return confirmed === void 0 ? own : {
		...own,
		...confirmed,
		exempt: own.exempt ?? confirmed.exempt
	};
}
/** Commits that do not pass without a word, not even one that only warns. */
function unclean(judge, numbers) {
	const dirty = Uint8Array.from(judge.keys, (_, number) => judge.isClean(number) ? 0 : 1);
	const indices = [];
	for (let index = 0; index < numbers.length; index++) if (dirty[numbers[index] ?? 0]) indices.push(index);
	return indices;
}
/** Those that claim to be something else than a plain change. */
function openOf({ flags }, indices) {
	return indices.filter((index) => ((flags[index] ?? 0) & (FLAG.merge | FLAG.claim)) !== 0);
}
async function confirm({ table, confirm: ask }, open) {
	if (open.length === 0) return {
		facts: /* @__PURE__ */ new Map(),
		lookups: {}
	};
	const { facts, lookups } = await ask(open.map((index) => idAt(table, index)));
	const byIndex = open.flatMap((index) => {
		const own = facts.get(idAt(table, index));
		return own === void 0 ? [] : [[index, own]];
	});
	return {
		facts: new Map(byIndex),
		lookups
	};
}

// src/check.ts
var check_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ checkCommits: () => checkCommits });
/** Judges a commit message: gather evidence, ask the rules, fold their answers. */
async function checkMessage(gate, draft) {
	const around = {
		...gate,
		defaultBranches: await gate.defaultBranches()
	};
	const { evidence, findings } = await judged(gate, (sources) => draftEvidence(draft, {
		...around,
		sources
	}));
	const subject = {
		kind: "commit-message",
		label: "message",
		branch: draft.branch,
		complete: true,
		subject: draft.message.split("\n", 1)[0] ?? ""
	};
	const counts = {
		...NO_COUNTS,
		commits: 1,
		exempt: exemptOf(evidence),
		...tally(findings, evidence)
	};
	const tickets = () => evidenceTickets(evidence);
	return {
		...frame(gate, subject),
		verdict: require_world.decide(findings),
		findings,
		counts,
		tickets
	};
}
/** Judges what is staged, as far as it can be judged before there is a message. */
function checkStaged(gate, evidence, branch) {
	const asked = require_rules.rules.filter(({ meta }) => meta.staged);
	const findings = evaluate(evidence, gate.law, asked);
	const subject = {
		kind: "staged",
		label: "staged changes",
		branch,
		complete: true,
		subject: null
	};
	const verdict = findings.length === 0 ? "pass" : require_world.decide(findings);
	return {
		...frame(gate, subject),
		verdict,
		findings,
		counts: NO_COUNTS
	};
}
/** Judges every commit of a range or a whole history: the same rules, asked once for each distinct set of facts. */
async function checkCommits(gate, request) {
	const { subject, beforeBaseline, whole, notices, ...history } = await historyCase({
		...gate,
		sources: gate.anew
	}, request, (evidence) => ask(gate, evidence));
	const judged = await judgeHistory(history);
	const findings = whole === null ? [] : ask(gate, whole);
	const all = [...findings, ...judged.keys.flatMap((key) => key.findings)];
	return {
		...frame(gate, subject),
		notices: [...gate.notices, ...notices()],
		verdict: all.length === 0 ? "pass" : require_world.decide(all),
		findings,
		commits: judged.commits,
		keys: judged.keys,
		counts: {
			...judged.counts,
			beforeBaseline
		},
		tickets: () => historyTickets(judged)
	};
}
/** The tickets that a change names, from all that is known of it. */
function evidenceTickets({ references, facts, lookups, specs }) {
	const inherited = facts.flatMap(({ inherits }) => inherits?.references ?? []);
	const lookup = (remote, id) => lookups[require_core.lookupKey(remote, id)];
	return ticketsOf$2({
		names: [...references, ...inherited],
		lookup,
		specs,
		digest: ticketDigest
	});
}
/** The tickets that a history names. */
function historyTickets({ named, lookup }, specs) {
	return ticketsOf$2({
		names: named(),
		lookup,
		specs,
		digest: ticketDigest
	});
}
/** What is remembered of a ticket may only help: whoever has just moved one is not told its old state. */
async function judged(gate, gather) {
	const evidence = await gather(gate.sources);
	const findings = ask(gate, evidence);
	if (!Object.values(evidence.lookups).some((lookup) => lookup.status === "found" && lookup.asOf) || findings.every(({ outcome }) => outcome === "pass" || outcome === "skip")) return {
		evidence,
		findings
	};
	const anew = await gather(gate.anew);
	return {
		evidence: anew,
		findings: ask(gate, anew)
	};
}
function ask({ law }, evidence) {
	return evaluate(evidence, law, require_rules.rules);
}
/** Nothing was counted. */
const NO_COUNTS = {
	commits: 0,
	referenced: 0,
	passed: 0,
	failed: 0,
	undecided: 0,
	exempt: {},
	beforeBaseline: 0,
	unproved: 0,
	dated: 0
};
function exemptOf({ facts }) {
	const kind = facts[0]?.exempt?.kind;
	return kind === void 0 ? {} : { [kind]: 1 };
}
function tally(findings, { references, facts }) {
	const verdict = require_world.decide(findings);
	return {
		referenced: references.some(({ remote, commit }) => remote !== null && commit !== null) ? 1 : 0,
		passed: verdict === "pass" ? 1 : 0,
		failed: verdict === "fail" ? 1 : 0,
		undecided: verdict === "undecided" ? 1 : 0,
		unproved: facts[0]?.unproved == null ? 0 : 1
	};
}
/** What every report says of itself. */
function frame({ law, at, notices, waivers }, subject) {
	return {
		schemaVersion: 1,
		kind: "check",
		tool: {
			name: "golden-thread",
			version: require_core.VERSION
		},
		policyDigest: law.digest,
		policySources: law.sources,
		preset: law.preset,
		place: law.place,
		decidedAt: at,
		subject,
		enforceFrom: law.enforceFrom,
		findings: [],
		commits: null,
		keys: [],
		counts: NO_COUNTS,
		proposal: null,
		tickets: () => [],
		waivers,
		notices
	};
}

Object.defineProperty(exports, "FLAG", {
  enumerable: true,
  get: function () {
    return FLAG;
  }
});
Object.defineProperty(exports, "NO_COUNTS", {
  enumerable: true,
  get: function () {
    return NO_COUNTS;
  }
});
Object.defineProperty(exports, "PLAIN", {
  enumerable: true,
  get: function () {
    return PLAIN;
  }
});
Object.defineProperty(exports, "authorOf", {
  enumerable: true,
  get: function () {
    return authorOf;
  }
});
Object.defineProperty(exports, "checkCommits", {
  enumerable: true,
  get: function () {
    return checkCommits;
  }
});
Object.defineProperty(exports, "checkMessage", {
  enumerable: true,
  get: function () {
    return checkMessage;
  }
});
Object.defineProperty(exports, "checkStaged", {
  enumerable: true,
  get: function () {
    return checkStaged;
  }
});
Object.defineProperty(exports, "check_exports", {
  enumerable: true,
  get: function () {
    return check_exports;
  }
});
Object.defineProperty(exports, "citedAt", {
  enumerable: true,
  get: function () {
    return citedAt;
  }
});
Object.defineProperty(exports, "commitAt", {
  enumerable: true,
  get: function () {
    return commitAt;
  }
});
Object.defineProperty(exports, "confirmed", {
  enumerable: true,
  get: function () {
    return confirmed;
  }
});
Object.defineProperty(exports, "evaluate", {
  enumerable: true,
  get: function () {
    return evaluate;
  }
});
Object.defineProperty(exports, "evidenceTickets", {
  enumerable: true,
  get: function () {
    return evidenceTickets;
  }
});
Object.defineProperty(exports, "frame", {
  enumerable: true,
  get: function () {
    return frame;
  }
});
Object.defineProperty(exports, "globsOf", {
  enumerable: true,
  get: function () {
    return globsOf;
  }
});
Object.defineProperty(exports, "historyCase", {
  enumerable: true,
  get: function () {
    return historyCase;
  }
});
Object.defineProperty(exports, "historyTickets", {
  enumerable: true,
  get: function () {
    return historyTickets;
  }
});
Object.defineProperty(exports, "idAt", {
  enumerable: true,
  get: function () {
    return idAt;
  }
});
Object.defineProperty(exports, "inheritances", {
  enumerable: true,
  get: function () {
    return inheritances;
  }
});
Object.defineProperty(exports, "isEnforced", {
  enumerable: true,
  get: function () {
    return isEnforced;
  }
});
Object.defineProperty(exports, "judgeHistory", {
  enumerable: true,
  get: function () {
    return judgeHistory;
  }
});
Object.defineProperty(exports, "keptFacts", {
  enumerable: true,
  get: function () {
    return keptFacts;
  }
});
Object.defineProperty(exports, "openColumn", {
  enumerable: true,
  get: function () {
    return openColumn;
  }
});
Object.defineProperty(exports, "ownMerges", {
  enumerable: true,
  get: function () {
    return ownMerges;
  }
});
Object.defineProperty(exports, "patchIds", {
  enumerable: true,
  get: function () {
    return patchIds;
  }
});
Object.defineProperty(exports, "stagedEdits", {
  enumerable: true,
  get: function () {
    return stagedEdits;
  }
});
Object.defineProperty(exports, "stagedPatchId", {
  enumerable: true,
  get: function () {
    return stagedPatchId;
  }
});
Object.defineProperty(exports, "ticketDigest", {
  enumerable: true,
  get: function () {
    return ticketDigest;
  }
});
Object.defineProperty(exports, "ticketsOf", {
  enumerable: true,
  get: function () {
    return ticketsOf$2;
  }
});
Object.defineProperty(exports, "visitBlobs", {
  enumerable: true,
  get: function () {
    return visitBlobs;
  }
});
Object.defineProperty(exports, "walk", {
  enumerable: true,
  get: function () {
    return walk;
  }
});
Object.defineProperty(exports, "withParents", {
  enumerable: true,
  get: function () {
    return withParents;
  }
});
Object.defineProperty(exports, "withQuarantine", {
  enumerable: true,
  get: function () {
    return withQuarantine;
  }
});
Object.defineProperty(exports, "withUpstreams", {
  enumerable: true,
  get: function () {
    return withUpstreams;
  }
});