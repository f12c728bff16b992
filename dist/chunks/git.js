"use strict";

const require_core = require("./core.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_os = require("node:os");
let node_child_process = require("node:child_process");

// src/core/fault.ts
/** Thrown for what the gate can't do: what was found, what was wanted, and the command that mends it. */
var Fault = class extends Error {
	name = "Fault";
	code;
	found;
	wanted;
	fix;
	problems;
	constructor(code, message, details = {}) {
		super(message, details.cause === void 0 ? void 0 : { cause: details.cause });
		this.code = code;
		this.found = details.found;
		this.wanted = details.wanted;
		this.fix = details.fix;
		this.problems = details.problems ?? [];
	}
};

// src/core/nearest.ts
/** Words longer than this are no typing errors of each other; it also bounds the work for hostile input. */
const LONGEST = 100;
/** The word among `candidates` that `word` was most likely meant to be; null where none is near. */
function nearest(word, candidates) {
	let best = null;
	let allowed = Math.max(1, Math.floor(word.length / 3));
	for (const candidate of candidates) {
		if (candidate === "" || Math.abs(candidate.length - word.length) > allowed) continue;
		const steps = distance(word.toLowerCase(), candidate.toLowerCase());
		if (steps > allowed || best !== null && steps === allowed) continue;
		best = candidate;
		allowed = steps;
	}
	return best;
}
/** Edits between two words, a swap of neighbours counting as one (optimal string alignment). */
function distance(a, b) {
	if (a.length > LONGEST || b.length > LONGEST) return a === b ? 0 : LONGEST;
	let before = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = a[i - 1] === b[j - 1] ? 0 : 1;
			let steps = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps = Math.min(steps, (before[j - 2] ?? 0) + 1);
			row.push(steps);
		}
		before = last;
		last = row;
	}
	return last[b.length] ?? 0;
}

// src/git/batch.ts
const LINE_FEED = 10;
/** More than a header line takes, so that it is looked for once. */
const HEADER_ROOM = 128;
/**
* Reads the output of `git cat-file --batch` (git-cat-file, "BATCH OUTPUT") from chunks of any size, in time linear in
* the bytes: a body that is longer than a chunk is put together once, when all of it is there.
*/
function readBatch(visitor) {
	let waiting = [];
	let size = 0;
	/** Bytes that must be there before looking again is worth it. */
	let needed = 1;
	let stopped = false;
	/** Visits the answer at `at`; where the next one begins, or -1 if this one is not all there yet. */
	const next = (data, at) => {
		const lineEnd = data.indexOf(LINE_FEED, at);
		needed = data.length - at + 1;
		if (lineEnd < 0) return -1;
		const line = data.toString("latin1", at, lineEnd);
		const typeStart = line.indexOf(" ") + 1;
		const typeEnd = line.lastIndexOf(" ");
		const length = typeEnd > typeStart ? Number(line.slice(typeEnd + 1)) : NaN;
		if (Number.isNaN(length)) {
			visitor.absent(data.toString("utf8", at, lineEnd));
			return lineEnd + 1;
		}
		const bodyEnd = lineEnd + 1 + length;
		stopped = visitor.wanted?.(length) === false;
		needed = bodyEnd + 1 - at;
		if (stopped || bodyEnd >= data.length) return -1;
		const body = data.subarray(lineEnd + 1, bodyEnd);
		visitor.found({
			oid: line.slice(0, typeStart - 1),
			type: line.slice(typeStart, typeEnd),
			body
		});
		return bodyEnd + 1;
	};
	/** Visits what is whole in `data`, and keeps the rest. */
	const drain = (data) => {
		let at = 0;
		needed = 1;
		while (at < data.length) {
			const after = next(data, at);
			if (after < 0) break;
			at = after;
			needed = 1;
		}
		waiting = at < data.length ? [data.subarray(at)] : [];
		size = data.length - at;
	};
	const push = (chunk) => {
		if (stopped) return;
		if (size === 0) {
			drain(chunk);
			return;
		}
		const head = chunk.subarray(0, Math.max(needed - size, HEADER_ROOM));
		waiting.push(head);
		size += head.length;
		if (size < needed) return;
		drain(Buffer.concat(waiting, size));
		if (head.length < chunk.length) push(chunk.subarray(head.length));
	};
	return {
		push,
		complete: () => size === 0
	};
}

