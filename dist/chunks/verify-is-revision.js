"use strict";

const require_git = require("./git.js");
const require_foreign_clone = require("./git-foreign-clone.js");

// src/verify/is-revision.ts
/** Whether a name is that of a commit in the repository around a folder. */
async function isRevision({ env }, cwd, name) {
	try {
		await require_git.resolveCommit(await require_git.openRepository(require_git.openGit({
			cwd,
			env: {
				...env,
				...require_foreign_clone.offlineEnv(env)
			}
		})), name);
		return true;
	} catch (thrown) {
		if (thrown instanceof require_git.Fault && thrown.code !== "internal") return false;
		throw thrown;
	}
}

exports.isRevision = isRevision;