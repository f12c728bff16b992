"use strict";

const require_git = require("./git.js");
const require_world = require("./world.js");
const require_core = require("./core.js");
const require_reports = require("./reports.js");
const require_interner = require("./history-interner.js");
const require_results = require("./store-results.js");
const require_covered = require("./trace-covered.js");
const require_disclosed = require("./reports-disclosed.js");
const require_audit = require("./core-audit.js");
const require_standings = require("./trace-standings.js");
const require_month = require("./core-month.js");
const require_records = require("./git-records.js");
const require_parts = require("./audit-parts.js");
const require_verdict = require("./audit-verdict.js");
let node_crypto = require("node:crypto");

// src/audit/keys.ts
/**
* Arguments of findings that are the same for all commits of a facts key (`citedClasses`): of a ticket its name, text and times may
* differ among those, and of a whole history another commit may be the first one to be judged than of a part of it.
*/
const SHARED_ARGS = [
	"state",
	"category",
	"wanted",
	"type",
	"project",
	"remote",
	"timeSource",
	"account"
];
/** Equal for commits of which rules say the same, however the history was cut into parts. */
function identityOf(findings) {
	const said = findings.map(({ rule, level, outcome, code, blocking, waiver = "", args }) => {
		const shared = SHARED_ARGS.map((name) => args[name] ?? "");
		return JSON.stringify([
			rule,
			level,
			outcome,
			code,
			blocking,
			waiver,
			...shared
		]);
	});
	return [...new Set(said)].sort().join("\n");
}
/** `numbers[i]` indexes `identities`; `findingsOf` is asked once for each key that is left, of its first commit. */
function numberKeys(numbers, identities, findingsOf) {
	const known = /* @__PURE__ */ new Map();
	const moved = identities.map(() => -1);
	const keys = [];
	return {
		key: numbers.map((number, row) => {
			const before = moved[number] ?? -1;
			if (before >= 0) return before;
			const identity = identities[number] ?? "";
			const own = known.get(identity) ?? keys.push({
				identity,
				findings: findingsOf(row)
			}) - 1;
			known.set(identity, own);
			moved[number] = own;
			return own;
		}),
		keys
	};
}

// src/audit/disclose.ts
/**
* What was found out as it may be shown. Nothing is written down or counted before, so no number, no gap and no file of a shard tells
* what a report may not: of tickets that are not open no date and no criteria either, and of one that is not there and one that is not
* shown the same. Shards that are put together go through it once more: a name may be two tickets' only then.
*/
function disclosedPartial(found) {
	const { head, rows, tickets } = found;
	const { terms, frame } = head;
	if (terms.disclosure === "full") return found;
	const shown = require_disclosed.disclosedFindings(tickets, terms);
	const told = rows.keys.map(({ findings }) => findings.map(shown));
	const keys = numberKeys(rows.key, told.map(identityOf), (row) => told[rows.key[row] ?? 0] ?? []);
	return {
		...found,
		head: {
			...head,
			frame: {
				...frame,
				findings: frame.findings.map(shown)
			}
		},
		rows: {
			...rows,
			...keys
		},
		tickets: tickets.map((ticket) => factsOf(ticket, terms))
	};
}
function factsOf(ticket, terms) {
	if (require_disclosed.isOpenTicket(ticket, terms)) return ticket;
	return {
		...ticket,
		...require_disclosed.disclosedTicket(ticket, terms),
		createdAt: null,
		criteria: null,
		risk: null
	};
}

// src/store/columns-file.ts
/** Doubles are read in place, so they start at a multiple of their size. */
const ALIGN = 8;
const DIGEST_BYTES = 32;
const LENGTH_DIGITS = 12;
/** The file's parts, in order: `magic` (one line), length and text of a JSON header, the columns, and a SHA-256 of all that. */
function encodeColumns(magic, file) {
	const doubles = Object.entries(file.doubles);
	const bytes = Object.entries(file.bytes);
	const lead = {
		header: file.header,
		doubles: doubles.map(([name, column]) => [name, column.length]),
		bytes: bytes.map(([name, column]) => [name, column.length])
	};
	const text = Buffer.from(JSON.stringify(lead));
	const start = Buffer.from(`${magic}\n${String(text.length).padStart(LENGTH_DIGITS, "0")}\n`);
	const parts = [
		start,
		text,
		new Uint8Array(gap$1(start.length + text.length)),
		...doubles.map(([, { buffer, byteOffset, byteLength }]) => new Uint8Array(buffer, byteOffset, byteLength)),
		...bytes.map(([, column]) => column)
	];
	const hash = (0, node_crypto.createHash)("sha256");
	for (const part of parts) hash.update(part);
	return [...parts, hash.digest()];
}
function gap$1(length) {
	return (ALIGN - length % ALIGN) % ALIGN;
}
/** Reads what `encodeColumns` wrote; null: not such a file, cut short, or changed since. Copies nothing. */
function decodeColumns(magic, data) {
	const file = data.byteOffset % ALIGN === 0 ? data : new Uint8Array(data);
	const end = file.length - DIGEST_BYTES;
	const start = magic.length + 1 + LENGTH_DIGITS + 1;
	const buffer = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
	if (end < start || buffer.toString("latin1", 0, magic.length + 1) !== `${magic}\n`) return null;
	if (!(0, node_crypto.createHash)("sha256").update(file.subarray(0, end)).digest().equals(file.subarray(end))) return null;
	const length = Number(buffer.toString("latin1", magic.length + 1, start - 1));
	const lead = leadIn(buffer.toString("utf8", start, Math.min(start + length, end)));
	if (lead === null) return null;
	let at = start + length + gap$1(start + length);
	const size = lead.doubles.reduce((sum, [, count]) => sum + count * ALIGN, at);
	if (lead.bytes.reduce((sum, [, count]) => sum + count, size) !== end) return null;
	const doubles = lead.doubles.map(([name, count]) => {
		const column = new Float64Array(file.buffer, file.byteOffset + at, count);
		at += count * ALIGN;
		return [name, column];
	});
	const bytes = lead.bytes.map(([name, count]) => {
		const column = file.subarray(at, at + count);
		at += count;
		return [name, column];
	});
	return {
		header: lead.header,
		doubles: Object.fromEntries(doubles),
		bytes: Object.fromEntries(bytes)
	};
}
/** Null: it is none. A digest is no signature, so whoever writes a file writes a fitting one. */
function leadIn(text) {
	try {
		const { header, doubles, bytes } = Object(JSON.parse(text));
		return areColumns(doubles) && areColumns(bytes) ? {
			header,
			doubles,
			bytes
		} : null;
	} catch {
		return null;
	}
}
function areColumns(value) {
	if (!Array.isArray(value)) return false;
	return value.every((one) => Array.isArray(one) && one.length === 2 && typeof one[0] === "string" && Number.isSafeInteger(one[1]) && one[1] >= 0);
}

// src/trace/files-codec.ts
/** All of scanned files that is no column. */
function filesHeader({ paths, oids, references, skipped, named }) {
	return {
		paths,
		oids,
		references,
		skipped,
		named: [...named]
	};
}
/** Their columns; lines that nobody counted are left out. */
function filesColumns({ lines, exempt }) {
	return {
		doubles: lines === null ? {} : { treeLines: Float64Array.from(lines) },
		bytes: { treeExempt: exempt }
	};
}
/** Scanned files of a header and the columns of its file. */
function filesIn(header, { doubles, bytes }) {
	const { paths, oids, references, skipped } = header;
	const { treeLines } = doubles;
	return {
		paths,
		oids,
		references,
		skipped,
		named: new Map(Object(header.named)),
		lines: treeLines === void 0 ? null : Int32Array.from(treeLines),
		exempt: bytes.treeExempt ?? new Uint8Array(paths.length)
	};
}