// src/git/repository.ts
const PATH_FORMAT = "--path-format=absolute";
const FACTS = [
	"--is-bare-repository",
	"--is-shallow-repository",
	"--show-object-format"
];
const PATHS = [
	"--git-dir",
	"--git-common-dir",
	"--show-toplevel"
];
/** What `git rev-parse` is asked of a repository. In a bare one the last question fails, after the others are answered. */
const QUESTIONS = [
	PATH_FORMAT,
	...FACTS,
	...PATHS
];
const ANSWERED = { codes: [0, 128] };
/** Finds the repository around `git.cwd` (or the one that GIT_DIR names) with one child. Throws Fault("repository") where there is none. */
async function openRepository(git) {
	const args = ["rev-parse", ...QUESTIONS];
	const { code, stdout, stderr } = await git.run(args, ANSWERED);
	return repositoryIn(git, args, {
		code,
		lines: stdout.toString("utf8").split("\n").slice(0, -1),
		stderr
	});
}
/** The same, and what some revisions are, with the same one child. Null: git knows one of them not, or can't say all at once. */
async function openWith(git, revisions) {
	if (revisions.startsWith("-")) return null;
	const args = [
		"rev-parse",
		"--quiet",
		"--revs-only",
		revisions,
		...QUESTIONS
	];
	const { code, stdout, stderr } = await git.run(args, ANSWERED);
	const lines = stdout.toString("utf8").split("\n").slice(0, -1);
	const end = lines.findIndex((line) => !require_core.isObjectId(line.replace(/^\^/, "")));
	const ids = lines.slice(0, Math.max(0, end));
	if (!ids.some(require_core.isObjectId) || lines.length - end < FACTS.length) return null;
	const repo = await repositoryIn(git, args, {
		code,
		lines: lines.slice(end),
		stderr
	});
	return (0, node_path.isAbsolute)(repo.gitDir) && (0, node_path.isAbsolute)(repo.commonDir) ? {
		repo,
		ids
	} : null;
}
async function repositoryIn(git, args, { code, lines, stderr }) {
	if (lines[0] === PATH_FORMAT) throw tooOld();
	const [bare, shallow, objectFormat, ...paths] = lines;
	if (objectFormat === void 0 || code !== 0 && !/work tree/.test(stderr)) await git.run(args);
	const wanted = code === 0 ? PATHS.length : PATHS.length - 1;
	const [gitDir, commonDir, root] = paths.length === wanted ? paths : await pathsOneByOne(git, wanted);
	if (gitDir === void 0 || commonDir === void 0) throw new Fault("internal", "git rev-parse left a question open.");
	return {
		git,
		root: root ?? null,
		gitDir,
		commonDir,
		objectFormat: objectFormat === "sha256" ? "sha256" : "sha1",
		shallow: shallow === "true",
		bare: bare === "true"
	};
}
/** A folder's name may hold line breaks; then each question has its own child. */
async function pathsOneByOne(git, count) {
	return Promise.all(PATHS.slice(0, count).map((question) => git.text([
		"rev-parse",
		PATH_FORMAT,
		question
	])));
}
function tooOld() {
	return new Fault("git", "This git is too old.", {
		wanted: "git 2.31 or later",
		fix: "Install a newer git."
	});
}
/** The top of the work tree; throws Fault("repository") in a bare repository. */
function workTreeRoot(repo) {
	if (repo.root !== null) return repo.root;
	throw new Fault("repository", "This needs a work tree, and there is none here.", {
		found: repo.bare ? `bare repository ${repo.gitDir}` : `git folder ${repo.gitDir}`,
		wanted: "a repository with a work tree"
	});
}
/** Branch (short name, null when detached) and commit (null on an unborn branch) that are checked out. */
async function head(repo) {
	const codes = [0, 1];
	const [ref, oid] = await Promise.all([repo.git.text([
		"symbolic-ref",
		"--quiet",
		"HEAD"
	], { codes }), repo.git.text([
		"rev-parse",
		"--quiet",
		"--verify",
		"HEAD^{commit}"
	], { codes })]);
	return {
		branch: ref === "" ? null : ref.replace(/^refs\/heads\//, ""),
		oid: oid === "" ? null : oid
	};
}
/** Absolute path of a file of the git folder (`git rev-parse --git-path`), which a linked work tree may keep elsewhere. */
function gitPath(repo, name) {
	return repo.git.text([
		"rev-parse",
		PATH_FORMAT,
		"--git-path",
		name
	]);
}
/** Full id of the commit that people name; tags are peeled. Throws Fault("repository") with the nearest ref's name. */
async function resolveCommit({ git }, rev) {
	const oid = await commitCalled({ git }, rev);
	if (oid !== null) return oid;
	throw await unknownRevision(git, rev);
}
/** The same; null: this clone has no such commit. */
async function commitCalled({ git }, rev) {
	const args = [
		"rev-parse",
		"--quiet",
		"--verify",
		"--end-of-options",
		`${rev}^{commit}`
	];
	const oid = await git.text(args, { codes: [
		0,
		1,
		128
	] });
	return require_core.isObjectId(oid) ? oid : null;
}
/** What to say of a name that git does not know, with the nearest one that it does. */
async function unknownRevision(git, rev) {
	const [refs, shallow] = await Promise.all([git.text(["for-each-ref", "--format=%(refname:short)"]), git.text(["rev-parse", "--is-shallow-repository"])]);
	const names = refs.split("\n");
	if (names.includes(rev)) return noCommit(rev);
	const near = nearest(rev, names);
	if (rev === "HEAD" && near === null) return new Fault("repository", "There is no commit yet.", {
		found: "an unborn branch",
		wanted: "a commit",
		fix: "git commit"
	});
	return new Fault("repository", `No commit is called "${rev}".`, {
		found: rev,
		wanted: near === null ? "a branch, a tag or a commit id" : `a branch, a tag or a commit id; did you mean "${near}"?`,
		fix: shallow === "true" ? "git fetch --unshallow" : "git log --oneline --all"
	});
}
/** A tag may name a file or a folder. */
function noCommit(rev) {
	return new Fault("repository", `"${rev}" is no commit.`, {
		found: `${rev}, which names something else`,
		wanted: "a branch, a tag of a commit, or a commit id",
		fix: `git cat-file -t ${rev}`
	});
}

// src/git/names.ts
/** Names that hosts and git give a default branch where nothing in the repository says another. */
const USUAL = ["main", "master"];
/**
* Short names of the branches that everybody starts from: what the remotes' HEADs point at, and in a bare repository its
* own HEAD. Where none is known: `init.defaultBranch` and the usual names. Sorted, without repetition.
*/
async function defaultBranches(repo) {
	const names = (await repo.git.text([
		"for-each-ref",
		"--format=%(refname) %(symref)",
		"refs/remotes/**/HEAD",
		"refs/remotes/*/HEAD"
	])).split("\n").flatMap(remoteHead);
	if (repo.bare) {
		const own = await repo.git.text([
			"symbolic-ref",
			"--quiet",
			"HEAD"
		], { codes: [0, 1] });
		if (own.startsWith("refs/heads/")) names.push(own.slice(11));
	}
	if (names.length === 0) {
		const configured = await repo.git.text([
			"config",
			"--get",
			"init.defaultBranch"
		], { codes: [0, 1] });
		names.push(...USUAL, ...configured === "" ? [] : [configured]);
	}
	return [...new Set(names)].sort();
}
/** `refs/remotes/R/HEAD refs/remotes/R/B` says B; a remote's name may hold slashes. */
function remoteHead(line) {
	const [ref = "", target = ""] = line.split(" ");
	const remote = ref.slice(0, -4);
	return remote !== "" && target.startsWith(remote) ? [target.slice(remote.length)] : [];
}
/** `alias:path` that only the user's `url.*.insteadOf` explains. A colon after one letter is a drive. */
const ALIAS = /^[A-Za-z][\w+-]+:(?!\/\/)[^\\]/;
/** URL of `origin`, or of the only remote, without credentials; null where there is none. */
async function originUrl(repo) {
	const { stdout } = await repo.git.run([
		"config",
		"-z",
		"--get-regexp",
		"^remote\\..*\\.url$"
	], { codes: [0, 1] });
	const urls = /* @__PURE__ */ new Map();
	for (const entry of stdout.toString("utf8").split("\0")) {
		const [key = "", ...value] = entry.split("\n");
		const remote = key.slice(7, -4);
		if (remote !== "" && !urls.has(remote)) urls.set(remote, value.join("\n"));
	}
	const remote = urls.has("origin") ? "origin" : urls.size === 1 ? [...urls.keys()][0] : void 0;
	const url = remote === void 0 ? void 0 : urls.get(remote);
	if (remote === void 0 || url === void 0 || url === "") return null;
	return withoutCredentials(ALIAS.test(url) ? await repo.git.text([
		"remote",
		"get-url",
		"--",
		remote
	]) : url);
}
function withoutCredentials(url) {
	return url.replace(/^(https?:\/\/)[^/@]*@/i, "$1");
}
/** Commits of a shallow clone whose parents were not fetched (gitrepository-layout, `shallow`). Empty in a whole clone. */
async function shallowEdge(repo) {
	const file = (0, node_path.join)(repo.commonDir, "shallow");
	if (!repo.shallow || !(0, node_fs.existsSync)(file)) return [];
	return (0, node_fs.readFileSync)(file, "latin1").split("\n").filter(require_core.isObjectId);
}

// src/git/raw-commit.ts
const TREE = "tree ";
const PARENT = "parent ";
const AUTHOR = "author ";
const COMMITTER = "committer ";
const ZERO = 48;
/**
* Takes a commit object apart: one string of all its bytes, and cuts of it. The headers come in git's fixed order;
* what follows the committer (encoding, signatures, merged tags) is looked at only where there is any.
*/
function parseCommit(id, body) {
	const text = body.toString("latin1");
	const blank = text.indexOf("\n\n");
	const end = blank < 0 ? text.length : blank + 1;
	const parents = [];
	let at = 0;
	let lineEnd = text.indexOf("\n");
	const tree = text.startsWith(TREE) ? text.slice(5, lineEnd) : "";
	for (at = lineEnd + 1; lineEnd >= 0 && text.startsWith(PARENT, at); at = lineEnd + 1) {
		lineEnd = text.indexOf("\n", at);
		parents.push(text.slice(at + 7, lineEnd));
	}
	lineEnd = text.indexOf("\n", at);
	const author = text.startsWith(AUTHOR, at) ? text.slice(at + 7, lineEnd) : "";
	at = lineEnd + 1;
	lineEnd = text.indexOf("\n", at);
	const committer = text.startsWith(COMMITTER, at) ? text.slice(at + 10, lineEnd) : "";
	const rest = lineEnd + 1 < end ? text.slice(lineEnd + 1, end) : "";
	return {
		id,
		tree,
		parents,
		author,
		committer,
		authoredAt: timeOf(author),
		committedAt: timeOf(committer),
		encoding: encodingOf(rest),
		message: upToNul(text, end + 1),
		signed: rest.includes("gpgsig") && /^gpgsig(?:-sha256)? /m.test(rest)
	};
}
/** git takes a message to end at its first NUL; what is hidden behind one is nothing that anybody is shown. */
function upToNul(text, start) {
	const nul = text.indexOf("\0", start);
	return nul < 0 ? text.slice(start) : text.slice(start, nul);
}
/** Label of the `encoding` header among those that follow the committer; null: there is none. */
function encodingOf(headers) {
	return headers.includes("encoding ") ? /^encoding (.+)$/m.exec(headers)?.[1] ?? null : null;
}
function timeOf(header) {
	return timeBehind(header, header.lastIndexOf(">"), header.length);
}
/** Seconds stand after the address, whose end is at `mail`; git reads a broken date as 0. */
function timeBehind(text, mail, end) {
	let time = 0;
	for (let at = mail + 2; at < end; at++) {
		const digit = text.charCodeAt(at) - ZERO;
		if (digit < 0 || digit > 9) break;
		time = time * 10 + digit;
	}
	return time <= Number.MAX_SAFE_INTEGER ? time : 0;
}
/**
* Text of latin1 bytes in the encoding that a commit names (git-commit, "DISCUSSION"). Bytes that do not decode become
* U+FFFD; a label that nobody knows is read as latin1, so that no byte is lost.
*/
function decodeText(latin1, encoding) {
	if (encoding === null || /^utf-?8$/i.test(encoding)) return isAscii(latin1) ? latin1 : Buffer.from(latin1, "latin1").toString("utf8");
	try {
		return new TextDecoder(encoding).decode(Buffer.from(latin1, "latin1"));
	} catch {
		return latin1;
	}
}
function isAscii(text) {
	return !/[^\0-\x7f]/.test(text);
}
/** A raw commit in the words of the core, its paths not asked for. */
function toCommit(raw) {
	return {
		id: raw.id,
		parents: raw.parents,
		author: personOf(raw.author, raw.encoding),
		committer: personOf(raw.committer, raw.encoding),
		authoredAt: raw.authoredAt,
		committedAt: raw.committedAt,
		message: decodeText(raw.message, raw.encoding),
		paths: null
	};
}
/** `Name <mail> …` as a person; both empty where the header is malformed. */
function personOf(header, encoding) {
	const [, name = "", email = ""] = /^([^<]*)<([^>]*)>/.exec(decodeText(header, encoding)) ?? [];
	return {
		name: name.trim(),
		email: email.trim()
	};
}

// src/git/commit-pipe.ts
/** Reads commits from the output of `git cat-file --batch`. Throws Fault("repository") for one that is not there. */
function commitReader(visit) {
	return readBatch({
		found: ({ oid, body }) => visit(parseCommit(oid, body)),
		absent: missingCommit
	});
}
/** Throws Fault("repository") with what git said of a commit that is not there. */
function missingCommit(line) {
	throw new Fault("repository", "The history lacks a commit.", {
		found: line,
		fix: "git fetch --refetch"
	});
}
/** Both children of `git rev-list | git cat-file --batch`: ids go from the one to the other directly. */
function listedObjects({ git }, revisions) {
	const list = git.spawn([
		"rev-list",
		"--end-of-options",
		...revisions,
		"--"
	]);
	const objects = git.spawn([
		"cat-file",
		"--batch",
		"--buffer"
	], { stdin: list.stdout });
	list.stdout.destroy();
	return {
		list,
		objects
	};
}
/** Two children of which one reads what the other finds: both end, whichever fails. */
function together(list, objects) {
	const thrown = [];
	const settle = async () => {
		const [listed, read] = await Promise.allSettled([list.done, objects.done]);
		if (thrown.length > 0) throw thrown[0];
		if (read.status === "rejected") throw read.reason;
		if (listed.status === "rejected") throw listed.reason;
	};
	return {
		done: settle(),
		guard: (act) => (value) => {
			if (thrown.length > 0) return;
			try {
				act(value);
			} catch (reason) {
				thrown.push(reason);
				list.kill();
				objects.kill();
			}
		}
	};
}
/** The fault of an answer that ended in the midst of an entry. */
function brokeOff() {
	return new Fault("git", "git's answer broke off before its end.");
}

// src/git/own-objects.ts
/**
* By which nothing that a partial clone left out is fetched: one by one that takes hours, and says nothing meanwhile. Older gits know only
* the first (git, `GIT_ALLOW_PROTOCOL`, `GIT_NO_LAZY_FETCH`).
*/
const NO_FETCH = {
	GIT_ALLOW_PROTOCOL: "none",
	GIT_NO_LAZY_FETCH: "1"
};
/**
* Works with the objects that are here, and with nothing else of a repository: no remote promises any, so one that is missing is told as
* such, and git does not end over it. There is no setting for that in all gits, so they are read through an empty git folder.
*/
async function withOwnObjects(repo, act) {
	const folder = (0, node_fs.mkdtempSync)((0, node_path.join)((0, node_os.tmpdir)(), "golden-thread-objects-"));
	try {
		(0, node_fs.mkdirSync)((0, node_path.join)(folder, "refs"));
		(0, node_fs.writeFileSync)((0, node_path.join)(folder, "HEAD"), "ref: refs/heads/none\n");
		(0, node_fs.writeFileSync)((0, node_path.join)(folder, "config"), configOf(repo));
		const shallow = (0, node_path.join)(repo.commonDir, "shallow");
		if ((0, node_fs.existsSync)(shallow)) (0, node_fs.copyFileSync)(shallow, (0, node_path.join)(folder, "shallow"));
		const objects = repo.git.env.GIT_OBJECT_DIRECTORY ?? (0, node_path.join)(repo.commonDir, "objects");
		return await act({
			git: repo.git.withEnv({
				...NO_FETCH,
				GIT_DIR: folder,
				GIT_COMMON_DIR: void 0,
				GIT_WORK_TREE: void 0,
				GIT_OBJECT_DIRECTORY: objects
			}),
			folder
		});
	} finally {
		(0, node_fs.rmSync)(folder, {
			recursive: true,
			force: true
		});
	}
}
function configOf({ objectFormat }) {
	const bare = "[core]\n	bare = true\n	repositoryformatversion = ";
	return objectFormat === "sha1" ? `${bare}0\n` : `${bare}1\n[extensions]\n\tobjectFormat = ${objectFormat}\n`;
}
/** Those of some objects that are not here. */
async function missingObjects({ git }, oids) {
	const asked = [...new Set(oids)];
	if (asked.length === 0) return /* @__PURE__ */ new Set();
	const { stdout } = await git.run([
		"cat-file",
		"--batch-check=%(objectname)",
		"--buffer"
	], { input: `${asked.join("\n")}\n` });
	const lines = stdout.toString("latin1").split("\n");
	return new Set(asked.filter((oid, index) => lines[index] !== oid));
}

// src/git/tree-path.ts
/**
* A root-relative path with `/`, without `.` and `..`; the root itself is "". Null: it leaves the root, is no path at
* all, or leads into a git folder, which belongs to no tree.
*/
function treePath(path) {
	if (path.includes("\0") || path.startsWith("/")) return null;
	if (node_path.sep === "\\" && /[\\:]/.test(path)) return null;
	const normal = node_path.posix.normalize(path).replace(/\/$/, "");
	if (normal === "." || normal === "") return "";
	return normal.split("/").some((part) => part === ".." || isGitFolder(part)) ? null : normal;
}
/** `.git` as any file system may spell it. */
function isGitFolder(name) {
	return /^(?:\.git|git~1)$/i.test(name);
}
/** Order of listings: by code unit, the same for every tree. */
function byPath(a, b) {
	return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
/** A file of a tree that is read whole: far above any policy, task or source file. */
const FILE_LIMIT = 16777216;
/** The fault of a file that is there, but larger than its reader allows. */
function tooLarge(path, size, limit) {
	return new Fault("storage", "A file is too large to be read.", {
		found: `${path} with ${size} bytes`,
		wanted: `at most ${limit} bytes`
	});
}

// src/git/objects.ts
/** Trees and commits are far smaller; a blob that somebody wants whole gives its own limit. */
const OBJECT_LIMIT = 67108864;
/**
* Opens the object store; the child starts with the first question. Close it when all is read. Left open, it keeps this
* process from ending only while an answer is awaited.
*/
function openObjects(repo) {
	const open = [];
	let child = null;
	const ask = (question) => {
		child ??= startReader(repo, {
			open,
			answered,
			failed,
			restart
		});
		child.hold(true);
		open.push(question);
		child.stdin?.write(`${question.oid}\n`);
	};
	const answered = () => {
		const question = open.shift();
		if (open.length === 0) child?.hold(false);
		return question;
	};
	const failed = (reason) => {
		child = null;
		for (const question of open.splice(0)) question.reject(reason);
	};
	const restart = () => {
		child?.kill();
		child = null;
		for (const question of open.splice(0)) ask(question);
	};
	return {
		read: (oid, limit = OBJECT_LIMIT, label = oid) => new Promise((resolve, reject) => ask({
			oid,
			limit,
			label,
			resolve,
			reject
		})),
		async close() {
			const closing = child;
			child = null;
			closing?.hold(true);
			closing?.stdin?.end();
			await closing?.done;
		}
	};
}
function startReader(repo, desk) {
	const child = repo.git.spawn(["cat-file", "--batch"], { stdin: "pipe" });
	const reader = readBatch({
		found: ({ oid, type, body }) => desk.answered()?.resolve({
			oid,
			type,
			bytes: Buffer.from(body)
		}),
		absent: () => desk.answered()?.resolve(null),
		wanted(size) {
			const [question] = desk.open;
			if (question === void 0 || size <= question.limit) return true;
			desk.answered()?.reject(tooLarge(question.label, size, question.limit));
			desk.restart();
			return false;
		}
	});
	child.stdout.on("data", (chunk) => reader.push(chunk));
	child.done.catch((reason) => desk.failed(reason));
	return child;
}

// src/git/tree-object.ts
/** Mode of a folder. */
const FOLDER = "040000";
/** Reads folders by tree id; each is read and taken apart once. */
function folderReader(objects) {
	const known = /* @__PURE__ */ new Map();
	return (oid) => {
		const folder = known.get(oid) ?? demand(objects, oid).then(({ bytes }) => parseTree(bytes, oid.length / 2));
		known.set(oid, folder);
		return folder;
	};
}
/** An object that must be there. Throws Fault("repository") where it is not (a partial clone, a damaged repository). */
async function demand(objects, oid, limit, path) {
	const object = await objects.read(oid, limit, path);
	if (object !== null) return object;
	throw new Fault("repository", "The repository lacks an object.", {
		found: path === void 0 ? oid : `${oid}, the content of ${path}`,
		fix: "git fetch --refetch"
	});
}
/** Entries of a tree object: `<mode> <name> NUL <binary id>` each (git's pack and object format). */
function parseTree(bytes, idLength) {
	const nodes = /* @__PURE__ */ new Map();
	for (let at = 0; at < bytes.length;) {
		const space = bytes.indexOf(32, at);
		const end = bytes.indexOf(0, space);
		if (space < 0 || end < 0) throw new Fault("repository", "A tree object of the repository is malformed.");
		const name = bytes.toString("utf8", space + 1, end);
		const mode = bytes.toString("latin1", at, space);
		const oid = bytes.toString("hex", end + 1, end + 1 + idLength);
		if (!name.includes("/") && treePath(name) === name) nodes.set(name, {
			name,
			mode: mode.padStart(6, "0"),
			oid
		});
		at = end + 1 + idLength;
	}
	return nodes;
}

// src/git/walked-tree.ts
/** A tree of objects as everybody else reads trees: links are listed and never followed, no path leaves the root. */
function walkedTree({ label, root, folder, file }) {
	const nodeAt = async (path) => {
		let node = {
			name: "",
			mode: FOLDER,
			oid: root
		};
		let at = "";
		for (const name of path === "" ? [] : path.split("/")) {
			if (node.mode !== "040000") return null;
			const next = (await folder({
				oid: node.oid,
				path: at
			})).get(name);
			if (next === void 0) return null;
			node = next;
			at = below(at, name);
		}
		return node;
	};
	const walk = async (entries, oid, path, recursive) => {
		for (const node of (await folder({
			oid,
			path
		})).values()) {
			const child = below(path, node.name);
			if (node.mode === "040000" && recursive) await walk(entries, node.oid, child, true);
			else entries.push({
				path: child,
				mode: node.mode,
				size: node.size ?? null
			});
		}
	};
	return {
		label,
		async read(path, limit = FILE_LIMIT) {
			const at = treePath(path);
			const node = at === null ? null : await nodeAt(at);
			if (node === null || !/^100/.test(node.mode)) return null;
			if (node.size !== void 0 && node.size > limit) throw tooLarge(path, node.size, limit);
			return file({
				oid: node.oid,
				path,
				limit
			});
		},
		async list(path, options = {}) {
			const top = treePath(path);
			const node = top === null ? null : await nodeAt(top);
			const entries = [];
			if (top !== null && node?.mode === "040000") await walk(entries, node.oid, top, options.recursive ?? false);
			return entries.sort(byPath);
		}
	};
}
function below(folder, name) {
	return folder === "" ? name : `${folder}/${name}`;
}

// src/git/tree.ts
/** What the files on disk are called. */
const WORK_TREE = "working tree";
/** Absent on systems without such links or pipes. */
const NO_FOLLOW = (node_fs.constants.O_NOFOLLOW ?? 0) | (node_fs.constants.O_NONBLOCK ?? 0);
/** Nothing of that name can be there. */
const ABSENT = /* @__PURE__ */ new Set([
	"ENOENT",
	"ENOTDIR",
	"ELOOP",
	"ENAMETOOLONG",
	"EINVAL"
]);
/**
* The files below a folder as they stand on disk. A symlink is listed but never followed, neither as a file nor as a
* folder on the way; git folders are no part of it, and a nested repository is one entry, as in git's own trees.
* Read synchronously: for thousands of small files that takes a fifth of the time.
*/
function workTree(root) {
	const base = absent(() => (0, node_fs.realpathSync)(root)) ?? root;
	const folders = /* @__PURE__ */ new Map();
	const inside = (folder) => {
		const known = folders.get(folder);
		if (known !== void 0) return known;
		const real = absent(() => (0, node_fs.realpathSync)((0, node_path.join)(base, folder))) === (0, node_path.join)(base, folder);
		folders.set(folder, real);
		return real;
	};
	return {
		label: WORK_TREE,
		async read(path, limit = FILE_LIMIT) {
			const file = treePath(path);
			if (file === null || file === "" || !inside(folderOf(file))) return null;
			return readRegular(base, file, limit);
		},
		async list(folder, options = {}) {
			const top = treePath(folder);
			if (top === null || !inside(top)) return [];
			const entries = [];
			listInto(entries, base, top, options.recursive ?? false);
			return entries.sort(byPath);
		}
	};
}
function folderOf(path) {
	return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function readRegular(base, path, limit) {
	const file = (0, node_path.join)(base, path);
	if (!absent(() => (0, node_fs.lstatSync)(file))?.isFile()) return null;
	const handle = absent(() => (0, node_fs.openSync)(file, node_fs.constants.O_RDONLY | NO_FOLLOW));
	if (handle === null) return null;
	try {
		const { size } = (0, node_fs.fstatSync)(handle);
		if (size > limit) throw tooLarge(path, size, limit);
		return (0, node_fs.readFileSync)(handle);
	} finally {
		(0, node_fs.closeSync)(handle);
	}
}
function listInto(entries, base, folder, recursive) {
	for (const name of absent(() => (0, node_fs.readdirSync)((0, node_path.join)(base, folder))) ?? []) {
		if (isGitFolder(name)) continue;
		const path = folder === "" ? name : `${folder}/${name}`;
		const entry = entryAt(base, path);
		if (entry?.mode === "040000" && recursive) listInto(entries, base, path, true);
		else if (entry !== null) entries.push(entry);
	}
}
function entryAt(base, path) {
	const stat = absent(() => (0, node_fs.lstatSync)((0, node_path.join)(base, path)));
	if (stat === null) return null;
	if (stat.isSymbolicLink()) return {
		path,
		mode: "120000",
		size: stat.size
	};
	if (stat.isFile()) return {
		path,
		mode: (stat.mode & 64) === 0 ? "100644" : "100755",
		size: stat.size
	};
	if (!stat.isDirectory()) return {
		path,
		mode: "000000",
		size: null
	};
	return {
		path,
		mode: absent(() => (0, node_fs.lstatSync)((0, node_path.join)(base, path, ".git"))) !== null ? "160000" : "040000",
		size: null
	};
}
function absent(look) {
	try {
		return look();
	} catch (cause) {
		if (cause instanceof Error && "code" in cause && ABSENT.has(String(cause.code))) return null;
		const found = cause instanceof Error ? cause.message : String(cause);
		throw new Fault("storage", "A file of the working tree can't be read.", {
			found,
			cause
		});
	}
}
/** How many digits of an id tell people which commit is meant. */
const SHORT = 7;
/**
* The files of a commit, read by object id over one child: names are only compared, never handed to git, so no name can
* be taken for a revision or an option. Throws Fault("repository") for an unknown commit or a missing object.
*/
async function commitTree(repo, rev) {
	const commit = await resolveCommit(repo, rev);
	const objects = openObjects(repo);
	const folder = folderReader(objects);
	const root = await demand(objects, commit).then(({ bytes }) => bytes.toString("latin1", 5, bytes.indexOf("\n")));
	return {
		...walkedTree({
			label: commit.startsWith(rev) ? commit.slice(0, SHORT) : `${rev}@${commit.slice(0, SHORT)}`,
			root,
			folder: ({ oid }) => folder(oid),
			file: async ({ oid, path, limit }) => (await demand(objects, oid, limit, path)).bytes
		}),
		commit,
		close: () => objects.close()
	};
}

// src/git/range.ts
/**
* The range's commits by id; tags are peeled. Throws Fault("repository") for what git does not know, for what is no commit,
* for an end that is left out (a variable that was not set), and for a range that names none: an empty answer must not
* pass for a judged one.
*/
async function commitRange(git, name) {
	const ids = await parseRevisions(git, peeledRange(name));
	return rangeOf(ids.some(require_core.isObjectId) ? ids : await unusual(git, name.range));
}
/** As git tells commits of a range: those that are left out have a `^` before them. */
function rangeOf(ids) {
	return {
		include: ids.filter(require_core.isObjectId),
		exclude: ids.filter((id) => !require_core.isObjectId(id)).map((id) => id.slice(1))
	};
}
/**
* Most ranges are two names: peeled at once, one child answers. Git's other ways to write commits take one more each. Throws
* Fault("repository") for an end that is left out, and for a range where one commit is wanted.
*/
function peeledRange({ range, single = false }) {
	const [first, second] = endsOf(range);
	if (single && second !== void 0) throw wantedOne(range);
	if (first === "" || second === "") throw endMissing(range);
	return second === void 0 ? `${first}^{commit}${single ? "^!" : ""}` : peeledEnds(range);
}
const DOTS = /\.{2,3}/;
/** Git splits at the first dots too. */
function endsOf(range) {
	const dots = DOTS.exec(range);
	if (dots === null || /^:|\{/.test(range)) return [range];
	return [range.slice(0, dots.index), range.slice(dots.index + dots[0].length)];
}
function peeledEnds(range) {
	return `${range.replace(DOTS, (dots) => `^{commit}${dots}`)}^{commit}`;
}
/** `HEAD^!`, `HEAD^@`, `:/words`: whatever git takes, as long as it means commits. */
async function unusual(git, range) {
	const ids = await parseRevisions(git, range);
	const commits = await Promise.all(ids.map((id) => isCommit(git, id.replace(/^\^/, ""))));
	if (ids.some(require_core.isObjectId) && commits.every((is) => is)) return ids;
	for (const end of endsOf(range)) if (end !== void 0) await resolveCommit({ git }, end);
	throw noCommits(range);
}
async function isCommit(git, id) {
	return await git.text([
		"cat-file",
		"-t",
		id
	], { codes: [0, 128] }) === "commit";
}
async function parseRevisions(git, revisions) {
	const args = [
		"rev-parse",
		"--quiet",
		"--revs-only",
		"--end-of-options",
		revisions
	];
	return (await git.text(args, { codes: [
		0,
		1,
		128
	] })).split("\n").filter((line) => require_core.isObjectId(line.replace(/^\^/, "")));
}
function endMissing(range) {
	return new Fault("repository", "An end of the range is left out.", {
		found: range === "" ? "nothing" : range,
		wanted: "A..B with both ends; a variable may not be set",
		fix: "golden-thread check range HEAD~1..HEAD"
	});
}
function wantedOne(range) {
	return new Fault("repository", "This is a range, and one commit is wanted.", {
		found: range,
		wanted: "a branch, tag or commit id",
		fix: `golden-thread check range ${range}`
	});
}
function noCommits(range) {
	return new Fault("repository", "The range names no commits.", {
		found: range,
		wanted: "A..B, or a branch, tag or commit id",
		fix: "golden-thread check range HEAD"
	});
}

// src/git/env.ts
/**
* What a child is started with: the inherited environment (a hook's GIT_DIR and GIT_INDEX_FILE are how git says which
* commit is meant), Node's own variables put back as they were before the hook moved them away, and settings that make
* git's answers those of the object store alone, in English, without a question on the terminal.
*/
function childEnv(env) {
	const { GOLDEN_THREAD_CA_CERTS, GOLDEN_THREAD_NODE_OPTIONS, ...inherited } = env;
	return {
		...inherited,
		...GOLDEN_THREAD_CA_CERTS ? { NODE_EXTRA_CA_CERTS: GOLDEN_THREAD_CA_CERTS } : {},
		...GOLDEN_THREAD_NODE_OPTIONS ? { NODE_OPTIONS: GOLDEN_THREAD_NODE_OPTIONS } : {},
		LC_ALL: "C",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_LITERAL_PATHSPECS: "1",
		GIT_GLOB_PATHSPECS: void 0,
		GIT_NOGLOB_PATHSPECS: void 0,
		GIT_ICASE_PATHSPECS: void 0,
		GIT_NO_REPLACE_OBJECTS: "1",
		GIT_GRAFT_FILE: `${node_os.devNull}/none`,
		GIT_FLUSH: "0",
		GIT_TERMINAL_PROMPT: "0"
	};
}

// src/git/run.ts
/** One answer in memory: far above any listing of a large repository, far below what a Buffer can hold. */
const OUTPUT_LIMIT = 268435456;
/** Of git's complaints the beginning is enough, and an endless one must not fill memory. */
const COMPLAINT_LIMIT = 65536;
/** A file watcher named in the repository's configuration is a program that we would start. */
const ALWAYS = ["-c", "core.fsmonitor=false"];
/** Opens git for one folder and environment; starts nothing yet. */
function openGit(options) {
	const { cwd, env } = options;
	const git = {
		cwd,
		env,
		run: (args, how = {}) => collect(start(options, args, how.input === void 0 ? "ignore" : "pipe"), args, how),
		async text(args, how) {
			const { stdout } = await git.run(args, how);
			return stdout.toString("utf8").replace(/\r?\n$/, "");
		},
		spawn: (args, how = {}) => stream(start(options, args, how.stdin ?? "ignore"), args, how.codes ?? [0]),
		withEnv: (more) => openGit({
			...options,
			env: {
				...env,
				...more
			}
		})
	};
	return git;
}
function start(options, args, stdin) {
	const { cwd, env, signal } = options;
	signal?.throwIfAborted();
	if (args.some((arg) => arg.includes("\0"))) throw new Fault("usage", "A name handed to git holds a NUL character.", { found: args.join(" ") });
	const child = (0, node_child_process.spawn)("git", [...ALWAYS, ...args], {
		cwd,
		env: childEnv(env),
		stdio: [
			stdin,
			"pipe",
			"pipe"
		],
		windowsHide: true,
		...signal ? { signal } : {}
	});
	if (!child.stdout || !child.stderr) throw new Fault("internal", "A git child has no output pipes.");
	let stderr = "";
	child.stderr.setEncoding("utf8").on("data", (text) => {
		if (stderr.length < COMPLAINT_LIMIT) stderr += text;
	});
	const ended = new Promise((resolve, reject) => {
		child.on("error", (cause) => {
			stop(child);
			reject(signal?.aborted ? signal.reason : startFault(cause, cwd));
		});
		child.on("close", (code) => resolve({
			code: code ?? -1,
			stderr
		}));
	});
	ended.catch(() => void 0);
	child.stdin?.on("error", () => void 0);
	return {
		child,
		stdout: child.stdout,
		ended,
		options
	};
}
async function collect(started, args, how) {
	const { child, stdout, ended } = started;
	const limit = how.limit ?? OUTPUT_LIMIT;
	const chunks = [];
	let size = 0;
	stdout.on("data", (chunk) => {
		size += chunk.length;
		if (size <= limit) chunks.push(chunk);
		else stop(child);
	});
	if (how.input !== void 0) child.stdin?.end(how.input);
	const { code, stderr } = await ended;
	if (size > limit) throw new Fault("git", `git ${args[0]} gave more than ${limit} bytes.`, { wanted: `at most ${limit} bytes` });
	if (!(how.codes ?? [0]).includes(code)) throw failure(args, code, stderr, started.options.cwd);
	return {
		code,
		stdout: Buffer.concat(chunks),
		stderr
	};
}
function stream(started, args, codes) {
	const { child, stdout, ended, options } = started;
	let killed = false;
	const done = ended.then(({ code, stderr }) => {
		if (killed || codes.includes(code)) return code;
		throw failure(args, code, stderr, options.cwd);
	});
	done.catch(() => void 0);
	const kill = () => {
		killed = true;
		stop(child);
	};
	const hold = (on) => {
		if (on) child.ref();
		else child.unref();
		for (const pipe of [
			child.stdin,
			child.stdout,
			child.stderr
		]) holdPipe(pipe, on);
	};
	return {
		stdin: child.stdin,
		stdout,
		done,
		kill,
		hold
	};
}
/** Ends a child, and lets go of its output: what it started itself may hold the other end open. */
function stop(child) {
	child.kill();
	child.stdout?.destroy();
	child.stderr?.destroy();
}
/** A child's pipes are sockets, which wait like the child itself; the type of `ChildProcess` does not say so. */
function holdPipe(pipe, on) {
	if (pipe === null || !("ref" in pipe && "unref" in pipe)) return;
	const act = on ? pipe.ref : pipe.unref;
	if (typeof act === "function") act.call(pipe);
}
function startFault(cause, cwd) {
	if (!(0, node_fs.existsSync)(cwd)) return new Fault("repository", "The folder to work in does not exist.", {
		found: cwd,
		cause
	});
	if ("code" in cause && cause.code === "ENOENT") return new Fault("git", "git is not installed, or not on PATH.", {
		wanted: "git 2.31 or later",
		fix: "Install git (apt install git, brew install git, or https://git-scm.com/downloads) and see that it is on PATH.",
		cause
	});
	return new Fault("git", "git could not be started.", {
		found: cause.message,
		cause
	});
}
/** What git says when the repository, not git, is the matter. The words are those of LC_ALL=C. */
const UNREADABLE = /bad (?:object|revision|source|tree)|unknown revision|ambiguous argument|[Nn]ot a valid (?:object|commit|tree|ref)|could not get object info|unable to (?:read|find|parse)|missing (?:blob|tree|commit|object)|is (?:corrupt|empty|not a blob)|[Cc]ould not (?:read|parse)|does not have any commits|invalid object|remote did not send all|promisor remote/;
/** Turns a failed child into the Fault that names its cause; git's words stand in `found`. */
function failure(args, code, stderr, cwd) {
	const found = stderr.trim() || `exit code ${code}`;
	if (/detected dubious ownership|unsafe repository/.test(stderr)) {
		const printed = /^\s*(git config --global --add safe\.directory .+)$/m.exec(stderr)?.[1];
		const folder = /unsafe repository \('(.+)' is/.exec(stderr)?.[1] ?? cwd;
		return new Fault("repository", "git refuses this repository: it belongs to another user.", {
			found,
			fix: printed ?? `git config --global --add safe.directory ${quoted(folder)}`
		});
	}
	if (/not a git repository/.test(stderr)) {
		const named = /not a git repository: '(.+)'/.exec(stderr)?.[1];
		return new Fault("repository", "Not in a git repository.", {
			found: named ?? cwd,
			wanted: "a folder in a git repository",
			fix: named === void 0 ? "git init" : "unset GIT_DIR"
		});
	}
	if (/safe\.bareRepository/.test(stderr)) {
		const fix = `git --git-dir=${quoted(cwd)} …, or export GIT_DIR=${quoted(cwd)}`;
		return new Fault("repository", "git takes a bare repository only where it is named.", {
			found,
			fix
		});
	}
	if (/unknown repository extension|[Ee]xpected git repo version/.test(stderr)) return new Fault("git", "The repository needs a newer git.", {
		found,
		fix: "Install a newer git."
	});
	if (/bad (?:[a-z]+ )?config/.test(stderr)) return new Fault("repository", "git's configuration can't be read.", { found });
	if (/must be run in a work tree/.test(stderr)) return new Fault("repository", "This needs a work tree, and there is none here.", { found });
	if (UNREADABLE.test(stderr)) {
		const fix = LACKING.test(stderr) ? { fix: "git fetch --refetch --no-filter" } : {};
		return new Fault("repository", `git ${commandIn(args)} could not read an object.`, {
			found,
			...fix
		});
	}
	return new Fault("git", `git ${commandIn(args)} failed with exit code ${code}.`, { found });
}
/** What a fetch of everything brings, where a remote has it. */
const LACKING = /unable to (?:read|find)|missing (?:blob|tree|commit|object)|is (?:corrupt|empty|not a blob)|[Cc]ould not read|promisor remote/;
/** The command behind options that take a word each. */
function commandIn(args) {
	let at = 0;
	while (args[at] === "-c" || args[at] === "-C") at += 2;
	return args[at] ?? "";
}
function quoted(path) {
	return /^[\w./@%+:-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}

// src/git/mailmap.ts
/** What git can read as one person on one line. */
const CONTACT = /^[^<>\u0000\r\n]*<[^<>\u0000\r\n]+>$/;
/**
* Authors whom one .mailmap takes for somebody else, by `authorKey` (gitmailmap); one child for all of them. git also reads
* the .mailmap of the work tree, which may be that of the branch that is judged, and `--bare` does not keep it from that: so it is
* told that the work tree is the git folder, where no commit can put a file.
*/
async function mappedAuthors(repo, place, authors) {
	const keys = [...new Set(authors.map(require_core.authorKey))].filter((key) => CONTACT.test(key));
	if (keys.length === 0) return {};
	const { file, blob } = {
		file: "",
		blob: "",
		..."bytes" in place ? await kept(repo, place.bytes) : place
	};
	const git = repo.git.withEnv({
		GIT_DIR: repo.gitDir,
		GIT_WORK_TREE: repo.gitDir
	});
	const args = [
		"-C",
		repo.gitDir,
		"-c",
		`mailmap.file=${file}`,
		"-c",
		`mailmap.blob=${blob}`
	];
	const lines = (await git.text([
		...args,
		"check-mailmap",
		"--stdin"
	], { input: `${keys.join("\n")}\n` })).split("\n");
	const mapped = keys.flatMap((key, index) => {
		const line = lines[index] ?? key;
		return line === key ? [] : [[key, require_core.personIn(line)]];
	});
	return Object.fromEntries(mapped);
}
/** git takes a list from a file or an object; as an object it disturbs nobody. */
async function kept({ git }, bytes) {
	return { blob: await git.text([
		"hash-object",
		"-w",
		"--stdin"
	], { input: bytes }) };
}

// src/git/reword.ts
/**
* The command that opens the messages of these commits to be written anew (git-rebase(1)). Null where none does so without
* harm: no work tree, a shallow clone, commits that the branch here does not hold, or a merge, which a rebase makes anew
* without what was changed in it. `failed`: full ids of commits of the range.
*/
async function rewordCommand(repo, failed, { include, exclude }) {
	const [tip, ...others] = include;
	if (failed.length === 0 || tip === void 0 || others.length > 0 || repo.root === null || repo.shallow) return null;
	const commits = await commitsUpward(repo, exclude);
	if (!commits.some(({ id }) => id === tip)) return null;
	const wanted = new Set(failed);
	if (commits.some(({ id, parents }) => parents.length > 1 && wanted.has(id))) return null;
	const oldest = commits[commits.findIndex(({ id }) => wanted.has(id))];
	if (oldest === void 0) return null;
	if (commits.every(({ parents }) => parents.length <= 1)) return rebase(oldest.parents[0] && oldest.id);
	const base = exclude[0] === void 0 ? "" : await repo.git.text([
		"merge-base",
		exclude[0],
		"HEAD"
	], { codes: [0, 1] });
	return base === "" ? null : [
		...REBASE,
		"--rebase-merges",
		base.slice(0, 10)
	];
}
/** Where there is no commit yet, git says so by this code. */
const NO_HEAD = { codes: [
	0,
	1,
	128
] };
const REBASE = [
	"git",
	"rebase",
	"--interactive"
];
/** `id`: of a commit with a parent; else the root itself is opened. */
function rebase(id) {
	return [...REBASE, id === void 0 ? "--root" : `${id.slice(0, 10)}^`];
}
/** What HEAD reaches beyond the excluded commits, parents before children. */
async function commitsUpward(repo, exclude) {
	const args = [
		"rev-list",
		"--topo-order",
		"--reverse",
		"--parents",
		"HEAD",
		...exclude.map((id) => `^${id}`),
		"--"
	];
	return (await repo.git.text(args, NO_HEAD)).split("\n").filter((line) => line !== "").map((line) => {
		const [id = "", ...parents] = line.split(" ");
		return {
			id,
			parents
		};
	});
}

// src/git/subjects.ts
/**
* Labels of commits, by full id, with one child. Meant for what a person is shown: thousands at most. A commit that git can't read has no entry.
*/
async function readLabels(repo, ids) {
	const records = await fieldsOf(repo, ids, {
		format: "%H%n%s",
		which: []
	});
	return new Map(records.map(([id = "", subject = ""]) => [id, { subject }]));
}
/** Subjects of those commits with one parent, by full id, whose committer has this address. */
async function subjectsCommittedBy(repo, ids, address) {
	const records = await fieldsOf(repo, ids, {
		format: "%H%n%s%n%ce",
		which: ["--no-merges"]
	});
	return new Map(records.flatMap(([id = "", subject = "", committer]) => committer === address ? [[id, subject]] : []));
}
async function fieldsOf(repo, ids, { format, which }) {
	if (ids.length === 0) return [];
	const utf8 = ["-c", "i18n.logOutputEncoding=UTF-8"];
	const how = [
		"--no-show-signature",
		"--no-patch",
		"-z",
		`--format=${format}`
	];
	const args = [
		...utf8,
		"log",
		"--no-walk=unsorted",
		"--ignore-missing",
		...which,
		...how,
		"--stdin"
	];
	return (await repo.git.text(args, { input: `${ids.join("\n")}\n` })).split("\0").filter((record) => record !== "").map((record) => record.split("\n"));
}
/** Subjects of all commits of a range, newest first. */
async function subjectsIn(repo, { include, exclude }) {
	return (await repo.git.text([
		...[
			"-c",
			"i18n.logOutputEncoding=UTF-8",
			"log",
			"--no-show-signature",
			"-z",
			"--format=%s"
		],
		...include,
		"--not",
		...exclude,
		"--"
	])).split("\0").filter((subject) => subject !== "");
}

Object.defineProperty(exports, "FOLDER", {
  enumerable: true,
  get: function () {
    return FOLDER;
  }
});
Object.defineProperty(exports, "Fault", {
  enumerable: true,
  get: function () {
    return Fault;
  }
});
Object.defineProperty(exports, "NO_FETCH", {
  enumerable: true,
  get: function () {
    return NO_FETCH;
  }
});
Object.defineProperty(exports, "WORK_TREE", {
  enumerable: true,
  get: function () {
    return WORK_TREE;
  }
});
Object.defineProperty(exports, "brokeOff", {
  enumerable: true,
  get: function () {
    return brokeOff;
  }
});
Object.defineProperty(exports, "childEnv", {
  enumerable: true,
  get: function () {
    return childEnv;
  }
});
Object.defineProperty(exports, "commitCalled", {
  enumerable: true,
  get: function () {
    return commitCalled;
  }
});
Object.defineProperty(exports, "commitRange", {
  enumerable: true,
  get: function () {
    return commitRange;
  }
});
Object.defineProperty(exports, "commitReader", {
  enumerable: true,
  get: function () {
    return commitReader;
  }
});
Object.defineProperty(exports, "commitTree", {
  enumerable: true,
  get: function () {
    return commitTree;
  }
});
Object.defineProperty(exports, "decodeText", {
  enumerable: true,
  get: function () {
    return decodeText;
  }
});
Object.defineProperty(exports, "defaultBranches", {
  enumerable: true,
  get: function () {
    return defaultBranches;
  }
});
Object.defineProperty(exports, "encodingOf", {
  enumerable: true,
  get: function () {
    return encodingOf;
  }
});
Object.defineProperty(exports, "gitPath", {
  enumerable: true,
  get: function () {
    return gitPath;
  }
});
Object.defineProperty(exports, "head", {
  enumerable: true,
  get: function () {
    return head;
  }
});
Object.defineProperty(exports, "listedObjects", {
  enumerable: true,
  get: function () {
    return listedObjects;
  }
});
Object.defineProperty(exports, "mappedAuthors", {
  enumerable: true,
  get: function () {
    return mappedAuthors;
  }
});
Object.defineProperty(exports, "missingCommit", {
  enumerable: true,
  get: function () {
    return missingCommit;
  }
});
Object.defineProperty(exports, "missingObjects", {
  enumerable: true,
  get: function () {
    return missingObjects;
  }
});
Object.defineProperty(exports, "nearest", {
  enumerable: true,
  get: function () {
    return nearest;
  }
});
Object.defineProperty(exports, "openGit", {
  enumerable: true,
  get: function () {
    return openGit;
  }
});
Object.defineProperty(exports, "openObjects", {
  enumerable: true,
  get: function () {
    return openObjects;
  }
});
Object.defineProperty(exports, "openRepository", {
  enumerable: true,
  get: function () {
    return openRepository;
  }
});
Object.defineProperty(exports, "openWith", {
  enumerable: true,
  get: function () {
    return openWith;
  }
});
Object.defineProperty(exports, "originUrl", {
  enumerable: true,
  get: function () {
    return originUrl;
  }
});
Object.defineProperty(exports, "parseCommit", {
  enumerable: true,
  get: function () {
    return parseCommit;
  }
});
Object.defineProperty(exports, "peeledRange", {
  enumerable: true,
  get: function () {
    return peeledRange;
  }
});
Object.defineProperty(exports, "personOf", {
  enumerable: true,
  get: function () {
    return personOf;
  }
});
Object.defineProperty(exports, "rangeOf", {
  enumerable: true,
  get: function () {
    return rangeOf;
  }
});
Object.defineProperty(exports, "readBatch", {
  enumerable: true,
  get: function () {
    return readBatch;
  }
});
Object.defineProperty(exports, "readLabels", {
  enumerable: true,
  get: function () {
    return readLabels;
  }
});
Object.defineProperty(exports, "resolveCommit", {
  enumerable: true,
  get: function () {
    return resolveCommit;
  }
});
Object.defineProperty(exports, "rewordCommand", {
  enumerable: true,
  get: function () {
    return rewordCommand;
  }
});
Object.defineProperty(exports, "shallowEdge", {
  enumerable: true,
  get: function () {
    return shallowEdge;
  }
});
Object.defineProperty(exports, "subjectsCommittedBy", {
  enumerable: true,
  get: function () {
    return subjectsCommittedBy;
  }
});
Object.defineProperty(exports, "subjectsIn", {
  enumerable: true,
  get: function () {
    return subjectsIn;
  }
});
Object.defineProperty(exports, "timeBehind", {
  enumerable: true,
  get: function () {
    return timeBehind;
  }
});
Object.defineProperty(exports, "toCommit", {
  enumerable: true,
  get: function () {
    return toCommit;
  }
});
Object.defineProperty(exports, "together", {
  enumerable: true,
  get: function () {
    return together;
  }
});
Object.defineProperty(exports, "tooLarge", {
  enumerable: true,
  get: function () {
    return tooLarge;
  }
});
Object.defineProperty(exports, "treePath", {
  enumerable: true,
  get: function () {
    return treePath;
  }
});
Object.defineProperty(exports, "walkedTree", {
  enumerable: true,
  get: function () {
    return walkedTree;
  }
});
Object.defineProperty(exports, "withOwnObjects", {
  enumerable: true,
  get: function () {
    return withOwnObjects;
  }
});
Object.defineProperty(exports, "workTree", {
  enumerable: true,
  get: function () {
    return workTree;
  }
});
Object.defineProperty(exports, "workTreeRoot", {
  enumerable: true,
  get: function () {
    return workTreeRoot;
  }
});