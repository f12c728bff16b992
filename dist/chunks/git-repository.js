"use strict";

const require_fault = require("./core-fault.js");
const require_world = require("./world.js");
const require_object_id = require("./core-object-id.js");

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
	if (gitDir === void 0 || commonDir === void 0) throw new require_fault.Fault("internal", "git rev-parse left a question open.");
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
	return new require_fault.Fault("git", "This git is too old.", {
		wanted: "git 2.31 or later",
		fix: "Install a newer git."
	});
}
/** The top of the work tree; throws Fault("repository") in a bare repository. */
function workTreeRoot(repo) {
	if (repo.root !== null) return repo.root;
	throw new require_fault.Fault("repository", "This needs a work tree, and there is none here.", {
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
	return require_object_id.isObjectId(oid) ? oid : null;
}
/** What to say of a name that git does not know, with the nearest one that it does. */
async function unknownRevision(git, rev) {
	const [refs, shallow] = await Promise.all([git.text(["for-each-ref", "--format=%(refname:short)"]), git.text(["rev-parse", "--is-shallow-repository"])]);
	const names = refs.split("\n");
	if (names.includes(rev)) return noCommit(rev);
	const near = require_world.nearest(rev, names);
	if (rev === "HEAD" && near === null) return new require_fault.Fault("repository", "There is no commit yet.", {
		found: "an unborn branch",
		wanted: "a commit",
		fix: "git commit"
	});
	return new require_fault.Fault("repository", `No commit is called "${rev}".`, {
		found: rev,
		wanted: near === null ? "a branch, a tag or a commit id" : `a branch, a tag or a commit id; did you mean "${near}"?`,
		fix: shallow === "true" ? "git fetch --unshallow" : "git log --oneline --all"
	});
}
/** A tag may name a file or a folder. */
function noCommit(rev) {
	return new require_fault.Fault("repository", `"${rev}" is no commit.`, {
		found: `${rev}, which names something else`,
		wanted: "a branch, a tag of a commit, or a commit id",
		fix: `git cat-file -t ${rev}`
	});
}

Object.defineProperty(exports, "commitCalled", {
  enumerable: true,
  get: function () {
    return commitCalled;
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
Object.defineProperty(exports, "openRepository", {
  enumerable: true,
  get: function () {
    return openRepository;
  }
});
Object.defineProperty(exports, "resolveCommit", {
  enumerable: true,
  get: function () {
    return resolveCommit;
  }
});
Object.defineProperty(exports, "workTreeRoot", {
  enumerable: true,
  get: function () {
    return workTreeRoot;
  }
});