// src/audit/file.ts
/** First line of the file; the number goes up with every change of the layout. */
const MAGIC = "golden-thread partial audit 1";
/** A partial as the parts of a file. */
function encodePartial(partial) {
	const { head, shard, rows, tree, blamed, tickets } = partial;
	const { count, idBytes, authors, keys, sets, proofs, paths } = rows;
	const header = {
		head,
		shard,
		count,
		idBytes,
		authors,
		keys,
		sets,
		proofs,
		tickets,
		pathNames: paths?.names ?? [],
		tree: tree && filesHeader(tree),
		blamed: blamed && {
			commits: blamed.commits,
			files: Array.from(blamed.files, ([path, pairs]) => [path, pairs.length])
		}
	};
	return encodeColumns(MAGIC, {
		header,
		doubles: doublesOf(partial),
		bytes: bytesOf(partial)
	});
}
/** Columns that are not there are left out. */
function doublesOf({ rows, tree, blamed }) {
	const { committed, recorded, author, key, named, told, brought, paths, lines } = rows;
	return {
		committed,
		author,
		key,
		named,
		subjectEnds: told.subjects.ends,
		kinEnds: told.kin.ends,
		...recorded && { recorded },
		...brought && { brought },
		...paths && {
			pathStart: paths.start,
			pathEntries: paths.entries
		},
		...lines && {
			added: lines.added,
			deleted: lines.deleted
		},
		...tree && filesColumns(tree).doubles,
		...blamed && { blamed: Float64Array.from([...blamed.files.values()].flatMap((pairs) => [...pairs])) }
	};
}
function bytesOf({ rows: { ids, told }, tree }) {
	return {
		ids,
		subjects: told.subjects.bytes,
		kin: told.kin.bytes,
		...tree && filesColumns(tree).bytes
	};
}

// src/trace/coverage.ts
/** Coverage both ways, of what was looked at: what was not is null. One pass over the commits, one over the files. */
function coverageOf(input) {
	return {
		...itemsOf(input.tickets),
		...commitsOf(input),
		...filesOf$1(input),
		...ticketsOf(input)
	};
}
/** Tickets that exist; what nobody could find is no item. */
function itemsOf(tickets) {
	const items = tickets.filter(require_covered.isThere);
	const keys = (wanted) => items.flatMap((item) => require_covered.isLinked(item) === wanted ? [item.key] : []).sort(require_interner.byText);
	const [linkedItems, unlinkedItems] = [keys(true), keys(false)];
	return {
		linkedItems,
		unlinkedItems,
		totalItems: items.length,
		linkedCount: linkedItems.length,
		unlinkedCount: unlinkedItems.length,
		coveragePercent: items.length === 0 ? 0 : require_reports.percentOf(linkedItems.length, items.length)
	};
}
function commitsOf({ report, history, parts }) {
	const standings = require_standings.noStandings();
	const changed = {
		authorised: 0,
		judged: 0
	};
	const wasAsked = parts.some(({ part, state }) => part === "proposals" && /^(?:done|partial)$/.test(state));
	let counted = false;
	/** By number: whether all of its commits are covered. */
	const changes = /* @__PURE__ */ new Map();
	for (let index = 0; index < history.count; index++) {
		const standing = history.standing(index);
		standings[standing]++;
		const change = history.change(index);
		if (change !== null && (wasAsked || !isMerge(history.lineage(index)))) changes.set(change, (changes.get(change) ?? true) && require_standings.isExcused(standing));
		const lines = history.lines(index);
		counted ||= lines !== null;
		if (lines === null || standing === "exempt") continue;
		changed.judged += lines.added + lines.deleted;
		if (standing === "authorised") changed.authorised += lines.added + lines.deleted;
	}
	const whole = [...changes.values()].filter(Boolean).length;
	const { referenced, beforeBaseline } = report.counts;
	return {
		commits: {
			...standings,
			total: history.count,
			referenced,
			beforeBaseline,
			ratio: require_reports.ratioOf(standings.authorised, history.count - standings.exempt)
		},
		proposals: changes.size > 0 || wasAsked ? require_reports.ratioOf(whole, changes.size) : null,
		changedLines: counted ? require_reports.ratioOf(changed.authorised, changed.judged) : null
	};
}
function isMerge(lineage) {
	return lineage?.kind === "merge" || lineage?.kind === "evil-merge";
}
function filesOf$1({ scope, files, tickets }) {
	if (files === null) return {
		files: null,
		liveLines: null
	};
	let [covered, total] = [0, 0];
	const lines = require_standings.noStandings();
	let blamed = false;
	for (let index = 0; index < files.count; index++) {
		const live = files.live(index);
		blamed ||= live !== null;
		for (const standing of require_audit.STANDINGS) lines[standing] += live?.[standing] ?? 0;
		if (files.exempt(index)) continue;
		total++;
		if (require_covered.isCovered(files, tickets, index)) covered++;
	}
	const all = require_audit.STANDINGS.reduce((sum, standing) => sum + lines[standing], 0);
	return {
		files: require_covered.isWholeHistory(scope) ? require_reports.ratioOf(covered, total) : null,
		liveLines: blamed ? require_reports.ratioOf(lines.authorised + lines.exempt, all) : null
	};
}
const SPEC_RULE = /^spec-/;
function ticketsOf({ tickets, report }) {
	const worked = tickets.filter((ticket) => require_covered.isThere(ticket) && ticket.commits > 0);
	const withSpec = worked.filter(({ spec }) => spec !== null).length;
	return {
		specs: report.keys.some(({ findings }) => findings.some(({ rule }) => SPEC_RULE.test(rule))) || withSpec > 0 ? require_reports.ratioOf(withSpec, worked.length) : null,
		criteria: criteriaOf(worked)
	};
}
function criteriaOf(worked) {
	const known = worked.flatMap(({ criteria }) => criteria ?? []);
	if (known.length === 0) return null;
	const sum = (of) => known.reduce((total, one) => total + of(one), 0);
	return require_reports.ratioOf(sum(({ done }) => done), sum(({ total }) => total));
}

// src/trace/overdue.ts
/**
* Places in `report.waivers` of those that are past their day while what they lifted is still there: a commit that their rules object
* to and that all their targets meet. Of paths the tree alone tells, of a pattern nobody here does: both then count as met.
*/
function overdueWaivers(input) {
	const { asOf, report } = input;
	return report.waivers.flatMap((waiver, index) => require_core.isOverdue(waiver, asOf) === true && hasPaths(waiver, input) && hasCommit(waiver, input) ? [index] : []);
}
const PATTERN = /[*?[\]{}]/;
/** Whether the tree still has a path that it named; nobody looked, or only a pattern would tell: it may. */
function hasPaths({ for: { paths } }, { files }) {
	if (paths === void 0 || files === null || paths.some((path) => PATTERN.test(path))) return true;
	const covers = require_core.coverageOf(paths, {});
	for (let index = 0; index < files.count; index++) if (covers(files.path(index))) return true;
	return false;
}
function hasCommit(waiver, { report, history, tickets }) {
	const { commits, keys } = report;
	const failing = keys.map(({ findings }) => findings.some(({ rule, outcome }) => (outcome === "fail" || outcome === "unknown") && waiver.rules.includes(rule)));
	if (commits === null || !failing.includes(true)) return false;
	const { pr, commits: ids, ticket } = waiver.for;
	const starts = ids?.map((id) => id.toLowerCase());
	const wanted = ticket === void 0 ? null : named(ticket, tickets);
	for (let index = 0; index < commits.count; index++) {
		if (failing[commits.key(index)] !== true) continue;
		const change = history.change(index);
		const id = starts === void 0 ? "" : commits.id(index);
		if ((pr === void 0 || change !== null && pr.includes(change)) && (starts === void 0 || starts.some((start) => require_core.startsId(start, id))) && (wanted === null || history.tickets(index).some((number) => wanted.has(number)))) return true;
	}
	return false;
}
function named(ids, tickets) {
	const wanted = new Set(ids.map((id) => id.toLowerCase()));
	return new Set(tickets.flatMap(({ id }, index) => wanted.has(id.toLowerCase()) ? [index] : []));
}

// src/trace/reverts.ts
/**
* Follows the reverts that git confirms, newest first: one that was itself reverted undoes nothing, so a commit that was reverted and
* brought back stands. One pass, and memory for reverts alone.
*/
function revertsOf({ history, report }) {
	const commits = report.commits;
	/** By the id of a commit: the revert that undid it. */
	const undoneBy = /* @__PURE__ */ new Map();
	const undone = /* @__PURE__ */ new Set();
	const work = /* @__PURE__ */ new Map();
	for (let index = 0; commits !== null && index < history.count; index++) {
		const revert = undoneBy.size === 0 ? void 0 : undoneBy.get(commits.id(index));
		if (revert !== void 0) {
			undone.add(index);
			work.set(revert, [...work.get(revert) ?? [], ...history.tickets(index)]);
			continue;
		}
		const lineage = history.lineage(index);
		if (lineage?.kind !== "revert" || !lineage.proved) continue;
		for (const id of lineage.of) if (!undoneBy.has(id)) undoneBy.set(id, index);
	}
	const any = undone.size > 0;
	return {
		any,
		isUndone: (index) => any && undone.has(index),
		undoesFor: (index, ticket) => work.get(index)?.includes(ticket) ?? false
	};
}

