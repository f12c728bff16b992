"use strict";

const require_world = require("./world.js");

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
/** Finds the repository around `git.cwd` (or the one that GIT_DIR names) with one child. Throws Fault("repository") where there is none. */
async function openRepository(git) {
	const codes = [0, 128];
	const args = [
		"rev-parse",
		PATH_FORMAT,
		...FACTS,
		...PATHS
	];
	const { code, stdout, stderr } = await git.run(args, { codes });
	const lines = stdout.toString("utf8").split("\n").slice(0, -1);
	if (lines[0] === PATH_FORMAT) throw tooOld();
	const [bare, shallow, objectFormat, ...paths] = lines;
	if (objectFormat === void 0 || code !== 0 && !/work tree/.test(stderr)) await git.run(args);
	const wanted = code === 0 ? PATHS.length : PATHS.length - 1;
	const [gitDir, commonDir, root] = paths.length === wanted ? paths : await pathsOneByOne(git, wanted);
	if (gitDir === void 0 || commonDir === void 0) throw new require_world.Fault("internal", "git rev-parse left a question open.");
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
	return new require_world.Fault("git", "This git is too old.", {
		wanted: "git 2.31 or later",
		fix: "Install a newer git."
	});
}
/** The top of the work tree; throws Fault("repository") in a bare repository. */
function workTreeRoot(repo) {
	if (repo.root !== null) return repo.root;
	throw new require_world.Fault("repository", "This needs a work tree, and there is none here.", {
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
async function resolveCommit(repo, rev) {
	const args = [
		"rev-parse",
		"--quiet",
		"--verify",
		"--end-of-options",
		`${rev}^{commit}`
	];
	const oid = await repo.git.text(args, { codes: [
		0,
		1,
		128
	] });
	if (isObjectId(oid)) return oid;
	throw await unknownRevision(repo, rev);
}
/** `A..B`, `A...B` or `REV` as ids that rev-list takes, excluded ones with `^`. Throws Fault("repository") like `resolveCommit`. */
async function resolveRange(repo, range) {
	const ids = await parseRevisions(repo, range);
	if (ids.length > 0) return ids;
	const ends = range.split(/\.{2,3}/).filter((end) => end !== "");
	for (const end of ends) await resolveCommit(repo, end);
	throw await unknownRevision(repo, range);
}
async function parseRevisions(repo, rev) {
	const args = [
		"rev-parse",
		"--quiet",
		"--revs-only",
		"--end-of-options",
		rev
	];
	return (await repo.git.text(args, { codes: [
		0,
		1,
		128
	] })).split("\n").filter((line) => isObjectId(line.replace(/^\^/, "")));
}
/** Whether a text is a full object id of either format, in lower-case hex. */
function isObjectId(text) {
	return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
async function unknownRevision(repo, rev) {
	const refs = await repo.git.text(["for-each-ref", "--format=%(refname:short)"]);
	const near = require_world.nearest(rev, refs.split("\n"));
	if (rev === "HEAD" && near === null) return new require_world.Fault("repository", "There is no commit yet.", {
		found: "an unborn branch",
		wanted: "a commit"
	});
	return new require_world.Fault("repository", `No commit is called "${rev}".`, {
		found: rev,
		wanted: near === null ? "a branch, a tag or a commit id" : `a branch, a tag or a commit id; did you mean "${near}"?`,
		fix: repo.shallow ? "git fetch --unshallow" : void 0
	});
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
Object.defineProperty(exports, "isObjectId", {
  enumerable: true,
  get: function () {
    return isObjectId;
  }
});
Object.defineProperty(exports, "openRepository", {
  enumerable: true,
  get: function () {
    return openRepository;
  }
});
Object.defineProperty(exports, "readBatch", {
  enumerable: true,
  get: function () {
    return readBatch;
  }
});
Object.defineProperty(exports, "resolveCommit", {
  enumerable: true,
  get: function () {
    return resolveCommit;
  }
});
Object.defineProperty(exports, "resolveRange", {
  enumerable: true,
  get: function () {
    return resolveRange;
  }
});
Object.defineProperty(exports, "workTreeRoot", {
  enumerable: true,
  get: function () {
    return workTreeRoot;
  }
});