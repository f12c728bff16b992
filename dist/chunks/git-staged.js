"use strict";

const require_raw_diff = require("./git-raw-diff.js");
const require_git = require("./git.js");

// src/git/staged.ts
/** The empty tree, which git knows without having it (its id in either object format). */
const EMPTY_TREE = {
	sha1: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
	sha256: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
};
/**
* Changed paths of the commit that is being written, in the index that a hook inherits (GIT_INDEX_FILE: `git commit -a` and
* `git commit -- path` bring their own), against HEAD or, on an unborn branch, against nothing. No hook is told of
* `--amend`, but an amended commit keeps its author's date: where that is HEAD's, the changes are told against HEAD's parent.
*/
async function stagedPaths(repo, base) {
	const against = base ?? await stagedAgainst(repo);
	const { stdout } = await repo.git.run([
		"diff-index",
		"--cached",
		...require_raw_diff.RAW_DIFF,
		against,
		"--"
	]);
	return require_raw_diff.parseRawDiff(stdout);
}
/** What the index is compared with: an id of a commit, or of the empty tree. */
async function stagedAgainst(repo) {
	const nothing = EMPTY_TREE[repo.objectFormat];
	const { oid } = await require_git.head(repo);
	if (oid === null) return nothing;
	const [ident, last] = await Promise.all([repo.git.text(["var", "GIT_AUTHOR_IDENT"], { codes: [0, 128] }), repo.git.text([
		"log",
		"-1",
		"--no-show-signature",
		"--format=%at %P",
		oid,
		"--"
	])]);
	const [authored = "", parent = nothing] = last.split(" ");
	return / (\d+) [+-]\d{4}$/.exec(ident)?.[1] === authored ? parent || nothing : oid;
}

Object.defineProperty(exports, "stagedAgainst", {
  enumerable: true,
  get: function () {
    return stagedAgainst;
  }
});
Object.defineProperty(exports, "stagedPaths", {
  enumerable: true,
  get: function () {
    return stagedPaths;
  }
});