// src/trace/gaps.ts
/** Below so many commits nobody can say that a ticket carries too many. */
const MEGA_COMMITS = 20;
/** A ticket that carries more than this share of all authorised commits says of none of them why it was made. */
const MEGA_SHARE = .05;
/** All that breaks the thread, worst first. A gap that only what was not looked at could tell is none: nothing is guessed. */
function gapsOf(input) {
	const { tickets } = input;
	const commits = commitsBy(input);
	const byTicket = (code, test) => gap(code, "ticket", tickets.flatMap((ticket, index) => test(ticket, index) ? [index] : []));
	const most = Math.max(MEGA_COMMITS, commits.authorised * MEGA_SHARE);
	const whole = require_covered.isWholeHistory(input.scope);
	const gone = revertedTickets(input);
	return [
		gap("commit-unauthorised", "commit", commits.unauthorised),
		gap("commit-without-ticket", "commit", commits.unreferenced),
		gap("waiver-overdue", "waiver", overdueWaivers(input)),
		byTicket("ticket-not-found", ({ status, commits: count }) => status === "absent" && count > 0),
		byTicket("reverted-but-done", (ticket, index) => isDone(ticket) && gone.has(index)),
		byTicket("ticket-younger-than-commit", isYounger),
		byTicket("done-with-open-criteria", (ticket) => isDone(ticket) && hasOpenCriteria(ticket)),
		byTicket("closed-without-code", (ticket) => whole && isDone(ticket) && ticket.commits === 0),
		byTicket("ticket-without-commit", (ticket) => whole && (isDone(ticket) || isUnderWay(ticket)) && !require_covered.isLinked(ticket)),
		byTicket("mega-ticket", (_, index) => (commits.ofTicket[index] ?? 0) > most),
		gap("file-without-ticket", "file", whole ? orphanFiles(input) : [])
	].filter(({ indexes }) => indexes.length > 0);
}
function gap(code, of, indexes) {
	return {
		code,
		of,
		indexes: Uint32Array.from(indexes)
	};
}
function commitsBy({ history, tickets }) {
	const indexes = {
		unauthorised: [],
		unreferenced: []
	};
	const ofTicket = new Uint32Array(tickets.length);
	let authorised = 0;
	for (let index = 0; index < history.count; index++) {
		const standing = history.standing(index);
		indexes[standing]?.push(index);
		if (standing !== "authorised") continue;
		authorised++;
		for (const ticket of history.tickets(index)) ofTicket[ticket] = (ofTicket[ticket] ?? 0) + 1;
	}
	return {
		unauthorised: indexes.unauthorised ?? [],
		unreferenced: indexes.unreferenced ?? [],
		authorised,
		ofTicket
	};
}
function isDone(ticket) {
	return require_covered.isThere(ticket) && ticket.state?.category === "done";
}
function isUnderWay(ticket) {
	return require_covered.isThere(ticket) && ticket.state?.category === "in_progress";
}
function isYounger({ createdAt, firstAt }) {
	const made = createdAt === null ? null : require_core.secondsOf(createdAt);
	return made !== null && firstAt !== null && made > firstAt;
}
function hasOpenCriteria({ criteria }) {
	return criteria !== null && criteria.done < criteria.total;
}
/** Tickets for which there was work, all of which was reverted. */
function revertedTickets({ history, report, ...known }) {
	const reverts = known.reverts ?? revertsOf({
		history,
		report
	});
	if (!reverts.any) return /* @__PURE__ */ new Set();
	const undone = /* @__PURE__ */ new Set();
	const standing = /* @__PURE__ */ new Set();
	for (let index = 0; index < history.count; index++) for (const ticket of history.tickets(index)) if (reverts.isUndone(index)) undone.add(ticket);
	else if (!reverts.undoesFor(index, ticket)) standing.add(ticket);
	return new Set([...undone].filter((ticket) => !standing.has(ticket)));
}
/** Files to which no ticket leads, where it is known what made them, and whether the tickets exist. */
function orphanFiles({ files, tickets }) {
	const orphans = [];
	for (let index = 0; files !== null && index < files.count; index++) {
		if (files.exempt(index) || files.through(index) === null || require_covered.mayBeCovered(files, tickets, index)) continue;
		orphans.push(index);
	}
	return orphans;
}

// src/trace/groups.ts
/** Commits by the month of their committer time, in the order of time. */
function monthsOf({ report: { commits }, history }) {
	const days = openGroups();
	for (let index = 0; commits !== null && index < history.count; index++) days.add(require_month.dayOf(commits.time(index)), history.standing(index));
	const months = /* @__PURE__ */ new Map();
	for (const [day, counts] of [...days.counts].sort(([a], [b]) => a - b)) {
		const name = require_month.monthOf(day);
		const month = months.get(name) ?? require_standings.noStandings();
		months.set(name, month);
		addAll(month, counts);
	}
	return Array.from(months, ([name, counts]) => groupOf(name, counts));
}
/** Commits by author as their headers have it, most uncovered ones first. */
function authorsOf({ report: { commits }, history }) {
	const authors = openGroups();
	for (let index = 0; commits !== null && index < history.count; index++) authors.add(commits.author(index), history.standing(index));
	return Array.from(authors.counts, ([name, counts]) => groupOf(name, counts)).sort((a, b) => require_standings.uncovered(b) - require_standings.uncovered(a) || require_interner.byText(a.name, b.name));
}
/**
* Every folder of the tree, by name, with all that lies below it. A commit counts once in each folder that a path of it lies below;
* what it did in folders that are gone counts in those of their parents that are still there.
*/
function foldersOf(input) {
	const { files, history, touched } = input;
	if (files.count === 0) return [];
	const folders = [];
	const numbers = /* @__PURE__ */ new Map();
	for (let index = 0; index < files.count; index++) addFile(folders, openFolder(folders, numbers, folderOf(files.path(index))), input, index);
	if (touched !== null) {
		const owners = touched.names.map((name) => standingFolder(numbers, name));
		for (let index = 0; index < history.count; index++) addCommit(folders, owners, touched.of(index), history.standing(index), index);
	}
	return folders.map(({ name, files: count, covered, lines, commits }) => ({
		...groupOf(name, commits),
		files: count,
		covered,
		lines
	})).sort((a, b) => require_interner.byText(a.name, b.name));
}
const ROOT = ".";
function folderOf(path) {
	const end = path.lastIndexOf("/");
	return end < 0 ? ROOT : path.slice(0, end);
}
function openFolder(folders, numbers, name) {
	const known = numbers.get(name);
	if (known !== void 0) return known;
	const parent = name === ROOT ? -1 : openFolder(folders, numbers, folderOf(name));
	const number = folders.push({
		name,
		parent,
		files: 0,
		covered: 0,
		lines: 0,
		commits: require_standings.noStandings(),
		last: -1
	}) - 1;
	numbers.set(name, number);
	return number;
}
function addFile(folders, own, { files, tickets }, index) {
	const lines = files.lines(index) ?? 0;
	const counts = !files.exempt(index);
	const covered = counts && require_covered.isCovered(files, tickets, index);
	for (let folder = folders[own]; folder !== void 0; folder = folders[folder.parent]) {
		folder.lines += lines;
		folder.files += Number(counts);
		folder.covered += Number(covered);
	}
}
/** The nearest folder above a path that is still there. */
function standingFolder(numbers, path) {
	for (let name = folderOf(path);; name = folderOf(name)) {
		const number = numbers.get(name);
		if (number !== void 0) return number;
		if (name === ROOT) return -1;
	}
}
function addCommit(folders, owners, paths, standing, index) {
	for (let place = 0; place < paths.length; place++) {
		let folder = folders[owners[paths[place] ?? -1] ?? -1];
		while (folder !== void 0 && folder.last !== index) {
			folder.last = index;
			folder.commits[standing]++;
			folder = folders[folder.parent];
		}
	}
}
function groupOf(name, counts) {
	return {
		name,
		commits: Object.values(counts).reduce((sum, count) => sum + count, 0),
		...counts
	};
}
function openGroups() {
	const counts = /* @__PURE__ */ new Map();
	return {
		counts,
		add(name, standing) {
			let group = counts.get(name);
			if (group === void 0) {
				group = require_standings.noStandings();
				counts.set(name, group);
			}
			group[standing]++;
		}
	};
}
function addAll(sum, more) {
	sum.authorised += more.authorised;
	sum.exempt += more.exempt;
	sum.unauthorised += more.unauthorised;
	sum.unreferenced += more.unreferenced;
	sum.unknown += more.unknown;
}

