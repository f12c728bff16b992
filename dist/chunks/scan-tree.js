"use strict";

const require_grep = require("./git-grep.js");
const require_repository = require("./git-repository.js");
const require_run = require("./git-run.js");
const require_scan = require("./references-scan.js");

// src/scan-tree.ts
/**
* Finds the references in every tracked text file: of the work tree, or of the tree of `revision`. git searches for
* what may be one, and only those files are read and judged by their language. Answers the paths that were too
* large to be read. Throws `Fault("repository")` outside a repository and for an unknown revision.
*/
async function scanTree(world, config, revision, visit) {
	const repo = await require_repository.openRepository(require_run.openGit(world));
	const scan = require_scan.compileScanner(config);
	const commit = revision === null ? null : await require_repository.resolveCommit(repo, revision);
	const { skipped } = await require_grep.grepFiles(repo, scan.hint.source, commit, (path, bytes) => {
		const text = bytes.toString("utf8");
		const found = scan(text, "source", { path });
		if (found.length > 0) visit(path, text, found);
	});
	return skipped;
}

exports.scanTree = scanTree;