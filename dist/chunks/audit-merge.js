"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_core = require("./core.js");
const require_git = require("./git.js");
const require_shard = require("./audit-shard.js");
const require_partial = require("./audit-partial.js");
const require_ajv = require("./ajv.js");
const require_audit = require("./core-audit.js");
const require_json_schema = require("./reports-json-schema.js");
const require_schema_nodes = require("./reports-schema-nodes.js");
const require_interner = require("./history-interner.js");

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
	["disclosure", ({ head }) => head.terms],
	["waivers", ({ head }) => head.frame.waivers],
	["number of shards", ({ shard }) => shard.of],
	["number of commits", ({ head }) => head.commits]
];
/** Partials that make one audit, in the order of their numbers. Throws Fault("usage") that names what does not fit. */
function fitting(all) {
	const [first, ...others] = all;
	if (first === void 0) throw new require_git.Fault("usage", "No shard was named.", { fix: "golden-thread audit merge DIR… --out DIR" });
	for (const [what, read] of SAME) {
		const wanted = require_core.canonical(read(first.partial));
		const other = others.find(({ partial }) => require_core.canonical(read(partial)) !== wanted);
		if (other !== void 0) throw mixed(what, first, other, read);
	}
	demandAll(all, first.partial.shard.of);
	demandCommits(all, first.partial.head.commits);
	demandSameTickets(all);
	return all.map(({ partial }) => partial).sort((a, b) => a.shard.number - b.shard.number);
}
function mixed(what, first, other, read) {
	const told = ({ name, partial }) => `${name}: ${plain(read(partial))}`;
	return new require_git.Fault("usage", `These shards are not of one audit: their ${what} differs.`, {
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
		if (before !== void 0) throw new require_git.Fault("usage", "A shard is there twice.", {
			found: `${shardText({
				number,
				of
			})} in ${before} and ${name}`,
			wanted: "each shard once"
		});
		seen.set(number, name);
	}
	const missing = Array.from({ length: of }, (_, index) => index + 1).filter((number) => !seen.has(number));
	if (missing.length > 0) throw new require_git.Fault("usage", "A shard is missing.", {
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
		const seen = new Set(require_shard.allIds(rows));
		if (!(seen.size === rows.count && [...seen].every((id) => require_shard.judgesCommit(shard, id)))) throw new require_git.Fault("usage", "A shard tells of commits that are not its own.", {
			found: `${shardText(shard)} in ${name}`,
			wanted: "each commit once",
			fix: `golden-thread audit --shard ${shardText(shard)} --out DIR`
		});
	}
	const found = all.reduce((sum, { partial }) => sum + partial.rows.count, 0);
	if (found !== wanted) throw new require_git.Fault("usage", "The shards do not tell of all commits.", {
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
		const text = require_core.canonical(ticket);
		const before = known.get(ticket.at);
		if (before === void 0) known.set(ticket.at, {
			text,
			name
		});
		else if (before.text !== text) throw new require_git.Fault("usage", "A ticket changed while the shards were looked at.", {
			found: `${ticket.key} in ${before.name} and ${name}`,
			wanted: "the same tickets in all shards: a ledger tells them all the same",
			fix: "golden-thread ledger build"
		});
	}
}

// src/reports/audit-json-schema.ts
var import__2020 = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_ajv.require__2020(), 1);
/** How a commit stands. */
const standing = { enum: [...require_audit.STANDINGS] };
const indexOrNull = {
	type: ["integer", "null"],
	minimum: 0
};
/** So many of so many. */
const ratio = require_schema_nodes.record({
	covered: require_schema_nodes.index,
	total: require_schema_nodes.index,
	percent: {
		type: ["number", "null"],
		minimum: 0,
		maximum: 100,
		description: "One decimal, rounded down: 100 is all of them. Null: there are none."
	}
});
const standings = Object.fromEntries(require_audit.STANDINGS.map((name) => [name, require_schema_nodes.index]));
/** Commits of one month, author or folder. */
const group = {
	name: require_schema_nodes.text,
	commits: require_schema_nodes.index,
	...standings
};
/** Which history was audited. */
const scope = require_schema_nodes.record({
	repository: require_schema_nodes.textOrNull,
	"forge?": require_schema_nodes.record({
		kind: { enum: ["github", "gitlab"] },
		site: require_schema_nodes.text
	}),
	ref: require_schema_nodes.textOrNull,
	tip: require_schema_nodes.orNull(require_json_schema.objectId),
	behind: require_schema_nodes.list(require_json_schema.objectId),
	since: require_schema_nodes.textOrNull,
	complete: {
		type: "boolean",
		description: "False: a shallow clone hides commits."
	}
});
/** The snapshot of tickets that answered. */
const ledger = require_schema_nodes.record({
	digest: require_json_schema.sha256,
	issuedAt: require_schema_nodes.text,
	expiresAt: require_schema_nodes.text,
	signer: require_schema_nodes.text
});
/** How far a part was looked at. */
const part = require_schema_nodes.record({
	part: { enum: [
		"messages",
		"paths",
		"lines",
		"tree",
		"blame",
		"proposals",
		"tickets"
	] },
	state: { enum: [
		"done",
		"partial",
		"not-asked",
		"unavailable"
	] },
	why: require_schema_nodes.text,
	fix: require_schema_nodes.orNull(require_schema_nodes.list(require_schema_nodes.text))
});
/** Coverage both ways. */
const coverage = require_schema_nodes.record({
	linkedItems: require_schema_nodes.list(require_schema_nodes.text),
	unlinkedItems: require_schema_nodes.list(require_schema_nodes.text),
	totalItems: require_schema_nodes.index,
	linkedCount: require_schema_nodes.index,
	unlinkedCount: require_schema_nodes.index,
	coveragePercent: {
		type: "number",
		minimum: 0,
		maximum: 100
	},
	commits: require_schema_nodes.record({
		...standings,
		total: require_schema_nodes.index,
		referenced: require_schema_nodes.index,
		beforeBaseline: require_schema_nodes.index,
		ratio
	}),
	proposals: require_schema_nodes.orNull(ratio),
	files: require_schema_nodes.orNull(ratio),
	liveLines: require_schema_nodes.orNull(ratio),
	changedLines: require_schema_nodes.orNull(ratio),
	specs: require_schema_nodes.orNull(ratio),
	criteria: require_schema_nodes.orNull(ratio)
});
/** What breaks the thread. */
const gapCode = { enum: [
	"ticket-without-commit",
	"commit-without-ticket",
	"commit-unauthorised",
	"reverted-but-done",
	"closed-without-code",
	"mega-ticket",
	"ticket-younger-than-commit",
	"done-with-open-criteria",
	"ticket-not-found",
	"file-without-ticket",
	"waiver-overdue"
] };
const gap = require_schema_nodes.record({
	code: gapCode,
	of: {
		enum: [
			"ticket",
			"commit",
			"file",
			"waiver"
		],
		description: "What `indexes` count in."
	},
	count: require_schema_nodes.index,
	indexes: require_schema_nodes.list(require_schema_nodes.index)
});
const evidence = require_schema_nodes.record({
	id: { enum: [
		"E1",
		"E2",
		"E3",
		"E4",
		"E5",
		"E6",
		"E7",
		"E8"
	] },
	name: require_schema_nodes.text,
	state: { enum: [
		"present",
		"partial",
		"absent"
	] },
	said: require_schema_nodes.text
});
const support = require_schema_nodes.record({
	claim: {
		const: "supports",
		description: "Never: satisfies. That is an assessor's word."
	},
	state: { enum: [
		"present",
		"partial",
		"absent"
	] },
	framework: require_schema_nodes.text,
	version: require_schema_nodes.text,
	item: require_schema_nodes.text,
	asks: require_schema_nodes.text,
	evidence: require_schema_nodes.list(require_schema_nodes.text),
	strength: { enum: [
		"direct",
		"partial",
		"contextual"
	] },
	missing: require_schema_nodes.text
});
/** Lines added and removed. */
const lineCount = require_schema_nodes.orNull(require_schema_nodes.record({
	added: require_schema_nodes.index,
	deleted: require_schema_nodes.index
}));
/** What is known of a ticket before anybody looked what leads to it. */
const ticketFactsKeys = {
	...require_json_schema.ticketKeys,
	createdAt: require_schema_nodes.textOrNull,
	"risk?": { enum: [
		"low",
		"medium",
		"high",
		"critical",
		null
	] },
	criteria: require_schema_nodes.orNull(require_schema_nodes.record({
		done: require_schema_nodes.index,
		total: require_schema_nodes.index
	}))
};
/** What is told of a ticket. */
const auditTicketKeys = {
	...ticketFactsKeys,
	commits: require_schema_nodes.index,
	standing: require_schema_nodes.index,
	firstAt: { type: ["integer", "null"] },
	lastAt: { type: ["integer", "null"] },
	changes: require_schema_nodes.list(require_schema_nodes.index),
	files: require_schema_nodes.index,
	lines: lineCount,
	live: indexOrNull
};
const ticket = require_schema_nodes.record(auditTicketKeys);
/** Where a commit comes from. */
const lineageKind = { enum: [
	"merge",
	"evil-merge",
	"revert",
	"cherry-pick",
	"backport",
	"autosquash",
	"squash"
] };
const history = require_schema_nodes.record({
	count: require_schema_nodes.index,
	subject: require_schema_nodes.list(require_schema_nodes.text),
	standing: require_schema_nodes.list(standing),
	tickets: {
		...require_schema_nodes.list(require_schema_nodes.list(require_schema_nodes.index)),
		description: "Indexes into `tickets`."
	},
	change: {
		...require_schema_nodes.list(indexOrNull),
		description: "Number of the pull request; null: not known."
	},
	lineage: {
		...require_schema_nodes.list(require_schema_nodes.record({
			index: require_schema_nodes.index,
			kind: lineageKind,
			of: require_schema_nodes.list(require_schema_nodes.text),
			proved: {
				type: "boolean",
				description: "False: only the message says so."
			}
		})),
		description: "Only of commits that have one."
	},
	"folders?": {
		...require_schema_nodes.list(require_schema_nodes.list(require_schema_nodes.index)),
		description: "Indexes into `folders`: those that hold a file which it changed."
	},
	"added?": {
		...require_schema_nodes.list(indexOrNull),
		description: "Left out: lines were not looked at."
	},
	"deleted?": require_schema_nodes.list(indexOrNull)
});
/** In what of a file a reference stands. */
const where = { enum: [
	"comment",
	"docs",
	"string",
	"code"
] };
const files = require_schema_nodes.record({
	count: require_schema_nodes.index,
	path: require_schema_nodes.list(require_schema_nodes.text),
	lines: {
		...require_schema_nodes.list(indexOrNull),
		description: "Null: binary, too large, or not looked at."
	},
	exempt: require_schema_nodes.list({ enum: [0, 1] }),
	named: require_schema_nodes.list(require_schema_nodes.record({
		index: require_schema_nodes.index,
		links: require_schema_nodes.list(require_schema_nodes.record({
			ticket: require_schema_nodes.index,
			line: {
				type: "integer",
				minimum: 1
			},
			where
		}))
	})),
	through: {
		...require_schema_nodes.list(require_schema_nodes.orNull(require_schema_nodes.list(require_schema_nodes.index))),
		description: "Tickets of the commits behind each; null: not looked at."
	},
	live: {
		...require_schema_nodes.list(require_schema_nodes.record({
			index: require_schema_nodes.index,
			lines: require_schema_nodes.list(require_schema_nodes.index)
		})),
		description: `Lines that stand today by commits that are ${require_audit.STANDINGS.join(", ")}; of files that were blamed.`
	}
});
const audit = require_schema_nodes.record({
	schemaVersion: { const: 1 },
	kind: { const: "audit" },
	tool: require_schema_nodes.tool,
	policyDigest: require_schema_nodes.text,
	verdict: { enum: [
		"pass",
		"fail",
		"undecided"
	] },
	asOf: require_schema_nodes.text,
	scope,
	ledger: require_schema_nodes.orNull(ledger),
	parts: require_schema_nodes.list(part),
	coverage,
	gaps: require_schema_nodes.list(gap),
	evidence: require_schema_nodes.list(evidence),
	controls: require_schema_nodes.record({
		mappingVersion: require_schema_nodes.text,
		items: require_schema_nodes.list(support)
	}),
	months: require_schema_nodes.list(require_schema_nodes.record(group)),
	authors: require_schema_nodes.list(require_schema_nodes.record(group)),
	folders: require_schema_nodes.list(require_schema_nodes.record({
		...group,
		files: require_schema_nodes.index,
		covered: require_schema_nodes.index,
		lines: require_schema_nodes.index
	})),
	tickets: require_schema_nodes.list(ticket),
	history,
	files: require_schema_nodes.orNull(files),
	report: {
		...require_schema_nodes.record(require_json_schema.checkKeys),
		description: "Its tickets are the audit's."
	}
});

// src/audit/partial-schema.ts
const finding = require_schema_nodes.record({
	...require_json_schema.findingKeys,
	fix: require_schema_nodes.record({
		argv: require_schema_nodes.orNull(require_schema_nodes.list(require_schema_nodes.text)),
		note: require_schema_nodes.text
	})
});
/** A pair as a list of two. */
function pair(first, second) {
	return {
		type: "array",
		prefixItems: [first, second],
		minItems: 2,
		items: false
	};
}
/** What a report of an audit has of its own is counted anew, so nobody reads what a frame says of that. */
const COUNTED = {
	"commits?": {},
	"keys?": {},
	"counts?": {}
};
function frame() {
	const { verdict: _, statement: __, commits: ___, keys: ____, counts: _____, ...keys } = require_json_schema.checkKeys;
	return require_schema_nodes.record({
		...keys,
		...COUNTED,
		findings: require_schema_nodes.list(finding)
	});
}
/** As `--as-of` has it once it was read. */
const time = {
	type: "string",
	pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ$"
};
const shardNumber = {
	type: "integer",
	minimum: 1,
	maximum: 256
};
const tree = require_schema_nodes.record({
	paths: require_schema_nodes.list(require_schema_nodes.text),
	oids: require_schema_nodes.list(require_schema_nodes.text),
	references: require_schema_nodes.list(require_schema_nodes.record({
		at: require_schema_nodes.text,
		provider: require_schema_nodes.text,
		remote: require_schema_nodes.text,
		id: require_schema_nodes.text
	})),
	skipped: require_schema_nodes.list(require_schema_nodes.text),
	named: require_schema_nodes.list(pair(require_schema_nodes.index, require_schema_nodes.list(require_schema_nodes.record({
		reference: require_schema_nodes.index,
		line: {
			type: "integer",
			minimum: 1
		},
		where
	}))))
});
function header() {
	return require_schema_nodes.record({
		head: require_schema_nodes.record({
			tool: require_schema_nodes.text,
			asOf: time,
			scope,
			ledger: require_schema_nodes.orNull(ledger),
			parts: require_schema_nodes.list(part),
			frame: frame(),
			commits: require_schema_nodes.index,
			beforeBaseline: require_schema_nodes.index,
			bots: require_schema_nodes.list(require_schema_nodes.text),
			terms: require_schema_nodes.record({
				disclosure: { enum: [
					"id",
					"title",
					"full"
				] },
				own: require_schema_nodes.textOrNull
			})
		}),
		shard: require_schema_nodes.record({
			number: shardNumber,
			of: shardNumber
		}),
		count: require_schema_nodes.index,
		idBytes: { enum: [20, 32] },
		authors: require_schema_nodes.list(require_schema_nodes.text),
		keys: require_schema_nodes.list(require_schema_nodes.record({
			identity: require_schema_nodes.text,
			findings: require_schema_nodes.list(finding)
		})),
		sets: require_schema_nodes.list(require_schema_nodes.list(require_schema_nodes.record({
			at: require_schema_nodes.text,
			place: { enum: [
				"subject",
				"body",
				"trailer"
			] }
		}))),
		proofs: require_schema_nodes.list(require_schema_nodes.record({
			row: require_schema_nodes.index,
			kind: { enum: [
				"revert",
				"cherry-pick",
				"autosquash",
				"evil-merge"
			] },
			target: require_schema_nodes.orNull(require_json_schema.objectId),
			tickets: require_schema_nodes.list(require_schema_nodes.text)
		})),
		pathNames: require_schema_nodes.list(require_schema_nodes.text),
		tree: require_schema_nodes.orNull(tree),
		blamed: require_schema_nodes.orNull(require_schema_nodes.record({
			commits: require_schema_nodes.list(require_json_schema.objectId),
			files: require_schema_nodes.list(pair(require_schema_nodes.text, require_schema_nodes.index))
		})),
		tickets: require_schema_nodes.list(require_schema_nodes.record(ticketFactsKeys))
	});
}
const isHeader = new import__2020.default.default({
	strict: true,
	allowUnionTypes: true
}).compile(header());
/** Whether something has the shape of a partial's header; places that it names in columns are not looked at. */
function isPartialHeader(value) {
	return isHeader(value);
}

// src/audit/sound.ts
/** What of a partial contradicts itself: columns of another length, places that are none. Null: nothing does. */
function unsoundPart({ shard, rows, tree }) {
	if (shard.number > shard.of) return "its number";
	return unsoundRows(rows) ?? unsoundPaths(rows) ?? (tree === null ? null : unsoundTree(tree));
}
function unsoundRows(rows) {
	const { count, ids, idBytes, committed, recorded, author, authors, key, keys, named, sets } = rows;
	const { told, brought, lines, proofs } = rows;
	const sound = {
		ids: ids.length === count * idBytes,
		times: isColumn(committed, count, Number.isSafeInteger),
		"recorded times": recorded === null || isColumn(recorded, count, orNaN),
		authors: isColumn(author, count, placeIn(authors)),
		keys: isColumn(key, count, placeIn(keys)),
		references: isColumn(named, count, placeIn(sets)),
		subjects: isTexts(told.subjects, count),
		lineage: isTexts(told.kin, count) && areKin(told.kin),
		"pull requests": brought === null || isColumn(brought, count, isCount),
		lines: lines === null || [lines.added, lines.deleted].every((one) => isColumn(one, count, isLines)),
		proofs: proofs.every(({ row }) => row < count)
	};
	return Object.keys(sound).find((name) => sound[name] === false) ?? null;
}
function isColumn(column, length, test) {
	return column.length === length && column.every(test);
}
function placeIn(list) {
	return (value) => isCount(value) && value < list.length;
}
function isCount(value) {
	return Number.isSafeInteger(value) && value >= 0;
}
function isLines(value) {
	return Number.isNaN(value) || isCount(value);
}
function orNaN(value) {
	return Number.isNaN(value) || Number.isFinite(value);
}
/** Ends go up, and the last one is that of the bytes. */
function isTexts({ bytes, ends }, count) {
	return ends.length === count && ascends(ends, bytes.length) && (ends[count - 1] ?? 0) === bytes.length;
}
function ascends(column, most) {
	return column.every((value, index) => isCount(value) && value >= (column[index - 1] ?? 0) && value <= most);
}
/** As `kinText` writes it. */
const KIN = /^(?:[jrp][0-9a-f]{1,64}|[uc][0-9]{1,15}|[ab])(?: (?:[jrp][0-9a-f]{1,64}|[uc][0-9]{1,15}|[ab]))*$/iu;
function areKin(kin) {
	const text = require_interner.readTexts(kin);
	for (let index = 0; index < kin.ends.length; index++) {
		const told = text(index);
		if (told !== "" && !KIN.test(told)) return false;
	}
	return true;
}
function unsoundPaths({ paths, count }) {
	if (paths === null) return null;
	const { start, entries, names } = paths;
	const isPlace = placeIn(names);
	return start.length === count + 1 && start[0] === 0 && ascends(start, entries.length) && start[count] === entries.length && entries.every((entry) => entry === -1 || isPlace(entry)) ? null : "paths";
}
function unsoundTree({ paths, oids, lines, exempt, named, references }) {
	const count = paths.length;
	return oids.length === count && exempt.length === count && (lines === null || lines.length === count) && [...named].every(([file, links]) => file < count && links.every((one) => one.reference < references.length)) ? null : "files";
}

// src/audit/read-file.ts
/**
* Reads what `encodePartial` wrote. The file comes from another machine, and its digest is no signature: nothing of it is used before
* its shape and every place that it names were looked at. Throws Fault("usage") for anything else; `path`: how people call the file.
*/
function decodePartial(data, path) {
	const file = require_shard.decodeColumns(require_shard.MAGIC, data);
	if (file === null) throw damaged(path);
	const { header } = file;
	if (!isPartialHeader(header)) throw damaged(path, "its header");
	const rows = rowsOf(header, file);
	if (rows === null) throw damaged(path, "columns that are missing");
	const { head, shard, tickets } = header;
	const partial = {
		head,
		shard,
		tickets,
		rows,
		tree: header.tree && require_shard.filesIn(header.tree, file)
	};
	const unsound = unsoundPart(partial) ?? (hasPairs(header, file) ? null : "blamed lines");
	if (unsound !== null) throw damaged(path, unsound);
	return {
		...partial,
		blamed: header.blamed && blamedOf(header.blamed, file)
	};
}
function rowsOf(header, { doubles, bytes }) {
	const { committed, author, key, named, subjectEnds, kinEnds, recorded, brought } = doubles;
	const { pathStart, pathEntries, added, deleted } = doubles;
	const { ids, subjects, kin } = bytes;
	if (!committed || !author || !key || !named || !subjectEnds || !kinEnds) return null;
	if (!ids || !subjects || !kin) return null;
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
/** Whether blamed lines are pairs of a commit that is named and a number of lines, as many as the files say. */
function hasPairs({ blamed }, { doubles }) {
	if (blamed === null) return true;
	const pairs = doubles.blamed ?? /* @__PURE__ */ new Float64Array();
	return blamed.files.reduce((sum, [, own]) => sum + own, 0) === pairs.length && blamed.files.every(([, own]) => own % 2 === 0) && pairs.every((value, index) => index % 2 === 0 ? blamed.commits[value] !== void 0 : Number.isSafeInteger(value) && value >= 0);
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
function damaged(path, what) {
	return new require_git.Fault("usage", "This is no partial audit, or it was damaged.", {
		found: what === void 0 ? path : `${path}: ${what}`,
		wanted: `${require_partial.PARTIAL_FILE} as audit --shard wrote it`,
		fix: "Run the shard again: golden-thread audit --shard i/n --out DIR"
	});
}

// src/audit/merge.ts
/** The audit that shards make together. Throws Fault("usage") that names what does not fit. */
function mergeShards(shards) {
	return require_shard.foldAudit(fitting(shards));
}
/** The audit that the files of shards make together. Throws Fault("usage") for one that is damaged, or does not fit. */
function mergeFiles(files) {
	return mergeShards(files.map(({ name, path, bytes }) => ({
		name,
		partial: decodePartial(bytes, path)
	})));
}

exports.mergeFiles = mergeFiles;