// src/trace/tickets.ts
/** Every ticket with what leads to it, in the order of `tickets`. One pass over the commits and one over the files. */
function auditTickets(input) {
	const { tickets, report, live } = input;
	const tallies = openTallies(tickets.length);
	const counted = report.commits === null ? false : countCommits(input, tallies, report.commits);
	countFiles(input, tallies);
	const { commits, standing, firstAt, lastAt, changes, files, added, deleted } = tallies;
	const ofTicket = (column, index) => column[index] ?? 0;
	return tickets.map((ticket, index) => ({
		...ticket,
		commits: ofTicket(commits, index),
		standing: ofTicket(standing, index),
		firstAt: ofTicket(commits, index) === 0 ? null : ofTicket(firstAt, index),
		lastAt: ofTicket(commits, index) === 0 ? null : ofTicket(lastAt, index),
		files: ofTicket(files, index),
		changes: [...changes.get(index) ?? []].sort((a, b) => a - b),
		lines: counted ? {
			added: ofTicket(added, index),
			deleted: ofTicket(deleted, index)
		} : null,
		live: live?.(index) ?? null
	}));
}
function openTallies(count) {
	return {
		commits: new Uint32Array(count),
		standing: new Uint32Array(count),
		firstAt: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
		lastAt: new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
		changes: /* @__PURE__ */ new Map(),
		files: new Uint32Array(count),
		added: new Float64Array(count),
		deleted: new Float64Array(count)
	};
}
/** Whether anybody counted the lines of commits. */
function countCommits(input, tallies, commits) {
	const { tickets, history, report } = input;
	const reverts = input.reverts ?? revertsOf({
		history,
		report
	});
	const found = Uint8Array.from(tickets, ({ status }) => Number(status === "found"));
	let counted = false;
	for (let index = 0; index < history.count; index++) {
		const lines = history.lines(index);
		counted ||= lines !== null;
		const own = history.tickets(index);
		if (own.length === 0) continue;
		const work = {
			time: commits.time(index),
			change: history.change(index),
			lines
		};
		const stands = history.standing(index) === "authorised" && !reverts.isUndone(index);
		for (const number of own) {
			add(tallies, number, work);
			if (stands && found[number] === 1 && !reverts.undoesFor(index, number)) plus(tallies.standing, number, 1);
		}
	}
	return counted;
}
function add(tallies, number, { time, change, lines }) {
	const { firstAt, lastAt, changes } = tallies;
	plus(tallies.commits, number, 1);
	if (time < (firstAt[number] ?? time)) firstAt[number] = time;
	if (time > (lastAt[number] ?? time)) lastAt[number] = time;
	if (change !== null) {
		const own = changes.get(number);
		if (own === void 0) changes.set(number, /* @__PURE__ */ new Set([change]));
		else own.add(change);
	}
	if (lines === null) return;
	plus(tallies.added, number, lines.added);
	plus(tallies.deleted, number, lines.deleted);
}
function plus(column, number, more) {
	column[number] = (column[number] ?? 0) + more;
}
function countFiles({ files }, tallies) {
	for (let index = 0; files !== null && index < files.count; index++) {
		const links = files.named(index);
		if (links.length === 0) continue;
		for (const ticket of new Set(links.map((link) => link.ticket))) plus(tallies.files, ticket, 1);
	}
}

// src/core/standing.ts
const EXEMPT = [
	"clean-merge",
	"bot",
	"scope",
	"before-baseline"
];
const NAMES = "reference-required";
const WEIGHS = "ticket-authorised";
const UNSEEN = "unseen";
/** Codes of reference-required for a commit that names nothing that counts. */
const NAMELESS = /* @__PURE__ */ new Set([
	"missing",
	"wrong-place",
	"foreign",
	"unproved"
]);
/**
* How a commit with these findings stands. Codes tell it, not outcomes, so that neither a level nor a waiver makes a commit better
* than it is. Where the law asks no rule about tickets, nobody could say.
*/
function commitStanding(findings) {
	if (exemptionIn(findings) !== null) return "exempt";
	const named = findings.filter(({ rule }) => rule === NAMES);
	const weighed = findings.filter(({ rule }) => rule === WEIGHS);
	if (named.some(({ code }) => NAMELESS.has(code))) return "unreferenced";
	if (weighed.some(({ code }) => code === "no-reference")) return "unreferenced";
	const worth = weighed.map(worthOf);
	if (worth.includes("fail")) return "unauthorised";
	if (worth.includes("unknown") || !worth.includes("pass")) return "unknown";
	return "authorised";
}
/** Why a commit with these findings needs no ticket; null: it needs one. */
function exemptionIn(findings) {
	const about = findings.filter(({ rule }) => rule === NAMES || rule === WEIGHS);
	const codes = (about.length === 0 ? findings : about).flatMap(({ outcome, code }) => outcome === "skip" ? [code] : []);
	return EXEMPT.find((kind) => codes.includes(kind)) ?? null;
}
/** What a claim was worth before anything was waived; a task that comes with its change authorises, if only with a warning. */
function worthOf({ code }) {
	if (code === "new-task") return "pass";
	if (code === UNSEEN) return "fail";
	return isStandingCode(code) ? require_core.STANDING_CODES[code].outcome : null;
}
function isStandingCode(code) {
	return Object.hasOwn(require_core.STANDING_CODES, code);
}

// src/audit/lineage.ts
/** Reads them of the rows; names that are no full id are looked for among the audited commits, once. */
function lineagesOf(rows) {
	const proofs = /* @__PURE__ */ new Map();
	for (const proof of rows.proofs) proofs.set(proof.row, [...proofs.get(proof.row) ?? [], proof]);
	const text = require_interner.readTexts(rows.told.kin);
	let changes = null;
	const own = (index) => {
		changes ??= Uint32Array.from({ length: rows.count }, (_, row) => require_interner.changeOf(text(row)) ?? 0);
		return changes[index] || null;
	};
	const names = namesIn(rows, own);
	return {
		lineage: (index) => {
			const said = text(index);
			const proved = proofs.get(index) ?? NONE$1;
			if (said === "" && proved.length === 0) return null;
			return lineageOf(said === "" ? NOTHING$1 : require_interner.kinIn(said), proved, names);
		},
		change: (index) => rows.brought?.[index] || own(index),
		inherited: (index) => proofs.get(index)?.flatMap(({ tickets }) => tickets) ?? NO_TICKETS
	};
}
const NONE$1 = [];
const NO_TICKETS = [];
const NOTHING$1 = {
	joins: [],
	reverts: [],
	undoes: [],
	picks: [],
	backport: false,
	amends: false,
	change: null
};
/** What git proves goes before what is only said; a revert of a pull request is one, whoever brought it. */
function lineageOf(kin, proofs, names) {
	const isEvil = proofs.some(({ kind }) => kind === "evil-merge");
	if (kin.joins.length > 0) return {
		kind: isEvil ? "evil-merge" : "merge",
		of: kin.joins,
		proved: true
	};
	const [proof] = proofs;
	if (proof?.target) return {
		kind: proof.kind === "cherry-pick" && kin.backport ? "backport" : proof.kind,
		of: [proof.target],
		proved: true
	};
	if (kin.reverts.length + kin.undoes.length > 0) {
		const of = [...kin.reverts.flatMap(names.commit), ...kin.undoes.flatMap(names.ofChange)];
		return {
			kind: "revert",
			of: [...new Set(of)],
			proved: false
		};
	}
	if (kin.picks.length > 0 || kin.backport) {
		const of = [...new Set(kin.picks.flatMap(names.commit))];
		return {
			kind: kin.backport ? "backport" : "cherry-pick",
			of,
			proved: false
		};
	}
	if (kin.amends) return {
		kind: "autosquash",
		of: [],
		proved: false
	};
	return kin.change === null ? null : {
		kind: "squash",
		of: [`#${kin.change}`],
		proved: false
	};
}
function namesIn(rows, change) {
	const full = rows.idBytes * 2;
	let sorted = null;
	let changes = null;
	return {
		commit(name) {
			if (name.length === full) return [name];
			sorted ??= allIds(rows).sort();
			return withStart(sorted, name);
		},
		ofChange(number) {
			changes ??= changesIn(rows, change);
			const own = changes.get(number) ?? [];
			return own.length === 1 ? own : [];
		}
	};
}
/** Reads the full ids of commits by their index, in lower-case hex. */
function readIds({ ids, idBytes }) {
	const all = Buffer.from(ids.buffer, ids.byteOffset, ids.length);
	return (index) => all.toString("hex", index * idBytes, (index + 1) * idBytes);
}
/** The full ids of all commits, in their order. */
function allIds(rows) {
	const id = readIds(rows);
	return Array.from({ length: rows.count }, (_, index) => id(index));
}
function withStart(sorted, name) {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = low + high >> 1;
		if ((sorted[middle] ?? "") < name) low = middle + 1;
		else high = middle;
	}
	const found = sorted.slice(low, low + 2).filter((id) => id.startsWith(name));
	return found.length === 1 ? found : [];
}
function changesIn(rows, change) {
	const changes = /* @__PURE__ */ new Map();
	const id = readIds(rows);
	for (let index = 0; index < rows.count; index++) {
		const number = change(index);
		if (number === null) continue;
		const own = changes.get(number);
		if (own === void 0) changes.set(number, [id(index)]);
		else own.push(id(index));
	}
	return changes;
}

