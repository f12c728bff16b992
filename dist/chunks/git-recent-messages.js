"use strict";

const require_git = require("./git.js");
const require_core = require("./core.js");

// src/git/branch-place.ts
/** The branch that is checked out; null on a detached HEAD or an unborn branch. */
async function branchPlace(repo) {
	const { branch, oid } = await require_git.head(repo);
	if (branch === null || oid === null) return null;
	const [named, remotes] = await Promise.all([repo.git.text([
		"for-each-ref",
		"--format=%(push:remotename)",
		`refs/heads/${branch}`
	]), repo.git.text(["remote"])]);
	const known = remotes.split("\n").filter((name) => name !== "");
	const usual = known.includes("origin") ? "origin" : known.length === 1 ? known[0] : void 0;
	return {
		branch,
		oid,
		remote: known.includes(named) ? named : usual ?? null
	};
}
/** Asks the other side for the branch. Throws Fault("git") where it does not answer. */
async function pushedState({ git }, { branch, oid, remote }) {
	const there = (await git.text([
		"ls-remote",
		"--",
		remote,
		`refs/heads/${branch}`
	])).slice(0, oid.length);
	if (there === oid) return "same";
	if (!require_core.isObjectId(there)) return "absent";
	const { code } = await git.run([
		"merge-base",
		"--is-ancestor",
		there,
		oid
	], { codes: [
		0,
		1,
		128
	] });
	return code === 0 ? "behind" : "other";
}
/** Pushes the branch under its own name, with the hooks that git runs for a push. Throws Fault("usage") with what git, or a hook, said. */
async function pushBranch({ git }, { branch, remote }) {
	const ref = `refs/heads/${branch}`;
	const args = [
		"push",
		"--quiet",
		"--set-upstream",
		"--",
		remote,
		`${ref}:${ref}`
	];
	const { code, stderr } = await git.run(args, { codes: [
		0,
		1,
		128
	] });
	if (code === 0) return;
	throw new require_git.Fault("usage", `${branch} could not be pushed to ${remote}, so no pull request was opened.`, {
		found: stderr.trim(),
		fix: `git push --set-upstream ${remote} ${branch}`
	});
}

// src/git/recent-messages.ts
/** The newest commits that some revisions reach, newest first. `revisions`: full ids or full names of refs that are there. */
async function recentMessages({ git }, revisions, most) {
	if (revisions.length === 0) return [];
	const args = [
		"-c",
		"i18n.logOutputEncoding=UTF-8",
		"log",
		...[
			"--no-show-signature",
			"--no-patch",
			"--no-notes",
			"-z",
			"--format=%H%n%B",
			`-${most}`
		],
		"--end-of-options",
		...revisions,
		"--"
	];
	return (await git.text(args)).split("\0").filter((record) => record !== "").map((record) => {
		const end = record.indexOf("\n");
		return {
			id: record.slice(0, end),
			message: record.slice(end + 1)
		};
	});
}
/** Full names of those refs that are there, in their order. */
async function existingRefs({ git }, names) {
	if (names.length === 0) return [];
	const listed = await git.text([
		"for-each-ref",
		"--format=%(refname)",
		...names
	]);
	const there = new Set(listed.split("\n"));
	return names.filter((name) => there.has(name));
}
/** How many commits of a tip none of the other revisions has. */
async function commitsBeyond({ git }, tip, others) {
	return Number(await git.text([
		"rev-list",
		"--count",
		"--end-of-options",
		tip,
		...others.map((one) => `^${one}`),
		"--"
	]));
}

Object.defineProperty(exports, "branchPlace", {
  enumerable: true,
  get: function () {
    return branchPlace;
  }
});
Object.defineProperty(exports, "commitsBeyond", {
  enumerable: true,
  get: function () {
    return commitsBeyond;
  }
});
Object.defineProperty(exports, "existingRefs", {
  enumerable: true,
  get: function () {
    return existingRefs;
  }
});
Object.defineProperty(exports, "pushBranch", {
  enumerable: true,
  get: function () {
    return pushBranch;
  }
});
Object.defineProperty(exports, "pushedState", {
  enumerable: true,
  get: function () {
    return pushedState;
  }
});
Object.defineProperty(exports, "recentMessages", {
  enumerable: true,
  get: function () {
    return recentMessages;
  }
});