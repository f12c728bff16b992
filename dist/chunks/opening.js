"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_world = require("./world.js");
const require_repository = require("./git-repository.js");
const require_run = require("./git-run.js");

// src/git/range.ts
/**
* The range's commits by id, asked with one child; tags are peeled. Throws Fault("repository") for what git does not know,
* for what is no commit, and for a range that names none: an empty answer must not pass for a judged one.
*/
async function commitRange(git, { range, single = false }) {
	const ids = await parseRevisions(git, single ? `${range}^{commit}^!` : peeled(range));
	const include = ids.filter(require_repository.isObjectId);
	if (include.length === 0) throw await noCommits(git, range);
	return {
		include,
		exclude: ids.filter((id) => !require_repository.isObjectId(id)).map((id) => id.slice(1))
	};
}
/** Git splits at the first dots too, and an end that is left out means HEAD. */
function peeled(range) {
	const dots = /\.{2,3}/.exec(range);
	if (dots === null) return `${range}^{commit}`;
	const [start, end] = [range.slice(0, dots.index), range.slice(dots.index + dots[0].length)];
	return `${start || "HEAD"}^{commit}${dots[0]}${end || "HEAD"}^{commit}`;
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
	] })).split("\n").filter((line) => require_repository.isObjectId(line.replace(/^\^/, "")));
}
/** Which of the names it was that git does not know; else all of them are known, and no commits. */
async function noCommits(git, range) {
	const ends = range.split(/\.{2,3}/).filter((end) => end !== "");
	for (const end of ends) await require_repository.resolveCommit({ git }, end);
	if (ends.length === 0) return require_repository.unknownRevision(git, range);
	return new require_world.Fault("repository", "The range names no commits.", {
		found: range,
		wanted: "A..B, or a branch, tag or commit id",
		fix: "golden-thread check range HEAD"
	});
}

// src/opening.ts
var opening_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ startOpening: () => startOpening });
/**
* Asks git where the repository lies and what the range means, both at once: git works on it while the door loads what
* it needs for the answers. Who awaits an answer gets its fault.
*/
function startOpening({ cwd, env }, range) {
	const git = require_run.openGit({
		cwd,
		env
	});
	const opening = {
		repo: require_repository.openRepository(git),
		range: range === null ? null : commitRange(git, range)
	};
	opening.repo.catch(() => void 0);
	opening.range?.catch(() => void 0);
	return opening;
}

Object.defineProperty(exports, "commitRange", {
  enumerable: true,
  get: function () {
    return commitRange;
  }
});
Object.defineProperty(exports, "opening_exports", {
  enumerable: true,
  get: function () {
    return opening_exports;
  }
});
Object.defineProperty(exports, "startOpening", {
  enumerable: true,
  get: function () {
    return startOpening;
  }
});