// src/audit/columns.ts
/** What an audit knows of each commit, read from the rows when it is asked for. */
function historyOf(rows, keys, tickets) {
	const standings = keys.map(({ findings }) => commitStanding(findings));
	const lineages = lineagesOf(rows);
	const numbers = new Map(tickets.map(({ at }, index) => [at, index]));
	const numbersOf = (names) => {
		const own = names.flatMap((at) => numbers.get(at) ?? []);
		return own.length < 2 ? own : [...new Set(own)].sort((a, b) => a - b);
	};
	const ofSets = rows.sets.map((set) => numbersOf(set.map(({ at }) => at)));
	const { lines } = rows;
	const subject = require_interner.readTexts(rows.told.subjects);
	return {
		count: rows.count,
		subject,
		standing: (index) => standings[rows.key[index] ?? 0] ?? "unknown",
		tickets(index) {
			const own = rows.named[index] ?? 0;
			const inherited = lineages.inherited(index);
			if (inherited.length === 0) return ofSets[own] ?? [];
			return numbersOf([...(rows.sets[own] ?? []).map(({ at }) => at), ...inherited]);
		},
		change: lineages.change,
		lineage: lineages.lineage,
		lines(index) {
			const added = lines?.added[index] ?? NaN;
			return Number.isNaN(added) ? null : {
				added,
				deleted: lines?.deleted[index] ?? 0
			};
		}
	};
}

// src/git/blame.ts
/** An entry of the porcelain format: commit, first line there, first line here, and how many (git-blame, "INCREMENTAL OUTPUT"). */
const ENTRY = /^([0-9a-f]{40}|[0-9a-f]{64}) \d+ \d+ (\d+)$/gm;
/**
* No program that an attribute names is run over a file, and no list of commits to look through is read, whoever configured one: whoever
* brings a change could bring a list with it that puts the change under older names. An empty name takes all lists back (git-blame).
*/
const PLAIN = [
	"--incremental",
	"--no-textconv",
	"--ignore-revs-file="
];
/**
* Which commits the lines of a commit's file are from; whole-file renames are followed, as git does. Null: git can't blame it, since
* objects are missing here.
*/
async function blame(repo, commit, path) {
	const owners = /* @__PURE__ */ new Map();
	const args = [
		"-C",
		repo.root ?? repo.gitDir,
		"blame",
		...PLAIN,
		commit,
		"--",
		path
	];
	const { code, stdout, stderr } = await repo.git.withEnv(require_git.NO_FETCH).run(args, { codes: [0, 128] });
	if (/object name list/.test(stderr)) throw noList(stderr);
	if (code !== 0) return null;
	for (const [, id = "", lines = "0"] of stdout.toString("latin1").matchAll(ENTRY)) owners.set(id, (owners.get(id) ?? 0) + Number(lines));
	return owners;
}
/** git reads every list before it takes them back, and blames nothing at all where one is missing. */
function noList(stderr) {
	return new require_git.Fault("repository", "git can't read the list of commits that blame looks through.", {
		found: stderr.trim(),
		wanted: "a file of full commit ids, or no such setting",
		fix: "git config --unset-all blame.ignoreRevsFile"
	});
}
/**
* Paths that any commit touched that only one of two commits can reach: all others have the same blame at both. Null: one of the two is
* not here.
*/
async function touchedBetween(repo, before, now) {
	const touched = /* @__PURE__ */ new Set();
	if (before === now) return touched;
	const args = [
		"-c",
		"log.showRoot=true",
		"log",
		...[
			"-z",
			"--format=",
			"--name-only",
			"--no-renames",
			"-m",
			"--no-relative",
			"--ignore-submodules=none"
		],
		"--end-of-options",
		`${before}...${now}`,
		"--"
	];
	const child = repo.git.spawn(args, { codes: [0, 128] });
	for await (const path of require_records.nulRecords(child.stdout)) touched.add(path);
	return await child.done === 0 ? touched : null;
}

// src/store/kept-blame.ts
/** What is kept; null: nothing, or of another version. */
function readBlame(commonDir) {
	const bytes = require_results.readResults(require_results.resultsFile(commonDir, "blame"));
	if (bytes === null) return null;
	try {
		const end = bytes.indexOf(LINE_FEED);
		const header = JSON.parse(Buffer.from(bytes.subarray(0, end)).toString("utf8"));
		if (header.version !== require_core.BUILD) return null;
		const numbers = new Uint32Array(bytes.slice(end + 1).buffer);
		const files = /* @__PURE__ */ new Map();
		let at = 0;
		for (const [path, count] of header.files) {
			files.set(path, numbers.subarray(at, at + count));
			at += count;
		}
		return at === numbers.length ? {
			commit: header.commit,
			commits: header.commits,
			files
		} : null;
	} catch {
		return null;
	}
}
const LINE_FEED = 10;
/** Keeps it: a line of JSON, then the numbers of all files as they lie in memory. */
function writeBlame(commonDir, { commit, commits, files }) {
	const header = {
		version: require_core.BUILD,
		commit,
		commits,
		files: Array.from(files, ([path, pairs]) => [path, pairs.length])
	};
	const numbers = Array.from(files.values(), (pairs) => new Uint8Array(pairs.buffer, pairs.byteOffset, pairs.byteLength));
	require_results.writeResults(require_results.resultsFile(commonDir, "blame"), [Buffer.from(`${JSON.stringify(header)}\n`), ...numbers]);
}

