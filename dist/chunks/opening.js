"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_fault = require("./core-fault.js");
const require_object_id = require("./core-object-id.js");
const require_repository = require("./git-repository.js");
const require_run = require("./git-run.js");

// src/git/range.ts
/**
* The range's commits by id; tags are peeled. Throws Fault("repository") for what git does not know, for what is no commit,
* for an end that is left out (a variable that was not set), and for a range that names none: an empty answer must not
* pass for a judged one.
*/
async function commitRange(git, { range, single = false }) {
	const [first, second] = endsOf(range);
	if (single && second !== void 0) throw wantedOne(range);
	if (first === "" || second === "") throw endMissing(range);
	const ids = await parseRevisions(git, second === void 0 ? `${first}^{commit}${single ? "^!" : ""}` : peeledEnds(range));
	const all = ids.some(require_object_id.isObjectId) ? ids : await unusual(git, range);
	return {
		include: all.filter(require_object_id.isObjectId),
		exclude: all.filter((id) => !require_object_id.isObjectId(id)).map((id) => id.slice(1))
	};
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
	if (ids.some(require_object_id.isObjectId) && commits.every((is) => is)) return ids;
	for (const end of endsOf(range)) if (end !== void 0) await require_repository.resolveCommit({ git }, end);
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
	] })).split("\n").filter((line) => require_object_id.isObjectId(line.replace(/^\^/, "")));
}
function endMissing(range) {
	return new require_fault.Fault("repository", "An end of the range is left out.", {
		found: range === "" ? "nothing" : range,
		wanted: "A..B with both ends; a variable may not be set",
		fix: "golden-thread check range HEAD~1..HEAD"
	});
}
function wantedOne(range) {
	return new require_fault.Fault("repository", "This is a range, and one commit is wanted.", {
		found: range,
		wanted: "a branch, tag or commit id",
		fix: `golden-thread check range ${range}`
	});
}
function noCommits(range) {
	return new require_fault.Fault("repository", "The range names no commits.", {
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
		git,
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