"use strict";

const require_gather = require("./gather.js");
const require_recent_messages = require("./git-recent-messages.js");

// src/satellite/found-work.ts
/** Commits that are looked through for the task's name. */
const MOST_COMMITS = 2e3;
/** Of those that name it, the newest that the forge is asked about. */
const MOST_ASKED = 50;
/**
* The open pull request of the branch that is checked out; else the pull request that brought the newest commit that names the task or its
* ticket into the default branch; else that commit, if it is there. Null: none of these.
*/
async function findWork(desk, work, forge) {
	const { gate } = desk;
	const place = await require_recent_messages.branchPlace(gate.repo);
	const defaults = await gate.defaultBranches();
	if (place !== null && forge !== null && !defaults.includes(place.branch)) {
		const number = await forge.forBranch({
			branch: place.branch,
			repository: null
		});
		if (number !== null) return ofChange(await forge.change(number), defaults);
	}
	const refs = await require_recent_messages.existingRefs(gate.repo, defaults.flatMap((name) => refsOf(name, place?.remote ?? null)));
	const tips = [...place === null ? [] : [place.oid], ...refs];
	const ids = (await require_recent_messages.recentMessages(gate.repo, tips, MOST_COMMITS)).filter(({ message }) => isNamed(desk, work, message)).slice(0, MOST_ASKED).map(({ id }) => id);
	const arrived = forge === null || ids.length === 0 ? null : await latest(forge, ids);
	if (arrived !== null) return ofChange(arrived, defaults);
	for (const id of ids) if (refs.length > 0 && await require_recent_messages.commitsBeyond(gate.repo, id, refs) === 0) return {
		change: null,
		commit: id,
		branch: null,
		state: "merged"
	};
	return null;
}
/** Where a branch of the other side, and one of the same name here, are kept. */
function refsOf(name, remote) {
	return [...remote === null ? [] : [`refs/remotes/${remote}/${name}`], `refs/heads/${name}`];
}
function isNamed({ gate, tasks }, { id, link }, message) {
	const local = tasks.backlogs.length === 0 ? void 0 : gate.law.remotes.find(({ kind }) => kind === "markdown");
	return require_gather.messageReferences(gate.reader, message, 0).some((one) => one.remote === local?.name && one.id === id || one.remote === link?.remote.name && one.id === link?.id);
}
async function latest(forge, commits) {
	const last = [...(await forge.arrivals(commits)).values()].sort((one, other) => one.at < other.at ? -1 : 1).at(-1);
	return last === void 0 ? null : forge.change(last.number);
}
/** One that was merged into another branch goes on from there. */
function ofChange(change, defaults) {
	const { number, url, base, head, mergeCommit } = change;
	const isMerged = change.state === "merged" && defaults.includes(base.branch);
	return {
		change: {
			number,
			url,
			base
		},
		commit: mergeCommit ?? head.commit,
		branch: head.branch,
		state: isMerged ? "merged" : "open"
	};
}

Object.defineProperty(exports, "findWork", {
  enumerable: true,
  get: function () {
    return findWork;
  }
});
Object.defineProperty(exports, "refsOf", {
  enumerable: true,
  get: function () {
    return refsOf;
  }
});