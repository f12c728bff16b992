"use strict";

const require_shard = require("./audit-shard.js");
const require_check = require("./check.js");
const require_core = require("./core.js");
const require_disclosed = require("./reports-disclosed.js");
const require_gate = require("./gate.js");
const require_interner = require("./history-interner.js");
const require_opening = require("./opening.js");
const require_rules = require("./rules.js");
const require_git = require("./git.js");
const require_history = require("./git-history.js");
const require_tree_files = require("./git-tree-files.js");
const require_references = require("./references.js");
const require_results = require("./store-results.js");
const require_changes_here = require("./git-changes-here.js");
const require_merge_lines = require("./git-merge-lines.js");
const require_parts = require("./audit-parts.js");
let node_crypto = require("node:crypto");

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
function* listedFacts(tickets, by) {
	let some = [];
	for (const ticket of tickets) {
		if (some.push(ticket) < AT_ONCE) continue;
		yield* factsOf$1(some, by);
		some = [];
	}
	yield* factsOf$1(some, by);
}
function factsOf$1(tickets, by) {
	const found = new Map(tickets.map((ticket) => [require_core.lookupKey(ticket.remote, ticket.id), {
		...by,
		status: "found",
		ticket
	}]));
	return ticketFacts(tickets.map(({ remote, id }) => ({
		provider: "tasks",
		remote,
		id
	})), (remote, id) => found.get(require_core.lookupKey(remote, id)));
}
function moreOf(lookup) {
	if (lookup?.status !== "found") return {
		createdAt: null,
		criteria: null,
		risk: null
	};
	const { createdAt, criteria } = lookup.ticket;
	const seconds = createdAt === null ? null : require_core.secondsOf(createdAt);
	const done = criteria.filter((one) => one.done).length;
	return {
		createdAt: seconds === null ? null : require_core.timeOf(seconds),
		risk: require_core.riskOf(lookup.ticket),
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
		if (own !== void 0) for (const one of listedFacts(own, { source: "file" })) tickets.push(one);
		else if (ledger !== null) for (const one of listedFacts(ledger.tickets(name), {
			source: "ledger",
			asOf: ledger.header.issuedAt
		})) tickets.push(one);
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
		if (thrown instanceof require_git.Fault && thrown.code === "unavailable") return null;
		throw thrown;
	}
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
	const language = require_references.languageOf(path, text);
	if (language === "prose") return () => "docs";
	if (language === "markup") return inMarkup(text);
	const lexed = require_references.lex(text, 0, text.length, language);
	return inCode(require_references.isYaml(path) ? require_references.withBlockScalars(text, lexed) : lexed);
}
function inCode(regions) {
	const find = require_references.regionFinder(regions);
	return (at) => {
		const region = find(at);
		if (region === null) return "code";
		return region.kind === "doc" ? "docs" : region.kind;
	};
}
/** Scripts and styles are code; what stands around them is text for people. */
function inMarkup(text) {
	const scripts = [];
	require_references.hideTags(text, require_references.createMask(text), (start, end, syntax) => {
		scripts.push({
			start,
			end,
			where: inCode(require_references.lex(text, start, end, syntax))
		});
	});
	const around = require_references.regionFinder(commentsOf(text));
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
		const at = require_core.lookupKey(remote, one.id);
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
	const data = require_results.readResults(require_results.resultsFile(commonDir, "tree"));
	const file = data === null ? null : require_shard.decodeColumns(MAGIC$1, data);
	if (file === null) return null;
	const { build, reading, commit, files } = Object(file.header);
	if (build !== require_core.BUILD || reading !== readingOf(law, lines) || commit === void 0 || files === void 0) return null;
	return {
		commit,
		files: require_shard.filesIn(files, file),
		links: file.bytes.links ?? /* @__PURE__ */ new Uint8Array()
	};
}
/** Keeps a tree in the place of the one before. */
function keepFiles({ commonDir }, law, lines, { commit, files, links }) {
	const header = {
		build: require_core.BUILD,
		reading: readingOf(law, lines),
		commit,
		files: require_shard.filesHeader(files)
	};
	const { doubles, bytes } = require_shard.filesColumns(files);
	const parts = require_shard.encodeColumns(MAGIC$1, {
		header,
		doubles,
		bytes: {
			...bytes,
			links
		}
	});
	require_results.writeResults(require_results.resultsFile(commonDir, "tree"), parts);
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
	const files = await require_tree_files.treeFiles(repo, commit);
	const known = before === null ? null : unchangedIn(before, files);
	const fresh = known === null ? files : files.filter(({ path }) => !known.has(path));
	const traits = await require_tree_files.fileTraits(repo, commit, files, fresh);
	const scopes = require_core.scopesOf(law);
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
	const own = files.filter(require_tree_files.isAttributes);
	return JSON.stringify(own.map(({ path, oid }) => [path, oid]));
}
/** Looks into all files: git searches them, and counts their lines at the same time. Answers the paths whose contents are not here. */
async function searchWhole(filling) {
	const { repo, reader, traits, columns, counted } = filling;
	const place = await placeOf(filling);
	const { scan, count } = takers(filling);
	const isHere = (path) => columns.has(path) && !place.apart.has(path) && !place.missing.has(path);
	skipMissing(filling, place.missing);
	const stored = place.revision === null ? null : {
		commit: place.revision,
		oids: require_tree_files.oidsOf(filling.fresh)
	};
	const search = place.isRead ? require_tree_files.grepFiles(repo, reader.scan.hint.source, stored, (path, bytes) => {
		if (isHere(path)) scan(path, bytes);
	}) : { skipped: [] };
	const counts = place.isRead && counted ? require_tree_files.countLines(repo, place.revision, (path, lines) => {
		if (isHere(path)) count(path, lines);
	}) : null;
	const [gaps] = await Promise.all([search, counts]);
	const gone = new Set(gaps.skipped.filter((path) => isHere(path) && isWanted(traits.get(path))));
	await readFresh(filling, (one) => isRegular(one) && (place.apart.has(one.path) || gone.has(one.path)));
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
async function readFresh({ repo, fresh, columns, traits, counted, ...filling }, isAsked) {
	const { scan, count } = takers({
		...filling,
		columns,
		traits
	});
	const asked = fresh.filter((one) => isAsked(one) && traits.get(one.path)?.binary !== true);
	const oids = asked.map(({ oid }) => oid);
	const unread = new Set(asked.map(({ path }) => path));
	await require_check.visitBlobs(repo, oids, require_tree_files.LARGEST_FILE, (index, bytes) => {
		const path = asked[index]?.path ?? "";
		unread.delete(path);
		if (byteOrderOf(bytes) !== null ? bytes.length > 1048576 || !isWanted(traits.get(path)) : hasNul(bytes)) return;
		if (counted) count(path, linesOf(bytes));
		scan(path, bytes);
	});
	for (const path of unread) columns.skip(path);
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
	const changed = await require_tree_files.changedInWorkTree(repo, commit);
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
	const oids = await require_git.withOwnObjects(repo, (own) => require_git.missingObjects(own, files.map(({ oid }) => oid)));
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
		if (!(thrown instanceof require_git.Fault) || thrown.code === "internal") throw thrown;
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
/** Paths between two writings, whosever they are: a few commits may change as much as thousands do. */
const KEEP_PATHS = 2e4;
/** So many lines take git about as long as one path more. */
const LINES_LIKE_A_PATH = 100;
/**
* The paths and lines that commits changed, by their ids in order. It is the longest step of an audit and never changes, so it is kept
* as it comes, and a run that was interrupted goes on where it stopped.
*/
async function changesOf(repo, ids, { isMerge, progress }) {
	const file = require_results.resultsFile(repo.commonDir, "changes");
	const known = openKnown(require_results.readResults(file));
	const edge = new Set(await require_git.shallowEdge(repo));
	const open = ids.filter((id) => !known.has(id) && !edge.has(id));
	const keep = () => void require_results.writeResults(file, known.encoded());
	const untold = [];
	for (let from = 0; from < open.length; from += KEEP_EVERY) {
		const some = open.slice(from, from + KEEP_EVERY);
		const told = /* @__PURE__ */ new Set();
		let unkept = 0;
		const lacking = await require_changes_here.readChangesHere(repo, some, (id, paths) => {
			told.add(id);
			known.add(id, paths);
			unkept += workOf(paths);
			if (unkept < KEEP_PATHS) return;
			keep();
			unkept = 0;
		});
		for (const id of lacking.paths) untold.push([id, null]);
		for (const [id, paths] of lacking.lines) untold.push([id, paths.map(uncounted)]);
		const lacks = /* @__PURE__ */ new Set([...lacking.paths, ...lacking.lines.keys()]);
		const merged = await require_merge_lines.mergeLines(repo, some.filter(isMerge));
		for (const id of some) {
			if (told.has(id) || lacks.has(id)) continue;
			const own = merged.get(id);
			if (own === null) untold.push([id, null]);
			else known.add(id, own ?? []);
		}
		keep();
		progress?.(from + some.length, "commits looked into");
	}
	for (const [id, paths] of untold) known.add(id, paths);
	for (const id of ids) if (edge.has(id) && !known.has(id)) known.add(id, null);
	return known.of(ids);
}
/** What it cost to look at some paths, in paths. */
function workOf(paths) {
	const lines = paths.reduce((sum, { added, deleted }) => sum + added + deleted, 0);
	return paths.length + lines / LINES_LIKE_A_PATH;
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
	const names = require_interner.openInterner(kept?.names);
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
		encoded: () => require_shard.encodeColumns(MAGIC, {
			header: {
				build: require_core.BUILD,
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
	const file = require_shard.decodeColumns(MAGIC, data);
	if (file === null) return null;
	const header = Object(file.header);
	const { ends, entries, added, deleted } = file.doubles;
	const { build, ids, names } = header;
	if (build !== require_core.BUILD || !ids || !names || !ends || !entries || !added || !deleted) return null;
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
	const ids = asked.has("paths") || asked.has("lines") || asked.has("proposals") ? require_shard.allIds(rows) : [];
	const counted = asked.has("paths") || asked.has("lines") ? await changesOf(gate.repo, ids, {
		isMerge: mergesIn(rows, ids),
		progress
	}) : NOT_COUNTED;
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
function mergesIn({ told }, ids) {
	const kin = require_interner.readTexts(told.kin);
	const merges = new Set(ids.filter((_, index) => require_interner.isJoin(kin(index))));
	return (id) => merges.has(id);
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
	const texts = tree.paths.filter((path, index) => (tree.lines?.[index] ?? 0) > 0 && require_shard.isOfShard(shard, path));
	const blamed = asked.has("blame") ? await require_shard.liveLines(repo, tip, texts, how) : null;
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
	return ticketFacts(references, (remote, id) => lookups[require_core.lookupKey(remote, id)]);
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
/** git passes by blanks behind a name: with one or with two it is the same person. */
const BEFORE_MAIL = /[ \t]{2,}</;
/** A judged history as rows of a partial; what commits changed comes beside it. `picks`: see `silentPicks`. */
function rowsOf(table, judged, picks) {
	if (table.told === null) throw new TypeError("an audit's history is read with what it tells");
	const { commits } = judged;
	const numbers = Float64Array.from({ length: table.count }, (_, row) => commits.key(row));
	const identities = judged.keys.map(({ findings }) => require_shard.identityOf(findings));
	return {
		count: table.count,
		idBytes: table.idBytes,
		ids: table.ids,
		committed: table.committed,
		recorded: recordedOf(commits.recordedAt, table.count),
		author: table.author,
		authors: table.authors.map((makers) => require_check.authorOf(makers).replace(BEFORE_MAIL, " <")),
		...require_shard.numberKeys(numbers, identities, judged.findingsOf),
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
	return cited.flatMap(({ remote, id, place }) => remote === null || !require_core.isOfMessage(place) ? [] : [{
		at: require_core.lookupKey(remote, id),
		place
	}]);
}
function proofsOf(confirmed, picks) {
	const proofs = [...confirmed].flatMap(([row, facts]) => proofOf(row, facts));
	const told = new Set(proofs.map(({ row }) => row));
	const silent = [...picks].flatMap(([row, target]) => told.has(row) ? [] : [{
		row,
		kind: "cherry-pick",
		target,
		tickets: []
	}]);
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
	const tickets = inherits.references.flatMap(({ remote, id }) => remote === null ? [] : [require_core.lookupKey(remote, id)]);
	return [{
		row,
		kind: inherits.kind,
		target: inherits.target,
		tickets: [...new Set(tickets)].sort()
	}];
}

// src/audit/scope.ts
/** Which history was audited, in words that mean the same on every machine. */
async function scopeOf(repo, { range, named, since, complete, refName, home, law }) {
	const [repository, ref] = await Promise.all([home === null ? ownAddress(repo) : `${home.site}/${home.repository}`, refName ?? fullRef(repo, named)]);
	const forge = require_core.forgeSite(law, repository);
	return {
		repository,
		...forge === null ? {} : { forge },
		ref,
		tip: range.include[0] ?? null,
		behind: range.exclude,
		since,
		complete
	};
}
async function ownAddress(repo) {
	const url = await require_git.originUrl(repo);
	const address = url === null ? null : require_core.repositoryAddress(url);
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
	const offline = {
		...repo,
		git: repo.git.withEnv(require_git.NO_FETCH)
	};
	const patches = await require_check.patchIds(offline, changes, { undone: false });
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
	const asOf = request.asOf ?? require_core.timeOf(Math.floor(world.now().getTime() / 1e3));
	const then = worldAt(world, asOf);
	const gate = await gateAt(then, request, asOf);
	const named = request.range ?? request.ref ?? "HEAD";
	const commits = await gate.commits({ range: named });
	const shard = request.shard ?? WHOLE;
	const from = request.since === null ? null : require_core.secondsOf(request.since);
	const arrived = from === null ? null : await arrivedSince(gate.repo, commits, from);
	const ranged = await caseOf(gate, request, {
		range: named,
		commits,
		keep: keeping(shard, arrived)
	});
	const judged = await require_check.judgeHistory(ranged);
	const asked = require_parts.askedParts(request, ranged.readWhole.count);
	const scope = await scopeOf(gate.repo, {
		range: commits,
		named,
		since: request.since,
		complete: ranged.subject.complete,
		refName: request.refName ?? null,
		home: request.terms?.home ?? null,
		law: gate.law
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
			tool: require_core.BUILD,
			asOf,
			scope,
			ledger: open?.facts ?? null,
			parts: require_parts.statesOf(asked, {
				...beside.lacks,
				messages: messagesLack(scope.complete),
				tickets: listing?.lack ?? null
			}),
			frame: frameOf(gate, ranged, await require_shard.cloneNotices(gate)),
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
	return (id) => (arrived?.has(id) ?? true) && require_shard.judgesCommit(shard, id);
}
/** How many commits all shards judge together. */
function countIn({ readWhole }, arrived) {
	if (arrived === null) return readWhole.count;
	return Array.from({ length: readWhole.count }, (_, index) => require_check.idAt(readWhole, index)).filter((id) => arrived.has(id)).length;
}
/** A commit that passes by its own words is not asked whether it undoes or repeats another one; whoever counts what stands has to know. */
async function withClaims(gate, { table }, judged) {
	const open = [];
	const kin = table.told === null ? () => "" : require_interner.readTexts(table.told.kin);
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
function frameOf(gate, { subject, whole, notices }, more) {
	const findings = whole === null ? [] : require_check.evaluate(whole, gate.law, require_rules.rules);
	return {
		...require_check.frame(gate, subject),
		findings,
		notices: require_shard.sortedNotices([
			...gate.notices,
			...notices(),
			...more
		])
	};
}
/** On one's own machine everything is shown. */
async function termsOf({ law, own }, isPrivate) {
	if (law.place === "hook") return {
		disclosure: "full",
		own: null
	};
	return {
		disclosure: require_disclosed.disclosureOf(law, { isPrivate }),
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
	const file = require_results.resultsFile(commonDir, "audits");
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
	require_results.writeResults(file, [Buffer.from(JSON.stringify([...all]))]);
	return {
		since: before?.asOf ?? null,
		gaps,
		failing: failing.filter((index) => !known.has(digestOf(commitName(audit, index))))
	};
}
function readNoted(file) {
	const bytes = require_results.readResults(file);
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
	return require_shard.foldAudit([await look(world, request)]);
}
/** What one shard found out, as the parts of a file; it tells no more than may be shown. */
async function auditShard(world, request) {
	return require_shard.encodePartial(require_shard.disclosedPartial(await look(world, request)));
}
/** What is new since the last whole audit of the same ref; from then on this one is the last. */
async function sinceLast(world, current) {
	const { commonDir } = await require_opening.startOpening(world, null).repo;
	return noteAudit(commonDir, current);
}

exports.audit = audit;
exports.auditShard = auditShard;
exports.sinceLast = sinceLast;