// src/trace/blame.ts
/** git's blame has no threads, so so many run side by side: there are two cores where most checks run. */
const AT_ONCE = 2;
/**
* Which commits the lines of some files are from, as `git blame` says at a commit; none is looked through, since whoever lists one would not answer
* for it any more. What was found is kept with the commit: a later run asks again only for files that a commit in between touched, on either side where history was rewritten.
*/
async function liveLines(repo, commit, paths, { progress } = {}) {
	const kept = repo.shallow ? null : readBlame(repo.commonDir);
	const lines = openLines(kept === null ? null : await stillTrue(repo, kept, commit), paths);
	const open = paths.filter((path) => !lines.files.has(path));
	let [next, done] = [0, 0];
	const work = async () => {
		for (let path = open[next++]; path !== void 0; path = open[next++]) {
			const owners = await blame(repo, commit, path);
			if (owners !== null) lines.add(path, owners);
			progress?.(++done, "files blamed");
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	const found = {
		commits: lines.commits,
		files: lines.files
	};
	if (!repo.shallow && open.length > 0) writeBlame(repo.commonDir, {
		...found,
		commit
	});
	return found;
}
/** What of a kept blame holds at another commit. */
async function stillTrue(repo, kept, commit) {
	const touched = await touchedBetween(repo, kept.commit, commit);
	if (touched === null) return null;
	return {
		...kept,
		files: new Map([...kept.files].filter(([path]) => !touched.has(path)))
	};
}
/** Lines that are being gathered: of kept ones, those of the wanted paths. */
function openLines(kept, paths) {
	const commits = [];
	const numbers = /* @__PURE__ */ new Map();
	const files = /* @__PURE__ */ new Map();
	const add = (path, owners) => {
		const pairs = [];
		for (const [id, lines] of owners) {
			const number = numbers.get(id) ?? commits.push(id) - 1;
			numbers.set(id, number);
			pairs.push(number, lines);
		}
		files.set(path, Uint32Array.from(pairs));
	};
	for (const path of paths) {
		const pairs = kept?.files.get(path);
		if (pairs !== void 0 && kept !== null) add(path, ownersIn(kept.commits, pairs));
	}
	return {
		commits,
		files,
		add
	};
}
/** Each commit of a file with its lines. */
function* ownersIn(commits, pairs) {
	for (let at = 0; at + 1 < pairs.length; at += 2) yield [commits[pairs[at] ?? 0] ?? "", pairs[at + 1] ?? 0];
}

// src/git/clone-kind.ts
/** What a clone was told to leave out; with one child. */
async function cloneKind({ git }) {
	const told = await git.text([
		"config",
		"--type=bool",
		"--get-regexp",
		"^(core\\.sparsecheckout|remote\\..*\\.promisor)$"
	], { codes: [0, 1] });
	const last = new Map(told.split("\n").map((line) => [line.replace(/ \w+$/, ""), line.endsWith(" true")]));
	return {
		partial: [...last].some(([name, isSet]) => isSet && name.startsWith("remote.")),
		sparse: last.get("core.sparsecheckout") ?? false
	};
}

// src/audit/notices.ts
/** What people should know of the clone that is audited. */
async function cloneNotices({ repo, tree }) {
	const { partial, sparse } = await cloneKind(repo);
	const isCut = sparse && tree.label === "working tree";
	return [...partial ? ["partial-clone"] : [], ...isCut ? ["sparse-checkout"] : []];
}
/** Each once, in an order that does not tell how many machines looked. */
function sortedNotices(notices) {
	return [...new Set(notices)].sort();
}

// src/audit/join.ts
/** Puts partials together that were found to fit. One alone is taken as it is, and nothing is copied. */
function joinPartials(partials) {
	const [first, ...others] = partials;
	if (first === void 0) throw new TypeError("an audit is made of one partial at least");
	if (others.length === 0) return first;
	const notices = sortedNotices(partials.flatMap(({ head }) => head.frame.notices));
	const parts = require_parts.worstStates(partials.map(({ head }) => head.parts));
	const tickets = new Map(partials.flatMap((one) => one.tickets.map((ticket) => [ticket.at, ticket])));
	return {
		head: {
			...first.head,
			parts,
			frame: {
				...first.head.frame,
				notices
			}
		},
		rows: joinRows(partials.map(({ rows }) => rows)),
		tree: partials.find(({ tree }) => tree !== null)?.tree ?? null,
		blamed: joinBlamed(partials.flatMap(({ blamed }) => blamed ?? [])),
		tickets: [...tickets.values()].sort((a, b) => a.at < b.at ? -1 : 1)
	};
}
/** Each file was blamed in one shard. */
function joinBlamed(all) {
	const [first, ...others] = all;
	if (first === void 0 || others.length === 0) return first ?? null;
	const commits = require_interner.openInterner();
	const files = all.flatMap((one) => Array.from(one.files, ([path, pairs]) => {
		const owned = [...ownersIn(one.commits, pairs)].flatMap(([id, lines]) => [commits.number(id), lines]);
		return [path, Uint32Array.from(owned)];
	}));
	return {
		commits: commits.texts,
		files: new Map(files)
	};
}
/** Rows of all, newest first by committer time, then by id: the order of a history that was read at once. */
function joinRows(all) {
	const stacked = stack(all);
	const order = Uint32Array.from({ length: stacked.count }, (_, row) => row).sort((a, b) => compare(stacked, a, b));
	const pick = (column) => Float64Array.from(order, (row) => column[row] ?? 0);
	const { idBytes, told, lines, recorded, brought } = stacked;
	const ids = new Uint8Array(stacked.ids.length);
	order.forEach((row, index) => {
		ids.set(stacked.ids.subarray(row * idBytes, (row + 1) * idBytes), index * idBytes);
	});
	const places = new Map(Array.from(order, (row, index) => [row, index]));
	const findings = findingsIn(stacked, pick(stacked.key));
	return {
		...stacked,
		ids,
		committed: pick(stacked.committed),
		recorded: recorded && pick(recorded),
		author: pick(stacked.author),
		...findings,
		named: pick(stacked.named),
		brought: brought && pick(brought),
		told: {
			subjects: require_interner.selectTexts(told.subjects, order),
			kin: require_interner.selectTexts(told.kin, order)
		},
		proofs: stacked.proofs.map((proof) => ({
			...proof,
			row: places.get(proof.row) ?? 0
		})).sort(byRow),
		paths: stacked.paths && orderPaths(stacked.paths, order),
		lines: lines && {
			added: pick(lines.added),
			deleted: pick(lines.deleted)
		}
	};
}
function byRow(a, b) {
	return a.row - b.row || (a.kind < b.kind ? -1 : 1);
}
/** The first commit of a key is that of the part which it came from, so that part's words are told. */
function findingsIn({ keys }, key) {
	const told = (row) => keys[key[row] ?? 0]?.findings ?? [];
	return numberKeys(key, keys.map(({ identity }) => identity), told);
}
function compare({ committed, ids, idBytes }, a, b) {
	const later = (committed[b] ?? 0) - (committed[a] ?? 0);
	if (later !== 0) return later;
	const [one, other] = [a, b].map((row) => ids.subarray(row * idBytes, (row + 1) * idBytes));
	return one === void 0 || other === void 0 ? 0 : Buffer.compare(one, other);
}
/** One behind the other, numbers moved behind those of the tables before. */
function stack(all) {
	return all.reduce((one, other) => {
		const authors = require_interner.openInterner(one.authors);
		const author = other.authors.map((name) => authors.number(name));
		const sets = [...one.sets, ...other.sets];
		return {
			count: one.count + other.count,
			idBytes: one.idBytes,
			ids: Buffer.concat([one.ids, other.ids]),
			committed: concat(one.committed, other.committed),
			recorded: concatRecorded(one, other),
			author: concat(one.author, other.author.map((number) => author[number] ?? 0)),
			authors: authors.texts,
			key: concat(one.key, other.key.map((number) => number + one.keys.length)),
			keys: [...one.keys, ...other.keys],
			named: concat(one.named, other.named.map((number) => number + one.sets.length)),
			sets,
			brought: one.brought && other.brought && concat(one.brought, other.brought),
			told: {
				subjects: require_interner.joinTexts(one.told.subjects, other.told.subjects),
				kin: require_interner.joinTexts(one.told.kin, other.told.kin)
			},
			proofs: [...one.proofs, ...other.proofs.map((proof) => ({
				...proof,
				row: proof.row + one.count
			}))],
			paths: one.paths && other.paths && stackPaths(one.paths, other.paths),
			lines: one.lines && other.lines && {
				added: concat(one.lines.added, other.lines.added),
				deleted: concat(one.lines.deleted, other.lines.deleted)
			}
		};
	});
}
function concat(one, other) {
	const both = new Float64Array(one.length + other.length);
	both.set(one);
	both.set(other, one.length);
	return both;
}
function concatRecorded(one, other) {
	if (one.recorded === null && other.recorded === null) return null;
	const untold = ({ recorded, count }) => recorded ?? new Float64Array(count).fill(NaN);
	return concat(untold(one), untold(other));
}
function stackPaths(one, other) {
	const names = require_interner.openInterner(one.names);
	const moved = other.names.map((name) => names.number(name));
	const start = other.start.map((at) => at + one.entries.length).subarray(1);
	return {
		start: concat(one.start, start),
		entries: concat(one.entries, other.entries.map((number) => moved[number] ?? -1)),
		names: names.texts
	};
}
function orderPaths({ start, entries, names }, order) {
	const own = new Float64Array(order.length + 1);
	const moved = new Float64Array(entries.length);
	order.forEach((row, index) => {
		const [from, to] = [start[row] ?? 0, start[row + 1] ?? 0];
		moved.set(entries.subarray(from, to), own[index] ?? 0);
		own[index + 1] = (own[index] ?? 0) + to - from;
	});
	return {
		start: own,
		entries: moved,
		names
	};
}

// src/audit/missing.ts
/** What brings the parents that a shallow clone hides: what its edge changed is not known without them. */
const DEEPEN = [
	"git",
	"fetch",
	"--unshallow"
];
/** What brings objects that are missing, where a remote has them. */
const FETCH = [
	"git",
	"fetch",
	"--refetch",
	"--no-filter"
];
/** The states of parts, with what could not be read since objects are missing here: counted where all shards are joined. */
function withMissing(joined) {
	const { head, rows } = joined;
	const fix = head.scope.complete ? FETCH : DEEPEN;
	const ofCommits = (part, untold) => lackOf(part, {
		untold,
		count: rows.count,
		of: "commits",
		fix
	});
	const lacks = {
		paths: ofCommits("paths", untoldPaths(joined)),
		lines: ofCommits("lines", uncounted(joined)),
		blame: blameLack(joined),
		tickets: ticketsLack(joined)
	};
	return head.parts.map((state) => {
		const lack = lacks[state.part] ?? null;
		if (state.state === "not-asked" || lack === null) return state;
		return {
			...lack,
			why: [lack.why, state.why].join(" ").trim()
		};
	});
}
function untoldPaths({ rows: { paths, count } }) {
	let untold = 0;
	for (let index = 0; paths !== null && index < count; index++) {
		const start = paths.start[index] ?? 0;
		if (start < (paths.start[index + 1] ?? 0) && paths.entries[start] === -1) untold++;
	}
	return untold;
}
function uncounted({ rows: { lines } }) {
	return lines === null ? 0 : lines.added.reduce((sum, added) => sum + Number(Number.isNaN(added)), 0);
}
function blameLack({ tree, blamed }) {
	if (tree === null || blamed === null) return null;
	const texts = tree.paths.filter((_, index) => (tree.lines?.[index] ?? 0) > 0);
	const untold = texts.filter((path) => !blamed.files.has(path)).length;
	return lackOf("blame", {
		untold,
		count: texts.length,
		of: "files",
		fix: FETCH,
		or: BY_NAME
	});
}
/** Who starts git hands it names in UTF-8 alone. */
const BY_NAME = ", or their names are not UTF-8";
function lackOf(part, { untold, count, of, fix, or = "" }) {
	if (untold === 0) return null;
	const why = `${untold} of ${count} ${of} can't be read in full: this clone lacks objects${or}.`;
	return {
		part,
		state: untold === count ? "unavailable" : "partial",
		why,
		fix
	};
}
/** What nobody was told of is neither there nor absent. */
function ticketsLack({ tickets }) {
	const untold = tickets.filter(({ status }) => !/^(?:found|absent|claimed)$/.test(status)).length;
	if (untold === 0) return null;
	const why = `Of ${untold} of ${tickets.length} tickets nobody could say whether they exist.`;
	return {
		part: "tickets",
		state: untold === tickets.length ? "unavailable" : "partial",
		why,
		fix: [
			"golden-thread",
			"remote",
			"check"
		]
	};
}

// src/audit/report.ts
/** The report of an audit: as that of a range, its keys distinct by what they say. */
function reportOf(head, rows, tickets) {
	const keys = keysOf(rows);
	const findings = [...head.frame.findings, ...keys.flatMap((key) => key.findings)];
	return {
		...head.frame,
		notices: noticesOf(head, tickets),
		decidedAt: head.asOf,
		verdict: findings.length === 0 ? "pass" : require_world.decide(findings),
		commits: columnsOf(rows),
		keys,
		counts: {
			...countsOf(head, rows, keys),
			beforeBaseline: head.beforeBaseline
		},
		tickets: () => tickets
	};
}
/** In one order, however many told them. What is not shown of a ticket is missing in gaps and coverage, too. */
function noticesOf({ frame, terms }, tickets) {
	const isLess = terms.disclosure !== "full" && tickets.some((ticket) => !require_disclosed.isOpenTicket(ticket, terms));
	return [.../* @__PURE__ */ new Set([...frame.notices, ...isLess ? [require_disclosed.undisclosed(terms)] : []])].sort();
}
function columnsOf(rows) {
	const { recorded } = rows;
	return {
		count: rows.count,
		id: readIds(rows),
		key: (index) => rows.key[index] ?? 0,
		time: (index) => rows.committed[index] ?? 0,
		author: (index) => rows.authors[rows.author[index] ?? 0] ?? "",
		recordedAt: recorded && ((index) => toldTime(recorded[index])),
		named: (index) => rows.sets[rows.named[index] ?? 0] ?? []
	};
}
function toldTime(seconds = NaN) {
	return Number.isNaN(seconds) ? null : seconds;
}
/** Tickets are named where somebody asks: a long history has thousands of them to a key. */
function keysOf(rows) {
	const members = rows.keys.map(() => ({
		count: 0,
		example: -1
	}));
	for (let index = 0; index < rows.count; index++) {
		const member = members[rows.key[index] ?? 0];
		if (member === void 0) continue;
		if (member.count++ === 0) member.example = index;
	}
	let named = null;
	return rows.keys.map(({ findings }, number) => ({
		count: members[number]?.count ?? 0,
		example: members[number]?.example ?? 0,
		verdict: require_world.decide(findings),
		findings,
		get tickets() {
			named ??= ticketsByKey(rows);
			return named[number] ?? [];
		}
	}));
}
function ticketsByKey(rows) {
	const sets = rows.keys.map(() => /* @__PURE__ */ new Set());
	const notedFor = new Int32Array(rows.sets.length).fill(-1);
	for (let index = 0; index < rows.count; index++) {
		const [key = 0, set = 0] = [rows.key[index], rows.named[index]];
		if (notedFor[set] !== key) sets[key]?.add(set);
		notedFor[set] = key;
	}
	return sets.map((own) => {
		const tickets = [...own].flatMap((set) => (rows.sets[set] ?? []).map(({ at }) => at));
		return [...new Set(tickets)].sort();
	});
}
function countsOf({ bots }, rows, keys) {
	const owned = rows.sets.map((set) => set.length > 0);
	const isBot = rows.authors.map((author) => bots.includes(author.slice(0, author.lastIndexOf("<")).trim()));
	let [referenced, unproved] = [0, 0];
	for (let index = 0; index < rows.count; index++) {
		if (owned[rows.named[index] ?? 0]) referenced++;
		if (isBot[rows.author[index] ?? 0]) unproved++;
	}
	const exempt = {};
	for (const { findings, count } of keys) {
		const kind = exemptionIn(findings);
		if (kind !== null) exempt[kind] = (exempt[kind] ?? 0) + count;
	}
	const sum = (holds) => keys.filter(holds).reduce((total, { count }) => total + count, 0);
	return {
		commits: rows.count,
		referenced,
		passed: sum(({ verdict }) => verdict === "pass"),
		failed: sum(({ verdict }) => verdict === "fail"),
		undecided: sum(({ verdict }) => verdict === "undecided"),
		exempt: Object.fromEntries(Object.entries(exempt).sort(([a], [b]) => a < b ? -1 : 1)),
		unproved,
		dated: sum(isDated)
	};
}
/** What it says rests on a date that anybody can set. */
function isDated({ findings }) {
	return findings.some(({ args }) => args.timeSource === require_core.TIME_SOURCES["committer-date"]);
}

// src/trace/files.ts
const NOTHING = [];
/** The files of an audit. A task's own file is the ticket and no link to it; what turned out to be no ticket is left out. */
function filesOf({ scanned, tickets, through, live }) {
	const places = new Map(tickets.map(({ at }, index) => [at, index]));
	const numbers = scanned.references.map(({ at }) => places.get(at) ?? -1);
	const named = /* @__PURE__ */ new Map();
	for (const [file, links] of scanned.named) {
		const own = links.flatMap(({ reference, line, where }) => {
			const ticket = tickets[numbers[reference] ?? -1];
			if (ticket === void 0 || ticket.path === scanned.paths[file]) return [];
			return [{
				ticket: numbers[reference] ?? -1,
				line,
				where
			}];
		});
		if (own.length > 0) named.set(file, own);
	}
	return {
		count: scanned.paths.length,
		path: (index) => scanned.paths[index] ?? "",
		lines: (index) => {
			const lines = scanned.lines?.[index] ?? -1;
			return lines < 0 ? null : lines;
		},
		named: (index) => named.get(index) ?? NOTHING,
		through: through ?? (() => null),
		live: live ?? (() => null),
		exempt: (index) => scanned.exempt[index] === 1
	};
}

// src/audit/tree.ts
/** Eight hex digits of a digest are enough to deal files out evenly. */
const DEALT_DIGITS$1 = 8;
/** Whether a shard is the one that looks into the lines of a file. */
function isOfShard({ number, of }, path) {
	if (of === 1) return true;
	const digest = (0, node_crypto.createHash)("sha256").update(path).digest("hex").slice(0, DEALT_DIGITS$1);
	return Number.parseInt(digest, 16) % of === number - 1;
}
/** Joins the files of a tree with the commits that changed them and those that their lines are from. */
function joinTree(input) {
	const { scanned, tickets } = input;
	const through = throughOf(input);
	const lines = input.blamed === null ? null : liveOf(input, input.blamed);
	return {
		files: filesOf({
			scanned,
			tickets,
			through,
			live: lines?.files ?? null
		}),
		live: lines && ((ticket) => lines.tickets[ticket] ?? 0)
	};
}
const NONE = [];
/** Tickets of all commits that changed a path, by its place in the tree. */
function throughOf({ scanned, rows, history }) {
	const { paths } = rows;
	if (paths === null) return null;
	const places = new Map(scanned.paths.map((path, index) => [path, index]));
	const files = paths.names.map((name) => places.get(name) ?? -1);
	const tickets = scanned.paths.map(() => /* @__PURE__ */ new Set());
	for (let index = 0; index < rows.count; index++) {
		const own = history.tickets(index);
		if (own.length === 0) continue;
		for (const name of paths.entries.subarray(paths.start[index] ?? 0, paths.start[index + 1] ?? 0)) {
			const file = tickets[files[name] ?? -1];
			for (const ticket of own) file?.add(ticket);
		}
	}
	const sorted = tickets.map((own) => [...own].sort((a, b) => a - b));
	return (index) => sorted[index] ?? NONE;
}
/** Lines of commits that are not among the audited ones are nobody's to judge. */
function liveOf({ scanned, report, history, tickets }, blamed) {
	const rows = rowsByCommit(report, blamed);
	const byTicket = new Float64Array(tickets.length);
	const files = scanned.paths.map((path) => {
		const pairs = blamed.files.get(path);
		if (pairs === void 0) return null;
		const counts = require_standings.noStandings();
		for (const [id, lines] of ownersIn(blamed.commits, pairs)) {
			const row = rows.get(id);
			counts[row === void 0 ? "unknown" : history.standing(row)] += lines;
			for (const ticket of row === void 0 ? NONE : history.tickets(row)) byTicket[ticket] = (byTicket[ticket] ?? 0) + lines;
		}
		return counts;
	});
	return {
		files: (index) => files[index] ?? null,
		tickets: byTicket
	};
}
function rowsByCommit({ commits }, blamed) {
	const wanted = new Set(blamed.commits);
	const rows = /* @__PURE__ */ new Map();
	for (let index = 0; index < (commits?.count ?? 0); index++) {
		const id = commits?.id(index) ?? "";
		if (wanted.has(id)) rows.set(id, index);
	}
	return rows;
}

// src/audit/fold.ts
/** The audit that partials make together, as it may be shown; every total is made here, whether one run looked or many. */
function foldAudit(partials) {
	const { head, rows, tree, blamed, tickets: facts } = disclosedPartial(joinPartials(partials));
	const { asOf, scope, ledger } = head;
	const parts = withMissing({
		head,
		rows,
		tree,
		blamed,
		tickets: facts
	});
	const report = reportOf(head, rows, facts);
	const history = historyOf(rows, report.keys, facts);
	const joined = tree === null ? null : joinTree({
		scanned: tree,
		blamed,
		rows,
		report,
		history,
		tickets: facts
	});
	const files = joined?.files ?? null;
	const reverts = revertsOf({
		report,
		history
	});
	const tickets = auditTickets({
		report,
		history,
		files,
		reverts,
		tickets: facts,
		live: joined?.live ?? null
	});
	const known = {
		report,
		asOf,
		scope,
		parts,
		history,
		tickets,
		files
	};
	const touched = touchedBy(rows);
	const gaps = gapsOf({
		...known,
		reverts
	});
	const folders = files === null ? [] : foldersOf({
		history,
		tickets,
		files,
		touched
	});
	return {
		schemaVersion: 1,
		kind: "audit",
		...known,
		report: require_verdict.hasOverdue(gaps) ? {
			...report,
			verdict: "fail"
		} : report,
		history: touched === null ? history : {
			...history,
			folders: heldBy(touched, folders)
		},
		ledger,
		coverage: coverageOf(known),
		gaps,
		months: monthsOf(known),
		authors: authorsOf(known),
		folders
	};
}
/** By commit, the folders that directly hold what it changed, as far as they are still there. */
function heldBy({ names, of }, folders) {
	const numbers = new Map(folders.map(({ name }, index) => [name, index]));
	const owners = names.map((path) => numbers.get(path.slice(0, Math.max(path.lastIndexOf("/"), 0)) || ".") ?? -1);
	return (index) => {
		const held = new Set(Array.from(of(index), (name) => owners[name] ?? -1));
		held.delete(-1);
		return [...held].sort((a, b) => a - b);
	};
}
function touchedBy({ paths }) {
	if (paths === null) return null;
	const { start, entries, names } = paths;
	return {
		names,
		of: (index) => entries.subarray(start[index] ?? 0, start[index + 1] ?? 0)
	};
}

// src/audit/shard.ts
/** Eight digits of an id are enough to deal commits out evenly. */
const DEALT_DIGITS = 8;
/** Whether a shard is the one that judges a commit, by its full id. */
function judgesCommit({ number, of }, id) {
	return Number.parseInt(id.slice(0, DEALT_DIGITS), 16) % of === number - 1;
}

Object.defineProperty(exports, "MAGIC", {
  enumerable: true,
  get: function () {
    return MAGIC;
  }
});
Object.defineProperty(exports, "allIds", {
  enumerable: true,
  get: function () {
    return allIds;
  }
});
Object.defineProperty(exports, "cloneNotices", {
  enumerable: true,
  get: function () {
    return cloneNotices;
  }
});
Object.defineProperty(exports, "decodeColumns", {
  enumerable: true,
  get: function () {
    return decodeColumns;
  }
});
Object.defineProperty(exports, "disclosedPartial", {
  enumerable: true,
  get: function () {
    return disclosedPartial;
  }
});
Object.defineProperty(exports, "encodeColumns", {
  enumerable: true,
  get: function () {
    return encodeColumns;
  }
});
Object.defineProperty(exports, "encodePartial", {
  enumerable: true,
  get: function () {
    return encodePartial;
  }
});
Object.defineProperty(exports, "filesColumns", {
  enumerable: true,
  get: function () {
    return filesColumns;
  }
});
Object.defineProperty(exports, "filesHeader", {
  enumerable: true,
  get: function () {
    return filesHeader;
  }
});
Object.defineProperty(exports, "filesIn", {
  enumerable: true,
  get: function () {
    return filesIn;
  }
});
Object.defineProperty(exports, "foldAudit", {
  enumerable: true,
  get: function () {
    return foldAudit;
  }
});
Object.defineProperty(exports, "identityOf", {
  enumerable: true,
  get: function () {
    return identityOf;
  }
});
Object.defineProperty(exports, "isOfShard", {
  enumerable: true,
  get: function () {
    return isOfShard;
  }
});
Object.defineProperty(exports, "judgesCommit", {
  enumerable: true,
  get: function () {
    return judgesCommit;
  }
});
Object.defineProperty(exports, "liveLines", {
  enumerable: true,
  get: function () {
    return liveLines;
  }
});
Object.defineProperty(exports, "numberKeys", {
  enumerable: true,
  get: function () {
    return numberKeys;
  }
});
Object.defineProperty(exports, "sortedNotices", {
  enumerable: true,
  get: function () {
    return sortedNotices;
  }
});