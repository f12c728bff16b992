"use strict";

const require_fault = require("./core-fault.js");
const require_repository = require("./git-repository.js");
const require_run = require("./git-run.js");

// src/verify/is-revision.ts
/** Whether a name is that of a commit in the repository around a folder. */
async function isRevision({ env }, cwd, name) {
	try {
		await require_repository.resolveCommit(await require_repository.openRepository(require_run.openGit({
			cwd,
			env
		})), name);
		return true;
	} catch (thrown) {
		if (thrown instanceof require_fault.Fault && thrown.code !== "internal") return false;
		throw thrown;
	}
}

exports.isRevision = isRevision;