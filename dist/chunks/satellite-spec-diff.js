"use strict";

const require_git = require("./git.js");
const require_recent_messages = require("./git-recent-messages.js");
const require_compare_texts = require("./git-compare-texts.js");
const require_merge_base = require("./git-merge-base.js");
const require_desk = require("./satellite-desk.js");
const require_found_work = require("./satellite-found-work.js");
const require_spec_owner = require("./satellite-spec-owner.js");
const require_spec_show = require("./satellite-spec-show.js");

// src/satellite/spec-diff.ts
/**
* Compares the spec of the work tree with that of a commit, task files included. `base` null: where this branch left the default branch.
* Throws Fault("usage") where nobody knows what is meant, Fault("repository") for a revision that is not there.
*/
async function diffSpec(world, written, base) {
	const desk = await require_desk.openDesk(world);
	const owner = await require_spec_owner.namedOwner(desk, written);
	const commit = await (base === null ? usualBase(desk) : require_git.resolveCommit(desk.gate.repo, base));
	const tasks = await desk.gate.tasksAt(commit);
	const then = require_spec_owner.ownerIn(owner, { all: await require_desk.deskTasks(tasks, desk.ground) });
	const tree = await require_git.commitTree(desk.gate.repo, commit);
	const [now, before] = await Promise.all([require_spec_owner.specOf(desk, owner, desk.gate.tree), require_spec_owner.specOf({
		gate: desk.gate,
		tasks
	}, then, tree)]);
	await tree.close();
	const [old, own] = [textOf(before), textOf(now)];
	const diff = old === null || own === null ? "" : await require_compare_texts.diffTexts(world.env, old, own);
	return {
		owner: require_spec_show.shownOwner(owner),
		base: commit,
		before,
		now,
		diff,
		verdict: verdictOf(before, now)
	};
}
/** The text of a spec, none where there is none; null: that is not known. */
function textOf(answer) {
	if (answer.status === "none") return "";
	return answer.status === "found" ? answer.spec.text : null;
}
function verdictOf(before, now) {
	if (before.status === "unknown" || now.status === "unknown") return "undecided";
	const [old, own] = [textOf(before), textOf(now)];
	return old !== null && old === own ? "pass" : "fail";
}
async function usualBase({ gate }) {
	const { repo } = gate;
	const [head, place, names] = await Promise.all([
		require_git.resolveCommit(repo, "HEAD"),
		require_recent_messages.branchPlace(repo),
		gate.defaultBranches()
	]);
	const [ref] = await require_recent_messages.existingRefs(repo, names.flatMap((name) => require_found_work.refsOf(name, place?.remote ?? null)));
	const base = ref === void 0 ? null : await require_merge_base.mergeBase(repo, head, ref);
	if (base !== null) return base;
	throw new require_git.Fault("usage", "Nobody can tell where this branch began.", {
		found: ref === void 0 ? `no branch called ${names.join(" or ")}` : `nothing in common with ${ref}`,
		wanted: "a commit to compare with",
		fix: "golden-thread spec diff TASK --base REV"
	});
}

exports.diffSpec = diffSpec;