"use strict";

const require_fault = require("./core-fault.js");
const require_verdict = require("./audit-verdict.js");
const require_canonical = require("./core-canonical.js");
const require_check = require("./check.js");
const require_audit = require("./core-audit.js");
const require_layout = require("./reports-layout.js");
const require_covered = require("./trace-covered.js");
const require_standings = require("./trace-standings.js");
const require_time = require("./core-time.js");
const require_affected = require("./core-affected.js");
const require_waive = require("./core-waive.js");
const require_month = require("./core-month.js");
const require_rules = require("./rules.js");
const require_records = require("./git-records.js");
const require_build = require("./core-build.js");
const require_parts = require("./audit-parts.js");
const require_world = require("./world.js");
const require_disclosure = require("./core-disclosure.js");
const require_gate = require("./gate.js");
const require_opening = require("./opening.js");
const require_approval = require("./core-approval.js");
const require_ticket = require("./core-ticket.js");
const require_history = require("./git-history.js");
const require_grep = require("./git-grep.js");
const require_scan = require("./references-scan.js");
const require_names = require("./git-names.js");
const require_claims = require("./core-claims.js");
const require_repository_address = require("./core-repository-address.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_crypto = require("node:crypto");
let node_os = require("node:os");

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
	const lead = JSON.parse(buffer.toString("utf8", start, start + length));
	let at = start + length + gap$1(start + length);
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
const MAGIC$2 = "golden-thread partial audit 1";
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
	return encodeColumns(MAGIC$2, {
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
/** Reads what `encodePartial` wrote. Throws Fault("usage") for anything else; `path`: how people call the file. */
function decodePartial(data, path) {
	const file = decodeColumns(MAGIC$2, data);
	if (file === null) throw damaged(path);
	const header = Object(file.header);
	const { head, shard, tickets } = header;
	return {
		head,
		shard,
		tickets,
		rows: rowsOf$1(header, file, path),
		tree: header.tree && filesIn(header.tree, file),
		blamed: header.blamed && blamedOf(header.blamed, file)
	};
}
function rowsOf$1(header, { doubles, bytes }, path) {
	const { committed, author, key, named, subjectEnds, kinEnds, recorded, brought } = doubles;
	const { pathStart, pathEntries, added, deleted } = doubles;
	const { ids, subjects, kin } = bytes;
	if (!committed || !author || !key || !named || !subjectEnds || !kinEnds) throw damaged(path);
	if (!ids || !subjects || !kin) throw damaged(path);
	const { count, idBytes, authors, keys, sets, proofs, pathNames } = header;
	return {
		count,
		idBytes,
		authors,
		keys,
		sets,
		proofs,
		ids,
		committed,
		author,
		key,
		named,
		recorded: recorded ?? null,
		brought: brought ?? null,
		told: {
			subjects: {
				bytes: subjects,
				ends: subjectEnds
			},
			kin: {
				bytes: kin,
				ends: kinEnds
			}
		},
		paths: pathStart && pathEntries ? {
			start: pathStart,
			entries: pathEntries,
			names: pathNames
		} : null,
		lines: added && deleted ? {
			added,
			deleted
		} : null
	};
}
function blamedOf({ commits, files }, { doubles }) {
	const pairs = doubles.blamed ?? /* @__PURE__ */ new Float64Array();
	let at = 0;
	const cut = (length) => {
		at += length;
		return Uint32Array.from(pairs.subarray(at - length, at));
	};
	return {
		commits,
		files: new Map(files.map(([path, length]) => [path, cut(length)]))
	};
}
function damaged(path) {
	return new require_fault.Fault("usage", "This is no partial audit, or it was damaged.", {
		found: path,
		wanted: `${require_verdict.PARTIAL_FILE} as audit --shard wrote it`,
		fix: "Run the shard again: golden-thread audit --shard i/n --out DIR"
	});
}

// src/audit/lineage.ts
/** Reads them of the rows; names that are no full id are looked for among the audited commits, once. */
function lineagesOf(rows) {
	const proofs = /* @__PURE__ */ new Map();
	for (const proof of rows.proofs) proofs.set(proof.row, [...proofs.get(proof.row) ?? [], proof]);
	const text = require_check.readTexts(rows.told.kin);
	let changes = null;
	const own = (index) => {
		changes ??= Uint32Array.from({ length: rows.count }, (_, row) => require_check.changeOf(text(row)) ?? 0);
		return changes[index] || null;
	};
	const names = namesIn(rows, own);
	return {
		lineage: (index) => {
			const said = text(index);
			const proved = proofs.get(index) ?? NONE$1;
			if (said === "" && proved.length === 0) return null;
			return lineageOf(said === "" ? NOTHING$1 : require_check.kinIn(said), proved, names);
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

// src/audit/shard.ts
/** Eight digits of an id are enough to deal commits out evenly. */
const DEALT_DIGITS$1 = 8;
/** Whether a shard is the one that judges a commit, by its full id. */
function judgesCommit({ number, of }, id) {
	return Number.parseInt(id.slice(0, DEALT_DIGITS$1), 16) % of === number - 1;
}

// src/audit/fit.ts
/** What must be the same everywhere, in words, and how it reads. */
const SAME = [
	["tool version", ({ head }) => head.tool],
	["time (--as-of)", ({ head }) => head.asOf],
	["policy", ({ head }) => head.frame.policyDigest],
	["ledger", ({ head }) => head.ledger?.digest ?? "none"],
	["tip", ({ head }) => head.scope.tip ?? "none"],
	["range", ({ head }) => head.scope],
	["parts", ({ head }) => head.parts.filter(({ state }) => state !== "not-asked").map(({ part }) => part)],
	["place", ({ head }) => head.frame.place],
	["waivers", ({ head }) => head.frame.waivers],
	["number of shards", ({ shard }) => shard.of],
	["number of commits", ({ head }) => head.commits]
];
/** Partials that make one audit, in the order of their numbers. Throws Fault("usage") that names what does not fit. */
function fitting(all) {
	const [first, ...others] = all;
	if (first === void 0) throw new require_fault.Fault("usage", "No shard was named.", { fix: "golden-thread audit merge DIR… --out DIR" });
	for (const [what, read] of SAME) {
		const wanted = require_canonical.canonical(read(first.partial));
		const other = others.find(({ partial }) => require_canonical.canonical(read(partial)) !== wanted);
		if (other !== void 0) throw mixed(what, first, other, read);
	}
	demandAll(all, first.partial.shard.of);
	demandCommits(all, first.partial.head.commits);
	demandSameTickets(all);
	return all.map(({ partial }) => partial).sort((a, b) => a.shard.number - b.shard.number);
}
function mixed(what, first, other, read) {
	const told = ({ name, partial }) => `${name}: ${plain(read(partial))}`;
	return new require_fault.Fault("usage", `These shards are not of one audit: their ${what} differs.`, {
		found: `${told(first)}; ${told(other)}`,
		wanted: `shards of the same ${what}`,
		fix: "golden-thread audit --shard i/n --as-of TIME --out DIR, for every i with the same TIME"
	});
}
function plain(value) {
	return typeof value === "string" ? value : JSON.stringify(value);
}
/** Every number once. */
function demandAll(all, of) {
	const seen = /* @__PURE__ */ new Map();
	for (const { name, partial } of all) {
		const { number } = partial.shard;
		const before = seen.get(number);
		if (before !== void 0) throw new require_fault.Fault("usage", "A shard is there twice.", {
			found: `${shardText({
				number,
				of
			})} in ${before} and ${name}`,
			wanted: "each shard once"
		});
		seen.set(number, name);
	}
	const missing = Array.from({ length: of }, (_, index) => index + 1).filter((number) => !seen.has(number));
	if (missing.length > 0) throw new require_fault.Fault("usage", "A shard is missing.", {
		found: [...seen.keys()].sort((a, b) => a - b).map((number) => shardText({
			number,
			of
		})).join(", "),
		wanted: missing.map((number) => shardText({
			number,
			of
		})).join(", "),
		fix: `golden-thread audit --shard ${missing[0]}/${of} --out DIR`
	});
}
/** Every commit once, in the shard that judges it: what was taken out or put in elsewhere changes the sum of all. */
function demandCommits(all, wanted) {
	for (const { name, partial } of all) {
		const { rows, shard } = partial;
		const seen = new Set(allIds(rows));
		if (!(seen.size === rows.count && [...seen].every((id) => judgesCommit(shard, id)))) throw new require_fault.Fault("usage", "A shard tells of commits that are not its own.", {
			found: `${shardText(shard)} in ${name}`,
			wanted: "each commit once",
			fix: `golden-thread audit --shard ${shardText(shard)} --out DIR`
		});
	}
	const found = all.reduce((sum, { partial }) => sum + partial.rows.count, 0);
	if (found !== wanted) throw new require_fault.Fault("usage", "The shards do not tell of all commits.", {
		found: `${found} commits`,
		wanted: `${wanted} commits`,
		fix: "golden-thread audit --shard i/n --out DIR, for every i"
	});
}
/** As people write it: `1/4`. */
function shardText({ number, of }) {
	return `${number}/${of}`;
}
/** A tracker that answered otherwise meanwhile told of another time. */
function demandSameTickets(all) {
	const known = /* @__PURE__ */ new Map();
	for (const { name, partial } of all) for (const ticket of partial.tickets) {
		const text = require_canonical.canonical(ticket);
		const before = known.get(ticket.at);
		if (before === void 0) known.set(ticket.at, {
			text,
			name
		});
		else if (before.text !== text) throw new require_fault.Fault("usage", "A ticket changed while the shards were looked at.", {
			found: `${ticket.key} in ${before.name} and ${name}`,
			wanted: "the same tickets in all shards: a ledger tells them all the same",
			fix: "golden-thread ledger build"
		});
	}
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
	const keys = (wanted) => items.flatMap((item) => require_covered.isLinked(item) === wanted ? [item.key] : []).sort(require_check.byText);
	const [linkedItems, unlinkedItems] = [keys(true), keys(false)];
	return {
		linkedItems,
		unlinkedItems,
		totalItems: items.length,
		linkedCount: linkedItems.length,
		unlinkedCount: unlinkedItems.length,
		coveragePercent: items.length === 0 ? 0 : require_layout.percentOf(linkedItems.length, items.length)
	};
}
function commitsOf({ report, history, parts }) {
	const standings = require_standings.noStandings();
	const changed = {
		authorised: 0,
		judged: 0
	};
	let counted = false;
	/** By number: whether all of its commits are covered. */
	const changes = /* @__PURE__ */ new Map();
	for (let index = 0; index < history.count; index++) {
		const standing = history.standing(index);
		standings[standing]++;
		const change = history.change(index);
		if (change !== null) changes.set(change, (changes.get(change) ?? true) && require_standings.isExcused(standing));
		const lines = history.lines(index);
		counted ||= lines !== null;
		if (lines === null || standing === "exempt") continue;
		changed.judged += lines.added + lines.deleted;
		if (standing === "authorised") changed.authorised += lines.added + lines.deleted;
	}
	const wasAsked = parts.some(({ part, state }) => part === "proposals" && /^(?:done|partial)$/.test(state));
	const whole = [...changes.values()].filter(Boolean).length;
	const { referenced, beforeBaseline } = report.counts;
	return {
		commits: {
			...standings,
			total: history.count,
			referenced,
			beforeBaseline,
			ratio: require_layout.ratioOf(standings.authorised, history.count - standings.exempt)
		},
		proposals: changes.size > 0 || wasAsked ? require_layout.ratioOf(whole, changes.size) : null,
		changedLines: counted ? require_layout.ratioOf(changed.authorised, changed.judged) : null
	};
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
		files: require_covered.isWholeHistory(scope) ? require_layout.ratioOf(covered, total) : null,
		liveLines: blamed ? require_layout.ratioOf(lines.authorised + lines.exempt, all) : null
	};
}
const SPEC_RULE = /^spec-/;
function ticketsOf({ tickets, report }) {
	const worked = tickets.filter((ticket) => require_covered.isThere(ticket) && ticket.commits > 0);
	const withSpec = worked.filter(({ spec }) => spec !== null).length;
	return {
		specs: report.keys.some(({ findings }) => findings.some(({ rule }) => SPEC_RULE.test(rule))) || withSpec > 0 ? require_layout.ratioOf(withSpec, worked.length) : null,
		criteria: criteriaOf(worked)
	};
}
function criteriaOf(worked) {
	const known = worked.flatMap(({ criteria }) => criteria ?? []);
	if (known.length === 0) return null;
	const sum = (of) => known.reduce((total, one) => total + of(one), 0);
	return require_layout.ratioOf(sum(({ done }) => done), sum(({ total }) => total));
}

// src/trace/overdue.ts
/**
* Places in `report.waivers` of those that are past their day while what they lifted is still there: a commit that their rules object
* to and that all their targets meet. Of paths the tree alone tells, of a pattern nobody here does: both then count as met.
*/
function overdueWaivers(input) {
	const { asOf, report } = input;
	return report.waivers.flatMap((waiver, index) => require_waive.isOverdue(waiver, asOf) === true && hasPaths(waiver, input) && hasCommit(waiver, input) ? [index] : []);
}
const PATTERN = /[*?[\]{}]/;
/** Whether the tree still has a path that it named; nobody looked, or only a pattern would tell: it may. */
function hasPaths({ for: { paths } }, { files }) {
	if (paths === void 0 || files === null || paths.some((path) => PATTERN.test(path))) return true;
	const covers = require_affected.coverageOf(paths, {});
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
		if ((pr === void 0 || change !== null && pr.includes(change)) && (starts === void 0 || starts.some((start) => require_waive.startsId(start, id))) && (wanted === null || history.tickets(index).some((number) => wanted.has(number)))) return true;
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
	const made = createdAt === null ? null : require_time.secondsOf(createdAt);
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
	return Array.from(authors.counts, ([name, counts]) => groupOf(name, counts)).sort((a, b) => require_standings.uncovered(b) - require_standings.uncovered(a) || require_check.byText(a.name, b.name));
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
	})).sort((a, b) => require_check.byText(a.name, b.name));
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
	return isStandingCode(code) ? require_rules.STANDING_CODES[code].outcome : null;
}
function isStandingCode(code) {
	return Object.hasOwn(require_rules.STANDING_CODES, code);
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
	const subject = require_check.readTexts(rows.told.subjects);
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
	const { code, stdout, stderr } = await repo.git.withEnv(require_check.NO_FETCH).run(args, { codes: [0, 128] });
	if (/object name list/.test(stderr)) throw noList(stderr);
	if (code !== 0) return null;
	for (const [, id = "", lines = "0"] of stdout.toString("latin1").matchAll(ENTRY)) owners.set(id, (owners.get(id) ?? 0) + Number(lines));
	return owners;
}
/** git reads every list before it takes them back, and blames nothing at all where one is missing. */
function noList(stderr) {
	return new require_fault.Fault("repository", "git can't read the list of commits that blame looks through.", {
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
	const bytes = require_check.readResults(require_check.resultsFile(commonDir, "blame"));
	if (bytes === null) return null;
	try {
		const end = bytes.indexOf(LINE_FEED$1);
		const header = JSON.parse(Buffer.from(bytes.subarray(0, end)).toString("utf8"));
		if (header.version !== require_build.BUILD) return null;
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
const LINE_FEED$1 = 10;
/** Keeps it: a line of JSON, then the numbers of all files as they lie in memory. */
function writeBlame(commonDir, { commit, commits, files }) {
	const header = {
		version: require_build.BUILD,
		commit,
		commits,
		files: Array.from(files, ([path, pairs]) => [path, pairs.length])
	};
	const numbers = Array.from(files.values(), (pairs) => new Uint8Array(pairs.buffer, pairs.byteOffset, pairs.byteLength));
	require_check.writeResults(require_check.resultsFile(commonDir, "blame"), [Buffer.from(`${JSON.stringify(header)}\n`), ...numbers]);
}

// src/trace/blame.ts
/** git's blame has no threads, so so many run side by side: there are two cores where most checks run. */
const AT_ONCE$1 = 2;
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
	await Promise.all(Array.from({ length: AT_ONCE$1 }, work));
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

// src/audit/join.ts
/** Puts partials together that were found to fit. One alone is taken as it is, and nothing is copied. */
function joinPartials(partials) {
	const [first, ...others] = partials;
	if (first === void 0) throw new TypeError("an audit is made of one partial at least");
	if (others.length === 0) return first;
	const notices = [...new Set(partials.flatMap(({ head }) => head.frame.notices))].sort();
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
	const commits = require_check.openInterner();
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
			subjects: require_check.selectTexts(told.subjects, order),
			kin: require_check.selectTexts(told.kin, order)
		},
		proofs: stacked.proofs.map((proof) => ({
			...proof,
			row: places.get(proof.row) ?? 0
		})).sort(byRow$1),
		paths: stacked.paths && orderPaths(stacked.paths, order),
		lines: lines && {
			added: pick(lines.added),
			deleted: pick(lines.deleted)
		}
	};
}
function byRow$1(a, b) {
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
		const authors = require_check.openInterner(one.authors);
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
				subjects: require_check.joinTexts(one.told.subjects, other.told.subjects),
				kin: require_check.joinTexts(one.told.kin, other.told.kin)
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
	const names = require_check.openInterner(one.names);
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
	const ofCommits = (part, untold) => lackOf$3(part, {
		untold,
		count: rows.count,
		of: "commits",
		fix
	});
	const lacks = {
		paths: ofCommits("paths", untoldPaths(joined)),
		lines: ofCommits("lines", uncounted$1(joined)),
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
function uncounted$1({ rows: { lines } }) {
	return lines === null ? 0 : lines.added.reduce((sum, added) => sum + Number(Number.isNaN(added)), 0);
}
function blameLack({ tree, blamed }) {
	if (tree === null || blamed === null) return null;
	const texts = tree.paths.filter((_, index) => (tree.lines?.[index] ?? 0) > 0);
	const untold = texts.filter((path) => !blamed.files.has(path)).length;
	return lackOf$3("blame", {
		untold,
		count: texts.length,
		of: "files",
		fix: FETCH
	});
}
function lackOf$3(part, { untold, count, of, fix }) {
	if (untold === 0) return null;
	const why = `${untold} of ${count} ${of} can't be read in full: this clone lacks objects.`;
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
	return findings.some(({ args }) => args.timeSource === require_rules.TIME_SOURCES["committer-date"]);
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
const DEALT_DIGITS = 8;
/** Whether a shard is the one that looks into the lines of a file. */
function isOfShard({ number, of }, path) {
	if (of === 1) return true;
	const digest = (0, node_crypto.createHash)("sha256").update(path).digest("hex").slice(0, DEALT_DIGITS);
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
/** The audit that partials make together; every total is made here, whether one run looked or many. */
function foldAudit(partials) {
	const { head, rows, tree, blamed, tickets: facts } = joinPartials(partials);
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

// src/git/arrived-since.ts
/**
* Ids of a range's commits that came to its tips from a time on (seconds since 1970): all that the line of first parents had not reached
* before. A commit's own time is its maker's to set, so one that says it is old counts when the first commit behind it does that does not.
*/
async function arrivedSince(repo, { include, exclude }, from) {
	const reached = await Promise.all(include.map((tip) => reachedBefore(repo, tip, from)));
	const behind = [...exclude, ...reached.flatMap((id) => id ?? [])];
	const input = [...include, ...behind.map((id) => `^${id}`)].map((one) => `${one}\n`).join("");
	const text = await repo.git.text(["rev-list", "--stdin"], { input });
	return new Set(text.split("\n").filter((id) => id !== ""));
}
/** The newest commit of a line of first parents that was there before a time; null: none was. */
async function reachedBefore({ git }, tip, from) {
	const text = await git.text([
		"rev-list",
		"--first-parent",
		"--timestamp",
		"--end-of-options",
		tip
	]);
	let before = null;
	for (const line of text.split("\n").reverse()) {
		const [time = "", id = ""] = line.split(" ");
		if (id === "" || Number(time) >= from) break;
		before = id;
	}
	return before;
}

// src/audit/tickets.ts
/** What is known of every ticket that anything names, sorted by look-up key. */
function ticketFacts(names, lookup, specs) {
	return require_check.ticketsOf({
		names,
		lookup,
		specs,
		digest: require_check.ticketDigest
	}).map((one) => ({
		...one,
		...moreOf(lookup(one.remote, one.id))
	}));
}
/** Listed tickets that are held whole at one time: all of a large tracker take several times what is told of them. */
const AT_ONCE = 1e3;
/** The same of tickets that are listed and that nothing may name, sorted by look-up key a thousand at a time. */
function* listedFacts(tickets, source) {
	let some = [];
	for (const ticket of tickets) {
		if (some.push(ticket) < AT_ONCE) continue;
		yield* factsOf$1(some, source);
		some = [];
	}
	yield* factsOf$1(some, source);
}
function factsOf$1(tickets, source) {
	const found = new Map(tickets.map((ticket) => [require_ticket.lookupKey(ticket.remote, ticket.id), {
		status: "found",
		ticket,
		source
	}]));
	return ticketFacts(tickets.map(({ remote, id }) => ({
		provider: "tasks",
		remote,
		id
	})), (remote, id) => found.get(require_ticket.lookupKey(remote, id)));
}
function moreOf(lookup) {
	if (lookup?.status !== "found") return {
		createdAt: null,
		criteria: null,
		risk: null
	};
	const { createdAt, criteria } = lookup.ticket;
	const seconds = createdAt === null ? null : require_time.secondsOf(createdAt);
	const done = criteria.filter((one) => one.done).length;
	return {
		createdAt: seconds === null ? null : require_time.timeOf(seconds),
		risk: require_approval.riskOf(lookup.ticket),
		criteria: criteria.length === 0 ? null : {
			done,
			total: criteria.length
		}
	};
}

// src/audit/listing.ts
/** Lists what can be listed without a request for each ticket: local tasks, and what the ledger has. */
async function listTickets({ law, anew }, ledger) {
	const tickets = [];
	const unlisted = [];
	for (const { name } of law.remotes) {
		const own = await anew.get(name)?.all?.();
		if (own !== void 0) for (const one of listedFacts(own, "file")) tickets.push(one);
		else if (ledger !== null) for (const one of listedFacts(ledger.tickets(name), "ledger")) tickets.push(one);
		else unlisted.push(name);
	}
	return {
		tickets,
		lack: unlisted.length === 0 ? null : lackOf$2(unlisted)
	};
}
function lackOf$2(unlisted) {
	return {
		state: "partial",
		why: `Of ${unlisted.join(", ")} only tickets are known that something names: no ledger lists the others.`,
		fix: [
			"golden-thread",
			"ledger",
			"build"
		]
	};
}
/** Named ones as they counted, and of the others what their list says; sorted by look-up key. */
function allTickets(named, listed) {
	const all = new Map(listed.map((ticket) => [ticket.at, ticket]));
	for (const ticket of named) all.set(ticket.at, ticket);
	return [...all.keys()].sort().flatMap((at) => all.get(at) ?? []);
}
/** Null: the law names no ledger, or there is none that counts; look-ups say why. */
async function openLedgerOf({ repo, tree, law }, { env, now }) {
	if (law.ledger === null) return null;
	const [{ readHome }, { verifyLedger }] = await Promise.all([Promise.resolve().then(() => require("./ledgers-home.js")).then((n) => n.home_exports), Promise.resolve().then(() => require("./ledgers.js")).then((n) => n.ledgers_exports)]);
	const place = {
		repo,
		tree,
		law,
		env,
		now,
		haste: "command"
	};
	const bytes = await unlessOut(readHome(place, law.ledger.from));
	const answer = bytes === null ? null : await verifyLedger(place, bytes);
	if (bytes === null || answer?.status !== "valid") return null;
	const { header, signer } = answer;
	const { issuedAt, expiresAt } = header;
	return {
		ledger: answer,
		facts: {
			digest: (0, node_crypto.createHash)("sha256").update(bytes).digest("hex"),
			issuedAt,
			expiresAt,
			signer: signer.kind === "key" ? signer.id : signer.subject
		}
	};
}
async function unlessOut(reading) {
	try {
		return await reading;
	} catch (thrown) {
		if (thrown instanceof require_fault.Fault && thrown.code === "unavailable") return null;
		throw thrown;
	}
}

// src/git/tree-files.ts
const SUBMODULE = "160000";
/** Every file of a commit's tree in the order of code units; submodules are other repositories. One child. */
async function treeFiles(repo, commit) {
	const child = repo.git.spawn([
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		commit
	]);
	const files = [];
	for await (const record of require_records.nulRecords(child.stdout)) {
		const tab = record.indexOf("	");
		const [mode = "", , oid = ""] = record.slice(0, tab).split(" ");
		if (mode !== SUBMODULE) files.push({
			path: record.slice(tab + 1),
			mode,
			oid
		});
	}
	await child.done;
	return files.sort((a, b) => a.path < b.path ? -1 : 1);
}
const TRAITS = {
	"linguist-generated": "generated",
	"linguist-vendored": "vendored",
	diff: "binary",
	filter: "converted",
	"working-tree-encoding": "converted"
};
const NO_TRAITS = {
	generated: false,
	vendored: false,
	binary: false,
	converted: false
};
/** Whether it says what git takes other files for. */
function isAttributes({ path }) {
	return /(?:^|\/)\.gitattributes$/.test(path);
}
/**
* The traits of those of the `wanted` files that have any, as the commit's own `.gitattributes` files say: neither the work tree nor the user's settings
* count. git reads attributes of an index where it has no work tree, so the tree is put into a temporary one (git-check-attr, `--cached`).
*/
async function fileTraits(repo, commit, files, wanted = files) {
	if (wanted.length === 0 || !files.some(isAttributes)) return /* @__PURE__ */ new Map();
	const folder = (0, node_fs.mkdtempSync)((0, node_path.join)((0, node_os.tmpdir)(), "golden-thread-index-"));
	try {
		const git = repo.git.withEnv({ GIT_INDEX_FILE: (0, node_path.join)(folder, "index") });
		const place = [
			"-C",
			repo.root ?? repo.gitDir,
			"-c",
			"core.attributesFile="
		];
		await git.run([
			...place,
			"-c",
			`core.hooksPath=${folder}`,
			"read-tree",
			commit
		]);
		const child = git.spawn([
			...place,
			"check-attr",
			"--cached",
			"-z",
			"--stdin",
			...Object.keys(TRAITS)
		], { stdin: "pipe" });
		child.stdin?.end(wanted.map(({ path }) => `${path}\0`).join(""));
		const traits = await traitsIn(require_records.nulRecords(child.stdout));
		await child.done;
		return traits;
	} finally {
		(0, node_fs.rmSync)(folder, {
			recursive: true,
			force: true
		});
	}
}
/** Records come in threes: path, attribute, value (git-check-attr, "OUTPUT"). */
async function traitsIn(records) {
	const traits = /* @__PURE__ */ new Map();
	let three = [];
	for await (const record of records) {
		if (three.push(record) < 3) continue;
		const [path = "", name = "", value = ""] = three;
		three = [];
		const trait = TRAITS[name];
		if (trait === void 0 || name === "diff" !== (value === "unset")) continue;
		if (/^(?:unspecified|false)$/.test(value)) continue;
		traits.set(path, {
			...traits.get(path) ?? NO_TRAITS,
			[trait]: true
		});
	}
	return traits;
}
/**
* Files of the work tree that may differ from a commit's, or that are not in it: what is not named here can be read from the disk, many
* at a time, which takes a third as long as from the store. Null: there is no work tree, or it holds only a part.
*/
async function changedInWorkTree(repo, commit) {
	if (repo.root === null) return null;
	if (await repo.git.text([
		"config",
		"--type=bool",
		"--get",
		"core.sparseCheckout"
	], { codes: [0, 1] }) === "true") return null;
	const child = repo.git.spawn([
		"-C",
		repo.root,
		"diff-index",
		...[
			"-z",
			"--name-only",
			"--no-renames",
			"--no-relative",
			"--ignore-submodules=all"
		],
		commit,
		"--"
	]);
	const changed = /* @__PURE__ */ new Set();
	for await (const path of require_records.nulRecords(child.stdout)) changed.add(path);
	await child.done;
	return changed;
}

// src/trace/encoding.ts
/** Which of them a text is in, by its byte order mark (Unicode, "Byte Order Mark"); null: neither, or it is UTF-32. */
function byteOrderOf(bytes) {
	const [first, second, third, fourth] = bytes;
	if (first === 255 && second === 254) return third === 0 && fourth === 0 ? null : "utf-16le";
	return first === 254 && second === 255 ? "utf-16be" : null;
}
const UTF8 = new TextDecoder("utf-8", { fatal: true });
const LATIN1 = new TextDecoder("windows-1252");
/** A file's text: UTF-8 where it is that, UTF-16 by its mark, else of one byte a character, as old sources are. */
function textOf(bytes) {
	const wide = byteOrderOf(bytes);
	if (wide !== null) return new TextDecoder(wide).decode(bytes);
	try {
		return UTF8.decode(bytes);
	} catch {
		return LATIN1.decode(bytes);
	}
}
const NUL = 0;
/** git takes for binary what has a NUL in so many first bytes (`buffer_is_binary` in its source). */
const FIRST_BYTES = 8e3;
/** Whether a file's bytes are no text, as git tells by its content alone. */
function hasNul(bytes) {
	return bytes.subarray(0, FIRST_BYTES).includes(NUL);
}

// src/references/where.ts
/** The parts of a file of source code, by the language that its name tells. Prose and the text of markup are docs. */
function whereIn(text, path) {
	const language = require_scan.languageOf(path, text);
	if (language === "prose") return () => "docs";
	if (language === "markup") return inMarkup(text);
	const lexed = require_scan.lex(text, 0, text.length, language);
	return inCode(require_scan.isYaml(path) ? require_scan.withBlockScalars(text, lexed) : lexed);
}
function inCode(regions) {
	const find = require_scan.regionFinder(regions);
	return (at) => {
		const region = find(at);
		if (region === null) return "code";
		return region.kind === "doc" ? "docs" : region.kind;
	};
}
/** Scripts and styles are code; what stands around them is text for people. */
function inMarkup(text) {
	const scripts = [];
	require_scan.hideTags(text, require_scan.createMask(text), (start, end, syntax) => {
		scripts.push({
			start,
			end,
			where: inCode(require_scan.lex(text, start, end, syntax))
		});
	});
	const around = require_scan.regionFinder(commentsOf(text));
	let next = 0;
	return (at) => {
		while ((scripts[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
		const script = scripts[next];
		if (script !== void 0 && script.start <= at) return script.where(at);
		return around(at) === null ? "docs" : "comment";
	};
}
function commentsOf(text) {
	const comments = [];
	for (let start = text.indexOf("<!--"); start >= 0;) {
		const close = text.indexOf("-->", start + 4);
		const end = close < 0 ? text.length : close + 3;
		comments.push({
			kind: "comment",
			start,
			end,
			opener: 4
		});
		start = text.indexOf("<!--", end);
	}
	return comments;
}

// src/trace/file-columns.ts
const SYMLINK$1 = "120000";
/** Empty blobs of both formats, which git's search names as little as binary files. */
const EMPTY = /* @__PURE__ */ new Set(["e69de29bb2d1d6434b8b29ae775ad8c2e48c5391", "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"]);
/** Opens the columns of some files, without lines and references. */
function openFileColumns(files, { isExempt, reader }) {
	const numbers = new Map(files.map(({ path }, index) => [path, index]));
	const lines = Int32Array.from(files, ({ oid, mode }) => EMPTY.has(oid) && mode !== SYMLINK$1 ? 0 : -1);
	const known = /* @__PURE__ */ new Map();
	const found = /* @__PURE__ */ new Map();
	const skipped = /* @__PURE__ */ new Set();
	return {
		has: (path) => numbers.has(path),
		take(before, same) {
			before.paths.forEach((path, row) => {
				const index = same.has(path) ? numbers.get(path) : void 0;
				if (index === void 0) return;
				lines[index] = before.lines?.[row] ?? -1;
				const links = (before.named.get(row) ?? []).flatMap(({ reference, line, where }) => {
					const named = before.references[reference];
					if (named === void 0) return [];
					known.set(named.at, named);
					return [{
						at: named.at,
						line,
						where
					}];
				});
				if (links.length > 0) found.set(index, links);
			});
		},
		skip: (path) => void skipped.add(path),
		count(path, count) {
			const index = numbers.get(path);
			if (index !== void 0) lines[index] = count;
		},
		isUncounted: ({ path, mode }) => mode !== SYMLINK$1 && lines[numbers.get(path) ?? -1] === -1,
		scan(path, text) {
			const index = numbers.get(path);
			const named = index === void 0 ? [] : linksIn(reader, known, path, text);
			if (index !== void 0 && named.length > 0) found.set(index, named);
		},
		end(counted) {
			const references = [...known.values()].sort((a, b) => a.at < b.at ? -1 : 1);
			const places = new Map(references.map(({ at }, index) => [at, index]));
			const inOrder = [...found].sort(([a], [b]) => a - b);
			return {
				paths: files.map(({ path }) => path),
				oids: files.map(({ oid }) => oid),
				lines: counted ? lines : null,
				exempt: Uint8Array.from(files, (file) => Number(isExempt(file))),
				named: new Map(inOrder.map(([index, links]) => [index, links.map(({ at, line, where }) => ({
					reference: places.get(at) ?? -1,
					line,
					where
				}))])),
				references,
				skipped: [...skipped].sort()
			};
		}
	};
}
/** The references of a text, each ticket once a line. */
function linksIn(reader, known, path, text) {
	const links = [];
	let where = null;
	let [line, counted] = [1, 0];
	const ofLine = /* @__PURE__ */ new Set();
	for (const one of reader.scan(text, "source", { path })) {
		const remote = reader.remoteOf(one);
		if (remote === null) continue;
		const at = require_ticket.lookupKey(remote, one.id);
		if (!known.has(at)) known.set(at, {
			at,
			provider: one.provider,
			remote,
			id: one.id
		});
		for (let end = text.indexOf("\n", counted); end >= 0 && end < one.start; end = text.indexOf("\n", counted)) {
			line++;
			counted = end + 1;
			ofLine.clear();
		}
		if (ofLine.has(at)) continue;
		ofLine.add(at);
		where ??= whereIn(text, path);
		links.push({
			at,
			line,
			where: where(one.start)
		});
	}
	return links;
}

// src/trace/kept-files.ts
const MAGIC$1 = "golden-thread tree 1";
/** The last tree that was scanned in the same manner; null: none was. */
function keptFiles({ commonDir }, law, lines) {
	const data = require_check.readResults(require_check.resultsFile(commonDir, "tree"));
	const file = data === null ? null : decodeColumns(MAGIC$1, data);
	if (file === null) return null;
	const { build, reading, commit, files } = Object(file.header);
	if (build !== require_build.BUILD || reading !== readingOf(law, lines) || commit === void 0 || files === void 0) return null;
	return {
		commit,
		files: filesIn(files, file),
		links: file.bytes.links ?? /* @__PURE__ */ new Uint8Array()
	};
}
/** Keeps a tree in the place of the one before. */
function keepFiles({ commonDir }, law, lines, { commit, files, links }) {
	const header = {
		build: require_build.BUILD,
		reading: readingOf(law, lines),
		commit,
		files: filesHeader(files)
	};
	const { doubles, bytes } = filesColumns(files);
	const parts = encodeColumns(MAGIC$1, {
		header,
		doubles,
		bytes: {
			...bytes,
			links
		}
	});
	require_check.writeResults(require_check.resultsFile(commonDir, "tree"), parts);
}
/** All of a law that says what stands in a file. */
function readingOf({ scan, remotes, scopes, lawPaths }, lines) {
	const exempt = scopes.map((scope) => [scope.globs, scope.exempt]);
	return JSON.stringify([
		scan,
		remotes,
		exempt,
		lawPaths,
		lines
	]);
}

// src/trace/wide-files.ts
/** git takes UTF-16 for binary, so each such file is read here, in bytes; a larger one is data. */
const LARGEST_WIDE = 1048576;
/** Visits those of some files that are text: UTF-16 by their byte order mark, or without a NUL. `bytes` lives no longer than the visit. */
async function readTexts(repo, files, visit) {
	const oids = files.map(({ oid }) => oid);
	await require_check.visitBlobs(repo, oids, LARGEST_WIDE, (index, bytes) => {
		const file = files[index];
		if (file !== void 0 && (byteOrderOf(bytes) !== null || !hasNul(bytes))) visit(file.path, bytes);
	});
}

// src/trace/scan-files.ts
/**
* The files of a commit's tree and the references in them, by all grammars of the law. What is tracked is git's own answer, so ignore rules
* hold; git searches for what may be a reference, and only such files are read. Nobody is asked about a reference here: each stands once in
* `references`, for one look-up. A file never changes under its object id, so what was found is kept, and only files that are new are read again.
*
* What a program or somebody else wrote (`linguist-generated`, `linguist-vendored`) names tickets of others and is not searched, nor is
* what `.gitattributes` calls binary; but only the policy exempts a file, and text counts as text, since a change can bring attributes. The work tree is read where it says what the commit says, since the store takes three times as long.
*/
async function scanFiles(repo, commit, reader, law, { lines = false, progress } = {}) {
	const before = keptFiles(repo, law, lines);
	if (before?.commit === commit && before.files.skipped.length === 0) return before.files;
	const files = await treeFiles(repo, commit);
	const known = before === null ? null : unchangedIn(before, files);
	const fresh = known === null ? files : files.filter(({ path }) => !known.has(path));
	const traits = await fileTraits(repo, commit, files, fresh);
	const scopes = require_approval.scopesOf(law);
	const columns = openFileColumns(files, {
		isExempt: ({ path }) => known?.get(path) ?? scopes([path]).exempt,
		reader
	});
	if (before !== null && known !== null) columns.take(before.files, known);
	const filling = {
		repo,
		commit,
		fresh,
		reader,
		traits,
		columns,
		counted: lines,
		progress
	};
	const missing = await (known === null ? searchWhole(filling) : readHere(filling));
	if (lines) await readHidden(filling, missing);
	const scanned = columns.end(lines);
	const links = Uint8Array.from(files, (one) => Number(!isRegular(one)));
	keepFiles(repo, law, lines, {
		commit,
		files: scanned,
		links
	});
	return scanned;
}
/** Files that stand as they stood, with whether they are exempt; null: too much is new, or another attribute may hold for any of them. */
function unchangedIn({ files, links }, tree) {
	const stood = new Map(files.paths.map((path, index) => [path, index]));
	for (const path of files.skipped) stood.delete(path);
	if (attributesIn(files.paths.map((path, index) => ({
		path,
		oid: files.oids[index] ?? ""
	}))) !== attributesIn(tree)) return null;
	const same = /* @__PURE__ */ new Map();
	for (const { path, oid, mode } of tree) {
		const index = stood.get(path);
		if (index !== void 0 && files.oids[index] === oid && links[index] === Number(!isRegular({ mode }))) same.set(path, files.exempt[index] === 1);
	}
	return isFew(tree.length - same.size, tree) ? same : null;
}
function attributesIn(files) {
	const own = files.filter(isAttributes);
	return JSON.stringify(own.map(({ path, oid }) => [path, oid]));
}
/** Looks into all files: git searches them, and counts their lines at the same time. Answers the paths whose contents are not here. */
async function searchWhole(filling) {
	const { repo, reader, traits, columns, counted } = filling;
	const place = await placeOf(filling);
	const { scan, count } = takers(filling);
	const isHere = (path) => columns.has(path) && !place.apart.has(path) && !place.missing.has(path);
	skipMissing(filling, place.missing);
	const search = place.isRead ? require_grep.grepFiles(repo, reader.scan.hint.source, place.revision, (path, bytes) => {
		if (isHere(path)) scan(path, bytes);
	}) : { skipped: [] };
	const counts = place.isRead && counted ? require_grep.countLines(repo, place.revision, (path, lines) => {
		if (isHere(path)) count(path, lines);
	}) : null;
	const [gaps] = await Promise.all([search, counts]);
	for (const path of gaps.skipped) if (isHere(path) && isWanted(traits.get(path))) columns.skip(path);
	await readFresh(filling, (one) => isRegular(one) && place.apart.has(one.path));
	return place.missing;
}
/** Counts text that git takes for binary: by its encoding, or by an attribute, which whoever brings a file can bring with it. */
async function readHidden(filling, missing) {
	const { repo, fresh, columns } = filling;
	const { scan } = takers(filling);
	const open = fresh.filter((one) => columns.isUncounted(one) && !missing.has(one.path));
	await readTexts(repo, open, (path, bytes) => {
		columns.count(path, linesOf(bytes));
		scan(path, bytes);
	});
}
function skipMissing({ columns, traits }, missing) {
	for (const path of missing) if (columns.has(path) && isWanted(traits.get(path))) columns.skip(path);
}
/** Reads the files that this clone has, and answers the paths of the others. */
async function readHere(filling) {
	const files = filling.fresh.filter(isRegular);
	const missing = await missingFiles(filling.repo, files);
	skipMissing(filling, missing);
	await readFresh(filling, (one) => isRegular(one) && !missing.has(one.path));
	return missing;
}
/** Reads files from the commit, whatever is in them, and takes what git's search would have taken. */
async function readFresh({ repo, commit, fresh, columns, traits, counted, ...filling }, isAsked) {
	const { scan, count } = takers({
		...filling,
		columns,
		traits
	});
	const paths = fresh.filter((one) => isAsked(one) && traits.get(one.path)?.binary !== true).map(({ path }) => path);
	const unread = await require_grep.readFiles(repo, commit, paths, (path, bytes) => {
		if (byteOrderOf(bytes) !== null ? bytes.length > 1048576 || !isWanted(traits.get(path)) : hasNul(bytes)) return;
		if (counted) count(path, linesOf(bytes));
		scan(path, bytes);
	});
	for (const path of unread.skipped) columns.skip(path);
}
function takers({ columns, traits, progress }) {
	let read = 0;
	return {
		scan(path, bytes) {
			if (!isWanted(traits.get(path))) return;
			columns.scan(path, textOf(bytes));
			progress?.(++read, "files read");
		},
		count(path, lines) {
			if (traits.get(path)?.binary !== true) columns.count(path, lines);
		}
	};
}
function isWanted(traits) {
	return traits?.binary !== true && !isForeign(traits);
}
const SYMLINK = "120000";
function isRegular({ mode }) {
	return mode !== SYMLINK;
}
function isForeign(traits) {
	return traits !== void 0 && (traits.generated || traits.vendored);
}
/** So many files are always read sooner by themselves, and more than this share of a tree sooner with it. */
const FEW = 500;
const FEW_SHARE = .1;
function isFew(some, tree) {
	return some <= Math.max(FEW, tree.length * FEW_SHARE);
}
/** git's search passes by what is missing without a word, or fetches it piece by piece, so then every file that is here is read apart. */
async function placeOf({ repo, commit, fresh, traits }) {
	const changed = await changedInWorkTree(repo, commit);
	const converted = fresh.filter(({ path }) => traits.get(path)?.converted === true).map(({ path }) => path);
	const differing = /* @__PURE__ */ new Set([...changed ?? [], ...converted]);
	const isStore = changed === null || !isFew(differing.size, fresh);
	const apart = isStore ? /* @__PURE__ */ new Set() : differing;
	const stored = isStore ? fresh : fresh.filter(({ path }) => apart.has(path));
	const missing = await missingFiles(repo, stored);
	const revision = isStore ? commit : null;
	if (missing.size === 0) return {
		revision,
		isRead: true,
		apart,
		missing
	};
	const here = stored.flatMap(({ path }) => missing.has(path) ? [] : [path]);
	return {
		revision,
		isRead: revision === null,
		apart: new Set(here),
		missing
	};
}
async function missingFiles(repo, files) {
	if (files.length === 0) return /* @__PURE__ */ new Set();
	const oids = await require_check.withOwnObjects(repo, (own) => require_check.missingObjects(own, files.map(({ oid }) => oid)));
	return new Set(files.flatMap(({ path, oid }) => oids.has(oid) ? [path] : []));
}
const LINE_FEED = 10;
/** A last line without a break counts. */
function linesOf(bytes) {
	if (byteOrderOf(bytes) !== null) {
		const text = textOf(bytes);
		return text.split("\n").length - Number(text.endsWith("\n"));
	}
	let lines = bytes.length === 0 || bytes.at(-1) === LINE_FEED ? 0 : 1;
	for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines++;
	return lines;
}

// src/audit/brought.ts
/** Commits that are asked for between two reports of progress. */
const STEP = 500;
/** Asks the forge which pull request each commit came in by. */
async function broughtBy(dial, ids, progress) {
	const numbers = new Float64Array(ids.length);
	try {
		const forge = await dial();
		if (forge === null) return {
			numbers: null,
			lack: lackOf$1("No forge can be asked here.")
		};
		for (let from = 0; from < ids.length; from += STEP) {
			const told = await forge.arrivals(ids.slice(from, from + STEP));
			for (let at = from; at < Math.min(from + STEP, ids.length); at++) numbers[at] = told.get(ids[at] ?? "")?.number ?? 0;
			progress?.(Math.min(from + STEP, ids.length), "commits asked of the forge");
		}
		return {
			numbers,
			lack: null
		};
	} catch (thrown) {
		if (!(thrown instanceof require_fault.Fault) || thrown.code === "internal") throw thrown;
		return {
			numbers: null,
			lack: lackOf$1(thrown.message)
		};
	}
}
function lackOf$1(why) {
	return {
		state: "unavailable",
		why,
		fix: ["golden-thread", "doctor"]
	};
}

// src/audit/changes.ts
const MAGIC = "golden-thread changes 1";
/** Commits between two writings of what is known: an interrupted run loses no more than that, some seconds. */
const KEEP_EVERY = 5e3;
/**
* The paths and lines that commits changed, by their ids in order. It is the longest step of an audit and never changes, so it is kept
* as it comes, and a run that was interrupted goes on where it stopped.
*/
async function changesOf(repo, ids, progress) {
	const file = require_check.resultsFile(repo.commonDir, "changes");
	const known = openKnown(require_check.readResults(file));
	const edge = new Set(await require_names.shallowEdge(repo));
	const open = ids.filter((id) => !known.has(id) && !edge.has(id));
	const untold = [];
	for (let from = 0; from < open.length; from += KEEP_EVERY) {
		const some = open.slice(from, from + KEEP_EVERY);
		const told = /* @__PURE__ */ new Set();
		const lacking = await require_check.readChangesHere(repo, some, (id, paths) => {
			told.add(id);
			known.add(id, paths);
		});
		for (const id of lacking.paths) untold.push([id, null]);
		for (const [id, paths] of lacking.lines) untold.push([id, paths.map(uncounted)]);
		const lacks = /* @__PURE__ */ new Set([...lacking.paths, ...lacking.lines.keys()]);
		for (const id of some) if (!told.has(id) && !lacks.has(id)) known.add(id, []);
		require_check.writeResults(file, known.encoded());
		progress?.(from + some.length, "commits looked into");
	}
	for (const [id, paths] of untold) known.add(id, paths);
	for (const id of ids) if (edge.has(id) && !known.has(id)) known.add(id, null);
	return known.of(ids);
}
function uncounted(path) {
	return {
		path,
		added: NaN,
		deleted: NaN
	};
}
function openKnown(data) {
	const kept = data === null ? null : readKept(data);
	const rows = new Map((kept?.ids ?? []).map((id, row) => [id, row]));
	const names = require_check.openInterner(kept?.names);
	const columns = {
		ends: require_check.openColumn(),
		entries: require_check.openColumn(),
		added: require_check.openColumn(),
		deleted: require_check.openColumn()
	};
	for (const name of [
		"ends",
		"entries",
		"added",
		"deleted"
	]) for (const value of kept?.[name] ?? []) columns[name].push(value);
	return {
		has: (id) => rows.has(id),
		add(id, paths) {
			rows.set(id, rows.size);
			if (paths === null) columns.entries.push(-1);
			for (const { path } of paths ?? []) columns.entries.push(names.number(path));
			columns.ends.push(columns.entries.length);
			const sum = (of) => paths === null ? NaN : paths.reduce((total, one) => total + of(one), 0);
			columns.added.push(sum(({ added }) => added));
			columns.deleted.push(sum(({ deleted }) => deleted));
		},
		of: (ids) => selected(ids.map((id) => rows.get(id) ?? 0), columns, names.texts),
		encoded: () => encodeColumns(MAGIC, {
			header: {
				build: require_build.BUILD,
				ids: [...rows.keys()],
				names: names.texts
			},
			doubles: {
				ends: columns.ends.view(),
				entries: columns.entries.view(),
				added: columns.added.view(),
				deleted: columns.deleted.view()
			},
			bytes: {}
		})
	};
}
function selected(rows, columns, names) {
	const [ends, entries] = [columns.ends.view(), columns.entries.view()];
	const [added, deleted] = [columns.added.view(), columns.deleted.view()];
	const own = require_check.openColumn();
	const start = new Float64Array(rows.length + 1);
	rows.forEach((row, index) => {
		for (let at = row === 0 ? 0 : ends[row - 1] ?? 0; at < (ends[row] ?? 0); at++) own.push(entries[at] ?? 0);
		start[index + 1] = own.length;
	});
	const pick = (column) => Float64Array.from(rows, (row) => column[row] ?? 0);
	return {
		paths: {
			start,
			entries: own.view(),
			names
		},
		lines: {
			added: pick(added),
			deleted: pick(deleted)
		}
	};
}
function readKept(data) {
	const file = decodeColumns(MAGIC, data);
	if (file === null) return null;
	const header = Object(file.header);
	const { ends, entries, added, deleted } = file.doubles;
	const { build, ids, names } = header;
	if (build !== require_build.BUILD || !ids || !names || !ends || !entries || !added || !deleted) return null;
	return {
		ids,
		names,
		ends,
		entries,
		added,
		deleted
	};
}

// src/audit/look-beside.ts
/** Looks at what commits changed, at the tree and at where its lines are from, as far as it was asked for. */
async function lookBeside(gate, beside) {
	const { rows, asked, progress } = beside;
	const ids = asked.has("paths") || asked.has("lines") || asked.has("proposals") ? allIds(rows) : [];
	const counted = asked.has("paths") || asked.has("lines") ? await changesOf(gate.repo, ids, progress) : NOT_COUNTED;
	const brought = asked.has("proposals") ? await broughtBy(gate.forge, ids, progress) : NOT_BROUGHT;
	const tree = await treeOf(gate, beside);
	return {
		columns: {
			paths: asked.has("paths") ? counted.paths : null,
			lines: asked.has("lines") ? counted.lines : null,
			brought: brought.numbers
		},
		...tree,
		lacks: {
			proposals: brought.lack,
			...tree.lacks
		}
	};
}
const NOT_COUNTED = {
	paths: null,
	lines: null
};
const NOT_BROUGHT = {
	numbers: null,
	lack: null
};
const NO_TREE = {
	tree: null,
	blamed: null,
	named: [],
	lacks: {}
};
/** The first shard reads the tree, which is one child's work; whose lines they are, each shard says of its own files. */
async function treeOf(gate, { tip, asked, shard, progress }) {
	const isMine = shard.number === 1;
	if (tip === null || !(asked.has("tree") || asked.has("blame")) || !(isMine || asked.has("blame"))) return NO_TREE;
	const { repo, reader, law } = gate;
	const how = {
		lines: true,
		...progress === void 0 ? {} : { progress }
	};
	const tree = await scanFiles(repo, tip, reader, law, how);
	const texts = tree.paths.filter((path, index) => (tree.lines?.[index] ?? 0) > 0 && isOfShard(shard, path));
	const blamed = asked.has("blame") ? await liveLines(repo, tip, texts, how) : null;
	if (!isMine) return {
		...NO_TREE,
		blamed
	};
	return {
		tree,
		blamed,
		named: await factsOf(gate, tree),
		lacks: { tree: lackOf(tree.skipped) }
	};
}
async function factsOf({ law, anew }, { references }) {
	const lookups = await require_history.lookUp(law, anew, references);
	return ticketFacts(references, (remote, id) => lookups[require_ticket.lookupKey(remote, id)]);
}
function lackOf(skipped) {
	if (skipped.length === 0) return null;
	return {
		state: "partial",
		why: `Files that are too large to be searched, or could not be read: ${skipped.length}.`,
		fix: null
	};
}

// src/audit/rows.ts
/** A judged history as rows of a partial; what commits changed comes beside it. `picks`: see `silentPicks`. */
function rowsOf(table, judged, picks) {
	if (table.told === null) throw new TypeError("an audit's history is read with what it tells");
	const { commits } = judged;
	const numbers = Float64Array.from({ length: table.count }, (_, row) => commits.key(row));
	const identities = judged.keys.map(({ findings }) => identityOf(findings));
	return {
		count: table.count,
		idBytes: table.idBytes,
		ids: table.ids,
		committed: table.committed,
		recorded: recordedOf(commits.recordedAt, table.count),
		author: table.author,
		authors: table.authors.map(require_check.authorOf),
		...numberKeys(numbers, identities, judged.findingsOf),
		named: table.cited,
		sets: table.citedSets.map(namedIn),
		told: table.told,
		proofs: proofsOf(judged.confirmed, picks)
	};
}
function recordedOf(recordedAt, count) {
	return recordedAt && Float64Array.from({ length: count }, (_, row) => recordedAt(row) ?? NaN);
}
function namedIn(cited) {
	return cited.flatMap(({ remote, id, place }) => remote === null || !require_claims.isOfMessage(place) ? [] : [{
		at: require_ticket.lookupKey(remote, id),
		place
	}]);
}
function proofsOf(confirmed, picks) {
	const proofs = [...confirmed].flatMap(([row, facts]) => proofOf(row, facts));
	const silent = [...picks].map(([row, target]) => ({
		row,
		kind: "cherry-pick",
		target,
		tickets: []
	}));
	return [...proofs, ...silent].sort((a, b) => a.row - b.row || (a.kind < b.kind ? -1 : 1));
}
function proofOf(row, { inherits, evilMerge }) {
	if (evilMerge) return [{
		row,
		kind: "evil-merge",
		target: null,
		tickets: []
	}];
	if (inherits === null) return [];
	const tickets = inherits.references.flatMap(({ remote, id }) => remote === null ? [] : [require_ticket.lookupKey(remote, id)]);
	return [{
		row,
		kind: inherits.kind,
		target: inherits.target,
		tickets: [...new Set(tickets)].sort()
	}];
}

// src/audit/scope.ts
/** Which history was audited, in words that mean the same on every machine. */
async function scopeOf(repo, { range, named, since, complete, refName, home }) {
	const [repository, ref] = await Promise.all([home === null ? ownAddress(repo) : `${home.site}/${home.repository}`, refName ?? fullRef(repo, named)]);
	return {
		repository,
		ref,
		tip: range.include[0] ?? null,
		behind: range.exclude,
		since,
		complete
	};
}
async function ownAddress(repo) {
	const url = await require_names.originUrl(repo);
	const address = url === null ? null : require_repository_address.repositoryAddress(url);
	return address && `https://${address.host}/${address.path}`;
}
/** Of a range the ref at its end; what names a commit alone has none. */
async function fullRef({ git }, named) {
	const args = [
		"rev-parse",
		"--quiet",
		"--symbolic-full-name",
		"--end-of-options",
		named.slice(named.lastIndexOf("..") + 1).replace(/^\./, "")
	];
	return (await git.text(args, { codes: [
		0,
		1,
		128
	] })).split("\n").findLast((line) => line.startsWith("refs/")) ?? null;
}

// src/audit/silent-picks.ts
/** More commits than these with an author's time of their own twice come from an import, not from picking. */
const MOST_CANDIDATES = 5e3;
/**
* Commits of `judged` that repeat an older one of `whole` without a word, by row: git keeps author and author's time when it picks, and
* patch ids prove that the change is the same. The source is the oldest such commit.
*/
async function silentPicks(repo, whole, judged) {
	const groups = twins(whole);
	if (groups.size === 0) return /* @__PURE__ */ new Map();
	const wanted = [...groups.values()].flat();
	if (wanted.length > MOST_CANDIDATES) return /* @__PURE__ */ new Map();
	const changes = wanted.map((index) => ({
		commit: require_check.idAt(whole, index),
		parent: null
	}));
	const patches = await require_check.patchIds(repo, changes, { undone: false });
	const sources = /* @__PURE__ */ new Map();
	for (const group of groups.values()) {
		const oldest = /* @__PURE__ */ new Map();
		for (const index of [...group].reverse()) {
			const id = require_check.idAt(whole, index);
			const patch = patches.get(id);
			const source = patch === void 0 ? void 0 : oldest.get(patch);
			if (source !== void 0) sources.set(id, source);
			else if (patch !== void 0) oldest.set(patch, id);
		}
	}
	return sources.size === 0 ? /* @__PURE__ */ new Map() : byRow(judged, sources);
}
/** Commits of one author and author's time, newest first; merges change nothing themselves. */
function twins(table) {
	const firstOf = openFirsts(table.authored);
	const groups = /* @__PURE__ */ new Map();
	for (let index = 0; index < table.count; index++) {
		if (((table.flags[index] ?? 0) & require_check.FLAG.merge) !== 0) continue;
		const other = firstOf(index);
		if (other === index || table.author[other] !== table.author[index]) continue;
		const key = `${table.authored[index]} ${table.author[index]}`;
		groups.set(key, [...groups.get(key) ?? [other], index]);
	}
	return groups;
}
/** Spreads times over slots (Knuth, The Art of Computer Programming 3, 6.4, multiplicative hashing). */
const SPREAD = 2654435761;
/** Says which row was asked for first with the same time. A table of numbers: a map of a million rows takes several times as long. */
function openFirsts(times) {
	const bits = Math.max(1, Math.ceil(Math.log2(times.length * 2 + 1)));
	const slots = new Uint32Array(2 ** bits);
	return (row) => {
		let slot = Math.imul(times[row] ?? 0, SPREAD) >>> 32 - bits;
		for (let held = slots[slot] ?? 0; held !== 0; held = slots[slot] ?? 0) {
			if (times[held - 1] === times[row]) return held - 1;
			slot = (slot + 1) % slots.length;
		}
		slots[slot] = row + 1;
		return row;
	};
}
function byRow(table, sources) {
	const rows = /* @__PURE__ */ new Map();
	for (let index = 0; index < table.count; index++) {
		const source = sources.get(require_check.idAt(table, index));
		if (source !== void 0) rows.set(index, source);
	}
	return rows;
}

// src/audit/look.ts
/** Looks at a history, or at a shard of it. Throws `Fault("repository")` for a range that git does not know. */
async function look(world, request) {
	const asOf = request.asOf ?? require_time.timeOf(Math.floor(world.now().getTime() / 1e3));
	const then = worldAt(world, asOf);
	const gate = await gateAt(then, request, asOf);
	const named = request.range ?? request.ref ?? "HEAD";
	const commits = await gate.commits({ range: named });
	const shard = request.shard ?? WHOLE;
	const from = request.since === null ? null : require_time.secondsOf(request.since);
	const arrived = from === null ? null : await arrivedSince(gate.repo, commits, from);
	const ranged = await caseOf(gate, request, {
		range: named,
		commits,
		keep: keeping(shard, arrived)
	});
	const judged = await require_check.judgeHistory(ranged);
	const wanted = request.parts ?? require_parts.defaultParts(ranged.readWhole.count);
	const asked = new Set([...wanted].filter((part) => !request.without?.has(part)));
	const scope = await scopeOf(gate.repo, {
		range: commits,
		named,
		since: request.since,
		complete: ranged.subject.complete,
		refName: request.refName ?? null,
		home: request.terms?.home ?? null
	});
	const picks = await silentPicks(gate.repo, ranged.readWhole, ranged.table);
	const rows = rowsOf(ranged.table, await withClaims(gate, ranged, judged), picks);
	const beside = await lookBeside(gate, {
		rows,
		tip: scope.tip,
		asked,
		shard,
		progress: request.progress
	});
	const open = await openLedgerOf(gate, then);
	const listing = asked.has("tickets") ? await listTickets(gate, open?.ledger ?? null) : null;
	const facts = [...beside.named, ...ticketFacts(judged.named(), judged.lookup)];
	return {
		head: {
			tool: require_build.BUILD,
			asOf,
			scope,
			ledger: open?.facts ?? null,
			parts: require_parts.statesOf(asked, {
				...beside.lacks,
				messages: messagesLack(scope.complete),
				tickets: listing?.lack ?? null
			}),
			frame: frameOf(gate, ranged),
			commits: countIn(ranged, arrived),
			beforeBaseline: ranged.beforeBaseline,
			bots: gate.law.exempt.bots,
			terms: await termsOf(gate, request.isPrivate ?? null)
		},
		shard,
		rows: {
			...rows,
			...beside.columns
		},
		tree: beside.tree,
		blamed: beside.blamed,
		tickets: allTickets(facts, listing?.tickets ?? [])
	};
}
const WHOLE = {
	number: 1,
	of: 1
};
/** A clock that stands at a time and goes on from there: deadlines and pauses need one that does. */
function worldAt(world, asOf) {
	const began = world.now().getTime();
	const start = Date.parse(asOf);
	return {
		...world,
		now: () => new Date(start + world.now().getTime() - began)
	};
}
/** Opened as if it were that time: law, waivers, ledger and tickets count as of then. */
async function gateAt(world, { place, policyRef, terms = {} }, asOf) {
	return {
		...await require_gate.openGate(world, {
			...terms,
			place,
			haste: "command",
			opening: require_opening.startOpening(world, null),
			...policyRef === void 0 ? {} : { policyRef }
		}),
		at: asOf
	};
}
async function caseOf(gate, { progress }, range) {
	return require_check.historyCase({
		...gate,
		sources: gate.anew
	}, {
		...range,
		told: true,
		past: true,
		...progress === void 0 ? {} : { progress }
	}, (evidence) => require_check.evaluate(evidence, gate.law, require_rules.rules));
}
function keeping(shard, arrived) {
	if (shard.of === 1 && arrived === null) return void 0;
	return (id) => (arrived?.has(id) ?? true) && judgesCommit(shard, id);
}
/** How many commits all shards judge together. */
function countIn({ readWhole }, arrived) {
	if (arrived === null) return readWhole.count;
	return Array.from({ length: readWhole.count }, (_, index) => require_check.idAt(readWhole, index)).filter((id) => arrived.has(id)).length;
}
/** A commit that passes by its own words is not asked whether it undoes or repeats another one; whoever counts what stands has to know. */
async function withClaims(gate, { table }, judged) {
	const open = [];
	const kin = table.told === null ? () => "" : require_check.readTexts(table.told.kin);
	for (let index = 0; index < table.count; index++) if (((table.flags[index] ?? 0) & require_check.FLAG.claim) !== 0 && !judged.confirmed.has(index) && claims(kin(index))) open.push(index);
	if (open.length === 0) return judged;
	const facts = await require_check.keptFacts(gate.repo, gate.reader, gate.law, open.map((index) => require_check.idAt(table, index)));
	const more = open.flatMap((index) => {
		const own = facts.get(require_check.idAt(table, index));
		return own === void 0 ? [] : [[index, own]];
	});
	return {
		...judged,
		confirmed: new Map([...judged.confirmed, ...more])
	};
}
function claims(kin) {
	return kin.startsWith("r") || kin.startsWith("p");
}
function frameOf(gate, { subject, whole, notices }) {
	const findings = whole === null ? [] : require_check.evaluate(whole, gate.law, require_rules.rules);
	return {
		...require_check.frame(gate, subject),
		findings,
		notices: [...gate.notices, ...notices()]
	};
}
/** On one's own machine everything is shown. */
async function termsOf({ law, own }, isPrivate) {
	if (law.place === "hook") return {
		disclosure: "full",
		own: null
	};
	return {
		disclosure: require_disclosure.disclosureOf(law, { isPrivate }),
		own: await own()
	};
}
function messagesLack(complete) {
	if (complete) return null;
	return {
		state: "partial",
		why: "This is a shallow clone, which hides commits.",
		fix: [
			"git",
			"fetch",
			"--unshallow"
		]
	};
}

// src/audit/novel.ts
/** Hex digits of a digest that tell a hundred thousand things apart. */
const DIGITS = 16;
/** Compares an audit with the last one of its ref, and keeps it as that. */
function noteAudit(commonDir, audit) {
	const file = require_check.resultsFile(commonDir, "audits");
	const all = readNoted(file);
	const ref = audit.scope.ref ?? audit.scope.tip ?? "";
	const before = all.get(ref);
	const known = new Set(before?.broken);
	const failing = failingOf(audit);
	const gaps = audit.gaps.flatMap((gap) => {
		const indexes = gap.indexes.filter((index) => !known.has(digestOf(gapName(audit, gap, index))));
		return indexes.length === 0 ? [] : [{
			...gap,
			indexes
		}];
	});
	all.set(ref, {
		asOf: audit.asOf,
		broken: brokenIn(audit, failing)
	});
	require_check.writeResults(file, [Buffer.from(JSON.stringify([...all]))]);
	return {
		since: before?.asOf ?? null,
		gaps,
		failing: failing.filter((index) => !known.has(digestOf(commitName(audit, index))))
	};
}
function readNoted(file) {
	const bytes = require_check.readResults(file);
	if (bytes === null) return /* @__PURE__ */ new Map();
	try {
		const noted = JSON.parse(Buffer.from(bytes).toString("utf8"));
		return new Map(noted);
	} catch {
		return /* @__PURE__ */ new Map();
	}
}
function failingOf({ report: { commits, keys } }) {
	const failing = [];
	for (let index = 0; index < (commits?.count ?? 0); index++) if (keys[commits?.key(index) ?? -1]?.verdict !== "pass") failing.push(index);
	return failing;
}
function brokenIn(audit, failing) {
	return [...audit.gaps.flatMap((gap) => Array.from(gap.indexes, (index) => digestOf(gapName(audit, gap, index)))), ...failing.map((index) => digestOf(commitName(audit, index)))];
}
/** A commit that nobody could judge then and that fails now is new: an outage must not make it known. */
function commitName({ report: { commits, keys } }, index) {
	return `commit ${keys[commits?.key(index) ?? -1]?.verdict} ${commits?.id(index)}`;
}
function gapName(audit, { code, of }, index) {
	switch (of) {
		case "ticket": return `${code} ${audit.tickets[index]?.at}`;
		case "commit": return `${code} ${audit.report.commits?.id(index)}`;
		case "file": return `${code} ${audit.files?.path(index)}`;
		case "waiver": return `${code} ${audit.report.waivers[index]?.id}`;
	}
}
function digestOf(text) {
	return (0, node_crypto.createHash)("sha256").update(text).digest("hex").slice(0, DIGITS);
}

// src/audit.ts
/**
* Audits a whole history and tree: every commit judged as of when it was decided, every ticket with what leads to it. One run is the fold
* of one partial, so what many machines found out together is the same. Throws `Fault("repository")` for a range that git does not know.
*/
async function audit(world, request) {
	return (await auditShown(world, request)).audit;
}
/** The same, for whoever shows it. */
async function auditShown(world, request) {
	const partial = await look(world, request);
	return {
		audit: foldAudit([partial]),
		terms: partial.head.terms
	};
}
/** What one shard found out, as the parts of a file. */
async function auditShard(world, request) {
	return encodePartial(await look(world, request));
}
/** The audit that shards make together. Throws Fault("usage") that names what does not fit. */
function mergeShards(shards) {
	const partials = fitting(shards);
	return {
		audit: foldAudit(partials),
		terms: partials[0]?.head.terms ?? {
			disclosure: "id",
			own: null
		}
	};
}
/** The same of their files. Throws Fault("usage") for one that is damaged, too. */
function mergeFiles(files) {
	return mergeShards(files.map(({ name, path, bytes }) => ({
		name,
		partial: decodePartial(bytes, path)
	})));
}
/** What is new since the last whole audit of the same ref; from then on this one is the last. */
async function sinceLast(world, current) {
	const { commonDir } = await require_opening.startOpening(world, null).repo;
	return noteAudit(commonDir, current);
}

exports.audit = audit;
exports.auditShard = auditShard;
exports.auditShown = auditShown;
exports.mergeFiles = mergeFiles;
exports.mergeShards = mergeShards;
exports.sinceLast = sinceLast;