"use strict";

const require_git = require("./git.js");
const require_gate = require("./gate.js");

// src/setup/forge-checks.ts
/** GitLab's one check, with every job and status of the commit in it. */
const PIPELINE = "pipeline";
/** Whether a forge holds a branch to the gate, and what somebody could do around it. What it does not tell is unknown, never well. */
function forgeChecks(guarded) {
	const { protection, branch } = guarded;
	const fix = protection.page ?? `the forge's page of rules for ${branch}`;
	return [
		...checkDemands(guarded),
		...pushDemands(guarded),
		...reviewDemands(guarded)
	].map((demand) => checkOf(demand, fix));
}
function checkOf({ code, holds, found, wanted, around, isMinor }, fix) {
	if (holds === true) return {
		code,
		state: "ok",
		found
	};
	if (holds === null) return {
		code,
		state: "unknown",
		found: "the forge does not tell this token",
		wanted,
		around,
		fix
	};
	return {
		code,
		state: isMinor ? "note" : "fail",
		found,
		wanted,
		around,
		fix
	};
}
function checkDemands({ protection, check }) {
	const { requiredChecks, pinnedChecks, upToDate } = protection;
	const isOurs = (name) => name === PIPELINE || name.toLowerCase().includes(check.toLowerCase());
	const ours = requiredChecks?.find(isOurs);
	return [
		{
			code: "forge-check",
			holds: requiredChecks === null ? null : ours !== void 0,
			found: ours ?? (listOf(requiredChecks) || "no check is required"),
			wanted: `the check ${check} is required`,
			around: "Anybody who may merge does so while the gate says no, or before it has said anything."
		},
		{
			code: "forge-pinned",
			holds: pinnedChecks === null ? null : pinnedChecks.some(isOurs),
			found: listOf(pinnedChecks) || "any app or user may report it",
			wanted: "only the forge's own CI may report the check",
			around: "Whoever may write a commit's status reports a pass under the same name."
		},
		{
			code: "forge-current",
			holds: upToDate,
			found: upToDate === true ? "yes" : "no",
			wanted: "a branch has to be up to date before it is merged",
			around: "What was judged is not what is merged: a ticket may have been closed on the branch since.",
			isMinor: true
		}
	];
}
function pushDemands({ protection }) {
	const { directPushes, forcePushes, deletions, bypass, fixedTags } = protection;
	return [
		{
			code: "forge-direct",
			holds: not(directPushes),
			found: directPushes === true ? "commits may be pushed without a pull request" : "pull requests only",
			wanted: "pull requests only",
			around: "Whoever may push puts a commit onto the branch that no check has seen."
		},
		{
			code: "forge-force",
			holds: not(forcePushes),
			found: forcePushes === true ? "history may be rewritten" : "history stays",
			wanted: "history can't be rewritten",
			around: "A force push replaces judged commits, and takes their evidence with it."
		},
		{
			code: "forge-deletion",
			holds: not(deletions),
			found: deletions === true ? "the branch may be deleted" : "the branch stays",
			wanted: "the branch can't be deleted",
			around: "Deleted and made anew, the branch has another history, judged by nobody."
		},
		{
			code: "forge-bypass",
			holds: bypass === null ? null : bypass.length === 0,
			found: listOf(bypass) || "nobody is let past",
			wanted: "nobody is let past the rules, administrators neither",
			around: "Who is on the list merges or pushes without any check; an audit finds it only afterwards."
		},
		{
			code: "forge-tags",
			holds: fixedTags,
			found: fixedTags === true ? "tags stay" : "tags may be moved or deleted",
			wanted: "tags can be neither moved nor deleted",
			around: "A release's tag is moved to a commit that the gate never let in.",
			isMinor: true
		}
	];
}
function reviewDemands({ protection, merging }) {
	const { requiredApprovals, ownersReview } = protection;
	const { methods } = merging;
	return [
		{
			code: "forge-reviews",
			holds: requiredApprovals === null ? null : requiredApprovals > 0,
			found: requiredApprovals === null || requiredApprovals === 0 ? "none" : String(requiredApprovals),
			wanted: "somebody else approves each pull request",
			around: "One person alone writes and merges a change.",
			isMinor: true
		},
		{
			code: "forge-owners",
			holds: ownersReview,
			found: ownersReview === true ? "owners approve changes to their files" : "owners are not asked",
			wanted: "owners approve changes to workflows, policy and waivers (CODEOWNERS)",
			around: "A change of the workflow that runs the gate is merged by whoever may merge anything.",
			isMinor: true
		},
		{
			code: "forge-merging",
			holds: methods === null ? null : true,
			found: (methods ?? []).join(", "),
			wanted: "how pull requests may be merged",
			around: "What a merge will write into the history is not known."
		}
	];
}
function not(told) {
	return told === null ? null : !told;
}
function listOf(names) {
	return (names ?? []).join(", ");
}

// src/forge-guard.ts
/** What the job of the workflow that `init` writes is called. */
const CHECK = "golden-thread";
/**
* Asks the forge of this repository whether it holds a branch to the gate, and what somebody could do around it. Changes nothing. A forge
* that can't be asked is one unknown answer. Throws Fault("policy") for a law that can't be used.
*/
async function examineForge(world, options) {
	const gate = await require_gate.openGate(world, {
		place: "hook",
		haste: "command"
	});
	const forge = await gate.forge();
	if (forge === null) return [{
		code: "forge",
		state: "unknown",
		found: "no forge can be asked: origin is none that is known, or there is no token for it",
		fix: "golden-thread remote check"
	}];
	return asked(forge, options.branch ?? (await gate.defaultBranches())[0] ?? "main", options.check ?? CHECK);
}
async function asked(forge, branch, check) {
	try {
		const [protection, merging] = await Promise.all([forge.protection(branch), forge.merging()]);
		const found = `${forge.remote}, branch ${branch}`;
		if (protection === null) return [{
			code: "forge",
			state: "unknown",
			found
		}];
		return [{
			code: "forge",
			state: "ok",
			found
		}, ...forgeChecks({
			branch,
			protection,
			merging,
			check
		})];
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault) || !ANSWERS.has(thrown.code)) throw thrown;
		const { message, found, fix = "golden-thread remote check" } = thrown;
		return [{
			code: "forge",
			state: "unknown",
			found: found === void 0 ? message : `${message} Found: ${found}`,
			fix
		}];
	}
}
/** What a forge says instead of an answer. */
const ANSWERS = /* @__PURE__ */ new Set([
	"absent",
	"forbidden",
	"credentials",
	"unavailable"
]);

exports.examineForge = examineForge;