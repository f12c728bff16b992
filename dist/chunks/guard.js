"use strict";

const require_check = require("./check.js");
const require_core = require("./core.js");
const require_world = require("./world.js");
const require_law = require("./gate-law.js");
const require_gate = require("./gate.js");
const require_claims = require("./git-claims.js");
const require_draft_state = require("./git-draft-state.js");
const require_git = require("./git.js");
const require_staged = require("./git-staged.js");
const require_gather = require("./gather.js");
const require_message_config = require("./git-message-config.js");
const require_references = require("./references.js");
const require_rules = require("./rules.js");
const require_store = require("./store.js");
const require_ticket_cache = require("./store-ticket-cache.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/git/draft-facts.ts
/**
* What git confirms of a commit that is being written, from its message and from what is staged (in the index that a hook
* inherits). That it amends another commit can't be seen from a hook: an amended revert or cherry-pick is recognised
* by comparing with the parent too, an amended merge is not told from a plain commit.
*/
async function draftFacts(repo, message) {
	const { oid } = await require_git.head(repo);
	const { mergeHeads } = require_draft_state.draftState(repo);
	return {
		merge: oid === null || mergeHeads.length === 0 ? null : await stagedMerge(repo, [oid, ...mergeHeads]),
		inherits: oid === null || mergeHeads.length > 0 ? null : await stagedInheritance(repo, oid, message)
	};
}
/** The index compared with git's own merge: no tree is written for it. */
function stagedMerge(repo, parents) {
	return require_check.withQuarantine(repo, async (git) => {
		const [own = "unknown"] = await require_check.ownMerges(git, [parents]);
		if (own === "unknown") return own;
		if (own !== "conflict" && await isStaged(git, own.tree)) return "clean";
		return repo.shallow ? "unknown" : "changed";
	});
}
async function isStaged(git, tree) {
	const args = [
		"diff-index",
		"--cached",
		"--quiet",
		"--ignore-submodules=none",
		tree,
		"--"
	];
	return (await git.run(args, { codes: [0, 1] })).code === 0;
}
async function stagedInheritance(repo, oid, message) {
	const claims = require_claims.claimsIn(message);
	const undoesOrPicks = claims.reverts.length + claims.picks.length > 0;
	if (!undoesOrPicks && claims.amends === null) return null;
	const objects = require_git.openObjects(repo);
	try {
		const change = undoesOrPicks ? await stagedPatchIds(repo, oid) : [];
		const { confirmed: found } = await require_check.inheritances({
			repo,
			objects
		}, [{
			key: "draft",
			claims,
			change,
			from: oid
		}]);
		return found.get("draft") ?? null;
	} finally {
		await objects.close();
	}
}
/** Against HEAD, and against its parent in case HEAD is amended. */
async function stagedPatchIds(repo, oid) {
	const parent = await repo.git.text([
		"rev-parse",
		"--quiet",
		"--verify",
		`${oid}^1`
	], { codes: [
		0,
		1,
		128
	] });
	const against = parent === "" ? [oid] : [oid, parent];
	return (await Promise.all(against.map((commit) => require_check.stagedPatchId(repo, commit)))).filter((id) => id !== null);
}

// src/gather/message-draft.ts
/** A commit that is being written, as git tells of it while its commit-msg hook runs. `message`: as git will store it. */
async function messageDraft({ repo, law, reader }, message) {
	const { mergeHeads, rebase } = require_draft_state.draftState(repo);
	const [{ branch, oid }, ident, facts, paths] = await Promise.all([
		require_git.head(repo),
		repo.git.run(["var", "GIT_AUTHOR_IDENT"], { codes: [0, 128] }),
		draftFacts(repo, message),
		law.scopes.length > 0 ? require_staged.stagedPaths(repo) : null
	]);
	const parents = [...oid === null ? [] : [oid], ...mergeHeads];
	const author = require_git.personOf(ident.stdout.toString("latin1").trimEnd(), null);
	return {
		message,
		branch: rebase?.branch ?? branch,
		author,
		parents,
		paths,
		facts: {
			unproved: law.exempt.bots.includes(author.name) ? author.name : null,
			root: parents.length === 0,
			...require_check.confirmed(facts, reader, law)
		}
	};
}

// src/git/comment-string.ts
/** What git puts above a diff or a status that is no part of the message. Its line ends with a line feed and nothing else. */
const SCISSORS = "------------------------ >8 ------------------------\n";
/** Where the scissors line begins that git itself would cut at, or -1. Stricter than it looks: `\r` before the end hides it. */
function cutAt(raw, comment) {
	const line = `${comment} ${SCISSORS}`;
	if (raw.startsWith(line)) return 0;
	const found = raw.indexOf(`\n${line}`);
	return found < 0 ? -1 : found + 1;
}
/** Whether git wrote the scissors line at `start`: only then is more of its words or a diff below it. */
function isOwnCut(raw, start, comment) {
	const below = raw.slice(raw.indexOf("\n", start) + 1);
	return below.startsWith(`${comment} `) || below.startsWith("diff --");
}
/**
* Whether the status stands below git's scissors at `start`, as it does in mode scissors; with `-v` alone it stands above.
* Told by the empty comment that git writes before it, which is the same in every language.
*/
function hasStatusBelow(raw, start, comment) {
	const below = raw.slice(raw.indexOf("\n", start) + 1).split("\n", MOST_WORDS);
	const end = below.findIndex((line) => !line.startsWith(comment));
	return below.slice(0, end < 0 ? below.length : end).includes(comment);
}
/** Lines that git's explanation of the scissors may take in any language, and a few more. */
const MOST_WORDS = 12;
/** Characters that `core.commentChar=auto` chooses from, in git's order. */
const CANDIDATES = "#;@!$%^&|:";
/**
* The comment character that git chose under `core.commentChar=auto`, as the lines show that it wrote itself: the
* scissors, its instructions, or the block of comments at the end. Null where it left none.
*/
function chosenComment(raw) {
	const scissors = /^(\S{1,20}) -{24} >8 -{24}\n\1 /m.exec(raw)?.[1];
	const told = /^(\S) (?:Lines starting )?with '\1' will be (?:ignored|kept)/m.exec(raw)?.[1];
	return scissors ?? told ?? closingComment(raw);
}
/**
* The character that git picks under `auto` for a message that nobody edits: the first one that no line begins with.
* Where all are in use git refuses the commit; then it hardly matters which is named.
*/
function unusedComment(message) {
	const used = new Set(message.split(/[\r\n]/).map((line) => line.charAt(0)));
	return [...CANDIDATES].find((char) => !used.has(char)) ?? "#";
}
function closingComment(raw) {
	const [last = "", before = ""] = raw.trimEnd().split("\n").slice(-2).reverse();
	const char = last.charAt(0);
	const isComment = (line) => line.startsWith(char) && /^.(?:[ \t]|$)/.test(line);
	return char !== "" && CANDIDATES.includes(char) && isComment(last) && isComment(before) ? char : null;
}
/** Whether the text ends in a block of comments, as it does when git opened an editor on it. */
function endsInComments(raw, comment) {
	const lines = raw.trimEnd().split("\n").slice(-2);
	return lines.length === 2 && lines.every((line) => line.startsWith(comment));
}
/**
* What git's instructions in the file say of comment lines: `ignored` (mode strip), `kept` (mode whitespace or verbatim),
* or null where it says nothing that can be read: another language, `commit.status=false`, a merge, deleted by hand.
*/
function toldOfComments(raw, comment) {
	for (const told of ["ignored", "kept"]) if (raw.includes(`${comment} with '${comment}' will be ${told}`)) return told;
	return null;
}

// src/git/message-readings.ts
/** Comment character where nothing says another. */
const USUAL = "#";
/**
* Every text that git may store for `raw`, by the rules of git-commit(1), `--cleanup`: the mode follows from
* configuration and from whether an editor was open. A `--cleanup` or `-v` on the command line is seen only in what git
* wrote into the file; where that leaves more than one outcome, each is given.
*/
function readingsOf(raw, config, editor) {
	const [first, ...others] = editor ? afterEditor(raw, config) : withoutEditor(raw, config);
	const texts = [first, ...others].map((reading) => textOf(raw, reading));
	return {
		mode: first.mode,
		comment: first.comment,
		texts: [...new Set(texts)]
	};
}
function textOf(raw, { mode, cut, comment }) {
	const end = cut ? cutAt(raw, comment) : -1;
	return require_references.cleanMessage(end < 0 ? raw : raw.slice(0, end), {
		mode,
		commentString: comment,
		cut: false
	});
}
function afterEditor(raw, config) {
	const chosen = config.comment ?? chosenComment(raw);
	const comment = chosen ?? USUAL;
	const readings = openedBy(raw, config, comment);
	if (chosen === null) readings.push({
		mode: "whitespace",
		cut: false,
		comment
	});
	return readings;
}
function openedBy(raw, config, comment) {
	const start = cutAt(raw, comment);
	const told = toldOfComments(start < 0 ? raw : raw.slice(0, start), comment);
	const mode = modeAfterEditor(told, config);
	const cut = {
		mode,
		cut: true,
		comment
	};
	const whole = {
		mode,
		cut: false,
		comment
	};
	if (start < 0) return [whole];
	if (mode === "scissors" || told === null && hasStatusBelow(raw, start, comment)) return [{
		...cut,
		mode: "scissors"
	}];
	return config.verbose || isOwnCut(raw, start, comment) ? [cut] : [whole, cut];
}
function modeAfterEditor(told, { cleanup }) {
	if (told === "ignored") return "strip";
	if (told === "kept") return cleanup === "verbatim" ? "verbatim" : "whitespace";
	return cleanup ?? "strip";
}
function withoutEditor(raw, config) {
	const mode = config.cleanup === null || config.cleanup === "scissors" ? "whitespace" : config.cleanup;
	const comment = config.comment ?? unusedComment(raw);
	const readings = [{
		mode,
		cut: config.verbose,
		comment
	}];
	const left = config.comment ?? chosenComment(raw) ?? comment;
	const start = cutAt(raw, left);
	if (start >= 0) readings.push({
		mode,
		cut: true,
		comment: left
	});
	if (endsInComments(raw, left) || start >= 0 && isOwnCut(raw, start, left)) readings.push({
		mode: "strip",
		cut: start >= 0,
		comment: left
	});
	return readings;
}

// src/git/message-file.ts
/** Far above any message that people write; a diff that `git commit -v` puts below it does not count. */
const MESSAGE_LIMIT = 16777216;
/** What git hands a hook as its editor when none was or will be open (githooks, commit-msg and prepare-commit-msg). */
const NO_EDITOR = ":";
/**
* Reads the file that git hands to a commit-msg hook (path relative to the repository's `cwd`), or such bytes. Throws
* Fault("usage") for a file that is not there or can't be read, Fault("storage") for one above the limit.
*/
async function storedMessage(repo, source, env = repo.git.env) {
	const config = await require_message_config.messageConfig(repo);
	const { bytes, whole } = typeof source === "string" ? readFile((0, node_path.resolve)(repo.git.cwd, source)) : bounded(source);
	const raw = require_message_config.decodeMessage(bytes, config.encoding);
	if (!whole && cutAt(raw, config.comment ?? "#") < 0) throw tooLong(typeof source === "string" ? source : "-");
	const editor = env.GIT_EDITOR !== NO_EDITOR;
	return {
		...cleaned(raw, config, editor),
		bytes: () => cleanedBytes(bytes, config, editor)
	};
}
function cleaned(raw, config, editor) {
	const { mode, comment, texts } = readingsOf(raw, config, editor);
	return {
		text: texts[0] ?? "",
		mode,
		comment,
		editor,
		certain: texts.length === 1,
		readings: texts
	};
}
/** The same on bytes, one character each, as git itself goes about it: no encoding is ever written back. */
function cleanedBytes(bytes, config, editor) {
	const comment = config.comment === null ? null : Buffer.from(config.comment).toString("latin1");
	const { text } = cleaned(bytes.toString("latin1"), {
		...config,
		comment
	}, editor);
	return Buffer.from(text, "latin1");
}
function bounded(source) {
	return {
		bytes: Buffer.from(source.subarray(0, MESSAGE_LIMIT)),
		whole: source.length <= MESSAGE_LIMIT
	};
}
function readFile(path) {
	try {
		const handle = (0, node_fs.openSync)(path, "r");
		try {
			return readBeginning(handle);
		} finally {
			(0, node_fs.closeSync)(handle);
		}
	} catch (cause) {
		throw unreadable(path, cause);
	}
}
/** Whoever named the file has to name another: nothing of ours is broken. */
function unreadable(path, cause) {
	const code = cause instanceof Error && "code" in cause ? cause.code : "";
	const details = {
		wanted: "a file that holds the commit message, or - for standard input",
		fix: "echo \"Fix the login (TASK-1)\" | golden-thread check message -",
		cause
	};
	if (code === "ENOENT") return new require_git.Fault("usage", "There is no such message file.", {
		found: path,
		...details
	});
	const found = code === "EISDIR" ? `a folder: ${path}` : `${path} (${String(code)})`;
	return new require_git.Fault("usage", "The message file can't be read.", {
		found,
		...details
	});
}
/** Reads until the end or the limit: a pipe tells no size. */
function readBeginning(handle) {
	const { size } = (0, node_fs.fstatSync)(handle);
	const buffer = Buffer.alloc(Math.min(Math.max(size, PIPE_SIZE), MESSAGE_LIMIT) + 1);
	const chunks = [];
	let length = 0;
	while (length <= MESSAGE_LIMIT) {
		const got = (0, node_fs.readSync)(handle, buffer, 0, Math.min(buffer.length, 16777217 - length), null);
		if (got === 0) break;
		chunks.push(Buffer.from(buffer.subarray(0, got)));
		length += got;
	}
	return {
		bytes: Buffer.concat(chunks).subarray(0, MESSAGE_LIMIT),
		whole: length <= MESSAGE_LIMIT
	};
}
const PIPE_SIZE = 65536;
function tooLong(path) {
	return new require_git.Fault("storage", "The message is too long to be judged.", {
		found: path,
		wanted: `at most ${MESSAGE_LIMIT} bytes above the scissors line`
	});
}

// src/store/encode-index.ts
/** A block ends with the row that reaches this length. */
const BLOCK = require_store.ONE_READ - 2 * require_store.LONGEST_ROW;
/** Keys are compared as strings and as bytes; only for these are both the same. */
const KEY = /^[!-~]+$/;
/** The index as bytes. Rows that the format can't hold are left out: no row means "ask the engine". */
function encodeIndex(header, rows) {
	const sorted = [...rows].filter(({ key }) => KEY.test(key)).sort((a, b) => a.key < b.key ? -1 : 1);
	const lines = [];
	const blocks = [];
	let bytes = 0;
	for (const row of sorted) {
		const line = lineOf(row);
		if (line === null) continue;
		const [, start] = blocks.at(-1) ?? ["", Number.NEGATIVE_INFINITY];
		if (bytes - start >= BLOCK) blocks.push([row.key, bytes]);
		lines.push(line);
		bytes += line.byteLength;
	}
	const table = {
		count: lines.length,
		bytes,
		blocks
	};
	return Buffer.concat([Buffer.from(`${JSON.stringify({
		...header,
		rows: table
	})}\n`, "utf8"), ...lines]);
}
function lineOf({ key, authorised, print, validUntil, path }) {
	const fields = [
		key,
		authorised ? "+" : "-",
		print,
		validUntil ?? "-",
		path ?? ""
	];
	const text = fields.join("	");
	if (text.split("	").length !== fields.length || text.includes("\n")) return null;
	const line = Buffer.from(`${text}\n`, "utf8");
	return line.byteLength <= 4096 ? line : null;
}

// src/store/index-rows.ts
/** Files read in one run of the hook, which takes a second or two; the next runs read on. A ticket that is named is read whatever its turn. */
const MOST_READ = 1e4;
/** A file whose print is not yet sure, or that changed while it was read, gets no row: the engine is asked, and looks again. */
async function decideRows(input) {
	const { tickets, known, named, remote } = input;
	const claimed = await claimedIds(tickets);
	const rows = [];
	let { spots } = input;
	let sample = null;
	let read = 0;
	for (const [id, path] of soleFiles(tickets)) {
		const key = require_store.rowKey(remote.grammar, id);
		const row = known.get(key);
		if (row !== void 0 && row.path === path && !named.has(id)) {
			rows.push(claimed.has(id) ? {
				...row,
				authorised: false
			} : row);
			continue;
		}
		if (read >= MOST_READ && !named.has(id)) continue;
		read += 1;
		const found = await readSettled(input, path);
		if (found === null) continue;
		const { ticket, print } = found;
		const own = ticket?.id === id && !claimed.has(id) ? ticket : null;
		if (own !== null && spots.length === 0) spots = input.judge.spots({
			ticket: own,
			source: "file"
		});
		const authorised = own !== null && isAccepted$1(input.judge, own, spots);
		if (authorised && (sample === null || named.has(id))) sample = own;
		rows.push({
			key,
			authorised,
			print,
			validUntil: null,
			path
		});
	}
	return {
		rows,
		spots,
		sample
	};
}
function isAccepted$1(judge, ticket, [spot]) {
	return spot !== void 0 && judge.accepts({
		ticket,
		source: "file"
	}, spot);
}
/** Ids that exactly one file's name can mean: only then no other file can have a say in what the id stands for. */
function soleFiles({ files }) {
	const sole = /* @__PURE__ */ new Map();
	const shared = /* @__PURE__ */ new Set();
	for (const { path, ids } of files) for (const id of ids) {
		if (sole.has(id)) shared.add(id);
		sole.set(id, path);
	}
	for (const id of shared) sole.delete(id);
	return sole;
}
/** Files whose names mean no id; what they claim is in doubt. */
function namelessFiles({ files }) {
	return files.filter(({ ids }) => ids.length === 0).map(({ path }) => path);
}
async function claimedIds(tickets) {
	const claimed = /* @__PURE__ */ new Set();
	for (const path of namelessFiles(tickets)) {
		const ticket = await tickets.read(path);
		if (ticket !== null) claimed.add(ticket.id);
	}
	return claimed;
}
async function readSettled({ root, tickets, began }, path) {
	const print = require_store.printOf((0, node_path.join)(root, path));
	if (!require_store.isSettled(print, began)) return null;
	const ticket = await tickets.read(path);
	return require_store.printOf((0, node_path.join)(root, path)) === print ? {
		ticket,
		print
	} : null;
}

// src/store/judge-row.ts
const ID = "{id}";
const NOBODY = {
	name: "",
	email: ""
};
const DETACHED = {
	name: null,
	named: false
};
/** `remote`: the one that the tickets belong to. `at`: decision time, RFC 3339 in UTC. */
function rowJudge(law, rules, remote, at) {
	const isSilent = (evidence) => require_check.evaluate(evidence, law, rules).every(({ outcome, waiver }) => isQuiet(outcome) && waiver === void 0);
	const { trailer } = law.sections.references;
	const isAccepted = (found, spot, on) => {
		return samplesOf(spot, trailer).flatMap((parts) => [alone(parts), inCompany(parts, trailer)]).every((sample) => isSilent(evidenceOf({
			remote,
			at,
			found,
			sample,
			on
		})));
	};
	const onBranch = (found, spot) => isAccepted(found, spot, {
		name: `x/${found.ticket.id}`,
		named: true
	});
	return {
		spots: (found) => require_store.SPOTS.filter((spot) => isAccepted(found, spot, DETACHED) && onBranch(found, spot)),
		accepts: (found, spot) => isAccepted(found, spot, DETACHED),
		acceptsBranch: (found, spot, name) => isAccepted(found, spot, {
			name,
			named: false
		})
	};
}
function isQuiet(outcome) {
	return outcome === "pass" || outcome === "skip";
}
/** The id as inconvenient as the spot allows. */
function samplesOf(spot, trailer) {
	switch (spot) {
		case "subject-start": return [{ subject: `${ID}: do the thing` }];
		case "subject-end": return [{ subject: `Do the thing ${ID}` }, { subject: `Do the thing (${ID})\nand more` }];
		case "subject": return [{ subject: `Do the ${ID} thing` }];
		case "body": return [{ body: `It is ${ID} indeed.` }];
		case "named-trailer": return [{ trailer: `${trailer}: for ${ID} here` }];
		case "trailer": return [{ trailer: `X-None: for ${ID} here` }];
	}
}
function alone({ subject = "Do the thing", body, trailer }) {
	const text = [
		subject,
		body,
		trailer
	].filter((part) => part !== void 0).join("\n\n");
	const places = [
		"subject",
		"body",
		"trailer"
	].filter((_, at) => [
		subject,
		body,
		trailer
	][at]?.includes(ID) === true);
	return {
		text: `${text}\n`,
		places
	};
}
/** A ticket that is of no account in one place may be in the next, and a message may name it in all of them. */
function inCompany(parts, key) {
	const subject = parts.subject ?? `Do the ${ID} thing`;
	const trailers = `X-None: for ${ID} here\n${key}: for ${ID} here`;
	return {
		text: `${subject}\n\nIt is ${ID} indeed.\n\n${trailers}\n`,
		places: [
			"subject",
			"body",
			"trailer",
			"trailer"
		]
	};
}
function evidenceOf({ remote, at, found, sample, on: { name, named } }) {
	const { id } = found.ticket;
	const message = sample.text.replaceAll(ID, () => id);
	return {
		change: {
			kind: "commit-message",
			commit: commitOf(message),
			branch: name
		},
		at,
		references: [...referencesIn(message, sample.places, id, remote), ...named && name !== null ? referencesIn(name, ["branch"], id, remote) : []],
		lookups: { [require_core.lookupKey(remote.name, id)]: {
			status: "found",
			...found
		} },
		facts: [{
			exempt: null,
			unproved: null,
			inherits: null,
			evilMerge: false,
			root: false
		}],
		tasks: [],
		waivers: [],
		globs: {},
		lawPaths: [],
		defaultBranches: []
	};
}
function commitOf(message) {
	return {
		id: null,
		parents: [],
		message,
		paths: null,
		author: NOBODY,
		committer: NOBODY,
		authoredAt: null,
		committedAt: null
	};
}
function referencesIn(text, places, id, remote) {
	let end = 0;
	return places.map((place) => {
		const start = text.indexOf(id, end);
		end = start + id.length;
		const commit = place === "branch" ? null : 0;
		return {
			provider: remote.grammar,
			id,
			start,
			end,
			role: "mentions",
			remote: remote.name,
			place,
			commit
		};
	});
}

// src/store/known-index.ts
/** Reads all of an index; null: there is none that this version wrote. */
function knownIndex(file) {
	try {
		const bytes = (0, node_fs.readFileSync)(file);
		const start = bytes.indexOf("\n") + 1;
		const header = JSON.parse(bytes.toString("utf8", 0, start));
		if (!require_store.isHeader(header, require_core.BUILD) || bytes.byteLength !== start + header.rows.bytes) return null;
		return {
			header,
			bytes,
			rows: () => rowsIn(bytes.toString("utf8", start))
		};
	} catch {
		return null;
	}
}
/**
* Whether its rows were decided under the same law, from the same files. Lists of names may differ, since each row tells
* its own file's print, and so may `nameless` files, since they are asked again every time.
*/
function isReusable({ header }, law, origins, nameless) {
	if (header.law !== law || header.root !== origins.root || !header.settled) return false;
	const before = filesOf(header.sources, nameless);
	const now = filesOf(origins.sources, nameless);
	return before.size === now.size && [...now].every(([path, print]) => before.get(path) === print);
}
function filesOf(sources, nameless) {
	return new Map(sources.filter(([path, print]) => !require_store.isFolder(print) && !nameless.includes(path)));
}
function rowsIn(text) {
	const rows = /* @__PURE__ */ new Map();
	for (const line of text.split("\n")) {
		const row = require_store.parseRow(line);
		if (row !== null) rows.set(row.key, row);
	}
	return rows;
}

// src/store/told-rows.ts
/** Tickets of one tracker that get a row: nobody works on more within the minutes that an answer is fresh. */
const MOST_TOLD = 500;
/** No file stands behind such a row; it holds until its time. */
const NO_PRINT = "-";
/** Decides what trackers told a short while ago, so that naming such a ticket again needs no engine. */
function decideTold(sources, input) {
	let { spots } = input;
	let sample = null;
	const rows = [];
	for (const { remote, tickets } of sources) {
		const judge = rowJudge(input.law, input.rules, remote, input.at);
		for (const { id, ticket, validUntil } of tickets.slice(0, MOST_TOLD)) {
			const found = {
				ticket,
				source: "api"
			};
			if (spots.length === 0) spots = judge.spots(found);
			const key = require_store.rowKey(remote.grammar, id);
			const before = input.known.get(key);
			const authorised = before?.validUntil === validUntil && before.path === null ? before.authorised : isAccepted(judge, ticket, spots);
			if (authorised) sample ??= {
				judge,
				ticket
			};
			rows.push({
				key,
				authorised,
				print: NO_PRINT,
				validUntil,
				path: null
			});
		}
	}
	return {
		rows,
		spots,
		sample
	};
}
/** At every one of the spots: another remote's tickets may be accepted elsewhere than the first's. */
function isAccepted(judge, ticket, spots) {
	return spots.length > 0 && spots.every((spot) => judge.accepts({
		ticket,
		source: "api"
	}, spot));
}

// src/store/compile-index.ts
/** Files of tickets whose names tell no id have to be looked at in every commit; where there are more, the engine does it. */
const MOST_NAMELESS = 64;
/** Branches without a ticket in their name that are remembered: the shared ones, and some to spare. */
const MOST_BRANCHES = 64;
/** A branch that no list of exceptions can mean. */
const NO_BRANCH = "";
/**
* Brings the work tree's index up to date: rows that still hold are kept, the rest is read and judged by the rules. Writes
* nothing where nothing changed. Throws Fault("storage") where it can't be written.
*/
async function refreshIndex(input) {
	const { repo, env, law, source, began } = input;
	const tree = require_store.workTreeOf(repo);
	const file = require_store.indexFile(tree.gitDir);
	const found = knownIndex(file);
	const config = configOf(found, tree, input) ?? await require_store.configState(repo, env);
	const nameless = source === null ? [] : namelessFiles(source.tickets).slice(0, MOST_NAMELESS);
	const origins = require_store.originsOf(tree, env, [...input.watched, ...nameless], config.files);
	const settled = require_store.areSettled(origins, began);
	const known = found !== null && isReusable(found, law.digest, origins, nameless) ? found : null;
	const { rows, spots, freeBranches } = await decide(input, tree.root, known);
	const header = {
		format: 3,
		version: require_core.BUILD,
		...origins,
		slow: config.slow ?? slowLaw(input) ?? (settled ? null : "recent changes"),
		settled,
		law: law.digest,
		scan: law.scan,
		spots,
		trailer: law.sections.references.trailer,
		freeBranches,
		comment: config.comment,
		freshMs: require_core.milliseconds(law.cache.fresh)
	};
	const bytes = encodeIndex(header, rows);
	if (found === null || !bytes.equals(found.bytes)) require_store.writeAtomic(file, bytes);
}
/** What an index that still holds says of git's configuration: asking git costs three children. */
function configOf(found, tree, { env, law }) {
	if (found === null) return null;
	const { header } = found;
	if (!header.settled || header.law !== law.digest || !require_store.isCurrent(header, tree, env)) return null;
	const slow = header.slow === NO_TICKETS ? null : header.slow;
	return {
		files: header.configs.map(([path]) => path),
		comment: header.comment,
		slow
	};
}
/** Why an index without rows is of no use. */
const NO_TICKETS = "no tickets at hand";
async function decide(input, root, known) {
	const { law, rules, source, began, at } = input;
	const before = known?.rows() ?? /* @__PURE__ */ new Map();
	const judge = source === null ? null : rowJudge(law, rules, source.remote, at);
	const files = source === null || judge === null ? NO_ROWS : await decideRows({
		...source,
		root,
		judge,
		began,
		named: new Set(input.named),
		known: before,
		spots: known?.header.spots ?? []
	});
	const told = decideTold(input.told, {
		law,
		rules,
		at,
		known: before,
		spots: files.spots
	});
	const sample = judge !== null && files.sample !== null ? {
		judge,
		ticket: files.sample
	} : told.sample;
	return {
		rows: [...files.rows, ...told.rows],
		spots: told.spots,
		freeBranches: branchesOf(sample, told.spots, known, input.branch)
	};
}
const NO_ROWS = {
	rows: [],
	spots: [],
	sample: null
};
/** Null: under this law a branch may be called anything. */
function branchesOf(sample, [spot], known, branch) {
	const before = known === null ? [] : known.header.freeBranches;
	if (sample === null || spot === void 0 || before === null) return before;
	const { judge, ticket } = sample;
	const source = ticket.path === null ? "api" : "file";
	const accepts = (name) => judge.acceptsBranch({
		ticket,
		source
	}, spot, name);
	if (accepts(NO_BRANCH)) return null;
	if (branch === null || before.includes(branch) || !accepts(branch)) return before;
	return [branch, ...before].slice(0, MOST_BRANCHES);
}
/** Why a law needs the engine for every message; null: it does not. */
function slowLaw({ law, rules, source, told }) {
	const asked = rules.find(({ meta }) => {
		return (law.rules[meta.id]?.level ?? "off") !== "off" && meta.on.includes("commit-message") && !meta.needs.includes("paths") && !meta.fast;
	});
	if (asked !== void 0) return `rule ${asked.meta.id}`;
	if (source === null && told.length === 0) return NO_TICKETS;
	if (source !== null && namelessFiles(source.tickets).length > MOST_NAMELESS) return "ticket files without an id in their names";
	if (law.scopes.some((scope) => !scope.exempt && isTighter(scope.rules, law.rules, rules))) return "scopes that are stricter";
	return [...source === null ? [] : [source.remote], ...told.map(({ remote }) => remote)].some(({ grammar }) => hasRivals(law, grammar)) ? "several remotes with the same ids" : null;
}
function hasRivals({ remotes }, grammar) {
	return remotes.filter((remote) => remote.grammar === grammar).length > 1;
}
const LEVELS = [
	"off",
	"warn",
	"enforce"
];
/** A commit that falls under such a scope may fail where the law's own rules pass. */
function isTighter(scope, own, rules) {
	return rules.some(({ meta }) => {
		const [here, there] = [scope[meta.id], own[meta.id]];
		if (!meta.on.includes("commit-message") || here === void 0 || there === void 0) return false;
		return LEVELS.indexOf(here.level) > LEVELS.indexOf(there.level) || here.level !== "off" && JSON.stringify(here.options) !== JSON.stringify(there.options);
	});
}

// src/guard.ts
/** Judges the file that git hands to a commit-msg hook. */
async function guardMessage(world, file) {
	const gate = await require_gate.openGate(world, { place: "hook" });
	const { report, message, branch } = await judgeMessage(gate, file);
	return {
		report,
		message,
		gitDir: gate.repo.gitDir,
		unwritten: require_references.isTrailerAlone(message.text, gate.law.sections.references.trailer),
		metas: require_rules.ruleMetas(),
		refresh: (began) => refresh(gate, {
			branch,
			texts: message.readings,
			env: world.env,
			began
		})
	};
}
/**
* Judges a message by a gate that is open: the file that git hands to a hook, or bytes, which count as if given to
* `git commit -F -`. Where it can't be told which of several texts git will store, each is judged and the worst
* answer counts.
*/
async function judgeMessage(gate, source) {
	const { git } = gate.repo;
	const env = typeof source === "string" ? git.env : {
		...git.env,
		GIT_EDITOR: ":"
	};
	const message = await storedMessage(gate.repo, source, env);
	const [first, ...others] = message.readings.length > 0 ? message.readings : [message.text];
	const draft = await messageDraft(gate, first ?? "");
	let report = await require_check.checkMessage(gate, draft);
	for (const text of others) {
		const other = await require_check.checkMessage(gate, await messageDraft(gate, text));
		if (require_world.worst([report.verdict, other.verdict]) !== report.verdict) report = other;
	}
	return {
		report,
		message,
		branch: draft.branch
	};
}
async function refresh(gate, { branch, texts, env, began }) {
	const { repo, law, at } = gate;
	const named = [...texts.flatMap((text) => require_gather.messageReferences(gate.reader, text, 0)), ...branch === null ? [] : require_gather.branchReferences(gate.reader, branch)];
	await refreshIndex({
		repo,
		env,
		law,
		rules: require_rules.rules,
		watched: await require_law.watchedPaths(gate.tree, law),
		source: await ticketSource(gate),
		told: toldSources(gate),
		named: named.map(({ id }) => id),
		branch,
		began,
		at
	});
}
/** What trackers told so lately that the policy lets it stand, where they alone own the ids. */
function toldSources({ law, repo, at, reader }) {
	const freshMs = require_core.milliseconds(law.cache.fresh);
	const now = Date.parse(at);
	return law.remotes.flatMap((remote) => {
		if (remote.kind === "markdown") return [];
		const tickets = [...require_ticket_cache.ticketCache(repo.commonDir, remote).read()].map(([id, told]) => ({
			id,
			ticket: told.ticket,
			validUntil: Date.parse(told.at) + freshMs
		})).filter(({ validUntil }) => validUntil >= now && validUntil - freshMs <= now).filter(({ id }) => owns(reader, remote, id)).sort((a, b) => b.validUntil - a.validUntil);
		return tickets.length === 0 ? [] : [{
			remote,
			tickets
		}];
	});
}
function owns({ remoteOf }, { name, grammar }, id) {
	return remoteOf({
		provider: grammar,
		id
	}) === name;
}
/** The first remote whose tickets are files of the work tree. */
async function ticketSource({ law, sources }) {
	for (const remote of law.remotes) {
		const files = sources.get(remote.name)?.files;
		if (files !== void 0) return {
			remote,
			tickets: await files()
		};
	}
	return null;
}

exports.guardMessage = guardMessage;
exports.judgeMessage = judgeMessage;