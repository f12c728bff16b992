"use strict";

// src/git/reword.ts
/**
* The command that opens the messages of these commits to be written anew (git-rebase(1)). Null where none does so without
* harm: no work tree, a shallow clone, commits that the branch here does not hold, or a merge, which a rebase makes anew
* without what was changed in it. `failed`: full ids of commits of the range.
*/
async function rewordCommand(repo, failed, { include, exclude }) {
	const [tip, ...others] = include;
	if (failed.length === 0 || tip === void 0 || others.length > 0 || repo.root === null || repo.shallow) return null;
	const [onHead, commits] = await Promise.all([repo.git.run([
		"merge-base",
		"--is-ancestor",
		tip,
		"HEAD"
	], NO_HEAD), commitsUpward(repo, exclude)]);
	if (onHead.code !== 0) return null;
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
/** Labels of commits, by full id, with one child. Meant for what a person is shown: thousands at most. A commit that git can't read has no entry. */
async function readLabels(repo, ids) {
	if (ids.length === 0) return /* @__PURE__ */ new Map();
	const utf8 = ["-c", "i18n.logOutputEncoding=UTF-8"];
	const format = [
		"--no-show-signature",
		"--no-patch",
		"-z",
		"--format=%H%n%s"
	];
	const args = [
		...utf8,
		"log",
		"--no-walk=unsorted",
		"--ignore-missing",
		...format,
		"--stdin"
	];
	const records = (await repo.git.text(args, { input: `${ids.join("\n")}\n` })).split("\0").filter((record) => record !== "");
	return new Map(records.map((record) => {
		const [id = "", subject = ""] = record.split("\n");
		return [id, { subject }];
	}));
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

Object.defineProperty(exports, "readLabels", {
  enumerable: true,
  get: function () {
    return readLabels;
  }
});
Object.defineProperty(exports, "rewordCommand", {
  enumerable: true,
  get: function () {
    return rewordCommand;
  }
});
Object.defineProperty(exports, "subjectsIn", {
  enumerable: true,
  get: function () {
    return subjectsIn;
  }
});