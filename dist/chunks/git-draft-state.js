"use strict";

const require_core = require("./core.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/git/draft-state.ts
/**
* Reads the state from the git folder, without a child: names that only look like these (a branch called `MERGE_HEAD`)
* are not taken for them.
*/
function draftState(repo) {
	const line = (name) => lines(repo, name)[0] ?? null;
	const oid = (name) => lines(repo, name).find(require_core.isObjectId) ?? null;
	const rebased = line("rebase-merge/head-name") ?? line("rebase-apply/head-name");
	const rebasing = rebased !== null || line("rebase-apply/next") !== null;
	return {
		mergeHeads: lines(repo, "MERGE_HEAD").filter(require_core.isObjectId),
		revertHead: oid("REVERT_HEAD"),
		cherryPickHead: oid("CHERRY_PICK_HEAD"),
		rebase: rebasing ? { branch: /^refs\/heads\/(.+)$/.exec(rebased ?? "")?.[1] ?? null } : null,
		squash: lines(repo, "SQUASH_MSG").length > 0
	};
}
function lines(repo, name) {
	try {
		return (0, node_fs.readFileSync)((0, node_path.join)(repo.gitDir, name), "utf8").split("\n");
	} catch {
		return [];
	}
}

Object.defineProperty(exports, "draftState", {
  enumerable: true,
  get: function () {
    return draftState;
  }
});