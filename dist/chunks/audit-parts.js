"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_fault = require("./core-fault.js");
let node_crypto = require("node:crypto");

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
		new Uint8Array(gap(start.length + text.length)),
		...doubles.map(([, { buffer, byteOffset, byteLength }]) => new Uint8Array(buffer, byteOffset, byteLength)),
		...bytes.map(([, column]) => column)
	];
	const hash = (0, node_crypto.createHash)("sha256");
	for (const part of parts) hash.update(part);
	return [...parts, hash.digest()];
}
function gap(length) {
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
	let at = start + length + gap(start + length);
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

// src/audit/file.ts
var file_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	PARTIAL_FILE: () => PARTIAL_FILE,
	decodePartial: () => decodePartial,
	encodePartial: () => encodePartial
});
/** What a folder of a shard holds. */
const PARTIAL_FILE = "partial.gta";
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
		tree: tree && {
			paths: tree.paths,
			oids: tree.oids,
			references: tree.references,
			skipped: tree.skipped,
			named: [...tree.named]
		},
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
		...tree?.lines && { treeLines: Float64Array.from(tree.lines) },
		...blamed && { blamed: Float64Array.from([...blamed.files.values()].flatMap((pairs) => [...pairs])) }
	};
}
function bytesOf({ rows: { ids, told }, tree }) {
	return {
		ids,
		subjects: told.subjects.bytes,
		kin: told.kin.bytes,
		...tree && { treeExempt: tree.exempt }
	};
}
/** Reads what `encodePartial` wrote. Throws Fault("usage") for anything else; `path`: how people call the file. */
function decodePartial(data, path) {
	const file = decodeColumns(MAGIC, data);
	if (file === null) throw damaged(path);
	const header = Object(file.header);
	const { head, shard, tickets } = header;
	return {
		head,
		shard,
		tickets,
		rows: rowsOf(header, file, path),
		tree: header.tree && treeOf(header.tree, file),
		blamed: header.blamed && blamedOf(header.blamed, file)
	};
}
function rowsOf(header, { doubles, bytes }, path) {
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
function treeOf(tree, { doubles, bytes }) {
	const { treeLines } = doubles;
	const named = new Map(Object(tree.named));
	return {
		...tree,
		named,
		lines: treeLines === void 0 ? null : Int32Array.from(treeLines),
		exempt: bytes.treeExempt ?? new Uint8Array(tree.paths.length)
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
		wanted: `${PARTIAL_FILE} as audit --shard wrote it`,
		fix: "Run the shard again: golden-thread audit --shard i/n --out DIR"
	});
}

// src/audit/parts.ts
/** Every part, in the order in which reports tell them. */
const PARTS = [
	"messages",
	"paths",
	"lines",
	"tree",
	"blame",
	"proposals",
	"tickets"
];
/** Above so many commits it takes git minutes to say what each of them changed, so that is done only where it is asked for. */
const MOST_COUNTED = 2e4;
/** Parts that are asked for by themselves, of a history of so many commits. */
function defaultParts(commits) {
	const cheap = [
		"messages",
		"tree",
		"tickets"
	];
	return new Set(commits > MOST_COUNTED ? cheap : [
		...cheap,
		"paths",
		"lines"
	]);
}
const DONE = {
	state: "done",
	why: "",
	fix: null
};
/** The states of all parts: what was asked for and lacks nothing is done. */
function statesOf(asked, lacks) {
	return PARTS.map((part) => ({
		part,
		...asked.has(part) ? lacks[part] ?? DONE : notAsked(part)
	}));
}
function notAsked(part) {
	return {
		state: "not-asked",
		why: "Nobody asked for it.",
		fix: [
			"golden-thread",
			"audit",
			"--with",
			part
		]
	};
}
const WORST = [
	"unavailable",
	"partial",
	"done",
	"not-asked"
];
/** The states of several partials as one's: what one of them lacks, all lack. */
function worstStates(all) {
	return PARTS.flatMap((part) => {
		const states = all.flatMap((one) => one.filter((state) => state.part === part));
		const worst = WORST.find((name) => states.some(({ state }) => state === name));
		return states.find(({ state }) => state === worst) ?? [];
	});
}

Object.defineProperty(exports, "PARTIAL_FILE", {
  enumerable: true,
  get: function () {
    return PARTIAL_FILE;
  }
});
Object.defineProperty(exports, "PARTS", {
  enumerable: true,
  get: function () {
    return PARTS;
  }
});
Object.defineProperty(exports, "decodeColumns", {
  enumerable: true,
  get: function () {
    return decodeColumns;
  }
});
Object.defineProperty(exports, "defaultParts", {
  enumerable: true,
  get: function () {
    return defaultParts;
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
Object.defineProperty(exports, "file_exports", {
  enumerable: true,
  get: function () {
    return file_exports;
  }
});
Object.defineProperty(exports, "statesOf", {
  enumerable: true,
  get: function () {
    return statesOf;
  }
});
Object.defineProperty(exports, "worstStates", {
  enumerable: true,
  get: function () {
    return worstStates;
  }
});