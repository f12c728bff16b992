"use strict";

const require_git = require("./git.js");
const require_world = require("./world.js");
const require_check = require("./check.js");
const require_gate = require("./gate.js");
const require_draft_state = require("./git-draft-state.js");
const require_staged = require("./git-staged.js");
const require_history = require("./git-history.js");
const require_gather = require("./gather.js");
const require_rules = require("./rules.js");
const require_tell = require("./hook-tell.js");

// src/gather/staged.ts
const NOBODY = {
	name: "",
	email: ""
};
/**
* Evidence about what is staged, in the index that a hook inherits. Null: a merge is under way, whose changes are those of
* other commits; git confirms it once it is made.
*/
async function stagedEvidence(around) {
	const { repo, law, reader, sources, waivers, defaultBranches, at } = around;
	const { mergeHeads, rebase } = require_draft_state.draftState(repo);
	if (mergeHeads.length > 0) return null;
	const base = await require_staged.stagedAgainst(repo);
	const [{ branch: own, oid }, paths] = await Promise.all([require_git.head(repo), require_staged.stagedPaths(repo, base)]);
	const branch = rebase?.branch ?? own;
	const references = branch === null ? [] : require_gather.branchReferences(reader, branch);
	const lookups = await require_history.lookUp(law, sources, references);
	const commit = {
		id: null,
		parents: oid === null ? [] : [oid],
		message: "",
		paths,
		author: NOBODY,
		committer: NOBODY,
		authoredAt: null,
		committedAt: null
	};
	const ref = branch === null ? null : `refs/heads/${branch}`;
	return {
		evidence: {
			change: {
				kind: "commits",
				commits: [commit],
				ref,
				complete: true
			},
			at,
			references,
			lookups,
			facts: [{
				exempt: null,
				unproved: null,
				inherits: null,
				evilMerge: false,
				root: oid === null
			}],
			tasks: await require_check.stagedEdits(repo, await around.tasks(), base),
			waivers,
			globs: await require_check.globsOf(lookups, waivers),
			lawPaths: [],
			defaultBranches
		},
		branch
	};
}

// src/guard-staged.ts
/** Judges what a pre-commit hook finds staged: task files, and paths under the ticket that the branch names. */
async function guardStaged(world) {
	const gate = await require_gate.openGate(world, { place: "hook" });
	const staged = await stagedEvidence({
		...gate,
		defaultBranches: []
	});
	if (staged === null) return null;
	return {
		report: require_check.checkStaged(gate, staged.evidence, staged.branch),
		metas: require_rules.ruleMetas()
	};
}

// src/hook/pre-commit.ts
/** Judges what is staged before anybody writes a message for it: task files, and paths under the branch's ticket (githooks(5)). */
async function preCommit(world, args) {
	if (args.length > 0) throw new require_git.Fault("usage", "The pre-commit hook is given no arguments.", {
		found: args.join(" "),
		wanted: "none, as git calls it",
		fix: "golden-thread hook pre-commit"
	});
	const guarded = await guardStaged(world);
	if (guarded === null) return 0;
	const { report, metas } = guarded;
	if (require_tell.asJson(world) || require_tell.hasNews(report)) await require_tell.tell(world, report, {
		metas,
		repair: null,
		subject: () => null
	});
	return require_world.exitCode(report.verdict);
}

exports.preCommit = preCommit;